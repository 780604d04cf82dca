//! The line of a file that a finding is about, cut to what fits, with the place in it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::report::escape::visible;
use crate::source::{LineIndex, Place};

/// How many cells of a line are shown.
const WIDTH: usize = 100;
/// How many cells of a phrase are repeated.
const PHRASE: usize = 80;

/// How many bytes around a place are looked at: a line of a megabyte must not cost a megabyte for each finding.
const NEAR: usize = 1024;

/// One line of a file with a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line, hidden characters named, cut around the place.
    pub(super) line: String,
    /// Cells before the place, and in it (one at least). They mean nothing where a terminal reorders the line.
    pub(super) mark: Range<usize>,
    /// The text at the place, cut.
    pub(super) phrase: String,
    /// Whether the line holds right-to-left text, so that nothing below it can point into it.
    pub(super) reorders: bool,
}

impl Excerpt {
    /// The excerpt at a place; `None` where the place is the file as a whole, or an empty line.
    pub(super) fn new(text: &str, lines: &LineIndex, place: &Place) -> Option<Self> {
        if place.span.end == 0 {
            return None;
        }
        let span = lines.line(text, place.start.line);
        let line = span.slice(text);
        if line.trim().is_empty() {
            return None;
        }
        let offset = |byte: u32| floor(line, (byte.saturating_sub(span.start) as usize).min(line.len()));
        let (start, end) = (offset(place.span.start), offset(place.span.end));
        let end = end.max(start);
        let phrase = &line[start..floor(line, end.min(start + NEAR))];
        let (line, mark) = window(line, start..end);
        let reorders = is_right_to_left(&line);
        Some(Self { line, mark, phrase: cut(&visible(phrase), PHRASE), reorders })
    }
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn is_right_to_left(text: &str) -> bool {
    use unicode_bidi::BidiClass::{AL, AN, R};
    !text.is_ascii() && text.chars().any(|c| matches!(unicode_bidi::bidi_class(c), R | AL | AN))
}

/// Cells that a grapheme takes on a terminal, near enough for a mark: two for wide East Asian characters and emoji.
fn cells(grapheme: &str) -> usize {
    let wide = |c: char| {
        matches!(u32::from(c), 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F
            | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1F9FF
            | 0x20000..=0x3FFFD)
    };
    match grapheme.chars().next() {
        Some(first) if wide(first) => 2,
        // Names of hidden characters and tabs come as several plain characters, each its own grapheme.
        Some(_) => 1,
        None => 0,
    }
}

fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(cells).sum() }
}

/// The start of `text`, `most` cells at the most, cut between graphemes.
pub(super) fn cut(text: &str, most: usize) -> String {
    let text = text.trim();
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += cells(grapheme);
        if used > most {
            return format!("{}…", text[..at].trim_end());
        }
    }
    text.to_owned()
}

/// The line cut around `at`, with the cells of the mark in it.
fn window(line: &str, at: Range<usize>) -> (String, Range<usize>) {
    let indent = (line.len() - line.trim_start().len()).min(at.start);
    let full = line.trim_end().len().max(at.start);
    let at = at.start..floor(line, at.end.min(at.start + NEAR));
    let mut from = indent.max(floor(line, at.start.saturating_sub(NEAR)));
    let mut to = full.min(floor(line, (at.end + NEAR).min(line.len()))).max(at.end);
    if width(&visible(&line[from..to])) > WIDTH {
        let marked = width(&visible(&line[at.clone()])).min(WIDTH / 2);
        let room = WIDTH - marked;
        from = back(&line[..at.start], room / 3).max(from);
        let before = width(&visible(&line[from..at.start]));
        to = forth(line, at.start, WIDTH - before).min(to);
    }
    let head = if from > indent { "…" } else { "" };
    let tail = if to < full { "…" } else { "" };
    let before = visible(&line[from..at.start]);
    let inside = visible(line.get(at.start..at.end.min(to)).unwrap_or_default()).into_owned();
    let after = visible(line.get(at.end.min(to)..to).unwrap_or_default());
    let start = width(head) + width(&before);
    let mark = start..start + width(&inside).max(1);
    (format!("{head}{before}{inside}{after}{tail}"), mark)
}

/// Where the last `room` cells of `text` begin, at a grapheme boundary.
fn back(text: &str, room: usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += width(&visible(grapheme));
        if used > room {
            return at + grapheme.len();
        }
    }
    0
}

/// Where the `room` cells after byte `from` end, at a grapheme boundary.
fn forth(text: &str, from: usize, room: usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in text[from..].grapheme_indices(true) {
        used += width(&visible(grapheme));
        if used > room {
            return from + at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use proptest::prelude::*;

    fn excerpt(text: &str, part: &str) -> Excerpt {
        let at = text.find(part).expect("the part");
        let lines = LineIndex::new(text);
        let place = Place::new("a.md", text, &lines, Span::new(at, at + part.len()));
        Excerpt::new(text, &lines, &place).expect("an excerpt")
    }

    #[test]
    fn the_mark_stands_under_the_place() {
        let seen = excerpt("one\n  naïve café 2023 end\n", "2023");
        assert_eq!((seen.line.as_str(), seen.mark, seen.reorders), ("naïve café 2023 end", 11..15, false));
        let wide = excerpt("日本 x y", "y");
        assert_eq!(wide.mark, 7..8, "ideographs take two cells");
        let hidden = excerpt("a\u{2067}b!", "!");
        assert_eq!((hidden.line.as_str(), hidden.mark), ("a<U+2067>b!", 10..11));
    }

    #[test]
    fn arabic_is_said_to_reorder() {
        let seen = excerpt("شارك 100 طبيب في REACT", "100");
        assert!(seen.reorders);
        assert_eq!(seen.phrase, "100");
    }

    #[test]
    fn long_lines_are_cut_on_both_sides() {
        let text = format!("{} here {}", "before ".repeat(40), "after ".repeat(40));
        let seen = excerpt(&text, "here");
        assert!(seen.line.starts_with('…') && seen.line.ends_with('…'), "{}", seen.line);
        let under: String = seen.line.chars().skip(seen.mark.start).take(seen.mark.len()).collect();
        assert_eq!(under, "here");
        assert!(width(&seen.line) <= WIDTH + 2);
    }

    #[test]
    fn a_cut_never_parts_a_letter_from_its_marks() {
        assert_eq!(cut("مُدّة طويلة", 2), "مُدّ…");
    }

    #[test]
    fn a_place_over_several_lines_is_marked_on_its_first() {
        let seen = excerpt("start one\ntwo end", "one\ntwo");
        assert_eq!((seen.line.as_str(), seen.mark, seen.phrase.as_str()), ("start one", 6..9, "one"));
    }

    proptest! {
        #[test]
        fn any_span_of_any_text_gives_a_line(text in "(?s:.{0,300})", a in 0usize..900, b in 0usize..900) {
            let lines = LineIndex::new(&text);
            let span = Span::new(a.min(b), a.max(b));
            let place = Place::new("a.md", &text, &lines, span);
            if let Some(seen) = Excerpt::new(&text, &lines, &place) {
                prop_assert!(!seen.mark.is_empty());
                prop_assert!(!seen.line.contains('\n'));
            }
        }
    }
}
