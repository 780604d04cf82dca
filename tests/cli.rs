//! The binary as a person or a script runs it: exit codes, both languages, closed pipes.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const CONFIG: &str = "[project]\nname = \"News\"\nbase-url = \"https://news.example.org\"\nsource = \"en\"\n\
                      targets = [\"ar\"]\n\n[articles.news]\npath = \"articles/{slug}/{locale}.md\"\n\
                      required = [\"title\"]\ntranslated = [\"title\"]\n";
const ENGLISH: &str =
    "---\ntitle: Visiting hours\n---\n\n# When to come\n\nVisits are from 9 to 20 every day of the week.\n";
const ARABIC: &str = "---\ntitle: أوقات الزيارة\n---\n\n# متى تأتي\n\nالزيارة من 9 إلى 20 في كل أيام الأسبوع.\n";

fn mizan(folder: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("mizan"));
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

fn run(folder: &Path, arguments: &str) -> Output {
    mizan(folder).args(arguments.split_whitespace()).output().expect("mizan runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    mizan::project::files::replace(&path, text.as_bytes()).expect("written");
}

/// A project with one article in both languages, and another in English only.
fn newsroom() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "mizan.toml", CONFIG);
    write(folder.path(), "articles/visits/en.md", ENGLISH);
    write(folder.path(), "articles/visits/ar.md", ARABIC);
    write(folder.path(), "articles/parking/en.md", "---\ntitle: Parking\n---\n\nPark behind the house.\n");
    folder
}

#[test]
fn exit_codes_tell_findings_from_faults() {
    let news = newsroom();
    let at = news.path();
    let code = |arguments: &str| run(at, arguments).status.code();
    assert_eq!(code("check"), Some(1), "{}", out(&run(at, "check")));
    assert_eq!(code("check --rule article/missing=warn"), Some(0));
    assert_eq!(code("check --rule article/missing=warn --fail-on warn"), Some(1));
    assert_eq!(code("check --rule article/*=off"), Some(0));
    assert_eq!(code("check --fail-on off"), Some(0));
    assert_eq!(code("check articles/visits"), Some(0), "only that article");
    assert_eq!(code("check . articles/parking"), Some(1));
    assert_eq!(code("check --only ar.md"), Some(0));
    assert_eq!(code("check --only articles/*/en.md"), Some(1));
    assert_eq!(code("check nowhere"), Some(2));
    assert_eq!(code("check --rule article/mising=off"), Some(2));
    assert_eq!(code("check --rule article/missing=loud"), Some(2));
    assert_eq!(code("check --only a[b"), Some(2));
    assert_eq!(code("chekc"), Some(2));
    assert_eq!(code(""), Some(2));
    assert_eq!(code("--help"), Some(0));
    assert_eq!(code("--version"), Some(0));
    assert_eq!(code("status"), Some(0));
}

#[test]
fn findings_can_be_followed_from_where_one_stands() {
    let news = newsroom();
    let line = "articles/parking/en.md:1:1 error article/missing";
    let name = news.path().file_name().expect("a name").to_string_lossy().into_owned();
    assert!(out(&run(news.path(), "check")).starts_with(line));
    let above = news.path().parent().expect("a folder");
    assert!(out(&run(above, &format!("check {name}"))).starts_with(&format!("{name}/{line}")));
    assert!(out(&run(&news.path().join("articles/visits"), "check ../parking")).starts_with(&format!("../../{line}")));
}

#[test]
fn configuration_decides_and_the_command_line_decides_last() {
    let news = newsroom();
    write(news.path(), "mizan.toml", &format!("{CONFIG}\n[rules]\n\"article/*\" = \"info\"\n"));
    assert_eq!(run(news.path(), "check").status.code(), Some(0));
    assert_eq!(run(news.path(), "check --rule article/missing=error").status.code(), Some(1));
    write(news.path(), "mizan.toml", &format!("{CONFIG}\n[rules]\n\"article/mising\" = \"info\"\n"));
    let unknown = run(news.path(), "check");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("article/missing"), "{}", err(&unknown));
}

