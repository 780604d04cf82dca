use crate::check::Unit;
use crate::check::rule::{GraphLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Finds two articles that would be published at one address in one language.
    ///
    /// # Why
    ///
    /// One of the two pages disappears. Addresses that differ only in case or in how letters are composed collide on
    /// many servers, and count.
    ///
    /// # Example
    ///
    /// ```yaml
    /// slug: زيارة        # articles/visits/ar.md
    /// slug: زيارة        # articles/visiting-hours/ar.md
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// slug: مواعيد-الزيارة
    /// ```
    pub(crate) static RULE = ("article/slug-collision", Error, Graph(check));
}

fn check(look: &GraphLook<'_>, sink: &mut Sink<'_>) {
    let Some(other) = look.graph.collides_with(look.article, look.locale) else { return };
    let articles = look.graph.project().articles();
    let (article, other) = (&articles[look.article], &articles[other]);
    let Some(variant) = article.variant(look.locale) else { return };
    let message = Phrase::new("article-slug-collision")
        .with("key", article.key.as_str())
        .with("other", other.key.as_str())
        .with("address", look.graph.address(look.article, look.locale).unwrap_or_default());
    let finding = sink.report(Place::file(variant.path.clone()), Unit::Article(article.key.clone()), message);
    finding.related = other.variant(look.locale).map(|variant| Place::file(variant.path.clone()));
    finding.help(Phrase::new("article-slug-collision.help"));
}
