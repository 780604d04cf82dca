//! What a reader sees of sentences in two directions, and what mends them: `tests/data/bidi/sentences.json`, reasoned
//! from UAX #9. `tests/browser_bidi.rs` lays the same sentences out in a browser.

use std::fs;
use std::path::Path;

use mizan::bidi::{Picture, Sink, Verdict, check};
use mizan::locale::Direction;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Sentence {
    id: String,
    text: String,
    base: Direction,
    verdict: String,
    phrases: Vec<String>,
    mended: String,
    /// The characters from left to right, as they are written and mended.
    seen: String,
    seen_mended: String,
    why: String,
}

fn sentences() -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bidi/sentences.json");
    serde_json::from_str(&fs::read_to_string(path).expect("the sentences")).expect("JSON")
}

#[test]
fn every_sentence_is_judged_mended_and_seen_as_it_should_be() {
    let sentences = sentences();
    assert!(sentences.len() >= 40, "{}", sentences.len());
    let mut faults = Vec::new();
    for sentence in &sentences {
        let Sentence { id, text, base, why, .. } = sentence;
        let reading = check(text, *base, &[]);
        let verdict = match reading.verdict() {
            Verdict::Fine => "fine",
            Verdict::Captured => "captured",
            Verdict::Broken => "broken",
        };
        let phrases: Vec<&str> = reading.spills.iter().map(|spill| spill.span.slice(text)).collect();
        if verdict != sentence.verdict || phrases != sentence.phrases {
            faults.push(format!("{id}: {verdict} {phrases:?}; {why}"));
        }
        let mended = reading.mended(text, Sink::Text);
        if mended != sentence.mended {
            faults.push(format!("{id}: mended as {:?}", mended.escape_unicode().to_string()));
        }
        let seen = [text, &mended].map(|text| Picture::new(text, *base).text());
        if seen != [sentence.seen.as_str(), sentence.seen_mended.as_str()] {
            faults.push(format!("{id}: seen as {seen:?}"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_sentences_try_both_directions_and_all_verdicts() {
    let sentences = sentences();
    for base in [Direction::Ltr, Direction::Rtl] {
        for verdict in ["fine", "captured", "broken"] {
            let found = sentences.iter().filter(|own| own.base == base && own.verdict == verdict).count();
            assert!(found >= 3, "{found} of {base} are {verdict}");
        }
    }
}

#[test]
fn isolates_of_each_sink_come_where_the_phrase_begins_and_ends() {
    let text = "He wrote 'لغة C# سهلة' on it.";
    let reading = check(text, Direction::Ltr, &[]);
    let html = reading.mended(text, Sink::Html);
    assert_eq!(html, "He wrote '<bdi dir=\"rtl\">لغة <bdi dir=\"ltr\">C#</bdi> سهلة</bdi>' on it.");
    let fluent = reading.mended(text, Sink::Fluent);
    let expected = r#"He wrote '{"\u2067"}لغة {"\u2066"}C#{"\u2069"} سهلة{"\u2069"}' on it."#;
    assert_eq!(fluent, expected);
}
