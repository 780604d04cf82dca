use crate::check::Unit;
use crate::check::rule::{GraphLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::Destination;

declare_rule! {
    /// # What it does
    ///
    /// Finds links and images that surely lead nowhere: no article and no file of the project is there. Other sites
    /// are not asked, and addresses that another part of the site may serve are left alone.
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
    for link in &outline.links {
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
