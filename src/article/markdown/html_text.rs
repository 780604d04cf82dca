//! Raw HTML as its tokenizer gets it, and its character references.

use std::borrow::Cow;
use std::ops::Range;

use html5gum::{Token, Tokenizer};

use crate::source::Span;

/// Raw HTML, free of the marks and indents of the quotations and lists around it.
pub(super) struct HtmlText<'t> {
    pub(super) text: Cow<'t, str>,
    /// `(offset in text, offset in the file)` for each piece that stands in the file as one.
    starts: Vec<(usize, usize)>,
}

impl<'t> HtmlText<'t> {
    /// Joins `parts` of `file`.
    pub(super) fn new(file: &'t str, parts: &[Span]) -> Self {
        let mut joined: Vec<Span> = Vec::with_capacity(1);
        for part in parts {
            // The parser leaves out a lone carriage return that ends a line.
            if let Some(last) = joined.last_mut()
                && file[last.end as usize..].starts_with('\r')
                && last.end < part.start
            {
                last.end += 1;
            }
            match joined.last_mut() {
                Some(last) if last.end == part.start => last.end = part.end,
                _ => joined.push(*part),
            }
        }
        if let [only] = joined[..] {
            return Self { text: Cow::Borrowed(only.slice(file)), starts: vec![(0, only.start as usize)] };
        }
        let mut text = String::new();
        let mut starts = Vec::with_capacity(joined.len());
        for part in joined {
            starts.push((text.len(), part.start as usize));
            text.push_str(part.slice(file));
        }
        Self { text: Cow::Owned(text), starts }
    }

    /// The bytes of the file that `range` of the text was taken from.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start);
        if range.is_empty() {
            return Span::at(start);
        }
        Span::new(start, self.place(range.end - 1) + 1)
    }

    fn place(&self, at: usize) -> usize {
        let index = self.starts.partition_point(|(start, _)| *start <= at);
        match index.checked_sub(1).and_then(|index| self.starts.get(index)) {
            Some((start, file)) => file + (at - start),
            None => at,
        }
    }
}

/// What raw text stands for, piece by piece; `None` where it stands for itself.
pub(super) fn pieces(raw: &str) -> Vec<(Range<usize>, Option<String>)> {
    let mut found = Vec::new();
    let mut done = 0;
    for start in memchr::memchr_iter(b'&', raw.as_bytes()) {
        if start < done {
            continue;
        }
        let name = raw[start + 1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        let end = start + 1 + name;
        let end = end + usize::from(raw[end..].starts_with(';'));
        let reference = &raw[start..end];
        let value = value(reference);
        if value != reference {
            found.push((done..start, None));
            found.push((start..end, Some(value)));
            done = end;
        }
    }
    found.push((done..raw.len(), None));
    found.retain(|(range, _)| !range.is_empty());
    found
}

/// What an attribute's raw value stands for.
pub(super) fn decode(raw: &str) -> String {
    let piece = |(range, value): (Range<usize>, Option<String>)| value.unwrap_or_else(|| raw[range].to_owned());
    pieces(raw).into_iter().map(piece).collect()
}

fn value(reference: &str) -> String {
    let tokens = Tokenizer::new(reference).filter_map(|Ok(token)| match token {
        Token::String(text) => Some(String::from_utf8_lossy(&text.value).into_owned()),
        _ => None,
    });
    tokens.collect()
}

#[cfg(test)]
mod tests {
    use super::{HtmlText, decode};
    use crate::source::Span;

    #[test]
    fn character_references_are_decoded_and_other_signs_kept() {
        assert_eq!(decode("a &amp; b &#1605;&#x645; & c &unknown; d&copy"), "a & b مم & c &unknown; d\u{A9}");
    }

    #[test]
    fn joined_parts_know_their_places() {
        let file = "> <p>one\n> two</p>\n";
        let html = HtmlText::new(file, &[Span::new(2, 9), Span::new(11, 19)]);
        assert_eq!(html.text, "<p>one\ntwo</p>\n");
        assert_eq!(html.span(7..10).slice(file), "two");
        assert_eq!(html.span(3..10).slice(file), "one\n> two");
    }
}
