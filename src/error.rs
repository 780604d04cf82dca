//! The one error type: what kept mizan from doing its work. Faults in content are findings, never errors.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::phrase::Phrase;
use crate::source::Position;

/// Why mizan could not do its work: an unreadable file, a bad configuration, an output folder that is not its own.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{kind}")]
pub struct Error {
    kind: Arc<Kind>,
}

#[derive(Debug, thiserror::Error)]
#[cfg_attr(not(feature = "publish"), allow(dead_code))] // some belong to publishing
pub(crate) enum Kind {
    #[error("cannot read {}: {cause}", path.display())]
    Read { path: PathBuf, cause: std::io::Error },
    #[error("cannot write {}: {cause}", path.display())]
    Write { path: PathBuf, cause: std::io::Error },
    #[error("{} was changed by another program meanwhile; it was left as it is now", path.display())]
    Changed { path: PathBuf },
    #[error("{} is outside the project", path.display())]
    OutsideProject { path: PathBuf },
    #[error("{}:{}:{}: not UTF-8 text; save the file as UTF-8", path.display(), at.line, at.column)]
    NotUtf8 { path: PathBuf, at: Position },
    #[error("{} is too large to be an article or a message file ({size} bytes, the limit is {limit})", path.display())]
    TooLarge { path: PathBuf, size: u64, limit: u64 },
    #[error("{}:{}:{}: {reason}", path.display(), at.line, at.column)]
    Config { path: PathBuf, at: Position, reason: String },
    #[error("{}:{}:{}: there is no rule {rule:?}{}", path.display(), at.line, at.column, did_you_mean(near))]
    UnknownRule { path: PathBuf, at: Position, rule: String, near: Vec<String> },
    #[error("{}:{}: {reason}", path.display(), at.line)]
    Lock { path: PathBuf, at: Position, reason: String },
    #[error("git: {reason}")]
    Git { reason: String },
    #[error("no mizan.toml in {} or above it; run `mizan init` to write one", path.display())]
    NoConfig { path: PathBuf },
    #[error("{} was not made by mizan; choose an empty or a new folder", path.display())]
    ForeignFolder { path: PathBuf },
    #[error("{} was not made by mizan generate; choose another file, or take this one away", path.display())]
    ForeignFile { path: PathBuf },
    #[error("{path} would be written outside the output folder")]
    OutsideOutput { path: String },
    #[error("template {name}, line {line}: {reason}")]
    Template { name: String, line: usize, reason: String },
    #[error("{given:?} is not a language tag (BCP 47); write it like en, ar or ar-EG")]
    Locale { given: String },
    #[error("{given} is none of the locales here: {known}")]
    UnknownLocale { given: String, known: String },
    #[error("{}:{}:{}: {id}: {reason}", path.display(), at.line, at.column)]
    Exchange { path: PathBuf, at: Position, id: &'static str, reason: String },
    #[error("{reason}")]
    Usage { reason: String },
}

impl Error {
    pub(crate) fn read(path: impl AsRef<Path>, cause: std::io::Error) -> Self {
        Kind::Read { path: path.as_ref().to_owned(), cause }.into()
    }

    pub(crate) fn write(path: impl AsRef<Path>, cause: std::io::Error) -> Self {
        Kind::Write { path: path.as_ref().to_owned(), cause }.into()
    }

    /// Whether a file could not be read (missing, forbidden, not UTF-8, too large, not in its format).
    #[must_use]
    pub fn is_read(&self) -> bool {
        matches!(*self.kind, Kind::Read { .. } | Kind::NotUtf8 { .. } | Kind::TooLarge { .. } | Kind::Exchange { .. })
    }

    /// Whether the configuration is at fault.
    #[must_use]
    pub fn is_config(&self) -> bool {
        matches!(
            *self.kind,
            Kind::Config { .. } | Kind::UnknownRule { .. } | Kind::NoConfig { .. } | Kind::Locale { .. }
        )
    }

    /// Whether something could not be written.
    #[must_use]
    pub fn is_write(&self) -> bool {
        matches!(
            *self.kind,
            Kind::Write { .. }
                | Kind::Changed { .. }
                | Kind::OutsideProject { .. }
                | Kind::ForeignFolder { .. }
                | Kind::OutsideOutput { .. }
                | Kind::ForeignFile { .. }
        )
    }

