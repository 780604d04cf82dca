//! What does not fit, and why.

use super::*;

#[test]
fn what_has_changed_meanwhile_is_refused() {
    let old = project(&[("v/en.md", EN), ("v/ar.md", AR)]);
    for format in [Format::Xliff, Format::Po] {
        let text = exported(&old, format).replace("شيئان", "أمران");
        let source = EN.replace("two things", "three things");
        let now = project(&[("v/en.md", &source), ("v/ar.md", AR)]);
        let import = super::import(&now, &[("x", &text)]).expect("read");
        assert_eq!(reasons(&import), [Reason::SourceChanged], "{format:?}");
        let target = AR.replace("شيئان", "اثنان");
        let now = project(&[("v/en.md", EN), ("v/ar.md", &target)]);
        let import = super::import(&now, &[("x", &text)]).expect("read");
        assert_eq!(reasons(&import), [Reason::TargetChanged], "{format:?}");
        assert!(import.texts.is_empty());
        // What someone has written meanwhile just so is no quarrel.
        let target = AR.replace("شيئان", "أمران");
        let now = project(&[("v/en.md", EN), ("v/ar.md", &target)]);
        assert!(reasons(&super::import(&now, &[("x", &text)]).expect("read")).is_empty());
        // A paragraph more above moves nothing.
        let source = EN.replace("# When", "New words, 17 of them.\n\n# When");
        let now = project(&[("v/en.md", &source), ("v/ar.md", AR)]);
        let import = super::import(&now, &[("x", &text)]).expect("read");
        assert_eq!(import.texts.get("v/ar.md"), Some(&AR.replace("شيئان", "أمران")), "{:?}", import.verdicts);
    }
}

#[test]
fn codes_must_be_there_and_in_order() {
    let files = [("v/en.md", EN), ("v/ar.md", AR)];
    let code = |import: Import| reasons(&import);
    let po = |from: &str, to: &str| code(back(&files, Format::Po, |text| text.replace(from, to)));
    assert_eq!(po("في `day` 5", "في اليوم 5"), [Reason::CodeLost("`day`".to_owned())]);
    assert_eq!(po("في `day` 5", "في `day` `day` 5"), [Reason::CodeAdded("`day`".to_owned())]);
    assert_eq!(po("[مجانية](/free)", "[مجانية](/paid)"), [Reason::CodeLost("[…](/free)".to_owned())]);
    assert_eq!(po("متى *تأتي*", "متى تأتي"), [] as [Reason; 0], "emphasis is the translator's own");
    let xliff = |from: &str, to: &str| code(back(&files, Format::Xliff, |text| text.replace(from, to)));
    assert_eq!(xliff("</pc> في <ph id=\"2\"", "</pc> في <ph id=\"9\""), [Reason::CodeUnknown("9".to_owned())]);
    assert_eq!(xliff(">مجانية</pc>", "/>مجانية"), [] as [Reason; 0], "an empty link is what was asked for");
    let lost = |text: &str| {
        let start = text.find("في <ph").expect("a code");
        let end = start + text[start..].find("/>").expect("its end") + 2;
        format!("{}في اليوم{}", &text[..start], &text[end..])
    };
    assert_eq!(code(back(&files, Format::Xliff, lost)), [Reason::CodeLost("`day`".to_owned())]);
    let crossed = "<target>متى <sc id=\"1\"/>تأتي</target>";
    let unbalanced = back(&files, Format::Xliff, |text| {
        let start = text.find("<target>متى").expect("the heading");
        let end = start + text[start..].find("</target>").expect("its end") + "</target>".len();
        format!("{}{crossed}{}", &text[..start], &text[end..])
    });
    assert_eq!(code(unbalanced), [Reason::Unbalanced]);
}

