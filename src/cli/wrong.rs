//! What clap has to say, in mizan's own languages: help, the version, and arguments that do not fit.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::{Failure, Terminal, help};
use crate::phrase::Phrase;
use crate::texts;

/// Shows it and picks the exit code: 0 for what was asked for, 2 for what does not fit.
pub(super) fn show(error: &clap::Error, given: &[OsString], terminal: &Terminal) -> ExitCode {
    let command = command_in(given);
    let page = |out: &mut dyn io::Write| help::write(command.as_deref(), terminal.words, terminal.colour(), out);
    let written = match error.kind() {
        ErrorKind::DisplayHelp => terminal.show(page),
        ErrorKind::DisplayVersion => terminal.print(|out| writeln!(out, "mizan {}", env!("CARGO_PKG_VERSION"))),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let _ = page(&mut io::stderr().lock());
            return ExitCode::from(2);
        }
        _ => Err(Failure::Usage(phrase(error))),
    };
    let Err(failure) = written else { return ExitCode::SUCCESS };
    let mut message = failure.say(terminal.words);
    if matches!(failure, Failure::Usage(_)) {
        let name = command.map_or_else(|| "mizan".to_owned(), |name| format!("mizan {name}"));
        if let Some(near) = suggestion(error) {
            let near = terminal.words.say(&texts::cli_did_you_mean(near));
            message = format!("{message}\n  {near}");
        }
        let see = terminal.words.say(&texts::cli_see_help(format!("{name} --help")));
        message = format!("{message}\n  {see}");
    }
    terminal.fault(&message);
    ExitCode::from(2)
}

/// The command that the arguments name, as far as they can be read.
fn command_in(given: &[OsString]) -> Option<String> {
    let command = <super::args::Args as clap::CommandFactory>::command();
    let mut skip = false;
    for text in given.iter().skip(1).map(|text| text.to_string_lossy()) {
        if std::mem::take(&mut skip) || text == "help" {
            continue;
        }
        skip = matches!(&*text, "--lang" | "--color" | "--bidi");
        if !text.starts_with('-') {
            return command.find_subcommand(&*text).map(|found| found.get_name().to_owned());
        }
    }
    None
}

fn one(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].into_iter().find_map(
        |kind| match error.get(kind)? {
            ContextValue::String(text) => Some(text.clone()),
            // The nearest comes last.
            ContextValue::Strings(texts) => texts.last().cloned(),
            _ => None,
        },
    )
}

fn phrase(error: &clap::Error) -> Phrase {
    let context = |kind| one(error, kind).unwrap_or_default();
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => texts::cli_unknown_argument(argument),
        ErrorKind::InvalidSubcommand => texts::cli_unknown_command(context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::NoEquals if value.is_empty() => texts::cli_needs_value(argument),
        ErrorKind::InvalidValue => texts::cli_invalid_value(argument, value, context(ContextKind::ValidValue)),
        ErrorKind::MissingRequiredArgument => texts::cli_missing_argument(argument),
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            if other == argument || other.is_empty() {
                texts::cli_given_twice(argument)
            } else {
                texts::cli_conflict(argument, other)
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            texts::cli_wrong_number(argument)
        }
        ErrorKind::InvalidUtf8 => texts::cli_not_utf8(),
        _ => texts::cli_wrong(error.kind().to_string()),
    }
}
