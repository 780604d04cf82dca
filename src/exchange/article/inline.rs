//! The text of each segment of a document, as pieces.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::html;
use crate::article::{Document, SegmentKind, hidden_ranges, markdown_options};
use crate::exchange::unit::{Code, CodeKind, Piece, push_text, raw};
use crate::source::Span;

/// The text of a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// Where it stands in the file, without the signs of its block (`## `, `- `, `{#id}`).
    pub(super) span: Span,
    /// Its pieces. Line breaks that a reader does not see are spaces.
    pub(super) pieces: Vec<Piece>,
}

/// The texts of a document's segments, in order.
pub(super) fn contents(document: &Document) -> Vec<Content> {
    let mut reader = Reader::new(document);
    let body = document.body;
    for (event, range) in Parser::new_ext(body.slice(&document.text), markdown_options()).into_offset_iter() {
        let start = body.start as usize;
        reader.event(&event, start + range.start, start + range.end);
    }
    reader.finish()
}

struct Reader<'d> {
    document: &'d Document,
    drafts: Vec<Draft>,
}

/// A text that is being read.
#[derive(Default)]
struct Draft {
    start: Option<usize>,
    /// Up to here the file is read.
    at: usize,
    pieces: Vec<Piece>,
    /// Indices of pieces that are still open.
    open: Vec<usize>,
    /// What stands before this is part of a code.
    skip: usize,
    /// A line has just ended: signs of the blocks around may follow.
    broke: bool,
    /// Something was not understood: the text is taken as it is written.
    unsound: bool,
    html: Vec<Span>,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document) -> Self {
        Self { document, drafts: document.segments.iter().map(|_| Draft::default()).collect() }
    }

    fn event(&mut self, event: &Event<'_>, start: usize, end: usize) {
        let segments = &self.document.segments;
        let Some(at) = segments.partition_point(|own| own.span.start as usize <= start).checked_sub(1) else { return };
        let (Some(segment), Some(draft)) = (segments.get(at), self.drafts.get_mut(at)) else { return };
        if start >= segment.span.end as usize || matches!(segment.kind, SegmentKind::CodeBlock | SegmentKind::Rule) {
            return;
        }
        if segment.kind == SegmentKind::Html {
            if matches!(event, Event::Html(_)) {
                draft.html.push(Span::new(start, end));
                return;
            }
            // Shortcodes alone in a paragraph are no text.
            if draft.html.is_empty() && self.document.plain(segment).trim().is_empty() {
                return;
            }
        }
        draft.event(&self.document.text, segment.span.start as usize, event, start, end);
    }

    fn finish(self) -> Vec<Content> {
        let document = self.document;
        let drafts = self.drafts.into_iter().zip(&document.segments);
        drafts.map(|(draft, segment)| draft.finish(&document.text, segment.span)).collect()
    }
}

impl Draft {
    fn event(&mut self, text: &str, segment: usize, event: &Event<'_>, start: usize, end: usize) {
        if start < self.skip {
            return;
        }
        match event {
            Event::Text(value) => {
                let escaped = self.reach(text, segment, start);
                self.text(text, value, start, end, escaped);
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                self.reach(text, segment, start);
                self.code(text, start, end, CodeKind::Other);
            }
            Event::SoftBreak => {
                self.reach(text, segment, start);
                push_text(&mut self.pieces, " ");
                (self.at, self.broke) = (end, true);
            }
            Event::HardBreak => {
                self.reach(text, segment, start);
                let code = Code { key: "line break".to_owned(), kind: CodeKind::Break, free: true, ..Code::default() };
                self.pieces.push(Piece::Code(Code { raw: one_line_end(text, start, end), ..code }));
                (self.at, self.broke) = (end, true);
            }
            Event::Start(tag) => self.start(text, segment, tag, start, end),
            Event::End(tag) => self.end(text, *tag, start, end),
            _ => {}
        }
    }

    /// Goes on to byte `start`; says whether a backslash stands before it.
    fn reach(&mut self, text: &str, segment: usize, start: usize) -> bool {
        if self.start.is_none() {
            let escaped = start > segment && text.as_bytes().get(start - 1) == Some(&b'\\');
            self.start = Some(start - usize::from(escaped));
            self.at = start;
            return escaped;
        }
        let gap = text.get(self.at.min(start)..start).unwrap_or_default();
        let escaped = gap.ends_with('\\');
        let signs = gap.strip_suffix('\\').unwrap_or(gap);
        if self.broke {
            if let Some(Piece::Code(code)) = self.pieces.last_mut() {
                code.raw.push_str(signs);
            }
            self.unsound |= signs.contains(|c: char| !matches!(c, ' ' | '\t' | '>'));
        } else {
            self.unsound |= !signs.trim().is_empty();
        }
        (self.at, self.broke) = (start, false);
        escaped
    }

    fn text(&mut self, text: &str, value: &str, start: usize, end: usize, escaped: bool) {
        let written = text.get(start..end).unwrap_or_default();
        let mut value = value;
        if escaped && let Some(first) = value.chars().next() {
            let raw = format!("\\{first}");
            self.pieces.push(Piece::Code(literal(raw, first.to_string())));
            value = value.get(first.len_utf8()..).unwrap_or_default();
        }
        let rest = written.get(written.len().saturating_sub(value.len())..).unwrap_or_default();
        if rest == value {
            push_text(&mut self.pieces, value);
        } else if !written.is_empty() && !escaped {
            self.pieces.push(Piece::Code(literal(written.to_owned(), value.to_owned())));
        } else {
            self.unsound = true;
        }
        self.at = end;
    }

