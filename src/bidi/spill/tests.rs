use proptest::prelude::*;

use super::*;
use crate::bidi::controls::is_control;
use crate::bidi::{Picture, Sink, flaws};

/// Spills of a text with parts, as phrases with their kinds.
fn spills<'a>(text: &'a str, base: Direction, parts: &[(&str, PartKind)]) -> Vec<(&'a str, SpillKind)> {
    let part = |(part, kind): &(&str, PartKind)| {
        let at = text.find(part).expect("the part");
        Part { span: Span::new(at, at + part.len()), kind: *kind }
    };
    let parts: Vec<Part> = parts.iter().map(part).collect();
    check(text, base, &parts).spills.iter().map(|own| (own.span.slice(text), own.kind)).collect()
}

#[test]
fn code_and_addresses_are_always_left_to_right() {
    let code = [("foo()", PartKind::Code)];
    assert_eq!(spills("استدعِ foo() هنا.", Direction::Rtl, &code), [("foo()", SpillKind::Code)]);
    // Without letters it is code all the same: the arrow would point the other way.
    let arrow = [("->", PartKind::Code)];
    assert_eq!(spills("العلامة -> تعني", Direction::Rtl, &arrow), [("->", SpillKind::Code)]);
    // An address may hold Arabic; it is one phrase with it.
    let text = "زر https://ar.example/ويكي/ ثم عد.";
    assert_eq!(spills(text, Direction::Rtl, &[]), [("https://ar.example/ويكي/", SpillKind::Address)]);
    assert_eq!(spills("see https://ar.example/ويكي", Direction::Ltr, &[]), []);
}

#[test]
fn what_is_isolated_is_left_alone_and_looked_into() {
    let ltr = PartKind::Isolate(Some(Direction::Ltr));
    assert_eq!(spills("استدعِ foo() هنا.", Direction::Rtl, &[("foo()", ltr)]), []);
    let text = "The title مقدمة في C++ كتاب is popular.";
    let rtl = PartKind::Isolate(Some(Direction::Rtl));
    assert_eq!(spills(text, Direction::Ltr, &[("مقدمة في C++ كتاب", rtl)]), [("C++", SpillKind::Words)]);
    // `<bdi>` without `dir` takes the direction of its first letter.
    let auto = PartKind::Isolate(None);
    assert_eq!(spills(text, Direction::Ltr, &[("مقدمة في C++ كتاب", auto)]), [("C++", SpillKind::Words)]);
}

#[test]
fn emphasis_and_links_are_whole_but_leave_the_sentence_its_punctuation() {
    let strong = |part| [(part, PartKind::Emphasis)];
    assert_eq!(spills("قال Hello! ثم مضى", Direction::Rtl, &strong("Hello!")), [("Hello!", SpillKind::Emphasis)]);
    // The colon of a label and the comma of a list stand where Arabic has them.
    assert_eq!(spills("LICENSE: ملف الترخيص", Direction::Rtl, &strong("LICENSE:")), []);
    assert_eq!(spills("مكتبة React, السريعة", Direction::Rtl, &strong("React,")), []);
    // A name that goes on after the emphasis is one phrase.
    assert_eq!(spills("مكتبة React Native السريعة", Direction::Rtl, &strong("React")), []);
    let link = [("24 Pull Requests", PartKind::Link)];
    assert_eq!(spills("زر 24 Pull Requests اليوم", Direction::Rtl, &link), [("24 Pull Requests", SpillKind::Link)]);
    assert_eq!(spills("زر 24 Pull Requests اليوم", Direction::Rtl, &[]), []);
}

#[test]
fn no_phrase_reaches_over_the_edge_of_a_part() {
    // A link with both directions is no phrase; what stands before it cannot join what it begins with.
    let text = "اكتب C++ Builder للمبتدئين الآن";
    let link = [("Builder للمبتدئين", PartKind::Link)];
    for (phrase, _) in spills(text, Direction::Rtl, &link) {
        assert!(phrase == "C++" || phrase == "Builder", "{phrase}");
    }
}

#[test]
fn an_abbreviation_keeps_its_full_stop_inside_a_paragraph_only() {
    assert_eq!(spills("شركة Acme Inc. كبيرة", Direction::Rtl, &[]), [("Acme Inc.", SpillKind::Words)]);
    assert_eq!(spills("أسستها شركة Acme Inc.", Direction::Rtl, &[]), []);
    assert_eq!(spills("سكان U.S. كثيرون", Direction::Rtl, &[]), [("U.S.", SpillKind::Words)]);
    assert_eq!(spills("جرّب React. ثم عد", Direction::Rtl, &[]), []);
}

#[test]
fn a_name_that_begins_with_a_full_stop_is_told_from_a_moved_full_stop() {
    let words = [(".NET", SpillKind::Words)];
    assert_eq!(spills(".NET منصة معروفة.", Direction::Rtl, &[]), words);
    assert_eq!(spills(".React مكتبة معروفة", Direction::Rtl, &[]), [], "moved by hand: another rule's affair");
}

