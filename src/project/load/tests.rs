use std::path::Path;

use crate::project::files::replace;
use crate::project::{Project, tree::OUTPUT_MARKER};

const HEAD: &str = "[project]\nname = \"n\"\nsource = \"en\"\ntargets = [\"ar\"]\n";

fn memory(tables: &str, files: &[&str]) -> Project {
    let mut builder = Project::builder().file("mizan.toml", format!("{HEAD}{tables}"));
    for path in files {
        builder = builder.file(path, "text\n");
    }
    builder.build().expect("a project")
}

/// Each article as `collection/key: paths`.
fn articles(project: &Project) -> Vec<String> {
    let line = |article: &crate::project::Article| {
        let paths: Vec<&str> = article.variants.iter().map(|variant| &*variant.path).collect();
        format!("{}:{}: {}", project.collections()[article.collection].name, article.key, paths.join(" "))
    };
    project.articles().iter().map(line).collect()
}

fn disk(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let config =
        format!("{HEAD}[articles.a]\npath = \"{{slug}}/{{locale}}.md\"\n[messages]\npath = \"l/{{locale}}.ftl\"\n");
    put(folder.path(), "mizan.toml", config.as_bytes());
    files.iter().for_each(|(path, bytes)| put(folder.path(), path, bytes));
    folder
}

fn put(folder: &Path, path: &str, bytes: &[u8]) {
    replace(&folder.join(path), bytes).expect("written");
}

#[test]
fn a_source_with_its_own_pattern_leaves_translations_to_theirs() {
    let suffix = memory(
        "[articles.a]\nsource = \"docs/{slug}.md\"\npath = \"docs/{slug}.{locale}.md\"\n",
        &["docs/a.md", "docs/a.ar.md", "docs/a.fr.md", "docs/b.v2.md"],
    );
    assert_eq!(articles(&suffix), ["a:a: docs/a.md docs/a.ar.md", "a:b.v2: docs/b.v2.md"]);
    let folder = memory(
        "[articles.a]\nsource = \"_articles/{slug}.md\"\npath = \"_articles/{locale}/{slug}.md\"\n",
        &["_articles/x.md", "_articles/ar/x.md", "_articles/fr/x.md", "_articles/ai/y.md"],
    );
    assert_eq!(articles(&folder), ["a:ai/y: _articles/ai/y.md", "a:x: _articles/x.md _articles/ar/x.md"]);
}

#[test]
fn the_source_may_carry_its_suffix_too() {
    let project = memory(
        "[articles.a]\nsource = \"docs/{slug}.md\"\npath = \"docs/{slug}.{locale}.md\"\n",
        &["docs/a.en.md", "docs/a.ar.md", "docs/b.en.md", "docs/b.md"],
    );
    assert_eq!(articles(&project), ["a:a: docs/a.en.md docs/a.ar.md", "a:b: docs/b.md"]);
}

#[test]
fn a_file_belongs_to_the_collection_that_says_most_about_it() {
    let project = memory(
        "[articles.all]\npath = \"content/{slug}.{locale}.md\"\n[articles.news]\npath = \"content/news/{slug}.{locale}.md\"\n",
        &["content/about.ar.md", "content/about.en.md", "content/news/a.ar.md", "content/news/a.en.md"],
    );
    let expected =
        ["all:about: content/about.en.md content/about.ar.md", "news:a: content/news/a.en.md content/news/a.ar.md"];
    assert_eq!(articles(&project), expected);
}

#[test]
fn expected_paths_follow_how_the_tree_writes_its_names() {
    let config = "[project]\nsource = \"en\"\ntargets = [\"pt-BR\"]\n[articles.a]\npath = \"{locale}/{slug}.md\"\n";
    let files = ["en/a.md", "pt_BR/a.md", "en/cafe\u{301}.md"];
    let builder = files.iter().fold(Project::builder().file("mizan.toml", config), |it, path| it.file(path, "text"));
    let project = builder.build().expect("a project");
    let cafe = project.articles().iter().find(|article| article.key == "café").expect("composed");
    assert_eq!(project.expected_path(cafe, 1).as_deref(), Some("pt_BR/cafe\u{301}.md"));
}

#[test]
fn what_cannot_be_read_is_a_problem_and_loading_goes_on() {
    let folder = disk(&[("a/en.md", b"text"), ("l/en.ftl", b"a = A\n"), ("l/ar.ftl", b"a = \xff\n")]);
    let project = Project::load(folder.path()).expect("loaded");
    assert_eq!(project.articles().len(), 1);
    let [problem] = project.problems() else { panic!("one problem: {:?}", project.problems()) };
    let at = problem.position().expect("a place");
    assert!(problem.is_read() && (at.line, at.column) == (1, 5), "{problem}");
    assert_eq!(project.catalogs()[0].locales.iter().map(|it| it.files.len()).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn ignored_hidden_and_built_files_are_left_out_and_the_rest_is_sorted() {
    let marker = format!("out/{OUTPUT_MARKER}");
    let folder = disk(&[
        (".gitignore", b"drafts/\n"),
        ("drafts/en.md", b"x"),
        (".cache/en.md", b"x"),
        ("node_modules/en.md", b"x"),
        ("target/CACHEDIR.TAG", b"Signature: 8a477f597d28d172789f06886806bc55"),
        ("target/en.md", b"x"),
        (&marker, b""),
        ("out/en.md", b"x"),
        ("b/en.md", b"x"),
        ("a/en.md", b"x"),
    ]);
    let project = Project::load(folder.path()).expect("loaded");
    assert_eq!(project.files().collect::<Vec<_>>(), ["a/en.md", "b/en.md", "mizan.toml"]);
    assert!(project.has_file("a/en.md") && !project.has_file("drafts/en.md") && !project.has_file("a"));
}

#[cfg(unix)]
#[test]
fn links_neither_loop_nor_lead_out() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a folder");
    put(outside.path(), "secret.md", b"x");
    let folder = disk(&[("a/en.md", b"x")]);
    symlink(folder.path(), folder.path().join("a/loop")).expect("a link");
    symlink(outside.path(), folder.path().join("out")).expect("a link");
    symlink(outside.path().join("secret.md"), folder.path().join("a/ar.md")).expect("a link");
    symlink("nowhere.md", folder.path().join("b.md")).expect("a link");
    std::fs::create_dir(folder.path().join("c")).expect("a folder");
    symlink("../a/en.md", folder.path().join("c/en.md")).expect("a link");
    let project = Project::load(folder.path()).expect("loaded");
    assert_eq!(project.files().collect::<Vec<_>>(), ["a/en.md", "c/en.md", "mizan.toml"]);
}

#[test]
fn the_configuration_is_found_from_a_folder_below_it() {
    let folder = disk(&[("a/deep/en.md", b"x")]);
    let project = Project::load(folder.path().join("a/deep")).expect("loaded");
    assert_eq!(project.articles().iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["a/deep"]);
    let elsewhere = tempfile::tempdir().expect("a folder");
    assert!(Project::load(elsewhere.path()).expect_err("no configuration").is_config());
    assert!(Project::load(elsewhere.path().join("gone")).expect_err("no folder").is_read());
}
