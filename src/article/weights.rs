//! What it costs to say that two segments belong together, in nats: below zero where more speaks for it than against.

use std::ops::Range;

use crate::article::SegmentKind;
use crate::article::features::{End, Feature, Features, Mark};

/// Prices of pairing segments.
pub(crate) struct Weights {
    /// The logarithm of target characters for each source character.
    ratio: f32,
    /// How much each mark and word of the source tells, the rarer the more; empty where all tell the same.
    rarity: Rarity,
    /// Whether Latin words in the target are the exception: one that the source does not have then speaks against.
    foreign: bool,
}

#[derive(Default)]
struct Rarity {
    marks: Vec<f32>,
    words: Vec<f32>,
}

/// What each mark costs that only one side has.
const LONE: f32 = 1.2;
/// From this price on, marks cannot save it.
const HOPELESS: f32 = 3.0;
/// What translations into Arabic have, until the texts themselves show it.
const USUAL_RATIO: f32 = 0.85;

impl Weights {
    /// Prices that are quick to reckon.
    pub(crate) fn of(source: &Features, target: &Features) -> Self {
        Self { ratio: ratio(source, target), rarity: Rarity::default(), foreign: false }
    }

    /// Prices that count what is rare for more than what stands everywhere. `words` says how many words each side has.
    pub(crate) fn with_rarity(self, source: &Features, target: &Features, words: (usize, usize)) -> Self {
        let texts = source.len().max(target.len());
        let rarity = Rarity {
            marks: tell(&source.all_marks, &target.all_marks, texts),
            words: tell(&source.all_words, &target.all_words, texts),
        };
        Self { rarity, foreign: words.1 * 3 < words.0, ..self }
    }

    /// The price of pairing one with one.
    pub(crate) fn pair(&self, source: &Features, s: usize, target: &Features, t: usize) -> f32 {
        let (a, b) = (&source.segments[s], &target.segments[t]);
        let ratio = if a.kind == SegmentKind::CodeBlock { 0.0 } else { self.ratio };
        kind_price(a, b)
            + length_price(a.length.min(b.length), b.log - a.log - ratio)
            + text_price(a, b)
            + self.marks_price(source, source.marks(s), target, target.marks(t))
            + self.words_price(source, source.words(s), target, target.words(t))
    }

    /// Whether two segments are as long as the usual ratio lets expect.
    pub(crate) fn lengths_fit(&self, source: &Features, s: usize, target: &Features, t: usize) -> bool {
        let (a, b) = (&source.segments[s], &target.segments[t]);
        let ratio = b.log - a.log - self.ratio;
        ratio * ratio < 2.0 * length_variance(a.length.min(b.length))
    }

    /// The price of source segments `s` and `s + 1` against target segment `t`.
    pub(crate) fn merged(&self, source: &Features, s: usize, target: &Features, t: usize) -> f32 {
        let (a, b) = (&source.segments[s], &source.segments[s + 1]);
        let joined = joined(a, b);
        let one = &target.segments[t];
        let length = length_price(joined.length.min(one.length), one.log - joined.log - self.ratio);
        let price = length + text_price(&joined, one);
        if price > HOPELESS {
            return price;
        }
        let marks = source.marks(s).start..source.marks(s + 1).end;
        price + self.loose_marks_price(source, marks, target, target.marks(t))
    }

    /// The price of source segment `s` against target segments `t` and `t + 1`.
    pub(crate) fn split(&self, source: &Features, s: usize, target: &Features, t: usize) -> f32 {
        let (a, b) = (&target.segments[t], &target.segments[t + 1]);
        let joined = joined(a, b);
        let one = &source.segments[s];
        let length = length_price(joined.length.min(one.length), joined.log - one.log - self.ratio);
        let price = length + text_price(one, &joined);
        if price > HOPELESS {
            return price;
        }
        let marks = target.marks(t).start..target.marks(t + 1).end;
        price + self.loose_marks_price(source, source.marks(s), target, marks)
    }

    fn marks_price(&self, source: &Features, of: Range<usize>, target: &Features, with: Range<usize>) -> f32 {
        if of.is_empty() && with.is_empty() {
            return 0.0;
        }
        let (sum, count) = self.shared(&source.all_marks, &of, &target.all_marks, &with, &self.rarity.marks);
        let lone = (of.len() - count, with.len() - count);
        #[allow(clippy::cast_precision_loss)] // a handful
        let against = ((lone.0 + lone.1) as f32 * LONE).min(4.0) + (lone.0.min(lone.1) as f32 * 0.8).min(2.0);
        against - (1.2 * sum).min(6.0)
    }

    /// The same for marks of two neighbours, which are sorted only within each.
    fn loose_marks_price(&self, source: &Features, of: Range<usize>, target: &Features, with: Range<usize>) -> f32 {
        if of.is_empty() && with.is_empty() {
            return 0.0;
        }
        let mut others = target.all_marks[with].to_vec();
        let (mut sum, mut lone) = (0.0, 0.0);
        for at in of {
            match others.iter().position(|other| *other == source.all_marks[at]) {
                Some(found) => {
                    others.swap_remove(found);
                    sum += self.rarity.marks.get(at).copied().unwrap_or(USUAL_RARITY);
                }
                None => lone += LONE,
            }
        }
        #[allow(clippy::cast_precision_loss)] // a handful
        let lone = lone + LONE * others.len() as f32;
        lone.min(4.0) - f32::min(1.2 * sum, 6.0)
    }

