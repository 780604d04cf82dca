//! Ids of headings and slugs of addresses, made from text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::bidi::controls::is_control;
use crate::text::number::ascii_digit;

/// The id of a heading as GitHub makes it: lower case, letters, digits and marks of every script kept, spaces to `-`,
/// other punctuation dropped. Repeats are numbered by who collects the headings.
///
/// ```
/// use mizan::article::heading_id;
/// assert_eq!(heading_id("Prices & hours (2023)"), "prices--hours-2023");
/// assert_eq!(heading_id("الأسعار والمواعيد"), "الأسعار-والمواعيد");
/// ```
#[must_use]
pub fn heading_id(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            ' ' | '-' => id.push('-'),
            '_' | 'a'..='z' | '0'..='9' | '\u{0620}'..='\u{0652}' => id.push(character),
            'A'..='Z' => id.push(character.to_ascii_lowercase()),
            _ if character.is_alphanumeric() || is_combining_mark(character) => id.extend(character.to_lowercase()),
            _ => {}
        }
    }
    id
}

/// A slug for an address: NFC, no vowel marks, no tatweel, no invisible characters, lower case, Arabic-Indic and Persian
/// digits as ASCII, everything but letters and digits to single `-`.
///
/// ```
/// use mizan::article::address_slug;
/// assert_eq!(address_slug("مُؤتمر REACT 2023: علاج الأطفال"), "مؤتمر-react-2023-علاج-الأطفال");
/// assert_eq!(address_slug("  Visiting — hours! "), "visiting-hours");
/// ```
#[must_use]
pub fn address_slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.nfc() {
        if character == '\u{0640}' || is_vowel_mark(character) || is_invisible(character) {
            continue;
        }
        if let Some(digit) = ascii_digit(character) {
            slug.push(digit);
        } else if character.is_alphanumeric() || is_combining_mark(character) {
            slug.extend(character.to_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Marks of direction, joiners, the soft hyphen, the byte order mark: an address that holds one cannot be typed.
fn is_invisible(character: char) -> bool {
    is_control(character) || matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Harakat, tanwin, shadda, sukun and dagger alef; hamza and madda above belong to their letters.
fn is_vowel_mark(character: char) -> bool {
    matches!(character, '\u{064B}'..='\u{0652}' | '\u{0656}'..='\u{065F}' | '\u{0670}')
}

#[cfg(test)]
mod tests {
    use super::{address_slug, heading_id};

    #[test]
    fn ids_keep_every_script_and_drop_punctuation() {
        assert_eq!(heading_id("What's new, in 2023?"), "whats-new-in-2023");
        assert_eq!(heading_id("snake_case & C++"), "snake_case--c");
        assert_eq!(heading_id("مَن نحن؟ (٢٠٢٣)"), "مَن-نحن-٢٠٢٣");
        assert_eq!(heading_id("Über Ärzte"), "über-ärzte");
        assert_eq!(heading_id("!?"), "");
    }

    #[test]
    fn slugs_have_nothing_that_cannot_be_typed() {
        assert_eq!(address_slug("لـ\u{200E}API\u{200F} ٢٠٢٣ ۱۲"), "لapi-2023-12");
        assert_eq!(address_slug("e\u{0301}te\u{0301}"), "été");
        assert_eq!(address_slug("مؤتمرٌ ــ أوّل"), "مؤتمر-أول");
        assert_eq!(address_slug("— ! —"), "");
        assert_eq!(address_slug("../../etc/passwd"), "etc-passwd");
    }
}
