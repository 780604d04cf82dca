//! Against the conformance tests of UAX #9, and against themselves.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::explicit::DEEPEST;
use super::*;
use crate::bidi::class::first_strong;
use crate::bidi::controls::{FSI, LRO, PDF, RLE, RLI};
use crate::bidi::picture::Picture;

/// One test: a paragraph, its base direction, levels (`None`: removed by rule X9), and the visual order.
struct Case {
    text: String,
    base: Direction,
    levels: Vec<Option<u8>>,
    order: Vec<usize>,
}

impl Case {
    fn fault(&self) -> Option<String> {
        let units = resolve(&self.text, self.base, &[]);
        let levels: Vec<Option<u8>> = units.iter().map(|unit| (!unit.removed).then_some(unit.level)).collect();
        let seen: Vec<usize> = (0..units.len()).filter(|index| !units[*index].removed).collect();
        let ordered: Vec<usize> = order(&seen.iter().map(|index| units[*index].level).collect::<Vec<_>>())
            .iter()
            .map(|at| seen[*at])
            .collect();
        let right = levels == self.levels && ordered == self.order;
        (!right)
            .then(|| format!("{:?} in {}: {levels:?} {ordered:?}", self.text.escape_unicode().to_string(), self.base))
    }
}

fn check_all(cases: &[Case]) {
    let faults: Vec<String> = cases.iter().filter_map(Case::fault).collect();
    let first = faults.iter().take(10).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} of {} are wrong:\n{first}", faults.len(), cases.len());
}

fn data(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/bidi");
    fs::read_to_string(folder.join(name)).expect("the selection")
}

/// The complete files, which are too large to keep: `MIZAN_UCD=FOLDER cargo test bidi::levels -- --ignored`.
fn complete(name: &str) -> String {
    let folder = PathBuf::from(std::env::var_os("MIZAN_UCD").expect("MIZAN_UCD names a folder"));
    fs::read_to_string(folder.join(name)).expect("the file of Unicode")
}

fn numbers<T: std::str::FromStr>(list: &str) -> Vec<Option<T>> {
    list.split_whitespace().map(|number| number.parse().ok()).collect()
}

fn base_of(text: &str, field: &str) -> Direction {
    match field {
        "0" => Direction::Ltr,
        "1" => Direction::Rtl,
        _ => first_strong(text).unwrap_or(Direction::Ltr),
    }
}

fn character_cases(file: &str) -> Vec<Case> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let cases = lines.map(|line| {
        let fields: Vec<&str> = line.split(';').collect();
        let codes = fields[0].split(' ').filter_map(|code| u32::from_str_radix(code, 16).ok());
        let text: String = codes.filter_map(char::from_u32).collect();
        let base = base_of(&text, fields[1]);
        assert_eq!(base_level(base).to_string(), fields[2], "{line}");
        let order = numbers(fields[4]).into_iter().flatten().collect();
        Case { text, base, levels: numbers(fields[3]), order }
    });
    cases.collect()
}

/// A character of each class.
fn sample(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => '\u{5D0}',
        "AL" => '\u{627}',
        "EN" => '1',
        "ES" => '+',
        "ET" => '$',
        "AN" => '\u{661}',
        "CS" => ',',
        "NSM" => '\u{300}',
        "BN" => '\u{AD}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "LRE" => LRE,
        "RLE" => RLE,
        "LRO" => LRO,
        "RLO" => RLO,
        "PDF" => PDF,
        "LRI" => LRI,
        "RLI" => RLI,
        "FSI" => FSI,
        "PDI" => PDI,
        other => panic!("no class {other}"),
    }
}

fn class_cases(file: &str) -> Vec<Case> {
    let (mut levels, mut order) = (Vec::new(), Vec::new());
    let mut cases = Vec::new();
    for line in file.lines() {
        if let Some(list) = line.strip_prefix("@Levels:") {
            levels = numbers(list);
        } else if let Some(list) = line.strip_prefix("@Reorder:") {
            order = numbers(list).into_iter().flatten().collect();
        } else if let Some((classes, bits)) = line.split_once(';').filter(|_| !line.starts_with(['#', '@'])) {
            let bits: u8 = u8::from_str_radix(bits.trim(), 16).expect("a bit set");
            // A paragraph separator is no part of its paragraph; in the tests it stands at the end only.
            let classes = classes.trim();
            let ends = classes.ends_with(" B") || classes == "B";
            let classes = if ends { classes.trim_end_matches('B') } else { classes };
            let text: String = classes.split_whitespace().map(sample).collect();
            let count = text.chars().count();
            let fields = ["2", "0", "1"].iter().enumerate().filter(|(bit, _)| bits & (1 << bit) != 0);
            cases.extend(fields.map(|(_, field)| {
                let base = base_of(&text, field);
                let levels = levels.iter().take(count).copied().collect();
                let order = order.iter().filter(|at| **at < count).copied().collect();
                Case { text: text.clone(), base, levels, order }
            }));
        }
    }
    cases
}

#[test]
fn characters_have_the_levels_and_the_order_that_unicode_gives_them() {
    let cases = character_cases(&data("BidiCharacterTest.txt"));
    assert!(cases.len() > 3000, "{}", cases.len());
    check_all(&cases);
}