#[test]
fn json_goes_to_standard_output_or_to_a_file() {
    let news = newsroom();
    let json: serde_json::Value = serde_json::from_str(&out(&run(news.path(), "check --format json"))).expect("JSON");
    assert_eq!(json["findings"][0]["rule"], "article/missing");
    assert_eq!(json["summary"]["files"], 3);
    let filed = run(news.path(), "check --format json --output reports/check.json");
    assert_eq!((filed.status.code(), out(&filed).as_str()), (Some(1), ""));
    let file = fs::read_to_string(news.path().join("reports/check.json")).expect("the file");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&file).expect("JSON"), json);
}

#[test]
fn the_language_comes_from_the_flag_then_from_the_environment() {
    let news = newsroom();
    let said = |name: &str, value: &str, arguments: &str| {
        let output = mizan(news.path()).env(name, value).args(arguments.split_whitespace()).output().expect("runs");
        out(&output)
    };
    assert!(said("LANG", "ar_EG.UTF-8", "--help").contains("الأوامر:"));
    assert!(said("LC_ALL", "ar", "check").contains("النتائج:"));
    assert!(said("LANG", "ar_EG.UTF-8", "--lang en --help").contains("Commands:"));
    assert!(said("LC_ALL", "C.UTF-8", "--help").contains("Commands:"));
    assert!(said("LANG", "fr_FR.UTF-8", "--help").contains("Commands:"), "English where mizan does not speak it");
}

#[test]
fn help_holds_no_word_of_the_other_language() {
    let here = tempfile::tempdir().expect("a folder");
    for command in
        ["", "init", "check", "status", "build", "accept", "diff", "new", "explain", "completions", "man", "schema"]
    {
        let arabic = out(&run(here.path(), &format!("{command} --help --lang ar")));
        for english in ["Usage:", "Options:", "Commands:", "Arguments:", "Print", "default:", "possible"] {
            assert!(!arabic.contains(english), "{command}: {english} in\n{arabic}");
        }
        assert!(arabic.contains("الاستعمال:") && !arabic.contains("cli-"), "{arabic}");
        let english = out(&run(here.path(), &format!("{command} --help")));
        assert!(english.contains("Usage:") && english.is_ascii(), "{english}");
    }
    assert_eq!(out(&run(here.path(), "help check")), out(&run(here.path(), "check --help")));
}

