mod chain;
mod dates;
mod isolation;
mod numbers;

use super::*;

fn localizer(tag: &str, text: &str) -> Localizer {
    Localizer::builder().add(&Locale::new(tag).expect("a tag"), text.to_owned()).build()
}

fn say(localizer: &Localizer, id: &str, args: &FluentArgs<'_>) -> String {
    let formatted = localizer.format(id, args);
    assert_eq!(formatted.problems(), [], "{id}");
    formatted.into_string()
}

const FORMS: &str = "n = { $n ->
    [zero] z
    [one] o
    [two] t
    [few] f
    [many] m
   *[other] x
 }
";

#[test]
fn arabic_plurals_follow_cldr_from_0_to_20000() {
    let arabic = localizer("ar", FORMS);
    for number in 0..=20_000_u32 {
        let form = match (number, number % 100) {
            (0, _) => "z",
            (1, _) => "o",
            (2, _) => "t",
            (_, 3..=10) => "f",
            (_, 11..=99) => "m",
            _ => "x",
        };
        assert_eq!(arabic.format("n", &crate::args! { n => number }).as_str(), form, "{number}");
    }
    assert_eq!(arabic.format("n", &crate::args! { n => 1.5 }).as_str(), "x");
}

#[test]
fn an_exact_number_wins_wherever_it_stands() {
    let text = "n = { $n ->\n [one] one\n [1] exactly one\n *[other] many\n}\n";
    assert_eq!(say(&localizer("en", text), "n", &crate::args! { n => 1 }), "exactly one");
    // A text is never a number.
    assert_eq!(say(&localizer("en", text), "n", &crate::args! { n => "1" }), "many");
}

#[test]
fn shown_fraction_digits_choose_the_form() {
    let text = "n = { NUMBER($n, minimumFractionDigits: 1) ->\n [one] one\n *[other] { NUMBER($n, minimumFractionDigits: 1) } many\n}\n";
    assert_eq!(say(&localizer("en", text), "n", &crate::args! { n => 1 }), "1.0 many");
    let ordinal = "n = { NUMBER($n, type: \"ordinal\") ->\n [one] { $n }st\n [two] { $n }nd\n [few] { $n }rd\n *[other] { $n }th\n}\n";
    let english = localizer("en", ordinal);
    let said = [1, 2, 3, 4, 11, 22, 113].map(|n| say(&english, "n", &crate::args! { n => n }));
    assert_eq!(said, ["1st", "2nd", "3rd", "4th", "11th", "22nd", "113th"]);
}

#[test]
fn problems_never_silence_the_rest() {
    let text = "m = before { $gone } after\nc = { d }\nd = { c }\nt = { -brand } { f } { NUMBER($n) } { FOO($n) }\n";
    let english = localizer("en", text);
    let formatted = english.format("m", FluentArgs::new());
    assert_eq!(formatted.as_str(), "before {$gone} after");
    assert!(matches!(formatted.problems(), [Problem::MissingVariable { .. }]));
    assert!(matches!(english.format("c", FluentArgs::new()).problems(), [Problem::Cyclic { .. }]));
    let formatted = english.format("t", &crate::args! { n => "x" });
    assert_eq!(formatted.as_str(), "{-brand} {f} x {FOO()}");
    assert_eq!(formatted.problems().len(), 4);
}

#[test]
fn references_that_multiply_are_cut() {
    let mut text = String::from("a0 = lol\n");
    for level in 1..30 {
        text += &format!("a{level} = {}\n", format!("{{ a{} }}", level - 1).repeat(10));
    }
    let formatted = localizer("en", &text).format("a29", FluentArgs::new());
    assert!(formatted.problems().contains(&Problem::TooLarge { id: "a29".to_owned() }));
}

#[test]
fn terms_choose_their_form() {
    let text = "-city = { $case ->\n [genitive] Haifas\n *[nominative] Haifa\n}\n    .gender = f\nm = { -city(case: \"genitive\") } / { -city }\ng = { -city.gender ->\n [f] she\n *[m] he\n}\n";
    let english = localizer("en", text);
    assert_eq!(say(&english, "m", &FluentArgs::new()), "Haifas / Haifa");
    assert_eq!(say(&english, "g", &FluentArgs::new()), "she");
}

