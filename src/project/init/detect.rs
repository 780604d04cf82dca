//! Which layouts a tree follows.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::Locale;
use crate::project::language::is_language;
use crate::project::tree::Tree;

/// What the generator's own configuration says.
#[derive(Debug, Default)]
pub(super) struct Site {
    pub(super) generator: Option<&'static str>,
    pub(super) base_url: Option<String>,
    pub(super) default_language: Option<String>,
}

/// A layout that articles follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) source: Option<String>,
    pub(super) locales: BTreeSet<String>,
}

/// A layout that Fluent files follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MessagesGuess {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) locales: BTreeSet<String>,
    pub(super) files: usize,
}

/// Reads the generator's configuration, as far as languages and the address go.
pub(super) fn site(paths: &[Box<str>], tree: &Tree) -> Site {
    let (generator, file) = generator(paths).unzip();
    let read = |path: &str| tree.read(path).ok();
    let table = |path: &str| read(path).and_then(|text| text.parse::<toml::Table>().ok()).unwrap_or_default();
    let config = table(file.unwrap_or_default());
    let text = |names: &[&str]| names.iter().find_map(|name| config.get(*name)?.as_str()).map(str::to_owned);
    // Docusaurus is configured by a script.
    let scripted = || read(file.filter(|file| file.starts_with("docusaurus"))?).and_then(|text| default_locale(&text));
    // cargo-i18n: one i18n.toml for each crate.
    let of_crates = || {
        let mut files = paths.iter().filter(|path| ***path == *"i18n.toml" || path.ends_with("/i18n.toml"));
        files.find_map(|path| table(path).get("fallback_language")?.as_str().map(str::to_owned))
    };
    let given = text(&["default_language", "defaultContentLanguage"]).or_else(scripted).or_else(of_crates);
    Site {
        generator,
        base_url: text(&["base_url", "baseURL", "baseurl"]).filter(|url| url.starts_with("http")),
        default_language: given.map(|tag| tag.replace('_', "-")).filter(|tag| Locale::new(tag).is_ok()),
    }
}

/// The generator and its configuration file.
fn generator(paths: &[Box<str>]) -> Option<(&'static str, &'static str)> {
    let has = |name: &str| paths.binary_search_by(|path| (**path).cmp(name)).is_ok();
    let any_under = |folder: &str| paths.iter().any(|path| path.starts_with(folder));
    let first = |names: &[&'static str]| names.iter().copied().find(|name| has(name));
    let hugo =
        first(&["hugo.toml", "config/_default/hugo.toml", "config/_default/config.toml", "hugo.yaml", "hugo.yml"]);
    if let Some(file) = hugo {
        return Some(("Hugo", file));
    }
    if has("config.toml") && any_under("archetypes/") {
        return Some(("Hugo", "config.toml"));
    }
    // Many trees have a config.toml; a site of Zola has its pages in content/.
    if let Some(file) = first(&["zola.toml", "config.toml"]).filter(|_| any_under("content/")) {
        return Some(("Zola", file));
    }
    if let Some(file) = first(&["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"]) {
        return Some(("Docusaurus", file));
    }
    if let Some(file) = first(&["mkdocs.yml", "mkdocs.yaml"]) {
        return Some(("MkDocs", file));
    }
    let is_jekyll = has("_config.yml") || any_under("_posts/") || any_under("_articles/");
    is_jekyll.then_some(("Jekyll", "_config.yml"))
}

/// `defaultLocale: 'en'` in a script.
fn default_locale(script: &str) -> Option<String> {
    let (_, rest) = script.split_once("defaultLocale")?;
    let rest = rest.trim_start_matches(['"', '\'']).trim_start().strip_prefix(':')?.trim_start();
    let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\'' | '`'))?;
    rest[1..].split_once(quote).map(|(tag, _)| tag.to_owned())
}

/// The language that a folder or a suffix is named after.
fn language(text: &str) -> Option<String> {
    is_language(text).then(|| text.replace('_', "-"))
}

/// How a path names its language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    /// The pattern, with `{slug}` and `{locale}`.
    pattern: String,
    locale: String,
    slug: String,
}

fn named(path: &str) -> Vec<Named> {
    let mut ways = Vec::new();
    let Some(stem) = path.strip_suffix(".md").or_else(|| path.strip_suffix(".markdown")) else { return ways };
    let extension = &path[stem.len()..];
    let parts: Vec<&str> = stem.split('/').collect();
    let (folders, name) = parts.split_at(parts.len() - 1);
    let name = name[0];
    let mut add = |pattern: String, locale: &str, slug: String| {
        if let Some(locale) = language(locale) {
            ways.push(Named { pattern, locale, slug });
        }
    };
    if !folders.is_empty() && language(name).is_some() {
        let (root, slug) =
            if folders.len() > 1 { (format!("{}/", folders[0]), &folders[1..]) } else { (String::new(), folders) };
        add(format!("{root}{{slug}}/{{locale}}{extension}"), name, slug.join("/"));
    }
    if let Some((stem, locale)) = name.rsplit_once('.') {
        let (root, rest) =
            folders.split_first().map_or((String::new(), &[][..]), |(root, rest)| (format!("{root}/"), rest));
        let slug = rest.iter().copied().chain([stem]).collect::<Vec<_>>().join("/");
        add(format!("{root}{{slug}}.{{locale}}{extension}"), locale, slug);
    }
    for (at, folder) in folders.iter().enumerate() {
        if language(folder).is_none() {
            continue;
        }
        let mut before: String = folders[..at].iter().map(|part| format!("{part}/")).collect();
        let mut rest = &parts[at + 1..];
        // Docusaurus keeps a plugin's folder between the language and the article.
        let mut after = String::new();
        if let [plugin, version, others @ ..] = rest
            && plugin.starts_with("docusaurus-plugin")
        {
            after = format!("{plugin}/{version}/");
            rest = others;
        }
        add(format!("{before}{{locale}}/{after}{{slug}}{extension}"), folder, rest.join("/"));
        before.clear();
        break;
    }
    ways
}

