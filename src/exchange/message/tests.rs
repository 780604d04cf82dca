//! Messages there and back, with exact expectations for Arabic.

use crate::exchange::tests::{exported, project};
use crate::exchange::{Format, Import, Outcome, Reason, import};

const EN: &str = "-brand = Mizan\n\n# $count (Number) articles.\narticles =\n    { $count ->\n        [one] { $count } article\n       *[other] { $count } articles\n    }\n\n## Search\n\nsearch = Search { -brand }\n    .label = Find { $what }\n";
const AR: &str = "-brand = ميزان\n\narticles =\n    { $count ->\n        [zero] لا مقالات\n        [one] مقال واحد\n        [two] مقالان\n        [few] { $count } مقالات\n        [many] { $count } مقالًا\n       *[other] { $count } مقال\n    }\n\n## البحث\n\nsearch = ابحث في { -brand }\n    .label = ابحث عن { $what }\n";

fn back(files: &[(&str, &str)], format: Format, change: impl Fn(&str) -> String) -> Import {
    let project = project(files);
    import(&project, &[("x", &change(&exported(&project, format)))]).expect("an exchange file")
}

fn reasons(import: &Import) -> Vec<Reason> {
    import.refused().map(|(_, reason)| reason.clone()).collect()
}

const BOTH: [(&str, &str); 2] = [("l/en/site.ftl", EN), ("l/ar/site.ftl", AR)];

/// What the Arabic file becomes when `from` is replaced in the export.
fn changed(ar: &str, format: Format, from: &str, to: &str) -> Import {
    let count = |text: &str| text.matches(from).count();
    back(&[("l/en/site.ftl", EN), ("l/ar/site.ftl", ar)], format, |text| {
        assert_eq!(count(text), 1, "{from} in {text}");
        text.replace(from, to)
    })
}

#[test]
fn nothing_changes_where_nothing_was_changed() {
    for format in [Format::Xliff, Format::Po] {
        let crlf = |text: &str| text.replace('\n', "\r\n");
        let (en, ar) = (crlf(EN), crlf(AR));
        for files in [BOTH, [("l/en/site.ftl", &en), ("l/ar/site.ftl", &ar)]] {
            let import = back(&files, format, str::to_owned);
            assert!(import.texts.is_empty());
            assert_eq!(import.count(|outcome| *outcome == Outcome::Unchanged), 9, "{:?}", import.verdicts);
        }
    }
}

#[test]
fn all_six_arabic_forms_are_offered_and_named() {
    let project = project(&BOTH[..1]);
    let xliff = exported(&project, Format::Xliff);
    for key in ["zero", "one", "two", "few", "many", "other"] {
        assert!(xliff.contains(&format!("<segment id=\"count.{key}\" state=\"initial\">")), "{key}");
    }
    assert!(xliff.contains("count.few: Plural form few, for the numbers 3–10, 103–110, 203–210, …</note>"), "{xliff}");
    assert!(xliff.contains("count.many: Plural form many, for the numbers 11–99, 111–199, 211–299, …</note>"));
    assert!(xliff.contains("count.zero: Plural form zero, for the numbers 0</note>"));
    assert!(xliff.contains("<note category=\"comment\">$count (Number) articles.</note>"));
    // A form for one number may leave it out; the others must show it.
    let few = xliff.split("<segment id=\"count.few\"").nth(1).unwrap_or_default().split("</segment>").next();
    assert!(few.is_some_and(|few| few.contains("canDelete=\"no\"")), "{few:?}");
    let two = xliff.split("<segment id=\"count.two\"").nth(1).unwrap_or_default().split("</segment>").next();
    assert!(two.is_some_and(|two| !two.contains("canDelete") && two.contains("articles")), "{two:?}");
    let po = exported(&project, Format::Po);
    let entry = "msgid \"{ $count } article\"\nmsgid_plural \"{ $count } articles\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n";
    assert!(po.contains(entry), "{po}");
    assert!(po.contains("nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3"));
}

#[test]
fn a_new_text_takes_its_place_and_nothing_else_moves() {
    for format in [Format::Xliff, Format::Po] {
        let import = changed(AR, format, "مقالان", "مقالتان");
        assert_eq!(import.texts.get("l/ar/site.ftl"), Some(&AR.replace("مقالان", "مقالتان")), "{:?}", import.verdicts);
        let import = changed(AR, format, "ابحث عن", "فتّش عن");
        assert_eq!(import.texts.get("l/ar/site.ftl"), Some(&AR.replace("ابحث عن", "فتّش عن")));
        let crlf = AR.replace('\n', "\r\n");
        let import = changed(&crlf, format, "مقالان", "مقالتان");
        assert_eq!(import.texts.get("l/ar/site.ftl"), Some(&crlf.replace("مقالان", "مقالتان")));
    }
}

