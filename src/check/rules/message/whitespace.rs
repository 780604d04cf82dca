use super::{Shared, each_shared_part, unit};
use crate::check::Sink;
use crate::check::rule::{CatalogPairLook, declare_rule};
use crate::message::{FileView, Joined, Path, Pattern, Use, Way, matching, walk, ways};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports white space that reaches the reader and differs from the source's: a blank at the beginning or end of a
    /// text that only one of the two has (as `{" "}` or a no-break space; Fluent drops others), several blanks between
    /// words where the source has none such, and paragraphs that were joined or divided.
    ///
    /// # Why
    ///
    /// What a program puts beside the text runs into it, or stands apart from it. None of this can be seen in the file.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// found-in = Found in:{" "}
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// found-in = وُجد في:
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// found-in = وُجد في:{" "}
    /// ```
    pub(crate) static WHITESPACE = ("message/whitespace", Info, CatalogPair(check));
}

/// Languages whose words no blank parts: what is put beside a text needs none either.
const SPACELESS: &[&str] = &["ja", "km", "lo", "my", "th", "yue", "zh"];

/// One way through a part, with its text.
struct Said<'p, 'a> {
    way: Way<'p, 'a>,
    joined: Joined,
}

impl<'a> AsRef<Path<'a>> for Said<'_, 'a> {
    fn as_ref(&self) -> &Path<'a> {
        &self.way.path
    }
}

/// A difference: what the sentence is called, and where it is seen.
type Fault = (&'static str, Span);

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    let spaced = !SPACELESS.contains(&look.locale.id().language.as_str());
    for shared in each_shared_part(look) {
        let (source, target) = (shared.source_part.pattern, shared.target_part.pattern);
        if !is_suspect(source) && !is_suspect(target) {
            continue;
        }
        let files = [look.source.file(shared.source_entry), look.target.file(shared.target_entry)];
        let Some((id, span)) = fault(&shared, files, spaced) else { continue };
        let entry = shared.target_entry;
        let message = Phrase::new(id).with("id", entry.name_of(&shared.target_part));
        let finding = sink.report(files[1].place(span), unit(entry, &shared.target_part), message);
        finding.related(files[0].place(files[0].pattern_span(source)));
    }
}

/// Whether any white space of `pattern` is out of the ordinary.
fn is_suspect(pattern: &Pattern<'_>) -> bool {
    let mut found = false;
    walk(pattern, &mut |used| {
        found = found
            || match used {
                // A line of its own is the blank one of several.
                Use::Text(text) => {
                    text.trim().is_empty() && text.contains('\n')
                        || text.contains("  ")
                        || text.contains(['\u{A0}', '\u{202F}', '\t'])
                }
                Use::Literal(text) => text.trim().is_empty() || text.trim().len() < text.len() || text.contains('\\'),
                _ => false,
            };
    });
    found
}

fn fault(shared: &Shared<'_, '_>, files: [&FileView<'_>; 2], spaced: bool) -> Option<Fault> {
    let source = said(shared.source_part.pattern, files[0])?;
    let target = said(shared.target_part.pattern, files[1])?;
    let spreads = source.iter().any(|own| doubled(&own.joined.text).is_some());
    for own in &target {
        let text = &own.joined.text;
        let theirs: Vec<&str> =
            matching(&source, &own.way.path).into_iter().map(|own| own.joined.text.as_str()).collect();
        let all = |holds: fn(&str) -> bool, value: bool| theirs.iter().all(|text| holds(text) == value);
        // A text left empty, or empty in the source, is divided into nothing.
        if text.trim().is_empty() || theirs.iter().any(|text| text.trim().is_empty()) {
            continue;
        }
        let (start, end) = (own.joined.span(0..first(text)), own.joined.span(text.len() - last(text)..text.len()));
        match (begins(text), ends(text)) {
            (false, _) if spaced && all(begins, true) => return Some(("message-whitespace-start-lost", start)),
            (true, _) if all(begins, false) => return Some(("message-whitespace-start-added", start)),
            (_, false) if spaced && all(ends, true) => return Some(("message-whitespace-end-lost", end)),
            (_, true) if all(ends, false) => return Some(("message-whitespace-end-added", end)),
            _ => {}
        }
        if let Some(range) = doubled(text).filter(|_| !spreads) {
            return Some(("message-whitespace-double", own.joined.span(range)));
        }
        if theirs.iter().all(|other| paragraphs(other) != paragraphs(text)) {
            return Some(("message-whitespace-paragraphs", files[1].pattern_span(shared.target_part.pattern)));
        }
    }
    None
}

fn said<'p, 'a>(pattern: &'p Pattern<'a>, file: &FileView<'_>) -> Option<Vec<Said<'p, 'a>>> {
    let said = |way| {
        let joined = Joined::of(&way, file, &|_| "\u{FFFC}".to_owned());
        Said { way, joined }
    };
    Some(ways(pattern)?.into_iter().map(said).collect())
}

fn first(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn last(text: &str) -> usize {
    text.chars().next_back().map_or(0, char::len_utf8)
}

fn begins(text: &str) -> bool {
    text.starts_with(char::is_whitespace)
}

fn ends(text: &str) -> bool {
    text.ends_with(char::is_whitespace)
}

/// Several blanks between two words of a line.
fn doubled(text: &str) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let indent = line.len() - line.trim_start().len();
        if let Some(at) = words.find("  ") {
            let rest = words.get(at..).unwrap_or_default();
            let from = start + indent + at;
            return Some(from..from + (rest.len() - rest.trim_start().len()));
        }
        start += line.len();
    }
    None
}

