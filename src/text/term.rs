//! Finding terms in a text, in whatever form they stand there: a plural, a clitic, another spelling.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};
use unic_langid::LanguageIdentifier;
use unicode_normalization::char::is_combining_mark;

use crate::text::normalize::{fold, fold_arabic};
use crate::text::script::Script;

/// How words of a language change their form, as far as finding terms needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Morphology {
    /// Conjunctions, prepositions and the article stand glued before a word, pronouns after it.
    Arabic,
    /// A plural adds `s`, `es` or `ies`.
    English,
    /// Words are taken as they are.
    None,
}

impl Morphology {
    /// That of a locale.
    #[must_use]
    pub fn of(locale: &LanguageIdentifier) -> Self {
        match locale.language.as_str() {
            "ar" => Self::Arabic,
            "en" => Self::English,
            _ => Self::None,
        }
    }
}

/// The words of a text, ready to be searched.
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    morphology: Morphology,
    folded: String,
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    /// In [`Words::folded`].
    folded: Range<usize>,
    /// In [`Words::text`].
    place: Range<usize>,
    /// Whether nothing but spaces, hyphens and apostrophes parts it from the word before.
    follows: bool,
}

impl<'t> Words<'t> {
    /// Cuts `text` into words. Letters of two scripts are two words even where they are glued (`وMRI`), and an apostrophe
    /// or a hyphen parts two words that still belong together.
    #[must_use]
    pub fn of(text: &'t str, morphology: Morphology) -> Self {
        let mut words = Self { text, morphology, folded: String::with_capacity(text.len()), words: Vec::new() };
        let (mut start, mut script, mut follows) = (None, None, false);
        for (at, character) in text.char_indices() {
            let own = Script::of_letter(character);
            let is_part = character.is_alphanumeric()
                || matches!(character, '\u{0640}')
                || is_invisible(character)
                || is_combining_mark(character);
            let changes = own.is_some() && script.is_some() && own != script;
            if let Some(from) = start.filter(|_| !is_part || changes) {
                follows |= words.push(from..at, follows);
                (start, script) = (None, None);
            }
            if is_part {
                start = start.or(Some(at));
                script = own.or(script);
            } else {
                follows &= character.is_whitespace() || matches!(character, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’');
            }
        }
        if let Some(from) = start {
            words.push(from..text.len(), follows);
        }
        words
    }

    /// Says whether it was a word.
    fn push(&mut self, place: Range<usize>, follows: bool) -> bool {
        let Some(written) = self.text.get(place.clone()) else { return false };
        let start = self.folded.len();
        if written.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.folded.extend(written.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            let folded = match self.morphology {
                Morphology::Arabic => fold_arabic(written).into(),
                Morphology::English | Morphology::None => fold(written),
            };
            self.folded.extend(folded.chars().filter(|c| !is_invisible(*c)));
        }
        let folded = start..self.folded.len();
        let is_word = !folded.is_empty();
        if is_word {
            self.words.push(Word { folded, place, follows });
        }
        is_word
    }

    fn folded(&self, at: usize) -> Option<&str> {
        self.folded.get(self.words.get(at)?.folded.clone())
    }
}

/// A word or words that belong together.
///
/// ```
/// use mizan::text::term::{Morphology, Term, Words};
/// let term = Term::new("العلاج الجيني", Morphology::Arabic).ok_or("no word")?;
/// let text = "وبعلاجٍ جينيٍّ واحد";
/// assert_eq!(term.find(&Words::of(text, Morphology::Arabic)), Some(0.."وبعلاجٍ جينيٍّ".len()));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug)]
pub struct Term {
    morphology: Morphology,
    /// The stems of its words.
    stems: Vec<String>,
    /// Its words as written, where capitals count.
    exact: Option<Vec<String>>,
}

impl Term {
    /// The term that `text` names; `None` where it has no word. Outside Arabic, capitals count where it has some.
    #[must_use]
    pub fn new(text: &str, morphology: Morphology) -> Option<Self> {
        let words = Words::of(text, morphology);
        let folded = (0..words.words.len()).filter_map(|at| words.folded(at));
        let stems: Vec<String> = match morphology {
            Morphology::Arabic => folded.map(|word| without_article(word).to_owned()).collect(),
            Morphology::English | Morphology::None => folded.map(str::to_owned).collect(),
        };
        let capitals = text.contains(char::is_uppercase);
        let written = || words.words.iter().filter_map(|word| Some(text.get(word.place.clone())?.to_owned())).collect();
        (!stems.is_empty()).then(|| Self { morphology, exact: capitals.then(written), stems })
    }

    /// Where the term first stands in a text.
    #[must_use]
    pub fn find(&self, words: &Words<'_>) -> Option<Range<usize>> {
        (0..words.words.len()).find_map(|at| self.at(words, at))
    }

    /// Where it stands, if it begins with word `at`.
    fn at(&self, words: &Words<'_>, at: usize) -> Option<Range<usize>> {
        for (index, stem) in self.stems.iter().enumerate() {
            let word = words.words.get(at + index)?;
            let is_last = index + 1 == self.stems.len();
            if index > 0 && !word.follows {
                return None;
            }
            let forms = Forms { morphology: self.morphology, is_first: index == 0, is_last };
            if !forms.any(words.folded(at + index)?, &mut |form| form == stem) || !self.has_case(index, words, word) {
                return None;
            }
        }
        let last = words.words.get(at + self.stems.len() - 1)?;
        Some(words.words.get(at)?.place.start..last.place.end)
    }

