//! The messages of a catalog as the source has them, compared with all targets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::faults::Fault;
use super::kinds::{Kind, commented, settle};
use super::variables::{Variable, variables};
use crate::message::{CatalogView, Entry, FileView, Part};
use crate::project::{Catalog, Project};
use crate::source::{Place, Span};
use crate::texts;

/// What one `[messages]` table gives.
#[derive(Debug)]
pub(super) struct Texts {
    /// The table's name.
    pub(super) name: String,
    /// The pattern of its files.
    pub(super) path: String,
    /// In the order of the source.
    pub(super) messages: Vec<Message>,
    /// The words that each variable chooses between, over all messages and locales.
    pub(super) words: BTreeMap<String, BTreeSet<String>>,
}

/// A message's value, or one of its attributes.
#[derive(Debug)]
pub(super) struct Message {
    /// `id` or `id.attribute`.
    pub(super) id: String,
    /// The file of the source that has it.
    pub(super) path: Arc<str>,
    /// The source's text.
    pub(super) text: String,
    /// Its comment.
    pub(super) comment: Vec<String>,
    /// What the comment says after `Deprecated:`.
    pub(super) deprecated: Option<String>,
    pub(super) arguments: Vec<Argument>,
    /// Tags of the locales that lack it.
    pub(super) lacking: Vec<String>,
}

/// An argument of a message.
#[derive(Debug)]
pub(super) struct Argument {
    pub(super) variable: String,
    pub(super) kind: Kind,
    /// Where the source's own text does not tell: tags of the locales that do.
    pub(super) told_by: Vec<String>,
}

/// Reads a catalog; what no function could serve goes into `faults`.
pub(super) fn of_catalog(project: &Project, catalog: &Catalog, faults: &mut Vec<Fault>) -> Texts {
    let views: Vec<CatalogView<'_>> = catalog
        .locales
        .iter()
        .map(|one| CatalogView::new(one.files.iter().map(|file| (file.name.as_str(), &file.path, &*file.text))))
        .collect();
    let path = project.config().messages.get(&catalog.name).map(|config| config.path.clone());
    let (name, path) = (catalog.name.clone(), path.unwrap_or_default());
    let mut texts = Texts { name, path, messages: Vec::new(), words: BTreeMap::new() };
    let Some((source, targets)) = views.split_first() else { return texts };
    faults.extend(source.files().iter().flat_map(unreadable));
    let tags: Vec<&str> = project.locales().iter().map(|locale| locale.tag()).collect();
    let mut comparison = Comparison { source, targets, tags: &tags, faults: Vec::new() };
    for entry in source.definitions().filter(|entry| !entry.is_term()) {
        for part in entry.parts() {
            texts.messages.push(comparison.message(entry, &part));
        }
    }
    faults.extend(comparison.faults());
    for argument in texts.messages.iter().flat_map(|message| &message.arguments) {
        if let Kind::Word(words) = &argument.kind {
            texts.words.entry(argument.variable.clone()).or_default().extend(words.iter().cloned());
        }
    }
    texts
}

/// Messages of the source that are not Fluent would be missing without a word.
fn unreadable(file: &FileView<'_>) -> Vec<Fault> {
    let fault = |junk: &crate::message::Junk<'_>| Fault {
        place: file.place(junk.at),
        related: None,
        message: texts::generate_unreadable(),
        help: Some(texts::generate_unreadable_help()),
    };
    file.junk.iter().map(fault).collect()
}

struct Comparison<'c, 'a> {
    source: &'c CatalogView<'a>,
    targets: &'c [CatalogView<'a>],
    tags: &'c [&'c str],
    /// Each fault, and whether it stands elsewhere than in the message that it names: in one that it shows.
    faults: Vec<(Fault, bool)>,
}

