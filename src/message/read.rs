//! From a file's syntax tree to entries with places.

use std::sync::{Arc, OnceLock};

use fluent_syntax::ast;

use super::allowance::{Allowance, Scope, read_allowances};
use super::parse::{self, Piece, Reason};
use super::span;
use super::view::{Comment, Entry, FileView, Junk, Pattern};
use crate::source::Span;

/// Turns one file's syntax tree into entries.
pub(super) struct Reader<'a> {
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
    pub(super) fn read(name: &'a str, path: Arc<str>, text: &'a str, index: usize) -> (FileView<'a>, Vec<Entry<'a>>) {
        let file = FileView {
            name,
            path,
            text,
            junk: Vec::new(),
            comments: Vec::new(),
            allowances: Vec::new(),
            lines: OnceLock::new(),
        };
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
                    self.file.comments.push(comment);
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
        // The parser makes room for four pieces where most texts have one.
        let (mut value, mut attributes) = (value, attributes);
        if let Some(value) = &mut value {
            value.elements.shrink_to_fit();
        }
        attributes.iter_mut().for_each(|attribute| attribute.value.elements.shrink_to_fit());
        let is_plain = value.iter().chain(attributes.iter().map(|own| &own.value)).all(super::walk::is_plain);
        self.entries.push(Entry {
            is_plain,
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
        self.file.junk.push(Junk { id: leading_id(span.slice(text)), span, at, reason });
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

/// The id of a message or term that `text` begins with.
fn leading_id(text: &str) -> Option<&str> {
    let name = text.strip_prefix('-').unwrap_or(text);
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let ends = |character: char| !(character.is_ascii_alphanumeric() || matches!(character, '-' | '_'));
    let length = text.len() - name.len() + name.find(ends).unwrap_or(name.len());
    text.get(..length)
}

/// The character boundary at or before `at`.
fn floor(text: &str, at: u32) -> u32 {
    (0..=at).rev().find(|at| text.is_char_boundary(*at as usize)).unwrap_or(0)
}

/// The character boundary at or after `at`.
fn ceil(text: &str, at: u32) -> u32 {
    (at..).find(|at| text.is_char_boundary(*at as usize) || *at as usize >= text.len()).unwrap_or(at)
}
