//! `mizan explain`.

use crate::cli::args::Explain;
use crate::cli::check::unknown_rule;
use crate::cli::{Failure, Terminal};
use crate::report::explain;

/// Runs the command.
///
/// # Errors
/// When there is no such rule, or the output cannot be written.
pub fn run(args: &Explain, terminal: &Terminal) -> Result<u8, Failure> {
    let (words, colour) = (terminal.words, terminal.colour());
    match &args.rule {
        Some(name) => {
            let rule = explain::find(name).map_err(|_| unknown_rule(name))?;
            terminal.show(|out| explain::rule(rule, words, colour, out))?;
        }
        None => terminal.show(|out| explain::list(words, colour, out))?,
    }
    Ok(0)
}
