//! The first look at every variant: what cards, links and lists need of it, without holding its text.

use std::sync::Arc;

use rayon::prelude::*;

use crate::article::{Date, Document, SegmentKind};
use crate::error::Error;
use crate::project::{Article, Outline, Project, Variant};

/// Words of a card come from the summary; failing that, from the first paragraph, of which this many bytes are kept.
const TEASER_BYTES: usize = 600;

/// What is kept of each variant, by article and locale, in the orders of the project.
pub(super) struct Gathered {
    pub(super) outlines: Vec<Vec<Option<Outline>>>,
    pub(super) heads: Vec<Vec<Option<Head>>>,
}

/// What a card shows of a variant, as its front matter has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) date: Option<Date>,
    pub(super) updated: Option<Date>,
    pub(super) category: Option<String>,
    pub(super) author: Option<String>,
    pub(super) image: Option<String>,
    pub(super) image_alt: Option<String>,
    pub(super) caption: Option<String>,
    /// Whether the image was inherited: its address is then relative to the source's file.
    pub(super) image_inherited: bool,
}

/// Reads every variant once, on all cores.
pub(super) fn gather(project: &Project) -> Result<Gathered, Error> {
    let locales = project.locales().len();
    let all: Vec<_> = project
        .articles()
        .par_iter()
        .map(|article| {
            let mut outlines: Vec<Option<Outline>> = vec![None; locales];
            let mut heads: Vec<Option<Head>> = vec![None; locales];
            for variant in &article.variants {
                let (outline, head) = look(project, article, variant)?;
                (outlines[variant.locale], heads[variant.locale]) = (Some(outline), Some(head));
            }
            inherit(project, article, &mut heads);
            Ok((outlines, heads))
        })
        .collect::<Result<_, Error>>()?;
    let (outlines, heads) = all.into_iter().unzip();
    Ok(Gathered { outlines, heads })
}

fn look(project: &Project, article: &Article, variant: &Variant) -> Result<(Outline, Head), Error> {
    let text = project.read(&variant.path)?;
    let mut document = Document::parse(variant.path.clone(), front_of(&text).to_owned());
    let mut head = head_of(&document);
    if head.title.is_empty() || head.summary.is_empty() {
        document = Document::parse(variant.path.clone(), text);
        from_body(&document, &mut head);
    }
    if head.title.is_empty() {
        head.title.clone_from(&article.key);
    }
    let slug = document.front.text("slug").map(Into::into);
    Ok((Outline { slug, ..Outline::default() }, head))
}

/// The front matter of a file, and its body, which is not cut into segments where the two are easily told apart.
pub(super) fn front_and_body<'t>(path: &Arc<str>, text: &'t str) -> (Document, &'t str) {
    let front = front_of(text);
    let document = Document::parse(Arc::clone(path), front.to_owned());
    if !front.is_empty() && front.len() < text.len() && document.body.slice(&document.text).is_empty() {
        return (document, &text[front.len()..]);
    }
    let document = Document::parse(Arc::clone(path), text.to_owned());
    let body = document.body.slice(text);
    (document, body)
}

/// The front matter of a file, so that the body need not be parsed for a card; all of it where its end is not found.
fn front_of(text: &str) -> &str {
    let start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let Some(marker @ ("---" | "+++")) = text.get(start..start + 3) else { return "" };
    let mut at = text[start..].find('\n').map_or(text.len(), |end| start + end + 1);
    while at < text.len() {
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
        if text[at..end].trim_end() == marker {
            return &text[..end];
        }
        at = end;
    }
    text
}

fn head_of(document: &Document) -> Head {
    let first = |names: &[&str]| names.iter().find_map(|name| document.front.text(name));
    let date = |names: &[&str]| first(names).and_then(|text| Date::parse(text.trim()));
    Head {
        title: first(&["title"]).unwrap_or_default(),
        summary: first(&["summary", "description", "excerpt"]).unwrap_or_default(),
        date: date(&["date"]),
        updated: date(&["updated", "lastmod"]),
        category: first(&["category"]),
        author: first(&["author"]),
        image: first(&["image"]),
        image_alt: first(&["image-alt", "image_alt", "imageAlt"]),
        caption: first(&["image-caption", "image_caption", "caption"]),
        image_inherited: false,
    }
}

/// A title from the first heading, a summary from the first paragraph.
fn from_body(document: &Document, head: &mut Head) {
    let prose = |wanted: fn(SegmentKind) -> bool| {
        let segment = document.segments.iter().find(|segment| wanted(segment.kind))?;
        let plain = document.plain(segment).replace('\u{FFFC}', "");
        let most = (0..=TEASER_BYTES.min(plain.len())).rev().find(|at| plain.is_char_boundary(*at)).unwrap_or(0);
        Some(plain[..most].trim().to_owned())
    };
    if head.title.is_empty() {
        head.title = prose(|kind| kind == SegmentKind::Heading(1)).unwrap_or_default();
    }
    if head.summary.is_empty() {
        head.summary = prose(|kind| kind == SegmentKind::Paragraph).unwrap_or_default();
    }
}

/// A translation takes the shared fields that it does not have from the source.
fn inherit(project: &Project, article: &Article, heads: &mut [Option<Head>]) {
    let Some((Some(source), targets)) = heads.split_first_mut() else { return };
    let Some(collection) = project.collections().get(article.collection) else { return };
    let shared = |name: &str| collection.config.shared.iter().any(|field| field == name);
    let (date, category, author, image) = (shared("date"), shared("category"), shared("author"), shared("image"));
    for head in targets.iter_mut().flatten() {
        if date {
            head.date = head.date.or(source.date);
        }
        if category && head.category.is_none() {
            head.category.clone_from(&source.category);
        }
        if author && head.author.is_none() {
            head.author.clone_from(&source.author);
        }
        if image && head.image.is_none() && source.image.is_some() {
            head.image.clone_from(&source.image);
            head.image_inherited = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::front_of;

    #[test]
    fn only_the_front_matter_is_taken() {
        assert_eq!(front_of("---\ntitle: a\n---\nText"), "---\ntitle: a\n---\n");
        assert_eq!(front_of("+++\r\na = 1\r\n+++\r\nText"), "+++\r\na = 1\r\n+++\r\n");
        assert_eq!(front_of("\u{FEFF}---\n---"), "\u{FEFF}---\n---");
        assert_eq!(front_of("Text\n---\n"), "");
        assert_eq!(front_of("---\nunended: 1\n"), "---\nunended: 1\n");
        assert_eq!(front_of("م"), "");
    }
}
