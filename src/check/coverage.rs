//! How much of a project is translated, and what is left to do.

use std::collections::BTreeMap;

use crate::article::{Date, Document, Value, is_prose};
use crate::check::PairLook;
use crate::check::rule::CatalogPairLook;
use crate::check::rules::article::{fields, lone, translation};
use crate::check::rules::message::stale;
use crate::message::{Entry, Use, walk};
use crate::project::records::{Change, State};
use crate::project::{Article, Catalog, Collection, Project};
use crate::text::words;

/// Whether something is an article or a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// Articles.
    Articles,
    /// Messages.
    Messages,
}

/// How much of one collection (or catalog) is translated into one locale.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// What is counted.
    pub content: Content,
    /// Name of the collection or catalog.
    pub collection: String,
    /// Tag of the target locale.
    pub locale: String,
    /// Articles or messages that the source has.
    pub total: usize,
    /// Of these, complete in this locale.
    pub translated: usize,
    /// Of these, without any translation.
    pub missing: usize,
    /// Of these, translated in part.
    pub incomplete: usize,
    /// Of these, translated from a source that has changed since.
    pub stale: usize,
    /// Source words that are still to be translated.
    pub words_left: usize,
}

/// What is left to do on an article or a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Left {
    /// All of it.
    Missing,
    /// Some of it.
    Incomplete,
    /// What has changed in the source since, and perhaps more.
    Stale,
}

/// One entry of a translator's worklist. Ordered by locale, then by words, the longest first.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Work {
    /// Tag of the target locale.
    pub locale: String,
    /// Source words to translate.
    pub words: usize,
    /// Article or message.
    pub content: Content,
    /// Name of the collection or catalog.
    pub collection: String,
    /// The article's key or the message's id.
    pub key: String,
    /// All or some.
    pub left: Left,
    /// The source's file.
    pub source: String,
    /// The file to write in.
    pub target: String,
    /// The source's title, or the message's text.
    pub title: String,
    /// How much it matters: the number in the front-matter field that `[status] weight` names, else 0.
    pub weight: i64,
    /// The article's date, year-month-day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

impl Ord for Work {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let order = |work: &'_ Self| (work.locale.clone(), std::cmp::Reverse(work.words), work.content);
        let name = |work: &'_ Self| (work.collection.clone(), work.key.clone(), work.source.clone());
        order(self).cmp(&order(other)).then_with(|| name(self).cmp(&name(other)))
    }
}

impl PartialOrd for Work {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Adds up parts that count the same collection and locale; sorted.
pub(crate) fn sum(parts: Vec<Coverage>) -> Vec<Coverage> {
    let mut sums: BTreeMap<(Content, String, String), Coverage> = BTreeMap::new();
    for part in parts {
        let key = (part.content, part.collection.clone(), part.locale.clone());
        match sums.entry(key) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(part);
            }
            std::collections::btree_map::Entry::Occupied(mut sum) => {
                let sum = sum.get_mut();
                sum.total += part.total;
                sum.translated += part.translated;
                sum.missing += part.missing;
                sum.incomplete += part.incomplete;
                sum.stale += part.stale;
                sum.words_left += part.words_left;
            }
        }
    }
    sums.into_values().collect()
}

fn one(content: Content, collection: &str, locale: &str, left: Option<Left>, words: usize) -> Coverage {
    Coverage {
        content,
        collection: collection.to_owned(),
        locale: locale.to_owned(),
        total: 1,
        translated: usize::from(left.is_none()),
        missing: usize::from(left == Some(Left::Missing)),
        incomplete: usize::from(left == Some(Left::Incomplete)),
        stale: usize::from(left == Some(Left::Stale)),
        words_left: words,
    }
}

pub(crate) fn article_missing(
    project: &Project,
    collection: &Collection,
    article: &Article,
    locale: usize,
    source: &Document,
    coverage: &mut Vec<Coverage>,
    work: &mut Vec<Work>,
) {
    let tag = project.locales()[locale].tag();
    let words = words_of(source, collection);
    coverage.push(one(Content::Articles, &collection.name, tag, Some(Left::Missing), words));
    let target = project.expected_path(article, locale).unwrap_or_default();
    work.push(article_work(project, article, tag, source, target, Left::Missing, words));
}

