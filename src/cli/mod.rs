//! The command line: one file for each command. Reads arguments, calls the library, picks the exit code; no logic.

pub mod accept;
mod args;
pub mod bidi;
pub mod build;
pub mod check;
pub mod completions;
pub mod diff;
pub mod explain;
pub mod export;
mod failure;
mod fix;
pub mod generate;
mod help;
pub mod import;
pub mod init;
mod language;
mod lines;
pub mod man;
pub mod new;
mod paste;
mod progress;
pub mod rename;
pub mod rules_page;
pub mod schema;
mod scope;
pub mod status;
mod terminal;
mod wrong;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

pub use args::Command;
pub use failure::Failure;
pub use terminal::Terminal;

use args::Args;

/// Reads the arguments; help, the version and faults are shown here.
///
/// # Errors
/// The exit code, when there is no command to run.
pub fn parse(given: impl IntoIterator<Item = OsString>) -> Result<(Command, Terminal), ExitCode> {
    let given: Vec<OsString> = given.into_iter().collect();
    let parsed = Args::command().try_get_matches_from(&given).and_then(|found| Args::from_arg_matches(&found));
    match parsed {
        Ok(args) => {
            let words = language::words(args.lang.as_deref());
            Ok((args.command, Terminal::new(words, args.color, args.bidi, args.quiet)))
        }
        Err(error) => {
            let words = language::words(language::asked(&given).as_deref());
            let (colour, bidi) = (terminal::Colour::asked(&given), terminal::Reordering::asked(&given));
            let terminal = Terminal::new(words, colour, bidi, false);
            Err(wrong::show(&error, &given, &terminal))
        }
    }
}

/// Shows what went wrong, if anything did, and picks the exit code.
#[must_use]
pub fn finish(done: Result<u8, Failure>, terminal: &Terminal) -> ExitCode {
    match done {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            terminal.fault(&failure.say(terminal.words));
            ExitCode::from(2)
        }
    }
}
