//! `sitemap.xml`: each language version as an entry of its own, with the full set of its alternates.

use crate::article::Date;
use crate::publish::page::{alternates, home_alternates};
use crate::publish::plan::Plan;
use crate::publish::view::{Alternate, escape_into};

/// Entries that one sitemap may hold, by its protocol 50,000 and 50 MB.
const MOST: usize = 40_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The files of the sitemap: one, or an index and its parts; none without a base, since its addresses must be absolute.
pub(super) fn files(plan: &Plan<'_>) -> Vec<(String, String)> {
    if plan.base.is_none() {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let (mut part, mut count) = (String::new(), 0);
    let mut add = |url: &str, set: &[Alternate], date: Option<Date>| {
        entry(&mut part, url, set, date);
        count += 1;
        if count == MOST {
            parts.push(std::mem::take(&mut part));
            count = 0;
        }
    };
    let homes = home_alternates(plan);
    // The last one is x-default: the page that lets one choose.
    for alternate in homes.last().into_iter().chain(&homes[..homes.len().saturating_sub(1)]) {
        add(&alternate.url, &homes, None);
    }
    for article in 0..plan.slots.len() {
        let set = alternates(plan, article);
        for ((locale, _), alternate) in plan.versions(article).zip(&set) {
            let head = plan.head(article, locale);
            add(&alternate.url, &set, head.and_then(|head| head.updated.or(head.date)));
        }
    }
    if parts.is_empty() {
        return vec![("sitemap.xml".to_owned(), wrap(&part))];
    }
    parts.push(part);
    split(plan, &parts)
}

fn split(plan: &Plan<'_>, parts: &[String]) -> Vec<(String, String)> {
    let mut files = Vec::with_capacity(parts.len() + 1);
    let mut index = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| !part.is_empty()) {
        let file = format!("sitemap-{}.xml", at + 1);
        let url = plan.absolute(&format!("{}/{file}", plan.prefix)).unwrap_or_default();
        index.push_str("<sitemap><loc>");
        escape_into(&url, &mut index);
        index.push_str("</loc></sitemap>\n");
        files.push((file, wrap(part)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(("sitemap.xml".to_owned(), index));
    files
}

fn wrap(entries: &str) -> String {
    format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n")
}

fn entry(out: &mut String, url: &str, set: &[Alternate], date: Option<Date>) {
    out.push_str("<url><loc>");
    escape_into(url, out);
    out.push_str("</loc>");
    if let Some(date) = date {
        out.push_str("<lastmod>");
        out.push_str(&date.iso());
        out.push_str("</lastmod>");
    }
    for alternate in set {
        out.push_str("\n  <xhtml:link rel=\"alternate\" hreflang=\"");
        escape_into(&alternate.hreflang, out);
        out.push_str("\" href=\"");
        escape_into(&alternate.url, out);
        out.push_str("\"/>");
    }
    out.push_str("</url>\n");
}
