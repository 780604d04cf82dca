//! What a translator needs to see: each thing that changed in the source, as it was and as it is, with the translation.

use std::sync::Arc;

use crate::article::{Alignment, Document, Segment};
use crate::error::Error;
use crate::fingerprint::Fingerprint;
use crate::message::{CatalogView, fingerprint};
use crate::project::records::accept::Translation;
use crate::project::records::{Change, Git, State, compare};
use crate::project::{Article, Catalog, MessageFile, Project, Variant};
use crate::source::Place;

/// What has changed in the source of one translated file since it was recorded.
#[derive(Clone, Debug)]
pub struct Differences {
    /// The article's key, or the message file's name.
    pub key: String,
    /// Index of the locale in [`Project::locales`].
    pub locale: usize,
    /// The source's file.
    pub source: String,
    /// The translated file.
    pub target: String,
    /// How the translation stands; `None` without a record.
    pub state: Option<State>,
    /// Whether the translation was edited after it was recorded.
    pub is_edited: bool,
    /// Whether the source's old text could be found.
    pub has_old: bool,
    /// The changes: fields first, then segments in order; or messages.
    pub changes: Vec<Difference>,
}

/// What happened to a piece of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// It says something else.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says the same in another markup or place.
    Cosmetic,
}

/// One change of the source.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What happened.
    pub happened: Happened,
    /// The field or the message, where it is one.
    pub name: Option<String>,
    /// What the source said, where that is known.
    pub old: Option<String>,
    /// What the source says.
    pub new: Option<String>,
    /// What the translation says.
    pub translation: Option<String>,
    /// Where the source says it.
    pub source_place: Option<Place>,
    /// Where the translation does.
    pub target_place: Option<Place>,
}

/// What has changed in the sources of the translated files that `wanted` says yes to (by the article's key or file
/// name, and the paths of translation and source), in the order of the project. Old texts are asked of git, where there is one.
///
/// # Errors
/// When a file cannot be read.
pub fn differences(
    project: &Project,
    wanted: &dyn Fn(&str, &str, Option<&str>) -> bool,
) -> Result<Vec<Differences>, Error> {
    let git = Git::open(project.root());
    let mut found = Vec::new();
    for translation in Translation::all(project) {
        let (key, source) = match translation {
            Translation::Article { article, .. } => (&*article.key, article.source().map(|source| &*source.path)),
            Translation::Messages { catalog, file } => (&*file.name, own_source(catalog, file).map(|own| &*own.path)),
        };
        if !wanted(key, translation.path(), source) {
            continue;
        }
        found.extend(match translation {
            Translation::Article { article, variant } => of_article(project, git.as_ref(), article, variant)?,
            Translation::Messages { catalog, file } => of_messages(project, git.as_ref(), catalog, file),
        });
    }
    Ok(found)
}

fn own_source<'a>(catalog: &'a Catalog, file: &MessageFile) -> Option<&'a MessageFile> {
    catalog.locales.first()?.files.iter().find(|own| own.name == file.name)
}

fn of_article(
    project: &Project,
    git: Option<&Git>,
    article: &Article,
    variant: &Variant,
) -> Result<Option<Differences>, Error> {
    let Some(source) = article.source() else { return Ok(None) };
    let (new, target) = (project.document(source)?, project.document(variant)?);
    let mut differences = Differences {
        key: article.key.clone(),
        locale: variant.locale,
        source: source.path.to_string(),
        target: variant.path.to_string(),
        state: None,
        is_edited: false,
        has_old: false,
        changes: Vec::new(),
    };
    let Some(record) = project.records().get(&variant.path) else { return Ok(Some(differences)) };
    let fields = &project.collections()[article.collection].config.translated;
    let comparison = compare(record, &new, fields);
    differences.state = Some(comparison.state);
    differences.is_edited = record.target != crate::fingerprint::blob_id(&target.text);
    if comparison.changes.is_empty() {
        return Ok(Some(differences));
    }
    let old = git.and_then(|git| git.text(&record.source, &source.path));
    differences.has_old = old.is_some();
    let old = old.map(|text| Document::parse(Arc::clone(&source.path), text));
    let sides =
        Sides { was: &record.segments, old, alignment: Alignment::of(&new, &target), new: &new, target: &target };
    differences.changes = comparison.changes.iter().filter_map(|change| sides.difference(change)).collect();
    Ok(Some(differences))
}

struct Sides<'a> {
    was: &'a [Fingerprint],
    old: Option<Document>,
    new: &'a Document,
    target: &'a Document,
    alignment: Alignment,
}

