//! `mizan init`.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use crate::cli::args::Init;
use crate::cli::{Failure, Terminal, paste};
use crate::project::{files, init};
use crate::texts;

/// Runs the command: shows what was found and the configuration proposed, then writes it if the person agrees.
///
/// # Errors
/// When the folder cannot be read, has a configuration already, or cannot be written to.
pub fn run(args: &Init, terminal: &Terminal) -> Result<u8, Failure> {
    let path = if args.dir == Path::new(".") { "mizan.toml".into() } else { args.dir.join("mizan.toml") };
    let shown = path.display().to_string();
    if !args.print && path.exists() {
        let mut command = paste::Command::new("init");
        command.path(&args.dir);
        let command = format!("{} --print", command.into_string());
        return Err(Failure::Usage(texts::cli_init_exists(shown, command)));
    }
    let proposal = init::propose(&args.dir)?;
    if args.print {
        terminal.print(|out| out.write_all(proposal.config.as_bytes()))?;
        return Ok(0);
    }
    terminal.show(|out| {
        for phrase in &proposal.found {
            writeln!(out, "- {}", terminal.words.say(phrase))?;
        }
        writeln!(out, "\n{}", proposal.config.trim_end())
    })?;
    if args.yes || asked(&shown, terminal) {
        files::replace(&path, proposal.config.as_bytes())?;
        terminal.note(&texts::cli_written(shown));
    } else {
        terminal.note(&texts::cli_init_not_written());
    }
    Ok(0)
}

/// Asks whether to write; where nobody can answer, the answer is no.
fn asked(path: &str, terminal: &Terminal) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return false;
    }
    let question = terminal.words.say(&texts::cli_init_ask(path));
    let mut error = io::stderr().lock();
    let _ = write!(error, "{question} ").and_then(|()| error.flush());
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "ن" | "نعم")
}
