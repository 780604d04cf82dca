use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::check::{Sink, Unit};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a message or term whose id was already defined in the same catalog, in this file or in another.
    ///
    /// # Why
    ///
    /// Only one of them is ever shown, and which one depends on the order in which the files are loaded. Whoever mends
    /// the other one will wonder why nothing changes.
    ///
    /// # Example
    ///
    /// ```fluent
    /// read-more = Read more
    /// read-more = Continue reading
    /// ```
    ///
    /// # Instead
    ///
    /// Keep the one that is meant, or give the second an id of its own.
    pub(crate) static DUPLICATE_ID = ("message/duplicate-id", Error, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let id_of =
        |entry: &crate::message::Entry<'_>| Span { end: entry.span.start + Span::at(entry.id.len()).end, ..entry.span };
    for (first, again) in look.catalog.duplicates() {
        let message = Phrase::new("message-duplicate-id").with("id", again.id);
        let place = look.catalog.file(again).place(id_of(again));
        let finding = sink.report(place, Unit::Message(again.id.to_owned()), message);
        finding.related(look.catalog.file(first).place(id_of(first))).help(Phrase::new("message-duplicate-id.help"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;

    #[test]
    fn reports_a_second_definition_and_names_the_first() {
        let text = "\u{623} = x\nfirst = \u{623}\n\n-term = \u{628}\nfirst = \u{62A}\n-term = \u{62B}\n";
        let found = findings(&DUPLICATE_ID, "", text);
        assert_eq!(places(&found, text), ["5:1 first", "6:1 -term"]);
        assert_eq!(found[0].related.as_ref().map(|place| place.start.line), Some(2));
    }

    #[test]
    fn looks_over_all_files_of_the_locale() {
        let found = findings_in(&DUPLICATE_ID, "ar", &[], &[("a", "x = 1\n"), ("b", "y = 2\nx = 3\n")]);
        assert_eq!(found.len(), 1);
        assert_eq!(&*found[0].place.path, "locales/ar/b.ftl");
        assert_eq!(found[0].related.as_ref().map(|place| &*place.path), Some("locales/ar/a.ftl"));
    }

    #[test]
    fn a_term_and_a_message_may_share_a_name() {
        assert!(findings(&DUPLICATE_ID, "", "brand = a\n-brand = b\n").is_empty());
    }
}
