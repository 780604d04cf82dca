//! Which findings were asked for: those in the paths named, and those that `--only` lets through.

use std::fs;
use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::cli::Failure;
use crate::error::Error;
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::project::{Article, Project};
use crate::texts;

/// Which files' findings are shown.
pub(super) struct Scope {
    /// Files and folders below the project's folder, with `/`; empty: everywhere.
    within: Vec<String>,
    only: Option<GlobSet>,
}

impl Scope {
    /// Everything below `paths`; the project's own folder (or one above it) means all of it.
    pub(super) fn new(project: &Project, paths: &[PathBuf], only: &[String]) -> Result<Self, Failure> {
        let root = canonical(project.root())?;
        let mut within = Vec::new();
        for path in paths {
            // A path may be written as seen from the project.
            let found = canonical(path).or_else(|error| canonical(&root.join(path)).map_err(|_| error))?;
            match found.strip_prefix(&root) {
                Ok(below) => within.push(slashed(below)),
                Err(_) if root.starts_with(&found) => within.push(String::new()),
                Err(_) => {
                    let (path, root) = (path.display().to_string(), root.display().to_string());
                    return Err(Failure::Usage(texts::cli_outside_project(path, root)));
                }
            }
        }
        // `mizan check DIR PATH`: the folder of the project only says which project.
        if within.iter().any(|path| !path.is_empty()) {
            within.retain(|path| !path.is_empty());
        } else {
            within.clear();
        }
        let scope = Self { within, only: globs(only)? };
        // A pattern that names nothing would let every check pass.
        if !only.is_empty() && !project.files().any(|path| scope.contains(path)) {
            return Err(Failure::Usage(texts::cli_only_nothing(only.join(", "))));
        }
        Ok(scope)
    }

    /// Whether something less than the whole project was asked for.
    pub(super) fn is_limited(&self) -> bool {
        !self.within.is_empty()
    }

    /// Whether findings in this file are shown.
    pub(super) fn contains(&self, path: &str) -> bool {
        let below = |folder: &String| {
            path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        (self.within.is_empty() || self.within.iter().any(below))
            && self.only.as_ref().is_none_or(|only| only.is_match(path))
    }
}

/// The folder to look for the project in: the first thing named, or the folder of that file, or the one that the person
/// stands in.
pub(super) fn folder(first: Option<&Path>) -> &Path {
    match first {
        Some(path) if path.is_dir() => path,
        Some(path) if path.is_file() => path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        _ => Path::new("."),
    }
}

/// The index of the target locale of this tag.
pub(super) fn target_locale(project: &Project, tag: &str) -> Result<usize, Failure> {
    let found = project.locale_index(tag).filter(|index| *index > 0);
    found.ok_or_else(|| {
        let known = project.targets().iter().map(Locale::tag).collect::<Vec<_>>().join(", ");
        Failure::Usage(texts::cli_no_such_locale(tag, known))
    })
}

/// The article of this key, or with a file of this path, as seen from the project or from where the person stands.
pub(super) fn article<'a>(project: &'a Project, name: &str) -> Result<&'a Article, Failure> {
    let prefix = prefix(project);
    let path = name.trim_start_matches("./");
    let path = path.strip_prefix(prefix.as_str()).unwrap_or(path);
    let has = |article: &&Article| article.key == name || article.variants.iter().any(|variant| *variant.path == *path);
    let found = project.articles().iter().find(has);
    found.ok_or_else(|| {
        let known = project.articles().iter().map(|article| article.key.as_str());
        let near = crate::check::rules::near_among(name, known);
        let phrase = Phrase::new("cli-no-such-article").with("name", name).with("near", near.join(", "));
        Failure::Usage(phrase.with("count", near.len()))
    })
}

fn canonical(path: &Path) -> Result<PathBuf, Error> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    fs::canonicalize(path).map_err(|cause| Error::read(path, cause))
}

fn slashed(path: &Path) -> String {
    let names: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    names.join("/")
}

/// A pattern without `/` is for names in any folder, as in `.gitignore`.
fn globs(patterns: &[String]) -> Result<Option<GlobSet>, Failure> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut set = GlobSetBuilder::new();
    let wrong =
        |pattern: &str, error: globset::Error| Failure::Usage(texts::cli_bad_glob(pattern, error.kind().to_string()));
    for pattern in patterns {
        let anywhere = if pattern.contains('/') { pattern.clone() } else { format!("**/{pattern}") };
        let glob = GlobBuilder::new(anywhere.trim_start_matches("./")).literal_separator(true).build();
        set.add(glob.map_err(|error| wrong(pattern, error))?);
    }
    set.build().map(Some).map_err(|error| wrong(&patterns.join(" "), error))
}

/// What leads from the folder that the person stands in to the project's: put before the paths of findings, so that
/// they can be followed.
pub(super) fn prefix(project: &Project) -> String {
    #[expect(clippy::disallowed_methods, reason = "the command line knows where the person stands")]
    let here = std::env::current_dir().and_then(fs::canonicalize);
    let (Ok(here), Ok(root)) = (here, canonical(project.root())) else { return String::new() };
    if let Ok(below) = root.strip_prefix(&here) {
        let below = slashed(below);
        return if below.is_empty() { below } else { below + "/" };
    }
    let shared = here.components().zip(root.components()).take_while(|(a, b)| a == b).count();
    let down: PathBuf = root.components().skip(shared).collect();
    if shared <= 1 && !down.components().all(|part| matches!(part, Component::Normal(_))) {
        return slashed(&root) + "/";
    }
    let up = "../".repeat(here.components().count() - shared);
    let down = slashed(&down);
    if down.is_empty() { up } else { format!("{up}{down}/") }
}
