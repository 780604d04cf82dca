//! Segments left over on both sides that carry the same things were moved, not lost.

use std::collections::{HashMap, HashSet};

use super::Aligned;
use crate::article::SegmentKind;
use crate::article::features::Features;
use crate::article::weights::Weights;

/// A moved segment must be at least this sure.
const MOVED: f32 = -4.5;
/// A segment beside one that has its partner need only not be unlikely.
const FOLLOWS: f32 = 1.0;
/// Beyond this many comparisons nothing is looked for.
const MOST: usize = 1 << 18;

/// Joins what stands alone on both sides and belongs together, the surest first.
pub(super) fn mend(groups: Vec<Aligned>, source: &Features, target: &Features, weights: &Weights) -> Vec<Aligned> {
    let lone =
        |own: &[u32], other: &[u32]| if own.len() == 1 && other.is_empty() { own.first().copied() } else { None };
    let missing: Vec<u32> = groups.iter().filter_map(|group| lone(&group.source, &group.target)).collect();
    let extra: Vec<u32> = groups.iter().filter_map(|group| lone(&group.target, &group.source)).collect();
    if missing.is_empty() || extra.is_empty() || missing.len().saturating_mul(extra.len()) > MOST {
        return groups;
    }
    let mut runs = Vec::new();
    for (a, s) in missing.iter().enumerate() {
        for (b, t) in extra.iter().enumerate() {
            let follows = a > 0 && b > 0 && missing[a - 1] + 1 == *s && extra[b - 1] + 1 == *t;
            if follows && price(source, missing[a - 1], target, extra[b - 1], weights) < 0.0 {
                continue;
            }
            let steps = (0..).map_while(|k| {
                let (s, t) = (s + k, t + k);
                let both = missing.get(a + k as usize) == Some(&s) && extra.get(b + k as usize) == Some(&t);
                both.then(|| price(source, s, target, t, weights)).filter(|price| *price < 0.0)
            });
            let (count, sum) = steps.fold((0, 0.0), |(count, sum), price| (count + 1, sum + price));
            if sum < MOVED {
                runs.push((sum, *s, *t, count));
            }
        }
    }
    runs.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut moved: Vec<(u32, u32)> = Vec::new();
    for (_, s, t, count) in runs {
        let run = (0..count).map(|k| (s + k, t + k));
        let free = |pair: &(u32, u32)| !moved.iter().any(|other| other.0 == pair.0 || other.1 == pair.1);
        let run: Vec<(u32, u32)> = run.filter(free).collect();
        moved.extend(run);
    }
    let groups = apply(groups, &moved);
    let followed = followers(&groups, source, target, weights);
    with_their_texts(apply(groups, &followed), source, target)
}

/// A heading that took another one's partner gets the one that stands above its own text.
fn with_their_texts(mut groups: Vec<Aligned>, source: &Features, target: &Features) -> Vec<Aligned> {
    let place = |groups: &[Aligned], s: u32| groups.iter().position(|group| group.source == [s]);
    let by_text = |groups: &[Aligned], s: u32| {
        if !matches!(source.kind(s as usize), SegmentKind::Heading(_)) {
            return None;
        }
        let below = &groups.get(place(groups, s.checked_add(1)?)?)?.target;
        let t = below.first()?.checked_sub(1)?;
        (source.kind(s as usize) == target.kind(t as usize)).then_some(t)
    };
    for at in 0..groups.len() {
        let ([s], []) = (&groups[at].source[..], &groups[at].target[..]) else { continue };
        let Some(t) = by_text(&groups, *s) else { continue };
        let taken = groups.iter().position(|group| group.target == [t]);
        let Some(taken) = taken.filter(|at| groups[*at].source.len() == 1) else { continue };
        let Some(better) = by_text(&groups, groups[taken].source[0]).filter(|better| *better != t) else { continue };
        let Some(lone) = groups.iter().position(|group| group.source.is_empty() && group.target == [better]) else {
            continue;
        };
        groups[at].target = vec![t];
        groups[taken].target = vec![better];
        groups[lone].target.clear();
    }
    groups.retain(|group| !group.source.is_empty() || !group.target.is_empty());
    groups
}

/// What stands alone on both sides, beside segments that belong together: a moved section's heading goes with its text.
fn followers(groups: &[Aligned], source: &Features, target: &Features, weights: &Weights) -> Vec<(u32, u32)> {
    let mut partners: HashMap<u32, u32> = HashMap::new();
    let (mut missing, mut extra) = (Vec::new(), HashSet::new());
    for group in groups {
        match (&group.source[..], &group.target[..]) {
            ([s], [t]) => {
                partners.insert(*s, *t);
            }
            ([s], []) => missing.push(*s),
            ([], [t]) => {
                extra.insert(*t);
            }
            _ => {}
        }
    }
    let mut followers = Vec::new();
    // Backwards for what precedes its neighbour, forwards for what follows it.
    let backwards = missing.iter().rev().map(|s| (*s, s.checked_add(1), -1_i64));
    let forwards = missing.iter().map(|s| (*s, s.checked_sub(1), 1_i64));
    for (s, neighbour, step) in backwards.chain(forwards).collect::<Vec<_>>() {
        let beside = neighbour.and_then(|neighbour| partners.get(&neighbour)).copied();
        let Some(t) = beside.and_then(|t| u32::try_from(i64::from(t) + step).ok()) else { continue };
        if !partners.contains_key(&s) && extra.contains(&t) && price(source, s, target, t, weights) < FOLLOWS {
            extra.remove(&t);
            partners.insert(s, t);
            followers.push((s, t));
        }
    }
    followers
}

fn price(source: &Features, s: u32, target: &Features, t: u32, weights: &Weights) -> f32 {
    let (s, t) = (s as usize, t as usize);
    if source.kind(s) == target.kind(t) { weights.pair(source, s, target, t) } else { f32::INFINITY }
}

fn apply(mut groups: Vec<Aligned>, moved: &[(u32, u32)]) -> Vec<Aligned> {
    if moved.is_empty() {
        return groups;
    }
    let mut moved = moved.to_vec();
    moved.sort_unstable();
    let targets: HashSet<u32> = moved.iter().map(|pair| pair.1).collect();
    groups.retain(|group| !(group.source.is_empty() && group.target.iter().all(|at| targets.contains(at))));
    for group in &mut groups {
        let [at] = group.source[..] else { continue };
        if let (true, Ok(found)) = (group.target.is_empty(), moved.binary_search_by_key(&at, |pair| pair.0)) {
            group.target.push(moved[found].1);
        }
    }
    groups
}
