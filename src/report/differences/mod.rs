//! What changed in sources, for translators: on a terminal, and as a page to work from.

#[cfg(feature = "publish")]
mod page;

use std::io::{self, Write};

use crate::phrase::Phrase;
use crate::project::records::{Difference, Differences, Happened, State};
use crate::report::escape::visible;
use crate::report::paint::Paint;
use crate::source::Place;
use crate::text::diff::{self, Run};
use crate::texts;
use crate::words::Words;

#[cfg(feature = "publish")]
pub use page::page;

/// How to show differences.
#[derive(Debug)]
pub struct Show<'a> {
    /// The language spoken.
    pub words: &'a Words,
    /// Put before every path, so that it can be followed.
    pub prefix: &'a str,
    /// Whether to colour.
    pub colour: bool,
}

/// Writes differences for a person at a terminal. Without colours, words that went stand in `[-…-]` and words that came
/// in `{+…+}`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(all: &[Differences], show: &Show<'_>, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(show.colour);
    for differences in all {
        let path = format!("{}{}", show.prefix, visible(&differences.target));
        let state = show.words.say(&state_phrase(differences));
        writeln!(out, "{} {state}", paint.bold(&path))?;
        if differences.state == Some(State::Stale) && !differences.has_old {
            writeln!(out, "  {}", show.words.say(&texts::diff_no_old()))?;
        }
        for change in &differences.changes {
            writeln!(out)?;
            one(change, show, paint, out)?;
        }
        if let Some(hint) = hint(differences) {
            writeln!(out)?;
            writeln!(out, "{}", show.words.say(&hint.with("path", path)))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// How a translation stands, in a sentence.
pub(super) fn state_phrase(differences: &Differences) -> Phrase {
    let stale = differences.changes.iter().filter(|change| change.happened != Happened::Cosmetic).count();
    match differences.state {
        None => texts::diff_unrecorded(),
        Some(State::Current) => texts::diff_current(),
        Some(State::Cosmetic) => texts::diff_cosmetic(),
        Some(State::Stale) => texts::diff_stale(stale),
    }
}

/// What happened to a piece, in a sentence.
pub(super) fn happened_phrase(change: &Difference) -> Phrase {
    let name = match change.happened {
        Happened::Changed => "changed",
        Happened::Added => "added",
        Happened::Removed => "removed",
        Happened::Cosmetic => "cosmetic",
    };
    let phrase = Phrase::new("diff-happened").with("what", name);
    phrase.with("name", change.name.clone().unwrap_or_default())
}

fn hint(differences: &Differences) -> Option<Phrase> {
    match differences.state {
        None => Some(Phrase::new("diff-hint-unrecorded")),
        Some(State::Current) => None,
        Some(_) if differences.is_edited => Some(Phrase::new("diff-hint-edited")),
        Some(_) => Some(Phrase::new("diff-hint")),
    }
}

fn one(change: &Difference, show: &Show<'_>, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let at = |place: &Option<Place>| {
        let place = place.as_ref()?;
        Some(format!("{}{}:{}:{}", show.prefix, visible(&place.path), place.start.line, place.start.column))
    };
    let what = show.words.say(&happened_phrase(change));
    let head = [at(&change.source_place), Some(what)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let head = head.trim_end().to_owned();
    writeln!(out, "  {}", paint.cyan(&head))?;
    let label = |id: &'static str| show.words.say(&Phrase::new(id));
    let (old, new) = (change.old.as_deref().map(one_line), change.new.as_deref().map(one_line));
    match (&old, &new) {
        (Some(old), Some(new)) => {
            let runs = diff::words(old, new);
            writeln!(out, "  {} {}", paint.faint(&label("diff-was")), marked(&runs, paint, true))?;
            writeln!(out, "  {} {}", paint.faint(&label("diff-now")), marked(&runs, paint, false))?;
        }
        (Some(old), None) => writeln!(out, "  {} {}", paint.faint(&label("diff-was")), visible(old))?,
        (None, Some(new)) => writeln!(out, "  {} {}", paint.faint(&label("diff-now")), visible(new))?,
        (None, None) => {}
    }
    match &change.translation {
        // Right-to-left text stands on a line of its own.
        Some(text) => {
            let place = at(&change.target_place).unwrap_or_default();
            writeln!(out, "  {}", paint.faint(&format!("--> {place}")))?;
            writeln!(out, "      {}", visible(&one_line(text)))
        }
        None if change.happened == Happened::Removed => Ok(()),
        None => writeln!(out, "  {}", label("diff-no-translation")),
    }
}

/// The old side or the new side of a change, its own words marked.
fn marked(runs: &[Run<'_>], paint: Paint, old: bool) -> String {
    let mut line = String::new();
    for run in runs {
        let text = visible(run.text());
        // The space after a word is not part of the mark.
        let word = text.trim_end();
        let space = &text[word.len()..];
        match run {
            Run::Same(_) => line.push_str(&text),
            Run::Removed(_) if old && paint.0 => line.extend([&paint.removed(word), space]),
            Run::Removed(_) if old => line.extend(["[-", word, "-]", space]),
            Run::Added(_) if !old && paint.0 => line.extend([&paint.added(word), space]),
            Run::Added(_) if !old => line.extend(["{+", word, "+}", space]),
            Run::Removed(_) | Run::Added(_) => {}
        }
    }
    line.trim_end().to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_on_the_side_that_has_them() {
        let runs = diff::words("Visits end at nine, daily.", "Visits end at eight, daily.");
        assert_eq!(marked(&runs, Paint(false), true), "Visits end at [-nine-], daily.");
        assert_eq!(marked(&runs, Paint(false), false), "Visits end at {+eight+}, daily.");
        assert!(marked(&runs, Paint(true), true).contains("\u{1b}[9;31mnine\u{1b}[0m,"));
    }
}
