//! Raw HTML inside Markdown: its links, images, ids, comments, and the prose between its tags.

use html5gum::{DefaultEmitter, Span as HtmlSpan, StartTag, Token, Tokenizer};

use super::builder::Builder;
use super::parts::{Parts, push_plain};
use crate::article::{Image, Link, LinkKind, SegmentKind};
use crate::source::Span;

impl Builder<'_> {
    /// One tag or comment inside a paragraph.
    pub(super) fn inline_html(&mut self, span: Span) {
        self.last_end = self.last_end.max(span.end);
        self.read_html(span, false);
    }

    /// A block of HTML has ended.
    pub(super) fn end_html(&mut self) {
        let Some(span) = self.html.take() else { return };
        self.open(SegmentKind::Html, span);
        self.read_html(span, true);
        self.last_end = span.end;
        self.close();
    }

    fn read_html(&mut self, span: Span, prose: bool) {
        let text = self.text;
        let base = span.start;
        let emitter = DefaultEmitter::<usize>::new_with_span();
        let place = |html: &HtmlSpan<usize>| {
            let start = base + Span::at(html.start).start;
            Span { start, end: (base + Span::at(html.end).start).max(start) }
        };
        // What stands inside code, scripts and styles is no prose.
        let mut silent = 0_u32;
        for Ok(token) in Tokenizer::new_with_emitter(span.slice(text), emitter) {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    silent += u32::from(is_silent(&name) && !tag.self_closing && prose);
                    let place = place(&tag.span);
                    self.html_tag(&name, &tag, place);
                }
                Token::EndTag(tag) => {
                    silent = silent.saturating_sub(u32::from(is_silent(&String::from_utf8_lossy(&tag.name)) && prose));
                }
                Token::String(string) if prose && silent == 0 => {
                    let value = String::from_utf8_lossy(&string.value).into_owned();
                    push_lines(&mut self.parts, &value, place(&string.span).start);
                }
                Token::Comment(comment) => {
                    let content = String::from_utf8_lossy(&comment.value).into_owned();
                    if content.trim_start().starts_with("mizan-allow") {
                        self.parts.allowances.push((content, place(&comment.span)));
                    }
                }
                _ => {}
            }
        }
    }

    fn html_tag(&mut self, name: &str, tag: &StartTag<usize>, place: Span) {
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        let segment = self.current();
        if name == "a"
            && let Some(destination) = attribute("href")
        {
            let written = place.slice(self.text);
            let only = (written.matches(destination.as_str()).count() == 1).then(|| written.find(&destination));
            let destination_span = only.flatten().map(|at| {
                let start = place.start as usize + at;
                Span::new(start, start + destination.len())
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
}

fn is_silent(name: &str) -> bool {
    matches!(name, "code" | "pre" | "script" | "style" | "svg" | "template")
}

/// Adds text with its white space folded.
fn push_lines(parts: &mut Parts, text: &str, at: u32) {
    let mut offset = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            push_plain(parts, word, at + Span::at(offset).start);
        }
        if word.len() < piece.len() && !parts.plain.ends_with(char::is_whitespace) {
            push_plain(parts, " ", at + Span::at(offset + word.len()).start);
        }
        offset += piece.len();
    }
}
