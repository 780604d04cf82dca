//! Replaces bare addresses and shortcodes in plain text by U+FFFC: they are no prose.

use std::ops::Range;

use super::parts::OBJECT;
use crate::source::Span;

/// Hides addresses, mail addresses and shortcodes in `plain[from..]`, keeping `origins` true.
pub(super) fn hide_what_is_no_prose(plain: &mut String, from: usize, origins: &mut Vec<(u32, u32)>) {
    let bytes = &plain.as_bytes()[from..];
    let mut signs = memchr::memchr3_iter(b'/', b'{', b'@', bytes);
    let is_one = |at: usize| {
        matches!((bytes[at], bytes.get(at + 1)), (b'/', Some(b'/')) | (b'{', Some(b'{' | b'%')) | (b'@', _))
    };
    if !signs.any(is_one) && memchr::memmem::find(bytes, b"www.").is_none() {
        return;
    }
    let hidden = hidden_ranges(&plain[from..]);
    if hidden.is_empty() {
        return;
    }
    let first = origins.partition_point(|(at, _)| (*at as usize) < from);
    // A segment may begin within a piece: the one before it counts too.
    let before = first.checked_sub(1).and_then(|at| origins.get(at).copied());
    let pieces = before.into_iter().chain(origins.split_off(first)).collect();
    let old = Old { base: from, text: plain.split_off(from), origins: pieces };
    let mut done = 0;
    for range in hidden {
        old.copy(done..range.start, plain, origins);
        origins.extend(old.origin(range.start).map(|origin| (Span::at(plain.len()).start, origin)));
        plain.push(OBJECT);
        done = range.end;
    }
    old.copy(done..old.text.len(), plain, origins);
}

/// Plain text that is being rewritten, with the origins of its pieces.
struct Old {
    base: usize,
    text: String,
    origins: Vec<(u32, u32)>,
}

impl Old {
    fn origin(&self, at: usize) -> Option<u32> {
        let at = Span::at(self.base + at).start;
        let index = self.origins.partition_point(|(plain, _)| *plain <= at);
        let (plain, origin) = self.origins.get(index.checked_sub(1)?)?;
        Some(origin + (at - plain))
    }

    fn copy(&self, range: Range<usize>, plain: &mut String, origins: &mut Vec<(u32, u32)>) {
        let mut at = range.start;
        while at < range.end {
            let here = Span::at(self.base + at).start;
            let next = self.origins.get(self.origins.partition_point(|(start, _)| *start <= here));
            let end = next.map_or(range.end, |(start, _)| (*start as usize - self.base).min(range.end));
            origins.extend(self.origin(at).map(|origin| (Span::at(plain.len()).start, origin)));
            plain.push_str(&self.text[at..end]);
            at = end;
        }
    }
}

fn hidden_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length = shortcode(rest).or_else(|| address(text, at));
        match length {
            Some(length) if length > 0 => {
                ranges.push(at..at + length);
                at += length;
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    ranges
}

/// `{{ … }}`, `{% … %}`.
fn shortcode(text: &str) -> Option<usize> {
    let close = if text.starts_with("{{") {
        "}}"
    } else if text.starts_with("{%") {
        "%}"
    } else {
        return None;
    };
    text.find(close).map(|at| at + close.len())
}

/// `https://…`, `www.…`, `name@host.tld`, from byte `at` on.
fn address(text: &str, at: usize) -> Option<usize> {
    let starts_word = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let rest = &text[at..];
    if !starts_word || !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let end = rest.find(|c: char| !is_address_character(c)).unwrap_or(rest.len());
    let word = &rest[..end];
    let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
    let is_url = word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.");
    let is_mail = word
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains(['@', '/']));
    (is_url || is_mail).then_some(word.len())
}

fn is_address_character(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '|' | '\\' | '^' | '[' | ']')
}
