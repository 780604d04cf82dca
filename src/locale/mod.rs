//! Locales: a BCP 47 tag with its direction, its own name and its policy for numbers and dates.

mod direction;

pub use direction::Direction;
pub use unic_langid::LanguageIdentifier;

use crate::error::{Error, Kind};

/// Which digits a locale's numbers are written with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    /// 0123456789, with `.` and `,`.
    #[default]
    Latn,
    /// ٠١٢٣٤٥٦٧٨٩, with `٫` and `٬`.
    Arab,
}

/// Which calendar a locale's dates are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Calendar {
    /// The Gregorian calendar.
    #[default]
    Gregorian,
    /// The Umm al-Qura calendar of Saudi Arabia.
    UmmAlQura,
}

/// A locale of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    id: LanguageIdentifier,
    tag: String,
    /// Digits of its numbers.
    pub numbering: Numbering,
    /// Calendar of its dates.
    pub calendar: Calendar,
}

impl Locale {
    /// The locale of a BCP 47 tag (`iw` is read as `he`), with Latin digits and the Gregorian calendar.
    ///
    /// # Errors
    /// When `tag` is not a language tag.
    pub fn new(tag: &str) -> Result<Self, Error> {
        let wrong = || Error::from(Kind::Locale { given: tag.to_owned() });
        let canonical = match tag.split_once(['-', '_']) {
            Some((language, rest)) if language.eq_ignore_ascii_case("iw") => format!("he-{rest}"),
            None if tag.eq_ignore_ascii_case("iw") => "he".to_owned(),
            _ => tag.to_owned(),
        };
        let id: LanguageIdentifier = canonical.parse().map_err(|_| wrong())?;
        if id.language.is_empty() {
            return Err(wrong());
        }
        let tag = id.to_string();
        Ok(Self { id, tag, numbering: Numbering::default(), calendar: Calendar::default() })
    }

    /// The language identifier.
    #[must_use]
    pub fn id(&self) -> &LanguageIdentifier {
        &self.id
    }

    /// The canonical tag, for `lang` and `hreflang`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The direction of its script.
    #[must_use]
    pub fn direction(&self) -> Direction {
        Direction::of(&self.id)
    }
}
