//! Pairs to measure on: the project's own newsroom, and whatever folders are named.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A source and a target that belong together.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// Folder's name and path below it: says to which half the pair belongs.
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) target: String,
}

impl Pair {
    /// Whether the pair belongs to the half that the weights were tuned on. Decided by the name alone.
    pub(crate) fn is_tuned_on(&self) -> bool {
        blake3::hash(self.name.as_bytes()).as_bytes()[0] & 1 == 0
    }
}

/// All pairs below the folders of `MIZAN_PAIRS` (separated as `PATH` is), in a fixed order.
pub(crate) fn named() -> Vec<Pair> {
    let folders = std::env::var_os("MIZAN_PAIRS").unwrap_or_default();
    std::env::split_paths(&folders).filter(|folder| !folder.as_os_str().is_empty()).flat_map(|it| below(&it)).collect()
}

/// The pairs below a folder: `en.md` beside `ar.md`, `x.md` beside `x.ar.md` or `ar/x.md`, `en/x.md` beside `ar/x.md`.
pub(crate) fn below(folder: &Path) -> Vec<Pair> {
    let mut files = BTreeSet::new();
    collect(folder, &mut files);
    let counterpart = |file: &Path| -> Option<PathBuf> {
        let (parent, name) = (file.parent()?, file.file_name()?.to_str()?);
        let stem = name.strip_suffix(".md")?;
        let mut candidates = vec![parent.join(format!("{stem}.ar.md")), parent.join("ar").join(name)];
        if name == "en.md" {
            candidates = vec![parent.join("ar.md")];
        }
        if parent.ends_with("en") {
            candidates.push(parent.parent()?.join("ar").join(name));
        }
        candidates.into_iter().find(|candidate| files.contains(candidate))
    };
    let root = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let pair = |file: &PathBuf| {
        let target = std::fs::read_to_string(counterpart(file)?).ok()?;
        let path = file.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/");
        Some(Pair { name: format!("{root}/{path}"), source: std::fs::read_to_string(file).ok()?, target })
    };
    files.iter().filter_map(pair).filter(is_translated).collect()
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.insert(path);
        }
    }
}

/// A copy that nobody has translated yet says nothing of alignment.
fn is_translated(pair: &Pair) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let own = pair.target.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    pair.source != pair.target && own * 5 > letters(&pair.target) * 2
}
