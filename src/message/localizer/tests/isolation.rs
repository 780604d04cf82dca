use super::super::*;
use super::{localizer, say};
use crate::bidi::controls::{FSI, LRI, PDI, RLI};

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
fn what_is_glued_is_held_together_inside_references_too() {
    let text = "inner = \u{632}\u{631} www.{ $host }/ar\nouter = \u{642}: { inner }\u{60C} \u{62B}\u{645} v{ $host }\n";
    let arabic = localizer("ar", text).with_isolation(Isolation::Text);
    let said = say(&arabic, "outer", &crate::args! { host => "a.example" });
    let (first, second) = (isolated("www.a.example/ar"), isolated("va.example"));
    assert_eq!(
        said,
        format!("\u{642}: {}\u{60C} \u{62B}\u{645} {second}", isolated(&format!("\u{632}\u{631} {first}")))
    );
    // A whole message of another language is grown by its own direction.
    let locale = |tag| Locale::new(tag).expect("a tag");
    let arabic = Localizer::builder()
        .add(&locale("en"), "m = Dear \u{623}\u{628}\u{648}-{ $name }, welcome\n")
        .add(&locale("ar"), "")
        .isolation(Isolation::Text)
        .build()
        .negotiate(&["ar"]);
    let said = arabic.format("m", crate::args! { name => "\u{639}\u{644}\u{64A}" }).into_string();
    let name = isolated("\u{623}\u{628}\u{648}-\u{639}\u{644}\u{64A}");
    assert_eq!(said, format!("{LRI}Dear {name}, welcome{PDI}"));
}

#[test]
fn html_is_escaped_and_isolated_with_bdi() {
    let arabic = localizer("ar", "m = \u{642}\u{627}\u{644} { $x } & \u{646}\n").with_isolation(Isolation::Html);
    let args = crate::args! { x => "<b>Tom's</b>" };
    assert_eq!(
        say(&arabic, "m", &args),
        "\u{642}\u{627}\u{644} <bdi dir=\"ltr\">&lt;b&gt;Tom&#39;s&lt;/b&gt;</bdi> &amp; \u{646}"
    );
}

const AR: &str = "greet = \u{645}\u{631}\u{62D}\u{628}\u{627} { hello }\nown = \u{645}: { mixed }\nmixed = Gmail \u{645}\u{646} Google\n";
const EN: &str = "hello = Hello, { $name }!\nlone = Not yet translated.\n";

fn arabic_over_english() -> Localizer {
    let locale = |tag| Locale::new(tag).expect("a tag");
    Localizer::builder().add(&locale("en"), EN).add(&locale("ar"), AR).build().negotiate(&["ar"])
}

#[test]
fn what_another_language_stands_in_with_says_so() {
    let arabic = arabic_over_english();
    let args = crate::args! { name => "\u{633}\u{627}\u{631}\u{629}" };
    let html = arabic.format_with("greet", &args, Isolation::Html);
    assert_eq!(
        html.as_str(),
        "\u{645}\u{631}\u{62D}\u{628}\u{627} <bdi lang=\"en\" dir=\"ltr\">Hello, <bdi dir=\"rtl\">\u{633}\u{627}\u{631}\u{629}</bdi>!</bdi>"
    );
    assert_eq!(html.problems().len(), 1);
    let name = isolated("\u{633}\u{627}\u{631}\u{629}");
    assert_eq!(
        arabic.format_with("greet", &args, Isolation::Text).as_str(),
        format!("\u{645}\u{631}\u{62D}\u{628}\u{627} {LRI}Hello, {name}!{PDI}")
    );
    // A whole message too: its page runs the other way.
    let lone = |isolation| arabic.format_with("lone", crate::args! {}, isolation).into_string();
    assert_eq!(lone(Isolation::Html), "<bdi lang=\"en\" dir=\"ltr\">Not yet translated.</bdi>");
    assert_eq!(lone(Isolation::Text), format!("{LRI}Not yet translated.{PDI}"));
    assert_eq!(lone(Isolation::Off), "Not yet translated.");
}

#[test]
fn a_text_of_another_language_and_the_same_direction_is_told_apart_in_html_alone() {
    let locale = |tag| Locale::new(tag).expect("a tag");
    let french = Localizer::builder()
        .add(&locale("en"), "hello = Hello\n")
        .add(&locale("fr"), "greet = Salut : { hello }\n")
        .build()
        .negotiate(&["fr"]);
    let greet = |isolation| french.format_with("greet", crate::args! {}, isolation).into_string();
    assert_eq!(greet(Isolation::Html), "Salut : <bdi lang=\"en\" dir=\"ltr\">Hello</bdi>");
    assert_eq!(greet(Isolation::Text), "Salut : Hello");
}

