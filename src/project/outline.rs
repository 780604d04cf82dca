//! What one must know of a variant without holding its text: its slug and its links.

use unicode_normalization::UnicodeNormalization;

use crate::article::{Alignment, Document, Field, Value};
use crate::source::Span;

/// What one must know of a variant without holding its text.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The front matter's `slug`: a translated address.
    pub slug: Option<Box<str>>,
    /// Links and images, in order.
    pub links: Box<[OutlineLink]>,
    /// Whether most of the text is still in the source's language.
    pub mostly_untranslated: bool,
    /// Of a target: for each of the source's [`Outline::links`], where the segment that belongs to the link's begins in
    /// this file; `None` where there is none.
    pub counterparts: Box<[Option<u32>]>,
    /// Images that fields of the front matter name.
    pub pictures: Box<[OutlineLink]>,
    /// Hashes of what fragments may name: as it is, and of its letters and digits alone.
    pub(crate) anchors: Box<[(u32, u32)]>,
    /// Hashes of the names of the front matter's fields; `a.b` for field `b` of map `a`.
    pub(crate) fields: Box<[u32]>,
}

/// What a field ends with that names an image.
const PICTURES: &[&str] = &[".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];

/// A link or an image of a variant.
#[derive(Clone, Debug)]
pub struct OutlineLink {
    /// The address, decoded.
    pub destination: Box<str>,
    /// The link, in the variant's file.
    pub span: Span,
    /// The address in the file, where it can be told exactly.
    pub destination_span: Option<Span>,
    /// Where its segment begins in the variant's file.
    pub segment: u32,
    /// Whether it is an image.
    pub image: bool,
}

impl Outline {
    /// Notes for each link of `source` which segment of `target` belongs to the link's.
    pub fn set_counterparts(&mut self, source: &Document, target: &Document, alignment: &Alignment) {
        let mut starts = vec![None; source.segments.len()];
        for group in &alignment.groups {
            let first = group.target.first().and_then(|at| target.segments.get(*at as usize));
            let start = first.map(|segment| segment.span.start);
            group.source.iter().for_each(|at| starts[*at as usize] = start);
        }
        let segments = source.links.iter().map(|link| link.segment);
        let segments = segments.chain(source.images.iter().map(|image| image.segment));
        self.counterparts = segments.map(|at| starts.get(at as usize).copied().flatten()).collect();
    }

    /// The outline of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let start = |at: u32| document.segments.get(at as usize).map_or(0, |segment| segment.span.start);
        let links = document.links.iter().map(|link| OutlineLink {
            destination: link.destination.as_str().into(),
            span: link.span,
            destination_span: link.destination_span,
            segment: start(link.segment),
            image: false,
        });
        let images = document.images.iter().map(|image| OutlineLink {
            destination: image.destination.as_str().into(),
            span: image.span,
            destination_span: None,
            segment: start(image.segment),
            image: true,
        });
        Self {
            slug: document.front.text("slug").map(Into::into),
            links: links.chain(images).collect(),
            mostly_untranslated: false,
            counterparts: Box::default(),
            pictures: pictures(document),
            anchors: anchors(document).map(|id| (hash(&composed(id)), hash(&loose(id)))).collect(),
            fields: field_names(&document.front.fields).iter().map(|(name, _)| hash(name)).collect(),
        }
    }

    /// Whether a fragment, without `#`, names a heading or an element. Generators make ids of headings in their own ways:
    /// unless `exactly`, only letters and digits count, in any case.
    #[must_use]
    pub fn has_anchor(&self, fragment: &str, exactly: bool) -> bool {
        if exactly {
            let hash = hash(&composed(fragment));
            return self.anchors.iter().any(|(exact, _)| *exact == hash);
        }
        let hash = hash(&loose(fragment));
        self.anchors.iter().any(|(_, loose)| *loose == hash)
    }
}

/// What fragments may name in a document.
fn anchors(document: &Document) -> impl Iterator<Item = &str> {
    document.headings.iter().map(|heading| heading.id.as_str()).chain(document.anchors.iter().map(String::as_str))
}

fn composed(id: &str) -> String {
    id.nfc().collect()
}

/// An id as all generators make it: its letters and digits.
pub(crate) fn loose(id: &str) -> String {
    id.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The same in every run.
pub(crate) fn hash(text: &str) -> u32 {
    let [a, b, c, d, ..] = *blake3::hash(text.as_bytes()).as_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The names of fields with their places; `a.b` for field `b` of map `a`.
pub(crate) fn field_names(fields: &[Field]) -> Vec<(String, Span)> {
    let mut names = Vec::with_capacity(fields.len());
    for field in fields {
        names.push((field.name.clone(), field.name_span));
        if let Value::Map(inner) = &field.value {
            names.extend(inner.iter().map(|own| (format!("{}.{}", field.name, own.name), own.name_span)));
        }
    }
    names
}

fn pictures(document: &Document) -> Box<[OutlineLink]> {
    let mut found = Vec::new();
    for field in &document.front.fields {
        collect_pictures(&document.text, &field.value, field.value_span, &mut found);
    }
    found.into()
}

fn collect_pictures(text: &str, value: &Value, span: Span, found: &mut Vec<OutlineLink>) {
    match value {
        Value::Text(path) if is_picture(path) => {
            let written = span.slice(text);
            let bare = written.trim_matches(['"', '\'']);
            let start = span.start + Span::at(written.find(bare).unwrap_or_default()).start;
            let inner = Span { start, end: start + Span::at(bare.len()).start };
            let destination_span = (bare == path).then_some(inner);
            let destination = path.as_str().into();
            found.push(OutlineLink { destination, span, destination_span, segment: span.start, image: true });
        }
        Value::List(items) => items.iter().for_each(|(value, span)| collect_pictures(text, value, *span, found)),
        Value::Map(fields) => {
            fields.iter().for_each(|field| collect_pictures(text, &field.value, field.value_span, found));
        }
        _ => {}
    }
}

/// Whether a text is nothing but the path of an image.
fn is_picture(text: &str) -> bool {
    let ends = |extension: &&str| {
        let from = text.len().checked_sub(extension.len());
        from.and_then(|from| text.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(extension))
    };
    !text.contains(char::is_whitespace) && PICTURES.iter().any(ends)
}
