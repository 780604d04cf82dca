use crate::article::Date;
use crate::check::Unit;
use crate::check::rule::{Sink, VariantLook, declare_rule};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Finds dates in the front matter that are not ISO 8601 (`2023-03-20`, with or without a time), or name a day
    /// that no calendar has.
    ///
    /// # Why
    ///
    /// Pages, feeds and sitemaps take the date from there. A date in words or in Arabic-Indic digits is for readers;
    /// mizan writes it for them in each language.
    ///
    /// # Example
    ///
    /// ```yaml
    /// date: 20 مارس 2023
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// date: 2023-03-20
    /// ```
    pub(crate) static RULE = ("article/invalid-date", Error, Variant(check));
}

/// Fields that hold a date in the generators that people use.
const DATE_FIELDS: &[&str] =
    &["date", "updated", "lastmod", "modified", "published", "publishDate", "pubDate", "expiryDate"];

fn check(look: &VariantLook<'_>, sink: &mut Sink<'_>) {
    for name in DATE_FIELDS {
        let Some(field) = look.document.front.get(name) else { continue };
        let Some(text) = field.value.to_text().filter(|text| !text.trim().is_empty()) else { continue };
        if Date::parse(text.trim()).is_some() {
            continue;
        }
        let message = Phrase::new("article-invalid-date").with("field", *name).with("value", super::quote(&text));
        let unit = Unit::Part(look.article.key.clone(), format!("field:{name}"));
        sink.report(look.document.place(field.value_span), unit, message)
            .help(Phrase::new("article-invalid-date.help"));
    }
}
