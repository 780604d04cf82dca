//! The README is true: CI runs its commands, and its transcripts are what mizan prints.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the repository")
}

/// The blocks fenced as `language`.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let open = format!("```{language}\n");
    text.split(&open).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

#[test]
fn ci_runs_the_two_commands_of_the_readme() {
    let (readme, ci) = (file("README.md"), file(".ci/run"));
    let commands = blocks(&readme, "sh");
    for command in &commands[..2] {
        assert!(ci.lines().any(|line| line == *command), ".ci/run does not run {command:?}");
    }
}

#[test]
fn the_transcripts_are_what_mizan_prints() {
    let readme = file("README.md");
    let transcripts = blocks(&readme, "console");
    assert_eq!(transcripts.len(), 2);
    for transcript in transcripts {
        let (command, shown) = transcript.split_once('\n').expect("a command and its output");
        let arguments = command.strip_prefix("$ mizan ").expect("a command").split(' ').map(|it| it.trim_matches('\''));
        let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(arguments)
            .args(["--color", "never", "--lang", "en"])
            .output()
            .expect("mizan runs");
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim_end(), shown, "{command}");
    }
}
