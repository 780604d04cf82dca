//! Runs the rules over a project: articles one by one, so that only one pair a thread is in memory; then what needs all
//! of them (links, addresses); then messages.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::article::{Alignment, Document};
use crate::check::allowances::{self, Allowances, Allowed};
use crate::check::coverage::{self, Coverage, Work};
use crate::check::rule::{
    ArticleLook, CatalogLook, CatalogPairLook, GraphLook, Look, PairLook, Recorded, Rule, Sink, UsesLook, VariantLook,
};
use crate::check::rules::{self, article::translation};
use crate::check::{Finding, Report};
use crate::error::Error;
use crate::locale::Locale;
use crate::message::CatalogView;
use crate::project::records;
use crate::project::{Article, Catalog, Collection, Outline, Project, Variant, VariantGraph};

/// Runs every rule over the project. See [`run_rules`].
#[must_use]
pub fn run(project: &Project) -> Report {
    run_rules(project, &|_| true)
}

/// Runs the rules that `wanted` says yes to, over the whole project, on all cores. The result does not depend on how
/// many threads ran. Severities are those that the rules propose.
#[must_use]
pub fn run_rules(project: &Project, wanted: &(dyn Fn(&Rule) -> bool + Sync)) -> Report {
    let rules: Vec<&'static Rule> = rules::all().iter().copied().filter(|rule| wanted(rule)).collect();
    let checker = Checker { project, rules: &rules };
    let mut seen = Seen::default();
    let mut outlines = Vec::with_capacity(project.articles().len());
    let looked: Vec<_> = project.articles().par_iter().map(|article| checker.article(article)).collect();
    for (part, outline) in looked {
        seen.add(part);
        outlines.push(outline);
    }
    let graph = VariantGraph::new(project, &outlines);
    for part in checker.graph(&graph) {
        seen.add(part);
    }
    for catalog in project.catalogs() {
        seen.add(checker.catalog(catalog));
    }
    seen.into_report(project, &rules)
}

/// What a part of the run saw.
#[derive(Default)]
struct Seen {
    findings: Vec<Finding>,
    /// By path; only files that have some.
    allowances: Vec<(Arc<str>, Vec<Allowed>)>,
    problems: Vec<Error>,
    coverage: Vec<Coverage>,
    work: Vec<Work>,
    files: usize,
}

impl Seen {
    fn add(&mut self, mut part: Self) {
        self.findings.append(&mut part.findings);
        self.allowances.append(&mut part.allowances);
        self.problems.append(&mut part.problems);
        self.coverage.append(&mut part.coverage);
        self.work.append(&mut part.work);
        self.files += part.files;
    }

    /// Takes what a variant's file allows; `is_settled` tells whether all rules could look.
    fn allow(&mut self, document: Option<&Document>, article: &Article, locale: &Locale, is_settled: bool) {
        if let Some(document) = document.filter(|document| !document.allowances.is_empty()) {
            let allowed = allowances::of_document(document, &article.key, locale.tag(), is_settled);
            self.allowances.push((Arc::clone(&document.path), allowed));
        }
    }

    fn into_report(mut self, project: &Project, rules: &[&'static Rule]) -> Report {
        let allowed = Allowances::new(self.allowances).apply(&mut self.findings, rules);
        self.findings.sort_by(|a, b| {
            (&a.place, a.rule, &a.locale, &a.unit, &a.message).cmp(&(&b.place, b.rule, &b.locale, &b.unit, &b.message))
        });
        self.findings.dedup();
        self.work.sort();
        let problems = project.problems().iter().cloned().chain(self.problems).collect();
        Report {
            findings: self.findings,
            allowed,
            files: self.files,
            problems,
            coverage: coverage::sum(self.coverage),
            work: self.work,
        }
    }
}

/// How a translation stands to its record.
fn recorded<'a>(project: &'a Project, fields: &[String], source: &Document, target: &Document) -> Recorded<'a> {
    let records = project.records();
    if !records.is_kept() {
        return Recorded::NotKept;
    }
    match records.get(&target.path) {
        Some(record) => Recorded::Record(record, records::compare(record, source, fields)),
        None => Recorded::Unrecorded(records.moved_from(&target.text, |path| !project.has_file(path))),
    }
}

