use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::check::{Sink, Unit};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a message that has a value in the source, and in the target only attributes.
    ///
    /// # Why
    ///
    /// The value is what is shown; its attributes are titles and labels beside it. Without a value the reader gets
    /// another language, or nothing.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// search = Search
    ///     .placeholder = Title or topic
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// search =
    ///     .placeholder = عنوان أو موضوع
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// search = بحث
    ///     .placeholder = عنوان أو موضوع
    /// ```
    pub(crate) static MISSING_VALUE = ("message/missing-value", Error, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    for (source, target) in look.shared() {
        let Some(value) = &source.value else { continue };
        if target.value.is_some() {
            continue;
        }
        let id = Span { end: target.span.start + Span::at(target.id.len()).end, ..target.span };
        let message = Phrase::new("message-missing-value").with("id", source.id);
        let place = look.target.file(target).place(id);
        let file = look.source.file(source);
        sink.report(place, Unit::Message(source.id.to_owned()), message).related(file.place(file.pattern_span(value)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, places};
    use super::*;

    #[test]
    fn reports_a_message_that_kept_only_its_attributes() {
        let target = "a =\n    .title = \u{639}\n";
        let found = findings(&MISSING_VALUE, "a = A\n    .title = T\n", target);
        assert_eq!(places(&found, target), ["1:1 a"]);
        assert_eq!(found[0].related.as_ref().map(|place| place.start.column), Some(5));
    }

    #[test]
    fn stays_quiet_where_the_source_has_no_value_either() {
        assert!(findings(&MISSING_VALUE, "a =\n    .title = T\n", "a =\n    .title = \u{639}\n").is_empty());
        assert!(findings(&MISSING_VALUE, "a = A\n", "a = { \"\" }\n").is_empty());
    }
}
