//! Mending: the fixes of findings, made in memory round by round until none is left, each one checked for what it did.

mod edits;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::article::Document;
use crate::check::{Finding, Report};
use crate::error::Error;
use crate::message::CatalogView;
use crate::project::Project;
use crate::source::Span;
use edits::{Edits, Fate};

/// How often fixes are made and the project is checked again: a fix may uncover another.
const ROUNDS: usize = 8;

/// What mending came to. Nothing is written yet: see [`Mended::write`].
#[derive(Debug)]
pub struct Mended {
    /// The files that change, by path.
    pub changes: Vec<Change>,
    /// What is left once they have changed.
    pub report: Report,
    /// Fixes that were left out, because they did not do what they should: faults of their rules, not of the project.
    pub refused: Vec<Refused>,
}

/// A file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Path below the project's folder, with `/`.
    pub path: Arc<str>,
    /// Its text as it was checked.
    pub before: Arc<str>,
    /// Its text with the fixes made.
    pub after: Arc<str>,
    /// Findings that this mends.
    pub findings: usize,
}

/// A fix that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The finding that it was to mend.
    pub finding: Finding,
    /// Why.
    pub reason: Refusal,
}

/// Why a fix was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Its edits do not fit the text that was checked.
    Misplaced,
    /// With it, the file could not be read as Fluent, or its front matter not at all.
    Breaks,
    /// Its finding was still there afterwards.
    Useless,
    /// It brought back a text that another fix had replaced.
    Circular,
}

/// Makes the fixes of all findings that `look` reports, in memory, and looks again, until none is left. `look` decides
/// what counts: it leaves out findings that are off, allowed, or outside what was asked for.
///
/// Of two fixes that overlap the later one waits for the next round. A fix whose finding is still there afterwards (one
/// of its rule, unit and locale, at its place) is left out: a rule must mend what it found in one go.
#[must_use]
pub fn mend(project: &Project, look: &dyn Fn(&Project) -> Report) -> Mended {
    let mut mending = Mending::default();
    let mut draft = project.with_texts(&BTreeMap::new());
    let mut report = look(&draft);
    let mut rounds = 0;
    // A round that is done over, because it had a fix that is left out, leaves out at least that one.
    for _ in 0..ROUNDS * 4 {
        let round = mending.plan(&draft, &report);
        if round.is_empty() || rounds == ROUNDS {
            break;
        }
        let texts = round.iter().map(|file| (Arc::clone(&file.path), Arc::clone(&file.after))).collect();
        let next = draft.with_texts(&texts);
        let seen = look(&next);
        if mending.refuse_useless(&round, &report, &seen) {
            continue;
        }
        mending.accept(round);
        (draft, report) = (next, seen);
        rounds += 1;
    }
    mending.finish(report)
}

/// The fixes of one file that are made in one round.
struct Round<'a> {
    path: Arc<str>,
    before: Arc<str>,
    after: Arc<str>,
    edits: Edits,
    mended: Vec<&'a Finding>,
}

/// Which finding this is, whatever its place: the file and the fingerprint.
type Key = (Arc<str>, String);

fn key(finding: &Finding) -> Key {
    (Arc::clone(&finding.place.path), finding.fingerprint())
}

#[derive(Default)]
struct Mending {
    changes: BTreeMap<Arc<str>, Change>,
    refused: Vec<Refused>,
    left_out: HashSet<Key>,
    /// Every text that a file has had.
    past: HashMap<Arc<str>, HashSet<blake3::Hash>>,
    problems: Vec<Error>,
}

