//! Units of an article that came back, written into its translation.

use std::collections::BTreeMap;

use super::escape::{ways, written};
use super::front;
use super::{Loaded, Stand, Version};
use crate::article::Document;
use crate::exchange::reason::Reason;
use crate::exchange::settle::{Chosen, Edit, settle, splice};
use crate::exchange::unit::raw;
use crate::exchange::wanted::{Change, Wanted};
use crate::source::Span;

/// What changes make of a file.
pub(crate) struct Applied {
    /// The new text, where it differs.
    pub(crate) text: Option<String>,
    /// For each change, whether it was made.
    pub(crate) results: Vec<Result<(), Reason>>,
}

impl Loaded {
    /// Makes the changes that can be made; what does not change stays byte for byte.
    pub(crate) fn apply(&self, changes: &[Change]) -> Applied {
        match &self.target {
            Some(target) => Attempt::new(self, target, changes).run(),
            None => self.create(changes),
        }
    }

    /// Makes a new article in the form of its source: only as a whole, since half an article is no translation.
    fn create(&self, changes: &[Change]) -> Applied {
        let edits = front::inherited(&self.source.document, &self.shared);
        let text = splice(&self.source.document.text, edits).unwrap_or_else(|| self.source.document.text.clone());
        let base = Version::new(Document::parse(self.path.as_str(), text));
        let mut applied = Attempt::new(self, &base, changes).run();
        let made = applied.results.iter().filter(|result| result.is_ok()).count();
        let lacking = self.sheet.units.len().saturating_sub(made);
        if lacking > 0 {
            applied.text = None;
            applied.results.iter_mut().filter(|result| result.is_ok()).for_each(|result| {
                *result = Err(Reason::Incomplete(lacking));
            });
        }
        applied
    }
}

/// Changes of one file.
pub(super) struct Attempt<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) base: &'a Version,
    pub(super) changes: &'a [Change],
    pub(super) jobs: Vec<Job>,
    results: Vec<Result<(), Reason>>,
    end: &'static str,
}

/// What is made or refused as one.
pub(super) enum Job {
    /// Values of fields; several only where there is no front matter yet.
    Fields { changes: Vec<usize>, values: Vec<(String, String)> },
    /// New texts of segments.
    Replace { change: usize, segments: Vec<usize>, parts: Vec<Wanted> },
    /// A block of the source that the translation lacks.
    Insert(Insert),
}

pub(super) struct Insert {
    /// Each with its segment of the source.
    pub(super) changes: Vec<(usize, usize)>,
    /// Segments of the source that the block holds.
    pub(super) segments: std::ops::Range<usize>,
    /// The block's lines in the source.
    lines: Span,
    /// How many segments of the translation stand before it.
    pub(super) before: usize,
    at: usize,
}

impl<'a> Attempt<'a> {
    fn new(loaded: &'a Loaded, base: &'a Version, changes: &'a [Change]) -> Self {
        let end = front::end_of_line(&base.document.text);
        let results = vec![Ok(()); changes.len()];
        let mut attempt = Self { loaded, base, changes, jobs: Vec::new(), results, end };
        attempt.plan();
        attempt
    }

    fn run(mut self) -> Applied {
        let ways: Vec<usize> = self.jobs.iter().map(|job| self.ways(job)).collect();
        let found = settle(&ways, &|chosen| self.check(chosen));
        let chosen: Vec<Option<usize>> = found.iter().map(|way| way.as_ref().ok().copied()).collect();
        for (job, way) in self.jobs.iter().zip(&found) {
            if let Err(reason) = way {
                for change in job.changes() {
                    if let Some(result) = self.results.get_mut(change) {
                        *result = Err(reason.clone());
                    }
                }
            }
        }
        let made = chosen.iter().any(Option::is_some);
        let text = if made { self.text(&chosen) } else { None };
        Applied { text, results: self.results }
    }

