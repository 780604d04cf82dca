use std::collections::BTreeSet;

use super::elements::{Compared, EMPHASIS, Element, emphasizes};
use super::markup::{Kind, Marked, Misnested, Tag, keep_markup, may_hold_tags, misnested, tags};
use super::{Shared, each_shared_part, unit};
use crate::check::Sink;
use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::message::{CatalogView, FileView, Joined, Pattern, Use, matching, walk, ways};
use crate::phrase::Phrase;
use crate::source::{Place, Span};

declare_rule! {
    /// # What it does
    ///
    /// Compares the HTML tags of a value or attribute with the source's: each element with its attributes, as often, in
    /// any order. Every way through the selects of the translation must have the tags of some matching way through the
    /// source, and every way through the source must be matched. It also reports tags that the translation leaves open,
    /// closes without having opened them, or lets cross each other.
    ///
    /// Texts that are translated (`title`, `alt`, `placeholder`, `aria-label`) are compared by the attribute's name alone, `lang`
    /// and `dir` not at all, addresses without the language that they name. A translation may add `<bdi>`,
    /// or an element that only sets the language or direction. It may emphasize by another element (`<b>` for `<em>`), more
    /// or less often, where the source has elements, and go without italics. `a < b` is no tag, and neither is `<FILE>`, which nothing closes.
    ///
    /// # Why
    ///
    /// A link leads nowhere, a button does nothing, or the rest of the page turns bold. Programs that put elements into
    /// a message (`data-l10n-name`) drop those that they do not know.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// terms = Read the <a href="/terms">terms of use</a>.
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// terms = اقرأ <a href="/term">شروط الاستخدام.
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// terms = اقرأ <a href="/terms">شروط الاستخدام</a>.
    /// ```
    pub(crate) static MARKUP_MISMATCH = ("message/markup-mismatch", Error, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    // Most catalogs have no tag at all, which their texts tell at once.
    let may_hold = |catalog: &CatalogView<'_>| {
        let holds = |text: &str| text.contains('<') || text.contains("\\u003") || text.contains("\\U00003");
        catalog.files().iter().any(|file| holds(file.text))
    };
    if !may_hold(look.source) && !may_hold(look.target) {
        return;
    }
    let tags = [look.project.source().tag(), look.locale.tag()];
    let mut values = look.source.definitions().filter_map(|entry| entry.value.as_ref());
    let is_html = values.any(|value| may_hold_tags(value) && holds_closed_tag(value));
    for shared in each_shared_part(look) {
        let (source, target) = (shared.source_part.pattern, shared.target_part.pattern);
        if !may_hold_tags(source) && !may_hold_tags(target) {
            continue;
        }
        if refers_to_tags(look.source, source) || refers_to_tags(look.target, target) {
            continue;
        }
        let files = [look.source.file(shared.source_entry), look.target.file(shared.target_entry)];
        let (Some(source), Some(target)) = (ways(source), ways(target)) else { continue };
        let mut source: Vec<_> = source.into_iter().map(|way| Marked::new(way, files[0])).collect();
        let mut target: Vec<_> = target.into_iter().map(|way| Marked::new(way, files[1])).collect();
        keep_markup(source.iter_mut().chain(&mut target));
        let in_html = is_html && shared.target_part.attribute.is_none();
        let report = Reporter { shared: &shared, files, compared: Compared { locales: &tags }, in_html };
        let misnested = report.nesting(&source, &target, sink);
        report.differences(&source, &target, misnested, sink);
    }
}

/// Whether a text holds an end tag: a message in a language of elements, not one with a `<`.
fn holds_closed_tag(pattern: &Pattern<'_>) -> bool {
    let mut found = false;
    walk(pattern, &mut |used| {
        if let Use::Text(text) = used {
            found = found || tags(text).iter().any(|tag| tag.kind == Kind::End);
        }
    });
    found
}