#[test]
fn forms_that_the_translation_lacks_are_written() {
    let flat = AR.replace("        [two] مقالان\n        [few] { $count } مقالات\n", "");
    let po = back(&[("l/en/site.ftl", EN), ("l/ar/site.ftl", &flat)], Format::Po, |text| {
        text.replace("msgstr[2] \"\"", "msgstr[2] \"مقالان\"")
            .replace("msgstr[3] \"\"", "msgstr[3] \"{ $count } مقالات\"")
    });
    assert_eq!(po.texts.get("l/ar/site.ftl").map(String::as_str), Some(AR), "{:?}", po.verdicts);
    // A translation that does not select is its text for all other cases.
    let start = AR.find("articles =").expect("there");
    let end = AR.find("\n\n## البحث").expect("there");
    let flat = format!("{}articles = {{ $count }} مقال{}", &AR[..start], &AR[end..]);
    let po = back(&[("l/en/site.ftl", EN), ("l/ar/site.ftl", &flat)], Format::Po, |text| {
        let forms = ["لا مقالات", "مقال واحد", "مقالان", "{ $count } مقالات", "{ $count } مقالًا"];
        forms.iter().enumerate().fold(text.to_owned(), |text, (at, form)| {
            text.replace(&format!("msgstr[{at}] \"\""), &format!("msgstr[{at}] \"{form}\""))
        })
    });
    assert_eq!(po.texts.get("l/ar/site.ftl").map(String::as_str), Some(AR), "{:?}", po.verdicts);
    assert_eq!(po.count(|outcome| *outcome == Outcome::Unchanged), 4);
}

#[test]
fn new_messages_stand_in_the_sources_order_and_groups() {
    let full = |text: &str| {
        let pairs = [
            ("msgid \"Mizan\"\nmsgstr \"\"", "msgid \"Mizan\"\nmsgstr \"ميزان\""),
            ("msgstr[0] \"\"", "msgstr[0] \"لا مقالات\""),
            ("msgstr[1] \"\"", "msgstr[1] \"مقال واحد\""),
            ("msgstr[2] \"\"", "msgstr[2] \"مقالان\""),
            ("msgstr[3] \"\"", "msgstr[3] \"{ $count } مقالات\""),
            ("msgstr[4] \"\"", "msgstr[4] \"{ $count } مقالًا\""),
            ("msgstr[5] \"\"", "msgstr[5] \"{ $count } مقال\""),
            ("Search { -brand }\"\nmsgstr \"\"", "Search { -brand }\"\nmsgstr \"ابحث في { -brand }\""),
            ("Find { $what }\"\nmsgstr \"\"", "Find { $what }\"\nmsgstr \"ابحث عن { $what }\""),
        ];
        pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    };
    let whole = back(&BOTH[..1], Format::Po, full);
    let english_group = AR.replace("## البحث", "## Search");
    assert_eq!(whole.texts.get("l/ar/site.ftl"), Some(&english_group), "{:?}", whole.verdicts);
    // One that lacks comes back to its place.
    for lacking in [
        "-brand = ميزان\n\n",
        "search = ابحث في { -brand }\n    .label = ابحث عن { $what }\n",
        "    .label = ابحث عن { $what }\n",
    ] {
        let ar = AR.replace(lacking, "");
        let ar = ar.trim_end().strip_suffix("\n\n## البحث").map(|rest| format!("{rest}\n")).unwrap_or(ar);
        let import = back(&[("l/en/site.ftl", EN), ("l/ar/site.ftl", &ar)], Format::Po, full);
        let wanted =
            if lacking.starts_with("search") { format!("{ar}\n## Search\n\n{lacking}") } else { AR.to_owned() };
        assert_eq!(import.texts.get("l/ar/site.ftl").map(|text| text.trim_end()), Some(wanted.trim_end()), "{lacking}");
    }
}

#[test]
fn placeables_must_be_there() {
    assert_eq!(reasons(&changed(AR, Format::Po, "عن { $what }", "عن شيء")), [Reason::CodeLost("{ $what }".to_owned())]);
    assert_eq!(
        reasons(&changed(AR, Format::Po, "عن { $what }", "عن { $wat }")),
        [Reason::CodeLost("{ $what }".to_owned())]
    );
    assert_eq!(
        reasons(&changed(AR, Format::Po, "{ $count } مقالات", "مقالات")),
        [Reason::CodeLost("{ $count }".to_owned())]
    );
    assert_eq!(reasons(&changed(AR, Format::Po, "مقالان", "{ $count } مقالة")), [] as [Reason; 0]);
    assert_eq!(reasons(&changed(AR, Format::Po, "عن { $what }", "عن { $what")), [Reason::Structure]);
    assert_eq!(
        reasons(&changed(AR, Format::Po, "ابحث عن { $what }", "{ $what }\\n    .title = x")),
        [Reason::Structure]
    );
    let literal = changed(AR, Format::Po, "عن { $what }", "عن {\\\"\\\\u2067\\\"}{ $what }{\\\"\\\\u2069\\\"}");
    let wanted = AR.replace("عن { $what }", "عن {\"\\u2067\"}{ $what }{\"\\u2069\"}");
    let raw = changed(AR, Format::Po, "مقالان", "\u{200F}مقالان");
    assert_eq!(raw.texts.get("l/ar/site.ftl"), Some(&AR.replace("مقالان", "{\"\\u200F\"}مقالان")));
    assert_eq!(literal.texts.get("l/ar/site.ftl"), Some(&wanted), "{:?}", literal.verdicts);
}

