//! Measures what the alignment and the rules upon it find: takes pairs, changes one thing on one side, and compares
//! what the check says before and after. `docs/alignment.md` states the method and the figures.
//!
//!     MIZAN_PAIRS=folder:folder cargo test --release --test alignment_quality -- --ignored --nocapture
//!
//! `MIZAN_PAIRS_HALF=tuned|untuned|all` (default `all`) takes one half of the pairs; `MIZAN_PAIRS_TRIALS=4` says how
//! many changes of each family are tried on each side of each pair; `MIZAN_PAIRS_LOG=file` gets what went wrong;
//! `MIZAN_PAIRS_TRIALS=0` lists what is said of the pairs as they are; `MIZAN_PAIRS_FAMILY=word` takes the families with that word in their name.

mod dice;
mod mutate;
mod pairs;
mod score;
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use mutate::{Donors, Family, Shown};
use pairs::Pair;
use score::{Score, Subject};

/// Scores by family and side.
type Scores = BTreeMap<(Family, usize), Score>;

fn measure(pairs: &[Pair], trials: usize, wanted: &(dyn Fn(Family) -> bool + Sync)) -> (Scores, table::Basis) {
    let subjects: Vec<Subject<'_>> = pairs.par_iter().map(Subject::new).collect();
    let mut donors = [Donors::default(), Donors::default()];
    subjects.iter().for_each(|subject| subject.add_to(&mut donors));
    let one = |subject: &Subject<'_>| {
        let mut scores = Scores::new();
        for family in Family::ALL.into_iter().filter(|family| wanted(*family)) {
            for side in 0..2 {
                for number in 0..trials {
                    let score = subject.trial(family, side, number, &donors);
                    scores.entry((family, side)).or_default().add(score.unwrap_or_default());
                }
            }
        }
        scores
    };
    let mut all = Scores::new();
    for scores in subjects.par_iter().map(one).collect::<Vec<_>>() {
        scores.into_iter().for_each(|(key, score)| all.entry(key).or_default().add(score));
    }
    let segments = subjects.iter().map(Subject::segments).sum();
    let mut before: BTreeMap<&'static str, usize> = BTreeMap::new();
    for finding in subjects.iter().flat_map(|subject| &subject.findings) {
        *before.entry(finding.rule).or_default() += 1;
    }
    (all, table::Basis { pairs: pairs.len(), segments, before })
}

#[test]
#[ignore = "needs pairs in MIZAN_PAIRS, and minutes"]
#[allow(clippy::print_stdout)]
fn report() {
    let setting = |name: &str, usual: &str| std::env::var(name).unwrap_or_else(|_| usual.to_owned());
    let half = setting("MIZAN_PAIRS_HALF", "all");
    let trials = setting("MIZAN_PAIRS_TRIALS", "2").parse().expect("MIZAN_PAIRS_TRIALS is a number");
    let word = setting("MIZAN_PAIRS_FAMILY", "");
    let mut pairs = pairs::named();
    pairs.retain(|pair| half == "all" || pair.is_tuned_on() == (half == "tuned"));
    assert!(!pairs.is_empty(), "MIZAN_PAIRS names folders that hold pairs");
    let (scores, basis) = measure(&pairs, trials, &|family| family.name().contains(&word));
    println!("{}", table::markdown(&scores, &basis));
    if trials == 0 {
        pairs.iter().for_each(|pair| println!("{}", Subject::new(pair).described().join("\n")));
    }
    if let Ok(path) = std::env::var("MIZAN_PAIRS_LOG") {
        let failures = |(key, score): (&(Family, usize), &Score)| {
            let wanted = |line: &&String| key.0.shown() == Shown::ByStructure || !line.starts_with("not found");
            score.log.iter().filter(wanted).cloned().collect::<Vec<_>>()
        };
        let lines: Vec<String> = scores.iter().flat_map(failures).collect();
        mizan::project::files::replace(Path::new(&path), lines.join("\n").as_bytes()).expect("the log can be written");
    }
}

/// The newsroom's articles are short and clean: whatever is changed in them must be seen.
#[test]
fn the_newsroom_shows_its_changes() {
    let pairs = pairs::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/newsroom/articles"));
    assert!(pairs.len() >= 10, "the newsroom was found");
    let (scores, _) = measure(&pairs, 3, &|_| true);
    let sum = |shown: Shown| {
        let mut sum = Score::default();
        let of = scores.iter().filter(|((family, _), _)| family.shown() == shown);
        of.for_each(|(_, score)| sum.add(score.clone()));
        sum
    };
    let shown = sum(Shown::ByStructure);
    assert!(shown.trials > 300, "{} trials", shown.trials);
    assert!(shown.precision() >= 0.95 && shown.recall() >= 0.9, "{}", table::line(&shown));
}

/// What a translator or an editor does without any fault: nothing may be said of it.
#[test]
fn what_is_no_fault_stays_quiet() {
    let source = "---\ntitle: A\n---\n\nSee _our prices_ at [the desk](../b/) first.\n\n{{< note >}}\n\nThe desk is open from 8 to 16, \
        and the telephone is answered at all other times.\n";
    let target = "---\ntitle: أ\n---\n\nانظر _أسعارنا_ عند [المكتب](../b/) أولًا.\n\n{{< note >}}\n\nيفتح المكتب أبوابه من 8 إلى 16، \
        ويُرد على الهاتف في سائر الأوقات.\n";
    let changes: [(&str, &str); 5] = [
        ("_أسعارنا_", "*أسعارنا*"),
        ("(../b/)", "(https://news.example.org/ar/b/)"),
        ("{{< note >}}", "{{% note %}}"),
        ("سائر الأوقات.", "سائر الأوقات كما هو معروف."),
        ("إلى 16، ويُرد", "إلى 16،\nويُرد"),
    ];
    assert_eq!(score::findings(source, target), [""; 0]);
    for (old, new) in changes {
        assert!(target.contains(old), "{old}");
        assert_eq!(score::findings(source, &target.replace(old, new)), [""; 0], "{old} became {new}");
    }
    let absolute = source.replace("(../b/)", "(https://news.example.org/b/)");
    assert_eq!(score::findings(&absolute, target), [""; 0]);
}
