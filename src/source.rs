//! Places in a source file: byte spans, lines and columns.

use std::ops::Range;
use std::sync::Arc;

/// A range of bytes in a source file. Files are limited to 4 GiB minus one byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to byte `end`; a reversed range becomes empty at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX).max(start);
        Self { start, end }
    }

    /// The empty span at byte `at`.
    #[must_use]
    pub fn at(at: usize) -> Self {
        Self::new(at, at)
    }

    /// Where `part`, a slice of `whole`, stands in it; `None` when it is not a slice of `whole`.
    ///
    /// Parsers that borrow from their input (fluent-syntax, pulldown-cmark) give exact places this way,
    /// without searching for a text that may occur twice.
    #[must_use]
    pub fn of_slice(whole: &str, part: &str) -> Option<Self> {
        let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
        let end = start.checked_add(part.len())?;
        (end <= whole.len()).then(|| Self::new(start, end))
    }

    /// The span as a range for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text at this span, or `""` where the span does not fit `text`.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Number of bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A line and a column, both counted from 1; columns count characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1. LF and CRLF both end a line.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Default for Position {
    fn default() -> Self {
        Self { line: 1, column: 1 }
    }
}

/// Where each line of a text starts.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let newlines = text.match_indices('\n');
        let starts = std::iter::once(0).chain(newlines.map(|(at, _)| Span::at(at + 1).start)).collect();
        Self { starts }
    }

    /// The line and column of byte `offset` of `text`, the text that this index was made from.
    #[must_use]
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1] as usize;
        let end = (offset as usize).min(text.len());
        let column = text.as_bytes().get(start..end).map_or(0, count_chars);
        Position { line: Span::at(line).start, column: Span::at(column + 1).start }
    }

    /// The span of line `line` (from 1) without its line ending; empty past the last line.
    #[must_use]
    pub fn line(&self, text: &str, line: u32) -> Span {
        let Some(start) = (line as usize).checked_sub(1).and_then(|at| self.starts.get(at)) else {
            return Span::at(text.len());
        };
        let end = self.starts.get(line as usize).map_or(text.len(), |next| *next as usize - 1);
        let line = text.get(*start as usize..end).unwrap_or_default();
        Span::new(*start as usize, *start as usize + line.strip_suffix('\r').unwrap_or(line).len())
    }

    /// Number of lines, at least one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: even an empty text has one line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }
}

/// Characters start at bytes that are not continuation bytes.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

/// A span of a named file, with its lines and columns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path below the project's folder, with `/` on every system.
    pub path: Arc<str>,
    /// The bytes.
    pub span: Span,
    /// Line and column of the first byte.
    pub start: Position,
    /// Line and column just past the last byte.
    pub end: Position,
}

impl Place {
    /// The start of a file, for what concerns the file as a whole.
    #[must_use]
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), span: Span::default(), start: Position::default(), end: Position::default() }
    }

    /// The place of `span` in `text`, the text of the file at `path`.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>, text: &str, lines: &LineIndex, span: Span) -> Self {
        let (start, end) = (lines.position(text, span.start), lines.position(text, span.end));
        Self { path: path.into(), span, start, end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_not_bytes() {
        let text = "ميزان = scales\r\nثانٍ\n";
        let lines = LineIndex::new(text);
        let scales = text.find("scales").map(|at| Span::new(at, at + 6)).unwrap_or_default();
        let place = Place::new("a.ftl", text, &lines, scales);
        assert_eq!((place.start.line, place.start.column), (1, 9));
        assert_eq!(lines.line(text, 1).slice(text), "ميزان = scales");
        assert_eq!(lines.line(text, 2).slice(text), "ثانٍ");
        assert_eq!(lines.line(text, 3).slice(text), "");
        assert_eq!(lines.position(text, 9999).line, 3);
    }

    #[test]
    fn a_slice_finds_its_own_place_and_a_foreign_text_does_not() {
        let text = String::from("one two one");
        let second = &text[8..];
        assert_eq!(Span::of_slice(&text, second), Some(Span::new(8, 11)));
        let foreign = String::from("one");
        assert!(Span::of_slice(&text, &foreign).is_none_or(|span| span.slice(&text) != "one"));
    }
}
