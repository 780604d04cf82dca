//! `mizan check --fix` and `--diff` as a person or a script runs them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n\n[articles.news]\npath = \"articles/{slug}/{locale}.md\"\n\
                      shared = [\"date\"]\n\n[messages]\npath = \"locales/{locale}/{file}.ftl\"\n";
const ENGLISH: &str =
    "---\ntitle: Visiting hours\ndate: 2023-03-20\n---\n\n# When to come\n\nVisits are from 9 to 20 every day.\n";
/// A byte order mark, Windows line ends, spaces that no editor would leave, no line end at the end.
const ARABIC: &str = "\u{FEFF}---\r\ntitle:  أوقات الزيارة  \r\ndate:   2023-02-20  # التاريخ\r\n---\r\n\r\n# متى تأتي\r\n\r\nالزيارة من 9 إلى 20 كل يوم.";
const MESSAGES: &str =
    "home = البداية\n\n# قديم\nold = اقرأ \u{2067}المزيد\u{2069}\n\nolder = نص\n\nabout = عن المشفى\n";

fn mizan(folder: &Path, arguments: &str) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("mizan"));
    command.current_dir(folder).stdin(Stdio::null()).args(arguments.split_whitespace());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.output().expect("mizan runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn write(folder: &Path, path: &str, text: &str) {
    mizan::project::files::replace(&folder.join(path), text.as_bytes()).expect("written");
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).expect("a file")
}

const AR: &str = "articles/visits/ar.md";
const FTL: &str = "locales/ar/site.ftl";

/// Three findings with fixes in two files, and one without: an article that has no Arabic version.
fn newsroom() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fill(folder.path());
    folder
}

fn fill(folder: &Path) {
    write(folder, "mizan.toml", CONFIG);
    write(folder, "articles/visits/en.md", ENGLISH);
    write(folder, AR, ARABIC);
    write(folder, "articles/parking/en.md", "---\ntitle: Parking\n---\n\nPark behind the house.\n");
    write(folder, "locales/en/site.ftl", "home = Home\nabout = About the hospital\n");
    write(folder, FTL, MESSAGES);
}

fn mended_article() -> String {
    ARABIC.replace("2023-02-20", "2023-03-20")
}

const MENDED_MESSAGES: &str = "home = البداية\n\nabout = عن المشفى\n";

/// Applies a diff of one or more files to a folder.
fn apply(folder: &Path, diff: &str) {
    let starts: Vec<_> = diff.match_indices("--- a/").map(|(at, _)| at).chain([diff.len()]).collect();
    for pair in starts.windows(2) {
        let patch = diffy::Patch::from_str(&diff[pair[0]..pair[1]]).expect("a diff");
        let path = patch.modified().expect("a name").strip_prefix("b/").expect("b/").to_owned();
        let patched = diffy::apply(&read(folder, &path), &patch).expect("it applies");
        write(folder, &path, &patched);
    }
}

#[test]
fn fixes_are_made_and_what_is_left_is_shown() {
    let news = newsroom();
    let at = news.path();
    let before = mizan(at, "check");
    assert!(out(&before).contains("3 of these can be mended with: mizan check --fix\n"), "{}", out(&before));
    let fixed = mizan(at, "check --fix");
    assert_eq!(fixed.status.code(), Some(1), "parking has no Arabic: {}", err(&fixed));
    let text = out(&fixed);
    assert!(text.contains("Mended 3 findings in 2 files.\nFound one error;"), "{text}");
    assert!(
        text.contains("article/missing") && !text.contains("message/obsolete") && !text.contains("--fix"),
        "{text}"
    );
    assert_eq!(read(at, AR), mended_article(), "every other byte is as it was");
    assert_eq!(read(at, FTL), MENDED_MESSAGES);
    let again = mizan(at, "check --fix");
    assert!(out(&again).contains("Nothing was mended."), "{}", out(&again));
    assert_eq!(mizan(at, "check --fix --rule article/missing=off").status.code(), Some(0));
}

#[test]
fn both_languages_count() {
    for (arguments, said) in [
        ("--lang ar check --fix", "أُصلح 3 مواضع في ملفين.\n"),
        ("--lang ar check --fix --only *.md", "أُصلح موضع واحد في ملف واحد.\n"),
        ("--lang ar check --fix --only *.ftl", "أُصلح موضعان في ملف واحد.\n"),
        ("check --fix --only *.md", "Mended one finding in one file.\n"),
    ] {
        let news = newsroom();
        let text = out(&mizan(news.path(), arguments));
        assert!(text.contains(said), "{arguments}: {text}");
    }
    let news = newsroom();
    assert!(out(&mizan(news.path(), "--lang ar check")).contains("يمكن إصلاح 3 من هذه بالأمر: mizan check --fix\n"));
    let diff = err(&mizan(news.path(), "--lang ar check --diff"));
    assert_eq!(diff, "سيُصلَح 3 مواضع في ملفين، ولم يُكتب شيء.\n");
}