#[test]
fn classes_have_the_levels_and_the_order_that_unicode_gives_them() {
    let cases = class_cases(&data("BidiTest.txt"));
    assert!(cases.len() > 5000, "{}", cases.len());
    check_all(&cases);
}

#[test]
#[ignore = "needs the files of Unicode, in a folder named in MIZAN_UCD"]
fn the_complete_tests_of_unicode_pass() {
    check_all(&character_cases(&complete("BidiCharacterTest.txt")));
    check_all(&class_cases(&complete("BidiTest.txt")));
}

#[test]
fn controls_deeper_than_the_standard_counts_change_nothing() {
    for opening in [LRE, RLE, LRO, RLO, LRI, RLI, FSI] {
        let text = format!("a{}ا1{}", opening.to_string().repeat(400), "\u{2069}\u{202C}".repeat(400));
        for base in [Direction::Ltr, Direction::Rtl] {
            let units = resolve(&text, base, &[]);
            assert!(units.iter().all(|unit| unit.level <= DEEPEST + 1), "{opening:?}");
            assert!(units.iter().any(|unit| unit.level >= DEEPEST - 1), "{opening:?} was not obeyed");
            assert_eq!(order(&units.iter().map(|unit| unit.level).collect::<Vec<_>>()).len(), units.len());
        }
    }
}

#[test]
fn markup_that_is_too_deep_is_like_none() {
    let isolates: Vec<Isolate> =
        (0..300).map(|_| Isolate { start: 0, end: 2, direction: Some(Direction::Rtl) }).collect();
    let units = resolve("ab", Direction::Ltr, &isolates);
    assert!(units.iter().all(|unit| unit.level == 126 || is_explicit(unit.character)), "{units:?}");
}

/// Text of all kinds of characters, with isolates in it that lie apart or in each other.
fn isolated_text() -> impl Strategy<Value = (String, Vec<Isolate>)> {
    let plain = "[ab1٢ا+,.()\\[\\]!א\u{300} ]{0,40}";
    (plain, proptest::collection::vec((0usize..41, 0usize..41, 0u8..3), 0..6)).prop_map(|(text, ranges)| {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut isolates: Vec<Isolate> = Vec::new();
        for (one, other, kind) in ranges {
            let bound = |index: usize| bounds.get(index).copied().unwrap_or(text.len());
            let (start, end) = (bound(one.min(other)), bound(one.max(other)));
            let crosses = |own: &Isolate| {
                let apart = own.end <= start || end <= own.start;
                let nested = (own.start <= start && end <= own.end) || (start <= own.start && own.end <= end);
                !(apart || nested) || (own.start, own.end) == (start, end)
            };
            if start < end && !isolates.iter().any(crosses) {
                let direction = [Some(Direction::Ltr), Some(Direction::Rtl), None][usize::from(kind)];
                isolates.push(Isolate { start, end, direction });
            }
        }
        isolates.sort_by_key(|own| (own.start, std::cmp::Reverse(own.end)));
        (text, isolates)
    })
}

/// The text with the isolates as controls.
fn with_controls(text: &str, isolates: &[Isolate]) -> String {
    let mut out = String::new();
    for (at, character) in text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]) {
        out.extend(isolates.iter().filter(|own| own.end == at).map(|_| PDI));
        out.extend(isolates.iter().filter(|own| own.start == at).map(|own| match own.direction {
            Some(Direction::Ltr) => LRI,
            Some(Direction::Rtl) => RLI,
            None => FSI,
        }));
        out.extend(character);
    }
    out
}

proptest! {
    #[test]
    fn markup_isolates_as_controls_do((text, isolates) in isolated_text(), rtl: bool) {
        // Guessing a direction skips isolates inside where they are controls, not where they are markup.
        prop_assume!(isolates.iter().all(|own| own.direction.is_some()) || isolates.len() == 1);
        let base = if rtl { Direction::Rtl } else { Direction::Ltr };
        let by_markup = resolve(&text, base, &isolates);
        let by_controls = resolve(&with_controls(&text, &isolates), base, &[]);
        let levels = |units: &[Unit]| {
            let own = units.iter().filter(|unit| !is_explicit(unit.character));
            own.map(|unit| (unit.character, unit.level)).collect::<Vec<_>>()
        };
        prop_assert_eq!(levels(&by_markup), levels(&by_controls));
        prop_assert_eq!(Picture::of(&by_markup).text(), Picture::of(&by_controls).text());
    }

    #[test]
    fn nothing_panics(
        text in "[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200B}ab1ا٢(+, \n\t]{0,60}",
        rtl: bool,
        ranges in proptest::collection::vec((0usize..200, 0usize..200), 0..8),
    ) {
        let base = if rtl { Direction::Rtl } else { Direction::Ltr };
        let mut isolates: Vec<Isolate> =
            ranges.into_iter().map(|(start, end)| Isolate { start, end, direction: None }).collect();
        isolates.sort_by_key(|own| own.start);
        let units = resolve(&text, base, &isolates);
        prop_assert!(units.len() >= text.chars().count());
        prop_assert!(units.is_sorted_by_key(|unit| unit.at));
        let mut order = order(&units.iter().map(|unit| unit.level).collect::<Vec<_>>());
        order.sort_unstable();
        prop_assert_eq!(order, (0..units.len()).collect::<Vec<_>>());
    }
}
