//! Keeping text of the other direction to itself.

use std::ops::Range;

use unicode_bidi::BidiClass;

use crate::bidi::controls::{FSI, LRI, PDI, RLI};
use crate::locale::Direction;

/// What surrounds text whose direction is not that of the message, for where the message is shown.
///
/// The direction is written where it is certain: all letters run one way, or the language is known (the message's own, or
/// that of the locale that stood in for it). Left to guess by the first letter, one in thirteen mainly Arabic texts would
/// run the wrong way. Only a caller's text of both directions is left to the first letter: nothing else is known of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Isolation {
    /// Nothing: for machines, and for terminals.
    #[default]
    Off,
    /// FSI and PDI (LRI or RLI, where the first letter would mislead): for plain text that people read.
    Text,
    /// `<bdi>` with `dir`, and with `lang` around text of a locale that stood in; all text, the message's own too, is
    /// escaped.
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

    /// The direction of all letters. Figures and signs alone (a telephone number) run left to right.
    fn certain(self) -> Option<Direction> {
        match (self.ltr, self.rtl) {
            (true, true) => None,
            (false, true) => Some(Direction::Rtl),
            (_, false) => Some(Direction::Ltr),
        }
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
pub(super) struct Mark<'r> {
    start: usize,
    end: usize,
    /// Its direction; `None` where the first letter decides.
    direction: Option<Direction>,
    /// It is whole: nothing that is glued to it belongs to it.
    whole: bool,
    /// Its language, where that is not the message's.
    language: Option<&'r str>,
}

impl<'r> Mark<'r> {
    /// The mark that a placeable's text needs in a message of direction `base`.
    pub(super) fn of(text: &str, start: usize, origin: Origin, base: Direction) -> Option<Self> {
        let part = text.get(start..)?;
        let strong = Strong::of(part);
        let needed = match origin {
            Origin::Given => strong.has(base.opposite()) || (strong.none() && !part.trim().is_empty()),
            Origin::Written => strong.has(base.opposite()),
        };
        // A translator's text of both directions is of the message's language.
        let known = (origin == Origin::Written).then_some(base);
        let direction = strong.certain().or(known);
        needed.then_some(Self { start, end: text.len(), direction, whole: false, language: None })
    }

    /// The mark of a text whose direction is known, and its language.
    pub(super) fn known(text: &str, start: usize, direction: Direction, language: Option<&'r str>) -> Option<Self> {
        let needed = !text.get(start..)?.trim().is_empty();
        needed.then_some(Self { start, end: text.len(), direction: Some(direction), whole: true, language })
    }

    /// The part of `text` that is marked.
    fn part<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    fn open(&self, text: &str, isolation: Isolation, out: &mut String) {
        if isolation == Isolation::Html {
            out.push_str("<bdi");
            if let Some(language) = self.language {
                out.extend([" lang=\"", language, "\""]);
            }
            if let Some(direction) = self.direction {
                out.extend([" dir=\"", direction.as_str(), "\""]);
            }
            out.push('>');
            return;
        }
        // What FSI finds by itself: a text without letters runs left to right.
        let found = || self.part(text).chars().find_map(direction).unwrap_or(Direction::Ltr);
        out.push(match self.direction.filter(|own| self.whole || *own != found()) {
            Some(Direction::Ltr) => LRI,
            Some(Direction::Rtl) => RLI,
            None => FSI,
        });
    }
}

/// Adds a mark; those inside it that it makes needless go.
pub(super) fn add<'r>(marks: &mut Vec<Mark<'r>>, mark: Mark<'r>, text: &str, base: Direction) {
    let inner_base = mark.base(text, base);
    let first = marks.iter().position(|own| own.start >= mark.start).unwrap_or(marks.len());
    let inner = marks.split_off(first);
    marks.push(mark);
    let needed = |own: &Mark<'_>| {
        let same = (own.start, own.end) == (mark.start, mark.end);
        !same && (mark.whole || own.whole || Strong::of(own.part(text)).has(inner_base.opposite()))
    };
    marks.extend(inner.into_iter().filter(needed));
}

