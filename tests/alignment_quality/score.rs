//! Runs the check before and after a change, and counts what was said rightly, wrongly, or not.

use std::collections::{BTreeMap, HashMap};

use mizan::article::{Alignment, Document};
use mizan::check::Finding;
use mizan::source::Span;

use crate::dice::Dice;
use crate::mutate::{Donors, Family, Mutation, Shown, mutate};
use crate::pairs::Pair;

const CONFIG: &str = "[project]\nbase-url = \"https://news.example.org\"\nsource = \"en\"\ntargets = [\"ar\"]\n[site]\n\
    [articles.news]\npath = \"{slug}/{locale}.md\"\n";
const SOURCE: &str = "x/en.md";
const TARGET: &str = "x/ar.md";

/// The rules that stand on the alignment; others (broken links, direction) have their own tests.
const RULES: &[&str] = &[
    "article/code-changed",
    "article/footnote-mismatch",
    "article/heading-mismatch",
    "article/image-missing",
    "article/length-outlier",
    "article/link-missing",
    "article/list-mismatch",
    "article/number-mismatch",
    "article/segment-extra",
    "article/segment-missing",
    "article/table-mismatch",
    "article/untranslated-segment",
];

/// What came of the trials of one family on one side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    pub(crate) trials: usize,
    /// Trials with a right finding.
    pub(crate) found: usize,
    /// New findings at the changed place.
    pub(crate) right: usize,
    /// New findings elsewhere.
    pub(crate) wrong: usize,
    /// Right findings, by rule.
    pub(crate) rules: BTreeMap<&'static str, usize>,
    /// Of the changed segments: how many are aligned as they should be.
    pub(crate) touched: (usize, usize),
    /// Of all others.
    pub(crate) others: (usize, usize),
    /// Trials by how much the segment grew or shrank: (found, all) for under a fifth, up to a half, and more.
    pub(crate) shares: [(usize, usize); 3],
    /// What went wrong, for people.
    pub(crate) log: Vec<String>,
}

impl Score {
    pub(crate) fn add(&mut self, other: Self) {
        self.trials += other.trials;
        self.found += other.found;
        self.right += other.right;
        self.wrong += other.wrong;
        for (rule, count) in other.rules {
            *self.rules.entry(rule).or_default() += count;
        }
        self.touched = (self.touched.0 + other.touched.0, self.touched.1 + other.touched.1);
        self.others = (self.others.0 + other.others.0, self.others.1 + other.others.1);
        for (own, more) in self.shares.iter_mut().zip(other.shares) {
            *own = (own.0 + more.0, own.1 + more.1);
        }
        self.log.extend(other.log);
    }

    pub(crate) fn recall(&self) -> f64 {
        share(self.found, self.trials)
    }

    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }
}

#[allow(clippy::cast_precision_loss)]
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A pair, read and checked as it is.
pub(crate) struct Subject<'a> {
    pub(crate) pair: &'a Pair,
    documents: [Document; 2],
    alignment: Alignment,
    /// How often each finding is there without any change.
    before: HashMap<String, usize>,
    pub(crate) findings: Vec<Finding>,
}

fn check(source: &str, target: &str) -> Vec<Finding> {
    let project = mizan::Project::builder().file("mizan.toml", CONFIG).file(SOURCE, source).file(TARGET, target);
    let project = project.file("b/en.md", "# B\n").file("b/ar.md", "# ب\n");
    let report = mizan::check(&project.build().expect("a project"));
    let of_pair = |finding: &Finding| RULES.contains(&finding.rule) && finding.place.path.starts_with("x/");
    report.findings.into_iter().filter(of_pair).collect()
}

/// Rules that speak of a pair, by name; beside it there is another article, `b`.
pub(crate) fn findings(source: &str, target: &str) -> Vec<&'static str> {
    check(source, target).iter().map(|finding| finding.rule).collect()
}

impl<'a> Subject<'a> {
    pub(crate) fn new(pair: &'a Pair) -> Self {
        let documents = [Document::parse(SOURCE, pair.source.clone()), Document::parse(TARGET, pair.target.clone())];
        let alignment = Alignment::of(&documents[0], &documents[1]);
        let findings = check(&pair.source, &pair.target);
        let mut before = HashMap::new();
        for finding in &findings {
            *before.entry(finding.fingerprint()).or_default() += 1;
        }
        Self { pair, documents, alignment, before, findings }
    }

    pub(crate) fn add_to(&self, donors: &mut [Donors; 2]) {
        donors[0].add(&self.documents[0]);
        donors[1].add(&self.documents[1]);
    }

    /// What is said of the pair as it is, a finding a line.
    pub(crate) fn described(&self) -> Vec<String> {
        let say = |finding: &Finding| {
            let text = mizan::words::Words::new(&["en"]).say(&finding.message);
            format!("{}:{} {}: {text}", self.pair.name, finding.place.start.line, finding.rule)
        };
        self.findings.iter().map(say).collect()
    }

    pub(crate) fn segments(&self) -> usize {
        self.documents[0].segments.len()
    }