    fn words_price(&self, source: &Features, of: Range<usize>, target: &Features, with: Range<usize>) -> f32 {
        if with.is_empty() || of.is_empty() && !self.foreign {
            return 0.0;
        }
        let (sum, count) = self.shared(&source.all_words, &of, &target.all_words, &with, &self.rarity.words);
        #[allow(clippy::cast_precision_loss)] // a handful
        let lone = if self.foreign { ((with.len() - count) as f32 * 0.7).min(2.1) } else { 0.0 };
        lone - (0.8 * sum).min(4.0)
    }

    /// How much the marks that both have tell, and how many they are, repeats counted.
    fn shared(
        &self,
        one: &[Mark],
        of: &Range<usize>,
        other: &[Mark],
        with: &Range<usize>,
        rarity: &[f32],
    ) -> (f32, usize) {
        let (mut i, mut j, mut sum, mut count) = (of.start, with.start, 0.0, 0);
        while i < of.end && j < with.end {
            match one[i].cmp(&other[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += rarity.get(i).copied().unwrap_or(USUAL_RARITY);
                    (i, j, count) = (i + 1, j + 1, count + 1);
                }
            }
        }
        (sum, count)
    }
}

/// How much a mark tells where it is not known how rare it is.
const USUAL_RARITY: f32 = 1.2;

/// The usual length of a target text for one of the source: of what stands in both, whatever else is missing.
fn ratio(source: &Features, target: &Features) -> f32 {
    if source.texts == 0 || target.texts == 0 {
        return USUAL_RATIO.ln();
    }
    #[allow(clippy::cast_precision_loss)] // segments of one text
    let mean = |features: &Features| (features.characters + 1.0) / features.texts as f32;
    let shown = (mean(target) / mean(source)).clamp(0.2, 5.0).ln();
    let trust = source.characters / (source.characters + 300.0);
    trust * shown + (1.0 - trust) * USUAL_RATIO.ln()
}

/// For each mark of `one`, how much it tells that another text has it too.
fn tell(one: &[Mark], other: &[Mark], texts: usize) -> Vec<f32> {
    let mut all: Vec<Mark> = one.iter().chain(other).copied().collect();
    all.sort_unstable();
    #[allow(clippy::cast_precision_loss)] // segments of one text
    let rarity = |mark: &Mark| {
        let start = all.partition_point(|other| other < mark);
        let count = all[start..].partition_point(|other| other == mark);
        ((texts + 2) as f32 * 2.0 / (count as f32 + 1.0)).ln().clamp(0.2, 3.0)
    };
    one.iter().map(rarity).collect()
}

fn joined(a: &Feature, b: &Feature) -> Feature {
    let length = a.length + b.length;
    Feature { length, log: (length + 3.0).ln(), sentences: a.sentences.start..b.sentences.end, ..b.clone() }
}

/// The variance of the logarithm of lengths' ratio: short texts vary more.
pub(crate) fn length_variance(length: f32) -> f32 {
    0.006 + 2.2 / (length + 25.0)
}

/// Compares lengths: the logarithm of their ratio, less the usual one.
fn length_price(shorter: f32, ratio: f32) -> f32 {
    // What a match makes likelier than chance, at best; more for long texts, whose lengths agree by chance seldom.
    let best = 0.8 + 1.2 * shorter / (shorter + 100.0);
    (ratio * ratio / (2.0 * length_variance(shorter))).min(7.0) - best
}

/// Compares sentences and how the texts end.
fn text_price(a: &Feature, b: &Feature) -> f32 {
    let sentences = match a.sentences.len().abs_diff(b.sentences.len()) {
        0 if a.sentences.len() > 2 => -1.2,
        0 => -0.6,
        1 => 1.2,
        2 => 2.4,
        _ => 3.2,
    };
    let end = match (a.end, b.end) {
        (End::Other, End::Other) => 0.0,
        (one, other) if one == other => -1.5,
        _ => 1.2,
    };
    sentences + end
}

fn kind_price(source: &Feature, target: &Feature) -> f32 {
    use SegmentKind::{CodeBlock, Figure, Heading, Html, ListItem, Paragraph, Rule, TableCell};
    let depth = if source.depth == target.depth { 0.0 } else { 1.5 };
    let kind = match (source.kind, target.kind) {
        (Heading(a), Heading(b)) => 1.2 * f32::from(a.abs_diff(b)),
        (TableCell { header: a, column: x }, TableCell { header: b, column: y }) => {
            if (a, x) == (b, y) {
                0.0
            } else {
                4.0
            }
        }
        (ListItem(_), ListItem(_)) => 0.0,
        (a, b) if a == b => 0.0,
        (Paragraph, ListItem(_) | Html) | (ListItem(_) | Html, Paragraph) => 2.5,
        (Paragraph, Heading(_)) | (Heading(_), Paragraph) => 4.5,
        (CodeBlock | Figure | Rule, _) | (_, CodeBlock | Figure | Rule) => 12.0,
        _ => 6.0,
    };
    kind + depth + if source.block == target.block { 0.0 } else { 0.05 }
}