    fn code(&mut self, text: &str, start: usize, end: usize, kind: CodeKind) {
        let raw = one_line_end(text, start, end);
        self.pieces.push(Piece::Code(Code {
            key: raw.clone(),
            free: html::is_free(&raw),
            raw,
            kind,
            ..Code::default()
        }));
        self.at = end;
    }

    fn start(&mut self, text: &str, segment: usize, tag: &Tag<'_>, start: usize, end: usize) {
        let (length, kind, key) = match tag {
            Tag::Emphasis => (1, CodeKind::Emphasis, "emphasis".to_owned()),
            Tag::Strong => (2, CodeKind::Strong, "strong".to_owned()),
            Tag::Strikethrough => {
                let signs = text.get(start..).unwrap_or_default().bytes().take_while(|byte| *byte == b'~').count();
                (signs.min(2), CodeKind::Other, "strikethrough".to_owned())
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.reach(text, segment, start);
                self.code(text, start, end, CodeKind::Link);
                self.skip = end;
                return;
            }
            Tag::Link { dest_url, .. } => (1, CodeKind::Link, format!("link {dest_url}")),
            Tag::Image { dest_url, .. } => (2, CodeKind::Image, format!("image {dest_url}")),
            _ => return,
        };
        self.reach(text, segment, start);
        let raw = text.get(start..start + length).unwrap_or_default().to_owned();
        let by_name = match tag {
            Tag::Link { link_type, .. } | Tag::Image { link_type, .. } => {
                matches!(link_type, LinkType::Shortcut | LinkType::Collapsed)
            }
            _ => false,
        };
        let free = matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough);
        // What names its label by its own text would lose it in translation: the label is then written beside.
        let raw_end = if by_name { "][]".to_owned() } else { String::new() };
        self.open.push(self.pieces.len());
        self.pieces.push(Piece::Open(Code { key, raw, raw_end, kind, free, ..Code::default() }));
        self.at = start + length;
    }

    fn end(&mut self, text: &str, tag: TagEnd, start: usize, end: usize) {
        use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
        if !matches!(tag, Emphasis | Strong | Strikethrough | Link | Image) {
            return;
        }
        let Some(opened) = self.open.pop() else { return };
        let Some(Piece::Open(code)) = self.pieces.get_mut(opened) else { return };
        let written = text.get(self.at.min(end)..end).unwrap_or_default();
        let mut end = end;
        if code.raw_end == "][]" {
            let label = text.get(start + code.raw.len()..self.at).unwrap_or_default();
            code.raw_end = format!("][{}]", label.split_whitespace().collect::<Vec<_>>().join(" "));
            // The parser does not count the brackets of `[label][]` to the link.
            end += if text.get(end..end + 2) == Some("[]") { 2 } else { 0 };
        } else {
            code.raw_end = written.replace("\r\n", "\n");
        }
        let is_mark = !matches!(tag, Link | Image);
        self.unsound |= self.broke || (is_mark && code.raw_end != code.raw) || (!is_mark && !written.starts_with(']'));
        let code = code.clone();
        self.pieces.push(Piece::Close(code));
        self.at = end;
    }

    fn finish(mut self, text: &str, segment: Span) -> Content {
        let html: Vec<Span> = std::mem::take(&mut self.html);
        if let (Some(first), Some(last)) = (html.first(), html.last()) {
            return html::block(text, first.join(*last), html.windows(2).all(|two| two[0].end == two[1].start));
        }
        let Some(start) = self.start else {
            return Content { span: Span::at(segment.start as usize), pieces: Vec::new() };
        };
        let span = Span::new(start, self.at);
        let written = span.slice(text);
        let mut pieces = std::mem::take(&mut self.pieces);
        let by_label = pieces.iter().any(|piece| matches!(piece, Piece::Close(code) if code.raw_end.starts_with("][")));
        let differs = !written.contains(['\n', '\r']) && !by_label && raw(&pieces) != written;
        if self.unsound || !self.open.is_empty() || differs {
            return Content { span, pieces: vec![Piece::Text(written.replace("\r\n", "\n"))] };
        }
        html::pair(&mut pieces);
        Content { span, pieces: hide(pieces) }
    }
}

/// Text that is written otherwise than it reads.
pub(super) fn literal(raw: String, value: String) -> Code {
    Code { key: value.clone(), raw, value: Some(value), free: true, ..Code::default() }
}

fn one_line_end(text: &str, start: usize, end: usize) -> String {
    text.get(start..end).unwrap_or_default().replace("\r\n", "\n")
}

/// Makes codes of bare addresses and shortcodes.
fn hide(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut hidden = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let Piece::Text(text) = piece else {
            hidden.push(piece);
            continue;
        };
        let mut done = 0;
        for range in hidden_ranges(&text) {
            push_text(&mut hidden, text.get(done..range.start).unwrap_or_default());
            let raw = text.get(range.clone()).unwrap_or_default().to_owned();
            let kind = if raw.starts_with('{') { CodeKind::Other } else { CodeKind::Link };
            let code = Code { key: raw.clone(), value: Some(raw.clone()), raw, kind, ..Code::default() };
            hidden.push(Piece::Code(code));
            done = range.end;
        }
        push_text(&mut hidden, text.get(done..).unwrap_or_default());
    }
    hidden
}

#[cfg(test)]
mod tests;
