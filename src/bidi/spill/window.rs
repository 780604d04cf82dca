//! Where phrases are judged: letters of the base direction stay where they are, so that what stands between two of
//! them is ordered by itself, and only that much is resolved.

use std::ops::Range;

use unicode_bidi::BidiDataSource as _;

use crate::bidi::class::{Classes, strong};
use crate::bidi::levels::{Isolate, is_explicit};
use crate::bidi::spill::collect::{Candidate, Level};
use crate::source::Span;

/// Beyond so many brackets in a paragraph UAX #9 may cease to pair them.
const BRACKETS: usize = 60;

/// Phrases that no letter of the base direction parts, with the text around them up to such letters.
pub(super) fn windows<'a>(text: &str, level: &'a Level, isolates: &[Isolate]) -> Vec<(Span, &'a [Candidate])> {
    let field = Field::new(text, level, isolates);
    let own = level.span.slice(text);
    let whole = || vec![(level.span, level.candidates.as_slice())];
    if memchr::memchr(0xE2, own.as_bytes()).is_some() && own.contains(is_explicit) {
        return whole();
    }
    let pairs = match own.bytes().any(may_be_bracket) {
        true => field.brackets(own),
        false => Some(Vec::new()),
    };
    let crosses = |pair: &(usize, usize)| level.candidates.iter().any(|own| is_parted(own.span, *pair));
    match pairs.filter(|pairs| !pairs.iter().any(crosses)) {
        Some(pairs) => field.windows(&pairs).unwrap_or_else(whole),
        None => whole(),
    }
}

/// Whether a byte is a bracket, or may begin one.
fn may_be_bracket(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | 0xE0..)
}

/// Whether one bracket of a pair is in a span and the other is not.
fn is_parted(span: Span, (open, close): (usize, usize)) -> bool {
    let holds = |at: usize| span.range().contains(&at);
    holds(open) != holds(close)
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

    /// Stretches between letters of the base direction that hold candidates, and brackets with their partners only.
    /// `None` where brackets bind stretches together that lie apart.
    fn windows(&self, pairs: &[(usize, usize)]) -> Option<Vec<(Span, &'a [Candidate])>> {
        let end = self.level.span.range().end;
        let mut windows = Vec::new();
        let mut rest: &'a [Candidate] = &self.level.candidates;
        let mut floor = self.level.span.range().start;
        while let Some(first) = rest.first() {
            let mut from = self.last_home(floor..first.span.range().start).unwrap_or(floor);
            let mut close = self.first_home(first.span.range().end..end);
            let mut count = 1;
            let window = loop {
                let window = Span::new(from, close.as_ref().map_or(end, |close| close.end));
                if let Some((open, bracket)) = pairs.iter().find(|pair| is_parted(window, **pair)) {
                    if *open < floor {
                        return None;
                    }
                    from = from.min(self.last_home(floor..*open).unwrap_or(floor));
                    close = close.filter(|close| close.start > *bracket).or_else(|| self.first_home(*bracket..end));
                    continue;
                }
                let Some(next) = rest.get(count).filter(|next| next.span.start < window.end) else { break window };
                // A letter inside the phrase parts nothing.
                if close.as_ref().is_some_and(|close| close.start < next.span.range().end) {
                    close = self.first_home(next.span.range().end..end);
                }
                count += 1;
            };
            let (members, after) = rest.split_at(count);
            windows.push((window, members));
            floor = close.map_or(end, |close| close.start);
            rest = after;
        }
        Some(windows)
    }

    /// Pairs of brackets outside of isolates as BD16 of UAX #9 finds them; `None` where there are too many.
    fn brackets(&self, text: &str) -> Option<Vec<(usize, usize)>> {
        let start = self.level.span.range().start;
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut pairs = Vec::new();
        for (at, character) in text.char_indices().map(|(at, character)| (start + at, character)) {
            let Some(bracket) = Classes.bidi_matched_opening_bracket(character) else { continue };
            if !self.is_open(at) {
                continue;
            }
            if open.len() + pairs.len() >= BRACKETS {
                return None;
            }
            if bracket.is_open {
                open.push((bracket.opening, at));
            } else if let Some(index) = open.iter().rposition(|(own, _)| *own == bracket.opening) {
                pairs.extend(open.drain(index..).next().map(|(_, opening)| (opening, at)));
            }
        }
        Some(pairs)
    }
}
