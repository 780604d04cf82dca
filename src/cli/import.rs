//! `mizan import`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::Import;
use crate::cli::{Failure, Terminal};
use crate::exchange::{self, Outcome};
use crate::phrase::Phrase;
use crate::project::{Project, files};

/// Runs the command: texts that fit are written, the others are shown with their reasons.
///
/// # Errors
/// When the project or an exchange file cannot be read, or a file cannot be written.
pub fn run(args: &Import, terminal: &Terminal) -> Result<u8, Failure> {
    let (folder, paths) = match args.files.split_first() {
        Some((first, rest)) if first.is_dir() => (first.as_path(), rest),
        _ => (Path::new("."), args.files.as_slice()),
    };
    if paths.is_empty() {
        return Err(Failure::Usage(Phrase::new("cli-missing-argument").with("argument", "FILE")));
    }
    let project = Project::load(folder)?;
    let read = |path: &PathBuf| Ok((path.display().to_string(), files::read(path)?));
    let texts = paths.iter().map(read).collect::<Result<Vec<_>, crate::Error>>()?;
    let given: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let import = exchange::import(&project, &given)?;
    if !args.dry_run {
        import.write(project.root())?;
    }
    terminal.print(|out| show(&import, args.dry_run, terminal, out))?;
    Ok(u8::from(import.refused().next().is_some()))
}

fn show(import: &exchange::Import, dry_run: bool, terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    let words = terminal.words;
    for (verdict, reason) in import.refused() {
        let place = &verdict.place;
        writeln!(out, "{}:{}:{} refused {}", place.path, place.start.line, place.start.column, verdict.text)?;
        writeln!(out, "  {}", words.say(&reason.phrase()))?;
    }
    if terminal.quiet {
        return Ok(());
    }
    if import.refused().next().is_some() {
        writeln!(out)?;
    }
    for path in import.texts.keys() {
        let id = if dry_run { "cli-import-would-write" } else { "cli-written" };
        writeln!(out, "{}", words.say(&Phrase::new(id).with("path", path.as_str())))?;
    }
    let summary = Phrase::new("cli-imported")
        .with("accepted", import.count(|outcome| *outcome == Outcome::Accepted))
        .with("unchanged", import.count(|outcome| *outcome == Outcome::Unchanged))
        .with("untranslated", import.count(|outcome| *outcome == Outcome::Untranslated))
        .with("refused", import.count(|outcome| matches!(outcome, Outcome::Refused(_))));
    writeln!(out, "{}", words.say(&summary))
}