#[test]
fn attributes_terms_and_references_reach_each_other() {
    let text = "-brand = { $case ->\n    [genitive] Mizan's\n   *[nominative] Mizan\n }\n    .gender = feminine\n    .kind = { \"app\" }\nabout = About { -brand }\n    .title = { about }: { help.label }\n    .aria = { -brand(case: \"genitive\") } window\nhelp =\n    .label = Help\nq = { -brand.gender ->\n    [feminine] her\n   *[other] its\n }\nk = { -brand.kind ->\n    [app] an app\n   *[other] a thing\n }\nv = { help }\n";
    let english = localizer("en", text);
    let none = FluentArgs::new();
    assert_eq!(say(&english, "about.title", &none), "About Mizan: Help");
    assert_eq!(say(&english, "about.aria", &none), "Mizan's window");
    assert_eq!(say(&english, "q", &none), "her");
    // A term's variables come from its call alone.
    assert_eq!(say(&english, "about", &crate::args! { case => "genitive" }), "About Mizan");
    // Only plain text can be chosen by.
    let kind = english.format("k", &none);
    assert_eq!((kind.as_str(), kind.problems().len()), ("a thing", 1));
    assert!(matches!(kind.problems(), [Problem::WrongType { what, .. }] if what == "-brand.kind"));
    // A message without a value is none, as a message and as a reference.
    assert_eq!(english.format("help", &none).as_str(), "help");
    assert_eq!(english.format("v", &none).as_str(), "{help}");
    assert!(matches!(english.format("v", &none).problems(), [Problem::MissingReference { .. }]));
}

#[test]
fn references_reach_as_deep_as_anyone_writes_and_no_deeper() {
    let mut text = String::from("d0 = end\n");
    for level in 1..=60 {
        text += &format!("d{level} = {{ d{} }}\n", level - 1);
    }
    let english = localizer("en", &text);
    assert_eq!(say(&english, "d32", &FluentArgs::new()), "end");
    let deep = english.format("d60", FluentArgs::new());
    assert_eq!(deep.problems(), [Problem::TooLarge { id: "d60".to_owned() }]);
    assert!(matches!(
        localizer("en", "a = x { a }\n").format("a", FluentArgs::new()).problems(),
        [Problem::Cyclic { .. }]
    ));
}

#[test]
fn a_selector_of_the_wrong_type_takes_the_default_and_says_so() {
    let english = localizer(
        "en",
        "m = { $x ->\n    [one] one\n   *[other] other\n }\nd = { DATETIME($x) ->\n   *[other] other\n }\nf = { PLURAL($x) ->\n   *[other] other\n }\n",
    );
    let day = Date::new(2023, 3, 20).expect("a day");
    for (id, value) in [("m", FluentValue::None), ("m", FluentValue::from(day)), ("d", FluentValue::from(day))] {
        let formatted = english.format(id, crate::args! { x => value });
        assert_eq!(formatted.as_str(), "other");
        assert!(matches!(formatted.problems(), [Problem::WrongType { .. }]), "{id} {:?}", formatted.problems());
    }
    let missing = english.format("m", FluentArgs::new());
    assert!(matches!(missing.problems(), [Problem::MissingVariable { .. }]));
    let unknown = english.format("f", crate::args! { x => 1 });
    assert!(matches!(unknown.problems(), [Problem::UnknownFunction { .. }]));
    // A text that is no variant is simply another: the default is meant for it.
    assert_eq!(say(&english, "m", &crate::args! { x => "two" }), "other");
}

