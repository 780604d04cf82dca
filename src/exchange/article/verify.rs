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
        let mut base: Vec<Expected<'_>> = same(self.base).collect();
        let mut inserts = Vec::new();
        for (job, _) in self.jobs.iter().zip(chosen).filter(|(_, way)| way.is_some()) {
            match job {
                Job::Replace { change, segments, parts } => {
                    for (at, part) in segments.iter().zip(parts) {
                        if let Some(own) = base.get_mut(*at) {
                            own.text = Text::Wanted(*change, part);
                        }
                    }
                }
                Job::Insert(insert) => inserts.push(insert),
                Job::Fields { .. } => {}
            }
        }
        // Later ones first, so that those before stay where they are.
        inserts.sort_by_key(|insert| (insert.before, insert.segments.start));
        for insert in inserts.into_iter().rev() {
            let mut block: Vec<Expected<'_>> =
                same(&self.loaded.source).skip(insert.segments.start).take(insert.segments.len()).collect();
            for (change, segment) in &insert.changes {
                let own = segment.checked_sub(insert.segments.start).and_then(|at| block.get_mut(at));
                if let (Some(own), Some(asked)) = (own, self.changes.get(*change)) {
                    own.text = Text::Wanted(*change, &asked.wanted);
                }
            }
            base.splice(insert.before..insert.before, block);
        }
        base
    }
}

fn same(version: &Version) -> impl Iterator<Item = Expected<'_>> {
    version.document.segments.iter().zip(&version.contents).map(|(segment, content)| Expected {
        kind: segment.kind,
        depth: segment.depth,
        text: Text::Same(&content.pieces),
    })
}
