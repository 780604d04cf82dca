//! What went wrong while a message was formatted.

use crate::phrase::Phrase;

/// What went wrong while a message was formatted. The text is still usable: `{$name}` stands for what was missing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Problem {
    /// A locale of the chain lacks the message; a later one may have served it.
    MissingMessage {
        /// The message, or `message.attribute`.
        id: String,
        /// The locale.
        locale: String,
    },
    /// The message refers to a message, term or attribute that does not exist.
    MissingReference {
        /// The message being formatted.
        id: String,
        /// What it refers to.
        reference: String,
    },
    /// The caller did not give a variable.
    MissingVariable {
        /// The message being formatted.
        id: String,
        /// The variable, without `$`.
        variable: String,
    },
    /// A value is of the wrong type: `NUMBER` of a text, `DATETIME` of what is no date.
    WrongType {
        /// The message being formatted.
        id: String,
        /// The function or variable.
        what: String,
    },
    /// The message comes back to itself.
    Cyclic {
        /// The message being formatted.
        id: String,
    },
    /// The text or its nesting is beyond all measure, and was cut.
    TooLarge {
        /// The message being formatted.
        id: String,
    },
    /// There is no such function.
    UnknownFunction {
        /// The message being formatted.
        id: String,
        /// Its name.
        function: String,
    },
    /// This language's own way to write a currency or a unit is not known; it is shown by its code.
    NoData {
        /// The message being formatted.
        id: String,
        /// The currency or unit.
        what: String,
        /// The locale.
        locale: String,
    },
    /// A function does not know this option, or this value of it, or cannot honour it beside the others.
    UnknownOption {
        /// The message being formatted.
        id: String,
        /// Its name.
        option: String,
    },
}

impl Problem {
    /// The problem as a sentence, for `crate::words`.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::MissingMessage { id, locale } => {
                Phrase::new("problem-missing-message").with("id", id.as_str()).with("locale", locale.as_str())
            }
            Self::MissingReference { id, reference } => {
                Phrase::new("problem-missing-reference").with("id", id.as_str()).with("reference", reference.as_str())
            }
            Self::MissingVariable { id, variable } => {
                Phrase::new("problem-missing-variable").with("id", id.as_str()).with("variable", variable.as_str())
            }
            Self::WrongType { id, what } => {
                Phrase::new("problem-wrong-type").with("id", id.as_str()).with("what", what.as_str())
            }
            Self::Cyclic { id } => Phrase::new("problem-cyclic").with("id", id.as_str()),
            Self::TooLarge { id } => Phrase::new("problem-too-large").with("id", id.as_str()),
            Self::UnknownFunction { id, function } => {
                Phrase::new("problem-unknown-function").with("id", id.as_str()).with("function", function.as_str())
            }
            Self::NoData { id, what, locale } => Phrase::new("problem-no-data")
                .with("id", id.as_str())
                .with("what", what.as_str())
                .with("locale", locale.as_str()),
            Self::UnknownOption { id, option } => {
                Phrase::new("problem-unknown-option").with("id", id.as_str()).with("option", option.as_str())
            }
        }
    }
}
