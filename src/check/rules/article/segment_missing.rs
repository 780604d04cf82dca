use crate::article::{Aligned, Document, Segment, SegmentKind};
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds paragraphs, list items, table cells and footnotes of the source that have no counterpart in the
    /// translation. Segments are aligned by their structure and by what survives translation (numbers, links, code,
    /// lengths), not by position, so merged, split and moved ones are not reported.
    ///
    /// # Why
    ///
    /// A paragraph that goes missing is the commonest fault of a translation, and the hardest to see: the page looks
    /// complete.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Visits are free.                 (en.md)
    ///
    /// Children need a grown-up with them.
    /// ```
    ///
    /// ```markdown
    /// الزيارات مجانية.                  (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// الزيارات مجانية.
    ///
    /// يجب أن يرافق الأطفالَ شخصٌ بالغ.
    /// ```
    pub(crate) static RULE = ("article/segment-missing", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    let groups = &look.alignment.groups;
    let mut at = 0;
    while at < groups.len() {
        let run = run_of_missing(look, &groups[at..]);
        if let Some(first) = groups[at..at + run].first() {
            report(look, first, run, insertion_point(look.target, &groups[..at], &groups[at + run..]), sink);
        }
        at += run.max(1);
    }
}

pub(super) fn missing<'a>(source: &'a Document, target: &Document, group: &Aligned) -> Option<&'a Segment> {
    let segment = source.segments.get(*group.source.first()? as usize)?;
    let prose = matches!(
        segment.kind,
        SegmentKind::Paragraph
            | SegmentKind::ListItem(_)
            | SegmentKind::TableCell { .. }
            | SegmentKind::Footnote
            | SegmentKind::Html
    );
    (is_unwritten(target, group) && prose && has_words(source, segment)).then_some(segment)
}

fn has_words(document: &Document, segment: &Segment) -> bool {
    document.plain(segment).chars().any(char::is_alphanumeric)
}

/// Whether nothing is there, or only what `mizan new` left to be filled in.
pub(crate) fn is_unwritten(target: &Document, group: &Aligned) -> bool {
    let segments = group.target.iter().filter_map(|at| target.segments.get(*at as usize));
    segments.into_iter().all(|segment| {
        let is_left_open = || segment.span.slice(&target.text).contains("<!--");
        target.plain(segment).trim().is_empty() && is_left_open()
    })
}

/// How many groups from the start are missing and of one kind in one block: they are one finding.
fn run_of_missing(look: &PairLook<'_>, groups: &[Aligned]) -> usize {
    let Some(first) = groups.first().and_then(|group| missing(look.source, look.target, group)) else { return 0 };
    let like_first = |group: &&Aligned| {
        missing(look.source, look.target, group).is_some_and(|segment| {
            segment.block == first.block && std::mem::discriminant(&segment.kind) == std::mem::discriminant(&first.kind)
        })
    };
    groups.iter().take_while(like_first).count()
}

/// Where the translation should stand: after what precedes it, else before what follows it.
pub(super) fn insertion_point(target: &Document, before: &[Aligned], after: &[Aligned]) -> Span {
    let last = before.iter().rev().find_map(|group| group.target.last());
    let next = after.iter().find_map(|group| group.target.first());
    let at = |index: &u32| target.segments.get(*index as usize).map(|segment| segment.span);
    match (last.and_then(at), next.and_then(at)) {
        (Some(span), _) => Span { start: span.end, end: span.end },
        (None, Some(span)) => Span { start: span.start, end: span.start },
        (None, None) => Span { start: target.body.start, end: target.body.start },
    }
}

fn report(look: &PairLook<'_>, first: &Aligned, count: usize, at: Span, sink: &mut Sink<'_>) {
    let Some(segment) = missing(look.source, look.target, first) else { return };
    let message = Phrase::new("article-segment-missing")
        .with("kind", super::kind_name(segment.kind))
        .with("count", count)
        .with("locale", look.locale.tag())
        .with("text", super::quote(look.source.plain(segment)));
    let unit = super::segment_unit(&look.article.key, look.source, segment);
    let finding = sink.report(look.target.place(at), unit, message);
    finding.related(look.source.place(segment.span)).help(Phrase::new("article-segment-missing.help"));
}
