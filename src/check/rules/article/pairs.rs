//! Pairs for the tests of rules.

use crate::article::{Alignment, Document};
use crate::check::rule::{PairLook, Recorded};
use crate::check::{Finding, Look, Rule, Sink};
use crate::project::Project;

/// What `rule`, one on pairs, sees in an English and an Arabic text.
pub(super) fn findings(rule: &'static Rule, source: &str, target: &str) -> Vec<Finding> {
    let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n";
    let project = Project::builder().file("mizan.toml", config).file("x/en.md", source).file("x/ar.md", target);
    let project = project.build().expect("a project");
    let (source, target) =
        (Document::parse("x/en.md", source.to_owned()), Document::parse("x/ar.md", target.to_owned()));
    let alignment = Alignment::of(&source, &target);
    let look = PairLook {
        project: &project,
        collection: &project.collections()[0],
        article: &project.articles()[0],
        source_locale: &project.locales()[0],
        locale: &project.locales()[1],
        source: &source,
        target: &target,
        alignment: &alignment,
        recorded: Recorded::NotKept,
        mostly_untranslated: false,
        terms: std::sync::OnceLock::new(),
    };
    let mut found = Vec::new();
    let Look::Pair(check) = rule.look else { panic!("not a rule on pairs") };
    check(&look, &mut Sink::new(rule, "ar", &mut found));
    found
}

/// Each finding as the text at its place, and the text that explains it.
pub(super) fn places<'a>(findings: &[Finding], source: &'a str, target: &'a str) -> Vec<(&'a str, &'a str)> {
    let related = |finding: &Finding| finding.related.as_ref().map_or("", |place| place.span.slice(source));
    findings.iter().map(|finding| (finding.place.span.slice(target), related(finding))).collect()
}
