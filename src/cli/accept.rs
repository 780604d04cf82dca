//! `mizan accept`.

use std::path::{Path, PathBuf};

use crate::cli::args::Accept;
use crate::cli::scope::{self, Scope};
use crate::cli::{Failure, Terminal};
use crate::phrase::Phrase;
use crate::project::Project;
use crate::project::records::{self, Acceptance, Accepted, Choice};
use crate::texts;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, a path is none of its translations, or `mizan.lock` cannot be read or written.
pub fn run(args: &Accept, terminal: &Terminal) -> Result<u8, Failure> {
    let first = args.paths.first().map(|path| split(path).0);
    let project = Project::load(scope::folder(first.as_deref()))?;
    if args.merge {
        let joined = records::merge_lock(&project)?;
        terminal.note(&texts::cli_accept_merged(joined.len()));
        return Ok(0);
    }
    if args.from_git {
        let (derived, unknown) = records::from_git(&project)?;
        terminal.note(&texts::cli_accept_derived(derived.len()));
        if !unknown.is_empty() {
            terminal.note(&texts::cli_accept_derived_unknown(unknown.len()));
        }
        return Ok(0);
    }
    if args.paths.is_empty() {
        return Err(Failure::Usage(texts::cli_accept_nothing()));
    }
    let mut choices = Vec::new();
    for path in &args.paths {
        choices.extend(choices_of(&project, path)?);
    }
    let accepted = records::accept(&project, &choices, args.as_is)?;
    let lines: Vec<_> = accepted.iter().map(|one| terminal.words.say(&describe(one))).collect();
    terminal.show(|out| lines.iter().try_for_each(|line| writeln!(out, "{line}")))?;
    Ok(if accepted.iter().any(is_refused) { 1 } else { 0 })
}

/// The path, and the message after `#` where there is no file of the whole name.
fn split(path: &Path) -> (PathBuf, Option<String>) {
    if !path.exists()
        && let Some((file, message)) = path.to_str().and_then(|path| path.rsplit_once('#'))
    {
        return (PathBuf::from(file), Some(message.to_owned()));
    }
    (path.to_owned(), None)
}

/// The translations that a path means.
fn choices_of(project: &Project, path: &Path) -> Result<Vec<Choice>, Failure> {
    let (file, message) = split(path);
    let scope = Scope::new(project, std::slice::from_ref(&file), &[])?;
    let chosen = records::translations(project)
        .filter(|(path, source)| scope.contains(path) || source.is_some_and(|source| scope.contains(source)));
    let choices: Vec<_> = chosen.map(|(path, _)| Choice { path: path.to_owned(), message: message.clone() }).collect();
    if choices.is_empty() {
        let path = path.display().to_string();
        return Err(Failure::Usage(texts::cli_accept_no_such(path)));
    }
    Ok(choices)
}

fn is_refused(accepted: &Accepted) -> bool {
    use Acceptance::{Held, NoSource, NotATranslation, Unreadable};
    matches!(accepted.outcome, Held | NoSource | NotATranslation | Unreadable(_))
}

fn describe(accepted: &Accepted) -> Phrase {
    let id = match &accepted.outcome {
        Acceptance::Recorded => "cli-accept-recorded",
        Acceptance::Renewed => "cli-accept-renewed",
        Acceptance::Moved(old) => {
            let phrase = Phrase::new("cli-accept-moved").with("path", accepted.path.as_str());
            return phrase.with("old", old.as_str());
        }
        Acceptance::Already => "cli-accept-already",
        Acceptance::Held => "cli-accept-held",
        Acceptance::Unchanged => "cli-accept-unchanged",
        Acceptance::NoSource => "cli-accept-no-source",
        Acceptance::NotATranslation => "cli-accept-not-a-translation",
        Acceptance::Unreadable(error) => return error.phrase(),
    };
    Phrase::new(id).with("path", accepted.path.as_str())
}
