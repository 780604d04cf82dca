//! Findings for a person at a terminal.
//!
//! A finding starts with a line that is all ASCII but for the path, so that editors can follow it and terminals cannot
//! turn it around; sentences stand on lines of their own. Under a line that holds right-to-left text nothing points
//! (terminals that reorder it would put the mark elsewhere): the phrase is repeated instead.

use std::io::{self, Write};

use crate::check::Finding;
use crate::locale::Direction;
use crate::phrase::{Arg, Phrase};
use crate::report::View;
use crate::report::escape::{visible, visible_phrase};
use crate::report::excerpt::{Excerpt, cut};
use crate::report::paint::Paint;
use crate::report::texts::Recent;
use crate::severity::Severity;
use crate::source::Place;

/// How many cells of a related line are shown.
const RELATED: usize = 80;

pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { view, paint: Paint(view.colour), recent: Recent::new(view.texts), out };
    for finding in &view.report.findings {
        let fails = view.outcome.fail_on != Severity::Off && finding.severity >= view.outcome.fail_on;
        if fails || !view.quiet {
            page.finding(finding)?;
        }
    }
    page.problems()?;
    if view.quiet { Ok(()) } else { page.summary() }
}

fn by_severity(paint: Paint, severity: Severity, text: &str) -> String {
    match severity {
        Severity::Error => paint.red(text),
        Severity::Warn => paint.yellow(text),
        Severity::Info | Severity::Off => paint.cyan(text),
    }
}

/// The name of a severity as configuration and command line have it.
pub(super) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Off => "off",
        Severity::Info => "info",
        Severity::Warn => "warn",
        Severity::Error => "error",
    }
}

struct Page<'a, 'b> {
    view: &'a View<'a>,
    paint: Paint,
    recent: Recent<'a>,
    out: &'b mut dyn Write,
}

impl Page<'_, '_> {
    fn say(&self, phrase: &Phrase) -> String {
        self.view.words.say(&visible_phrase(phrase))
    }

    fn place(&self, place: &Place) -> String {
        let path = visible(&place.path);
        format!("{}{path}:{}:{}", self.view.prefix, place.start.line, place.start.column)
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        let severity = by_severity(self.paint, finding.severity, severity_name(finding.severity));
        let rule = self.paint.faint(finding.rule);
        let place = self.paint.bold(&self.place(&finding.place));
        writeln!(self.out, "{place} {severity} {rule}")?;
        let message = self.sentence(finding);
        writeln!(self.out, "  {message}")?;
        self.excerpt(finding)?;
        if let Some(help) = &finding.help {
            let help = self.say(&Phrase::new("report-help").with("help", self.say(&self.located(help))));
            writeln!(self.out, "  {help}")?;
        }
        if let Some(related) = &finding.related {
            self.related(related)?;
        }
        writeln!(self.out)
    }

    /// The sentence; in Arabic after the name of the severity, which the line above has in English.
    fn sentence(&self, finding: &Finding) -> String {
        let message = self.say(&self.located(&finding.message));
        match self.view.words.direction() {
            Direction::Ltr => message,
            Direction::Rtl => {
                let severity = self.say(&severity_phrase(finding.severity));
                self.say(&Phrase::new("report-sentence").with("severity", severity).with("message", message))
            }
        }
    }

    /// The phrase with the paths that it names as seen from the reader's folder, so that commands can be pasted.
    fn located(&self, phrase: &Phrase) -> Phrase {
        let mut phrase = phrase.clone();
        for (name, value) in &mut phrase.args {
            if let ("path", Arg::Text(path)) = (*name, value) {
                path.insert_str(0, self.view.prefix);
            }
        }
        phrase
    }

    fn excerpt(&mut self, finding: &Finding) -> io::Result<()> {
        let Some(file) = self.recent.get(&finding.place.path) else { return Ok(()) };
        let Some(seen) = Excerpt::new(&file.text, &file.lines, &finding.place) else { return Ok(()) };
        if seen.reorders {
            writeln!(self.out, "      {}", seen.line)?;
            // Repeated only where it says more than the line itself, which may be cut in another place.
            let (line, phrase) = (seen.line.trim_end_matches('…'), seen.phrase.trim_end_matches('…'));
            let is_start = line.starts_with(phrase) && seen.phrase.ends_with('…');
            if phrase.is_empty() || phrase == line || is_start {
                return Ok(());
            }
            let phrase = self.view.words.say(&Phrase::new("report-here").with("text", seen.phrase));
            return writeln!(self.out, "  {}", by_severity(self.paint, finding.severity, &phrase));
        }
        let number = finding.place.start.line.to_string();
        let (bar, blank) = (self.paint.faint("|"), " ".repeat(number.len()));
        writeln!(self.out, "  {} {bar} {}", self.paint.faint(&number), seen.line)?;
        let marks = by_severity(self.paint, finding.severity, &"^".repeat(seen.mark.len()));
        writeln!(self.out, "  {blank} {bar} {}{marks}", " ".repeat(seen.mark.start))
    }