/// The text with its marks turned into controls or tags; all of it escaped for HTML. `around` holds all of it.
pub(super) fn apply<'r>(
    text: String,
    marks: &[Mark<'r>],
    around: Option<Mark<'r>>,
    isolation: Isolation,
    base: Direction,
) -> String {
    if isolation == Isolation::Off || (marks.is_empty() && around.is_none() && isolation == Isolation::Text) {
        return text;
    }
    let mut marks = grown(&text, marks, base, 0..text.len());
    marks.splice(0..0, around);
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
        mark.open(&text, isolation, &mut out);
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

/// Marks grown over what is glued to them (`www.{ $host }`), apart from each other or one in the other; those inside one
/// by its own direction.
fn grown<'r>(text: &str, marks: &[Mark<'r>], base: Direction, bounds: Range<usize>) -> Vec<Mark<'r>> {
    let mut outer: Vec<(Mark<'r>, Vec<Mark<'r>>)> = Vec::with_capacity(marks.len());
    let mut inside = bounds.start;
    for mark in marks {
        if mark.start < inside {
            outer.last_mut().into_iter().for_each(|(_, inner)| inner.push(*mark));
            continue;
        }
        inside = mark.end;
        let end = if mark.whole { mark.end } else { grow_on(text, mark.end..bounds.end, base) };
        match outer.last_mut() {
            // Glued to the one before: one isolate holds both.
            Some((last, inner)) if mark.start < last.end => {
                last.end = last.end.max(end);
                last.settle(text, base);
                inner.extend(mark.whole.then_some(*mark));
            }
            last => {
                let floor = last.map_or(bounds.start, |(last, _)| last.end);
                let start = if mark.whole { mark.start } else { grow_back(text, floor..mark.start, base) };
                let mut mark = Mark { start, end, ..*mark };
                mark.settle(text, base);
                outer.push((mark, Vec::new()));
            }
        }
    }
    let grown_inside = |(mark, inner): (Mark<'r>, Vec<Mark<'r>>)| {
        let base = mark.base(text, base);
        std::iter::once(mark).chain(grown(text, &inner, base, mark.start..mark.end))
    };
    outer.into_iter().flat_map(grown_inside).collect()
}

impl Mark<'_> {
    /// The direction inside it: what the text begins with, unless it is known.
    fn base(&self, text: &str, outside: Direction) -> Direction {
        let begins = || self.part(text).chars().find_map(direction).unwrap_or(outside);
        self.direction.unwrap_or_else(begins)
    }

    /// Finds the direction anew, where a mark may have grown.
    fn settle(&mut self, text: &str, base: Direction) {
        if !self.whole && self.direction != Some(base) {
            self.direction = Strong::of(self.part(text)).certain();
        }
    }
}

/// Whether a character ends what is glued to a placeable.
fn parts(character: char, base: Direction) -> bool {
    character.is_whitespace()
        || direction(character) == Some(base)
        || matches!(character, '(' | ')' | '[' | ']' | '"' | '\u{AB}' | '\u{BB}' | '\u{201C}' | '\u{201D}' | LRI..=PDI)
}

fn grow_back(text: &str, before: Range<usize>, base: Direction) -> usize {
    let head = text.get(before.clone()).unwrap_or_default();
    let glued = head.char_indices().rev().take_while(|(_, character)| !parts(*character, base));
    // Only text of the other direction draws the placeable to it: a dash or a slash does not.
    let furthest = glued.filter(|(_, character)| direction(*character) == Some(base.opposite())).last();
    furthest.map_or(before.end, |(at, _)| before.start + at)
}

fn grow_on(text: &str, after: Range<usize>, base: Direction) -> usize {
    let tail = text.get(after.clone()).unwrap_or_default();
    let glued = tail.char_indices().take_while(|(_, character)| !parts(*character, base));
    let furthest = glued.filter(|(_, character)| direction(*character) == Some(base.opposite())).last();
    furthest.map_or(after.start, |(at, character)| after.start + at + character.len_utf8())
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

/// A text that stands for a message which no locale has.
pub(super) fn alone(text: &str, isolation: Isolation, base: Direction) -> String {
    let mark = Mark::of(text, 0, Origin::Given, base);
    apply(text.to_owned(), mark.as_slice(), None, isolation, base)
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
    if text.contains([LRI, RLI, FSI, PDI]) {
        crate::bidi::balanced(text, |character| out.push(character));
    } else {
        out.push_str(text);
    }
}