pub(crate) fn article_pair(look: &PairLook<'_>, coverage: &mut Vec<Coverage>, work: &mut Vec<Work>) {
    let words = if look.mostly_untranslated { words_of(look.source, look.collection) } else { words_left(look) };
    let is_stale = look.recorded.state() == Some(State::Stale);
    let left = if is_stale { Some(Left::Stale) } else { (words > 0).then_some(Left::Incomplete) };
    let words = if is_stale && !look.mostly_untranslated { words + words_changed(look) } else { words };
    let tag = look.locale.tag();
    coverage.push(one(Content::Articles, &look.collection.name, tag, left, words));
    if let Some(left) = left {
        let target = look.target.path.to_string();
        work.push(article_work(look.project, look.article, tag, look.source, target, left, words));
    }
}

fn article_work(
    project: &Project,
    article: &Article,
    locale: &str,
    source: &Document,
    target: String,
    left: Left,
    words: usize,
) -> Work {
    Work {
        locale: locale.to_owned(),
        words,
        content: Content::Articles,
        collection: project.collections()[article.collection].name.clone(),
        key: article.key.clone(),
        left,
        source: source.path.to_string(),
        target,
        title: source.front.text("title").unwrap_or_else(|| article.key.clone()),
        weight: weight(project, source),
        date: source.front.text("date").filter(|date| Date::parse(date).is_some()),
    }
}

/// How much an article matters, where its front matter says so.
fn weight(project: &Project, source: &Document) -> i64 {
    let field = project.config().status.weight.as_ref().and_then(|name| source.front.get(name));
    match field.map(|field| &field.value) {
        Some(Value::Integer(weight)) => *weight,
        #[expect(clippy::cast_possible_truncation, reason = "a weight saturates")]
        Some(Value::Float(weight)) => *weight as i64,
        Some(Value::Text(text)) => text.trim().parse().unwrap_or(0),
        _ => 0,
    }
}

/// Words of the segments and fields of the source that changed, where the translation has something for them.
fn words_changed(look: &PairLook<'_>) -> usize {
    let of_segment = |index: usize| {
        let group = look.alignment.groups.iter().find(|group| group.source.iter().any(|own| *own as usize == index));
        let is_there = group.is_some_and(|group| !lone::is_unwritten(look.target, group));
        let segment = look.source.segments.get(index).filter(|_| is_there);
        segment.map_or(0, |segment| words::count(look.source.plain(segment)))
    };
    let words = look.recorded.changes().iter().map(|change| match change {
        Change::Changed(index, _) | Change::Added(index) => of_segment(*index),
        Change::Field(name) => look.source.front.text(name).map_or(0, |text| words::count(&text)),
        Change::Removed(..) | Change::Cosmetic(..) => 0,
    });
    words.sum()
}

/// Words of prose in the whole article, fields to translate included.
fn words_of(document: &Document, collection: &Collection) -> usize {
    let prose = document.segments.iter().filter(|segment| is_prose(segment.kind));
    let body: usize = prose.map(|segment| words::count(document.plain(segment))).sum();
    let fields = collection.config.translated.iter().filter_map(|name| document.front.text(name));
    body + fields.map(|text| words::count(&text)).sum::<usize>()
}

/// Words of the source's segments and fields that the target lacks or still has in the source's language.
fn words_left(look: &PairLook<'_>) -> usize {
    let missing = look.alignment.groups.iter().filter(|group| lone::is_unwritten(look.target, group));
    let missing = missing.flat_map(|group| &group.source).map(|at| &look.source.segments[*at as usize]);
    let missing: usize =
        missing.filter(|segment| is_prose(segment.kind)).map(|segment| words::count(look.source.plain(segment))).sum();
    let untranslated: usize =
        translation::untranslated_segments(look).map(|segment| words::count(look.target.plain(segment))).sum();
    let fields: usize = fields::left_to_translate(look).map(|text| words::count(&text)).sum();
    missing + untranslated + fields
}

