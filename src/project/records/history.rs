//! First records, from the history that git has of hand-written pairs.
//!
//! What counts is content, segment by segment: a translation is current where its own text changed with, or after, the
//! source's, and changed enough to be an answer. A slip of the pen that was mended later hides nothing.

use std::collections::HashMap;
use std::sync::Arc;

use crate::article::{Alignment, Document};
use crate::error::{Error, Kind};
use crate::fingerprint::{Fingerprint, blob_id};
use crate::message::{CatalogView, fingerprint};
use crate::project::records::accept::{Translation, update};
use crate::project::records::compare::follow;
use crate::project::records::git::{Git, Store, Versions};
use crate::project::records::similar::answers;
use crate::project::records::{Change, Mark, Record};
use crate::project::{Catalog, MessageFile, Project};

/// Derives records from git's history for all translated files that have none, and writes them to `mizan.lock`. Gives
/// the paths recorded, and those that git does not know.
///
/// # Errors
/// When there is no git or no repository, when its history is cut, or when `mizan.lock` cannot be read or written.
pub fn from_git(project: &Project) -> Result<(Vec<String>, Vec<String>), Error> {
    let fault = |reason: &str| Error::from(Kind::Git { reason: reason.to_owned() });
    let git =
        Git::open(project.root()).ok_or_else(|| fault("this folder is in no repository, or git is not installed"))?;
    if git.is_shallow() {
        return Err(fault(
            "the history of this clone is cut, so nothing can be told from it: run `git fetch --unshallow`",
        ));
    }
    let mut deriver = Deriver { project, histories: git.histories()?, store: git.store()? };
    let known = project.records();
    let missing: Vec<_> = Translation::all(project).filter(|own| known.get(own.path()).is_none()).collect();
    let (mut derived, mut unknown) = (Vec::new(), Vec::new());
    for translation in missing {
        let path = translation.path().to_string();
        match deriver.derive(translation) {
            Some(record) => derived.push((path, record)),
            None => unknown.push(path),
        }
    }
    update(project, |records| {
        derived.retain(|(path, record)| {
            let is_new = records.get(path).is_none();
            if is_new {
                records.insert(path.clone(), record.clone());
            }
            is_new
        });
    })?;
    Ok((derived.into_iter().map(|(path, _)| path).collect(), unknown))
}

struct Deriver<'a> {
    project: &'a Project,
    histories: HashMap<String, Versions>,
    store: Store,
}

/// A version of a file: when, and its text.
type Version<T> = (usize, T);

impl<'a> Deriver<'a> {
    fn derive(&mut self, translation: Translation<'a>) -> Option<Record> {
        match translation {
            Translation::Article { article, variant } => {
                let fields = &self.project.collections().get(article.collection)?.config.translated;
                let target = self.versions(&variant.path, None)?;
                let source = &article.source()?.path;
                let source = self.versions(source, Some(target.first()?.0))?;
                let parse = |versions: Vec<Version<String>>, path: &Arc<str>| -> Vec<Version<Document>> {
                    versions.into_iter().map(|(time, text)| (time, Document::parse(Arc::clone(path), text))).collect()
                };
                let path = Arc::clone(&variant.path);
                Some(derive_article(&parse(source, &path), &parse(target, &path), fields))
            }
            Translation::Messages { catalog, file } => {
                let source = own_source(catalog, file)?;
                let target = self.versions(&file.path, None)?;
                let source = self.versions(&source.path, Some(target.first()?.0))?;
                Some(derive_messages(&source, &target))
            }
        }
    }

    /// The versions of a file with what stands in the folder now; of those before `since` only the last. `None` where git
    /// does not know the file.
    fn versions(&mut self, path: &str, since: Option<usize>) -> Option<Vec<Version<String>>> {
        let known = self.histories.get(path).cloned().unwrap_or_default();
        let first = since.map_or(0, |since| known.partition_point(|(time, _)| *time <= since).saturating_sub(1));
        let mut versions: Vec<_> =
            known[first..].iter().filter_map(|(time, id)| Some((*time, self.store.text(id)?))).collect();
        if versions.is_empty() && since.is_none() {
            return None;
        }
        let now = self.project.read(path).ok()?;
        if versions.last().is_none_or(|(_, text)| blob_id(text) != blob_id(&now)) {
            versions.push((usize::MAX, now));
        }
        Some(versions)
    }
}

fn own_source<'a>(catalog: &'a Catalog, file: &MessageFile) -> Option<&'a MessageFile> {
    catalog.locales.first()?.files.iter().find(|own| own.name == file.name)
}

/// The version in force at `time`; the first, where the file is younger.
fn at<T>(versions: &[Version<T>], time: usize) -> &T {
    let place = versions.partition_point(|(own, _)| *own <= time).saturating_sub(1);
    &versions[place].1
}

