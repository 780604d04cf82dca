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
                // The bytes as written: the tokenizer folds line endings, and places would shift.
                Token::String(string) if prose && silent == 0 => push_lines(&mut self.parts, text, place(&string.span)),
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

/// Adds the prose at `span` with its white space folded; an entity counts as white space.
fn push_lines(parts: &mut Parts, text: &str, span: Span) {
    let written = span.slice(text);
    let mut at = 0;
    while at < written.len() {
        let rest = &written[at..];
        let word = rest.find(|c: char| c.is_whitespace() || c == '&').unwrap_or(rest.len());
        let here = |offset: usize| span.start + Span::at(offset).start;
        if word > 0 {
            push_plain(parts, &rest[..word], here(at));
        }
        let gap = entity(&rest[word..]).or_else(|| rest[word..].chars().next().map(char::len_utf8)).unwrap_or(0);
        if gap > 0 && !parts.plain.ends_with(char::is_whitespace) {
            push_plain(parts, " ", here(at + word));
        }
        at += word + gap;
    }
}

/// The length of `&name;` or `&#number;` at the start of `text`.
fn entity(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('&')?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#'))?;
    (end > 0 && rest[end..].starts_with(';')).then_some(end + 2)
}
