//! Whether a text has been translated, by the script that it is written in.

use crate::article::{Document, Segment, is_prose};
use crate::check::PairLook;
use crate::locale::Locale;
use crate::text::normalize::fold;
use crate::text::script::{LetterCounts, Script};

/// Fewer letters than this tell nothing about a whole article.
const FEWEST_LETTERS: usize = 60;
/// Below this share of letters in the target's script, an article counts as not translated.
const FEWEST_SHARE: f64 = 0.25;
/// This many words of running text in the source's script are a passage, not a name.
const PASSAGE: usize = 4;

/// Whether most of the target is still in the source's language.
pub(crate) fn mostly_untranslated(source: &Document, target: &Document, from: &Locale, to: &Locale) -> bool {
    let (theirs, ours) = (Script::of(from.id()), Script::of(to.id()));
    if theirs == ours {
        return mostly_same(source, target);
    }
    if is_surely_translated(&target.plain, theirs, ours) {
        return false;
    }
    let counts = LetterCounts::of(&target.plain);
    let (own, foreign) = (counts.of_script(ours), counts.of_script(theirs));
    if own + foreign < FEWEST_LETTERS {
        return false;
    }
    #[allow(clippy::cast_precision_loss)] // a share
    let share = own as f64 / (own + foreign) as f64;
    share < FEWEST_SHARE
}

/// From Latin letters to Arabic ones, bytes tell: far more of those that begin Arabic letters than Latin letters.
fn is_surely_translated(text: &str, from: Script, to: Script) -> bool {
    if (from, to) != (Script::Latin, Script::Arabic) {
        return false;
    }
    text.bytes().filter(|byte| matches!(byte, 0xD8 | 0xD9)).count() > 3 * latin_letters(text)
}

/// Letters of ASCII, counted without decoding.
fn latin_letters(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_alphabetic).count()
}

/// For languages of one script: whether most of the target's texts are the source's, word for word.
fn mostly_same(source: &Document, target: &Document) -> bool {
    let texts = |document: &'_ Document| {
        let prose = document.segments.iter().filter(|segment| is_prose(segment.kind));
        let texts = prose.map(|segment| fold(document.plain(segment)).into_owned());
        texts.filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 12).collect::<Vec<_>>()
    };
    if target.plain.len() < FEWEST_LETTERS || source.plain == target.plain {
        return source.plain == target.plain && target.plain.len() >= FEWEST_LETTERS;
    }
    let theirs: std::collections::HashSet<String> = texts(source).into_iter().collect();
    let ours = texts(target);
    let same = ours.iter().filter(|text| theirs.contains(*text)).count();
    !ours.is_empty() && same * 5 > ours.len() * 4
}

/// The target's segments that are still in the source's language.
pub(crate) fn untranslated_segments<'a>(look: &'a PairLook<'_>) -> impl Iterator<Item = &'a Segment> {
    let (from, to) = (Script::of(look.source_locale.id()), Script::of(look.locale.id()));
    let pairs = look.alignment.groups.iter().flat_map(move |group| {
        let source = group.source.first().and_then(|at| look.source.segments.get(*at as usize));
        group.target.iter().filter_map(move |at| Some((source, look.target.segments.get(*at as usize)?)))
    });
    pairs
        .filter(move |(source, target)| {
            is_prose(target.kind) && {
                let original = source.map(|segment| look.source.plain(segment));
                is_untranslated(look.target.plain(target), original, from, to)
            }
        })
        .map(|(_, target)| target)
}

/// Whether `text` is still in the source's language: it holds a passage in the source's script and little of its own,
/// once quotations are taken out. `original` is the text that it should translate.
pub(crate) fn is_untranslated(text: &str, original: Option<&str>, from: Script, to: Script) -> bool {
    if from == to {
        return original.is_some_and(|original| is_passage(text, from) && fold(text) == fold(original));
    }
    if (from, to) == (Script::Latin, Script::Arabic) && latin_letters(text) < 12 {
        return false;
    }
    let counts = LetterCounts::of(text);
    let (own, foreign) = (counts.of_script(to), counts.of_script(from));
    if foreign < 12 || own >= foreign {
        return false;
    }
    let unquoted = without_quotations(text);
    let counts = LetterCounts::of(&unquoted);
    counts.of_script(from) > 3 * counts.of_script(to) && is_passage(&unquoted, from)
}

/// Running text, not a list of names: several words in a row, and not all of them with a capital.
fn is_passage(text: &str, script: Script) -> bool {
    let (mut all, mut small) = (0, 0);
    for word in text.split_whitespace() {
        let counts = LetterCounts::of(word);
        if word.starts_with('@') || counts.total() == 0 {
            continue;
        }
        if counts.of_script(script) < counts.total() {
            (all, small) = (0, 0);
            continue;
        }
        all += 1;
        let first = word.chars().find(|c| c.is_alphabetic());
        small += usize::from(first.is_some_and(|first| !first.is_uppercase()));
        if all >= PASSAGE && small >= 2 {
            return true;
        }
    }
    false
}

/// The text without what stands between quotation marks.
fn without_quotations(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut closing: Option<char> = None;
    for (at, character) in text.char_indices() {
        if let Some(end) = closing {
            if character == end {
                closing = None;
            }
            continue;
        }
        let end = match character {
            '“' => '”',
            '«' => '»',
            '"' => '"',
            _ => {
                kept.push(character);
                continue;
            }
        };
        if text[at + character.len_utf8()..].contains(end) {
            closing = Some(end);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn untranslated(text: &str) -> bool {
        is_untranslated(text, None, Script::Latin, Script::Arabic)
    }

    #[test]
    fn an_english_sentence_in_an_arabic_article_is_untranslated() {
        assert!(untranslated("Visitors are asked to wash their hands before they enter the ward."));
        assert!(untranslated("Visitors are asked to wash their hands before they enter the ward — شكرًا."));
    }

    #[test]
    fn names_and_quotations_are_not() {
        assert!(!untranslated("Rimon Medical Center"));
        assert!(!untranslated("International Society of Paediatric Oncology"));
        assert!(!untranslated("عنوان الدراسة “the effect of early rounds on the length of stay in wards” بالإنجليزية"));
        assert!(!untranslated("يعمل المستشفى مع Mayo Clinic Platform على مشاركة البيانات."));
        assert!(!untranslated("دعم Indieweb مع microformats وh-card وwebmentions"));
        assert!(!untranslated("@one-person @two_people @many-people @others @rest"));
        assert!(!untranslated(""));
    }

    #[test]
    fn one_script_is_compared_with_the_original() {
        let same = |text: &str, original: &str| is_untranslated(text, Some(original), Script::Latin, Script::Latin);
        assert!(same("Wash your hands before you enter.", "Wash your  hands before you enter."));
        assert!(!same("Lavez-vous les mains avant d’entrer.", "Wash your hands before you enter."));
    }
}
