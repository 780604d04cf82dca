use std::collections::BTreeMap;

use crate::article::{Document, Segment, SegmentKind};
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds tables that have more or fewer columns than the source's. A row that is missing is
    /// `article/segment-missing`, which names it.
    ///
    /// # Why
    ///
    /// A price list that lacks a column looks complete.
    ///
    /// # Example
    ///
    /// ```markdown
    /// | Ward | Hours |          (en.md)
    /// | - | - |
    /// | Maternity | 8–20 |
    /// ```
    ///
    /// ```markdown
    /// | القسم |                 (ar.md)
    /// | - |
    /// | الولادة |
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// | القسم | المواعيد |
    /// | - | - |
    /// | الولادة | 8–20 |
    /// ```
    pub(crate) static RULE = ("article/table-mismatch", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let (theirs, ours) = (tables(look.source), tables(look.target));
    for (source, target) in pairs(look) {
        let (Some(theirs), Some(ours)) = (theirs.get(&source), ours.get(&target)) else { continue };
        if theirs.columns == ours.columns {
            continue;
        }
        let message = Phrase::new("article-table-mismatch").with("target", ours.columns).with("source", theirs.columns);
        let unit = super::block_unit(&look.article.key, "table", look.source, source);
        sink.report(look.target.place(ours.span), unit, message)
            .related(look.source.place(theirs.span))
            .help(Phrase::new("article-table-mismatch.help"));
    }
}

/// A table's place and shape.
struct Table {
    span: Span,
    columns: usize,
}

/// The tables of a document, by their blocks.
fn tables(document: &Document) -> BTreeMap<u32, Table> {
    let mut tables: BTreeMap<u32, Table> = BTreeMap::new();
    for segment in &document.segments {
        let Some(column) = column(segment) else { continue };
        let table = tables.entry(segment.block).or_insert(Table { span: segment.span, columns: 0 });
        table.span = table.span.join(segment.span);
        table.columns = table.columns.max(usize::from(column) + 1);
    }
    tables
}

fn column(segment: &Segment) -> Option<u16> {
    match segment.kind {
        SegmentKind::TableCell { column, .. } => Some(column),
        _ => None,
    }
}

/// For each table of the source the block of the table that most of its cells are aligned with.
fn pairs(look: &PairLook<'_>) -> Vec<(u32, u32)> {
    let mut votes: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for group in &look.alignment.groups {
        let cell = |document: &Document, at: Option<&u32>| {
            let segment = document.segments.get(*at? as usize)?;
            column(segment).map(|_| segment.block)
        };
        let pair = (cell(look.source, group.source.first()), cell(look.target, group.target.first()));
        if let (Some(source), Some(target)) = pair {
            *votes.entry((source, target)).or_default() += 1;
        }
    }
    let mut best: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
    for ((source, target), count) in votes {
        let entry = best.entry(source).or_insert((0, target));
        if count > entry.0 {
            *entry = (count, target);
        }
    }
    best.into_iter().map(|(source, (_, target))| (source, target)).collect()
}

/// The columns that only one of two tables has: their cells are not missing by themselves.
pub(super) struct OddColumns {
    pairs: Vec<(u32, u32)>,
    source: BTreeMap<u32, Table>,
    target: BTreeMap<u32, Table>,
}

impl OddColumns {
    pub(super) fn of(look: &PairLook<'_>) -> Self {
        Self { pairs: pairs(look), source: tables(look.source), target: tables(look.target) }
    }

    pub(super) fn hold(&self, cell: &Segment, of_source: bool) -> bool {
        let Some(column) = column(cell) else { return false };
        let own = |pair: &&(u32, u32)| if of_source { pair.0 } else { pair.1 } == cell.block;
        let other = self
            .pairs
            .iter()
            .find(own)
            .and_then(|(source, target)| if of_source { self.target.get(target) } else { self.source.get(source) });
        other.is_some_and(|other| usize::from(column) >= other.columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::article::pairs::{findings, places};

    const EN: &str = "| Ward | Hours |\n| - | - |\n| Surgery | 8–20 |\n| Maternity | 9–19 |\n";

    #[test]
    fn a_table_without_a_column_is_seen() {
        let ar = "| القسم |\n| - |\n| الجراحة |\n| الولادة |\n";
        let found = findings(&RULE, EN, ar);
        let places = places(&found, EN, ar);
        assert_eq!(places.len(), 1);
        assert!(places[0].0.trim_start().starts_with("القسم") && places[0].1.ends_with("9–19"), "{places:?}");
    }

    #[test]
    fn rows_are_another_rule_s_finding() {
        let ar = "| القسم | المواعيد |\n| - | - |\n| الجراحة | 8–20 |\n";
        assert_eq!(findings(&RULE, EN, ar), []);
        assert_eq!(findings(&super::super::segment_missing::RULE, EN, ar).len(), 1);
        let narrow = "| القسم |\n| - |\n| الجراحة |\n| الولادة |\n";
        assert_eq!(findings(&super::super::segment_missing::RULE, EN, narrow), [], "the column is one finding");
    }
}