    /// The file or folder concerned, if there is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &*self.kind {
            Kind::Read { path, .. }
            | Kind::Write { path, .. }
            | Kind::Changed { path }
            | Kind::OutsideProject { path }
            | Kind::UnknownRule { path, .. }
            | Kind::NotUtf8 { path, .. }
            | Kind::TooLarge { path, .. }
            | Kind::Config { path, .. }
            | Kind::Lock { path, .. }
            | Kind::Exchange { path, .. }
            | Kind::NoConfig { path }
            | Kind::ForeignFolder { path }
            | Kind::ForeignFile { path } => Some(path),
            Kind::OutsideOutput { .. }
            | Kind::Template { .. }
            | Kind::Locale { .. }
            | Kind::UnknownLocale { .. }
            | Kind::Usage { .. }
            | Kind::Git { .. } => None,
        }
    }

    /// The line and column concerned, if there is one.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match &*self.kind {
            Kind::NotUtf8 { at, .. }
            | Kind::Config { at, .. }
            | Kind::Lock { at, .. }
            | Kind::Exchange { at, .. }
            | Kind::UnknownRule { at, .. } => Some(*at),
            _ => None,
        }
    }

    /// The same error as a phrase of mizan's own texts, to be shown in any of its languages.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let path = |path: &Path| path.display().to_string();
        match &*self.kind {
            Kind::Read { path: at, cause } => {
                Phrase::new("error-read").with("path", path(at)).with("reason", cause.to_string())
            }
            Kind::Write { path: at, cause } => {
                Phrase::new("error-write").with("path", path(at)).with("reason", cause.to_string())
            }
            Kind::Changed { path: at } => Phrase::new("error-changed").with("path", path(at)),
            Kind::OutsideProject { path: at } => Phrase::new("error-outside-project").with("path", path(at)),
            Kind::NotUtf8 { path: file, at } => Phrase::new("error-not-utf8")
                .with("path", path(file))
                .with("line", at.line.to_string())
                .with("column", at.column.to_string()),
            Kind::TooLarge { path: at, size, limit } => Phrase::new("error-too-large")
                .with("path", path(at))
                .with("size", size.to_string())
                .with("limit", limit.to_string()),
            Kind::Config { path: file, at, reason } => Phrase::new("error-config")
                .with("path", path(file))
                .with("line", at.line.to_string())
                .with("column", at.column.to_string())
                .with("reason", reason.as_str()),
            Kind::UnknownRule { path: file, at, rule, near } => Phrase::new("error-unknown-rule")
                .with("path", path(file))
                .with("line", at.line.to_string())
                .with("column", at.column.to_string())
                .with("rule", rule.as_str())
                .with("near", near.join(", "))
                .with("count", near.len()),
            Kind::Lock { path: file, at, reason } => Phrase::new("error-config")
                .with("path", path(file))
                .with("line", at.line.to_string())
                .with("column", at.column.to_string())
                .with("reason", reason.as_str()),
            Kind::Git { reason } => Phrase::new("error-git").with("reason", reason.as_str()),
            Kind::NoConfig { path: at } => Phrase::new("error-no-config").with("path", path(at)),
            Kind::ForeignFolder { path: at } => Phrase::new("error-foreign-folder").with("path", path(at)),
            Kind::ForeignFile { path: at } => Phrase::new("error-foreign-file").with("path", path(at)),
            Kind::OutsideOutput { path } => Phrase::new("error-outside-output").with("path", path.as_str()),
            Kind::Template { name, line, reason } => Phrase::new("error-template")
                .with("name", name.as_str())
                .with("line", line.to_string())
                .with("reason", reason.as_str()),
            Kind::Locale { given } => Phrase::new("error-locale").with("given", given.as_str()),
            Kind::UnknownLocale { given, known } => {
                Phrase::new("error-unknown-locale").with("given", given.as_str()).with("known", known.as_str())
            }
            Kind::Exchange { path: file, at, id, reason } => Phrase::new(id)
                .with("path", path(file))
                .with("line", at.line.to_string())
                .with("column", at.column.to_string())
                .with("reason", reason.as_str()),
            Kind::Usage { reason } => Phrase::new("error-usage").with("reason", reason.as_str()),
        }
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self { kind: Arc::new(kind) }
    }
}

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("; is it {}?", near.join(", ")) }
}
