use std::path::Path;

use super::propose;
use crate::project::Project;
use crate::project::files::replace;

fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        replace(&folder.path().join(path), text.as_bytes()).expect("written");
    }
    folder
}

/// The patterns that were proposed, and how many pairs the proposal loads.
fn proposed(files: &[(&str, &str)]) -> (Vec<String>, usize) {
    let folder = tree(files);
    let proposal = propose(folder.path()).expect("a proposal");
    let project = load(folder.path(), &proposal.config);
    let patterns = project.collections().iter().map(|it| it.config.path.clone()).collect();
    (patterns, project.articles().iter().filter(|article| article.variants.len() == 2).count())
}

fn load(folder: &Path, config: &str) -> Project {
    Project::load_with(folder, config).expect("the proposal loads")
}

const EN: &str = "---\ntitle: A title\ndate: 2023-03-20\n---\nText.\n";
const AR: &str = "---\ntitle: عنوان طويل\ndate: 2023-03-20\n---\nنص.\n";

#[test]
fn the_layouts_are_recognised() {
    for (files, pattern) in [
        ([("articles/a/en.md", EN), ("articles/a/ar.md", AR)], "articles/{slug}/{locale}.md"),
        ([("content/en/posts/a.md", EN), ("content/ar/posts/a.md", AR)], "content/{locale}/{slug}.md"),
        ([("content/a.en.md", EN), ("content/a.ar.md", AR)], "content/{slug}.{locale}.md"),
        ([("content/b/_index.md", EN), ("content/b/_index.ar.md", AR)], "content/{slug}.{locale}.md"),
        ([("docs/a.md", EN), ("docs/a.ar.md", AR)], "docs/{slug}.{locale}.md"),
        ([("_articles/a.md", EN), ("_articles/ar/a.md", AR)], "_articles/{locale}/{slug}.md"),
        (
            [("docs/x/a.md", EN), ("i18n/ar/docusaurus-plugin-content-docs/current/x/a.md", AR)],
            "i18n/{locale}/docusaurus-plugin-content-docs/current/{slug}.md",
        ),
    ] {
        assert_eq!(proposed(&files), (vec![pattern.to_owned()], 1), "{files:?}");
    }
}

#[test]
fn fields_are_sorted_by_what_they_hold() {
    let folder = tree(&[("articles/a/en.md", EN), ("articles/a/ar.md", AR)]);
    let project = load(folder.path(), &propose(folder.path()).expect("a proposal").config);
    let config = &project.collections()[0].config;
    assert_eq!(config.translated, ["title"]);
    assert_eq!(config.shared, ["date"]);
    assert_eq!(config.required, ["date", "title"]);
}

#[test]
fn several_crates_have_several_catalogs() {
    let folder = tree(&[
        ("files/i18n/en/app.ftl", "a = A\n"),
        ("files/i18n/ar/app.ftl", "a = ا\n"),
        ("term/i18n/en/app.ftl", "a = A\n"),
        ("term/i18n/ar/app.ftl", "a = ا\n"),
    ]);
    let project = load(folder.path(), &propose(folder.path()).expect("a proposal").config);
    let names: Vec<_> = project.catalogs().iter().map(|catalog| catalog.name.as_str()).collect();
    assert_eq!(names, ["files", "term"]);
    assert_eq!((project.source().tag(), project.targets()[0].tag()), ("en", "ar"));
}

#[test]
fn zola_and_hugo_say_their_languages() {
    let folder = tree(&[
        ("config.toml", "base_url = \"https://example.org/\"\ndefault_language = \"ar\"\n[languages.en]\n"),
        ("content/a.md", AR),
        ("content/a.en.md", EN),
    ]);
    let proposal = propose(folder.path()).expect("a proposal");
    let project = load(folder.path(), &proposal.config);
    assert_eq!(project.source().tag(), "ar");
    assert_eq!(project.config().project.base_url.as_deref(), Some("https://example.org"));
    assert_eq!(project.articles()[0].variants.len(), 2);
}

#[test]
fn crates_and_scripts_say_their_source() {
    let folder = tree(&[
        ("term/i18n.toml", "fallback_language = \"ar\"\n[fluent]\nassets_dir = \"i18n\"\n"),
        ("term/i18n/en/app.ftl", "a = A\n"),
        ("term/i18n/ar/app.ftl", "a = ا\n"),
    ]);
    let project = load(folder.path(), &propose(folder.path()).expect("a proposal").config);
    assert_eq!(project.source().tag(), "ar");
    let folder = tree(&[
        ("docusaurus.config.js", "module.exports = { i18n: { defaultLocale: 'ar', locales: ['ar', 'en'] } };\n"),
        ("docs/a.md", AR),
        ("i18n/en/docusaurus-plugin-content-docs/current/a.md", EN),
    ]);
    let project = load(folder.path(), &propose(folder.path()).expect("a proposal").config);
    assert_eq!((project.source().tag(), project.articles()[0].variants.len()), ("ar", 2));
}

#[test]
fn a_configuration_of_something_else_is_no_generator() {
    let folder = tree(&[("config.toml", "x = 1\n"), ("articles/a/en.md", EN), ("articles/a/ar.md", AR)]);
    let found = propose(folder.path()).expect("a proposal").found;
    assert!(found.iter().all(|phrase| phrase.id != "init-generator"), "{found:?}");
}

#[test]
fn a_tree_without_articles_is_an_error_that_says_so() {
    let folder = tree(&[("README.md", "Hello")]);
    assert!(propose(folder.path()).expect_err("nothing here").to_string().contains("no articles"));
}
