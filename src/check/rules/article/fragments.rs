//! Fragments of links: ids of headings, which differ from language to language.

use std::collections::HashMap;
use std::rc::Rc;

use crate::article::Document;
use crate::project::Project;

/// So many pages are kept at once.
const MOST: usize = 8;

/// Pages that are read for a closer look, each once for many links.
pub(super) struct Pages<'p> {
    project: &'p Project,
    read: HashMap<(usize, usize), Option<Rc<Document>>>,
}

impl<'p> Pages<'p> {
    pub(super) fn of(project: &'p Project) -> Self {
        Self { project, read: HashMap::new() }
    }

    /// The variant of an article in a locale.
    pub(super) fn get(&mut self, article: usize, locale: usize) -> Option<Rc<Document>> {
        if self.read.len() >= MOST && !self.read.contains_key(&(article, locale)) {
            self.read.clear();
        }
        let read =
            || Some(Rc::new(self.project.document(self.project.articles().get(article)?.variant(locale)?).ok()?));
        self.read.entry((article, locale)).or_insert_with(read).clone()
    }
}

/// The id in `page` of the heading that `fragment` names in `other`: the heading at the same place. `None` unless the two
/// have headings of the same levels.
pub(super) fn counterpart(other: &Document, page: &Document, fragment: &str) -> Option<String> {
    let levels = |document: &Document| document.headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
    let at = other.headings.iter().position(|heading| heading.id == fragment)?;
    (levels(other) == levels(page)).then(|| page.headings.get(at).map(|heading| heading.id.clone()))?
}
