//! Looks at a tree that has no configuration and proposes one.

mod detect;
mod fields;

use std::fmt::Write as _;
use std::path::Path;

use crate::error::{Error, Kind};
use crate::phrase::Phrase;
use crate::project::Project;
use crate::project::tree::Tree;
use crate::texts;

use detect::{Guess, MessagesGuess};

/// A proposed configuration.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The text of `mizan.toml`.
    pub config: String,
    /// What was found, for people.
    pub found: Vec<Phrase>,
}

/// Looks at the tree at `folder`: at its layout (folder per article, folder per locale, suffix, a source with paths of its
/// own), at the generator's configuration where there is one, at front matter and at Fluent files. Nothing is written.
///
/// # Errors
/// When the folder cannot be read, or holds neither articles nor messages in two languages.
pub fn propose(folder: impl AsRef<Path>) -> Result<Proposal, Error> {
    let folder = folder.as_ref();
    std::fs::read_dir(folder).map_err(|cause| Error::read(folder, cause))?;
    let tree = Tree::Disk(folder.to_owned());
    let (paths, _) = tree.list();
    let site = detect::site(&paths, &tree);
    let articles = detect::articles(&paths);
    let messages = detect::messages(&paths);
    let (source, targets) = languages(&site, &articles, &messages);
    if articles.is_empty() && messages.is_empty() {
        let reason = "no articles and no Fluent messages in two languages were found here".to_owned();
        return Err(Kind::Usage { reason }.into());
    }
    let mut found = Vec::new();
    if let Some(generator) = site.generator {
        found.push(texts::init_generator(generator));
    }
    let name = folder.canonicalize().ok().and_then(|full| Some(full.file_name()?.to_string_lossy().into_owned()));
    let mut config = head(&name.unwrap_or_default(), site.base_url.as_deref(), &source, &targets);
    let mut taken = Vec::new();
    for guess in &articles {
        let name = unique_name(&guess.name, &mut taken);
        let bare = format!("{config}{}", articles_table(&name, guess, None));
        let project = Project::load_with(folder, &bare)?;
        let Some(index) = project.collections().iter().position(|collection| collection.name == name) else { continue };
        let of_collection = || project.articles().iter().filter(|article| article.collection == index);
        let sources = of_collection().filter(|article| article.source().is_some()).count();
        if sources == 0 {
            continue;
        }
        let pairs = of_collection().filter(|article| article.variants.len() > 1).count();
        found.push(texts::init_articles(sources, name.as_str(), pairs, guess.path.as_str()));
        config.push_str(&articles_table(&name, guess, Some(&fields::guess(&project, index))));
    }
    for guess in &messages {
        let name = if messages.len() == 1 { None } else { Some(unique_name(&guess.name, &mut taken)) };
        config.push_str(&messages_table(name.as_deref(), guess));
        found.push(texts::init_messages(guess.files, guess.path.as_str()));
    }
    Project::load_with(folder, &config)?;
    found.push(texts::init_languages(source, targets.join(", ")));
    Ok(Proposal { config, found })
}

/// The source: what the generator says, else English where it is there, else the first that has a place of its own.
fn languages(site: &detect::Site, articles: &[Guess], messages: &[MessagesGuess]) -> (String, Vec<String>) {
    let mut all: Vec<String> = Vec::new();
    let given = articles.iter().map(|guess| &guess.locales).chain(messages.iter().map(|guess| &guess.locales));
    for tag in given.flatten() {
        if !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    all.sort();
    let default = site.default_language.clone();
    let source = default.unwrap_or_else(|| {
        let has_english = all.iter().any(|tag| tag == "en") || articles.iter().any(|guess| guess.source.is_some());
        if has_english { "en".to_owned() } else { all.first().cloned().unwrap_or_else(|| "en".to_owned()) }
    });
    all.retain(|tag| *tag != source);
    (source, all)
}

fn unique_name(name: &str, taken: &mut Vec<String>) -> String {
    let mut unique = name.to_owned();
    let mut number = 2;
    while taken.contains(&unique) {
        unique = format!("{name}-{number}");
        number += 1;
    }
    taken.push(unique.clone());
    unique
}

/// A string of TOML: what JSON escapes, TOML's basic strings escape alike.
fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

fn head(name: &str, base_url: Option<&str>, source: &str, targets: &[String]) -> String {
    let mut config =
        String::from("# Written by `mizan init`; see `mizan schema config` for all that may stand here.\n[project]\n");
    let _ = writeln!(config, "name = {}", quoted(name));
    match base_url {
        Some(url) => drop(writeln!(config, "base-url = {}", quoted(url.trim_end_matches('/')))),
        None => config.push_str("# base-url = \"https://news.example.org\"   # where the site is published\n"),
    }
    let _ = writeln!(config, "source = {}", quoted(source));
    let _ = writeln!(config, "targets = {}", list(targets));
    config
}

fn articles_table(name: &str, guess: &Guess, fields: Option<&fields::Fields>) -> String {
    let mut table = format!("\n[articles.{}]\npath = {}\n", key(name), quoted(&guess.path));
    if let Some(source) = &guess.source {
        let _ = writeln!(table, "source = {}", quoted(source));
    }
    let Some(fields) = fields else { return table };
    let _ = writeln!(table, "required = {}      # every version must have these", list(&fields.required));
    let _ = writeln!(table, "translated = {}    # these are written in each language", list(&fields.translated));
    let _ = writeln!(table, "shared = {}        # these are the same in all languages", list(&fields.shared));
    table
}

fn messages_table(name: Option<&str>, guess: &MessagesGuess) -> String {
    let head = name.map_or("[messages]".to_owned(), |name| format!("[messages.{}]", key(name)));
    format!("\n{head}\npath = {}\n", quoted(&guess.path))
}

/// A key of TOML, quoted where it must be.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if bare { name.to_owned() } else { quoted(name) }
}

#[cfg(test)]
mod tests;