struct Checker<'a> {
    project: &'a Project,
    rules: &'a [&'static Rule],
}

impl<'a> Checker<'a> {
    fn article(&self, article: &'a Article) -> (Seen, Vec<Option<Outline>>) {
        let project = self.project;
        let collection = &project.collections()[article.collection];
        let mut seen = Seen::default();
        let mut outlines = vec![None; project.locales().len()];
        self.article_rules(article, collection, &mut seen);
        let source = article.source().and_then(|variant| self.open(variant, &mut seen));
        if let Some(document) = &source {
            outlines[0] = Some(Outline::of(document));
            self.variant_rules(article, collection, 0, document, None, &mut seen);
        }
        let mut all_compared = true;
        for (index, locale) in project.locales().iter().enumerate().skip(1) {
            let target = article.variant(index).and_then(|variant| self.open(variant, &mut seen));
            if let Some(document) = &target {
                outlines[index] = Some(Outline::of(document));
                self.variant_rules(article, collection, index, document, source.as_ref(), &mut seen);
            }
            let Some(source) = &source else {
                seen.allow(target.as_ref(), article, locale, false);
                continue;
            };
            let Some(target) = &target else {
                all_compared = false;
                coverage::article_missing(
                    project,
                    collection,
                    article,
                    index,
                    source,
                    &mut seen.coverage,
                    &mut seen.work,
                );
                continue;
            };
            let alignment = Alignment::of(source, target);
            let look = PairLook {
                project,
                collection,
                article,
                source_locale: project.source(),
                locale,
                source,
                target,
                alignment: &alignment,
                recorded: recorded(project, &collection.config.translated, source, target),
                mostly_untranslated: translation::mostly_untranslated(source, target, project.source(), locale),
                terms: OnceLock::new(),
            };
            self.pair_rules(&look, &mut seen);
            if let Some(outline) = &mut outlines[index] {
                outline.mostly_untranslated = look.mostly_untranslated;
                outline.set_counterparts(source, target, &alignment);
            }
            coverage::article_pair(&look, &mut seen.coverage, &mut seen.work);
            seen.allow(Some(target), article, locale, look.is_compared());
            all_compared &= look.is_compared();
        }
        seen.allow(source.as_ref(), article, project.source(), all_compared);
        (seen, outlines)
    }

    fn open(&self, variant: &Variant, seen: &mut Seen) -> Option<Document> {
        match self.project.document(variant) {
            Ok(document) => {
                seen.files += 1;
                Some(document)
            }
            Err(error) => {
                seen.problems.push(error);
                None
            }
        }
    }

    fn article_rules(&self, article: &Article, collection: &Collection, seen: &mut Seen) {
        let look = ArticleLook { project: self.project, collection, article };
        for rule in self.rules {
            if let Look::Article(check) = rule.look {
                check(&look, &mut Sink::new(rule, "", &mut seen.findings));
            }
        }
    }

    fn variant_rules(
        &self,
        article: &Article,
        collection: &Collection,
        locale_index: usize,
        document: &Document,
        source: Option<&Document>,
        seen: &mut Seen,
    ) {
        let locale = &self.project.locales()[locale_index];
        let look = VariantLook { project: self.project, collection, article, locale_index, locale, document, source };
        for rule in self.rules {
            if let Look::Variant(check) = rule.look {
                check(&look, &mut Sink::new(rule, locale.tag(), &mut seen.findings));
            }
        }
    }

