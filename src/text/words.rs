//! Counting words, and cutting a text where a reader can bear it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// How many words `text` has: runs without white space that hold a letter or a digit, so `Al-Quds` and `«كلمة»` are one
/// each. That is how translators are paid, and how XLIFF tools count.
///
/// ```
/// use mizan::text::words::count;
/// assert_eq!(count("More than 100 doctors — from four countries."), 7);
/// assert_eq!(count("أكثر من مئة طبيب."), 4);
/// ```
#[must_use]
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The start of `text`, at most `most` graphemes with the `…`: cut after a word where that keeps at least half, else
/// after a grapheme; punctuation before the cut is dropped. A text that fits is returned as it is, trimmed.
///
/// ```
/// use mizan::text::words::teaser;
/// assert_eq!(teaser("A regional conference, on care for children", 24), "A regional conference…");
/// assert_eq!(teaser("مؤتمر إقليمي لعلاج أورام الأطفال", 20), "مؤتمر إقليمي لعلاج…");
/// assert_eq!(teaser("Short.", 24), "Short.");
/// ```
#[must_use]
pub fn teaser(text: &str, most: usize) -> Cow<'_, str> {
    let text = text.trim();
    // A grapheme has at least one byte.
    if text.len() <= most || text.graphemes(true).count() <= most {
        return Cow::Borrowed(text);
    }
    let room = most.saturating_sub(1);
    let cut = text.grapheme_indices(true).nth(room).map_or(text.len(), |(at, _)| at);
    let head = &text[..cut];
    let ends_word = text[cut..].starts_with(char::is_whitespace);
    let at_word = if ends_word { Some(cut) } else { head.rfind(char::is_whitespace) };
    let kept = at_word.filter(|at| *at * 2 >= cut).map_or(head, |at| &text[..at]);
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || is_loose_punctuation(c));
    Cow::Owned(format!("{kept}…"))
}

/// Punctuation that looks lost before `…`.
fn is_loose_punctuation(character: char) -> bool {
    matches!(
        character,
        ',' | ';'
            | ':'
            | '.'
            | '-'
            | '–'
            | '—'
            | '('
            | '['
            | '«'
            | '“'
            | '…'
            | '\u{060C}'
            | '\u{061B}'
            | '!'
            | '?'
            | '\u{061F}'
    )
}

#[cfg(test)]
mod tests {
    use super::teaser;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn a_long_word_is_cut_between_graphemes() {
        assert_eq!(teaser("Donaudampfschifffahrtsgesellschaft", 10), "Donaudamp…");
        // A letter and its vowel mark stay together.
        assert_eq!(teaser("كَتَبَ", 2), "كَ…");
        assert_eq!(teaser("", 3), "");
        assert_eq!(teaser("ab", 0), "…");
    }

    proptest! {
        #[test]
        fn a_teaser_fits(text in "[a-zء-ي َ,.،👩‍⚕️]{0,80}", most in 1_usize..60) {
            let cut = teaser(&text, most);
            prop_assert!(cut.graphemes(true).count() <= most);
            prop_assert!(text.trim().starts_with(cut.trim_end_matches('…')));
        }
    }
}
