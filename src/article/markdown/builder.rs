//! Takes events, keeps the segments that are open, and collects what they hold.

use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::parts::{Parts, level_number, number_repeats};
use crate::article::slug::heading_id;
use crate::article::{Code, Heading, SegmentKind};
use crate::source::Span;

pub(super) struct Builder<'t> {
    pub(super) text: &'t str,
    pub(super) parts: Parts,
    /// The index of the segment that text goes to.
    pub(super) open: Option<usize>,
    /// Whether that segment ends with its last inline piece, and not where the parser says.
    pub(super) ends_early: bool,
    /// Items whose own text has not begun a second block; `Some` is the segment.
    pub(super) items: Vec<Option<usize>>,
    pub(super) lists: Vec<bool>,
    pub(super) quotes: u8,
    /// Top-level block: its number, and how deep we are in it.
    pub(super) block: u32,
    nesting: u32,
    footnote: bool,
    header: bool,
    column: u16,
    /// Raw HTML of the block that is open, line by line.
    pub(super) html: Option<Vec<Span>>,
    pub(super) code: Option<(String, Option<String>, Span)>,
    pub(super) inline: super::inline::Inline,
    heading_text: String,
    heading_id: Option<String>,
    /// Where the last inline piece ended: an item's own text ends there.
    pub(super) last_end: u32,
    /// Definitions of references, by label: see [`super::inline::label_key`].
    pub(super) definitions: HashMap<String, Span>,
}

impl<'t> Builder<'t> {
    pub(super) fn new(text: &'t str, body_start: usize) -> Self {
        let mut parts = Parts::default();
        parts.plain.reserve(text.len() - body_start);
        parts.segments.reserve(32);
        Self {
            text,
            parts,
            open: None,
            ends_early: false,
            items: Vec::new(),
            lists: Vec::new(),
            quotes: 0,
            block: 0,
            nesting: 0,
            footnote: false,
            header: false,
            column: 0,
            html: None,
            code: None,
            inline: super::inline::Inline::default(),
            heading_text: String::new(),
            heading_id: None,
            last_end: Span::at(body_start).start,
            definitions: HashMap::new(),
        }
    }

    pub(super) fn finish(mut self) -> Parts {
        self.close();
        number_repeats(&mut self.parts.headings);
        self.parts
    }

