//! What a report looks like in each format, in both languages.

use std::collections::BTreeMap;

use mizan::check::coverage::{Content, Coverage};
use mizan::check::{Finding, Fix, Report, Severity, Unit};
use mizan::phrase::Phrase;
use mizan::report::{self, Format, MendedCount, Outcome, Policy, View};
use mizan::source::{LineIndex, Place, Span};
use mizan::words::Words;

const ENGLISH: &str =
    "---\ntitle: \"Visits, from 9: to 20\"\n---\n\n# Visits\n\nMore than 100 doctors met on 20 March 2023.\n";
const ARABIC: &str = "---\ntitle: الزيارات\n---\n\n# الزيارات\n\nالتقى أكثر من 10 أطباء في REACT يوم 20 مارس 2023.\n\nThis \u{2067}line\u{2069} was left\tin English.\n";
const FLUENT: &str = "read-more = اقرأ المزيد\n";

const EN: &str = "articles/visits/en.md";
const AR: &str = "articles/visits, 50%/ar.md";
const FTL: &str = "locales/ar/site.ftl";

fn place(path: &str, text: &str, part: &str) -> Place {
    let at = text.find(part).expect("the part");
    Place::new(path, text, &LineIndex::new(text), Span::new(at, at + part.len()))
}

fn findings() -> Vec<Finding> {
    let finding = |rule, severity, place, unit, message| Finding {
        rule,
        severity,
        place,
        related: None,
        locale: "ar".to_owned(),
        unit,
        message,
        help: None,
        fix: None,
    };
    let part = |name: &str| Unit::Part("visits".to_owned(), name.to_owned());
    let mut number = finding(
        "article/number-mismatch",
        Severity::Warn,
        place(AR, ARABIC, "10"),
        part("number:100"),
        Phrase::new("article-invalid-date").with("field", "100").with("value", "10 \u{202E}x"),
    );
    number.related = Some(place(EN, ENGLISH, "100"));
    number.help = Some(Phrase::new("article-invalid-date.help"));
    let mut left = finding(
        "article/untranslated-segment",
        Severity::Error,
        place(AR, ARABIC, "left"),
        part("segment:1"),
        Phrase::new("article-field-missing").with("field", "a, b: 50%\nc"),
    );
    left.fix = Some(Fix { edits: vec![(place(AR, ARABIC, "left").span, "بقي".to_owned())] });
    let missing = finding(
        "article/missing",
        Severity::Info,
        Place::file(EN),
        Unit::Article("visits".to_owned()),
        Phrase::new("article-orphan").with("key", "visits"),
    );
    let message = finding(
        "message/unheard-of",
        Severity::Warn,
        place(FTL, FLUENT, "اقرأ المزيد"),
        Unit::Message("read-more".to_owned()),
        Phrase::new("article-orphan").with("key", "\u{1}read<more>"),
    );
    vec![number, left, missing, message]
}

fn sample() -> Report {
    let row = |content, total, translated| Coverage {
        content,
        collection: "news".to_owned(),
        locale: "ar".to_owned(),
        total,
        translated,
        missing: total - translated,
        incomplete: 0,
        stale: 0,
        words_left: 7,
    };
    Report {
        findings: findings(),
        allowed: 2,
        files: 12,
        problems: Vec::new(),
        coverage: vec![row(Content::Articles, 3, 2), row(Content::Messages, 10, 10)],
        work: Vec::new(),
    }
}

fn texts() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([(EN, ENGLISH), (AR, ARABIC), (FTL, FLUENT)])
}

fn written_with(report: &Report, format: Format, language: &str, change: impl Fn(&mut View<'_>)) -> String {
    let outcome: Outcome = Policy::new().outcome(report);
    let texts = texts();
    let mut view = View {
        report,
        outcome: &outcome,
        words: Words::new(&[language]),
        texts: &texts,
        prefix: "newsroom/",
        command: "mizan check newsroom",
        mended: None,
        colour: false,
        quiet: false,
    };
    change(&mut view);
    let mut out = Vec::new();
    report::write(format, &view, &mut out).expect("written");
    String::from_utf8(out).expect("UTF-8")
}

fn written(format: Format, language: &str) -> String {
    written_with(&sample(), format, language, |_| {})
}

/// Snapshots hold no character that is not seen.
fn shown(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' => "\n".to_owned(),
            c if mizan::bidi::controls::is_control(c) || c.is_control() => format!("\\u{{{:04X}}}", u32::from(c)),
            c => c.to_string(),
        })
        .collect()
}

