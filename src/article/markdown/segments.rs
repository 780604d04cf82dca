//! Opens and closes segments.

use pulldown_cmark::{Event, Tag};

use super::builder::Builder;
use super::mask;
use super::parts::OBJECT;
use crate::article::{Segment, SegmentKind};
use crate::source::Span;

impl Builder<'_> {
    pub(super) fn is_empty(&self, segment: Option<usize>) -> bool {
        let start = segment.and_then(|at| self.parts.segments.get(at)).map(|segment| segment.plain.start as usize);
        start.is_some_and(|start| start == self.parts.plain.len())
    }

    /// What the segment that is open has said so far.
    pub(super) fn open_plain(&self) -> Option<&str> {
        let segment = self.parts.segments.get(self.open?)?;
        self.parts.plain.get(segment.plain.start as usize..)
    }

    /// In a tight list, what follows a block inside an item is no paragraph to the parser, but a segment to us.
    pub(super) fn open_rest_of_item(&mut self, event: &Event<'_>, span: Span) {
        let is_inline = match event {
            Event::Text(_) => self.code.is_none() && self.html.is_none(),
            Event::Start(tag) => {
                use Tag::{Emphasis, Image, Link, Strikethrough, Strong};
                matches!(tag, Emphasis | Strong | Strikethrough | Link { .. } | Image { .. })
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => true,
            _ => false,
        };
        if is_inline {
            self.open(SegmentKind::Paragraph, span);
            self.ends_early = true;
        }
    }

    pub(super) fn segment(&self, kind: SegmentKind, span: Span) -> Segment {
        let count = |length: usize| Span::at(length).start;
        let (links, images, codes) =
            (count(self.parts.links.len()), count(self.parts.images.len()), count(self.parts.codes.len()));
        let depth = u8::try_from(self.lists.len().min(200)).unwrap_or(200).saturating_add(self.quotes);
        Segment {
            kind,
            span,
            plain: Span::at(self.parts.plain.len()),
            depth,
            block: self.block,
            links: links..links,
            images: images..images,
            codes: codes..codes,
        }
    }

    pub(super) fn open(&mut self, kind: SegmentKind, span: Span) {
        self.close();
        let segment = self.segment(kind, span);
        self.parts.segments.push(segment);
        self.open = Some(self.parts.segments.len() - 1);
        self.ends_early = false;
        self.last_end = span.start;
    }

    /// Index of the segment that is open, or of the one that comes next.
    pub(super) fn current(&self) -> u32 {
        Span::at(self.open.unwrap_or(self.parts.segments.len())).start
    }

    pub(super) fn close(&mut self) {
        let Some(at) = self.open.take() else { return };
        (self.inline.silent, self.inline.code) = (0, None);
        let parts = &mut self.parts;
        let Some(start) = parts.segments.get(at).map(|segment| segment.plain.start as usize) else { return };
        mask::hide_what_is_no_prose(parts, start);
        let Some(segment) = parts.segments.get_mut(at) else { return };
        segment.links.end = Span::at(parts.links.len()).start;
        segment.images.end = Span::at(parts.images.len()).start;
        segment.codes.end = Span::at(parts.codes.len()).start;
        if self.ends_early {
            segment.span.end = self.last_end.max(segment.span.start);
        }
        let written = segment.span.slice(self.text);
        segment.span.end = segment.span.start + Span::at(written.trim_end_matches([' ', '\t', '\r', '\n']).len()).start;
        let plain = &parts.plain[start..];
        let (links, images, codes) = (segment.links.len(), segment.images.len(), segment.codes.len());
        let no_prose = plain.chars().all(|c| c == OBJECT || c.is_whitespace());
        let mut keep = plain.len();
        if segment.kind == SegmentKind::Html {
            keep = plain.trim_end().len();
        } else if segment.kind == SegmentKind::Paragraph && no_prose {
            if images == 1 && links == 0 && codes == 0 && plain.trim().is_empty() {
                segment.kind = SegmentKind::Figure;
            } else if images + links + codes == 0 && written.trim_start().starts_with('{') {
                // Nothing but shortcodes.
                (segment.kind, keep) = (SegmentKind::Html, 0);
            }
        }
        let nothing = plain.trim().is_empty() && links + images + codes == 0;
        let dispensable = matches!(segment.kind, SegmentKind::ListItem(_) | SegmentKind::Paragraph | SegmentKind::Html);
        segment.plain.end = segment.plain.start + Span::at(keep).start;
        let is_cut = keep < plain.len();
        if is_cut {
            parts.cut(start + keep);
        }
        if nothing && dispensable && at + 1 == parts.segments.len() {
            parts.segments.pop();
        }
    }
}
