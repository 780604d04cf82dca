//! Whether a text can be in disorder at all, found at the speed of memory.

use unicode_bidi::BidiClass;

use crate::bidi::class::class;
use crate::bidi::levels::is_explicit;
use crate::locale::Direction;

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// Whether a text holds anything that its base direction could put in disorder: characters of the other direction,
/// digits where the base is right to left, or controls. What holds none needs no resolving.
///
/// ```
/// use mizan::bidi::is_mixed;
/// use mizan::locale::Direction;
/// assert!(!is_mixed("Naïve “quotes” in 2023", Direction::Ltr));
/// assert!(is_mixed("the word سلام", Direction::Ltr));
/// assert!(!is_mixed("نص عربي «خالص»، بلا غيره.", Direction::Rtl));
/// assert!(is_mixed("في ٣ أيام", Direction::Rtl));
/// ```
#[must_use]
pub fn is_mixed(text: &str, base: Direction) -> bool {
    match base {
        Direction::Ltr => mixed(text, may_be_right_to_left, is_right_to_left),
        Direction::Rtl => mixed(text, may_be_left_to_right, is_left_to_right),
    }
}

/// Looks at blocks of bytes first, at characters only in the blocks that may hold one.
fn mixed(text: &str, may_be: fn(&[u8], u8) -> bool, is: fn(char) -> bool) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    while from < bytes.len() {
        let to = (from + BLOCK).min(bytes.len());
        let block = bytes.get(from..to).unwrap_or_default();
        if may_be(block, bytes.get(to).copied().unwrap_or_default()) {
            let start = (0..=from).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let end = (to..=bytes.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(bytes.len());
            if text.get(start..end).unwrap_or_default().chars().any(is) {
                return true;
            }
        }
        from = to;
    }
    false
}

/// Right-to-left characters and controls begin with D6 (U+0580) or more; so do dashes and quotes.
fn may_be_right_to_left(block: &[u8], _: u8) -> bool {
    block.iter().fold(false, |found, byte| found | (*byte >= 0xD6))
}

fn is_right_to_left(character: char) -> bool {
    matches!(class(character), BidiClass::R | BidiClass::AL | BidiClass::AN) || is_explicit(character)
}

/// Letters, digits and controls begin with an ASCII letter or digit, with C2 to D6, or with DB or more; Arabic-Indic
/// digits and their separators are D9 and A0 to AC.
fn may_be_left_to_right(block: &[u8], next: u8) -> bool {
    let letter = |byte: u8| (byte | 0x20).wrapping_sub(b'a') < 26;
    let other = |byte: u8| byte.wrapping_sub(0xC2) < 0x15 || byte >= 0xDB || byte.wrapping_sub(b'0') < 10;
    let found = block.iter().fold(false, |found, byte| found | letter(*byte) | other(*byte));
    let digit = |first: u8, second: u8| (first == 0xD9) & (second.wrapping_sub(0xA0) < 13);
    let pairs = block.iter().zip(block.iter().skip(1));
    let digits = pairs.fold(false, |found, (first, second)| found | digit(*first, *second));
    found | digits | block.last().is_some_and(|last| digit(*last, next))
}

fn is_left_to_right(character: char) -> bool {
    // Signs over Arabic-Indic numbers have the class of digits; they do nothing without any.
    if matches!(character, '\u{600}'..='\u{605}') {
        return false;
    }
    matches!(class(character), BidiClass::L | BidiClass::EN | BidiClass::AN) || is_explicit(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slowly(text: &str, base: Direction) -> bool {
        let is = if base == Direction::Ltr { is_right_to_left } else { is_left_to_right };
        text.chars().any(is)
    }

    #[test]
    fn every_character_is_seen_wherever_it_stands() {
        for base in [Direction::Ltr, Direction::Rtl] {
            let filler = if base == Direction::Ltr { "a" } else { "م" };
            for character in (0..=0x10_FFFF_u32).filter_map(char::from_u32) {
                let text = character.to_string();
                assert_eq!(is_mixed(&text, base), slowly(&text, base), "U+{:04X} in {base}", u32::from(character));
            }
            for character in ['\u{660}', '٩', 'ا', 'z', '7', '\u{202E}', 'é', '漢', '\u{1EE00}', 'א'] {
                for before in 50..70 {
                    let text = format!("{}{character}{}", filler.repeat(before), filler.repeat(80));
                    assert_eq!(is_mixed(&text, base), slowly(&text, base), "{character} after {before} in {base}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn blocks_find_what_characters_find(text in "[a-zé“ —م٣،5א漢 ]{0,200}", rtl: bool) {
            let base = if rtl { Direction::Rtl } else { Direction::Ltr };
            prop_assert_eq!(is_mixed(&text, base), slowly(&text, base));
        }
    }
}