#[test]
fn human_in_both_languages() {
    insta::assert_snapshot!("human-en", shown(&written(Format::Human, "en")));
    insta::assert_snapshot!("human-ar", shown(&written(Format::Human, "ar")));
}

#[test]
fn human_never_points_into_arabic_and_shows_what_hides() {
    for language in ["en", "ar"] {
        let text = written(Format::Human, language);
        let lines: Vec<_> = text.lines().collect();
        for pair in lines.windows(2) {
            let points = pair[1].contains('^');
            assert!(!points || pair[0].is_ascii(), "a mark under {:?}", pair[0]);
        }
        assert!(text.contains("<U+2067>line<U+2069>") && text.contains("<U+202E>"));
        assert!(!text.contains(mizan::bidi::controls::is_control));
        let heads: Vec<_> = lines.iter().filter(|line| line.starts_with("newsroom/")).collect();
        assert_eq!(heads.len(), 4);
        assert!(heads.iter().all(|line| line.is_ascii()), "{heads:?}");
    }
}

#[test]
fn quiet_shows_only_what_makes_the_run_fail() {
    let text = written_with(&sample(), Format::Human, "en", |view| view.quiet = true);
    assert!(text.contains("article/untranslated-segment"));
    assert!(!text.contains("article/number-mismatch") && !text.contains("Found"));
}

#[test]
fn what_was_mended_and_what_can_be_is_told() {
    let mended = MendedCount { findings: 12, files: 2 };
    let text = written_with(&sample(), Format::Human, "en", |view| view.mended = Some(mended));
    assert!(text.contains("\nMended 12 findings in 2 files.\nFound "), "{text}");
    assert!(text.ends_with("One of these can be mended with: mizan check newsroom --fix\n"), "{text}");
    let text = written_with(&sample(), Format::Human, "ar", |view| view.mended = Some(mended));
    assert!(text.contains("\nأُصلح 12 موضعًا في ملفين.\n"), "{text}");
    let silent = written_with(&sample(), Format::Human, "en", |view| view.command = "");
    assert!(!silent.contains("mizan check"), "{silent}");
}

#[test]
fn what_could_not_be_written_is_told_apart_from_what_could_not_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let read = mizan::Project::load(folder.path().join("nowhere")).expect_err("nothing there");
    let write = mizan::project::files::replace(&folder.path().join("\0"), b"").expect_err("no such name");
    let report = Report { problems: vec![read, write.clone(), write], ..Report::default() };
    let text = written_with(&report, Format::Human, "en", |_| {});
    let heads: Vec<_> = text.lines().filter(|line| line.ends_with(':')).collect();
    let expected =
        ["One file or folder could not be read; the check is not complete:", "2 files could not be written:"];
    assert_eq!(heads, expected, "{text}");
}

#[test]
fn colour_is_only_there_when_asked_for() {
    assert!(!written(Format::Human, "ar").contains('\u{1b}'));
    let coloured = written_with(&sample(), Format::Human, "ar", |view| view.colour = true);
    assert!(coloured.contains("\u{1b}[1;31m") && !coloured.contains("<U+001B>"));
}

#[test]
fn a_clean_run_says_so() {
    let report = Report { files: 3, ..Report::default() };
    assert_eq!(written_with(&report, Format::Human, "en", |_| {}), "Nothing found; checked 3 files.\n");
    assert!(written_with(&report, Format::Github, "en", |_| {}).is_empty());
    let junit = written_with(&report, Format::Junit, "en", |_| {});
    assert!(junit.contains("tests=\"1\"") && junit.contains("failures=\"0\""));
}

