//! How much each finding matters, and whether the run fails.

use std::collections::BTreeMap;

use crate::check::rules::{exists, near};
use crate::check::{Finding, Report, Rule};
use crate::error::{Error, Kind};
use crate::project::{Project, config};
use crate::severity::Severity;

/// Decides severities, in layers: what the rule proposes, then the configuration, then the command line. Within a layer
/// a rule's own name beats `room/*`; of two equals the later one holds.
#[derive(Clone, Debug)]
pub struct Policy {
    configured: Layer,
    given: Layer,
    fail_on: Severity,
}

#[derive(Clone, Debug, Default)]
struct Layer(BTreeMap<String, Severity>);

impl Layer {
    fn get(&self, rule: &str) -> Option<Severity> {
        if let Some(own) = self.0.get(rule) {
            return Some(*own);
        }
        let room = rule.split_once('/').map_or(rule, |(room, _)| room);
        self.0.iter().find(|(name, _)| name.strip_suffix("/*") == Some(room)).map(|(_, severity)| *severity)
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self { configured: Layer::default(), given: Layer::default(), fail_on: Severity::Error }
    }
}

impl Policy {
    /// What the rules propose, and failure on errors.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What a project's configuration decides.
    ///
    /// # Errors
    /// When `[rules]` names a rule that does not exist; the error says where, and which name was probably meant.
    pub fn of(project: &Project) -> Result<Self, Error> {
        let config = project.config();
        for name in config.rules.keys() {
            if !exists(name) {
                let path = project.root().join(config::FILE);
                let at = config.rule_positions.get(name).copied().unwrap_or_default();
                return Err(Kind::UnknownRule { path, at, rule: name.clone(), near: near(name) }.into());
            }
        }
        Ok(Self::new().configured(config.rules.iter().map(|(name, severity)| (name.as_str(), *severity))))
    }

    /// Takes the `[rules]` of a configuration: severity by rule name or `room/*`.
    #[must_use]
    pub fn configured<'a>(mut self, rules: impl IntoIterator<Item = (&'a str, Severity)>) -> Self {
        self.configured.0.extend(rules.into_iter().map(|(name, severity)| (name.to_owned(), severity)));
        self
    }

    /// Takes what the command line gives (`--rule NAME=SEVERITY`): it beats the configuration.
    #[must_use]
    pub fn given<'a>(mut self, rules: impl IntoIterator<Item = (&'a str, Severity)>) -> Self {
        self.given.0.extend(rules.into_iter().map(|(name, severity)| (name.to_owned(), severity)));
        self
    }

    /// From which severity on a finding makes the run fail; `Off`: none does.
    #[must_use]
    pub fn fail_on(mut self, threshold: Severity) -> Self {
        self.fail_on = threshold;
        self
    }

    /// The severity of a rule that proposes `proposed`.
    #[must_use]
    pub fn severity(&self, rule: &str, proposed: Severity) -> Severity {
        self.given.get(rule).or_else(|| self.configured.get(rule)).unwrap_or(proposed)
    }

    /// Whether a rule is on.
    #[must_use]
    pub fn is_on(&self, rule: &Rule) -> bool {
        self.severity(rule.name, rule.severity) != Severity::Off
    }

    /// Whether a finding makes the run fail, its severity being decided.
    #[must_use]
    pub fn fails(&self, finding: &Finding) -> bool {
        self.fail_on != Severity::Off && finding.severity >= self.fail_on
    }

    /// Gives each finding its severity and drops those that are off.
    pub fn apply(&self, report: &mut Report) {
        report.findings.retain_mut(|finding| {
            finding.severity = self.severity(finding.rule, finding.severity);
            finding.severity != Severity::Off
        });
    }

    /// What a report comes to, its severities being decided.
    #[must_use]
    pub fn outcome(&self, report: &Report) -> Outcome {
        let mut outcome = Outcome { fail_on: self.fail_on, problems: report.problems.len(), ..Outcome::default() };
        for finding in &report.findings {
            *outcome.by_severity.entry(finding.severity).or_default() += 1;
            *outcome.by_rule.entry(finding.rule).or_default() += 1;
            outcome.failing += usize::from(self.fails(finding));
        }
        outcome
    }
}

/// What a report comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Findings at or above the threshold.
    pub failing: usize,
    /// The threshold; `Off`: no finding makes the run fail.
    pub fail_on: Severity,
    /// Files and folders that could not be read.
    pub problems: usize,
    /// Findings by severity.
    pub by_severity: BTreeMap<Severity, usize>,
    /// Findings by rule.
    pub by_rule: BTreeMap<&'static str, usize>,
}

impl Default for Outcome {
    fn default() -> Self {
        Self {
            failing: 0,
            fail_on: Severity::Error,
            problems: 0,
            by_severity: BTreeMap::new(),
            by_rule: BTreeMap::new(),
        }
    }
}

