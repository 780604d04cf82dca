//! `mizan generate`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::Generate;
use crate::cli::{Failure, Terminal, paste, scope};
use crate::generate::{self, Changes, Module};
use crate::project::Project;
use crate::report;
use crate::texts;

/// How many changed items are named.
const NAMED: usize = 20;

/// Runs the command: writes the module, or with `--check` says how its file differs. Exit code 1 where it does, and where
/// the texts contradict each other.
///
/// # Errors
/// When the project cannot be loaded, no file is named, or the file is not mizan's to write.
pub fn run(args: &Generate, terminal: &Terminal) -> Result<u8, Failure> {
    let project = Project::load(&args.dir)?;
    let path = path(args, &project)?;
    let module = match generate::generate(&project) {
        Ok(module) => module,
        Err(faults) => {
            let prefix = scope::prefix(&project);
            terminal.print(|out| report::faults(&faults, terminal.words, &prefix, terminal.colour(), out))?;
            return Ok(if faults.unread.is_empty() { 1 } else { 2 });
        }
    };
    let shown = path.display().to_string();
    if args.check {
        return check(args, &module, &path, terminal);
    }
    let is_new = module.write(&path)?;
    terminal.note(&if is_new { texts::cli_written(shown) } else { texts::cli_generate_current(shown) });
    Ok(0)
}

/// The file of `--out`, as seen from where the person stands; else that of the configuration, as seen from the project.
fn path(args: &Generate, project: &Project) -> Result<PathBuf, Failure> {
    if let Some(path) = &args.out {
        return Ok(path.clone());
    }
    let out = project.config().generate.out.as_ref();
    let out = out.ok_or_else(|| Failure::Usage(texts::cli_generate_nowhere()))?;
    let root = project.root();
    Ok(if root == Path::new(".") { out.into() } else { root.join(out) })
}

/// The command that writes the file.
fn command(args: &Generate) -> String {
    let mut given = paste::Command::new("generate");
    given.path(&args.dir);
    if let Some(out) = &args.out {
        given.option("--out", &out.display().to_string());
    }
    given.into_string()
}

fn check(args: &Generate, module: &Module, path: &Path, terminal: &Terminal) -> Result<u8, Failure> {
    let shown = path.display().to_string();
    match module.compare(path)? {
        None => {
            terminal.fault(&terminal.words.say(&texts::cli_generate_absent(shown, command(args))));
            Ok(1)
        }
        Some(changes) if changes.is_empty() => {
            terminal.note(&texts::cli_generate_current(shown));
            Ok(0)
        }
        Some(changes) => {
            terminal.fault(&terminal.words.say(&texts::cli_generate_outdated(shown, command(args))));
            terminal.print(|out| list(&changes, terminal, out))?;
            Ok(1)
        }
    }
}

/// `+` what is new, `-` what is gone, `~` what has changed.
fn list(changes: &Changes, terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    let signed =
        |sign: char, names: &[String]| names.iter().map(move |name| format!("{sign} {name}")).collect::<Vec<_>>();
    let all = [signed('+', &changes.added), signed('-', &changes.removed), signed('~', &changes.changed)].concat();
    for line in all.iter().take(NAMED) {
        writeln!(out, "{line}")?;
    }
    match all.len().saturating_sub(NAMED) {
        0 => Ok(()),
        more => writeln!(out, "{}", terminal.words.say(&texts::cli_generate_more(more))),
    }
}