#[test]
fn a_caller_may_mark_a_number_as_a_place_in_an_order() {
    use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberType};
    let english = localizer("en", "m = { $n ->\n    [two] { $n }nd\n   *[other] { $n }th\n }\n");
    let options = FluentNumberOptions { r#type: FluentNumberType::Ordinal, ..FluentNumberOptions::default() };
    assert_eq!(say(&english, "m", &crate::args! { n => FluentNumber::new(22.0, options) }), "22nd");
}

#[test]
fn escapes_become_characters() {
    let english = localizer("en", "e = { \"\\u0041\\U01F600\\\\\\\"\" }{ \"{\" }{ \"\\uD800\" }\n");
    assert_eq!(say(&english, "e", &FluentArgs::new()), "A\u{1F600}\\\"{\u{FFFD}");
}

#[test]
fn a_localizer_is_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    let english = localizer("en", "a = { $n } { DATETIME(\"2023-03-20\") }\n");
    shared(&english);
    shared(&english.format("a", crate::args! { n => 1 }));
    let threads: Vec<_> = (0..4)
        .map(|n| {
            let english = english.clone();
            std::thread::spawn(move || english.format("a", crate::args! { n => n }).into_string())
        })
        .collect();
    let said: Vec<_> = threads.into_iter().map(|thread| thread.join().expect("no panic")).collect();
    assert_eq!(said, [0, 1, 2, 3].map(|n| format!("{n} Mar 20, 2023")));
}

/// Pieces of messages, well and badly formed.
const PIECES: &str = "(m = |n = |-t = |    \\.a = |\\{ ?\\$x ?\\}|\\{ m \\}|\\{ n.a \\}|\\{ -t\\(case: \"x\"\\) \\}|[a-z ]{1,3}|\u{645}|\n|\\{ \"[\\\\u0-9]{0,4}\" \\}|\\{ (NUMBER|DATETIME|FOO)\\((\\$x|\\$y|5|\"2023-03-20T09:05Z\"|NUMBER\\(\\$y\\))(, (style|currency|unit|unitDisplay|currencyDisplay|numberingSystem|dateStyle|timeStyle|calendar|year|month|day|weekday|hour|minute|timeZoneName): \"(currency|unit|percent|USD|day|kilometer|long|short|name|arab|full|umm-al-qura|numeric|2-digit|shortOffset)\"|, (minimumFractionDigits|maximumFractionDigits|minimumSignificantDigits|maximumSignificantDigits|minimumIntegerDigits): [0-9]{1,2}){0,3}\\) \\}|\\{ (\\$x|\\$y|-t.a|NUMBER\\(\\$y, type: \"ordinal\"\\)) ->\n    \\[few\\] z\n   \\*\\[other\\] y\n \\}){0,12}";

proptest::proptest! {
    #[test]
    fn nothing_panics_and_isolates_are_closed(text in PIECES, x in "\\PC{0,8}", y in proptest::num::f64::ANY) {
        for tag in ["ar", "en", "he"] {
            let localizer = localizer(tag, &text);
            for isolation in [Isolation::Off, Isolation::Text, Isolation::Html] {
                let formatted = localizer.format_with("m", crate::args! { x => x.as_str(), y => y }, isolation);
                let text = formatted.as_str();
                proptest::prop_assert_eq!(text.matches("<bdi").count(), text.matches("</bdi>").count());
                if isolation == Isolation::Text {
                    let open = text.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
                    proptest::prop_assert_eq!(open, text.matches('\u{2069}').count());
                }
            }
        }
    }

    #[test]
    fn no_number_brings_controls_of_its_own(value in proptest::num::f64::ANY, style in "decimal|percent|currency|unit", digits in "latn|arab|arabext", tag in "ar|ar-EG|fa|he|en|ur|sv") {
        let text = format!("m = {{ NUMBER($n, style: \"{style}\", numberingSystem: \"{digits}\", currency: \"SAR\", unit: \"hour\") }}\n");
        let formatted = localizer(&tag, &text).format("m", crate::args! { n => value });
        proptest::prop_assert!(!formatted.as_str().contains(crate::bidi::controls::is_control), "{formatted}");
        proptest::prop_assert!(!formatted.as_str().is_empty());
    }
}
