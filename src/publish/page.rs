//! An article's page: what it says of itself and of its other languages.

use serde_json::json;

use crate::article::Document;
use crate::publish::gather::Head;
use crate::publish::plan::{Plan, Slot};
use crate::publish::texts::Texts;
use crate::publish::view::{
    Alternate, ArticleView, DateView, ImageView, LanguageView, PageView, open_graph_locale, titled,
};
use crate::publish::{body, links::Links, names};
use crate::text::words::teaser;

/// Graphemes that search engines show of a description.
const DESCRIPTION: usize = 160;

/// A page, ready for its template.
pub(super) struct ArticlePage {
    pub(super) page: PageView,
    pub(super) article: ArticleView,
    pub(super) body: String,
    /// Files that it shows and that have to be copied.
    pub(super) assets: Vec<String>,
}

/// The page of an article in a locale.
pub(super) fn article(
    plan: &Plan<'_>,
    article: usize,
    locale: usize,
    document: &Document,
    text: &str,
) -> Option<ArticlePage> {
    let slot = plan.slot(article, locale)?;
    let head = plan.head(article, slot.shown)?;
    let mut assets = Vec::new();
    let links = Links { plan, article, page: locale, text: slot.shown };
    let body = body::render(text, &head.title, &links, &plan.texts[locale], &mut assets);
    if let Some(image) = &head.image {
        let text = if head.image_inherited { 0 } else { slot.shown };
        assets.extend(Links { text, ..links }.file(image).and_then(|file| file.asset));
    }
    let page = page_view(plan, article, locale, slot, head);
    let borrowed = (slot.shown != locale).then(|| plan.locale(slot.shown));
    let view = ArticleView {
        key: plan.project.articles()[article].key.clone(),
        title: head.title.clone(),
        summary: Some(head.summary.clone()).filter(|_| document.front.text("summary").is_some()),
        category: category(&plan.texts[locale], head),
        date: head.date.map(|date| DateView { iso: date.iso(), text: plan.texts[locale].full_date(date) }),
        author: head.author.clone(),
        image: slot.image.clone().map(|src| ImageView {
            src,
            alt: head.image_alt.clone().unwrap_or_default(),
            caption: head.caption.clone(),
        }),
        lang: borrowed.map(|it| it.tag().to_owned()),
        dir: borrowed.map(crate::locale::Locale::direction),
    };
    Some(ArticlePage { page, article: view, body, assets })
}

/// The name of a head's category: the site's text for it, else as it is written.
pub(super) fn category(texts: &Texts, head: &Head) -> Option<String> {
    let written = head.category.as_deref()?;
    let id = format!("category-{}", written.to_lowercase().replace([' ', '_'], "-"));
    Some(texts.own(&id).unwrap_or_else(|| written.to_owned()))
}

fn page_view(plan: &Plan<'_>, article: usize, locale: usize, slot: &Slot, head: &Head) -> PageView {
    let here = plan.locale(locale);
    let is_own = slot.shown == locale;
    // Borrowed text is the source's page; it belongs to no set of its own.
    let canonical_slot = if is_own { Some(slot) } else { plan.slot(article, slot.shown) };
    let canonical = canonical_slot.and_then(|slot| plan.absolute(&slot.href));
    let alternates = if is_own { alternates(plan, article) } else { Vec::new() };
    let others = || plan.versions(article).filter(|(other, _)| *other != locale);
    let description = teaser(&head.summary, DESCRIPTION).into_owned();
    PageView {
        tab: titled(&format!("{} | {}", head.title, site_name(plan, locale)), here.direction()),
        title: titled(&head.title, here.direction()),
        description,
        kind: "article",
        og_locale: open_graph_locale(here),
        og_alternates: if is_own {
            others().map(|(it, _)| open_graph_locale(plan.locale(it))).collect()
        } else {
            Vec::new()
        },
        image: slot.image.as_deref().and_then(|src| absolute_image(plan, src)),
        image_alt: head.image_alt.clone(),
        languages: others().map(|(it, slot)| language(plan, it, slot.href.clone(), "read-in-this-language")).collect(),
        json_ld: is_own.then(|| json_ld(plan, article, locale, head, canonical.as_deref())),
        canonical,
        alternates,
        previous: None,
        next: None,
    }
}

fn absolute_image(plan: &Plan<'_>, src: &str) -> Option<String> {
    if src.contains("://") { Some(src.to_owned()) } else { plan.absolute(src) }
}

