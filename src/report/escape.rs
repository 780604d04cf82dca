//! Characters that a person would not see, and texts put where some characters have a meaning of their own.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::bidi::controls;
use crate::phrase::{Arg, Phrase};

/// ZERO WIDTH JOINER: at home inside emoji.
const ZWJ: char = '\u{200D}';

/// Whether a terminal would show nothing for this character, or obey it.
fn is_hidden(character: char) -> bool {
    controls::is_control(character)
        || character.is_control() && character != '\t'
        || matches!(character, '\u{00AD}' | '\u{200B}'..=ZWJ | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// The text with hidden characters by their number, as `<U+2067>`, and tabs as spaces.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|character| character == '\t' || is_hidden(character)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let joins_emoji = character == ZWJ && rest.peek().is_some_and(|next| *next >= '\u{2600}');
        if character == '\t' {
            shown.push_str("    ");
        } else if is_hidden(character) && !joins_emoji {
            // Writing to a String cannot fail.
            let _ = write!(shown, "<U+{:04X}>", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The phrase with what it quotes made visible.
pub(super) fn visible_phrase(phrase: &Phrase) -> Cow<'_, Phrase> {
    let is_plain = |arg: &Arg| !matches!(arg, Arg::Text(text) if matches!(visible(text), Cow::Owned(_)));
    if phrase.args.iter().all(|(_, arg)| is_plain(arg)) {
        return Cow::Borrowed(phrase);
    }
    let mut shown = phrase.clone();
    for (_, arg) in &mut shown.args {
        if let Arg::Text(text) = arg {
            *text = visible(text).into_owned();
        }
    }
    Cow::Owned(shown)
}

/// A path as a URI reference: every byte that is not plainly allowed in a path is percent-encoded.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

/// A text without the characters that XML cannot hold.
pub(super) fn for_xml(text: &str) -> Cow<'_, str> {
    let allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..) && c != '\u{7F}'
    };
    if text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if allowed(c) { c } else { '\u{FFFD}' }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_hides_is_named() {
        assert_eq!(visible("a\u{2067}b\u{200F}\u{7}c"), "a<U+2067>b<U+200F><U+0007>c");
        assert_eq!(visible("مرحبا\tعالم"), "مرحبا    عالم");
        assert!(matches!(visible("ثانٍ — plain"), Cow::Borrowed(_)), "vowel marks are seen");
        let family = "\u{1F468}\u{200D}\u{1F469}";
        assert_eq!(visible(family), family);
    }

    #[test]
    fn a_phrase_shows_what_hides_in_its_quotations() {
        let phrase = Phrase::new("x").with("text", "\u{202E}abc").with("count", 2usize);
        assert_eq!(visible_phrase(&phrase).args[0].1, Arg::Text("<U+202E>abc".to_owned()));
    }

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("أخبار/a b#1.md"), "%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/a%20b%231.md");
        assert_eq!(uri("articles/react-2023/ar.md"), "articles/react-2023/ar.md");
    }

    proptest! {
        #[test]
        fn nothing_hidden_survives(text in "\\PC*|(?s:.*)") {
            let shown = visible(&text);
            let hidden = shown.char_indices().filter(|(_, c)| is_hidden(*c) && *c != ZWJ).count();
            prop_assert_eq!(hidden, 0);
            prop_assert!(!for_xml(&text).chars().any(|c| c == char::from(1)), "XML cannot hold it");
            prop_assert!(uri(&text).is_ascii());
        }
    }
}
