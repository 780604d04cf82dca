//! `mizan bidi` and `--bidi`, as a person or a script runs them.
#![cfg(feature = "cli")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn mizan(arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("mizan"));
    command.args(arguments).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE", "TERM", "WT_SESSION"] {
        command.env_remove(name);
    }
    command
}

fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn run(arguments: &[&str]) -> String {
    out(&mizan(arguments).output().expect("mizan runs"))
}

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&run(arguments)).expect("JSON")
}

#[test]
fn json_tells_all() {
    let seen = json(&["bidi", "--base", "rtl", "--json", "تعلّم C# بسرعة."]);
    assert_eq!(seen["base"], "rtl");
    assert_eq!(seen["verdict"], "broken");
    assert_eq!(seen["phrases"][0]["text"], "C#");
    assert_eq!(seen["fixed"], "تعلّم \u{2066}C#\u{2069} بسرعة.");
    assert_eq!(seen["visual"], ".ةعرسب #C مّلعت");
    assert_eq!(seen["visual_fixed"], ".ةعرسب C# مّلعت");
    // From left to right the levels are those of the picture: the letter C alone is left to right.
    let levels: Vec<u64> =
        seen["levels"].as_array().expect("levels").iter().filter_map(serde_json::Value::as_u64).collect();
    assert_eq!(levels.iter().filter(|level| **level == 2).count(), 1);
    assert_eq!(levels.get(8), Some(&2), "{levels:?}");
}

#[test]
fn the_base_is_that_of_the_first_letter_unless_given() {
    assert_eq!(json(&["bidi", "--json", "مرحبا Word"])["base"], "rtl");
    assert_eq!(json(&["bidi", "--json", "Word مرحبا"])["base"], "ltr");
    assert_eq!(json(&["bidi", "--json", "--base", "rtl", "Word مرحبا"])["base"], "rtl");
    // A text may begin like an option.
    assert_eq!(json(&["bidi", "--json", "-5 درجات"])["base"], "rtl");
}

#[test]
fn standard_input_is_read_line_by_line() {
    let mut child = mizan(&["bidi", "--json", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("runs");
    child.stdin.take().expect("a pipe").write_all("سطر C++ أول\n\nplain\n".as_bytes()).expect("written");
    let text = out(&child.wait_with_output().expect("ends"));
    let verdicts: Vec<_> = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["verdict"].clone())
        .collect();
    assert_eq!(verdicts, ["broken", "fine"]);
}

#[test]
fn invisible_characters_are_named_and_never_printed() {
    let shown = run(&["bidi", "لغة \u{2067}C\u{2069}\u{200D} هنا"]);
    assert!(shown.contains("U+2067 RIGHT-TO-LEFT ISOLATE"), "{shown}");
    assert!(shown.contains("U+200D ZERO WIDTH JOINER"), "{shown}");
    assert!(!shown.contains(mizan::bidi::controls::is_control), "{shown}");
    let json = run(&["bidi", "--json", "لغة \u{2067}C\u{2069} هنا"]);
    assert!(json.contains("\\u2067") && !json.contains('\u{2067}'), "{json}");
}

#[test]
fn reports_are_in_reading_order_unless_asked_otherwise() {
    let plain = run(&["--lang", "ar", "explain", "article/orphan"]);
    assert!(!plain.contains(mizan::bidi::controls::is_control));
    let isolated = run(&["--lang", "ar", "--bidi=isolate", "explain", "article/orphan"]);
    assert_eq!(isolated.replace(mizan::bidi::controls::is_control, ""), plain);
    let arabic = isolated.lines().find(|line| line.contains('ا')).expect("a line in Arabic");
    assert!(arabic.trim_start().starts_with('\u{2067}') && arabic.ends_with('\u{2069}'), "{arabic:?}");
    let visual = run(&["--lang", "ar", "--bidi=visual", "explain", "article/orphan"]);
    assert_eq!(visual.lines().count(), plain.lines().count());
    let joined = |character: char| matches!(character, '\u{FE70}'..='\u{FEFC}');
    assert!(visual.contains(joined) && !plain.contains(joined));
}

#[test]
fn an_unknown_way_is_refused_with_the_known_ones() {
    let output = mizan(&["--bidi=sideways", "explain"]).output().expect("mizan runs");
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("isolate") && error.contains("visual"), "{error}");
}
