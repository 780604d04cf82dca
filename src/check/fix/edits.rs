//! Edits of one text: which go together, and what they make of it.

use crate::check::Fix;
use crate::source::Span;

/// What becomes of a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Its edits are among those to be made.
    Taken,
    /// It touches bytes that another one replaces: it waits for the next round.
    Waits,
    /// It does not fit the text.
    Misplaced,
}

/// Edits that go together: ascending and apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Edits {
    sorted: Vec<(Span, String)>,
}

impl Edits {
    /// Takes all edits of a fix, or none. One that is there already (another finding asks for the same) is made once.
    pub(super) fn take(&mut self, fix: &Fix, text: &str) -> Fate {
        let mut own: Vec<&(Span, String)> = fix.edits.iter().collect();
        own.sort();
        let fits = |(span, _): &&(Span, String)| text.get(span.range()).is_some();
        if own.is_empty() || !own.iter().all(fits) || own.windows(2).any(|pair| clash(pair[0].0, pair[1].0)) {
            return Fate::Misplaced;
        }
        let mut places = Vec::with_capacity(own.len());
        for edit in own {
            let at = self.sorted.partition_point(|known| known < edit);
            if self.sorted.get(at) == Some(edit) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|before| self.sorted.get(before));
            let neighbours = before.into_iter().chain(self.sorted.get(at));
            if neighbours.into_iter().any(|(span, _)| clash(*span, edit.0)) {
                return Fate::Waits;
            }
            places.push((at, edit.clone()));
        }
        for (at, edit) in places.into_iter().rev() {
            self.sorted.insert(at, edit);
        }
        Fate::Taken
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The text with the edits made; every byte outside their spans stays.
    pub(super) fn apply(&self, text: &str) -> String {
        let mut after = String::with_capacity(text.len());
        let mut from = 0;
        for (span, new) in &self.sorted {
            let range = span.range();
            after.push_str(text.get(from..range.start).unwrap_or_default());
            after.push_str(new);
            from = range.end;
        }
        after.push_str(text.get(from..).unwrap_or_default());
        after
    }

    /// Where a span of the text before stands in the text after. What an edit replaces becomes all of its new text.
    pub(super) fn moved(&self, span: Span) -> Span {
        Span::new(self.moved_offset(span.start as usize, false), self.moved_offset(span.end as usize, true))
    }

    fn moved_offset(&self, offset: usize, is_end: bool) -> usize {
        let (mut added, mut removed) = (0, 0);
        for (span, new) in &self.sorted {
            let range = span.range();
            let is_before = range.end <= offset && (range.start < offset || is_end);
            if is_before {
                added += new.len();
                removed += range.len();
            } else if range.start < offset {
                let inside = if is_end { new.len() } else { 0 };
                return range.start + added + inside - removed;
            } else {
                break;
            }
        }
        offset + added - removed
    }
}

