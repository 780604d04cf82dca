//! A Fluent file as the places where texts can be changed.

use std::sync::Arc;

use super::shape::{Node, shape};
use crate::message::CatalogView;

/// A file, read.
pub(super) struct Read {
    pub(super) entries: Vec<Entry>,
    /// How many parts of it are not Fluent.
    pub(super) junk: usize,
}

/// A message or a term of a file.
pub(super) struct Entry {
    pub(super) id: String,
    /// Where its comment starts, or else it.
    pub(super) start: usize,
    /// Where its id ends.
    pub(super) id_end: usize,
    pub(super) end: usize,
    /// Where the comment of its group starts.
    pub(super) group: Option<usize>,
    pub(super) parts: Vec<(Option<String>, Node)>,
}

impl Read {
    pub(super) fn new(path: &Arc<str>, text: &str) -> Self {
        let view = CatalogView::new([("", path, text)]);
        let junk = view.files().iter().map(|file| file.junk.len()).sum();
        let entries = view.entries().iter().map(|entry| {
            let file = view.file(entry);
            let start = entry.comment.as_ref().map_or(entry.span, |comment| comment.span).start as usize;
            Entry {
                id: entry.id.to_owned(),
                start,
                id_end: file.span_of(entry.id).end as usize,
                end: entry.span.end as usize,
                group: entry.group.as_ref().map(|group| group.span.start as usize),
                parts: entry
                    .parts()
                    .map(|part| (part.attribute.map(str::to_owned), shape(file, part.pattern)))
                    .collect(),
            }
        });
        Self { entries: entries.collect(), junk }
    }

    /// The first message of this id, and its place among all.
    pub(super) fn get(&self, id: &str) -> Option<(usize, &Entry)> {
        self.entries.iter().enumerate().find(|(_, entry)| entry.id == id)
    }
}

impl Entry {
    /// The text of a part.
    pub(super) fn part(&self, attribute: Option<&str>) -> Option<&Node> {
        self.parts.iter().find(|(own, _)| own.as_deref() == attribute).map(|(_, node)| node)
    }
}
