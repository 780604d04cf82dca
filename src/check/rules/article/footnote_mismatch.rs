use crate::article::Document;
use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds references to footnotes that the translation lacks, or has in addition. Footnotes may have other labels
    /// in the translation. A footnote's text that is missing is `article/segment-missing`.
    ///
    /// # Why
    ///
    /// The source of a claim stands in the footnote; without the reference it belongs to nothing.
    ///
    /// # Example
    ///
    /// ```markdown
    /// It is rare.[^1]     (en.md)
    /// وهو نادر.            (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// وهو نادر.[^1]
    /// ```
    pub(crate) static RULE = ("article/footnote-mismatch", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    let (theirs, ours) = (&look.source.footnote_references, &look.target.footnote_references);
    let (lacking, added) = (lone(theirs, ours), lone(ours, theirs));
    // Labels that only one side has are other names for the same footnotes.
    let renamed = lacking.len().min(added.len());
    for (label, span) in &lacking[renamed..] {
        let Some(at) = counterpart(look, *span) else { continue };
        // The reference is there, and its footnote is not.
        let written = format!("[^{label}]");
        let text = &look.target.text;
        if text.match_indices(&written).any(|(at, _)| !text[at + written.len()..].starts_with(':')) {
            continue;
        }
        let message = Phrase::new("article-footnote-mismatch").with("label", label.as_str());
        let place = look.target.place(at);
        sink.report(place, unit(look, label), message)
            .related(look.source.place(*span))
            .help(Phrase::new("article-footnote-mismatch.help"));
    }
    for (label, span) in &added[renamed..] {
        let message = Phrase::new("article-footnote-mismatch.extra").with("label", label.as_str());
        sink.report(look.target.place(*span), unit(look, label), message)
            .help(Phrase::new("article-footnote-mismatch.help-extra"));
    }
}

/// The references of one side that the other has less often, repeats counted.
fn lone<'a>(own: &'a [(String, Span)], other: &[(String, Span)]) -> Vec<&'a (String, Span)> {
    let count = |list: &[(String, Span)], label: &str| list.iter().filter(|it| it.0 == label).count();
    let is_lone =
        |(at, reference): &(usize, &'a (String, Span))| count(&own[..=*at], &reference.0) > count(other, &reference.0);
    own.iter().enumerate().filter(is_lone).map(|it| it.1).collect()
}

/// The segment that belongs to the one with the reference; `None` where it is missing as a whole.
fn counterpart(look: &PairLook<'_>, span: Span) -> Option<Span> {
    let holds =
        |document: &Document, at: u32| document.segments.get(at as usize).is_some_and(|it| it.span.contains(span));
    let group = look.alignment.groups.iter().find(|it| it.source.iter().any(|at| holds(look.source, *at)))?;
    Some(look.target.segments.get(*group.target.first()? as usize)?.span)
}

fn unit(look: &PairLook<'_>, label: &str) -> Unit {
    Unit::Part(look.article.key.clone(), format!("footnote:{label}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::article::pairs::{findings, places};

    const EN: &str = "It is rare.[^1]\n\nIt can be cured.[^2]\n\n[^1]: One in a thousand.\n\n[^2]: In most cases.\n";

    #[test]
    fn a_reference_that_was_dropped_is_missing() {
        let ar = "وهو نادر.\n\nويمكن علاجه.[^2]\n\n[^1]: واحد في الألف.\n\n[^2]: في معظم الحالات.\n";
        assert_eq!(places(&findings(&RULE, EN, ar), EN, ar), [("وهو نادر.", "[^1]")]);
    }

    #[test]
    fn a_reference_that_was_added_is_extra() {
        let ar = "وهو نادر.[^1]\n\nويمكن علاجه.[^2][^1]\n\n[^1]: واحد في الألف.\n\n[^2]: في معظم الحالات.\n";
        assert_eq!(places(&findings(&RULE, EN, ar), EN, ar), [("[^1]", "")]);
    }

    #[test]
    fn other_labels_and_another_order_are_no_fault() {
        let ar = "وهو نادر.[^أ]\n\nويمكن علاجه.[^ب]\n\n[^أ]: واحد في الألف.\n\n[^ب]: في معظم الحالات.\n";
        assert_eq!(findings(&RULE, EN, ar), []);
    }
}