#[test]
fn markup_that_would_change_the_structure_is_refused_or_escaped() {
    let files = [("v/en.md", EN), ("v/ar.md", AR)];
    let po = |to: &str| {
        reasons(&back(&files, Format::Po, |text| text.replace("msgstr \"شيء\"", &format!("msgstr \"{to}\""))))
    };
    assert_eq!(po("# شيء"), [Reason::Structure]);
    assert_eq!(po("شيء\\n\\nآخر"), [Reason::BlankLine]);
    assert_eq!(po("- شيء"), [Reason::Structure]);
    assert_eq!(po("شيء\\n# آخر"), [Reason::Structure]);
    assert_eq!(po("```\\nشيء"), [Reason::Structure]);
    // Words of XLIFF are words, whatever they look like.
    for (words, written) in [
        ("# شيء", "\\# شيء"),
        ("1. أ*ب*ج", "1\\. أ\\*ب\\*ج"),
        ("&lt;b> &amp;amp;", "\\<b\\> \\&amp;"),
        ("- [x](y)", "\\- \\[x\\](y)"),
        ("\u{200F}شيء", "&#x200F;شيء"),
    ] {
        let import = back(&files, Format::Xliff, |text| text.replace("<target>شيء<", &format!("<target>{words}<")));
        assert_eq!(import.texts.get("v/ar.md"), Some(&AR.replace("- شيء\n", &format!("- {written}\n"))), "{words}");
    }
    let blank = back(&files, Format::Xliff, |text| text.replace("<target>شيء<", "<target>شيء\n\nآخر<"));
    assert_eq!(reasons(&blank), [Reason::BlankLine]);
}

#[test]
fn a_file_for_other_languages_or_of_another_kind_is_none() {
    let project = project(&[("v/en.md", EN)]);
    let fault = |text: &str| import(&project, &[("x.xlf", text)]).expect_err("no exchange file").phrase().id;
    let xliff = exported(&project, Format::Xliff);
    assert_eq!(fault(&xliff.replace("trgLang=\"ar\"", "trgLang=\"he\"")), "error-exchange-target");
    assert_eq!(fault(&xliff.replace("trgLang=\"ar\"", "trgLang=\"en\"")), "error-exchange-target");
    assert_eq!(fault(&xliff.replace("srcLang=\"en\"", "srcLang=\"de\"")), "error-exchange-source");
    assert_eq!(
        fault("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>"),
        "error-exchange-version"
    );
    assert_eq!(fault(""), "error-exchange-header");
    assert_eq!(fault("Once upon a time\n"), "error-exchange-po");
    let unknown = xliff.replace("v/en.md", "w/en.md").replace("v:en.md", "w:en.md");
    let unknown = import(&project, &[("x.xlf", &filled(&unknown, |_| "x".to_owned()))]).expect("read");
    assert_eq!(reasons(&unknown), vec![Reason::UnknownFile("w/en.md".to_owned()); 5]);
}

#[test]
fn tools_that_drop_what_they_do_not_know_lose_nothing() {
    let files = [("v/en.md", EN), ("v/ar.md", AR)];
    let without = |text: &str| {
        let lines = text.lines().filter(|line| !line.contains("mda:meta"));
        lines.collect::<Vec<_>>().join("\n").replace(" original=\"v/en.md\"", "")
    };
    let same = back(&files, Format::Xliff, without);
    assert_eq!(same.count(|outcome| *outcome == Outcome::Unchanged), 5);
    let changed = back(&files, Format::Xliff, |text| without(text).replace("شيئان", "أمران"));
    assert_eq!(reasons(&changed), [Reason::Unverified]);
    let new = back(&[("v/en.md", EN)], Format::Xliff, |text| filled(&without(text), str::to_owned));
    assert_eq!(new.count(|outcome| *outcome == Outcome::Accepted), 5, "what is not there cannot be overwritten");
}

#[test]
fn the_same_text_twice_must_be_the_same() {
    let project = project(&[("v/en.md", EN), ("v/ar.md", AR)]);
    let text = exported(&project, Format::Po);
    let (one, two) = (text.replace("شيئان", "أمران"), text.replace("شيئان", "اثنان"));
    let import = super::import(&project, &[("a.po", &one), ("b.po", &two)]).expect("read");
    assert_eq!(reasons(&import), [Reason::Twice]);
    assert_eq!(import.refused().next().map(|(verdict, _)| &*verdict.place.path), Some("b.po"));
    let import = super::import(&project, &[("a.po", &one), ("b.po", &one)]).expect("read");
    assert_eq!(import.count(|outcome| *outcome == Outcome::Accepted), 2);
    let fuzzy = one.replace("msgctxt", "#, fuzzy\nmsgctxt");
    let import = super::import(&project, &[("a.po", &fuzzy)]).expect("read");
    assert_eq!(reasons(&import), [Reason::Fuzzy]);
}
