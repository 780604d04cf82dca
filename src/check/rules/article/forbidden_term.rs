use crate::article::is_prose;
use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::glossary::{Entry, Glossary};
use crate::source::Span;

use super::terms::{self, Text};

declare_rule! {
    /// # What it does
    ///
    /// Finds wordings that `glossary.toml` rules out: in segments and translated fields whose source has the term. What
    /// is forbidden in an entry without a `source` is forbidden everywhere. Words are found in all their forms, as by
    /// article/glossary.
    ///
    /// # Why
    ///
    /// Some words were in use once, or come to mind first, and are wrong: an old name of a department, a calque, a word
    /// that hurts.
    ///
    /// # Example
    ///
    /// ```markdown
    /// العلاج بالجينات جديد.
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// العلاج الجيني جديد.
    /// ```
    pub(crate) static RULE = ("article/forbidden-term", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let Some((glossary, target)) = terms::glossary(look) else { return };
    let has_any = |entry: &Entry| entry.forbidden.get(target).is_some_and(|list| !list.is_empty());
    if !glossary.entries().iter().any(has_any) {
        return;
    }
    let fields = terms::field_texts(look);
    for found in terms::occurrences(look, glossary, &fields, &has_any) {
        for text in &found.texts {
            let related = Some(found.span);
            report(look, glossary, target, found.entry, text, (found.place, related, &found.part), sink);
        }
    }
    for entry in glossary.entries().iter().filter(|entry| !entry.has_source && has_any(entry)) {
        for segment in look.target.segments.iter().filter(|segment| is_prose(segment.kind)) {
            let text = Text { text: look.target.plain(segment), start: Some(segment.plain.start) };
            let part = blake3::hash(text.text.as_bytes()).to_hex()[..12].to_owned();
            report(look, glossary, target, entry, &text, (segment.span, None, &part), sink);
        }
        for (name, text) in &fields {
            let Some(field) = look.target.front.get(name) else { continue };
            let part = format!("field:{name}");
            report(look, glossary, target, entry, &Text { text, start: None }, (field.value_span, None, &part), sink);
        }
    }
}

/// Reports what is forbidden in one text, unless it is part of an approved wording.
fn report(
    look: &PairLook<'_>,
    glossary: &Glossary,
    target: usize,
    entry: &Entry,
    text: &Text<'_>,
    (place, related, part): (Span, Option<Span>, &str),
    sink: &mut Sink<'_>,
) {
    let words = glossary.words(target, text.text);
    let list = |of: &'_ [Vec<_>]| of.get(target).cloned().unwrap_or_default();
    let approved = list(&entry.approved);
    for wording in list(&entry.forbidden) {
        let Some(range) = wording.term.find(&words) else { continue };
        let is_part = |range: &std::ops::Range<usize>, of: &std::ops::Range<usize>| {
            of.start <= range.start && range.end <= of.end && of.len() > range.len()
        };
        let within = approved.iter().filter_map(|wording| wording.term.find(&words));
        if within.into_iter().any(|other| is_part(&range, &other)) {
            continue;
        }
        let written = text.text.get(range.clone()).unwrap_or_default();
        let id = if entry.has_source { "article-forbidden-term" } else { "article-forbidden-term.anywhere" };
        let message = Phrase::new(id).with("text", super::quote(written)).with("term", entry.label.as_str());
        let unit = Unit::Part(look.article.key.clone(), format!("{part}:forbidden:{}", wording.text));
        let span = text.start.map_or(place, |start| {
            let start = start as usize;
            look.target.source_span(Span::new(start + range.start, start + range.end))
        });
        let finding = sink.report(look.target.place(span), unit, message);
        finding.related = related.map(|span| look.source.place(span));
        match approved.first() {
            Some(instead) => finding.help(Phrase::new("article-forbidden-term.help").with("approved", &*instead.text)),
            None => finding.help(Phrase::new("article-forbidden-term.help-none").with("path", glossary.path())),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::{GLOSSARY, findings};

    fn found(source: &str, target: &str) -> Vec<String> {
        findings(&super::RULE, &[("glossary.toml", GLOSSARY), ("a/en.md", source), ("a/ar.md", target)])
    }

    #[test]
    fn the_wording_itself_is_marked() {
        let target = "تلقى المريض **بالعلاج بالجينات** هنا.\n";
        assert_eq!(found("He got *gene therapy* here.\n", target), ["a/ar.md|بالعلاج بالجينات"]);
        assert_eq!(
            found("---\ntitle: Gene therapy\n---\n", "---\ntitle: العلاج بالجينات\n---\n"),
            ["a/ar.md|العلاج بالجينات"]
        );
    }

    #[test]
    fn without_the_term_it_may_stand() {
        assert_eq!(found("He got a treatment with genes.\n", "تلقى العلاج بالجينات.\n"), [] as [&str; 0]);
    }

    #[test]
    fn without_a_source_it_is_forbidden_everywhere() {
        assert_eq!(found("He is at home.\n", "هو في المشفى.\n"), ["a/ar.md|المشفى"]);
        assert_eq!(found("He is at home.\n", "هو في المستشفى.\n"), [] as [&str; 0]);
    }
}