#[test]
fn github_in_both_languages() {
    insta::assert_snapshot!("github-en", shown(&written(Format::Github, "en")));
    insta::assert_snapshot!("github-ar", shown(&written(Format::Github, "ar")));
    let text = written(Format::Github, "en");
    assert_eq!(text.lines().count(), 4, "one line a finding");
    assert!(text.contains("file=newsroom/articles/visits%2C 50%25/ar.md,line=7,col=15,endLine=7,endColumn=17"));
}

#[test]
fn json_in_both_languages_and_valid() {
    insta::assert_snapshot!("json-en", shown(&written(Format::Json, "en")));
    insta::assert_snapshot!("json-ar", shown(&written(Format::Json, "ar")));
}

#[test]
fn json_counts_characters_and_bytes() {
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json, "en")).expect("JSON");
    let first = &json["findings"][0];
    assert_eq!((&first["line"], &first["column"], &first["end_column"]), (&7.into(), &15.into(), &17.into()));
    let bytes = first["start_byte"].as_u64().expect("a number")..first["end_byte"].as_u64().expect("a number");
    assert_eq!(&ARABIC[bytes.start as usize..bytes.end as usize], "10");
    assert_eq!(first["path"], AR, "below the project, whatever the prefix");
    assert_eq!(first["unit"], "visits#number:100");
    assert_eq!(json["summary"]["by_severity"]["warn"], 2);
    assert_eq!(json["summary"]["by_rule"]["article/missing"], 1);
    assert_eq!(json["summary"]["coverage"]["ar"]["articles"]["missing"], 1);
    assert_eq!(json["findings"][1]["fix"]["edits"][0]["text"], "بقي");
}

#[cfg(feature = "schema")]
#[test]
fn json_follows_its_schema() {
    let validator = jsonschema::validator_for(&report::json_schema()).expect("a schema");
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json, "ar")).expect("JSON");
    let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let mut broken = json;
    broken["findings"][0]["line"] = "seven".into();
    assert!(!validator.is_valid(&broken), "the schema holds nothing");
}

#[test]
fn sarif_is_valid_and_says_where() {
    let schema = include_str!("data/sarif-schema-2.1.0.json");
    let mut schema: serde_json::Value = serde_json::from_str(schema).expect("a schema");
    // The published pattern has a bracket too many, which strict readers refuse.
    for place in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][place]["properties"]["language"];
        language["pattern"] = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for language in ["en", "ar"] {
        let log: serde_json::Value = serde_json::from_str(&written(Format::Sarif, language)).expect("JSON");
        let errors: Vec<_> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}");
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        for result in run["results"].as_array().expect("results") {
            let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        let at = &run["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(at["artifactLocation"]["uri"], "newsroom/articles/visits%2C%2050%25/ar.md");
        assert_eq!(at["region"]["startColumn"], 15);
        let fix = &run["results"][1]["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!((&fix["deletedRegion"]["startLine"], &fix["insertedContent"]["text"]), (&9.into(), &"بقي".into()));
    }
}

#[test]
fn sarif_results_as_written() {
    let mut log: serde_json::Value = serde_json::from_str(&written(Format::Sarif, "ar")).expect("JSON");
    for result in log["runs"][0]["results"].as_array_mut().expect("results") {
        // It moves with every rule that is added.
        result.as_object_mut().expect("an object").remove("ruleIndex");
    }
    let results = serde_json::to_string_pretty(&log["runs"][0]["results"]).expect("JSON");
    insta::assert_snapshot!("sarif-ar", shown(&results));
}

#[test]
fn junit_in_both_languages_and_well_formed() {
    for language in ["en", "ar"] {
        let xml = written(Format::Junit, language);
        let mut reader = quick_xml::Reader::from_str(&xml);
        let mut cases = 0;
        loop {
            match reader.read_event().expect("well-formed") {
                quick_xml::events::Event::Start(element) => cases += usize::from(element.name().as_ref() == "testcase"),
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(cases, 4);
        assert!(xml.contains("failures=\"1\"") && !xml.contains('\u{1}'));
    }
    insta::assert_snapshot!("junit-en", shown(&written(Format::Junit, "en")));
    insta::assert_snapshot!("junit-ar", shown(&written(Format::Junit, "ar")));
}
