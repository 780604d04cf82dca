use crate::article::{Aligned, Segment};
use crate::check::Unit;
use crate::check::rule::{PairLook, Recorded, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::records::Change;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds translations whose source has changed in meaning since the translation was recorded in `mizan.lock`, and
    /// names each segment and field that changed. Changes of markup alone are `article/cosmetic`; a new segment that the
    /// translation lacks is `article/segment-missing`.
    ///
    /// # Why
    ///
    /// The English says that visits end at eight, the Arabic still says nine. Nothing on the page shows it.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Visits end at eight in the evening.      (en.md: it was nine when the translation was recorded)
    /// ```
    ///
    /// ```markdown
    /// تنتهي الزيارات في التاسعة مساءً.          (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// Bring the translation up to date (`mizan diff` shows what the source said before), then record it:
    /// `mizan accept articles/visiting-hours/ar.md`.
    pub(crate) static RULE = ("article/stale", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let Recorded::Record(record, _) = &look.recorded else { return };
    // One look at the whole file, and only where something changed.
    let mut is_edited = None;
    for change in look.recorded.changes() {
        let Some((message, unit, at, source)) = describe(look, change) else { continue };
        let finding = sink.report(look.target.place(at), unit, message);
        if let Some(source) = source {
            finding.related(look.source.place(source));
        }
        let edited = *is_edited.get_or_insert_with(|| crate::fingerprint::blob_id(&look.target.text) != record.target);
        let help = if edited { "article-stale.help-edited" } else { "article-stale.help" };
        finding.help(Phrase::new(help).with("path", &*look.target.path));
    }
}

/// What to say of a change, what it is about, where the translation says it, and where the source does.
fn describe(look: &PairLook<'_>, change: &Change) -> Option<(Phrase, Unit, Span, Option<Span>)> {
    let key = &look.article.key;
    match change {
        Change::Cosmetic(..) => None,
        Change::Field(name) => {
            let unit = Unit::Part(key.clone(), name.clone());
            let at = look.target.front.get(name).map_or(look.target.front.span, |field| field.value_span);
            let source = look.source.front.get(name).map(|field| field.value_span);
            Some((Phrase::new("article-stale-field").with("field", name.as_str()), unit, at, source))
        }
        Change::Removed(old, next) => {
            let at = position(look, *next)?;
            let (before, after) = look.alignment.groups.split_at(at);
            let extra =
                before.iter().rev().take_while(|group| group.source.is_empty()).last().or_else(|| after.first());
            let extra = extra.filter(|group| group.source.is_empty()).and_then(|group| target_span(look, group));
            let at = extra.unwrap_or_else(|| super::segment_missing::insertion_point(look.target, before, after));
            let unit = Unit::Part(key.clone(), format!("removed-{old}"));
            Some((Phrase::new("article-stale-removed"), unit, at, None))
        }
        Change::Changed(index, _) | Change::Added(index) => {
            let segment = look.source.segments.get(*index)?;
            let at = position(look, *index)?;
            let group = look.alignment.groups.get(at)?;
            let is_new = matches!(change, Change::Added(_));
            if is_new && super::lone::missing(look, group).is_some() {
                return None;
            }
            let span = target_span(look, group).unwrap_or_else(|| {
                let (before, after) = look.alignment.groups.split_at(at);
                super::segment_missing::insertion_point(look.target, before, after)
            });
            let id = if is_new { "article-stale-added" } else { "article-stale" };
            let message =
                Phrase::new(id).with("kind", super::kind_name(segment.kind)).with("text", text(look, segment));
            Some((message, super::segment_unit(key, look.source, segment), span, Some(segment.span)))
        }
    }
}

fn text(look: &PairLook<'_>, segment: &Segment) -> String {
    let plain = look.source.plain(segment);
    super::quote(if plain.trim().is_empty() { segment.span.slice(&look.source.text) } else { plain })
}

/// The group that holds the source segment `index`; past the last one, the end.
fn position(look: &PairLook<'_>, index: usize) -> Option<usize> {
    let groups = &look.alignment.groups;
    let found = groups.iter().position(|group| group.source.iter().any(|own| *own as usize == index));
    found.or_else(|| (index >= look.source.segments.len()).then_some(groups.len()))
}

fn target_span(look: &PairLook<'_>, group: &Aligned) -> Option<Span> {
    let spans = group.target.iter().filter_map(|at| Some(look.target.segments.get(*at as usize)?.span));
    spans.reduce(Span::join)
}
