use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberStyle};

use super::super::*;
use super::{localizer, say};
use crate::locale::Numbering;
use crate::message::functions::{Allowed, FUNCTIONS, Function};

/// `NUMBER($n, options)` in this locale.
fn number(tag: &str, options: &str, value: impl Into<FluentValue<'static>>) -> String {
    let text = format!("m = {{ NUMBER($n, {options}) }}\n");
    say(&localizer(tag, &text), "m", &crate::args! { n => value })
}

fn currency(tag: &str, options: &str, value: impl Into<FluentValue<'static>>) -> String {
    number(tag, &format!("style: \"currency\", {options}"), value)
}

fn unit(tag: &str, options: &str, value: impl Into<FluentValue<'static>>) -> String {
    number(tag, &format!("style: \"unit\", {options}"), value)
}

/// The options named as not known or not to be honoured, and the text.
fn refused(tag: &str, expression: &str) -> (Vec<String>, String) {
    let formatted = localizer(tag, &format!("m = {{ {expression} }}\n")).format("m", crate::args! { n => 1234.5 });
    let option = |problem: &Problem| match problem {
        Problem::UnknownOption { option, .. } => option.clone(),
        other => panic!("{other:?}"),
    };
    (formatted.problems().iter().map(option).collect(), formatted.into_string())
}

#[test]
fn numbers_follow_the_policy_of_the_locale() {
    let text = "n = { $n }\np = { NUMBER($n, style: \"percent\") }\ng = { NUMBER($n, useGrouping: \"false\") }\nd = { NUMBER($n, maximumFractionDigits: 1) }\n";
    let mut locale = Locale::new("ar-EG").expect("a tag");
    let latin = Localizer::builder().add(&locale, text).build();
    assert_eq!(say(&latin, "n", &crate::args! { n => 1_234_567.5 }), "1,234,567.5");
    locale.numbering = Numbering::Arab;
    let arabic = Localizer::builder().add(&locale, text).build();
    assert_eq!(say(&arabic, "n", &crate::args! { n => 1_234.5 }), "\u{661}\u{66C}\u{662}\u{663}\u{664}\u{66B}\u{665}");
    assert_eq!(say(&arabic, "n", &crate::args! { n => 907 }), "\u{669}\u{660}\u{667}");
    assert_eq!(say(&arabic, "p", &crate::args! { n => 0.25 }), "\u{662}\u{665}\u{66A}");
    assert_eq!(say(&latin, "g", &crate::args! { n => 20_000 }), "20000");
    assert_eq!(say(&latin, "d", &crate::args! { n => 0.25 }), "0.3");
    assert_eq!(say(&latin, "n", &crate::args! { n => -5 }), "-5");
    assert_eq!(say(&latin, "n", &crate::args! { n => f64::INFINITY }), "\u{221E}");
}

#[test]
fn a_call_may_name_its_digits() {
    assert_eq!(number("ar", "numberingSystem: \"arab\"", 45), "\u{664}\u{665}");
    assert_eq!(number("en", "numberingSystem: \"arabext\"", 45), "\u{6F4}\u{6F5}");
    assert_eq!(number("ar", "numberingSystem: \"arab\", style: \"percent\"", 0.5), "\u{665}\u{660}\u{66A}");
    // Digits bring their own separators, also where the language has none for them.
    assert_eq!(number("en", "numberingSystem: \"arab\"", 1234.5), "\u{661}\u{66C}\u{662}\u{663}\u{664}\u{66B}\u{665}");
    assert_eq!(number("he", "numberingSystem: \"arabext\"", 1.5), "\u{6F1}\u{66B}\u{6F5}");
    let mut persian = Locale::new("fa").expect("a tag");
    persian.numbering = Numbering::Arab;
    let text = "n = { $n }\nl = { NUMBER($n, numberingSystem: \"latn\") }\n";
    let persian = Localizer::builder().add(&persian, text).build();
    assert_eq!(say(&persian, "n", &crate::args! { n => 45 }), "\u{6F4}\u{6F5}");
    assert_eq!(say(&persian, "l", &crate::args! { n => 45 }), "45");
}

