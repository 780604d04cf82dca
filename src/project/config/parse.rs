//! Reads `mizan.toml`; every mistake has its line and column and says what to write instead.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::{Deserialize, Deserializer, Error as _};
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Kind};
use crate::locale::Locale;
use crate::project::config::{Config, MessagesConfig};
use crate::project::layout::Layout;
use crate::project::uses;
use crate::source::{LineIndex, Span};

/// Reads the text of the configuration file at `path`.
pub(crate) fn parse(path: &Path, text: &str) -> Result<Config, Error> {
    let lines = LineIndex::new(text);
    let fault = |offset: usize, reason: String| -> Error {
        let at = lines.position(text, u32::try_from(offset).unwrap_or(u32::MAX));
        Kind::Config { path: path.to_owned(), at, reason }.into()
    };
    let tree = DeTable::parse(text)
        .map_err(|error| fault(error.span().map_or(0, |span| span.start), one_line(error.message())))?;
    check_messages(tree.get_ref()).map_err(|(place, reason)| fault(place, explained(&reason)))?;
    let mut config: Config = toml::from_str(text).map_err(|error| {
        let place = error.span().map_or(0, |span| span.start);
        fault(place, explained(error.message()))
    })?;
    let find = |path: &[&str]| place_of(tree.get_ref(), path).unwrap_or(0);
    check(&config, &|path, reason| fault(find(path), reason))?;
    if let Some((_, value)) = tree.get_ref().iter().find(|(key, _)| key.get_ref().as_ref() == "rules")
        && let DeValue::Table(rules) = value.get_ref()
    {
        let position = |key: &toml::Spanned<_>| lines.position(text, Span::at(key.span().start).start);
        config.rule_positions = rules.iter().map(|(key, _)| (key.get_ref().to_string(), position(key))).collect();
    }
    Ok(config)
}

type FaultAt<'a> = dyn Fn(&[&str], String) -> Error + 'a;

/// What the types alone do not say.
fn check(config: &Config, fault: &FaultAt<'_>) -> Result<(), Error> {
    let project = &config.project;
    let locale = |tag: &str, path: &[&str]| {
        Locale::new(tag).map_err(|error| fault(path, error.to_string())).map(|locale| locale.tag().to_owned())
    };
    let source = locale(&project.source, &["project", "source"])?;
    let mut seen = vec![source.clone()];
    for (at, tag) in project.targets.iter().enumerate() {
        let at = at.to_string();
        let place = ["project", "targets", &at];
        let tag = locale(tag, &place)?;
        if seen.contains(&tag) {
            let reason = if tag == source {
                format!("{tag} is the source, it cannot be a target too")
            } else {
                format!("{tag} is named twice")
            };
            return Err(fault(&place, reason));
        }
        seen.push(tag);
    }
    if let Some(url) = &project.base_url
        && !(url.starts_with("https://") || url.starts_with("http://"))
    {
        return Err(fault(
            &["project", "base-url"],
            format!("{url:?} is no address; write it like https://news.example.org"),
        ));
    }
    for tag in config.locales.keys() {
        let known = locale(tag, &["locales", tag])?;
        if !seen.contains(&known) {
            let reason = format!("{tag} is not a locale of this project; it has {}", seen.join(", "));
            return Err(fault(&["locales", tag], reason));
        }
    }
    for (name, articles) in &config.articles {
        pattern(&articles.path, &["articles", name, "path"], articles.source.is_none(), "slug", fault)?;
        if let Some(source) = &articles.source {
            pattern(source, &["articles", name, "source"], false, "slug", fault)?;
        }
    }
    for (name, messages) in &config.messages {
        let path = ["messages", name, "path"];
        Layout::new(&messages.path).map_err(|reason| fault(&path, reason))?;
        if !messages.path.contains("{locale}") {
            return Err(fault(&path, "the pattern needs {locale}".to_owned()));
        }
        if let Some(source) = &messages.source {
            Layout::new(source).map_err(|reason| fault(&["messages", name, "source"], reason))?;
        }
        for (at, pattern) in messages.used_in.iter().enumerate() {
            uses::glob(pattern).map_err(|reason| fault(&["messages", name, "used-in", &at.to_string()], reason))?;
        }
        for (at, call) in messages.calls.iter().enumerate() {
            if call.trim().is_empty() || call.contains(['(', ')', '"', ' ']) {
                let reason = "a name alone, like t, l10n.format or say!".to_owned();
                return Err(fault(&["messages", name, "calls", &at.to_string()], reason));
            }
        }
    }
    if !is_rust_path(&config.generate.crate_path) {
        let reason = format!("{:?} is no path of Rust, like ::mizan", config.generate.crate_path);
        return Err(fault(&["generate", "crate"], reason));
    }
    if let Some(site) = &config.site
        && !(site.address.starts_with('/') && site.address.contains("{slug}") && site.address.contains("{locale}"))
    {
        let reason = "an address begins with / and holds {locale} and {slug}, like /{locale}/{slug}/".to_owned();
        return Err(fault(&["site", "address"], reason));
    }
    Ok(())
}

