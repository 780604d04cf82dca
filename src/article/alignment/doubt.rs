//! Items of lists of which it is hard to say which of them stands alone.

use std::ops::Range;

use super::Aligned;
use super::table::GAP;
use crate::article::SegmentKind;
use crate::article::features::Features;
use crate::article::weights::Weights;

/// By so much another reading of the list must be dearer.
const SURE: f32 = 2.0;
/// Lists with more readings than this are not looked at.
const MOST: usize = 1 << 14;

/// The groups of one list item and nothing, where another item of the list could as well be the lone one.
pub(super) fn doubtful(groups: &[Aligned], source: &Features, target: &Features, weights: &Weights) -> Vec<usize> {
    let mut doubtful = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        if !is_lone(&groups[at]) || !is_item(&groups[at], source, target) {
            at += 1;
            continue;
        }
        let list = list_around(groups, at, source, target);
        let indices = |side: fn(&Aligned) -> &Vec<u32>| {
            let mut all: Vec<usize> = groups[list.clone()].iter().flat_map(side).map(|at| *at as usize).collect();
            all.sort_unstable();
            all
        };
        let (theirs, ours) = (indices(|group| &group.source), indices(|group| &group.target));
        if !theirs.is_empty() && !ours.is_empty() && theirs.len().saturating_mul(ours.len()) <= MOST {
            let (missing, extra) = margins(&theirs, &ours, &|s, t| weights.pair(source, s, target, t));
            let unsure = |at: &usize| {
                let group = &groups[*at];
                let margin = |segments: &[u32], all: &[usize], margins: &[f32]| {
                    let found = segments.first().and_then(|at| all.binary_search(&(*at as usize)).ok());
                    found.and_then(|found| margins.get(found)).copied().unwrap_or(f32::INFINITY)
                };
                is_lone(group)
                    && margin(&group.source, &theirs, &missing).min(margin(&group.target, &ours, &extra)) < SURE
            };
            doubtful.extend((at..list.end).filter(unsure));
        }
        at = list.end;
    }
    doubtful
}

fn is_lone(group: &Aligned) -> bool {
    group.source.len() + group.target.len() == 1
}

fn is_item(group: &Aligned, source: &Features, target: &Features) -> bool {
    let items = |features: &Features, segments: &[u32]| {
        segments.iter().all(|at| matches!(features.kind(*at as usize), SegmentKind::ListItem(_)))
    };
    items(source, &group.source) && items(target, &group.target)
}

/// The groups around this one that are items of the same list.
fn list_around(groups: &[Aligned], at: usize, source: &Features, target: &Features) -> Range<usize> {
    let block =
        |features: &Features, segments: &[u32]| segments.first().map(|at| features.segments[*at as usize].block);
    let (mut theirs, mut ours) = (block(source, &groups[at].source), block(target, &groups[at].target));
    let mut belongs = |group: &Aligned| {
        let (a, b) = (block(source, &group.source), block(target, &group.target));
        let fits = |own: Option<u32>, other: Option<u32>| own.is_none() || other.is_none() || own == other;
        let belongs = is_item(group, source, target) && fits(theirs, a) && fits(ours, b);
        if belongs {
            (theirs, ours) = (theirs.or(a), ours.or(b));
        }
        belongs
    };
    let before = groups[..at].iter().rev().take_while(|group| belongs(group)).count();
    let after = groups[at..].iter().take_while(|group| belongs(group)).count();
    at - before..at + after
}

/// For each segment of both sides: how much dearer the cheapest reading becomes in which it has a partner, compared
/// with the cheapest in which it has none.
fn margins(theirs: &[usize], ours: &[usize], pair: &dyn Fn(usize, usize) -> f32) -> (Vec<f32>, Vec<f32>) {
    let (n, m) = (theirs.len(), ours.len());
    let width = m + 1;
    let prices: Vec<f32> = theirs.iter().flat_map(|s| ours.iter().map(|t| pair(*s, *t))).collect();
    let mut forth = vec![0.0_f32; (n + 1) * width];
    let mut back = forth.clone();
    for i in 0..=n {
        for j in 0..=m {
            let here = i * width + j;
            let mut best = if i + j == 0 { 0.0 } else { f32::INFINITY };
            best = if i > 0 { best.min(forth[here - width] + GAP) } else { best };
            best = if j > 0 { best.min(forth[here - 1] + GAP) } else { best };
            forth[here] =
                if i > 0 && j > 0 { best.min(forth[here - width - 1] + prices[(i - 1) * m + j - 1]) } else { best };
        }
    }
    for i in (0..=n).rev() {
        for j in (0..=m).rev() {
            let here = i * width + j;
            let mut best = if i == n && j == m { 0.0 } else { f32::INFINITY };
            best = if i < n { best.min(back[here + width] + GAP) } else { best };
            best = if j < m { best.min(back[here + 1] + GAP) } else { best };
            back[here] = if i < n && j < m { best.min(back[here + width + 1] + prices[i * m + j]) } else { best };
        }
    }
    let least = |values: &mut dyn Iterator<Item = f32>| values.fold(f32::INFINITY, f32::min);
    let paired = |i: usize, j: usize| forth[i * width + j] + prices[i * m + j] + back[(i + 1) * width + j + 1];
    let missing = |i: usize| {
        let alone = least(&mut (0..=m).map(|j| forth[i * width + j] + GAP + back[(i + 1) * width + j]));
        least(&mut (0..m).map(|j| paired(i, j))) - alone
    };
    let extra = |j: usize| {
        let alone = least(&mut (0..=n).map(|i| forth[i * width + j] + GAP + back[i * width + j + 1]));
        least(&mut (0..n).map(|i| paired(i, j))) - alone
    };
    ((0..n).map(missing).collect(), (0..m).map(extra).collect())
}
