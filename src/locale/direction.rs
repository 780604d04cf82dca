//! Direction, from the script that a locale is written in, never from a list of languages.

use unic_langid::{CharacterDirection, LanguageIdentifier};

/// The direction that a text runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The direction of the script that `locale` is written in; the likely script where the tag has none.
    ///
    /// ```
    /// use mizan::locale::{Direction, LanguageIdentifier};
    /// let direction = |tag: &str| tag.parse::<LanguageIdentifier>().map(|id| Direction::of(&id));
    /// assert_eq!(direction("ar"), Ok(Direction::Rtl));
    /// assert_eq!(direction("pa-PK"), Ok(Direction::Rtl)); // Shahmukhi
    /// assert_eq!(direction("pa"), Ok(Direction::Ltr)); // Gurmukhi
    /// assert_eq!(direction("az-Arab"), Ok(Direction::Rtl));
    /// ```
    #[must_use]
    pub fn of(locale: &LanguageIdentifier) -> Self {
        let mut likely = locale.clone();
        likely.maximize();
        match likely.character_direction() {
            CharacterDirection::RTL => Self::Rtl,
            CharacterDirection::LTR | CharacterDirection::TTB => Self::Ltr,
        }
    }

    /// `ltr` or `rtl`, as HTML's `dir` has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The other direction.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Ltr => Self::Rtl,
            Self::Rtl => Self::Ltr,
        }
    }
}

impl std::fmt::Display for Direction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
