use std::sync::Arc;

use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::check::{Sink, Unit};
use crate::message::FileView;
use crate::phrase::Phrase;
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Reports each message of the source that a target catalog lacks. A file that is absent or empty lacks all of its
    /// messages. Terms are not asked for: each language has those that it needs.
    ///
    /// # Why
    ///
    /// In place of the message the reader gets another language, or nothing.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// read-more = Read more
    /// ```
    ///
    /// and `locales/ar/site.ftl` has no `read-more`.
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// read-more = اقرأ المزيد
    /// ```
    pub(crate) static MISSING = ("message/missing", Error, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    let mut shared = look.shared().peekable();
    for entry in look.source.definitions().filter(|entry| !entry.is_term()) {
        if shared.next_if(|(source, _)| std::ptr::eq(*source, entry)).is_some() || look.target.is_unreadable(entry.id) {
            continue;
        }
        let file = look.source.file(entry);
        let source = file.place(entry.span);
        let (place, path) = match look.target.file_named(file.name) {
            Some(target) => (Place::file(Arc::clone(&target.path)), target.path.to_string()),
            None => (source.clone(), target_path(look, file)),
        };
        let message = Phrase::new("message-missing").with("id", entry.id).with("path", path);
        sink.report(place, Unit::Message(entry.id.to_owned()), message).related(source);
    }
}

/// Where the target's file would stand: the pattern that gives the source's path, with the target's locale.
fn target_path(look: &CatalogPairLook<'_>, file: &FileView<'_>) -> String {
    let config = &look.project.config;
    let fill = |pattern: &str, locale: &str| pattern.replace("{locale}", locale).replace("{file}", file.name);
    let gives_source = |messages: &&crate::project::config::MessagesConfig| {
        let pattern = messages.source.as_ref().unwrap_or(&messages.path);
        fill(pattern, &config.project.source) == *file.path
    };
    let messages = config.messages.values().find(gives_source);
    messages.map_or_else(|| file.path.to_string(), |messages| fill(&messages.path, look.locale.tag()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in};
    use super::*;

    #[test]
    fn reports_each_missing_message_in_the_targets_file() {
        let found = findings(&MISSING, "a = A\nb = B\n-brand = C\nd =\n    .title = D\n", "a = \u{623}\n");
        let about: Vec<_> = found.iter().map(|finding| &finding.unit).collect();
        assert_eq!(about, [&Unit::Message("b".to_owned()), &Unit::Message("d".to_owned())]);
        assert_eq!(&*found[0].place.path, "locales/ar/site.ftl");
        let source = found[0].related.as_ref().expect("the source");
        assert_eq!((&*source.path, source.start.line), ("locales/en/site.ftl", 2));
    }

    #[test]
    fn an_absent_file_is_reported_at_the_source_with_the_path_expected() {
        let source = [("site", "a = A\n"), ("forms/contact", "b = B\nc = C\n")];
        let found = findings_in(&MISSING, "ar", &source, &[("site", "a = \u{623}\n")]);
        assert_eq!(found.len(), 2);
        assert_eq!(&*found[0].place.path, "locales/en/forms/contact.ftl");
        assert!(found[0].message.args.contains(&("path", "locales/ar/forms/contact.ftl".into())));
    }

    #[test]
    fn a_message_may_stand_in_another_file_or_be_unreadable() {
        let target = [("other", "a = \u{623}\n"), ("site", "b = { $x\n")];
        assert!(findings_in(&MISSING, "ar", &[("site", "a = A\nb = B\n")], &target).is_empty());
    }
}
