//! There and back again: what goes out comes back, and what does not fit is refused.

use super::*;
use crate::project::Project;
use crate::words::Words;

mod refused;

const CONFIG: &str = "[project]\nname = \"news\"\nsource = \"en\"\ntargets = [\"ar\"]\n\
    [articles.news]\npath = \"{slug}/{locale}.md\"\ntranslated = [\"title\"]\nshared = [\"date\"]\n\
    [messages]\npath = \"l/{locale}/{file}.ftl\"\n";

pub(crate) fn project(files: &[(&str, &str)]) -> Project {
    let mut builder = Project::builder().file("mizan.toml", CONFIG);
    for (path, text) in files {
        builder = builder.file(path, *text);
    }
    builder.build().expect("a project")
}

pub(crate) fn exported(project: &Project, format: Format) -> String {
    let sheets = export(project, 1, &|_| true, Words::new(&["en"])).expect("read");
    let languages = Languages { source: project.source(), target: &project.targets()[0], project: "news" };
    write(format, &sheets, &languages)
}

/// What comes of the project's own export after `change`, in both formats that can say it.
fn back(files: &[(&str, &str)], format: Format, change: impl Fn(&str) -> String) -> Import {
    let project = project(files);
    let text = change(&exported(&project, format));
    import(&project, &[("x", &text)]).expect("an exchange file")
}

fn reasons(import: &Import) -> Vec<Reason> {
    import.refused().map(|(_, reason)| reason.clone()).collect()
}

const EN: &str = "---\ntitle: Visits\ndate: 2023-01-01\n---\n\n# When *to* come\n\nVisits are [free](/free) on `day` 5.\nBring ID.\n\n- one thing\n- two things\n";
const AR: &str = "---\ntitle: الزيارات\n---\n\n# متى *تأتي*\n\nالزيارات [مجانية](/free) في `day` 5.\nأحضر الهوية.\n\n- شيء\n- شيئان\n";

#[test]
fn nothing_changes_where_nothing_was_changed() {
    for format in [Format::Xliff, Format::Po] {
        let both = back(&[("v/en.md", EN), ("v/ar.md", AR)], format, str::to_owned);
        assert!(both.texts.is_empty(), "{both:?}");
        assert_eq!(both.count(|outcome| *outcome == Outcome::Unchanged), 5);
        let one = back(&[("v/en.md", EN)], format, str::to_owned);
        assert_eq!(one.count(|outcome| *outcome == Outcome::Untranslated), 5);
        assert!(one.texts.is_empty());
    }
}

#[test]
fn a_new_text_takes_the_place_of_the_old_and_nothing_else_moves() {
    let new = AR.replace(
        "الزيارات [مجانية](/free) في `day` 5.\nأحضر الهوية.",
        "الزيارة [بالمجان](/free) في `day` 5. أحضر الهوية.",
    );
    let files = [("v/en.md", EN), ("v/ar.md", AR)];
    let xliff = back(&files, Format::Xliff, |text| {
        text.replace("الزيارات <pc", "الزيارة <pc").replace(">مجانية<", ">بالمجان<")
    });
    assert_eq!(xliff.texts.get("v/ar.md"), Some(&new), "{:?}", xliff.verdicts);
    let po = back(&files, Format::Po, |text| text.replace("الزيارات [مجانية]", "الزيارة [بالمجان]"));
    assert_eq!(po.texts.get("v/ar.md"), Some(&new), "{:?}", po.verdicts);
    // Lines end as they did.
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let (en, ar) = (crlf(EN), crlf(AR));
    let po = back(&[("v/en.md", &en), ("v/ar.md", &ar)], Format::Po, |text| {
        text.replace("الزيارات [مجانية]", "الزيارة [بالمجان]")
    });
    assert_eq!(po.texts.get("v/ar.md"), Some(&crlf(&new)));
}

/// The same file with every target filled in by `fill`, which is given the source.
fn filled(xliff: &str, fill: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for line in xliff.lines() {
        out.push_str(line);
        out.push('\n');
        let source = line.trim().strip_prefix("<source>").and_then(|rest| rest.strip_suffix("</source>"));
        if let Some(source) = source {
            out.push_str(&format!("<target>{}</target>\n", fill(source)));
        }
    }
    out
}

#[test]
fn a_missing_article_is_made_in_the_form_of_its_source() {
    let fill = |source: &str| {
        let pairs = [
            ("Visits are ", "الزيارات "),
            ("Visits", "الزيارات"),
            ("When ", "متى "),
            (">to<", ">تأتي<"),
            (" come", ""),
            (">free<", ">مجانية<"),
            (" on ", " في "),
            (" Bring ID.", " أحضر الهوية."),
            ("one thing", "شيء"),
            ("two things", "شيئان"),
        ];
        pairs.iter().fold(source.to_owned(), |text, (en, ar)| text.replace(en, ar))
    };
    let made = back(&[("v/en.md", EN)], Format::Xliff, |text| filled(text, fill));
    assert_eq!(made.texts.get("v/ar.md"), Some(&AR.replace("5.\n", "5. ")), "{:?}", made.verdicts);
    assert_eq!(made.count(|outcome| *outcome == Outcome::Accepted), 5);
    // Half an article is none.
    let half =
        back(&[("v/en.md", EN)], Format::Xliff, |text| filled(text, fill).replacen("<target>شيء</target>", "", 1));
    assert!(half.texts.is_empty());
    assert_eq!(reasons(&half), vec![Reason::Incomplete(1); 4]);
}

