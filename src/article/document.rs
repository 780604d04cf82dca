//! What one variant's file holds, as values with spans.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::article::origin::{self, Origin};
use crate::source::{LineIndex, Place, Span};

/// One variant's file, read and cut into segments. All spans are bytes of [`Document::text`].
#[derive(Clone, Debug)]
pub struct Document {
    /// Path below the project's folder, with `/`.
    pub path: Arc<str>,
    /// The file, byte for byte (a leading byte order mark is kept; spans count it).
    pub text: String,
    /// The front matter; no fields where the file has none.
    pub front: FrontMatter,
    /// What follows the front matter.
    pub body: Span,
    /// Segments in the order of the file.
    pub segments: Vec<Segment>,
    /// The plain text of all segments, one after another; code, addresses and shortcodes are U+FFFC, markup is gone.
    pub plain: String,
    /// Where each piece of plain text came from, ascending: see [`Document::source_offset`].
    pub(crate) origins: Vec<Origin>,
    /// Headings with their ids, in order.
    pub headings: Vec<Heading>,
    /// Links, in order (Markdown, autolinks, raw HTML).
    pub links: Vec<Link>,
    /// Images, in order (Markdown and raw HTML).
    pub images: Vec<Image>,
    /// Inline code and code blocks, in order.
    pub codes: Vec<Code>,
    /// Labels of footnote references, in order, with repeats.
    pub footnote_references: Vec<(String, Span)>,
    /// Ids of raw HTML elements (`id="…"`, `<a name="…">`), which fragments may name.
    pub anchors: Vec<String>,
    /// `<!-- mizan-allow … -->` comments.
    pub allowances: Vec<Allowance>,
    pub(crate) lines: OnceLock<LineIndex>,
}

/// What kind of block a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph (also inside a quotation: see [`Segment::depth`]).
    Paragraph,
    /// A list item's own text; `true` for an ordered list.
    ListItem(bool),
    /// A cell of a table (`header`, column from 0).
    TableCell {
        /// Whether it stands in the header row.
        header: bool,
        /// Column, from 0.
        column: u16,
    },
    /// A footnote's text.
    Footnote,
    /// A code block; its content is never translated prose.
    CodeBlock,
    /// A block of raw HTML; `plain` holds its text without tags.
    Html,
    /// A paragraph that holds nothing but one image.
    Figure,
    /// A thematic break (`---`).
    Rule,
}

/// The smallest translated block.
#[derive(Clone, Debug)]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Its bytes in the file, markup included, without surrounding blank lines.
    pub span: Span,
    /// Its part of [`Document::plain`].
    pub plain: Span,
    /// Depth of block quotations and lists around it.
    pub depth: u8,
    /// Number of the top-level block that it belongs to, from 0 (all items of one list share it).
    pub block: u32,
    /// Its links, as a range of [`Document::links`].
    pub links: Range<u32>,
    /// Its images, as a range of [`Document::images`].
    pub images: Range<u32>,
    /// Its code, as a range of [`Document::codes`].
    pub codes: Range<u32>,
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Index of its segment.
    pub segment: u32,
    /// Level 1 to 6.
    pub level: u8,
    /// Its id: `{#id}` where given, else made from its text as GitHub does, numbered when repeated.
    pub id: String,
}

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// `[text](address)`.
    Inline,
    /// `[text][label]`, `[label]`.
    Reference,
    /// `<https://…>`, `<name@host>`.
    Autolink,
    /// `<a href="…">`.
    Html,
}

/// A link.
#[derive(Clone, Debug)]
pub struct Link {
    /// The address, entities and escapes decoded; an autolinked mail address has no `mailto:`.
    pub destination: String,
    /// How it is written.
    pub kind: LinkKind,
    /// The whole link, or the whole `<a …>` tag.
    pub span: Span,
    /// The address as written in the file (for a reference: in its definition), where it can be told exactly.
    pub destination_span: Option<Span>,
    /// Index of its segment.
    pub segment: u32,
}

/// An image.
#[derive(Clone, Debug)]
pub struct Image {
    /// The address, decoded.
    pub destination: String,
    /// Its alternative text, plain; `None` only for raw HTML without an `alt` attribute.
    pub alt: Option<String>,
    /// The whole image, or the whole `<img …>` tag.
    pub span: Span,
    /// Index of its segment.
    pub segment: u32,
}

