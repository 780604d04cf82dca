//! A locale's messages, parsed, with the place of every node.

use std::collections::HashMap;
use std::collections::hash_map;
use std::sync::{Arc, OnceLock};

use fluent_syntax::ast;

use super::allowance::{Allowance, Scope, read_allowances};
use super::parse::{self, Piece, Reason};
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
    pub junk: Vec<Junk>,
    /// `# mizan-allow` comments.
    pub allowances: Vec<Allowance<'a>>,
    lines: OnceLock<LineIndex>,
}

/// A part of a file that is not Fluent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Junk {
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
}

impl<'a> CatalogView<'a> {
    /// Reads the files of a locale: of each its name, its path and its text.
    #[must_use]
    pub fn new(files: impl IntoIterator<Item = (&'a str, &'a Arc<str>, &'a str)>) -> Self {
        let mut catalog = Self::default();
        for (name, path, text) in files {
            let (file, entries) = Reader::read(name, Arc::clone(path), text, catalog.files.len());
            catalog.files.push(file);
            catalog.first.reserve(entries.len());
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
        let first =
            |(index, entry): &(usize, &Entry<'a>)| self.first.get(entry.id).is_some_and(|at| *at as usize == *index);
        self.entries.iter().enumerate().filter(first).map(|(_, entry)| entry)
    }

    /// The first definition of a message, or of a term by `-id`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry<'a>> {
        self.first.get(id).and_then(|index| self.entries.get(*index as usize))
    }

    /// Definitions that repeat an id, each after the first definition.
    pub fn duplicates(&self) -> impl Iterator<Item = (&Entry<'a>, &Entry<'a>)> {
        self.duplicates
            .iter()
            .filter_map(|(first, again)| Some((self.entries.get(*first as usize)?, self.entries.get(*again as usize)?)))
    }
}

/// Turns one file's syntax tree into entries.
struct Reader<'a> {
    file: FileView<'a>,
    index: usize,
    entries: Vec<Entry<'a>>,
    group: Option<Comment<'a>>,
    /// An allowance that holds until the next group, or for the junk that follows.
    open: Vec<usize>,
    /// The last entry, junk and standalone comment still lack their ends.
    last: Last,
}

#[derive(Clone, Copy)]
enum Last {
    Nothing,
    Entry,
    /// A comment on its own, which ends here.
    Comment(u32),
}

impl<'a> Reader<'a> {
    fn read(name: &'a str, path: Arc<str>, text: &'a str, index: usize) -> (FileView<'a>, Vec<Entry<'a>>) {
        let file = FileView { name, path, text, junk: Vec::new(), allowances: Vec::new(), lines: OnceLock::new() };
        let mut reader = Self { file, index, entries: Vec::new(), group: None, open: Vec::new(), last: Last::Nothing };
        for piece in parse::parse(text) {
            match piece {
                Piece::Parsed { start, entries, errors } => {
                    let mut errors = errors.into_iter();
                    reader.entries.reserve(entries.len());
                    for entry in entries {
                        reader.entry(entry, start, &mut errors);
                    }
                }
                Piece::Hostile { range, at, reason } => {
                    let end = text.len().min(at + 1);
                    reader.junk(Span::from(range), Span::new(at, end), reason);
                }
            }
        }
        reader.finish_last(text.len());
        reader.close_group(text.len());
        (reader.file, reader.entries)
    }

    fn entry(
        &mut self,
        entry: ast::Entry<&'a str>,
        start: usize,
        errors: &mut impl Iterator<Item = fluent_syntax::parser::ParserError>,
    ) {
        match entry {
            ast::Entry::Message(ast::Message { id, value, attributes, comment }) => {
                self.definition(span::slice(self.file.text, id.name), value, attributes, comment);
            }
            ast::Entry::Term(ast::Term { id, value, attributes, comment }) => {
                self.definition(span::with_sign(self.file.text, id.name), Some(value), attributes, comment);
            }
            ast::Entry::Comment(comment) => {
                if let Some(comment) = self.comment(&comment) {
                    self.finish_last(comment.span.start as usize);
                    self.allow(&comment, Scope::Message, Span::at(comment.span.end as usize));
                    self.last = Last::Comment(comment.span.end);
                }
            }
            ast::Entry::GroupComment(comment) => {
                let comment = self.comment(&comment);
                let at = comment.as_ref().map_or(self.file.text.len(), |comment| comment.span.start as usize);
                self.finish_last(at);
                self.close_group(at);
                if let Some(comment) = &comment {
                    let from = self.file.allowances.len();
                    self.allow(comment, Scope::Group, Span::new(at, self.file.text.len()));
                    self.open.extend(from..self.file.allowances.len());
                }
                self.group = comment.filter(|comment| comment.lines.iter().any(|line| !line.trim().is_empty()));
            }
            ast::Entry::ResourceComment(comment) => {
                if let Some(comment) = self.comment(&comment) {
                    self.finish_last(comment.span.start as usize);
                    self.allow(&comment, Scope::File, Span::new(0, self.file.text.len()));
                }
            }
            ast::Entry::Junk { content } => {
                let whole = span::slice(self.file.text, content);
                let (at, reason) = match errors.next() {
                    Some(error) => {
                        (Span::new(start + error.pos.start, start + error.pos.end), Reason::Parser(error.kind))
                    }
                    None => (whole, Reason::Parser(fluent_syntax::parser::ErrorKind::MissingValue)),
                };
                self.junk(whole, at, reason);
            }
        }
    }

