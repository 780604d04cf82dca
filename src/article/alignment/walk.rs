//! Walks through two texts as long as they are straight, and finds the parts that must be looked at closely.

use std::ops::Range;

use crate::article::SegmentKind;
use crate::article::features::Features;
use crate::article::weights::Weights;

/// Up to this price a pair is taken as it stands, where those around it are, too.
const CLOSE: f32 = 1.0;
/// So many close pairs in a row mean that the texts are in step again.
const IN_STEP: usize = 5;
/// So far ahead a common step is looked for.
const AHEAD: usize = 12;
/// How far around a difference the texts are looked at: to a heading, if one is near.
const AROUND: usize = 12;
const HEADING_WITHIN: usize = 28;

/// A part of both texts.
pub(super) struct Part {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
    /// Whether it is one to one, with nothing that speaks against it.
    pub(super) straight: bool,
}

/// The parts of two texts, in order; together they are the whole.
pub(super) fn parts(source: &Features, target: &Features, weights: &Weights) -> Vec<Part> {
    let walk = Walk { source, target, weights };
    let (n, m) = (source.len(), target.len());
    let mut parts: Vec<Part> = Vec::new();
    let (mut start, mut i, mut j) = ((0, 0), 0, 0);
    loop {
        while walk.is_close(i, j) {
            (i, j) = (i + 1, j + 1);
        }
        if (i, j) == (n, m) {
            push(&mut parts, start.0..i, start.1..j, true);
            return parts;
        }
        let back = walk.margin((start.0..i).rev(), i);
        // What is close to the part before belongs to it.
        let joins = back == i - start.0 && parts.last().is_some_and(|part| !part.straight);
        let from = if joins {
            parts.pop().map_or((0, 0), |part| (part.source.start, part.target.start))
        } else {
            push(&mut parts, start.0..i - back, start.1..j - back, true);
            (i - back, j - back)
        };
        let (next, ended) = match walk.in_step_again(i, j) {
            Some((a, b)) => {
                let most = (a..n).zip(b..m).take_while(|(a, b)| walk.is_close(*a, *b)).count();
                let ahead = walk.margin(a..a + most, a);
                ((a + ahead, b + ahead), false)
            }
            None => (walk.last_difference(i, j), true),
        };
        push(&mut parts, from.0..next.0, from.1..next.1, false);
        (start, (i, j)) = (next, next);
        if ended {
            push(&mut parts, i..n, j..m, true);
            return parts;
        }
    }
}

fn push(parts: &mut Vec<Part>, source: Range<usize>, target: Range<usize>, straight: bool) {
    if !source.is_empty() || !target.is_empty() {
        parts.push(Part { source, target, straight });
    }
}

struct Walk<'a> {
    source: &'a Features,
    target: &'a Features,
    weights: &'a Weights,
}

impl Walk<'_> {
    fn is_close(&self, s: usize, t: usize) -> bool {
        let Self { source, target, weights } = self;
        s < source.len()
            && t < target.len()
            && source.kind(s) == target.kind(t)
            && weights.pair(source, s, target, t) < CLOSE
    }

    /// How many of `segments`, which lead away from a difference at `from`, are looked at with it.
    fn margin(&self, segments: impl Iterator<Item = usize>, from: usize) -> usize {
        let mut count = 0;
        for at in segments.take(HEADING_WITHIN) {
            count += 1;
            if matches!(self.source.kind(at), SegmentKind::Heading(_)) {
                // What comes before a heading, and the heading itself.
                return if at < from { count } else { count - 1 };
            }
        }
        count.min(AROUND)
    }

    /// Where the texts are in step again after a difference.
    fn in_step_again(&self, i: usize, j: usize) -> Option<(usize, usize)> {
        let (n, m) = (self.source.len(), self.target.len());
        let is_in_step = |a: usize, b: usize| {
            let ends = n.saturating_sub(a) == m.saturating_sub(b) && a <= n && b <= m;
            let count = (0..IN_STEP).take_while(|k| self.is_close(a + k, b + k)).count();
            count == IN_STEP || ends && a + count == n
        };
        let steps = (1..=AHEAD).flat_map(|sum| (0..=sum).map(move |a| (i + a, j + sum - a)));
        let mut steps = steps.filter(|(a, b)| *a <= n && *b <= m);
        steps.find(|(a, b)| is_in_step(*a, *b))
    }

    /// Before the straight end of both texts.
    fn last_difference(&self, i: usize, j: usize) -> (usize, usize) {
        let (n, m) = (self.source.len(), self.target.len());
        let most = (n - i).min(m - j);
        let close = (1..=most).take_while(|back| self.is_close(n - back, m - back)).count();
        let ahead = self.margin(n - close..n, n - close);
        (n - close + ahead, m - close + ahead)
    }
}
