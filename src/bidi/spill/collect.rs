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

/// A part of the text that is ordered by itself: the paragraph, the inside of a phrase, of an isolate.
#[derive(Debug)]
pub(super) struct Level {
    pub(super) span: Span,
    pub(super) base: Direction,
    /// Its phrases, in order and apart.
    pub(super) candidates: Vec<Candidate>,
}

/// What a paragraph holds.
#[derive(Debug, Default)]
pub(super) struct Collected {
    /// Outer before inner; those without phrases are left out.
    pub(super) levels: Vec<Level>,
    /// What the caller isolates, in the order of the text, outer before inner.
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
    let mut collected = Collected { levels: Vec::new(), isolates: isolates.collect() };
    inside(text, Span::new(0, text.len()), base, &parts, DEPTH, &mut collected.levels);
    collected
}

/// Collects the phrases of a part of the text that is a paragraph of its own.
fn inside(text: &str, span: Span, base: Direction, parts: &[Part], depth: usize, levels: &mut Vec<Level>) {
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
    phrases.sort_by_key(|phrase| phrase.range.start);
    let hands = Hands::of(&line);
    phrases.retain(|phrase| !phrase.range.is_empty() && !hands.have_marked(&phrase.range));
    let candidate = |phrase: &Phrase| {
        let direction = if is_always_left_to_right(phrase.kind) { Direction::Ltr } else { base.opposite() };
        Candidate { span: line.span(phrase.range.clone()), kind: phrase.kind, direction }
    };
    let candidates: Vec<Candidate> = phrases.iter().map(candidate).collect();
    let isolated = items.list.iter().filter_map(|item| match item.kind {
        ItemKind::Isolated(direction) => Some((line.span(item.inner.clone()), direction)),
        ItemKind::Phrase(_) => None,
    });
    let open = candidates.iter().filter(|own| !is_always_left_to_right(own.kind)).map(|own| (own.span, own.direction));
    let inner: Vec<(Span, Direction)> = open.chain(isolated).collect();
    if !candidates.is_empty() {
        levels.push(Level { span, base, candidates });
    }
    for (own, direction) in inner {
        inside(text, own, direction, &within(parts, own), depth, levels);
    }
}

/// What is never looked into: it is no language, or has no letters.
fn is_always_left_to_right(kind: SpillKind) -> bool {
    matches!(kind, SpillKind::Code | SpillKind::Address | SpillKind::Number)
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
    for range in taken {
        between_letters(line, items, at..range.start, &mut found);
        at = at.max(range.end);
    }
    between_letters(line, items, at..line.len(), &mut found);
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
