//! Where phrases are judged: letters of the base direction stay where they are, so that what stands between two of
//! them is ordered by itself, and only that much is resolved.

use std::ops::Range;

use unicode_bidi::BidiDataSource as _;

use crate::bidi::class::{Classes, strong};
use crate::bidi::levels::{Isolate, is_explicit};
use crate::bidi::spill::collect::{Candidate, Level};
use crate::locale::Direction;
use crate::source::Span;

/// Beyond so many brackets in a paragraph UAX #9 may cease to pair them.
const BRACKETS: usize = 60;

/// Phrases that no letter of the base direction parts, with the text around them up to such letters.
pub(super) fn windows<'a>(text: &str, level: &'a Level, isolates: &[Isolate]) -> Vec<(Span, &'a [Candidate])> {
    let field = Field::new(text, level, isolates);
    let windows = field.windows();
    if field.is_bound(&windows) { vec![(level.span, &level.candidates)] } else { windows }
}

struct Field<'a, 'b> {
    text: &'b str,
    level: &'a Level,
    /// What is isolated already, apart from each other.
    closed: Vec<Range<usize>>,
}

impl<'a, 'b> Field<'a, 'b> {
    fn new(text: &'b str, level: &'a Level, isolates: &[Isolate]) -> Self {
        let Range { start, end } = level.span.range();
        let from = isolates.partition_point(|own| own.start < start);
        let mut closed: Vec<Range<usize>> = Vec::new();
        for own in isolates.get(from..).unwrap_or_default().iter().take_while(|own| own.start < end) {
            let is_inner = own.end <= end && (start, end) != (own.start, own.end);
            if is_inner && closed.last().is_none_or(|last| last.end <= own.start) {
                closed.push(own.start..own.end);
            }
        }
        Self { text, level, closed }
    }

    fn is_open(&self, at: usize) -> bool {
        let next = self.closed.partition_point(|range| range.end <= at);
        self.closed.get(next).is_none_or(|range| at < range.start)
    }

    fn is_home(&self, at: usize, character: char) -> bool {
        strong(character) == Some(self.level.base) && self.is_open(at)
    }

    /// The first letter of the base direction in a range.
    fn first_home(&self, range: Range<usize>) -> Option<Range<usize>> {
        let start = range.start;
        let mut characters = self.text.get(range).unwrap_or_default().char_indices();
        let (at, character) = characters.find(|(at, character)| self.is_home(start + at, *character))?;
        Some(start + at..start + at + character.len_utf8())
    }

    fn last_home(&self, range: Range<usize>) -> Option<usize> {
        let start = range.start;
        let mut characters = self.text.get(range).unwrap_or_default().char_indices();
        characters.rfind(|(at, character)| self.is_home(start + at, *character)).map(|(at, _)| start + at)
    }

    fn windows(&self) -> Vec<(Span, &'a [Candidate])> {
        let Range { start, end } = self.level.span.range();
        let mut windows = Vec::new();
        let mut rest: &'a [Candidate] = &self.level.candidates;
        let mut floor = start;
        while let Some(first) = rest.first() {
            let from = self.last_home(floor..first.span.range().start).unwrap_or(floor);
            let (mut count, mut last) = (1, first.span.range().end);
            let mut close = self.first_home(last..end);
            while let Some(next) = rest.get(count) {
                if close.as_ref().is_some_and(|close| close.end <= next.span.range().start) {
                    break;
                }
                last = next.span.range().end;
                count += 1;
                // A letter inside the phrase parts nothing.
                if close.as_ref().is_some_and(|close| close.start < last) {
                    close = self.first_home(last..end);
                }
            }
            let (members, after) = rest.split_at(count);
            windows.push((Span::new(from, close.as_ref().map_or(end, |close| close.end)), members));
            floor = close.map_or(end, |close| close.start);
            rest = after;
        }
        windows
    }

    /// Whether more than letters binds the text together: embeddings, or brackets with their partner elsewhere.
    fn is_bound(&self, windows: &[(Span, &[Candidate])]) -> bool {
        let text = self.level.span.slice(self.text);
        if text.contains(is_explicit) {
            return true;
        }
        let Some((pairs, count)) = self.brackets(text) else { return false };
        let parts = |span: Span, (open, close): (usize, usize)| {
            let holds = |at: usize| span.range().contains(&at);
            holds(open) != holds(close)
        };
        let spans = || {
            let candidates = self.level.candidates.iter().map(|own| own.span);
            windows.iter().map(|(window, _)| *window).chain(candidates)
        };
        count > BRACKETS || pairs.into_iter().any(|pair| spans().any(|span| parts(span, pair)))
    }

    /// Pairs of brackets outside of isolates as BD16 of UAX #9 finds them, and how many brackets there are.
    fn brackets(&self, text: &str) -> Option<(Vec<(usize, usize)>, usize)> {
        let start = self.level.span.range().start;
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut pairs = Vec::new();
        let mut count = 0;
        for (at, character) in text.char_indices() {
            let Some(bracket) = Classes.bidi_matched_opening_bracket(character) else { continue };
            let at = start + at;
            if !self.is_open(at) {
                continue;
            }
            count += 1;
            if bracket.is_open {
                open.push((bracket.opening, at));
            } else if let Some(index) = open.iter().rposition(|(own, _)| *own == bracket.opening) {
                pairs.extend(open.drain(index..).next().map(|(_, opening)| (opening, at)));
            }
            if count > BRACKETS {
                break;
            }
        }
        (count > 0).then_some((pairs, count))
    }
}