#[test]
fn one_that_does_not_fit_keeps_no_other_out() {
    let files = [("v/en.md", EN), ("v/ar.md", AR)];
    let import = back(&files, Format::Po, |text| {
        text.replace("msgstr \"شيء\"", "msgstr \"# شيء\"")
            .replace("شيئان", "أمران")
            .replace("msgstr \"الزيارات\"", "msgstr \"زيارات: متى؟\"")
    });
    assert_eq!(reasons(&import), [Reason::Structure]);
    let new = AR.replace("شيئان", "أمران").replace("title: الزيارات", "title: \"زيارات: متى؟\"");
    assert_eq!(import.texts.get("v/ar.md"), Some(&new));
}

#[test]
fn a_block_that_the_translation_lacks_goes_where_the_source_has_it() {
    let source = EN.replace("- one", "There are 3 doors at `gate`.\n\n> Quoted, 17 words.\n\n- one");
    let files = [("v/en.md", source.as_str()), ("v/ar.md", AR)];
    let import = back(&files, Format::Po, |text| {
        let text = text.replace(
            "msgid \"There are 3 doors at `gate`.\"\nmsgstr \"\"",
            "msgid \"There are 3 doors at `gate`.\"\nmsgstr \"ثمة 3 أبواب عند `gate`.\"",
        );
        text.replace(
            "msgid \"Quoted, 17 words.\"\nmsgstr \"\"",
            "msgid \"Quoted, 17 words.\"\nmsgstr \"قول من 17 كلمة.\"",
        )
    });
    let new = AR.replace("- شيء\n", "ثمة 3 أبواب عند `gate`.\n\n> قول من 17 كلمة.\n\n- شيء\n");
    assert_eq!(import.texts.get("v/ar.md"), Some(&new), "{:?}", import.verdicts);
    // Half a block has no place that could be known.
    let table = "| a1 | b2 |\n| - | - |\n| c3 | d4 |\n";
    let short = "| أ1 | ب2 |\n| - | - |\n";
    let import = back(&[("v/en.md", table), ("v/ar.md", short)], Format::Po, |text| {
        text.replace("msgid \"c3\"\nmsgstr \"\"", "msgid \"c3\"\nmsgstr \"ج3\"")
    });
    assert_eq!(reasons(&import), [Reason::NoPlace], "{:?}", import.verdicts);
}

#[test]
fn items_that_a_list_lacks_go_between_their_neighbours() {
    let fill = |text: &str| {
        let text = text.replace("msgid \"item `b` 22\"\nmsgstr \"\"", "msgid \"item `b` 22\"\nmsgstr \"بند `b` 22\"");
        text.replace("msgid \"deep `d` 44\"\nmsgstr \"\"", "msgid \"deep `d` 44\"\nmsgstr \"عميق `d` 44\"")
    };
    let became = |en: &str, ar: &str| {
        let import = back(&[("v/en.md", en), ("v/ar.md", ar)], Format::Po, fill);
        assert!(reasons(&import).is_empty(), "{:?}", import.verdicts);
        import.texts.get("v/ar.md").cloned().unwrap_or_default()
    };
    let en = "- item `a` 11\n- [x] item `b` 22\n- item `c` 33\n";
    assert_eq!(became(en, "* بند `a` 11\n* بند `c` 33\n"), "* بند `a` 11\n* [x] بند `b` 22\n* بند `c` 33\n");
    let en = "1. item `b` 22\n2. item `c` 33\n   - deep `d` 44\n   - deep `e` 55\n";
    let ar = "1. بند `c` 33\r\n   - عميق `e` 55\r\n";
    assert_eq!(became(en, ar), "1. بند `b` 22\r\n1. بند `c` 33\r\n   - عميق `d` 44\r\n   - عميق `e` 55\r\n");
    let en = "- item `a` 11\n\n  more\n\n- item `b` 22\n\n- item `c` 33\n\nEnd 66.\n";
    let ar = "- بند `a` 11\n\n  مزيد\n\n- بند `c` 33\n\nخاتمة 66.\n";
    assert_eq!(became(en, ar), ar.replace("- بند `c`", "- بند `b` 22\n\n- بند `c`"));
    // What has items of its own comes with them, or not at all.
    let en = "- item `a` 11\n- item `b` 22\n  - deep `d` 44\n- item `c` 33\n";
    let import = back(&[("v/en.md", en), ("v/ar.md", "- بند `a` 11\n- بند `c` 33\n")], Format::Po, fill);
    assert_eq!(reasons(&import), vec![Reason::NoPlace; 2], "{:?}", import.verdicts);
}