    fn related(&mut self, place: &Place) -> io::Result<()> {
        let at = self.paint.faint(&format!("--> {}", self.place(place)));
        writeln!(self.out, "  {at}")?;
        let Some(file) = self.recent.get(&place.path) else { return Ok(()) };
        match Excerpt::new(&file.text, &file.lines, place) {
            Some(seen) => writeln!(self.out, "      {}", cut(&seen.line, RELATED)),
            None => Ok(()),
        }
    }

    fn problems(&mut self) -> io::Result<()> {
        let problems = &self.view.report.problems;
        for (id, is_write) in [("report-problems", false), ("report-problems-written", true)] {
            let these: Vec<_> = problems.iter().filter(|problem| problem.is_write() == is_write).collect();
            if these.is_empty() {
                continue;
            }
            let head = self.say(&Phrase::new(id).with("count", these.len()));
            writeln!(self.out, "{}", by_severity(self.paint, Severity::Error, &head))?;
            for problem in these {
                writeln!(self.out, "  {}", self.say(&problem.phrase()))?;
            }
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn summary(&mut self) -> io::Result<()> {
        let (report, outcome) = (self.view.report, self.view.outcome);
        if let Some(mended) = self.view.mended {
            writeln!(self.out, "{}", self.say(&mended.phrase()))?;
        }
        let files = self.say(&Phrase::new("report-files").with("count", report.files));
        let counts: Vec<String> = [Severity::Error, Severity::Warn, Severity::Info]
            .into_iter()
            .filter(|severity| outcome.count(*severity) > 0)
            .map(|severity| {
                let count = self.say(&count_phrase(severity, outcome.count(severity)));
                by_severity(self.paint, severity, &count)
            })
            .collect();
        if counts.is_empty() {
            writeln!(self.out, "{}", self.say(&Phrase::new("report-clean").with("files", files)))?;
        } else {
            let joint = self.say(&Phrase::new("report-comma"));
            let counts = counts.join(&joint);
            // The colours in `counts` are not for `say`, which would show them as hidden characters.
            let line = self.view.words.say(&Phrase::new("report-summary").with("counts", counts).with("files", files));
            writeln!(self.out, "{line}")?;
        }
        if report.allowed > 0 {
            writeln!(self.out, "{}", self.say(&Phrase::new("report-allowed").with("count", report.allowed)))?;
        }
        if outcome.failed() {
            let threshold = self.say(&severity_phrase(outcome.fail_on));
            let why = Phrase::new("report-failed").with("count", outcome.failing).with("threshold", threshold);
            writeln!(self.out, "{}", self.say(&why))?;
        }
        self.hints()
    }

    /// What to do next, as commands that can be pasted.
    fn hints(&mut self) -> io::Result<()> {
        let (report, outcome, command) = (self.view.report, self.view.outcome, self.view.command);
        if command.is_empty() {
            return Ok(());
        }
        let with = |option: &str| format!("{command} {option}");
        if outcome.failed() && outcome.failing < outcome.total() {
            let hint = Phrase::new("report-failed-only").with("command", with("--quiet"));
            writeln!(self.out, "{}", self.say(&hint))?;
        }
        let fixable = report.findings.iter().filter(|finding| finding.fix.is_some()).count();
        if fixable > 0 {
            let hint = Phrase::new("report-fixable").with("count", fixable).with("command", with("--fix"));
            writeln!(self.out, "{}", self.say(&hint))?;
        }
        Ok(())
    }
}

/// The name of a severity.
fn severity_phrase(severity: Severity) -> Phrase {
    Phrase::new(match severity {
        Severity::Error => "report-severity-error",
        Severity::Warn => "report-severity-warn",
        Severity::Info | Severity::Off => "report-severity-info",
    })
}

/// So many findings of a severity.
fn count_phrase(severity: Severity, count: usize) -> Phrase {
    let id = match severity {
        Severity::Error => "report-count-error",
        Severity::Warn => "report-count-warn",
        Severity::Info | Severity::Off => "report-count-info",
    };
    Phrase::new(id).with("count", count)
}