impl Outcome {
    /// Number of findings of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.by_severity.get(&severity).copied().unwrap_or(0)
    }

    /// Number of findings.
    #[must_use]
    pub fn total(&self) -> usize {
        self.by_severity.values().sum()
    }

    /// Whether a finding makes the run fail.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.failing > 0
    }

    /// 0: nothing at or above the threshold; 1: findings; 2: the check is not complete, because something could not be
    /// read.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match (self.problems, self.failing) {
            (0, 0) => 0,
            (0, _) => 1,
            _ => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Unit;
    use crate::phrase::Phrase;
    use crate::source::Place;

    fn report(found: &[(&'static str, Severity)]) -> Report {
        let finding = |(rule, severity): &(&'static str, Severity)| Finding {
            rule,
            severity: *severity,
            place: Place::file("a.md"),
            related: None,
            locale: "ar".to_owned(),
            unit: Unit::File("a.md".to_owned()),
            message: Phrase::new("x"),
            help: None,
            fix: None,
        };
        Report { findings: found.iter().map(finding).collect(), ..Report::default() }
    }

    #[test]
    fn each_layer_beats_the_one_below_and_a_name_beats_its_room() {
        use Severity::{Error, Info, Off, Warn};
        let policy = Policy::new()
            .configured([("article/*", Info), ("article/missing", Warn), ("message/stale", Off)])
            .given([("message/*", Error)]);
        assert_eq!(policy.severity("article/orphan", Error), Info);
        assert_eq!(policy.severity("article/missing", Error), Warn);
        assert_eq!(policy.severity("message/stale", Warn), Error, "the command line's room beats the file's name");
        assert_eq!(policy.severity("articles/other", Warn), Warn, "another room");
    }

    #[test]
    fn what_is_off_is_dropped_and_what_was_off_can_be_turned_on() {
        let mut seen = report(&[("article/orphan", Severity::Warn), ("article/cosmetic", Severity::Off)]);
        let policy =
            Policy::new().configured([("article/orphan", Severity::Off)]).given([("article/cosmetic", Severity::Info)]);
        policy.apply(&mut seen);
        let left: Vec<_> = seen.findings.iter().map(|finding| (finding.rule, finding.severity)).collect();
        assert_eq!(left, [("article/cosmetic", Severity::Info)]);
    }

    #[test]
    fn the_threshold_decides_and_problems_outrank_findings() {
        let mut seen = report(&[("article/orphan", Severity::Warn), ("article/missing", Severity::Error)]);
        let code = |policy: Policy, seen: &Report| policy.outcome(seen).exit_code();
        assert_eq!(code(Policy::new(), &seen), 1);
        assert_eq!(code(Policy::new().fail_on(Severity::Off), &seen), 0);
        seen.findings.pop();
        assert_eq!(code(Policy::new(), &seen), 0);
        assert_eq!(code(Policy::new().fail_on(Severity::Warn), &seen), 1);
        seen.problems.push(crate::Error::read("b.md", std::io::Error::from(std::io::ErrorKind::PermissionDenied)));
        assert_eq!(code(Policy::new(), &seen), 2);
    }

    #[test]
    fn counts_add_up() {
        let seen = report(&[("a/x", Severity::Warn), ("a/x", Severity::Error), ("a/y", Severity::Warn)]);
        let outcome = Policy::new().outcome(&seen);
        assert_eq!((outcome.count(Severity::Warn), outcome.count(Severity::Info), outcome.total()), (2, 0, 3));
        assert_eq!(outcome.by_rule.get("a/x"), Some(&2));
        assert_eq!(outcome.failing, 1);
    }

    #[test]
    fn a_rule_that_does_not_exist_is_named_with_its_place() {
        let head = "[project]\nsource = \"en\"\n[rules]\n\"message/*\" = \"off\"\n";
        let policy = |rest: &str| {
            let project = Project::builder().file("mizan.toml", format!("{head}{rest}")).build().expect("loads");
            Policy::of(&project)
        };
        assert_eq!(policy("").expect("known").severity("message/missing", Severity::Error), Severity::Off);
        let error = policy("\"article/mising\" = \"warn\"\n").expect_err("unknown");
        assert!(error.is_config());
        let said = "mizan.toml:5:1: there is no rule \"article/mising\"; is it article/missing?";
        assert_eq!(error.to_string(), said);
        assert!(policy("\"mesage/*\" = \"warn\"\n").expect_err("unknown").to_string().ends_with("is it message/*?"));
    }

    #[test]
    fn an_allowance_of_a_rule_that_is_off_is_not_unused_and_a_wrong_name_is_a_problem() {
        let seen = |rules: &str| {
            let head =
                "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n";
            let project = Project::builder()
                .file("mizan.toml", format!("{head}[rules]\n{rules}"))
                .file("a/en.md", "Visits are free.\n")
                .file("a/ar.md", "<!-- mizan-allow article/number-mismatch: x -->\n\nالزيارة مجانية.\n");
            let report = crate::check(&project.build().expect("loads"));
            let found: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
            (found, report.problems.len())
        };
        assert_eq!(seen(""), (vec!["allowance/unused"], 0));
        assert_eq!(seen("\"article/number-mismatch\" = \"off\"\n"), (vec![], 0));
        assert_eq!(seen("\"allowance/*\" = \"off\"\n"), (vec![], 0));
        assert_eq!(seen("\"allowance/*\" = \"off\"\n\"article/nmber\" = \"off\"\n"), (vec![], 1));
    }
}