/// Whether two edits cannot both be made: their bytes overlap, or their order at one place would decide the result.
fn clash(one: Span, other: Span) -> bool {
    let overlap = one.start < other.end && other.start < one.end;
    overlap || (one.start == other.start && (one.is_empty() || other.is_empty()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        Fix { edits: edits.iter().map(|(start, end, new)| (Span::new(*start, *end), (*new).to_owned())).collect() }
    }

    fn taken(text: &str, fixes: &[Fix]) -> (Vec<Fate>, String) {
        let mut edits = Edits::default();
        let fates = fixes.iter().map(|fix| edits.take(fix, text)).collect();
        (fates, edits.apply(text))
    }

    #[test]
    fn edits_apart_are_all_made_whatever_their_order() {
        let text = "one two three";
        let fixes = [fix(&[(8, 13, "3")]), fix(&[(0, 3, "1"), (4, 7, "2")])];
        assert_eq!(taken(text, &fixes), (vec![Fate::Taken; 2], "1 2 3".to_owned()));
    }

    #[test]
    fn of_two_that_overlap_the_later_waits_as_a_whole() {
        let text = "one two three";
        let fixes = [fix(&[(0, 5, "x")]), fix(&[(4, 7, "2"), (8, 13, "3")]), fix(&[(8, 13, "III")])];
        assert_eq!(taken(text, &fixes), (vec![Fate::Taken, Fate::Waits, Fate::Taken], "xwo III".to_owned()));
    }

    #[test]
    fn the_same_edit_is_made_once_and_neighbours_do_not_clash() {
        let text = "abc";
        let fixes = [fix(&[(1, 1, "-")]), fix(&[(1, 1, "-"), (2, 3, "C")]), fix(&[(2, 2, "+")]), fix(&[(0, 1, "A")])];
        let fates = vec![Fate::Taken, Fate::Taken, Fate::Waits, Fate::Taken];
        assert_eq!(taken(text, &fixes), (fates, "A-bC".to_owned()));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let text = "aم";
        for wrong in [
            fix(&[(2, 3, "x")]),
            fix(&[(0, 9, "x")]),
            fix(&[]),
            fix(&[(0, 1, "x"), (0, 1, "y")]),
            Fix { edits: vec![(Span { start: 3, end: 1 }, String::new())] },
        ] {
            assert_eq!(
                taken(text, std::slice::from_ref(&wrong)),
                (vec![Fate::Misplaced], text.to_owned()),
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn places_move_with_the_text() {
        let text = "one two three";
        let mut edits = Edits::default();
        edits.take(&fix(&[(0, 3, "eleven"), (4, 7, ""), (13, 13, "!")]), text);
        let after = edits.apply(text);
        assert_eq!(after, "eleven  three!");
        let moved = |start, end| edits.moved(Span::new(start, end)).slice(&after);
        assert_eq!(moved(8, 13), "three!", "an insertion at its edge counts as its own");
        assert_eq!(moved(0, 3), "eleven");
        assert_eq!(moved(1, 2), "eleven");
        assert_eq!(moved(4, 7), "");
        assert_eq!(moved(3, 4), " ");
    }

    proptest! {
        #[test]
        fn any_fixes_change_only_what_is_inside_their_spans(
            text in "([a-z \n\r\u{FEFF}]|[\u{600}-\u{6FF}]){0,40}",
            given in proptest::collection::vec(
                proptest::collection::vec((0usize..90, 0usize..12, "[X\u{645}\n]{0,4}"), 1..4), 0..8),
        ) {
            let mut edits = Edits::default();
            let mut made: Vec<(Span, String)> = Vec::new();
            for list in &given {
                let fix = Fix {
                    edits: list.iter().map(|(start, length, new)| (Span::new(*start, start + length), new.clone())).collect(),
                };
                if edits.take(&fix, &text) == Fate::Taken {
                    made.extend(fix.edits);
                }
            }
            made.sort();
            made.dedup();
            let after = edits.apply(&text);
            // Between the spans every byte of the text stands as before, in order.
            let (mut old, mut new) = (0, 0);
            for (span, replacement) in &made {
                let kept = &text[old..span.range().start];
                prop_assert_eq!(&after[new..new + kept.len()], kept);
                new += kept.len();
                prop_assert_eq!(&after[new..new + replacement.len()], replacement.as_str());
                new += replacement.len();
                old = span.range().end;
            }
            prop_assert_eq!(&after[new..], &text[old..]);
        }

        #[test]
        fn what_no_edit_touches_moves_as_it_is(
            text in "[a-z\u{600}-\u{6FF}]{0,30}",
            list in proptest::collection::vec((0usize..60, 0usize..6, "[XY]{0,4}"), 0..5),
            at in 0usize..60, length in 1usize..10,
        ) {
            let mut edits = Edits::default();
            for (start, long, new) in list {
                edits.take(&Fix { edits: vec![(Span::new(start, start + long), new)] }, &text);
            }
            let span = Span::new(at, at + length);
            let touches = |other: &Span| other.start <= span.end && span.start <= other.end;
            if text.get(span.range()).is_some() && !edits.sorted.iter().any(|(other, _)| touches(other)) {
                let after = edits.apply(&text);
                prop_assert_eq!(edits.moved(span).slice(&after), span.slice(&text));
            }
        }
    }
}
