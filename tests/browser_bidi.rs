//! Lays the sentences of `tests/data/bidi/sentences.json` out in a real browser, as they are written and mended, and
//! compares the order of their characters with ours.
//!
//! Chromium is needed: `cargo test --test browser_bidi -- --ignored`. `CHROMIUM` may name it.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use mizan::bidi::{Edit, Picture, Sink, check};
use mizan::locale::Direction;
use serde::Deserialize;
use unicode_bidi::BidiClass;

const PATIENCE: Duration = Duration::from_secs(120);

/// Writes the characters of each paragraph in the order of their boxes, as indices into the text.
const MEASURE: &str = r#"
addEventListener("load", () => {
  const measured = [...document.querySelectorAll("p")].map((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const boxes = [];
    let index = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let at = 0;
      for (const character of node.data) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + character.length);
        at += character.length;
        const box = [...range.getClientRects()].find((box) => box.width > 0);
        if (box) boxes.push({ index, middle: (box.left + box.right) / 2 });
        index += 1;
      }
    }
    boxes.sort((one, other) => one.middle - other.middle);
    return boxes.map((box) => box.index);
  });
  const out = document.createElement("pre");
  out.id = "measured";
  out.textContent = JSON.stringify(measured);
  document.body.replaceChildren(out);
});
"#;

#[derive(Debug, Deserialize)]
struct Sentence {
    id: String,
    text: String,
    base: Direction,
}

/// A paragraph to be laid out, and the places of its visible characters that we expect from left to right.
struct Paragraph {
    name: String,
    html: String,
    text: String,
    base: Direction,
    expected: Vec<usize>,
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The text as HTML, with edits that are not escaped.
fn with_edits(text: &str, edits: &[Edit]) -> String {
    let (mut html, mut done) = (String::new(), 0);
    for edit in edits {
        html.push_str(&escape(&text[done..edit.at as usize]));
        html.push_str(edit.insert);
        done = edit.at as usize;
    }
    html + &escape(&text[done..])
}

/// Indices of characters in the order of the picture of `seen`, a text with the same visible characters as `text`.
fn order(text: &str, seen: &str, base: Direction) -> Vec<usize> {
    let index = |at: u32| {
        let before = &seen[..at as usize];
        // What was put in for the picture is not in the text.
        if text.len() == seen.len() {
            before.chars().count()
        } else {
            before.chars().filter(|character| !matches!(character, '\u{2066}'..='\u{2069}')).count()
        }
    };
    Picture::new(seen, base).glyphs.iter().map(|glyph| index(glyph.at)).collect()
}

fn paragraphs() -> Vec<Paragraph> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bidi/sentences.json");
    let sentences: Vec<Sentence> =
        serde_json::from_str(&fs::read_to_string(path).expect("the sentences")).expect("JSON");
    let mut paragraphs = Vec::new();
    for Sentence { id, text, base } in sentences {
        let reading = check(&text, base, &[]);
        let mended = reading.mended(&text, Sink::Text);
        paragraphs.push(Paragraph {
            name: format!("{id}, as written"),
            html: escape(&text),
            expected: order(&text, &text, base),
            text: text.clone(),
            base,
        });
        if reading.spills.is_empty() {
            continue;
        }
        paragraphs.push(Paragraph {
            name: format!("{id}, mended by controls"),
            html: escape(&mended),
            expected: order(&mended, &mended, base),
            text: mended.clone(),
            base,
        });
        paragraphs.push(Paragraph {
            name: format!("{id}, mended by elements"),
            html: with_edits(&text, &reading.edits(Sink::Html)),
            expected: order(&text, &mended, base),
            text,
            base,
        });
    }
    paragraphs
}

