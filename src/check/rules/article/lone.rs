//! Segments that stand in one version only, in runs that make one finding each.

use std::cell::OnceCell;
use std::mem::discriminant;

use super::table_mismatch::OddColumns;
use crate::article::{Aligned, Document, Segment, SegmentKind};
use crate::check::PairLook;

/// Which version the segments stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Source,
    Target,
}

/// Neighbouring segments of one kind and one block that only one version has.
pub(super) struct Run<'a> {
    pub(super) first: &'a Segment,
    pub(super) count: usize,
    /// The alignment's groups before and after them.
    pub(super) before: &'a [Aligned],
    pub(super) after: &'a [Aligned],
}

/// The runs of `side` in the order of the alignment.
pub(super) fn runs<'a>(look: &PairLook<'a>, side: Side) -> Vec<Run<'a>> {
    let groups = &look.alignment.groups;
    let odd = OnceCell::new();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        // Of a list of which nobody can say which item is the lone one, `article/list-mismatch` speaks.
        let is_sure = |at: usize| look.alignment.doubtful.binary_search(&at).is_err();
        let Some(first) = lone(look, &groups[at], side, &odd).filter(|_| is_sure(at)) else {
            at += 1;
            continue;
        };
        let like_first = |other: &usize| {
            lone(look, &groups[*other], side, &odd)
                .filter(|_| is_sure(*other))
                .is_some_and(|it| it.block == first.block && discriminant(&it.kind) == discriminant(&first.kind))
        };
        let count = (at..groups.len()).take_while(like_first).count();
        runs.push(Run { first, count, before: &groups[..at], after: &groups[at + count..] });
        at += count;
    }
    runs
}

/// The segment of `side` in this group, where the other version has nothing for it.
fn lone<'a>(look: &PairLook<'a>, group: &Aligned, side: Side, odd: &OnceCell<OddColumns>) -> Option<&'a Segment> {
    let ((own, ours), (other, theirs)) = match side {
        Side::Source => ((look.source, &group.source), (look.target, &group.target)),
        Side::Target => ((look.target, &group.target), (look.source, &group.source)),
    };
    let segment = own.segments.get(*ours.first()? as usize)?;
    let is_blank = || is_left_blank(other, theirs) || is_unwritten(other, group);
    let alone = theirs.is_empty() || side == Side::Source && is_blank();
    let in_odd_column = |segment: &Segment| {
        matches!(segment.kind, SegmentKind::TableCell { .. })
            && odd.get_or_init(|| OddColumns::of(look)).hold(segment, side == Side::Source)
    };
    (alone && says_something(look, own, segment, side) && !in_odd_column(segment)).then_some(segment)
}

/// The segment of the source in this group that the translation has nothing for.
pub(super) fn missing<'a>(look: &PairLook<'a>, group: &Aligned) -> Option<&'a Segment> {
    lone(look, group, Side::Source, &OnceCell::new())
}

/// Whether the target has nothing here, or only what `mizan new` left to be filled in.
pub(crate) fn is_unwritten(target: &Document, group: &Aligned) -> bool {
    let mut segments = group.target.iter().filter_map(|at| target.segments.get(*at as usize));
    segments.all(|segment| target.plain(segment).trim().is_empty() && segment.span.slice(&target.text).contains("<!--"))
}

/// A table's cell that was kept and has nothing in it.
fn is_left_blank(document: &Document, segments: &[u32]) -> bool {
    let mut segments = segments.iter().filter_map(|at| document.segments.get(*at as usize));
    segments.all(|segment| {
        let others = segment.links.len() + segment.images.len() + segment.codes.len();
        matches!(segment.kind, SegmentKind::TableCell { .. }) && segment.plain.is_empty() && others == 0
    })
}

fn says_something(look: &PairLook<'_>, document: &Document, segment: &Segment, side: Side) -> bool {
    match segment.kind {
        SegmentKind::Paragraph
        | SegmentKind::ListItem(_)
        | SegmentKind::TableCell { .. }
        | SegmentKind::Footnote
        | SegmentKind::Html => document.plain(segment).chars().any(char::is_alphanumeric),
        // Of the source these are other rules' findings.
        SegmentKind::CodeBlock => side == Side::Target,
        SegmentKind::Figure => {
            let is_shown =
                |it: &crate::article::Image| look.source.images.iter().any(|other| other.destination == it.destination);
            side == Side::Target && !document.images(segment).iter().all(is_shown)
        }
        SegmentKind::Heading(_) | SegmentKind::Rule => false,
    }
}
