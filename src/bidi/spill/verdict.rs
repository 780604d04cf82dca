//! Which phrases spill: the picture of the text as it is written, against that with its phrases isolated.

use std::ops::Range;

use crate::bidi::class::strong;
use crate::bidi::levels::{Isolate, Unit, is_explicit, resolve};
use crate::bidi::picture::Picture;
use crate::bidi::spill::collect::{Candidate, Collected, Level};
use crate::bidi::spill::{Fault, Spill, SpillKind};
use crate::locale::Direction;
use crate::source::Span;

/// A cluster of more phrases than this is mended as a whole, without asking which of them could be left out.
const MOST: usize = 16;

/// Phrases that nothing of the base direction parts, with the text around them: each cluster is ordered by itself.
#[derive(Clone, Debug)]
struct Cluster {
    /// Of the candidates.
    members: Range<usize>,
    /// Bytes of the text.
    window: Range<usize>,
}

pub(super) fn judge(text: &str, base: Direction, collected: &Collected) -> Vec<Spill> {
    let isolates = &collected.isolates;
    let mut spills: Vec<Spill> = Vec::new();
    for level in &collected.levels {
        spills.extend(Court::new(text, level, isolates).judge());
    }
    if spills.is_empty() {
        return spills;
    }
    // What is isolated inside a phrase that needs no isolate itself may bring it into disorder.
    let all: Vec<Candidate> = collected.levels.iter().flat_map(|level| level.candidates.iter().copied()).collect();
    let target = layout(text, base, &all, isolates);
    for widen in [around, |_: &Candidate, _: &[Spill]| true] {
        let kept: Vec<Candidate> = spills.iter().map(candidate).collect();
        if Picture::of(&layout(text, base, &kept, isolates)).looks_like(&Picture::of(&target)) {
            break;
        }
        let more = all.iter().filter(|own| !kept.contains(own) && widen(own, &spills)).collect::<Vec<_>>();
        spills.extend(more.into_iter().map(|own| spill(own, Fault::Captured)));
    }
    spills.sort_by_key(|own| (own.span.start, std::cmp::Reverse(own.span.end)));
    spills
}

fn around(candidate: &Candidate, spills: &[Spill]) -> bool {
    spills.iter().any(|spill| candidate.span.contains(spill.span))
}

fn candidate(spill: &Spill) -> Candidate {
    Candidate { span: spill.span, kind: spill.kind, direction: spill.direction }
}

fn spill(own: &Candidate, fault: Fault) -> Spill {
    Spill { span: own.span, kind: own.kind, direction: own.direction, fault }
}

/// A paragraph with these candidates isolated, beside what is isolated already.
fn layout(text: &str, base: Direction, candidates: &[Candidate], isolates: &[Isolate]) -> Vec<Unit> {
    let chosen = candidates.iter().map(|own| {
        let Range { start, end } = own.span.range();
        Isolate { start, end, direction: Some(own.direction) }
    });
    let mut isolates: Vec<Isolate> = chosen.chain(isolates.iter().copied()).collect();
    isolates.sort_by_key(|isolate| (isolate.start, std::cmp::Reverse(isolate.end)));
    resolve(text, base, &isolates)
}

/// A level before its judge. Places are bytes of its own text.
struct Court<'a> {
    text: &'a str,
    base: Direction,
    start: u32,
    candidates: Vec<Candidate>,
    isolates: Vec<Isolate>,
}

impl<'a> Court<'a> {
    fn new(text: &'a str, level: &Level, isolates: &[Isolate]) -> Self {
        let Range { start, end } = level.span.range();
        let own = |isolate: &&Isolate| {
            start <= isolate.start && isolate.end <= end && (start, end) != (isolate.start, isolate.end)
        };
        let moved = |own: &Candidate| {
            let Range { start: from, end: to } = own.span.range();
            Candidate { span: Span::new(from.saturating_sub(start), to.saturating_sub(start)), ..*own }
        };
        let shifted =
            |own: &Isolate| Isolate { start: own.start - start, end: own.end - start, direction: own.direction };
        Self {
            text: level.span.slice(text),
            base: level.base,
            start: level.span.start,
            candidates: level.candidates.iter().map(moved).collect(),
            isolates: isolates.iter().filter(own).map(shifted).collect(),
        }
    }

    fn judge(&self) -> Vec<Spill> {
        let written = self.layout(&[]);
        let all: Vec<usize> = (0..self.candidates.len()).collect();
        let target = self.layout(&all);
        let differs = |cluster: &Cluster| !same(cluster, &written, &target);
        let clusters: Vec<Cluster> = self.clusters().into_iter().filter(differs).collect();
        if clusters.is_empty() {
            return Vec::new();
        }
        let kept = self.needed(&clusters, &target);
        let (written, target) = (places(&written), places(&target));
        let found = kept.into_iter().filter_map(|index| self.candidates.get(index)).map(|own| {
            let is_captured = shown(own, &written) == shown(own, &target);
            let fault = if is_captured { Fault::Captured } else { Fault::Broken };
            let span = Span { start: own.span.start + self.start, end: own.span.end + self.start };
            Spill { span, ..spill(own, fault) }
        });
        found.collect()
    }

