//! Which script a text is written in.

use unic_langid::LanguageIdentifier;

/// A script, as far as telling a translation from its source needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Arabic letters, also of Persian and Urdu.
    Arabic,
    /// Latin letters.
    Latin,
    /// Hebrew letters.
    Hebrew,
    /// Cyrillic letters.
    Cyrillic,
    /// Any other.
    Other,
}

impl Script {
    /// The script that a locale is written in; the likely one where the tag names none.
    ///
    /// ```
    /// use mizan::text::script::Script;
    /// let script = |tag: &str| tag.parse().map(|id| Script::of(&id));
    /// assert_eq!(script("ar-EG"), Ok(Script::Arabic));
    /// assert_eq!(script("az-Arab"), Ok(Script::Arabic));
    /// assert_eq!(script("en"), Ok(Script::Latin));
    /// ```
    #[must_use]
    pub fn of(locale: &LanguageIdentifier) -> Self {
        let mut likely = locale.clone();
        likely.maximize();
        match likely.script.as_ref().map(|script| script.as_str()) {
            Some("Arab") => Self::Arabic,
            Some("Latn") => Self::Latin,
            Some("Hebr") => Self::Hebrew,
            Some("Cyrl") => Self::Cyrillic,
            _ => Self::Other,
        }
    }

    /// The script of a letter; `None` for what is no letter.
    #[must_use]
    pub fn of_letter(character: char) -> Option<Self> {
        match character {
            '\0'..='@' | '\u{0600}'..='\u{061F}' | '\u{2000}'..='\u{206F}' => None,
            'a'..='z' | 'A'..='Z' => Some(Self::Latin),
            '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' => Some(Self::Arabic),
            '\0'..='\u{00BF}' | '\u{00D7}' | '\u{00F7}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' => None,
            '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => Some(Self::Latin),
            '\u{0400}'..='\u{052F}' => Some(Self::Cyrillic),
            '\u{05D0}'..='\u{05F2}' => Some(Self::Hebrew),
            '\u{066E}'..='\u{06FF}'
            | '\u{0750}'..='\u{077F}'
            | '\u{08A0}'..='\u{08C9}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => character.is_alphabetic().then_some(Self::Arabic),
            _ => character.is_alphabetic().then_some(Self::Other),
        }
    }
}

/// How many letters of each script a text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterCounts {
    arabic: usize,
    latin: usize,
    hebrew: usize,
    cyrillic: usize,
    other: usize,
}

impl LetterCounts {
    /// Counts the letters of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut counts = Self::default();
        for character in text.chars() {
            match Script::of_letter(character) {
                Some(Script::Arabic) => counts.arabic += 1,
                Some(Script::Latin) => counts.latin += 1,
                Some(Script::Hebrew) => counts.hebrew += 1,
                Some(Script::Cyrillic) => counts.cyrillic += 1,
                Some(Script::Other) => counts.other += 1,
                None => {}
            }
        }
        counts
    }

    /// Letters of this script.
    #[must_use]
    pub fn of_script(self, script: Script) -> usize {
        match script {
            Script::Arabic => self.arabic,
            Script::Latin => self.latin,
            Script::Hebrew => self.hebrew,
            Script::Cyrillic => self.cyrillic,
            Script::Other => self.other,
        }
    }

    /// Letters of any script.
    #[must_use]
    pub fn total(self) -> usize {
        self.arabic + self.latin + self.hebrew + self.cyrillic + self.other
    }
}

#[cfg(test)]
mod tests {
    use super::{LetterCounts, Script};

    #[test]
    fn letters_are_counted_by_script_and_nothing_else_is() {
        let counts = LetterCounts::of("مؤتمر REACT ٢٠٢٣، 100% — لـAPI");
        assert_eq!(counts.of_script(Script::Arabic), 6);
        assert_eq!(counts.of_script(Script::Latin), 8);
        assert_eq!(counts.total(), 14);
        assert_eq!(LetterCounts::of("١٢٣ 45 ،؛؟ ـ َُِ").total(), 0);
    }
}
