//! Why a command could not do its work.

use std::io;

use crate::error::Error;
use crate::phrase::Phrase;
use crate::texts;
use crate::words::Words;

/// Why a command could not do its work: exit code 2.
#[derive(Debug)]
pub enum Failure {
    /// The library says why.
    Library(Error),
    /// The arguments do not fit.
    Usage(Phrase),
    /// The output cannot be written.
    Output(io::Error),
}

impl Failure {
    /// The same in words.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Library(error) => words.say(&error.phrase()),
            Self::Usage(phrase) => words.say(phrase),
            Self::Output(cause) => words.say(&texts::cli_output(cause.to_string())),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}
