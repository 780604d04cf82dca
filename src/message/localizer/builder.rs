//! Putting a localizer together.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use super::served::Served;
use super::{Isolation, Localizer};
use crate::locale::Locale;

/// Collects locales and their texts.
#[derive(Debug, Default)]
pub struct LocalizerBuilder {
    locales: Vec<(Locale, Vec<Cow<'static, str>>)>,
    isolation: Isolation,
}

impl LocalizerBuilder {
    /// Adds a text of Fluent to a locale; the first locale added is the source, which serves where all others fail.
    #[must_use]
    pub fn add(mut self, locale: &Locale, text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        match self.locales.iter_mut().find(|(own, _)| own.tag() == locale.tag()) {
            Some((_, texts)) => texts.push(text),
            None => self.locales.push((locale.clone(), vec![text])),
        }
        self
    }

    /// What surrounds text of the other direction; nothing, unless this is called.
    #[must_use]
    pub fn isolation(mut self, isolation: Isolation) -> Self {
        self.isolation = isolation;
        self
    }

    /// The localizer; its chain is the source alone until [`Localizer::negotiate`] is asked. Without any locale, English
    /// without texts.
    #[must_use]
    pub fn build(self) -> Localizer {
        let mut all: Vec<_> =
            self.locales.into_iter().map(|(locale, texts)| Arc::new(Served::new(locale, texts))).collect();
        if all.is_empty() {
            all.extend(Locale::new("en").ok().map(|locale| Arc::new(Served::new(locale, Vec::new()))));
        }
        let chain = all.iter().take(1).cloned().collect();
        Localizer { all: all.into(), chain, isolation: self.isolation }
    }
}

/// The locales that serve `requested`, then the source.
pub(super) fn negotiate(all: &[Arc<Served>], requested: &[impl AsRef<str>]) -> Arc<[Arc<Served>]> {
    let requested: Vec<LanguageIdentifier> =
        requested.iter().filter_map(|tag| Locale::new(tag.as_ref()).ok()).map(|locale| locale.id().clone()).collect();
    let available: Vec<&LanguageIdentifier> = all.iter().map(|served| served.locale.id()).collect();
    let source = available.first();
    let chosen = negotiate_languages(&requested, &available, source, NegotiationStrategy::Filtering);
    let place = |id: &&LanguageIdentifier| all.iter().find(|served| served.locale.id() == *id).cloned();
    chosen.into_iter().filter_map(place).collect()
}