    fn pair_rules(&self, look: &PairLook<'_>, seen: &mut Seen) {
        for rule in self.rules {
            if let Look::Pair(check) = rule.look {
                check(look, &mut Sink::new(rule, look.locale.tag(), &mut seen.findings));
            }
        }
    }

    fn graph(&self, graph: &VariantGraph<'_>) -> Vec<Seen> {
        let rules: Vec<_> = self
            .rules
            .iter()
            .filter_map(|rule| if let Look::Graph(check) = rule.look { Some((*rule, check)) } else { None })
            .collect();
        if rules.is_empty() {
            return Vec::new();
        }
        let look_at = |article: usize| {
            let mut seen = Seen::default();
            for variant in &self.project.articles()[article].variants {
                let locale = variant.locale;
                for (rule, check) in &rules {
                    let tag = self.project.locales()[locale].tag();
                    check(&GraphLook { graph, article, locale }, &mut Sink::new(rule, tag, &mut seen.findings));
                }
            }
            seen
        };
        (0..self.project.articles().len()).into_par_iter().map(look_at).collect()
    }

    fn catalog(&self, catalog: &'a Catalog) -> Seen {
        let project = self.project;
        let views: Vec<CatalogView<'_>> = catalog
            .locales
            .par_iter()
            .map(|one| CatalogView::new(one.files.iter().map(|file| (file.name.as_str(), &file.path, &*file.text))))
            .collect();
        let mut seen = Seen::default();
        for view in &views {
            seen.files += view.files().len();
        }
        let tagged: Vec<_> = project.locales().iter().map(Locale::tag).zip(&views).collect();
        seen.allowances = allowances::of_catalog(&tagged);
        let pairs: Vec<_> = project
            .locales()
            .iter()
            .zip(&views)
            .skip(1)
            .map(|(locale, view)| CatalogPairLook::new(project, locale, &views[0], view))
            .collect();
        let parts: Vec<Seen> = self.rules.par_iter().map(|rule| self.catalog_rule(rule, &views, &pairs)).collect();
        parts.into_iter().for_each(|part| seen.add(part));
        self.uses(catalog, &views, &mut seen);
        for (look, locale) in pairs.iter().zip(1..) {
            coverage::catalog_pair(look, catalog, locale, &mut seen.coverage, &mut seen.work);
        }
        seen
    }

    fn uses(&self, catalog: &Catalog, views: &[CatalogView<'_>], seen: &mut Seen) {
        let looks = self.rules.iter().filter_map(|rule| match rule.look {
            Look::Uses(check) => Some((*rule, check)),
            _ => None,
        });
        let looks: Vec<_> = looks.collect();
        if looks.is_empty() {
            return;
        }
        let (uses, mut problems) = self.project.uses(catalog);
        seen.problems.append(&mut problems);
        let Some(uses) = uses else { return };
        for file in &uses.allowances {
            let allowed = allowances::of_uses(&file.path, &file.rules, self.project.source().tag());
            seen.allowances.push((Arc::clone(&file.path), allowed));
        }
        let look = UsesLook { project: self.project, catalog, views, uses: &uses };
        for (rule, check) in looks {
            check(&look, &mut Sink::new(rule, self.project.source().tag(), &mut seen.findings));
        }
    }

    fn catalog_rule(&self, rule: &'static Rule, views: &[CatalogView<'_>], pairs: &[CatalogPairLook<'_>]) -> Seen {
        let mut seen = Seen::default();
        let project = self.project;
        match rule.look {
            Look::Catalog(check) => {
                for (locale, catalog) in project.locales().iter().zip(views) {
                    let sink = &mut Sink::new(rule, locale.tag(), &mut seen.findings);
                    check(&CatalogLook { project, locale, catalog, source: &views[0] }, sink);
                }
            }
            Look::CatalogPair(check) => {
                for look in pairs {
                    check(look, &mut Sink::new(rule, look.locale.tag(), &mut seen.findings));
                }
            }
            _ => {}
        }
        seen
    }
}
