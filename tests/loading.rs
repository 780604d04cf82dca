//! What a tree may hold without stopping a run.

use std::fs;
use std::path::Path;

use mizan::project::Project;
use mizan::project::files::replace;

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"articles/{slug}/{locale}.md\"\n\
    [messages]\npath = \"locales/{locale}/{file}.ftl\"\n";

fn tree(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    replace(&folder.path().join("mizan.toml"), CONFIG.as_bytes()).expect("written");
    for (path, bytes) in files {
        replace(&folder.path().join(path), bytes).expect("written");
    }
    folder
}

fn keys(project: &Project) -> Vec<&str> {
    project.articles().iter().map(|article| article.key.as_str()).collect()
}

fn load(folder: &Path) -> Project {
    Project::load(folder).expect("a project")
}

#[test]
fn a_project_is_found_from_a_folder_inside_it() {
    let folder = tree(&[("articles/a/en.md", b"Text.")]);
    assert_eq!(keys(&load(&folder.path().join("articles/a"))), ["a"]);
    let nowhere = tempfile::tempdir().expect("a folder");
    let error = Project::load(nowhere.path()).expect_err("no configuration");
    assert!(error.is_config() && error.to_string().contains("mizan init"), "{error}");
}

#[test]
fn files_that_are_no_text_are_reported_and_the_rest_is_checked() {
    let folder = tree(&[
        ("articles/good/en.md", b"One two three four five."),
        ("articles/good/ar.md", "واحد اثنان ثلاثة.".as_bytes()),
        ("articles/old/en.md", b"caf\xe9"),
        ("locales/en/site.ftl", b"a = A\n"),
        ("locales/ar/site.ftl", b"a = \xc7\n"),
    ]);
    let project = load(folder.path());
    let report = mizan::check(&project);
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().any(|it| it.contains("articles/old/en.md:1:4") && it.contains("UTF-8")), "{problems:?}");
    assert!(problems.iter().any(|it| it.contains("site.ftl:1:5")), "{problems:?}");
    assert!(report.findings.iter().any(|finding| finding.rule == "article/missing"), "the run went on");
    assert_eq!(report.files, 3);
}

#[test]
fn marks_line_endings_and_emptiness_are_survived() {
    let folder = tree(&[
        ("articles/bom/en.md", "\u{FEFF}---\r\ntitle: A\r\n---\r\n\r\nText 5.\r\n".as_bytes()),
        ("articles/bom/ar.md", "\u{FEFF}---\r\ntitle: ا\r\n---\r\n\r\nنص 6.\r\n".as_bytes()),
        ("articles/empty/en.md", b""),
        ("articles/empty/ar.md", b""),
        ("locales/en/site.ftl", b""),
        ("locales/ar/site.ftl", b""),
    ]);
    let report = mizan::check(&load(folder.path()));
    let found: Vec<_> =
        report.findings.iter().map(|it| (it.rule, it.place.start.line, it.place.start.column)).collect();
    assert_eq!(found, [("article/number-mismatch", 5, 4)]);
    assert!(report.problems.is_empty());
}

#[test]
fn ignored_hidden_and_built_files_are_left_out() {
    let folder = tree(&[
        (".gitignore", b"drafts/\n"),
        ("articles/a/en.md", b"Text."),
        ("articles/drafts/en.md", b"Text."),
        ("articles/.hidden/en.md", b"Text."),
        ("node_modules/x/articles/b/en.md", b"Text."),
        ("public/.mizan-output", b""),
        ("public/articles/c/en.md", b"Text."),
    ]);
    let project = load(folder.path());
    assert_eq!(keys(&project), ["a"]);
    assert!(!project.has_file("public/articles/c/en.md"));
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out_of_the_tree_or_around_in_it() {
    use std::os::unix::fs::symlink;
    let outside = tree(&[("secret/en.md", b"Secret.")]);
    let folder = tree(&[("articles/a/en.md", b"Text.")]);
    let articles = folder.path().join("articles");
    symlink(&articles, articles.join("loop")).expect("a link");
    symlink(outside.path().join("secret"), articles.join("b")).expect("a link");
    fs::create_dir(articles.join("c")).expect("a folder");
    symlink(outside.path().join("secret/en.md"), articles.join("c/en.md")).expect("a link");
    fs::create_dir(articles.join("d")).expect("a folder");
    symlink(articles.join("a/en.md"), articles.join("d/en.md")).expect("a link");
    assert_eq!(keys(&load(folder.path())), ["a", "d"], "a link within the tree is a file like any other");
}

#[test]
fn a_source_with_paths_of_its_own_and_several_collections() {
    let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.pages]\nsource = \"pages/{slug}.md\"\n\
        path = \"pages.{locale}/{slug}.md\"\n[articles.posts]\nsource = \"posts/{slug}.md\"\npath = \"posts/{slug}.{locale}.md\"\n";
    let project = Project::builder()
        .file("mizan.toml", config)
        .file("pages/a/b.md", "Text.")
        .file("pages.ar/a/b.md", "نص.")
        .file("posts/c.md", "Text.")
        .file("posts/c.ar.md", "نص.")
        .file("posts/c.fr.md", "Texte.")
        .build()
        .expect("a project");
    let found: Vec<_> = project.articles().iter().map(|it| (it.key.as_str(), it.variants.len())).collect();
    assert_eq!(found, [("a/b", 2), ("c", 2)], "a language that the project does not have is no article");
}

#[test]
fn the_fault_of_a_configuration_has_its_place() {
    let error = Project::builder()
        .file("mizan.toml", "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n\n[articels.news]\npath = \"x\"\n")
        .build()
        .expect_err("a misspelt table");
    let text = error.to_string();
    assert!(text.starts_with("mizan.toml:5:") && text.contains("did you mean `articles`?"), "{text}");
}

#[test]
fn a_pattern_that_matches_nothing_is_no_success() {
    let config =
        "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"artikels/{slug}/{locale}.md\"\n";
    let project =
        Project::builder().file("mizan.toml", config).file("articles/a/en.md", "Text.").build().expect("loaded");
    let problems: Vec<String> = mizan::check(&project).problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("[articles.news]") && problems[0].contains("artikels"), "{problems:?}");
}
