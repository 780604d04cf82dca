//! Why a text that came back was not taken.

use crate::phrase::Phrase;

/// Why a text that came back was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No source of the project has this path.
    UnknownFile(String),
    /// The source's text has changed, moved to another message or gone since the export.
    SourceChanged,
    /// Someone has changed the translation since the export.
    TargetChanged,
    /// The exchange file no longer tells which translation it was made upon, and there is one.
    Unverified,
    /// The text stands twice in what came back, and differs.
    Twice,
    /// It is marked as a guess (`fuzzy`).
    Fuzzy,
    /// A code of the source is missing.
    CodeLost(String),
    /// A code that neither the source nor the translation had.
    CodeAdded(String),
    /// An id of a code that was not exported.
    CodeUnknown(String),
    /// Codes that start must end, inside of what they stand in.
    Unbalanced,
    /// A blank line would make it two paragraphs.
    BlankLine,
    /// It would be another kind of block, or several.
    Structure,
    /// It would not be read back as what was meant.
    NotReadBack,
    /// The value of a field of the front matter could not be written.
    Field(String),
    /// The article has no translation yet, and so many texts are still missing or refused.
    Incomplete(usize),
    /// There is no place for it in the translation; a person must make one.
    NoPlace,
    /// The message has no text for all other cases.
    NoDefault,
    /// The file of the translation cannot be read as it is.
    Unreadable(String),
}

impl Reason {
    /// The same as a sentence.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::UnknownFile(path) => Phrase::new("exchange-unknown-file").with("path", path.as_str()),
            Self::SourceChanged => Phrase::new("exchange-source-changed"),
            Self::TargetChanged => Phrase::new("exchange-target-changed"),
            Self::Unverified => Phrase::new("exchange-unverified"),
            Self::Twice => Phrase::new("exchange-twice"),
            Self::Fuzzy => Phrase::new("exchange-fuzzy"),
            Self::CodeLost(code) => Phrase::new("exchange-code-lost").with("code", code.as_str()),
            Self::CodeAdded(code) => Phrase::new("exchange-code-added").with("code", code.as_str()),
            Self::CodeUnknown(id) => Phrase::new("exchange-code-unknown").with("id", id.as_str()),
            Self::Unbalanced => Phrase::new("exchange-unbalanced"),
            Self::BlankLine => Phrase::new("exchange-blank-line"),
            Self::Structure => Phrase::new("exchange-structure"),
            Self::NotReadBack => Phrase::new("exchange-not-read-back"),
            Self::Field(name) => Phrase::new("exchange-field").with("name", name.as_str()),
            Self::Incomplete(count) => Phrase::new("exchange-incomplete").with("count", *count),
            Self::NoPlace => Phrase::new("exchange-no-place"),
            Self::NoDefault => Phrase::new("exchange-no-default"),
            Self::Unreadable(path) => Phrase::new("exchange-unreadable").with("path", path.as_str()),
        }
    }
}