#[test]
fn small_numbers_are_written_as_icu_writes_them() {
    // The quick way for whole numbers below 1000, against the formatter itself (which a fraction digit asks).
    for tag in ["ar", "ar-EG", "en", "fa", "hi", "my", "de-CH"] {
        for digits in ["latn", "arab", "arabext"] {
            for value in [0, 1, 9, 10, 42, 99, 100, 307, 999] {
                let quick = number(tag, &format!("numberingSystem: \"{digits}\""), value);
                let slow = number(tag, &format!("numberingSystem: \"{digits}\", minimumFractionDigits: 1"), value);
                assert!(slow.starts_with(&quick), "{tag} {digits}: {quick} {slow}");
                assert_eq!(slow.chars().count(), quick.chars().count() + 2, "{slow}");
            }
        }
    }
}

#[test]
fn grouping_is_the_locales_own() {
    assert_eq!(number("en", "useGrouping: \"true\"", 1_234_567), "1,234,567");
    assert_eq!(number("hi", "useGrouping: \"true\"", 1_234_567), "12,34,567");
    // Spanish groups from five digits.
    assert_eq!(number("es", "useGrouping: \"true\"", 1_234), "1234");
    assert_eq!(number("es", "useGrouping: \"true\"", 12_345), "12.345");
    assert_eq!(number("en", "useGrouping: 0", 1_234_567), "1234567");
}

#[test]
fn digits_are_rounded_and_filled() {
    let en = |options: &str, value: f64| number("en", options, value);
    assert_eq!(en("maximumFractionDigits: 0", 2.5), "3");
    assert_eq!(en("maximumFractionDigits: 0", -2.5), "-3");
    assert_eq!(en("minimumFractionDigits: 2", 1.0), "1.00");
    assert_eq!(en("minimumFractionDigits: 5", 0.1), "0.10000");
    assert_eq!(en("minimumIntegerDigits: 2", 7.0), "07");
    assert_eq!(en("maximumSignificantDigits: 3", 123_456.0), "123,000");
    assert_eq!(en("maximumSignificantDigits: 2", 9.96), "10");
    assert_eq!(en("minimumSignificantDigits: 3", 9.0), "9.00");
    assert_eq!(en("minimumSignificantDigits: 3", 0.0), "0.00");
    assert_eq!(en("minimumSignificantDigits: 2, maximumSignificantDigits: 2", 0.009_96), "0.010");
    assert_eq!(en("maximumSignificantDigits: 2", 0.012_345), "0.012");
    // Significant digits go before fraction digits, as in ECMA-402.
    assert_eq!(en("maximumFractionDigits: 0, maximumSignificantDigits: 3", 1.234), "1.23");
    assert_eq!(en("style: \"percent\", maximumFractionDigits: 1", 0.1234), "12.3%");
    assert_eq!(en("maximumFractionDigits: 1", 1e300).len(), 401);
}

#[test]
fn a_plural_is_chosen_by_the_digits_that_are_shown() {
    let text = "m = { NUMBER($n, maximumFractionDigits: 0) ->\n [one] one\n *[other] { NUMBER($n, maximumFractionDigits: 0) } pages\n }\ns = { NUMBER($n, minimumSignificantDigits: 2) ->\n [one] one\n *[other] more\n }\n";
    let english = localizer("en", text);
    assert_eq!(say(&english, "m", &crate::args! { n => 1.2 }), "one");
    assert_eq!(say(&english, "m", &crate::args! { n => 1.6 }), "2 pages");
    assert_eq!(say(&english, "s", &crate::args! { n => 1 }), "more");
}

#[test]
fn literals_are_numbers_too() {
    let text = "a = { 5 } { 1.50 } { NUMBER(1234.5, minimumFractionDigits: 2) } { NUMBER(0.5, style: \"percent\") }\nb = { NUMBER(NUMBER($n, minimumFractionDigits: 1), useGrouping: \"false\") }\nc = { 1 ->\n [one] one\n *[other] other\n }\nd = { 1.0 ->\n [one] one\n *[other] other\n }\n";
    let english = localizer("en", text);
    assert_eq!(say(&english, "a", &crate::args! {}), "5 1.50 1,234.50 50.0%");
    assert_eq!(say(&english, "b", &crate::args! { n => 1234 }), "1234.0");
    assert_eq!(say(&english, "c", &crate::args! {}), "one");
    assert_eq!(say(&english, "d", &crate::args! {}), "other");
}

