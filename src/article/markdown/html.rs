//! Raw HTML inside Markdown: its links, images, ids, comments, and the prose between its tags.

use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::builder::Builder;
use super::html_text::{HtmlText, decode, pieces};
use super::inline::OpenCode;
use crate::article::{Code, Image, Link, LinkKind, SegmentKind};
use crate::source::Span;

impl Builder<'_> {
    /// One tag or comment inside a paragraph.
    pub(super) fn inline_html(&mut self, span: Span) {
        self.last_end = self.last_end.max(span.end);
        if self.inline.in_image() {
            return;
        }
        let tag = span.slice(self.text);
        if let Some(closed) = tag.strip_prefix("</") {
            let end = closed.bytes().take_while(u8::is_ascii_alphanumeric).count();
            self.end_tag(&closed[..end].to_ascii_lowercase(), span);
        } else {
            self.read_html(&HtmlText::new(self.text, &[span]));
        }
    }

    /// A block of HTML has ended.
    pub(super) fn end_html(&mut self) {
        let events = std::mem::take(&mut self.html).unwrap_or_default();
        let Some(span) = events.iter().copied().reduce(Span::join) else { return };
        self.open(SegmentKind::Html, span);
        let html = HtmlText::new(self.text, &events);
        let done = self.read_html(&html);
        // A tag that never ends is no text.
        let rest = &html.text[done..];
        let opens = |at: &usize| rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        let end = memchr::memchr_iter(b'<', rest.as_bytes()).find(opens).unwrap_or(rest.len());
        self.html_prose(&html, done..done + end);
        self.last_end = span.end;
        self.close();
    }

    /// Reads tags and comments, and the text before each; returns where the last one ends.
    fn read_html(&mut self, html: &HtmlText<'_>) -> usize {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut done = 0;
        for Ok(token) in Tokenizer::new_with_emitter(&*html.text, emitter) {
            let place = match &token {
                Token::StartTag(tag) => tag.span,
                Token::EndTag(tag) => tag.span,
                Token::Comment(comment) => comment.span,
                Token::Doctype(doctype) => doctype.span,
                // What stands between tags is text: a text's own span is not exact where it has character references.
                Token::String(_) | Token::Error(_) => continue,
            };
            self.html_prose(html, done..place.start);
            done = place.end.clamp(done, html.text.len());
            let span = html.span(place.start..done);
            match token {
                Token::StartTag(tag) => self.start_tag(html, &tag, span),
                Token::EndTag(tag) => self.end_tag(&String::from_utf8_lossy(&tag.name), span),
                Token::Comment(comment) => {
                    let content = String::from_utf8_lossy(&comment.value).into_owned();
                    if content.trim_start().starts_with("mizan-allow") {
                        self.parts.allowances.push((content, span));
                    }
                }
                _ => {}
            }
        }
        done
    }

    /// Adds the text at `range`, its white space folded.
    fn html_prose(&mut self, html: &HtmlText<'_>, range: Range<usize>) {
        let base = range.start;
        let Some(raw) = html.text.get(range).filter(|_| self.inline.silent == 0) else { return };
        for (range, value) in pieces(raw) {
            if let Some(value) = value {
                let place = html.span(base + range.start..base + range.end);
                self.parts.push(self.text, &value, place);
                continue;
            }
            let mut at = base + range.start;
            for piece in raw[range].split_inclusive(char::is_whitespace) {
                let word = piece.trim_end();
                if !word.is_empty() {
                    self.parts.push(self.text, word, html.span(at..at + word.len()));
                }
                if word.len() < piece.len() {
                    self.separate(html.span(at + word.len()..at + piece.len()));
                }
                at += piece.len();
            }
        }
    }

    /// Adds a space that stands for `place`, where none stands before it.
    fn separate(&mut self, place: Span) {
        let said = self.open_plain().unwrap_or_default();
        if self.inline.silent == 0 && !said.is_empty() && !said.ends_with(char::is_whitespace) {
            self.parts.push(self.text, " ", place);
        }
    }

    fn start_tag(&mut self, html: &HtmlText<'_>, tag: &StartTag<usize>, place: Span) {
        let name = String::from_utf8_lossy(&tag.name);
        if is_separate(&name) {
            self.separate(place);
        }
        if is_silent(&name) && !tag.self_closing {
            if name == "code" && self.inline.silent == 0 && self.open_plain().is_some() {
                self.parts.push(self.text, "\u{FFFC}", place);
                let origin = self.parts.origins.len().saturating_sub(1);
                self.inline.code = Some(OpenCode { origin, tag: place });
            }
            self.inline.silent += 1;
        }
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        let segment = self.current();
        if name == "a"
            && let Some(destination) = attribute("href")
        {
            let destination_span = tag.attributes.get("href".as_bytes()).and_then(|value| {
                let range = raw_value(&html.text, value.span.start..tag.span.end)?;
                let span = html.span(range.clone());
                let raw = &html.text[range];
                (decode(raw) == destination && span.slice(self.text) == raw).then_some(span)
            });
            self.parts.links.push(Link { destination, kind: LinkKind::Html, span: place, destination_span, segment });
        }
        if name == "img"
            && let Some(destination) = attribute("src")
        {
            self.parts.images.push(Image { destination, alt: attribute("alt"), span: place, segment });
        }
        self.parts.anchors.extend(attribute("id"));
        if name == "a" {
            self.parts.anchors.extend(attribute("name"));
        }
    }

    /// `</code>` at `end`: what stands before it is code.
    fn end_code_element(&mut self, open: OpenCode, end: Span) {
        if let Some(origin) = self.parts.origins.get_mut(open.origin) {
            origin.length = end.end.saturating_sub(origin.text).max(1);
        }
        let inner = Span { start: open.tag.end, end: end.start.max(open.tag.end) };
        let content = without_tags(inner.slice(self.text));
        let segment = self.current();
        self.parts.codes.push(Code { content, language: None, block: false, span: open.tag.join(end), segment });
    }

    fn end_tag(&mut self, name: &str, place: Span) {
        if is_silent(name) {
            self.inline.silent = self.inline.silent.saturating_sub(1);
            if self.inline.silent == 0
                && let Some(code) = self.inline.code.take()
            {
                self.end_code_element(code, place);
            }
        }
        if is_separate(name) {
            self.separate(place);
        }
    }
}