    fn layout(&self, candidates: &[usize]) -> Vec<Unit> {
        let chosen: Vec<Candidate> =
            candidates.iter().filter_map(|index| self.candidates.get(*index)).copied().collect();
        layout(self.text, self.base, &chosen, &self.isolates)
    }

    fn clusters(&self) -> Vec<Cluster> {
        let candidates = &self.candidates;
        let text = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let is_home = |character: char| strong(character) == Some(self.base);
        // Embeddings and isolates bind what letters would part.
        let is_whole = self.text.contains(is_explicit) || !self.isolates.is_empty();
        let mut clusters: Vec<Cluster> = Vec::new();
        for (index, own) in candidates.iter().enumerate() {
            let Range { start, end } = own.span.range();
            match clusters.last_mut() {
                Some(last)
                    if is_whole || start < last.window.end || !text(last.window.end..start).contains(is_home) =>
                {
                    last.members.end = index + 1;
                    last.window.end = last.window.end.max(end);
                }
                _ => clusters.push(Cluster { members: index..index + 1, window: start..end }),
            }
        }
        if is_whole {
            clusters.iter_mut().for_each(|cluster| cluster.window = 0..self.text.len());
            return clusters;
        }
        let mut floor = 0;
        for cluster in &mut clusters {
            let Range { start, end } = cluster.window;
            let before = text(floor..start).rfind(is_home).map_or(floor, |at| floor + at);
            let after = text(end..self.text.len()).find(is_home).map_or(self.text.len(), |at| end + at);
            cluster.window = before..after;
            floor = after;
        }
        clusters
    }

    /// The candidates that are needed: of each cluster those without which it would look different, or all where
    /// several could each be left out, but not together.
    fn needed(&self, clusters: &[Cluster], target: &[Unit]) -> Vec<usize> {
        let all = |cluster: &Cluster| cluster.members.clone().collect::<Vec<_>>();
        let mut kept: Vec<Vec<usize>> = clusters.iter().map(all).collect();
        let rounds = clusters.iter().map(|cluster| cluster.members.len()).filter(|count| *count <= MOST).max();
        let mut needed: Vec<Vec<usize>> = vec![Vec::new(); clusters.len()];
        // Clusters do not touch each other: one of each is left out at a time.
        for round in 0..rounds.unwrap_or(0) {
            let without = |cluster: &Cluster| {
                let one = cluster.members.clone().nth(round);
                cluster.members.clone().filter(|index| Some(*index) != one).collect::<Vec<_>>()
            };
            let units = self.layout(&clusters.iter().flat_map(without).collect::<Vec<_>>());
            for (cluster, needed) in clusters.iter().zip(&mut needed) {
                let one = cluster.members.clone().nth(round).filter(|_| !same(cluster, &units, target));
                needed.extend(one);
            }
        }
        let words = |members: &Vec<usize>| {
            let is_number =
                |index: &usize| self.candidates.get(*index).is_some_and(|own| own.kind == SpillKind::Number);
            members.iter().copied().filter(|index| !is_number(index)).collect::<Vec<_>>()
        };
        let without_numbers: Vec<Vec<usize>> = kept.iter().map(words).collect();
        for choice in [without_numbers, needed] {
            let units = self.layout(&choice.concat());
            for ((cluster, own), choice) in clusters.iter().zip(&mut kept).zip(choice) {
                if choice.len() < own.len() && cluster.members.len() <= MOST && same(cluster, &units, target) {
                    *own = choice;
                }
            }
        }
        kept.concat()
    }
}

/// Whether a cluster looks the same in both.
fn same(cluster: &Cluster, one: &[Unit], other: &[Unit]) -> bool {
    let picture = |units: &[Unit]| {
        let index = |byte: usize| units.partition_point(|unit| (unit.at as usize) < byte);
        let range = index(cluster.window.start)..index(cluster.window.end);
        Picture::of(units.get(range).unwrap_or_default())
    };
    picture(one).looks_like(&picture(other))
}

/// The glyphs in the order of the text, with their places from left to right.
fn places(units: &[Unit]) -> Vec<(u32, usize, char)> {
    let picture = Picture::of(units);
    let mut places: Vec<_> =
        picture.glyphs.iter().enumerate().map(|(place, glyph)| (glyph.at, place, glyph.shown)).collect();
    places.sort_unstable();
    places
}

/// What is shown of a phrase from left to right: its glyphs, and whether they stand together.
fn shown(candidate: &Candidate, places: &[(u32, usize, char)]) -> (Vec<char>, bool) {
    let index = |byte: u32| places.partition_point(|(at, _, _)| *at < byte);
    let range = index(candidate.span.start)..index(candidate.span.end);
    let mut own: Vec<(usize, char)> =
        places.get(range).unwrap_or_default().iter().map(|(_, place, shown)| (*place, *shown)).collect();
    own.sort_unstable();
    let together = own.iter().zip(own.iter().skip(1)).all(|((one, _), (next, _))| one + 1 == *next);
    (own.into_iter().map(|(_, shown)| shown).collect(), together)
}
