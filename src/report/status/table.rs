//! The status on a terminal.

use std::io::{self, Write};

use crate::check::coverage::{Content, Coverage, Left, Work};
use crate::locale::Direction;
use crate::phrase::Phrase;
use crate::report::status::percent;
use crate::texts;
use crate::words::Words;

/// Writes the coverage. In a left-to-right language it is a table; in a right-to-left one a list with one label a line,
/// because terminals that reorder would turn a row of Arabic headings around its columns. `hint` is the command that
/// lists what is left, where it is to be named.
///
/// # Errors
/// When `out` cannot be written to.
pub fn table(
    coverage: &[Coverage],
    work: &[Work],
    hint: Option<&str>,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    if coverage.is_empty() {
        return writeln!(out, "{}", words.say(&texts::status_nothing()));
    }
    match words.direction() {
        Direction::Ltr => rows(coverage, words, out)?,
        Direction::Rtl => list(coverage, words, out)?,
    }
    writeln!(out)?;
    if work.is_empty() {
        return writeln!(out, "{}", words.say(&texts::status_all_done()));
    }
    let left: usize = work.iter().map(|work| work.words).sum();
    let summary = texts::status_work_summary(work.len(), left);
    writeln!(out, "{}", words.say(&summary))?;
    match hint {
        Some(command) => writeln!(out, "{}", words.say(&texts::status_work_hint(command))),
        None => Ok(()),
    }
}

const FIGURES: [&str; 6] =
    ["status-total", "status-translated", "status-missing", "status-incomplete", "status-stale", "status-words-left"];

fn figures(row: &Coverage) -> [usize; 6] {
    [row.total, row.translated, row.missing, row.incomplete, row.stale, row.words_left]
}

fn content_name(content: Content, words: &Words) -> String {
    words.say(&match content {
        Content::Articles => texts::status_articles(),
        Content::Messages => texts::status_messages(),
    })
}

fn rows(coverage: &[Coverage], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let mut lines: Vec<Vec<String>> = Vec::with_capacity(coverage.len() + 1);
    let mut head = vec![String::new(), words.say(&texts::status_collection())];
    head.push(words.say(&texts::status_locale()));
    head.extend(FIGURES.iter().map(|id| words.say(&Phrase::new(id))));
    head.push(words.say(&texts::status_share()));
    lines.push(head);
    for row in coverage {
        let mut line = vec![content_name(row.content, words), row.collection.clone(), row.locale.clone()];
        line.extend(figures(row).map(|figure| figure.to_string()));
        line.push(format!("{}%", percent(row.translated, row.total)));
        lines.push(line);
    }
    let columns = lines[0].len();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for line in &lines {
        let mut text = String::new();
        for (column, cell) in line.iter().enumerate() {
            let space = " ".repeat(widths[column] - cell.chars().count());
            let is_figure = column > 2;
            let (before, after) = if is_figure { (space.as_str(), "") } else { ("", space.as_str()) };
            let gap = if column == 0 { "" } else { "  " };
            text.extend([gap, before, cell, after]);
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}

fn list(coverage: &[Coverage], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for (at, row) in coverage.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{} ({} → {})", content_name(row.content, words), row.collection, row.locale)?;
        for (id, figure) in FIGURES.iter().zip(figures(row)) {
            writeln!(out, "  {}: {figure}", words.say(&Phrase::new(id)))?;
        }
        writeln!(out, "  {}: {}%", words.say(&texts::status_share()), percent(row.translated, row.total))?;
    }
    Ok(())
}

/// Writes the worklist: two lines for each text, first where to write, then what.
///
/// # Errors
/// When `out` cannot be written to.
pub fn worklist(work: &[Work], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    if work.is_empty() {
        return writeln!(out, "{}", words.say(&texts::status_all_done()));
    }
    for entry in work {
        let left = words.say(&left_phrase(entry.left));
        let count = words.say(&texts::status_words(entry.words));
        let target = if entry.target.is_empty() { &entry.source } else { &entry.target };
        match entry.content {
            Content::Articles => writeln!(out, "{target}")?,
            Content::Messages => writeln!(out, "{target}  {}", entry.key)?,
        }
        let line = texts::status_work_line(left, count);
        writeln!(out, "    {}", words.say(&line))?;
        writeln!(out, "    {}", entry.title.split_whitespace().collect::<Vec<_>>().join(" "))?;
    }
    let left: usize = work.iter().map(|work| work.words).sum();
    writeln!(out)?;
    let summary = texts::status_work_summary(work.len(), left);
    writeln!(out, "{}", words.say(&summary))
}

/// What is left of a text, in words.
pub(super) fn left_phrase(left: Left) -> Phrase {
    match left {
        Left::Missing => texts::status_left_missing(),
        Left::Incomplete => texts::status_left_incomplete(),
        Left::Stale => texts::status_left_stale(),
    }
}
