//! `mizan check`.

use std::path::Path;

use crate::check::{self, rules};
use crate::cli::args::{Check, SEVERITIES};
use crate::cli::progress::Progress;
use crate::cli::scope::{self, Scope};
use crate::cli::{Failure, Terminal};
use crate::phrase::Phrase;
use crate::project::Project;
use crate::report::{self, Format, Policy, View, explain};
use crate::severity::Severity;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, an argument does not fit, or the report cannot be written.
pub fn run(args: &Check, terminal: &Terminal) -> Result<u8, Failure> {
    let project = Project::load(folder(args))?;
    let scope = Scope::new(&project, &args.paths, &args.only)?;
    let given = args.rule.iter().map(|text| setting(text)).collect::<Result<Vec<_>, _>>()?;
    let policy = policy(&project)?.given(given).fail_on(args.fail_on);
    let progress = Progress::start(terminal, &Phrase::new("cli-progress-check"));
    let mut report = check::run_rules(&project, &|rule| policy.severity(rule.name, rule.severity) != Severity::Off);
    drop(progress);
    policy.apply(&mut report);
    report.findings.retain(|finding| scope.contains(&finding.place.path));
    let outcome = policy.outcome(&report);
    let view = View {
        report: &report,
        outcome: &outcome,
        words: terminal.words,
        texts: &project,
        prefix: &scope::prefix(&project),
        colour: args.format == Format::Human && args.output.is_none() && terminal.colour(),
        quiet: terminal.quiet,
    };
    let write = |out: &mut dyn std::io::Write| report::write(args.format, &view, out);
    match &args.output {
        None if args.format == Format::Human => terminal.show(write)?,
        file => terminal.print_to(file.as_deref(), write)?,
    }
    Ok(outcome.exit_code())
}

/// The folder to look for the project in: the first path, or that of the first file.
fn folder(args: &Check) -> &Path {
    match args.paths.first() {
        None => Path::new("."),
        Some(path) if path.is_file() => path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        Some(path) => path,
    }
}

/// What a project's configuration decides.
pub(super) fn policy(project: &Project) -> Result<Policy, Failure> {
    let configured = &project.config().rules;
    for name in configured.keys() {
        known(name, "cli-unknown-rule-configured")?;
    }
    Ok(Policy::new().configured(configured.iter().map(|(name, severity)| (name.as_str(), *severity))))
}

/// `RULE=SEVERITY`.
fn setting(text: &str) -> Result<(&str, Severity), Failure> {
    let wrong = || Failure::Usage(Phrase::new("cli-bad-setting").with("given", text));
    let (name, severity) = text.split_once('=').ok_or_else(wrong)?;
    let (_, severity) = SEVERITIES.iter().find(|(known, _)| *known == severity).ok_or_else(wrong)?;
    known(name, "cli-unknown-rule")?;
    Ok((name, *severity))
}

/// Whether a rule of this name exists, or a room of `room/*`.
fn known(name: &str, otherwise: &'static str) -> Result<(), Failure> {
    let exists = match name.strip_suffix("/*") {
        Some(room) => rules::all().iter().any(|rule| rule.name.split('/').next() == Some(room)),
        None => rules::find(name).is_some(),
    };
    if exists { Ok(()) } else { Err(unknown_rule(otherwise, name)) }
}

/// That there is no such rule, with those whose names are near.
pub(super) fn unknown_rule(id: &'static str, name: &str) -> Failure {
    let near = explain::near(name, rules::all().iter().map(|rule| rule.name));
    let phrase = Phrase::new(id).with("rule", name).with("near", near.join(", "));
    Failure::Usage(phrase.with("count", near.len()))
}
