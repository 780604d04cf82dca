//! Where excerpts come from.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::project::Project;
use crate::source::LineIndex;

/// Gives the text of a file of the project, for excerpts.
pub trait Texts {
    /// The text of the file at `path` (below the project's folder), or `None` where it cannot be read (any more).
    fn text(&self, path: &str) -> Option<Arc<str>>;
}

impl Texts for Project {
    fn text(&self, path: &str) -> Option<Arc<str>> {
        let files = self.catalogs().iter().flat_map(|catalog| &catalog.locales).flat_map(|locale| &locale.files);
        let mut loaded = files.filter(|file| &*file.path == path).map(|file| Arc::clone(&file.text));
        loaded.next().or_else(|| self.read(path).ok().map(Arc::from))
    }
}

impl Texts for BTreeMap<&str, &str> {
    fn text(&self, path: &str) -> Option<Arc<str>> {
        self.get(path).map(|text| Arc::from(*text))
    }
}

/// A file's text with its lines.
pub(super) struct Lined {
    pub(super) text: Arc<str>,
    pub(super) lines: LineIndex,
}

/// Remembers the last few files, since findings come file by file.
pub(super) struct Recent<'a> {
    texts: &'a dyn Texts,
    last: VecDeque<(Arc<str>, Option<Arc<Lined>>)>,
}

const REMEMBERED: usize = 4;

impl<'a> Recent<'a> {
    pub(super) fn new(texts: &'a dyn Texts) -> Self {
        Self { texts, last: VecDeque::new() }
    }

    pub(super) fn get(&mut self, path: &Arc<str>) -> Option<Arc<Lined>> {
        if let Some((_, lined)) = self.last.iter().find(|(known, _)| known == path) {
            return lined.clone();
        }
        let lined = self.texts.text(path).map(|text| Arc::new(Lined { lines: LineIndex::new(&text), text }));
        if self.last.len() == REMEMBERED {
            self.last.pop_front();
        }
        self.last.push_back((Arc::clone(path), lined.clone()));
        lined
    }
}
