//! Which locales serve a reader, in which order.

use std::sync::Arc;

use fluent_langneg::{NegotiationStrategy, negotiate::filter_matches};
use icu_locale::extensions::unicode::key;
use unic_langid::LanguageIdentifier;
use unic_langid::subtags::Script;

use super::served::Served;
use crate::error::{Error, Kind};
use crate::locale::{Calendar, Locale, Numbering};

/// What a reader asks for: a language, perhaps with digits and a calendar (`ar-u-nu-arab`).
pub(super) struct Request {
    locale: Locale,
    numbering: Option<Numbering>,
    calendar: Option<Calendar>,
}

impl Request {
    /// Reads a tag, with its Unicode extension.
    pub(super) fn read(tag: &str) -> Result<Self, Error> {
        let Ok(full) = tag.parse::<icu_locale::Locale>() else {
            return Ok(Self { locale: Locale::new(tag)?, numbering: None, calendar: None });
        };
        // An unknown value, like one that is not there, leaves the locale's own policy.
        let keyword = |key| full.extensions.unicode.keywords.get(&key).map(ToString::to_string);
        let numbering = match keyword(key!("nu")).as_deref() {
            Some("latn") => Some(Numbering::Latn),
            Some("arab" | "arabext") => Some(Numbering::Arab),
            _ => None,
        };
        let calendar = match keyword(key!("ca")).as_deref() {
            Some("gregory") => Some(Calendar::Gregorian),
            Some("islamic-umalqura") => Some(Calendar::UmmAlQura),
            _ => None,
        };
        Ok(Self { locale: Locale::new(&full.id.to_string())?, numbering, calendar })
    }

    /// The locale as this reader wants it: a wish goes before the locale's policy.
    fn of(&self, served: &Arc<Served>) -> Arc<Served> {
        let mut locale = served.locale.clone();
        locale.numbering = self.numbering.unwrap_or(locale.numbering);
        locale.calendar = self.calendar.unwrap_or(locale.calendar);
        if locale == served.locale { Arc::clone(served) } else { Arc::new(served.with_policy(locale)) }
    }
}

/// The locales that serve `requested`, then the source.
pub(super) fn negotiate(all: &[Arc<Served>], requested: &[Request]) -> Arc<[Arc<Served>]> {
    let mut chain: Vec<Arc<Served>> = Vec::new();
    for request in requested {
        let left: Vec<&Arc<Served>> = all.iter().filter(|served| !holds(&chain, served)).collect();
        let available: Vec<&LanguageIdentifier> = left.iter().map(|served| served.locale.id()).collect();
        let wanted = request.locale.id();
        let matched = filter_matches(&[wanted], &available, NegotiationStrategy::Filtering);
        // `zh` is written in simplified characters: it is no answer to `zh-Hant`.
        for id in matched.into_iter().filter(|id| script(id) == script(wanted)) {
            chain.extend(left.iter().find(|served| served.locale.id() == *id).map(|served| request.of(served)));
        }
    }
    if let Some(source) = all.first().filter(|source| !holds(&chain, source)) {
        chain.push(Arc::clone(source));
    }
    chain.into()
}

/// Exactly the locales of these tags; the source alone where there is none.
pub(super) fn explicit(all: &[Arc<Served>], tags: &[impl AsRef<str>]) -> Result<Arc<[Arc<Served>]>, Error> {
    let mut chain: Vec<Arc<Served>> = Vec::with_capacity(tags.len());
    for tag in tags {
        let request = Request::read(tag.as_ref())?;
        let Some(served) = all.iter().find(|served| served.locale.tag() == request.locale.tag()) else {
            let known: Vec<&str> = all.iter().map(|served| served.locale.tag()).collect();
            return Err(Kind::UnknownLocale { given: tag.as_ref().to_owned(), known: known.join(", ") }.into());
        };
        if !holds(&chain, served) {
            chain.push(request.of(served));
        }
    }
    if chain.is_empty() {
        chain.extend(all.first().cloned());
    }
    Ok(chain.into())
}

fn holds(chain: &[Arc<Served>], served: &Served) -> bool {
    chain.iter().any(|own| own.locale.tag() == served.locale.tag())
}

fn script(id: &LanguageIdentifier) -> Option<Script> {
    let mut likely = id.clone();
    likely.maximize();
    likely.script
}