impl<'a> Comparison<'_, 'a> {
    fn message(&mut self, entry: &Entry<'a>, part: &Part<'_, 'a>) -> Message {
        let id = entry.name_of(part);
        let mut found = variables(self.source, 0, entry, part);
        let mut lacking = Vec::new();
        for (target, locale) in self.targets.iter().zip(1..) {
            let theirs = target.get(entry.id).and_then(|entry| Some((entry, entry.part(part.attribute)?)));
            match theirs {
                Some((entry, part)) => {
                    let place = target.file(entry).place(entry.span);
                    self.join(&id, &place, &mut found, variables(target, locale, entry, &part));
                }
                None => lacking.extend(self.tags.get(locale).map(|tag| (*tag).to_owned())),
            }
        }
        let file = self.source.file(entry);
        let lines = entry.comment.as_ref().map_or(&[][..], |comment| &comment.lines);
        let deprecated = lines.iter().find_map(|line| deprecation(line));
        let is_shown = |line: &&&str| !line.trim_start().starts_with("mizan-allow") && deprecation(line).is_none();
        Message {
            path: Arc::clone(&file.path),
            text: dedented(file.text, file.pattern_span(part.pattern)),
            comment: lines.iter().filter(is_shown).map(|line| (*line).to_owned()).collect(),
            deprecated,
            arguments: found.iter().map(|variable| self.argument(&id, entry.id, variable, lines)).collect(),
            lacking,
            id,
        }
    }

    /// Adds what a target, whose message is at `whole`, says of the source's variables; one that the source does not have is
    /// a fault.
    fn join(&mut self, id: &str, whole: &Place, found: &mut [Variable<'a>], theirs: Vec<Variable<'a>>) {
        for variable in theirs {
            match found.iter_mut().find(|own| own.name == variable.name) {
                Some(own) => own.said.extend(variable.said),
                None => {
                    let near = near_name(variable.name, found.iter().map(|own| own.name));
                    let elsewhere = !holds(whole, &variable.place);
                    let fault = Fault {
                        place: variable.place,
                        related: None,
                        message: texts::message_variable_unknown(id, format!("${}", variable.name)),
                        help: near.map(|near| texts::message_variable_unknown_near(format!("${near}"))),
                    };
                    self.faults.push((fault, elsewhere));
                }
            }
        }
    }

    fn argument(&mut self, id: &str, entry: &str, variable: &Variable<'a>, comment: &[&str]) -> Argument {
        let kind = settle(&variable.said, commented(comment, variable.name)).unwrap_or_else(|(first, second)| {
            let (here, there) = (second.says.name(), first.says.name());
            let elsewhere = !self.whole(second.locale, entry).is_some_and(|whole| holds(&whole, &second.place));
            let fault = Fault {
                place: second.place.clone(),
                related: Some(first.place.clone()),
                message: texts::generate_contradiction(here, id, format!("${}", variable.name), there),
                help: None,
            };
            self.faults.push((fault, elsewhere));
            Kind::Any
        });
        let locales: BTreeSet<usize> = variable.said.iter().map(|said| said.locale).collect();
        let told_by = if locales.contains(&0) { BTreeSet::new() } else { locales };
        let tag = |locale: usize| self.tags.get(locale).map(|tag| (*tag).to_owned());
        Argument { variable: variable.name.to_owned(), kind, told_by: told_by.into_iter().filter_map(tag).collect() }
    }

    /// Where the message `id` stands in a locale, as a whole.
    fn whole(&self, locale: usize, id: &str) -> Option<Place> {
        let catalog = locale.checked_sub(1).map_or(Some(self.source), |target| self.targets.get(target))?;
        catalog.get(id).map(|entry| catalog.file(entry).place(entry.span))
    }

    /// Each fault once, named after the message that it stands in rather than after those that show it.
    fn faults(mut self) -> impl Iterator<Item = Fault> {
        let key = |(fault, elsewhere): &(Fault, bool)| {
            (fault.place.clone(), fault.related.clone(), *elsewhere, fault.message.clone())
        };
        self.faults.sort_by_cached_key(key);
        self.faults.dedup_by(|(later, _), (first, _)| later.place == first.place && later.related == first.related);
        self.faults.into_iter().map(|(fault, _)| fault)
    }
}

fn holds(whole: &Place, part: &Place) -> bool {
    whole.path == part.path && whole.span.contains(part.span)
}

/// What stands after `Deprecated:` or `@deprecated`.
fn deprecation(line: &str) -> Option<String> {
    let line = line.trim();
    let heads = ["@deprecated", "deprecated:"];
    let head = heads.iter().find(|head| line.get(..head.len()).is_some_and(|own| own.eq_ignore_ascii_case(head)))?;
    Some(line.get(head.len()..)?.trim_start_matches(':').trim().to_owned())
}

/// A pattern as its file has it, without what all its lines are indented by; what begins beside the id has no indentation.
fn dedented(file: &str, pattern: Span) -> String {
    let before = file.get(..pattern.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_block = line.bytes().all(|byte| byte == b' ');
    let own = if is_block { line.len() } else { 0 };
    let text = Span::new(pattern.start as usize - own, pattern.end as usize).slice(file);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let counted = text.lines().skip(usize::from(!is_block)).filter(|line| !line.trim().is_empty());
    let common = counted.map(indent).min().unwrap_or(0);
    let cut = |(at, line): (usize, &str)| match at {
        0 if !is_block => line.to_owned(),
        _ => line.get(common..).unwrap_or_default().to_owned(),
    };
    text.lines().enumerate().map(cut).collect::<Vec<_>>().join("\n")
}

/// The name among `known` that `name` is likely a slip of.
fn near_name<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let distance = |own: &str| strsim::damerau_levenshtein(name, own);
    known.filter(|own| distance(own) <= 2.min(name.chars().count() / 3)).min_by_key(|own| (distance(own), *own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_lose_their_indentation() {
        let whole = |file: &str| dedented(file, Span::new(file.find(['{', 'x']).expect("a start"), file.len()));
        assert_eq!(whole("a = { $n ->\n    [one] x\n   *[other] y\n }"), "{ $n ->\n   [one] x\n  *[other] y\n}");
        assert_eq!(whole("a =\r\n    x\r\n      b\r\n\r\n    c"), "x\n  b\n\nc");
        assert_eq!(whole("a = x"), "x");
    }

    #[test]
    fn deprecations_carry_their_note() {
        assert_eq!(deprecation(" Deprecated: use b").as_deref(), Some("use b"));
        assert_eq!(deprecation("@deprecated").as_deref(), Some(""));
        assert_eq!(deprecation("Deprecated things are kept"), None);
    }
}
