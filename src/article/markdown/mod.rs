//! Markdown, cut into segments in one pass over pulldown-cmark's events.

mod allowance;
mod builder;
mod html;
mod html_text;
mod inline;
mod mask;
mod parts;
mod segments;
#[cfg(test)]
mod soundness;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use pulldown_cmark::{Options, Parser};

use crate::article::{Document, front_matter};
use crate::source::Span;

use builder::Builder;
pub(crate) use mask::hidden_ranges;

/// The extensions that articles may use; front matter is cut off before.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TASKLISTS
}

impl Document {
    /// Reads the text of the file at `path`: its front matter, and its body cut into segments. Nothing in the text is an
    /// error: broken front matter is a value ([`crate::article::FrontMatter::fault`]), and all else is Markdown.
    ///
    /// ```
    /// use mizan::article::{Document, SegmentKind};
    /// let document = Document::parse("ar.md", "---\ntitle: الزيارات\n---\n\n## المواعيد\n\nمن 9 إلى 20.\n".to_owned());
    /// assert_eq!(document.front.text("title").as_deref(), Some("الزيارات"));
    /// assert_eq!(document.segments[0].kind, SegmentKind::Heading(2));
    /// assert_eq!(document.plain(&document.segments[1]), "من 9 إلى 20.");
    /// assert_eq!(document.headings[0].id, "المواعيد");
    /// ```
    #[must_use]
    pub fn parse(path: impl Into<Arc<str>>, text: String) -> Self {
        let (front, body_start) = front_matter::read(&text);
        let body = Span::new(body_start, text.len());
        let mut builder = Builder::new(&text, body_start);
        let parser = Parser::new_ext(&text[body_start..], options());
        let shifted = |span: &std::ops::Range<usize>| Span::new(body_start + span.start, body_start + span.end);
        let definitions = parser.reference_definitions().iter();
        builder.definitions = definitions.map(|(label, it)| (inline::label_key(label), shifted(&it.span))).collect();
        for (event, range) in parser.into_offset_iter() {
            builder.event(event, Span::new(body_start + range.start, body_start + range.end));
        }
        let parts = builder.finish();
        let allowances = allowance::resolve(&parts.allowances, &parts.segments, text.len());
        Self {
            path: path.into(),
            front,
            body,
            segments: parts.segments,
            plain: parts.plain,
            origins: parts.origins,
            headings: parts.headings,
            links: parts.links,
            images: parts.images,
            codes: parts.codes,
            footnote_references: parts.footnote_references,
            anchors: parts.anchors,
            allowances,
            lines: std::sync::OnceLock::new(),
            text,
        }
    }
}
