//! The start of a translation: the source's structure, with its words in comments.

use crate::article::{Document, Field, FrontMatterFormat, SegmentKind, is_prose};
use crate::source::Span;

/// A new translation of `source` to be filled in: the structure is kept; each segment's words stand in a comment where
/// the translation is to be written; code and pictures are as they were. Fields of `translated` are empty, with the
/// source's text in a comment; those of `shared` are left out, to be inherited; others are copied.
///
/// ```
/// use mizan::article::{Document, skeleton};
///
/// let english = Document::parse("en.md", "---\ntitle: Hours\ndate: 2024-01-02\n---\n\n# When\n\n- At nine\n".to_owned());
/// let text = skeleton(&english, &["title".into()], &["date".into()]);
/// assert_eq!(text, "---\n# Hours\ntitle: \"\"\n---\n\n# <!-- When -->\n\n- <!-- At nine -->\n");
/// ```
#[must_use]
pub fn skeleton(source: &Document, translated: &[String], shared: &[String]) -> String {
    let mut text = front_matter(source, translated, shared);
    let newline = if source.text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut at = source.body.start;
    for segment in source.segments.iter().filter(|segment| is_prose(segment.kind)) {
        let words = words_of(source, segment.kind, segment.span);
        let is_empty = words.slice(&source.text).trim().is_empty();
        if words.start < at || is_empty {
            continue;
        }
        text.push_str(Span { start: at, end: words.start }.slice(&source.text));
        text.push_str(&comment(words.slice(&source.text), segment.depth > 0));
        at = words.end;
    }
    text.push_str(Span { start: at, end: source.body.end }.slice(&source.text));
    if !text.ends_with('\n') {
        text.push_str(newline);
    }
    text
}

/// The part of a segment that is to be translated: of a heading what stands between its signs.
fn words_of(source: &Document, kind: SegmentKind, span: Span) -> Span {
    let text = span.slice(&source.text);
    match kind {
        SegmentKind::Heading(_) if text.starts_with('#') => {
            let inner = text.trim_start_matches('#');
            let head = text.len() - inner.trim_start().len();
            let inner = inner.trim();
            // `# Heading #` and `# Heading {#id}` keep their ends.
            let end = inner.rfind(" {#").filter(|_| inner.ends_with('}')).unwrap_or(inner.len());
            let end = inner.get(..end).unwrap_or(inner).trim_end_matches('#').trim_end().len();
            let start = span.start as usize + head;
            Span::new(start, start + end)
        }
        // The line of `===` below stays a heading's.
        SegmentKind::Heading(_) => {
            let first = text.rfind('\n').and_then(|at| text.get(..at)).unwrap_or(text).trim_end();
            Span::new(span.start as usize, span.start as usize + first.len())
        }
        SegmentKind::ListItem(_) => {
            let words = after_marker(text.trim_start());
            let start = span.start as usize + text.len() - words.len();
            Span::new(start, start + words.trim_end().len())
        }
        _ => {
            let start = span.start as usize + text.len() - text.trim_start().len();
            Span::new(start, start + text.trim().len())
        }
    }
}

/// The text of a list item after `-`, `1.` and `[ ]`.
fn after_marker(text: &str) -> &str {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let signs: &[char] = if digits.len() < text.len() { &['.', ')'] } else { &['-', '+', '*'] };
    let Some(rest) = digits.strip_prefix(signs).filter(|rest| rest.starts_with([' ', '\t', '\n'])) else { return text };
    let rest = rest.trim_start();
    let task = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| rest.strip_prefix(mark));
    task.map_or(rest, str::trim_start)
}

/// An HTML comment on one line: what begins the lines of a list or a quotation would end it there. An end inside it is
/// written so that it ends nothing.
fn comment(text: &str, is_nested: bool) -> String {
    let line = |line: &str| {
        let line = line.trim();
        if is_nested { line.trim_start_matches(['>', ' ', '\t']).to_owned() } else { line.to_owned() }
    };
    let lines: Vec<_> = text.lines().map(line).filter(|line| !line.is_empty()).collect();
    format!("<!-- {} -->", lines.join(" ").replace("-->", "--&gt;"))
}

