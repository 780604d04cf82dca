//! Renaming an article with all that belongs to it: its variants, the files beside them, its records, and the links
//! that lead to it.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use crate::error::{Error, Kind};
use crate::project::records::{self, Records};
use crate::project::{Article, Destination, Outline, Project, Record, VariantGraph, files};
use crate::source::{LineIndex, Place, Span};

/// What a renaming did.
#[derive(Clone, Debug, Default)]
pub struct Renamed {
    /// Files that moved: from where, to where.
    pub moved: Vec<(String, String)>,
    /// Links that were rewritten, by file.
    pub links: BTreeMap<String, usize>,
    /// Links that led to the article, or from it, and may not any more: to be looked at.
    pub doubtful: Vec<Place>,
}

/// The outlines of all variants, by article and locale.
pub(crate) fn outlines(project: &Project) -> Vec<Vec<Option<Outline>>> {
    let outline = |article: &Article| {
        let of = |locale| Some(Outline::of(&project.document(article.variant(locale)?).ok()?));
        (0..project.locales().len()).map(of).collect()
    };
    project.articles().par_iter().map(outline).collect()
}

/// Renames `article` to `key`: moves its variants and, where the article has a folder of its own, all else in it; takes
/// its records along; rewrites the addresses of links to it, byte for byte in their places.
///
/// # Errors
/// When the name cannot be one, when something stands there already (nothing is done then), or when a file cannot be
/// read, written or moved.
pub fn rename(project: &Project, article: usize, key: &str) -> Result<Renamed, Error> {
    let own = &project.articles()[article];
    let moves = moves(project, own, key)?;
    let outlines = outlines(project);
    let graph = VariantGraph::new(project, &outlines);
    let mut renamed = Renamed { moved: moves.clone(), ..Renamed::default() };
    let mut edits: BTreeMap<&str, Vec<(Span, String)>> = BTreeMap::new();
    for (at, other) in project.articles().iter().enumerate() {
        for variant in &other.variants {
            let Some(outline) = graph.outline(at, variant.locale) else { continue };
            for link in outline.links.iter().filter(|link| !link.image) {
                let leads = graph.resolve(at, variant.locale, &link.destination);
                if !matches!(leads, Destination::Article { article: to, .. } if to == article) {
                    continue;
                }
                // An address of its own (`slug:`) stays what it was.
                let Some(name) = written_name(&own.key, &link.destination) else { continue };
                match link.destination_span {
                    Some(span) => edits.entry(&variant.path).or_default().push((span, name)),
                    None => renamed.doubtful.extend(graph.place(at, variant.locale, link.span)),
                }
            }
        }
    }
    let current = current(project, edits.keys().copied());
    for (path, edits) in edits {
        let text = project.read(path)?;
        let (new, count) = rewrite(&text, edits, &own.key, key);
        if count > 0 {
            files::replace(&project.root().join(path), new.as_bytes())?;
            renamed.links.insert(path.to_owned(), count);
        }
    }
    for (from, to) in &moves {
        move_file(project.root(), from, to)?;
    }
    if project.records().is_kept() {
        records::update(project, |records| move_records(records, &moves))?;
        renew(project, &current, &moves)?;
    }
    renamed.doubtful.extend(broken(project, article, &graph, key)?);
    renamed.doubtful.sort();
    renamed.doubtful.dedup();
    Ok(renamed)
}

/// What moves where.
fn moves(project: &Project, article: &Article, key: &str) -> Result<Vec<(String, String)>, Error> {
    let wrong = |reason: String| Error::from(Kind::Usage { reason });
    let is_name = |part: &str| {
        !part.is_empty()
            && !matches!(part, "." | "..")
            && !part.contains(|c: char| c.is_control() || matches!(c, '\\' | ':'))
    };
    if !key.split('/').all(is_name) || key == article.key {
        return Err(wrong(format!("{key:?} cannot be the new name of an article")));
    }
    let renamed = Article { key: key.to_owned(), variants: Vec::new(), ..*article };
    let mut moves = BTreeMap::new();
    for variant in &article.variants {
        let to = project.expected_path(&renamed, variant.locale).unwrap_or_default();
        // All else in a folder of the article's own moves along: pictures, notes.
        if let Some((folder, _)) = own_folder(&variant.path, &article.key) {
            let new_folder = own_folder(&to, key).map_or_else(String::new, |(folder, _)| folder.to_owned());
            for file in project.files().filter(|file| file.starts_with(folder)) {
                moves.insert(file.to_owned(), format!("{new_folder}{}", &file[folder.len()..]));
            }
        }
        moves.insert(variant.path.to_string(), to);
    }
    match moves.values().find(|to| project.root().join(to).exists()) {
        Some(to) => Err(wrong(format!("{to} exists already, and nothing was renamed"))),
        None => Ok(moves.into_iter().collect()),
    }
}

