//! Recording a translation: "I have read this, and it says what the source says now."

use std::fs;
use std::sync::Arc;

use crate::error::Error;
use crate::fingerprint::{Fingerprint, blob_id};
use crate::message::{CatalogView, fingerprint};
use crate::project::records::{FILE, Mark, Record, Records, State, compare};
use crate::project::{Article, Catalog, MessageFile, Project, Variant, config, files};

/// What a person accepts: a translated file, or one message of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The file's path below the project's folder.
    pub path: String,
    /// The message, where not the whole file is meant.
    pub message: Option<String>,
}

/// What became of a choice.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The file, or `file#message`.
    pub path: String,
    /// What was done.
    pub outcome: Acceptance,
}

/// What was done with a choice.
#[derive(Clone, Debug)]
pub enum Acceptance {
    /// Recorded for the first time.
    Recorded,
    /// Recorded again: the source or the translation had changed.
    Renewed,
    /// The record of this other path was taken over: the file was renamed.
    Moved(String),
    /// Nothing had changed since it was recorded.
    Already,
    /// Recorded, though the source had changed and the translation had not.
    Unchanged,
    /// A message that was not recorded: its source had changed and its translation had not.
    Held,
    /// There is no source, so there is nothing to record.
    NoSource,
    /// It is no translated file of this project, or has no such message.
    NotATranslation,
    /// It cannot be read.
    Unreadable(Error),
}

/// A translated file of a project.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Translation<'a> {
    Article { article: &'a Article, variant: &'a Variant },
    Messages { catalog: &'a Catalog, file: &'a MessageFile },
}

impl<'a> Translation<'a> {
    /// All translated files, articles first.
    pub(crate) fn all(project: &'a Project) -> impl Iterator<Item = Self> {
        let articles = project.articles().iter().flat_map(|article| {
            let targets = article.variants.iter().filter(|variant| variant.locale > 0);
            targets.map(move |variant| Self::Article { article, variant })
        });
        let messages = project.catalogs().iter().flat_map(|catalog| {
            let targets = catalog.locales.iter().skip(1).flat_map(|locale| &locale.files);
            targets.map(move |file| Self::Messages { catalog, file })
        });
        articles.chain(messages)
    }

    pub(crate) fn path(&self) -> &'a Arc<str> {
        match self {
            Self::Article { variant, .. } => &variant.path,
            Self::Messages { file, .. } => &file.path,
        }
    }
}

/// Every translated file of the project with its source file, where it has one.
pub fn translations(project: &Project) -> impl Iterator<Item = (&str, Option<&str>)> {
    Translation::all(project).map(|translation| {
        let source = match translation {
            Translation::Article { article, .. } => article.source().map(|source| &*source.path),
            Translation::Messages { catalog, file } => {
                let sources = catalog.locales.first().map_or(&[][..], |locale| &locale.files);
                sources.iter().find(|own| own.name == file.name).map(|own| &*own.path)
            }
        };
        (&**translation.path(), source)
    })
}

/// Records each of `choices` in `mizan.lock`, and says what was done with each, in order. `as_is`: nothing had to
/// change in the translation, though its source has changed.
///
/// # Errors
/// When `mizan.lock` cannot be read or written; it is then as it was.
pub fn accept(project: &Project, choices: &[Choice], as_is: bool) -> Result<Vec<Accepted>, Error> {
    update(project, |records| choices.iter().flat_map(|choice| accept_one(project, records, choice, as_is)).collect())
}

/// Changes `mizan.lock` as it is on disk at this moment; two runs wait for each other.
pub(crate) fn update<T>(project: &Project, change: impl FnOnce(&mut Records) -> T) -> Result<T, Error> {
    let path = project.root().join(FILE);
    let guard = fs::File::open(project.root().join(config::FILE)).map_err(|cause| Error::read(config::FILE, cause))?;
    // Where a file system knows no locks, the worst is what would be without.
    let _ = guard.lock();
    let mut records = if path.exists() { Records::parse(&files::read(&path)?)? } else { Records::default() };
    let before = records.clone();
    let done = change(&mut records);
    if records != before {
        files::replace(&path, records.to_text().as_bytes())?;
    }
    Ok(done)
}

fn accept_one(project: &Project, records: &mut Records, choice: &Choice, as_is: bool) -> Vec<Accepted> {
    let found = Translation::all(project).find(|own| **own.path() == *choice.path);
    let (outcome, held) = match (found, &choice.message) {
        (Some(Translation::Article { article, variant }), None) => {
            let accepted = accept_article(project, records, article, variant, as_is);
            (accepted.unwrap_or_else(Acceptance::Unreadable), Vec::new())
        }
        (Some(Translation::Messages { catalog, file }), message) => {
            accept_messages(records, catalog, file, message.as_deref(), as_is)
        }
        _ => (Acceptance::NotATranslation, Vec::new()),
    };
    let path = choice.message.as_ref().map_or_else(|| choice.path.clone(), |id| format!("{}#{id}", choice.path));
    let mut accepted: Vec<_> = held
        .into_iter()
        .map(|name| Accepted { path: format!("{}#{name}", choice.path), outcome: Acceptance::Held })
        .collect();
    // Of a message that was held back alone there is nothing else to say.
    if accepted.is_empty() || choice.message.is_none() {
        accepted.insert(0, Accepted { path, outcome });
    }
    accepted
}