/// The set of an article's versions, which is the same on all its pages and in the sitemap; empty without a base.
pub(super) fn alternates(plan: &Plan<'_>, article: usize) -> Vec<Alternate> {
    let versions = plan.versions(article).map(|(locale, slot)| (plan.locale(locale).tag(), slot.href.as_str()));
    set(plan, versions, None)
}

/// The set of the home pages, with the page that lets one choose.
pub(super) fn home_alternates(plan: &Plan<'_>) -> Vec<Alternate> {
    let homes: Vec<String> = (0..plan.project.locales().len()).map(|locale| plan.home(locale, 1)).collect();
    let versions = homes.iter().zip(plan.project.locales()).map(|(href, locale)| (locale.tag(), href.as_str()));
    set(plan, versions, Some(&format!("{}/", plan.prefix)))
}

fn set<'s>(
    plan: &Plan<'_>,
    versions: impl Iterator<Item = (&'s str, &'s str)>,
    default: Option<&str>,
) -> Vec<Alternate> {
    let with =
        |hreflang: &str, href: &str| Some(Alternate { hreflang: hreflang.to_owned(), url: plan.absolute(href)? });
    let mut set: Vec<Alternate> = versions.filter_map(|(tag, href)| with(tag, href)).collect();
    let source = plan.project.source().tag();
    // The source's page is for those whose language there is not.
    let first = set.iter().find(|it| it.hreflang == source).or(set.first()).map(|it| it.url.clone());
    let default = default.and_then(|href| plan.absolute(href)).or(first);
    set.extend(default.map(|url| Alternate { hreflang: "x-default".to_owned(), url }));
    set
}

/// A link to a page in another language, in that language's words.
pub(super) fn language(plan: &Plan<'_>, locale: usize, href: String, text: &str) -> LanguageView {
    let it = plan.locale(locale);
    let texts = &plan.texts[locale];
    let name = texts.own_here("language-name").unwrap_or_else(|| names::autonym(it.tag()).to_owned());
    // Where the language has no words of its own, its autonym is the only one that surely is in it.
    let words = texts.here(text);
    LanguageView {
        lang: it.tag().to_owned(),
        dir: it.direction(),
        href,
        text: words.unwrap_or_else(|| name.clone()),
        name,
        site: site_name(plan, locale),
    }
}

/// The site's name in a locale: its text `site-name`, else the project's name.
pub(super) fn site_name(plan: &Plan<'_>, locale: usize) -> String {
    plan.texts[locale].own("site-name").unwrap_or_else(|| plan.project.name())
}

fn json_ld(plan: &Plan<'_>, article: usize, locale: usize, head: &Head, url: Option<&str>) -> String {
    let version = |it: usize| {
        let url = plan.slot(article, it).and_then(|slot| plan.absolute(&slot.href));
        let title = plan.head(article, it).map(|head| clean(&head.title));
        json!({ "@type": "NewsArticle", "@id": url, "url": url, "headline": title, "inLanguage": plan.locale(it).tag() })
    };
    let mut value = version(locale);
    if let Some(object) = value.as_object_mut() {
        object.insert("@context".into(), "https://schema.org".into());
        object.insert("mainEntityOfPage".into(), json!(url));
        object.insert("description".into(), clean(&head.summary).into());
        let publisher = json!({ "@type": "Organization", "name": clean(&site_name(plan, locale)) });
        object.insert("publisher".into(), publisher);
        if let Some(date) = head.date {
            object.insert("datePublished".into(), date.iso().into());
        }
        if let Some(date) = head.updated {
            object.insert("dateModified".into(), date.iso().into());
        }
        if let Some(author) = &head.author {
            object.insert("author".into(), json!({ "@type": "Person", "name": clean(author) }));
        }
        if let Some(image) = plan.slot(article, locale).and_then(|slot| absolute_image(plan, slot.image.as_deref()?)) {
            object.insert("image".into(), image.into());
        }
        let others: Vec<usize> = plan.versions(article).map(|(it, _)| it).filter(|it| *it != locale).collect();
        if locale == 0 && !others.is_empty() {
            let translations: Vec<_> = others.into_iter().map(version).collect();
            object.insert("workTranslation".into(), translations.into());
        } else if locale > 0 && others.contains(&0) {
            object.insert("translationOfWork".into(), version(0));
        }
        object.retain(|_, value| !value.is_null());
    }
    // `</script>` and `<!--` must not be seen inside a script.
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// For machines: no marks of direction.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|character| !crate::bidi::controls::is_control(*character)).collect()
}
