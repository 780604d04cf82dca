//! Fields of the front matter, written so that they are read back as the text that was meant.

use std::collections::HashSet;

use crate::article::{Document, Field, FrontMatter, FrontMatterFormat, Value};
use crate::bidi::controls::is_control;
use crate::exchange::settle::Edit;
use crate::source::Span;

/// Ways of writing a value: as the one before it is written, or with all escapes.
pub(super) const WAYS: usize = 2;

/// The edit that gives field `name` this value; `source` tells where a field goes that `document` lacks. `None` where
/// there is no place for it.
pub(super) fn edit(document: &Document, source: &Document, name: &str, value: &str, way: usize) -> Option<Edit> {
    let text = &document.text;
    let format = document.front.format?;
    if let Some(field) = document.front.get(name) {
        let written = field.value_span.slice(text);
        let mut new = scalar(format, written, value, way);
        let (mut start, head) = (field.value_span.start as usize, field.name_span.end as usize);
        if field.value_span.is_empty() || text.get(head..start)?.contains('\n') {
            // Nothing; or a value on lines of its own, whose sign (`|`, `>`) stands on the name's line.
            start = head + text.get(head..)?.find([':', '='])? + 1;
        }
        if text.get(..start)?.ends_with([':', '=']) {
            new.insert(0, ' ');
        }
        if written.ends_with('\n') {
            new.push_str(end_of_line(text));
        }
        let end = if field.value_span.is_empty() { start } else { field.value_span.end as usize };
        return Some(Edit { span: Span::new(start, end), text: new });
    }
    let source_field = source.front.fields.iter().find(|field| field.name == name)?;
    let line = line(format, source_field.name_span.slice(&source.text), value, way);
    let end = end_of_line(text);
    let before = source.front.fields.iter().take_while(|field| field.name != name);
    let last = before.filter_map(|field| document.front.fields.iter().find(|own| own.name == field.name)).last();
    let (at, new) = match last.map(|field| field.value_span.end as usize) {
        Some(at) if text.get(..at)?.ends_with('\n') => (at, format!("{line}{end}")),
        Some(at) => (at + line_length(text.get(at..)?), format!("{end}{line}")),
        None => {
            let open = document.front.span.start as usize;
            (open + line_length(text.get(open..)?), format!("{end}{line}"))
        }
    };
    Some(Edit { span: Span::at(at), text: new })
}

/// The edit that gives `document`, which has none, front matter with these fields.
pub(super) fn create(document: &Document, source: &Document, fields: &[(String, String)], way: usize) -> Option<Edit> {
    let format = source.front.format?;
    let marker = if format == FrontMatterFormat::Yaml { "---" } else { "+++" };
    let end = end_of_line(&document.text);
    let mut text = format!("{marker}{end}");
    for (name, value) in fields {
        let field = source.front.fields.iter().find(|field| field.name == *name)?;
        text.push_str(&line(format, field.name_span.slice(&source.text), value, way));
        text.push_str(end);
    }
    text.push_str(&format!("{marker}{end}{end}"));
    Some(Edit { span: Span::at(document.body.start as usize), text })
}

fn line(format: FrontMatterFormat, name: &str, value: &str, way: usize) -> String {
    match format {
        FrontMatterFormat::Yaml => format!("{name}: {}", scalar(format, "", value, way)),
        FrontMatterFormat::Toml => format!("{name} = {}", scalar(format, "", value, way)),
    }
}

/// How the file ends its lines.
pub(super) fn end_of_line(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text.get(..at).is_some_and(|line| line.ends_with('\r')) => "\r\n",
        _ => "\n",
    }
}

/// Bytes up to the end of the line, without what ends it.
pub(super) fn line_length(text: &str) -> usize {
    let line = text.split('\n').next().unwrap_or_default();
    line.strip_suffix('\r').unwrap_or(line).len()
}

/// A text as a value: like `before` where that is possible and `way` is 0.
fn scalar(format: FrontMatterFormat, before: &str, value: &str, way: usize) -> String {
    let simple = way == 0 && !value.contains(|c: char| c.is_control() || is_control(c));
    match format {
        FrontMatterFormat::Yaml if simple && before.starts_with('\'') => format!("'{}'", value.replace('\'', "''")),
        FrontMatterFormat::Yaml if simple && !before.starts_with(['"', '|', '>']) => value.to_owned(),
        FrontMatterFormat::Toml if simple && before.starts_with('\'') => format!("'{value}'"),
        _ => quoted(value),
    }
}

/// Between quotation marks, with the escapes that YAML and TOML share.
fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    for character in value.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            // Invisible characters are never written raw.
            other if other.is_control() || is_control(other) => text.push_str(&format!("\\u{:04X}", u32::from(other))),
            other => text.push(other),
        }
    }
    text.push('"');
    text
}

/// Whether the front matter reads as `old` does, but for `new` values of some fields.
pub(super) fn is_as_wanted(front: &FrontMatter, old: &FrontMatter, new: &[(String, String)]) -> bool {
    let wanted: HashSet<&str> = new.iter().map(|(name, _)| name.as_str()).collect();
    let has_new = new.iter().all(|(name, value)| {
        front.get(name).is_some_and(|field| matches!(&field.value, Value::Text(text) if text == value))
    });
    let rest = |fields: &[Field]| without(fields, "", &wanted);
    front.fault.is_none() && has_new && rest(&front.fields) == rest(&old.fields)
}

/// The fields but those wanted, with their full names.
fn without(fields: &[Field], above: &str, wanted: &HashSet<&str>) -> Vec<(String, Option<Value>)> {
    let mut rest = Vec::new();
    for field in fields {
        let name = format!("{above}{}", field.name);
        match &field.value {
            _ if wanted.contains(name.as_str()) => {}
            Value::Map(inner) => {
                rest.push((name.clone(), None));
                rest.extend(without(inner, &format!("{name}."), wanted));
            }
            Value::List(list) => rest.extend(list.iter().map(|(value, _)| (name.clone(), Some(value.clone())))),
            value => rest.push((name, Some(value.clone()))),
        }
    }
    rest
}

/// What to take out of a source's front matter where it becomes a translation's: what is inherited from the source,
/// and the source's own address.
pub(super) fn inherited(document: &Document, shared: &[String]) -> Vec<Edit> {
    let names = shared.iter().map(String::as_str).chain(["slug"]);
    let fields = names.filter_map(|name| document.front.get(name));
    let mut edits: Vec<Edit> = fields.filter_map(|field| removal(&document.text, field)).collect();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup();
    edits
}

/// The lines of a field, where it has lines of its own.
fn removal(text: &str, field: &Field) -> Option<Edit> {
    let head = text.get(..field.name_span.start as usize)?;
    let start = head.rfind('\n').map_or(0, |at| at + 1);
    let alone = head.get(start..)?.chars().all(|c| c == ' ' || c == '\t');
    let end = field.value_span.end.max(field.name_span.end) as usize;
    let end = if text.get(..end)?.ends_with('\n') { end } else { end + text.get(end..)?.find('\n')? + 1 };
    alone.then(|| Edit { span: Span::new(start, end), text: String::new() })
}

#[cfg(test)]
mod tests;
