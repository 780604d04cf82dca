use super::{Destination, VariantGraph};
use crate::project::{Outline, Project};

const FOLDERS: &str = "[articles.news]\npath = \"articles/{slug}/{locale}.md\"\n";
const SITE: &str = "[site]\nstatic = \"static\"\n";

fn project(tables: &str, files: &[(&str, &str)]) -> Project {
    let base = "https://news.example.org";
    let head = format!("[project]\nname = \"n\"\nbase-url = \"{base}\"\nsource = \"en\"\ntargets = [\"ar\"]\n{tables}");
    let builder = Project::builder().file("mizan.toml", head);
    files.iter().fold(builder, |builder, (path, text)| builder.file(path, *text)).build().expect("a project")
}

fn outlines(project: &Project) -> Vec<Vec<Option<Outline>>> {
    let of = |article: &crate::project::Article, locale| {
        Some(Outline::of(&project.document(article.variant(locale)?).expect("read")))
    };
    project.articles().iter().map(|article| (0..project.locales().len()).map(|at| of(article, at)).collect()).collect()
}

/// Where links of the variant `key` in `locale` lead: `key@locale#fragment`, `file path`, `nowhere` and the like.
fn lead(project: &Project, key: &str, locale: &str, links: &[&str]) -> Vec<String> {
    let outlines = outlines(project);
    let graph = VariantGraph::new(project, &outlines);
    let article = project.articles().iter().position(|article| article.key == key).expect("an article");
    let locale = project.locale_index(locale).expect("a locale");
    let said = |link: &&str| match graph.resolve(article, locale, link) {
        Destination::Article { article, locale, fragment } => {
            let tag = locale.map_or("own", |locale| project.locales()[locale].tag());
            let fragment = fragment.map_or(String::new(), |fragment| format!("#{fragment}"));
            format!("{}@{tag}{fragment}", project.articles()[article].key)
        }
        Destination::File(path) => format!("file {path}"),
        Destination::Fragment(fragment) => format!("#{fragment}"),
        Destination::External => "external".to_owned(),
        Destination::Unknown => "unknown".to_owned(),
        Destination::Nowhere => "nowhere".to_owned(),
    };
    links.iter().map(said).collect()
}

fn newsroom(tables: &str) -> Project {
    let files = [
        ("articles/visits/en.md", "[prices](../prices/)\n"),
        ("articles/visits/ar.md", "[الأسعار](../prices/)\n"),
        ("articles/visits/map.png", ""),
        ("articles/prices/en.md", "Text.\n"),
        ("articles/prices/ar.md", "---\nslug: الأسعار\n---\nنص.\n"),
        ("static/media/logo.svg", ""),
        ("LICENSE", ""),
    ];
    project(tables, &files)
}

#[test]
fn links_are_read_from_the_page_and_from_the_file() {
    let project = newsroom(&format!("{FOLDERS}{SITE}"));
    let links = [
        "../prices/",
        "../prices/#cash",
        "../prices",
        "../prices.html",
        "../prices/index.html?from=visits",
        "../prices/en.md",
        "../prices/ar.md#نقد",
        "../%D8%A7%D9%84%D8%A3%D8%B3%D8%B9%D8%A7%D8%B1/",
        "/ar/الأسعار/",
        "/en/prices",
        "https://news.example.org/ar/visits/",
        "map.png",
        "../../LICENSE",
        "/media/logo.svg",
        "#%D9%86%D9%82%D8%AF",
    ];
    let expected = [
        "prices@own",
        "prices@own#cash",
        "prices@own",
        "prices@own",
        "prices@own",
        "prices@en",
        "prices@ar#نقد",
        "prices@ar",
        "prices@ar",
        "prices@en",
        "visits@ar",
        "file articles/visits/map.png",
        "file LICENSE",
        "file static/media/logo.svg",
        "#نقد",
    ];
    assert_eq!(lead(&project, "visits", "ar", &links), expected);
}

