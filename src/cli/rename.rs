//! `mizan rename`.

use std::path::Path;

use crate::cli::args::Rename;
use crate::cli::{Failure, Terminal, scope};
use crate::phrase::Phrase;
use crate::project::{Project, rename};
use crate::texts;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, the article does not exist, the name is taken or can be none, or a file cannot be
/// read, written or moved.
pub fn run(args: &Rename, terminal: &Terminal) -> Result<u8, Failure> {
    let project = Project::load(scope::folder(Some(Path::new(&args.old))))?;
    let article = scope::article(&project, &args.old)?;
    let index = project.articles().iter().position(|own| std::ptr::eq(own, article)).unwrap_or_default();
    let renamed = rename::rename(&project, index, &args.new)?;
    let prefix = scope::prefix(&project);
    let mut lines = Vec::new();
    for (from, to) in &renamed.moved {
        let phrase = Phrase::new("cli-rename-moved").with("from", format!("{prefix}{from}"));
        lines.push(terminal.words.say(&phrase.with("to", format!("{prefix}{to}"))));
    }
    for (path, count) in &renamed.links {
        let phrase = Phrase::new("cli-rename-links").with("path", format!("{prefix}{path}"));
        lines.push(terminal.words.say(&phrase.with("count", *count)));
    }
    for place in &renamed.doubtful {
        let at = format!("{prefix}{}:{}:{}", place.path, place.start.line, place.start.column);
        lines.push(terminal.words.say(&texts::cli_rename_doubtful(at)));
    }
    terminal.show(|out| lines.iter().try_for_each(|line| writeln!(out, "{line}")))?;
    Ok(u8::from(!renamed.doubtful.is_empty()))
}
