//! The module as Rust: a list of items, each with its doc comment, parted by blank lines.

use std::collections::BTreeSet;

use super::docs::{Docs, inline_code};
use super::enums;
use super::kinds::Kind;
use super::messages::{Argument, Message, Texts};
use super::names::{escaped, snake, unique};
use super::output::HEADER;
use crate::project::Project;

/// Lines up to here, and chains of calls up to there, are left alone by every rustfmt, whatever its configuration. What is
/// longer is written as rustfmt writes it by default, and marked to be left alone.
pub(super) const NARROW: usize = 80;
const CHAIN: usize = 60;
const WIDE: usize = 100;
const SKIP: &str = "#[rustfmt::skip]\n";

/// More arguments than clippy likes.
const MANY: usize = 7;

/// The text of the module.
pub(super) fn module(project: &Project, catalogs: &[Texts]) -> String {
    let mizan = project.config().generate.crate_path.as_str();
    let tags: Vec<&str> = project.locales().iter().map(|locale| locale.tag()).collect();
    let mut head = format!("{HEADER}\n");
    for texts in catalogs {
        let path: String = texts.path.chars().filter(|sign| !sign.is_control()).collect();
        head.push_str(&format!("// Made from {path} in {}.\n", tags.join(", ")));
    }
    head.push_str("// To change it, change the texts and run: mizan generate\n");
    let mut items = vec![head];
    match catalogs {
        [texts] if texts.name == "messages" => items.extend(items_of(texts, mizan, 0)),
        _ => {
            let names: Vec<String> = catalogs.iter().map(|texts| snake(&texts.name)).collect();
            let names = unique(&names, &[], "_");
            items.extend(catalogs.iter().zip(&names).map(|(texts, name)| nested(texts, name, mizan)));
        }
    }
    items.join("\n")
}

/// A catalog among several has a module of its own.
fn nested(texts: &Texts, name: &str, mizan: &str) -> String {
    let mut out = String::new();
    Docs(&mut out).line(&format!("The texts of {}.", inline_code(&format!("[messages.{}]", texts.name))));
    let items = items_of(texts, mizan, 4).join("\n");
    out.push_str(&format!("pub mod {} {{", escaped(name)));
    out.push_str(if items.is_empty() { "" } else { "\n" });
    for line in items.lines() {
        let indent = if line.is_empty() { "" } else { "    " };
        out.extend([indent, line, "\n"]);
    }
    out.push_str("}\n");
    out
}

fn items_of(texts: &Texts, mizan: &str, indent: usize) -> Vec<String> {
    if texts.messages.is_empty() {
        return Vec::new();
    }
    let functions = Functions::new(texts, indent);
    let mut items = vec![uses(texts, mizan)];
    items.extend((0..texts.messages.len()).map(|at| functions.item(at)));
    items.extend(functions.enums.iter().map(|own| own.item(indent)));
    items
}

fn uses(texts: &Texts, mizan: &str) -> String {
    let kinds = || texts.messages.iter().flat_map(|message| &message.arguments).map(|argument| &argument.kind);
    let mut names = Vec::new();
    if kinds().any(|kind| matches!(kind, Kind::Any | Kind::Word(_))) {
        names.push("Arg");
    }
    if kinds().any(|kind| *kind == Kind::Number) {
        names.push("Number");
    }
    let phrases = match names.as_slice() {
        [] => format!("use {mizan}::phrase::Phrase;\n"),
        _ => format!("use {mizan}::phrase::{{{}, Phrase}};\n", names.join(", ")),
    };
    let has_dates = kinds().any(|kind| *kind == Kind::Date);
    if has_dates { format!("use {mizan}::message::Date;\n{phrases}") } else { phrases }
}

struct Functions<'t> {
    texts: &'t Texts,
    enums: Vec<enums::Enum<'t>>,
    /// The name that each message wants, and the one that it gets.
    wanted: Vec<String>,
    names: Vec<String>,
    indent: usize,
}

impl<'t> Functions<'t> {
    fn new(texts: &'t Texts, indent: usize) -> Self {
        let wanted: Vec<String> = texts.messages.iter().map(|message| snake(&message.id)).collect();
        // Of several that want a name, a message comes before an attribute, and one whose id is written in the usual way
        // before others; the rest by their ids, so that the order of the files plays no part.
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        let rank = |at: &usize| {
            let (id, name) = (&texts.messages[*at].id, &wanted[*at]);
            (id.contains('.'), name.replace('_', "-") != *id, id.clone())
        };
        order.sort_by_cached_key(rank);
        let sorted: Vec<String> = order.iter().map(|at| wanted[*at].clone()).collect();
        let mut names = vec![String::new(); wanted.len()];
        for (at, name) in order.into_iter().zip(unique(&sorted, &[], "_")) {
            names[at] = name;
        }
        Self { texts, enums: enums::of(texts), wanted, names, indent }
    }

    fn item(&self, at: usize) -> String {
        let (message, name) = (&self.texts.messages[at], escaped(&self.names[at]));
        let parameters = self.parameters(message);
        let mut out = String::new();
        self.document(at, &parameters, &mut out);
        match message.deprecated.as_deref() {
            Some("") => out.push_str("#[deprecated]\n"),
            Some(note) => out.push_str(&format!("#[deprecated = {note:?}]\n")),
            None => {}
        }
        if parameters.len() > MANY {
            out.push_str("#[allow(clippy::too_many_arguments)]\n");
        }
        out.push_str("#[must_use]\n");
        self.code(message, &name, &parameters, &mut out);
        out
    }