impl Sides<'_> {
    fn difference(&self, change: &Change) -> Option<Difference> {
        let (happened, new, old) = match change {
            Change::Field(name) => return Some(self.field(name)),
            Change::Changed(new, old) => (Happened::Changed, Some(*new), Some(*old)),
            Change::Added(new) => (Happened::Added, Some(*new), None),
            Change::Removed(old, _) => (Happened::Removed, None, Some(*old)),
            Change::Cosmetic(new, old) => (Happened::Cosmetic, Some(*new), Some(*old)),
        };
        let segment = new.and_then(|new| self.new.segments.get(new));
        let targets = new.map(|new| self.counterparts(new)).unwrap_or_default();
        let span = targets.iter().map(|own| own.span).reduce(crate::source::Span::join);
        Some(Difference {
            happened,
            name: None,
            old: old.and_then(|old| self.old_text(old)),
            new: segment.map(|own| own.span.slice(&self.new.text).to_owned()),
            translation: span.map(|span| span.slice(&self.target.text).to_owned()),
            source_place: segment.map(|own| self.new.place(own.span)),
            target_place: span.map(|span| self.target.place(span)),
        })
    }

    fn field(&self, name: &str) -> Difference {
        let text = |document: &Document| document.front.text(name);
        let place = |document: &Document| document.front.get(name).map(|field| document.place(field.value_span));
        let (old, new) = (self.old.as_ref().and_then(text), text(self.new));
        Difference {
            happened: if new.is_none() { Happened::Removed } else { Happened::Changed },
            name: Some(name.to_owned()),
            old,
            new,
            translation: text(self.target),
            source_place: place(self.new),
            target_place: place(self.target),
        }
    }

    /// The old text of a segment: where the record was joined from several, it need not stand at the same index.
    fn old_text(&self, index: usize) -> Option<String> {
        let (old, text) = (self.old.as_ref()?, self.was.get(index)?.text);
        let says = |segment: &&Segment| old.fingerprint(segment).text == text;
        let segment = old.segments.get(index).filter(says).or_else(|| old.segments.iter().find(says))?;
        Some(segment.span.slice(&old.text).to_owned())
    }

    fn counterparts(&self, index: usize) -> Vec<&Segment> {
        let group = self.alignment.groups.iter().find(|group| group.source.iter().any(|own| *own as usize == index));
        let targets = group.map(|group| group.target.as_slice()).unwrap_or_default();
        targets.iter().filter_map(|at| self.target.segments.get(*at as usize)).collect()
    }
}

fn of_messages(project: &Project, git: Option<&Git>, catalog: &Catalog, file: &MessageFile) -> Option<Differences> {
    let source = own_source(catalog, file)?;
    let locale = catalog.locales.iter().find(|own| own.files.iter().any(|it| it.path == file.path))?.locale;
    let record = project.records().get(&file.path);
    let mut differences = Differences {
        key: file.name.clone(),
        locale,
        source: source.path.to_string(),
        target: file.path.to_string(),
        state: record.map(|_| State::Current),
        is_edited: record.is_some_and(|record| record.target != crate::fingerprint::blob_id(&file.text)),
        has_old: false,
        changes: Vec::new(),
    };
    let Some(record) = record else { return Some(differences) };
    let view = |file: &'_ MessageFile| -> (String, Arc<str>) { (file.text.to_string(), Arc::clone(&file.path)) };
    let ((new_text, new_path), (target_text, target_path)) = (view(source), view(file));
    let new = CatalogView::new([("", &new_path, new_text.as_str())]);
    let target = CatalogView::new([("", &target_path, target_text.as_str())]);
    let old_text = git.and_then(|git| git.text(&record.source, &source.path));
    differences.has_old = old_text.is_some();
    let old = CatalogView::new(old_text.as_deref().map(|text| ("", &new_path, text)));
    for entry in new.definitions().filter(|entry| !entry.is_term()) {
        for part in entry.parts() {
            let name = entry.name_of(&part);
            let Some(was) = record.named.get(&name) else { continue };
            let now = fingerprint(part.pattern);
            if *was == now {
                continue;
            }
            let happened = if was.text == now.text { Happened::Cosmetic } else { Happened::Changed };
            let written = |view: &CatalogView<'_>| {
                let entry = view.get(entry.id)?;
                let (file, part) = (view.file(entry), entry.part(part.attribute)?);
                let span = file.pattern_span(part.pattern);
                Some((span.slice(file.text).to_owned(), file.place(span)))
            };
            let translation = written(&target);
            differences.changes.push(Difference {
                happened,
                name: Some(name),
                old: written(&old).map(|(text, _)| text),
                new: written(&new).map(|(text, _)| text),
                translation: translation.as_ref().map(|(text, _)| text.clone()),
                source_place: written(&new).map(|(_, place)| place),
                target_place: translation.map(|(_, place)| place),
            });
        }
    }
    let is_stale = differences.changes.iter().any(|change| change.happened == Happened::Changed);
    differences.state = Some(match (is_stale, differences.changes.is_empty()) {
        (true, _) => State::Stale,
        (false, false) => State::Cosmetic,
        (false, true) => State::Current,
    });
    Some(differences)
}
