//! Keeping text of the other direction to itself.

use unicode_bidi::BidiClass;

use crate::bidi::controls::{FSI, LRI, PDI, RLI};
use crate::locale::Direction;

/// What surrounds text whose direction is not that of the message, for where the message is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Isolation {
    /// Nothing: for machines, and for terminals.
    #[default]
    Off,
    /// FSI and PDI: for plain text that people read.
    Text,
    /// `<bdi>`; all text, the message's own too, is escaped.
    Html,
}

/// Which strong directions a text holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Strong {
    pub(super) ltr: bool,
    pub(super) rtl: bool,
}

impl Strong {
    pub(super) fn of(text: &str) -> Self {
        let mut strong = Self::default();
        for character in text.chars() {
            match direction(character) {
                Some(Direction::Ltr) => strong.ltr = true,
                Some(Direction::Rtl) => strong.rtl = true,
                None => {}
            }
        }
        strong
    }

    pub(super) fn has(self, direction: Direction) -> bool {
        match direction {
            Direction::Ltr => self.ltr,
            Direction::Rtl => self.rtl,
        }
    }

    fn none(self) -> bool {
        !self.ltr && !self.rtl
    }
}

/// The strong direction of a character.
fn direction(character: char) -> Option<Direction> {
    if character.is_ascii() {
        return character.is_ascii_alphabetic().then_some(Direction::Ltr);
    }
    match unicode_bidi::bidi_class(character) {
        BidiClass::L => Some(Direction::Ltr),
        BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
        _ => None,
    }
}

/// How a placeable came by its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A caller's text, or a number with a sign: isolated also where its direction is unknown.
    Given,
    /// A translator's text: a term, a reference, a literal. Isolated only where it holds the other direction.
    Written,
}

/// A part of a text that is to be isolated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    start: usize,
    end: usize,
}

impl Mark {
    /// The mark that a placeable's text needs in a message of direction `base`.
    pub(super) fn of(text: &str, start: usize, origin: Origin, base: Direction) -> Option<Self> {
        let part = text.get(start..)?;
        let strong = Strong::of(part);
        let needed = match origin {
            Origin::Given => strong.has(base.opposite()) || (strong.none() && !part.trim().is_empty()),
            Origin::Written => strong.has(base.opposite()),
        };
        needed.then_some(Self { start, end: text.len() })
    }
}

/// Adds a mark; those inside it that it makes needless go.
pub(super) fn add(marks: &mut Vec<Mark>, mark: Mark, text: &str, base: Direction) {
    let whole = text.get(mark.start..mark.end).unwrap_or_default();
    // Inside, the base is what the text begins with.
    let inner_base = whole.chars().find_map(direction).unwrap_or(base);
    let first = marks.iter().position(|own| own.start >= mark.start).unwrap_or(marks.len());
    let inner = marks.split_off(first);
    marks.push(mark);
    let needed = |own: &Mark| {
        let part = text.get(own.start..own.end).unwrap_or_default();
        (own.start, own.end) != (mark.start, mark.end) && Strong::of(part).has(inner_base.opposite())
    };
    marks.extend(inner.into_iter().filter(needed));
}

/// The text with its marks turned into controls or tags; all of it escaped for HTML.
pub(super) fn apply(text: String, marks: &[Mark], isolation: Isolation, base: Direction) -> String {
    if isolation == Isolation::Off || (marks.is_empty() && isolation == Isolation::Text) {
        return text;
    }
    let marks = grown(&text, marks, base);
    let mut out = String::with_capacity(text.len() + marks.len() * 12);
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    for mark in &marks {
        while let Some(end) = open.pop_if(|end| *end <= mark.start) {
            push(&mut out, &text[at..end], isolation);
            close(&mut out, isolation);
            at = end;
        }
        push(&mut out, &text[at..mark.start], isolation);
        out.push_str(if isolation == Isolation::Html { "<bdi>" } else { "\u{2068}" });
        at = mark.start;
        open.push(mark.end);
    }
    while let Some(end) = open.pop() {
        push(&mut out, &text[at..end], isolation);
        close(&mut out, isolation);
        at = end;
    }
    push(&mut out, &text[at..], isolation);
    out
}

/// Marks grown over what is glued to them (`www.{ $host }`), apart from each other or one in the other.
fn grown(text: &str, marks: &[Mark], base: Direction) -> Vec<Mark> {
    let mut grown: Vec<Mark> = Vec::with_capacity(marks.len());
    let (mut outer, mut inside) = (0, 0);
    for mark in marks {
        if mark.start < inside {
            grown.push(*mark);
            continue;
        }
        inside = mark.end;
        let end = grow_on(text, mark.end, base);
        match grown.get_mut(outer) {
            // Glued to the one before: one isolate holds both.
            Some(last) if mark.start < last.end => last.end = last.end.max(end),
            last => {
                let floor = last.map_or(0, |last| last.end);
                outer = grown.len();
                grown.push(Mark { start: grow_back(text, floor, mark.start, base), end });
            }
        }
    }
    grown
}

/// Whether a character ends what is glued to a placeable.
fn parts(character: char, base: Direction) -> bool {
    character.is_whitespace()
        || direction(character) == Some(base)
        || matches!(character, '(' | ')' | '[' | ']' | '"' | '\u{AB}' | '\u{BB}' | '\u{201C}' | '\u{201D}' | LRI..=PDI)
}

fn grow_back(text: &str, floor: usize, start: usize, base: Direction) -> usize {
    let head = text.get(floor..start).unwrap_or_default();
    let glued = head.char_indices().rev().take_while(|(_, character)| !parts(*character, base));
    // Only text of the other direction draws the placeable to it: a dash or a slash does not.
    let furthest = glued.filter(|(_, character)| direction(*character) == Some(base.opposite())).last();
    furthest.map_or(start, |(at, _)| floor + at)
}

fn grow_on(text: &str, end: usize, base: Direction) -> usize {
    let tail = text.get(end..).unwrap_or_default();
    let glued = tail.char_indices().take_while(|(_, character)| !parts(*character, base));
    let furthest = glued.filter(|(_, character)| direction(*character) == Some(base.opposite())).last();
    furthest.map_or(end, |(at, character)| end + at + character.len_utf8())
}

fn push(out: &mut String, text: &str, isolation: Isolation) {
    if isolation == Isolation::Html {
        escape_into(out, text);
    } else {
        out.push_str(text);
    }
}

fn close(out: &mut String, isolation: Isolation) {
    out.push_str(if isolation == Isolation::Html { "</bdi>" } else { "\u{2069}" });
}

/// `text` for HTML, in text and in quoted attributes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

fn escape_into(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

/// Appends a caller's text so that it cannot end an isolate that it did not begin, nor leave one open.
pub(super) fn push_balanced(out: &mut String, text: &str) {
    if !text.contains([LRI, RLI, FSI, PDI]) {
        out.push_str(text);
        return;
    }
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            LRI | RLI | FSI => depth += 1,
            PDI if depth == 0 => continue,
            PDI => depth -= 1,
            _ => {}
        }
        out.push(character);
    }
    out.extend(std::iter::repeat_n(PDI, depth));
}
