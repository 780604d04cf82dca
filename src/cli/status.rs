//! `mizan status`.

use crate::check;
use crate::cli::args::Status;
use crate::cli::progress::Progress;
use crate::cli::terminal::needs_folder;
use crate::cli::{Failure, Terminal, paste};
use crate::phrase::Phrase;
use crate::project::{Project, files};
use crate::report::status;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, or the output cannot be written.
pub fn run(args: &Status, terminal: &Terminal) -> Result<u8, Failure> {
    if let Some(path) = &args.html {
        needs_folder(path)?;
    }
    let project = Project::load(&args.dir)?;
    let progress = Progress::start(terminal, &Phrase::new("cli-progress-status"));
    let report = check::run_rules(&project, &|_| false);
    drop(progress);
    let (coverage, work) = (&report.coverage, &report.work);
    if let Some(path) = &args.html {
        let page = status::page(&project.name(), coverage, work, terminal.words)?;
        files::replace(path, page.as_bytes())?;
        terminal.note(&Phrase::new("cli-written").with("path", path.display().to_string()));
    } else if args.json {
        terminal.print(|out| status::json(coverage, work, out))?;
    } else if args.missing {
        terminal.print(|out| status::worklist(work, terminal.words, out))?;
    } else {
        let mut command = paste::Command::new("status");
        command.path(&args.dir);
        let hint = format!("{} --missing", command.into_string());
        let hint = (!terminal.quiet).then_some(hint.as_str());
        terminal.print(|out| status::table(coverage, work, hint, terminal.words, out))?;
    }
    for problem in &report.problems {
        terminal.fault(&terminal.words.say(&problem.phrase()));
    }
    Ok(if report.problems.is_empty() { 0 } else { 2 })
}
