//! `mizan status`: how much is translated, and what is left.

mod next;
#[cfg(feature = "publish")]
mod page;
mod table;

pub use next::{Waiting, next, order};
#[cfg(feature = "publish")]
pub use page::page;
pub use table::{table, worklist};

use std::io::{self, Write};

use serde::Serialize;

use crate::check::coverage::{Coverage, Work};

/// What `mizan status --json` prints: one object.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatusJson<'a> {
    /// By collection or catalog, and locale.
    pub coverage: &'a [Coverage],
    /// What is left to translate, the longest first within each locale.
    pub work: &'a [Work],
}

/// Writes the status as one JSON object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn json(coverage: &[Coverage], work: &[Work], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &StatusJson { coverage, work })?;
    writeln!(out)
}

/// Share of `part` in `whole`, in percent, rounded down: 100 only when nothing is left.
fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(100)
}