#[test]
fn words_are_words_whatever_they_look_like() {
    for (words, written) in [
        ("{ x }", "{\"{\"} x {\"}\"}"),
        ("[one] x", "{\"[\"}one] x"),
        ("أ\u{200F}ب", "أ{\"\\u200F\"}ب"),
        (".a = b", "{\".\"}a = b"),
        (" a", "{\" \"}a"),
        ("# a", "# a"),
    ] {
        let import = changed(AR, Format::Xliff, "<target>مقالان<", &format!("<target>{words}<"));
        assert_eq!(import.texts.get("l/ar/site.ftl"), Some(&AR.replace("مقالان", written)), "{words}");
    }
    let lines = changed(AR, Format::Xliff, "<target>مقالان<", "<target>سطر\n[آخر\n  ثالث<");
    let wanted = AR.replace("مقالان", "سطر\n            {\"[\"}آخر\n            {\" \"} ثالث");
    assert_eq!(lines.texts.get("l/ar/site.ftl"), Some(&wanted), "{:?}", lines.verdicts);
}

#[test]
fn a_select_in_the_midst_of_a_text_is_a_code_of_it() {
    let en = "done = { $n ->\n    [one] One file\n   *[other] { $n } files\n } written to { $out }.\n";
    let ar = "done =\n    { $n ->\n        [zero] لم يُكتب ملف\n        [one] كُتب ملف\n        [two] كُتب ملفان\n        [few] كُتبت { $n } ملفات\n        [many] كُتب { $n } ملفًّا\n       *[other] كُتب { $n } ملف\n    } في { $out }.\n";
    for format in [Format::Xliff, Format::Po] {
        let same = back(&[("l/en/s.ftl", en), ("l/ar/s.ftl", ar)], format, str::to_owned);
        assert_eq!(
            (same.texts.len(), same.count(|outcome| *outcome == Outcome::Unchanged)),
            (0, 7),
            "{:?}",
            same.verdicts
        );
        let one = back(&[("l/en/s.ftl", en), ("l/ar/s.ftl", ar)], format, |text| text.replace("كُتب ملفان", "ملفان"));
        assert_eq!(one.texts.get("l/ar/s.ftl"), Some(&ar.replace("كُتب ملفان", "ملفان")), "{:?}", one.verdicts);
    }
    let new = back(&[("l/en/s.ftl", en), ("l/ar/s.ftl", "")], Format::Po, |text| {
        let pairs = [
            ("written to { $out }.\"\nmsgstr \"\"", "written to { $out }.\"\nmsgstr \"{ $n -> … } في { $out }.\""),
            ("msgid \"One file\"\nmsgstr \"\"", "msgid \"One file\"\nmsgstr \"كُتب ملف\""),
        ];
        let text = pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
        text.replace("msgid \"{ $n } files\"\nmsgstr \"\"", "msgid \"{ $n } files\"\nmsgstr \"كُتب { $n } ملف\"")
    });
    assert!(reasons(&new).is_empty(), "{:?}", new.verdicts);
    let text = new.texts.get("l/ar/s.ftl").map(String::as_str).unwrap_or_default();
    assert!(text.starts_with("done =\n    { $n ->\n        [zero] كُتب { $n } ملف\n        [one] كُتب ملف\n"), "{text}");
    assert!(text.ends_with("       *[other] كُتب { $n } ملف\n    } في { $out }.\n"), "{text}");
}

#[test]
fn a_select_without_its_text_for_all_other_cases_is_none() {
    let import = back(&BOTH[..1], Format::Po, |text| text.replace("msgstr[2] \"\"", "msgstr[2] \"مقالان\""));
    assert_eq!(reasons(&import), [Reason::NoDefault]);
    let broken = AR.replace("search = ", "search ");
    let import = back(&[("l/en/site.ftl", EN), ("l/ar/site.ftl", &broken)], Format::Po, |text| {
        text.replace("Search { -brand }\"\nmsgstr \"\"", "Search { -brand }\"\nmsgstr \"ابحث في { -brand }\"")
    });
    assert_eq!(reasons(&import), [Reason::Unreadable("l/ar/site.ftl".to_owned())]);
}

#[test]
fn messages_are_changed_where_they_stand() {
    let other = "search = ابحث في { -brand }\n    .label = ابحث عن { $what }\n";
    let ar = AR.replace(other, "");
    let files = [
        ("l/en/site.ftl", EN),
        ("l/ar/site.ftl", ar.as_str()),
        ("l/ar/other.ftl", other),
        ("l/en/other.ftl", "more = More\n"),
    ];
    let import = back(&files, Format::Po, |text| {
        text.replace("ابحث عن", "فتّش عن").replace("msgid \"More\"\nmsgstr \"\"", "msgid \"More\"\nmsgstr \"المزيد\"")
    });
    let wanted = format!("more = المزيد\n\n{}", other.replace("ابحث عن", "فتّش عن"));
    assert_eq!(import.texts.get("l/ar/other.ftl"), Some(&wanted), "{:?}", import.texts);
    assert_eq!(import.texts.len(), 1);
}
