use crate::check::{Finding, Rule, run, run_rules};
use crate::project::Project;

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n[messages]\npath = \"{locale}.ftl\"\n";
const ENGLISH: &str = "Call 100 people.\n\nWrite to us whenever you want.\n";

fn project(files: &[(&str, &str)]) -> Project {
    let builder = Project::builder()
        .file("mizan.toml", CONFIG)
        .file("a/en.md", ENGLISH)
        .file("en.ftl", "a = Opening hours\nb = B\n");
    files.iter().fold(builder, |builder, (path, text)| builder.file(path, *text)).build().expect("builds")
}

/// The findings on allowances as `rule path:line text`.
fn found(project: &Project) -> Vec<String> {
    shown(project, run(project).findings)
}

fn shown(project: &Project, findings: Vec<Finding>) -> Vec<String> {
    let show = |finding: Finding| {
        let text = project.read(&finding.place.path).expect("read");
        let part = finding.place.span.slice(&text).to_owned();
        format!("{} {}:{} {part}", finding.rule, finding.place.path, finding.place.start.line)
    };
    findings.into_iter().filter(|finding| finding.rule.starts_with("allowance/")).map(show).collect()
}

fn arabic(first: &str, second: &str) -> Project {
    let text = format!("{first}\n\nاتصل بـ 200 شخص.\n\n{second}\n\nراسلنا متى شئت.\n");
    project(&[("a/ar.md", text.as_str()), ("ar.ftl", "a = أ\nb = ب\n")])
}

#[test]
fn what_covers_a_finding_is_of_use_and_what_covers_none_is_not() {
    let allow = "<!-- mizan-allow article/number-mismatch: the Arabic desk has more -->";
    assert_eq!(found(&arabic(allow, "")), [""; 0]);
    let unused = ["allowance/unused a/ar.md:5 article/number-mismatch"];
    assert_eq!(found(&arabic("", allow)), unused);
    // Both are of use where both cover the finding.
    let both = arabic("<!-- mizan-allow article/number-mismatch, article/missing: x -->", "");
    assert_eq!(found(&both), ["allowance/unused a/ar.md:1 article/missing"]);
}

#[test]
fn a_rule_that_is_off_makes_no_allowance_unused() {
    let project = arabic("", "<!-- mizan-allow article/number-mismatch: x -->");
    let without = |name: &'static str| {
        let report = run_rules(&project, &move |rule: &Rule| rule.name != name);
        shown(&project, report.findings)
    };
    assert_eq!(without("article/number-mismatch"), [""; 0]);
    assert_eq!(without("allowance/unused"), [""; 0]);
    assert_eq!(without("article/missing").len(), 1);
}

#[test]
fn what_could_not_be_compared_is_let_be() {
    let allow = "<!-- mizan-allow article/number-mismatch: x -->";
    let source = format!("{allow}\n\n{ENGLISH}");
    let untranslated = project(&[("a/en.md", source.as_str())]);
    assert_eq!(found(&untranslated), [""; 0], "there is no Arabic yet");
    let copied = format!("{allow}\n\nCall 200 people.\n\nWrite to us whenever you want.\n");
    assert_eq!(found(&project(&[("a/ar.md", copied.as_str())])), [""; 0], "it is not translated yet");
    let orphan = project(&[("b/ar.md", "<!-- mizan-allow article/number-mismatch: x -->\n\nنص.\n")]);
    assert_eq!(found(&orphan), [""; 0], "there is no source");
    let translated = project(&[("a/en.md", source.as_str()), ("a/ar.md", "اتصل بـ 100 شخص.\n\nراسلنا متى شئت.\n")]);
    assert_eq!(found(&translated), ["allowance/unused a/en.md:1 article/number-mismatch"]);
}

#[test]
fn messages_are_looked_at_one_by_one() {
    let arabic = "# mizan-allow message/untranslated: a name\na = Opening hours\n\n# mizan-allow message/untranslated: a name\nb = ب\n";
    let unused = ["allowance/unused ar.ftl:4 message/untranslated"];
    assert_eq!(found(&project(&[("ar.ftl", arabic)])), unused);
    let source = "# mizan-allow message/untranslated: a name\na = Opening hours\n\n# mizan-allow message/untranslated: a name\nb = B\n";
    let of_source = ["allowance/unused en.ftl:1 message/untranslated"];
    assert_eq!(found(&project(&[("en.ftl", source), ("ar.ftl", "a = أ\n")])), of_source, "b is not there yet");
    let junk = format!("{arabic}c = {{\n");
    assert_eq!(found(&project(&[("ar.ftl", junk.as_str())])), [""; 0], "junk may hide what it is for");
    let alone = "# mizan-allow message/syntax: alone\n\na = أ\nb = ب\n";
    assert_eq!(found(&project(&[("ar.ftl", alone)])), ["allowance/unused ar.ftl:1 message/syntax"]);
}

#[test]
fn names_that_no_rule_has_are_found_exactly() {
    let project =
        arabic("<!-- mizan-allow article/number-mismatch, article/number: x -->", "<!-- mizan-allow article/*: x -->");
    let names = ["allowance/unknown-rule a/ar.md:1 article/number", "allowance/unknown-rule a/ar.md:5 article/*"];
    assert_eq!(found(&project), names);
    let findings = run(&project).findings;
    let helps: Vec<_> = findings.iter().filter_map(|finding| finding.help.as_ref()).map(|help| help.id).collect();
    assert!(helps.contains(&"allowance-unknown-rule.help") && helps.contains(&"allowance-unknown-rule.help-room"));
}

#[test]
fn an_allowance_can_be_kept_by_another() {
    let kept = "<!-- mizan-allow article/number-mismatch, allowance/unused: it comes and goes -->";
    let project = arabic("", kept);
    assert_eq!(found(&project), [""; 0]);
    assert_eq!(run(&project).allowed, 1);
    let idle = arabic("", "<!-- mizan-allow allowance/unused: x -->");
    assert_eq!(found(&idle), ["allowance/unused a/ar.md:5 allowance/unused"]);
}
