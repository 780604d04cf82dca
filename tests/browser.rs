//! The built newsroom in a real browser: direction, layout and the links between languages.
//!
//! `cargo test --test browser -- --ignored` runs it where Chromium is installed.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// What the browser measured of one page, in a frame 360 pixels wide.
#[derive(Debug, Deserialize)]
struct Page {
    path: String,
    direction: String,
    overflow: i32,
    heading_from_start: f64,
    code: Vec<String>,
    other: Option<String>,
    other_language: Option<String>,
}

/// Loads every page in a frame and writes what it measures into the document.
const MEASURE: &str = r#"<!doctype html><meta charset="utf-8"><body><pre id="out"></pre><script>
const paths = PATHS;
const results = [];
function measure(path, frame) {
  const page = frame.contentDocument, view = frame.contentWindow, root = page.documentElement;
  const direction = view.getComputedStyle(root).direction;
  const heading = page.querySelector('h1, h2').getBoundingClientRect();
  const range = page.createRange();
  range.selectNodeContents(page.querySelector('h1, h2'));
  const text = range.getBoundingClientRect();
  const other = page.querySelector('header a[hreflang]');
  return {
    path, direction,
    overflow: root.scrollWidth - root.clientWidth,
    heading_from_start: direction === 'rtl' ? heading.right - text.right : text.left - heading.left,
    code: [...page.querySelectorAll('pre, code')].map(it => view.getComputedStyle(it).direction),
    other: other && new URL(other.href).pathname,
    other_language: other && other.hreflang,
  };
}
function next() {
  if (paths.length === 0) { document.getElementById('out').textContent = JSON.stringify(results); return; }
  const path = paths.shift(), frame = document.createElement('iframe');
  frame.style = 'width:360px;height:800px;border:0';
  frame.onload = () => { results.push(measure(path, frame)); frame.remove(); next(); };
  frame.src = path;
  document.body.append(frame);
}
next();
</script>"#;

fn chromium() -> PathBuf {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH").expect("PATH")).collect();
    let mut candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|path| path.is_file()).expect("no Chromium on PATH: install it, or leave out the browser tests")
}

/// Serves `root` on a free port of the loopback until the test ends.
fn serve(root: PathBuf) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let root = root.clone();
            std::thread::spawn(move || answer(stream, &root));
        }
    });
    port
}

fn answer(mut stream: TcpStream, root: &Path) {
    let mut line = String::new();
    if BufReader::new(&stream).read_line(&mut line).is_err() {
        return;
    }
    let path = decode(line.split(' ').nth(1).unwrap_or("/"));
    let mut file = root.join(path.trim_start_matches('/'));
    if file.is_dir() {
        file.push("index.html");
    }
    let kind = match file.extension().and_then(|it| it.to_str()) {
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    };
    let (status, body) = std::fs::read(&file).map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let pair = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let value = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        decoded.push(value.unwrap_or(bytes[at]));
        at += if value.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn measured() -> Vec<Page> {
    let browser = chromium();
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    let newsroom = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/newsroom");
    let project = mizan::Project::load(newsroom).expect("the newsroom");
    mizan::publish::build(&project, &site).expect("the site");
    let variants = std::fs::read_to_string(site.join("variants.json")).expect("variants.json");
    let variants: serde_json::Value = serde_json::from_str(&variants).expect("JSON");
    let mut paths: Vec<String> = vec!["/en/".to_owned(), "/ar/".to_owned()];
    collect_paths(&variants, &mut paths);
    assert!(paths.len() > 20, "ten articles in two languages: {paths:?}");
    let page = MEASURE.replace("PATHS", &serde_json::to_string(&paths).expect("JSON"));
    std::fs::File::create(site.join("measure.html"))
        .and_then(|mut file| file.write_all(page.as_bytes()))
        .expect("written");
    let port = serve(site);
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update", "--virtual-time-budget=60000"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg("--dump-dom")
        .arg(format!("http://127.0.0.1:{port}/measure.html"))
        .output()
        .expect("Chromium runs");
    let dom = String::from_utf8_lossy(&output.stdout);
    let json = dom.split("<pre id=\"out\">").nth(1).and_then(|rest| rest.split("</pre>").next()).unwrap_or_default();
    serde_json::from_str(&json.replace("&amp;", "&")).unwrap_or_else(|error| panic!("{error}: {dom}"))
}

/// Addresses of all variants: every `path` of the file.
fn collect_paths(value: &serde_json::Value, paths: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (name, inner) in map {
                match inner.as_str() {
                    Some(path) if name == "path" => paths.push(path.to_owned()),
                    _ => collect_paths(inner, paths),
                }
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|inner| collect_paths(inner, paths)),
        _ => {}
    }
}

#[test]
#[ignore = "needs Chromium"]
fn every_page_reads_right_in_its_direction_and_finds_its_sister() {
    let pages = measured();
    for page in &pages {
        let arabic = page.path.starts_with("/ar/");
        assert_eq!(page.direction, if arabic { "rtl" } else { "ltr" }, "{}", page.path);
        assert!(page.overflow <= 0, "{} is {} pixels too wide at 360", page.path, page.overflow);
        assert!(page.heading_from_start.abs() <= 1.0, "the heading of {} does not begin at its start", page.path);
        assert!(page.code.iter().all(|direction| direction == "ltr"), "code in {} is not left to right", page.path);
        let other = page.other.as_deref().unwrap_or_else(|| panic!("{} names no other language", page.path));
        assert_eq!(page.other_language.as_deref(), Some(if arabic { "en" } else { "ar" }), "{}", page.path);
        let sister = pages.iter().find(|it| decode(&it.path) == decode(other));
        let sister = sister.unwrap_or_else(|| panic!("{} leads to {other}, which is no page", page.path));
        let back = sister.other.as_deref().map(decode);
        assert_eq!(back, Some(decode(&page.path)), "{other} does not lead back to {}", page.path);
    }
    assert!(pages.iter().any(|page| !page.code.is_empty()), "some page holds code");
}
