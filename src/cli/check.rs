//! `mizan check`.

use std::path::PathBuf;

use crate::check::{self, Report, fix, rules};
use crate::cli::args::{Check, SEVERITIES};
use crate::cli::progress::Progress;
use crate::cli::scope::{self, Scope};
use crate::cli::{Failure, Terminal, paste};
use crate::phrase::Phrase;
use crate::project::Project;
use crate::report::{self, Format, MendedCount, Policy, View};
use crate::severity::Severity;
use crate::texts;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, an argument does not fit, or the report cannot be written.
pub fn run(args: &Check, terminal: &Terminal) -> Result<u8, Failure> {
    let project = Project::load(scope::folder(args.paths.first().map(PathBuf::as_path)))?;
    let scope = Scope::new(&project, &args.paths, &args.only)?;
    let given = args.rule.iter().map(|text| setting(text)).collect::<Result<Vec<_>, _>>()?;
    let policy = Policy::of(&project)?.given(given).fail_on(args.fail_on);
    let look = |project: &Project| {
        let mut report = check::run_rules(project, &|rule| policy.is_on(rule));
        policy.apply(&mut report);
        report.findings.retain(|finding| scope.contains(&finding.place.path));
        report
    };
    let progress = Progress::start(terminal, &texts::cli_progress_check());
    if args.diff {
        let mended = fix::mend(&project, &look);
        drop(progress);
        return super::fix::diff(args, &project, &mended, terminal);
    }
    if !args.fix {
        let report = look(&project);
        drop(progress);
        return show(args, &project, &policy, &report, None, terminal);
    }
    let mut mended = fix::mend(&project, &look);
    let count = super::fix::write(&mut mended, &project, &look);
    drop(progress);
    super::fix::refused(&mended, &project, terminal);
    show(args, &mended.draft(&project), &policy, &mended.report, Some(count), terminal)
}

/// Shows the findings, and picks the exit code.
fn show(
    args: &Check,
    project: &Project,
    policy: &Policy,
    report: &Report,
    mended: Option<MendedCount>,
    terminal: &Terminal,
) -> Result<u8, Failure> {
    let outcome = policy.outcome(report);
    let view = View {
        report,
        outcome: &outcome,
        words: terminal.words,
        texts: project,
        prefix: &scope::prefix(project),
        command: &command(args),
        mended,
        colour: args.format == Format::Human && args.output.is_none() && terminal.colour(),
        quiet: terminal.quiet,
    };
    let write = |out: &mut dyn std::io::Write| report::write(args.format, &view, out);
    match &args.output {
        None if args.format == Format::Human => terminal.show(write)?,
        file => terminal.print_to(file.as_deref(), write)?,
    }
    if let (Some(mended), false) = (mended, args.format == Format::Human) {
        terminal.note(&mended.phrase());
    }
    Ok(outcome.exit_code())
}

/// The command as it was given, but for what only decides how and where to show.
fn command(args: &Check) -> String {
    let mut given = paste::Command::new("check");
    args.paths.iter().for_each(|path| given.path(path));
    args.rule.iter().for_each(|rule| given.option("--rule", rule));
    args.only.iter().for_each(|glob| given.option("--only", glob));
    if let Some((name, _)) = SEVERITIES.iter().find(|(_, it)| *it == args.fail_on && args.fail_on != Severity::Error) {
        given.option("--fail-on", name);
    }
    given.into_string()
}

/// `RULE=SEVERITY`.
fn setting(text: &str) -> Result<(&str, Severity), Failure> {
    let wrong = || Failure::Usage(texts::cli_bad_setting(text));
    let (name, severity) = text.split_once('=').ok_or_else(wrong)?;
    let (_, severity) = SEVERITIES.iter().find(|(known, _)| *known == severity).ok_or_else(wrong)?;
    if rules::exists(name) { Ok((name, *severity)) } else { Err(unknown_rule(name)) }
}

/// That there is no such rule, with those whose names are near.
pub(super) fn unknown_rule(name: &str) -> Failure {
    let near = rules::near(name);
    let phrase = Phrase::new("cli-unknown-rule").with("rule", name).with("near", near.join(", "));
    Failure::Usage(phrase.with("count", near.len()))
}
