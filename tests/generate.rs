//! Typed messages: what `mizan generate` writes compiles, passes for hand-formatted, and says what the texts say.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use mizan::Project;
use mizan::locale::Locale;
use mizan::message::{Date, Localizer};
use mizan::project::files;

/// The module of `tests/data/typed`, as its callers would have it.
#[allow(dead_code, unreachable_pub)]
#[deny(missing_docs, nonstandard_style, clippy::all, clippy::pedantic)]
mod texts {
    include!("data/typed/texts.rs");
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn localizer(tag: &str) -> Localizer {
    let mut builder = Localizer::builder();
    for own in ["en", "ar"] {
        let locale = Locale::new(own).expect("a tag");
        for file in ["site", "traps"] {
            let path = folder(&format!("tests/data/typed/locales/{own}/{file}.ftl"));
            builder = builder.add(&locale, fs::read_to_string(path).expect("a file"));
        }
    }
    builder.build().negotiate(&[tag])
}

#[test]
fn the_functions_say_what_the_texts_say() {
    let say = |tag, phrase: &mizan::phrase::Phrase| {
        let said = localizer(tag).say(phrase);
        assert!(said.problems().is_empty(), "{:?}", said.problems());
        said.into_string()
    };
    assert_eq!(say("en", &texts::welcome("Sara")), "Welcome, Sara!");
    assert_eq!(say("en", &texts::welcome_label()), "Close");
    // 11 to 99 take the singular accusative, 3 to 10 the plural.
    assert_eq!(say("ar", &texts::checked(11)), "فُحص 11 مقالًا");
    assert_eq!(say("ar", &texts::checked(3_u8)), "فُحصت 3 مقالات");
    assert_eq!(say("ar", &texts::checked(0_usize)), "لم يُفحص أي مقال");
    let day = Date::new(2026, 11, 24).expect("a day");
    assert_eq!(say("en", &texts::opens(day)), "Opens on November 24, 2026");
    assert_eq!(say("ar", &texts::opens(day)), "يُفتح في 24 نوفمبر 2026");
    assert_eq!(say("en", &texts::rate(0.25)), "Done: 25%");
    assert_eq!(
        say("en", &texts::stored("a.txt", "the hall", 1_234, day)),
        "a.txt in the hall: 1,234 bytes since Nov 24, 2026"
    );
    assert_eq!(say("ar", &texts::open_with(texts::Platform::Android)), "افتح بمدير الملفات في الهاتف");
    assert_eq!(say("en", &texts::open_with("macos")), "Open with Finder");
    assert_eq!(say("en", &texts::open_with(String::from("plan9"))), "Open with the file manager");
    assert_eq!(say("en", &texts::guests(0)), "Nobody");
    assert_eq!(say("en", &texts::guests("unknown")), "We do not know who comes");
    assert_eq!(say("en", &texts::summary(2, "x")), "Articles checked: 2, Close (x)");
    assert_eq!(say("en", &texts::untranslated("1", "2", "3")), "Only in English:\n  first 1 and 2, 3");
    assert_eq!(say("en", &texts::x_title()), "The message");
    assert_eq!(say("en", &texts::x_title_2()), "The attribute");
    assert_eq!(texts::Platform::from("linux"), texts::Platform::Linux);
    assert_eq!(texts::Platform::from("plan9").as_str(), "plan9");
}

/// The module of a project and the file that it has committed.
fn both(path: &str) -> (String, PathBuf) {
    let project = Project::load(folder(path)).expect("a project");
    let module = mizan::generate(&project).expect("a module").into_string();
    let file = project.root().join(project.config().generate.out.as_deref().expect("a file"));
    (module, file)
}

#[test]
fn the_committed_modules_are_up_to_date() {
    for path in ["tests/data/typed", "."] {
        let (module, file) = both(path);
        let committed = fs::read_to_string(&file).expect("committed").replace("\r\n", "\n");
        assert!(module == committed, "{} is out of date: run mizan generate {path}", file.display());
    }
}

#[test]
fn any_rustfmt_leaves_the_module_as_it_is() {
    let widths = ["max_width=100", "max_width=120,use_small_heuristics=Max", "max_width=80", "max_width=160"];
    let scratch = tempfile::tempdir().expect("a folder");
    for path in ["tests/data/typed", "."] {
        let (module, _) = both(path);
        let file = scratch.path().join("texts.rs");
        for (text, widths) in [
            (module.clone(), &widths[..]),
            // What is marked to be left alone is written as rustfmt writes it by default.
            (module.replace("#[rustfmt::skip]\n", ""), &widths[..1]),
        ] {
            files::replace(&file, text.as_bytes()).expect("written");
            for width in widths {
                let mut rustfmt = Command::new("rustfmt");
                let rustfmt = rustfmt.args(["--check", "--edition", "2024", "--config", width]).arg(&file);
                let Ok(output) = rustfmt.output() else { return }; // not part of every toolchain
                assert!(output.status.success(), "{path}, {width}:\n{}", String::from_utf8_lossy(&output.stdout));
            }
        }
    }
}

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"{locale}.ftl\"\n";

fn write(folder: &Path, path: &str, text: &str) {
    files::replace(&folder.join(path), text.as_bytes()).expect("written");
}

fn mizan(folder: &Path, arguments: &str) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("mizan"));
    command.current_dir(folder).stdin(Stdio::null()).args(arguments.split_whitespace());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.output().expect("mizan runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

#[test]
fn the_command_writes_checks_and_names_what_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    write(folder, "mizan.toml", CONFIG);
    write(folder, "en.ftl", "a = A\nb = B\n");
    write(folder, "ar.ftl", "a = \u{623}\nb = \u{628}\n");
    let nowhere = mizan(folder, "generate");
    assert_eq!(nowhere.status.code(), Some(2), "{}", said(&nowhere));
    assert!(said(&nowhere).contains("--out"));

    write(folder, "mizan.toml", &format!("{CONFIG}[generate]\nout = \"src/texts.rs\"\n"));
    let absent = mizan(folder, "generate --check");
    assert_eq!(absent.status.code(), Some(1), "{}", said(&absent));
    assert!(!folder.join("src").exists(), "a check writes nothing");
    assert_eq!(mizan(folder, "generate").status.code(), Some(0));
    assert_eq!(mizan(folder, "generate --check").status.code(), Some(0));
    fs::create_dir(folder.join("deep")).expect("made");
    let deep = mizan(&folder.join("deep"), "generate --check ..");
    assert_eq!(deep.status.code(), Some(0), "the configured path starts at the project: {}", said(&deep));

    write(folder, "en.ftl", "a = Another\nc = C\n");
    let outdated = mizan(folder, "generate --check");
    assert_eq!(outdated.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&outdated.stdout), "+ pub fn c\n- pub fn b\n~ pub fn a\n");
    assert!(said(&outdated).contains("src/texts.rs is not what the texts give"));

    write(folder, "own.rs", "fn main() {}\n");
    let foreign = mizan(folder, "generate --out own.rs");
    assert_eq!(foreign.status.code(), Some(2), "{}", said(&foreign));
    assert_eq!(fs::read_to_string(folder.join("own.rs")).expect("there"), "fn main() {}\n");
}

#[test]
fn the_command_names_both_places_of_a_contradiction() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    write(folder, "mizan.toml", &format!("{CONFIG}[generate]\nout = \"texts.rs\"\n"));
    write(folder, "en.ftl", "a = A\nb = { DATETIME($when) }\n");
    write(folder, "ar.ftl", "a = { $x }\nb = \u{641}\u{64A}\n    { NUMBER($when) }\n");
    let output = mizan(folder, "generate");
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.starts_with("ar.ftl:1:7 error\n"), "{text}");
    assert!(text.contains("ar.ftl:3:14 error\n  b: $when is a number here, and a date"), "{text}");
    assert!(text.trim_end().ends_with("--> en.ftl:2:16"), "{text}");
    let arabic = mizan(folder, "generate --lang ar");
    assert!(said(&arabic).contains("المتغير $when هنا عدد، وهو في الموضع الآخر تاريخ"), "{}", said(&arabic));
    assert!(!folder.join("texts.rs").exists());
}
