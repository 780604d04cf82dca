use super::super::*;
use super::{localizer, say};
use crate::locale::Calendar;
use crate::message::functions::{Allowed, Function};

fn moment() -> DateTime {
    "2023-03-20T09:05:07+03:00".parse().expect("a moment")
}

/// `DATETIME($d, options)` in this locale, and the options that were refused.
fn written(tag: &str, options: &str, value: impl Into<FluentValue<'static>>) -> (String, Vec<String>) {
    let options = if options.is_empty() { String::new() } else { format!(", {options}") };
    let formatted =
        localizer(tag, &format!("m = {{ DATETIME($d{options}) }}\n")).format("m", crate::args! { d => value });
    let refused = formatted.problems().iter().map(|problem| match problem {
        Problem::UnknownOption { option, .. } => option.clone(),
        Problem::WrongType { .. } => "a value".to_owned(),
        other => panic!("{other:?}"),
    });
    let refused = refused.collect();
    (formatted.into_string(), refused)
}

fn shown(tag: &str, options: &str) -> String {
    let (text, refused) = written(tag, options, moment());
    assert_eq!(refused, Vec::<String>::new(), "{options}");
    // CLDR separates AM by a narrow space.
    text.replace('\u{202F}', " ")
}

#[test]
fn dates_are_written_as_the_locale_does() {
    let text = "long = { DATETIME($d, dateStyle: \"long\") }\nshort = { DATETIME($d, dateStyle: \"short\") }\nbare = { DATETIME($d) }\nvalue = { $d }\n";
    let english = localizer("en", text);
    let args = crate::args! { d => "2023-03-20" };
    assert_eq!(say(&english, "long", &args), "March 20, 2023");
    assert_eq!(say(&english, "bare", &args), "Mar 20, 2023");
    let mut locale = Locale::new("ar").expect("a tag");
    let arabic = Localizer::builder().add(&locale, text).build();
    let day = Date::new(2023, 3, 20).expect("a day");
    assert_eq!(say(&arabic, "long", &crate::args! { d => day }), "20 \u{645}\u{627}\u{631}\u{633} 2023");
    assert_eq!(say(&arabic, "short", &args), "20/3/2023");
    assert_eq!(english.format_with("short", &args, Isolation::Html).as_str(), "3/20/23");
    // A day is a date wherever it stands; a text is a text.
    assert_eq!(say(&english, "value", &crate::args! { d => day }), "Mar 20, 2023");
    assert_eq!(say(&english, "value", &crate::args! { d => moment() }), "Mar 20, 2023");
    assert_eq!(say(&english, "value", &args), "2023-03-20");
    locale.calendar = Calendar::UmmAlQura;
    let hijri = Localizer::builder().add(&locale, text).build();
    assert!(say(&hijri, "long", &args).contains("1444"));
}

#[test]
fn styles_go_from_full_to_short() {
    assert_eq!(shown("en", "dateStyle: \"full\""), "Monday, March 20, 2023");
    assert_eq!(shown("ar", "dateStyle: \"full\""), "الاثنين، 20 مارس 2023");
    assert_eq!(shown("en", "timeStyle: \"short\""), "9:05 AM");
    assert_eq!(shown("en", "timeStyle: \"medium\""), "9:05:07 AM");
    assert_eq!(shown("en", "timeStyle: \"long\""), "9:05:07 AM GMT+3");
    assert_eq!(shown("en", "timeStyle: \"full\""), "9:05:07 AM GMT+03:00");
    assert_eq!(shown("en", "dateStyle: \"medium\", timeStyle: \"short\""), "Mar 20, 2023, 9:05 AM");
    assert_eq!(shown("ar", "timeStyle: \"short\""), "9:05 ص");
    assert_eq!(shown("de", "dateStyle: \"long\", timeStyle: \"short\""), "20. März 2023 um 09:05");
}

#[test]
fn fields_are_written_as_named() {
    for (options, text) in [
        ("year: \"numeric\"", "2023"),
        ("year: \"numeric\", era: \"short\"", "2023 AD"),
        ("month: \"long\"", "March"),
        ("month: \"long\", year: \"numeric\"", "March 2023"),
        ("month: \"long\", day: \"numeric\"", "March 20"),
        ("month: \"short\", day: \"numeric\", year: \"numeric\"", "Mar 20, 2023"),
        ("month: \"numeric\", day: \"numeric\", year: \"numeric\"", "3/20/2023"),
        ("month: \"2-digit\", day: \"2-digit\", year: \"numeric\"", "03/20/2023"),
        ("weekday: \"long\"", "Monday"),
        ("weekday: \"short\"", "Mon"),
        ("weekday: \"long\", month: \"long\", day: \"numeric\"", "Monday, March 20"),
        ("hour: \"numeric\"", "9 AM"),
        ("hour: \"numeric\", minute: \"2-digit\"", "9:05 AM"),
        ("hour: \"2-digit\", minute: \"2-digit\", hour12: \"false\"", "09:05"),
        (
            "hour: \"numeric\", minute: \"numeric\", second: \"numeric\", timeZoneName: \"shortOffset\"",
            "9:05:07 AM GMT+3",
        ),
        ("weekday: \"long\", hour: \"numeric\", minute: \"numeric\", hour12: \"true\"", "Monday at 9:05 AM"),
    ] {
        assert_eq!(shown("en", options), text, "{options}");
    }
    assert_eq!(shown("ar", "month: \"long\", year: \"numeric\""), "مارس 2023");
    assert_eq!(shown("ar", "weekday: \"long\""), "الاثنين");
}

