//! Changes that are made together only where each is read back as it was meant.

use std::ops::Range;

use crate::exchange::reason::Reason;
use crate::source::Span;

/// A replacement of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// What is replaced.
    pub(crate) span: Span,
    /// By what.
    pub(crate) text: String,
}

/// Makes the edits; of several at one place, in the order given. `None` where two overlap.
pub(crate) fn splice(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| edit.span.start);
    let mut new = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut done = 0;
    for edit in edits {
        new.push_str(text.get(done..edit.span.start as usize)?);
        new.push_str(&edit.text);
        done = edit.span.end as usize;
    }
    new.push_str(text.get(done..)?);
    Some(new)
}

/// Which way of writing each change was taken; `None` for changes that are not made.
pub(crate) type Chosen = [Option<usize>];

/// Tries the ways of writing each change (`ways` counts them) until what is chosen holds together: all at once first,
/// then in ever smaller parts, so that a few that do not fit cost little.
pub(crate) fn settle(ways: &[usize], check: &dyn Fn(&Chosen) -> Result<(), Reason>) -> Vec<Result<usize, Reason>> {
    let mut settling =
        Settling { ways, check, chosen: vec![None; ways.len()], found: vec![Err(Reason::NotReadBack); ways.len()] };
    settling.part(0..ways.len());
    settling.found
}

struct Settling<'a> {
    ways: &'a [usize],
    check: &'a dyn Fn(&Chosen) -> Result<(), Reason>,
    chosen: Vec<Option<usize>>,
    found: Vec<Result<usize, Reason>>,
}

impl Settling<'_> {
    fn part(&mut self, range: Range<usize>) {
        match range.len() {
            0 => {}
            1 => self.one(range.start),
            length => {
                self.chosen[range.clone()].fill(Some(0));
                if (self.check)(&self.chosen).is_ok() {
                    self.found[range].fill(Ok(0));
                    return;
                }
                self.chosen[range.clone()].fill(None);
                let middle = range.start + length / 2;
                self.part(range.start..middle);
                self.part(middle..range.end);
            }
        }
    }

    fn one(&mut self, at: usize) {
        let mut first = None;
        for way in 0..self.ways[at] {
            self.chosen[at] = Some(way);
            match (self.check)(&self.chosen) {
                Ok(()) => {
                    self.found[at] = Ok(way);
                    return;
                }
                // The reason that the plainest way gives is the one to tell.
                Err(reason) => first = first.or(Some(reason)),
            }
        }
        self.chosen[at] = None;
        self.found[at] = Err(first.unwrap_or(Reason::NotReadBack));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_keep_their_order_and_the_rest() {
        let edit = |start, end, text: &str| Edit { span: Span::new(start, end), text: text.to_owned() };
        let edits = vec![edit(4, 4, "1"), edit(0, 1, "A"), edit(4, 4, "2")];
        assert_eq!(splice("abcdef", edits).as_deref(), Some("Abcd12ef"));
        assert_eq!(splice("abcdef", vec![edit(0, 3, ""), edit(2, 4, "")]), None);
        assert_eq!(splice("م", vec![edit(1, 1, "")]), None);
    }

    #[test]
    fn what_does_not_fit_is_found_and_the_rest_is_made() {
        // The third fits in no way, the fifth only in its second.
        let check = |chosen: &Chosen| match (chosen[2], chosen[4]) {
            (Some(_), _) => Err(Reason::Structure),
            (None, Some(0)) => Err(Reason::BlankLine),
            _ => Ok(()),
        };
        let found = settle(&[2, 1, 2, 1, 2, 1], &check);
        assert_eq!(found, [Ok(0), Ok(0), Err(Reason::Structure), Ok(0), Ok(1), Ok(0)]);
    }
}
