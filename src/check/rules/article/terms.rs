//! Which terms and names of the glossary stand in a pair; looked for once, for all rules on them.

use crate::article::{Document, Segment, is_prose};
use crate::check::rule::PairLook;
use crate::project::glossary::{Entry, Glossary};
use crate::source::Span;
use crate::text::script::Script;

use super::translation::is_untranslated;

/// A place of the source that has a term or a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// Index in [`Glossary::entries`].
    entry: usize,
    /// The term, in the source's file.
    span: Span,
    part: Part,
}

/// The part of a pair that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Aligned segments, by index of the group.
    Group(usize),
    /// A translated field, by index in the configuration.
    Field(usize),
}

/// A text of the target that translates one that has a term or a name.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    /// Where it starts in the document's plain text; `None` for a field.
    pub(super) start: Option<u32>,
}

/// A term or a name of the source, with the texts that translate the part which has it.
pub(super) struct Occurrence<'a> {
    pub(super) entry: &'a Entry,
    /// The term, in the source's file.
    pub(super) span: Span,
    /// The part of the target's file that translates the source's.
    pub(super) place: Span,
    pub(super) texts: Vec<Text<'a>>,
    /// Names the part, the same as long as the source's text is.
    pub(super) part: String,
}

/// The glossary, and which of the project's targets the pair's is; `None` where nothing is to be compared.
pub(super) fn glossary<'a>(look: &PairLook<'a>) -> Option<(&'a Glossary, usize)> {
    let glossary = look.project.glossary()?;
    let target = look.project.targets().iter().position(|locale| locale.tag() == look.locale.tag())?;
    look.is_compared().then_some((glossary, target))
}

/// Every term and name of the source that `wanted` says yes to, once for each part that has it and is translated.
pub(super) fn occurrences<'a>(
    look: &'a PairLook<'_>,
    glossary: &'a Glossary,
    fields: &'a [(String, String)],
    wanted: &dyn Fn(&Entry) -> bool,
) -> Vec<Occurrence<'a>> {
    let found = look.terms.get_or_init(|| find(look, glossary));
    let entry = |found: &Found| Some((*found, glossary.entries().get(found.entry).filter(|entry| wanted(entry))?));
    let wanted = found.iter().filter_map(entry);
    wanted.filter_map(|(found, entry)| occurrence(look, found, entry, fields)).collect()
}

/// The texts of the target's translated fields, each with what names it; kept by who asks for [`occurrences`].
pub(super) fn field_texts(look: &PairLook<'_>) -> Vec<(String, String)> {
    let text = |name: &String| (name.clone(), look.target.front.text(name).unwrap_or_default());
    look.collection.config.translated.iter().map(text).collect()
}

fn find(look: &PairLook<'_>, glossary: &Glossary) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut add = |one: Found| {
        let mut same_part = found.iter().rev().take_while(|other| other.part == one.part);
        if !same_part.any(|other| other.entry == one.entry) {
            found.push(one);
        }
    };
    for (at, name) in look.collection.config.translated.iter().enumerate() {
        let (Some(field), Some(text)) = (look.source.front.get(name), look.source.front.text(name)) else { continue };
        for (entry, _) in glossary.find(&text) {
            add(Found { entry, span: field.value_span, part: Part::Field(at) });
        }
    }
    for (at, group) in look.alignment.groups.iter().enumerate().filter(|(_, group)| !group.target.is_empty()) {
        for segment in segments(look.source, &group.source) {
            for (entry, range) in glossary.find(look.source.plain(segment)) {
                let start = segment.plain.start as usize;
                let span = look.source.source_span(Span::new(start + range.start, start + range.end));
                add(Found { entry, span, part: Part::Group(at) });
            }
        }
    }
    found
}

fn segments<'a>(document: &'a Document, indices: &'a [u32]) -> impl Iterator<Item = &'a Segment> {
    let segments = indices.iter().filter_map(|at| document.segments.get(*at as usize));
    segments.filter(|segment| is_prose(segment.kind))
}

fn occurrence<'a>(
    look: &'a PairLook<'_>,
    found: Found,
    entry: &'a Entry,
    fields: &'a [(String, String)],
) -> Option<Occurrence<'a>> {
    let (from, to) = (Script::of(look.source_locale.id()), Script::of(look.locale.id()));
    let (texts, place, original, part): (Vec<Text<'_>>, _, _, _) = match found.part {
        Part::Field(at) => {
            let (name, text) = fields.get(at)?;
            let place = look.target.front.get(name)?.value_span;
            (vec![Text { text, start: None }], place, look.source.front.text(name), format!("field:{name}"))
        }
        Part::Group(at) => {
            let group = look.alignment.groups.get(at)?;
            let text = |segment: &Segment| Text {
                text: segment.plain.slice(&look.target.plain),
                start: Some(segment.plain.start),
            };
            let texts = segments(look.target, &group.target).map(text).collect();
            let place = segments(look.target, &group.target).next()?.span;
            let source = segments(look.source, &group.source).next()?;
            let plain = look.source.plain(source);
            (texts, place, Some(plain.to_owned()), blake3::hash(plain.as_bytes()).to_hex()[..12].to_owned())
        }
    };
    // What is not translated at all is another rule's.
    let is_missing = texts.iter().all(|text| text.text.trim().is_empty())
        || texts.iter().any(|text| is_untranslated(text.text, original.as_deref(), from, to));
    (!is_missing).then_some(Occurrence { entry, span: found.span, place, texts, part })
}
