//! Annotations of GitHub Actions: one command a line.

use std::io::{self, Write};

use crate::report::View;
use crate::report::escape::{visible, visible_phrase};
use crate::severity::Severity;

pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in &view.report.findings {
        let (start, end) = (finding.place.start, finding.place.end);
        let mut message = view.words.say(&visible_phrase(&finding.message));
        if let Some(help) = &finding.help {
            message = format!("{message}\n{}", view.words.say(&visible_phrase(help)));
        }
        let path = property(&format!("{}{}", view.prefix, finding.place.path));
        write!(out, "::{} file={path},line={}", level(finding.severity), start.line)?;
        // GitHub refuses columns where an annotation spans lines.
        if start.line == end.line {
            write!(out, ",col={},endLine={},endColumn={}", start.column, end.line, end.column)?;
        } else {
            write!(out, ",endLine={}", end.line)?;
        }
        writeln!(out, ",title={}::{}", property(finding.rule), data(&message))?;
    }
    for problem in &view.report.problems {
        let path = problem.path().map(|path| format!(" file={}", property(&path.display().to_string())));
        let message = view.words.say(&visible_phrase(&problem.phrase()));
        writeln!(out, "::error{}::{}", path.unwrap_or_default(), data(&message))?;
    }
    Ok(())
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
        Severity::Info | Severity::Off => "notice",
    }
}

/// A message: only line ends and `%` would end it or be taken for an escape.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| visible(line.trim_end_matches('\r')).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// A property: `,` and `:` end it too.
fn property(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    text.replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("50%\r\nnext: a, b"), "50%25%0Anext: a, b");
        assert_eq!(property("a,b:c%\n.md"), "a%2Cb%3Ac%25%0A.md");
    }
}
