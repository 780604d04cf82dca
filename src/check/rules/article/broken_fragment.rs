use crate::article::Document;
use crate::check::Unit;
use crate::check::rule::{GraphLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::{Destination, OutlineLink};
use crate::source::Span;

use super::fragments::{self, Pages};

declare_rule! {
    /// # What it does
    ///
    /// Finds links to a part of a page, `#prices`, that the page does not have: neither a heading of this id nor an element
    /// with it. The page is looked at in the language that the link leads to. With `[site]`, ids are as `mizan build` makes
    /// them; without it only their letters and digits are compared, and an id in Latin letters of a page with other headings
    /// is reported only where it is left over from another language: some generators transcribe.
    ///
    /// # Why
    ///
    /// The reader lands at the top of the page. Ids are made of headings, so a translation's are its own, and a link that was
    /// copied from the source leads nowhere.
    ///
    /// # Example
    ///
    /// ```markdown
    /// انظر [الأسعار](#prices).
    ///
    /// ## الأسعار
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// انظر [الأسعار](#الأسعار).
    ///
    /// ## الأسعار
    /// ```
    pub(crate) static RULE = ("article/broken-fragment", Error, Graph(check));
}

fn check(look: &GraphLook<'_>, sink: &mut Sink<'_>) {
    let Some(outline) = look.graph.outline(look.article, look.locale) else { return };
    let mut pages = Pages::of(look.graph.project());
    for link in outline.links.iter().filter(|link| !link.image && link.destination.contains('#')) {
        let (article, locale, fragment) = match look.graph.resolve(look.article, look.locale, &link.destination) {
            Destination::Fragment(fragment) => (look.article, look.locale, fragment),
            Destination::Article { article, locale, fragment: Some(fragment) } => {
                (article, locale.unwrap_or(look.locale), fragment)
            }
            _ => continue,
        };
        if !is_heading_like(&fragment) {
            continue;
        }
        if let Some(near) = broken(look, &mut pages, (article, locale), &fragment) {
            report(look, &mut pages, link, &fragment, near, sink);
        }
    }
}

/// Whether a fragment may be an id in the text: not `#top`, a footnote's, a text fragment or a program's.
fn is_heading_like(fragment: &str) -> bool {
    let is_note = fragment.strip_prefix("fn").is_some_and(|rest| rest.starts_with(['-', ':', 'r']) || is_number(rest));
    let is_other = fragment.is_empty() || fragment.eq_ignore_ascii_case("top") || is_note;
    !is_other && !fragment.starts_with([':', '/', '!', '?'])
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the page surely lacks the fragment; with the id that is near it, where there is one.
fn broken(
    look: &GraphLook<'_>,
    pages: &mut Pages<'_>,
    (article, locale): (usize, usize),
    fragment: &str,
) -> Option<Option<String>> {
    let has_site = look.graph.project().config().site.is_some();
    if look.graph.outline(article, locale)?.has_anchor(fragment, has_site) {
        return None;
    }
    let page = pages.get(article, locale)?;
    if !has_site && (is_written(&page.text, fragment) || may_be_transcribed(look, article, locale, fragment, &page)) {
        return None;
    }
    let mut others = look.graph.variants(article).filter(|other| *other != locale);
    let mapped = others.find_map(|other| fragments::counterpart(&*pages.get(article, other)?, &page, fragment));
    Some(mapped.or_else(|| nearest(&page, fragment)))
}

/// Whether the text gives this id to something, in whatever way: `{#id}`, `{: #id}`, `id="id"`, `id=id`.
fn is_written(text: &str, fragment: &str) -> bool {
    text.match_indices(fragment).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end_matches(['"', '\'']);
        let in_braces = before.strip_suffix('#').is_some_and(|head| head.trim_end().ends_with(['{', ':']));
        in_braces || before.ends_with("id=") || before.ends_with("name=")
    })
}

/// Whether a generator may have made the id out of a heading in another script: then it is none of another variant's.
fn may_be_transcribed(look: &GraphLook<'_>, article: usize, locale: usize, fragment: &str, page: &Document) -> bool {
    let others = look.graph.variants(article).filter(|other| *other != locale);
    let is_left_over = || {
        let mut outlines = others.into_iter().filter_map(|other| look.graph.outline(article, other));
        outlines.any(|other| other.has_anchor(fragment, false))
    };
    fragment.is_ascii() && page.headings.iter().any(|heading| !heading.id.is_ascii()) && !is_left_over()
}

