use super::*;
use crate::check::{Fix, Severity, Unit};
use crate::phrase::Phrase;
use crate::source::{LineIndex, Place};

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\nshared = [\"date\"]\n[messages]\npath = \"{locale}.ftl\"\n";

fn project(files: &[(&str, &str)]) -> Project {
    let builder = Project::builder().file("mizan.toml", CONFIG);
    files.iter().fold(builder, |builder, (path, text)| builder.file(path, *text)).build().expect("builds")
}

/// A finding at each place of `what` in the file, mended by writing `new` there.
fn findings(project: &Project, rule: &'static str, path: &str, what: &str, new: &str) -> Vec<Finding> {
    let text = project.read(path).expect("read");
    let lines = LineIndex::new(&text);
    let finding = |(at, _): (usize, &str)| {
        let span = Span::new(at, at + what.len());
        Finding {
            rule,
            severity: Severity::Warn,
            place: Place::new(path, &text, &lines, span),
            related: None,
            locale: "ar".to_owned(),
            unit: Unit::File(path.to_owned()),
            message: Phrase::new("x"),
            help: None,
            fix: Some(Fix { edits: vec![(span, new.to_owned())] }),
        }
    };
    text.match_indices(what).map(finding).collect()
}

/// Looks for texts and proposes others: what a rule does, in short.
fn looking(rules: &[(&'static str, &str, &str)]) -> impl Fn(&Project) -> Report {
    move |project| {
        let found = rules.iter().flat_map(|(rule, what, new)| findings(project, rule, "a/ar.md", what, new));
        let mut found: Vec<_> = found.collect();
        found.sort_by(|a, b| a.place.cmp(&b.place));
        Report { findings: found, ..Report::default() }
    }
}

fn after(mended: &Mended) -> Vec<(&str, &str)> {
    mended.changes.iter().map(|change| (&*change.path, &*change.after)).collect()
}

#[test]
fn a_fix_that_uncovers_another_is_followed() {
    let project = project(&[("a/ar.md", "a;;b ;;\r\n")]);
    let mended = mend(&project, &looking(&[("t/twice", ";;", ";"), ("t/latin", "a;b", "a؛b")]));
    assert_eq!(after(&mended), [("a/ar.md", "a؛b ;\r\n")]);
    assert_eq!(&*mended.changes[0].before, "a;;b ;;\r\n");
    assert_eq!(mended.changes[0].findings, 3);
    assert!(mended.report.findings.is_empty() && mended.refused.is_empty());
    assert_eq!(project.read("a/ar.md").expect("read"), "a;;b ;;\r\n", "nothing is written");
}

#[test]
fn of_two_that_overlap_the_later_is_made_in_the_next_round() {
    let project = project(&[("a/ar.md", "(one two)\n")]);
    let mended = mend(
        &project,
        &looking(&[("t/first", "(one", "(1"), ("t/second", "one two", "1 2"), ("t/third", "1 two", "1 2")]),
    );
    assert_eq!(after(&mended), [("a/ar.md", "(1 2)\n")]);
    assert_eq!(mended.changes[0].findings, 2, "the second is no fault any more once the first is mended");
}

#[test]
fn a_fix_that_does_not_mend_is_left_out_and_the_others_are_made() {
    let project = project(&[("a/ar.md", "one two\n")]);
    let mended = mend(&project, &looking(&[("t/bad", "one", "one and one"), ("t/good", "two", "2")]));
    assert_eq!(after(&mended), [("a/ar.md", "one 2\n")]);
    let refused: Vec<_> = mended.refused.iter().map(|refused| (refused.finding.rule, refused.reason)).collect();
    assert_eq!(refused, [("t/bad", Refusal::Useless)]);
    assert_eq!(mended.report.findings.len(), 1);
    assert_eq!(mended.report.findings[0].fix, None, "it is not offered again");
}

#[test]
fn fixes_that_undo_each_other_come_to_an_end() {
    let project = project(&[("a/ar.md", "x 1\n")]);
    let mended = mend(&project, &looking(&[("t/up", "1", "2"), ("t/down", "2", "1")]));
    assert_eq!(after(&mended), [("a/ar.md", "x 2\n")]);
    assert_eq!(mended.refused.len(), 1);
    assert_eq!(mended.refused[0].reason, Refusal::Circular);
}

#[test]
fn rounds_are_bounded() {
    let project = project(&[("a/ar.md", "*\n")]);
    let longer = |project: &Project| {
        let text = project.read("a/ar.md").expect("read");
        let mut found = findings(project, "t/longer", "a/ar.md", "\n", "*\n");
        found[0].unit = Unit::File(text);
        Report { findings: found, ..Report::default() }
    };
    let mended = mend(&project, &longer);
    assert_eq!(after(&mended)[0].1.len(), 2 + ROUNDS);
    assert!(mended.report.findings[0].fix.is_some(), "what is left can be mended by another run");
}

#[test]
fn what_would_break_a_file_is_left_out() {
    let front = "---\ndate: 2023\ntitle: T\n---\n\nText.\n";
    let project = project(&[("a/ar.md", front), ("ar.ftl", "a = A\nb = B\n")]);
    let look = |project: &Project| {
        let mut found = findings(project, "t/quote", "a/ar.md", "2023", "\"open");
        found.extend(findings(project, "t/text", "a/ar.md", "Text", "Words"));
        found.extend(findings(project, "t/junk", "ar.ftl", "A", "{ A"));
        found.extend(findings(project, "t/value", "ar.ftl", "B", "ب"));
        Report { findings: found, ..Report::default() }
    };
    let mended = mend(&project, &look);
    let expected = front.replace("Text", "Words");
    assert_eq!(after(&mended), [("a/ar.md", expected.as_str()), ("ar.ftl", "a = A\nb = ب\n")]);
    let refused: Vec<_> = mended.refused.iter().map(|refused| (refused.finding.rule, refused.reason)).collect();
    assert_eq!(refused, [("t/quote", Refusal::Breaks), ("t/junk", Refusal::Breaks)]);
}

#[test]
fn what_does_not_fit_or_has_no_file_is_left_out() {
    let project = project(&[("a/ar.md", "م\n")]);
    let look = |project: &Project| {
        let mut found = findings(project, "t/place", "a/ar.md", "م", "");
        found[0].fix = Some(Fix { edits: vec![(Span::new(1, 2), String::new())] });
        found.extend(findings(project, "t/elsewhere", "a/ar.md", "م", "n"));
        found[1].place.path = "../outside.md".into();
        Report { findings: found, ..Report::default() }
    };
    let mended = mend(&project, &look);
    assert_eq!(mended.changes, []);
    assert!(mended.refused.iter().all(|refused| refused.reason == Refusal::Misplaced));
    assert_eq!(mended.refused.len(), 2);
}

#[test]
fn the_rules_own_fixes_leave_all_else_as_it_is() {
    let english = "---\ndate: 2023-03-20\n---\n\nText.\n";
    let arabic = "\u{FEFF}---\r\ndate:   '2023-02-20'   # التاريخ\r\n---\r\n\r\nنص.\r\n";
    let project = project(&[
        ("a/en.md", english),
        ("a/ar.md", arabic),
        ("en.ftl", "b = B\n"),
        ("ar.ftl", "# قديم\r\na = أ\r\n\r\n# تعليق\r\nb = ب"),
    ]);
    let mended = mend(&project, &crate::check::run);
    let dated = arabic.replace("'2023-02-20'", "2023-03-20");
    assert_eq!(after(&mended), [("a/ar.md", dated.as_str()), ("ar.ftl", "# تعليق\r\nb = ب")]);
    assert_eq!(mended.refused, []);
    let draft = mended.draft(&project);
    assert!(crate::check::run(&draft).findings.iter().all(|finding| finding.fix.is_none()));
}

#[test]
fn what_another_program_changed_is_left_as_it_is_and_the_rest_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |path: &str| folder.path().join(path);
    let put = |path: &str, text: &str| crate::project::files::replace(&at(path), text.as_bytes()).expect("written");
    put("mizan.toml", CONFIG);
    put("a/en.md", "---\ndate: 2023-03-20\n---\n\nText.\n");
    put("a/ar.md", "---\ndate: 2023-02-20\n---\n\nنص.\n");
    put("en.ftl", "b = B\n");
    put("ar.ftl", "a = أ\nb = ب\n");
    let project = Project::load(folder.path()).expect("loads");
    let mut mended = mend(&project, &crate::check::run);
    assert_eq!(mended.changes.len(), 2);
    put("a/ar.md", "---\ndate: 2023-02-20\n---\n\nنص آخر.\n");
    let written = mended.write(&project, &crate::check::run);
    assert_eq!((written.files, written.findings, written.problems.len()), (1, 1, 1));
    let now = |path: &str| std::fs::read_to_string(at(path)).expect("read");
    assert_eq!(now("a/ar.md"), "---\ndate: 2023-02-20\n---\n\nنص آخر.\n");
    assert_eq!(now("ar.ftl"), "b = ب\n");
    assert!(mended.report.findings.iter().any(|finding| finding.rule == "article/field-mismatch"));
}