#[test]
fn what_the_caller_set_on_a_number_is_honoured() {
    let set = |options: FluentNumberOptions| FluentNumber::new(1234.5, options);
    let text =
        "n = { $n }\nc = { NUMBER($n, currencyDisplay: \"code\") }\nm = { NUMBER($n, maximumFractionDigits: 0) }\n";
    let say = |tag: &str, id: &str, options: FluentNumberOptions| {
        say(&localizer(tag, text), id, &crate::args! { n => set(options) })
    };
    let dollars = || FluentNumberOptions {
        style: FluentNumberStyle::Currency,
        currency: Some("USD".to_owned()),
        ..FluentNumberOptions::default()
    };
    assert_eq!(say("en", "n", dollars()), "$1,234.50");
    assert_eq!(say("ar", "n", dollars()), "1,234.50\u{A0}US$");
    assert_eq!(say("en", "c", dollars()), "USD\u{A0}1,234.50");
    assert_eq!(say("en", "m", dollars()), "$1,235");
    let plain = FluentNumberOptions { use_grouping: false, minimum_fraction_digits: Some(2), ..Default::default() };
    assert_eq!(say("en", "n", plain), "1234.50");
    let significant = FluentNumberOptions { maximum_significant_digits: Some(2), ..Default::default() };
    assert_eq!(say("en", "n", significant), "1,200");
}

#[test]
fn a_callers_currency_that_is_none_is_said() {
    for currency in [None, Some("dollars".to_owned())] {
        let options = FluentNumberOptions { style: FluentNumberStyle::Currency, currency, ..Default::default() };
        let number = FluentNumber::new(5.0, options);
        let formatted = localizer("en", "n = { $n }\n").format("n", crate::args! { n => number });
        assert!(matches!(formatted.problems(), [Problem::UnknownOption { .. }]), "{:?}", formatted.problems());
        assert!(formatted.as_str().contains('5'));
    }
}

#[test]
fn currencies_are_written_as_english_and_arabic_write_them() {
    assert_eq!(currency("en", "currency: \"USD\"", 1234.5), "$1,234.50");
    assert_eq!(currency("en-GB", "currency: \"USD\"", -3), "-$3.00");
    assert_eq!(currency("en", "currency: \"SAR\"", -3), "-SAR\u{A0}3.00");
    assert_eq!(currency("en", "currency: \"JPY\"", 3.7), "\u{A5}4");
    assert_eq!(currency("en", "currency: \"KWD\"", 3), "KWD\u{A0}3.000");
    assert_eq!(currency("en", "currency: \"EUR\", minimumFractionDigits: 0", 3), "\u{20AC}3");
    assert_eq!(currency("en", "currency: \"EUR\", maximumFractionDigits: 0", 3.5), "\u{20AC}4");
    assert_eq!(currency("en", "currency: \"EUR\", currencyDisplay: \"name\"", 1), "1.00 euros");
    let one = "currency: \"EUR\", currencyDisplay: \"name\", maximumFractionDigits: 0";
    assert_eq!(currency("en", one, 1), "1 euro");
    // Arabic: the number first, then the sign.
    assert_eq!(currency("ar", "currency: \"SAR\"", 1234.5), "1,234.50\u{A0}\u{631}.\u{633}.");
    assert_eq!(currency("ar-EG", "currency: \"USD\", currencyDisplay: \"code\"", 2), "2.00\u{A0}USD");
    assert_eq!(
        currency("ar", "currency: \"EGP\", numberingSystem: \"arab\"", 5),
        "\u{665}\u{66B}\u{660}\u{660}\u{A0}\u{62C}.\u{645}."
    );
}

