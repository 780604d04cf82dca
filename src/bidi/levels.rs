//! Embedding levels of a paragraph.
//!
//! unicode-bidi 0.3.18 misorders text that holds isolates (its issue 141), so it never sees one: each isolate is
//! replaced by U+FFFC in the text around it, which has the same effect there by UAX #9, and is resolved as a paragraph
//! of its own. Explicit levels are counted here, so that depths of more than 125 come out as the standard has it.

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo};

use crate::bidi::class::{Classes, class, first_strong_until};
use crate::bidi::controls::{FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
use crate::locale::Direction;

/// The deepest explicit level, `max_depth` of UAX #9.
const DEEPEST: u8 = 125;
/// Stands for an isolate in the text around it, and for what is neutral like one.
const OBJECT: char = '\u{FFFC}';
/// Stands for a control without effect: a boundary neutral.
const NOTHING: char = '\u{200B}';

/// A character with its place and its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Byte offset in the text.
    pub(super) at: u32,
    pub(super) character: char,
    /// The resolved level, after rule L1.
    pub(super) level: u8,
    /// Whether rule X9 removes it.
    pub(super) removed: bool,
}

/// A part of the text that markup isolates, as an element with `dir` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Isolate {
    pub(super) start: usize,
    pub(super) end: usize,
    /// `None`: by its first strong character.
    pub(super) direction: Option<Direction>,
}

/// The level of a paragraph of this direction.
pub(super) fn base_level(base: Direction) -> u8 {
    match base {
        Direction::Ltr => 0,
        Direction::Rtl => 1,
    }
}

/// Whether a character opens or closes a part of its own.
pub(super) fn is_explicit(character: char) -> bool {
    matches!(character, LRE..=RLO | LRI..=PDI)
}

/// Resolves a paragraph laid out on one line. Isolates are sorted by their start, outer before inner; one that would
/// reach beyond the isolate around it ends with that.
pub(super) fn resolve(text: &str, base: Direction, isolates: &[Isolate]) -> Vec<Unit> {
    let base = base_level(base);
    let mut units = if isolates.is_empty() && !text.contains(is_explicit) {
        plain(text, base)
    } else {
        let mut explicit = Explicit::new(text, base);
        explicit.run(isolates);
        explicit.finish()
    };
    reset(&mut units, base);
    units
}

/// A text without isolates or embeddings.
fn plain(text: &str, base: u8) -> Vec<Unit> {
    let levels = implicit(text, base);
    let level = |at: usize| levels.get(at).copied().unwrap_or(base);
    text.char_indices().map(|(at, character)| unit(at, character, level(at))).collect()
}

fn unit(at: usize, character: char, level: u8) -> Unit {
    let removed = class(character) == BidiClass::BN || matches!(character, LRE..=RLO);
    Unit { at: u32::try_from(at).unwrap_or(u32::MAX), character, level, removed }
}

/// Levels by byte, of a text without isolates in a paragraph of level `base`.
fn implicit(text: &str, base: u8) -> Vec<u8> {
    let parity = if base % 2 == 0 { Level::ltr() } else { Level::rtl() };
    let info = ParagraphBidiInfo::new_with_data_source(&Classes, text, Some(parity));
    let above = base - parity.number();
    info.levels.iter().map(|level| level.number().saturating_add(above)).collect()
}

/// Rule L1: separators, and white space before them or at the end, take the level of the paragraph.
fn reset(units: &mut [Unit], base: u8) {
    let mut trailing = true;
    for unit in units.iter_mut().rev() {
        match class(unit.character) {
            BidiClass::S => trailing = true,
            BidiClass::WS | BidiClass::LRI | BidiClass::RLI | BidiClass::FSI | BidiClass::PDI => {}
            _ if unit.removed => {}
            _ => trailing = false,
        }
        if trailing {
            unit.level = base;
        }
    }
}

