//! Putting a localizer together.

use std::borrow::Cow;
use std::sync::Arc;

use super::served::{Served, Text};
use super::{Isolation, Localizer};
use crate::locale::Locale;

/// Collects locales and their texts.
#[derive(Debug, Default)]
pub struct LocalizerBuilder {
    locales: Vec<(Locale, Vec<Text>)>,
    isolation: Isolation,
}

impl LocalizerBuilder {
    /// Adds a text of Fluent to a locale; the first locale added is the source, which serves where all others fail. Of two
    /// messages of one id, the first stands.
    #[must_use]
    pub fn add(self, locale: &Locale, text: impl Into<Cow<'static, str>>) -> Self {
        self.push(locale, Text::Own(text.into()))
    }

    /// Adds a text that belongs to others too.
    #[must_use]
    pub(crate) fn add_shared(self, locale: &Locale, text: Arc<str>) -> Self {
        self.push(locale, Text::Shared(text))
    }

    fn push(mut self, locale: &Locale, text: Text) -> Self {
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

    /// The localizer; its chain is the source alone until [`Localizer::negotiate`] or [`Localizer::with_chain`] is asked.
    /// Without any locale, English without texts.
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