#[test]
fn only_what_was_asked_for_is_mended() {
    let made = |arguments: &str| {
        let news = newsroom();
        mizan(news.path(), &format!("check --fix {arguments}"));
        (read(news.path(), AR) != ARABIC, read(news.path(), FTL) != MESSAGES)
    };
    assert_eq!(made(""), (true, true));
    assert_eq!(made("articles"), (true, false));
    assert_eq!(made("--only *.ftl"), (false, true));
    assert_eq!(made("--rule message/obsolete=off"), (true, false));
    assert_eq!(made("--rule message/*=info --quiet"), (true, true), "quiet hides, it does not keep from mending");
    assert_eq!(made("articles/parking"), (false, false));
    let news = newsroom();
    write(news.path(), FTL, &format!("### mizan-allow message/obsolete: used by the old site\n\n{MESSAGES}"));
    mizan(news.path(), "check --fix");
    assert!(read(news.path(), FTL).contains("older ="), "what is allowed stays");
}

#[test]
fn a_diff_shows_what_would_change_and_writes_nothing() {
    let news = newsroom();
    let at = news.path();
    let shown = mizan(at, "check --diff");
    assert_eq!(shown.status.code(), Some(1));
    assert_eq!(err(&shown), "Would mend 3 findings in 2 files; nothing was written.\n");
    assert_eq!((read(at, AR).as_str(), read(at, FTL).as_str()), (ARABIC, MESSAGES));
    let diff = out(&shown);
    assert!(diff.starts_with("--- a/articles/visits/ar.md\n+++ b/articles/visits/ar.md\n@@ "), "{diff}");
    assert!(diff.contains("-old = اقرأ \u{2067}المزيد\u{2069}\n"), "raw where a program reads it: {diff}");
    assert!(!diff.contains('\u{1b}'));
    assert_eq!(out(&mizan(at, "check --fix --diff")), diff, "--diff beside --fix writes nothing either");
    assert!(out(&mizan(at, "check --diff --color always")).contains("\u{1b}[1;31m-old = "));
    apply(at, &diff);
    assert_eq!((read(at, AR), read(at, FTL).as_str()), (mended_article(), MENDED_MESSAGES));
    let nothing = mizan(at, "check --diff");
    assert_eq!((nothing.status.code(), out(&nothing).as_str()), (Some(0), ""), "findings that stay are no matter here");
    assert!(err(&nothing).contains("nothing that --fix would change"));
    assert_eq!(mizan(at, "check --diff --format json").status.code(), Some(2));
}

#[test]
fn a_diff_can_be_applied_from_where_one_stands() {
    let above = tempfile::tempdir().expect("a folder");
    let project = above.path().join("my-news");
    fill(&project);
    let shown = mizan(above.path(), "check my-news --diff");
    let diff = out(&shown);
    assert!(diff.contains("+++ b/my-news/locales/ar/site.ftl\n"), "{diff}");
    let inside = out(&mizan(&project.join("articles/visits"), "check --diff"));
    assert!(inside.contains("+++ b/locales/ar/site.ftl\n"), "{inside}");
    let filed = mizan(above.path(), "check my-news --diff --output change.diff");
    assert_eq!((filed.status.code(), out(&filed).as_str()), (Some(1), ""));
    assert_eq!(read(above.path(), "change.diff"), diff);
    let patched = Command::new("patch").args(["-p1", "--input", "change.diff"]).current_dir(above.path()).output();
    match patched {
        Ok(patched) => assert!(patched.status.success(), "{}", out(&patched)),
        // A machine without `patch`.
        Err(_) => apply(above.path(), &diff),
    }
    assert_eq!((read(&project, AR), read(&project, FTL).as_str()), (mended_article(), MENDED_MESSAGES));
}