/// The record of a translation whose source and target have these versions; both have at least one.
fn derive_article(source: &[Version<Document>], target: &[Version<Document>], fields: &[String]) -> Record {
    let (first, _) = target[0];
    let mut base = at(source, first);
    let mut segments = base.fingerprints();
    let mut named: HashMap<String, Fingerprint> = base.field_fingerprints(fields).into_iter().collect();
    for pair in target.windows(2) {
        let [(_, before), (time, after)] = pair else { continue };
        let now = at(source, *time);
        if now.text == base.text && segments == base.fingerprints() {
            continue;
        }
        let step = Step { source, now, before, after };
        segments = step.answered(&segments);
        for (name, fingerprint) in now.field_fingerprints(fields) {
            if before.front.text(&name) != after.front.text(&name) {
                named.insert(name, fingerprint);
            }
        }
        if segments.iter().map(|own| own.text).eq(now.fingerprints().iter().map(|own| own.text)) {
            base = now;
        }
    }
    Record {
        source: blob_id(&base.text),
        target: target.last().map(|(_, last)| blob_id(&last.text)).unwrap_or_default(),
        mark: Mark::None,
        segments,
        named: named.into_iter().collect(),
    }
}

/// One change of a translation.
struct Step<'a> {
    source: &'a [Version<Document>],
    now: &'a Document,
    before: &'a Document,
    after: &'a Document,
}

impl Step<'_> {
    /// The segments that the translation stands for after this step.
    fn answered(&self, was: &[Fingerprint]) -> Vec<Fingerprint> {
        let alignment = Alignment::of(self.now, self.after);
        let translated = |index: usize| text_of(self.after, &counterparts(&alignment, index));
        follow(was, &self.now.fingerprints(), |change| match *change {
            Change::Changed(index, old) => {
                let (source_old, target_old) = self.before(was[old].text);
                answers(&source_old, self.now.plain(&self.now.segments[index]), &target_old, &translated(index))
            }
            Change::Added(index) => !translated(index).is_empty(),
            Change::Removed(old, _) => {
                let (_, target_old) = self.before(was[old].text);
                let mut left = self.after.segments.iter().map(|segment| self.after.plain(segment));
                target_old.is_empty() || !left.any(|text| text == target_old)
            }
            Change::Cosmetic(..) | Change::Field(_) => true,
        })
    }

    /// What a source segment said, and what the translation said for it before this step.
    fn before(&self, text: u32) -> (String, String) {
        for (_, document) in self.source.iter().rev() {
            let Some(index) = document.fingerprints().iter().position(|own| own.text == text) else { continue };
            let counterparts = counterparts(&Alignment::of(document, self.before), index);
            let source = document.plain(&document.segments[index]).to_owned();
            return (source, text_of(self.before, &counterparts));
        }
        (String::new(), String::new())
    }
}

/// Indices of the target segments that belong to a source segment.
fn counterparts(alignment: &Alignment, index: usize) -> Vec<u32> {
    let group = alignment.groups.iter().find(|group| group.source.iter().any(|own| *own as usize == index));
    group.map(|group| group.target.clone()).unwrap_or_default()
}

fn text_of(document: &Document, segments: &[u32]) -> String {
    let texts = segments.iter().filter_map(|at| Some(document.plain(document.segments.get(*at as usize)?)));
    texts.collect::<Vec<_>>().join("\n")
}

/// Values and attributes of a Fluent text by name: what they mean and how they are written.
fn messages(text: &str) -> HashMap<String, (Fingerprint, String)> {
    let path = Arc::from("");
    let view = CatalogView::new([("", &path, text)]);
    let mut found = HashMap::new();
    for entry in view.definitions().filter(|entry| !entry.is_term()) {
        let file = view.file(entry);
        for part in entry.parts() {
            let written = file.pattern_span(part.pattern).slice(text).to_owned();
            found.insert(entry.name_of(&part), (fingerprint(part.pattern), written));
        }
    }
    found
}

fn derive_messages(source: &[Version<String>], target: &[Version<String>]) -> Record {
    let source_texts: Vec<_> = source.iter().map(|(time, text)| (*time, messages(text))).collect();
    let mut stands_for: HashMap<String, (Fingerprint, String)> = HashMap::new();
    let mut before: HashMap<String, (Fingerprint, String)> = HashMap::new();
    for (time, text) in target {
        let now = at(&source_texts, *time);
        let after = messages(text);
        stands_for.retain(|name, _| after.contains_key(name));
        for (name, (_, written)) in &after {
            let Some(current) = now.get(name) else { continue };
            let is_answer = match (stands_for.get(name), before.get(name)) {
                (Some((_, source_old)), Some((_, target_old))) => {
                    source_old == &current.1 || answers(source_old, &current.1, target_old, written)
                }
                _ => true,
            };
            if is_answer {
                stands_for.insert(name.clone(), current.clone());
            }
        }
        before = after;
    }
    let last = |versions: &[Version<String>]| versions.last().map(|(_, text)| blob_id(text)).unwrap_or_default();
    Record {
        source: last(source),
        target: last(target),
        named: stands_for.into_iter().map(|(name, (fingerprint, _))| (name, fingerprint)).collect(),
        ..Record::default()
    }
}
