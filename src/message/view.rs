//! A locale's messages, parsed, with the place of every node.

use std::collections::hash_map;
use std::sync::{Arc, OnceLock};

use fluent_syntax::ast;
use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;

use super::allowance::Allowance;
use super::parse::Reason;
use super::read::Reader;
use super::span;
use crate::source::{LineIndex, Place, Span};

/// The text of a message, a term or an attribute, as the parser gives it; its slices belong to the file's text.
pub type Pattern<'a> = ast::Pattern<&'a str>;

/// A locale's messages over all its files.
#[derive(Debug, Default)]
pub struct CatalogView<'a> {
    files: Vec<FileView<'a>>,
    entries: Vec<Entry<'a>>,
    first: HashMap<&'a str, u32>,
    /// (first definition, one that repeats it), as indices of `entries`.
    duplicates: Vec<(u32, u32)>,
}

/// One Fluent file of a catalog.
#[derive(Debug)]
pub struct FileView<'a> {
    /// What `{file}` matched; files of two locales with one name belong together.
    pub name: &'a str,
    /// Path below the project's folder.
    pub path: Arc<str>,
    /// Its text; all spans count its bytes.
    pub text: &'a str,
    /// What is not Fluent.
    pub junk: Vec<Junk<'a>>,
    /// The `###` comments.
    pub comments: Vec<Comment<'a>>,
    /// `# mizan-allow` comments.
    pub allowances: Vec<Allowance<'a>>,
    pub(super) lines: OnceLock<LineIndex>,
}

/// A part of a file that is not Fluent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Junk<'a> {
    /// The id that it begins with, where it does: likely the message that it was to be.
    pub id: Option<&'a str>,
    /// All of it, without blank lines around.
    pub span: Span,
    /// Where reading stopped.
    pub at: Span,
    /// Why.
    pub reason: Reason,
}

/// A message or a term.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its id; terms begin with `-`.
    pub id: &'a str,
    /// Index of its file, see [`CatalogView::file`].
    pub file: usize,
    /// From its id to the end of its last pattern.
    pub span: Span,
    /// The comment that belongs to it.
    pub comment: Option<Comment<'a>>,
    /// The `##` comment in force.
    pub group: Option<Comment<'a>>,
    /// Its value; terms always have one.
    pub value: Option<Pattern<'a>>,
    /// Its attributes, in order.
    pub attributes: Vec<ast::Attribute<&'a str>>,
    /// Whether all of it is text alone: told without looking at it again.
    pub(super) is_plain: bool,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment<'a> {
    /// All its lines, signs included.
    pub span: Span,
    /// Its lines without signs.
    pub lines: Arc<[&'a str]>,
}

/// A value or an attribute: what a caller formats.
#[derive(Clone, Copy, Debug)]
pub struct Part<'e, 'a> {
    /// The attribute's name; `None` for the value.
    pub attribute: Option<&'a str>,
    /// Its text.
    pub pattern: &'e Pattern<'a>,
}

impl<'a> Entry<'a> {
    /// Whether it is a term, which only other messages can use.
    #[must_use]
    pub fn is_term(&self) -> bool {
        self.id.starts_with('-')
    }

    /// Whether its value and its attributes are text alone, without placeables.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// The value, then the attributes.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_, 'a>> {
        let value = self.value.iter().map(|pattern| Part { attribute: None, pattern });
        value.chain(self.attributes.iter().map(|own| Part { attribute: Some(own.id.name), pattern: &own.value }))
    }

    /// The part of this name: the value for `None`.
    #[must_use]
    pub fn part(&self, attribute: Option<&str>) -> Option<Part<'_, 'a>> {
        self.parts().find(|part| part.attribute == attribute)
    }

    /// `id` or `id.attribute`.
    #[must_use]
    pub fn name_of(&self, part: &Part<'_, 'a>) -> String {
        match part.attribute {
            None => self.id.to_owned(),
            Some(attribute) => format!("{}.{attribute}", self.id),
        }
    }
}

impl<'a> FileView<'a> {
    /// The place of `span` with its lines and columns.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let lines = self.lines.get_or_init(|| LineIndex::new(self.text));
        Place::new(Arc::clone(&self.path), self.text, lines, span)
    }

    /// Where a name, a text or a key that came from this file stands.
    #[must_use]
    pub fn span_of(&self, slice: &str) -> Span {
        span::slice(self.text, slice)
    }

    /// The bytes of a pattern.
    #[must_use]
    pub fn pattern_span(&self, pattern: &Pattern<'_>) -> Span {
        span::pattern(self.text, pattern)
    }

    /// The bytes of a variant, from its `*` or `[` to the end of its pattern.
    #[must_use]
    pub fn variant_span(&self, variant: &ast::Variant<&str>) -> Span {
        span::variant(self.text, variant)
    }

    /// The bytes of a placeable, braces included.
    #[must_use]
    pub fn placeable_span(&self, expression: &ast::Expression<&str>) -> Span {
        span::placeable(self.text, expression)
    }
}

