use crate::check::Unit;
use crate::check::rule::{ArticleLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Finds articles that have a source variant and none in a target locale.
    ///
    /// # Why
    ///
    /// Readers of that language do not see the article at all, and a page that offers "Read this article in Arabic"
    /// has nowhere to lead.
    ///
    /// # Example
    ///
    /// ```text
    /// articles/visiting-hours/en.md
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// articles/visiting-hours/en.md
    /// articles/visiting-hours/ar.md
    /// ```
    ///
    /// An article that is meant for one language alone says so at its top:
    /// `<!-- mizan-allow article/missing: for English readers only -->`.
    pub(crate) static RULE = ("article/missing", Error, Article(check));
}

fn check(look: &ArticleLook<'_>, sink: &mut Sink<'_>) {
    let Some(source) = look.article.source() else { return };
    for (index, locale) in look.project.locales().iter().enumerate().skip(1) {
        if look.article.variant(index).is_some() {
            continue;
        }
        let path = look.project.expected_path(look.article, index).unwrap_or_default();
        let message =
            Phrase::new("article-missing").with("locale", locale.tag()).with("key", look.article.key.as_str());
        let finding = sink.report(Place::file(source.path.clone()), Unit::Article(look.article.key.clone()), message);
        locale.tag().clone_into(&mut finding.locale);
        finding.help(Phrase::new("article-missing.help").with("path", path));
    }
}
