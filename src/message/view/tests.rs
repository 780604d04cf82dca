use super::*;
use crate::message::{Scope, Use, selects, walk};

fn path() -> Arc<str> {
    Arc::from("ar/site.ftl")
}

fn with<T>(text: &str, check: impl FnOnce(&CatalogView<'_>) -> T) -> T {
    let path = path();
    check(&CatalogView::new([("site", &path, text)]))
}

const TEXT: &str = "### \u{645}\u{644}\u{641}\n\n## \u{645}\u{62C}\u{645}\u{648}\u{639}\u{629}\n\n# \u{62A}\u{639}\u{644}\u{64A}\u{642}\n# \u{633}\u{637}\u{631}\nfirst = \u{623}\u{647}\u{644}\u{627} { $name }\u{60C} { $name }\n    .title = \u{639}\u{646}\u{648}\u{627}\u{646}\n\n-term = { \"x\" }\nlong =\n    \u{633}\u{637}\u{631}\n\n    \u{633}\u{637}\u{631} { NUMBER( $n, type: \"ordinal\" ) ->\n        [one] \u{623}\n       *[other] \u{628} { -term(case: \"y\") }\n    }\n\n\n";

#[test]
fn entries_know_their_places() {
    for text in [TEXT.to_owned(), TEXT.replace('\n', "\r\n"), format!("\u{FEFF}{TEXT}")] {
        with(&text, |catalog| {
            let spans: Vec<_> = catalog.entries().iter().map(|entry| entry.span.slice(&text)).collect();
            assert_eq!(spans.len(), 3);
            assert!(spans[0].starts_with("first =") && spans[0].ends_with("\u{639}\u{646}\u{648}\u{627}\u{646}"));
            assert_eq!(spans[1], "-term = { \"x\" }");
            assert!(spans[2].starts_with("long =") && spans[2].ends_with('}'));
            let comment = catalog.entries()[0].comment.as_ref().expect("a comment");
            assert!(comment.span.slice(&text).starts_with("# \u{62A}"));
            assert!(comment.span.slice(&text).ends_with("\u{633}\u{637}\u{631}"));
            assert!(catalog.entries().iter().all(|entry| entry.group.is_some()));
        });
    }
}

#[test]
fn a_name_that_occurs_twice_has_two_places() {
    with(TEXT, |catalog| {
        let entry = catalog.get("first").expect("the message");
        let mut spans = Vec::new();
        walk(entry.value.as_ref().expect("a value"), &mut |used| {
            if let Use::Variable { name, .. } = used {
                spans.push(catalog.file(entry).span_of(name));
            }
        });
        assert_eq!(spans.len(), 2);
        assert!(spans[0].end < spans[1].start);
        assert!(spans.iter().all(|span| span.slice(TEXT) == "name"));
        let places: Vec<_> = spans.iter().map(|span| catalog.file(entry).place(*span).start.column).collect();
        assert_eq!(places, [17, 28]);
    });
}

#[test]
fn the_span_of_a_pattern_reaches_over_braces_quotes_and_arguments() {
    for text in [TEXT.to_owned(), TEXT.replace('\n', "\r\n")] {
        with(&text, |catalog| {
            let file = &catalog.files()[0];
            let pattern = |id: &str| {
                let entry = catalog.get(id).expect("an entry");
                file.pattern_span(entry.value.as_ref().expect("a value")).slice(&text)
            };
            assert_eq!(pattern("-term"), "{ \"x\" }");
            assert!(pattern("first").ends_with("{ $name }"));
            assert!(pattern("long").starts_with('\u{633}') && pattern("long").ends_with('}'));
            let long = catalog.get("long").and_then(|entry| entry.value.as_ref()).expect("a value");
            let select = &selects(long)[0];
            let selector = span::inline(&text, select.selector).slice(&text);
            assert_eq!(selector, "NUMBER( $n, type: \"ordinal\" )");
            let variant = file.variant_span(&select.variants[1]).slice(&text);
            assert_eq!(variant, "*[other] \u{628} { -term(case: \"y\") }");
        });
    }
}

#[test]
fn allowances_cover_what_they_stand_on() {
    let text = "### mizan-allow message/missing, message/obsolete: \u{644}\u{627}\u{62D}\u{642}\u{64B}\u{627}\n\n## mizan-allow message/untranslated\n\n# mizan-allow message/syntax: x\na = A\n\n# mizan-allow message/syntax: y\nb = { $\n\nc = C\n\n## \u{623}\u{62E}\u{631}\u{649}\n\n# mizan-allowed: no\nd = D\n\n# mizan-allow message/syntax: alone\n";
    with(text, |catalog| {
        let file = &catalog.files()[0];
        let at = |needle: &str| Span::at(text.find(needle).expect("in the text")).start;
        let covered = |rule: &str, needle: &str| {
            let at = at(needle);
            let covers = |own: &&Allowance<'_>| own.rule == rule && own.covers.start <= at && at < own.covers.end;
            file.allowances.iter().filter(covers).map(|own| own.scope).collect::<Vec<_>>()
        };
        assert_eq!(covered("message/missing", "d = D"), [Scope::File]);
        assert_eq!(covered("message/obsolete", "a = A"), [Scope::File]);
        assert_eq!(covered("message/untranslated", "c = C"), [Scope::Group]);
        assert_eq!(covered("message/untranslated", "d = D"), []);
        assert_eq!(covered("message/syntax", "a = A"), [Scope::Message]);
        assert_eq!(covered("message/syntax", "{ $"), [Scope::Message]);
        assert_eq!(covered("message/syntax", "c = C"), []);
        assert_eq!(file.allowances.len(), 6);
        assert_eq!(file.allowances[0].reason, "\u{644}\u{627}\u{62D}\u{642}\u{64B}\u{627}");
        assert!(file.allowances[5].covers.is_empty());
    });
}

#[test]
fn junk_names_the_message_that_it_was_to_be() {
    with("a = A\n\u{645}\n\n-b = { \n\n= c\n\nd\n", |catalog| {
        let junk: Vec<_> = catalog.files()[0].junk.iter().map(|junk| junk.id).collect();
        assert_eq!(junk, [None, Some("-b"), Some("d")]);
        assert!(catalog.is_unreadable("-b") && !catalog.is_unreadable("a"));
    });
}

#[test]
fn the_first_definition_counts_over_all_files() {
    let (one, two) = (path(), Arc::from("ar/other.ftl"));
    let catalog = CatalogView::new([("site", &one, "a = 1\nb = 2\n"), ("other", &two, "b = 3\na = 4\n-a = 5\n")]);
    assert_eq!(catalog.definitions().count(), 3);
    assert_eq!(
        catalog.duplicates().map(|(first, again)| (first.file, again.file, again.id)).collect::<Vec<_>>(),
        [(0, 1, "b"), (0, 1, "a")]
    );
    assert_eq!(catalog.get("a").map(|entry| entry.file), Some(0));
    assert!(catalog.get("-a").is_some_and(Entry::is_term));
}

proptest::proptest! {
    #[test]
    fn spans_fit_and_lie_in_order(text in "(\u{FEFF}|# mizan-allow x\r?\n|## g\n|[ab] ?= ?|-t = |\\{ ?\\$x ?\\}|\\{ \\$x ->\n \\[one\\] y\n \\*\\[other\\] \u{645}\n \\}|\\{ F\\( ?\\$a ?\\) \\}|\"\\\\u00|\u{645}|[{}\"\\[.=]|\r?\n ?){0,24}") {
        with(&text, |catalog| {
            let file = &catalog.files()[0];
            let mut end = 0;
            for entry in catalog.entries() {
                assert!(entry.span.start >= end && text.get(entry.span.range()).is_some());
                assert!(entry.span.slice(&text).starts_with(entry.id));
                end = entry.span.end;
                for part in entry.parts() {
                    let span = file.pattern_span(part.pattern);
                    assert!(text.get(span.range()).is_some());
                    assert!(entry.span.contains(span), "{text:?} {span:?} {:?}", entry.span);
                }
            }
            for junk in &file.junk {
                assert!(text.get(junk.span.range()).is_some() && text.get(junk.at.range()).is_some());
            }
        });
    }
}
