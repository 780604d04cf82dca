//! Segments that belong together, and are far longer or shorter than the rest of the text leads to expect.

use crate::article::SegmentKind;
use crate::article::alignment::Aligned;
use crate::article::features::Features;
use crate::article::weights::length_variance;

/// A group whose target is too long or too short for its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outlier {
    /// Index of the group.
    pub(crate) group: usize,
    /// Whether the target is too long.
    pub(crate) longer: bool,
    /// Sentences of the source and of the target, where their number shows it.
    pub(crate) sentences: Option<(usize, usize)>,
}

/// So many deviations are enough without regard to sentences.
const ALONE: f32 = 3.2;
/// A text must be this long to say what is usual in it.
const LONG_ENOUGH: f32 = 40.0;
/// What it costs that one sentence was made of two; of three; that two were cut otherwise; that one stands alone.
const JOINED: f32 = 3.0;
const JOINED_THREE: f32 = 5.0;
const RECUT: f32 = 5.0;
const LONE: f32 = 3.3;
/// Beyond this, sentences are not compared one by one.
const MOST_SENTENCES: usize = 40;

/// One group's lengths.
struct Measure {
    group: usize,
    /// Characters of the shorter side.
    shorter: f32,
    /// The logarithm of target by source.
    ratio: f32,
    /// Characters of each sentence, of the source and of the target.
    sentences: (Vec<f32>, Vec<f32>),
}

/// The outliers among `groups`, in their order.
pub(crate) fn outliers(groups: &[Aligned], source: &Features, target: &Features) -> Vec<Outlier> {
    let measures: Vec<Measure> = (0..groups.len()).filter_map(|at| measure(at, &groups[at], source, target)).collect();
    let long = || measures.iter().filter(|it| it.shorter >= LONG_ENOUGH);
    let Some(usual) = middle(long().map(|it| it.ratio).collect()) else { return Vec::new() };
    let deviation = |it: &Measure| (it.ratio - usual) / length_variance(it.shorter).sqrt();
    // A translator who is free with lengths is judged by that.
    let spread = middle(long().map(|it| deviation(it).abs()).collect()).unwrap_or(0.0) * 1.4;
    let judge = |it: &Measure| {
        let deviation = deviation(it) / spread.max(1.0);
        let (theirs, ours) = (&it.sentences.0, &it.sentences.1);
        let differs = theirs.len() != ours.len() && (ours.len() > theirs.len()) == (deviation > 0.0);
        let lone = differs && has_lone_sentence(theirs, ours, usual);
        let sentences = differs.then_some((theirs.len(), ours.len()));
        (lone || deviation.abs() >= ALONE).then_some(Outlier { group: it.group, longer: deviation > 0.0, sentences })
    };
    measures.iter().filter_map(judge).collect()
}

fn measure(group: usize, aligned: &Aligned, source: &Features, target: &Features) -> Option<Measure> {
    let (theirs, ours) = (whole(source, &aligned.source)?, whole(target, &aligned.target)?);
    let ratio = ((ours.0 + 3.0) / (theirs.0 + 3.0)).ln();
    Some(Measure { group, shorter: theirs.0.min(ours.0), ratio, sentences: (theirs.1, ours.1) })
}

/// Characters and sentences of all these segments, where they are running text.
fn whole(features: &Features, segments: &[u32]) -> Option<(f32, Vec<f32>)> {
    let (mut length, mut sentences) = (0.0, Vec::new());
    for at in segments {
        let feature = features.segments.get(*at as usize)?;
        if !matches!(feature.kind, SegmentKind::Paragraph | SegmentKind::ListItem(_) | SegmentKind::Footnote) {
            return None;
        }
        length += feature.length;
        let range = feature.sentences.start as usize..feature.sentences.end as usize;
        sentences.extend_from_slice(features.all_sentences.get(range)?);
    }
    (length > 0.0).then_some((length, sentences))
}

/// Whether the sentences of two segments match best where one is left over, and not where some were joined or cut.
fn has_lone_sentence(theirs: &[f32], ours: &[f32], usual: f32) -> bool {
    if theirs.len().max(ours.len()) > MOST_SENTENCES {
        return false;
    }
    cheapest(theirs, ours, usual, LONE) < cheapest(theirs, ours, usual, f32::INFINITY)
}

/// The cheapest way to match sentences by their lengths, where one that stands alone costs `lone`.
fn cheapest(theirs: &[f32], ours: &[f32], usual: f32, lone: f32) -> f32 {
    let steps: [(usize, usize, f32); 8] = [
        (1, 1, 0.0),
        (1, 0, lone),
        (0, 1, lone),
        (2, 1, JOINED),
        (1, 2, JOINED),
        (3, 1, JOINED_THREE),
        (1, 3, JOINED_THREE),
        (2, 2, RECUT),
    ];
    let width = ours.len() + 1;
    let mut costs = vec![f32::INFINITY; (theirs.len() + 1) * width];
    costs[0] = 0.0;
    for i in 0..=theirs.len() {
        for j in 0..=ours.len() {
            for (a, b, price) in steps {
                if a > i || b > j {
                    continue;
                }
                let (s, t): (f32, f32) = (theirs[i - a..i].iter().sum(), ours[j - b..j].iter().sum());
                let cost =
                    costs[(i - a) * width + j - b] + price + if a * b == 0 { 0.0 } else { mismatch(s, t, usual) };
                let here = &mut costs[i * width + j];
                *here = here.min(cost);
            }
        }
    }
    costs.last().copied().unwrap_or(0.0)
}

/// How unlikely it is that two texts of these lengths say the same.
fn mismatch(source: f32, target: f32, usual: f32) -> f32 {
    let ratio = ((target + 3.0) / (source + 3.0)).ln() - usual;
    (ratio * ratio / (2.0 * length_variance(source.min(target)))).min(8.0)
}

/// The mean of the middle half: steadier than the median where there are few.
fn middle(mut values: Vec<f32>) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    let quarter = values.len() / 4;
    let middle = &values[quarter..values.len() - quarter];
    #[allow(clippy::cast_precision_loss)] // segments of one text
    (!middle.is_empty()).then(|| middle.iter().sum::<f32>() / middle.len() as f32)
}
