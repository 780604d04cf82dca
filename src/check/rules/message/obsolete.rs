use std::collections::HashSet;

use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::check::{Fix, Sink, Unit};
use crate::message::{CatalogView, Entry, Use, walk};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a message of a target catalog that the source does not have, unless another message of the target
    /// refers to it.
    ///
    /// # Why
    ///
    /// Nothing shows it any more. It is read, mended and paid for in vain; or its id was changed on one side only, and
    /// the message is missing as well.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/ar/site.ftl, while the source renamed the message to read-more
    /// continue-reading = اقرأ المزيد
    /// ```
    ///
    /// # Instead
    ///
    /// Rename the message as the source did, or remove it.
    ///
    /// # Fix safety
    ///
    /// The fix removes the message with its own comment and nothing else. There is none where the source has no file of
    /// the same name: then it is rather the file that was renamed.
    pub(crate) static OBSOLETE = ("message/obsolete", Warn, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    let unknown = |entry: &&Entry<'_>| {
        !entry.is_term() && look.source.get(entry.id).is_none() && !look.source.is_unreadable(entry.id)
    };
    let mut candidates = look.target.entries().iter().filter(unknown).peekable();
    if candidates.peek().is_none() {
        return;
    }
    let referenced = referenced(look.target);
    for entry in candidates.filter(|entry| !referenced.contains(entry.id)) {
        let file = look.target.file(entry);
        let message = Phrase::new("message-obsolete").with("id", entry.id);
        let finding = sink.report(file.place(entry.span), Unit::Message(entry.id.to_owned()), message);
        finding.help(Phrase::new("message-obsolete.help"));
        if look.source.file_named(file.name).is_some() {
            finding.fix(Fix { edits: vec![(whole(entry, file.text), String::new())] });
        }
    }
}

/// Ids that messages and terms of the catalog refer to.
fn referenced<'a>(catalog: &CatalogView<'a>) -> HashSet<&'a str> {
    let mut found = HashSet::new();
    for part in catalog.entries().iter().flat_map(Entry::parts) {
        walk(part.pattern, &mut |used| {
            if let Use::Message { id, .. } = used {
                found.insert(id);
            }
        });
    }
    found
}

/// The entry with its comment and its line ending; with the blank lines that follow, where blank lines also precede it.
fn whole(entry: &Entry<'_>, text: &str) -> Span {
    let start = entry.comment.as_ref().map_or(entry.span.start, |comment| comment.span.start) as usize;
    let mut end = after_line(text, entry.span.end as usize);
    let head = text.get(..start).unwrap_or_default();
    let head = head.strip_prefix('\u{FEFF}').unwrap_or(head);
    let blank_before = head.is_empty() || head.ends_with("\n\n") || head.ends_with("\n\r\n");
    while blank_before && end < text.len() {
        let next = after_line(text, end);
        if !text.get(end..next).unwrap_or_default().trim().is_empty() {
            break;
        }
        end = next;
    }
    Span::new(start, end)
}

fn after_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, fixed, places};
    use super::*;

    const SOURCE: &str = "a = A\nb = B\n";

    #[test]
    fn removes_the_entry_with_its_comment_and_nothing_else() {
        let target = "# \u{623}\u{648}\u{644}\na = \u{623}\n\n# \u{642}\u{62F}\u{64A}\u{645}\n# \u{633}\u{637}\u{631}\nold = \u{646}\u{635}\n    \u{62A}\u{62A}\u{645}\u{629}\n    .title = \u{639}\n\n\n## \u{645}\u{62C}\u{645}\u{648}\u{639}\u{629}\n\nb = \u{628}\n";
        let found = findings(&OBSOLETE, SOURCE, target);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place.start.line, 6);
        assert_eq!(
            fixed(target, &found),
            "# \u{623}\u{648}\u{644}\na = \u{623}\n\n## \u{645}\u{62C}\u{645}\u{648}\u{639}\u{629}\n\nb = \u{628}\n"
        );
    }

    #[test]
    fn fixes_of_neighbours_stay_apart_on_windows_lines() {
        let target = "a = \u{623}\r\n\r\nold = x\r\n\r\nolder = y\r\nb = \u{628}";
        let found = findings(&OBSOLETE, SOURCE, target);
        assert_eq!(places(&found, target), ["3:1 old = x", "5:1 older = y"]);
        assert_eq!(fixed(target, &found), "a = \u{623}\r\n\r\nb = \u{628}");
    }

    #[test]
    fn what_the_target_refers_to_is_not_obsolete() {
        let target = "a = { own-words } \u{628}\nown-words = \u{646}\n-term = \u{645}\nb = \u{628}\n";
        assert!(findings(&OBSOLETE, SOURCE, target).is_empty());
    }

    #[test]
    fn no_fix_where_the_source_lacks_the_file() {
        let found = findings_in(&OBSOLETE, "ar", &[("site", SOURCE)], &[("renamed", "old = x\n")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].fix, None);
    }
}
