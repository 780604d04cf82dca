//! The figures as Markdown tables.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::Scores;
use crate::mutate::{Family, Shown};
use crate::score::{Score, share};

/// What was measured on.
pub(crate) struct Basis {
    pub(crate) pairs: usize,
    pub(crate) segments: usize,
    /// Findings without any change, by rule.
    pub(crate) before: BTreeMap<&'static str, usize>,
}

/// One line of figures.
pub(crate) fn line(score: &Score) -> String {
    let rules: Vec<String> =
        score.rules.iter().map(|(rule, count)| format!("{} {count}", rule.trim_start_matches("article/"))).collect();
    format!(
        "{} | {} | {} | {:.3} | {:.3} | {}",
        score.trials,
        score.right,
        score.wrong,
        score.precision(),
        score.recall(),
        rules.join(", ")
    )
}

pub(crate) fn markdown(scores: &Scores, basis: &Basis) -> String {
    let mut text = format!("{} pairs, {} source segments.\n\n", basis.pairs, basis.segments);
    text.push_str("| change | side | n | right | wrong | precision | recall | found by |\n");
    text.push_str("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    let mut whole = Score::default();
    for ((family, side), score) in
        scores.iter().filter(|(key, score)| key.0.shown() == Shown::ByStructure && score.trials > 0)
    {
        let _ = writeln!(text, "| {} | {} | {} |", family.name(), ["source", "target"][*side], line(score));
        whole.add(score.clone());
    }
    let _ = writeln!(text, "| **all** | | {} |\n", line(&whole));
    bands(scores, &mut text);
    text.push_str(
        "| change that shows in history only, or is no fault | side | n | false findings | trials with none |\n",
    );
    text.push_str("| --- | --- | ---: | ---: | ---: |\n");
    for ((family, side), score) in scores.iter().filter(|((family, _), _)| family.shown() != Shown::ByStructure) {
        // Of what only history shows, a word at the changed place is no mistake.
        let said = score.wrong + if family.shown() == Shown::NotAtAll { score.right } else { 0 };
        let quiet = share(score.trials.saturating_sub(said), score.trials);
        let _ = writeln!(
            text,
            "| {} | {} | {} | {said} | {quiet:.3} |",
            family.name(),
            ["source", "target"][*side],
            score.trials
        );
    }
    text.push_str("\n| change | changed segments aligned | all others |\n| --- | ---: | ---: |\n");
    for family in Family::ALL {
        let mut sum = Score::default();
        scores.iter().filter(|((of, _), _)| *of == family).for_each(|(_, score)| sum.add(score.clone()));
        let touched =
            if sum.touched.1 == 0 { "—".to_owned() } else { format!("{:.3}", share(sum.touched.0, sum.touched.1)) };
        let _ = writeln!(text, "| {} | {touched} | {:.4} |", family.name(), share(sum.others.0, sum.others.1));
    }
    let before: Vec<String> = basis.before.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    let _ = writeln!(text, "\nWithout any change: {}.", before.join(", "));
    text
}

fn bands(scores: &Scores, text: &mut String) {
    text.push_str("| change | under 20 % | 20 to 50 % | over 50 % of the segment |\n| --- | ---: | ---: | ---: |\n");
    for family in [Family::ParagraphExtended, Family::ParagraphCut] {
        let mut sum = Score::default();
        scores.iter().filter(|((of, _), _)| *of == family).for_each(|(_, score)| sum.add(score.clone()));
        let cells = sum.shares.map(|(found, all)| format!("{:.3} of {all}", share(found, all)));
        let _ = writeln!(text, "| {}: recall | {} |", family.name(), cells.join(" | "));
    }
    text.push('\n');
}
