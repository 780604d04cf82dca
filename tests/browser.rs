//! Looks at the built newsroom in a real browser: what only a layout engine knows, such as sides and overflow.
//!
//! Chromium is needed: `cargo test --test browser -- --ignored`. `CHROMIUM` may name it.
#![cfg(feature = "publish")]

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use mizan::Project;
use serde::Deserialize;

const NARROW: u32 = 360;
const WIDE: u32 = 1280;
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs in a page that holds every page of the site in frames, once all of them are loaded.
const MEASURE: &str = r#"
addEventListener("load", () => {
  const lines = (element) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    const found = [];
    for (const box of range.getClientRects()) {
      if (box.width === 0) continue;
      const middle = (box.top + box.bottom) / 2;
      const line = found.find((line) => line.top <= middle && middle <= line.bottom);
      if (line) {
        line.left = Math.min(line.left, box.left);
        line.right = Math.max(line.right, box.right);
      } else {
        found.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom });
      }
    }
    return found;
  };
  const measured = [...document.querySelectorAll("iframe")].map((frame) => {
    const page = frame.contentDocument, view = frame.contentWindow, root = page.documentElement;
    const heading = page.querySelector("h1:not(.unseen), h2.section-title");
    const box = heading && heading.getBoundingClientRect();
    const headingLines = heading ? lines(heading) : [];
    return {
      path: decodeURI(view.location.pathname),
      width: Number(frame.width),
      lang: root.lang,
      styled: page.styleSheets.length > 0,
      direction: view.getComputedStyle(root).direction,
      scroll_width: root.scrollWidth,
      client_width: root.clientWidth,
      left_gaps: headingLines.map((line) => line.left - box.left),
      right_gaps: headingLines.map((line) => box.right - line.right),
      links: [...page.querySelectorAll(".languages a")].map((link) => ({
        path: decodeURI(link.pathname),
        hreflang: link.hreflang,
        lang: link.lang,
        direction: view.getComputedStyle(link).direction,
        text: link.textContent.trim(),
        seen: link.getBoundingClientRect().width > 0,
      })),
      code: [...page.querySelectorAll("pre, code")].map((code) => view.getComputedStyle(code).direction),
    };
  });
  const out = document.createElement("pre");
  out.id = "measured";
  out.textContent = JSON.stringify(measured);
  document.body.replaceChildren(out);
});
"#;

#[derive(Debug, Deserialize)]
struct Link {
    path: String,
    hreflang: String,
    lang: String,
    direction: String,
    text: String,
    seen: bool,
}

#[derive(Debug, Deserialize)]
struct Page {
    path: String,
    width: u32,
    lang: String,
    styled: bool,
    direction: String,
    scroll_width: f64,
    client_width: f64,
    left_gaps: Vec<f64>,
    right_gaps: Vec<f64>,
    links: Vec<Link>,
    code: Vec<String>,
}

impl Page {
    fn is_article(&self) -> bool {
        self.path.trim_matches('/').contains('/')
    }
}

/// Every page of both languages at both widths; the browser is started once for all tests.
fn pages() -> &'static [Page] {
    static PAGES: OnceLock<Result<Vec<Page>, String>> = OnceLock::new();
    match PAGES.get_or_init(measure) {
        Ok(pages) => pages,
        Err(why) => panic!("{why}"),
    }
}

fn pages_at(width: u32) -> impl Iterator<Item = &'static Page> {
    pages().iter().filter(move |page| page.width == width)
}

