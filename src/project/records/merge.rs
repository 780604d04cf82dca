//! Merging what two branches recorded.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::fingerprint::{Fingerprint, blob_id};
use crate::project::records::accept::{Translation, source_fingerprints};
use crate::project::records::compare::follow;
use crate::project::records::lock::{Line, read_line};
use crate::project::records::{Change, FILE, Mark, Record, Records};
use crate::project::{Project, files};

/// Resolves the conflicts that a merge left in `mizan.lock`: what either branch recorded of the source as it is now
/// counts as recorded, all else stays stale. Gives the paths whose records differed.
///
/// # Errors
/// When `mizan.lock` cannot be read or written, or has lines that neither mizan nor a merge wrote; it is then as it was.
pub fn merge_lock(project: &Project) -> Result<Vec<String>, Error> {
    let path = project.root().join(FILE);
    let text = files::read(&path)?;
    let sides = sides(&text)?;
    let mut merged = Records::default();
    let mut differing = Vec::new();
    for (path, mut versions) in sides {
        versions.dedup();
        let record = match versions.len() {
            1 => versions.remove(0),
            _ => {
                differing.push(path.clone());
                union(project, &path, &versions)
            }
        };
        merged.insert(path, record);
    }
    let new = merged.to_text();
    if new != text {
        files::replace(&path, new.as_bytes())?;
    }
    Ok(differing)
}

/// The records of each path: one where the branches agree. What a merge shows as the common ancestor is left out.
fn sides(text: &str) -> Result<BTreeMap<String, Vec<Record>>, Error> {
    let mut found: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    let mut is_ancestor = false;
    let mut rest = String::new();
    for line in text.lines() {
        match read_line(line) {
            Line::Conflict(sign) => is_ancestor = sign == b'|',
            Line::Record(path, record) if !is_ancestor => found.entry(path).or_default().push(record),
            Line::Record(..) => {}
            // Headers, and what no mizan wrote: the reader names it with its place.
            Line::Empty | Line::Wrong(_) => rest.push_str(line),
        }
        rest.push('\n');
    }
    Records::parse(&rest)?;
    Ok(found)
}

fn union(project: &Project, path: &str, versions: &[Record]) -> Record {
    let mut record = versions.last().cloned().unwrap_or_default();
    record.mark = versions.iter().map(|own| own.mark).max_by_key(|mark| *mark == Mark::Unchanged).unwrap_or_default();
    let Some(now) = current(project, path) else { return record };
    record.target.clone_from(&now.target);
    let has = |text: u32, own: &Record| own.segments.iter().any(|it| it.text == text);
    let mut is_whole = true;
    record.segments = follow(&record.segments, &now.segments, |change| {
        let is_answered = match *change {
            Change::Changed(index, _) | Change::Added(index) => {
                versions.iter().any(|own| has(now.segments[index].text, own))
            }
            // What all of them still had was not seen to be removed.
            Change::Removed(old, _) => !versions.iter().all(|own| has(record.segments[old].text, own)),
            Change::Cosmetic(..) | Change::Field(_) => true,
        };
        is_whole &= is_answered;
        is_answered
    });
    let mut named: BTreeMap<String, Fingerprint> = versions.iter().flat_map(|own| own.named.clone()).collect();
    for (name, fingerprint) in &now.named {
        if versions.iter().any(|own| own.named.get(name).is_some_and(|it| it.text == fingerprint.text)) {
            named.insert(name.clone(), *fingerprint);
        }
    }
    let is_named = now.named.iter().all(|(name, own)| named.get(name) == Some(own));
    record.named = named;
    if is_whole && is_named {
        record.source = now.source;
    }
    record
}

/// What a record of this file would be now.
fn current(project: &Project, path: &str) -> Option<Record> {
    match Translation::all(project).find(|own| **own.path() == *path)? {
        Translation::Article { article, variant } => {
            let source = project.document(article.source()?).ok()?;
            let translation = project.read(&variant.path).ok()?;
            let fields = &project.collections().get(article.collection)?.config.translated;
            Some(Record::of_article(&source, fields, &translation))
        }
        Translation::Messages { catalog, file } => {
            let own = catalog.locales.first()?.files.iter().find(|own| own.name == file.name);
            Some(Record {
                source: own.map_or_else(|| blob_id(""), |own| blob_id(&own.text)),
                target: blob_id(&file.text),
                named: source_fingerprints(catalog).into_iter().collect(),
                ..Record::default()
            })
        }
    }
}
