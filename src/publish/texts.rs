//! The theme's own texts in one locale: the project's messages first, then mizan's, then those of the source.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::article::Date;
use crate::bidi::controls;
use crate::locale::Locale;
use crate::message::{FluentArgs, Localizer};
use crate::project::Project;

const BUILT_IN: &[(&str, &str)] =
    &[("en", include_str!("../../locales/en/publish.ftl")), ("ar", include_str!("../../locales/ar/publish.ftl"))];

/// Numbers and dates that stand alone, written as those inside messages are.
const FORMATS: &str = r#"
figure = { NUMBER($value, useGrouping: "false") }
medium = { DATETIME($value, dateStyle: "medium") }
long = { DATETIME($value, dateStyle: "long") }
full = { DATETIME($value, dateStyle: "full") }
"#;

/// The texts of one locale.
pub(super) struct Texts {
    /// The project's messages and the theme's.
    all: Localizer,
    /// The project's messages alone.
    own: Localizer,
    formats: Localizer,
    /// Texts without arguments that were asked for, by id.
    fixed: RwLock<HashMap<String, minijinja::Value>>,
}

impl Texts {
    /// The texts of each locale of a project.
    pub(super) fn of(project: &Project) -> Vec<Arc<Self>> {
        let locales = project.locales();
        let (mut all, mut own) = (Localizer::builder(), Localizer::builder());
        // The first locale stands at the end of each chain: English, where the theme does not speak the source's language.
        let english = Locale::new("en").ok().filter(|_| built_in(project.source()).is_none());
        for locale in english.iter().chain(locales) {
            for text in messages(project, locale) {
                all = all.add(locale, text.to_owned());
            }
            all = all.add(locale, built_in(locale).unwrap_or_default());
        }
        for locale in locales {
            own = own.add(locale, "");
            for text in messages(project, locale) {
                own = own.add(locale, text.to_owned());
            }
        }
        let (all, own) = (all.build(), own.build());
        let source = project.source().tag();
        let of = |locale: &Locale| Self {
            all: all.negotiate(&[locale.tag(), source]),
            own: own.negotiate(&[locale.tag(), source]),
            formats: Localizer::builder().add(locale, FORMATS).build(),
            fixed: RwLock::default(),
        };
        locales.iter().map(|locale| Arc::new(of(locale))).collect()
    }

    /// The text `id`, ready for a template, where it needs no argument.
    pub(super) fn fixed(&self, id: &str) -> Option<minijinja::Value> {
        if let Some(known) = self.fixed.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            return Some(known.clone());
        }
        let text = minijinja::Value::from(self.text(id, &FluentArgs::new())?);
        self.fixed.write().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), text.clone());
        Some(text)
    }

    /// The text `id`; `None` where no language has it.
    pub(super) fn text(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        self.all.has(id).then(|| self.all.format(id, arguments).into_string())
    }

    /// The text `id` without arguments, where the project's own messages have it in this locale or the source.
    pub(super) fn own(&self, id: &str) -> Option<String> {
        if !self.own.has(id) {
            return None;
        }
        let text = self.fixed(id)?.to_string();
        (!text.trim().is_empty()).then_some(text)
    }

    /// The text `id` without arguments, where its words are of this very language.
    pub(super) fn here(&self, id: &str) -> Option<String> {
        Self::spoken(&self.all, id)
    }

    /// The same, where the project's own messages have it.
    pub(super) fn own_here(&self, id: &str) -> Option<String> {
        Self::spoken(&self.own, id).and_then(|_| self.own(id))
    }

    fn spoken(localizer: &Localizer, id: &str) -> Option<String> {
        let made = localizer.has(id).then(|| localizer.format(id, FluentArgs::new()))?;
        let language = |locale: &Locale| locale.id().language;
        (language(made.locale()) == language(localizer.locale())).then(|| made.into_string())
    }

    /// A whole number in the locale's digits, without separators.
    pub(super) fn figure(&self, number: usize) -> String {
        self.format("figure", &crate::args! { value => number }).unwrap_or_else(|| number.to_string())
    }

    /// The date of a card: `Mar 20, 2023`, `20 مارس 2023`. Where the locale's medium date is figures only, the long one.
    pub(super) fn short_date(&self, date: Date) -> String {
        let in_words = self.date("medium", date).filter(|text| text.chars().any(char::is_alphabetic));
        in_words.or_else(|| self.date("long", date)).unwrap_or_else(|| date.iso())
    }

    /// The date of a page, with its weekday: `Monday, March 20, 2023`, `الاثنين، 20 مارس 2023`.
    pub(super) fn full_date(&self, date: Date) -> String {
        self.date("full", date).unwrap_or_else(|| date.iso())
    }

    fn date(&self, style: &str, date: Date) -> Option<String> {
        let date = crate::message::Date::new(i32::from(date.year), date.month, date.day)?;
        self.format(style, &crate::args! { value => date })
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let made = self.formats.format(id, arguments);
        // The page has a direction of its own: ICU's marks are not needed, and would stay in what readers copy.
        let plain = || made.as_str().chars().filter(|character| !controls::is_control(*character)).collect();
        made.problems().is_empty().then(plain)
    }
}

