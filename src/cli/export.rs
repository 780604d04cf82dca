//! `mizan export`.

use std::path::{Path, PathBuf};

use crate::cli::args::Export;
use crate::cli::scope::Scope;
use crate::cli::{Failure, Terminal};
use crate::exchange::{self, Languages, Sheet, Subject};
use crate::phrase::Phrase;
use crate::project::{Project, files};

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, an argument does not fit, or the exchange file cannot be written.
pub fn run(args: &Export, terminal: &Terminal) -> Result<u8, Failure> {
    let project = Project::load(folder(args))?;
    let locale = locale(&project, args.locale.as_deref())?;
    let is_article = |path: &&PathBuf| project.articles().iter().any(|article| path.to_str() == Some(&article.key));
    let (articles, paths): (Vec<&PathBuf>, Vec<&PathBuf>) = args.what.iter().partition(is_article);
    let paths: Vec<PathBuf> = paths.into_iter().cloned().collect();
    let scope = Scope::new(&project, &paths, &[])?;
    // The project's folder, named beside articles, only says which project.
    let everything = articles.is_empty() || scope.is_limited();
    let chosen = |subject: &Subject<'_>| {
        let named = subject.article.is_some_and(|key| articles.iter().any(|article| article.to_str() == Some(key)));
        named || (everything && (scope.contains(subject.source) || scope.contains(subject.target)))
    };
    let sheets = exchange::export(&project, locale, &chosen, terminal.words)?;
    if sheets.is_empty() {
        return Err(Failure::Usage(Phrase::new("cli-export-nothing")));
    }
    let name = project.name();
    let Some(target) = project.locales().get(locale) else { return Ok(2) };
    let languages = Languages { source: project.source(), target, project: &name };
    let Some(out) = args.out.as_deref() else {
        let text = exchange::write(args.format, &sheets, &languages);
        terminal.print(|out| out.write_all(text.as_bytes()))?;
        return Ok(0);
    };
    if !is_folder(out) {
        files::replace(out, exchange::write(args.format, &sheets, &languages).as_bytes())?;
        terminal.note(&Phrase::new("cli-written").with("path", out.display().to_string()));
        return Ok(0);
    }
    for sheet in &sheets {
        let path = out.join(file_name(sheet, target.tag(), args.format));
        files::replace(&path, exchange::write(args.format, std::slice::from_ref(sheet), &languages).as_bytes())?;
    }
    let written = Phrase::new("cli-exported").with("count", sheets.len());
    terminal.note(&written.with("out", out.display().to_string()));
    Ok(0)
}

/// The folder to look for the project in: the first argument that is one, or that of the first file.
fn folder(args: &Export) -> &Path {
    match args.what.first() {
        Some(path) if path.is_dir() => path,
        Some(path) if path.is_file() => path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        _ => Path::new("."),
    }
}

/// The locale to translate into: the one named, or the only one.
fn locale(project: &Project, named: Option<&str>) -> Result<usize, Failure> {
    let known = || project.targets().iter().map(|locale| locale.tag()).collect::<Vec<_>>().join(", ");
    let Some(named) = named else {
        return match project.targets() {
            [_] => Ok(1),
            _ => Err(Failure::Usage(Phrase::new("cli-export-which").with("known", known()))),
        };
    };
    let tag = crate::locale::Locale::new(named)?;
    let index = project.locale_index(tag.tag()).filter(|index| *index > 0);
    let unknown = Phrase::new("cli-export-unknown").with("locale", named).with("known", known());
    index.ok_or(Failure::Usage(unknown))
}

/// Whether several files are wanted: a folder that exists, or a name that ends as folders do.
fn is_folder(path: &Path) -> bool {
    let ends = path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    ends || path.is_dir()
}

/// The path of the source without what it ends with, so that files lie as the articles do.
fn file_name(sheet: &Sheet, tag: &str, format: exchange::Format) -> String {
    format!("{}.{tag}.{}", sheet.original, format.extension())
}