    fn plan(&mut self) {
        let mut fields = (Vec::new(), Vec::new());
        let mut missing: BTreeMap<u32, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, change) in self.changes.iter().enumerate() {
            let planned = match self.loaded.stands.get(change.unit) {
                None => Err(Reason::SourceChanged),
                Some(Stand::Field(_)) if self.base.document.front.fault.is_some() => {
                    Err(Reason::Unreadable(self.loaded.path.clone()))
                }
                Some(Stand::Field(name)) => {
                    fields.0.push(at);
                    fields.1.push((name.clone(), value(&change.wanted)));
                    Ok(())
                }
                Some(Stand::Block { source, target }) => {
                    let own = if self.loaded.target.is_none() { source } else { target };
                    match source.first() {
                        Some(_)
                            if own.is_empty()
                                && (change.wanted.has_blank_line() || change.wanted.paragraphs().len() > 1) =>
                        {
                            Err(Reason::BlankLine)
                        }
                        Some(first) if own.is_empty() => {
                            let block = self.loaded.source.document.segments.get(*first).map_or(0, |own| own.block);
                            missing.entry(block).or_default().push((at, *first));
                            Ok(())
                        }
                        _ => self.replace(at, change, own.clone()),
                    }
                }
            };
            if let (Err(reason), Some(result)) = (planned, self.results.get_mut(at)) {
                *result = Err(reason);
            }
        }
        if self.base.document.front.format.is_none() && !fields.0.is_empty() {
            self.jobs.push(Job::Fields { changes: fields.0, values: fields.1 });
        } else {
            let one = fields.0.into_iter().zip(fields.1);
            self.jobs.extend(one.map(|(change, value)| Job::Fields { changes: vec![change], values: vec![value] }));
        }
        for (block, changes) in missing {
            match self.insert(block, &changes) {
                Ok(insert) => self.jobs.push(Job::Insert(insert)),
                Err(reason) => changes.iter().for_each(|(at, _)| self.results[*at] = Err(reason.clone())),
            }
        }
    }

    fn replace(&mut self, at: usize, change: &Change, segments: Vec<usize>) -> Result<(), Reason> {
        let parts = change.wanted.paragraphs();
        if change.wanted.has_blank_line() {
            return Err(Reason::BlankLine);
        }
        if parts.len() != segments.len() {
            return Err(if parts.len() > segments.len() { Reason::BlankLine } else { Reason::Structure });
        }
        self.jobs.push(Job::Replace { change: at, segments, parts });
        Ok(())
    }

    /// Where a block of the source goes that the translation lacks: after what translates the text before it.
    fn insert(&self, block: u32, changes: &[(usize, usize)]) -> Result<Insert, Reason> {
        let source = &self.loaded.source.document;
        let start = source.segments.partition_point(|segment| segment.block < block);
        let end = source.segments.partition_point(|segment| segment.block <= block);
        let stands = self.loaded.stands.iter().filter_map(|stand| match stand {
            Stand::Block { source, target } => Some((source.first().copied()?, target)),
            Stand::Field(_) => None,
        });
        let inside = stands.clone().filter(|(first, _)| (start..end).contains(first));
        if inside.clone().any(|(_, target)| !target.is_empty()) {
            return Err(Reason::NoPlace);
        }
        let lacking = inside.count().saturating_sub(changes.len());
        if lacking > 0 {
            return Err(Reason::Incomplete(lacking));
        }
        let before =
            stands.take_while(|(first, _)| *first < start).filter_map(|(_, target)| target.iter().max()).last();
        let own = &self.base.document;
        let before = match before.and_then(|at| own.segments.get(*at)) {
            Some(segment) => own.segments.partition_point(|other| other.block <= segment.block),
            None => 0,
        };
        let at = match before.checked_sub(1).and_then(|last| own.segments.get(last)) {
            Some(last) => line_end(&own.text, last.span.end as usize),
            None => {
                own.segments.first().map_or(own.text.len(), |first| line_start(&own.text, first.span.start as usize))
            }
        };
        let bounds = source.segments.get(start).zip(source.segments.get(end.saturating_sub(1)));
        let Some((first, last)) = bounds else { return Err(Reason::SourceChanged) };
        let lines = Span::new(
            line_start(&source.text, first.span.start as usize),
            line_end(&source.text, last.span.end as usize),
        );
        Ok(Insert { changes: changes.to_vec(), segments: start..end, lines, before, at })
    }

    fn ways(&self, job: &Job) -> usize {
        let of = |change: usize| self.changes.get(change).map_or(1, |change| ways(&change.wanted));
        match job {
            Job::Fields { .. } => front::WAYS,
            Job::Replace { change, .. } => of(*change),
            Job::Insert(insert) => insert.changes.iter().map(|(change, _)| of(*change)).max().unwrap_or(1),
        }
    }

    /// The file with the jobs chosen.
    pub(super) fn text(&self, chosen: &Chosen) -> Option<String> {
        let mut edits = Vec::new();
        for (job, way) in self.jobs.iter().zip(chosen) {
            let Some(way) = *way else { continue };
            match job {
                Job::Fields { values, .. } => edits.extend(self.field_edits(values, way)?),
                Job::Replace { segments, parts, .. } => {
                    for (at, part) in segments.iter().zip(parts) {
                        edits.push(Edit {
                            span: self.base.contents.get(*at)?.span,
                            text: self.written(*at, part, way)?,
                        });
                    }
                }
                Job::Insert(insert) => edits.push(Edit { span: Span::at(insert.at), text: self.block(insert, way)? }),
            }
        }
        splice(&self.base.document.text, edits)
    }

    fn field_edits(&self, values: &[(String, String)], way: usize) -> Option<Vec<Edit>> {
        let (own, source) = (&self.base.document, &self.loaded.source.document);
        if own.front.format.is_none() {
            return Some(vec![front::create(own, source, values, way)?]);
        }
        values.iter().map(|(name, value)| front::edit(own, source, name, value, way)).collect()
    }

    fn written(&self, segment: usize, part: &Wanted, way: usize) -> Option<String> {
        Some(written(part, self.base.document.segments.get(segment)?.kind, way, self.end))
    }

    /// The source's block with its texts replaced, and the blank line that parts it from what stands before or after.
    fn block(&self, insert: &Insert, way: usize) -> Option<String> {
        let source = &self.loaded.source;
        let mut edits = Vec::new();
        for (change, segment) in &insert.changes {
            let kind = source.document.segments.get(*segment)?.kind;
            let text = written(&self.changes.get(*change)?.wanted, kind, way, "\n");
            let span = source.contents.get(*segment)?.span;
            let start = span.start.checked_sub(insert.lines.start)?;
            edits.push(Edit { span: Span { start, end: span.end.checked_sub(insert.lines.start)? }, text });
        }
        let block = splice(insert.lines.slice(&source.document.text), edits)?;
        let block = block.replace("\r\n", "\n").replace('\n', self.end);
        let end = self.end;
        Some(if insert.before > 0 { format!("{end}{end}{block}") } else { format!("{block}{end}{end}") })
    }
}

impl Job {
    fn changes(&self) -> Vec<usize> {
        match self {
            Self::Fields { changes, .. } => changes.clone(),
            Self::Replace { change, .. } => vec![*change],
            Self::Insert(insert) => insert.changes.iter().map(|(change, _)| *change).collect(),
        }
    }
}

/// The value of a field.
fn value(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Raw(text) => text.trim().to_owned(),
        Wanted::Pieces(pieces) => raw(pieces).trim().to_owned(),
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    at + text.get(at..).map_or(0, front::line_length)
}