#[test]
fn faults_in_the_arguments_are_told_in_arabic() {
    let here = tempfile::tempdir().expect("a folder");
    let told = |arguments: &str| err(&run(here.path(), &format!("--lang ar {arguments}")));
    let unknown = told("check --frmat json");
    assert!(unknown.starts_with("خطأ: لا وسيط اسمه --frmat"), "{unknown}");
    assert!(unknown.contains("أتقصد --format؟") && unknown.contains("mizan check --help"), "{unknown}");
    assert!(told("chekc").contains("أتقصد check؟"));
    let value = told("check --format xml");
    assert!(value.contains("xml") && value.contains("sarif") && !value.contains("invalid"), "{value}");
    assert!(told("build").contains("ينقص") && told("build").contains("--out <OUT>"));
    assert!(told("init --yes --print").contains("لا يجتمع"));
    assert!(told("check --output").contains("يحتاج"));
    assert!(told("check").contains("لا ملف mizan.toml"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let news = tempfile::tempdir().expect("a folder");
    write(news.path(), "mizan.toml", CONFIG);
    for number in 0..400 {
        let text = format!("---\ntitle: Parking place {number}\n---\n\nPark behind the house number {number}.\n");
        write(news.path(), &format!("articles/parking-{number}/en.md"), &text);
    }
    for arguments in ["check", "check --format json", "status --missing", "schema config"] {
        let mut command = mizan(news.path());
        command.args(arguments.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("runs");
        let mut first = [0; 16];
        let mut pipe = child.stdout.take().expect("a pipe");
        pipe.read_exact(&mut first).expect("something");
        drop(pipe);
        let output = child.wait_with_output().expect("ends");
        assert_eq!(err(&output), "", "{arguments}");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments}: {:?}", output.status);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let news = newsroom();
    let full = fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let output = mizan(news.path()).arg("check").stdout(full).output().expect("runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("cannot be written"), "{}", err(&output));
}

#[test]
fn colour_follows_the_usual_rules() {
    let news = newsroom();
    let coloured = |arguments: &str, variable: Option<(&str, &str)>| {
        let mut command = mizan(news.path());
        command.args(arguments.split_whitespace()).envs(variable);
        out(&command.output().expect("runs")).contains('\u{1b}')
    };
    assert!(!coloured("check", None), "not a terminal");
    assert!(coloured("check --color always", None));
    assert!(coloured("check", Some(("CLICOLOR_FORCE", "1"))));
    assert!(!coloured("check --color never", Some(("CLICOLOR_FORCE", "1"))));
    assert!(coloured("check --color always", Some(("NO_COLOR", "1"))), "the flag is nearer than the variable");
    assert!(!coloured("check --color always --format json", None));
}

#[test]
fn rules_are_explained_in_both_languages_and_near_names_are_offered() {
    let here = tempfile::tempdir().expect("a folder");
    let english = out(&run(here.path(), "explain article/alt-missing"));
    for part in ["article/alt-missing (warn)", "What it does", "Why", "Example", "Instead", "![](/media/wing.svg)"] {
        assert!(english.contains(part), "{part} in\n{english}");
    }
    assert!(!english.contains("```") && !english.contains("# "));
    let arabic = out(&run(here.path(), "--lang ar explain article/alt-missing"));
    assert!(arabic.contains("السبب") && arabic.contains("![](/media/wing.svg)"), "{arabic}");
    let unknown = run(here.path(), "explain article/mising");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("is it article/missing?"), "{}", err(&unknown));
    let list = out(&run(here.path(), "explain --list"));
    assert_eq!(list, out(&run(here.path(), "explain")));
    assert!(list.lines().count() >= 20);
    let page = out(&run(here.path(), "rules-page"));
    assert!(page.contains("## `article/alt-missing`") && page.contains("```markdown\n![](/media/wing.svg)\n```"));
}

#[test]
fn schemas_completions_and_manual_pages_are_printed() {
    let here = tempfile::tempdir().expect("a folder");
    for what in ["config", "glossary", "report"] {
        let schema = out(&run(here.path(), &format!("schema {what}")));
        let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
        assert!(schema["properties"].is_object(), "{what}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(here.path(), &format!("completions {shell}"));
        assert!(script.status.success() && out(&script).contains("fail-on"), "{shell}");
    }
    assert!(out(&run(here.path(), "man")).contains("mizan"));
    assert!(out(&run(here.path(), "man check")).contains("fail"));
    assert_eq!(run(here.path(), "man nothing").status.code(), Some(2));
}

#[test]
fn init_writes_only_when_told_and_never_over_what_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "articles/visits/en.md", ENGLISH);
    write(folder.path(), "articles/visits/ar.md", ARABIC);
    let config = folder.path().join("mizan.toml");
    let printed = run(folder.path(), "init --print");
    assert!(printed.status.success() && out(&printed).contains("[project]"));
    assert!(run(folder.path(), "init").status.success() && !config.exists(), "nobody said yes");
    assert!(run(folder.path(), "init --yes").status.success());
    assert_eq!(fs::read_to_string(&config).expect("written"), out(&printed));
    assert_eq!(run(folder.path(), "init --yes").status.code(), Some(2));
}

#[test]
fn build_writes_the_site_and_tells_of_errors() {
    let news = newsroom();
    let built = run(news.path(), "build --out public");
    assert_eq!(built.status.code(), Some(1), "parking has no Arabic: {}", err(&built));
    assert!(news.path().join("public/sitemap.xml").exists(), "written all the same");
    write(news.path(), "articles/parking/ar.md", "---\ntitle: المواقف\n---\n\nأوقف سيارتك خلف المبنى.\n");
    let built = run(news.path(), "build --out public");
    assert_eq!(built.status.code(), Some(0), "{}", err(&built));
    let foreign = run(news.path(), "build --out articles");
    assert_eq!(foreign.status.code(), Some(2));
    assert!(err(&foreign).contains("articles"), "{}", err(&foreign));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    let news = newsroom();
    let path = news.path().join("articles/visits/ar.md");
    mizan::project::files::replace(&path, b"\xff\xfe broken").expect("written");
    let checked = run(news.path(), "check");
    assert_eq!(checked.status.code(), Some(2));
    let text = out(&checked);
    assert!(text.contains("article/missing") && text.contains("not complete") && text.contains("ar.md:1:1"), "{text}");
}
