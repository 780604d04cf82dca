//! Making texts comparable.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// For comparing texts: NFC, lower case, white space folded and trimmed.
///
/// ```
/// use mizan::text::normalize::fold;
/// assert_eq!(fold("  Read\n more "), fold("read more"));
/// ```
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    let is_folded = is_nfc_quick(text.chars()) == IsNormalized::Yes
        && !text.contains(char::is_uppercase)
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
        && !text.contains("  ")
        && !text.contains(|c: char| c.is_whitespace() && c != ' ');
    if is_folded {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.nfc().flat_map(char::to_lowercase));
    }
    Cow::Owned(folded)
}

/// [`fold`], and the spellings that Arabic writers vary made one: forms of alef, final ya and alef maqsura, ta marbuta
/// and ha; vowel marks and tatweel dropped. For finding words, not for judging them.
///
/// ```
/// use mizan::text::normalize::fold_arabic;
/// assert_eq!(fold_arabic("إلى المَدرسـة"), fold_arabic("الي المدرسه"));
/// ```
#[must_use]
pub fn fold_arabic(text: &str) -> String {
    let letters = fold(text);
    letters.chars().filter_map(fold_letter).collect()
}

fn fold_letter(character: char) -> Option<char> {
    match character {
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}' => Some('\u{0627}'),
        '\u{0649}' | '\u{06CC}' => Some('\u{064A}'),
        '\u{0629}' => Some('\u{0647}'),
        '\u{06A9}' => Some('\u{0643}'),
        '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' => None,
        _ => Some(character),
    }
}
