use super::*;
use crate::bidi::{Picture, Sink};

#[derive(serde::Deserialize)]
struct Vector {
    id: String,
    text: String,
    base: Direction,
    verdict: String,
    phrase: String,
    fixed: String,
    visual_written: String,
    visual_fixed: String,
}

/// Sentences kept elsewhere: `MIZAN_BIDI_VECTORS=FILE cargo test bidi::spill -- --ignored`.
#[test]
#[ignore = "needs a file of sentences, named in MIZAN_BIDI_VECTORS"]
fn sentences_from_elsewhere() {
    let path = std::env::var("MIZAN_BIDI_VECTORS").expect("MIZAN_BIDI_VECTORS");
    let vectors: Vec<Vector> = serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON");
    let mut faults = Vec::new();
    for vector in &vectors {
        let reading = check(&vector.text, vector.base, &[]);
        let fixed = reading.mended(&vector.text, Sink::Text);
        let phrases: Vec<_> = reading.spills.iter().map(|spill| spill.span.slice(&vector.text)).collect();
        let written = Picture::new(&vector.text, vector.base).text();
        let mended = Picture::new(&fixed, vector.base).text();
        let is_fine = reading.verdict() == Verdict::Fine;
        if written != vector.visual_written
            || mended != vector.visual_fixed
            || fixed != vector.fixed
            || is_fine != (vector.verdict == "fine")
        {
            faults.push(format!(
                "{}: {:?} {phrases:?} instead of {:?}\n  {fixed:?}\n  {:?}\n  {written}\n  {mended}",
                vector.id,
                reading.verdict(),
                vector.phrase,
                vector.fixed
            ));
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), vectors.len(), faults.join("\n"));
}