/// The project's own messages in a locale.
fn messages<'p>(project: &'p Project, locale: &Locale) -> impl Iterator<Item = &'p str> {
    let at = project.locale_index(locale.tag());
    let catalogs = project.catalogs().iter().filter_map(move |catalog| catalog.locales.get(at?));
    catalogs.flat_map(|it| &it.files).map(|file| &*file.text)
}

fn built_in(locale: &Locale) -> Option<&'static str> {
    let language = locale.id().language.as_str();
    BUILT_IN.iter().find(|(code, _)| *code == language).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Texts;
    use crate::article::Date;
    use crate::message::FluentArgs;
    use crate::project::Project;

    fn texts(english: &str, arabic: &str) -> [Arc<Texts>; 2] {
        let config = "[project]\nname = \"n\"\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"l/{locale}/{file}.ftl\"\n\
                      [locales.ar]\nnumbering = \"arab\"\n";
        let project = Project::builder()
            .file("mizan.toml", config)
            .file("l/en/site.ftl", english)
            .file("l/ar/site.ftl", arabic)
            .build()
            .expect("a project");
        Texts::of(&project).try_into().unwrap_or_else(|_| panic!("two locales"))
    }

    #[test]
    fn the_projects_own_text_comes_first_and_the_sources_last() {
        let [english, arabic] =
            texts("read-more = Go on\nonly-english = { -name } here\n-name = Us\n", "-name = نحن\n");
        assert_eq!(english.text("read-more", &FluentArgs::new()).as_deref(), Some("Go on"));
        assert_eq!(
            arabic.text("read-more", &FluentArgs::new()).as_deref(),
            Some("اقرأ المزيد"),
            "mizan's Arabic beats English"
        );
        assert_eq!(
            arabic.text("only-english", &FluentArgs::new()).as_deref(),
            Some("Us here"),
            "a sentence is in one language"
        );
        assert_eq!(arabic.text("nowhere", &FluentArgs::new()), None);
    }

    #[test]
    fn a_languages_name_is_never_the_sources() {
        let config = "[project]\nname = \"n\"\nsource = \"en\"\ntargets = [\"de\", \"ar\"]\n[messages]\npath = \"l/{locale}.ftl\"\n";
        let project = Project::builder()
            .file("mizan.toml", config)
            .file("l/en.ftl", "language-name = English\n")
            .build()
            .expect("a project");
        let texts = Texts::of(&project);
        assert_eq!(texts[0].own_here("language-name").as_deref(), Some("English"));
        assert_eq!(texts[1].own_here("language-name"), None);
        assert_eq!(texts[1].here("read-in-this-language"), None);
        assert_eq!(texts[2].here("language-name").as_deref(), Some("العربية"));
    }

    #[test]
    fn arabic_counts_pick_their_form() {
        let text = "n = { $n ->\n    [zero] لا شيء\n    [one] واحد\n    [two] اثنان\n    [few] { $n } أخبار\n    [many] { $n } خبرًا\n   *[other] { $n } خبر\n }\n";
        let [_, arabic] = texts("n = x\n", text);
        let form = |count| arabic.text("n", &crate::args! { n => count }).unwrap_or_default();
        assert_eq!(form(0), "لا شيء");
        assert_eq!(form(2), "اثنان");
        assert_eq!(form(103), "١٠٣ أخبار");
        assert_eq!(form(111), "١١١ خبرًا");
        assert_eq!(form(100), "١٠٠ خبر");
    }

    #[test]
    fn messages_that_name_each_other_end() {
        let [english, _] = texts("a = { b }{ b }\nb = { a }{ a }\n", "");
        assert!(english.text("a", &FluentArgs::new()).is_some());
    }

    fn dates(locales: &str) -> Vec<(String, String)> {
        let config = format!("[project]\nname = \"n\"\nsource = \"en\"\ntargets = [\"ar\", \"ar-EG\"]\n{locales}");
        let project = Project::builder().file("mizan.toml", &config).build().expect("a project");
        let date = Date::parse("2023-03-20").expect("a date");
        Texts::of(&project).iter().map(|texts| (texts.short_date(date), texts.full_date(date))).collect()
    }

    #[test]
    fn each_locale_writes_its_own_dates() {
        let plain = dates("");
        assert_eq!(plain[0], ("Mar 20, 2023".to_owned(), "Monday, March 20, 2023".to_owned()));
        assert_eq!(plain[1], ("20 مارس 2023".to_owned(), "الاثنين، 20 مارس 2023".to_owned()));
        assert!(!plain[2].0.contains('\u{200F}'));
        assert_eq!(dates("[locales.ar]\nnumbering = \"arab\"\n")[1].0, "٢٠ مارس ٢٠٢٣");
        // 28 Shaban 1444.
        assert!(dates("[locales.ar]\ncalendar = \"umm-al-qura\"\n")[1].0.contains("1444"));
    }

    #[test]
    fn a_theme_without_the_sources_language_speaks_english_last() {
        let config = "[project]\nname = \"n\"\nsource = \"fr\"\ntargets = [\"ar\"]\n";
        let project = Project::builder().file("mizan.toml", config).build().expect("a project");
        let said: Vec<_> =
            Texts::of(&project).iter().map(|texts| texts.text("read-more", &FluentArgs::new())).collect();
        assert_eq!(said, [Some("Read more".to_owned()), Some("اقرأ المزيد".to_owned())]);
    }
}
