use super::*;
use crate::bidi::controls::{FSI, PDI};
use crate::locale::{Calendar, Numbering};

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
fn numbers_follow_the_policy_of_the_locale() {
    let text = "n = { $n }\np = { NUMBER($n, style: \"percent\") }\ng = { NUMBER($n, useGrouping: \"false\") }\nd = { NUMBER($n, maximumFractionDigits: 1) }\n";
    let mut locale = Locale::new("ar-EG").expect("a tag");
    let latin = Localizer::builder().add(&locale, text).build();
    assert_eq!(say(&latin, "n", &crate::args! { n => 1_234_567.5 }), "1,234,567.5");
    locale.numbering = Numbering::Arab;
    let arabic = Localizer::builder().add(&locale, text).build();
    assert_eq!(say(&arabic, "n", &crate::args! { n => 1_234.5 }), "\u{661}\u{66C}\u{662}\u{663}\u{664}\u{66B}\u{665}");
    assert_eq!(say(&arabic, "p", &crate::args! { n => 0.25 }), "\u{662}\u{665}\u{66A}");
    assert_eq!(say(&latin, "g", &crate::args! { n => 20_000 }), "20000");
    assert_eq!(say(&latin, "d", &crate::args! { n => 0.25 }), "0.3");
    assert_eq!(say(&latin, "n", &crate::args! { n => -5 }), "-5");
    assert_eq!(say(&latin, "n", &crate::args! { n => f64::INFINITY }), "\u{221E}");
}

#[test]
fn dates_are_written_as_the_locale_does() {
    let text = "long = { DATETIME($d, dateStyle: \"long\") }\nshort = { DATETIME($d, dateStyle: \"short\") }\nbare = { DATETIME($d) }\n";
    let english = localizer("en", text);
    let args = crate::args! { d => "2023-03-20" };
    assert_eq!(say(&english, "long", &args), "March 20, 2023");
    assert_eq!(say(&english, "bare", &args), "Mar 20, 2023");
    let mut locale = Locale::new("ar").expect("a tag");
    let arabic = Localizer::builder().add(&locale, text).build();
    let day = Date::new(2023, 3, 20).expect("a day");
    assert_eq!(say(&arabic, "long", &crate::args! { d => day }), "20 \u{645}\u{627}\u{631}\u{633} 2023");
    let short = say(&arabic, "short", &args);
    assert_eq!(short, "20/3/2023");
    let html = arabic.format_with("short", &args, Isolation::Html);
    assert_eq!(html.as_str(), "<bdi>20/3/2023</bdi>");
    assert_eq!(english.format_with("short", &args, Isolation::Html).as_str(), "3/20/23");
    locale.calendar = Calendar::UmmAlQura;
    let hijri = Localizer::builder().add(&locale, text).build();
    assert!(say(&hijri, "long", &args).contains("1444"));
}

#[test]
fn what_is_no_date_is_shown_and_reported() {
    let english = localizer("en", "d = { DATETIME($d) }\n");
    for wrong in ["2023-02-30", "yesterday", "20 March", "2023-3-20", "\u{662}\u{660}23-03-20"] {
        let formatted = english.format("d", &crate::args! { d => wrong });
        assert_eq!((formatted.as_str(), formatted.problems().len()), (wrong, 1));
    }
}

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
    let title = arabic.format("b.title", &FluentArgs::new());
    assert_eq!((title.as_str(), title.locale().tag(), title.direction()), ("T", "en", Direction::Ltr));
    let lacks = Problem::MissingMessage { id: "b.title".to_owned(), locale: "ar".to_owned() };
    assert_eq!(title.problems(), [lacks]);
    let nowhere = arabic.format("no-such", &FluentArgs::new());
    assert_eq!((nowhere.as_str(), nowhere.problems().len()), ("no-such", 2));
}

#[test]
fn problems_never_silence_the_rest() {
    let text = "m = before { $gone } after\nc = { d }\nd = { c }\nt = { -brand } { f } { NUMBER($n) } { FOO($n) }\n";
    let english = localizer("en", text);
    let formatted = english.format("m", &FluentArgs::new());
    assert_eq!(formatted.as_str(), "before {$gone} after");
    assert!(matches!(formatted.problems(), [Problem::MissingVariable { .. }]));
    assert!(matches!(english.format("c", &FluentArgs::new()).problems(), [Problem::Cyclic { .. }]));
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
    let formatted = localizer("en", &text).format("a29", &FluentArgs::new());
    assert!(formatted.problems().contains(&Problem::TooLarge { id: "a29".to_owned() }));
}

#[test]
fn terms_choose_their_form() {
    let text = "-city = { $case ->\n [genitive] Haifas\n *[nominative] Haifa\n}\n    .gender = f\nm = { -city(case: \"genitive\") } / { -city }\ng = { -city.gender ->\n [f] she\n *[m] he\n}\n";
    let english = localizer("en", text);
    assert_eq!(say(&english, "m", &FluentArgs::new()), "Haifas / Haifa");
    assert_eq!(say(&english, "g", &FluentArgs::new()), "she");
}

