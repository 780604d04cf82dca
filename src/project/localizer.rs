//! A project's messages, ready to be formatted.

use std::sync::Arc;

use crate::error::Error;
use crate::message::Localizer;
use crate::project::model::Project;

impl Project {
    /// The project's messages for a reader who asks for `requested`, best first: all its catalogs, each locale with the
    /// numbering and the calendar of its configuration. The chain is negotiated ([`Localizer::negotiate`]) and can be
    /// looked at ([`Localizer::chain`]); the source closes it. Texts are shared with the project, and parsed when first
    /// asked for.
    ///
    /// ```
    /// use mizan::Project;
    /// let project = Project::builder()
    ///     .file("mizan.toml", "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"{locale}.ftl\"\n[locales.ar]\nnumbering = \"arab\"\n")
    ///     .file("en.ftl", "open = Open at { $hour }\nclosed = Closed\n")
    ///     .file("ar.ftl", "open = يفتح الساعة { $hour }\n")
    ///     .build()?;
    /// let arabic = project.localizer(["ar-EG"])?;
    /// assert_eq!(arabic.format("open", mizan::args! { hour => 9 }).as_str(), "يفتح الساعة ٩");
    /// assert_eq!(arabic.format("closed", mizan::args! {}).locale().tag(), "en");
    /// # Ok::<(), mizan::Error>(())
    /// ```
    ///
    /// A folder of messages needs no `mizan.toml`: [`Project::load_with`] takes its text instead.
    ///
    /// ```no_run
    /// use mizan::Project;
    /// let layout = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"{locale}/{file}.ftl\"\n";
    /// let arabic = Project::load_with("locales", layout)?.localizer(["ar"])?;
    /// # Ok::<(), mizan::Error>(())
    /// ```
    ///
    /// # Errors
    /// When one of `requested` is not a language tag.
    pub fn localizer(&self, requested: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Localizer, Error> {
        let mut builder = Localizer::builder();
        for (index, locale) in self.locales().iter().enumerate() {
            // A locale without a file is of the chain all the same, so that what it lacks is said.
            builder = builder.add(locale, "");
            let own = self.catalogs().iter().flat_map(|catalog| &catalog.locales).filter(|own| own.locale == index);
            for file in own.flat_map(|own| &own.files) {
                builder = builder.add_shared(locale, Arc::clone(&file.text));
            }
        }
        let requested: Vec<_> = requested.into_iter().collect();
        builder.build().try_negotiate(&requested)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Calendar, Locale};

    const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\", \"he\"]\n[messages.site]\npath = \"site/{locale}.ftl\"\n[messages.mail]\npath = \"mail/{locale}/{file}.ftl\"\n[locales.ar]\nnumbering = \"arab\"\ncalendar = \"umm-al-qura\"\n";

    fn project() -> Project {
        Project::builder()
            .file("mizan.toml", CONFIG)
            .file("site/en.ftl", "title = News\nn = { $n }\nd = { DATETIME($d, dateStyle: \"long\") }\n")
            .file(
                "site/ar.ftl",
                "title = \u{623}\u{62E}\u{628}\u{627}\u{631}\nn = { $n }\nd = { DATETIME($d, dateStyle: \"long\") }\n",
            )
            .file("mail/en/first.ftl", "hello = Hello\ntitle = Mail\n")
            .build()
            .expect("a project")
    }

    #[test]
    fn catalogs_speak_with_the_policies_of_their_locales() {
        let project = project();
        let arabic = project.localizer(["ar-EG"]).expect("a localizer");
        assert_eq!(arabic.chain().map(Locale::tag).collect::<Vec<_>>(), ["ar", "en"]);
        assert_eq!(arabic.locale().calendar, Calendar::UmmAlQura);
        let date = arabic.format("d", crate::args! { d => "2023-03-23" });
        // The first of Ramadan 1444.
        assert!(
            date.as_str().starts_with('\u{661}') && date.as_str().contains("\u{661}\u{664}\u{664}\u{664}"),
            "{date}"
        );
        let hello = arabic.format("hello", crate::args! {});
        assert_eq!((hello.as_str(), hello.locale().tag(), hello.problems().len()), ("Hello", "en", 1));
        let english = project.localizer(["en"]).expect("a localizer");
        assert_eq!(english.format("n", crate::args! { n => 2023 }).as_str(), "2,023");
    }

    #[test]
    fn requests_are_checked_and_a_locale_without_files_is_of_the_chain() {
        let project = project();
        assert!(project.localizer(["ar", "not a tag"]).is_err());
        let hebrew = project.localizer([String::from("iw")]).expect("a localizer");
        let title = hebrew.format("title", crate::args! {});
        assert_eq!((title.as_str(), title.problems().len()), ("Mail", 1));
        assert_eq!(hebrew.chain().map(Locale::tag).collect::<Vec<_>>(), ["he", "en"]);
    }
}
