//! SARIF 2.1.0, for code scanning.

mod types;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::Arc;

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::check::{Finding, Fix, Rule, rules};
use crate::report::escape::{uri, visible_phrase};
use crate::report::texts::Recent;
use crate::report::{View, explain, json};
use crate::severity::Severity;
use crate::source::Place;
use types::{
    Artifact, ArtifactChange, Configuration, Descriptor, Driver, FixJson, Invocation, Location, Notification,
    PhysicalLocation, Properties, Region, Replacement, SarifResult, Text, Tool,
};

/// What URIs are relative to: code hosts take it for the root of the repository.
const BASE: &str = "%SRCROOT%";
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Log(view))?;
    writeln!(out)
}

/// The rules that a log names: all that exist, and whatever else a finding carries.
fn rule_names(view: &View<'_>) -> Vec<&'static str> {
    let known = rules::all().iter().map(|rule| rule.name);
    let seen = view.report.findings.iter().map(|finding| finding.rule);
    known.chain(seen).collect::<BTreeSet<_>>().into_iter().collect()
}

struct Log<'a>(&'a View<'a>);

impl Serialize for Log<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut log = serializer.serialize_struct("Log", 3)?;
        log.serialize_field("$schema", SCHEMA)?;
        log.serialize_field("version", "2.1.0")?;
        log.serialize_field("runs", &[Run(self.0)])?;
        log.end()
    }
}

struct Run<'a>(&'a View<'a>);

impl Serialize for Run<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = rule_names(self.0);
        let mut run = serializer.serialize_struct("Run", 5)?;
        run.serialize_field("tool", &tool(&names, self.0))?;
        run.serialize_field("language", self.0.words.locale().tag())?;
        run.serialize_field("columnKind", "unicodeCodePoints")?;
        run.serialize_field("invocations", &[invocation(self.0)])?;
        let index = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
        run.serialize_field("results", &Results { view: self.0, index })?;
        run.end()
    }
}

struct Results<'a> {
    view: &'a View<'a>,
    index: BTreeMap<&'a str, usize>,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let recent = RefCell::new(Recent::new(self.view.texts));
        serializer.collect_seq(self.view.report.findings.iter().map(|finding| self.result(finding, &recent)))
    }
}

impl Results<'_> {
    fn result<'f>(&self, finding: &'f Finding, recent: &RefCell<Recent<'_>>) -> SarifResult<'f> {
        let view = self.view;
        let say = |phrase| view.words.say(&visible_phrase(phrase));
        let mut message = say(&finding.message);
        if let Some(help) = &finding.help {
            message = format!("{message}\n{}", say(help));
        }
        let fix = finding.fix.as_ref().and_then(|fix| self.fix(fix, &finding.place.path, recent));
        SarifResult {
            rule_id: finding.rule,
            rule_index: self.index.get(finding.rule).copied().unwrap_or(0),
            level: level(finding.severity),
            message: Text::plain(message),
            locations: [location(&finding.place, view, None)],
            related_locations: finding.related.iter().map(|place| location(place, view, Some(1))).collect(),
            partial_fingerprints: BTreeMap::from([("mizan/v1", finding.fingerprint())]),
            fixes: fix.into_iter().collect(),
            properties: Properties { locale: &finding.locale, unit: json::unit(&finding.unit) },
        }
    }

    /// The edit; `None` where the file cannot be read any more, since its lines are then unknown.
    fn fix(&self, fix: &Fix, path: &Arc<str>, recent: &RefCell<Recent<'_>>) -> Option<FixJson> {
        let file = recent.borrow_mut().get(path)?;
        let replacement = |(span, text): &(crate::source::Span, String)| Replacement {
            deleted_region: region(&Place::new(Arc::clone(path), &file.text, &file.lines, *span)),
            inserted_content: Text::plain(text.as_str()),
        };
        let replacements: Vec<_> = fix.edits.iter().map(replacement).collect();
        if replacements.is_empty() {
            return None;
        }
        Some(FixJson {
            artifact_changes: [ArtifactChange { artifact_location: artifact(path, self.view), replacements }],
        })
    }
}

fn tool<'a>(names: &[&'a str], view: &View<'_>) -> Tool<'a> {
    let version = env!("CARGO_PKG_VERSION");
    let rules = names.iter().map(|name| descriptor(name, rules::find(name), view)).collect();
    Tool { driver: Driver { name: "mizan", version, semantic_version: version, rules } }
}

fn descriptor<'a>(name: &'a str, rule: Option<&'static Rule>, view: &View<'_>) -> Descriptor<'a> {
    let proposed = rule.map_or(Severity::Warn, |rule| rule.severity);
    let help = |rule: &Rule| {
        let markdown = explain::documentation(rule);
        Text { text: explain::plain(&markdown), markdown: Some(markdown) }
    };
    Descriptor {
        id: name,
        short_description: rule.map(|rule| Text::plain(explain::summary(rule, view.words))),
        help: rule.map(help),
        default_configuration: Configuration { enabled: proposed != Severity::Off, level: level(proposed) },
    }
}

fn invocation(view: &View<'_>) -> Invocation {
    let notification = |problem: &crate::Error| Notification {
        level: "error",
        message: Text::plain(view.words.say(&visible_phrase(&problem.phrase()))),
    };
    Invocation {
        execution_successful: view.report.problems.is_empty(),
        exit_code: view.outcome.exit_code(),
        tool_execution_notifications: view.report.problems.iter().map(notification).collect(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
        Severity::Info | Severity::Off => "note",
    }
}

fn artifact(path: &str, view: &View<'_>) -> Artifact {
    Artifact { uri: uri(&format!("{}{path}", view.prefix)), uri_base_id: BASE }
}

fn region(place: &Place) -> Region {
    Region {
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
        byte_offset: place.span.start,
        byte_length: place.span.end - place.span.start,
    }
}

fn location(place: &Place, view: &View<'_>, id: Option<u32>) -> Location {
    let physical_location = PhysicalLocation { artifact_location: artifact(&place.path, view), region: region(place) };
    Location { id, physical_location }
}
