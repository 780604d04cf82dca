//! How much of a text was changed.

use std::collections::HashSet;

/// Words beyond which texts are compared as sets.
const MOST_WORDS: usize = 600;

/// The share of words that differ, from 0 (the same) to 1 (another text).
pub(super) fn distance(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    let longer = a.len().max(b.len());
    if longer == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let share = |part: usize| part as f64 / longer as f64;
    if longer <= MOST_WORDS {
        return share(strsim::generic_levenshtein(&a, &b));
    }
    let (first, second): (HashSet<_>, HashSet<_>) = (a.iter().collect(), b.iter().collect());
    share(first.symmetric_difference(&second).count().min(longer))
}

/// Words with a digit or of Latin script, which a translator carries over: what of `new` is not in `old`.
pub(super) fn introduced<'a>(old: &str, new: &'a str) -> Vec<&'a str> {
    let is_carried = |word: &&str| word.chars().any(|c| c.is_ascii_digit());
    let trim = |word: &'a str| word.trim_matches(|c: char| !c.is_alphanumeric());
    let known: HashSet<&str> =
        old.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    new.split_whitespace().map(trim).filter(is_carried).filter(|word| !known.contains(word)).collect()
}

/// Whether a change from `target_old` to `target_new` answers the change from `source_old` to `source_new`, or is a
/// small mend that happened later: it changes as much, or carries over what the source introduced.
pub(super) fn answers(source_old: &str, source_new: &str, target_old: &str, target_new: &str) -> bool {
    let change = distance(target_old, target_new);
    if change == 0.0 {
        return false;
    }
    let introduced_by_source = introduced(source_old, source_new);
    if !introduced_by_source.is_empty() {
        let introduced_by_target = introduced(target_old, target_new);
        return introduced_by_source.iter().any(|word| introduced_by_target.contains(word))
            // The number may be written as a word.
            || (introduced_by_target.is_empty() && change >= 0.3 && change >= 2.0 * distance(source_old, source_new));
    }
    change * 2.0 >= distance(source_old, source_new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_mended_is_no_answer_to_a_sentence_rewritten() {
        let (old, new) = ("Visits are free of charge for all", "Visits must be paid for at the front desk");
        let arabic = "الزيارات مجانية للجميغ في كل الأيام";
        assert!(!answers(old, new, arabic, "الزيارات مجانية للجميع في كل الأيام"));
        assert!(answers(old, new, arabic, "يجب دفع ثمن الزيارة في مكتب الاستقبال"));
        assert!(!answers(old, new, arabic, arabic));
    }

    #[test]
    fn a_number_that_changed_is_looked_for() {
        let (old, new) =
            ("The clinic opens at 8:30 on all working days", "The clinic opens at 9:00 on all working days");
        assert!(answers(old, new, "تفتح العيادة في 8:30 في أيام العمل", "تفتح العيادة في 9:00 في أيام العمل"));
        assert!(!answers(old, new, "تفتح العيادة في 8:30 في أيام العمل", "تُفتح العيادة في 8:30 في أيام العمل"));
    }

    #[test]
    fn distance_is_a_share() {
        assert!((distance("a b c d", "a b c x") - 0.25).abs() < 1e-9);
        assert_eq!(distance("", " "), 0.0);
        assert_eq!(distance("a", ""), 1.0);
        let long = "w ".repeat(5_000);
        assert_eq!(distance(&long, &long), 0.0);
    }
}