#[test]
fn a_call_may_name_its_calendar_and_digits() {
    let umm_al_qura = "dateStyle: \"long\", calendar: \"umm-al-qura\"";
    assert_eq!(shown("ar", umm_al_qura), "28 شعبان 1444 هـ");
    assert_eq!(shown("ar", "dateStyle: \"long\", calendar: \"islamic-umalqura\""), shown("ar", umm_al_qura));
    assert_eq!(shown("ar-SA", "dateStyle: \"long\", calendar: \"gregory\""), "20 مارس 2023");
    // Saudi Arabia's own calendar in CLDR is Umm al-Qura: without a word of the project it is Gregorian all the same.
    assert_eq!(shown("ar-SA", "dateStyle: \"long\""), "20 مارس 2023");
    assert_eq!(
        shown("ar", "dateStyle: \"long\", numberingSystem: \"arab\""),
        "\u{662}\u{660} مارس \u{662}\u{660}\u{662}\u{663}"
    );
}

#[test]
fn options_that_cannot_be_honoured_are_said_and_the_rest_is_written() {
    for (options, text, refused) in [
        ("weekday: \"long\", year: \"numeric\"", "2023", vec!["weekday"]),
        ("day: \"numeric\", year: \"numeric\"", "20", vec!["year"]),
        ("weekday: \"long\", month: \"short\", day: \"numeric\"", "Mon, Mar 20", vec!["weekday"]),
        ("month: \"long\", hour: \"numeric\"", "9 AM", vec!["month"]),
        ("era: \"short\", month: \"long\"", "March", vec!["era"]),
        ("minute: \"numeric\"", "Mar 20, 2023", vec!["minute"]),
        ("hour: \"numeric\", second: \"numeric\"", "9 AM", vec!["second"]),
        ("day: \"2-digit\", month: \"numeric\"", "3/20", vec!["day"]),
        ("month: \"2-digit\"", "3", vec!["month"]),
        ("dateStyle: \"long\", weekday: \"long\"", "March 20, 2023", vec!["weekday"]),
        ("dateStyle: \"long\", hour12: \"true\"", "March 20, 2023", vec!["hour12"]),
        ("day: \"numeric\", timeZoneName: \"shortOffset\"", "20", vec!["timeZoneName"]),
        ("timeZone: \"Asia/Riyadh\", timeStyle: \"short\"", "9:05 AM", vec!["timeZone"]),
        ("dateStyle: \"huge\"", "Mar 20, 2023", vec!["dateStyle"]),
        ("calendar: \"coptic\"", "Mar 20, 2023", vec!["calendar"]),
        // ICU4X 2.4 would write `Monday 9:5 AM`.
        ("weekday: \"long\", hour: \"numeric\", minute: \"numeric\"", "Mon 9:05 AM", vec!["weekday"]),
    ] {
        let (written, said) = written("en", options, moment());
        assert_eq!(
            (written.replace('\u{202F}', " ").as_str(), said),
            (text, refused.iter().map(|own| (*own).to_owned()).collect()),
            "{options}"
        );
    }
}

#[test]
fn a_time_is_not_made_up() {
    let day = || Date::new(2023, 3, 20).expect("a day");
    let said = vec!["a value".to_owned()];
    assert_eq!(
        written("en", "dateStyle: \"long\", timeStyle: \"short\"", day()),
        ("March 20, 2023".to_owned(), said.clone())
    );
    assert_eq!(written("en", "timeStyle: \"short\"", day()), ("2023-03-20".to_owned(), said.clone()));
    // Nor is the place of a clock.
    let (text, problems) = written("en", "timeStyle: \"long\"", "2023-03-20T09:05:07");
    assert_eq!((text.replace('\u{202F}', " ").as_str(), problems), ("9:05:07 AM", said));
}

