use std::collections::BTreeSet;

use crate::article::{Aligned, Document, Segment, SegmentKind};
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::check::{Finding, Severity};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds lists that are built otherwise than in the source: numbered instead of bulleted, nested otherwise, or with
    /// more or fewer items where it cannot be told which item is the odd one (else that is
    /// `article/segment-missing` or `article/segment-extra`).
    ///
    /// # Why
    ///
    /// "Step 3" must be the third step in both languages.
    ///
    /// # Example
    ///
    /// ```markdown
    /// 1. Wash your hands.        (en.md)
    /// 2. Ring the bell.
    /// ```
    ///
    /// ```markdown
    /// - اغسل يديك.                (ar.md)
    /// - اقرع الجرس.
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// 1. اغسل يديك.
    /// 2. اقرع الجرس.
    /// ```
    pub(crate) static RULE = ("article/list-mismatch", Info, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    let mut said = BTreeSet::new();
    for at in &look.alignment.doubtful {
        let Some((theirs, ours)) = lists_around(look, *at) else { continue };
        if said.insert((theirs.block, ours.block)) {
            let message = Phrase::new("article-list-mismatch.count");
            let message = message.with("target", ours.items).with("source", theirs.items);
            let finding = report(look, sink, message, &theirs, &ours);
            // Something is missing for certain, as in `article/segment-missing`; only what, is not.
            finding.severity = if ours.items < theirs.items { Severity::Warn } else { finding.severity };
        }
    }
    for (at, group) in look.alignment.groups.iter().enumerate() {
        let Some(id) = difference(look, group) else { continue };
        let Some((theirs, ours)) = lists_around(look, at) else { continue };
        if said.insert((theirs.block, ours.block)) {
            report(look, sink, Phrase::new(id), &theirs, &ours);
        }
    }
}

fn item<'a>(document: &'a Document, segments: &[u32]) -> Option<(&'a Segment, bool)> {
    let segment = document.segments.get(*segments.first()? as usize)?;
    match segment.kind {
        SegmentKind::ListItem(numbered) => Some((segment, numbered)),
        _ => None,
    }
}

/// How two items that belong together are built otherwise.
fn difference(look: &PairLook<'_>, group: &Aligned) -> Option<&'static str> {
    let (source, theirs) = item(look.source, &group.source)?;
    let (target, ours) = item(look.target, &group.target)?;
    if theirs != ours {
        return Some(if theirs { "article-list-mismatch.bulleted" } else { "article-list-mismatch.numbered" });
    }
    (source.depth != target.depth).then_some("article-list-mismatch")
}

/// A list as a whole.
struct List {
    block: u32,
    span: Span,
    items: usize,
}

/// The lists that this group's items stand in: those of the nearest group that has an item on both sides.
fn lists_around(look: &PairLook<'_>, at: usize) -> Option<(List, List)> {
    let groups = &look.alignment.groups;
    let own = groups.get(at)?;
    let (source, target) = (item(look.source, &own.source), item(look.target, &own.target));
    let near = |group: &&Aligned| {
        let (a, b) = (item(look.source, &group.source), item(look.target, &group.target));
        let same = |one: Option<(&Segment, bool)>, other: Option<(&Segment, bool)>| match (one, other) {
            (Some(one), Some(other)) => one.0.block == other.0.block,
            (None, Some(_)) => true,
            _ => false,
        };
        a.is_some() && b.is_some() && same(source, a) && same(target, b)
    };
    let group = groups[..=at].iter().rev().find(near).or_else(|| groups[at..].iter().find(near))?;
    let list = |document: &Document, segment: &Segment| {
        let items = document.segments.iter().filter(|it| it.block == segment.block);
        let items = items.filter(|it| matches!(it.kind, SegmentKind::ListItem(_)));
        let (span, items) = items.fold((segment.span, 0), |(span, count), it| (span.join(it.span), count + 1));
        List { block: segment.block, span, items }
    };
    Some((
        list(look.source, item(look.source, &group.source)?.0),
        list(look.target, item(look.target, &group.target)?.0),
    ))
}

fn report<'a>(
    look: &PairLook<'_>,
    sink: &'a mut Sink<'_>,
    message: Phrase,
    theirs: &List,
    ours: &List,
) -> &'a mut Finding {
    let unit = super::block_unit(&look.article.key, "list", look.source, theirs.block);
    sink.report(look.target.place(ours.span), unit, message)
        .related(look.source.place(theirs.span))
        .help(Phrase::new("article-list-mismatch.help"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::article::pairs::{findings, places};

    const EN: &str = "1. Wash your hands.\n2. Ring the bell.\n3. Wait for the nurse.\n";

    #[test]
    fn numbers_that_became_bullets_are_seen() {
        let ar = "- اغسل يديك.\n- اقرع الجرس.\n- انتظر الممرضة.\n";
        let found = findings(&RULE, EN, ar);
        assert_eq!(places(&found, EN, ar), [(ar.trim_end(), EN.trim_end())]);
        assert_eq!((found[0].message.id, found[0].severity), ("article-list-mismatch.bulleted", Severity::Info));
    }

    #[test]
    fn a_list_with_an_item_less_is_seen_where_no_one_can_say_which() {
        let ar = "1. اغسل يديك.\n2. اقرع الجرس.\n";
        let found = findings(&RULE, EN, ar);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].message.id, found[0].severity), ("article-list-mismatch.count", Severity::Warn));
    }

    #[test]
    fn lists_that_are_alike_are_not() {
        assert_eq!(findings(&RULE, EN, "1. اغسل يديك.\n2. اقرع الجرس.\n3. انتظر الممرضة.\n"), []);
        // The one with the number is missing, for certain: that is another rule's finding.
        let (en, ar) = ("- Room 204\n- Room 305\n- Room 406\n", "- الغرفة 204\n- الغرفة 406\n");
        assert_eq!(findings(&RULE, en, ar), []);
    }
}
