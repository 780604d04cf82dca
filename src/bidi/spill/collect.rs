//! The phrases of a paragraph, and those inside them.

use std::ops::Range;

use crate::bidi::is_mixed;
use crate::bidi::levels::Isolate;
use crate::bidi::spill::atoms::tokens;
use crate::bidi::spill::chain::{Phrase, phrases};
use crate::bidi::spill::line::{Line, Role};
use crate::bidi::spill::numbers::numbers;
use crate::bidi::spill::structure::{ItemKind, Items};
use crate::bidi::spill::{Part, PartKind, SpillKind};
use crate::locale::Direction;
use crate::source::Span;

/// How deep phrases are looked for in phrases.
const DEPTH: usize = 24;

/// A phrase that may spill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) span: Span,
    pub(super) kind: SpillKind,
    pub(super) direction: Direction,
}

/// What a paragraph holds.
#[derive(Debug, Default)]
pub(super) struct Collected {
    /// In the order of the text, outer before inner.
    pub(super) candidates: Vec<Candidate>,
    /// What the caller isolates, in the same order.
    pub(super) isolates: Vec<Isolate>,
}

pub(super) fn collect(text: &str, base: Direction, parts: &[Part]) -> Collected {
    let mut parts: Vec<Part> = parts.iter().filter(|part| !part.span.slice(text).is_empty()).copied().collect();
    parts.sort_by_key(|part| (part.span.start, std::cmp::Reverse(part.span.end)));
    let isolates = parts.iter().filter_map(|part| match part.kind {
        PartKind::Isolate(direction) => {
            let Range { start, end } = part.span.range();
            Some(Isolate { start, end, direction })
        }
        _ => None,
    });
    let mut collected = Collected { candidates: Vec::new(), isolates: isolates.collect() };
    inside(text, Span::new(0, text.len()), base, &parts, DEPTH, &mut collected.candidates);
    collected.candidates.sort_by_key(|own| (own.span.start, std::cmp::Reverse(own.span.end)));
    collected
}

/// Collects the phrases of a part of the text that is a paragraph of its own.
fn inside(text: &str, span: Span, base: Direction, parts: &[Part], depth: usize, found: &mut Vec<Candidate>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    let has_code = parts.iter().any(|part| matches!(part.kind, PartKind::Code | PartKind::Address));
    if !is_mixed(span.slice(text), base) && !has_code {
        return;
    }
    let mut line = Line::new(text, span.range(), base);
    let items = Items::of(&mut line, text, parts);
    let tokens = tokens(&line, &items);
    let mut phrases = phrases(&line, &items, &tokens);
    phrases.extend(numeric(&line, &items, &phrases));
    let hands = Hands::of(&line);
    for phrase in &phrases {
        let own = line.span(phrase.range.clone());
        let always_left_to_right = matches!(phrase.kind, SpillKind::Code | SpillKind::Address | SpillKind::Number);
        let direction = if always_left_to_right { Direction::Ltr } else { base.opposite() };
        if own.is_empty() || hands.have_marked(&phrase.range) {
            continue;
        }
        found.push(Candidate { span: own, kind: phrase.kind, direction });
        if !always_left_to_right {
            inside(text, own, direction, &within(parts, own), depth, found);
        }
    }
    for item in &items.list {
        if let ItemKind::Isolated(direction) = item.kind {
            let own = line.span(item.inner.clone());
            inside(text, own, direction, &within(parts, own), depth, found);
        }
    }
}

/// The parts that lie in a span and are not all of it.
fn within(parts: &[Part], span: Span) -> Vec<Part> {
    let from = parts.partition_point(|part| part.span.start < span.start);
    let near = parts.get(from..).unwrap_or_default().iter().take_while(|part| part.span.start < span.end);
    near.filter(|part| span.contains(part.span) && part.span != span).copied().collect()
}

/// The numbers between phrases, letters and items.
fn numeric(line: &Line, items: &Items, phrases: &[Phrase]) -> Vec<Phrase> {
    let mut taken: Vec<Range<usize>> = phrases.iter().map(|phrase| phrase.range.clone()).collect();
    taken.extend(items.list.iter().map(|item| item.outer.clone()));
    taken.sort_by_key(|range| range.start);
    let mut found = Vec::new();
    let mut at = 0;
    for range in taken.into_iter().chain([line.len()..line.len()]) {
        between_letters(line, items, at..range.start, &mut found);
        at = at.max(range.end);
    }
    found
}

fn between_letters(line: &Line, items: &Items, range: Range<usize>, found: &mut Vec<Phrase>) {
    let mut at = range.start;
    while at < range.end {
        let is_loose = |at: usize| line.role(at).is_digit() || matches!(line.role(at), Role::Space | Role::Other);
        if !is_loose(at) {
            at += 1;
            continue;
        }
        let goes_on = |at: &usize| is_loose(*at) && !items.has_wall(*at..*at);
        let end = (at + 1..range.end).find(|at| !goes_on(at)).unwrap_or(range.end);
        let numbers = numbers(line, at..end);
        found.extend(numbers.into_iter().map(|range| Phrase { range, kind: SpillKind::Number }));
        at = end;
    }
}

/// Where an author has already seen to a phrase: a control between its edge and the nearest letter.
struct Hands {
    /// For each place, whether the nearest letter or control before it is a control, and the same after it.
    before: Vec<bool>,
    after: Vec<bool>,
}

impl Hands {
    fn of(line: &Line) -> Self {
        let step = |last: &mut bool, role: Role| {
            match role {
                Role::Control => *last = true,
                Role::Home | Role::Away => *last = false,
                _ => {}
            }
            Some(*last)
        };
        let roles = line.cells.iter().map(|cell| cell.role);
        let before = std::iter::once(false).chain(roles.clone().scan(false, step)).collect();
        let mut after: Vec<bool> = std::iter::once(false).chain(roles.rev().scan(false, step)).collect();
        after.reverse();
        Self { before, after }
    }

    fn have_marked(&self, range: &Range<usize>) -> bool {
        let is_true = |flags: &[bool], at: usize| flags.get(at).copied().unwrap_or(false);
        is_true(&self.before, range.start) || is_true(&self.after, range.end)
    }
}
