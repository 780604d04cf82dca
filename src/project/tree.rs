//! The files of a project: on disk, or in memory for tests and for callers that have them there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ignore::{DirEntry, WalkBuilder, WalkState};

use crate::error::{Error, Kind};
use crate::project::draft::Draft;
use crate::project::files;

/// The file that marks a folder as mizan's own output.
pub const OUTPUT_MARKER: &str = ".mizan-output";

/// Where the texts of a project come from.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Disk(PathBuf),
    Memory(Arc<BTreeMap<String, String>>),
    /// With other texts in some files.
    Draft(Draft),
}

impl Tree {
    /// All files, sorted, with `/`; and what could not be walked.
    pub(crate) fn list(&self) -> (Vec<Box<str>>, Vec<Error>) {
        match self {
            Self::Disk(root) => walk(root),
            Self::Memory(files) => (files.keys().map(|path| path.as_str().into()).collect(), Vec::new()),
            Self::Draft(draft) => draft.below.list(),
        }
    }

    pub(crate) fn read(&self, path: &str) -> Result<String, Error> {
        match self {
            Self::Disk(root) => files::read(&root.join(path)),
            Self::Memory(files) => files
                .get(path)
                .cloned()
                .ok_or_else(|| Error::read(path, std::io::Error::from(std::io::ErrorKind::NotFound))),
            Self::Draft(draft) => draft.read(path),
        }
    }

    /// Where the file stands, for messages.
    pub(super) fn place(&self, path: &str) -> PathBuf {
        match self {
            Self::Disk(root) => root.join(path),
            Self::Memory(_) => path.into(),
            Self::Draft(draft) => draft.below.place(path),
        }
    }

    /// Reads a file that need not be there, nor be listed: `.gitignore` does not hide it.
    pub(crate) fn read_if_there(&self, path: &str) -> Result<Option<String>, Error> {
        match self {
            Self::Disk(root) if !root.join(path).exists() => Ok(None),
            Self::Memory(files) => Ok(files.get(path).cloned()),
            Self::Disk(_) => self.read(path).map(Some),
            Self::Draft(draft) => draft.below.read_if_there(path),
        }
    }

    pub(crate) fn read_bytes(&self, path: &str) -> Result<Vec<u8>, Error> {
        match self {
            Self::Disk(root) => files::read_bytes(&root.join(path)),
            Self::Memory(_) => self.read(path).map(String::into_bytes),
            Self::Draft(draft) => draft.read_bytes(path),
        }
    }
}

/// Walks the tree on all cores: `.gitignore` is respected (with and without git), hidden files and what tools build are
/// left out, links to folders are not followed, and links to files only where they stay in the tree.
fn walk(root: &Path) -> (Vec<Box<str>>, Vec<Error>) {
    let found = Mutex::new((Vec::new(), Vec::new()));
    let canonical = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let walker = WalkBuilder::new(root)
        .require_git(false)
        .follow_links(false)
        .threads(std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(8))
        .filter_entry(|entry| !is_built(entry))
        .build_parallel();
    walker.run(|| {
        let mut batch = Batch { files: Vec::new(), faults: Vec::new(), found: &found };
        let canonical = &canonical;
        Box::new(move |entry| {
            match entry {
                Ok(entry) if is_file(&entry, canonical) => batch.files.extend(relative(entry.path(), root)),
                Ok(_) => {}
                Err(error) => batch.faults.push(walk_fault(root, &error)),
            }
            WalkState::Continue
        })
    });
    let (mut files, mut faults) = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    files.sort_unstable();
    faults.sort_by_key(ToString::to_string);
    (files, faults)
}

type Found = (Vec<Box<str>>, Vec<Error>);

/// What one thread found; handed over when the thread ends.
struct Batch<'a> {
    files: Vec<Box<str>>,
    faults: Vec<Error>,
    found: &'a Mutex<Found>,
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        let mut found = self.found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        found.0.append(&mut self.files);
        found.1.append(&mut self.faults);
    }
}

fn is_built(entry: &DirEntry) -> bool {
    if entry.depth() == 0 || !entry.file_type().is_some_and(|kind| kind.is_dir()) {
        return false;
    }
    if entry.file_name() == "node_modules" {
        return true;
    }
    // Output folders stand near the root; looking into every folder of a large newsroom would cost more than it saves.
    entry.depth() <= 2 && (entry.path().join(OUTPUT_MARKER).exists() || entry.path().join("CACHEDIR.TAG").exists())
}

fn is_file(entry: &DirEntry, canonical_root: &Path) -> bool {
    let Some(kind) = entry.file_type() else { return false };
    if kind.is_symlink() {
        let target = entry.path().canonicalize();
        return target.is_ok_and(|target| target.starts_with(canonical_root) && target.is_file());
    }
    kind.is_file()
}

/// The path below the root with `/`; names that are not UTF-8 cannot be articles and are left out.
fn relative(path: &Path, root: &Path) -> Option<Box<str>> {
    let below = path.strip_prefix(root).ok()?.to_str()?;
    Some(if std::path::MAIN_SEPARATOR == '/' {
        below.into()
    } else {
        below.replace(std::path::MAIN_SEPARATOR, "/").into()
    })
}

fn walk_fault(root: &Path, error: &ignore::Error) -> Error {
    let cause = error.io_error().map_or_else(
        || std::io::Error::other(error.to_string()),
        |cause| std::io::Error::new(cause.kind(), cause.to_string()),
    );
    Kind::Read { path: path_of(error).unwrap_or(root).to_owned(), cause }.into()
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