/// Names parted by `::`, perhaps after one.
fn is_rust_path(path: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    path.strip_prefix("::").unwrap_or(path).split("::").all(is_name)
}

fn pattern(pattern: &str, path: &[&str], needs_locale: bool, needs: &str, fault: &FaultAt<'_>) -> Result<(), Error> {
    Layout::new(pattern).map_err(|reason| fault(path, reason))?;
    if !pattern.contains(&format!("{{{needs}}}")) {
        return Err(fault(path, format!("the pattern needs {{{needs}}}, like articles/{{slug}}/{{locale}}.md")));
    }
    if needs_locale && !pattern.contains("{locale}") {
        let reason =
            "the pattern needs {locale}, like articles/{slug}/{locale}.md; or give the source its own: source = \"…\"";
        return Err(fault(path, reason.to_owned()));
    }
    Ok(())
}

/// `[messages]` is read by hand ([`messages`]), which loses the places of its mistakes: they are looked for here.
fn check_messages(tree: &DeTable<'_>) -> Result<(), (usize, String)> {
    let Some((key, value)) = tree.iter().find(|(key, _)| key.get_ref().as_ref() == "messages") else { return Ok(()) };
    let DeValue::Table(table) = value.get_ref() else { return Ok(()) };
    let is_named = !table.is_empty() && table.iter().all(|(_, value)| matches!(value.get_ref(), DeValue::Table(_)));
    if !is_named {
        return check_messages_table(table, key.span().start);
    }
    for (key, value) in table.iter() {
        if let DeValue::Table(inner) = value.get_ref() {
            check_messages_table(inner, key.span().start)?;
        }
    }
    Ok(())
}

fn check_messages_table(table: &DeTable<'_>, start: usize) -> Result<(), (usize, String)> {
    for (key, value) in table.iter() {
        let name = key.get_ref();
        if name.as_ref() == "functions" {
            check_functions(value)?;
            continue;
        }
        let (right, expected) = match (name.as_ref(), value.get_ref()) {
            ("path" | "source", value) => (matches!(value, DeValue::String(_)), "a pattern, written as a string"),
            ("used-in" | "calls", DeValue::Array(items)) => {
                if let Some(item) = items.iter().find(|item| !matches!(item.get_ref(), DeValue::String(_))) {
                    return Err((item.span().start, format!("`{name}` is a list of strings")));
                }
                (true, "")
            }
            ("used-in" | "calls", _) => (false, "a list of strings"),
            _ => {
                let known = "expected one of `calls`, `functions`, `path`, `source`, `used-in`";
                return Err((key.span().start, format!("unknown field `{name}`, {known}")));
            }
        };
        if !right {
            return Err((value.span().start, format!("`{name}` is {expected}")));
        }
    }
    let has_path = table.iter().any(|(key, _)| key.get_ref().as_ref() == "path");
    if has_path { Ok(()) } else { Err((start, "missing field `path`".to_owned())) }
}

/// Names as Fluent writes them.
fn check_functions(value: &toml::Spanned<DeValue<'_>>) -> Result<(), (usize, String)> {
    let DeValue::Array(names) = value.get_ref() else {
        return Err((value.span().start, "`functions` is a list of names, like [\"PLATFORM\"]".to_owned()));
    };
    let is_name = |name: &str| {
        let sign = |sign: u8| sign.is_ascii_uppercase() || sign.is_ascii_digit() || matches!(sign, b'-' | b'_');
        name.starts_with(|first: char| first.is_ascii_uppercase()) && name.bytes().all(sign)
    };
    for name in names.iter() {
        if !matches!(name.get_ref(), DeValue::String(text) if is_name(text)) {
            return Err((name.span().start, "a function's name is written in capitals, like \"PLATFORM\"".to_owned()));
        }
    }
    Ok(())
}

