//! mizan's own words: the texts of `locales/`, in English and Arabic.

use std::sync::OnceLock;

use crate::locale::{Direction, Locale};
use crate::message::{FluentArgs, Isolation, Localizer};
use crate::phrase::Phrase;

/// Puts phrases into words, in one language.
///
/// ```
/// use mizan::phrase::Phrase;
/// use mizan::words::Words;
///
/// let words = Words::new(&["ar-EG"]);
/// assert_eq!(words.locale().tag(), "ar");
/// let sentence = words.say(&Phrase::new("message-missing").with("id", "welcome").with("path", "ar/site.ftl"));
/// assert!(sentence.contains("welcome"));
/// ```
#[derive(Debug)]
pub struct Words {
    localizer: Localizer,
}

macro_rules! texts {
    ($tag:literal) => {
        [
            include_str!(concat!("../locales/", $tag, "/cli.ftl")),
            include_str!(concat!("../locales/", $tag, "/report.ftl")),
            include_str!(concat!("../locales/", $tag, "/status.ftl")),
            include_str!(concat!("../locales/", $tag, "/project.ftl")),
            include_str!(concat!("../locales/", $tag, "/publish.ftl")),
            include_str!(concat!("../locales/", $tag, "/generate.ftl")),
            include_str!(concat!("../locales/", $tag, "/localizer.ftl")),
            include_str!(concat!("../locales/", $tag, "/rules-allowance.ftl")),
            include_str!(concat!("../locales/", $tag, "/rules-article.ftl")),
            include_str!(concat!("../locales/", $tag, "/rules-message.ftl")),
            include_str!(concat!("../locales/", $tag, "/exchange.ftl")),
            include_str!(concat!("../locales/", $tag, "/explain.ftl")),
            include_str!(concat!("../locales/", $tag, "/records.ftl")),
        ]
    };
}

/// English, then Arabic: each chain is made once.
static WORDS: OnceLock<[Words; 2]> = OnceLock::new();

impl Words {
    /// The words for a reader who asks for these languages, best first; English where none is served.
    #[must_use]
    pub fn new(requested: &[&str]) -> &'static Self {
        let [english, arabic] = WORDS.get_or_init(|| {
            let mut builder = Localizer::builder();
            for (tag, texts) in [("en", texts!("en")), ("ar", texts!("ar"))] {
                if let Ok(locale) = Locale::new(tag) {
                    builder = texts.into_iter().fold(builder, |builder, text| builder.add(&locale, text));
                }
            }
            let localizer = builder.build();
            ["en", "ar"].map(|tag| Self { localizer: localizer.negotiate(&[tag]) })
        });
        let chosen = english.localizer.negotiate(requested);
        if chosen.locale().tag() == "ar" { arabic } else { english }
    }

    /// The phrase in this language, without any bidi control: for terminals and machines.
    #[must_use]
    pub fn say(&self, phrase: &Phrase) -> String {
        self.say_with(phrase, Isolation::Off)
    }

    /// The phrase for another sink: names and paths are then isolated where their direction differs.
    #[must_use]
    pub fn say_with(&self, phrase: &Phrase, isolation: Isolation) -> String {
        self.localizer.say_with(phrase, isolation).into_string()
    }

    /// Whether there is a text of this id: a rule's help, for instance, need not have one.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.localizer.has(id)
    }

    /// The text of an id that is put together at run time, like `explain-message-missing.what`.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<String> {
        self.has(id).then(|| self.localizer.format_with(id, FluentArgs::new(), Isolation::Off).into_string())
    }

    /// The language.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        self.localizer.locale()
    }

    /// Its direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.localizer.locale().direction()
    }

    /// The texts themselves, for formatting with other arguments.
    #[must_use]
    pub fn localizer(&self) -> &Localizer {
        &self.localizer
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::bidi::controls::{FSI, PDI, is_control};
    use crate::message::{CatalogView, Entry};

    const EN: &[&str] = &texts!("en");
    const AR: &[&str] = &texts!("ar");

    fn view<'a>(texts: &[&'a str], path: &'a Arc<str>) -> CatalogView<'a> {
        CatalogView::new(texts.iter().map(|text| ("", path, *text)))
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let path = Arc::from("x.ftl");
        let (en, ar) = (view(EN, &path), view(AR, &path));
        for catalog in [&en, &ar] {
            assert_eq!(catalog.duplicates().count(), 0);
            assert!(catalog.files().iter().all(|file| file.junk.is_empty()), "{:?}", catalog.files());
        }
        let names = |entry: &Entry<'_>| entry.parts().map(|part| entry.name_of(&part)).collect::<Vec<_>>();
        for entry in en.definitions() {
            let theirs = ar.get(entry.id).map(names).unwrap_or_default();
            for name in names(entry) {
                assert!(theirs.contains(&name), "Arabic lacks {name}");
            }
        }
        for entry in ar.definitions().filter(|entry| !entry.is_term()) {
            assert!(en.get(entry.id).is_some(), "English lacks {}", entry.id);
        }
    }

    #[test]
    fn invisible_characters_are_escaped() {
        for text in EN.iter().chain(AR) {
            assert!(!text.contains(is_control), "{text}");
        }
    }

    #[test]
    fn the_reader_chooses_the_language() {
        assert_eq!(Words::new(&["ar-IL", "en"]).locale().tag(), "ar");
        assert_eq!(Words::new(&["de", "ar"]).direction(), Direction::Rtl);
        assert_eq!(Words::new(&[]).locale().tag(), "en");
        assert_eq!(Words::new(&["C"]).locale().tag(), "en");
    }

    #[test]
    fn counts_take_their_form_and_names_are_isolated_on_request() {
        let phrase = |count: usize| {
            let phrase = Phrase::new("message-plural-categories").with("id", "n").with("count", count);
            phrase.with("missing", "[few]")
        };
        assert_eq!(Words::new(&["en"]).say(&phrase(1)), "n lacks the plural form [few].");
        let arabic = Words::new(&["ar"]);
        assert!(arabic.say(&phrase(2)).contains("\u{635}\u{64A}\u{63A}\u{62A}\u{627}\u{646}"));
        assert!(arabic.say(&phrase(4)).contains("4 \u{635}\u{64A}\u{63A} "));
        assert!(!arabic.say(&phrase(4)).contains(is_control));
        assert!(arabic.say_with(&phrase(4), Isolation::Text).contains(&format!("{FSI}n{PDI}")));
    }

    #[test]
    fn what_has_no_text_says_its_id() {
        assert_eq!(Words::new(&["ar"]).say(&Phrase::new("no-such-phrase")), "no-such-phrase");
        assert_eq!(Words::new(&["ar"]).text("no-such-phrase"), None);
    }
}
