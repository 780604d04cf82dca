//! `mizan build`.

use crate::check;
use crate::cli::args::Build;
use crate::cli::progress::Progress;
use crate::cli::{Failure, Terminal, paste};
use crate::phrase::Phrase;
use crate::project::Project;
use crate::publish;
use crate::report::Policy;
use crate::severity::Severity;
use crate::texts;

/// Runs the command: checks, then writes. Errors that the check finds do not keep the site from being written (a
/// missing translation has a policy of its own), but the exit code tells of them, so that nothing is deployed unread.
///
/// # Errors
/// When the project cannot be loaded or the site cannot be written.
pub fn run(args: &Build, terminal: &Terminal) -> Result<u8, Failure> {
    let project = Project::load(&args.dir)?;
    let policy = Policy::of(&project)?;
    let progress = Progress::start(terminal, &texts::cli_progress_build());
    let mut report = check::run_rules(&project, &|rule| policy.severity(rule.name, rule.severity) == Severity::Error);
    policy.apply(&mut report);
    let outcome = policy.outcome(&report);
    let written = publish::build(&project, &args.out)?;
    drop(progress);
    let out = args.out.display().to_string();
    terminal.note(&texts::cli_built(written.written, out, written.unchanged, written.removed));
    for problem in &report.problems {
        terminal.fault(&terminal.words.say(&problem.phrase()));
    }
    if outcome.failed() {
        let mut command = paste::Command::new("check");
        command.path(&args.dir);
        let errors = Phrase::new("cli-build-errors").with("count", outcome.failing);
        terminal.fault(&terminal.words.say(&errors.with("command", command.into_string())));
    }
    Ok(outcome.exit_code())
}
