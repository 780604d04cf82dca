//! Values of fields as they are written.

use super::*;
use crate::exchange::settle::splice;

/// The front matter after field `name` got this value, by the first way that is read back.
fn set(text: &str, name: &str, value: &str) -> Option<String> {
    let document = Document::parse("a.md", text.to_owned());
    let source = Document::parse("s.md", "---\nseo:\n  title: T\ntitle: T\nsummary: S\nalt: A\n---\n".to_owned());
    (0..WAYS).find_map(|way| {
        let new = splice(text, vec![edit(&document, &source, name, value, way)?])?;
        let front = Document::parse("a.md", new.clone()).front;
        is_as_wanted(&front, &document.front, &[(name.to_owned(), value.to_owned())]).then_some(new)
    })
}

#[test]
fn values_are_written_as_those_before_where_that_is_possible() {
    let text = |value: &str| format!("---\ntitle: {value} # note\nn: 1\n---\nText\n");
    assert_eq!(set(&text("old"), "title", "عنوان جديد"), Some(text("عنوان جديد")));
    assert_eq!(set(&text("old"), "title", "one: two"), Some(text("\"one: two\"")));
    assert_eq!(set(&text("old"), "title", "true"), Some(text("\"true\"")));
    assert_eq!(set(&text("old"), "title", "12"), Some(text("\"12\"")));
    assert_eq!(set(&text("'old'"), "title", "it's"), Some(text("'it''s'")));
    assert_eq!(set(&text("\"old\""), "title", "say \"so\""), Some(text("\"say \\\"so\\\"\"")));
    assert_eq!(set(&text("old"), "title", "a # b"), Some(text("\"a # b\"")));
    assert_eq!(set(&text("old"), "title", "a\u{200F}b"), Some(text("\"a\\u200Fb\"")), "no raw control");
}

#[test]
fn blocks_flow_maps_and_toml_are_written_too() {
    let block = "---\r\nsummary: |\r\n  one\r\n  two\r\nn: 1\r\n---\r\n";
    let new = "---\r\nsummary: \"three\\nfour\"\r\nn: 1\r\n---\r\n";
    assert_eq!(set(block, "summary", "three\nfour").as_deref(), Some(new));
    let flow = set("---\nseo: {title: old, n: 1}\n---\n", "seo.title", "a, b");
    assert_eq!(flow.as_deref(), Some("---\nseo: {title: \"a, b\", n: 1}\n---\n"));
    let toml = set("+++\ntitle = 'old'\n[extra]\nn = 1\n+++\n", "title", "it's");
    assert_eq!(toml.as_deref(), Some("+++\ntitle = \"it's\"\n[extra]\nn = 1\n+++\n"));
    assert_eq!(set("---\ntitle:\n---\n", "title", "x").as_deref(), Some("---\ntitle: x\n---\n"));
}

#[test]
fn fields_that_lack_go_where_the_source_has_them() {
    let set = |text: &str, name: &str| set(text, name, "x");
    assert_eq!(set("---\ntitle: a\nn: 1\n---\n", "summary").as_deref(), Some("---\ntitle: a\nsummary: x\nn: 1\n---\n"));
    assert_eq!(set("---\r\nn: 1\r\n---\r\n", "title").as_deref(), Some("---\r\ntitle: x\r\nn: 1\r\n---\r\n"));
    assert_eq!(
        set("---\nsummary: >\n  a\n  b\n---\n", "alt").as_deref(),
        Some("---\nsummary: >\n  a\n  b\nalt: x\n---\n")
    );
    assert_eq!(set("---\ntitle: a\n---\n", "seo.title"), None, "no place");
}

#[test]
fn a_translation_inherits_what_is_shared() {
    let text =
        "---\ntitle: T # t\ndate: 2023-01-01\ntags:\n  - a\n  - b\nslug: s\nseo:\n  image: i\n  title: t\n---\nText\n";
    let document = Document::parse("a.md", text.to_owned());
    let shared = ["date", "tags", "seo.image", "none"].map(str::to_owned);
    let new = splice(text, inherited(&document, &shared)).expect("edits");
    assert_eq!(new, "---\ntitle: T # t\nseo:\n  title: t\n---\nText\n");
}
