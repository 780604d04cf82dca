//! The fields at the head of a file: YAML between `---`, TOML between `+++`, or none.

mod toml;
mod yaml;

use std::collections::HashSet;

use crate::article::{Field, FrontMatter, FrontMatterFormat, Value};
use crate::source::Span;

/// Reads the front matter at the head of `text`; also says where the body starts.
pub(crate) fn read(text: &str) -> (FrontMatter, usize) {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let (format, marker) = match text.get(start..start + 3) {
        Some("---") => (FrontMatterFormat::Yaml, "---"),
        Some("+++") => (FrontMatterFormat::Toml, "+++"),
        _ => return (FrontMatter::default(), start),
    };
    let Some(first) = line_end(text, start).filter(|end| text[start + 3..*end].trim().is_empty()) else {
        return (FrontMatter::default(), start);
    };
    let inner_start = after_line(text, first);
    let Some((inner_end, end)) = closing(text, inner_start, marker) else {
        // `---` alone is a thematic break; only something that looks like fields was meant as front matter.
        let meant = text[inner_start..].lines().next().is_some_and(|line| line.contains([':', '=']));
        if !meant {
            return (FrontMatter::default(), start);
        }
        let span = Span::new(start, first);
        let reason = format!("the closing {marker} line is missing");
        return (FrontMatter { format: Some(format), span, fields: Vec::new(), fault: Some((reason, span)) }, start);
    };
    let inner = &text[inner_start..inner_end];
    let (fields, fault) = match format {
        FrontMatterFormat::Yaml => yaml::read(inner, inner_start),
        FrontMatterFormat::Toml => toml::read(inner, inner_start),
    };
    let front = FrontMatter { format: Some(format), span: Span::new(start, end), fields, fault };
    (front, after_line(text, end))
}

/// What a format's reader gives: the fields, and the fault where there is one.
type Read = (Vec<Field>, Option<(String, Span)>);

/// Where the line that holds `at` ends, before its line ending.
fn line_end(text: &str, at: usize) -> Option<usize> {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    Some(if text[at..end].ends_with('\r') { end - 1 } else { end })
}

/// The start of the line after the one that ends at `end`.
fn after_line(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) }
}

/// The closing line: where the fields end, and where the line itself ends.
fn closing(text: &str, from: usize, marker: &str) -> Option<(usize, usize)> {
    let mut at = from;
    while at < text.len() {
        let end = line_end(text, at)?;
        if text[at..end].trim_end() == marker {
            return Some((at, end));
        }
        let next = after_line(text, end);
        if next == at {
            return None;
        }
        at = next;
    }
    None
}

/// The first field that is given twice, in any map.
fn repeated(fields: &[Field]) -> Option<(String, Span)> {
    let mut names = HashSet::with_capacity(fields.len());
    for field in fields {
        if !names.insert(field.name.as_str()) {
            return Some((format!("the field {} is given twice", field.name), field.name_span));
        }
        if let Some(fault) = repeated_inside(&field.value) {
            return Some(fault);
        }
    }
    None
}