    /// One trial; `side` 0 changes the source, 1 the target.
    pub(crate) fn trial(&self, family: Family, side: usize, number: usize, donors: &[Donors; 2]) -> Option<Score> {
        if family == Family::LinkRemoved && side == 0 {
            // A link that only the translation has is no fault, and no rule's matter.
            return None;
        }
        let mut dice = Dice::new(&format!("{}/{family:?}/{side}/{number}", self.pair.name));
        let mutation = mutate(family, &self.documents[side], &donors[side], &mut dice)?;
        // Where something is said already, a change says nothing.
        if mutation.touched.len() < 9 && self.is_reported(side, &mutation) {
            return None;
        }
        let texts = if side == 0 { [&mutation.text, &self.pair.target] } else { [&self.pair.source, &mutation.text] };
        let mut before = self.before.clone();
        let mut score = Score { trials: 1, ..Score::default() };
        let truth = self.truth(side, &mutation);
        for finding in check(texts[0], texts[1]) {
            if let Some(count) = before.get_mut(&finding.fingerprint()).filter(|count| **count > 0) {
                *count -= 1;
                continue;
            }
            let places = std::iter::once(&finding.place).chain(&finding.related);
            let mut hits = places.flat_map(|place| truth.iter().map(move |(path, span)| (place, path, span)));
            if hits.any(|(place, path, span)| &*place.path == *path && overlap(place.span, *span)) {
                score.right += 1;
                *score.rules.entry(finding.rule).or_default() += 1;
                if family.shown() == Shown::NotAtAll {
                    score.log.push(self.say(family, side, "said", &mutation, Some(&finding)));
                }
            } else {
                score.wrong += 1;
                score.log.push(self.say(family, side, "wrong", &mutation, Some(&finding)));
            }
        }
        score.found = usize::from(score.right > 0);
        if score.found == 0 {
            score.log.push(self.say(family, side, "not found", &mutation, None));
        }
        let band = match mutation.share.abs() {
            share if share < 0.2 => 0,
            share if share < 0.5 => 1,
            _ => 2,
        };
        score.shares[band] = (score.found, 1);
        self.compare_alignments(side, &mutation, texts, &mut score);
        Some(score)
    }

    /// Where a finding may stand: the changed segment and its counterpart.
    fn truth(&self, side: usize, mutation: &Mutation) -> Vec<(&'static str, Span)> {
        let (own, other) = if side == 0 { (SOURCE, TARGET) } else { (TARGET, SOURCE) };
        let mut places = vec![(own, mutation.place)];
        for group in &self.alignment.groups {
            let (ours, theirs) =
                if side == 0 { (&group.source, &group.target) } else { (&group.target, &group.source) };
            if ours.iter().any(|at| mutation.touched.contains(&(*at as usize))) {
                let spans = theirs.iter().map(|at| self.documents[1 - side].segments[*at as usize].span);
                places.extend(spans.map(|span| (other, span)));
            }
        }
        places
    }

    fn is_reported(&self, side: usize, mutation: &Mutation) -> bool {
        let own = mutation.touched.iter().map(|at| self.documents[side].segments[*at].span);
        let own = own.map(|span| ([SOURCE, TARGET][side], span));
        let other = self.truth(side, mutation).into_iter().skip(1);
        let places: Vec<_> = own.chain(other).collect();
        self.findings
            .iter()
            .flat_map(|finding| std::iter::once(&finding.place).chain(&finding.related))
            .any(|place| places.iter().any(|(path, span)| &*place.path == *path && overlap(place.span, *span)))
    }

    /// Whether the segments that belonged together still do.
    fn compare_alignments(&self, side: usize, mutation: &Mutation, texts: [&String; 2], score: &mut Score) {
        let documents = [Document::parse(SOURCE, texts[0].clone()), Document::parse(TARGET, texts[1].clone())];
        let partners = |alignment: &Alignment| {
            let mut partners: HashMap<usize, Vec<usize>> = HashMap::new();
            for group in &alignment.groups {
                let (ours, theirs) =
                    if side == 0 { (&group.source, &group.target) } else { (&group.target, &group.source) };
                for at in ours {
                    partners.entry(*at as usize).or_default().extend(theirs.iter().map(|at| *at as usize));
                }
            }
            partners
        };
        let (old, new) = (partners(&self.alignment), partners(&Alignment::of(&documents[0], &documents[1])));
        for (at, now) in mutation.map.iter().enumerate() {
            let expected = &old[&at];
            let kept = now.iter().all(|now| {
                let found = new.get(now).map_or(&[][..], Vec::as_slice);
                expected.iter().all(|at| found.contains(at)) && (expected.is_empty() == found.is_empty())
            });
            let count = if mutation.touched.contains(&at) { &mut score.touched } else { &mut score.others };
            *count = (count.0 + usize::from(kept), count.1 + 1);
        }
    }

    fn say(&self, family: Family, side: usize, what: &str, mutation: &Mutation, finding: Option<&Finding>) -> String {
        let excerpt = |text: &str| text.chars().take(160).collect::<String>().replace('\n', "\\n");
        let at = match mutation.touched.first() {
            Some(at) => self.documents[side].segments[*at].span.slice(&self.documents[side].text),
            None => mutation.place.slice(&mutation.text),
        };
        let said = finding.map(|finding| {
            let text = mizan::words::Words::new(&["en"]).say(&finding.message);
            format!("\n      {} line {}: {}", finding.rule, finding.place.start.line, excerpt(&text))
        });
        let side = ["source", "target"][side];
        let share = mutation.share * 100.0;
        let name = &self.pair.name;
        format!(
            "{what}: {} in the {side} of {name} ({share:+.0} %): {}{}",
            family.name(),
            excerpt(at),
            said.unwrap_or_default()
        )
    }
}

fn overlap(one: Span, other: Span) -> bool {
    !one.is_empty() && !other.is_empty() && one.start < other.end && other.start < one.end
}
