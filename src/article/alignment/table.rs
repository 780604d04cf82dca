//! The cheapest way through two texts, found by dynamic programming in a band around the diagonal.

use std::ops::Range;

use super::Aligned;
use crate::article::features::Features;
use crate::article::weights::Weights;

/// The price of a segment that has no partner.
pub(super) const GAP: f32 = 4.0;
/// The price of two segments that stand against one, beside their lengths.
const MERGE: f32 = 3.5;
/// The price of two neighbours in each other's place.
const SWAP: f32 = 4.5;
/// A pair this good is no part of something else.
const GOOD: f32 = -2.5;
/// Cells of a table at most: time and memory stay linear.
const MOST_CELLS: usize = 1 << 21;
/// The band reaches at least this far from the diagonal.
const REACH: usize = 64;

/// How a cell of the table was reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    Pair,
    Missing,
    Extra,
    Merged,
    Split,
    Swap,
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
            Self::Swap => (2, 2),
        }
    }
}

/// A band of a table of `n + 1` rows and `m + 1` columns.
pub(super) struct Band {
    n: usize,
    m: usize,
    reach: usize,
    width: usize,
}

impl Band {
    pub(super) fn new(n: usize, m: usize) -> Self {
        let wanted = REACH.max(n.abs_diff(m) + REACH / 2);
        let reach = wanted.min(MOST_CELLS / (2 * (n + 1))).max(2);
        Self { n, m, reach, width: (2 * reach + 2).min(m + 1) }
    }

    pub(super) fn cells(&self) -> usize {
        (self.n + 1) * self.width
    }

    /// The columns of row `i`.
    fn columns(&self, i: usize) -> Range<usize> {
        let middle = (i * self.m).checked_div(self.n).unwrap_or(self.m);
        let start = middle.saturating_sub(self.reach).min(self.m + 1 - self.width);
        start..start + self.width
    }

    fn cell(&self, i: usize, j: usize) -> Option<usize> {
        let columns = self.columns(i);
        columns.contains(&j).then(|| i * self.width + j - columns.start)
    }
}

/// The groups of these segments of the source and of the target, and what they cost.
pub(super) fn align(
    source: &Features,
    theirs: &[usize],
    target: &Features,
    ours: &[usize],
    weights: &Weights,
) -> (Vec<Aligned>, f32) {
    let band = Band::new(theirs.len(), ours.len());
    let table = Table { source, theirs, target, ours, weights, band };
    let (steps, cost) = table.fill();
    let mut groups = Vec::with_capacity(theirs.len().max(ours.len()));
    let (mut i, mut j) = (theirs.len(), ours.len());
    while i > 0 || j > 0 {
        // Outside the band there is no way but straight on.
        let lone = if i > 0 { Step::Missing } else { Step::Extra };
        let step = table.band.cell(i, j).and_then(|cell| steps.get(cell)).copied();
        let step = step.filter(|step| *step != Step::Start).unwrap_or(lone);
        let (a, b) = step.taken();
        if step == Step::Swap {
            groups.push(Aligned::new(&theirs[i - 1..i], &ours[j - 2..j - 1]));
            groups.push(Aligned::new(&theirs[i - 2..i - 1], &ours[j - 1..j]));
        } else {
            groups.push(Aligned::new(&theirs[i - a..i], &ours[j - b..j]));
        }
        (i, j) = (i - a, j - b);
    }
    groups.reverse();
    (groups, cost)
}

/// What these segments cost at best.
pub(super) fn cost(source: &Features, theirs: &[usize], target: &Features, ours: &[usize], weights: &Weights) -> f32 {
    let band = Band::new(theirs.len(), ours.len());
    Table { source, theirs, target, ours, weights, band }.fill().1
}

struct Table<'a> {
    source: &'a Features,
    theirs: &'a [usize],
    target: &'a Features,
    ours: &'a [usize],
    weights: &'a Weights,
    band: Band,
}

impl Table<'_> {
    /// The last step to each cell, and what it costs to reach the last one.
    fn fill(&self) -> (Vec<Step>, f32) {
        let band = &self.band;
        let mut costs = vec![f32::INFINITY; band.cells()];
        let mut pairs = vec![f32::INFINITY; band.cells()];
        let mut steps = vec![Step::Start; band.cells()];
        for i in 0..=band.n {
            for j in band.columns(i) {
                let Some(here) = band.cell(i, j) else { continue };
                if i + j == 0 {
                    costs[here] = 0.0;
                    continue;
                }
                let mut best = (f32::INFINITY, Step::Start);
                self.offers(i, j, &mut pairs, &mut |step, price| {
                    let (a, b) = step.taken();
                    let cost = band.cell(i - a, j - b).map_or(f32::INFINITY, |cell| costs[cell]) + price;
                    if cost < best.0 {
                        best = (cost, step);
                    }
                });
                (costs[here], steps[here]) = best;
            }
        }
        let last = band.cell(band.n, band.m).map_or(f32::INFINITY, |cell| costs[cell]);
        (steps, last)
    }

    /// The steps that lead to a cell, with their prices.
    fn offers(&self, i: usize, j: usize, pairs: &mut [f32], offer: &mut dyn FnMut(Step, f32)) {
        let Self { source, theirs, target, ours, weights, band } = self;
        if i > 0 {
            offer(Step::Missing, GAP + source.extra_gap(theirs[i - 1]));
        }
        if j > 0 {
            offer(Step::Extra, GAP + target.extra_gap(ours[j - 1]));
        }
        if i == 0 || j == 0 {
            return;
        }
        let (s, t) = (theirs[i - 1], ours[j - 1]);
        let price = weights.pair(source, s, target, t);
        if let Some(cell) = band.cell(i, j) {
            pairs[cell] = price;
        }
        offer(Step::Pair, price);
        let same = source.kind(s) == target.kind(t);
        let whole = price < GOOD && weights.lengths_fit(source, s, target, t);
        if whole {
            return;
        }
        if same && i > 1 && theirs[i - 2] + 1 == s && source.mergeable(s - 1, s) {
            offer(Step::Merged, MERGE + weights.merged(source, s - 1, target, t));
        }
        if same && j > 1 && ours[j - 2] + 1 == t && target.mergeable(t - 1, t) {
            offer(Step::Split, MERGE + weights.split(source, s, target, t - 1));
        }
        if i > 1 && j > 1 && source.alike(theirs[i - 2], s) && target.alike(ours[j - 2], t) {
            let price = |i, j| band.cell(i, j).map_or(f32::INFINITY, |cell| pairs[cell]);
            offer(Step::Swap, SWAP + price(i - 1, j) + price(i, j - 1));
        }
    }
}