/// The folder named as the article (`articles/visits/`), and what follows it.
fn own_folder<'a>(path: &'a str, key: &str) -> Option<(&'a str, &'a str)> {
    let name = format!("/{key}/");
    let at = path.find(&name).map(|at| at + 1).or_else(|| path.starts_with(&name[1..]).then_some(0))?;
    path.split_at_checked(at + key.len() + 1)
}

fn move_file(root: &Path, from: &str, to: &str) -> Result<(), Error> {
    let (from, to) = (root.join(from), root.join(to));
    let fault = |cause| Error::write(&to, cause);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    fs::rename(&from, &to).map_err(fault)?;
    // Folders that are empty now go, as far up as they are.
    for folder in from.ancestors().skip(1).take_while(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// The translations that are current, and that these edits touch on either side: what mizan changes in both languages
/// must not make them look out of date.
fn current<'a>(project: &Project, edited: impl Iterator<Item = &'a str>) -> Vec<String> {
    let edited: HashSet<&str> = edited.collect();
    let mut found = Vec::new();
    for article in project.articles() {
        let Some(source) = article.source() else { continue };
        for target in article.variants.iter().filter(|variant| variant.locale > 0) {
            let record = project.records().get(&target.path);
            let (Some(record), true) = (record, edited.contains(&*source.path) || edited.contains(&*target.path))
            else {
                continue;
            };
            let fields = &project.collections()[article.collection].config.translated;
            let is_current = project
                .document(source)
                .is_ok_and(|source| records::compare(record, &source, fields).state == records::State::Current);
            if is_current {
                found.push(target.path.to_string());
            }
        }
    }
    found
}

/// Records these translations as they are now, under their new paths.
fn renew(project: &Project, current: &[String], moves: &[(String, String)]) -> Result<(), Error> {
    let now = Project::load(project.root())?;
    let path = |old: &String| moves.iter().find(|(from, _)| from == old).map_or(old, |(_, to)| to).clone();
    let current: HashSet<String> = current.iter().map(path).collect();
    let mut renewed = Vec::new();
    for article in now.articles() {
        for target in article.variants.iter().filter(|variant| current.contains(&*variant.path)) {
            let Some(source) = article.source() else { continue };
            let fields = &now.collections()[article.collection].config.translated;
            let record = Record::of_article(&now.document(source)?, fields, &now.read(&target.path)?);
            renewed.push((target.path.to_string(), record));
        }
    }
    records::update(project, |records| {
        for (path, record) in renewed {
            let mark = records.get(&path).map(|old| old.mark).unwrap_or_default();
            records.insert(path, Record { mark, ..record });
        }
    })
}

fn move_records(records: &mut Records, moves: &[(String, String)]) {
    for (from, to) in moves {
        if let Some(record) = records.remove(from) {
            records.insert(to.clone(), record);
        }
    }
}

/// How an address writes the article's name, where it does: as it is, or its last part alone (`../visits/`).
fn written_name(key: &str, destination: &str) -> Option<String> {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let last = key.rsplit('/').next().unwrap_or(key);
    [key, last].into_iter().find(|name| place_of(name, path).is_some()).map(str::to_owned)
}

/// Where a whole part (or parts) of a path says `name`, the last time.
fn place_of(name: &str, path: &str) -> Option<usize> {
    path.rmatch_indices(name).map(|(at, _)| at).find(|at| {
        let before = path.get(..*at).and_then(|head| head.chars().next_back());
        let after = path.get(at + name.len()..).and_then(|tail| tail.chars().next());
        matches!(before, None | Some('/')) && matches!(after, None | Some('/' | '.'))
    })
}

/// Rewrites the addresses at these spans; how many were.
fn rewrite(text: &str, mut edits: Vec<(Span, String)>, old: &str, new: &str) -> (String, usize) {
    edits.sort();
    edits.dedup();
    let mut out = text.to_owned();
    let mut count = 0;
    for (span, name) in edits.into_iter().rev() {
        let written = span.slice(text);
        let path_end = written.find(['#', '?']).unwrap_or(written.len());
        // Only the last part was written: then only the last part of the new name is.
        let with = if name == old { new } else { new.rsplit('/').next().unwrap_or(new) };
        if let Some(at) = written.get(..path_end).and_then(|path| place_of(&name, path)) {
            let start = span.start as usize + at;
            out.replace_range(start..start + name.len(), with);
            count += 1;
        }
    }
    (out, count)
}

/// Links to the article, or from it, that led somewhere before and do not now.
fn broken(project: &Project, article: usize, before: &VariantGraph<'_>, key: &str) -> Result<Vec<Place>, Error> {
    let now = Project::load(project.root())?;
    let outlines = outlines(&now);
    let after = VariantGraph::new(&now, &outlines);
    let name_before = |at: usize| project.articles().get(at).map(|own| (own.collection, own.key.clone()));
    let expected = |at: usize| {
        let (collection, own) = name_before(at)?;
        Some((collection, if at == article { key.to_owned() } else { own }))
    };
    let index: BTreeMap<_, _> =
        now.articles().iter().enumerate().map(|(at, own)| ((own.collection, own.key.clone()), at)).collect();
    let mut places = Vec::new();
    for at in 0..project.articles().len() {
        let Some(new_at) = expected(at).and_then(|name| index.get(&name).copied()) else { continue };
        for locale in before.variants(at) {
            let (Some(old), Some(new)) = (before.outline(at, locale), after.outline(new_at, locale)) else { continue };
            for (was, is) in old.links.iter().zip(&new.links) {
                let led = before.resolve(at, locale, &was.destination);
                let concerns =
                    at == article || matches!(led, Destination::Article { article: to, .. } if to == article);
                if !concerns {
                    continue;
                }
                let same = match (led, after.resolve(new_at, locale, &is.destination)) {
                    (Destination::Article { article: from, .. }, Destination::Article { article: to, .. }) => {
                        expected(from).and_then(|name| index.get(&name).copied()) == Some(to)
                    }
                    (
                        Destination::Article { .. } | Destination::File(_),
                        Destination::Nowhere | Destination::Unknown,
                    ) => false,
                    _ => true,
                };
                if !same {
                    places.extend(place(&now, new_at, locale, is.span));
                }
            }
        }
    }
    Ok(places)
}

fn place(project: &Project, article: usize, locale: usize, span: Span) -> Option<Place> {
    let variant = project.articles().get(article)?.variant(locale)?;
    let text = project.read(&variant.path).ok()?;
    Some(Place::new(variant.path.clone(), &text, &LineIndex::new(&text), span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_parts_of_an_address_are_the_name() {
        for (destination, name) in [
            ("../visits/", Some("visits")),
            ("/ar/visits/#hours", Some("visits")),
            ("visits.ar.md", Some("visits")),
            ("../visits-2/", None),
            ("../other/?from=/visits/", None),
            ("/x/", None),
        ] {
            assert_eq!(written_name("visits", destination).as_deref(), name, "{destination}");
        }
        assert_eq!(written_name("news/visits", "/en/news/visits/").as_deref(), Some("news/visits"));
        assert_eq!(written_name("news/visits", "../visits/").as_deref(), Some("visits"));
    }

    #[test]
    fn addresses_are_rewritten_in_their_places_alone() {
        let text = "[visits](../visits/#visits) and [visits](/en/visits/)";
        let spans = [(9, 26), (40, 52)].map(|(start, end)| (Span::new(start, end), "visits".to_owned()));
        let (new, count) = rewrite(text, spans.to_vec(), "visits", "hours");
        assert_eq!((new.as_str(), count), ("[visits](../hours/#visits) and [visits](/en/hours/)", 2));
    }
}