impl Mending {
    /// What is to be done next, file by file.
    fn plan<'a>(&mut self, draft: &Project, report: &'a Report) -> Vec<Round<'a>> {
        let mut by_file: BTreeMap<&Arc<str>, Vec<&'a Finding>> = BTreeMap::new();
        for finding in report.findings.iter().filter(|finding| finding.fix.is_some()) {
            if !self.left_out.contains(&key(finding)) {
                by_file.entry(&finding.place.path).or_default().push(finding);
            }
        }
        by_file.into_iter().filter_map(|(path, findings)| self.plan_file(draft, path, findings)).collect()
    }

    fn plan_file<'a>(&mut self, draft: &Project, path: &Arc<str>, findings: Vec<&'a Finding>) -> Option<Round<'a>> {
        if !draft.has_file(path) {
            self.refuse(findings, Refusal::Misplaced);
            return None;
        }
        let before: Arc<str> = match draft.read(path) {
            Ok(text) => text.into(),
            Err(error) => {
                self.left_out.extend(findings.into_iter().map(key));
                self.problems.push(error);
                return None;
            }
        };
        let mut round = self.combine(path, &before, findings, None);
        if breaks(path, &before, &round.after) {
            // One by one: those that do no harm are made all the same.
            let findings = std::mem::take(&mut round.mended);
            round = self.combine(path, &before, findings, Some(Refusal::Breaks));
        }
        if round.edits.is_empty() {
            return None;
        }
        let past = self.past.entry(Arc::clone(path)).or_default();
        past.insert(blake3::hash(before.as_bytes()));
        if *round.after == *before {
            self.refuse(round.mended, Refusal::Useless);
        } else if past.contains(&blake3::hash(round.after.as_bytes())) {
            self.refuse(round.mended, Refusal::Circular);
        } else {
            return Some(round);
        }
        None
    }

    /// The fixes that go together. With a reason to look at each, those that break the file are left out for it.
    fn combine<'a>(
        &mut self,
        path: &Arc<str>,
        before: &Arc<str>,
        mut findings: Vec<&'a Finding>,
        careful: Option<Refusal>,
    ) -> Round<'a> {
        findings.sort_by_key(|finding| finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.0).min());
        let mut edits = Edits::default();
        let mut mended = Vec::new();
        for finding in findings {
            let Some(fix) = &finding.fix else { continue };
            let earlier = careful.is_some().then(|| edits.clone());
            match edits.take(fix, before) {
                Fate::Taken => {}
                Fate::Waits => continue,
                Fate::Misplaced => {
                    self.refuse([finding], Refusal::Misplaced);
                    continue;
                }
            }
            match earlier.zip(careful) {
                Some((earlier, reason)) if breaks(path, before, &edits.apply(before)) => {
                    edits = earlier;
                    self.refuse([finding], reason);
                }
                _ => mended.push(finding),
            }
        }
        let after = edits.apply(before).into();
        Round { path: Arc::clone(path), before: Arc::clone(before), after, edits, mended }
    }

    fn refuse<'a>(&mut self, findings: impl IntoIterator<Item = &'a Finding>, reason: Refusal) {
        for finding in findings {
            if self.left_out.insert(key(finding)) {
                self.refused.push(Refused { finding: finding.clone(), reason });
            }
        }
    }

    /// Leaves out the fixes whose findings are still there; says whether there are any.
    fn refuse_useless(&mut self, round: &[Round<'_>], before: &Report, after: &Report) -> bool {
        let paths: HashSet<&str> = round.iter().map(|file| &*file.path).collect();
        let index = |report: &Report| {
            let mut index: HashMap<Key, Vec<Span>> = HashMap::new();
            for finding in report.findings.iter().filter(|finding| paths.contains(&*finding.place.path)) {
                index.entry(key(finding)).or_default().push(finding.place.span);
            }
            index
        };
        let (before, after) = (index(before), index(after));
        let mut useless = Vec::new();
        for file in round {
            let mut made: HashMap<Key, usize> = HashMap::new();
            for finding in &file.mended {
                *made.entry(key(finding)).or_default() += 1;
            }
            for finding in &file.mended {
                let key = key(finding);
                let count = |index: &HashMap<Key, Vec<Span>>| index.get(&key).map_or(0, Vec::len);
                // Others of the same name stay until their own fixes are made.
                if count(&after) + made.get(&key).copied().unwrap_or(0) <= count(&before) {
                    continue;
                }
                let own = file.edits.moved(hull(finding));
                let touches = |span: &Span| span.start <= own.end && own.start <= span.end;
                if after.get(&key).is_some_and(|spans| spans.iter().any(touches)) {
                    useless.push(*finding);
                }
            }
        }
        let any = !useless.is_empty();
        self.refuse(useless, Refusal::Useless);
        any
    }

    fn accept(&mut self, round: Vec<Round<'_>>) {
        for file in round {
            let findings = file.mended.len();
            let change = self.changes.entry(Arc::clone(&file.path));
            let change = change.or_insert_with(|| Change {
                path: file.path,
                before: file.before,
                after: Arc::default(),
                findings: 0,
            });
            change.after = file.after;
            change.findings += findings;
        }
    }

    fn finish(self, mut report: Report) -> Mended {
        for finding in report.findings.iter_mut().filter(|finding| finding.fix.is_some()) {
            if self.left_out.contains(&key(finding)) {
                finding.fix = None;
            }
        }
        let known: HashSet<String> = report.problems.iter().map(ToString::to_string).collect();
        report.problems.extend(self.problems.into_iter().filter(|error| !known.contains(&error.to_string())));
        let changes = self.changes.into_values().filter(|change| change.before != change.after).collect();
        Mended { changes, report, refused: self.refused }
    }
}

/// The finding's place with all that its fix edits.
fn hull(finding: &Finding) -> Span {
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
    edits.fold(finding.place.span, |hull, (span, _)| hull.join(*span))
}

/// Whether a file that could be read no longer can.
fn breaks(path: &Arc<str>, before: &str, after: &str) -> bool {
    if path.ends_with(".ftl") {
        let junk = |text: &str| CatalogView::new([("", path, text)]).files().iter().map(|file| file.junk.len()).sum();
        let (before, after): (usize, usize) = (junk(before), junk(after));
        return after > before;
    }
    let is_broken = |text: &str| Document::parse(Arc::clone(path), text.to_owned()).front.fault.is_some();
    is_broken(after) && !is_broken(before)
}

/// What writing came to.
#[derive(Debug, Default)]
pub struct Written {
    /// The files that were written.
    pub files: usize,
    /// Findings that are mended by it.
    pub findings: usize,
    /// Files that could not be written, or that another program had changed; each is as it was.
    pub problems: Vec<Error>,
}

impl Mended {
    /// Writes the files, each in one step and only if it still holds the text that was checked. What is left in those
    /// that cannot be written is looked for once more with `look`, so that [`Mended::report`] tells what is on disk.
    pub fn write(&mut self, project: &Project, look: &dyn Fn(&Project) -> Report) -> Written {
        let mut written = Written::default();
        self.changes.retain(|change| match project.rewrite(&change.path, &change.before, &change.after) {
            Ok(()) => {
                written.files += 1;
                written.findings += change.findings;
                true
            }
            Err(error) => {
                written.problems.push(error);
                false
            }
        });
        if !written.problems.is_empty() {
            self.report = look(&self.draft(project));
        }
        written
    }

    /// The project with the changes made.
    #[must_use]
    pub fn draft(&self, project: &Project) -> Project {
        let texts = self.changes.iter().map(|change| (Arc::clone(&change.path), Arc::clone(&change.after)));
        project.with_texts(&texts.collect())
    }
}

#[cfg(test)]
mod tests;
