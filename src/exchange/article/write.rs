//! Units of an article that came back, written into its translation.

use std::collections::BTreeMap;

use super::escape::{ways, written};
use super::front;
use super::insert::{Insert, Missing};
use super::{Loaded, Stand, Version};
use crate::article::{Document, SegmentKind};
use crate::exchange::reason::Reason;
use crate::exchange::settle::{Chosen, Edit, settle, splice};
use crate::exchange::unit::raw;
use crate::exchange::wanted::{Change, Wanted};

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
        let changes: Vec<Change> = changes.iter().map(|change| self.unwrapped(change)).collect();
        match &self.target {
            Some(target) => Attempt::new(self, target, &changes).run(),
            None => self.create(&changes),
        }
    }

    /// A block's text stands on one line, however a tool has wrapped it.
    fn unwrapped(&self, change: &Change) -> Change {
        let is_block = matches!(self.stands.get(change.unit), Some(Stand::Block { .. }));
        let wanted = if is_block { change.wanted.unwrapped() } else { change.wanted.clone() };
        Change { wanted, ..*change }
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
    /// How the file ends its lines.
    pub(super) end: &'static str,
}

/// What is made or refused as one.
pub(super) enum Job {
    /// Values of fields; several only where there is no front matter yet.
    Fields { changes: Vec<usize>, values: Vec<(String, String)> },
    /// New texts of segments; as many, or paragraphs in the place of paragraphs.
    Replace { change: usize, segments: Vec<usize>, parts: Vec<Wanted> },
    /// What the translation lacks.
    Insert(Insert),
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
        for (job, way) in self.jobs.iter().zip(found) {
            let Err(reason) = way else { continue };
            for change in job.changes() {
                refuse(&mut self.results, change, reason.clone());
            }
        }
        let made = chosen.iter().any(Option::is_some);
        let text = if made { self.text(&chosen) } else { None };
        Applied { text, results: self.results }
    }

    fn plan(&mut self) {
        let mut fields = (Vec::new(), Vec::new());
        let mut missing: BTreeMap<u32, Vec<Missing>> = BTreeMap::new();
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
                Some(Stand::Block { .. }) if change.wanted.has_blank_line() => Err(Reason::BlankLine),
                Some(Stand::Block { source, target }) => {
                    let own = if self.loaded.target.is_none() { source } else { target };
                    match source.first().filter(|_| own.is_empty()) {
                        Some(segment) if change.wanted.paragraphs().len() == 1 => {
                            let block = self.loaded.source.document.segments.get(*segment).map_or(0, |own| own.block);
                            missing.entry(block).or_default().push(Missing { change: at, segment: *segment });
                            Ok(())
                        }
                        Some(_) => Err(Reason::BlankLine),
                        None => self.replace(at, change, own.clone(), source.len()),
                    }
                }
            };
            if let Err(reason) = planned {
                refuse(&mut self.results, at, reason);
            }
        }
        if self.base.document.front.format.is_none() && !fields.0.is_empty() {
            self.jobs.push(Job::Fields { changes: fields.0, values: fields.1 });
        } else {
            let one = fields.0.into_iter().zip(fields.1);
            self.jobs.extend(one.map(|(change, value)| Job::Fields { changes: vec![change], values: vec![value] }));
        }
        for (block, missing) in missing {
            for (missing, planned) in self.inserts(block, missing) {
                match planned {
                    Ok(insert) => self.jobs.push(Job::Insert(insert)),
                    Err(reason) => missing.iter().for_each(|own| refuse(&mut self.results, own.change, reason.clone())),
                }
            }
        }
    }

    /// `given`: how many segments of the source are translated by these.
    fn replace(&mut self, at: usize, change: &Change, segments: Vec<usize>, given: usize) -> Result<(), Reason> {
        let parts = change.wanted.paragraphs();
        let own = |at: &usize| self.base.document.segments.get(*at);
        // What were several paragraphs may become as many as the source has, and the other way round.
        let is_paragraph = |at: &usize| own(at).is_some_and(|own| own.kind == SegmentKind::Paragraph);
        let are_paragraphs = segments.iter().all(is_paragraph) && segments.windows(2).all(|two| two[0] + 1 == two[1]);
        if parts.len() != segments.len() && !(are_paragraphs && parts.len() == given) {
            return Err(if parts.len() > segments.len() { Reason::BlankLine } else { Reason::Structure });
        }
        self.jobs.push(Job::Replace { change: at, segments, parts });
        Ok(())
    }

    fn ways(&self, job: &Job) -> usize {
        let of = |change: usize| self.changes.get(change).map_or(1, |change| ways(&change.wanted));
        match job {
            Job::Fields { .. } => front::WAYS,
            Job::Replace { change, .. } => of(*change),
            Job::Insert(insert) => insert.missing.iter().map(|own| of(own.change)).max().unwrap_or(1),
        }
    }

    /// The file with the jobs chosen.
    pub(super) fn text(&self, chosen: &Chosen) -> Option<String> {
        let mut edits = Vec::new();
        for (job, way) in self.jobs.iter().zip(chosen) {
            let Some(way) = *way else { continue };
            match job {
                Job::Fields { values, .. } => edits.extend(self.field_edits(values, way)?),
                Job::Replace { segments, parts, .. } if segments.len() == parts.len() => {
                    for (at, part) in segments.iter().zip(parts) {
                        let text = self.written(*at, part, way)?;
                        edits.push(Edit { span: self.base.contents.get(*at)?.span, text });
                    }
                }
                Job::Replace { segments, parts, .. } => {
                    let (first, last) = (segments.first()?, segments.last()?);
                    let span = self.base.contents.get(*first)?.span.join(self.base.contents.get(*last)?.span);
                    let sign = self.line_sign(*first);
                    let gap = format!("{}{}{}{sign}", self.end, sign.trim_end(), self.end);
                    let parts = parts.iter().map(|part| self.written(*first, part, way));
                    let text = parts.collect::<Option<Vec<_>>>()?.join(&gap);
                    edits.push(Edit { span, text });
                }
                Job::Insert(insert) => edits.push(self.insertion(insert, way)?),
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
}

impl Job {
    fn changes(&self) -> Vec<usize> {
        match self {
            Self::Fields { changes, .. } => changes.clone(),
            Self::Replace { change, .. } => vec![*change],
            Self::Insert(insert) => insert.missing.iter().map(|own| own.change).collect(),
        }
    }
}

fn refuse(results: &mut [Result<(), Reason>], at: usize, reason: Reason) {
    if let Some(result) = results.get_mut(at) {
        *result = Err(reason);
    }
}

/// The value of a field.
fn value(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Raw(text) => text.trim().to_owned(),
        Wanted::Pieces(pieces) => raw(pieces).trim().to_owned(),
    }
}
