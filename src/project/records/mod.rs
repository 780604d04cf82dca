//! Records: what each translation was made from. They are kept in `mizan.lock`, which is written by mizan, committed
//! by people, sorted, one line for each translated file, so that branches merge.

mod accept;
mod compare;
mod differences;
mod git;
mod history;
mod lock;
mod merge;
mod similar;

use std::collections::BTreeMap;

use crate::article::Document;
use crate::error::Error;
use crate::fingerprint::{Fingerprint, blob_id};

pub use accept::{Acceptance, Accepted, Choice, accept, translations};
pub use compare::{Change, Comparison, State, compare, compare_message};
pub use differences::{Difference, Differences, Happened, differences};
pub use git::Git;
pub use history::from_git;
pub use lock::FILE;
pub use merge::merge_lock;

/// What one translated file was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The id that git gives the source file, 40 hexadecimal digits.
    pub source: String,
    /// The id that git gives the translated file.
    pub target: String,
    /// How the record was made.
    pub mark: Mark,
    /// The source's segments, in order; of a message file none.
    pub segments: Vec<Fingerprint>,
    /// The source's translated fields by name; of a message file its messages by `id` and `id.attribute`.
    pub named: BTreeMap<String, Fingerprint>,
}

/// How a record was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// The translation changed with its source, or is new.
    #[default]
    None,
    /// The source had changed, the translation had not: likely it was not read.
    Unchanged,
    /// The same, and a person said that nothing had to change.
    AsIs,
}

/// The records of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    by_path: BTreeMap<String, Record>,
    is_kept: bool,
}

impl Records {
    /// Whether the project keeps records: it has a `mizan.lock`.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// The record of the translated file at `path`, below the project's folder.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Record> {
        self.by_path.get(path)
    }

    /// All records, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Record)> {
        self.by_path.iter().map(|(path, record)| (path.as_str(), record))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_path.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// Sets the record of a file.
    pub fn insert(&mut self, path: impl Into<String>, record: Record) {
        self.by_path.insert(path.into(), record);
        self.is_kept = true;
    }

    /// Takes the record of a file out.
    pub fn remove(&mut self, path: &str) -> Option<Record> {
        self.by_path.remove(path)
    }

    /// The path whose record was made of a translation with these very bytes, among those that `is_gone` says yes to:
    /// where a renamed file came from. `None` also where several would do.
    #[must_use]
    pub fn moved_from(&self, translation: &str, is_gone: impl Fn(&str) -> bool) -> Option<&str> {
        let id = blob_id(translation);
        let mut found = self.iter().filter(|(path, record)| record.target == id && is_gone(path));
        let first = found.next();
        first.filter(|_| found.next().is_none()).map(|(path, _)| path)
    }

    /// Reads the text of a `mizan.lock`.
    ///
    /// # Errors
    /// When it was written by a newer mizan, or has lines that are no records, such as a merge's conflict markers.
    pub fn parse(text: &str) -> Result<Self, Error> {
        lock::parse(text)
    }

    /// The text of `mizan.lock`.
    #[must_use]
    pub fn to_text(&self) -> String {
        lock::write(self)
    }
}

impl Record {
    /// The record of a translation made from this source, whose fields `fields` are translated.
    #[must_use]
    pub fn of_article(source: &Document, fields: &[String], translation: &str) -> Self {
        Self {
            source: blob_id(&source.text),
            target: blob_id(translation),
            mark: Mark::None,
            segments: source.fingerprints(),
            named: source.field_fingerprints(fields).into_iter().collect(),
        }
    }
}