    pub(super) fn event(&mut self, event: Event<'_>, span: Span) {
        if self.open.is_none() && !self.items.is_empty() {
            self.open_rest_of_item(&event, span);
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => match (&mut self.code, &self.html) {
                (Some((content, ..)), _) => content.push_str(&text),
                (None, Some(_)) => {}
                (None, None) => self.text(&text, span),
            },
            Event::Code(content) => self.inline_code(&content, span),
            Event::Html(_) => self.html.iter_mut().for_each(|html| html.push(span)),
            Event::InlineHtml(_) => self.inline_html(span),
            Event::SoftBreak | Event::HardBreak => self.text(" ", span),
            Event::FootnoteReference(label) => self.parts.footnote_references.push((label.into_string(), span)),
            Event::Rule => {
                self.begin_block(span);
                let segment = self.segment(SegmentKind::Rule, span);
                self.parts.segments.push(segment);
                self.end_block();
            }
            Event::TaskListMarker(_) => self.last_end = span.end,
            Event::InlineMath(math) | Event::DisplayMath(math) => self.inline_code(&math, span),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.paragraph(span),
            Tag::Heading { level, id, .. } => {
                self.begin_block(span);
                self.heading_text.clear();
                self.heading_id = id.map(CowStr::into_string);
                self.open(SegmentKind::Heading(level_number(level)), span);
            }
            Tag::BlockQuote(_) => {
                self.begin_block(span);
                self.quotes = self.quotes.saturating_add(1);
            }
            Tag::CodeBlock(kind) => {
                self.begin_block(span);
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().map(str::to_owned),
                    CodeBlockKind::Indented => None,
                };
                self.code = Some((String::new(), language, span));
            }
            Tag::HtmlBlock => {
                self.begin_block(span);
                self.html = Some(Vec::new());
            }
            Tag::List(first) => {
                self.begin_block(span);
                self.lists.push(first.is_some());
            }
            Tag::Item => {
                self.close();
                let ordered = self.lists.last().copied().unwrap_or_default();
                self.open(SegmentKind::ListItem(ordered), span);
                self.ends_early = true;
                self.items.push(self.open);
                self.last_end = span.start;
            }
            Tag::FootnoteDefinition(_) => {
                self.begin_block(span);
                self.footnote = true;
            }
            Tag::Table(_) => self.begin_block(span),
            Tag::TableHead => (self.header, self.column) = (true, 0),
            Tag::TableRow => (self.header, self.column) = (false, 0),
            Tag::TableCell => {
                self.open(SegmentKind::TableCell { header: self.header, column: self.column }, span);
                self.column = self.column.saturating_add(1);
            }
            Tag::Link { link_type, dest_url, id, .. } => {
                self.start_link(link_type, dest_url.into_string(), &id, span);
            }
            Tag::Image { dest_url, .. } => self.start_image(dest_url.into_string(), span),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph => {
                self.close();
                self.end_block();
            }
            TagEnd::Heading(_) => {
                self.end_heading();
                self.end_block();
            }
            TagEnd::BlockQuote(_) => {
                self.quotes = self.quotes.saturating_sub(1);
                self.end_block();
            }
            TagEnd::CodeBlock => {
                self.end_code();
                self.end_block();
            }
            TagEnd::HtmlBlock => {
                self.end_html();
                self.end_block();
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
                self.end_block();
            }
            TagEnd::Item => {
                self.close();
                self.items.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.footnote = false;
                self.end_block();
            }
            TagEnd::Table => self.end_block(),
            TagEnd::TableCell => self.close(),
            TagEnd::Link => self.end_link(span),
            TagEnd::Image => self.end_image(span),
            _ => self.last_end = self.last_end.max(span.end),
        }
    }

    /// A block begins: what an item said before it is the item's own segment.
    fn begin_block(&mut self, _span: Span) {
        self.close();
        if let Some(item) = self.items.last_mut() {
            *item = None;
        }
        self.nesting += 1;
    }

    fn end_block(&mut self) {
        self.nesting = self.nesting.saturating_sub(1);
        if self.nesting == 0 {
            self.block += 1;
        }
    }

    fn paragraph(&mut self, span: Span) {
        let own_item = self.items.last().copied().flatten();
        if own_item.is_some() && own_item == self.open && self.is_empty(own_item) {
            // The first paragraph of a loose list's item is the item's own text.
            self.nesting += 1;
            return;
        }
        self.begin_block(span);
        self.open(if self.footnote { SegmentKind::Footnote } else { SegmentKind::Paragraph }, span);
    }

    pub(super) fn text(&mut self, text: &str, span: Span) {
        self.last_end = self.last_end.max(span.end);
        if self.inline.take_text(text) {
            return;
        }
        if self.open.is_none() {
            return;
        }
        if self.in_heading() {
            self.heading_text.push_str(text);
        }
        self.parts.push(self.text, text, span);
    }

    fn in_heading(&self) -> bool {
        let segment = self.open.and_then(|at| self.parts.segments.get(at));
        segment.is_some_and(|segment| matches!(segment.kind, SegmentKind::Heading(_)))
    }

    fn inline_code(&mut self, content: &str, span: Span) {
        if self.in_heading() {
            self.heading_text.push_str(content);
        }
        self.last_end = self.last_end.max(span.end);
        if self.inline.take_text(content) {
            return;
        }
        let segment = self.current();
        let content = content.to_owned();
        self.parts.codes.push(Code { content, language: None, block: false, span, segment });
        if self.open.is_some() {
            self.parts.push(self.text, "\u{FFFC}", span);
        }
    }

    fn end_heading(&mut self) {
        let Some(at) = self.open else { return };
        let level = match self.parts.segments.get(at).map(|segment| segment.kind) {
            Some(SegmentKind::Heading(level)) => level,
            _ => 1,
        };
        let id = self.heading_id.take().unwrap_or_else(|| heading_id(self.heading_text.trim()));
        self.parts.headings.push(Heading { segment: Span::at(at).start, level, id });
        self.close();
    }

    fn end_code(&mut self) {
        let Some((content, language, span)) = self.code.take() else { return };
        let mut segment = self.segment(SegmentKind::CodeBlock, span);
        segment.span.end = span.start + Span::at(span.slice(self.text).trim_end().len()).start;
        segment.codes.end += 1;
        let index = Span::at(self.parts.segments.len()).start;
        self.parts.codes.push(Code { content, language, block: true, span: segment.span, segment: index });
        self.parts.segments.push(segment);
    }
}
