//! Reading a Fluent text without ever panicking.
//!
//! fluent-syntax 0.12 recurses with each `{` and `(`, and cuts an incomplete `\u` escape at a byte that may lie inside
//! a character. An entry that would exhaust the stack or panic there is set aside before the parser sees it.

use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser::{ErrorKind, ParserError};

/// Deeper than any person nests, shallow enough for a thread's stack. Braces inside quotes (`{"{"}`) count too: whether a
/// quote opens a literal cannot be told without parsing.
const MAX_DEPTH: usize = 150;

/// Why a part of a file is not Fluent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// What the parser says.
    Parser(ErrorKind),
    /// Placeables or arguments nest too deeply to be read.
    TooDeep,
    /// An incomplete Unicode escape.
    Escape,
}

/// A part of a file, parsed.
pub(crate) enum Piece<'a> {
    /// Entries, with the parser's errors; their positions count from `start`.
    Parsed { start: usize, entries: Vec<ast::Entry<&'a str>>, errors: Vec<ParserError> },
    /// An entry that the parser must not see.
    Hostile { range: Range<usize>, at: usize, reason: Reason },
}

/// Parses `text`, comments and junk included; a byte order mark is skipped.
pub(crate) fn parse(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    for (range, at, reason) in hostile_entries(text) {
        pieces.push(parsed(text, start..range.start));
        start = range.end;
        pieces.push(Piece::Hostile { range, at, reason });
    }
    pieces.push(parsed(text, start..text.len()));
    pieces
}

/// `text` with every entry that the parser must not see blanked out.
pub(crate) fn without_hostile_entries(text: String) -> String {
    let hostile = hostile_entries(&text);
    if hostile.is_empty() {
        return text;
    }
    let mut safe = String::with_capacity(text.len());
    let mut start = 0;
    for (range, _, _) in hostile {
        safe.push_str(text.get(start..range.start).unwrap_or_default());
        safe.push('\n');
        start = range.end;
    }
    safe.push_str(text.get(start..).unwrap_or_default());
    safe
}

fn parsed(text: &str, range: Range<usize>) -> Piece<'_> {
    let start = range.start;
    let (resource, errors) = match fluent_syntax::parser::parse(text.get(range).unwrap_or_default()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    Piece::Parsed { start, entries: resource.body, errors }
}

/// The bytes that [`hostile_entries`] looks at; all others it skips.
static TELLING: [bool; 256] = {
    let mut table = [false; 256];
    let mut signs: &[u8] = b"\n(){}\\";
    while let Some((sign, rest)) = signs.split_first() {
        table[*sign as usize] = true;
        signs = rest;
    }
    table
};

/// Entries to keep from the parser: their range, the place of the fault, and what it is.
fn hostile_entries(text: &str) -> Vec<(Range<usize>, usize, Reason)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(Range<usize>, usize, Reason)> = Vec::new();
    let (mut entry, mut depth) = (0, 0_usize);
    let mut fault = None;
    let mut next = 0;
    while let Some(skipped) = bytes[next..].iter().position(|byte| TELLING[usize::from(*byte)]) {
        let at = next + skipped;
        next = at + 1;
        match bytes[at] {
            b'\n' if starts_entry(bytes.get(at + 1)) => {
                if let Some((at_fault, reason)) = fault.take() {
                    found.push((entry..at + 1, at_fault, reason));
                }
                (entry, depth) = (at + 1, 0);
            }
            b'(' if depth == 0 => {}
            b'{' | b'(' => {
                depth += 1;
                if depth > MAX_DEPTH && fault.is_none() {
                    fault = Some((at, Reason::TooDeep));
                }
            }
            b'}' | b')' => depth = depth.saturating_sub(1),
            b'\\' if fault.is_none() && is_cut_escape(&bytes[at + 1..]) => fault = Some((at, Reason::Escape)),
            _ => {}
        }
    }
    if let Some((at_fault, reason)) = fault {
        found.push((entry..text.len(), at_fault, reason));
    }
    found
}

/// Where the parser resumes after junk.
fn starts_entry(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'#'))
}

/// Whether what follows a backslash is a Unicode escape that breaks off at a character of several bytes.
fn is_cut_escape(rest: &[u8]) -> bool {
    let length = match rest.first() {
        Some(b'u') => 4,
        Some(b'U') => 6,
        _ => return false,
    };
    let digits = rest[1..].iter().take(length).take_while(|byte| byte.is_ascii_hexdigit()).count();
    digits < length && rest.get(1 + digits).is_some_and(|byte| !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> usize {
        parse(text)
            .iter()
            .map(|piece| match piece {
                Piece::Parsed { entries, .. } => entries.len(),
                Piece::Hostile { .. } => 0,
            })
            .sum()
    }

    #[test]
    fn an_entry_that_nests_without_end_is_set_aside_alone() {
        let deep = format!("a = A\nb = {}\nc = C\n", "{".repeat(100_000));
        let pieces = parse(&deep);
        assert_eq!(entries(&deep), 2);
        assert!(pieces.iter().any(|piece| matches!(piece, Piece::Hostile { range, reason: Reason::TooDeep, .. }
            if range.start == 6 && range.end == deep.len() - 6)));
    }

    #[test]
    fn an_escape_cut_by_an_arabic_digit_does_not_panic() {
        let text = "a = { \"\\u\u{0662}\u{0660}\" }\nb = B\n";
        assert_eq!(entries(text), 1);
        assert_eq!(without_hostile_entries(text.to_owned()), "\nb = B\n");
    }

    #[test]
    fn text_with_many_brackets_is_not_deep() {
        let text = format!("a = {}\n", "(x) { $y } ".repeat(500));
        assert_eq!(entries(&text), 1);
        assert!(hostile_entries(&text).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "([a-c-] ?= ?|[{}()$\\\\uU0-9\"\\n\\r #*\\[\\].>-]|\u{0645}|one|other){0,60}") {
            parse(&text);
            let safe = without_hostile_entries(text);
            fluent_syntax::parser::parse_runtime(safe.as_str()).ok();
        }
    }
}
