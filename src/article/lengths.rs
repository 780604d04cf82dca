//! Segments that belong together, and are far longer or shorter than the rest of the text leads to expect.

use crate::article::SegmentKind;
use crate::article::alignment::Aligned;
use crate::article::features::{Feature, Features};
use crate::article::weights::length_variance;

/// A group whose target is too long or too short for its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outlier {
    /// Index of the group.
    pub(crate) group: usize,
    /// Whether the target is too long.
    pub(crate) longer: bool,
    /// Sentences of the source and of the target, where their number shows it.
    pub(crate) sentences: Option<(u16, u16)>,
}

/// So many deviations are enough where the number of sentences differs, too.
const WITH_SENTENCE: f32 = 0.8;
/// And at least this part of what so many sentences come to.
const PART: f32 = 0.45;
/// And at least this part of the text (as a logarithm): a clause is no sentence.
const LEAST: f32 = 0.08;
/// So many are enough alone.
const ALONE: f32 = 3.2;
/// A text must be this long to say what is usual in it.
const LONG_ENOUGH: f32 = 40.0;

/// One group's lengths.
struct Measure {
    group: usize,
    /// Characters of the shorter side.
    shorter: f32,
    /// The logarithm of target by source.
    ratio: f32,
    /// Sentences of the source and of the target.
    sentences: (u16, u16),
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
        let agree = deviation * f32::from(it.sentences.1) > deviation * f32::from(it.sentences.0);
        // Two sentences that were made one leave the length as it is; one that is missing takes its part of it.
        let by_sentences = (f32::from(it.sentences.1.max(1)) / f32::from(it.sentences.0.max(1))).ln().abs();
        let gap = (it.ratio - usual).abs();
        let far = agree && deviation.abs() >= WITH_SENTENCE && gap >= LEAST && gap >= by_sentences * PART;
        let sentences = agree.then_some(it.sentences);
        (far || deviation.abs() >= ALONE).then_some(Outlier { group: it.group, longer: deviation > 0.0, sentences })
    };
    measures.iter().filter_map(judge).collect()
}

fn measure(group: usize, aligned: &Aligned, source: &Features, target: &Features) -> Option<Measure> {
    let (theirs, ours) = (whole(source, &aligned.source)?, whole(target, &aligned.target)?);
    Some(Measure {
        group,
        shorter: theirs.0.min(ours.0),
        ratio: ((ours.0 + 3.0) / (theirs.0 + 3.0)).ln(),
        sentences: (theirs.1, ours.1),
    })
}

/// Characters and sentences of all these segments, where they are running text.
fn whole(features: &Features, segments: &[u32]) -> Option<(f32, u16)> {
    let mut sum: Option<(f32, u16)> = None;
    for at in segments {
        let feature: &Feature = features.segments.get(*at as usize)?;
        if !matches!(feature.kind, SegmentKind::Paragraph | SegmentKind::ListItem(_) | SegmentKind::Footnote) {
            return None;
        }
        let (length, sentences) = sum.unwrap_or_default();
        sum = Some((length + feature.length, sentences.saturating_add(feature.sentences)));
    }
    sum.filter(|sum| sum.0 > 0.0)
}

/// The mean of the middle half: steadier than the median where there are few.
fn middle(mut values: Vec<f32>) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    let quarter = values.len() / 4;
    let middle = &values[quarter..values.len() - quarter];
    #[allow(clippy::cast_precision_loss)] // segments of one text
    (!middle.is_empty()).then(|| middle.iter().sum::<f32>() / middle.len() as f32)
}