fn front_matter(source: &Document, translated: &[String], shared: &[String]) -> String {
    let (Some(format), None) = (source.front.format, &source.front.fault) else {
        return source.text.get(..source.body.start as usize).unwrap_or_default().to_owned();
    };
    let newline = if source.text.contains("\r\n") { "\r\n" } else { "\n" };
    let mark = if format == FrontMatterFormat::Yaml { "---" } else { "+++" };
    let mut text = format!("{mark}{newline}");
    for field in &source.front.fields {
        let has = |names: &[String]| names.contains(&field.name);
        if has(shared) {
            continue;
        }
        if has(translated) && field.value.to_text().is_some() {
            for line in field.value.to_text().unwrap_or_default().lines() {
                text.extend(["# ", line, newline]);
            }
            let sign = if format == FrontMatterFormat::Yaml { ":" } else { " =" };
            text.extend([name(source, field), sign, " \"\"", newline]);
        } else {
            let whole = field.name_span.join(field.value_span);
            text.extend([whole.slice(&source.text).trim_end(), newline]);
        }
    }
    let gap = if source.text.get(source.body.range()).is_some_and(|body| body.starts_with(['\n', '\r'])) {
        ""
    } else {
        newline
    };
    text + mark + newline + gap
}

/// The field's name as the file writes it.
fn name<'a>(source: &'a Document, field: &Field) -> &'a str {
    field.name_span.slice(&source.text)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn of(text: &str) -> String {
        let document = Document::parse(Arc::from("en.md"), text.to_owned());
        skeleton(&document, &["title".to_owned()], &["date".to_owned()])
    }

    #[test]
    fn structure_code_and_pictures_stay() {
        let source = "Two lines\nof `text`.\n\n```sh\nls\n```\n\n![A ward](/w.svg)\n\n| Ward | Hours |\n| --- | --- |\n| Surgery | 9 |\n\nA note[^1].\n\n[^1]: The note.\n\n## Last {#last}\n\nSetext\n------\n\n1. [ ] One\n   - Two\n";
        let made = of(source);
        assert_eq!(
            made,
            "<!-- Two lines of `text`. -->\n\n```sh\nls\n```\n\n![A ward](/w.svg)\n\n| <!-- Ward --> | <!-- Hours --> |\n| --- | --- |\n| <!-- Surgery --> | <!-- 9 --> |\n\n<!-- A note[^1]. -->\n\n[^1]: <!-- The note. -->\n\n## <!-- Last --> {#last}\n\n<!-- Setext -->\n------\n\n1. [ ] <!-- One -->\n   - <!-- Two -->\n"
        );
    }

    #[test]
    fn fields_are_emptied_left_out_or_copied() {
        let made = of("---\ntitle: \"A: b\"\ndate: 2024-01-01\ntags: [a, b]\n---\nText\n");
        assert_eq!(made, "---\n# A: b\ntitle: \"\"\ntags: [a, b]\n---\n\n<!-- Text -->\n");
        let toml = of("+++\ntitle = 'T'\ndate = 2024-01-01\n+++\n\nText\n");
        assert_eq!(toml, "+++\n# T\ntitle = \"\"\n+++\n\n<!-- Text -->\n");
    }

    proptest::proptest! {
        /// Nothing of a source's prose is left outside comments, and its code stays.
        #[test]
        fn what_is_left_has_no_words(text in "((# |- |> |1\\. )?[a-z]{1,4}( --> <!-- x)?\n{1,2}|```\ncode\n```\n\n|\\| a \\| b \\|\n\\| - \\| - \\|\n\n){0,8}") {
            let made = of(&text);
            let again = Document::parse(Arc::from("ar.md"), made.clone());
            for segment in again.segments.iter().filter(|own| is_prose(own.kind)) {
                proptest::prop_assert_eq!(again.plain(segment).replace(|c: char| !c.is_alphanumeric(), ""), "", "{}", made);
            }
            proptest::prop_assert_eq!(made.matches("code\n").count(), text.matches("code\n").count());
        }
    }
}
