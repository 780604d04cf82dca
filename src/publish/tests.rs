//! The whole site, in memory and on disk.

use std::collections::BTreeSet;
use std::fs;

use super::{Written, build, publish};
use crate::project::{Project, ProjectBuilder};

const CONFIG: &str = r#"
[project]
name = "City Hospital"
base-url = "https://news.example.org"
source = "en"
targets = ["ar"]
[articles.news]
path = "articles/{slug}/{locale}.md"
shared = ["date", "category", "image"]
missing = "omit"
[messages]
path = "locales/{locale}/{file}.ftl"
[site]
static = "static"
templates = "templates"
"#;

const EN: &str = "---\ntitle: Visiting hours\nsummary: When families may come.\ndate: 2024-05-02\ncategory: care\n---\n\
                  Doors open at nine.\n\n## On weekends\n\nSee [prices](../prices/en.md#cash).\n";
const AR: &str = "---\ntitle: مواعيد الزيارة\nsummary: متى تزور الأسر مرضاها.\n---\n\
                  تُفتح الأبواب في التاسعة.\n\n## في العطلة\n\nانظر [الأسعار](../prices/en.md).\n";
const PRICES: &str = "---\ntitle: \"Prices <2024> & more\"\ndate: 2024-03-01\n---\nPaid in cash.\n\n# Cash\n\nText\n";

fn newsroom() -> ProjectBuilder {
    Project::builder()
        .file("mizan.toml", CONFIG)
        .file("articles/visits/en.md", EN)
        .file("articles/visits/ar.md", AR)
        .file("articles/prices/en.md", PRICES)
        .file("locales/ar/site.ftl", "site-name = مستشفى المدينة\ncontact-phone = +962 6 000 1111\n")
        .file("locales/en/site.ftl", "site-name = City Hospital\ncategory-care = Care\n")
}

fn page(builder: ProjectBuilder, path: &str) -> String {
    let site = publish(&builder.build().expect("a project")).expect("a site");
    site.text(path)
        .unwrap_or_else(|| panic!("no {path}; there are {:?}", site.files().map(|(it, _)| it).collect::<Vec<_>>()))
        .to_owned()
}

/// A page whose English text is `body`.
fn body(text: &str) -> String {
    let page = page(
        newsroom().file("articles/prices/en.md", format!("---\ntitle: Prices\n---\n{text}")),
        "en/prices/index.html",
    );
    let start = page.find("<div class=\"prose\">").expect("a body") + 19;
    let end = page[start..].find("</article>").expect("an end");
    page[start..start + end].to_owned()
}

#[test]
fn the_site_has_these_files_and_no_others() {
    let site = publish(&newsroom().build().expect("a project")).expect("a site");
    let files: BTreeSet<&str> = site.files().map(|(path, _)| path).filter(|path| !path.starts_with("theme-")).collect();
    let expected = [
        "ar/index.html",
        "ar/visits/index.html",
        "en/index.html",
        "en/prices/index.html",
        "en/visits/index.html",
        "index.html",
        "sitemap.xml",
        "variants.json",
    ];
    assert_eq!(files, BTreeSet::from(expected));
    assert_eq!(site.files().count(), expected.len() + 1, "and one style sheet");
}

