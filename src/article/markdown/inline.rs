//! Links and images: their texts, and where their addresses stand.

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::builder::Builder;
use crate::article::{Image, Link, LinkKind};
use crate::source::Span;

/// The links and images that are open.
#[derive(Debug, Default)]
pub(super) struct Inline {
    /// Indices of links; `None` for a link that is part of an image's alternative text, and none to a reader.
    links: Vec<Option<usize>>,
    images: Vec<OpenImage>,
    /// Inside `<https://…>`: its text is the address.
    autolink: bool,
    /// How many elements are open that hold no prose, and which piece of plain text stands for `<code>`.
    pub(super) silent: u32,
    pub(super) code: Option<OpenCode>,
}

/// A `<code>` that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenCode {
    /// Which of the origins stands for it.
    pub(super) origin: usize,
    /// Its opening tag.
    pub(super) tag: Span,
}

#[derive(Debug)]
struct OpenImage {
    destination: String,
    alt: String,
}

impl Inline {
    /// Whether `text` was an image's alternative text, or an address, and is no prose.
    pub(super) fn take_text(&mut self, text: &str) -> bool {
        if let Some(image) = self.images.last_mut() {
            image.alt.push_str(text);
            return true;
        }
        self.autolink || self.silent > 0
    }

    pub(super) fn in_image(&self) -> bool {
        !self.images.is_empty()
    }
}

impl Builder<'_> {
    pub(super) fn start_link(&mut self, link_type: LinkType, destination: String, label: &str, span: Span) {
        let kind = match link_type {
            LinkType::Inline => LinkKind::Inline,
            LinkType::Autolink | LinkType::Email => LinkKind::Autolink,
            _ => LinkKind::Reference,
        };
        self.last_end = self.last_end.max(span.start);
        if self.inline.in_image() {
            self.inline.links.push(None);
            return;
        }
        let segment = self.current();
        let is_autolink = kind == LinkKind::Autolink;
        let destination_span = match kind {
            LinkKind::Autolink if span.len() > 2 => Some(Span { start: span.start + 1, end: span.end - 1 }),
            LinkKind::Reference => self.definition(label, &destination),
            _ => None,
        };
        self.inline.links.push(Some(self.parts.links.len()));
        self.parts.links.push(Link { destination, kind, span, destination_span, segment });
        if is_autolink {
            if self.inline.silent == 0 {
                self.parts.push(self.text, "\u{FFFC}", span);
            }
            self.inline.autolink = true;
        }
    }

    /// Where the definition of a reference has its address.
    fn definition(&self, label: &str, destination: &str) -> Option<Span> {
        let span = *self.definitions.get(&label_key(label))?;
        destination_span(self.text, span, "]:", destination)
    }

    pub(super) fn end_link(&mut self, span: Span) {
        self.inline.autolink = false;
        let inner_end = self.last_end.clamp(span.start, span.end);
        self.last_end = self.last_end.max(span.end);
        let Some(link) = self.inline.links.pop().flatten().and_then(|at| self.parts.links.get_mut(at)) else { return };
        if link.kind == LinkKind::Inline {
            let tail = Span { start: inner_end, end: span.end };
            link.destination_span = destination_span(self.text, tail, "](", &link.destination);
        }
    }

    pub(super) fn start_image(&mut self, destination: String, span: Span) {
        self.inline.images.push(OpenImage { destination, alt: String::new() });
        self.last_end = self.last_end.max(span.start);
    }

    pub(super) fn end_image(&mut self, span: Span) {
        self.last_end = self.last_end.max(span.end);
        let Some(image) = self.inline.images.pop() else { return };
        if let Some(outer) = self.inline.images.last_mut() {
            outer.alt.push_str(&image.alt);
        }
        let segment = self.current();
        self.parts.images.push(Image { destination: image.destination, alt: Some(image.alt), span, segment });
    }
}

/// Labels are compared without their capitals and with one space for many.
pub(super) fn label_key(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Finds the address in the tail of a link, `](address "title")`, or in a definition, `[label]: address "title"`, behind
/// its mark; `None` where it is not surely `destination`.
fn destination_span(text: &str, tail: Span, mark: &str, destination: &str) -> Option<Span> {
    let written = tail.slice(text);
    let open = written.find(mark)? + mark.len();
    let rest = &written[open..];
    let start = open + (rest.len() - rest.trim_start().len());
    let rest = &written[start..];
    let (start, length) = match rest.strip_prefix('<') {
        Some(inner) => (start + 1, bracketed_length(inner)?),
        None => (start, bare_length(rest)),
    };
    let address = written.get(start..start + length)?;
    let span = Span::new(tail.start as usize + start, tail.start as usize + start + length);
    (address == destination || means(address, destination)).then_some(span)
}

/// Whether `address` with its escapes and character references stands for `destination`.
fn means(address: &str, destination: &str) -> bool {
    let link = format!("[](<{address}>)");
    let mut events = Parser::new(&link);
    let found = events.find_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url),
        _ => None,
    });
    found.is_some_and(|found| &*found == destination)
}

/// Length of an address up to its closing angle bracket.
fn bracketed_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.find(|c: char| {
        let closes = c == '>' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })
}

/// Length of an address without angle brackets: up to white space or the closing parenthesis.
fn bare_length(text: &str) -> usize {
    let (mut depth, mut escaped) = (0_u32, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return at,
            ')' => depth -= 1,
            _ if character.is_ascii_whitespace() => return at,
            _ => {}
        }
    }
    text.len()
}
