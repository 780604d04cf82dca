//! Classes of characters, looked up faster than by searching a table where text is Latin or Arabic.

use unicode_bidi::data_source::BidiMatchedOpeningBracket;
use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData};

use crate::bidi::controls::{FSI, LRI, PDI, RLI};
use crate::locale::Direction;

/// The classes that paragraphs are resolved with: those of Unicode, but a line break is white space, as it is where
/// articles are shown.
pub(super) struct Classes;

impl BidiDataSource for Classes {
    fn bidi_class(&self, character: char) -> BidiClass {
        class(character)
    }

    fn bidi_matched_opening_bracket(&self, character: char) -> Option<BidiMatchedOpeningBracket> {
        match character {
            '(' | '[' | '{' => Some(BidiMatchedOpeningBracket { opening: character, is_open: true }),
            ')' => Some(BidiMatchedOpeningBracket { opening: '(', is_open: false }),
            ']' => Some(BidiMatchedOpeningBracket { opening: '[', is_open: false }),
            '}' => Some(BidiMatchedOpeningBracket { opening: '{', is_open: false }),
            '\0'..='\u{F39}' => None,
            _ => HardcodedBidiData.bidi_matched_opening_bracket(character),
        }
    }
}

/// The class of a character in a paragraph.
pub(super) fn class(character: char) -> BidiClass {
    match character {
        'a'..='z' | 'A'..='Z' => BidiClass::L,
        ' ' | '\n' | '\r' => BidiClass::WS,
        '0'..='9' => BidiClass::EN,
        '\u{620}'..='\u{64A}' => BidiClass::AL,
        '\u{64B}'..='\u{65F}' => BidiClass::NSM,
        '\u{660}'..='\u{669}' => BidiClass::AN,
        '\u{60C}' | '.' | ',' | ':' | '/' => BidiClass::CS,
        '!' | '"' | '&'..='*' | ';'..='@' | '['..='`' | '{'..='~' => BidiClass::ON,
        _ => match unicode_bidi::bidi_class(character) {
            BidiClass::B => BidiClass::WS,
            other => other,
        },
    }
}

/// The direction of a strong character; marks are strong too.
pub(super) fn strong(character: char) -> Option<Direction> {
    match class(character) {
        BidiClass::L => Some(Direction::Ltr),
        BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
        _ => None,
    }
}

/// The direction of a text by its first strong character, isolates skipped (rules P2 and P3 of UAX #9): what HTML's
/// `dir="auto"` guesses. `None` where no character is strong. Where the language of a text is known, its direction is
/// known better: of mainly Arabic paragraphs, one in thirteen starts with a Latin word.
///
/// ```
/// use mizan::bidi::first_strong;
/// use mizan::locale::Direction;
/// assert_eq!(first_strong("«ميزان»"), Some(Direction::Rtl));
/// assert_eq!(first_strong("2023: React"), Some(Direction::Ltr));
/// assert_eq!(first_strong("\u{2067}ميزان\u{2069} means scales"), Some(Direction::Ltr));
/// assert_eq!(first_strong("100%"), None);
/// ```
#[must_use]
pub fn first_strong(text: &str) -> Option<Direction> {
    first_strong_until(text, false)
}

/// The first strong direction; with `enclosed`, only up to the PDI that closes what began before `text`.
pub(super) fn first_strong_until(text: &str, enclosed: bool) -> Option<Direction> {
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            LRI | RLI | FSI => depth += 1,
            PDI if depth == 0 && enclosed => return None,
            PDI => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                if let Some(direction) = strong(character) {
                    return Some(direction);
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_classes_are_those_of_unicode() {
        for character in (0..=0x10_FFFF_u32).filter_map(char::from_u32) {
            let expected = match unicode_bidi::bidi_class(character) {
                BidiClass::B => BidiClass::WS,
                other => other,
            };
            assert_eq!(class(character), expected, "U+{:04X}", u32::from(character));
            let own = Classes.bidi_matched_opening_bracket(character).map(|it| (it.opening, it.is_open));
            let theirs = HardcodedBidiData.bidi_matched_opening_bracket(character).map(|it| (it.opening, it.is_open));
            assert_eq!(own, theirs, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn an_unclosed_isolate_hides_what_follows() {
        assert_eq!(first_strong("\u{2068}ا\u{2069}\u{2069}a"), Some(Direction::Ltr));
        assert_eq!(first_strong("\u{2068}ا a"), None);
        assert_eq!(first_strong_until("12\u{2069}a", true), None);
    }
}
