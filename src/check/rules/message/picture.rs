//! What a reader sees of a line: the order of its signs from left to right.

use unicode_bidi::{BidiClass, BidiInfo, Level};

use crate::bidi::controls::is_control;
use crate::locale::Direction;

/// A sign of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A character.
    Char(char),
    /// Something in an isolate of its own, by number: the line around it does not see what it holds.
    Hole(usize),
}

impl Sign {
    /// The direction that it is sure of; none for a mark, which is no text.
    pub(super) fn strong(self) -> Option<Direction> {
        let Self::Char(character) = self else { return None };
        if is_control(character) {
            return None;
        }
        if character.is_ascii() {
            return character.is_ascii_alphabetic().then_some(Direction::Ltr);
        }
        match unicode_bidi::bidi_class(character) {
            BidiClass::L => Some(Direction::Ltr),
            BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
            _ => None,
        }
    }

    fn resolved_as(self) -> char {
        match self {
            Self::Hole(_) => '\u{FFFC}',
            // No white space or control may end the paragraph.
            Self::Char(character) if character.is_whitespace() || character.is_control() => ' ',
            Self::Char(character) => character,
        }
    }
}

/// The signs from left to right, brackets mirrored; marks are heeded, not seen.
pub(super) fn picture(signs: &[Sign], base: Direction) -> Vec<Sign> {
    let text: String = signs.iter().map(|sign| sign.resolved_as()).collect();
    let level = if base == Direction::Rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(&text, Some(level));
    let Some(paragraph) = info.paragraphs.first() else { return Vec::new() };
    let levels = info.reordered_levels(paragraph, paragraph.range.clone());
    let levels: Vec<Level> = text.char_indices().filter_map(|(at, _)| levels.get(at).copied()).collect();
    let seen = BidiInfo::reorder_visual(&levels).into_iter().filter_map(|at| {
        let sign = signs.get(at).filter(|sign| !matches!(sign, Sign::Char(own) if is_control(*own)))?;
        Some(if levels.get(at).is_some_and(Level::is_rtl) { mirrored(*sign) } else { *sign })
    });
    seen.collect()
}

/// As [`picture`], with the signs of `phrase` in an isolate of direction `inner`.
pub(super) fn picture_isolated(
    signs: &[Sign],
    base: Direction,
    phrase: std::ops::Range<usize>,
    inner: Direction,
) -> Vec<Sign> {
    const PHRASE: Sign = Sign::Hole(usize::MAX);
    let part = |range: std::ops::Range<usize>| signs.get(range).unwrap_or_default();
    let outer = [part(0..phrase.start), &[PHRASE], part(phrase.end..signs.len())].concat();
    let within = picture(part(phrase), inner);
    let seen = picture(&outer, base).into_iter();
    seen.flat_map(|sign| if sign == PHRASE { within.clone() } else { vec![sign] }).collect()
}

fn mirrored(sign: Sign) -> Sign {
    let Sign::Char(character) = sign else { return sign };
    unicode_bidi_mirroring::get_mirrored(character).map_or(sign, Sign::Char)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Vec<Sign> {
        text.chars().map(|own| if own == '#' { Sign::Hole(0) } else { Sign::Char(own) }).collect()
    }

    fn seen(signs: Vec<Sign>) -> String {
        signs.into_iter().map(|own| if let Sign::Char(own) = own { own } else { '#' }).collect()
    }

    #[test]
    fn a_line_is_seen_from_left_to_right() {
        let rtl = |text: &str| seen(picture(&signs(text), Direction::Rtl));
        assert_eq!(rtl("\u{623} www.# \u{628}"), "\u{628} #.www \u{623}");
        assert_eq!(rtl("\u{623} C++ \u{628}"), "\u{628} ++C \u{623}");
        assert_eq!(rtl("\u{623} (x) 12"), "12 (x) \u{623}");
        assert_eq!(seen(picture(&signs("a \u{623}\u{628} 1"), Direction::Ltr)), "a 1 \u{628}\u{623}");
    }

    #[test]
    fn an_isolate_keeps_a_phrase_together() {
        let line = signs("\u{623} www.#! \u{628}");
        let range = 2..7;
        assert_eq!(seen(picture_isolated(&line, Direction::Rtl, range, Direction::Ltr)), "\u{628} !www.# \u{623}");
    }

    proptest::proptest! {
        #[test]
        fn every_sign_is_seen_once(text in "[a#\u{623}1 ()\u{660}+.\u{2029}\u{AB}-]{0,30}", from in 0_usize..30, to in 0_usize..30) {
            let line = signs(&text);
            for base in [Direction::Ltr, Direction::Rtl] {
                proptest::prop_assert_eq!(picture(&line, base).len(), line.len());
                let range = from.min(to).min(line.len())..from.max(to).min(line.len());
                let isolated = picture_isolated(&line, base, range, base.opposite());
                proptest::prop_assert_eq!(isolated.len(), line.len());
            }
        }
    }
}
