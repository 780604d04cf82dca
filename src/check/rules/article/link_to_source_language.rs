use crate::check::rule::{GraphLook, Sink, declare_rule};
use crate::check::{Fix, Unit};
use crate::phrase::Phrase;
use crate::project::{Destination, OutlineLink};

use super::fragments::{self, Pages};

declare_rule! {
    /// # What it does
    ///
    /// Finds links of a translation that lead to a page in the source's language, though the page exists in the
    /// translation's. A link from an article to its own source is meant, and left alone.
    ///
    /// # Why
    ///
    /// The reader of one language is thrown into another, and may not find the way back.
    ///
    /// # Example
    ///
    /// ```markdown
    /// [مواعيد الزيارة](/en/visiting-hours/)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// [مواعيد الزيارة](/ar/visiting-hours/)
    /// ```
    ///
    /// # Fix safety
    ///
    /// The fix replaces the address alone, by one that is written in the same way and surely leads to the translation. A
    /// fragment becomes that of the heading at the same place; where the two pages have other headings there is no fix.
    pub(crate) static RULE = ("article/link-to-source-language", Warn, Graph(check));
}

fn check(look: &GraphLook<'_>, sink: &mut Sink<'_>) {
    let Some(outline) = look.graph.outline(look.article, look.locale) else { return };
    if look.locale == 0 || outline.mostly_untranslated {
        return;
    }
    let mut pages = Pages::of(look.graph.project());
    for link in outline.links.iter().filter(|link| !link.image) {
        let leads = look.graph.resolve(look.article, look.locale, &link.destination);
        let Destination::Article { article, locale: Some(0), fragment } = leads else { continue };
        if article != look.article && look.graph.variants(article).any(|locale| locale == look.locale) {
            report(look, &mut pages, link, (article, fragment.as_deref()), sink);
        }
    }
}

fn report(
    look: &GraphLook<'_>,
    pages: &mut Pages<'_>,
    link: &OutlineLink,
    leads: (usize, Option<&str>),
    sink: &mut Sink<'_>,
) {
    let Some(article) = look.graph.project().articles().get(look.article) else { return };
    let Some(document) = pages.get(look.article, look.locale) else { return };
    let span = link.destination_span.unwrap_or(link.span);
    let message = Phrase::new("article-link-to-source-language").with("address", &*link.destination);
    let unit = Unit::Part(article.key.clone(), format!("link:{}", link.destination));
    let finding = sink.report(document.place(span), unit, message);
    let Some(address) = localized(look, pages, link, leads) else {
        finding.help(Phrase::new("article-link-to-source-language.help"));
        return;
    };
    finding.help(Phrase::new("article-link-to-source-language.help-address").with("address", address.as_str()));
    // Not where it is written with escapes or character references.
    if link.destination_span.is_some_and(|span| span.slice(&document.text) == &*link.destination) {
        finding.fix(Fix { edits: vec![(span, address)] });
    }
}

