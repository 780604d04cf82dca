//! Stub: mizan's own texts in English and Arabic.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::locale::{Direction, Locale};
use crate::phrase::{Arg, Phrase};

/// mizan's own texts in one language.
pub struct Words {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The texts for the first of `requested` that mizan speaks; English otherwise.
    #[must_use]
    pub fn new(requested: &[&str]) -> &'static Self {
        static EN: OnceLock<Words> = OnceLock::new();
        static AR: OnceLock<Words> = OnceLock::new();
        for tag in requested {
            if tag.starts_with("ar") {
                return AR.get_or_init(|| {
                    Self::load(
                        "ar",
                        &[
                            include_str!("../locales/ar/cli.ftl"),
                            include_str!("../locales/ar/report.ftl"),
                            include_str!("../locales/ar/status.ftl"),
                            include_str!("../locales/ar/explain.ftl"),
                            include_str!("../locales/ar/rules-article.ftl"),
                        ],
                    )
                });
            }
            if tag.starts_with("en") {
                break;
            }
        }
        EN.get_or_init(|| {
            Self::load(
                "en",
                &[
                    include_str!("../locales/en/cli.ftl"),
                    include_str!("../locales/en/report.ftl"),
                    include_str!("../locales/en/status.ftl"),
                    include_str!("../locales/en/explain.ftl"),
                    include_str!("../locales/en/rules-article.ftl"),
                ],
            )
        })
    }

    fn load(tag: &str, texts: &[&str]) -> Self {
        let locale = Locale::new(tag).unwrap_or_else(|_| unreachable!());
        let mut bundle = FluentBundle::new_concurrent(vec![locale.id().clone()]);
        bundle.set_use_isolating(false);
        for text in texts {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { locale, bundle }
    }

    /// The phrase in this language; its id where there is no text.
    #[must_use]
    pub fn say(&self, phrase: &Phrase) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &phrase.args {
            match value {
                Arg::Count(count) => args.set(*name, *count),
                Arg::Text(text) => args.set(*name, text.as_str()),
            }
        }
        let (id, attribute) = phrase.id.split_once('.').map_or((phrase.id, None), |(id, name)| (id, Some(name)));
        let pattern = self.bundle.get_message(id).and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return phrase.id.to_owned() };
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// The language.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Its direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.locale.direction()
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("locale", &self.locale).finish_non_exhaustive()
    }
}
