//! `mizan rules-page`: writes `docs/rules.md`; for those who develop mizan.

use crate::cli::args::RulesPage;
use crate::cli::{Failure, Terminal};
use crate::report::explain;

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &RulesPage, terminal: &Terminal) -> Result<u8, Failure> {
    terminal.print_to(args.output.as_deref(), |out| explain::page(terminal.words, out))?;
    Ok(0)
}