/// The address of the translation, with its fragment, where it can stand in a text as it is.
fn localized(
    look: &GraphLook<'_>,
    pages: &mut Pages<'_>,
    link: &OutlineLink,
    (to, fragment): (usize, Option<&str>),
) -> Option<String> {
    let mut address = look.graph.localized(look.article, look.locale, &link.destination)?;
    if let Some(fragment) = fragment {
        let page = pages.get(to, look.locale)?;
        let has_it =
            || page.headings.iter().any(|it| it.id == fragment) || page.anchors.iter().any(|it| it == fragment);
        let kept = || has_it().then(|| fragment.to_owned());
        let mapped = pages.get(to, 0).and_then(|source| fragments::counterpart(&source, &page, fragment));
        address = format!("{address}#{}", mapped.or_else(kept)?);
    }
    let stands = |c: char| !c.is_whitespace() && !c.is_control() && !"()<>[]\"'\\&`".contains(c);
    address.chars().all(stands).then_some(address)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::{findings, fixed};

    const HEAD: &str =
        "[project]\nsource = \"en\"\ntargets = [\"ar\"]\nbase-url = \"https://n.example\"\n[articles.news]\n";

    fn files<'a>(config: &'a str, link: &'a str) -> Vec<(&'a str, &'a str)> {
        let text = |path: &'static str, text: &'static str| (path, text);
        vec![
            ("mizan.toml", config),
            text("c/a/en.md", "Text.\n"),
            ("c/a/ar.md", link),
            text("c/b/en.md", "# One\n\n## Two\n"),
            text("c/b/ar.md", "---\nslug: باء\n---\n# واحد\n\n## اثنان\n"),
            text("c/only/en.md", "Text.\n"),
        ]
    }

    /// What the link of the Arabic page becomes.
    fn becomes(link: &str) -> String {
        let config = format!("{HEAD}path = \"c/{{slug}}/{{locale}}.md\"\n[site]\n");
        let text = format!("[نص]({link})\n");
        let fixed = fixed(&super::RULE, &files(&config, &text), "c/a/ar.md");
        fixed.trim().trim_start_matches("[نص](").trim_end_matches(')').to_owned()
    }

    #[test]
    fn the_address_is_localized_in_its_own_manner() {
        for (link, expected) in [
            ("../b/en.md", "../b/ar.md"),
            ("../b/en.md#two", "../b/ar.md#اثنان"),
            ("@/b/en.md", "@/b/ar.md"),
            ("/en/b/", "/ar/باء/"),
            ("/en/b", "/ar/باء"),
            ("/en/b/?x=1#one", "/ar/باء/?x=1#واحد"),
            ("/en/b/index.html", "/ar/باء/index.html"),
            ("https://n.example/en/b/", "https://n.example/ar/باء/"),
            ("https://n.example/en/%62/", "https://n.example/ar/%D8%A8%D8%A7%D8%A1/"),
            ("../../en/b/", "../باء/"),
        ] {
            assert_eq!(becomes(link), expected, "{link}");
        }
    }

    #[test]
    fn what_has_no_translation_or_is_meant_is_left_alone() {
        let config = format!("{HEAD}path = \"c/{{slug}}/{{locale}}.md\"\n[site]\n");
        for link in ["/en/only/", "/en/a/", "en.md", "../b/", "/ar/باء/", "https://other.example/en/b/"] {
            let text = format!("[نص]({link})\n");
            assert_eq!(findings(&super::RULE, &files(&config, &text)), [] as [&str; 0], "{link}");
        }
    }

    #[test]
    fn without_a_sure_address_it_is_reported_and_not_mended() {
        let config = format!("{HEAD}path = \"c/{{slug}}/{{locale}}.md\"\n[site]\n");
        for (text, marked) in
            [("[نص](/en/b/#three)\n", "/en/b/#three"), ("<https://n.example/en/b/>\n", "https://n.example/en/b/")]
        {
            assert_eq!(findings(&super::RULE, &files(&config, text)), [format!("c/a/ar.md|{marked}")]);
        }
        assert_eq!(becomes("/en/b/#three"), "/en/b/#three");
    }

    #[test]
    fn addresses_with_escapes_are_not_mended() {
        assert_eq!(becomes("/en\\/b/"), "/en\\/b/");
    }

    #[test]
    fn references_are_mended_in_their_definition() {
        let config = format!("{HEAD}path = \"c/{{slug}}/{{locale}}.md\"\n[site]\n");
        let text = "[نص][B] و[نص][b]\n\n[b]: <../b/en.md> \"باء\"\n";
        assert_eq!(fixed(&super::RULE, &files(&config, text), "c/a/ar.md"), text.replace("en.md", "ar.md"));
    }

    #[test]
    fn a_source_with_a_pattern_of_its_own_is_localized_too() {
        let config = format!("{HEAD}path = \"p/{{slug}}.{{locale}}.md\"\nsource = \"p/{{slug}}.md\"\n");
        let files = [
            ("mizan.toml", config.as_str()),
            ("p/a.md", "Text.\n"),
            ("p/a.ar.md", "[نص](@/b.md) [نص](./b.md)\n"),
            ("p/b.md", "Text.\n"),
            ("p/b.ar.md", "نص.\n"),
        ];
        assert_eq!(fixed(&super::RULE, &files, "p/a.ar.md"), "[نص](@/b.ar.md) [نص](./b.ar.md)\n");
    }
}
