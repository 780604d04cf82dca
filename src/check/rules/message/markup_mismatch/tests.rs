use super::*;
use crate::check::rules::message::testing::{findings, places};

fn at(source: &str, target: &str) -> Vec<String> {
    places(&findings(&MARKUP_MISMATCH, source, target), target)
}

fn ids(source: &str, target: &str) -> Vec<&'static str> {
    findings(&MARKUP_MISMATCH, source, target).iter().map(|finding| finding.message.id).collect()
}

#[test]
fn a_tag_that_differs_is_placed_beside_the_source_s() {
    let source = "a = See <a href=\"/x\">one</a> <a href=\"/y\">two</a>\n";
    let target = "a = \u{645} <a href=\"/y\">\u{628}</a> <a href=\"/z\">\u{62C}</a>\n";
    let found = findings(&MARKUP_MISMATCH, source, target);
    assert_eq!(places(&found, target), ["1:26 <a href=\"/z\">"]);
    assert_eq!(found[0].message.id, "message-markup-mismatch-changed");
    assert_eq!(found[0].related.as_ref().expect("the source's").span.slice(source), "<a href=\"/x\">");
    let one = "a = \u{645} <a href=\"/y\">\u{628}</a>\n    .title = <b>\u{639}</b>\n";
    let titled = "a = See <a href=\"/x\">one</a> <a href=\"/y\">two</a>\n    .title = T\n";
    assert_eq!(at(titled, one), ["1:5 \u{645} <a href=\"/y\">\u{628}</a>", "2:14 <b>"]);
    assert_eq!(ids(titled, one), ["message-markup-mismatch-missing", "message-markup-mismatch-extra"]);
}

#[test]
fn every_variant_has_the_tags_of_a_matching_one() {
    let source = "a = { $n ->\n    [one] <b>One</b> of <i class=\"x\">it</i>\n   *[other] <b>{ $n }</b> of <i class=\"x\">it</i>\n }\n";
    let target = "a = { $n ->\n    [zero] \u{644}\u{627} <i class=\"x\">\u{634}</i>\n    [few] { $n } \u{645} <i class=\"x\">\u{634}</i>\n   *[other] <b>{ $n }</b> \u{645} <i class=\"x\">\u{634}</i>\n }\n";
    assert_eq!(at(source, target), ["3:6 few"]);
    let whole = target.replace("[few] { $n }", "[few] <strong>{ $n }</strong>");
    assert_eq!(at(source, &whole), Vec::<String>::new());
    let source =
        "a = { $n ->\n    [one] <b>x</b> <i id=\"n\">{ $n }</i>\n   *[other] <b>x</b> <i id=\"n\">{ $n }</i>\n }\n";
    let target =
        "a = { $n ->\n    [one] \u{648}\u{627}\u{62D}\u{62F}\n   *[other] <b>\u{633}</b> <i id=\"n\">{ $n }</i>\n }\n";
    assert!(at(source, target).is_empty(), "what holds the number goes with it");
}

#[test]
fn tags_that_stay_open_or_cross_are_reported_in_the_target_only() {
    let source = "a = <b>x</b> <i class=\"c\">y</i>\n";
    assert_eq!(at(source, "a = <b>\u{645} <i class=\"c\">\u{628}</i>\n"), ["1:5 <b>"]);
    assert_eq!(at(source, "a = <b>\u{645} <i class=\"c\">\u{628}</b></i>\n"), ["1:24 </b>"]);
    assert_eq!(at(source, "a = <b>\u{645}</b> <i class=\"c\">\u{628}</i></i>\n"), ["1:32 </i>"]);
    assert!(at("a = <b>x\n", "a = <b>\u{645}\n").is_empty());
}

#[test]
fn what_a_translation_may_do_is_no_fault() {
    let source = "a = <a data-l10n-name=\"x\" class=\"b a\" title=\"T\" lang=\"en\" href=\"https://en.example.org/en-US/{$p}\">y</a> <em>z</em>\n";
    let target = "a = <bdi>{ $q }</bdi> <a title='\u{639}' class='a b' dir=\"rtl\" data-l10n-name=x href=\"https://ar.example.org/ar/{ $p }\">y</a> \u{632} <span dir=\"ltr\">X</span>\n";
    assert!(at(source, target).is_empty());
    let source = "a = <b>x</b> and <b>x</b> <i>y</i>\n";
    assert!(at(source, "a = <strong>\u{633}</strong> \u{635}\n").is_empty());
    assert_eq!(ids(source, "a = \u{633} \u{635}\n"), ["message-markup-mismatch-missing"]);
    assert_eq!(ids("a = x\n", "a = <b>\u{633}</b>\n").len(), 1, "the source is no HTML");
    assert_eq!(ids("a = <img src=\"x\" alt=\"y\">\n", "a = <img src=\"x\">\n").len(), 1, "the alt is gone");
}

#[test]
fn words_in_angle_brackets_and_signs_are_no_tags() {
    assert!(at("a = ls <FILE> if a < b or <http://x>\n", "a = ls <\u{645}\u{644}\u{641}> a > b\n").is_empty());
    assert!(at("a = <input> to <output>\n", "a = <entree> \u{625}\u{644}\u{649} <sortie>\n").is_empty());
    assert!(at("a = One<br>two\n", "a = \u{648}\u{627}\u{62D}\u{62F}\n").len() == 1);
}

#[test]
fn tags_that_come_through_other_messages_are_left_alone() {
    let source = "b = <b>x</b>\na = { b }\n";
    assert!(at(source, "b = <b>\u{645}</b>\na = <b>\u{645}</b>\n").is_empty());
}
