//! Phrases of the other direction that a placeable belongs to.

use std::ops::Range;

use super::line::{Line, Lines};
use super::picture::Sign;
use crate::bidi::controls::is_control;
use crate::locale::Direction;

/// The phrases of a line that Fluent does not keep together: those with something put in.
pub(super) fn phrases(line: &Line, lines: &Lines<'_, '_>) -> Vec<Range<usize>> {
    let other = line.base.opposite();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < line.signs.len() {
        let Some(put) = put_at(line, at) else {
            at += 1;
            continue;
        };
        let end = (at..line.signs.len()).find(|next| put_at(line, *next) != Some(put)).unwrap_or(line.signs.len());
        let own = at..end;
        at = end;
        let is_isolated = lines.puts.get(put).is_some_and(|put| put.is_isolated);
        let holds = |range: Range<usize>, direction: Direction| {
            line.signs.get(range).unwrap_or_default().iter().any(|sign| sign.strong() == Some(direction))
        };
        let grown = Grower { line, other }.grow(own.clone());
        let is_phrase = if is_isolated { grown != own } else { holds(own.clone(), other) };
        // What holds words of the line's own language is a part of its sentence.
        if is_phrase && holds(grown.clone(), other) && !holds(grown.clone(), line.base) && !found.contains(&grown) {
            found.push(grown);
        }
    }
    found
}

fn put_at(line: &Line, at: usize) -> Option<usize> {
    line.origins.get(at).and_then(|(_, put)| *put)
}

/// Grows a placeable to the phrase that it belongs to.
struct Grower<'l> {
    line: &'l Line,
    other: Direction,
}

impl Grower<'_> {
    fn grow(&self, own: Range<usize>) -> Range<usize> {
        let is_isolated = matches!(self.line.signs.get(own.start), Some(Sign::Hole(_)));
        let mut phrase = own.clone();
        let before = (0..own.start).rev();
        let after = own.end..self.line.signs.len();
        if let Some(start) = self.furthest(before, is_isolated, true) {
            phrase.start = start;
        }
        if let Some(end) = self.furthest(after, is_isolated, false) {
            phrase.end = end + 1;
        }
        while matches!(self.line.signs.get(phrase.end), Some(Sign::Char(own)) if is_mark(*own)) {
            phrase.end += 1;
        }
        self.whole(phrase)
    }

    /// The furthest sign of the other direction that belongs to a placeable: without a blank between beside what is
    /// isolated, else across blanks and signs too.
    fn furthest(&self, signs: impl Iterator<Item = usize>, is_isolated: bool, is_before: bool) -> Option<usize> {
        let mut furthest = None;
        let mut is_first = true;
        for at in signs {
            let Some(sign) = self.line.signs.get(at) else { break };
            if sign.strong() == Some(self.line.base) {
                break;
            }
            let first = std::mem::take(&mut is_first);
            match sign {
                Sign::Char(own) if parts(*own, is_isolated) => break,
                // `URL:{ $x }` reads well in either direction.
                Sign::Char(':') if is_isolated && is_before && first && !self.is_address(at) => break,
                Sign::Char(own) => {
                    let number = own.is_numeric() && !is_before && !is_isolated && self.line.base == Direction::Rtl;
                    if sign.strong() == Some(self.other) || number {
                        furthest = Some(at);
                    }
                }
                // What is isolated belongs to the phrase where it is glued to it.
                Sign::Hole(_) if !is_isolated && !first => break,
                Sign::Hole(_) if furthest.is_some() => furthest = Some(at),
                Sign::Hole(_) => {}
            }
        }
        furthest
    }

    fn is_address(&self, colon: usize) -> bool {
        matches!(self.line.signs.get(colon + 1), Some(Sign::Char('/')))
    }

    /// A phrase takes in what was put in as a whole.
    fn whole(&self, mut phrase: Range<usize>) -> Range<usize> {
        let same =
            |one: usize, two: usize| put_at(self.line, one).is_some_and(|put| put_at(self.line, two) == Some(put));
        while phrase.start > 0 && same(phrase.start - 1, phrase.start) {
            phrase.start -= 1;
        }
        while phrase.end > 0 && phrase.end < self.line.signs.len() && same(phrase.end - 1, phrase.end) {
            phrase.end += 1;
        }
        phrase
    }
}

/// Whether a character stands on the one before it.
fn is_mark(character: char) -> bool {
    unicode_bidi::bidi_class(character) == unicode_bidi::BidiClass::NSM
}

/// Whether a character ends a phrase.
fn parts(character: char, is_isolated: bool) -> bool {
    let quotes = matches!(character, '"' | '\u{AB}' | '\u{BB}' | '\u{201C}' | '\u{201D}' | '\u{2039}' | '\u{203A}');
    let brackets = is_isolated && matches!(character, '(' | ')' | '[' | ']');
    // The comma of the base script parts a list, and a control is the author's own mend.
    quotes
        || brackets
        || is_control(character)
        || matches!(character, '\u{60C}' | '\u{61B}')
        || (is_isolated && character.is_whitespace())
}