#[test]
fn arabic_currencies_take_the_form_of_their_number() {
    let dinars =
        |value: i32| currency("ar", "currency: \"KWD\", currencyDisplay: \"name\", maximumFractionDigits: 0", value);
    // 3 to 10: broken plural, genitive; 11 to 99: singular, accusative; hundreds: singular, genitive.
    assert_eq!(dinars(3), "3 دنانير كويتية");
    assert_eq!(dinars(10), "10 دنانير كويتية");
    assert_eq!(dinars(11), "11 دينارًا كويتيًا");
    assert_eq!(dinars(100), "100 دينار كويتي");
    assert_eq!(dinars(103), "103 دنانير كويتية");
    assert_eq!(dinars(0), "0 دينار كويتي");
    assert_eq!(currency("ar", "currency: \"KWD\", currencyDisplay: \"name\"", 2.5), "2.500 دينار كويتي");
}

#[test]
fn units_take_the_form_of_their_number() {
    let kilometres = |value: f64| unit("ar", "unit: \"kilometer\", unitDisplay: \"long\"", value);
    assert_eq!(kilometres(3.0), "3 كيلومترات");
    assert_eq!(kilometres(11.0), "11 كيلومترًا");
    assert_eq!(kilometres(100.0), "100 كيلومتر");
    assert_eq!(kilometres(1.5), "1.5 كيلومتر");
    assert_eq!(unit("ar", "unit: \"kilometer\"", 5), "5 كم");
    let days = |value: f64| unit("ar", "unit: \"day\", unitDisplay: \"long\"", value);
    assert_eq!([0.0, 1.0, 2.0, 7.0, 11.0].map(days), ["0 يوم", "يوم", "يومان", "7 أيام", "11 يومًا"]);
    // «يومان» would lose the sign, and the digits that are asked for.
    assert_eq!(days(-2.0), "-2 يوم");
    assert_eq!(unit("ar", "unit: \"day\", unitDisplay: \"long\", minimumFractionDigits: 1", 2), "2.0 يوم");
    assert_eq!(unit("en", "unit: \"day\", unitDisplay: \"long\"", -1), "-1 day");
    assert_eq!(unit("en", "unit: \"kilometer-per-hour\"", 120), "120 km/h");
    assert_eq!(unit("en", "unit: \"celsius\", unitDisplay: \"narrow\"", 21), "21\u{B0}C");
    assert_eq!(unit("en", "unit: \"hour\", unitDisplay: \"long\"", 1), "1 hour");
    assert_eq!(unit("en", "unit: \"hour\", unitDisplay: \"narrow\"", 1), "1h");
}

#[test]
fn what_a_language_has_no_text_for_is_shown_by_its_code_and_said() {
    let formatted = |tag: &str, options: &str| {
        let text = format!("m = {{ NUMBER($n, {options}) }}\n");
        localizer(tag, &text).format("m", crate::args! { n => 1234.5 })
    };
    for (tag, options, what, shown) in [
        ("fr", "style: \"currency\", currency: \"EUR\"", "EUR", "EUR\u{A0}1\u{202F}234,50"),
        ("en", "style: \"currency\", currency: \"XTS\"", "XTS", "XTS\u{A0}1,234.50"),
        ("ar", "style: \"currency\", currency: \"XTS\"", "XTS", "1,234.50\u{A0}XTS"),
        ("he", "style: \"unit\", unit: \"kilometer\"", "kilometer", "1,234.5\u{A0}kilometer"),
    ] {
        let formatted = formatted(tag, options);
        let problem = Problem::NoData { id: "m".to_owned(), what: what.to_owned(), locale: tag.to_owned() };
        assert_eq!((formatted.as_str(), formatted.problems()), (shown, &[problem][..]));
    }
    // In right-to-left text the code and its number stay one.
    let hebrew = localizer("he", "m = { NUMBER($n, style: \"currency\", currency: \"EUR\") }\n");
    let html = hebrew.format_with("m", crate::args! { n => 5 }, Isolation::Html);
    assert_eq!(html.as_str(), "<bdi dir=\"ltr\">EUR\u{A0}5.00</bdi>");
    // A code was asked for: nothing is missing.
    assert_eq!(currency("ar", "currency: \"XTS\", currencyDisplay: \"code\"", 5), "5.00\u{A0}XTS");
}

