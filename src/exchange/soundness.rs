//! Whatever the texts: nothing panics, nothing changes that was not changed, and what is taken is what was given.

use proptest::prelude::*;

use crate::exchange::given::{Bit, Words as GivenWords};
use crate::exchange::tests::{exported, project};
use crate::exchange::unit::{Piece, flat};
use crate::exchange::{Format, Import, Outcome, article, export, import, po, xliff};
use crate::words::Words;

/// Pieces that Markdown, HTML and front matter are made of, in both directions.
fn markdownish() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  \n",
        "\\\n",
        "    ",
        "# ",
        "## ",
        " #",
        "{#x}",
        "- ",
        "* ",
        "1. ",
        "> ",
        "| a | b |\n|-|-|\n| c | d |\n",
        "`",
        "`x`",
        "```\n",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "](u)",
        "](u \"t\")",
        "][l]",
        "]",
        "[l]: u\n",
        "![",
        "<b>",
        "</b>",
        "<br>",
        "<bdi dir=\"ltr\">",
        "</bdi>",
        "<div>\n",
        "</div>\n",
        "<p>",
        "<code>",
        "</code>",
        "<!-- c -->",
        "&amp;",
        "&#1605;",
        "&",
        ";",
        "\\",
        "\\*",
        "{{< x >}}",
        "https://x.y/a_b",
        "a@b.cd",
        "<https://x.y>",
        "[^1]",
        "[^1]: ",
        "---\n",
        "===\n",
        "كلمة",
        "مَرَّة ",
        "text ",
        "word",
        "5 ",
        "،",
        "\u{2067}",
        "\u{0}",
        "\u{FFFC}",
        "\u{FFFE}",
        "\t",
        "🩺",
        "!",
        ":",
        "- [x] ",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// What a person may type into a translation.
fn typed() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "كلمة",
        " ",
        "words",
        "*",
        "_",
        "`",
        "[",
        "](x)",
        "<b>",
        "&",
        "&amp;",
        "#",
        "# ",
        "- ",
        "1. ",
        "|",
        "\\",
        "~~",
        "{",
        "}",
        "\"",
        "'",
        ": ",
        "\u{200F}",
        "\u{2067}",
        "\n",
        "،",
        "https://x.y",
        "!",
        "=",
        "🩺",
        "\u{1}",
        "\t",
        ".",
        "{{",
        "}}",
        "%}",
        "$x",
        "]",
        ">",
        "<!--",
        "-->",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 1..8).prop_map(|pieces| pieces.concat())
}

/// Pieces that Fluent is made of.
fn fluentish() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "a = A\n",
        "b = { $x } b\n",
        "c =\n    line\n    other\n",
        "d = { $n ->\n    [one] x\n   *[other] { $n } y\n }\n",
        "-t = T\n",
        "e = e { $n ->\n    [0] x\n   *[other] y { -t }\n } f\n    .g = h\n",
        "f = { $p ->\n    [mac] { $n ->\n        [one] a\n       *[other] b\n    }\n   *[other] c\n }\n",
        "g = {\"\\u2066\"}x{\"{\"}\n",
        "## G\n\n",
        "# c\n",
        "### R\n",
        "\n",
        "junk\n",
        "h = { NUMBER($n, type: \"ordinal\") ->\n   *[other] z\n }\n",
        "i =\n    .j = k\n",
        "j = { $a -> *[x] y }\n",
        "k = { \"\" }\n",
        "l = { $n -> [a] x *[b] y } { $n -> [a] p *[b] q }\n",
        "m = x \n  { $n } \n\n    z\n",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 0..12).prop_map(|pieces| pieces.concat())
}

