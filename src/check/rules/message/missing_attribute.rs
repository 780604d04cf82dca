use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::check::{Sink, Unit};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports an attribute that a message has in the source and lacks in the target. The attributes of terms are each
    /// language's own and not compared.
    ///
    /// # Why
    ///
    /// Attributes are titles, labels and hints. One that is missing is noticed late: by whoever uses a screen reader, or
    /// hovers.
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
    /// search = بحث
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// search = بحث
    ///     .placeholder = عنوان أو موضوع
    /// ```
    pub(crate) static MISSING_ATTRIBUTE = ("message/missing-attribute", Error, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    for (source, target) in look.shared().filter(|(source, _)| !source.attributes.is_empty()) {
        for attribute in &source.attributes {
            let name = attribute.id.name;
            if target.part(Some(name)).is_some() || look.target.is_unreadable_attribute(target, name) {
                continue;
            }
            let id = Span { end: target.span.start + Span::at(target.id.len()).end, ..target.span };
            let message =
                Phrase::new("message-missing-attribute").with("id", source.id).with("attribute", format!(".{name}"));
            let unit = Unit::Message(format!("{}.{name}", source.id));
            let file = look.source.file(source);
            sink.report(look.target.file(target).place(id), unit, message).related(file.place(file.span_of(name)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, places};
    use super::*;

    #[test]
    fn reports_each_attribute_that_is_missing() {
        let source = "a = A\n    .title = T\n    .label = L\n    .hint = H\n";
        let target = "a = \u{623}\n    .label = \u{639}\n";
        let found = findings(&MISSING_ATTRIBUTE, source, target);
        assert_eq!(places(&found, target), ["1:1 a", "1:1 a"]);
        let about: Vec<_> = found.iter().map(|finding| finding.unit.clone()).collect();
        assert_eq!(about, [Unit::Message("a.title".to_owned()), Unit::Message("a.hint".to_owned())]);
    }

    #[test]
    fn what_cannot_be_read_is_not_missing() {
        let source = "a = A\n    .t = T\n    .title = T\n    .u = U\n    .v = V\nb = B\n    .t = T\n";
        let target = "a = \u{623}\n    .v = \u{645}\n    .title = {\n    .u = \u{639}\nb = \u{628}\n";
        let about: Vec<_> = findings(&MISSING_ATTRIBUTE, source, target).into_iter().map(|own| own.unit).collect();
        assert_eq!(about, [Unit::Message("a.t".to_owned()), Unit::Message("b.t".to_owned())]);
    }

    #[test]
    fn stays_quiet_on_terms_and_in_any_order() {
        let source = "-brand = B\n    .gender = x\na = A\n    .title = T\n    .label = L\n";
        let target = "-brand = \u{628}\na = \u{623}\n    .label = \u{639}\n    .title = \u{639}\n";
        assert!(findings(&MISSING_ATTRIBUTE, source, target).is_empty());
    }
}