    /// Whether the word has the capitals that the term has: `MRIs` and `Therapies` for `MRI` and `Therapy`.
    fn has_case(&self, index: usize, words: &Words<'_>, word: &Word) -> bool {
        let Some(written) = self.exact.as_ref().and_then(|exact| exact.get(index)) else { return true };
        let found = words.text.get(word.place.clone()).unwrap_or_default();
        found == written || found.starts_with(written.strip_suffix('y').unwrap_or(written))
    }
}

/// Many terms, searched for in one pass.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    terms: Vec<Term>,
    by_first: HashMap<String, Vec<u32>>,
}

impl Terms {
    /// Terms of one language.
    #[must_use]
    pub fn new(terms: Vec<Term>) -> Self {
        let mut by_first: HashMap<String, Vec<u32>> = HashMap::new();
        for (at, term) in (0_u32..).zip(&terms) {
            by_first.entry(term.stems.first().cloned().unwrap_or_default()).or_default().push(at);
        }
        Self { terms, by_first }
    }

    /// Which terms stand in a text, and where, in the order of the text.
    #[must_use]
    pub fn find(&self, words: &Words<'_>) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for at in 0..words.words.len() {
            let Some(word) = words.folded(at) else { continue };
            let mut likely: Vec<u32> = Vec::new();
            let forms = Forms { morphology: words.morphology, is_first: true, is_last: true };
            forms.any(word, &mut |form| {
                likely.extend(self.by_first.get(form).into_iter().flatten());
                false
            });
            likely.sort_unstable();
            likely.dedup();
            let place = |index: u32| Some((index as usize, self.terms.get(index as usize)?.at(words, at)?));
            found.extend(likely.into_iter().filter_map(place));
        }
        found
    }
}

/// The stems that a word may be a form of.
#[derive(Clone, Copy)]
struct Forms {
    morphology: Morphology,
    is_first: bool,
    is_last: bool,
}

type Visit<'a> = dyn FnMut(&str) -> bool + 'a;

/// Pronouns, and the alef that carries the tanwin of the accusative.
const SUFFIXES: [&str; 12] = ["ها", "ه", "هم", "هن", "هما", "نا", "كم", "كن", "كما", "ك", "ي", "ا"];

impl Forms {
    /// Whether `visit` says yes to one of them.
    fn any(self, word: &str, visit: &mut Visit<'_>) -> bool {
        match self.morphology {
            Morphology::Arabic => self.arabic(word, visit),
            Morphology::English if self.is_last => english(word, visit),
            Morphology::English | Morphology::None => visit(word),
        }
    }

    /// Takes off `و` or `ف`, then `ب`, `ك` or `ل`, then the article; words after the first have the article only.
    fn arabic(self, word: &str, visit: &mut Visit<'_>) -> bool {
        if self.after_conjunction(word, visit) {
            return true;
        }
        let rest = word.strip_prefix(['و', 'ف']).filter(|rest| self.is_first && has_letters(rest));
        rest.is_some_and(|rest| self.after_conjunction(rest, visit))
    }

    fn after_conjunction(self, word: &str, visit: &mut Visit<'_>) -> bool {
        if before_article(word, visit) {
            return true;
        }
        // لـ swallows the alef of the article.
        let rest = word.strip_prefix("لل").filter(|rest| has_letters(rest));
        if rest.is_some_and(|rest| pronouns(rest, visit)) {
            return true;
        }
        let rest = word.strip_prefix(['ب', 'ك', 'ل']).filter(|rest| self.is_first && has_letters(rest));
        rest.is_some_and(|rest| before_article(rest, visit))
    }
}

fn before_article(word: &str, visit: &mut Visit<'_>) -> bool {
    if pronouns(word, visit) {
        return true;
    }
    let rest = without_article(word);
    rest.len() < word.len() && pronouns(rest, visit)
}

fn pronouns(word: &str, visit: &mut Visit<'_>) -> bool {
    if visit(word) {
        return true;
    }
    for suffix in SUFFIXES {
        let Some(stem) = word.strip_suffix(suffix).filter(|stem| has_letters(stem)) else { continue };
        if visit(stem) {
            return true;
        }
        // Before a pronoun, ta marbuta is written ت and alef maqsura ا: عيادتها, مستشفاها.
        let changed = [('ت', 'ه'), ('ا', 'ي')].iter().find_map(|(end, plain)| {
            let head = stem.strip_suffix(*end)?;
            Some(format!("{head}{plain}"))
        });
        if suffix != "ا" && changed.is_some_and(|changed| visit(&changed)) {
            return true;
        }
    }
    false
}

fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| has_letters(rest)).unwrap_or(word)
}

/// Whether what is left of a word may still be one.
fn has_letters(rest: &str) -> bool {
    rest.chars().nth(1).is_some()
}

fn english(word: &str, visit: &mut Visit<'_>) -> bool {
    if visit(word) {
        return true;
    }
    let Some(one) = word.strip_suffix('s').filter(|one| has_letters(one)) else { return false };
    let ies = one.strip_suffix("ie").map(|head| format!("{head}y"));
    visit(one) || one.strip_suffix('e').is_some_and(&mut *visit) || ies.is_some_and(|one| visit(&one))
}

/// Marks of direction, joiners, the soft hyphen: they part no word.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests;