/// Rule L2: indices into `levels` from left to right.
pub(super) fn order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    let lowest = levels.iter().copied().filter(|level| level % 2 == 1).min().unwrap_or(u8::MAX);
    for level in (lowest..=highest).rev() {
        let mut from = 0;
        while from < levels.len() {
            let inside = |at: &usize| levels.get(*at).is_some_and(|own| *own >= level);
            let length = order.iter().skip(from).take_while(|at| inside(at)).count();
            if let Some(run) = order.get_mut(from..from + length) {
                run.reverse();
            }
            from += length.max(1);
        }
    }
    order
}

/// A text to be resolved on its own: the paragraph, or the inside of an isolate.
struct Group {
    base: u8,
    text: String,
    /// Where in `text` which unit stands.
    units: Vec<(usize, usize)>,
}

enum Kind {
    Paragraph,
    Embedding,
    /// Opened by a control, the unit of this index.
    Control(usize),
    /// Opened by markup that ends at this byte; with the overflows counted before.
    Markup {
        end: usize,
        isolates: usize,
        embeddings: usize,
    },
}

/// An entry of the directional status stack.
struct Scope {
    level: u8,
    kind: Kind,
    group: usize,
}

/// Rules X1 to X8: from controls and markup to groups.
struct Explicit<'a> {
    text: &'a str,
    base: u8,
    units: Vec<Unit>,
    groups: Vec<Group>,
    stack: Vec<Scope>,
    overflow_isolates: usize,
    overflow_embeddings: usize,
    /// Closing units with the opening units whose level they take.
    closed: Vec<(usize, usize)>,
}

impl<'a> Explicit<'a> {
    fn new(text: &'a str, base: u8) -> Self {
        let paragraph = Group { base, text: String::with_capacity(text.len()), units: Vec::new() };
        Self {
            text,
            base,
            units: Vec::with_capacity(text.len()),
            groups: vec![paragraph],
            stack: vec![Scope { level: base, kind: Kind::Paragraph, group: 0 }],
            overflow_isolates: 0,
            overflow_embeddings: 0,
            closed: Vec::new(),
        }
    }

    fn run(&mut self, isolates: &[Isolate]) {
        let mut isolates = isolates.iter().filter(|isolate| isolate.start < isolate.end).peekable();
        for (at, character) in self.text.char_indices() {
            self.close_markup(at);
            while let Some(isolate) = isolates.next_if(|isolate| isolate.start <= at) {
                self.open_markup(isolate);
            }
            let index = self.units.len();
            self.units.push(unit(at, character, self.base));
            match character {
                LRE | RLE | LRO | RLO => self.embed(character, index),
                PDF => self.end_embedding(index),
                LRI | RLI | FSI => self.open(character, at, index),
                PDI => self.close(index),
                other => self.push(other, Some(index)),
            }
        }
    }

    fn level(&self) -> u8 {
        self.stack.last().map_or(self.base, |scope| scope.level)
    }

    fn group(&self) -> usize {
        self.stack.last().map_or(0, |scope| scope.group)
    }

    fn push(&mut self, character: char, unit: Option<usize>) {
        let group = self.group();
        if let Some(group) = self.groups.get_mut(group) {
            group.units.extend(unit.map(|unit| (group.text.len(), unit)));
            group.text.push(character);
        }
    }

    /// The next level of a direction, if there is room for it.
    fn next(&self, direction: Direction) -> Option<u8> {
        let level = self.level();
        let next = match direction {
            Direction::Ltr => level.saturating_add(2) & !1,
            Direction::Rtl => level.saturating_add(1) | 1,
        };
        (next <= DEEPEST && self.overflow_isolates == 0 && self.overflow_embeddings == 0).then_some(next)
    }

    fn embed(&mut self, character: char, index: usize) {
        let direction = if matches!(character, LRE | LRO) { Direction::Ltr } else { Direction::Rtl };
        match self.next(direction) {
            Some(level) => {
                self.push(character, Some(index));
                self.stack.push(Scope { level, kind: Kind::Embedding, group: self.group() });
            }
            None => {
                self.push(NOTHING, Some(index));
                self.overflow_embeddings += usize::from(self.overflow_isolates == 0);
            }
        }
    }

