//! Texts in quotation marks.

use super::{Mentions, is_id_with_attribute};

/// Longer texts are no ids.
const LONGEST: usize = 200;

/// Fixed characters that a text put together must have to tell anything.
pub(super) const LEAST_FIXED: usize = 2;

/// Adds the texts in quotation marks that are ids, or that become one.
pub(super) fn read(text: &str, found: &mut Mentions) {
    let bytes = text.as_bytes();
    for at in memchr::memchr3_iter(b'"', b'\'', b'`', bytes) {
        let Some(quote) = bytes.get(at).copied() else { continue };
        let Some((pattern, end)) = content(text, at + 1, quote) else { continue };
        let is_joined_before = joins_before(text.get(..at).unwrap_or_default());
        let is_joined_after = joins_after(text.get(end..).unwrap_or_default());
        add(&pattern, is_joined_before, is_joined_after, found);
    }
}

fn add(pattern: &str, is_joined_before: bool, is_joined_after: bool, found: &mut Mentions) {
    if is_id_with_attribute(pattern) {
        found.quoted.insert(pattern.into());
    }
    let is_open = |part: Option<char>| part.is_some_and(|part| matches!(part, '-' | '_' | '.'));
    let mut whole = String::with_capacity(pattern.len() + 2);
    // A part of an id begins or ends as no id does, or something is put beside it.
    if is_joined_before || is_open(pattern.chars().next()) {
        whole.push('*');
    }
    whole.push_str(pattern);
    if is_joined_after || is_open(pattern.chars().next_back()) {
        whole.push('*');
    }
    let fixed = whole.bytes().filter(u8::is_ascii_alphanumeric).count();
    let least = if whole.contains(['-', '_', '.']) { LEAST_FIXED } else { LEAST_FIXED + 1 };
    if whole.contains('*') && fixed >= least {
        found.patterns.insert(whole.into());
    }
}

/// The text from `start` to the next `quote`, what is put in as `*`, and where it ends; `None` where it is no part of an id.
fn content(text: &str, start: usize, quote: u8) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let mut pattern = String::new();
    let mut at = start;
    while at < start + LONGEST {
        let byte = *bytes.get(at)?;
        if byte == quote {
            return (!pattern.is_empty()).then_some((pattern, at + 1));
        }
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                pattern.push(char::from(byte));
                at += 1;
            }
            // A quotation mark within one of another kind: `"{\"id\": \"home\"}"`.
            b'\\' if bytes.get(at + 1) == Some(&quote) => {
                return (!pattern.is_empty()).then_some((pattern, at + 2));
            }
            _ => {
                at = put_in(text, at)?;
                if !pattern.ends_with('*') {
                    pattern.push('*');
                }
            }
        }
    }
    None
}

/// Where what is put in at `at` ends: `{}`, `{{ x }}`, `${x}`, `#{x}`, `$x`, `%s`, `%(x)s`, `<%= x %>`, `\(x)`.
fn put_in(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let bytes = rest.as_bytes();
    let closed = |open: usize, sign: &str| {
        let inner = rest.get(open..)?;
        let end =
            inner.find(sign).filter(|end| *end < LONGEST && !inner.get(..*end).is_none_or(|own| own.contains('\n')));
        Some(at + open + end? + sign.len())
    };
    match bytes {
        [b'{', b'{', ..] => closed(2, "}}"),
        [b'{', ..] => closed(1, "}"),
        [b'$' | b'#' | b'%', b'{', ..] => closed(2, "}"),
        [b'<', b'%', ..] => closed(2, "%>"),
        [b'\\' | b'$', b'(', ..] => closed(2, ")"),
        [b'%', b'(', ..] => closed(2, ")s"),
        [b'$', first, ..] if first.is_ascii_alphabetic() || *first == b'_' => {
            let name = bytes.iter().skip(1).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
            Some(at + 1 + name)
        }
        [b'%', b's' | b'd' | b'i' | b'v' | b'@', ..] => Some(at + 2),
        [b'%', b'1'..=b'9', b'$', b's' | b'd' | b'@', ..] => Some(at + 4),
        _ => None,
    }
}

/// Whether something is put before a text: `kind + "-title"`.
fn joins_before(head: &str) -> bool {
    let head = head.trim_end_matches([' ', '\t', '\n', '\r']);
    head.ends_with(['+', '~']) || head.ends_with("..") || head.ends_with(" .")
}

/// Whether something is put after a text: `"error-" + kind`.
fn joins_after(tail: &str) -> bool {
    let tail = tail.trim_start_matches([' ', '\t', '\n', '\r']);
    tail.starts_with(['+', '~']) || tail.starts_with("..") || tail.starts_with(". ")
}
