use crate::article::{Document, Image};
use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds images of the source that the translation does not show. An image that was exchanged for another one
    /// (a screenshot in Arabic) counts as shown. Raw `<img>` counts too.
    ///
    /// # Why
    ///
    /// A text that says "as the picture shows" needs its picture.
    ///
    /// # Example
    ///
    /// ```markdown
    /// ![The new wing](/media/wing.svg)     (en.md; ar.md has no image)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// ![الجناح الجديد](/media/wing.svg)
    /// ```
    pub(crate) static RULE = ("article/image-missing", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let mut shown: Vec<&str> = look.target.images.iter().map(|image| name(&image.destination)).collect();
    let mut missing: Vec<&Image> = Vec::new();
    for image in &look.source.images {
        match shown.iter().position(|other| *other == name(&image.destination)) {
            Some(at) => drop(shown.swap_remove(at)),
            None => missing.push(image),
        }
    }
    // Images that only the translation has stand for as many of the source's.
    let exchanged = shown.len().min(missing.len());
    for image in &missing[exchanged..] {
        let message = Phrase::new("article-image-missing").with("image", name(&image.destination));
        let unit = Unit::Part(look.article.key.clone(), format!("image:{}", image.destination));
        let at = counterpart(look, image.segment).unwrap_or(look.target.body.start);
        let place = look.target.place(Span { start: at, end: at });
        sink.report(place, unit, message)
            .related(look.source.place(image.span))
            .help(Phrase::new("article-image-missing.help"));
    }
}

/// The file's name: a site may keep its images in other folders for other languages.
fn name(destination: &str) -> &str {
    let path = destination.split(['?', '#']).next().unwrap_or(destination);
    path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(destination)
}

/// Where in the target the image should stand: the end of the segment that belongs to this one or to one before it.
fn counterpart(look: &PairLook<'_>, segment: u32) -> Option<u32> {
    let groups = look.alignment.groups.iter();
    let before = groups.take_while(|group| group.source.first().is_none_or(|first| *first <= segment));
    let index = before.filter_map(|group| group.target.last()).last()?;
    end_of(look.target, *index)
}

fn end_of(document: &Document, segment: u32) -> Option<u32> {
    document.segments.get(segment as usize).map(|segment| segment.span.end)
}
