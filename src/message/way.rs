//! One way through the selects of a part: what stands on it, and its text as one string.

use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression};

use super::localizer::unescape;
use super::paths::Path;
use super::view::FileView;
use crate::source::Span;

/// One way through the selects of a part.
#[derive(Clone, Debug, Default)]
pub struct Way<'p, 'a> {
    /// What was chosen on it, and which variables it shows.
    pub path: Path<'a>,
    /// What stands on it, in order.
    pub pieces: Vec<Piece<'p, 'a>>,
}

/// What stands on a way.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'p, 'a> {
    /// Text, line by line.
    Text(&'a str),
    /// What is put in; never a select.
    Placeable {
        /// The placeable's expression, for [`FileView::placeable_span`].
        expression: &'p Expression<&'a str>,
        /// What is shown.
        inline: &'p InlineExpression<&'a str>,
        /// Whether its pattern holds nothing else.
        alone: bool,
    },
    /// A select begins: the pieces up to its [`Piece::Close`] are those of the variant chosen.
    Open {
        /// Whether its pattern holds nothing else.
        alone: bool,
    },
    /// A select ends.
    Close {
        /// Whether its pattern holds nothing else.
        alone: bool,
    },
}

impl<'a> AsRef<Path<'a>> for Path<'a> {
    fn as_ref(&self) -> &Path<'a> {
        self
    }
}

impl<'a> AsRef<Path<'a>> for Way<'_, 'a> {
    fn as_ref(&self) -> &Path<'a> {
        &self.path
    }
}

/// Text put together from pieces, which knows where each part of it stands in the file.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    /// The text.
    pub text: String,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    start: usize,
    span: Span,
    /// Whether the file says it byte by byte.
    exact: bool,
}

impl Joined {
    /// The text of a way: literals stand for what they say, all else for what `shown` makes of it.
    #[must_use]
    pub fn of(way: &Way<'_, '_>, file: &FileView<'_>, shown: &dyn Fn(&InlineExpression<&str>) -> String) -> Self {
        let mut joined = Self::default();
        for piece in &way.pieces {
            match piece {
                Piece::Text(text) => joined.push(text, file.span_of(text), true),
                Piece::Placeable { inline: InlineExpression::StringLiteral { value }, .. } => {
                    joined.push(&literal(value), file.span_of(value), !value.contains('\\'));
                }
                Piece::Placeable { expression, inline, .. } => {
                    joined.push(&shown(inline), file.placeable_span(expression), false);
                }
                Piece::Open { .. } | Piece::Close { .. } => {}
            }
        }
        joined
    }

    /// Appends `text`, which stands at `span` of the file: `exact`ly so, or in other words.
    pub fn push(&mut self, text: &str, span: Span, exact: bool) {
        self.parts.push(Part { start: self.text.len(), span, exact });
        self.text.push_str(text);
    }

    /// The bytes of the file that `range` of the text stands for.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start).map_or(0, |(part, at)| if part.exact { at } else { part.span.start });
        if range.end <= range.start {
            return Span { start, end: start };
        }
        let end = self.place(range.end - 1).map_or(start, |(part, at)| if part.exact { at + 1 } else { part.span.end });
        Span { start, end: end.max(start) }
    }

    fn place(&self, at: usize) -> Option<(&Part, u32)> {
        let index = self.parts.partition_point(|part| part.start <= at);
        let part = self.parts.get(index.checked_sub(1)?)?;
        Some((part, Span::at(part.span.start as usize + (at - part.start)).start))
    }
}

/// What a literal says, its escapes resolved.
#[must_use]
pub fn literal(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    unescape(written, &mut text);
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::message::{CatalogView, ways};

    #[test]
    fn a_way_says_what_its_variant_says_and_knows_where() {
        let text = "a = \u{645}{ $n ->\n    [one] x{\"\\u0062\"}\n   *[other] { $n } y\n } z{ -t }\n";
        let path = Arc::from("ar/a.ftl");
        let catalog = CatalogView::new([("a", &path, text)]);
        let entry = catalog.get("a").expect("a message");
        let file = catalog.file(entry);
        let pattern = entry.value.as_ref().expect("a value");
        let ways = ways(pattern).expect("few ways");
        let joined: Vec<_> = ways.iter().map(|way| Joined::of(way, file, &|_| "#".to_owned())).collect();
        let said: Vec<_> = joined.iter().map(|joined| joined.text.as_str()).collect();
        assert_eq!(said, ["\u{645}xb z#", "\u{645}# y z#"]);
        assert_eq!(joined[0].span(2..4).slice(text), "x{\"\\u0062");
        assert_eq!(joined[0].span(3..4).slice(text), "\\u0062");
        assert_eq!(joined[1].span(2..3).slice(text), "{ $n }");
        assert_eq!(joined[1].span(7..8).slice(text), "{ -t }");
        assert_eq!(joined[1].span(4..4).slice(text), "");
        assert!(matches!(ways[0].pieces[1], Piece::Open { alone: false }));
        assert!(ways.iter().any(|way| way.pieces.iter().any(|piece| matches!(piece, Piece::Text(" y")))));
    }
}