/// Inline code, or the content of a code block.
#[derive(Clone, Debug)]
pub struct Code {
    /// The content as a renderer gets it.
    pub content: String,
    /// First word of a fence's info string.
    pub language: Option<String>,
    /// Whether it is a block.
    pub block: bool,
    /// Its bytes, fences or backticks included.
    pub span: Span,
    /// Index of its segment.
    pub segment: u32,
}

/// `<!-- mizan-allow RULE: reason -->` (several rules: separated by commas).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name as written.
    pub rule: String,
    /// Why, as written; may be empty.
    pub reason: String,
    /// The comment.
    pub span: Span,
    /// What it covers: the block that follows it; the whole file where it stands before the first block.
    pub covers: Span,
}

/// The format of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FrontMatterFormat {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`.
    Toml,
}

/// The fields at the head of a file.
#[derive(Clone, Debug, Default)]
pub struct FrontMatter {
    /// Its format; `None` where the file has no front matter.
    pub format: Option<FrontMatterFormat>,
    /// The whole of it, delimiters included.
    pub span: Span,
    /// The top-level fields, in order.
    pub fields: Vec<Field>,
    /// Why it could not be read, where it could not: the parser's reason (English) and place.
    pub fault: Option<(String, Span)>,
}

/// A field of the front matter, or of a map inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its name's bytes.
    pub name_span: Span,
    /// Its value.
    pub value: Value,
    /// Its value's bytes, quotes included.
    pub value_span: Span,
}

/// A value of the front matter. Aliases of YAML are not expanded: they are `Null`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Another number.
    Float(f64),
    /// Text; of YAML also dates.
    Text(String),
    /// A date or time of TOML, as written.
    Date(String),
    /// A list, each item with its span.
    List(Vec<(Value, Span)>),
    /// A map.
    Map(Vec<Field>),
}

impl FrontMatter {
    /// The field `name`; `a.b` names field `b` of map `a`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Field> {
        fn find<'a>(fields: &'a [Field], name: &str) -> Option<&'a Field> {
            if let Some(field) = fields.iter().find(|field| field.name == name) {
                return Some(field);
            }
            let (head, rest) = name.split_once('.')?;
            match &fields.iter().find(|field| field.name == head)?.value {
                Value::Map(inner) => find(inner, rest),
                _ => None,
            }
        }
        find(&self.fields, name)
    }

    /// The text of field `name`: text and dates as they are, numbers and booleans as written; `None` for others and blanks.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.value.to_text().filter(|text| !text.trim().is_empty())
    }
}

impl Value {
    /// The value as text, where it is a scalar.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        match self {
            Self::Text(text) | Self::Date(text) => Some(text.clone()),
            Self::Bool(value) => Some(value.to_string()),
            Self::Integer(value) => Some(value.to_string()),
            Self::Float(value) => Some(value.to_string()),
            Self::Null | Self::List(_) | Self::Map(_) => None,
        }
    }
}

impl Document {
    /// The plain text of `segment`.
    #[must_use]
    pub fn plain(&self, segment: &Segment) -> &str {
        segment.plain.slice(&self.plain)
    }

    /// The links of `segment`.
    #[must_use]
    pub fn links(&self, segment: &Segment) -> &[Link] {
        self.links.get(segment.links.start as usize..segment.links.end as usize).unwrap_or_default()
    }

    /// The images of `segment`.
    #[must_use]
    pub fn images(&self, segment: &Segment) -> &[Image] {
        self.images.get(segment.images.start as usize..segment.images.end as usize).unwrap_or_default()
    }

    /// The code of `segment`.
    #[must_use]
    pub fn codes(&self, segment: &Segment) -> &[Code] {
        self.codes.get(segment.codes.start as usize..segment.codes.end as usize).unwrap_or_default()
    }

    /// The byte of [`Document::text`] that byte `offset` of [`Document::plain`] came from; where a piece stands for
    /// something else (a character reference, code, an address), the first byte of that.
    #[must_use]
    pub fn source_offset(&self, offset: u32) -> u32 {
        origin::start(&self.origins, offset).unwrap_or(self.body.start)
    }

    /// The span in [`Document::text`] of a span of [`Document::plain`]; what a piece stands for is taken whole.
    #[must_use]
    pub fn source_span(&self, plain: Span) -> Span {
        origin::span(&self.origins, plain).unwrap_or(Span { start: self.body.start, end: self.body.start })
    }

    /// The place of `span` with its lines and columns.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let lines = self.lines.get_or_init(|| LineIndex::new(&self.text));
        Place::new(Arc::clone(&self.path), &self.text, lines, span)
    }
}
