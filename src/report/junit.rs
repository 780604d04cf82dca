//! JUnit XML: a suite for each file, a case for each finding.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::check::Finding;
use crate::report::View;
use crate::report::escape::{for_xml, visible, visible_phrase};
use crate::report::json;
use crate::severity::Severity;

pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let (report, outcome) = (view.report, view.outcome);
    let passed = usize::from(report.findings.is_empty() && report.problems.is_empty());
    let tests = report.findings.len() + report.problems.len() + passed;
    start(
        &mut xml,
        "testsuites",
        &[
            ("name", "mizan"),
            ("tests", &tests.to_string()),
            ("failures", &outcome.failing.to_string()),
            ("errors", &report.problems.len().to_string()),
        ],
    )?;
    for file in report.findings.chunk_by(|a, b| a.place.path == b.place.path) {
        suite(view, file, &mut xml)?;
    }
    if !report.problems.is_empty() {
        problems(view, &mut xml)?;
    }
    if passed > 0 {
        // Readers of such files take one without any case for a run that went wrong.
        start(&mut xml, "testsuite", &[("name", "mizan"), ("tests", "1"), ("failures", "0"), ("errors", "0")])?;
        start(&mut xml, "testcase", &[("name", "mizan check"), ("classname", "mizan")])?;
        end(&mut xml, "testcase")?;
        end(&mut xml, "testsuite")?;
    }
    end(&mut xml, "testsuites")?;
    drop(xml);
    writeln!(out)
}

fn start(xml: &mut Writer<impl Write>, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let clean: Vec<_> = attributes.iter().map(|(key, value)| (*key, shown(value))).collect();
    let element = BytesStart::new(name).with_attributes(clean.iter().map(|(key, value)| (*key, value.as_str())));
    xml.write_event(Event::Start(element))
}

fn end(xml: &mut Writer<impl Write>, name: &str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(name)))
}

fn text(xml: &mut Writer<impl Write>, text: &str) -> io::Result<()> {
    xml.write_event(Event::Text(BytesText::new(&shown_lines(text))))
}

fn shown(text: &str) -> String {
    for_xml(&visible(text)).into_owned()
}

fn shown_lines(text: &str) -> String {
    text.split('\n').map(shown).collect::<Vec<_>>().join("\n")
}

fn suite(view: &View<'_>, findings: &[Finding], xml: &mut Writer<impl Write>) -> io::Result<()> {
    let Some(first) = findings.first() else { return Ok(()) };
    let path = format!("{}{}", view.prefix, first.place.path);
    let fails = |finding: &&Finding| finding.severity >= view.outcome.fail_on && view.outcome.fail_on != Severity::Off;
    let failures = findings.iter().filter(fails).count();
    let tests = findings.len().to_string();
    start(
        xml,
        "testsuite",
        &[("name", &path), ("tests", &tests), ("failures", &failures.to_string()), ("errors", "0")],
    )?;
    for finding in findings {
        let name = format!("{} {}", finding.rule, json::unit(&finding.unit));
        let line = finding.place.start.line.to_string();
        start(xml, "testcase", &[("name", &name), ("classname", &path), ("file", &path), ("line", &line)])?;
        let message = view.words.say(&visible_phrase(&finding.message));
        let mut body = format!("{path}:{line}:{}\n{message}", finding.place.start.column);
        if let Some(help) = &finding.help {
            body = format!("{body}\n{}", view.words.say(&visible_phrase(help)));
        }
        let failed = fails(&finding);
        // What does not make the run fail is a case that passed and has something to say.
        let name = if failed { "failure" } else { "system-out" };
        if failed {
            start(xml, name, &[("type", finding.rule), ("message", &message)])?;
        } else {
            start(xml, name, &[])?;
        }
        text(xml, &body)?;
        end(xml, name)?;
        end(xml, "testcase")?;
    }
    end(xml, "testsuite")
}

fn problems(view: &View<'_>, xml: &mut Writer<impl Write>) -> io::Result<()> {
    let count = view.report.problems.len().to_string();
    start(xml, "testsuite", &[("name", "problems"), ("tests", &count), ("failures", "0"), ("errors", &count)])?;
    for problem in &view.report.problems {
        let path = problem.path().map(|path| path.display().to_string()).unwrap_or_default();
        let message = view.words.say(&problem.phrase());
        start(xml, "testcase", &[("name", &path), ("classname", "problems")])?;
        start(xml, "error", &[("message", &message)])?;
        end(xml, "error")?;
        end(xml, "testcase")?;
    }
    end(xml, "testsuite")
}
