//! Explicit levels: from controls and markup to texts that are resolved on their own.

use std::collections::VecDeque;

use crate::bidi::class::first_strong_until;
use crate::bidi::controls::{FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
use crate::bidi::levels::{Isolate, Unit, implicit, unit};
use crate::locale::Direction;

/// The deepest explicit level, `max_depth` of UAX #9.
pub(super) const DEEPEST: u8 = 125;
/// Stands for an isolate in the text around it, and for what is neutral like one.
const OBJECT: char = '\u{FFFC}';
/// Stands for a control without effect: a boundary neutral.
const NOTHING: char = '\u{200B}';

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
    /// Opened by markup that ends at this byte, with its opening unit, and with the overflows counted before.
    Markup {
        end: usize,
        opening: Option<usize>,
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
pub(super) struct Explicit<'a> {
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
    pub(super) fn new(text: &'a str, base: u8) -> Self {
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

    pub(super) fn run(&mut self, isolates: &[Isolate]) {
        let has_text =
            |isolate: &&Isolate| self.text.get(isolate.start..isolate.end).is_some_and(|own| !own.is_empty());
        let mut isolates: VecDeque<Isolate> = isolates.iter().filter(has_text).copied().collect();
        for (at, character) in self.text.char_indices() {
            self.close_markup(at);
            while let Some(isolate) = isolates.pop_front_if(|isolate| isolate.start <= at) {
                self.open_markup(&isolate);
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
        self.close_markup(self.text.len());
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
        let opening = next.is_some().then_some(self.units.len());
        let kind = Kind::Markup {
            end: self.markup().map_or(isolate.end, |(_, end)| isolate.end.min(end)),
            opening,
            isolates: std::mem::take(&mut self.overflow_isolates),
            embeddings: std::mem::take(&mut self.overflow_embeddings),
        };
        match next {
            Some(level) => {
                let control = if direction == Direction::Ltr { LRI } else { RLI };
                self.units.push(unit(isolate.start, control, self.base));
                self.push(OBJECT, opening);
                self.enter(level, kind);
            }
            None => self.stack.push(Scope { level: self.level(), kind, group: self.group() }),
        }
    }

    /// The innermost markup that is open, and where it ends.
    fn markup(&self) -> Option<(usize, usize)> {
        self.stack.iter().enumerate().rev().find_map(|(at, scope)| match scope.kind {
            Kind::Markup { end, .. } => Some((at, end)),
            _ => None,
        })
    }

    /// Leaves the markup that ends at byte `at` or before, with all that was opened inside.
    fn close_markup(&mut self, at: usize) {
        while let Some((first, _)) = self.markup().filter(|(_, end)| *end <= at) {
            let scope = self.stack.split_off(first).into_iter().next();
            let Some(Kind::Markup { end, opening, isolates, embeddings }) = scope.map(|scope| scope.kind) else {
                return;
            };
            (self.overflow_isolates, self.overflow_embeddings) = (isolates, embeddings);
            if let Some(opening) = opening {
                self.closed.push((self.units.len(), opening));
                self.units.push(unit(end, PDI, self.base));
            }
        }
    }

    pub(super) fn finish(mut self) -> Vec<Unit> {
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