#[test]
fn machine_formats_show_what_is_left_or_what_could_be_done() {
    let news = newsroom();
    let json = |arguments: &str| -> serde_json::Value {
        serde_json::from_str(&out(&mizan(news.path(), arguments))).expect("JSON")
    };
    let before = json("check --format json");
    let fixes = before["findings"].as_array().expect("a list").iter().filter(|it| it["fix"].is_object()).count();
    assert_eq!(fixes, 3);
    let sarif = json("check --format sarif");
    let mut schema: serde_json::Value =
        serde_json::from_str(include_str!("data/sarif-schema-2.1.0.json")).expect("a schema");
    // The published pattern has a bracket too many, which strict readers refuse.
    for place in ["run", "toolComponent"] {
        schema["definitions"][place]["properties"]["language"]["pattern"] = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<_> = validator.iter_errors(&sarif).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    let obsolete = results.iter().find(|it| it["ruleId"] == "message/obsolete").expect("one");
    let change = &obsolete["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], FTL);
    assert_eq!(change["replacements"][0]["deletedRegion"]["startLine"], 3);
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "");
    let fixed = mizan(news.path(), "check --fix --format json");
    assert_eq!(err(&fixed), "Mended 3 findings in 2 files.\n");
    let left: serde_json::Value = serde_json::from_str(&out(&fixed)).expect("JSON");
    assert_eq!(left["findings"].as_array().expect("a list").len(), 1);
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_what_is_protected_is_told_while_the_rest_is_mended() {
    use std::os::unix::fs::PermissionsExt as _;
    let news = newsroom();
    let at = news.path();
    let mode =
        |path: &str, mode: u32| fs::set_permissions(at.join(path), fs::Permissions::from_mode(mode)).expect("set");
    mode(FTL, 0o444);
    mode(AR, 0o640);
    let fixed = mizan(at, "check --fix");
    assert_eq!(fixed.status.code(), Some(2), "{}", out(&fixed));
    let text = out(&fixed);
    assert!(text.contains("One file could not be written:\n") && text.contains(FTL), "{text}");
    assert!(text.contains("Mended one finding in one file."), "{text}");
    assert!(text.contains("message/obsolete"), "it is still there: {text}");
    assert_eq!(read(at, FTL), MESSAGES);
    assert_eq!(read(at, AR), mended_article());
    assert_eq!(fs::metadata(at.join(AR)).expect("there").permissions().mode() & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_link_keeps_leading_where_it_led() {
    let news = newsroom();
    let at = news.path();
    fs::rename(at.join(FTL), at.join("messages-ar")).expect("moved");
    std::os::unix::fs::symlink("../../messages-ar", at.join(FTL)).expect("linked");
    let fixed = mizan(at, "check --fix");
    assert!(out(&fixed).contains("Mended 3 findings in 2 files."), "{}", out(&fixed));
    assert!(fs::symlink_metadata(at.join(FTL)).expect("there").is_symlink());
    assert_eq!(read(at, "messages-ar"), MENDED_MESSAGES);
    // Out of the project leads no link: the file is not even read.
    let outside = tempfile::tempdir().expect("a folder");
    write(outside.path(), "site.ftl", MESSAGES);
    fs::remove_file(at.join(FTL)).expect("removed");
    std::os::unix::fs::symlink(outside.path().join("site.ftl"), at.join(FTL)).expect("linked");
    mizan(at, "check --fix");
    assert_eq!(read(outside.path(), "site.ftl"), MESSAGES);
}

#[test]
fn hints_name_the_project_and_can_be_pasted() {
    let above = tempfile::tempdir().expect("a folder");
    fill(&above.path().join("my-news"));
    let text = out(&mizan(above.path(), "check my-news --rule message/obsolete=warn"));
    assert!(
        text.contains("See only what makes it fail with: mizan check my-news --rule 'message/obsolete=warn' --quiet"),
        "{text}"
    );
    assert!(text.contains("mizan check my-news --rule 'message/obsolete=warn' --fix\n"), "{text}");
    let hint =
        text.lines().find_map(|line| line.split_once("mended with: mizan ")).expect("a hint").1.replace('\'', "");
    assert!(out(&mizan(above.path(), &hint)).contains("Mended 3 findings"));
    assert!(text.contains("translate it into my-news/articles/parking/ar.md"), "{text}");
    let status = |arguments: &str| out(&mizan(above.path(), arguments));
    assert!(status("status my-news").ends_with("List them with: mizan status my-news --missing\n"));
    assert!(!status("status my-news --quiet").contains("--missing"));
    let build = err(&mizan(above.path(), "build my-news --out public"));
    assert!(build.contains("see it with: mizan check my-news\n"), "{build}");
    let init = err(&mizan(above.path(), "init my-news"));
    assert!(init.contains("mizan init my-news --print"), "{init}");
    let none = tempfile::tempdir().expect("a folder");
    fs::create_dir(none.path().join("x")).expect("made");
    assert!(err(&mizan(none.path(), "check x")).contains("mizan init x"));
}

#[test]
fn a_page_is_not_written_into_folders_that_are_not_there() {
    let news = newsroom();
    let at = news.path();
    let failed = mizan(at, "status --html nope/deep/status.html");
    assert_eq!(failed.status.code(), Some(2));
    assert!(err(&failed).contains("there is no folder nope/deep"), "{}", err(&failed));
    assert!(!at.join("nope").exists());
    assert!(mizan(at, "status --html status.html").status.success());
    assert!(at.join("status.html").exists());
}