fn measure(paragraphs: &[Paragraph]) -> Result<Vec<Vec<usize>>, String> {
    let work = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let style = "p { width: max-content; white-space: pre; font: 40px sans-serif; margin: 0 }";
    let mut page =
        format!("<!doctype html><meta charset=\"utf-8\"><title>measuring</title><style>{style}</style><body>");
    for Paragraph { html, base, .. } in paragraphs {
        page.push_str(&format!("<p dir=\"{base}\">{html}</p>"));
    }
    page.push_str(&format!("<script>{MEASURE}</script>"));
    let file = work.path().join("page.html");
    mizan::project::files::replace(&file, page.as_bytes())
        .map_err(|error| format!("the page cannot be written: {error}"))?;
    let dom = dump(&browser()?, &format!("file://{}", file.display()), work.path())?;
    let (_, rest) = dom.split_once("<pre id=\"measured\">").ok_or_else(|| format!("nothing was measured:\n{dom}"))?;
    let (json, _) = rest.split_once("</pre>").ok_or("the measurements are cut off")?;
    serde_json::from_str(json).map_err(|error| format!("the measurements are not JSON: {error}\n{json}"))
}

fn browser() -> Result<PathBuf, String> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let files = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    files.into_iter().find(|file| file.is_file()).ok_or_else(|| {
        format!("This test needs Chromium, and none of {} is on the PATH; or name it in CHROMIUM.", names.join(", "))
    })
}

/// The page's document after its scripts have run. Output goes to a file, so that a full pipe cannot stall the browser.
fn dump(browser: &Path, url: &str, work: &Path) -> Result<String, String> {
    let (out, log) = (work.join("dom.html"), work.join("browser.log"));
    let create = |path: &Path| File::create(path).map_err(|error| format!("no file for the browser's output: {error}"));
    let mut child = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"])
        .arg(format!("--user-data-dir={}", work.join("profile").display()))
        .args(["--dump-dom", url])
        .stdin(Stdio::null())
        .stdout(create(&out)?)
        .stderr(create(&log)?)
        .spawn()
        .map_err(|error| format!("Chromium ({}) does not start: {error}", browser.display()))?;
    let started = Instant::now();
    loop {
        match child.try_wait().map_err(|error| format!("Chromium is lost: {error}"))? {
            Some(status) if status.success() => break,
            Some(status) => {
                return Err(format!("Chromium ended with {status}:\n{}", fs::read_to_string(&log).unwrap_or_default()));
            }
            None if started.elapsed() > PATIENCE => {
                // Already failing: whether it could be stopped changes nothing.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("Chromium took longer than {} s", PATIENCE.as_secs()));
            }
            None => thread::sleep(Duration::from_millis(50)),
        }
    }
    fs::read_to_string(&out).map_err(|error| format!("Chromium's output cannot be read: {error}"))
}

#[test]
#[ignore = "needs Chromium"]
fn a_browser_shows_every_sentence_in_our_order() {
    let paragraphs = paragraphs();
    let measured = measure(&paragraphs).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(measured.len(), paragraphs.len());
    let mut faults = Vec::new();
    for (paragraph, theirs) in paragraphs.iter().zip(measured) {
        let characters: Vec<char> = paragraph.text.chars().collect();
        // Marks share the box of their letter, or have one of no width.
        let is_mark = |index: &usize| unicode_bidi::bidi_class(characters[*index]) == BidiClass::NSM;
        let shown = |order: &[usize]| order.iter().map(|index| characters[*index]).collect::<String>();
        let ours: Vec<usize> = paragraph.expected.iter().copied().filter(|index| !is_mark(index)).collect();
        let theirs: Vec<usize> = theirs.into_iter().filter(|index| !is_mark(index)).collect();
        if ours != theirs {
            faults.push(format!("{}:\n  ours   {:?}\n  theirs {:?}", paragraph.name, shown(&ours), shown(&theirs)));
        }
    }
    assert!(faults.is_empty(), "{} of {} differ:\n{}", faults.len(), paragraphs.len(), faults.join("\n"));
    assert!(paragraphs.iter().any(|paragraph| paragraph.base == Direction::Ltr), "both directions are laid out");
}
