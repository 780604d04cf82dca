//! The status as one self-contained page, in both of mizan's languages, readable in both directions.

use minijinja::{Environment, context};
use serde::Serialize;

use crate::check::coverage::{Content, Coverage, Work};
use crate::error::{Error, Kind};
use crate::phrase::Phrase;
use crate::report::status::percent;
use crate::report::status::table::left_phrase;
use crate::texts;
use crate::words::Words;

/// The page lists this many texts at the most: a browser should open it at once.
const MOST_LISTED: usize = 500;

/// Makes the dashboard page of a project: HTML without scripts or outside resources. `first` is the language shown
/// first; the other one follows on the same page, reachable by a link.
///
/// # Errors
/// When the template fails, which is a fault of mizan.
pub fn page(project: &str, coverage: &[Coverage], work: &[Work], first: &Words) -> Result<String, Error> {
    let other = if first.locale().tag() == "ar" { Words::new(&["en"]) } else { Words::new(&["ar"]) };
    let sections = [section(project, coverage, work, first), section(project, coverage, work, other)];
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    let template = environment.template_from_named_str("status.html", include_str!("status.html"));
    let rendered = template.and_then(|template| {
        template.render(context! { sections => minijinja::Value::from(minijinja::value::Serde(sections)) })
    });
    rendered.map_err(|error| {
        let reason = error.to_string();
        Kind::Template { name: "status.html".to_owned(), line: error.line().unwrap_or(0), reason }.into()
    })
}

#[derive(Serialize)]
struct Section {
    lang: String,
    dir: &'static str,
    other: String,
    title: String,
    coverage_title: String,
    work_title: String,
    nothing: String,
    heads: Vec<String>,
    work_heads: [String; 4],
    rows: Vec<Row>,
    work: Vec<Entry>,
    more: Option<String>,
}

#[derive(Serialize)]
struct Row {
    content: String,
    collection: String,
    locale: String,
    figures: [usize; 6],
    percent: usize,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    file: String,
    key: Option<String>,
    locale: String,
    state: String,
    missing: bool,
    words: usize,
}

fn section(project: &str, coverage: &[Coverage], work: &[Work], words: &Words) -> Section {
    let say = |id: &'static str| words.say(&Phrase::new(id));
    let heads = [
        "status-collection",
        "status-locale",
        "status-total",
        "status-translated",
        "status-missing",
        "status-incomplete",
        "status-words-left",
        "status-share",
    ];
    let work_heads = ["status-page-text", "status-page-file", "status-page-state", "status-page-words"];
    let hidden = work.len().saturating_sub(MOST_LISTED);
    Section {
        lang: words.locale().tag().to_owned(),
        dir: words.direction().as_str(),
        other: say("status-page-other-language"),
        title: words.say(&texts::status_page_title(project)),
        coverage_title: say("status-page-coverage"),
        work_title: say("status-page-work"),
        nothing: say("status-page-work-none"),
        heads: heads.iter().map(|id| say(id)).collect(),
        work_heads: work_heads.map(say),
        rows: coverage.iter().map(|row| self::row(row, words)).collect(),
        work: work.iter().take(MOST_LISTED).map(|work| entry(work, words)).collect(),
        more: (hidden > 0).then(|| words.say(&texts::status_more(hidden))),
    }
}

fn row(row: &Coverage, words: &Words) -> Row {
    let content = match row.content {
        Content::Articles => "status-articles",
        Content::Messages => "status-messages",
    };
    Row {
        content: words.say(&Phrase::new(content)),
        collection: row.collection.clone(),
        locale: row.locale.clone(),
        figures: [row.total, row.translated, row.missing, row.incomplete, row.stale, row.words_left],
        percent: percent(row.translated, row.total),
    }
}

fn entry(work: &Work, words: &Words) -> Entry {
    Entry {
        title: work.title.split_whitespace().collect::<Vec<_>>().join(" "),
        file: if work.target.is_empty() { work.source.clone() } else { work.target.clone() },
        key: (work.content == Content::Messages).then(|| work.key.clone()),
        locale: work.locale.clone(),
        state: words.say(&left_phrase(work.left)),
        missing: work.left == crate::check::coverage::Left::Missing,
        words: work.words,
    }
}
