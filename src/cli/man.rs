//! `mizan man`.

use crate::cli::args::Man;
use crate::cli::{Failure, Terminal, help};
use crate::texts;

/// Runs the command.
///
/// # Errors
/// When there is no such command, or the output cannot be written.
pub fn run(args: &Man, terminal: &Terminal) -> Result<u8, Failure> {
    let mut command = help::localized(terminal.words);
    command.build();
    if let Some(name) = &args.command {
        let found = command.find_subcommand(name).cloned();
        let unknown = || Failure::Usage(texts::cli_unknown_command(name));
        // The page of a command is found as mizan-check.
        command = found.ok_or_else(unknown)?.display_name(format!("mizan-{name}"));
    }
    terminal.print(|out| clap_mangen::Man::new(command).render(out))?;
    Ok(0)
}
