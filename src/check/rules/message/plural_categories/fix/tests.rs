use super::super::super::syntax::SYNTAX;
use super::super::super::testing::{findings, findings_in, fixed, places};
use super::super::super::untranslated::UNTRANSLATED;
use super::super::PLURAL_CATEGORIES;

/// The text mended, which must have no finding of the rule left and be Fluent.
fn mended(text: &str) -> String {
    let found = findings(&PLURAL_CATEGORIES, "", text);
    assert!(!found.is_empty() && found.iter().all(|finding| finding.fix.is_some()), "{found:?}");
    let mended = fixed(text, &found);
    assert!(findings(&PLURAL_CATEGORIES, "", &mended).is_empty(), "{mended}");
    assert!(findings(&SYNTAX, "", &mended).is_empty(), "{mended}");
    mended
}

#[test]
fn adds_the_forms_in_their_order_as_copies_of_the_default() {
    let text = "### \u{645}\u{644}\u{641}\n\n# \u{639}\u{646} \u{627}\u{644}\u{639}\u{62F}\u{62F}\narticles =\n    { $n ->\n        [one] \u{645}\u{642}\u{627}\u{644}\n       *[other] { $n } \u{645}\u{642}\u{627}\u{644}\n    } \u{647}\u{646}\u{627}\n\nnext = \u{62A}\n";
    let other = "{ $n } \u{645}\u{642}\u{627}\u{644}";
    let expected = format!(
        "### \u{645}\u{644}\u{641}\n\n# \u{639}\u{646} \u{627}\u{644}\u{639}\u{62F}\u{62F}\n# mizan-translate: [zero] [two] [few] [many]\narticles =\n    {{ $n ->\n        [one] \u{645}\u{642}\u{627}\u{644}\n        [zero] {other}\n        [two] {other}\n        [few] {other}\n        [many] {other}\n       *[other] {other}\n    }} \u{647}\u{646}\u{627}\n\nnext = \u{62A}\n"
    );
    // *zero* comes before *one*.
    let expected = expected
        .replace(&format!("        [zero] {other}\n"), "")
        .replace("        [one]", &format!("        [zero] {other}\n        [one]"));
    assert_eq!(mended(text), expected);
}

#[test]
fn what_was_added_is_still_reported() {
    let text =
        "a = { $n ->\n    [one] \u{645}\u{642}\u{627}\u{644}\n   *[other] { $n } \u{645}\u{642}\u{627}\u{644}\n }\n";
    let source = "a = { $n ->\n    [one] One\n   *[other] { $n } more\n }\n";
    assert!(findings(&UNTRANSLATED, source, text).is_empty());
    let mended = mended(text);
    assert!(mended.starts_with("# mizan-translate: [zero] [two] [few] [many]\na = { $n ->\n"));
    let found = findings(&UNTRANSLATED, source, &mended);
    assert_eq!(places(&found, &mended), ["1:3 mizan-translate: [zero] [two] [few] [many]"]);
}

#[test]
fn windows_lines_and_long_texts_stay_as_they_are() {
    let text = "\u{FEFF}a = { $n ->\r\n  *[other]\r\n      { $n } \u{645}\r\n\r\n        \u{647}\u{646}\u{627}  \r\n  }\r\n    .t = { $m ->\r\n        [zero] \u{644}\r\n        [ one ] \u{648}\r\n        [two] \u{62B}\r\n        [few] { $m }\r\n       *[many] { $m } \u{645}\r\n}\r\n";
    let copied = "\r\n      { $n } \u{645}\r\n\r\n        \u{647}\u{646}\u{627}";
    let text = text.replace("  *[other]", "   [many] x\r\n  *[other]");
    let expected = format!(
        "\u{FEFF}# mizan-translate: .t [other]\r\n# mizan-translate: [zero] [one] [two] [few]\r\na = {{ $n ->\r\n   [zero]{copied}\r\n   [one]{copied}\r\n   [two]{copied}\r\n   [few]{copied}\r\n   [many] x\r\n  *[other]{copied}  \r\n  }}\r\n    .t = {{ $m ->\r\n        [zero] \u{644}\r\n        [ one ] \u{648}\r\n        [two] \u{62B}\r\n        [few] {{ $m }}\r\n       *[many] {{ $m }} \u{645}\r\n        [other] {{ $m }} \u{645}\r\n}}\r\n"
    );
    assert_eq!(mended(&text), expected);
}

#[test]
fn several_selects_of_a_part_are_mended_together() {
    let one = "{ $n ->\n    [0] \u{644}\n    [1] \u{648}\n    [2] \u{62B}\n    [few] { $n }\n   *[other] { $n }\n }";
    let two = "{ $m ->\n   *[other] { $m }\n    [one] \u{648}\n }";
    let mended = mended(&format!("## \u{645}\n-a = {one} {two}\n"));
    let one = one.replace("   *[other]", "    [many] { $n }\n   *[other]");
    let forms: String = ["zero", "two", "few", "many"].iter().map(|name| format!("    [{name}] {{ $m }}\n")).collect();
    let two = two.replace("   *[other]", &format!("{forms}   *[other]"));
    assert_eq!(mended, format!("## \u{645}\n# mizan-translate: [zero] [two] [few] [many]\n-a = {one} {two}\n"));
}

#[test]
fn a_mark_is_not_written_twice() {
    let text = "# mizan-translate: [many]\na = { $n ->\n    [zero] \u{644}\n    [one] \u{648}\n    [two] \u{62B}\n    [few] { $n }\n   *[other] { $n }\n }\n";
    assert_eq!(mended(text), text.replace("   *[other]", "    [many] { $n }\n   *[other]"));
}

#[test]
fn no_fix_in_the_source_nor_where_plurals_nest() {
    let inner = "{ $m ->\n        [one] \u{648}\n       *[other] { $m }\n    }";
    let nested = format!("a = {{ $n ->\n    [one] \u{648}\n   *[other] {inner}\n }}\n");
    let found = findings(&PLURAL_CATEGORIES, "", &nested);
    assert!(found.len() == 2 && found.iter().all(|finding| finding.fix.is_none()));
    let source = [("site", "a = { $n ->\n    [1] \u{648}\n    [2] x\n   *[many] { $n }\n }\n")];
    let found = findings_in(&PLURAL_CATEGORIES, "en", &[], &source);
    assert!(found.len() == 1 && found[0].fix.is_none());
}
