//! Keeping a text to itself, in the way of the place that it goes to.

use crate::bidi::class::strong;
use crate::bidi::controls::{FSI, LRI, PDI, RLI, is_control};
use crate::bidi::spill::Reading;
use crate::locale::Direction;

/// A place that text goes to, with its own way to isolate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sink {
    /// Plain text: LRI, RLI or FSI, and PDI. Made at output, never stored in a source file.
    Text,
    /// HTML, and Markdown: `<bdi dir="ltr">`.
    Html,
    /// The value of an HTML attribute, where no element can go: controls as in [`Sink::Text`], escaped as HTML.
    Attribute,
    /// A Fluent pattern: controls in string literals, `{"\u2066"}`.
    Fluent,
}

impl Sink {
    /// What opens and what closes an isolate of this direction; without one, the text's first strong character decides.
    #[must_use]
    pub fn marks(self, direction: Option<Direction>) -> (&'static str, &'static str) {
        match (self, direction) {
            (Self::Text | Self::Attribute, Some(Direction::Ltr)) => ("\u{2066}", "\u{2069}"),
            (Self::Text | Self::Attribute, Some(Direction::Rtl)) => ("\u{2067}", "\u{2069}"),
            (Self::Text | Self::Attribute, None) => ("\u{2068}", "\u{2069}"),
            (Self::Html, Some(Direction::Ltr)) => ("<bdi dir=\"ltr\">", "</bdi>"),
            (Self::Html, Some(Direction::Rtl)) => ("<bdi dir=\"rtl\">", "</bdi>"),
            (Self::Html, None) => ("<bdi>", "</bdi>"),
            (Self::Fluent, Some(Direction::Ltr)) => ("{\"\\u2066\"}", "{\"\\u2069\"}"),
            (Self::Fluent, Some(Direction::Rtl)) => ("{\"\\u2067\"}", "{\"\\u2069\"}"),
            (Self::Fluent, None) => ("{\"\\u2068\"}", "{\"\\u2069\"}"),
        }
    }
}

/// A text put into a place of its own: isolated, its open isolates closed and stray closings dropped so that it cannot
/// reach out, and escaped where the sink is HTML or Fluent.
///
/// ```
/// use mizan::bidi::{Sink, isolated};
/// use mizan::locale::Direction;
/// assert_eq!(isolated("R&D", Some(Direction::Ltr), Sink::Html), "<bdi dir=\"ltr\">R&amp;D</bdi>");
/// assert_eq!(isolated("a\u{2069}b", None, Sink::Text), "\u{2068}ab\u{2069}");
/// ```
#[must_use]
pub fn isolated(text: &str, direction: Option<Direction>, sink: Sink) -> String {
    let (open, close) = sink.marks(direction);
    let mut out = String::with_capacity(text.len() + open.len() + close.len());
    out.push_str(open);
    balanced(text, |character| push(&mut out, character, sink));
    out.push_str(close);
    out
}

/// Shows `seen` the characters of `text` so that it ends no isolate that it did not begin, and leaves none open.
pub(crate) fn balanced(text: &str, mut seen: impl FnMut(char)) {
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            LRI | RLI | FSI => depth += 1,
            PDI if depth == 0 => continue,
            PDI => depth -= 1,
            _ => {}
        }
        seen(character);
    }
    (0..depth).for_each(|_| seen(PDI));
}

fn push(out: &mut String, character: char, sink: Sink) {
    match (sink, character) {
        (Sink::Html | Sink::Attribute, '&') => out.push_str("&amp;"),
        (Sink::Html | Sink::Attribute, '<') => out.push_str("&lt;"),
        (Sink::Html | Sink::Attribute, '>') => out.push_str("&gt;"),
        (Sink::Html | Sink::Attribute, '"') => out.push_str("&quot;"),
        (Sink::Html | Sink::Attribute, '\'') => out.push_str("&#39;"),
        (Sink::Fluent, '{') => out.push_str("{\"{\"}"),
        (Sink::Fluent, '}') => out.push_str("{\"}\"}"),
        (Sink::Fluent, control) if is_control(control) => {
            out.push_str(&format!("{{\"\\u{:04X}\"}}", u32::from(control)));
        }
        (_, other) => out.push(other),
    }
}

/// Whether a text that is put into a paragraph of direction `base` needs an isolate there: it holds the other
/// direction, or a number or signs without any direction, or controls.
///
/// ```
/// use mizan::bidi::needs_isolation;
/// use mizan::locale::Direction;
/// assert!(needs_isolation("C++", Direction::Rtl));
/// assert!(needs_isolation("+972 3", Direction::Rtl));
/// assert!(!needs_isolation("ميزان", Direction::Rtl));
/// ```
#[must_use]
pub fn needs_isolation(text: &str, base: Direction) -> bool {
    let mut has_base = false;
    for character in text.chars() {
        match strong(character) {
            _ if is_control(character) => return true,
            Some(direction) if direction != base => return true,
            Some(_) => has_base = true,
            None => {}
        }
    }
    !has_base && !text.trim().is_empty()
}

/// Something to be put into a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The byte before which it is put.
    pub at: u32,
    /// What is put there.
    pub insert: &'static str,
}

impl Reading {
    /// What keeps every spill in its place, in the order of the text; edits at the same byte are put there one after
    /// the other.
    #[must_use]
    pub fn edits(&self, sink: Sink) -> Vec<Edit> {
        let mut edits = Vec::with_capacity(self.spills.len() * 2);
        let mut open: Vec<(u32, &'static str)> = Vec::new();
        for spill in &self.spills {
            while let Some((at, insert)) = open.pop_if(|(end, _)| *end <= spill.span.start) {
                edits.push(Edit { at, insert });
            }
            let (before, after) = sink.marks(Some(spill.direction));
            edits.push(Edit { at: spill.span.start, insert: before });
            open.push((spill.span.end, after));
        }
        edits.extend(open.into_iter().rev().map(|(at, insert)| Edit { at, insert }));
        edits
    }

    /// The text, which this is the reading of, with its edits made. Nothing is escaped.
    #[must_use]
    pub fn mended(&self, text: &str, sink: Sink) -> String {
        let mut out = String::with_capacity(text.len() + self.spills.len() * 24);
        let mut done = 0;
        for edit in self.edits(sink) {
            out.push_str(text.get(done..edit.at as usize).unwrap_or_default());
            out.push_str(edit.insert);
            done = edit.at as usize;
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sink_isolates_in_its_own_way_and_cannot_be_left() {
        let rtl = Some(Direction::Rtl);
        assert_eq!(isolated("«أ»", rtl, Sink::Attribute), "\u{2067}«أ»\u{2069}");
        assert_eq!(isolated("\"\u{2066}x", None, Sink::Attribute), "\u{2068}&quot;\u{2066}x\u{2069}\u{2069}");
        let fluent = isolated("{ a\u{200F}", rtl, Sink::Fluent);
        assert_eq!(fluent, "{\"\\u2067\"}{\"{\"} a{\"\\u200F\"}{\"\\u2069\"}");
    }
}
