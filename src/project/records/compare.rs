//! What has changed in a source since a translation was recorded.

use std::collections::HashSet;

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::article::Document;
use crate::fingerprint::{Fingerprint, blob_id};
use crate::project::records::Record;

/// How a translation stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Made from the source as it is.
    Current,
    /// Only the source's markup or the order of its segments has changed.
    Cosmetic,
    /// The source has changed in meaning.
    Stale,
}

/// One thing that changed in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A segment says something else: its index now, and its index when recorded.
    Changed(usize, usize),
    /// A segment is new: its index now.
    Added(usize),
    /// A segment is gone: its index when recorded, and the index of the segment that now stands in its place.
    Removed(usize, usize),
    /// A segment is written otherwise, and says the same: its index now, and its index when recorded.
    Cosmetic(usize, usize),
    /// A field says something else, or is new or gone.
    Field(String),
}

/// What has changed in a source since a translation was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The worst of the changes.
    pub state: State,
    /// The changes: fields, then segments in order.
    pub changes: Vec<Change>,
}

/// Compares the source with what it was when the translation was recorded; `fields` are the translated ones. A field
/// that the record does not know, because the configuration did not name it then, is no change.
#[must_use]
pub fn compare(record: &Record, source: &Document, fields: &[String]) -> Comparison {
    if record.source == blob_id(&source.text) {
        return Comparison { state: State::Current, changes: Vec::new() };
    }
    let mut changes = Vec::new();
    let now = source.field_fingerprints(fields);
    for (name, was) in &record.named {
        let is_same = now.iter().any(|(own, now)| own == name && now.text == was.text);
        if !is_same && fields.contains(name) {
            changes.push(Change::Field(name.clone()));
        }
    }
    changes.extend(segment_changes(&record.segments, &source.fingerprints()));
    let worst = changes.iter().map(|change| match change {
        Change::Cosmetic(..) => State::Cosmetic,
        _ => State::Stale,
    });
    Comparison { state: worst.max().unwrap_or(State::Current), changes }
}

/// How a message stands to its record; `None` where it has none.
#[must_use]
pub fn compare_message(record: &Record, name: &str, now: Fingerprint) -> Option<State> {
    let was = record.named.get(name)?;
    Some(if was.text != now.text {
        State::Stale
    } else if was.markup != now.markup {
        State::Cosmetic
    } else {
        State::Current
    })
}

/// What changed between two states of a source's segments.
pub(super) fn segment_changes(was: &[Fingerprint], now: &[Fingerprint]) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut input = InternedInput::default();
    input.update_before(was.iter().map(|fingerprint| fingerprint.text));
    input.update_after(now.iter().map(|fingerprint| fingerprint.text));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let (mut old, mut new) = (0, 0);
    for hunk in diff.hunks() {
        let (before, after) =
            (hunk.before.start as usize..hunk.before.end as usize, hunk.after.start as usize..hunk.after.end as usize);
        same(was, now, old..before.start, new, &mut changes);
        let pairs = before.len().min(after.len());
        changes.extend((0..pairs).map(|at| Change::Changed(after.start + at, before.start + at)));
        changes.extend((after.start + pairs..after.end).map(Change::Added));
        changes.extend((before.start + pairs..before.end).map(|at| Change::Removed(at, after.end)));
        (old, new) = (before.end, after.end);
    }
    same(was, now, old..was.len(), new, &mut changes);
    settle_moves(was, now, changes)
}

/// The segments that a translation stands for, once those changes of `was` to `now` that `is_answered` says yes to were
/// followed: in the order of the source as it is; what was not answered keeps what it stood for.
pub(super) fn follow(
    was: &[Fingerprint],
    now: &[Fingerprint],
    mut is_answered: impl FnMut(&Change) -> bool,
) -> Vec<Fingerprint> {
    let mut places: Vec<Vec<Fingerprint>> = now.iter().map(|own| vec![*own]).collect();
    let mut end = Vec::new();
    for change in segment_changes(was, now).into_iter().filter(|change| !is_answered(change)) {
        match change {
            Change::Changed(index, old) => places[index] = vec![was[old]],
            Change::Added(index) => places[index].clear(),
            Change::Removed(old, next) => match places.get_mut(next) {
                Some(place) => place.insert(0, was[old]),
                None => end.push(was[old]),
            },
            Change::Cosmetic(..) | Change::Field(_) => {}
        }
    }
    places.push(end);
    places.concat()
}

/// Segments whose text is the same: their markup may differ.
fn same(was: &[Fingerprint], now: &[Fingerprint], old: std::ops::Range<usize>, new: usize, changes: &mut Vec<Change>) {
    let start = old.start;
    let differs = old.filter(|at| now.get(new + at - start).is_some_and(|now| now.markup != was[*at].markup));
    changes.extend(differs.map(|at| Change::Cosmetic(new + at - start, at)));
}

