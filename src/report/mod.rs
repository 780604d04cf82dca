//! Reporting: severities, the exit code, and findings as people and programs read them. Never decides what is wrong.

pub mod differences;
mod escape;
mod excerpt;
pub mod explain;
mod faults;
mod github;
mod human;
mod json;
mod junit;
pub(crate) mod paint;
pub mod patch;
mod policy;
mod sarif;
pub mod status;
mod texts;

#[cfg(feature = "cli")]
pub(crate) use escape::visible;
pub use faults::faults;
#[cfg(feature = "schema")]
pub use json::json_schema;
pub use policy::{Outcome, Policy};
pub use texts::Texts;

use std::io::{self, Write};

use crate::check::Report;
use crate::phrase::Phrase;
use crate::words::Words;

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a person, with excerpts of the source.
    #[default]
    Human,
    /// One JSON object.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit XML.
    Junit,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Human, Self::Json, Self::Github, Self::Sarif, Self::Junit];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
        }
    }
}

/// A report to be written, with all that writing needs.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The findings, severities decided ([`Policy::apply`]).
    pub report: &'a Report,
    /// What they come to.
    pub outcome: &'a Outcome,
    /// The language of the sentences.
    pub words: &'a Words,
    /// Gives the text of a file, for excerpts.
    pub texts: &'a dyn Texts,
    /// What leads from the reader's folder to the project's (`newsroom/`), or nothing. It is put before paths wherever
    /// a person or a code host follows them; the JSON keeps paths below the project.
    pub prefix: &'a str,
    /// The command that was given, as it can be given again (`mizan check newsroom`): hints repeat it. Where it is
    /// empty there are no hints.
    pub command: &'a str,
    /// What was mended before, where that was asked for.
    pub mended: Option<MendedCount>,
    /// Whether the text for people is coloured.
    pub colour: bool,
    /// Whether the text for people is cut down to the findings that make the run fail.
    pub quiet: bool,
}

/// How much was mended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MendedCount {
    /// Findings.
    pub findings: usize,
    /// Files.
    pub files: usize,
}

impl MendedCount {
    /// What was mended, in words.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        let id = if self.findings == 0 { "report-mended-none" } else { "report-mended" };
        Phrase::new(id).with("count", self.findings).with("files", self.files)
    }
}

impl std::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View").field("outcome", self.outcome).field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

/// Writes a report.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(format: Format, view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Human => human::write(view, out),
        Format::Json => json::write(view, out),
        Format::Github => github::write(view, out),
        Format::Sarif => sarif::write(view, out),
        Format::Junit => junit::write(view, out),
    }
}
