//! `variants.json`: which pages are language versions of each other, for other programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::locale::Direction;
use crate::publish::page::clean;
use crate::publish::plan::Plan;

#[derive(Serialize)]
struct Variants<'a> {
    source: &'a str,
    locales: Vec<&'a str>,
    articles: Vec<ArticleVariants<'a>>,
}

#[derive(Serialize)]
struct ArticleVariants<'a> {
    key: &'a str,
    collection: &'a str,
    variants: BTreeMap<&'a str, Variant<'a>>,
}

#[derive(Serialize)]
struct Variant<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    path: &'a str,
    title: String,
    lang: &'a str,
    dir: Direction,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<String>,
}

/// The text of the file: ASCII digits in dates, no marks of direction.
pub(super) fn json(plan: &Plan<'_>) -> String {
    let project = plan.project;
    let articles = project.articles().iter().enumerate().filter_map(|(at, article)| {
        let variants: BTreeMap<_, _> = plan
            .versions(at)
            .filter_map(|(locale, slot)| {
                let (head, it) = (plan.head(at, locale)?, plan.locale(locale));
                let variant = Variant {
                    url: plan.absolute(&slot.href),
                    path: &slot.href,
                    title: clean(&head.title),
                    lang: it.tag(),
                    dir: it.direction(),
                    date: head.date.map(|date| date.iso()),
                    category: head.category.as_deref().map(clean),
                };
                Some((it.tag(), variant))
            })
            .collect();
        let collection = &project.collections().get(article.collection)?.name;
        (!variants.is_empty()).then_some(ArticleVariants { key: &article.key, collection, variants })
    });
    let all = Variants {
        source: project.source().tag(),
        locales: project.locales().iter().map(crate::locale::Locale::tag).collect(),
        articles: articles.collect(),
    };
    let mut text = serde_json::to_string_pretty(&all).unwrap_or_default();
    text.push('\n');
    text
}
