//! Whether a changed article is read as it was meant.

use std::collections::BTreeMap;

use super::write::{Attempt, Job};
use super::{Version, front, paragraph_end};
use crate::article::{Document, SegmentKind};
use crate::exchange::reason::Reason;
use crate::exchange::settle::Chosen;
use crate::exchange::unit::{Piece, raw};
use crate::exchange::wanted::{Wanted, check_codes};

/// What a segment must be read as.
struct Expected<'a> {
    kind: SegmentKind,
    depth: u8,
    text: Text<'a>,
}

enum Text<'a> {
    Same(&'a [Piece]),
    /// Of this change.
    Wanted(usize, &'a Wanted),
}

impl Attempt<'_> {
    /// Whether the file with the jobs chosen is read as it is meant, and else as it was.
    pub(super) fn check(&self, chosen: &Chosen) -> Result<(), Reason> {
        let new =
            Version::new(Document::parse(self.base.document.path.clone(), self.text(chosen).ok_or(Reason::Structure)?));
        let made = self.jobs.iter().zip(chosen).filter(|(_, way)| way.is_some());
        let values: Vec<(String, String)> = made
            .flat_map(|(job, _)| if let Job::Fields { values, .. } = job { values.clone() } else { Vec::new() })
            .collect();
        let front = &self.base.document.front;
        if front.fault.is_none() && !front::is_as_wanted(&new.document.front, front, &values) {
            return Err(Reason::Field(values.into_iter().map(|(name, _)| name).next().unwrap_or_default()));
        }
        let expected = self.expected(chosen);
        if expected.len() != new.contents.len() {
            return Err(Reason::Structure);
        }
        let mut read: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
        for ((expected, segment), content) in expected.iter().zip(&new.document.segments).zip(&new.contents) {
            if expected.kind != segment.kind || expected.depth != segment.depth {
                return Err(Reason::Structure);
            }
            match &expected.text {
                Text::Same(pieces) if raw(pieces) != raw(&content.pieces) => return Err(Reason::Structure),
                Text::Same(_) => {}
                Text::Wanted(_, wanted) if !wanted.is(&content.pieces) => return Err(Reason::NotReadBack),
                Text::Wanted(change, _) => {
                    let pieces = read.entry(*change).or_default();
                    if !pieces.is_empty() {
                        pieces.push(Piece::Code(paragraph_end()));
                    }
                    pieces.extend(content.pieces.iter().cloned());
                }
            }
        }
        read.iter().try_for_each(|(change, pieces)| self.check_codes(*change, pieces))
    }

    fn check_codes(&self, change: usize, read: &[Piece]) -> Result<(), Reason> {
        let Some(change) = self.changes.get(change) else { return Ok(()) };
        let segment = self.loaded.sheet.units.get(change.unit).and_then(|unit| unit.segments.first());
        segment.map_or(Ok(()), |segment| check_codes(&change.wanted, read, segment))
    }

    /// What each segment must be read as.
    fn expected(&self, chosen: &Chosen) -> Vec<Expected<'_>> {
        let mut slots: Vec<Vec<Expected<'_>>> = same(self.base).map(|own| vec![own]).collect();
        let mut inserts: BTreeMap<(usize, usize), Vec<Expected<'_>>> = BTreeMap::new();
        for (job, _) in self.jobs.iter().zip(chosen).filter(|(_, way)| way.is_some()) {
            match job {
                Job::Replace { change, segments, parts } => replace(&mut slots, *change, segments, parts),
                Job::Insert(insert) => {
                    let mut block: Vec<Expected<'_>> =
                        same(&self.loaded.source).skip(insert.segments.start).take(insert.segments.len()).collect();
                    for own in &insert.missing {
                        let slot = own.segment.checked_sub(insert.segments.start).and_then(|at| block.get_mut(at));
                        if let Some((slot, asked)) = slot.zip(self.changes.get(own.change)) {
                            slot.text = Text::Wanted(own.change, &asked.wanted);
                        }
                    }
                    inserts.insert((insert.before, insert.segments.start), block);
                }
                Job::Fields { .. } => {}
            }
        }
        let mut expected = Vec::with_capacity(slots.len());
        let mut inserts = inserts.into_iter().peekable();
        for (at, slot) in slots.into_iter().enumerate() {
            while let Some((_, block)) = inserts.next_if(|((before, _), _)| *before <= at) {
                expected.extend(block);
            }
            expected.extend(slot);
        }
        expected.extend(inserts.flat_map(|(_, block)| block));
        expected
    }
}

/// Puts new texts in the place of segments: one for one, or all in the place of the first.
fn replace<'a>(slots: &mut [Vec<Expected<'a>>], change: usize, segments: &[usize], parts: &'a [Wanted]) {
    if segments.len() == parts.len() {
        for (at, part) in segments.iter().zip(parts) {
            if let Some(own) = slots.get_mut(*at).and_then(|slot| slot.first_mut()) {
                own.text = Text::Wanted(change, part);
            }
        }
        return;
    }
    let Some(first) = segments.first().and_then(|at| slots.get(*at)?.first()) else { return };
    let (kind, depth) = (first.kind, first.depth);
    let new = parts.iter().map(|part| Expected { kind, depth, text: Text::Wanted(change, part) }).collect();
    for at in segments {
        if let Some(slot) = slots.get_mut(*at) {
            slot.clear();
        }
    }
    if let Some(slot) = segments.first().and_then(|at| slots.get_mut(*at)) {
        *slot = new;
    }
}

fn same(version: &Version) -> impl Iterator<Item = Expected<'_>> {
    version.document.segments.iter().zip(&version.contents).map(|(segment, content)| Expected {
        kind: segment.kind,
        depth: segment.depth,
        text: Text::Same(&content.pieces),
    })
}