fn measure() -> Result<Vec<Page>, String> {
    let browser = browser()?;
    let work = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let site = work.path().join("site");
    let newsroom = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/newsroom");
    let project = Project::load(newsroom).map_err(|error| format!("the newsroom does not load: {error}"))?;
    mizan::publish::build(&project, &site).map_err(|error| format!("the newsroom does not build: {error}"))?;

    let mut paths = Vec::new();
    for locale in ["en", "ar"] {
        paths.push(format!("/{locale}/"));
        for entry in
            fs::read_dir(site.join(locale)).map_err(|error| format!("no pages in {locale}: {error}"))?.flatten()
        {
            if entry.path().join("index.html").is_file() {
                paths.push(format!("/{locale}/{}/", entry.file_name().to_string_lossy()));
            }
        }
    }
    paths.sort();
    let mut frames = String::from("<!doctype html><meta charset=\"utf-8\"><title>measuring</title><body>");
    for width in [NARROW, WIDE] {
        for path in &paths {
            frames.push_str(&format!(
                "<iframe src=\"{path}\" width=\"{width}\" height=\"800\" style=\"border:0\"></iframe>"
            ));
        }
    }
    frames.push_str(&format!("<script>{MEASURE}</script>"));

    let origin = serve(site, frames).map_err(|error| format!("the pages cannot be served: {error}"))?;
    let dom = dump(&browser, &format!("{origin}/measure"), work.path())?;
    let (_, rest) = dom
        .split_once("<pre id=\"measured\">")
        .ok_or_else(|| format!("nothing was measured; the page became:\n{dom}"))?;
    let (json, _) = rest.split_once("</pre>").ok_or("the measurements are cut off")?;
    let json = json.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}").replace("&amp;", "&");
    let measured: Vec<Page> =
        serde_json::from_str(&json).map_err(|error| format!("the measurements are not JSON: {error}\n{json}"))?;
    if measured.len() != 2 * paths.len() || paths.len() < 4 {
        return Err(format!("{} pages were built, {} frames measured", paths.len(), measured.len()));
    }
    match measured.iter().find(|page| !page.styled || page.lang.is_empty()) {
        Some(page) => Err(format!("{} came without its style sheet or language: was it served?", page.path)),
        None => Ok(measured),
    }
}

fn browser() -> Result<PathBuf, String> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .ok_or_else(|| {
            format!(
                "These tests need Chromium, and none of {} is on the PATH. Install it, or name it in CHROMIUM.",
                names.join(", ")
            )
        })
}

/// The page's document after its scripts have run. Output goes to a file, so that a full pipe cannot stall the browser.
fn dump(browser: &Path, url: &str, work: &Path) -> Result<String, String> {
    let (out, log) = (work.join("dom.html"), work.join("browser.log"));
    let create = |path: &Path| File::create(path).map_err(|error| format!("no file for the browser's output: {error}"));
    let mut child = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
        ])
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

/// Serves a folder on a free port of this machine until the process ends, and `measure` beside it.
fn serve(site: PathBuf, measure: String) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let origin = format!("http://{}", listener.local_addr()?);
    let shared = Arc::new((site, measure));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let shared = Arc::clone(&shared);
            // One thread each: a browser opens connections that it never uses. One that it drops is its own affair.
            thread::spawn(move || answer(stream, &shared.0, &shared.1));
        }
    });
    Ok(origin)
}

fn answer(mut stream: TcpStream, site: &Path, measure: &str) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let address = request.split(' ').nth(1).unwrap_or("/");
    let path = decode(address.split(['?', '#']).next().unwrap_or("/"));
    let (status, kind, body) = if path == "/measure" {
        ("200 OK", "text/html; charset=utf-8", measure.as_bytes().to_vec())
    } else {
        let mut file = site.join(path.trim_start_matches('/'));
        if path.ends_with('/') {
            file.push("index.html");
        }
        let kind = match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("svg") => "image/svg+xml",
            _ => "application/octet-stream",
        };
        match fs::read(&file) {
            Ok(body) if !path.contains("..") => ("200 OK", kind, body),
            _ => ("404 Not Found", "text/plain", b"not found".to_vec()),
        }
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

