//! Rules on articles: a source variant and a target variant.

mod alt_missing;
mod broken_fragment;
mod broken_link;
mod code_changed;
mod cosmetic;
mod field_mismatch;
mod field_missing;
mod field_unknown;
mod field_untranslated;
pub(crate) mod fields;
mod footnote_mismatch;
mod forbidden_term;
mod fragments;
mod front_matter_syntax;
mod glossary;
mod heading_mismatch;
mod image_missing;
mod invalid_date;
mod length_outlier;
mod link_missing;
mod link_to_source_language;
mod list_mismatch;
pub(crate) mod lone;
mod missing;
mod mostly_untranslated;
mod name_altered;
mod number_mismatch;
mod orphan;
#[cfg(test)]
mod pairs;
mod recorded_unchanged;
mod segment_extra;
mod segment_missing;
mod slug_collision;
mod stale;
mod table_mismatch;
pub(crate) mod terms;
#[cfg(test)]
mod testing;
pub(crate) mod translation;
mod unrecorded;
mod untranslated_segment;

use crate::article::{Document, Segment, SegmentKind};
use crate::check::{Rule, Unit};
use crate::text::words;

pub(crate) static RULES: &[&Rule] = &[
    &alt_missing::RULE,
    &broken_fragment::RULE,
    &broken_link::RULE,
    &code_changed::RULE,
    &cosmetic::RULE,
    &field_mismatch::RULE,
    &field_missing::RULE,
    &field_unknown::RULE,
    &field_untranslated::RULE,
    &footnote_mismatch::RULE,
    &forbidden_term::RULE,
    &front_matter_syntax::RULE,
    &glossary::RULE,
    &heading_mismatch::RULE,
    &image_missing::RULE,
    &invalid_date::RULE,
    &length_outlier::RULE,
    &link_missing::RULE,
    &link_to_source_language::RULE,
    &list_mismatch::RULE,
    &missing::RULE,
    &mostly_untranslated::RULE,
    &name_altered::RULE,
    &number_mismatch::RULE,
    &orphan::RULE,
    &recorded_unchanged::RULE,
    &segment_extra::RULE,
    &segment_missing::RULE,
    &slug_collision::RULE,
    &stale::RULE,
    &table_mismatch::RULE,
    &unrecorded::RULE,
    &untranslated_segment::RULE,
];

/// How much of a text a message quotes, in graphemes.
const QUOTED: usize = 60;

/// The start of a text, short enough for a message.
fn quote(text: &str) -> String {
    // Code and addresses have no words of their own in plain text.
    let text = text.replace('\u{FFFC}', "…");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words::teaser(&text, QUOTED).into_owned()
}

/// What a segment is, as the texts of `locales/` select on it.
fn kind_name(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Heading(_) => "heading",
        SegmentKind::Paragraph => "paragraph",
        SegmentKind::ListItem(_) => "list-item",
        SegmentKind::TableCell { .. } => "table-cell",
        SegmentKind::Footnote => "footnote",
        SegmentKind::CodeBlock => "code",
        SegmentKind::Html => "html",
        SegmentKind::Figure => "figure",
        SegmentKind::Rule => "rule",
    }
}

/// The unit of a source segment: the same as long as its text is.
fn segment_unit(key: &str, document: &Document, segment: &Segment) -> Unit {
    let text = if segment.plain.is_empty() { segment.span.slice(&document.text) } else { document.plain(segment) };
    Unit::Part(key.to_owned(), blake3::hash(text.as_bytes()).to_hex()[..12].to_owned())
}

/// The unit of a top-level block (a list, a table): the same as long as its texts are, whatever markup holds them.
fn block_unit(key: &str, what: &str, document: &Document, block: u32) -> Unit {
    let segments = document.segments.iter().filter(|segment| segment.block == block);
    let mut hash = blake3::Hasher::new();
    for segment in segments {
        hash.update(document.plain(segment).trim().as_bytes()).update(b"\0");
    }
    Unit::Part(key.to_owned(), format!("{what}:{}", &hash.finalize().to_hex()[..12]))
}