fn isolated(text: &str) -> String {
    format!("{FSI}{text}{PDI}")
}

#[test]
fn only_what_differs_or_is_unknown_is_isolated() {
    let text = "-brand = Mayo Clinic\nother = \u{623}\u{647}\u{644}\u{627} Rambam\nm = \u{641}\u{64A} { $x }\nt = \u{641}\u{64A} { -brand }\nl = \u{642} { \"MRI\" } { \"\u{2066}\" }\nr = \u{642}: { other }\n";
    let arabic = localizer("ar", text).with_isolation(Isolation::Text);
    let m = |value: FluentValue<'_>| {
        let mut args = FluentArgs::new();
        args.set("x", value);
        say(&arabic, "m", &args)
    };
    assert_eq!(m("Haifa".into()), format!("\u{641}\u{64A} {}", isolated("Haifa")));
    assert_eq!(m("\u{62D}\u{64A}\u{641}\u{627}".into()), "\u{641}\u{64A} \u{62D}\u{64A}\u{641}\u{627}");
    assert_eq!(m("+972 3 530".into()), format!("\u{641}\u{64A} {}", isolated("+972 3 530")));
    assert_eq!(m(7.into()), "\u{641}\u{64A} 7");
    assert_eq!(m((-7).into()), format!("\u{641}\u{64A} {}", isolated("-7")));
    // A caller's text cannot break out of its isolate.
    assert_eq!(m("a\u{2069}b\u{2067}".into()), format!("\u{641}\u{64A} {}", isolated("ab\u{2067}\u{2069}")));
    let none = FluentArgs::new();
    assert_eq!(say(&arabic, "t", &none), format!("\u{641}\u{64A} {}", isolated("Mayo Clinic")));
    assert_eq!(say(&arabic, "l", &none), format!("\u{642} {} \u{2066}", isolated("MRI")));
    assert_eq!(say(&arabic, "r", &none), format!("\u{642}: {}", isolated("\u{623}\u{647}\u{644}\u{627} Rambam")));
    let off = arabic.with_isolation(Isolation::Off);
    assert_eq!(say(&off, "t", &none), "\u{641}\u{64A} Mayo Clinic");
}

#[test]
fn an_isolate_holds_what_is_glued_to_it() {
    let text = "w = \u{632}\u{631} www.{ $host }/ar.\nm = \u{625}\u{644}\u{649} { $user }@{ $host }\nv = \u{648}{ $host }\u{60C}\n";
    let arabic = localizer("ar", text).with_isolation(Isolation::Text);
    let args = crate::args! { host => "example.org", user => "sara" };
    assert_eq!(say(&arabic, "w", &args), format!("\u{632}\u{631} {}.", isolated("www.example.org/ar")));
    assert_eq!(say(&arabic, "m", &args), format!("\u{625}\u{644}\u{649} {}", isolated("sara@example.org")));
    assert_eq!(say(&arabic, "v", &args), format!("\u{648}{}\u{60C}", isolated("example.org")));
}

#[test]
fn html_is_escaped_and_isolated_with_bdi() {
    let arabic = localizer("ar", "m = \u{642}\u{627}\u{644} { $x } & \u{646}\n").with_isolation(Isolation::Html);
    let args = crate::args! { x => "<b>Tom's</b>" };
    assert_eq!(say(&arabic, "m", &args), "\u{642}\u{627}\u{644} <bdi>&lt;b&gt;Tom&#39;s&lt;/b&gt;</bdi> &amp; \u{646}");
}

#[test]
fn escapes_become_characters() {
    let english = localizer("en", "e = { \"\\u0041\\U01F600\\\\\\\"\" }{ \"{\" }{ \"\\uD800\" }\n");
    assert_eq!(say(&english, "e", &FluentArgs::new()), "A\u{1F600}\\\"{\u{FFFD}");
}

#[test]
fn a_localizer_is_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&localizer("en", "a = A\n"));
}

proptest::proptest! {
    #[test]
    fn nothing_panics_and_off_adds_nothing(text in "(m = |\\{ ?\\$x ?\\}|\\{ m \\}|[a-z ]{1,3}|\u{645}|\n|\\{ \"[\\\\u0-9]{0,4}\" \\}|\\{ \\$x ->\n \\*\\[other\\] y\n \\}){0,12}", x in "\\PC{0,8}") {
        let localizer = localizer("ar", &text);
        for isolation in [Isolation::Off, Isolation::Text, Isolation::Html] {
            let formatted = localizer.format_with("m", &crate::args! { x => x.as_str() }, isolation);
            let text = formatted.as_str();
            let (open, close) = (text.matches("<bdi>").count(), text.matches("</bdi>").count());
            proptest::prop_assert_eq!(open, close);
        }
    }
}