/// Where the value at this path of keys stands; a number names an item of a list.
fn place_of(table: &DeTable<'_>, path: &[&str]) -> Option<usize> {
    let (first, rest) = path.split_first()?;
    let (key, value) = table.iter().find(|(key, _)| key.get_ref().as_ref() == *first)?;
    let here = if rest.is_empty() { value.span().start } else { key.span().start };
    match value.get_ref() {
        DeValue::Table(inner) if !rest.is_empty() => {
            // `[messages]` may stand for the one table that it would name.
            place_of(inner, rest).or_else(|| place_of(inner, &rest[1..])).or(Some(here))
        }
        DeValue::Array(items) => {
            let item = rest.first().and_then(|at| items.get(at.parse::<usize>().ok()?));
            Some(item.map_or(here, |item| item.span().start))
        }
        _ => Some(here),
    }
}

/// serde says what it expected; a near name is what was probably meant.
fn explained(message: &str) -> String {
    let message = one_line(message);
    let mut quoted = message.split('`').skip(1).step_by(2);
    if !message.starts_with("unknown field") && !message.starts_with("unknown variant") {
        return message;
    }
    let Some(given) = quoted.next() else { return message };
    let nearest = quoted
        .map(|known| (strsim::jaro_winkler(given, known), known))
        .filter(|(alike, _)| *alike > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match nearest {
        Some((_, known)) => format!("{message}; did you mean `{known}`?"),
        None => message,
    }
}

fn one_line(message: &str) -> String {
    message.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
}

/// `[messages]` with a `path`, or tables by name.
pub(super) fn messages<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, MessagesConfig>, D::Error> {
    let table = toml::Table::deserialize(from)?;
    let is_one = table.is_empty() || table.values().any(|value| !value.is_table());
    let read =
        |value: toml::Value| MessagesConfig::deserialize(value).map_err(|error| D::Error::custom(error.message()));
    if is_one {
        let one = read(toml::Value::Table(table))?;
        return Ok(BTreeMap::from([("messages".to_owned(), one)]));
    }
    table.into_iter().map(|(name, value)| Ok((name, read(value)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;
    use std::path::Path;

    fn fault(text: &str) -> String {
        parse(Path::new("mizan.toml"), text).expect_err("a fault").to_string()
    }

    const HEAD: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n";

    #[test]
    fn faults_name_line_column_and_remedy() {
        assert!(fault("[project]\nsource = \"en\"\ntargts = [\"ar\"]\n").starts_with("mizan.toml:3:1: "));
        let text = fault(&format!("{HEAD}[articles.news]\npath = \"a/{{slug}}/{{locale}}.md\"\nrequird = []\n"));
        assert!(text.starts_with("mizan.toml:6:1:") && text.contains("did you mean `required`?"), "{text}");
        let text = fault(&format!("{HEAD}[articles.news]\npath = \"a/{{slug}}.md\"\n"));
        assert!(text.starts_with("mizan.toml:5:8:") && text.contains("{locale}"), "{text}");
        let text = fault("[project]\nsource = \"en\"\ntargets = [\"ar\", \"not a tag\"]\n");
        assert!(text.starts_with("mizan.toml:3:18:") && text.contains("BCP 47"), "{text}");
        let text = fault("[project]\nsource = \"en\"\ntargets = [\"en\"]\n");
        assert!(text.starts_with("mizan.toml:3:12:") && text.contains("cannot be a target too"), "{text}");
        let text = fault(&format!("{HEAD}[rules]\n\"article/missing\" = \"loud\"\n"));
        assert!(text.starts_with("mizan.toml:5:21:") && text.contains("warn"), "{text}");
        assert!(fault("[project\n").starts_with("mizan.toml:1:"));
    }

    #[test]
    fn the_generated_module_calls_mizan_by_a_path() {
        let text = |path: &str| format!("{HEAD}[generate]\nout = \"src/texts.rs\"\ncrate = \"{path}\"\n");
        let config = parse(Path::new("m"), &text("crate::i18n")).expect("a path");
        assert_eq!(config.generate.crate_path, "crate::i18n");
        assert_eq!(parse(Path::new("m"), HEAD).expect("none").generate.crate_path, "::mizan");
        for path in ["", "::", "a-b", "a::", "a; fn b() {}", "1a"] {
            assert!(fault(&text(path)).starts_with("mizan.toml:6:9: "), "{path}");
        }
    }

    #[test]
    fn messages_are_one_table_or_several() {
        let one = parse(Path::new("m"), &format!("{HEAD}[messages]\npath = \"l/{{locale}}/{{file}}.ftl\"\n"));
        assert_eq!(one.expect("one").messages.keys().collect::<Vec<_>>(), ["messages"]);
        let text =
            format!("{HEAD}[messages.a]\npath = \"a/{{locale}}.ftl\"\n[messages.b]\npath = \"b/{{locale}}.ftl\"\n");
        assert_eq!(parse(Path::new("m"), &text).expect("two").messages.len(), 2);
        let text = fault(&format!("{HEAD}[messages]\npath = \"l/{{locale}}.ftl\"\nsuorce = \"l/en.ftl\"\n"));
        assert!(text.starts_with("mizan.toml:6:1:") && text.contains("did you mean `source`?"), "{text}");
        let text = fault(&format!("{HEAD}[messages.a]\npath = \"{{locale}}.ftl\"\n[messages.b]\npath = 1\n"));
        assert!(text.starts_with("mizan.toml:7:8:"), "{text}");
        let text = fault(&format!("{HEAD}[messages]\npath = \"{{locale}}.ftl\"\nsource = \"/en.ftl\"\n"));
        assert!(text.starts_with("mizan.toml:6:10:"), "{text}");
        assert!(parse(Path::new("m"), &format!("\u{FEFF}{HEAD}")).is_ok(), "a byte order mark is no fault");
        let text = fault(&format!("{HEAD}[messages.a]\nsource = \"en.ftl\"\n"));
        assert!(text.starts_with("mizan.toml:4:") && text.contains("missing field `path`"), "{text}");
        let text = fault(&format!("{HEAD}[messages]\npath = \"{{locale}}.ftl\"\nused-in = [\"src/**\", \"/x\"]\n"));
        assert!(text.starts_with("mizan.toml:6:22:") && text.contains("below"), "{text}");
        let text = fault(&format!("{HEAD}[messages]\npath = \"{{locale}}.ftl\"\nused_in = []\n"));
        assert!(text.starts_with("mizan.toml:6:1:") && text.contains("did you mean `used-in`?"), "{text}");
        let text = fault(&format!("{HEAD}[messages.a]\npath = \"{{locale}}.ftl\"\ncalls = [\"t\", \"t(x)\"]\n"));
        assert!(text.starts_with("mizan.toml:6:15:"), "{text}");
        let text = fault(&format!("{HEAD}[messages]\npath = \"{{locale}}.ftl\"\nused-in = [\"a\", 1]\n"));
        assert!(text.starts_with("mizan.toml:6:17:") && text.contains("list of strings"), "{text}");
        let text = fault(&format!("{HEAD}[messages]\npath = \"{{locale}}.ftl\"\nused-in = \"a\"\n"));
        assert!(text.starts_with("mizan.toml:6:11:") && text.contains("list of strings"), "{text}");
        let text = fault(&format!("{HEAD}[messages]\npath = \"l/x.ftl\"\n"));
        assert!(text.starts_with("m") && text.contains("{locale}"), "{text}");
    }

    #[test]
    fn functions_are_names_in_capitals() {
        let text = |functions: &str| format!("{HEAD}[messages]\npath = \"{{locale}}.ftl\"\nfunctions = {functions}\n");
        let config = parse(Path::new("m"), &text("[\"PLATFORM\", \"A1_B-C\"]")).expect("names");
        assert_eq!(config.messages["messages"].functions, ["PLATFORM", "A1_B-C"]);
        for (functions, place) in [("\"SHORT\"", "6:13"), ("[\"SHORT\", \"short\"]", "6:23"), ("[1]", "6:14")] {
            let fault = fault(&text(functions));
            assert!(fault.starts_with(&format!("mizan.toml:{place}:")), "{fault}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_configuration_is_survived(text in "(\\[[a-z.\"]{0,12}\\]|[a-z]{0,8} = |\"[a-z{}/]{0,8}\"|[\\[\\]{},0-9]|\n|.){0,30}") {
            let _ = parse(Path::new("m"), &text);
            let _ = parse(Path::new("m"), &format!("{HEAD}{text}"));
        }
    }
}