/// The page's id that is most like the fragment.
fn nearest(document: &Document, fragment: &str) -> Option<String> {
    let ids = document.headings.iter().map(|heading| &heading.id).chain(&document.anchors);
    ids.map(|id| (strsim::jaro_winkler(id, fragment), id))
        .filter(|(alike, _)| *alike > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, id)| id.clone())
}

fn report(
    look: &GraphLook<'_>,
    pages: &mut Pages<'_>,
    link: &OutlineLink,
    fragment: &str,
    near: Option<String>,
    sink: &mut Sink<'_>,
) {
    let Some(article) = look.graph.project().articles().get(look.article) else { return };
    let Some(document) = pages.get(look.article, look.locale) else { return };
    let whole = link.destination_span.unwrap_or(link.span);
    let written = link.destination_span.map_or("", |span| span.slice(&document.text));
    let sign = written.find('#').filter(|at| !written[..*at].ends_with('&'));
    let span = sign.map_or(whole, |at| Span { start: whole.start + Span::at(at).start, end: whole.end });
    let message = Phrase::new("article-broken-fragment").with("fragment", format!("#{fragment}"));
    let unit = Unit::Part(article.key.clone(), format!("fragment:{}", link.destination));
    let finding = sink.report(document.place(span), unit, message);
    match near {
        Some(id) => finding.help(Phrase::new("article-broken-fragment.help-near").with("fragment", format!("#{id}"))),
        None => finding.help(Phrase::new("article-broken-fragment.help")),
    };
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::findings;

    const CONFIG: &str =
        "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n";
    const EN: &str = "[see](#prices)\n\n## Prices\n\n## How to book\n";

    fn found(site: bool, files: &[(&str, &str)]) -> Vec<String> {
        let config = format!("{CONFIG}{}", if site { "[site]\n" } else { "" });
        let config = [("mizan.toml", config.as_str())];
        findings(&super::RULE, &config.iter().chain(files).copied().collect::<Vec<_>>())
    }

    #[test]
    fn an_id_of_the_source_is_none_of_the_translation() {
        let files = [("a/en.md", EN), ("a/ar.md", "[انظر](#prices)\n\n## الأسعار\n\n## كيف تحجز\n")];
        for site in [true, false] {
            assert_eq!(found(site, &files), ["a/ar.md|#prices"]);
        }
    }

    #[test]
    fn ids_are_looked_for_in_the_language_that_the_link_leads_to() {
        let ar = ("b/ar.md", "## الأسعار\n");
        let en = ("b/en.md", "## Prices\n");
        let link = |text| ("a/ar.md", text);
        let source = ("a/en.md", "[x](../b/#prices) [y](../b/#price)\n");
        assert_eq!(
            found(true, &[source, en, ar, link("[أ](../b/#الأسعار) [ب](../b/en.md#prices)\n")]),
            ["a/en.md|#price"]
        );
        assert_eq!(found(true, &[("a/en.md", ""), en, ar, link("[أ](../b/#prices)\n")]), ["a/ar.md|#prices"]);
        let encoded = "[أ](../b/#%D8%A7%D9%84%D8%A3%D8%B3%D8%B9%D8%A7%D8%B1)\n";
        assert_eq!(found(true, &[("a/en.md", ""), en, ar, link(encoded)]), [] as [&str; 0]);
        assert_eq!(found(true, &[("a/en.md", ""), en, ar, link("[أ][b]\n\n[b]: ../b/#prices\n")]), ["a/ar.md|#prices"]);
    }

    #[test]
    fn what_may_be_there_is_left_alone() {
        for text in
            ["[a](#) [b](#top) [c](#fn1) [d](#:~:text=x)\n", "[a](#x)\n\n<p id=\"x\">\n", "[a](https://b.org/#x)\n"]
        {
            assert_eq!(found(true, &[("a/en.md", text)]), [] as [&str; 0], "{text}");
        }
        for text in
            ["[a](#x)\n\nText\n{: #x}\n", "[a](#whats-new)\n\n## What-S New\n", "[a](#x)\n\n{{ box(id=\"x\") }}\n"]
        {
            assert_eq!(found(false, &[("a/en.md", text)]), [] as [&str; 0], "{text}");
        }
        let transcribed = [("a/en.md", EN), ("a/ar.md", "[انظر](#l-s-r)\n\n## الأسعار\n")];
        assert_eq!(found(false, &transcribed), [] as [&str; 0]);
        assert_eq!(found(true, &transcribed), ["a/ar.md|#l-s-r"]);
    }
}
