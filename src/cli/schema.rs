//! `mizan schema`.

use crate::cli::args::Schema;
use crate::cli::{Failure, Terminal};
use crate::project::{Config, Glossary};
use crate::report;

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Schema, terminal: &Terminal) -> Result<u8, Failure> {
    let schema = match args.what.as_str() {
        "config" => Config::json_schema(),
        "glossary" => Glossary::json_schema(),
        _ => report::json_schema(),
    };
    terminal.print(|out| writeln!(out, "{schema:#}"))?;
    Ok(0)
}
