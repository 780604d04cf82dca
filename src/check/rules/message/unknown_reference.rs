use std::collections::BTreeSet;

use super::{near_name, unit};
use crate::check::Sink;
use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::message::{CatalogView, Use, is_plain, walk};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a reference to a message, term or attribute that this locale's catalog does not have, in any of its
    /// files.
    ///
    /// # Why
    ///
    /// The reader sees the raw reference, `{ -brand }`, in the middle of a sentence.
    ///
    /// # Example
    ///
    /// ```fluent
    /// -hospital = مستشفى رمبام
    /// welcome = أهلًا بكم في { -hospitl }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// -hospital = مستشفى رمبام
    /// welcome = أهلًا بكم في { -hospital }
    /// ```
    pub(crate) static UNKNOWN_REFERENCE = ("message/unknown-reference", Error, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let catalog = look.catalog;
    for entry in catalog.entries().iter().filter(|entry| !entry.is_plain()) {
        let file = catalog.file(entry);
        for part in entry.parts().filter(|part| !is_plain(part.pattern)) {
            let mut said = BTreeSet::new();
            walk(part.pattern, &mut |used| {
                let Some(reference) = Reference::of(used, file.text) else { return };
                if reference.exists(catalog) || !said.insert(reference.name()) {
                    return;
                }
                let message = Phrase::new("message-unknown-reference").with("id", entry.name_of(&part));
                let finding = sink.report(
                    file.place(reference.span),
                    unit(entry, &part),
                    message.with("reference", reference.name()),
                );
                let known =
                    catalog.definitions().map(|own| own.id).filter(|own| own.starts_with('-') == reference.term);
                if let Some(near) = near_name(reference.id, known) {
                    finding.help(Phrase::new("message-unknown-reference-near").with("near", near));
                }
            });
        }
    }
}

/// A reference to a message or term.
pub(super) struct Reference<'a> {
    /// Terms begin with `-`.
    pub(super) id: &'a str,
    pub(super) attribute: Option<&'a str>,
    term: bool,
    pub(super) span: Span,
}

impl<'a> Reference<'a> {
    pub(super) fn of(used: Use<'_, 'a>, text: &'a str) -> Option<Self> {
        let (name, attribute, term) = match used {
            Use::Message { id, attribute } => (id, attribute, false),
            Use::Term { id, attribute, .. } => (id, attribute, true),
            _ => return None,
        };
        let name = Span::of_slice(text, name)?;
        let id = Span { start: name.start.saturating_sub(u32::from(term)), end: name.end };
        let span = attribute.and_then(|attribute| Span::of_slice(text, attribute)).map_or(id, |own| id.join(own));
        Some(Self { id: id.slice(text), attribute, term, span })
    }

    fn name(&self) -> String {
        self.attribute.map_or_else(|| self.id.to_owned(), |attribute| format!("{}.{attribute}", self.id))
    }

    fn exists(&self, catalog: &CatalogView<'_>) -> bool {
        match catalog.get(self.id) {
            Some(entry) => entry.part(self.attribute).is_some(),
            None => catalog.is_unreadable(self.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;

    #[test]
    fn reports_messages_terms_and_attributes_that_do_not_exist() {
        let target = "-hospital = \u{645}\n    .gender = m\na = \u{623} { -hospitl } { gone }\n    .title = { a.label }\nb = { -hospital.case ->\n    [x] { gone } { gone }\n   *[y] \u{628}\n }\n";
        let found = findings(&UNKNOWN_REFERENCE, "", target);
        assert_eq!(
            places(&found, target),
            ["3:9 -hospitl", "3:22 gone", "4:16 a.label", "5:7 -hospital.case", "6:11 gone"]
        );
        let near = Phrase::new("message-unknown-reference-near").with("near", "-hospital");
        assert_eq!(found[0].help, Some(near));
        assert_eq!(found[1].help, None);
    }

    #[test]
    fn a_message_without_a_value_cannot_be_referred_to() {
        let target = "a =\n    .title = \u{639}\nb = { a } { a.title }\n";
        assert_eq!(places(&findings(&UNKNOWN_REFERENCE, "", target), target), ["3:7 a"]);
    }

    #[test]
    fn references_reach_over_files() {
        let files = [("a", "x = { y } { -t(case: \"g\") }\n"), ("b", "y = \u{635}\n-t = \u{62A}\n")];
        assert!(findings_in(&UNKNOWN_REFERENCE, "ar", &[], &files).is_empty());
    }
}