fn accept_article(
    project: &Project,
    records: &mut Records,
    article: &Article,
    variant: &Variant,
    as_is: bool,
) -> Result<Acceptance, Error> {
    let Some(source) = article.source() else { return Ok(Acceptance::NoSource) };
    let source = project.document(source)?;
    let translation = project.read(&variant.path)?;
    let fields = &project.collections()[article.collection].config.translated;
    let mut record = Record::of_article(&source, fields, &translation);
    let moved = moved_from(project, records, &variant.path, &translation);
    let Some(old) = records.get(moved.as_deref().unwrap_or(&variant.path)) else {
        records.insert(&*variant.path, record);
        return Ok(Acceptance::Recorded);
    };
    let was_stale = compare(old, &source, fields).state == State::Stale;
    record.mark = mark(old, &record, was_stale, as_is);
    let outcome = match (moved.clone(), *old == record) {
        (Some(path), _) => Acceptance::Moved(path),
        (None, true) => Acceptance::Already,
        (None, false) if was_stale && record.mark == Mark::Unchanged => Acceptance::Unchanged,
        (None, false) => Acceptance::Renewed,
    };
    if let Some(moved) = moved {
        records.remove(&moved);
    }
    records.insert(&*variant.path, record);
    Ok(outcome)
}

/// A translation that did not change keeps its mark, or gets one where its source had changed.
fn mark(old: &Record, new: &Record, was_stale: bool, as_is: bool) -> Mark {
    match (old.target == new.target, was_stale || old.mark != Mark::None) {
        (false, _) | (true, false) => Mark::None,
        (true, true) if as_is => Mark::AsIs,
        (true, true) if was_stale => Mark::Unchanged,
        (true, true) => old.mark,
    }
}

/// The path that this file's record stands under, where the file was renamed.
fn moved_from(project: &Project, records: &Records, path: &str, translation: &str) -> Option<String> {
    if records.get(path).is_some() {
        return None;
    }
    records.moved_from(translation, |old| !project.has_file(old)).map(str::to_owned)
}

/// Records the messages of a file, or one of them. A message whose source has changed and whose translation has not is
/// held back, unless `as_is`: nobody read it.
fn accept_messages(
    records: &mut Records,
    catalog: &Catalog,
    file: &MessageFile,
    message: Option<&str>,
    as_is: bool,
) -> (Acceptance, Vec<String>) {
    let source = source_fingerprints(catalog);
    let view = CatalogView::new([(file.name.as_str(), &file.path, &*file.text)]);
    let named = view.definitions().filter(|entry| !entry.is_term() && message.is_none_or(|id| id == entry.id));
    let now: Vec<_> = named
        .flat_map(|entry| {
            entry.parts().map(|part| (entry.name_of(&part), fingerprint(part.pattern))).collect::<Vec<_>>()
        })
        .filter_map(|(name, translation)| Some((*source.get(&name)?, name, translation)))
        .collect();
    if now.is_empty() {
        return (if message.is_some() { Acceptance::NotATranslation } else { Acceptance::NoSource }, Vec::new());
    }
    let own_source = catalog.locales.first().and_then(|source| source.files.iter().find(|own| own.name == file.name));
    let target = blob_id(&file.text);
    let old = records.get(&file.path);
    let mut record = Record {
        source: own_source.map_or_else(|| blob_id(""), |source| blob_id(&source.text)),
        target: target.clone(),
        ..Record::default()
    };
    if let (Some(old), Some(_)) = (old, message) {
        record.named.clone_from(&old.named);
    }
    let mut held = Vec::new();
    for (source, name, translation) in now {
        let said = old.and_then(|old| old.named.get(&said_by_translation(&name)));
        let is_untouched =
            said.map_or(old.is_some_and(|old| old.target == target), |said| said.text == translation.text);
        let was = old.and_then(|old| Some(*old.named.get(&name)?)).filter(|was| was.text != source.text);
        match was.filter(|_| is_untouched && !as_is) {
            Some(was) => {
                record.named.insert(name.clone(), was);
                record.named.insert(said_by_translation(&name), translation);
                held.push(name);
            }
            None => {
                record.named.insert(said_by_translation(&name), translation);
                record.named.insert(name, source);
            }
        }
    }
    let outcome = match old {
        None => Acceptance::Recorded,
        Some(old) if *old == record => Acceptance::Already,
        Some(_) => Acceptance::Renewed,
    };
    records.insert(&*file.path, record);
    (outcome, held)
}

/// The name under which a record keeps what the translation of a message said; no message has such a name.
fn said_by_translation(name: &str) -> String {
    format!("@{name}")
}

/// The fingerprints of all values and attributes of the catalog's source.
pub(super) fn source_fingerprints(catalog: &Catalog) -> std::collections::HashMap<String, Fingerprint> {
    let files = catalog.locales.first().map_or(&[][..], |source| &source.files);
    let view = CatalogView::new(files.iter().map(|file| (file.name.as_str(), &file.path, &*file.text)));
    let entries = view.definitions().filter(|entry| !entry.is_term());
    entries
        .flat_map(|entry| {
            entry.parts().map(|part| (entry.name_of(&part), fingerprint(part.pattern))).collect::<Vec<_>>()
        })
        .collect()
}
