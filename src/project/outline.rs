//! What one must know of a variant without holding its text: its slug and its links.

use crate::article::{Alignment, Document};
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
}

/// A link or an image of a variant.
#[derive(Clone, Debug)]
pub struct OutlineLink {
    /// The address, decoded.
    pub destination: Box<str>,
    /// The link, in the variant's file.
    pub span: Span,
    /// The address in the file, where it can be told exactly.
    pub destination_span: Option<Span>,
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
        let links = document.links.iter().map(|link| OutlineLink {
            destination: link.destination.as_str().into(),
            span: link.span,
            destination_span: link.destination_span,
            image: false,
        });
        let images = document.images.iter().map(|image| OutlineLink {
            destination: image.destination.as_str().into(),
            span: image.span,
            destination_span: None,
            image: true,
        });
        Self {
            slug: document.front.text("slug").map(Into::into),
            links: links.chain(images).collect(),
            mostly_untranslated: false,
            counterparts: Box::default(),
        }
    }
}
