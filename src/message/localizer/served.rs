//! A locale of a localizer: its texts, parsed when first needed, and its formatters.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;

use super::amount::Amounts;
use super::dates::Dates;
use super::numbers::Numbers;
use crate::locale::{Direction, Locale};
use crate::message::Pattern;
use crate::message::parse::without_hostile_entries;
use crate::message::plural::Plurals;

#[derive(Debug)]
pub(super) struct Served {
    pub(super) locale: Locale,
    pub(super) direction: Direction,
    texts: Arc<Texts>,
    plurals: OnceLock<Plurals>,
    numbers: OnceLock<Numbers>,
    dates: OnceLock<Dates>,
    amounts: OnceLock<Amounts>,
}

/// The texts of a locale; readers who want other digits share them.
#[derive(Debug)]
pub(super) struct Texts {
    texts: Vec<Text>,
    parsed: OnceLock<Parsed>,
}

/// A Fluent text, embedded in the program or read from somewhere.
#[derive(Clone, Debug)]
pub(super) enum Text {
    Own(Cow<'static, str>),
    Shared(Arc<str>),
}

/// Messages and terms by their ids.
#[derive(Debug)]
pub(super) struct Parsed {
    resources: Vec<FluentResource>,
    /// Resource and entry by id; terms begin with `-`.
    entries: HashMap<Box<str>, (u32, u32)>,
}

impl Served {
    pub(super) fn new(locale: Locale, texts: Vec<Text>) -> Self {
        Self::with_texts(locale, Arc::new(Texts { texts, parsed: OnceLock::new() }))
    }

    fn with_texts(locale: Locale, texts: Arc<Texts>) -> Self {
        Self {
            direction: locale.direction(),
            locale,
            texts,
            plurals: OnceLock::new(),
            numbers: OnceLock::new(),
            dates: OnceLock::new(),
            amounts: OnceLock::new(),
        }
    }

    /// The same texts with another policy for numbers and dates.
    pub(super) fn with_policy(&self, locale: Locale) -> Self {
        Self::with_texts(locale, Arc::clone(&self.texts))
    }

    #[cfg(test)]
    pub(super) fn is_parsed(&self) -> bool {
        self.texts.parsed.get().is_some()
    }

    pub(super) fn plurals(&self) -> &Plurals {
        self.plurals.get_or_init(|| Plurals::new(&self.locale))
    }

    pub(super) fn numbers(&self) -> &Numbers {
        self.numbers.get_or_init(|| Numbers::new(&self.locale))
    }

    pub(super) fn dates(&self) -> &Dates {
        self.dates.get_or_init(|| Dates::new(&self.locale))
    }

    pub(super) fn amounts(&self) -> &Amounts {
        self.amounts.get_or_init(|| Amounts::new(&self.locale))
    }

    /// The pattern of `id`, `id.attribute`, `-term` or `-term.attribute`.
    pub(super) fn part(&self, id: &str) -> Option<&Pattern<'_>> {
        match id.split_once('.') {
            None => self.find(id, None),
            Some((id, attribute)) => self.find(id, Some(attribute)),
        }
    }

    /// The value, or the attribute of this name, of a message, or of a term by `-id`.
    pub(super) fn find(&self, id: &str, attribute: Option<&str>) -> Option<&Pattern<'_>> {
        let texts = &self.texts;
        texts.parsed.get_or_init(|| Parsed::read(texts.texts.iter().map(Text::as_str))).find(id, attribute)
    }
}

impl Text {
    fn as_str(&self) -> &str {
        match self {
            Self::Own(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl Parsed {
    pub(super) fn read<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut resources = Vec::new();
        let mut entries = HashMap::new();
        for text in texts {
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
            let resource = match FluentResource::try_new(without_hostile_entries(text.to_owned())) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let place = u32::try_from(resources.len()).unwrap_or(u32::MAX);
            for (entry, index) in resource.entries().zip(0_u32..) {
                let id: Box<str> = match entry {
                    Entry::Message(message) => message.id.name.into(),
                    Entry::Term(term) => format!("-{}", term.id.name).into(),
                    _ => continue,
                };
                entries.entry(id).or_insert((place, index));
            }
            resources.push(resource);
        }
        Self { resources, entries }
    }

    pub(super) fn find(&self, id: &str, attribute: Option<&str>) -> Option<&Pattern<'_>> {
        let (resource, entry) = self.entries.get(id)?;
        let entry = self.resources.get(*resource as usize)?.get_entry(*entry as usize)?;
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (Some(&term.value), &term.attributes),
            _ => return None,
        };
        match attribute {
            None => value,
            Some(name) => attributes.iter().find(|own| own.id.name == name).map(|own| &own.value),
        }
    }
}
