use std::collections::HashSet;

use fluent_syntax::ast::Attribute;

use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::check::{Fix, Sink, Unit};
use crate::message::{CatalogView, Entry, FileView, Use, walk};
use crate::phrase::Phrase;
use crate::source::Span;

use super::near_name;

declare_rule! {
    /// # What it does
    ///
    /// Reports an attribute of a translation that the source's message does not have, unless another message of the
    /// target refers to it. The attributes of terms are each language's own and not compared.
    ///
    /// # Why
    ///
    /// Nothing shows it any more. Or its name was changed on one side only: then a title or a label of the translation
    /// is missing as well.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// search = Search
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// search = بحث
    ///     .tooltip = ابحث في الأخبار
    /// ```
    ///
    /// # Instead
    ///
    /// Remove the attribute, or rename it as the source did.
    ///
    /// # Fix safety
    ///
    /// The fix removes the attribute and nothing else. There is none where the translation lacks an attribute of the
    /// source: then it is rather the name that was changed. Nor is there one where the message would be left empty.
    pub(crate) static OBSOLETE_ATTRIBUTE = ("message/obsolete-attribute", Warn, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    let mut referenced = None;
    for target in look.target.definitions().filter(|entry| !entry.is_term() && !entry.attributes.is_empty()) {
        let Some(source) = look.source.get(target.id) else { continue };
        let stays = |attribute: &Attribute<&str>| {
            let name = attribute.id.name;
            source.part(Some(name)).is_some() || look.source.is_unreadable_attribute(source, name)
        };
        if target.attributes.iter().all(stays) {
            continue;
        }
        let referenced = referenced.get_or_insert_with(|| attributes_referred_to(look.target));
        let is_obsolete = |own: &&Attribute<&str>| !stays(own) && !referenced.contains(&(target.id, own.id.name));
        let lacking: Vec<_> =
            source.attributes.iter().map(|own| own.id.name).filter(|name| target.part(Some(name)).is_none()).collect();
        let leaves_something = target.value.is_some() || target.attributes.iter().any(|own| !is_obsolete(&own));
        let file = look.target.file(target);
        for attribute in target.attributes.iter().filter(is_obsolete) {
            let name = attribute.id.name;
            let message =
                Phrase::new("message-obsolete-attribute").with("id", target.id).with("attribute", format!(".{name}"));
            let unit = Unit::Message(format!("{}.{name}", target.id));
            let finding = sink.report(file.place(with_dot(file, name)), unit, message);
            finding.related(look.source.file(source).place(name_of(source)));
            finding.help(match near_name(name, lacking.iter().copied()) {
                Some(near) => Phrase::new("message-obsolete-attribute-near").with("near", format!(".{near}")),
                None => Phrase::new("message-obsolete-attribute.help"),
            });
            if lacking.is_empty()
                && leaves_something
                && let Some(whole) = whole(file, attribute)
            {
                finding.fix(Fix { edits: vec![(whole, String::new())] });
            }
        }
    }
}

fn name_of(entry: &Entry<'_>) -> Span {
    Span { end: entry.span.start + Span::at(entry.id.len()).end, ..entry.span }
}

fn with_dot(file: &FileView<'_>, name: &str) -> Span {
    let span = file.span_of(name);
    Span { start: span.start.saturating_sub(1), ..span }
}

/// Each message and attribute that some entry refers to.
fn attributes_referred_to<'a>(catalog: &CatalogView<'a>) -> HashSet<(&'a str, &'a str)> {
    let mut found = HashSet::new();
    for part in catalog.entries().iter().flat_map(Entry::parts) {
        walk(part.pattern, &mut |used| {
            if let Use::Message { id, attribute: Some(attribute) } = used {
                found.insert((id, attribute));
            }
        });
    }
    found
}