/// The text of raw HTML, without its tags.
fn without_tags(raw: &str) -> String {
    let mut text = String::new();
    let mut pieces = raw.split('<');
    text.push_str(&decode(pieces.next().unwrap_or_default()));
    for piece in pieces {
        text.push_str(&decode(piece.split_once('>').map_or(piece, |(_, rest)| rest)));
    }
    text
}

/// Where the value of the attribute stands whose name starts at `range`, without its quotation marks.
fn raw_value(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let written = text.get(range.clone())?;
    let after = written.find('=')? + 1;
    let value = written[after..].trim_start();
    let start = range.start + written.len() - value.len();
    match value.chars().next()? {
        quote @ ('"' | '\'') => Some(start + 1..start + 1 + value[1..].find(quote)?),
        _ => Some(start..start + value.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
    }
}

/// Elements that hold no prose.
fn is_silent(name: &str) -> bool {
    matches!(name, "code" | "pre" | "script" | "style" | "svg" | "template")
}

/// Elements that part words even where no space stands between them.
fn is_separate(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "p" | "div" | "pre" | "center" | "address" | "blockquote")
        || matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ul" | "ol" | "dl" | "dt" | "dd")
        || matches!(name, "table" | "caption" | "thead" | "tbody" | "tfoot" | "tr" | "th" | "td")
        || matches!(name, "article" | "aside" | "section" | "header" | "footer" | "main" | "nav" | "figure")
        || matches!(name, "figcaption" | "details" | "summary" | "iframe" | "video" | "form" | "fieldset" | "legend")
        || matches!(name, "button" | "select" | "option")
}
