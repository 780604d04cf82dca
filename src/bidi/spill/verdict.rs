//! Which phrases spill: the picture of the text as it is written, against that with its phrases isolated.

use std::ops::Range;

use crate::bidi::levels::{Isolate, Unit, resolve};
use crate::bidi::picture::Picture;
use crate::bidi::spill::collect::{Candidate, Collected};
use crate::bidi::spill::window::windows;
use crate::bidi::spill::{Fault, Spill, SpillKind};
use crate::locale::Direction;
use crate::source::Span;

/// Where more phrases than this stand together, they are mended as a whole, without asking which could be left out.
const MOST: usize = 16;

pub(super) fn judge(text: &str, base: Direction, collected: &Collected) -> Vec<Spill> {
    let isolates = &collected.isolates;
    let mut spills: Vec<Spill> = Vec::new();
    for level in &collected.levels {
        for (window, candidates) in windows(text, level, isolates) {
            spills.extend(Court::new(text, level.base, window, candidates, isolates).judge());
        }
    }
    if collected.levels.len() > 1 && !spills.is_empty() {
        widen(text, base, collected, &mut spills);
    }
    spills.sort_by_key(|own| (own.span.start, std::cmp::Reverse(own.span.end)));
    spills
}

/// What is isolated inside a phrase that needs no isolate itself may bring it into disorder: then it is isolated too.
fn widen(text: &str, base: Direction, collected: &Collected, spills: &mut Vec<Spill>) {
    let all: Vec<Candidate> = collected.levels.iter().flat_map(|level| level.candidates.iter().copied()).collect();
    let target = Picture::of(&layout(text, base, &all, &collected.isolates));
    for wider in [around, |_: &Candidate, _: &[Spill]| true] {
        let kept: Vec<Candidate> = spills.iter().map(candidate).collect();
        if Picture::of(&layout(text, base, &kept, &collected.isolates)).looks_like(&target) {
            return;
        }
        let more: Vec<Spill> = all
            .iter()
            .filter(|own| !kept.contains(own) && wider(own, spills))
            .map(|own| spill(own, Fault::Captured))
            .collect();
        spills.extend(more);
    }
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

/// Phrases that stand together, before their judge. Places are bytes of their window.
struct Court<'a> {
    text: &'a str,
    base: Direction,
    start: u32,
    candidates: Vec<Candidate>,
    isolates: Vec<Isolate>,
}

impl<'a> Court<'a> {
    fn new(text: &'a str, base: Direction, window: Span, candidates: &[Candidate], isolates: &[Isolate]) -> Self {
        let Range { start, end } = window.range();
        let from = isolates.partition_point(|own| own.start < start);
        let within = isolates.get(from..).unwrap_or_default().iter().take_while(|own| own.start < end);
        let is_inner = |own: &&Isolate| own.end <= end && (start, end) != (own.start, own.end);
        let moved = |span: Span| Span {
            start: span.start.saturating_sub(window.start),
            end: span.end.saturating_sub(window.start),
        };
        Self {
            text: window.slice(text),
            base,
            start: window.start,
            candidates: candidates.iter().map(|own| Candidate { span: moved(own.span), ..*own }).collect(),
            isolates: within
                .filter(is_inner)
                .map(|own| Isolate { start: own.start - start, end: own.end - start, direction: own.direction })
                .collect(),
        }
    }

    fn judge(&self) -> Vec<Spill> {
        let written = self.picture(&[]);
        let target = self.picture(&self.candidates);
        if written.looks_like(&target) {
            return Vec::new();
        }
        let kept = self.needed(&target);
        let (written, target) = (places(&written), places(&target));
        let found = kept.iter().map(|own| {
            let is_captured = shown(own, &written) == shown(own, &target);
            let fault = if is_captured { Fault::Captured } else { Fault::Broken };
            let span = Span { start: own.span.start + self.start, end: own.span.end + self.start };
            Spill { span, ..spill(own, fault) }
        });
        found.collect()
    }

    fn picture(&self, candidates: &[Candidate]) -> Picture {
        Picture::of(&layout(self.text, self.base, candidates, &self.isolates))
    }

    /// The candidates that are needed: those without which the text would look different; or all, where several could
    /// each be left out but not together, as in a list. A number that is in order once the words are is not needed.
    fn needed(&self, target: &Picture) -> Vec<Candidate> {
        let all = &self.candidates;
        if all.len() == 1 || all.len() > MOST {
            return all.clone();
        }
        let without = |left: &Candidate| all.iter().filter(|own| *own != left).copied().collect::<Vec<_>>();
        let needed = all.iter().filter(|own| !self.picture(&without(own)).looks_like(target)).copied();
        let words = all.iter().filter(|own| own.kind != SpillKind::Number).copied();
        let choices: [Vec<Candidate>; 2] = [needed.collect(), words.collect()];
        let fits = |choice: &Vec<Candidate>| self.picture(choice).looks_like(target);
        choices.into_iter().find(fits).unwrap_or_else(|| all.clone())
    }
}

/// The glyphs in the order of the text, with their places from left to right.
fn places(picture: &Picture) -> Vec<(u32, usize, char)> {
    let glyphs = picture.glyphs.iter().enumerate();
    let mut places: Vec<_> = glyphs.map(|(place, glyph)| (glyph.at, place, glyph.shown)).collect();
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
