//! The templates: mizan's own, each replaced by the user's file of the same name where there is one.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::{Kwargs, Object, Value, ValueKind, from_args};
use minijinja::{AutoEscape, Environment, ErrorKind, Output, State, UndefinedBehavior};

use crate::error::{Error, Kind};
use crate::message::{FluentArgs, FluentValue};
use crate::project::Project;
use crate::publish::texts::Texts;
use crate::publish::view::escape_into;

const BUILT_IN: &[(&str, &str)] = &[
    ("article.html", include_str!("templates/article.html")),
    ("base.html", include_str!("templates/base.html")),
    ("card.html", include_str!("templates/card.html")),
    ("contact.html", include_str!("templates/contact.html")),
    ("home.html", include_str!("templates/home.html")),
    ("root.html", include_str!("templates/root.html")),
];

/// The style sheet, replaced like a template.
pub(super) const STYLE: &str = "theme.css";
const BUILT_IN_STYLE: &str = include_str!("templates/theme.css");

/// Steps that a page may take: a page of 24 cards takes a few thousand.
const FUEL: u64 = 5_000_000;

/// The templates and the style sheet of a project.
pub(super) struct Templates {
    environment: Environment<'static>,
    pub(super) style: String,
}

impl Templates {
    pub(super) fn new(project: &Project) -> Result<Self, Error> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(format_value);
        let mut users = users_templates(project)?;
        let style = users.remove(STYLE).unwrap_or_else(|| BUILT_IN_STYLE.to_owned());
        for (name, text) in BUILT_IN {
            if !users.contains_key(*name) {
                environment.add_template(name, text).map_err(|error| fault(name, &error))?;
            }
        }
        for (name, text) in users {
            environment.add_template_owned(name.clone(), text).map_err(|error| fault(&name, &error))?;
        }
        Ok(Self { environment, style })
    }

    pub(super) fn render(&self, name: &str, context: Value) -> Result<String, Error> {
        let template = self.environment.get_template(name).map_err(|error| fault(name, &error))?;
        template.render(context).map_err(|error| fault(name, &error))
    }
}

/// The files of the user's folder, by their name in it.
fn users_templates(project: &Project) -> Result<BTreeMap<String, String>, Error> {
    let folder = project.config().site.as_ref().and_then(|site| site.templates.as_deref());
    let Some(folder) = folder else { return Ok(BTreeMap::new()) };
    let folder = format!("{}/", folder.trim_end_matches('/'));
    let files = project.files().filter_map(|path| Some((path, path.strip_prefix(folder.as_str())?)));
    let wanted = files.filter(|(_, name)| name.ends_with(".html") || *name == STYLE);
    wanted.map(|(path, name)| Ok((name.to_owned(), project.read(path)?))).collect()
}

/// Escapes like the default, but leaves `/` as it is: addresses stay readable.
fn format_value(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && matches!(state.auto_escape(), AutoEscape::Html) => {
            if !text.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
                return out.write_str(text).map_err(minijinja::Error::from);
            }
            let mut escaped = String::with_capacity(text.len() + 8);
            escape_into(text, &mut escaped);
            out.write_str(&escaped).map_err(minijinja::Error::from)
        }
        _ => minijinja::escape_formatter(out, state, value),
    }
}

/// The innermost template and line that is at fault.
fn fault(name: &str, error: &minijinja::Error) -> Error {
    let mut place = (error.name().unwrap_or(name).to_owned(), error.line().unwrap_or(0));
    let mut reason = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if let Some(inner) = inner.downcast_ref::<minijinja::Error>() {
            if let (Some(name), Some(line)) = (inner.name(), inner.line()) {
                place = (name.to_owned(), line);
            }
            reason = inner.to_string();
        }
        cause = inner.source();
    }
    // The place is told apart; minijinja repeats it at the end.
    let reason = reason.split(" (in ").next().unwrap_or_default().to_owned();
    Kind::Template { name: place.0, line: place.1, reason }.into()
}

/// `t("id", name=value)`: a text of the page's locale. A text that does not exist is an error.
#[derive(Clone)]
pub(super) struct Translate(pub(super) Arc<Texts>);

impl std::fmt::Debug for Translate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("t")
    }
}

impl Object for Translate {
    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, arguments: &[Value]) -> Result<Value, minijinja::Error> {
        let (id, named): (&str, Kwargs) = from_args(arguments)?;
        let missing = || minijinja::Error::new(ErrorKind::InvalidOperation, format!("there is no text {id:?}"));
        let names: Vec<&str> = named.args().collect();
        if names.is_empty()
            && let Some(fixed) = self.0.fixed(id)
        {
            return Ok(fixed);
        }
        let mut values = FluentArgs::with_capacity(names.len());
        for name in names {
            let value: Value = named.get(name)?;
            let argument = match i64::try_from(value.clone()) {
                Ok(count) if value.kind() == ValueKind::Number => FluentValue::from(count),
                _ => FluentValue::from(value.to_string()),
            };
            values.set(name, argument);
        }
        self.0.text(id, &values).map(Value::from).ok_or_else(missing)
    }
}
