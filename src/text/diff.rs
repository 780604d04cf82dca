//! Which words of a text changed.

use imara_diff::{Algorithm, Diff, InternedInput};

/// A run of words, with the white space that follows each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// In both texts.
    Same(&'a str),
    /// In the old text alone.
    Removed(&'a str),
    /// In the new text alone.
    Added(&'a str),
}

/// The runs that lead from `old` to `new`, in reading order; what was removed stands before what came in its place.
/// How wide the white space is makes no difference.
///
/// ```
/// use mizan::text::diff::{Run, words};
/// assert_eq!(words("open at nine", "open at eight"), [
///     Run::Same("open at "), Run::Removed("nine"), Run::Added("eight"),
/// ]);
/// ```
#[must_use]
pub fn words<'a>(old: &'a str, new: &'a str) -> Vec<Run<'a>> {
    let (before, after) = (cut(old), cut(new));
    let mut input = InternedInput::default();
    input.update_before(before.iter().map(|(_, word)| *word));
    input.update_after(after.iter().map(|(_, word)| *word));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let span = |text: &'a str, words: &[(usize, &str)], from: u32, to: u32| -> &'a str {
        let at = |index: u32| words.get(index as usize).map_or(text.len(), |(start, _)| *start);
        text.get(at(from)..at(to)).unwrap_or_default()
    };
    let mut runs = Vec::new();
    let mut done = 0;
    for hunk in diff.hunks() {
        runs.push(Run::Same(span(new, &after, done, hunk.after.start)));
        runs.push(Run::Removed(span(old, &before, hunk.before.start, hunk.before.end)));
        runs.push(Run::Added(span(new, &after, hunk.after.start, hunk.after.end)));
        done = hunk.after.end;
    }
    runs.push(Run::Same(span(new, &after, done, u32::try_from(after.len()).unwrap_or(u32::MAX))));
    runs.retain(|run| !run.text().is_empty());
    runs
}

impl<'a> Run<'a> {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        match self {
            Self::Same(text) | Self::Removed(text) | Self::Added(text) => text,
        }
    }
}

/// Words with their places; a mark at a word's edge (`,`, `.`, `»`) is a word of its own.
fn cut(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let head = word.len() - word.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let tail = word.trim_end_matches(|c: char| !c.is_alphanumeric()).len().max(head);
        for (from, to) in [(0, head), (head, tail), (tail, word.len())] {
            if from < to {
                words.push((start + from, &word[from..to]));
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_words_and_their_marks_are_told_apart() {
        let runs = words("تنتهي الزيارات في التاسعة.", "تنتهي الزيارات في الثامنة.");
        assert_eq!(
            runs,
            [Run::Same("تنتهي الزيارات في "), Run::Removed("التاسعة"), Run::Added("الثامنة"), Run::Same("."),]
        );
    }

    #[test]
    fn reflowed_text_is_the_same() {
        assert_eq!(words("a b  c", "a\nb c"), [Run::Same("a\nb c")]);
        assert_eq!(words("", "new"), [Run::Added("new")]);
        assert!(words("", "").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn the_runs_make_up_both_texts(old in "([a-c.,]{1,3}[ \n]{0,2}|\u{645}){0,12}", new in "([a-c.,]{1,3}[ \n]{0,2}|\u{645}){0,12}") {
            let runs = words(&old, &new);
            let new_again: String = runs.iter().filter(|run| !matches!(run, Run::Removed(_))).map(Run::text).collect();
            proptest::prop_assert_eq!(new_again.trim(), new.trim());
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            let old_again: String = runs.iter().filter(|run| !matches!(run, Run::Added(_))).map(Run::text).collect();
            proptest::prop_assert_eq!(squeeze(&old_again), squeeze(&old));
        }
    }
}