    fn definition(
        &mut self,
        id: Span,
        value: Option<Pattern<'a>>,
        attributes: Vec<ast::Attribute<&'a str>>,
        comment: Option<ast::Comment<&'a str>>,
    ) {
        let comment = comment.and_then(|comment| self.comment(&comment));
        let start = comment.as_ref().map_or(id.start, |comment| comment.span.start);
        self.finish_last(start as usize);
        self.entries.push(Entry {
            id: id.slice(self.file.text),
            file: self.index,
            span: id,
            comment,
            group: self.group.clone(),
            value,
            attributes,
        });
        self.last = Last::Entry;
    }

    /// The last entry ends before `next`, where the next one starts; its allowances cover it.
    fn finish_last(&mut self, next: usize) {
        if let (Last::Entry, Some(entry)) = (self.last, self.entries.last_mut()) {
            let text = self.file.text.get(..next).unwrap_or_default();
            entry.span.end = Span::at(text.trim_end_matches([' ', '\n', '\r']).len()).end.max(entry.span.end);
            if let Some(comment) = entry.comment.clone() {
                let covers = comment.span.join(entry.span);
                self.allow(&comment, Scope::Message, covers);
            }
        }
        self.last = Last::Nothing;
    }

    fn junk(&mut self, whole: Span, at: Span, reason: Reason) {
        let text = self.file.text;
        let comment_end = if let Last::Comment(end) = self.last { Some(end) } else { None };
        self.finish_last(whole.start as usize);
        let trimmed = whole.slice(text).trim_end_matches([' ', '\n', '\r']).len();
        let span = Span::new(whole.start as usize, whole.start as usize + trimmed);
        if let Some(comment_end) = comment_end {
            let before = |allowance: &&mut Allowance<'a>| allowance.span.end == comment_end;
            for allowance in self.file.allowances.iter_mut().filter(before) {
                allowance.covers = allowance.covers.join(span);
            }
        }
        let limit = Span::at(text.len()).end;
        let at = Span { start: floor(text, at.start.min(limit)), end: ceil(text, at.end.min(limit)) };
        self.file.junk.push(Junk { span, at, reason });
    }

    fn close_group(&mut self, at: usize) {
        for open in self.open.drain(..) {
            if let Some(allowance) = self.file.allowances.get_mut(open) {
                allowance.covers = Span { start: allowance.covers.start, end: Span::at(at).end };
            }
        }
    }

    fn comment(&self, comment: &ast::Comment<&'a str>) -> Option<Comment<'a>> {
        let (first, last) = (comment.content.first()?, comment.content.last()?);
        let first = span::slice(self.file.text, first).start as usize;
        let start = self.file.text.get(..first)?.rfind('\n').map_or(0, |newline| newline + 1);
        // Only a byte order mark may stand between the start of a line and its `#`.
        let start = start + self.file.text.get(start..first)?.find('#').unwrap_or(0);
        let end = span::slice(self.file.text, last).end as usize;
        Some(Comment { span: Span::new(start, end), lines: Arc::from(comment.content.as_slice()) })
    }

    fn allow(&mut self, comment: &Comment<'a>, scope: Scope, covers: Span) {
        read_allowances(comment, scope, covers, &mut self.file.allowances);
    }
}

/// The character boundary at or before `at`.
fn floor(text: &str, at: u32) -> u32 {
    (0..=at).rev().find(|at| text.is_char_boundary(*at as usize)).unwrap_or(0)
}

/// The character boundary at or after `at`.
fn ceil(text: &str, at: u32) -> u32 {
    (at..).find(|at| text.is_char_boundary(*at as usize) || *at as usize >= text.len()).unwrap_or(at)
}