#[test]
fn a_text_of_the_messages_own_language_runs_its_way_whatever_it_begins_with() {
    let arabic = arabic_over_english();
    let own = |isolation| arabic.format_with("own", crate::args! {}, isolation).into_string();
    assert_eq!(own(Isolation::Html), "\u{645}: <bdi dir=\"rtl\">Gmail \u{645}\u{646} Google</bdi>");
    assert_eq!(own(Isolation::Text), format!("\u{645}: {RLI}Gmail \u{645}\u{646} Google{PDI}"));
    // A caller's text of both directions is anyone's guess: the first letter decides.
    let given = localizer("ar", "m = \u{645}: { $x }\n");
    let mixed = crate::args! { x => "Gmail \u{645}\u{646} Google" };
    assert_eq!(
        given.format_with("m", mixed, Isolation::Html).as_str(),
        "\u{645}: <bdi>Gmail \u{645}\u{646} Google</bdi>"
    );
}

#[test]
fn an_id_that_stands_for_a_message_is_isolated_and_escaped_too() {
    let arabic = arabic_over_english().with_chain(&["ar"]).expect("a chain");
    let gone = |isolation| arabic.format_with("no-such", crate::args! {}, isolation).into_string();
    assert_eq!(gone(Isolation::Off), "no-such");
    assert_eq!(gone(Isolation::Text), isolated("no-such"));
    assert_eq!(gone(Isolation::Html), "<bdi dir=\"ltr\">no-such</bdi>");
    assert_eq!(
        arabic.format_with("<i>", crate::args! {}, Isolation::Html).as_str(),
        "<bdi dir=\"ltr\">&lt;i&gt;</bdi>"
    );
}

#[test]
fn amounts_and_dates_in_arabic_are_kept_to_themselves() {
    let text = "p = \u{633} { NUMBER($n, style: \"currency\", currency: \"USD\") }\nr = \u{633} { NUMBER($n, style: \"currency\", currency: \"SAR\") }\nn = \u{633} { $n }\nd = \u{633} { DATETIME(\"2023-03-20\", dateStyle: \"long\") }\ns = \u{633} { DATETIME(\"2023-03-20\", dateStyle: \"short\") }\n";
    let arabic = localizer("ar", text);
    let shown = |id, n: f64, isolation| {
        let text = arabic.format_with(id, crate::args! { n => n }, isolation).into_string();
        text.strip_prefix("\u{633} ").expect("the message").to_owned()
    };
    // The number on the right, the sign on the left, and the dollar's own letters in their order.
    assert_eq!(shown("p", 5.0, Isolation::Html), "<bdi dir=\"rtl\">5.00\u{A0}<bdi dir=\"ltr\">US$</bdi></bdi>");
    assert_eq!(shown("p", 5.0, Isolation::Text), format!("{RLI}5.00\u{A0}{}{PDI}", isolated("US$")));
    assert_eq!(
        shown("r", -5.0, Isolation::Html),
        "<bdi dir=\"rtl\"><bdi dir=\"ltr\">-5.00</bdi>\u{A0}\u{631}.\u{633}.</bdi>"
    );
    assert_eq!(shown("r", -5.0, Isolation::Off), "-5.00\u{A0}\u{631}.\u{633}.");
    assert_eq!(shown("n", -5.0, Isolation::Html), "<bdi dir=\"ltr\">-5</bdi>");
    assert_eq!(shown("d", 0.0, Isolation::Html), "<bdi dir=\"rtl\">20 \u{645}\u{627}\u{631}\u{633} 2023</bdi>");
    // CLDR's marks let the day stand on the right; machines get none.
    assert_eq!(shown("s", 0.0, Isolation::Text), format!("{RLI}20\u{200F}/3\u{200F}/2023{PDI}"));
    assert_eq!(shown("s", 0.0, Isolation::Off), "20/3/2023");
}

#[test]
fn a_minus_beside_arabic_indic_digits_stands_on_the_right() {
    let mut locale = Locale::new("ar").expect("a tag");
    locale.numbering = crate::locale::Numbering::Arab;
    let arabic = Localizer::builder().add(&locale, "n = \u{633} { $n }\n").isolation(Isolation::Text).build();
    // Right-to-left text puts it there by itself; an isolate would run left to right.
    assert_eq!(say(&arabic, "n", &crate::args! { n => -5 }), "\u{633} -\u{665}");
}

#[test]
fn amounts_in_english_need_no_isolate() {
    let text = "p = { NUMBER($n, style: \"currency\", currency: \"USD\") } on { DATETIME(\"2023-03-20\") }\n";
    let english = localizer("en", text).with_isolation(Isolation::Html);
    assert_eq!(say(&english, "p", &crate::args! { n => 5 }), "$5.00 on Mar 20, 2023");
}
