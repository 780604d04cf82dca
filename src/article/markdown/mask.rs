//! Replaces bare addresses and shortcodes in plain text by U+FFFC: they are no prose.

use std::ops::Range;

use super::parts::{OBJECT, Parts};
use crate::article::origin::{self, Origin};
use crate::source::Span;

/// Hides addresses, mail addresses and shortcodes in `plain[from..]`, keeping `origins` true.
pub(super) fn hide_what_is_no_prose(parts: &mut Parts, from: usize) {
    let bytes = &parts.plain.as_bytes()[from..];
    let mut signs = memchr::memchr3_iter(b'/', b'{', b'@', bytes);
    let is_one = |at: usize| {
        matches!((bytes[at], bytes.get(at + 1)), (b'/', Some(b'/')) | (b'{', Some(b'{' | b'%')) | (b'@', _))
    };
    if !signs.any(is_one) && memchr::memmem::find(bytes, b"www.").is_none() {
        return;
    }
    let hidden = hidden_ranges(&parts.plain[from..]);
    if hidden.is_empty() {
        return;
    }
    let first = parts.origins.partition_point(|origin| (origin.plain as usize) < from);
    // A segment may begin within a piece: the one before it counts too.
    let before = first.checked_sub(1).and_then(|at| parts.origins.get(at).copied());
    let pieces = before.into_iter().chain(parts.origins.split_off(first)).collect();
    let old = Old { base: from, text: parts.plain.split_off(from), origins: pieces };
    let mut done = 0;
    for range in hidden {
        old.copy(done..range.start, parts);
        if let Some(place) = origin::span(&old.origins, Span::new(from + range.start, from + range.end)) {
            let plain = Span::at(parts.plain.len()).start;
            let length = Span::at(place.len().max(1)).start;
            parts.origins.push(Origin { plain, text: place.start, length });
        }
        parts.plain.push(OBJECT);
        done = range.end;
    }
    old.copy(done..old.text.len(), parts);
}

/// Plain text that is being rewritten, with the origins of its pieces.
struct Old {
    base: usize,
    text: String,
    origins: Vec<Origin>,
}

impl Old {
    fn copy(&self, range: Range<usize>, parts: &mut Parts) {
        let mut at = range.start;
        while at < range.end {
            let here = Span::at(self.base + at).start;
            let Some((index, piece)) = origin::piece(&self.origins, here) else { break };
            let next = self.origins.get(index + 1).map_or(range.end, |next| next.plain as usize - self.base);
            let end = next.min(range.end);
            let text = if piece.length == 0 { piece.text + (here - piece.plain) } else { piece.text };
            parts.origins.push(Origin { plain: Span::at(parts.plain.len()).start, text, length: piece.length });
            parts.plain.push_str(&self.text[at..end]);
            at = end;
        }
    }
}

/// Where `text` has addresses, mail addresses and shortcodes.
pub(crate) fn hidden_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    // A closing mark that is missing once is missing for all that follows: never looked for again.
    let mut closes = [Some("}}"), Some("%}")];
    let bytes = text.as_bytes();
    let mut at = 0;
    // Byte by byte: whatever matters is ASCII, and no byte of another character looks like it.
    while let Some(byte) = bytes.get(at) {
        let mark = match (byte, bytes.get(at + 1)) {
            (b'{', Some(b'{')) => Some(0),
            (b'{', Some(b'%')) => Some(1),
            _ => None,
        };
        if let Some(mark) = mark {
            let length = closes[mark].and_then(|close| text[at..].find(close).map(|end| end + close.len()));
            match length {
                Some(length) => ranges.push(at..at + length),
                None => closes[mark] = None,
            }
            at += length.unwrap_or(2);
        } else if is_address_byte(*byte) {
            let length = bytes[at..].iter().position(|byte| !is_address_byte(*byte)).unwrap_or(bytes.len() - at);
            at = addresses(text, at..at + length, &mut ranges);
        } else {
            at += 1;
        }
    }
    ranges
}

