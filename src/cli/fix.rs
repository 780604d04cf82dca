//! `mizan check --fix` and `--diff`.

use std::io::{self, IsTerminal as _};

use crate::check::Report;
use crate::check::fix::{Mended, Refusal};
use crate::cli::args::Check;
use crate::cli::{Failure, Terminal, scope};
use crate::phrase::Phrase;
use crate::project::Project;
use crate::report::{MendedCount, patch};

/// Writes what was mended. What cannot be written is among the report's problems.
pub(super) fn write(mended: &mut Mended, project: &Project, look: &dyn Fn(&Project) -> Report) -> MendedCount {
    let written = mended.write(project, look);
    let problems = &mut mended.report.problems;
    for problem in written.problems {
        if !problems.iter().any(|known| known.to_string() == problem.to_string()) {
            problems.push(problem);
        }
    }
    MendedCount { findings: written.findings, files: written.files }
}

/// Shows what would change. Exit code 1 where something would, as for findings.
pub(super) fn diff(args: &Check, project: &Project, mended: &Mended, terminal: &Terminal) -> Result<u8, Failure> {
    let to_terminal = args.output.is_none();
    let style = patch::Style {
        prefix: &scope::prefix(project),
        colour: to_terminal && terminal.colour(),
        visible: to_terminal && io::stdout().is_terminal(),
    };
    terminal.print_to(args.output.as_deref(), |out| patch::write(&mended.changes, style, out))?;
    refused(mended, project, terminal);
    for problem in &mended.report.problems {
        terminal.fault(&terminal.words.say(&problem.phrase()));
    }
    let findings: usize = mended.changes.iter().map(|change| change.findings).sum();
    let id = if findings == 0 { "report-would-mend-none" } else { "report-would-mend" };
    terminal.note(&Phrase::new(id).with("count", findings).with("files", mended.changes.len()));
    Ok(match (mended.report.problems.is_empty(), mended.changes.is_empty()) {
        (false, _) => 2,
        (true, false) => 1,
        (true, true) => 0,
    })
}

/// Says which fixes were left out: faults of mizan that nobody would find otherwise.
pub(super) fn refused(mended: &Mended, project: &Project, terminal: &Terminal) {
    let prefix = scope::prefix(project);
    for refused in &mended.refused {
        let id = match refused.reason {
            Refusal::Misplaced => "report-refused-misplaced",
            Refusal::Breaks => "report-refused-breaks",
            Refusal::Useless => "report-refused-useless",
            Refusal::Circular => "report-refused-circular",
        };
        let (place, rule) = (&refused.finding.place, refused.finding.rule);
        let place = format!("{prefix}{}:{}:{}", place.path, place.start.line, place.start.column);
        terminal.warning(&Phrase::new(id).with("place", place).with("rule", rule));
    }
}