fn decode(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = tail
            .get(..2)
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (first, escaped) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Fails with every fault at once, so that one run shows the whole damage.
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
#[ignore = "needs Chromium"]
fn no_page_is_wider_than_its_screen() {
    none(
        pages()
            .iter()
            .filter(|page| {
                page.scroll_width > page.client_width || (page.client_width - f64::from(page.width)).abs() > 0.5
            })
            .map(|page| {
                format!("{} at {} px: {} wide in {}", page.path, page.width, page.scroll_width, page.client_width)
            })
            .collect(),
    );
}

#[test]
#[ignore = "needs Chromium"]
fn the_direction_of_a_page_is_that_of_its_language() {
    let mut faults = Vec::new();
    for page in pages_at(NARROW) {
        let folder = page.path.split('/').nth(1).unwrap_or_default();
        let expected = if folder == "ar" { "rtl" } else { "ltr" };
        if page.lang != folder || page.direction != expected {
            faults.push(format!("{}: lang is {}, direction is {}", page.path, page.lang, page.direction));
        }
    }
    none(faults);
}

#[test]
#[ignore = "needs Chromium"]
fn headings_start_on_the_right_in_arabic_and_on_the_left_in_english() {
    let mut faults = Vec::new();
    for page in pages() {
        let (side, gaps) = if page.lang == "ar" { ("right", &page.right_gaps) } else { ("left", &page.left_gaps) };
        if gaps.is_empty() {
            faults.push(format!("{} at {} px has no heading that is seen", page.path, page.width));
        }
        if gaps.iter().any(|gap| gap.abs() > 4.0) {
            faults.push(format!(
                "{} at {} px: lines of the heading start {gaps:?} px from the {side}",
                page.path, page.width
            ));
        }
    }
    // A line that fills its box would touch both sides: somewhere the far side has to be free.
    let far = |page: &Page| if page.lang == "ar" { page.left_gaps.clone() } else { page.right_gaps.clone() };
    if !pages_at(WIDE).any(|page| far(page).iter().any(|gap| *gap > 40.0)) {
        faults.push("no heading leaves its far side free, so the near side proves nothing".to_owned());
    }
    none(faults);
}

#[test]
#[ignore = "needs Chromium"]
fn the_language_link_leads_to_the_counterpart_and_back() {
    let mut faults = Vec::new();
    for page in pages_at(NARROW) {
        let (other, direction, text) = if page.lang == "ar" {
            ("en", "ltr", "Read this article in English")
        } else {
            ("ar", "rtl", "اقرأ هذا المقال بالعربية")
        };
        let Some(link) = page.links.iter().find(|link| link.hreflang == other) else {
            faults.push(format!("{} has no link to {other}", page.path));
            continue;
        };
        if !link.seen || link.lang != other || link.direction != direction {
            faults.push(format!(
                "{}: its link is hidden, or not in the language and direction of {other}: {link:?}",
                page.path
            ));
        }
        if page.is_article() && link.text != text {
            faults.push(format!("{}: its link says \"{}\"", page.path, link.text));
        }
        match pages_at(NARROW).find(|counterpart| counterpart.path == link.path) {
            None => faults.push(format!("{} links to {}, which is not there", page.path, link.path)),
            Some(counterpart) => {
                let back = counterpart.links.iter().find(|link| link.hreflang == page.lang);
                if counterpart.lang != other || back.is_none_or(|back| back.path != page.path) {
                    faults.push(format!("{} links to {}, which does not lead back", page.path, link.path));
                }
            }
        }
    }
    none(faults);
}

#[test]
#[ignore = "needs Chromium"]
fn code_runs_from_left_to_right_in_both_languages() {
    let mut faults = Vec::new();
    for lang in ["en", "ar"] {
        if !pages_at(NARROW).any(|page| page.lang == lang && !page.code.is_empty()) {
            faults.push(format!("no page in {lang} has code to look at"));
        }
    }
    for page in pages_at(NARROW).filter(|page| page.code.iter().any(|direction| direction != "ltr")) {
        faults.push(format!("{}: code runs {:?}", page.path, page.code));
    }
    none(faults);
}