/// Texts between blank lines.
fn paragraphs(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for line in text.lines() {
        let has_text = !line.trim().is_empty();
        count += usize::from(has_text && !inside);
        inside = has_text;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;

    fn at(source: &str, target: &str) -> Vec<String> {
        let found = findings(&WHITESPACE, source, target);
        let ids = found.iter().map(|own| own.message.id.trim_start_matches("message-whitespace-"));
        places(&found, target).into_iter().zip(ids).map(|(place, id)| format!("{place} {id}")).collect()
    }

    #[test]
    fn a_blank_at_an_edge_is_compared() {
        assert_eq!(at("a = In:{\" \"}\n", "a = \u{641}\u{64A}:\n"), ["1:7 : end-lost"]);
        assert_eq!(at("a = In:\n", "a = \u{641}\u{64A}:{\"\\u00A0\"}\n"), ["1:10 \\u00A0 end-added"]);
        assert_eq!(at("a = {\" \"}of x\n", "a = \u{641}\u{64A}\n"), ["1:5 \u{641} start-lost"]);
        assert_eq!(at("a = of x\n", "a = {\" \"}\u{641}\u{64A}\n"), ["1:7   start-added"]);
        assert!(at("a = In:{\" \"}\n", "a = \u{641}\u{64A}:\u{A0}\n").is_empty(), "a blank is a blank");
        let source = "a = { $n ->\n    [one] One{\" \"}\n   *[other] Many{\" \"}\n }\n";
        let target = "a = { $n ->\n    [two] \u{627}{\" \"}\n   *[other] \u{643}\n }\n";
        assert_eq!(at(source, target), ["3:13 \u{643} end-lost"]);
    }

    #[test]
    fn several_blanks_between_words_are_seen_where_the_source_has_none() {
        assert_eq!(at("a = One two\n", "a = \u{641}\u{64A}   \u{628}\n"), ["1:7     double"]);
        assert_eq!(at("a = x\n  y z\n", "a =\n    \u{641}\n      \u{628}  \u{62C}\n"), ["3:8    double"]);
        assert!(at("a = One  two\n", "a = \u{641}\u{64A}   \u{628}\n").is_empty());
        assert!(at("a = x\n  y\n", "a =\n    \u{641}\n      \u{628}\n").is_empty(), "an indent is a layout");
    }

    #[test]
    fn paragraphs_are_counted() {
        let source = "a =\n    One\n    goes on.\n\n    Two\n";
        assert_eq!(at(source, "a =\n    \u{648}\n    \u{62B}\n"), ["2:5 \u{648}\n    \u{62B} paragraphs"]);
        assert!(at(source, "a =\n    \u{648}\n\n\n    \u{62B}\n").is_empty());
        assert!(at(source, "a = { \"\" }\n").is_empty(), "an empty text is not a matter of white space");
        assert!(at("a = One\n    two\n", "a = \u{648} \u{62B}\n").is_empty(), "lines are wrapped anyhow");
    }

    #[test]
    fn words_that_no_blank_parts_need_none_at_the_edge() {
        let found = findings_in(&WHITESPACE, "ja", &[("s", "a = In:{\" \"}\n")], &[("s", "a = \u{4E2D}\n")]);
        assert!(found.is_empty());
    }
}
