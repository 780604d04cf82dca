use crate::check::Unit;
use crate::check::rule::{GraphLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::Destination;

declare_rule! {
    /// # What it does
    ///
    /// Finds links and images that surely lead nowhere: no article and no file of the project is there. Images that the
    /// front matter names count too. Other sites are not asked, and addresses that another part of the site may serve are
    /// left alone.
    ///
    /// # Why
    ///
    /// The reader gets an error page, usually in one language only.
    ///
    /// # Example
    ///
    /// ```markdown
    /// [مواعيد الزيارة](../visiting-huors/)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// [مواعيد الزيارة](../visiting-hours/)
    /// ```
    pub(crate) static RULE = ("article/broken-link", Error, Graph(check));
}

fn check(look: &GraphLook<'_>, sink: &mut Sink<'_>) {
    let Some(outline) = look.graph.outline(look.article, look.locale) else { return };
    let article = &look.graph.project().articles()[look.article];
    // From where a generator reads the path of an image in a field, only `[site]` tells.
    let has_site = look.graph.project().config().site.is_some();
    let pictures = outline.pictures.iter().filter(|_| has_site);
    for link in outline.links.iter().chain(pictures) {
        if look.graph.resolve(look.article, look.locale, &link.destination) != Destination::Nowhere {
            continue;
        }
        let id = if link.image { "article-broken-link.image" } else { "article-broken-link" };
        let message = Phrase::new(id).with("address", &*link.destination);
        let unit = Unit::Part(article.key.clone(), format!("link:{}", link.destination));
        let span = link.destination_span.unwrap_or(link.span);
        let Some(place) = look.graph.place(look.article, look.locale, span) else { continue };
        let finding = sink.report(place, unit, message);
        match nearest(look, &link.destination) {
            Some(key) => finding.help(Phrase::new("article-broken-link.help-near").with("key", key)),
            None => finding.help(Phrase::new("article-broken-link.help")),
        };
    }
}

/// The article's key that is most like the last part of the address.
fn nearest<'a>(look: &GraphLook<'a>, destination: &str) -> Option<&'a str> {
    let path = destination.split(['?', '#']).next()?.trim_end_matches('/');
    let name = path.rsplit('/').next().filter(|name| name.len() > 2)?;
    let name = name.split_once('.').map_or(name, |(stem, _)| stem);
    let articles = look.graph.project().articles();
    let keys = articles.iter().map(|article| article.key.as_str());
    keys.map(|key| (strsim::jaro_winkler(key.rsplit('/').next().unwrap_or(key), name), key))
        .filter(|(alike, _)| *alike > 0.88)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::findings;

    fn found(site: &str, front: &str) -> Vec<String> {
        let config = format!(
            "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{{slug}}/{{locale}}.md\"\n{site}"
        );
        let text = format!("---\n{front}\n---\nText.\n");
        let files = [("mizan.toml", config.as_str()), ("a/en.md", &text), ("static/m/ward.svg", "")];
        findings(&super::RULE, &files)
    }

    const SITE: &str = "[site]\nstatic = \"static\"\n";

    #[test]
    fn images_of_the_front_matter_are_looked_for() {
        assert_eq!(found(SITE, "image: /m/wrad.svg"), ["a/en.md|/m/wrad.svg"]);
        assert_eq!(found(SITE, "extra:\n  cover: \"/m/x.PNG\""), ["a/en.md|/m/x.PNG"]);
    }

    #[test]
    fn images_that_are_there_and_other_fields_are_fine() {
        for front in ["image: /m/ward.svg", "image: https://example.org/x.png", "note: see x.png", "file: /m/x.pdf"] {
            assert_eq!(found(SITE, front), [] as [&str; 0], "{front}");
        }
        assert_eq!(found("", "image: /m/wrad.svg"), [] as [&str; 0]);
    }
}