#[test]
fn percentages_keep_the_distance_of_their_language() {
    let percent = |tag: &str| number(tag, "style: \"percent\"", 0.25);
    for (tag, shown) in [
        ("en", "25%"),
        ("ar", "25%"),
        ("fr", "25\u{A0}%"),
        ("fr-CH", "25%"),
        ("es", "25\u{A0}%"),
        ("es-MX", "25%"),
        ("tr", "%25"),
        ("eu", "%\u{A0}25"),
    ] {
        assert_eq!(percent(tag), shown, "{tag}");
    }
    assert_eq!(number("tr", "style: \"percent\"", -0.25), "-%25");
}

#[test]
fn every_option_of_the_table_is_honoured() {
    let function = Function::named("NUMBER").expect("a function");
    for (name, allowed) in function.options {
        let values: Vec<String> = match allowed {
            Allowed::Words(words) => words.iter().map(|word| format!("\"{word}\"")).collect(),
            Allowed::Count(least, most) => vec![least.to_string(), format!("\"{most}\"")],
            Allowed::Currency => vec!["\"EUR\"".to_owned()],
        };
        for value in values {
            let beside = match *name {
                "currency" => "style: \"currency\", ",
                "currencyDisplay" => "style: \"currency\", currency: \"EUR\", ",
                "unit" => "style: \"unit\", ",
                "unitDisplay" => "style: \"unit\", unit: \"hour\", ",
                "style" => "unit: \"hour\", currency: \"EUR\", ",
                _ => "",
            };
            let (refused, shown) = refused("en", &format!("NUMBER($n, {beside}{name}: {value})"));
            assert!(shown.contains(char::is_numeric), "{shown}");
            let idle = *name == "style";
            assert!(idle || refused.is_empty(), "{name}: {value}: {refused:?}");
            assert!(!refused.contains(&"style".to_owned()), "{value}");
        }
    }
    assert_eq!(FUNCTIONS.len(), 2);
}

#[test]
fn options_that_are_unknown_or_at_odds_are_said() {
    let (none, number) = (Vec::<String>::new(), "1,234.5".to_owned());
    assert_eq!(refused("en", "NUMBER($n)"), (none, number.clone()));
    for (options, option) in [
        ("style: \"roman\"", "style"),
        ("notation: \"compact\"", "notation"),
        ("minimumFractionDigits: 99", "minimumFractionDigits"),
        ("minimumFractionDigits: \"two\"", "minimumFractionDigits"),
        ("currency: \"USD\"", "currency"),
        ("currencyDisplay: \"name\"", "currencyDisplay"),
        ("unit: \"hour\"", "unit"),
        ("unitDisplay: \"long\"", "unitDisplay"),
        ("style: \"currency\"", "style"),
        ("style: \"unit\"", "style"),
        ("dateStyle: \"long\"", "dateStyle"),
    ] {
        assert_eq!(
            refused("en", &format!("NUMBER($n, {options})")),
            (vec![option.to_owned()], number.clone()),
            "{options}"
        );
    }
    let (named, shown) = refused("en", "NUMBER($n, minimumFractionDigits: 3, maximumFractionDigits: 1)");
    assert_eq!((named, shown.as_str()), (vec!["maximumFractionDigits".to_owned()], "1,234.500"));
}

#[test]
fn what_is_no_number_is_shown_and_said() {
    let english =
        localizer("en", "a = { NUMBER($n) }\nb = { $n }\nc = { NUMBER($n) ->\n [one] one\n *[other] other\n }\n");
    let of = |id: &str, value: FluentValue<'static>| {
        let formatted = english.format(id, crate::args! { n => value });
        assert!(matches!(formatted.problems(), [Problem::WrongType { .. }]), "{id} {:?}", formatted.problems());
        formatted.into_string()
    };
    assert_eq!(of("a", "12".into()), "12");
    assert_eq!(of("a", Date::new(2023, 3, 20).expect("a day").into()), "Mar 20, 2023");
    assert_eq!(of("a", FluentValue::None), "{NUMBER()}");
    assert_eq!(of("a", f64::NAN.into()), "NaN");
    assert_eq!(of("b", f64::NAN.into()), "NaN");
    assert_eq!(of("b", FluentValue::Error), "{$n}");
    assert_eq!(of("c", "one".into()), "one");
    assert_eq!(of("c", f64::NAN.into()), "other");
}