pub(crate) fn catalog_pair(
    look: &CatalogPairLook<'_>,
    catalog: &Catalog,
    locale: usize,
    coverage: &mut Vec<Coverage>,
    work: &mut Vec<Work>,
) {
    let tag = look.locale.tag();
    let mut shared = look.shared().peekable();
    let mut sum = Coverage { total: 0, translated: 0, ..one(Content::Messages, &catalog.name, tag, None, 0) };
    for entry in look.source.definitions().filter(|entry| !entry.is_term()) {
        let translation =
            shared.next_if(|(source, _)| std::ptr::eq::<Entry<'_>>(*source, entry)).map(|(_, target)| target);
        sum.total += 1;
        let is_stale = translation.is_some_and(|target| stale::is_stale(look, entry, target));
        let left = if is_stale { Some(Left::Stale) } else { left_of(entry, translation) };
        let Some(left) = left else {
            sum.translated += 1;
            continue;
        };
        let text = plain_text(entry).trim_end().to_owned();
        let words = words::count(&text);
        sum.missing += usize::from(left == Left::Missing);
        sum.incomplete += usize::from(left == Left::Incomplete);
        sum.stale += usize::from(left == Left::Stale);
        sum.words_left += words;
        let file = look.source.file(entry);
        work.push(Work {
            locale: tag.to_owned(),
            words,
            content: Content::Messages,
            collection: catalog.name.clone(),
            key: entry.id.to_owned(),
            left,
            source: file.path.to_string(),
            target: look.project.expected_messages_path(catalog, locale, file.name).unwrap_or_default(),
            title: text,
            weight: 0,
            date: None,
        });
    }
    if sum.total > 0 {
        coverage.push(sum);
    }
}

fn left_of(source: &Entry<'_>, translation: Option<&Entry<'_>>) -> Option<Left> {
    let Some(translation) = translation else { return Some(Left::Missing) };
    let is_marked = translation.comment.as_ref().is_some_and(|comment| comment.marks().next().is_some());
    let complete = !is_marked && source.parts().all(|part| translation.part(part.attribute).is_some());
    (!complete).then_some(Left::Incomplete)
}

/// The text of a message without its placeables: what a translator reads.
fn plain_text(entry: &Entry<'_>) -> String {
    let mut text = String::new();
    for part in entry.parts() {
        walk(part.pattern, &mut |seen| {
            if let Use::Text(piece) = seen {
                text.push_str(piece);
                text.push(' ');
            }
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::run_rules;

    fn states(target: &str) -> (Vec<(String, Left)>, usize) {
        let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"{locale}.ftl\"\n";
        let source = "a = One word\nb = { $n ->\n    [one] Day\n   *[other] Days\n }\nc = C\n    .t = T\n";
        let project = Project::builder().file("mizan.toml", config).file("en.ftl", source).file("ar.ftl", target);
        let report = run_rules(&project.build().expect("a project"), &|_| false);
        let work = report.work.into_iter().map(|work| (work.key, work.left)).collect();
        (work, report.coverage.iter().map(|own| own.translated).sum())
    }

    #[test]
    fn what_cannot_be_read_or_is_marked_is_not_translated() {
        let b = "b = { $n ->\n    [one] \u{64A}\u{648}\u{645}\n   *[other] \u{623}\u{64A}\u{627}\u{645}\n }\n";
        let c = "c = \u{62B}\n    .t = \u{639}\n";
        assert_eq!(states(&format!("a = \u{643}\n{b}{c}")), (Vec::new(), 3));
        let unreadable = states(&format!("a = \u{643} }}\n{b}{c}"));
        assert_eq!(unreadable, (vec![("a".to_owned(), Left::Missing)], 2));
        let broken = states(&format!("a = \u{643}\n{b}c = \u{62B}\n    .t = {{\n"));
        assert_eq!(broken, (vec![("c".to_owned(), Left::Incomplete)], 2));
        let marked = states(&format!("a = \u{643}\n# mizan-translate: [few]\n{b}{c}"));
        assert_eq!(marked, (vec![("b".to_owned(), Left::Incomplete)], 2));
    }
}