/// The layouts that articles follow, the ones with most files first.
pub(super) fn articles(paths: &[Box<str>]) -> Vec<Guess> {
    let mut by_pattern: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for path in paths {
        for way in named(path) {
            by_pattern.entry(way.pattern).or_default().entry(way.locale).or_default().insert(way.slug);
        }
    }
    let mut guesses: Vec<(usize, Guess)> = Vec::new();
    for (pattern, locales) in by_pattern {
        let tags: BTreeSet<String> = locales.keys().cloned().collect();
        let slugs: BTreeSet<&String> = locales.values().flatten().collect();
        let shared = slugs.iter().filter(|slug| locales.values().filter(|of| of.contains(**slug)).count() > 1).count();
        let (source, sources) = source_of(&pattern, &slugs, paths);
        let complete = tags.len() > 1 && shared > 0 && tags.contains("en");
        if complete || shared > 0 && sources == 0 {
            guesses.push((slugs.len(), Guess { name: name_of(&pattern), path: pattern, source: None, locales: tags }));
        } else if sources > 0 {
            let guess = Guess { name: name_of(&pattern), path: pattern, source: Some(source), locales: tags };
            guesses.push((sources, guess));
        }
    }
    guesses.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.path.cmp(&b.1.path)));
    guesses.into_iter().map(|(_, guess)| guess).collect()
}

/// The pattern of a source that stands beside its translations without a language in its path, and how many of the
/// translations have one.
fn source_of(pattern: &str, slugs: &BTreeSet<&String>, paths: &[Box<str>]) -> (String, usize) {
    let source = if pattern.contains("i18n/{locale}/docusaurus-plugin-content-docs/current/") {
        "docs/{slug}.md".to_owned()
    } else {
        pattern.replace(".{locale}", "").replace("{locale}/", "").replace("/{locale}", "")
    };
    let exists = |slug: &&&String| {
        let path = source.replace("{slug}", slug);
        paths.binary_search_by(|known| (**known).cmp(&path)).is_ok()
    };
    let count = slugs.iter().filter(exists).count();
    (source, count)
}

fn name_of(pattern: &str) -> String {
    let folder = pattern.split('{').next().unwrap_or_default().trim_end_matches('/');
    let name = folder.rsplit('/').next().unwrap_or_default().trim_start_matches('_');
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if plain.is_empty() || plain == "i18n" { "articles".to_owned() } else { plain.to_lowercase() }
}

/// Folders of Fluent files: `…/{locale}/{file}.ftl`, one catalog for each folder above the languages.
pub(super) fn messages(paths: &[Box<str>]) -> Vec<MessagesGuess> {
    let mut folders: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for path in paths.iter().filter(|path| path.ends_with(".ftl")) {
        let parts: Vec<&str> = path.split('/').collect();
        let language_at = parts[..parts.len() - 1].iter().rposition(|part| language(part).is_some());
        let (folder, locale, file) = match language_at {
            Some(at) => {
                let above: String = parts[..at].iter().map(|part| format!("{part}/")).collect();
                (format!("{above}{{locale}}/{{file}}.ftl"), parts[at], parts[at + 1..].join("/"))
            }
            None => {
                let stem = parts[parts.len() - 1].trim_end_matches(".ftl");
                let above: String = parts[..parts.len() - 1].iter().map(|part| format!("{part}/")).collect();
                (format!("{above}{{locale}}.ftl"), stem, String::new())
            }
        };
        if let Some(locale) = language(locale) {
            let entry = folders.entry(folder).or_default();
            entry.0.insert(locale);
            entry.1.insert(file);
        }
    }
    let several = folders.into_iter().filter(|(_, (locales, _))| locales.len() > 1);
    several
        .map(|(path, (locales, files))| MessagesGuess { name: crate_of(&path), path, locales, files: files.len() })
        .collect()
}

/// `files/i18n/{locale}/…` is the crate `files`.
fn crate_of(pattern: &str) -> String {
    let above = pattern.split("{locale}").next().unwrap_or_default().trim_end_matches('/');
    let mut parts =
        above.split('/').filter(|part| !matches!(*part, "" | "i18n" | "locales" | "l10n" | "lang" | "translations"));
    parts.next_back().unwrap_or("messages").to_owned()
}