#[test]
fn what_is_not_there_leads_nowhere_and_what_others_serve_is_left_alone() {
    let project = newsroom(&format!("{FOLDERS}{SITE}"));
    for link in ["../visiting/", "../prices/fr.md", "plan.png", "/ar/visiting/", "/media/gone.svg", "../media/"] {
        assert_eq!(lead(&project, "visits", "ar", &[link]), ["nowhere"], "{link}");
    }
    for link in ["/", "/ar/", "../", "../../en/", "/sitemap.xml", "../../../README.md", "../../.github/x.md"] {
        assert_eq!(lead(&project, "visits", "ar", &[link]), ["unknown"], "{link}");
    }
    for link in ["https://example.com/", "mailto:a@example.org", "tel:+97235550142", "//example.org/x", "a@example.org"]
    {
        assert_eq!(lead(&project, "visits", "ar", &[link]), ["external"], "{link}");
    }
}

#[test]
fn without_a_site_only_what_surely_belongs_to_the_project_is_missing() {
    let project = newsroom(FOLDERS);
    let links =
        ["/media/gone.svg", "/ar/visiting/", "/media/logo.svg", "../visiting/", "../../static/media/", "gone.png"];
    let expected = ["unknown", "unknown", "file static/media/logo.svg", "nowhere", "unknown", "nowhere"];
    assert_eq!(lead(&project, "visits", "en", &links), expected);
}

#[test]
fn zola_and_suffixes_lead_to_files() {
    let tables = "[articles.a]\nsource = \"content/{slug}.md\"\npath = \"content/{slug}.{locale}.md\"\n";
    let files = [("content/blog/a/index.md", "x"), ("content/blog/a/index.ar.md", "x"), ("content/blog/b.md", "x")];
    let project = project(tables, &files);
    let links = ["@/blog/b.md", "@/blog/a/index.ar.md#x", "../b.md", "/blog/b/", "@/blog/gone.md", "{{ relref }}"];
    let expected = ["blog/b@en", "blog/a/index@ar#x", "blog/b@en", "blog/b@own", "nowhere", "unknown"];
    assert_eq!(lead(&project, "blog/a/index", "ar", &links), expected);
}

#[test]
fn addresses_follow_slugs_and_are_encoded_once() {
    let files = [
        ("articles/2023/react 100%/en.md", "x"),
        ("articles/2023/react 100%/ar.md", "---\nslug: مؤتمر\n---\nx"),
        ("articles/b/en.md", "---\nslug: /\n---\nx"),
    ];
    let project = project(FOLDERS, &files);
    let outlines = outlines(&project);
    let graph = VariantGraph::new(&project, &outlines);
    assert_eq!(graph.address(0, 0).as_deref(), Some("/en/2023/react 100%/"));
    assert_eq!(graph.path(0, 0).as_deref(), Some("/en/2023/react%20100%25/"));
    assert_eq!(graph.address(0, 1).as_deref(), Some("/ar/2023/مؤتمر/"));
    assert_eq!(graph.url(0, 1).as_deref(), Some("https://news.example.org/ar/2023/%D9%85%D8%A4%D8%AA%D9%85%D8%B1/"));
    assert_eq!(graph.address(1, 0).as_deref(), Some("/en/b/"), "a slug of nothing is no slug");
    assert_eq!((graph.variants(0).count(), graph.variants(1).count()), (2, 1));
}

#[test]
fn two_articles_at_one_address_collide_in_that_language_only() {
    let files = [
        ("articles/a/en.md", "x"),
        ("articles/a/ar.md", "---\nslug: Cafe\u{301}\n---\nx"),
        ("articles/b/en.md", "x"),
        ("articles/b/ar.md", "---\nslug: café\n---\nx"),
    ];
    let project = project(&format!("{FOLDERS}{SITE}"), &files);
    let outlines = outlines(&project);
    let graph = VariantGraph::new(&project, &outlines);
    assert_eq!(
        (graph.collides_with(1, 1), graph.collides_with(1, 0), graph.collides_with(0, 1)),
        (Some(0), None, None)
    );
}

proptest::proptest! {
    #[test]
    fn any_address_is_survived(link in ".{0,40}", path in "[./a-z%#?@-]{0,20}") {
        let project = newsroom(&format!("{FOLDERS}{SITE}"));
        lead(&project, "visits", "ar", &[&link, &path]);
    }
}