/// Finds the addresses of `run`, which holds address characters only; returns where to go on.
fn addresses(text: &str, run: Range<usize>, ranges: &mut Vec<Range<usize>>) -> usize {
    let written = &text[run.clone()];
    let start = page_address(written);
    let mail_end = start.unwrap_or(written.len());
    mail_addresses(&written[..mail_end], run.start, ranges);
    let Some(start) = start else { return run.end };
    // Addresses of pages may hold letters of every script, but no punctuation that is not ASCII.
    let part_of_it = |c: char| match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => is_address_byte(byte),
        _ => c.is_alphanumeric(),
    };
    let tail = &text[run.start + start..];
    let whole = &tail[..tail.find(|c: char| !part_of_it(c)).unwrap_or(tail.len())];
    let from = run.start + start;
    let end = from + whole.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_']).len();
    ranges.push(from..end);
    from + whole.len()
}

/// Where `http://…`, `https://…` or `www.…` starts in `text`, with no letter or digit before it.
fn page_address(text: &str) -> Option<usize> {
    let alone = |at: usize| at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric();
    let with_scheme = memchr::memchr_iter(b':', text.as_bytes()).find_map(|colon| {
        let before = &text[..colon];
        let start = before.strip_suffix("https").or_else(|| before.strip_suffix("http"))?.len();
        (text[colon..].starts_with("://") && alone(start)).then_some(start)
    });
    let bare = memchr::memchr_iter(b'w', text.as_bytes()).find(|at| text[*at..].starts_with("www.") && alone(*at));
    with_scheme.into_iter().chain(bare).min()
}

/// `name@host.tld`, with `mailto:` where it stands before.
fn mail_addresses(text: &str, base: usize, ranges: &mut Vec<Range<usize>>) {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-');
    let is_host = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let bytes = text.as_bytes();
    let mut done = 0;
    for sign in memchr::memchr_iter(b'@', bytes) {
        if sign < done {
            continue;
        }
        let name = bytes[done..sign].iter().rev().take_while(|byte| is_name(byte)).count();
        let host = bytes[sign + 1..].iter().take_while(|byte| is_host(byte)).count();
        let end = sign + 1 + text[sign + 1..sign + 1 + host].trim_end_matches(['.', '-']).len();
        let is_mail = name > 0 && text[sign + 1..end].contains('.') && bytes.get(sign + 1 + host) != Some(&b'@');
        if is_mail {
            let start = sign - name;
            let start = if text[done..start].ends_with("mailto:") { start - "mailto:".len() } else { start };
            ranges.push(base + start..base + end);
        }
        done = if is_mail { end } else { sign + 1 };
    }
}

fn is_address_byte(byte: u8) -> bool {
    byte.is_ascii_graphic()
        && !matches!(byte, b'<' | b'>' | b'"' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'[' | b']')
}

#[cfg(test)]
mod tests {
    use super::hidden_ranges;

    fn hidden(text: &str) -> Vec<&str> {
        hidden_ranges(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn addresses_end_where_a_reader_ends_them() {
        assert_eq!(hidden("https://a.example/x, (http://b.example/y)."), ["https://a.example/x", "http://b.example/y"]);
        assert_eq!(hidden("وhttps://a.example/م؟"), ["https://a.example/م"]);
        assert_eq!(
            hidden("a@b.example,c.d@e.example; mailto:f@g.example."),
            ["a@b.example", "c.d@e.example", "mailto:f@g.example"]
        );
        assert_eq!(hidden("@name, a@b, xhttp:// and awww.x"), [] as [&str; 0]);
        assert_eq!(hidden("{{ a }}{% b %}{{ c"), ["{{ a }}", "{% b %}"]);
    }

    #[test]
    fn long_texts_without_an_end_take_no_longer_than_others() {
        for piece in ["{{", "a.", "@", "a@", "www", "{%{{", "http:/"] {
            assert_eq!(hidden(&piece.repeat(300_000)), [] as [&str; 0], "{piece}");
        }
    }
}
