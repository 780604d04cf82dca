//! `mizan completions`.

use crate::cli::args::Completions;
use crate::cli::{Failure, Terminal, help};

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Completions, terminal: &Terminal) -> Result<u8, Failure> {
    let mut command = help::localized(terminal.words);
    // Into memory first: the generator does not survive an output that closes.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "mizan", &mut script);
    terminal.print(|out| out.write_all(&script))?;
    Ok(0)
}
