//! How long the main jobs take, beside the least work that they imply (reading and parsing the same files).

use std::path::PathBuf;
use std::sync::OnceLock;

use divan::Bencher;
use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;

mod support;

const SIZES: &[usize] = &[100, 1000];

fn main() {
    divan::main();
}

fn newsroom(pairs: usize) -> PathBuf {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| tempfile::tempdir().expect("a folder for temporary files"));
    let newsroom = folder.path().join(pairs.to_string());
    if !newsroom.exists() {
        support::write(&newsroom, pairs).expect("a newsroom on disk");
    }
    newsroom
}

/// Reads every file and parses its Markdown, on all cores; checks nothing.
#[divan::bench(args = SIZES)]
fn floor(bencher: Bencher, pairs: usize) {
    let folder = newsroom(pairs);
    bencher.bench(|| {
        let numbers: Vec<usize> = (0..pairs).collect();
        let events = |number: &usize| {
            ["en.md", "ar.md"].map(|name| {
                let path = folder.join(format!("articles/story-{number:06}")).join(name);
                let text = std::fs::read_to_string(path).expect("an article");
                Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).count()
            })
        };
        numbers.par_iter().map(events).map(|counts| counts.iter().sum::<usize>()).sum::<usize>()
    });
}

#[divan::bench(args = SIZES)]
fn check(bencher: Bencher, pairs: usize) {
    let folder = newsroom(pairs);
    bencher.bench(|| {
        let project = mizan::project::Project::load(&folder).expect("a project");
        mizan::check::run(&project)
    });
}

#[divan::bench(args = SIZES)]
fn build(bencher: Bencher, pairs: usize) {
    let folder = newsroom(pairs);
    let out = tempfile::tempdir().expect("a folder for temporary files");
    bencher.bench(|| {
        let project = mizan::project::Project::load(&folder).expect("a project");
        mizan::publish::build(&project, &out.path().join("site")).expect("a site")
    });
}
