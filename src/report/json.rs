//! One JSON object: `findings` and `summary`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::check::coverage::{Content, Coverage};
use crate::check::{Finding, Fix, Unit};
use crate::report::View;
use crate::severity::Severity;
use crate::source::Place;

pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Whole(view))?;
    writeln!(out)
}

/// Writes findings one by one, so that a hundred thousand of them are never held twice.
struct Whole<'a>(&'a View<'a>);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut whole = serializer.serialize_struct("Report", 2)?;
        whole.serialize_field("findings", &Findings(self.0))?;
        whole.serialize_field("summary", &Summary::of(self.0))?;
        whole.end()
    }
}

struct Findings<'a>(&'a View<'a>);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.report.findings.iter().map(|finding| FindingJson::of(finding, self.0)))
    }
}

/// What `mizan check --format json` prints.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(title = "What `mizan check --format json` prints")]
#[expect(dead_code, reason = "the type is there for its schema; writing goes finding by finding")]
struct ReportJson<'a> {
    /// By path and place.
    findings: Vec<FindingJson<'a>>,
    /// What they come to.
    summary: Summary,
}

/// The JSON Schema of what `mizan check --format json` prints.
#[cfg(feature = "schema")]
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(ReportJson<'_>).into()
}

/// One thing that a rule saw.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Finding"))]
struct FindingJson<'a> {
    /// Name of the rule.
    rule: &'a str,
    /// `info`, `warn` or `error`.
    severity: Severity,
    #[serde(flatten)]
    place: PlaceJson<'a>,
    /// Tag of the locale at fault; empty where it is all of them.
    locale: &'a str,
    /// Key of the article, `key#part` of a part of it, id of the message, or path of the file.
    unit: String,
    /// What is wrong, in the language of the command line.
    message: String,
    /// What to do about it.
    help: Option<String>,
    /// The same for the same finding tomorrow, though lines move and texts are reworded.
    fingerprint: String,
    /// The place that explains this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<PlaceJson<'a>>,
    /// The edit that mends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixJson<'a>>,
}

/// Where. Lines and columns start at 1; columns count characters; the end is just past the last one.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Place"))]
struct PlaceJson<'a> {
    /// Path below the project's folder, with `/`.
    path: &'a str,
    /// First line.
    line: u32,
    /// First column.
    column: u32,
    /// Last line.
    end_line: u32,
    /// Column just past the end.
    end_column: u32,
    /// Byte where it starts.
    start_byte: u32,
    /// Byte just past its end.
    end_byte: u32,
}

/// An edit of the finding's file.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Fix"))]
struct FixJson<'a> {
    /// Replacements, ascending and apart.
    edits: Vec<EditJson<'a>>,
}

/// One replacement.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Edit"))]
struct EditJson<'a> {
    /// First byte replaced.
    start_byte: u32,
    /// Byte just past the last one replaced.
    end_byte: u32,
    /// What stands there instead.
    text: &'a str,
}

/// What the findings come to.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Summary {
    /// Number of findings by severity.
    by_severity: BySeverity,
    /// Number of findings by rule.
    by_rule: BTreeMap<String, usize>,
    /// Findings that are allowed in the files, and therefore not listed.
    allowed: usize,
    /// Findings at or above the threshold.
    failing: usize,
    /// The threshold of failure; `off` where no finding makes the run fail.
    fail_on: Severity,
    /// Files read.
    files: usize,
    /// How much is translated, by locale.
    coverage: BTreeMap<String, LocaleCoverage>,
    /// What could not be read.
    problems: Vec<Problem>,
}

/// Number of findings by severity.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct BySeverity {
    /// Errors.
    error: usize,
    /// Warnings.
    warn: usize,
    /// Information.
    info: usize,
}

/// How much is translated into one locale.
#[derive(Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LocaleCoverage {
    /// Articles, over all collections.
    articles: Amount,
    /// Messages, over all catalogs.
    messages: Amount,
}

/// How much is translated.
#[derive(Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Amount {
    /// What the source has.
    total: usize,
    /// Complete in this locale.
    translated: usize,
    /// Without any translation.
    missing: usize,
    /// Translated in part.
    incomplete: usize,
    /// Translated from a source that has changed since.
    stale: usize,
    /// Source words still to be translated.
    words_left: usize,
}

/// Something that could not be read: the check is not complete.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Problem {
    /// What happened.
    message: String,
    /// The file or folder.
    path: Option<String>,
    /// The line, where one is known.
    line: Option<u32>,
    /// The column, where one is known.
    column: Option<u32>,
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding, view: &View<'_>) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity,
            place: PlaceJson::of(&finding.place),
            locale: &finding.locale,
            unit: unit(&finding.unit),
            message: view.words.say(&finding.message),
            help: finding.help.as_ref().map(|help| view.words.say(help)),
            fingerprint: finding.fingerprint(),
            related: finding.related.as_ref().map(PlaceJson::of),
            fix: finding.fix.as_ref().map(FixJson::of),
        }
    }
}

/// What a finding is about, as one text.
pub(super) fn unit(unit: &Unit) -> String {
    match unit {
        Unit::Article(name) | Unit::Message(name) | Unit::File(name) => name.clone(),
        Unit::Part(key, part) => format!("{key}#{part}"),
    }
}

impl<'a> PlaceJson<'a> {
    fn of(place: &'a Place) -> Self {
        Self {
            path: &place.path,
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            start_byte: place.span.start,
            end_byte: place.span.end,
        }
    }
}

impl<'a> FixJson<'a> {
    fn of(fix: &'a Fix) -> Self {
        let edit = |(span, text): &'a (crate::source::Span, String)| EditJson {
            start_byte: span.start,
            end_byte: span.end,
            text,
        };
        Self { edits: fix.edits.iter().map(edit).collect() }
    }
}

impl Summary {
    fn of(view: &View<'_>) -> Self {
        let (report, outcome) = (view.report, view.outcome);
        let problem = |error: &crate::Error| Problem {
            message: view.words.say(&error.phrase()),
            path: error.path().map(|path| path.display().to_string()),
            line: error.position().map(|at| at.line),
            column: error.position().map(|at| at.column),
        };
        Self {
            by_severity: BySeverity {
                error: outcome.count(Severity::Error),
                warn: outcome.count(Severity::Warn),
                info: outcome.count(Severity::Info),
            },
            by_rule: outcome.by_rule.iter().map(|(rule, count)| ((*rule).to_owned(), *count)).collect(),
            allowed: report.allowed,
            failing: outcome.failing,
            fail_on: outcome.fail_on,
            files: report.files,
            coverage: coverage(&report.coverage),
            problems: report.problems.iter().map(problem).collect(),
        }
    }
}

fn coverage(rows: &[Coverage]) -> BTreeMap<String, LocaleCoverage> {
    let mut locales: BTreeMap<String, LocaleCoverage> = BTreeMap::new();
    for row in rows {
        let locale = locales.entry(row.locale.clone()).or_default();
        let amount = match row.content {
            Content::Articles => &mut locale.articles,
            Content::Messages => &mut locale.messages,
        };
        amount.total += row.total;
        amount.translated += row.translated;
        amount.missing += row.missing;
        amount.incomplete += row.incomplete;
        amount.stale += row.stale;
        amount.words_left += row.words_left;
    }
    locales
}
