use std::collections::BTreeMap;

use crate::check::Unit;
use crate::check::rule::{GraphLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::{Destination, OutlineLink};
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds links of the source that the translation does not have. Links to articles are compared by the article
    /// that they lead to, in whatever language; a link that the translation leads to another page of the same site
    /// (Wikipedia in Arabic) counts as kept.
    ///
    /// # Why
    ///
    /// The reader of the translation cannot follow the text to its sources.
    ///
    /// # Example
    ///
    /// ```markdown
    /// See [our prices](../prices/).     (en.md)
    /// انظر أسعارنا.                      (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// انظر [أسعارنا](../prices/).
    /// ```
    pub(crate) static RULE = ("article/link-missing", Warn, Graph(check));
}

fn check(look: &GraphLook<'_>, sink: &mut Sink<'_>) {
    let (Some(source), Some(target)) =
        (look.graph.outline(look.article, 0), look.graph.outline(look.article, look.locale))
    else {
        return;
    };
    if look.locale == 0 || target.mostly_untranslated {
        return;
    }
    let mut theirs = keyed(look, 0, &source.links);
    let mut ours = keyed(look, look.locale, &target.links);
    let counterpart = |link: &OutlineLink| {
        let at = source.links.iter().position(|other| std::ptr::eq(other, link));
        at.and_then(|at| target.counterparts.get(at).copied().flatten())
    };
    if theirs.keys().eq(ours.keys()) && theirs.values().map(Vec::len).eq(ours.values().map(Vec::len)) {
        return;
    }
    for (key, links) in &mut theirs {
        if let Some(kept) = ours.get_mut(key) {
            // First those in segments that belong together, so that of several alike the right one is named.
            links.retain(|link| {
                let place = kept.iter().position(|other| counterpart(link) == Some(other.segment));
                place.map(|at| kept.remove(at)).is_none()
            });
            let shared = kept.len().min(links.len());
            kept.drain(..shared);
            links.drain(..shared);
        }
    }
    // A page of the same site in the reader's language stands for a lost one.
    let mut localized: Vec<String> = ours.values().flatten().filter_map(|link| localized_site(look, link)).collect();
    for link in theirs.values().flatten() {
        let site = localized_site(look, link);
        if let Some(at) = site.and_then(|site| localized.iter().position(|other| *other == site)) {
            localized.swap_remove(at);
            continue;
        }
        // A link that went missing with its whole segment is that finding's.
        if let Some(start) = counterpart(link) {
            report(look, link, start, sink);
        }
    }
}

/// The site of an address that names a language: `wikipedia.org` for `https://ar.wikipedia.org/wiki/…`.
fn localized_site(look: &GraphLook<'_>, link: &OutlineLink) -> Option<String> {
    let (_, rest) = link.destination.split_once("://")?;
    let plain = without_locale(look, &link.destination);
    let (_, site) = plain.split_once("//")?;
    let named = site.trim_end_matches('/').len()
        < rest.split('#').next()?.trim_start_matches("www.").trim_end_matches('/').len();
    named.then(|| site.split('/').next().unwrap_or(site).to_owned())
}

/// What a link leads to, the same for both languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Article(usize),
    Address(String),
}

fn keyed<'a>(look: &GraphLook<'_>, locale: usize, links: &'a [OutlineLink]) -> BTreeMap<Key, Vec<&'a OutlineLink>> {
    let mut keys: BTreeMap<Key, Vec<&OutlineLink>> = BTreeMap::new();
    for link in links.iter().filter(|link| !link.image) {
        let key = match look.graph.resolve(look.article, locale, &link.destination) {
            Destination::Fragment(_) => continue,
            Destination::Article { article, .. } => Key::Article(article),
            _ => Key::Address(without_locale(look, &link.destination)),
        };
        keys.entry(key).or_default().push(link);
    }
    keys
}

/// The address without what names a language: `https://ar.example.org/x/` and `https://en.example.org/x` are alike.
fn without_locale(look: &GraphLook<'_>, destination: &str) -> String {
    let is_locale = |part: &str| {
        let tag = part.to_ascii_lowercase().replace('_', "-");
        look.graph.project().locales().iter().any(|locale| {
            let own = locale.tag().to_ascii_lowercase();
            tag == own || tag.split('-').next() == Some(&own) && tag.len() <= own.len() + 3
        })
    };
    let (scheme, rest) = destination.split_once("://").map_or(("", destination), |(scheme, rest)| (scheme, rest));
    let scheme = if scheme == "http" { "https" } else { scheme };
    let path = rest.split('#').next().unwrap_or(rest);
    let mut parts = path.split('/');
    let host = parts.next().unwrap_or_default().to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = match host.split_once('.') {
        Some((first, others)) if is_locale(first) => others,
        _ => host,
    };
    let kept: Vec<&str> = parts.filter(|part| !part.is_empty() && *part != ".." && !is_locale(part)).collect();
    if scheme.is_empty() && !destination.starts_with("//") {
        return format!("{host}/{}", kept.join("/")).trim_matches(['/', '.']).to_owned();
    }
    format!("{scheme}//{host}/{}", kept.join("/")).trim_end_matches('/').to_owned()
}

fn report(look: &GraphLook<'_>, link: &OutlineLink, start: u32, sink: &mut Sink<'_>) {
    let project = look.graph.project();
    let article = &project.articles()[look.article];
    let at = Span { start, end: start };
    let Some(place) = look.graph.place(look.article, look.locale, at) else { return };
    let message = Phrase::new("article-link-missing").with("address", &*link.destination);
    let unit = Unit::Part(article.key.clone(), format!("link:{}", link.destination));
    let finding = sink.report(place, unit, message);
    finding.related = look.graph.place(look.article, 0, link.span);
    finding.help(Phrase::new("article-link-missing.help"));
}