/// The XLIFF with every target replaced by `words`, around the codes of the source.
fn retargeted(project: &crate::Project, words: &[String]) -> String {
    let mut sheets = export(project, 1, &|_| true, Words::new(&["en"])).expect("read");
    let mut next = words.iter().cycle();
    for segment in sheets.iter_mut().flat_map(|sheet| &mut sheet.units).flat_map(|unit| &mut unit.segments) {
        let mut target = segment.source.clone();
        for piece in &mut target {
            if let (Piece::Text(text), Some(words)) = (piece, next.next()) {
                text.clone_from(words);
            }
        }
        segment.target = Some(target);
    }
    let languages =
        crate::exchange::Languages { source: project.source(), target: &project.targets()[0], project: "news" };
    // The fingerprints must be those of the project as it is.
    let old = exported(project, Format::Xliff);
    let prints = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("<mda:metaGroup"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let new = super::write(Format::Xliff, &sheets, &languages);
    let mut fresh = prints(&old).into_iter();
    let lines = new.lines().map(|line| match line.contains("<mda:metaGroup") {
        true => fresh.next().unwrap_or_default(),
        false => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn articles_come_back_as_they_went(en in markdownish(), ar in markdownish(), has_target: bool) {
        let mut files = vec![("v/en.md", en.as_str())];
        files.extend(has_target.then_some(("v/ar.md", ar.as_str())));
        let project = project(&files);
        for format in [Format::Xliff, Format::Po] {
            let text = exported(&project, format);
            let import = import(&project, &[("x", &text)]).expect("our own");
            prop_assert!(import.texts.is_empty());
            let refused: Vec<_> = import.refused().collect();
            prop_assert!(refused.is_empty(), "{refused:?} {text}");
        }
    }

    #[test]
    fn messages_come_back_as_they_went(en in fluentish(), ar in fluentish()) {
        let project = project(&[("l/en/s.ftl", &en), ("l/ar/s.ftl", &ar)]);
        for format in [Format::Xliff, Format::Po] {
            let text = exported(&project, format);
            let import = import(&project, &[("x", &text)]).expect("our own");
            prop_assert!(import.texts.is_empty());
            let refused: Vec<_> = import.refused().collect();
            prop_assert!(refused.is_empty(), "{refused:?} {text}");
        }
    }

    #[test]
    fn what_is_taken_of_an_article_is_what_was_given(en in markdownish(), ar in markdownish(), has_target: bool, words in proptest::collection::vec(typed(), 1..5)) {
        let mut files = vec![("v/en.md", en.as_str())];
        files.extend(has_target.then_some(("v/ar.md", ar.as_str())));
        let before = project(&files);
        let text = retargeted(&before, &words);
        let import = import(&before, &[("x", &text)]).expect("our own");
        if let Some(new) = import.texts.get("v/ar.md") {
            same_as_given(&text, &article::flats(new), &import)?;
        } else {
            prop_assert_eq!(import.count(|outcome| *outcome == Outcome::Accepted), 0);
        }
    }

    #[test]
    fn what_is_taken_of_messages_is_what_was_given(en in fluentish(), ar in fluentish(), words in proptest::collection::vec(typed(), 1..5)) {
        let before = project(&[("l/en/s.ftl", &en), ("l/ar/s.ftl", &ar)]);
        let text = retargeted(&before, &words);
        let import = import(&before, &[("x", &text)]).expect("our own");
        if let Some(new) = import.texts.get("l/ar/s.ftl") {
            let after = project(&[("l/en/s.ftl", &en), ("l/ar/s.ftl", new)]);
            let now = export(&after, 1, &|_| true, Words::new(&["en"])).expect("read");
            let segments = now.iter().flat_map(|sheet| &sheet.units).flat_map(|unit| &unit.segments);
            let said: String = segments.flat_map(|segment| &segment.target).map(|target| flat(target)).collect();
            same_as_given(&text, &said, &import)?;
        }
    }

    #[test]
    fn no_exchange_file_panics(text in "(<xliff|</xliff>|<unit|<pc id=\"1\">|</pc>|<source>|</source>|xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"| |version=\"2.1\"|>|&[a-z#0-9]*;|<!DOCTYPE|<!\\[CDATA\\[|\\]\\]>|msgid|msgstr|\\[[0-9]\\]|\"|\\\\|\n|#[.,~|: ]|\u{645}){0,40}") {
        let _ = (xliff::read(&text), po::read(&text));
        let project = project(&[("v/en.md", "One *two*.\n"), ("l/en/s.ftl", "a = A { $b }\n")]);
        let _ = import(&project, &[("x", &text)]);
    }

    #[test]
    fn no_damage_to_an_exchange_file_panics(format in prop_oneof![Just(Format::Xliff), Just(Format::Po)], at in 0.0..1.0_f64, length in 0_usize..40, with in ".{0,6}") {
        let project = project(&[("v/en.md", "---\ntitle: T\n---\n\nOne *two* `x` [y](z).\n\n- a\n"), ("v/ar.md", "أ *ب* `x` [y](z).\n"), ("l/en/s.ftl", "a = A { $b }\nn = { $n ->\n    [one] x\n   *[other] { $n } y\n }\n")]);
        let text = exported(&project, format);
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let start = floor((text.len() as f64 * at) as usize);
        let end = floor(start + length).max(start);
        let damaged = format!("{}{with}{}", &text[..start], &text[end..]);
        let _ = import(&project, &[("x", &damaged)]);
    }
}

/// Whether each text that was taken is among what is said now.
fn same_as_given(text: &str, said: &str, taken: &Import) -> Result<(), TestCaseError> {
    let given = xliff::read(text).expect("our own");
    let said = folded(said);
    for (verdict, given) in taken.verdicts.iter().zip(&given.texts) {
        let Some(GivenWords::Coded(bits)) = given.target.as_ref().filter(|_| verdict.outcome == Outcome::Accepted)
        else {
            continue;
        };
        for bit in bits {
            if let Bit::Text(words) = bit {
                let words = folded(words);
                prop_assert!(said.contains(&words), "{words:?} of {} is not in {said:?}", verdict.text);
            }
        }
    }
    Ok(())
}

/// White space is no matter here.
fn folded(text: &str) -> String {
    text.split_whitespace().collect()
}