#[test]
fn of_several_phrases_only_those_that_matter_are_found() {
    let text = "نتعلم Rust و C++ و Go معًا.";
    assert_eq!(spills(text, Direction::Rtl, &[]), [("C++", SpillKind::Words)]);
    // Beside each other the one that is in order itself needs no isolate.
    assert_eq!(spills("قرأ REACT \"Hello!\" أمس", Direction::Rtl, &[]).len(), 1);
}

#[test]
fn many_phrases_cost_no_more_than_their_text() {
    let names = vec!["Latin، C++"; 3_000].join("، ");
    let text = format!("نص {names} نص");
    let reading = check(&text, Direction::Rtl, &[]);
    assert_eq!(reading.spills.len(), 6_000, "one list: all of its members are isolated alike");
    let text = "نص C++ ".repeat(3_000);
    assert_eq!(check(&text, Direction::Rtl, &[]).spills.len(), 3_000);
    for part in ["\"", "(", "'a ", "()", "«ا» a", "\u{2067}a", "a\u{2069}", "1 ", "a+", "<a", "https://", "١-"] {
        let text = format!("ا{}", part.repeat(3_000));
        let _ = (check(&text, Direction::Rtl, &[]), check(&text, Direction::Ltr, &[]));
    }
}

/// Words, numbers and signs of both directions, in any order.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-cA]{1,3}|[ابم]{1,3}|[0-9]{1,4}|[٠-٩]{1,3}",
        "[-.,،:;!?؟\"'()\\[\\]+#@/<>*%$«»“”_=×&|]{1,2}",
        Just(" ".to_owned()),
        Just(" ".to_owned()),
        Just("C++".to_owned()),
        Just("U.S.".to_owned()),
        Just("https://a.b/".to_owned()),
    ];
    proptest::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

/// Spans of a text, one in the other or apart, with any kinds.
fn parts(text: &str, seeds: &[(usize, usize, u8)]) -> Vec<Part> {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut parts: Vec<Part> = Vec::new();
    for (one, other, kind) in seeds {
        let bound = |seed: &usize| bounds[seed % bounds.len()];
        let span = Span::new(bound(one).min(bound(other)), bound(one).max(bound(other)));
        let nested = |own: &Part| own.span.contains(span) || span.contains(own.span);
        let apart = |own: &Part| own.span.end <= span.start || span.end <= own.span.start;
        if !span.is_empty() && parts.iter().all(|own| nested(own) || apart(own)) {
            let kind = match kind % 6 {
                0 => PartKind::Code,
                1 => PartKind::Link,
                2 => PartKind::Emphasis,
                3 => PartKind::Quote,
                4 => PartKind::Isolate(Some(Direction::Ltr)),
                _ => PartKind::Address,
            };
            parts.push(Part { span, kind });
        }
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_mended_text_is_fine_and_says_the_same(text in text(), rtl: bool) {
        let base = if rtl { Direction::Rtl } else { Direction::Ltr };
        let reading = check(&text, base, &[]);
        let mended = reading.mended(&text, Sink::Text);
        prop_assert_eq!(mended.replace(is_control, ""), text.clone());
        prop_assert_eq!(flaws(&mended), []);
        let again = check(&mended, base, &[]);
        prop_assert_eq!(again.verdict(), Verdict::Fine, "{:?} of {:?}", mended, text);
        let changed = !Picture::new(&mended, base).looks_like(&Picture::new(&text, base));
        prop_assert_eq!(changed, reading.verdict() != Verdict::Fine);
    }

    #[test]
    fn spills_lie_apart_or_in_each_other_and_respect_parts(
        text in text(),
        rtl: bool,
        seeds in proptest::collection::vec((0usize..64, 0usize..64, 0u8..6), 0..5),
    ) {
        let base = if rtl { Direction::Rtl } else { Direction::Ltr };
        let parts = parts(&text, &seeds);
        let reading = check(&text, base, &parts);
        for (index, spill) in reading.spills.iter().enumerate() {
            prop_assert!(text.get(spill.span.range()).is_some_and(|own| !own.is_empty()));
            let edges = |other: Span| {
                let apart = other.end <= spill.span.start || spill.span.end <= other.start;
                apart || other.contains(spill.span) || spill.span.contains(other)
            };
            prop_assert!(parts.iter().all(|part| edges(part.span)), "{:?} of {:?} crosses {:?}", spill, text, parts);
            prop_assert!(reading.spills.iter().skip(index + 1).all(|other| edges(other.span)));
        }
        let stripped = reading.mended(&text, Sink::Html).replace("<bdi dir=\"ltr\">", "").replace("<bdi dir=\"rtl\">", "");
        prop_assert_eq!(stripped.replace("</bdi>", ""), text);
    }

    #[test]
    fn nothing_panics(text in "(?s:[\\PC\u{200E}\u{200F}\u{61C}\u{202A}-\u{202E}\u{2066}-\u{2069}\n\t]{0,60})", rtl: bool) {
        let base = if rtl { Direction::Rtl } else { Direction::Ltr };
        let reading = check(&text, base, &[]);
        prop_assert!(reading.mended(&text, Sink::Fluent).len() >= text.len());
    }
}
