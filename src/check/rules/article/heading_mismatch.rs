use crate::article::{Document, Segment, SegmentKind};
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds headings that the translation lacks, has in addition, or has at another level.
    ///
    /// # Why
    ///
    /// Headings are the frame of the page: tables of contents, links to a section and screen readers follow them.
    ///
    /// # Example
    ///
    /// ```markdown
    /// ## Prices      (en.md)
    /// ### الأسعار    (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// ## الأسعار
    /// ```
    pub(crate) static RULE = ("article/heading-mismatch", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let mut last = Span { start: look.target.body.start, end: look.target.body.start };
    for group in &look.alignment.groups {
        let source = segment(look.source, &group.source);
        let target = segment(look.target, &group.target);
        match (source.and_then(level), target.and_then(level)) {
            (Some((heading, level)), Some((translation, other))) if level != other => {
                let message = Phrase::new("article-heading-mismatch")
                    .with("source", level.to_string())
                    .with("target", other.to_string());
                report(look, sink, translation.span, Some(heading), message);
            }
            (Some((heading, _)), _) if super::lone::is_unwritten(look.target, group) => {
                let text = super::quote(look.source.plain(heading));
                let message = Phrase::new("article-heading-mismatch.missing").with("text", text);
                report(look, sink, Span { start: last.end, end: last.end }, Some(heading), message);
            }
            (None, Some((translation, _))) if source.is_none() => {
                let text = super::quote(look.target.plain(translation));
                let message = Phrase::new("article-heading-mismatch.extra").with("text", text);
                report(look, sink, translation.span, None, message);
            }
            _ => {}
        }
        last = target.map_or(last, |target| target.span);
    }
}

fn segment<'a>(document: &'a Document, indices: &[u32]) -> Option<&'a Segment> {
    document.segments.get(*indices.first()? as usize)
}

fn level(segment: &Segment) -> Option<(&Segment, u8)> {
    match segment.kind {
        SegmentKind::Heading(level) => Some((segment, level)),
        _ => None,
    }
}

fn report(look: &PairLook<'_>, sink: &mut Sink<'_>, at: Span, source: Option<&Segment>, message: Phrase) {
    let unit = match source {
        Some(heading) => super::segment_unit(&look.article.key, look.source, heading),
        None => crate::check::Unit::Part(look.article.key.clone(), format!("extra:{}", at.slice(&look.target.text))),
    };
    let finding = sink.report(look.target.place(at), unit, message);
    finding.related = source.map(|heading| look.source.place(heading.span));
    finding.help(Phrase::new("article-heading-mismatch.help"));
}
