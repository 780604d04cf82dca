//! What a rule saw.

use crate::check::coverage::{Coverage, Work};
use crate::error::Error;
use crate::phrase::Phrase;
use crate::severity::Severity;
use crate::source::{Place, Span};

/// What a finding is about: stable when lines move or messages are reworded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// An article as a whole, by its key.
    Article(String),
    /// A part of an article: its key and what names the part (a field, a segment's fingerprint, an address).
    Part(String, String),
    /// A message, by its id (terms with `-`), with `.attribute` where one is meant.
    Message(String),
    /// A file as a whole.
    File(String),
}

/// One thing that a rule saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name, like `article/segment-missing`.
    pub rule: &'static str,
    /// What the rule proposes, then what configuration and command line decided.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// A second place that explains the first (the source segment, the first definition).
    pub related: Option<Place>,
    /// The locale that is at fault, as a tag.
    pub locale: String,
    /// What it is about.
    pub unit: Unit,
    /// What is wrong, in one sentence.
    pub message: Phrase,
    /// What to do about it.
    pub help: Option<Phrase>,
    /// The edit that mends it, where one is safe.
    pub fix: Option<Fix>,
}

impl Finding {
    /// A fingerprint of rule, unit and locale, 16 hexadecimal digits: the same finding tomorrow, though lines have
    /// moved and texts were reworded.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let unit = match &self.unit {
            Unit::Article(key) => format!("article\0{key}"),
            Unit::Part(key, part) => format!("part\0{key}\0{part}"),
            Unit::Message(id) => format!("message\0{}\0{id}", self.place.path),
            Unit::File(path) => format!("file\0{path}"),
        };
        let whole = format!("{}\0{unit}\0{}", self.rule, self.locale);
        blake3::hash(whole.as_bytes()).to_hex()[..16].to_owned()
    }
}

/// An edit that mends a finding: replacements of one file's bytes, ascending and apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fix {
    /// Each span with its new text.
    pub edits: Vec<(Span, String)>,
}

/// What a check saw.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Findings by path, place and rule; those of severity `off` and those allowed in the file are left out.
    pub findings: Vec<Finding>,
    /// Findings that an allowance in a file covers.
    pub allowed: usize,
    /// Files read.
    pub files: usize,
    /// Files and folders that could not be read: the check went on, but is not complete.
    pub problems: Vec<Error>,
    /// How much is translated, by collection or catalog, and locale.
    pub coverage: Vec<Coverage>,
    /// What is left to translate, the longest first within each locale.
    pub work: Vec<Work>,
}
