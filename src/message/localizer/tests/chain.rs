use super::super::*;
use super::{localizer, say};
use crate::locale::{Calendar, Numbering};

#[test]
fn the_chain_is_explicit_and_what_fell_through_is_said() {
    let both = Localizer::builder()
        .add(&Locale::new("en").expect("a tag"), "a = A\nb = B\n    .title = T\n")
        .add(&Locale::new("ar").expect("a tag"), "a = \u{623}\nb = \u{628}\n")
        .build();
    let tags = |requested: &[&str]| both.negotiate(requested).chain().map(|l| l.tag().to_owned()).collect::<Vec<_>>();
    assert_eq!(tags(&["ar-EG"]), ["ar", "en"]);
    assert_eq!(tags(&["fr", "not a tag"]), ["en"]);
    let arabic = both.negotiate(&["ar-EG"]);
    let title = arabic.format("b.title", FluentArgs::new());
    assert_eq!((title.as_str(), title.locale().tag(), title.direction()), ("T", "en", Direction::Ltr));
    let lacks = Problem::MissingMessage { id: "b.title".to_owned(), locale: "ar".to_owned() };
    assert_eq!(title.problems(), [lacks]);
    let nowhere = arabic.format("no-such", FluentArgs::new());
    assert_eq!((nowhere.as_str(), nowhere.problems().len()), ("no-such", 2));
}

fn of(tags: &[&str]) -> Localizer {
    let locale = |tag: &&str| Locale::new(tag).expect("a tag");
    tags.iter().fold(Localizer::builder(), |builder, tag| builder.add(&locale(tag), "n = { $n }\n")).build()
}

fn chain(localizer: &Localizer) -> Vec<&str> {
    localizer.chain().map(Locale::tag).collect()
}

#[test]
fn a_region_falls_back_to_its_language_then_to_the_source() {
    let all = of(&["en", "ar", "ar-EG", "he", "zh-Hant", "zh", "pt-BR"]);
    assert_eq!(chain(&all), ["en"]);
    assert_eq!(chain(&all.negotiate(&["ar-EG"])), ["ar-EG", "ar", "en"]);
    // A reader of another country is served by the language, then by its other country.
    assert_eq!(chain(&all.negotiate(&["ar-SA"])), ["ar", "ar-EG", "en"]);
    assert_eq!(chain(&all.negotiate(&["pt"])), ["pt-BR", "en"]);
    assert_eq!(chain(&all.negotiate(&["iw-IL", "ar"])), ["he", "ar", "ar-EG", "en"]);
    assert_eq!(chain(&all.negotiate(&["en", "ar"])), ["en", "ar", "ar-EG"]);
    assert_eq!(chain(&all.negotiate(&[""; 0])), ["en"]);
    assert_eq!(chain(&all.negotiate(&["ar_EG"])), ["ar-EG", "ar", "en"]);
}

#[test]
fn another_script_is_no_answer() {
    let all = of(&["en", "zh", "zh-Hant", "az", "pa", "sr"]);
    assert_eq!(chain(&all.negotiate(&["zh-Hant-HK"])), ["zh-Hant", "en"]);
    assert_eq!(chain(&all.negotiate(&["zh-HK"])), ["zh-Hant", "en"]);
    assert_eq!(chain(&all.negotiate(&["zh-CN"])), ["zh", "en"]);
    assert_eq!(chain(&all.negotiate(&["az-Arab"])), ["en"]);
    assert_eq!(chain(&all.negotiate(&["pa-PK"])), ["en"]);
    assert_eq!(chain(&all.negotiate(&["sr-Cyrl-RS", "sr-Latn"])), ["sr", "en"]);
}

#[test]
fn a_readers_digits_and_calendar_go_before_the_policy() {
    let all = of(&["en", "ar"]);
    let wish = |tag: &str| all.negotiate(&[tag]).locale().clone();
    let policy = |tag: &str| (wish(tag).numbering, wish(tag).calendar);
    assert_eq!(policy("ar"), (Numbering::Latn, Calendar::Gregorian));
    assert_eq!(policy("ar-u-nu-arab"), (Numbering::Arab, Calendar::Gregorian));
    assert_eq!(policy("ar-SA-u-ca-islamic-umalqura-nu-arab"), (Numbering::Arab, Calendar::UmmAlQura));
    // What is not known leaves the policy.
    assert_eq!(policy("ar-u-nu-thai-ca-coptic"), (Numbering::Latn, Calendar::Gregorian));
    let arabic = all.negotiate(&["ar-u-nu-arab"]);
    assert_eq!(chain(&arabic), ["ar", "en"]);
    assert_eq!(say(&arabic, "n", &crate::args! { n => 12 }), "\u{661}\u{662}");
    // The texts stay those of everyone.
    assert_eq!(say(&all.negotiate(&["ar"]), "n", &crate::args! { n => 12 }), "12");
    assert_eq!(say(&all.negotiate(&["ar-u-nu-latn"]), "n", &crate::args! { n => 12 }), "12");
}

#[test]
fn a_given_chain_is_taken_as_it_is() {
    let all = of(&["en", "ar", "he"]);
    let given = |tags: &[&str]| all.with_chain(tags);
    assert_eq!(chain(&given(&["he", "ar"]).expect("known")), ["he", "ar"]);
    assert_eq!(chain(&given(&["iw", "he", "en"]).expect("known")), ["he", "en"]);
    assert_eq!(chain(&given(&[]).expect("the source")), ["en"]);
    assert!(given(&["ar-EG"]).is_err(), "nothing is negotiated");
    assert!(given(&["not a tag"]).is_err());
    let unknown = given(&["fr"]).expect_err("there is no French");
    assert_eq!(unknown.to_string(), "fr is none of the locales here: en, ar, he");
    assert_eq!(given(&["ar-u-nu-arab"]).expect("known").locale().numbering, Numbering::Arab);
}

#[test]
fn a_request_that_is_no_tag_is_passed_over_or_refused() {
    let all = of(&["en", "ar"]);
    assert_eq!(chain(&all.negotiate(&["", "*", "x-y", "ar"])), ["ar", "en"]);
    assert!(all.try_negotiate(&["ar", "*"]).is_err());
    assert_eq!(chain(&all.try_negotiate(&["ar"]).expect("a tag")), ["ar", "en"]);
}

#[test]
fn only_a_locale_that_is_asked_is_parsed_and_clones_share_it() {
    let all = of(&["en", "ar"]);
    let parsed = |localizer: &Localizer| localizer.all.iter().map(|served| served.is_parsed()).collect::<Vec<_>>();
    assert_eq!(parsed(&all), [false, false]);
    let arabic = all.negotiate(&["ar-u-nu-arab"]);
    say(&arabic, "n", &crate::args! { n => 1 });
    assert_eq!(parsed(&all), [false, true]);
    assert_eq!(localizer("en", "").chain().count(), 1);
}