/// The lines of an attribute; `None` where they hold something else.
fn whole(file: &FileView<'_>, attribute: &Attribute<&str>) -> Option<Span> {
    let (head, _) = file.text.split_at_checked(with_dot(file, attribute.id.name).start as usize)?;
    let start = head.rfind('\n')? + 1;
    let end = file.pattern_span(&attribute.value).end as usize;
    let rest = file.text.get(end..)?;
    let line = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
    let alone = head.get(start..)?.trim().is_empty() && rest.get(..line)?.trim().is_empty();
    alone.then(|| Span::new(start, end + line))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, fixed, places};
    use super::*;
    use crate::check::rules::message::syntax::SYNTAX;

    #[test]
    fn removes_only_the_attribute() {
        let source = "a = A\n    .title = T\n";
        let target = "# \u{62A}\na = \u{623}\n    .old = \u{642}\n        \u{633}\n\n        { $n }\n    .title = \u{639}\n\n\nb = \u{628}\n    .c = \u{62C}\n";
        let found = findings(&OBSOLETE_ATTRIBUTE, source, target);
        assert_eq!(places(&found, target), ["3:5 .old"]);
        assert_eq!(found[0].unit, Unit::Message("a.old".to_owned()));
        assert_eq!(
            fixed(target, &found),
            "# \u{62A}\na = \u{623}\n    .title = \u{639}\n\n\nb = \u{628}\n    .c = \u{62C}\n"
        );
    }

    #[test]
    fn windows_lines_and_the_end_of_the_file_are_kept() {
        let target = "a = \u{623}\r\n    .x = \u{642}\r\n    .y = \u{642}";
        let found = findings(&OBSOLETE_ATTRIBUTE, "a = A\r\n", target);
        assert_eq!(places(&found, target), ["2:5 .x", "3:5 .y"]);
        assert_eq!(fixed(target, &found), "a = \u{623}\r\n");
    }

    #[test]
    fn a_name_changed_on_one_side_is_not_removed() {
        let found = findings(&OBSOLETE_ATTRIBUTE, "a = A\n    .title = T\n", "a = \u{623}\n    .titel = \u{639}\n");
        assert_eq!(found[0].fix, None);
        assert_eq!(found[0].help, Some(Phrase::new("message-obsolete-attribute-near").with("near", ".title")));
        let found = findings(&OBSOLETE_ATTRIBUTE, "a = A\n    .label = T\n", "a = \u{623}\n    .title = \u{639}\n");
        assert_eq!((found.len(), &found[0].fix), (1, &None));
    }

    #[test]
    fn no_message_is_left_empty() {
        let source = "a = A\n";
        let target = "a =\n    .x = \u{642}\n    .y = \u{642}\n";
        let found = findings(&OBSOLETE_ATTRIBUTE, source, target);
        assert!(found.len() == 2 && found.iter().all(|finding| finding.fix.is_none()));
        // One that another message shows stays, so the others may go.
        let target = "a =\n    .x = \u{642}\n    .y = \u{642}\n-t = { a.y }\n";
        let found = findings(&OBSOLETE_ATTRIBUTE, source, target);
        let mended = fixed(target, &found);
        assert_eq!(mended, "a =\n    .y = \u{642}\n-t = { a.y }\n");
        assert!(findings(&SYNTAX, source, &mended).is_empty());
    }

    #[test]
    fn what_cannot_be_read_in_the_source_is_not_obsolete() {
        assert!(findings(&OBSOLETE_ATTRIBUTE, "a = A\n    .t = {\n", "a = \u{623}\n    .t = \u{639}\n").is_empty());
    }

    #[test]
    fn stays_quiet_on_terms_and_on_messages_that_the_source_lacks() {
        let target =
            "-t = \u{62A}\n    .case = x\na = \u{623}\n    .title = \u{639}\ngone = \u{645}\n    .x = \u{633}\n";
        assert!(findings(&OBSOLETE_ATTRIBUTE, "-t = T\na = A\n    .title = T\n", target).is_empty());
    }
}
