use crate::check::Unit;
use crate::check::rule::{ArticleLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Finds translations whose source does not exist, and names the article that was probably renamed.
    ///
    /// # Why
    ///
    /// When the source is renamed or deleted and the translation stays, the page loses its sister: no link leads from
    /// one language to the other, and nobody keeps the translation current.
    ///
    /// # Example
    ///
    /// ```text
    /// articles/visiting-times/en.md
    /// articles/visiting-hours/ar.md
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// articles/visiting-times/en.md
    /// articles/visiting-times/ar.md
    /// ```
    pub(crate) static RULE = ("article/orphan", Warn, Article(check));
}

/// How alike two keys must be for one to be suggested (Jaro-Winkler, 0 to 1).
const ALIKE: f64 = 0.82;

fn check(look: &ArticleLook<'_>, sink: &mut Sink<'_>) {
    if look.article.source().is_some() {
        return;
    }
    for variant in &look.article.variants {
        let tag = look.project.locales()[variant.locale].tag();
        let message = Phrase::new("article-orphan").with("key", look.article.key.as_str());
        let place = Place::file(variant.path.clone());
        let finding = sink.report(place, Unit::Article(look.article.key.clone()), message);
        tag.clone_into(&mut finding.locale);
        finding.help(match renamed(look, variant.locale) {
            Some(key) => Phrase::new("article-orphan.help-renamed").with("key", key),
            None => Phrase::new("article-orphan.help"),
        });
    }
}

/// The article without a variant in this locale whose key is most like this one's.
fn renamed<'a>(look: &ArticleLook<'a>, locale: usize) -> Option<&'a str> {
    let articles = look.project.articles().iter();
    let candidates = articles.filter(|other| {
        other.collection == look.article.collection && other.source().is_some() && other.variant(locale).is_none()
    });
    candidates
        .map(|other| (strsim::jaro_winkler(&other.key, &look.article.key), other.key.as_str()))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, key)| key)
}
