//! Whether a text can be in disorder at all, found at the speed of memory.

use std::ops::Range;

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
fn mixed(text: &str, may_be: impl Fn(u8, u8, u8) -> bool, is: fn(char) -> bool) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    while from < bytes.len() {
        let to = (from + BLOCK).min(bytes.len());
        if block_may(bytes, from..to, &may_be) {
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

/// Whether any byte of a block, seen with the two after it, may begin a character that is looked for. Written so that
/// the compiler takes many bytes at once: no branches, three slices of the same length.
fn block_may(bytes: &[u8], block: Range<usize>, may_be: &impl Fn(u8, u8, u8) -> bool) -> bool {
    let mut padded = [0; BLOCK + 2];
    let window = match bytes.get(block.start..block.start + BLOCK + 2) {
        Some(window) => window,
        None => {
            let rest = bytes.get(block.start..).unwrap_or_default();
            padded.iter_mut().zip(rest).for_each(|(own, byte)| *own = *byte);
            &padded
        }
    };
    let (Some(first), Some(second), Some(third)) =
        (window.get(..BLOCK), window.get(1..=BLOCK), window.get(2..BLOCK + 2))
    else {
        return true;
    };
    let bytes = first.iter().zip(second).zip(third);
    bytes.fold(0, |found, ((first, second), third)| found | u8::from(may_be(*first, *second, *third))) != 0
}

fn within(byte: u8, first: u8, last: u8) -> bool {
    byte.wrapping_sub(first) <= last - first
}

/// RLM and the controls that open and close, in UTF-8.
fn is_control(first: u8, second: u8, third: u8) -> bool {
    let general = (second == 0x80) & ((third == 0x8F) | within(third, 0xAA, 0xAE));
    let isolate = (second == 0x81) & within(third, 0xA6, 0xA9);
    (first == 0xE2) & (general | isolate)
}

/// Right-to-left characters are U+0580 to U+08FF, or U+F000 and beyond.
fn may_be_right_to_left(first: u8, second: u8, third: u8) -> bool {
    within(first, 0xD6, 0xE0) | (first >= 0xEF) | is_control(first, second, third)
}

fn is_right_to_left(character: char) -> bool {
    matches!(class(character), BidiClass::R | BidiClass::AL | BidiClass::AN) || is_explicit(character)
}

/// Letters and digits: ASCII, all that are not U+0590 to U+07FF, and digits of U+0660 to U+066C and U+06F0 to U+06F9.
/// Punctuation is U+0080 to U+00BF with few letters in it, and U+2000 to U+203F.
fn may_be_left_to_right(first: u8, second: u8, third: u8) -> bool {
    let ascii = within(first | 0x20, b'a', b'z') | within(first, b'0', b'9');
    let latin = (first == 0xC2) & ((second == 0xAA) | (second >= 0xB2) & (second != 0xBB));
    let two = within(first, 0xC3, 0xD5) | (first == 0xD6) & (second < 0x90);
    let digits = (first == 0xD9) & within(second, 0xA0, 0xAC) | (first == 0xDB) & within(second, 0xB0, 0xB9);
    let mark = (first == 0xE2) & (second == 0x80) & (third == 0x8E);
    let more = (first >= 0xE0) & ((first != 0xE2) | (second != 0x80));
    ascii | latin | two | digits | mark | more | is_control(first, second, third)
}

fn is_left_to_right(character: char) -> bool {
    // Signs over Arabic-Indic numbers have the class of digits; they do nothing without any.
    if matches!(character, '\u{600}'..='\u{605}' | '\u{6DD}') {
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
