//! Holds the direction of the imports: each room may use the rooms below it, never one beside or above it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, from the bottom; those of one row do not know each other.
const ROWS: &[&[&str]] = &[
    &["source", "phrase", "severity"],
    &["error", "texts"],
    &["locale"],
    &["text", "bidi"],
    &["article", "message"],
    &["words"],
    &["project"],
    &["check", "audit", "publish", "exchange", "generate"],
    &["report"],
    &["cli"],
    &["main", "lib"],
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|rooms| rooms.contains(&room))
}

/// Names that follow `crate::` in the code; comments and macros' own `$crate` do not count.
fn uses(text: &str) -> BTreeSet<String> {
    let code = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let listed = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        for name in listed {
            let name: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.insert(name);
        }
    }
    names
}

#[test]
fn imports_point_down_only() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    assert!(files.len() > 40, "the rooms were not found");
    let mut faults = Vec::new();
    for file in files {
        let below = file.strip_prefix(&source).expect("a file of src");
        let room = below.components().next().expect("a name").as_os_str().to_string_lossy().replace(".rs", "");
        let Some(own) = row(&room) else {
            faults.push(format!("{} is in no room of tests/architecture.rs", below.display()));
            continue;
        };
        for name in uses(&fs::read_to_string(&file).expect("UTF-8")) {
            let Some(used) = row(&name) else { continue };
            if name != room && used >= own {
                faults.push(format!("{} uses crate::{name}", below.display()));
            }
        }
    }
    assert!(faults.is_empty(), "imports must point down:\n{}", faults.join("\n"));
}

#[test]
fn files_stay_short() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    let long: Vec<_> = files
        .iter()
        .filter(|file| fs::read_to_string(file).expect("UTF-8").lines().count() > 350)
        .map(|file| file.strip_prefix(root).expect("below the root").display().to_string())
        .collect();
    assert!(long.is_empty(), "each of these is perhaps two rooms: {long:?}");
}

#[test]
fn no_source_holds_a_raw_control() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pending = vec![root.join("src"), root.join("locales"), root.join("tests"), root.join("fixtures")];
    let mut faults = Vec::new();
    while let Some(folder) = pending.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                pending.push(path);
                continue;
            }
            let checked = path.extension().is_some_and(|it| it == "rs" || it == "ftl" || it == "toml" || it == "snap");
            let text = if checked { fs::read_to_string(&path).unwrap_or_default() } else { String::new() };
            if text.contains(mizan::bidi::controls::is_control) {
                faults.push(path.strip_prefix(root).expect("below the root").display().to_string());
            }
        }
    }
    assert!(faults.is_empty(), "write controls as escapes: {faults:?}");
}
