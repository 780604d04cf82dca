//! The worklist in the order of what to do next.

use std::cmp::Reverse;
use std::io::{self, Write};

use crate::check::coverage::{Content, Left, Work};
use crate::phrase::Phrase;
use crate::report::status::table::left_phrase;
use crate::texts;
use crate::words::Words;

/// Work with the days since its source last changed, where they are known.
pub type Waiting<'a> = (&'a Work, Option<u64>);

/// Sorts work by what to do next: first what readers are told wrongly (stale), then what is there in part, then what is
/// missing; of these what has waited longest, by weeks and months; then what matters most, then what is done soonest.
pub fn order(work: &mut [Waiting<'_>]) {
    work.sort_by(|(a, waited_a), (b, waited_b)| {
        let key = |work: &Work, waited: Option<u64>| {
            let state = match work.left {
                Left::Stale => 0,
                Left::Incomplete => 1,
                Left::Missing => 2,
            };
            (state, Reverse(span(waited)), Reverse(work.weight), work.words)
        };
        key(a, *waited_a).cmp(&key(b, *waited_b)).then_with(|| a.cmp(b))
    });
}

/// Days by what they mean to a newsroom: this week, this month, this season, older.
fn span(days: Option<u64>) -> u8 {
    match days {
        None | Some(0..7) => 0,
        Some(7..30) => 1,
        Some(30..90) => 2,
        Some(90..) => 3,
    }
}

/// Writes the worklist in that order: where to write, then what is to be done, then what it is.
///
/// # Errors
/// When `out` cannot be written to.
pub fn next(work: &[Waiting<'_>], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    if work.is_empty() {
        return writeln!(out, "{}", words.say(&texts::status_all_done()));
    }
    for (entry, waited) in work {
        let target = if entry.target.is_empty() { &entry.source } else { &entry.target };
        match entry.content {
            Content::Articles => writeln!(out, "{target}")?,
            Content::Messages => writeln!(out, "{target}  {}", entry.key)?,
        }
        let state = words.say(&left_phrase(entry.left));
        let amount = words.say(&texts::status_words(entry.words));
        let line = match waited.and_then(|days| usize::try_from(days).ok()) {
            Some(days) => Phrase::new("status-next-line").with("days", days),
            None => Phrase::new("status-work-line"),
        };
        let mut line = words.say(&line.with("state", state).with("amount", amount));
        if entry.weight != 0 {
            let weight = Phrase::new("status-next-weight").with("weight", entry.weight.to_string());
            line = words.say(&weight.with("line", line));
        }
        writeln!(out, "    {line}")?;
        writeln!(out, "    {}", entry.title.split_whitespace().collect::<Vec<_>>().join(" "))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(key: &str, left: Left, weight: i64, words: usize) -> Work {
        Work {
            locale: "ar".to_owned(),
            words,
            content: Content::Articles,
            collection: "news".to_owned(),
            key: key.to_owned(),
            left,
            source: String::new(),
            target: String::new(),
            title: String::new(),
            weight,
            date: None,
        }
    }

    #[test]
    fn wrong_before_missing_then_waiting_weight_and_length() {
        let all = [
            (work("missing", Left::Missing, 900, 1), Some(400)),
            (work("part", Left::Incomplete, 0, 5), Some(400)),
            (work("long", Left::Stale, 5, 50), Some(3)),
            (work("short", Left::Stale, 5, 10), Some(6)),
            (work("read", Left::Stale, 80, 70), Some(1)),
            (work("old", Left::Stale, 0, 70), Some(40)),
        ];
        let mut waiting: Vec<_> = all.iter().map(|(work, days)| (work, *days)).collect();
        order(&mut waiting);
        let keys: Vec<_> = waiting.iter().map(|(work, _)| work.key.as_str()).collect();
        assert_eq!(keys, ["old", "read", "short", "long", "part", "missing"]);
    }
}
