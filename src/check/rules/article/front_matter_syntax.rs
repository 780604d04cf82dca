use crate::check::Unit;
use crate::check::rule::{Sink, VariantLook, declare_rule};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Finds front matter that cannot be read: broken YAML or TOML, a missing closing line, a field given twice.
    ///
    /// # Why
    ///
    /// Nothing that the page says about itself (title, date, summary) can be used or compared.
    ///
    /// # Example
    ///
    /// ```yaml
    /// ---
    /// title: Visiting: new hours
    /// ---
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// ---
    /// title: "Visiting: new hours"
    /// ---
    /// ```
    pub(crate) static RULE = ("article/front-matter-syntax", Error, Variant(check));
}

fn check(look: &VariantLook<'_>, sink: &mut Sink<'_>) {
    let Some((reason, span)) = &look.document.front.fault else { return };
    let message = Phrase::new("article-front-matter-syntax").with("reason", reason.as_str());
    let unit = Unit::Article(look.article.key.clone());
    sink.report(look.document.place(*span), unit, message).help(Phrase::new("article-front-matter-syntax.help"));
}