    fn code(&self, message: &Message, name: &str, parameters: &[Parameter<'_>], out: &mut String) {
        let typed: Vec<String> = parameters.iter().map(|own| format!("{}: {}", own.name, own.kind)).collect();
        let calls: Vec<String> = parameters.iter().map(Parameter::call).collect();
        let signature = format!("pub fn {name}({}) -> Phrase {{", typed.join(", "));
        let start = format!("Phrase::new(\"{}\")", message.id);
        let chain = format!("{start}{}", calls.concat());
        let wide = self.indent + signature.len();
        let longest = self.indent + 4 + chain.len();
        // rustfmt cuts a chain of one call only where the line is too long.
        let chain_fits = longest <= WIDE && (calls.len() < 2 || chain.len() <= CHAIN);
        if wide > NARROW || longest > NARROW || !chain_fits {
            out.push_str(SKIP);
        }
        if wide <= WIDE {
            out.extend([&signature, "\n"]);
        } else {
            out.push_str(&format!("pub fn {name}(\n"));
            typed.iter().for_each(|one| out.push_str(&format!("    {one},\n")));
            out.push_str(") -> Phrase {\n");
        }
        if chain_fits {
            out.push_str(&format!("    {chain}\n"));
        } else {
            out.push_str(&format!("    {start}\n"));
            calls.iter().for_each(|call| out.push_str(&format!("        {call}\n")));
        }
        out.push_str("}\n");
    }

    fn parameters<'m>(&self, message: &'m Message) -> Vec<Parameter<'m>> {
        let wanted: Vec<String> = message.arguments.iter().map(|own| snake(&own.variable)).collect();
        let names = unique(&wanted, &[], "_");
        let parameter = |(argument, name): (&'m Argument, &String)| {
            let kind = match &argument.kind {
                Kind::Text => "impl Into<String>".to_owned(),
                Kind::Number => "impl Into<Number>".to_owned(),
                Kind::Date => "impl Into<Date>".to_owned(),
                Kind::Any => "impl Into<Arg>".to_owned(),
                Kind::Word(_) => format!("impl Into<{}>", self.enum_of(&argument.variable)),
            };
            Parameter { argument, name: escaped(name), kind }
        };
        message.arguments.iter().zip(&names).map(parameter).collect()
    }

    /// The enum of a variable that chooses between words.
    fn enum_of(&self, variable: &str) -> &str {
        self.enums.iter().find(|own| own.variable == variable).map_or("Arg", |own| &own.name)
    }

    fn document(&self, at: usize, parameters: &[Parameter<'_>], out: &mut String) {
        let (message, name, wanted) = (&self.texts.messages[at], &self.names[at], &self.wanted[at]);
        let mut docs = Docs(out);
        let place = format!("{} of {}", inline_code(&message.id), inline_code(&message.path));
        if message.text.contains('\n') {
            docs.line(&format!("Message {place}:"));
            docs.line("");
            docs.block(&message.text);
        } else {
            docs.line(&inline_code(&message.text));
            docs.line("");
            docs.line(&format!("Message {place}."));
        }
        if !message.comment.is_empty() {
            docs.line("");
            docs.prose(message.comment.iter().map(String::as_str));
        }
        if !parameters.is_empty() {
            docs.line("");
            parameters.iter().for_each(|parameter| docs.line(&self.explain(parameter)));
        }
        if name != wanted {
            let owner = self.names.iter().position(|own| own == wanted).and_then(|at| self.texts.messages.get(at));
            let owner = owner.map(|owner| inline_code(&owner.id)).unwrap_or_default();
            docs.line("");
            docs.line(&format!("The name {} belongs to {owner}.", inline_code(wanted)));
        }
        if !message.lacking.is_empty() {
            let tags: Vec<String> = message.lacking.iter().map(|tag| inline_code(tag)).collect();
            docs.line("");
            docs.line(&format!("Lacking in {}.", tags.join(", ")));
        }
    }

    fn explain(&self, parameter: &Parameter<'_>) -> String {
        let argument = parameter.argument;
        let what = match &argument.kind {
            Kind::Text => "text".to_owned(),
            Kind::Number => "a number".to_owned(),
            Kind::Date => "a date".to_owned(),
            Kind::Any => "a word or a number".to_owned(),
            Kind::Word(words) => format!("a word: {}", listed(words)),
        };
        let told = argument.told_by.iter().map(|tag| inline_code(tag)).collect::<Vec<_>>().join(", ");
        let told = if told.is_empty() { told } else { format!(" (in {told})") };
        format!("- {}: {what}{told}", inline_code(&format!("${}", argument.variable)))
    }
}

/// `` `linux`, `macos` ``.
pub(super) fn listed(words: &BTreeSet<String>) -> String {
    words.iter().map(|word| inline_code(word)).collect::<Vec<_>>().join(", ")
}

/// An argument of a function.
struct Parameter<'m> {
    argument: &'m Argument,
    name: String,
    kind: String,
}

impl Parameter<'_> {
    fn call(&self) -> String {
        // `with` itself takes anything that is an argument.
        let into = if self.argument.kind == Kind::Any { "" } else { ".into()" };
        format!(".with(\"{}\", {}{into})", self.argument.variable, self.name)
    }
}
