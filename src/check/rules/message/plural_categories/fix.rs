//! Adds the variants that selects lack, as copies of the default, and marks them as not yet translated.

use fluent_syntax::ast::{Variant, VariantKey};

use crate::check::Fix;
use crate::message::{Entry, FileView, Part, Select, mark};
use crate::source::Span;

/// The categories in CLDR's order.
const ORDER: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Mends all selects of a part at once: each of its findings carries the same edits, so that one line marks them all.
/// `None` where one select stands inside another.
pub(super) fn fix(
    file: &FileView<'_>,
    entry: &Entry<'_>,
    part: &Part<'_, '_>,
    lacking: &[(Vec<&'static str>, Select<'_, '_>)],
) -> Option<Fix> {
    let mut spans = Vec::with_capacity(lacking.len());
    let mut edits = Vec::with_capacity(lacking.len() + 1);
    for (missing, select) in lacking {
        let (first, last) = (select.variants.first()?, select.variants.last()?);
        spans.push(file.variant_span(first).join(file.variant_span(last)));
        add(file, select.variants, missing, &mut edits)?;
    }
    spans.sort();
    if spans.windows(2).any(|pair| matches!(pair, [one, next] if next.start < one.end)) {
        return None;
    }
    let added: Vec<_> = ORDER.into_iter().filter(|name| lacking.iter().any(|(own, _)| own.contains(name))).collect();
    let mark = mark(part.attribute, &added);
    let is_marked = entry.comment.as_ref().is_some_and(|comment| comment.marks().any(|(line, _)| line == mark));
    if !added.is_empty() && !is_marked {
        let id = entry.span.start as usize;
        let rest = file.text.get(id..)?;
        let line_end = if rest.split('\n').next()?.ends_with('\r') { "\r\n" } else { "\n" };
        edits.push((Span::at(id), format!("# {mark}{line_end}")));
    }
    edits.sort();
    (!edits.is_empty()).then_some(Fix { edits })
}

/// Adds to `edits` what gives `variants` those that are `missing`.
fn add(
    file: &FileView<'_>,
    variants: &[Variant<&str>],
    missing: &[&'static str],
    edits: &mut Vec<(Span, String)>,
) -> Option<()> {
    let default = variants.iter().find(|variant| variant.default)?;
    let copied = after_key(file, default)?;
    let indent = indentation(file, variants)?;
    for name in missing {
        let is_later = |variant: &&Variant<&str>| rank(&variant.key) > ORDER.iter().position(|own| own == name);
        let (at, text) = match variants.iter().find(is_later) {
            Some(next) => {
                let (start, line_end) = line_of(file, next)?;
                (start, format!("{indent}[{name}]{copied}{line_end}"))
            }
            None => {
                let last = variants.last()?;
                let (_, line_end) = line_of(file, last)?;
                (file.variant_span(last).end as usize, format!("{line_end}{indent}[{name}]{copied}"))
            }
        };
        match edits.iter_mut().find(|(span, _)| *span == Span::at(at)) {
            Some((_, earlier)) => earlier.push_str(&text),
            None => edits.push((Span::at(at), text)),
        }
    }
    Some(())
}

/// The place of a category in CLDR's order; `None` for numbers and other words, which stand anywhere.
fn rank(key: &VariantKey<&str>) -> Option<usize> {
    match key {
        VariantKey::Identifier { name } => ORDER.iter().position(|own| own == name),
        VariantKey::NumberLiteral { .. } => None,
    }
}

/// What follows the `]` of a variant, as written: its blanks, its line breaks, its text.
fn after_key<'f>(file: &'f FileView<'_>, variant: &Variant<&str>) -> Option<&'f str> {
    let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = variant.key;
    let rest = file.text.get(file.span_of(key).end as usize..file.variant_span(variant).end as usize)?;
    rest.trim_start_matches([' ', '\r', '\n']).strip_prefix(']')
}

/// Where the line of a variant starts, and how the line before it ends.
fn line_of(file: &FileView<'_>, variant: &Variant<&str>) -> Option<(usize, &'static str)> {
    let head = file.text.get(..file.variant_span(variant).start as usize)?;
    let start = head.rfind('\n')? + 1;
    let line_end = if head.get(..start)?.ends_with("\r\n") { "\r\n" } else { "\n" };
    head.get(start..)?.bytes().all(|byte| byte == b' ').then_some((start, line_end))
}

/// How far variants are set in: the default's `*` stands one further out.
fn indentation(file: &FileView<'_>, variants: &[Variant<&str>]) -> Option<String> {
    let width = |variant: &Variant<&str>| {
        let (start, _) = line_of(file, variant)?;
        Some(file.variant_span(variant).start as usize - start + usize::from(variant.default))
    };
    let like = variants.iter().find(|variant| !variant.default).or_else(|| variants.first())?;
    Some(" ".repeat(width(like)?))
}

#[cfg(test)]
mod tests;