    fn end_embedding(&mut self, index: usize) {
        let is_open = self.stack.last().is_some_and(|scope| matches!(scope.kind, Kind::Embedding));
        if self.overflow_isolates > 0 {
            self.push(NOTHING, Some(index));
        } else if self.overflow_embeddings > 0 {
            self.overflow_embeddings -= 1;
            self.push(NOTHING, Some(index));
        } else if is_open {
            self.push(PDF, Some(index));
            self.stack.pop();
        } else {
            self.push(NOTHING, Some(index));
        }
    }

    fn enter(&mut self, level: u8, kind: Kind) {
        let group = self.groups.len();
        self.groups.push(Group { base: level, text: String::new(), units: Vec::new() });
        self.stack.push(Scope { level, kind, group });
    }

    fn open(&mut self, character: char, at: usize, index: usize) {
        self.push(OBJECT, Some(index));
        let direction = match character {
            LRI => Direction::Ltr,
            RLI => Direction::Rtl,
            // Among overflows the direction means nothing, and looking for it each time would be quadratic.
            _ if self.overflow_isolates > 0 || self.overflow_embeddings > 0 => Direction::Ltr,
            _ => {
                let inside = self.text.get(at + character.len_utf8()..).unwrap_or_default();
                first_strong_until(inside, true).unwrap_or(Direction::Ltr)
            }
        };
        match self.next(direction) {
            Some(level) => self.enter(level, Kind::Control(index)),
            None => self.overflow_isolates += 1,
        }
    }

    fn close(&mut self, index: usize) {
        if self.overflow_isolates > 0 {
            self.overflow_isolates -= 1;
            return self.push(OBJECT, Some(index));
        }
        let scopes = self.stack.iter().enumerate().rev();
        let mut within = scopes.take_while(|(_, scope)| !matches!(scope.kind, Kind::Markup { .. }));
        let opened = within.find_map(|(at, scope)| match scope.kind {
            Kind::Control(unit) => Some((at, unit)),
            _ => None,
        });
        match opened {
            Some((at, unit)) => {
                self.overflow_embeddings = 0;
                self.stack.truncate(at);
                self.closed.push((index, unit));
            }
            None => self.push(OBJECT, Some(index)),
        }
    }

    fn open_markup(&mut self, isolate: &Isolate) {
        let inside = self.text.get(isolate.start..isolate.end).unwrap_or_default();
        let direction = isolate.direction.or_else(|| first_strong_until(inside, false)).unwrap_or(Direction::Ltr);
        let next = self.next(direction);
        let kind = Kind::Markup {
            end: isolate.end,
            isolates: std::mem::take(&mut self.overflow_isolates),
            embeddings: std::mem::take(&mut self.overflow_embeddings),
        };
        match next {
            Some(level) => {
                self.push(OBJECT, None);
                self.enter(level, kind);
            }
            None => self.stack.push(Scope { level: self.level(), kind, group: self.group() }),
        }
    }

    /// Leaves the markup that ends at byte `at` or before, with all that was opened inside.
    fn close_markup(&mut self, at: usize) {
        let ended = |scope: &Scope| matches!(scope.kind, Kind::Markup { end, .. } if end <= at);
        let Some(first) = self.stack.iter().position(ended) else { return };
        if let Some(Scope { kind: Kind::Markup { isolates, embeddings, .. }, .. }) = self.stack.get(first) {
            (self.overflow_isolates, self.overflow_embeddings) = (*isolates, *embeddings);
        }
        self.stack.truncate(first);
    }

    fn finish(mut self) -> Vec<Unit> {
        for group in &self.groups {
            let levels = implicit(&group.text, group.base);
            for (at, unit) in &group.units {
                if let (Some(unit), Some(level)) = (self.units.get_mut(*unit), levels.get(*at)) {
                    unit.level = *level;
                }
            }
        }
        for (closing, opening) in self.closed {
            let level = self.units.get(opening).map(|unit| unit.level);
            if let (Some(unit), Some(level)) = (self.units.get_mut(closing), level) {
                unit.level = level;
            }
        }
        self.units
    }
}

#[cfg(test)]
mod tests;
