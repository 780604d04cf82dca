//! `mizan diff`.

use std::path::Path;

use crate::cli::args::Diff;
use crate::cli::terminal::needs_folder;
use crate::cli::{Failure, Terminal, scope};
use crate::project::records::{Differences, State, differences};
use crate::project::{Project, files};
use crate::report::differences::{Show, page, write};
use crate::texts;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, an article does not exist, a file cannot be read, or the page cannot be written.
pub fn run(args: &Diff, terminal: &Terminal) -> Result<u8, Failure> {
    if let Some(path) = &args.html {
        needs_folder(path)?;
    }
    let project = Project::load(scope::folder(args.articles.first().map(Path::new)))?;
    let prefix = scope::prefix(&project);
    let locale = args.locale.as_deref().map(|tag| scope::target_locale(&project, tag)).transpose()?;
    // A name is an article's, a file's below the project, or a file's as seen from where the person stands.
    let names = |name: &String, key: &str, path: &str| {
        name == key || name == path || name.trim_start_matches("./").strip_prefix(prefix.as_str()) == Some(path)
    };
    let wanted = |key: &str, target: &str, source: Option<&str>| {
        let named = |name| names(name, key, target) || source.is_some_and(|source| names(name, key, source));
        args.articles.is_empty() || args.articles.iter().any(named)
    };
    let mut all = differences(&project, &wanted)?;
    for name in &args.articles {
        if !all.iter().any(|own| names(name, &own.key, &own.target) || names(name, &own.key, &own.source)) {
            // The folder of the project is named to say which project.
            if !Path::new(name).is_dir() {
                return Err(Failure::Usage(texts::cli_diff_no_such(name.as_str())));
            }
        }
    }
    all.retain(|own| locale.is_none_or(|locale| own.locale == locale));
    let all = if args.articles.is_empty() { out_of_date(all) } else { all };
    if let Some(path) = &args.html {
        let page = page(&all, project.locales(), terminal.words)?;
        files::replace(path, page.as_bytes())?;
        terminal.note(&texts::cli_written(path.display().to_string()));
        return Ok(0);
    }
    if all.is_empty() {
        terminal.note(&texts::cli_diff_clean());
    }
    let show = Show { words: terminal.words, prefix: &prefix, colour: terminal.colour() };
    terminal.show(|out| write(&all, &show, out))?;
    Ok(0)
}

fn out_of_date(all: Vec<Differences>) -> Vec<Differences> {
    all.into_iter().filter(|own| own.state == Some(State::Stale)).collect()
}
