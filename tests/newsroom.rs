//! The shipped newsrooms: the clean one gives no finding, the drifted one exactly those that were planted.

use std::path::{Path, PathBuf};

use mizan::check::{Report, Severity, Unit};
use mizan::project::Project;
use serde::Deserialize;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn check(name: &str) -> Report {
    let project = Project::load(fixture(name)).expect("the newsroom loads");
    mizan::check::run(&project)
}

/// A line of `expected.json`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Expected {
    rule: String,
    path: String,
    line: u32,
    severity: Severity,
    locale: String,
    /// What was done to the clean newsroom; for people.
    #[serde(default, rename = "planted")]
    _planted: String,
}

#[test]
fn the_newsroom_is_clean() {
    let report = check("newsroom");
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert_eq!(report.findings, [], "the shipped newsroom has no finding");
    assert!(report.files >= 22, "eight articles in two languages and six message files");
    for coverage in &report.coverage {
        assert_eq!((coverage.missing, coverage.incomplete, coverage.words_left), (0, 0, 0), "{coverage:?}");
    }
}

#[test]
fn the_drifted_newsroom_gives_exactly_what_was_planted() {
    let text = std::fs::read_to_string(fixture("newsroom-drifted/expected.json")).expect("expected.json");
    let mut expected: Vec<Expected> = serde_json::from_str(&text).expect("a list of findings");
    for one in &mut expected {
        one._planted.clear();
    }
    expected.sort();
    let report = check("newsroom-drifted");
    let mut found: Vec<Expected> = report
        .findings
        .iter()
        .map(|finding| Expected {
            rule: finding.rule.to_owned(),
            path: finding.place.path.to_string(),
            line: finding.place.start.line,
            severity: finding.severity,
            locale: finding.locale.clone(),
            _planted: String::new(),
        })
        .collect();
    found.sort();
    let unexpected: Vec<_> = found.iter().filter(|one| !expected.contains(one)).collect();
    let unseen: Vec<_> = expected.iter().filter(|one| !found.contains(one)).collect();
    assert!(unexpected.is_empty() && unseen.is_empty(), "unexpected: {unexpected:#?}\nunseen: {unseen:#?}");
    assert_eq!(found.len(), expected.len());
    assert!(expected.len() >= 30, "some thirty faults are planted");
    assert_eq!(report.allowed, 1, "one fault is allowed in its file");
}

#[test]
fn every_rule_is_planted_in_the_drifted_newsroom() {
    let report = check("newsroom-drifted");
    let unseen: Vec<_> = mizan::check::rules::all()
        .iter()
        .map(|rule| rule.name)
        .filter(|name| !report.findings.iter().any(|finding| finding.rule == *name))
        .collect();
    assert!(unseen.is_empty(), "no fixture fires {unseen:?}");
}

#[test]
fn findings_do_not_depend_on_threads_and_fingerprints_tell_them_apart() {
    let (one, two) = (check("newsroom-drifted"), check("newsroom-drifted"));
    assert_eq!(one.findings, two.findings);
    let single = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert_eq!(single.install(|| check("newsroom-drifted")).findings, one.findings);
    let mut fingerprints: Vec<String> = one.findings.iter().map(mizan::check::Finding::fingerprint).collect();
    fingerprints.sort();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), one.findings.len());
    assert!(one.findings.iter().all(|finding| finding.unit != Unit::Article(String::new())));
}
