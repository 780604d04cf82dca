//! The messages of a catalog as the source has them, compared with all targets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::faults::Fault;
use super::kinds::{Kind, commented, settle};
use super::variables::{Variable, variables};
use crate::message::{CatalogView, Entry, FileView, Part};
use crate::project::{Catalog, Project};
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
    let mut comparison = Comparison { source, targets, tags: &tags, faults };
    for entry in source.definitions().filter(|entry| !entry.is_term()) {
        for part in entry.parts() {
            texts.messages.push(comparison.message(entry, &part));
        }
    }
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
    faults: &'c mut Vec<Fault>,
}

impl<'a> Comparison<'_, 'a> {
    fn message(&mut self, entry: &Entry<'a>, part: &Part<'_, 'a>) -> Message {
        let id = entry.name_of(part);
        let mut found = variables(self.source, 0, entry, part);
        let mut lacking = Vec::new();
        for (target, locale) in self.targets.iter().zip(1..) {
            let theirs = target.get(entry.id).and_then(|entry| Some((entry, entry.part(part.attribute)?)));
            match theirs {
                Some((entry, part)) => self.join(&id, &mut found, variables(target, locale, entry, &part)),
                None => lacking.extend(self.tags.get(locale).map(|tag| (*tag).to_owned())),
            }
        }
        let file = self.source.file(entry);
        let lines = entry.comment.as_ref().map_or(&[][..], |comment| &comment.lines);
        let deprecated = lines.iter().find_map(|line| deprecation(line));
        let is_shown = |line: &&&str| !line.trim_start().starts_with("mizan-allow") && deprecation(line).is_none();
        Message {
            path: Arc::clone(&file.path),
            text: dedented(file.pattern_span(part.pattern).slice(file.text)),
            comment: lines.iter().filter(is_shown).map(|line| (*line).to_owned()).collect(),
            deprecated,
            arguments: found.iter().map(|variable| self.argument(&id, variable, lines)).collect(),
            lacking,
            id,
        }
    }

    /// Adds what a target says of the source's variables; one that the source does not have is a fault.
    fn join(&mut self, id: &str, found: &mut [Variable<'a>], theirs: Vec<Variable<'a>>) {
        for variable in theirs {
            match found.iter_mut().find(|own| own.name == variable.name) {
                Some(own) => own.said.extend(variable.said),
                None => {
                    let near = near_name(variable.name, found.iter().map(|own| own.name));
                    self.faults.push(Fault {
                        place: variable.place,
                        related: None,
                        message: texts::message_variable_unknown(id, format!("${}", variable.name)),
                        help: near.map(|near| texts::message_variable_unknown_near(format!("${near}"))),
                    });
                }
            }
        }
    }

    fn argument(&mut self, id: &str, variable: &Variable<'a>, comment: &[&str]) -> Argument {
        let kind = settle(&variable.said, commented(comment, variable.name)).unwrap_or_else(|(first, second)| {
            let (here, there) = (second.says.name(), first.says.name());
            self.faults.push(Fault {
                place: second.place.clone(),
                related: Some(first.place.clone()),
                message: texts::generate_contradiction(here, id, format!("${}", variable.name), there),
                help: None,
            });
            Kind::Any
        });
        let locales: BTreeSet<usize> = variable.said.iter().map(|said| said.locale).collect();
        let told_by = if locales.contains(&0) { BTreeSet::new() } else { locales };
        let tag = |locale: usize| self.tags.get(locale).map(|tag| (*tag).to_owned());
        Argument { variable: variable.name.to_owned(), kind, told_by: told_by.into_iter().filter_map(tag).collect() }
    }
}

/// What stands after `Deprecated:` or `@deprecated`.
fn deprecation(line: &str) -> Option<String> {
    let line = line.trim();
    let heads = ["@deprecated", "deprecated:"];
    let head = heads.iter().find(|head| line.get(..head.len()).is_some_and(|own| own.eq_ignore_ascii_case(head)))?;
    Some(line.get(head.len()..)?.trim_start_matches(':').trim().to_owned())
}

/// A pattern as its file has it, without what its lines are indented by.
fn dedented(text: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let blank = |line: &&str| line.trim().is_empty();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = lines.clone().filter(|line| !blank(line)).map(indent).min().unwrap_or(0);
    let rest = lines.map(|line| line.get(common..).unwrap_or_default());
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n")
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
        assert_eq!(dedented("{ $n ->\n    [one] x\n   *[other] y\n }"), "{ $n ->\n   [one] x\n  *[other] y\n}");
        assert_eq!(dedented("a\r\n    b\r\n\r\n      c"), "a\nb\n\n  c");
        assert_eq!(dedented("one"), "one");
    }

    #[test]
    fn deprecations_carry_their_note() {
        assert_eq!(deprecation(" Deprecated: use b").as_deref(), Some("use b"));
        assert_eq!(deprecation("@deprecated").as_deref(), Some(""));
        assert_eq!(deprecation("Deprecated things are kept"), None);
    }
}
