//! A site in memory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::error::Error;
use crate::publish::Sink;
use crate::publish::output::{Output, Written};

/// A rendered site: its files by path (below the site's root, with `/`), and the files that are copied from disk.
#[derive(Clone, Debug, Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    copies: BTreeMap<String, PathBuf>,
}

impl Site {
    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.get(path)?).ok()
    }

    /// All rendered files, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Files that are copied: the path in the site, and where they stand.
    pub fn copies(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.copies.iter().map(|(path, from)| (path.as_str(), from.as_path()))
    }

    /// Writes the site to a folder, as [`crate::publish::build`] does.
    ///
    /// # Errors
    /// When the folder holds files but was not made by mizan, or cannot be written to.
    pub fn write_to(&self, out: &Path) -> Result<Written, Error> {
        let output = Output::open(out)?;
        let put = self.files.iter().try_for_each(|(path, bytes)| output.put(path, bytes));
        let made = put.and_then(|()| self.copies.iter().try_for_each(|(path, from)| output.copy(path, from)));
        output.finish(made)
    }
}

/// Collects a site.
#[derive(Default)]
pub(super) struct Collected(Mutex<Site>);

impl Collected {
    pub(super) fn into_site(self) -> Site {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Collected {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let mut site = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Pages come first: a static file does not take their place.
        site.files.entry(path.to_owned()).or_insert_with(|| bytes.to_vec());
        Ok(())
    }

    fn copy(&self, path: &str, from: &Path) -> Result<(), Error> {
        let mut site = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !site.files.contains_key(path) {
            site.copies.insert(path.to_owned(), from.to_owned());
        }
        Ok(())
    }
}
