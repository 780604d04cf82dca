//! Where blocks and list items go that a translation lacks.

use std::ops::Range;

use super::escape::written;
use super::front::line_length;
use super::write::Attempt;
use super::{Stand, Version};
use crate::article::{Segment, SegmentKind};
use crate::exchange::reason::Reason;
use crate::exchange::settle::{Edit, splice};
use crate::source::Span;

/// A text that the translation has no place for yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Missing {
    /// Index of the change.
    pub(super) change: usize,
    /// Its segment in the source.
    pub(super) segment: usize,
}

/// A place made for what the translation lacks.
pub(super) struct Insert {
    /// The texts.
    pub(super) missing: Vec<Missing>,
    /// Segments of the source that come in.
    pub(super) segments: Range<usize>,
    /// How many segments of the translation stand before it.
    pub(super) before: usize,
    at: usize,
    form: Form,
}

enum Form {
    /// These lines of the source.
    Block(Span),
    /// An item of a list: what begins its line, and whether blank lines part it from others.
    Item { sign: String, apart: bool },
}

/// Texts that come in as one, and where, or why they cannot.
type Planned = (Vec<Missing>, Result<Insert, Reason>);

impl Attempt<'_> {
    /// Makes places for what is missing of a block of the source: for the whole block where all of it is, else for
    /// items of a list.
    pub(super) fn inserts(&self, block: u32, missing: Vec<Missing>) -> Vec<Planned> {
        let source = &self.loaded.source.document.segments;
        let start = source.partition_point(|segment| segment.block < block);
        let end = source.partition_point(|segment| segment.block <= block);
        let inside = || self.stands().filter(|(first, _)| (start..end).contains(first));
        if inside().any(|(_, target)| !target.is_empty()) {
            return missing.into_iter().map(|own| (vec![own], self.item(own, start..end))).collect();
        }
        let lacking = inside().count().saturating_sub(missing.len());
        let planned = match lacking {
            0 => self.block(start..end, &missing),
            _ => Err(Reason::Incomplete(lacking)),
        };
        vec![(missing, planned)]
    }

    /// Of each unit in the body: the first of its segments, and the segments that translate it.
    fn stands(&self) -> impl Iterator<Item = (usize, &Vec<usize>)> {
        self.loaded.stands.iter().filter_map(|stand| match stand {
            Stand::Block { source, target } => Some((source.first().copied()?, target)),
            Stand::Field(_) => None,
        })
    }

    /// A block goes after the block that translates the text before it.
    fn block(&self, segments: Range<usize>, missing: &[Missing]) -> Result<Insert, Reason> {
        let before = self.stands().take_while(|(first, _)| *first < segments.start);
        let before = before.filter_map(|(_, target)| target.iter().max()).last();
        let own = &self.base.document;
        let before = match before.and_then(|at| own.segments.get(*at)) {
            Some(segment) => own.segments.partition_point(|other| other.block <= segment.block),
            None => 0,
        };
        let at = match before.checked_sub(1).and_then(|last| own.segments.get(last)) {
            Some(last) => line_end(&own.text, last.span.end),
            None => own.segments.first().map_or(own.text.len(), |first| line_start(&own.text, first.span.start)),
        };
        let source = &self.loaded.source.document;
        let bounds = source.segments.get(segments.start).zip(source.segments.get(segments.end.saturating_sub(1)));
        let (first, last) = bounds.ok_or(Reason::SourceChanged)?;
        let lines = Span::new(line_start(&source.text, first.span.start), line_end(&source.text, last.span.end));
        Ok(Insert { missing: missing.to_vec(), segments, before, at, form: Form::Block(lines) })
    }

    /// An item goes after the item that translates the one before it in its list, or before the one after it.
    fn item(&self, missing: Missing, block: Range<usize>) -> Result<Insert, Reason> {
        let source = &self.loaded.source.document.segments;
        let own = source.get(missing.segment).ok_or(Reason::SourceChanged)?;
        let is_item = |segment: &Segment| matches!(segment.kind, SegmentKind::ListItem(_));
        let has_more = |segments: &[Segment], at: usize, own: &Segment| {
            segments
                .get(at + 1)
                .is_some_and(|next| next.block == own.block && (next.depth > own.depth || !is_item(next)))
        };
        if !is_item(own) || has_more(source, missing.segment, own) {
            return Err(Reason::NoPlace);
        }
        let target = &self.base.document.segments;
        // The nearest item of the same list that is translated, going away from this one.
        let near = |mut steps: Box<dyn Iterator<Item = usize> + '_>| -> Option<usize> {
            steps.find_map(|at| match source.get(at) {
                Some(other) if other.depth < own.depth => Some(None),
                Some(other) if other.depth == own.depth && is_item(other) => {
                    let partner = self.partner(at)?;
                    Some(Some(partner).filter(|at| target.get(*at).is_some_and(is_item)))
                }
                _ => None,
            })?
        };
        let segments = missing.segment..missing.segment + 1;
        let insert = |before, at, sign, apart| Insert {
            missing: vec![missing],
            segments: segments.clone(),
            before,
            at,
            form: Form::Item { sign, apart },
        };
        if let Some(at) = near(Box::new((block.start..missing.segment).rev())) {
            let sibling = target.get(at).ok_or(Reason::NoPlace)?;
            let inside =
                |other: &&Segment| other.block == sibling.block && (other.depth > sibling.depth || !is_item(other));
            let before = at + 1 + target.iter().skip(at + 1).take_while(inside).count();
            let last = target.get(before - 1).ok_or(Reason::NoPlace)?;
            let place = line_end(&self.base.document.text, last.span.end);
            return Ok(insert(before, place, self.sign(at), self.is_apart(at, before)));
        }
        let at = near(Box::new(missing.segment + 1..block.end)).ok_or(Reason::NoPlace)?;
        let place = line_start(&self.base.document.text, target.get(at).ok_or(Reason::NoPlace)?.span.start);
        Ok(insert(at, place, self.sign(at), false))
    }

    /// The segment that translates this one of the source, where it is one.
    fn partner(&self, segment: usize) -> Option<usize> {
        self.stands().find(|(first, _)| *first == segment).and_then(|(_, target)| target.first().copied())
    }

    /// What begins the line of a segment of the translation: `> `, `  - `.
    pub(super) fn line_sign(&self, segment: usize) -> &str {
        let Version { document, contents } = self.base;
        let start = document.segments.get(segment).map_or(0, |own| line_start(&document.text, own.span.start));
        let end = contents.get(segment).map_or(start, |content| content.span.start as usize);
        document.text.get(start..end).unwrap_or_default()
    }

    /// What begins the line of an item, without its box to tick.
    fn sign(&self, item: usize) -> String {
        let sign = self.line_sign(item);
        match sign.find('[') {
            Some(box_start) => sign.get(..box_start).unwrap_or_default().to_owned(),
            None => sign.to_owned(),
        }
    }

    /// Whether a blank line stands between an item and what follows it at index `next`.
    fn is_apart(&self, item: usize, next: usize) -> bool {
        let Version { document, .. } = self.base;
        let (Some(own), Some(other)) = (document.segments.get(item), document.segments.get(next)) else { return false };
        let between = document.text.get(own.span.end as usize..other.span.start as usize).unwrap_or_default();
        own.block == other.block && between.replace('\r', "").contains("\n\n")
    }

    /// The edit that brings it in, written in this way.
    pub(super) fn insertion(&self, insert: &Insert, way: usize) -> Option<Edit> {
        let end = self.end;
        let text = match &insert.form {
            Form::Block(lines) => {
                let block = self.source_block(insert, *lines, way)?;
                if insert.before > 0 { format!("{end}{end}{block}") } else { format!("{block}{end}{end}") }
            }
            Form::Item { sign, apart } => {
                let missing = insert.missing.first()?;
                let kind = self.loaded.source.document.segments.get(missing.segment)?.kind;
                let text = written(&self.changes.get(missing.change)?.wanted, kind, way, end);
                let tick = self.tick(missing.segment);
                let is_first = self.base.document.text.get(..insert.at)?.ends_with('\n') || insert.at == 0;
                let gap = if *apart { end } else { "" };
                if is_first { format!("{sign}{tick}{text}{end}") } else { format!("{gap}{end}{sign}{tick}{text}") }
            }
        };
        Some(Edit { span: Span::at(insert.at), text })
    }

    /// The box to tick of an item of the source: `[ ] `.
    fn tick(&self, item: usize) -> &str {
        let Version { document, contents } = &self.loaded.source;
        let Some((segment, content)) = document.segments.get(item).zip(contents.get(item)) else { return "" };
        let sign = document.text.get(segment.span.start as usize..content.span.start as usize).unwrap_or_default();
        sign.find('[').and_then(|start| sign.get(start..)).unwrap_or_default()
    }

    /// Lines of the source with their texts replaced.
    fn source_block(&self, insert: &Insert, lines: Span, way: usize) -> Option<String> {
        let source = &self.loaded.source;
        let mut edits = Vec::new();
        for own in &insert.missing {
            let kind = source.document.segments.get(own.segment)?.kind;
            let text = written(&self.changes.get(own.change)?.wanted, kind, way, "\n");
            let span = source.contents.get(own.segment)?.span;
            let start = span.start.checked_sub(lines.start)?;
            edits.push(Edit { span: Span { start, end: span.end.checked_sub(lines.start)? }, text });
        }
        let block = splice(lines.slice(&source.document.text), edits)?;
        Some(block.replace("\r\n", "\n").replace('\n', self.end))
    }
}

fn line_start(text: &str, at: u32) -> usize {
    text.get(..at as usize).and_then(|head| head.rfind('\n')).map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: u32) -> usize {
    at as usize + text.get(at as usize..).map_or(0, line_length)
}
