//! Which segments of a source and a target belong together.
//!
//! Two translators' habits make position alone useless: paragraphs are merged, split, left out and moved. So segments
//! are compared by kind, depth, length and by what survives translation (numbers, addresses, code, words kept in the
//! source's script), and the cheapest way through both texts is found by dynamic programming. Lengths are judged as by
//! Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993).

use crate::article::features::{Features, Weights};
use crate::article::{Document, SegmentKind};

/// Which segments of a source and a target belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// In the order of the source; a target segment without a source stands after the one that precedes it.
    pub groups: Vec<Aligned>,
}

/// Segments that belong together: usually one and one; one side may be empty (missing, extra) or have several
/// (merged, split).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aligned {
    /// Indices of source segments.
    pub source: Vec<u32>,
    /// Indices of target segments.
    pub target: Vec<u32>,
}

impl Aligned {
    fn new(source: std::ops::Range<usize>, target: std::ops::Range<usize>) -> Self {
        let indices = |range: std::ops::Range<usize>| range.filter_map(|at| u32::try_from(at).ok()).collect();
        Self { source: indices(source), target: indices(target) }
    }
}

/// The price of a segment that has no partner.
const GAP: f32 = 3.6;
/// The price of two segments that stand against one, beside their lengths.
const MERGE: f32 = 2.6;
/// Beyond this many cells the texts are cut at headings that surely belong together.
const MOST_CELLS: usize = 1 << 20;

impl Alignment {
    /// Aligns the segments of `source` and `target`.
    #[must_use]
    pub fn of(source: &Document, target: &Document) -> Self {
        // Words cost the most to collect, and can only speak for a pair: most articles are straight without them.
        if let Some(groups) = straight(&Features::of(source, false), &Features::of(target, false)) {
            return Self { groups };
        }
        let target = Features::of(target, true);
        let source = Features::of(source, target.has_words());
        Self { groups: mend_moves(align(&source, &target), &source, &target) }
    }
}

/// The common case, cheaply: the same kinds of blocks in the same order, with nothing that speaks against it.
fn straight(source: &Features, target: &Features) -> Option<Vec<Aligned>> {
    if source.len() != target.len() {
        return None;
    }
    let weights = Weights::of(source, target);
    for at in 0..source.len() {
        let close = source.kind(at) == target.kind(at) && weights.pair(source, at, target, at) < GAP;
        if !close {
            return None;
        }
    }
    Some((0..source.len()).map(|at| Aligned::new(at..at + 1, at..at + 1)).collect())
}

/// How a cell of the table was reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    Pair,
    Missing,
    Extra,
    Merged,
    Split,
}

impl Step {
    /// Segments taken of the source and of the target.
    fn taken(self) -> (usize, usize) {
        match self {
            Self::Start => (0, 0),
            Self::Pair => (1, 1),
            Self::Missing => (1, 0),
            Self::Extra => (0, 1),
            Self::Merged => (2, 1),
            Self::Split => (1, 2),
        }
    }
}

fn align(source: &Features, target: &Features) -> Vec<Aligned> {
    let mut groups = Vec::with_capacity(source.len().max(target.len()));
    let (mut from, mut to) = (0, 0);
    for (source_end, target_end) in cuts(source, target) {
        align_part(source, from..source_end, target, to..target_end, &mut groups);
        (from, to) = (source_end, target_end);
    }
    groups
}

/// Where to cut texts that are too long for one table: at every block of `side` segments, so that time and memory
/// stay linear. Real articles are one part.
fn cuts(source: &Features, target: &Features) -> Vec<(usize, usize)> {
    let (n, m) = (source.len(), target.len());
    let parts = (n.saturating_mul(m) / MOST_CELLS + 1).min(n.max(m).max(1));
    (1..=parts).map(|part| (n * part / parts, m * part / parts)).collect()
}

