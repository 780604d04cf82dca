//! What would change, as a unified diff that `patch` and `git apply` understand.

use std::io::{self, Write};
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::check::fix::Change;
use crate::report::escape::visible;
use crate::report::paint::Paint;

/// Unchanged lines around those that change.
const CONTEXT: usize = 3;

/// How a diff is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style<'a> {
    /// What leads from the reader's folder to the project's (`newsroom/`), or nothing. Where it leads up (`../`) it is left
    /// out, since `patch` does not follow such paths: paths then start at the project's folder.
    pub prefix: &'a str,
    /// Whether the lines are coloured.
    pub colour: bool,
    /// Whether a person reads it on a terminal: characters that a terminal hides or obeys are then shown by their number.
    /// Otherwise every byte is as it is in the files, so that the diff can be applied.
    pub visible: bool,
}

/// Writes what changes.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(changes: &[Change], style: Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    changes.iter().try_for_each(|change| file(change, style, out))
}

fn file(change: &Change, style: Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (before, after) = (lines(&change.before), lines(&change.after));
    let paint = Paint(style.colour);
    for (sign, side) in [("---", "a"), ("+++", "b")] {
        writeln!(out, "{}", paint.bold(&format!("{sign} {}", name(side, &change.path, style))))?;
    }
    let changes = changes(&before, &after);
    for group in changes.chunk_by(|one, next| next.old.start - one.old.end <= 2 * CONTEXT) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let lead = first.old.start.min(CONTEXT);
        let trail = (before.len() - last.old.end).min(CONTEXT);
        let old = range(first.old.start - lead..last.old.end + trail);
        let new = range(first.new.start - lead..last.new.end + trail);
        writeln!(out, "{}", paint.cyan(&format!("@@ -{old} +{new} @@")))?;
        let mut write = |sign, lines: Option<&[&str]>| {
            lines.unwrap_or_default().iter().try_for_each(|text| line(sign, text, style, out))
        };
        let mut from = first.old.start - lead;
        for change in group {
            write(' ', before.get(from..change.old.start))?;
            write('-', before.get(change.old.clone()))?;
            write('+', after.get(change.new.clone()))?;
            from = change.old.end;
        }
        write(' ', before.get(from..from + trail))?;
    }
    Ok(())
}

/// Lines that are replaced, and those that stand in their place.
struct Replaced {
    old: Range<usize>,
    new: Range<usize>,
}

fn changes(before: &[&str], after: &[&str]) -> Vec<Replaced> {
    let mut input = InternedInput::default();
    input.update_before(before.iter().copied());
    input.update_after(after.iter().copied());
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let range = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| Replaced { old: range(hunk.before), new: range(hunk.after) }).collect()
}

fn line(sign: char, text: &str, style: Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let content = text.strip_suffix('\n');
    let mut shown = content.unwrap_or(text).to_owned();
    if style.visible {
        shown = visible(shown.strip_suffix('\r').unwrap_or(&shown)).into_owned();
    }
    shown.insert(0, sign);
    let paint = Paint(style.colour);
    let shown = match sign {
        '-' => paint.red(&shown),
        '+' => paint.green(&shown),
        _ => shown,
    };
    writeln!(out, "{shown}")?;
    // English in every language: programs look for it.
    if content.is_none() { writeln!(out, "\\ No newline at end of file") } else { Ok(()) }
}

/// Only `\n` ends a line, as `patch` has it.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// `first,count` with lines from 1; the line before, where there are none.
fn range(range: Range<usize>) -> String {
    match range.len() {
        0 => format!("{},0", range.start),
        1 => format!("{}", range.start + 1),
        count => format!("{},{count}", range.start + 1),
    }
}

/// The file's name as `patch` reads it: quoted where it holds what would end it, with a tab after it where it holds a
/// space.
fn name(side: &str, path: &str, style: Style<'_>) -> String {
    let leads_up = style.prefix.starts_with("..") || style.prefix.starts_with('/');
    let prefix = if leads_up { "" } else { style.prefix };
    let name = format!("{side}/{prefix}{path}");
    if style.visible {
        return visible(&name).into_owned();
    }
    if name.contains(|c: char| c.is_ascii_control() || matches!(c, '"' | '\\')) {
        let mut quoted = String::from("\"");
        for c in name.chars() {
            match c {
                '"' | '\\' => quoted.extend(['\\', c]),
                c if c.is_ascii_control() => quoted.push_str(&format!("\\{:03o}", u32::from(c))),
                c => quoted.push(c),
            }
        }
        return quoted + "\"";
    }
    if name.contains(' ') { name + "\t" } else { name }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn change(before: &str, after: &str) -> Change {
        Change { path: "a/ar.md".into(), before: before.into(), after: after.into(), findings: 1 }
    }

    fn written(change: &Change, style: Style<'_>) -> String {
        let mut out = Vec::new();
        write(std::slice::from_ref(change), style, &mut out).expect("written");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn lines_are_as_patch_wants_them() {
        let text =
            written(&change("one\r\ntwo\nthree", "one\r\n2\nthree"), Style { prefix: "news/", ..Style::default() });
        let expected = "--- a/news/a/ar.md\n+++ b/news/a/ar.md\n@@ -1,3 +1,3 @@\n one\r\n-two\n+2\n three\n\\ No newline at end of file\n";
        assert_eq!(text, expected);
        let all_gone = written(&change("one\n", ""), Style::default());
        assert_eq!(all_gone, "--- a/a/ar.md\n+++ b/a/ar.md\n@@ -1 +0,0 @@\n-one\n");
    }

    #[test]
    fn names_can_be_followed_by_patch() {
        let name = |path, prefix| super::name("a", path, Style { prefix, ..Style::default() });
        assert_eq!(name("x y.md", ""), "a/x y.md\t");
        assert_eq!(name("أخبار/ar.md", "n/"), "a/n/أخبار/ar.md");
        assert_eq!(name("x.md", "../../"), "a/x.md");
        assert_eq!(name("a\"b\n.md", ""), "\"a/a\\\"b\\012.md\"");
    }

    #[test]
    fn a_person_sees_what_hides_and_a_program_gets_every_byte() {
        let change = change("x\u{2067}y\r\n", "xy\r\n");
        assert!(written(&change, Style::default()).contains("-x\u{2067}y\r\n+xy\r\n"));
        let shown = written(&change, Style { visible: true, ..Style::default() });
        assert!(shown.contains("-x<U+2067>y\n+xy\n"), "{shown}");
        let coloured = written(&change, Style { colour: true, visible: true, ..Style::default() });
        assert!(coloured.contains("\u{1b}[1;31m-x<U+2067>y\u{1b}[0m\n"), "{coloured}");
    }

    proptest! {
        #[test]
        fn the_diff_makes_the_one_text_of_the_other(
            before in "(\u{FEFF}|[ab]|\u{645}|\u{2067}|\r|\r?\n){0,40}", after in "([ab]|\u{645}|\r|\r?\n){0,40}",
        ) {
            let text = written(&change(&before, &after), Style::default());
            if before == after {
                return Ok(());
            }
            let patch = diffy::Patch::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text:?}")))?;
            let applied = diffy::apply(&before, &patch);
            prop_assert_eq!(applied.map_err(|error| error.to_string()), Ok(after), "{:?}", text);
        }
    }
}
