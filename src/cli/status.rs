//! `mizan status`.

use crate::check;
use crate::cli::args::Status;
use crate::cli::progress::Progress;
use crate::cli::{Failure, Terminal};
use crate::phrase::Phrase;
use crate::project::{Project, files};
use crate::report::status;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, or the output cannot be written.
pub fn run(args: &Status, terminal: &Terminal) -> Result<u8, Failure> {
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
        terminal.show(|out| status::worklist(work, terminal.words, out))?;
    } else {
        terminal.show(|out| status::table(coverage, work, terminal.words, out))?;
    }
    for problem in &report.problems {
        terminal.fault(&terminal.words.say(&problem.phrase()));
    }
    Ok(if report.problems.is_empty() { 0 } else { 2 })
}