#[test]
fn what_is_no_date_is_shown_and_reported() {
    let english = localizer("en", "d = { DATETIME($d) }\n");
    for wrong in [
        "2023-02-30",
        "yesterday",
        "20 March",
        "2023-3-20",
        "\u{662}\u{660}23-03-20",
        "2023-03-20T",
        "2023-03-20T24:00",
        "2023-03-20T10:00+3",
        "2023-03-20T10:00Zulu",
        "2023-03-20 noon",
        "",
    ] {
        let formatted = english.format("d", crate::args! { d => wrong });
        assert_eq!((formatted.as_str(), formatted.problems().len()), (wrong, 1));
    }
    let number = english.format("d", crate::args! { d => 1_679_270_400 });
    assert_eq!((number.as_str(), number.problems().len()), ("1,679,270,400", 1));
}

#[test]
fn moments_are_read_in_all_their_spellings() {
    let read = |text: &str| text.parse::<DateTime>().map(|own| own.to_string());
    for (text, canonical) in [
        ("2023-03-20T09:05", "2023-03-20T09:05:00"),
        ("2023-03-20 09:05:07", "2023-03-20T09:05:07"),
        ("2023-03-20t09:05:07.123456z", "2023-03-20T09:05:07Z"),
        ("2023-03-20T09:05:07+0300", "2023-03-20T09:05:07+03:00"),
        ("2023-03-20T09:05:07 -05", "2023-03-20T09:05:07-05:00"),
        ("2023-03-20T09:05:07-00:30", "2023-03-20T09:05:07-00:30"),
    ] {
        assert_eq!(read(text), Ok(canonical.to_owned()), "{text}");
    }
    for wrong in [
        "2023-03-20",
        "09:05",
        "2023-03-20T9:05",
        "2023-03-20T09:60",
        "2023-03-20T09:05:07.",
        "2023-03-20T09:05+19:00",
        "2023-03-20T09:05+03:",
    ] {
        assert_eq!(read(wrong), Err(()), "{wrong}");
    }
    assert_eq!("2023-03-20T09:05:07Z".parse(), Ok(Date::new(2023, 3, 20).expect("a day")));
    assert_eq!(DateTime::new(Date::new(2023, 3, 20).expect("a day"), 24, 0, 0), None);
}

#[test]
fn every_shape_that_options_can_ask_for_can_be_made() {
    let function = Function::named("DATETIME").expect("a function");
    let words = |name: &str| match function.option(name) {
        Some(Allowed::Words(words)) => words.iter().map(|word| format!("{name}: \"{word}\"")).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let mut asked: Vec<Vec<String>> = vec![Vec::new()];
    for name in ["weekday", "year", "month", "day", "hour", "minute", "timeZoneName"] {
        let mut more = asked.clone();
        for word in words(name) {
            more.extend(asked.iter().map(|own| own.iter().cloned().chain([word.clone()]).collect::<Vec<_>>()));
        }
        asked = more;
    }
    let mut text = String::new();
    for (index, options) in asked.iter().enumerate() {
        let comma = if options.is_empty() { "" } else { ", " };
        text += &format!("m{index} = {{ DATETIME($d{comma}{}) }}\n", options.join(", "));
    }
    for tag in ["ar", "en"] {
        let localizer = localizer(tag, &text);
        for (index, options) in asked.iter().enumerate() {
            let formatted = localizer.format(&format!("m{index}"), crate::args! { d => moment() });
            let wrong = formatted.problems().iter().any(|problem| matches!(problem, Problem::WrongType { .. }));
            assert!(!wrong, "{options:?}");
            // Minutes always have two digits.
            let minutes = options.iter().any(|own| own.starts_with("minute"))
                && options.iter().any(|own| own.starts_with("hour"));
            assert!(!minutes || formatted.as_str().contains(":05"), "{options:?} {formatted}");
        }
    }
}

#[test]
fn every_option_of_the_table_is_honoured() {
    let function = Function::named("DATETIME").expect("a function");
    let time = "hour: \"numeric\", minute: \"numeric\"";
    for (name, allowed) in function.options {
        let Allowed::Words(words) = allowed else { panic!("{name}") };
        for word in *words {
            let beside = match *name {
                "era" => "year: \"numeric\"".to_owned(),
                "hour12" | "timeZoneName" => time.to_owned(),
                "minute" => "hour: \"numeric\"".to_owned(),
                "second" => time.to_owned(),
                "month" if *word == "2-digit" => "day: \"2-digit\"".to_owned(),
                _ => String::new(),
            };
            let comma = if beside.is_empty() { "" } else { ", " };
            let (_, refused) = written("en", &format!("{beside}{comma}{name}: \"{word}\""), moment());
            assert_eq!(refused, Vec::<String>::new(), "{name}: {word}");
        }
    }
}
