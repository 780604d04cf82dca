//! Whole sections in another order.

use std::ops::Range;

use super::Aligned;
use super::table::{self, GAP};
use crate::article::SegmentKind;
use crate::article::features::Features;
use crate::article::weights::Weights;

/// How bad the straight order must be before another one is looked for, in nats.
const BROKEN: f32 = 6.0;
/// What a section in another place costs.
const MOVED: f32 = 5.0;
/// Beyond this many comparisons no other order is looked for.
const MOST: usize = 1 << 18;

/// The groups of two parts of texts, sections in their order or not.
pub(super) fn align(
    source: &Features,
    from: Range<usize>,
    target: &Features,
    to: Range<usize>,
    weights: &Weights,
) -> Vec<Aligned> {
    let (theirs, ours): (Vec<usize>, Vec<usize>) = (from.collect(), to.collect());
    let (groups, cost) = table::align(source, &theirs, target, &ours, weights);
    let mended = if theirs.len().saturating_mul(ours.len()) <= MOST && is_broken(&groups, source, target, weights) {
        reordered(source, &theirs, target, &ours, weights, cost)
    } else {
        None
    };
    mended.unwrap_or(groups)
}

/// Whether so much does not fit that it may be the order.
fn is_broken(groups: &[Aligned], source: &Features, target: &Features, weights: &Weights) -> bool {
    let (mut bad, mut missing, mut extra) = (0.0, 0.0, 0.0);
    for group in groups {
        match (&group.source[..], &group.target[..]) {
            ([s], [t]) => bad += weights.pair(source, *s as usize, target, *t as usize).max(0.0),
            (_, []) => missing += GAP,
            ([], _) => extra += GAP,
            _ => {}
        }
    }
    bad + f32::min(missing, extra) * 2.0 > BROKEN
}

/// The groups with some sections in another order, where that is cheaper than `cost`.
fn reordered(
    source: &Features,
    theirs: &[usize],
    target: &Features,
    ours: &[usize],
    weights: &Weights,
    cost: f32,
) -> Option<Vec<Aligned>> {
    let (sections, others) = (sections(source, theirs), sections(target, ours));
    if sections.len() < 2 || others.len() < 2 {
        return None;
    }
    let costs: Vec<Vec<f32>> =
        sections.iter().map(|a| others.iter().map(|b| table::cost(source, a, target, b, weights)).collect()).collect();
    let moved = out_of_order(&surest(&costs), &sections);
    if moved.is_empty() {
        return None;
    }
    let rest = |all: &[&[usize]], is_moved: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let kept = all.iter().enumerate().filter(|(at, _)| !is_moved(*at));
        kept.flat_map(|(_, section)| section.iter().copied()).collect()
    };
    let (theirs, ours) = (
        rest(&sections, &|at| moved.iter().any(|pair| pair.0 == at)),
        rest(&others, &|at| moved.iter().any(|pair| pair.1 == at)),
    );
    let (mut groups, mut sum) = table::align(source, &theirs, target, &ours, weights);
    for (a, b) in moved {
        let (more, price) = table::align(source, sections[a], target, others[b], weights);
        groups.extend(more);
        sum += price + MOVED;
    }
    (sum < cost).then(|| arranged(groups))
}

/// Cuts a text at its headings.
fn sections<'a>(features: &Features, segments: &'a [usize]) -> Vec<&'a [usize]> {
    let is_heading = |at: &usize| matches!(features.kind(*at), SegmentKind::Heading(_));
    let mut starts: Vec<usize> = (1..segments.len()).filter(|at| is_heading(&segments[*at])).collect();
    starts.insert(0, 0);
    starts.push(segments.len());
    starts.windows(2).filter_map(|pair| segments.get(pair[0]..pair[1])).filter(|it| !it.is_empty()).collect()
}

/// The sections that are each other's best counterpart.
fn surest(costs: &[Vec<f32>]) -> Vec<(usize, usize)> {
    let best = |values: &mut dyn Iterator<Item = f32>| {
        values.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|it| it.1 < 0.0).map(|it| it.0)
    };
    let of_row = |row: &Vec<f32>| best(&mut row.iter().copied());
    let of_column = |column: usize| best(&mut costs.iter().map(|row| row[column]));
    let pairs = costs.iter().enumerate().filter_map(|(a, row)| Some((a, of_row(row)?)));
    pairs.filter(|(a, b)| of_column(*b) == Some(*a)).collect()
}

/// The pairs outside the heaviest rising sequence: what must have moved.
fn out_of_order(pairs: &[(usize, usize)], sections: &[&[usize]]) -> Vec<(usize, usize)> {
    let weight = |pair: &(usize, usize)| sections[pair.0].len();
    // For each pair the heaviest sequence that ends with it, and the pair before it there.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let before = (0..at).filter(|other| pairs[*other].1 < pair.1).max_by_key(|other| (best[*other].0, at - other));
        best.push((weight(pair) + before.map_or(0, |other| best[other].0), before));
    }
    let mut last = (0..pairs.len()).max_by_key(|at| best[*at].0);
    let mut kept = vec![false; pairs.len()];
    while let Some(at) = last {
        kept[at] = true;
        last = best[at].1;
    }
    pairs.iter().zip(kept).filter(|(_, kept)| !kept).map(|(pair, _)| *pair).collect()
}

/// In the order of the source; a target segment without a source after the one that precedes it in the target.
fn arranged(groups: Vec<Aligned>) -> Vec<Aligned> {
    let (mut with, mut without): (Vec<Aligned>, Vec<Aligned>) =
        groups.into_iter().partition(|group| !group.source.is_empty());
    with.sort_by(|a, b| a.source.cmp(&b.source));
    without.sort_by(|a, b| a.target.cmp(&b.target));
    // Where each target segment stands: after which group, and the how-manieth.
    let mut places = std::collections::HashMap::new();
    for (at, group) in with.iter().enumerate() {
        places.extend(group.target.iter().map(|t| (*t, (at + 1, 0_usize))));
    }
    let mut keyed: Vec<((usize, usize), Aligned)> = Vec::new();
    for group in without {
        let before = group.target.first().and_then(|t| t.checked_sub(1));
        let (at, count) = before.and_then(|t| places.get(&t).copied()).unwrap_or((0, 0));
        places.extend(group.target.iter().map(|t| (*t, (at, count + 1))));
        keyed.push(((at, count + 1), group));
    }
    keyed.extend(with.into_iter().enumerate().map(|(at, group)| ((at + 1, 0), group)));
    keyed.sort_by_key(|it| it.0);
    keyed.into_iter().map(|it| it.1).collect()
}
