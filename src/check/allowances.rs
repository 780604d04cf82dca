//! What the comments of files allow: which findings they cover, and which of them cover none.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::article::Document;
use crate::check::rule::{AllowanceLook, Look, Rule, Sink};
use crate::check::{Finding, rules};
use crate::message::{CatalogView, FileView};
use crate::source::{Place, Span};

/// One rule that a comment allows.
pub(super) struct Allowed {
    rule: String,
    covers: Span,
    /// The rule's name in the comment.
    place: Place,
    locale: String,
    /// The article's key, or the file's path.
    owner: String,
    /// Whether nothing kept a rule from looking at what it covers.
    is_settled: bool,
    is_used: Cell<bool>,
    /// Whether the comment itself is looked at.
    is_judged: bool,
}

/// What a source file or template that shows messages allows. The comment itself is not judged: it may be a
/// text in the program rather than a comment.
pub(super) fn of_uses(path: &Arc<str>, rules: &[(impl AsRef<str>, Span)], locale: &str) -> Vec<Allowed> {
    let allowed = rules.iter().map(|(rule, covers)| Allowed {
        rule: rule.as_ref().to_owned(),
        covers: *covers,
        place: Place::file(Arc::clone(path)),
        locale: locale.to_owned(),
        owner: path.to_string(),
        is_settled: false,
        is_used: Cell::new(false),
        is_judged: false,
    });
    allowed.collect()
}

/// What an article's file allows.
pub(super) fn of_document(document: &Document, key: &str, locale: &str, is_settled: bool) -> Vec<Allowed> {
    let allowed = document.allowances.iter().map(|allowance| Allowed {
        rule: allowance.rule.clone(),
        covers: allowance.covers,
        place: document.place(name_span(&document.text, allowance.span, &allowance.rule)),
        locale: locale.to_owned(),
        owner: key.to_owned(),
        is_settled,
        is_used: Cell::new(false),
        is_judged: true,
    });
    allowed.collect()
}

/// What the files of a catalog allow: of each locale its tag and its messages, the source first.
pub(super) fn of_catalog(views: &[(&str, &CatalogView<'_>)]) -> Vec<(Arc<str>, Vec<Allowed>)> {
    let mut found = Vec::new();
    for (at, (locale, view)) in views.iter().enumerate() {
        let others: Vec<_> = match at {
            0 => views.iter().skip(1).map(|(_, view)| *view).collect(),
            _ => views.iter().take(1).map(|(_, view)| *view).collect(),
        };
        for (index, file) in view.files().iter().enumerate().filter(|(_, file)| !file.allowances.is_empty()) {
            let allowed = file.allowances.iter().map(|allowance| Allowed {
                rule: allowance.rule.to_owned(),
                covers: allowance.covers,
                place: file.place(file.span_of(allowance.rule)),
                locale: (*locale).to_owned(),
                owner: file.path.to_string(),
                is_settled: is_settled(view, index, file, allowance.covers, &others),
                is_used: Cell::new(false),
                is_judged: true,
            });
            found.push((Arc::clone(&file.path), allowed.collect()));
        }
    }
    found
}

/// Whether every message that an allowance covers can be read and has its counterpart: only then were they compared.
fn is_settled(
    view: &CatalogView<'_>,
    index: usize,
    file: &FileView<'_>,
    covers: Span,
    others: &[&CatalogView<'_>],
) -> bool {
    let entries = view.entries();
    let first = entries.partition_point(|entry| (entry.file, entry.span.start) < (index, covers.start));
    let covered = entries.iter().skip(first).take_while(|entry| entry.file == index && entry.span.start < covers.end);
    let mut messages = covered.filter(|entry| !entry.is_term());
    file.junk.is_empty() && messages.all(|entry| others.iter().all(|other| other.get(entry.id).is_some()))
}

/// Where the rule's name stands in the comment: `a/b` is not found in `a/b-c`.
fn name_span(text: &str, comment: Span, rule: &str) -> Span {
    let content = comment.slice(text);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '_');
    let is_whole = |at: usize| {
        let (before, after) = (content.get(..at), content.get(at + rule.len()..));
        !before.is_some_and(|it| it.ends_with(is_part)) && !after.is_some_and(|it| it.starts_with(is_part))
    };
    let at = content.match_indices(rule).map(|(at, _)| at).find(|at| is_whole(*at));
    at.map_or(comment, |at| Span::new(comment.start as usize + at, comment.start as usize + at + rule.len()))
}

/// All of a project, by path.
pub(super) struct Allowances(HashMap<Arc<str>, Vec<Allowed>>);

impl Allowances {
    pub(super) fn new(files: Vec<(Arc<str>, Vec<Allowed>)>) -> Self {
        Self(files.into_iter().collect())
    }

    /// Takes out the findings that are allowed, adds those on allowances themselves, and says how many were taken out.
    pub(super) fn apply(&self, found: &mut Vec<Finding>, rules: &[&'static Rule]) -> usize {
        let before = found.len();
        found.retain(|finding| !self.allows(finding));
        let mut allowed = before - found.len();
        // What is found of allowances can be allowed too; what is found of those cannot.
        let mut of_others = self.look(rules, false);
        let before = of_others.len();
        of_others.retain(|finding| !self.allows(finding));
        allowed += before - of_others.len();
        found.append(&mut of_others);
        found.append(&mut self.look(rules, true));
        allowed
    }

    /// Whether a finding is allowed; all allowances that cover it are then of use.
    fn allows(&self, finding: &Finding) -> bool {
        let mut is_allowed = false;
        for place in std::iter::once(&finding.place).chain(&finding.related) {
            for allowed in self.0.get(&place.path).into_iter().flatten() {
                if allowed.rule == finding.rule && allowed.covers.contains(place.span) {
                    allowed.is_used.set(true);
                    is_allowed = true;
                }
            }
        }
        is_allowed
    }

    fn look(&self, rules: &[&'static Rule], on_allowances: bool) -> Vec<Finding> {
        let mut found = Vec::new();
        let is_about_allowances = |rule: &Rule| matches!(rule.look, Look::Allowance(_));
        for allowed in self.0.values().flatten().filter(|allowed| allowed.is_judged) {
            let known = rules::find(&allowed.rule);
            if known.is_some_and(is_about_allowances) != on_allowances {
                continue;
            }
            let did_look = known.is_some_and(|known| rules.iter().any(|rule| rule.name == known.name));
            let look = AllowanceLook {
                rule: &allowed.rule,
                is_known: known.is_some(),
                allows_nothing: did_look && allowed.is_settled && !allowed.is_used.get(),
                place: &allowed.place,
                owner: &allowed.owner,
            };
            for rule in rules {
                if let Look::Allowance(check) = rule.look {
                    check(&look, &mut Sink::new(rule, &allowed.locale, &mut found));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_whole() {
        let text = "x <!-- mizan-allow a/b-c, a/b: a/b -->";
        let span = name_span(text, Span::new(2, text.len()), "a/b");
        assert_eq!((span.start, span.slice(text)), (26, "a/b"));
        assert_eq!(name_span(text, Span::new(2, text.len()), "a/x"), Span::new(2, text.len()));
    }
}