#[test]
fn versions_name_each_other_in_head_sitemap_and_link() {
    let set = "hreflang=\"en\" href=\"https://news.example.org/en/visits/\"";
    let other = "hreflang=\"ar\" href=\"https://news.example.org/ar/visits/\"";
    let default = "hreflang=\"x-default\" href=\"https://news.example.org/en/visits/\"";
    let site = publish(&newsroom().build().expect("a project")).expect("a site");
    for path in ["en/visits/index.html", "ar/visits/index.html"] {
        let html = site.text(path).expect("a page");
        for link in [set, other, default] {
            assert_eq!(html.matches(link).count(), 1, "{path}: {link}");
        }
        assert_eq!(html.matches("rel=\"canonical\"").count(), 1);
    }
    let sitemap = site.text("sitemap.xml").expect("a sitemap");
    assert_eq!(sitemap.matches(&format!("{other}/>")).count(), 2, "once for each version");
    assert_eq!(sitemap.matches("<url>").count(), 3 + 3);
    let arabic = site.text("ar/visits/index.html").expect("a page");
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(arabic.contains("<link rel=\"canonical\" href=\"https://news.example.org/ar/visits/\">"));
    assert!(
        arabic.contains(
            "<a href=\"/en/visits/\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">Read this article in English</a>"
        )
    );
    let english = site.text("en/visits/index.html").expect("a page");
    assert!(
        english
            .contains("<a href=\"/ar/visits/\" hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">اقرأ هذا المقال بالعربية</a>")
    );
    let alone = site.text("en/prices/index.html").expect("a page");
    assert!(!alone.contains("hreflang=\"ar\""), "no link to a version that does not exist");
}

#[test]
fn structured_data_is_inverse_and_for_machines() {
    let site = publish(&newsroom().build().expect("a project")).expect("a site");
    let data = |path: &str| {
        let html = site.text(path).expect("a page");
        let start = html.find("ld+json\">").expect("data") + 9;
        let end = html[start..].find("</script>").expect("an end");
        serde_json::from_str::<serde_json::Value>(&html[start..start + end]).expect("JSON")
    };
    let (english, arabic) = (data("en/visits/index.html"), data("ar/visits/index.html"));
    assert_eq!(english["inLanguage"], "en");
    assert_eq!(english["workTranslation"][0]["@id"], arabic["@id"]);
    assert_eq!(arabic["translationOfWork"]["@id"], english["@id"]);
    assert_eq!(arabic["datePublished"], "2024-05-02", "inherited");
    let variants: serde_json::Value = serde_json::from_str(site.text("variants.json").expect("a file")).expect("JSON");
    let visits = &variants["articles"][1];
    assert_eq!(visits["key"], "visits");
    assert_eq!(visits["variants"]["ar"]["dir"], "rtl");
    assert_eq!(visits["variants"]["ar"]["url"], "https://news.example.org/ar/visits/");
}

#[test]
fn cards_speak_the_pages_language() {
    let home = page(newsroom(), "ar/index.html");
    assert!(home.contains("<time datetime=\"2024-05-02\">"));
    assert!(home.contains("اقرأ المزيد<span class=\"unseen\">: <bdi>مواعيد الزيارة</bdi></span>"));
    assert!(home.contains("<bdi dir=\"ltr\">+962 6 000 1111</bdi>") && home.contains("href=\"tel:+96260001111\""));
    assert!(!home.contains("Prices"), "omitted");
    let linked = page(newsroom().file("mizan.toml", CONFIG.replace("\"omit\"", "\"link\"")), "ar/index.html");
    assert!(linked.contains("lang=\"en\" dir=\"ltr\">Prices &lt;2024&gt; &amp; more</h3>"));
    assert!(linked.contains("<a href=\"/en/prices/\" hreflang=\"en\">"));
}

#[test]
fn a_borrowed_text_says_so_and_is_in_no_set() {
    let builder = || newsroom().file("mizan.toml", CONFIG.replace("\"omit\"", "\"fallback\""));
    let html = page(builder(), "ar/prices/index.html");
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("<article class=\"article\" lang=\"en\" dir=\"ltr\">"));
    assert!(html.contains("rel=\"canonical\" href=\"https://news.example.org/en/prices/\""));
    assert!(!html.contains("rel=\"alternate\""));
    assert!(!page(builder(), "sitemap.xml").contains("/ar/prices/"));
}

#[test]
fn links_lead_to_the_pages_own_language_where_it_exists() {
    let english = page(newsroom(), "en/visits/index.html");
    assert!(english.contains("<a href=\"/en/prices/#cash\">prices</a>"));
    let arabic = page(newsroom(), "ar/visits/index.html");
    assert!(arabic.contains("<a href=\"/en/prices/\" hreflang=\"en\">الأسعار</a>"));
    let translated = newsroom().file("articles/prices/ar.md", "---\ntitle: الأسعار\nslug: الأسعار\n---\nنقدًا.\n");
    let path = "%D8%A7%D9%84%D8%A3%D8%B3%D8%B9%D8%A7%D8%B1";
    assert!(page(translated, "ar/visits/index.html").contains(&format!("<a href=\"/ar/{path}/\">الأسعار</a>")));
}

