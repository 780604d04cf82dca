//! The differences as one self-contained page: old and new source with the translation beside them.

use minijinja::{Environment, context};
use serde::Serialize;

use crate::error::{Error, Kind};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::project::records::{Difference, Differences};
use crate::report::differences::{happened_phrase, state_phrase};
use crate::text::diff::{self, Run};
use crate::words::Words;

#[derive(Serialize)]
struct Sheet {
    path: String,
    state: String,
    no_old: bool,
    lang: String,
    dir: &'static str,
    changes: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    what: String,
    place: Option<String>,
    old: Vec<Piece>,
    new: Vec<Piece>,
    translation: Option<String>,
}

/// A run of text: `same`, `del` or `ins`.
#[derive(Serialize)]
struct Piece {
    kind: &'static str,
    text: String,
}

/// Makes the page: HTML without scripts or outside resources. `locales` are those of the project.
///
/// # Errors
/// When the template fails, which is a fault of mizan.
pub fn page(all: &[Differences], locales: &[Locale], words: &Words) -> Result<String, Error> {
    let sheets: Vec<_> = all.iter().map(|differences| sheet(differences, locales, words)).collect();
    let say = |id: &'static str| words.say(&Phrase::new(id));
    let heads = ["diff-was", "diff-now", "diff-here"].map(say);
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    let source = locales.first();
    let rendered =
        environment.template_from_named_str("differences.html", include_str!("differences.html")).and_then(|it| {
            it.render(context! {
                lang => words.locale().tag(),
                dir => words.direction().as_str(),
                title => say("diff-title"),
                nothing => say("diff-nothing"),
                no_old => say("diff-no-old"),
                no_translation => say("diff-no-translation"),
                source_lang => source.map(Locale::tag),
                source_dir => source.map(|source| source.direction().as_str()),
                heads,
                sheets => minijinja::Value::from(minijinja::value::Serde(sheets)),
            })
        });
    rendered.map_err(|error| {
        let reason = error.to_string();
        Kind::Template { name: "differences.html".to_owned(), line: error.line().unwrap_or(0), reason }.into()
    })
}

fn sheet(differences: &Differences, locales: &[Locale], words: &Words) -> Sheet {
    let locale = locales.get(differences.locale);
    Sheet {
        path: differences.target.clone(),
        state: words.say(&state_phrase(differences)),
        no_old: !differences.has_old && differences.state == Some(crate::project::records::State::Stale),
        lang: locale.map(|locale| locale.tag().to_owned()).unwrap_or_default(),
        dir: locale.map_or("auto", |locale| locale.direction().as_str()),
        changes: differences.changes.iter().map(|change| row(change, words)).collect(),
    }
}

fn row(change: &Difference, words: &Words) -> Row {
    let (old, new) = (change.old.as_deref(), change.new.as_deref());
    let runs = diff::words(old.unwrap_or_default(), new.unwrap_or_default());
    // Where the old text is unknown, nothing can be marked.
    let is_known = old.is_some() || change.happened != crate::project::records::Happened::Changed;
    let pieces = |is_old: bool| {
        let own = runs.iter().filter_map(|run| {
            let kind = match run {
                Run::Same(_) => "same",
                Run::Removed(_) if is_old => "del",
                Run::Added(_) if !is_old && is_known => "ins",
                Run::Added(_) if !is_old => "same",
                Run::Removed(_) | Run::Added(_) => return None,
            };
            Some(Piece { kind, text: run.text().to_owned() })
        });
        own.collect::<Vec<_>>()
    };
    Row {
        what: words.say(&happened_phrase(change)),
        place: change.source_place.as_ref().map(|place| format!("{}:{}", place.path, place.start.line)),
        old: if old.is_some() { pieces(true) } else { Vec::new() },
        new: if new.is_some() { pieces(false) } else { Vec::new() },
        translation: change.translation.clone(),
    }
}