fn align_part(
    source: &Features,
    from: std::ops::Range<usize>,
    target: &Features,
    to: std::ops::Range<usize>,
    groups: &mut Vec<Aligned>,
) {
    let (n, m) = (from.len(), to.len());
    let width = m + 1;
    let weights = Weights::of(source, target);
    let mut costs = vec![f32::INFINITY; (n + 1) * width];
    let mut steps = vec![Step::Start; (n + 1) * width];
    costs[0] = 0.0;
    for i in 0..=n {
        for j in 0..=m {
            let here = i * width + j;
            let mut best = (costs[here], Step::Start);
            let mut offer = |step: Step, price: f32| {
                let (a, b) = step.taken();
                let cost = costs[(i - a) * width + (j - b)] + price;
                if cost < best.0 {
                    best = (cost, step);
                }
            };
            let (s, t) = (from.start + i, to.start + j);
            if i > 0 && j > 0 {
                offer(Step::Pair, weights.pair(source, s - 1, target, t - 1));
            }
            if i > 0 {
                offer(Step::Missing, GAP + source.extra_gap(s - 1));
            }
            if j > 0 {
                offer(Step::Extra, GAP + target.extra_gap(t - 1));
            }
            if i > 1 && j > 0 && source.mergeable(s - 2, s - 1) && target.kind(t - 1) == source.kind(s - 1) {
                offer(Step::Merged, MERGE + weights.merged(source, s - 2, target, t - 1));
            }
            if i > 0 && j > 1 && target.mergeable(t - 2, t - 1) && source.kind(s - 1) == target.kind(t - 1) {
                offer(Step::Split, MERGE + weights.split(source, s - 1, target, t - 2));
            }
            if best.1 != Step::Start {
                (costs[here], steps[here]) = best;
            }
        }
    }
    let first = groups.len();
    let (mut i, mut j) = (n, m);
    while i > 0 || j > 0 {
        let (a, b) = steps[i * width + j].taken();
        let (s, t) = (from.start + i, to.start + j);
        groups.push(Aligned::new(s - a..s, t - b..t));
        (i, j) = (i - a, j - b);
    }
    groups[first..].reverse();
}

/// Segments left over on both sides that carry the same numbers, addresses or code were moved, not lost.
fn mend_moves(groups: Vec<Aligned>, source: &Features, target: &Features) -> Vec<Aligned> {
    let weights = Weights::of(source, target);
    let alone = |group: &Aligned, source_side: bool| {
        let (one, other) = if source_side { (&group.source, &group.target) } else { (&group.target, &group.source) };
        (one.len() == 1 && other.is_empty()).then(|| one[0] as usize)
    };
    let missing: Vec<usize> = (0..groups.len()).filter(|at| alone(&groups[*at], true).is_some()).collect();
    let mut extra: Vec<usize> = (0..groups.len()).filter(|at| alone(&groups[*at], false).is_some()).collect();
    let mut moved = vec![None; groups.len()];
    let mut gone = vec![false; groups.len()];
    for at in missing {
        let Some(s) = alone(&groups[at], true) else { continue };
        let price = |candidate: usize| {
            let t = alone(&groups[candidate], false)?;
            let same = source.kind(s) == target.kind(t) && weights.evidence(source, s, target, t);
            same.then(|| (weights.pair(source, s, target, t), candidate))
        };
        let best = extra.iter().filter_map(|candidate| price(*candidate)).min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, candidate)) = best {
            moved[at] = alone(&groups[candidate], false);
            gone[candidate] = true;
            extra.retain(|other| *other != candidate);
        }
    }
    let kept = groups.into_iter().enumerate().filter(|(at, _)| !gone[*at]);
    kept.map(|(at, mut group)| {
        group.target.extend(moved[at].and_then(|t| u32::try_from(t).ok()));
        group
    })
    .collect()
}

/// Whether a segment of this kind holds prose that a translator works on.
#[must_use]
pub(crate) fn is_prose(kind: SegmentKind) -> bool {
    !matches!(kind, SegmentKind::CodeBlock | SegmentKind::Rule | SegmentKind::Figure)
}
