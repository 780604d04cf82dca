//! Catalogs for the tests of rules.

use std::sync::Arc;

use crate::check::rule::{CatalogLook, CatalogPairLook};
use crate::check::{Finding, Look, Rule, Sink, run_rules};
use crate::locale::Locale;
use crate::message::CatalogView;
use crate::project::Project;

/// What `rule` sees in an English and an Arabic catalog of one file each, `site.ftl`.
pub(super) fn findings(rule: &'static Rule, source: &str, target: &str) -> Vec<Finding> {
    findings_in(rule, "ar", &[("site", source)], &[("site", target)])
}

/// What `rule` sees in catalogs of several files, given by name and text.
pub(super) fn findings_in(
    rule: &'static Rule,
    tag: &str,
    source: &[(&str, &str)],
    target: &[(&str, &str)],
) -> Vec<Finding> {
    let project = project();
    let locale = Locale::new(tag).expect("a tag");
    let source_paths = paths("en", source);
    let target_paths = paths(tag, target);
    let source = view(source, &source_paths);
    let target = view(target, &target_paths);
    let mut found = Vec::new();
    let mut sink = Sink::new(rule, locale.tag(), &mut found);
    let source = if tag == "en" { &target } else { &source };
    match rule.look {
        Look::Catalog(look) => {
            look(&CatalogLook { project: &project, locale: &locale, catalog: &target, source }, &mut sink);
        }
        Look::CatalogPair(look) => {
            look(&CatalogPairLook::new(&project, &locale, source, &target), &mut sink);
        }
        _ => panic!("not a rule on messages"),
    }
    found
}

/// What `rule` sees in a project of one English file, `en/site.ftl`, with `keys` in `[messages]` and other files beside
/// it; what their comments allow is left out.
pub(super) fn used(rule: &'static Rule, keys: &str, source: &str, files: &[(&str, &str)]) -> Vec<Finding> {
    let config = format!("[project]\nsource = \"en\"\n[messages]\npath = \"{{locale}}/{{file}}.ftl\"\n{keys}");
    let project = Project::builder().file("mizan.toml", config).file("en/site.ftl", source);
    let project = files.iter().fold(project, |project, (path, text)| project.file(path, *text));
    let report = run_rules(&project.build().expect("a project"), &|own| own.name == rule.name);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    report.findings
}

/// `text` with the fixes of `findings` applied, last first; findings of one message may share an edit.
pub(super) fn fixed(text: &str, findings: &[Finding]) -> String {
    let mut edits: Vec<_> =
        findings.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| &fix.edits).collect();
    edits.sort();
    edits.dedup();
    let mut text = text.to_owned();
    for (span, new) in edits.iter().rev() {
        text.replace_range(span.range(), new);
    }
    text
}

/// Each finding as `line:column text at the place`.
pub(super) fn places(findings: &[Finding], text: &str) -> Vec<String> {
    let show = |finding: &Finding| {
        let start = finding.place.start;
        format!("{}:{} {}", start.line, start.column, finding.place.span.slice(text))
    };
    findings.iter().map(show).collect()
}

fn paths(tag: &str, files: &[(&str, &str)]) -> Vec<Arc<str>> {
    files.iter().map(|(name, _)| Arc::from(format!("locales/{tag}/{name}.ftl"))).collect()
}

fn view<'a>(files: &[(&'a str, &'a str)], paths: &'a [Arc<str>]) -> CatalogView<'a> {
    CatalogView::new(files.iter().zip(paths).map(|((name, text), path)| (*name, path, *text)))
}

pub(super) fn project() -> Project {
    let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"locales/{locale}/{file}.ftl\"\n";
    Project::builder().file("mizan.toml", config).build().expect("a project")
}
