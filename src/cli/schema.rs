//! `mizan schema`.

use crate::cli::args::Schema;
use crate::cli::{Failure, Terminal};
use crate::project::Config;
use crate::report;

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Schema, terminal: &Terminal) -> Result<u8, Failure> {
    let schema = if args.what == "config" { Config::json_schema() } else { report::json_schema() };
    terminal.print(|out| writeln!(out, "{schema:#}"))?;
    Ok(0)
}