#[test]
fn paragraphs_that_were_split_or_merged_stay_so() {
    let en = "One long sentence stands here with number 11. Another long sentence stands here with number 22.\n";
    let ar = "هنا جملة طويلة فيها الرقم 11.\n\nوهنا جملة طويلة أخرى فيها الرقم 22.\n";
    for format in [Format::Xliff, Format::Po] {
        let import =
            back(&[("v/en.md", en), ("v/ar.md", ar)], format, |text| text.replace("جملة طويلة أخرى", "جملة ثانية"));
        assert_eq!(
            import.texts.get("v/ar.md"),
            Some(&ar.replace("جملة طويلة أخرى", "جملة ثانية")),
            "{:?}",
            import.verdicts
        );
        let import = back(&[("v/en.md", ar), ("v/ar.md", en)], format, |text| text.replace("Another", "A second"));
        assert_eq!(import.texts.get("v/ar.md"), Some(&en.replace("Another", "A second")), "{:?}", import.verdicts);
    }
    // A person may also make one of two, as in the source, or two of one.
    let po = |en: &str, ar: &str, from: &str, to: &str| {
        back(&[("v/en.md", en), ("v/ar.md", ar)], Format::Po, |text| text.replace(from, to))
    };
    let joined = po(en, ar, "11.\\n\"\n\"\\n\"\n\"", "11. ");
    assert_eq!(joined.texts.get("v/ar.md"), Some(&ar.replace("11.\n\n", "11. ")), "{:?}", joined.verdicts);
    let parted = po(ar, en, "11. Another", "11.\\n\\nAnother");
    assert_eq!(parted.texts.get("v/ar.md"), Some(&en.replace("11. ", "11.\n\n")), "{:?}", parted.verdicts);
    let three = po(ar, en, "11. Another", "11.\\n\\nx\\n\\nAnother");
    assert_eq!(reasons(&three), [Reason::BlankLine]);
    let (quoted, two) = (format!("> {en}"), format!("> {}", ar.replace("\n\n", "\n>\n> ")));
    let parted = po(&two, &quoted, "11. Another", "11.\\n\\nAnother");
    assert_eq!(parted.texts.get("v/ar.md"), Some(&quoted.replace("11. ", "11.\n>\n> ")), "{:?}", parted.verdicts);
}

#[test]
fn xliff_says_direction_state_and_codes() {
    let text = exported(&project(&[("v/en.md", EN), ("v/ar.md", AR)]), Format::Xliff);
    for part in [
        "version=\"2.1\" srcLang=\"en\" trgLang=\"ar\"",
        "srcDir=\"ltr\" trgDir=\"rtl\"",
        "<segment state=\"translated\">",
        "<data id=\"d1\" dir=\"ltr\">*</data>",
        "dispStart=\"[\" dispEnd=\"](/free)\" type=\"link\" canCopy=\"no\" canDelete=\"no\">free</pc>",
        "<note category=\"context\">Under the heading: When to come</note>",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains(crate::bidi::controls::is_control));
    assert!(exported(&project(&[("v/en.md", EN)]), Format::Xliff).contains("<segment state=\"initial\">"));
}

#[test]
fn lines_that_a_tool_has_wrapped_are_one() {
    let files = [("v/en.md", EN), ("v/ar.md", AR)];
    let wrapped = |text: &str| text.replace("الزيارات <pc", "الزيارات\n          <pc");
    let same = back(&files, Format::Xliff, wrapped);
    assert_eq!(same.count(|outcome| *outcome == Outcome::Unchanged), 5, "{:?}", same.verdicts);
    let new = back(&files, Format::Xliff, |text| wrapped(text).replace(">مجانية<", ">بالمجان<"));
    let wanted = AR.replace("مجانية", "بالمجان").replace("5.\n", "5. ");
    assert_eq!(new.texts.get("v/ar.md"), Some(&wanted), "{:?}", new.verdicts);
}

#[test]
fn invisible_characters_are_written_as_references() {
    let files = [("v/en.md", EN), ("v/ar.md", AR)];
    let po = back(&files, Format::Po, |text| text.replace("msgstr \"شيء\"", "msgstr \"\u{200F}شيء\""));
    assert_eq!(po.texts.get("v/ar.md"), Some(&AR.replace("- شيء\n", "- &#x200F;شيء\n")));
    // Where a reference cannot be, the translator's own character stays.
    let ar = AR.replace("/free", "/fr\u{200F}ee");
    let po = back(&[("v/en.md", EN), ("v/ar.md", &ar)], Format::Po, |text| text.replace("[مجانية]", "[بالمجان]"));
    assert!(reasons(&po).is_empty(), "{:?}", po.verdicts);
}