/// A segment that is gone in one place and new in another was moved: nothing is to be translated.
fn settle_moves(was: &[Fingerprint], now: &[Fingerprint], changes: Vec<Change>) -> Vec<Change> {
    let text_of = |list: &[Fingerprint], at: usize| list.get(at).map(|own| own.text);
    let gone: HashSet<_> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Changed(_, old) | Change::Removed(old, _) => text_of(was, *old),
            _ => None,
        })
        .collect();
    let new: HashSet<_> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Changed(at, _) | Change::Added(at) => text_of(now, *at),
            _ => None,
        })
        .collect();
    if gone.is_disjoint(&new) {
        return changes;
    }
    let old_place = |text| was.iter().position(|own| Some(own.text) == text).unwrap_or_default();
    changes
        .into_iter()
        .flat_map(|change| match change {
            Change::Added(at) if gone.contains(&now[at].text) => {
                vec![Change::Cosmetic(at, old_place(text_of(now, at)))]
            }
            Change::Removed(old, _) if new.contains(&was[old].text) => vec![],
            Change::Changed(at, old) => match (gone.contains(&now[at].text), new.contains(&was[old].text)) {
                (false, false) => vec![Change::Changed(at, old)],
                (false, true) => vec![Change::Added(at)],
                (true, is_moved) => {
                    let mut both = vec![Change::Cosmetic(at, old_place(text_of(now, at)))];
                    if !is_moved {
                        both.push(Change::Removed(old, at + 1));
                    }
                    both
                }
            },
            other => vec![other],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const BASE: &str =
        "---\ntitle: Visits\ndate: 2024-01-02\n---\n# Hours\n\nOne is here.\n\nTwo is here.\n\n- a\n- b\n";

    fn document(text: &str) -> Document {
        Document::parse(Arc::from("en.md"), text.to_owned())
    }

    fn changes(now: &str) -> (State, Vec<Change>) {
        let fields = ["title".to_owned()];
        let record = Record::of_article(&document(BASE), &fields, "");
        let comparison = compare(&record, &document(now), &fields);
        (comparison.state, comparison.changes)
    }

    #[test]
    fn each_kind_of_change_is_told_apart() {
        assert_eq!(changes(BASE), (State::Current, vec![]));
        assert_eq!(changes(&BASE.replace('\n', "\r\n")), (State::Current, vec![]));
        assert_eq!(changes(&BASE.replace("One is", "One\nis")), (State::Current, vec![]));
        assert_eq!(changes(&BASE.replace("One is", "One *is*")), (State::Cosmetic, vec![Change::Cosmetic(1, 1)]));
        assert_eq!(changes(&BASE.replace("One is", "Five are")), (State::Stale, vec![Change::Changed(1, 1)]));
        assert_eq!(changes(&BASE.replace("- a\n", "- a\n- c\n")), (State::Stale, vec![Change::Added(4)]));
        assert_eq!(changes(&BASE.replace("One is here.\n\n", "")), (State::Stale, vec![Change::Removed(1, 1)]));
        assert_eq!(changes(&BASE.replace("Visits", "Hours")), (State::Stale, vec![Change::Field("title".to_owned())]));
        // Shared fields are another rule's matter.
        assert_eq!(changes(&BASE.replace("01-02", "01-03")), (State::Current, vec![]));
    }

    #[test]
    fn a_moved_segment_is_cosmetic() {
        let moved = BASE.replace("One is here.\n\nTwo is here.", "Two is here.\n\nOne is here.");
        assert_eq!(changes(&moved).0, State::Cosmetic);
        let swapped_and_changed = BASE.replace("One is here.\n\nTwo is here.", "Two is here.\n\nNine is here.");
        assert_eq!(changes(&swapped_and_changed).0, State::Stale);
    }

    proptest::proptest! {
        /// Whatever happened, a source whose texts are those recorded is not stale, and any other is.
        #[test]
        fn stale_is_a_matter_of_texts(was in proptest::collection::vec(0_u32..5, 0..12), now in proptest::collection::vec(0_u32..5, 0..12)) {
            let of = |texts: &[u32]| texts.iter().map(|text| Fingerprint { text: *text, markup: 0 }).collect::<Vec<_>>();
            let changes = segment_changes(&of(&was), &of(&now));
            let stale = changes.iter().any(|change| !matches!(change, Change::Cosmetic(..)));
            let (old, new): (HashSet<_>, HashSet<_>) = (was.iter().collect(), now.iter().collect());
            if old != new {
                proptest::prop_assert!(stale);
            }
            if was == now {
                proptest::prop_assert!(changes.is_empty());
            }
        }
    }
}
