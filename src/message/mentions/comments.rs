//! What in programs and templates shows nothing: comments and tests, as far as a line and the signs before it tell.

use std::ops::Range;

use crate::source::Span;

/// How a kind of file writes comments.
struct Signs {
    /// What makes the rest of a line one.
    line: &'static [&'static str],
    /// What begins and ends one.
    block: &'static [(&'static str, &'static str)],
}

const C: Signs = Signs { line: &["//"], block: &[("/*", "*/")] };
const HASH: Signs = Signs { line: &["#"], block: &[] };
const LUA: Signs = Signs { line: &["--"], block: &[] };
const MARKUP: Signs = Signs { line: &[], block: &[("<!--", "-->"), ("{#", "#}"), ("{{!", "}}"), ("{{/*", "*/}}")] };
const BOTH: Signs = Signs { line: &["//"], block: &[("<!--", "-->"), ("/*", "*/")] };
const NONE: Signs = Signs { line: &[], block: &[] };

impl Signs {
    fn of(path: &str) -> &'static Self {
        match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "rs" | "js" | "mjs" | "cjs" | "ts" | "mts" | "tsx" | "jsx" | "go" | "java" | "kt" | "swift" | "c" | "h"
            | "cc" | "cpp" | "hpp" | "cs" | "dart" | "scala" | "php" | "slint" => &C,
            "py" | "rb" | "sh" | "pl" | "ex" | "exs" | "yaml" | "yml" | "toml" => &HASH,
            "lua" | "sql" | "hs" | "elm" => &LUA,
            "html" | "htm" | "xhtml" | "xml" | "svg" | "hbs" | "mustache" | "jinja" | "j2" | "jinja2" | "tera"
            | "njk" | "twig" | "liquid" | "md" => &MARKUP,
            "vue" | "svelte" | "astro" => &BOTH,
            _ => &NONE,
        }
    }
}

/// The comments of a text.
pub(super) struct Comments<'t> {
    text: &'t str,
    signs: &'static Signs,
    /// Comments with an end of their own, by kind.
    blocks: Vec<Vec<Range<usize>>>,
}

impl<'t> Comments<'t> {
    pub(super) fn of(text: &'t str, path: &str) -> Self {
        let signs = Signs::of(path);
        let mut blocks: Vec<_> = signs.block.iter().map(|(open, close)| blocks(text, open, close)).collect();
        if path.ends_with(".rs") {
            blocks.push(test_module(text).into_iter().collect());
        }
        Self { text, signs, blocks }
    }

    /// Whether the byte `at` stands in one.
    pub(super) fn hold(&self, at: usize) -> bool {
        let in_block = self.blocks.iter().any(|blocks| {
            let next = blocks.partition_point(|block| block.start <= at);
            next.checked_sub(1).and_then(|last| blocks.get(last)).is_some_and(|last| at < last.end)
        });
        let line = self.text.get(..at).and_then(|head| head.rsplit('\n').next()).unwrap_or_default();
        in_block || self.signs.line.iter().any(|sign| line.match_indices(sign).any(|(place, _)| begins(line, place)))
    }
}

/// The tests of a Rust file, which show nothing to a reader: they stand last.
fn test_module(text: &str) -> Option<Range<usize>> {
    const ATTRIBUTE: &str = "#[cfg(test)]";
    let is_module = |at: &usize| {
        let rest = text.get(at + ATTRIBUTE.len()..).unwrap_or_default().trim_start();
        let end = rest.find(['{', ';']);
        rest.starts_with("mod ") && end.and_then(|end| rest.get(end..)).is_some_and(|rest| rest.starts_with('{'))
    };
    let start = text.match_indices(ATTRIBUTE).map(|(at, _)| at).find(is_module)?;
    Some(start..text.len())
}

/// Whether a sign may begin a comment: within a text or an address it stands after other signs, as in `https://`,
/// `src/**/*.rs`, `"#fff"`.
fn begins(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|head| head.chars().next_back()).is_none_or(char::is_whitespace)
}

fn blocks(text: &str, open: &str, close: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(open)).map(|start| at + start) {
        at = start + open.len();
        if open == "/*" && !begins(text, start) {
            continue;
        }
        let end = text.get(at..).and_then(|rest| rest.find(close)).map_or(text.len(), |end| at + end + close.len());
        found.push(start..end);
        at = end;
    }
    found
}

/// Adds what comments with `mizan-allow` allow: on their own line and on the next.
pub(super) fn allowances(text: &str, found: &mut Vec<(Box<str>, Span)>) {
    const SIGN: &str = "mizan-allow ";
    for (at, _) in text.match_indices(SIGN) {
        let start = text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |newline| newline + 1);
        let rest = text.get(at + SIGN.len()..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let end = at + SIGN.len() + line.len();
        let next = text.get(end..).and_then(|tail| tail.strip_prefix('\r').unwrap_or(tail).strip_prefix('\n'));
        let end = next.map_or(end, |next| text.len() - next.len() + next.find('\n').unwrap_or(next.len()));
        let rules = line.split(':').next().unwrap_or_default();
        for rule in rules.split(',').map(|rule| rule.split_whitespace().next().unwrap_or_default()) {
            if rule.contains('/') {
                found.push((rule.into(), Span::new(start, end)));
            }
        }
    }
}
