//! Runs the rules over a project: articles one by one, so that only one pair a thread is in memory; then what needs all
//! of them (links, addresses); then messages.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::article::{Alignment, Document};
use crate::check::coverage::{self, Coverage, Work};
use crate::check::rule::{
    ArticleLook, CatalogLook, CatalogPairLook, GraphLook, Look, PairLook, Rule, Sink, UsesLook, VariantLook,
};
use crate::check::rules::{self, article::translation};
use crate::check::{Finding, Report};
use crate::error::Error;
use crate::message::CatalogView;
use crate::project::{Article, Catalog, Collection, Outline, Project, Variant, VariantGraph};
use crate::source::Span;

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
    seen.into_report(project)
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

/// A rule that a file allows, and where.
struct Allowed {
    rule: String,
    covers: Span,
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

    fn into_report(mut self, project: &Project) -> Report {
        let allowances: HashMap<Arc<str>, Vec<Allowed>> = self.allowances.into_iter().collect();
        let before = self.findings.len();
        self.findings.retain(|finding| !is_allowed(finding, &allowances));
        let allowed = before - self.findings.len();
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

fn is_allowed(finding: &Finding, allowances: &HashMap<Arc<str>, Vec<Allowed>>) -> bool {
    std::iter::once(&finding.place).chain(&finding.related).any(|place| {
        let list = allowances.get(&place.path).map_or(&[][..], Vec::as_slice);
        list.iter().any(|allowed| allowed.rule == finding.rule && allowed.covers.contains(place.span))
    })
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
        for (index, locale) in project.locales().iter().enumerate().skip(1) {
            let target = article.variant(index).and_then(|variant| self.open(variant, &mut seen));
            if let Some(document) = &target {
                outlines[index] = Some(Outline::of(document));
                self.variant_rules(article, collection, index, document, source.as_ref(), &mut seen);
            }
            let Some(source) = &source else { continue };
            let Some(target) = &target else {
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
                mostly_untranslated: translation::mostly_untranslated(source, target, project.source(), locale),
            };
            self.pair_rules(&look, &mut seen);
            if let Some(outline) = &mut outlines[index] {
                outline.mostly_untranslated = look.mostly_untranslated;
                outline.set_counterparts(source, target, &alignment);
            }
            coverage::article_pair(&look, &mut seen.coverage, &mut seen.work);
        }
        (seen, outlines)
    }

    fn open(&self, variant: &Variant, seen: &mut Seen) -> Option<Document> {
        match self.project.document(variant) {
            Ok(document) => {
                seen.files += 1;
                if !document.allowances.is_empty() {
                    let allowed = document.allowances.iter();
                    let allowed = allowed.map(|it| Allowed { rule: it.rule.clone(), covers: it.covers }).collect();
                    seen.allowances.push((Arc::clone(&document.path), allowed));
                }
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
            for file in view.files() {
                let allowed = file.allowances.iter();
                let allowed: Vec<_> =
                    allowed.map(|it| Allowed { rule: it.rule.to_owned(), covers: it.covers }).collect();
                if !allowed.is_empty() {
                    seen.allowances.push((Arc::clone(&file.path), allowed));
                }
            }
        }
        let parts: Vec<Seen> = self.rules.par_iter().map(|rule| self.catalog_rule(rule, &views)).collect();
        parts.into_iter().for_each(|part| seen.add(part));
        self.uses(catalog, &views, &mut seen);
        for (locale, view) in views.iter().enumerate().skip(1) {
            coverage::catalog_pair(project, catalog, locale, &views[0], view, &mut seen.coverage, &mut seen.work);
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
            let allowed = file.rules.iter().map(|(rule, covers)| Allowed { rule: rule.to_string(), covers: *covers });
            seen.allowances.push((Arc::clone(&file.path), allowed.collect()));
        }
        let look = UsesLook { project: self.project, catalog, views, uses: &uses };
        for (rule, check) in looks {
            check(&look, &mut Sink::new(rule, self.project.source().tag(), &mut seen.findings));
        }
    }

    fn catalog_rule(&self, rule: &'static Rule, views: &[CatalogView<'_>]) -> Seen {
        let mut seen = Seen::default();
        let project = self.project;
        for (locale, view) in project.locales().iter().zip(views) {
            let sink = &mut Sink::new(rule, locale.tag(), &mut seen.findings);
            match rule.look {
                Look::Catalog(check) => check(&CatalogLook { project, locale, catalog: view, source: &views[0] }, sink),
                Look::CatalogPair(check) if !std::ptr::eq(locale, project.source()) => {
                    check(&CatalogPairLook { project, locale, source: &views[0], target: view }, sink);
                }
                _ => {}
            }
        }
        seen
    }
}
