//! Which segments of a source and a target belong together.
//!
//! Translators' habits make position alone useless: paragraphs are merged, split, left out and moved. So segments are
//! compared by kind, depth, length, sentences and by what survives translation (numbers, addresses, code, words kept in
//! the source's script), and the cheapest way through both texts is found by dynamic programming. Lengths are judged
//! after Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993).

mod doubt;
mod moves;
mod sections;
mod table;
#[cfg(test)]
mod tests;
mod walk;

use std::ops::Range;

use crate::article::features::Features;
use crate::article::lengths::{self, Outlier};
use crate::article::weights::Weights;
use crate::article::{Document, SegmentKind};
use walk::Part;

/// Which segments of a source and a target belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// In the order of the source; a target segment without a source stands after the one that precedes it.
    pub groups: Vec<Aligned>,
    /// Groups whose lengths do not fit each other.
    pub(crate) outliers: Vec<Outlier>,
    /// Indices of groups of one list item and nothing, of which another item could as well be the lone one; ascending.
    pub(crate) doubtful: Vec<usize>,
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
    fn new(source: &[usize], target: &[usize]) -> Self {
        let indices = |all: &[usize]| all.iter().filter_map(|at| u32::try_from(*at).ok()).collect();
        Self { source: indices(source), target: indices(target) }
    }
}

impl Alignment {
    /// Aligns the segments of `source` and `target`.
    #[must_use]
    pub fn of(source: &Document, target: &Document) -> Self {
        let (mut theirs, mut ours) = (Features::of(source), Features::of(target));
        let mut weights = Weights::of(&theirs, &ours);
        let parts = walk::parts(&theirs, &ours, &weights);
        let unclear = |side: fn(&Part) -> &Range<usize>| {
            let unclear = parts.iter().filter(|part| !part.straight).map(side).cloned();
            unclear.flatten().collect::<Vec<usize>>()
        };
        // Words cost the most to read, and most articles are straight without them.
        if parts.iter().any(|part| !part.straight) {
            let words = ours.read_words(target, unclear(|part| &part.target).into_iter(), None);
            let mut wanted = ours.all_words.clone();
            wanted.sort_unstable();
            wanted.dedup();
            let unclear = if wanted.is_empty() { Vec::new() } else { unclear(|part| &part.source) };
            let others = theirs.read_words(source, unclear.into_iter(), Some(&wanted));
            weights = weights.with_rarity(&theirs, &ours, (others, words));
        }
        let mut groups = Vec::with_capacity(theirs.len().max(ours.len()));
        for part in parts {
            if part.straight {
                groups.extend(part.source.zip(part.target).map(|(s, t)| Aligned::new(&[s], &[t])));
            } else {
                groups.extend(sections::align(&theirs, part.source, &ours, part.target, &weights));
            }
        }
        let groups = moves::mend(groups, &theirs, &ours, &weights);
        let outliers = lengths::outliers(&groups, &theirs, &ours);
        let doubtful = doubt::doubtful(&groups, &theirs, &ours, &weights);
        Self { groups, outliers, doubtful }
    }
}

/// Whether a segment of this kind holds prose that a translator works on.
#[must_use]
pub(crate) fn is_prose(kind: SegmentKind) -> bool {
    !matches!(kind, SegmentKind::CodeBlock | SegmentKind::Rule | SegmentKind::Figure)
}