#[test]
fn headings_have_the_ids_that_links_name() {
    assert!(page(newsroom(), "ar/visits/index.html").contains("<h2 id=\"في-العطلة\">"));
    let html = body("# Prices\n\nOne\n\n# Cash\n\n### Cash\n");
    assert!(!html.contains(">Prices</h"), "the title is not said twice: {html}");
    assert!(html.contains("<h2 id=\"cash\">Cash</h2>") && html.contains("<h3 id=\"cash-1\">Cash</h3>"), "{html}");
}

#[test]
fn raw_html_cannot_run_or_restyle() {
    let attack = "<script>alert(1)</script>\n\n<img src=x onerror=\"alert(2)\" style=\"position:fixed\">\n\n\
                  a <b onclick=x>bold</b> <a href=\"java\tscript:alert(3)\">x</a> [y](javascript:alert(4)) <svg><script>alert(5)</script></svg>\n\n\
                  <style>body{display:none}</style>\n\n<iframe src=\"https://evil.example\"></iframe>\n\n</div></main>\n\n<div>open\n";
    let html = body(attack);
    for bad in [
        "<script",
        "onerror",
        "onclick",
        "style=",
        "<style",
        "display:none",
        "javascript:",
        "script:",
        "<iframe",
        "<svg",
        "</main>",
    ] {
        assert!(!html.contains(bad), "{bad} in {html}");
    }
    assert!(html.contains("<b>bold</b>") && html.contains("<img src=\"x\">"), "{html}");
    assert_eq!(
        html.matches("<div").count() + 1,
        html.matches("</div>").count(),
        "balanced, and the body's own end: {html}"
    );
}

