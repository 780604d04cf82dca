use super::lone::{Run, Side, runs};
use crate::article::{Aligned, Document};
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
    for run in runs(look, Side::Source) {
        report(look, &run, sink);
    }
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

fn report(look: &PairLook<'_>, run: &Run<'_>, sink: &mut Sink<'_>) {
    let segment = run.first;
    let message = Phrase::new("article-segment-missing")
        .with("kind", super::kind_name(segment.kind))
        .with("count", run.count)
        .with("locale", look.locale.tag())
        .with("text", super::quote(look.source.plain(segment)));
    let unit = super::segment_unit(&look.article.key, look.source, segment);
    let at = insertion_point(look.target, run.before, run.after);
    let finding = sink.report(look.target.place(at), unit, message);
    finding.related(look.source.place(segment.span)).help(Phrase::new("article-segment-missing.help"));
}