fn repeated_inside(value: &Value) -> Option<(String, Span)> {
    match value {
        Value::Map(fields) => repeated(fields),
        Value::List(list) => list.iter().find_map(|(value, _)| repeated_inside(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::article::{FrontMatterFormat, Value};

    #[test]
    fn yaml_fields_have_the_bytes_of_their_values() {
        let text = "---\r\ntitle: \"مواعيد: الزيارة\" # note\r\ntags: [a, b]\r\nextra:\r\n  weight: 3\r\n---\r\nText";
        let (front, body) = read(text);
        assert_eq!(front.format, Some(FrontMatterFormat::Yaml));
        assert_eq!(front.fault, None);
        assert_eq!(front.text("title").as_deref(), Some("مواعيد: الزيارة"));
        let title = front.get("title").expect("a title");
        assert_eq!(title.value_span.slice(text), "\"مواعيد: الزيارة\"");
        assert_eq!(title.name_span.slice(text), "title");
        assert_eq!(front.get("extra.weight").map(|field| &field.value), Some(&Value::Integer(3)));
        assert_eq!(front.get("tags").map(|field| field.value_span.slice(text)), Some("[a, b]"));
        assert_eq!(&text[body..], "Text");
    }

    #[test]
    fn toml_fields_too() {
        let text = "+++\ntitle = \"Prices\"\ndate = 2023-03-20\n[extra]\ncategory = \"care\"\n+++\n\nText";
        let (front, body) = read(text);
        assert_eq!(front.format, Some(FrontMatterFormat::Toml));
        assert_eq!(front.text("date").as_deref(), Some("2023-03-20"));
        assert_eq!(front.get("date").map(|field| field.value_span.slice(text)), Some("2023-03-20"));
        assert_eq!(front.text("extra.category").as_deref(), Some("care"));
        assert_eq!(&text[body..], "\nText");
    }

    #[test]
    fn faults_have_a_place() {
        let (front, _) = read("---\ntitle: one: two\n---\n");
        let (_, span) = front.fault.expect("two colons are no YAML");
        assert!(span.start >= 4 && span.start <= 20, "{span:?}");
        let (front, _) = read("---\ntitle: a\ntitle: b\n---\n");
        assert_eq!(front.fault.expect("given twice").1.start, 13);
        let (front, body) = read("---\ntitle: a\n\nText without an end");
        assert!(front.fault.expect("no closing line").0.contains("closing"));
        assert_eq!(body, 0);
        let (front, _) = read("+++\ntitle = \n+++\n");
        assert!(front.fault.is_some());
    }

    #[test]
    fn a_thematic_break_is_no_front_matter() {
        for text in ["---\n\nText", "--- \n", "---", "----\na: b\n----\n", "", "Text\n---\na: b\n---\n"] {
            let (front, body) = read(text);
            assert_eq!((front.format, front.fault, body), (None, None, 0), "{text:?}");
        }
    }

    #[test]
    fn empty_front_matter_and_a_byte_order_mark() {
        let text = "\u{FEFF}---\n---\nText";
        let (front, body) = read(text);
        assert_eq!((front.format, front.fields.len(), front.fault), (Some(FrontMatterFormat::Yaml), 0, None));
        assert_eq!(&text[body..], "Text");
    }

    #[test]
    fn block_scalars_flow_maps_and_lists_have_their_bytes() {
        let text =
            "---\nsummary: |\n  سطر\n  آخر\nseo: {title: \"أ\", n: 007}\nlist:\n  - one\n  - two\nlast: x\n---\n";
        let (front, _) = read(text);
        assert_eq!(front.fault, None);
        assert_eq!(front.text("summary").as_deref(), Some("سطر\nآخر\n"));
        let written = |name: &str| front.get(name).map(|field| field.value_span.slice(text));
        assert_eq!(written("seo"), Some("{title: \"أ\", n: 007}"));
        assert_eq!(written("seo.title"), Some("\"أ\""));
        assert_eq!(front.text("seo.n").as_deref(), Some("007"));
        assert_eq!(written("last"), Some("x"));
        assert!(written("summary").is_some_and(|text| text.contains("آخر")));
        assert!(written("list").is_some_and(|text| text.starts_with("- one") && text.ends_with("two")));
    }

    #[test]
    fn numbers_read_as_they_were_written() {
        let (front, _) = read("---\na: 1.10\nb: 12\nc: -3.5\nd: 1e3\ne: .5\nf: +1\n---\n");
        let text = |name: &str| front.text(name);
        assert_eq!(
            ["a", "b", "c", "d", "e", "f"].map(|it| text(it).unwrap_or_default()),
            ["1.10", "12", "-3.5", "1e3", ".5", "+1"]
        );
        assert_eq!(front.get("b").map(|field| &field.value), Some(&Value::Integer(12)));
    }

    #[test]
    fn names_given_twice_are_seen_inside_lists_and_maps() {
        for text in ["---\na: {b: 1, b: 2}\n---\n", "---\na:\n  - b: 1\n    b: 2\n---\n"] {
            assert!(read(text).0.fault.is_some(), "{text}");
        }
    }

    #[test]
    fn aliases_are_not_expanded() {
        let (front, _) = read("---\na: &x [1, 2]\nb: *x\nc: [*x, *x]\n---\n");
        assert_eq!(front.get("b").map(|field| &field.value), Some(&Value::Null));
        assert_eq!(front.fault, None);
    }
}