/// Whether what a pattern refers to may hold tags: they are then not this pattern's alone.
fn refers_to_tags(catalog: &CatalogView<'_>, pattern: &Pattern<'_>) -> bool {
    let mut found = false;
    walk(pattern, &mut |used| {
        let part = |id: &str, attribute: Option<&str>| {
            catalog.get(id).and_then(|entry| entry.part(attribute)).is_some_and(|part| may_hold_tags(part.pattern))
        };
        found = found
            || match used {
                Use::Message { id, attribute } => part(id, attribute),
                Use::Term { id, .. } => part(&format!("-{id}"), None),
                _ => false,
            };
    });
    found
}

/// What one way lacks and has beyond another.
#[derive(Default)]
struct Difference<'m> {
    missing: Vec<(&'m Joined, &'m Tag)>,
    extra: Vec<&'m Tag>,
}

/// Tags already reported in a part: several variants mostly repeat one fault.
#[derive(Default)]
struct Said {
    missing: BTreeSet<String>,
    extra: BTreeSet<String>,
    /// Where a tag was reported for its nesting.
    misnested: Option<Span>,
}

impl Said {
    /// Whether this is the first time.
    fn missing(&mut self, tag: &str) -> bool {
        self.missing.insert(tag.to_owned())
    }

    /// Whether this is the first time.
    fn extra(&mut self, tag: &str) -> bool {
        self.extra.insert(tag.to_owned())
    }
}

struct Reporter<'r, 'e, 'a> {
    shared: &'r Shared<'e, 'a>,
    /// Of the source, of the target.
    files: [&'r FileView<'a>; 2],
    compared: Compared<'r>,
    /// Whether elements are at home here: in values of a source that has some.
    in_html: bool,
}