impl<'a> CatalogView<'a> {
    /// Reads the files of a locale on all cores: of each its name, its path and its text.
    #[must_use]
    pub fn new(files: impl IntoIterator<Item = (&'a str, &'a Arc<str>, &'a str)>) -> Self {
        let files: Vec<_> = files.into_iter().enumerate().collect();
        let read: Vec<_> = files
            .into_par_iter()
            .map(|(index, (name, path, text))| Reader::read(name, Arc::clone(path), text, index))
            .collect();
        let count = read.iter().map(|(_, entries)| entries.len()).sum();
        let mut catalog = Self {
            files: Vec::with_capacity(read.len()),
            entries: Vec::with_capacity(count),
            first: HashMap::with_capacity(count),
            duplicates: Vec::new(),
        };
        for (file, entries) in read {
            catalog.files.push(file);
            for entry in entries {
                let index = u32::try_from(catalog.entries.len()).unwrap_or(u32::MAX);
                match catalog.first.entry(entry.id) {
                    hash_map::Entry::Vacant(place) => {
                        place.insert(index);
                    }
                    hash_map::Entry::Occupied(first) => catalog.duplicates.push((*first.get(), index)),
                }
                catalog.entries.push(entry);
            }
        }
        catalog
    }

    /// Its files, in the order given.
    #[must_use]
    pub fn files(&self) -> &[FileView<'a>] {
        &self.files
    }

    /// The file of this name (what `{file}` matched).
    #[must_use]
    pub fn file_named(&self, name: &str) -> Option<&FileView<'a>> {
        self.files.iter().find(|file| file.name == name)
    }

    /// The file that holds `entry`, an entry of this catalog.
    #[must_use]
    pub fn file(&self, entry: &Entry<'a>) -> &FileView<'a> {
        &self.files[entry.file.min(self.files.len().saturating_sub(1))]
    }

    /// All messages and terms in order, repeated ones included.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// Messages and terms in order, each id once.
    pub fn definitions(&self) -> impl Iterator<Item = &Entry<'a>> {
        // Those that repeat an id are few, and in order.
        let mut again = self.duplicates.iter().map(|(_, again)| *again as usize).peekable();
        let is_first = move |(index, _): &(usize, &Entry<'a>)| again.next_if_eq(index).is_none();
        self.entries.iter().enumerate().filter(is_first).map(|(_, entry)| entry)
    }

    /// The first definition of a message, or of a term by `-id`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry<'a>> {
        self.first.get(id).and_then(|index| self.entries.get(*index as usize))
    }

    /// Messages (no terms) of this source that `target` has too: indices of [`CatalogView::entries`], in order.
    #[must_use]
    pub fn shared_with(&self, target: &Self) -> Vec<(u32, u32)> {
        let shared = self
            .definitions()
            .filter(|entry| !entry.is_term())
            .filter_map(|entry| Some((*self.first.get(entry.id)?, *target.first.get(entry.id)?)));
        shared.collect()
    }

    /// Whether some junk begins with this id: the message is not missing, it cannot be read.
    #[must_use]
    pub fn is_unreadable(&self, id: &str) -> bool {
        self.files.iter().any(|file| file.junk.iter().any(|junk| junk.id == Some(id)))
    }

    /// Whether this attribute stands in the junk that follows `entry`: Fluent stops at the first that it cannot read.
    #[must_use]
    pub fn is_unreadable_attribute(&self, entry: &Entry<'a>, name: &str) -> bool {
        let file = self.file(entry);
        let follows = |junk: &&Junk<'_>| {
            let between = file.text.get(entry.span.end as usize..junk.span.start as usize);
            between.is_some_and(|between| between.trim().is_empty())
        };
        let is_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
        let begins = |line: &str| {
            let rest = line.trim_start_matches(' ').strip_prefix('.').and_then(|rest| rest.strip_prefix(name));
            rest.is_some_and(|rest| !rest.starts_with(is_name))
        };
        file.junk.iter().filter(follows).any(|junk| junk.span.slice(file.text).lines().any(begins))
    }

    /// Definitions that repeat an id, each after the first definition.
    pub fn duplicates(&self) -> impl Iterator<Item = (&Entry<'a>, &Entry<'a>)> {
        self.duplicates
            .iter()
            .filter_map(|(first, again)| Some((self.entries.get(*first as usize)?, self.entries.get(*again as usize)?)))
    }
}

#[cfg(test)]
mod tests;
