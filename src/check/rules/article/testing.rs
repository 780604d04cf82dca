//! A rule of this room, tried on a small project.

use crate::check::{Rule, run_rules};
use crate::project::Project;
use crate::source::Span;

/// Terms and names for tests.
pub(super) const GLOSSARY: &str = "[[term]]\nsource = \"gene therapy\"\nar = [\"العلاج الجيني\", \"العلاجات الجينية\"]\n\
                                   forbidden.ar = [\"العلاج بالجينات\"]\n[[term]]\nsource = \"clinic\"\nar = \"عيادة\"\n\
                                   [[name]]\nkeep = \"Mayo Clinic\"\nar = \"مايو كلينيك\"\n[[name]]\nkeep = \"C++\"\n\
                                   [[term]]\nforbidden.ar = \"المشفى\"\n";

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n\
                      translated = [\"title\", \"summary\"]\nshared = [\"date\", \"category\"]\n";

/// The project of these files; a `mizan.toml` among them replaces the usual one.
pub(super) fn project(files: &[(&str, &str)]) -> Project {
    let builder = Project::builder().file("mizan.toml", CONFIG);
    files.iter().fold(builder, |builder, (path, text)| builder.file(path, *text)).build().expect("a project")
}

/// What the rule finds in these files: `path|marked text`.
pub(super) fn findings(rule: &'static Rule, files: &[(&str, &str)]) -> Vec<String> {
    let project = project(files);
    let report = run_rules(&project, &|one| one.name == rule.name);
    let marked = |path: &str, span: Span| span.slice(&project.read(path).expect("read")).to_owned();
    let found = report.findings.iter();
    found.map(|one| format!("{}|{}", one.place.path, marked(&one.place.path, one.place.span))).collect()
}

/// The same files with the rule's fixes made.
pub(super) fn fixed(rule: &'static Rule, files: &[(&str, &str)], path: &str) -> String {
    let project = project(files);
    let mended = crate::check::fix::mend(&project, &|project| run_rules(project, &|one| one.name == rule.name));
    assert!(mended.refused.is_empty(), "{:?}", mended.refused);
    let change = mended.changes.iter().find(|change| &*change.path == path);
    change.map_or_else(|| project.read(path).expect("read"), |change| change.after.to_string())
}
