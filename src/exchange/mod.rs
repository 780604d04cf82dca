//! Exchange with translation tools: articles and messages out as XLIFF 2.1 or gettext PO, and translations back in.
//!
//! What goes out is cut into the same texts that the checks know: fields and blocks of articles, parts and variants of
//! messages. What comes back is taken text by text: only where the source is still the same, the translation has not
//! been changed by someone else meanwhile, every code is there, and the file with the new text is read back as it was
//! meant. All else is refused with its reason, and no other byte of a file changes.

mod article;
mod codes;
mod export;
mod given;
mod import;
mod judge;
mod message;
mod po;
mod reason;
mod settle;
mod unit;
mod wanted;
mod xliff;

use crate::locale::Locale;

pub use export::{Subject, export};
pub use import::{Import, Outcome, Verdict, import};
pub use reason::Reason;
pub use unit::{Code, CodeKind, Note, Piece, Plural, Segment, Sheet, State, Unit};

/// A format of exchange files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 2.1.
    #[default]
    Xliff,
    /// gettext PO.
    Po,
}

/// Between which languages is translated.
#[derive(Clone, Copy, Debug)]
pub struct Languages<'a> {
    /// The language that is translated from.
    pub source: &'a Locale,
    /// The language that is translated into.
    pub target: &'a Locale,
    /// Name of the project, for formats that tell it.
    pub project: &'a str,
}

impl Format {
    /// What its files' names end with.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xliff => "xlf",
            Self::Po => "po",
        }
    }

    /// The format of a file's text.
    fn of(text: &str) -> Self {
        let is_xml = text.trim_start_matches('\u{FEFF}').trim_start().starts_with('<');
        if is_xml { Self::Xliff } else { Self::Po }
    }
}

/// The sheets as one exchange file. The same sheets give the same bytes.
///
/// ```
/// use mizan::exchange::{self, Format, Languages};
/// use mizan::words::Words;
///
/// let project = mizan::Project::builder()
///     .file("mizan.toml", "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n")
///     .file("visits/en.md", "Visits are *free*.\n")
///     .build()?;
/// let sheets = exchange::export(&project, 1, &|_| true, Words::new(&["en"]))?;
/// let languages = Languages { source: project.source(), target: &project.targets()[0], project: "news" };
/// let xliff = exchange::write(Format::Xliff, &sheets, &languages);
/// assert!(xliff.contains("srcLang=\"en\" trgLang=\"ar\""));
/// # Ok::<(), mizan::Error>(())
/// ```
#[must_use]
pub fn write(format: Format, sheets: &[Sheet], languages: &Languages<'_>) -> String {
    match format {
        Format::Xliff => xliff::write(sheets, languages),
        Format::Po => po::write(sheets, languages),
    }
}

#[cfg(test)]
mod soundness;
#[cfg(test)]
pub(crate) mod tests;
