//! The output folder: only what changed is written, each file in one step, and nothing outside it.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::error::{Error, Kind};
use crate::project::{OUTPUT_MARKER, files};
use crate::publish::Sink;
use crate::publish::links::is_safe_path;

/// First line of the list of what was made.
const HEADER: &str = "# Made by mizan: the next build removes files of this list that it does not make again.";

/// What a build did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files of an earlier build that are no longer made.
    pub removed: usize,
}

/// An output folder that is mizan's own.
pub(super) struct Output {
    root: PathBuf,
    /// Files of the build before, as its list names them.
    old: BTreeSet<String>,
    made: Mutex<BTreeSet<String>>,
    /// Folders that are known to be real folders below the root.
    folders: Mutex<HashSet<String>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
}

impl Output {
    /// Opens a folder: a new one, an empty one, or one that mizan made.
    pub(super) fn open(out: &Path) -> Result<Self, Error> {
        fs::create_dir_all(out).map_err(|cause| Error::write(out, cause))?;
        let root = out.canonicalize().map_err(|cause| Error::write(out, cause))?;
        let marker = root.join(OUTPUT_MARKER);
        let is_ours = fs::symlink_metadata(&marker).is_ok_and(|it| it.is_file());
        let mut entries = fs::read_dir(&root).map_err(|cause| Error::read(&root, cause))?;
        if !is_ours && entries.next().is_some() {
            return Err(Kind::ForeignFolder { path: out.to_owned() }.into());
        }
        let list = if is_ours {
            fs::read_to_string(&marker).map_err(|cause| Error::read(&marker, cause))?
        } else {
            String::new()
        };
        let old = list.lines().filter(|line| !line.starts_with('#') && is_safe_path(line)).map(str::to_owned).collect();
        let output = Self {
            root,
            old,
            made: Mutex::default(),
            folders: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
        };
        if !is_ours {
            output.list(&BTreeSet::new())?;
        }
        Ok(output)
    }

    /// Removes what is no longer made, and lists what was. After a failed build nothing is removed, and the list holds
    /// both, so that no file is forgotten.
    pub(super) fn finish(self, outcome: Result<(), Error>) -> Result<Written, Error> {
        let mut made = std::mem::take(&mut *self.made.lock().unwrap_or_else(PoisonError::into_inner));
        if let Err(error) = outcome {
            made.extend(self.old.iter().cloned());
            self.list(&made)?;
            return Err(error);
        }
        let mut removed = 0;
        for path in self.old.difference(&made) {
            removed += usize::from(self.remove(path)?);
        }
        self.list(&made)?;
        Ok(Written { written: self.written.into_inner(), unchanged: self.unchanged.into_inner(), removed })
    }

    fn list(&self, made: &BTreeSet<String>) -> Result<(), Error> {
        let mut text = String::from(HEADER);
        text.push('\n');
        for path in made {
            text.push_str(path);
            text.push('\n');
        }
        let marker = self.root.join(OUTPUT_MARKER);
        if fs::read(&marker).is_ok_and(|old| old == text.as_bytes()) {
            Ok(())
        } else {
            replace(&marker, text.as_bytes())
        }
    }

    fn remove(&self, path: &str) -> Result<bool, Error> {
        let full = self.root.join(path);
        let Some(mut folder) = full.parent().map(Path::to_owned) else { return Ok(false) };
        // A folder that became a link leads elsewhere: what is there is not ours.
        if !folder.canonicalize().is_ok_and(|real| real == folder)
            || !fs::symlink_metadata(&full).is_ok_and(|it| it.is_file())
        {
            return Ok(false);
        }
        fs::remove_file(&full).map_err(|cause| Error::write(&full, cause))?;
        while folder != self.root && fs::remove_dir(&folder).is_ok() {
            folder.pop();
        }
        Ok(true)
    }

    /// Makes a folder below the root, and those above it; an error where a link or a file stands in its place.
    fn folder(&self, folder: &str) -> Result<(), Error> {
        if self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        if let Some((above, _)) = folder.rsplit_once('/') {
            self.folder(above)?;
        }
        let full = self.root.join(folder);
        match fs::create_dir(&full) {
            Err(cause) if cause.kind() != std::io::ErrorKind::AlreadyExists => return Err(Error::write(full, cause)),
            Err(_) if !fs::symlink_metadata(&full).is_ok_and(|it| it.is_dir()) => {
                return Err(Kind::OutsideOutput { path: folder.to_owned() }.into());
            }
            _ => {}
        }
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }
}

impl Sink for Output {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        if !self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned()) {
            // Pages come first: a static file does not take their place.
            return Ok(());
        }
        if !is_safe_path(path) {
            return Err(Kind::OutsideOutput { path: path.to_owned() }.into());
        }
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.folder(folder)?;
        }
        let full = self.root.join(path);
        let there = fs::symlink_metadata(&full).ok();
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            return Err(Kind::OutsideOutput { path: path.to_owned() }.into());
        }
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let same_size = there.is_some_and(|there| there.len() == size);
        if same_size && fs::read(&full).is_ok_and(|there| there == bytes) {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        replace(&full, bytes)?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn copy(&self, path: &str, from: &Path) -> Result<(), Error> {
        self.put(path, &files::read_bytes(from)?)
    }
}

/// Writes beside the file, then puts it in its place in one step. Unlike [`crate::project::files::replace`] it does not
/// wait for the disk: a build can be made again, and twenty thousand waits take minutes.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let fault = |cause| Error::write(path, cause);
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let permissions = {
        use std::os::unix::fs::PermissionsExt as _;
        // The umask takes from these what the user does not want.
        fs::Permissions::from_mode(0o666)
    };
    #[cfg(unix)]
    builder.permissions(permissions);
    let mut file = builder.prefix(".mizan-").tempfile_in(folder).map_err(fault)?;
    file.write_all(bytes).map_err(fault)?;
    file.persist(path).map_err(|error| fault(error.error))?;
    Ok(())
}