impl Reporter<'_, '_, '_> {
    /// Reports the first tag that does not fit those around it; returns where it stands.
    fn nesting(&self, source: &[Marked<'_, '_>], target: &[Marked<'_, '_>], sink: &mut Sink<'_>) -> Option<Span> {
        // A text in pieces: one message opens the element, another closes it.
        if source.iter().any(|way| misnested(&way.tags).is_some()) {
            return None;
        }
        let (way, fault) = target.iter().find_map(|way| Some((way, misnested(&way.tags)?)))?;
        let (id, at, open) = match fault {
            Misnested::Open(at) => ("message-markup-mismatch-open", at, None),
            Misnested::Stray(at) => ("message-markup-mismatch-stray", at, None),
            Misnested::Crossing(at, open) => ("message-markup-mismatch-crossing", at, way.tags.get(open)),
        };
        let tag = way.tags.get(at)?;
        let mut message = Phrase::new(id).with("tag", tag.written(&way.joined.text));
        if let Some(open) = open {
            message = message.with("open", open.written(&way.joined.text));
        }
        let related = self.files[0].pattern_span(self.shared.source_part.pattern);
        let span = way.joined.span(tag.range.clone());
        self.report(span, message, related, sink);
        Some(span)
    }

    fn differences(
        &self,
        source: &[Marked<'_, '_>],
        target: &[Marked<'_, '_>],
        misnested: Option<Span>,
        sink: &mut Sink<'_>,
    ) {
        let mut said = Said { misnested, ..Said::default() };
        for way in target {
            let ways = matching(source, &way.way.path).into_iter();
            let least = ways.map(|own| self.difference(own, way)).min_by_key(Difference::len).unwrap_or_default();
            self.report_difference(least, Some(way), &mut said, sink);
        }
        for way in source {
            let differences = target.iter().map(|own| self.difference(way, own));
            let mut least = differences.min_by_key(|own| own.missing.len()).unwrap_or_default();
            least.extra.clear();
            self.report_difference(least, None, &mut said, sink);
        }
    }

    fn difference<'m>(&self, source: &'m Marked<'_, '_>, target: &'m Marked<'_, '_>) -> Difference<'m> {
        let mut extra: Vec<_> = elements(&target.tags).map(|tag| (tag, self.compared.element(tag))).collect();
        let mut missing = Vec::new();
        for tag in elements(&source.tags) {
            let element = self.compared.element(tag);
            match extra.iter().position(|(_, own)| *own == element) {
                Some(at) => drop(extra.remove(at)),
                None => missing.push((&source.joined, tag)),
            }
        }
        // "No files" need not set a number that it leaves out in bold.
        let omits = !target.way.path.omissible.is_empty();
        let has = |tags: &[Tag], name: &str| elements(tags).any(|tag| self.compared.element(tag).name == name);
        let around_number = |joined: &Joined, tag: &Tag| {
            let inner = joined.text.get(tag.range.end..).unwrap_or_default();
            let inner = inner.split('<').next().unwrap_or_default().trim();
            target.way.path.omissible.iter().any(|name| inner == format!("{{${name}}}"))
        };
        missing.retain(|(joined, tag)| {
            if omits && around_number(joined, tag) {
                return false;
            }
            let is_italic = matches!(tag.name.as_str(), "i" | "em" | "cite");
            let is_plain = tag.attributes.is_empty();
            !(is_plain && (omits || is_italic || (emphasizes(tag) && has(&target.tags, EMPHASIS))))
        });
        let only_directs = |tag: &Tag, own: &Element<'_>| own.attributes.is_empty() && !tag.attributes.is_empty();
        extra.retain(|(tag, own)| {
            let is_welcome = emphasizes(tag) && (self.in_html || !source.tags.is_empty());
            !matches!(own.name, "bdi" | "wbr") && !only_directs(tag, own) && !is_welcome
        });
        Difference { missing, extra: extra.into_iter().map(|(tag, _)| tag).collect() }
    }

    /// Reports each difference once; one tag instead of another of its name is one fault.
    fn report_difference(
        &self,
        difference: Difference<'_>,
        way: Option<&Marked<'_, '_>>,
        said: &mut Said,
        sink: &mut Sink<'_>,
    ) {
        let whole = self.files[1].pattern_span(self.shared.target_part.pattern);
        let mut extra = difference.extra;
        for (joined, tag) in difference.missing {
            let (written, related) = (tag.written(&joined.text), joined.span(tag.range.clone()));
            let instead = extra.iter().position(|own| own.name == tag.name).map(|at| extra.remove(at));
            if !said.missing(&written) {
                continue;
            }
            if let (Some(own), Some(way)) = (instead, way) {
                let message = Phrase::new("message-markup-mismatch-changed");
                let message = message.with("tag", own.written(&way.joined.text)).with("source", written);
                self.report(way.joined.span(own.range.clone()), message, related, sink);
                continue;
            }
            let key = way.and_then(|way| way.way.path.key);
            let span = key.map_or(whole, |key| self.files[1].span_of(key));
            self.report(span, Phrase::new("message-markup-mismatch-missing").with("tag", written), related, sink);
        }
        let source = self.files[0].pattern_span(self.shared.source_part.pattern);
        for (tag, way) in extra.into_iter().filter_map(|tag| Some((tag, way?))) {
            let written = tag.written(&way.joined.text);
            let span = way.joined.span(tag.range.clone());
            if said.misnested != Some(span) && said.extra(&written) {
                let message = Phrase::new("message-markup-mismatch-extra").with("tag", written);
                self.report(span, message, source, sink);
            }
        }
    }

    fn report(&self, span: Span, message: Phrase, related: Span, sink: &mut Sink<'_>) {
        let (entry, part) = (self.shared.target_entry, &self.shared.target_part);
        let message = message.with("id", entry.name_of(part));
        let related: Place = self.files[0].place(related);
        sink.report(self.files[1].place(span), unit(entry, part), message).related(related);
    }
}

impl Difference<'_> {
    fn len(&self) -> usize {
        self.missing.len() + self.extra.len()
    }
}

fn elements(tags: &[Tag]) -> impl Iterator<Item = &Tag> {
    tags.iter().filter(|tag| tag.kind != Kind::End)
}

#[cfg(test)]
mod tests;