#[test]
fn marked_phrases_code_tables_and_notes() {
    let html = body(
        "A <bdi dir=\"rtl\">مؤتمر</bdi> and `a <b>`[^n].\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```sh\nls <x>\n```\n\n<https://a.example/x>\n\n[^n]: A *note*.\n",
    );
    for part in [
        "<bdi dir=\"rtl\">مؤتمر</bdi>",
        "<code dir=\"ltr\">a &lt;b&gt;</code>",
        "<a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a>",
        "<th scope=\"col\">a</th><th scope=\"col\" class=\"end\">b</th>",
        "<td>1</td><td class=\"end\">2</td>",
        "<pre dir=\"ltr\" tabindex=\"0\"><code class=\"language-sh\">ls &lt;x&gt;\n</code></pre>",
        "<a href=\"https://a.example/x\" dir=\"ltr\">",
        "<li id=\"fn-1\">",
        "<em>note</em>. <a class=\"back\" href=\"#fnref-1\"",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn images_beside_an_article_come_along_and_sources_do_not() {
    let builder = newsroom()
        .file(
            "articles/prices/en.md",
            "---\ntitle: Prices\n---\n![A hall](hall.png \"The hall\")\n\n[c](../../mizan.toml) [s](/a.pdf)\n",
        )
        .file("articles/prices/hall.png", "PNG")
        .file("static/a.pdf", "PDF");
    let site = publish(&builder.build().expect("a project")).expect("a site");
    let html = site.text("en/prices/index.html").expect("a page");
    assert!(html.contains(
        "<figure><img src=\"/articles/prices/hall.png\" alt=\"A hall\" loading=\"lazy\"><figcaption>The hall</figcaption></figure>"
    ));
    assert_eq!(site.text("articles/prices/hall.png"), Some("PNG"));
    assert_eq!(site.text("a.pdf"), Some("PDF"));
    assert!(html.contains("<a href=\"/a.pdf\">s</a>"));
    assert_eq!(site.get("mizan.toml"), None);
}

#[test]
fn a_base_below_a_folder() {
    let config = CONFIG.replace("news.example.org", "example.org/news");
    let html = page(newsroom().file("mizan.toml", config), "ar/visits/index.html");
    assert!(html.contains("rel=\"canonical\" href=\"https://example.org/news/ar/visits/\""));
    assert!(html.contains("href=\"/news/en/visits/\"") && html.contains("href=\"/news/theme-"));
    let bare = CONFIG.replace("base-url = \"https://news.example.org\"", "");
    let html = page(newsroom().file("mizan.toml", bare), "ar/visits/index.html");
    assert!(!html.contains("rel=\"canonical\"") && !html.contains("rel=\"alternate\""), "no absolute address is known");
}

#[test]
fn a_users_template_replaces_mizans_and_its_faults_have_a_place() {
    let one = newsroom().file("templates/contact.html", "<p class=\"mine\">{{ site.name }}</p>");
    assert!(page(one, "en/index.html").contains("<p class=\"mine\">City Hospital</p>"));
    for (text, reason) in [
        ("\n{{ nothing.here }}", "undefined"),
        ("\n{{ t('no-such-text') }}", "no-such-text"),
        ("\n{% if %}", "unexpected"),
        ("\n{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}", "fuel"),
    ] {
        let project = newsroom().file("templates/contact.html", text).build().expect("a project");
        let error = publish(&project).expect_err(text).to_string();
        assert!(error.starts_with("template contact.html, line 2: ") && error.contains(reason), "{error}");
    }
}

#[test]
fn lists_have_pages() {
    let mut builder = newsroom();
    for at in 0..30 {
        builder = builder
            .file(&format!("articles/n{at:02}/en.md"), format!("---\ntitle: N{at}\ndate: 2020-01-01\n---\nText\n"));
    }
    let site = publish(&builder.build().expect("a project")).expect("a site");
    let first = site.text("en/index.html").expect("a page");
    let second = site.text("en/page/2/index.html").expect("a second page");
    assert!(first.find("Visiting hours").expect("the newest") < first.find(">N0<").expect("an old one"));
    assert_eq!(first.matches("<article").count(), 24);
    assert_eq!(second.matches("<article").count(), 32 - 24);
    assert!(second.contains("rel=\"prev\" href=\"/en/\"") && !second.contains("hreflang=\"ar\" href=\"https"));
    assert_eq!(site.text("en/page/3/index.html"), None);
}

#[test]
fn a_slug_cannot_leave_the_site() {
    let project = newsroom()
        .file("articles/prices/en.md", "---\ntitle: x\nslug: ../../../etc/x\n---\n")
        .build()
        .expect("a project");
    assert!(publish(&project).expect_err("outside").is_write());
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let project = newsroom().build().expect("a project");
    let first = build(&project, &out).expect("built");
    assert_eq!((first.written, first.unchanged, first.removed), (9, 0, 0));
    assert_eq!(build(&project, &out).expect("built"), Written { written: 0, unchanged: 9, removed: 0 });
    fs::remove_file(out.join("en/prices/index.html")).expect("removed");
    assert_eq!(publish(&project).expect("a site").write_to(&out).expect("written").written, 1);
    let other =
        Project::builder().file("mizan.toml", CONFIG).file("articles/visits/en.md", EN).build().expect("a project");
    let third = build(&other, &out).expect("built");
    assert_eq!(third.removed, 2, "the Arabic page and the prices");
    assert!(!out.join("ar/visits").exists() && out.join("ar/index.html").exists());
}

#[test]
fn a_folder_of_others_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    crate::project::files::replace(&folder.path().join("precious.txt"), b"x").expect("written");
    let error = build(&newsroom().build().expect("a project"), folder.path()).expect_err("refused");
    assert!(error.is_write() && error.to_string().contains("not made by mizan"));
    assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 1, "nothing was added");
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (out, elsewhere) = (folder.path().join("site"), folder.path().join("elsewhere"));
    let project = newsroom().build().expect("a project");
    build(&project, &out).expect("built");
    fs::rename(out.join("ar"), &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, out.join("ar")).expect("linked");
    crate::project::files::replace(&elsewhere.join("index.html"), b"theirs").expect("written");
    assert!(build(&project, &out).expect_err("refused").is_write());
    assert_eq!(fs::read(elsewhere.join("index.html")).expect("read"), b"theirs");
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    let files = || {
        let site = publish(&newsroom().build().expect("a project")).expect("a site");
        site.files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect::<Vec<_>>()
    };
    assert_eq!(files(), files());
}
