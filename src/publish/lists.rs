//! Cards, and the pages that list them.

use crate::publish::page::{category, home_alternates, language, site_name};
use crate::publish::plan::{PER_PAGE, Plan};
use crate::publish::view::{CardView, DateView, ImageView, PageView, open_graph_locale, titled};
use crate::text::words::teaser;

/// Graphemes of a card's text.
const TEASER: usize = 150;

/// The card of an article on a page of this locale.
pub(super) fn card(plan: &Plan<'_>, article: usize, locale: usize) -> Option<CardView> {
    let slot = plan.slot(article, locale).or_else(|| plan.slot(article, 0))?;
    let head = plan.head(article, slot.shown)?;
    let foreign = (slot.shown != locale).then(|| plan.locale(slot.shown));
    let elsewhere = plan.slot(article, locale).is_none();
    let text = || match &slot.short_date {
        Some(text) if !elsewhere => Some(text.clone()),
        _ => head.date.map(|date| plan.texts[locale].short_date(date)),
    };
    Some(CardView {
        href: slot.href.clone(),
        title: head.title.clone(),
        teaser: teaser(&head.summary, TEASER).into_owned(),
        category: category(&plan.texts[locale], head),
        date: head.date.and_then(|date| Some(DateView { iso: date.iso(), text: text()? })),
        image: slot.image.clone().map(|src| ImageView {
            src,
            alt: head.image_alt.clone().unwrap_or_default(),
            caption: None,
        }),
        lang: foreign.map(|it| it.tag().to_owned()),
        dir: foreign.map(crate::locale::Locale::direction),
        language: foreign.map(|it| crate::publish::names::autonym(it.tag()).to_owned()),
        elsewhere,
    })
}

/// A locale's home page (`number` 1), or a later page of its list.
pub(super) fn home(plan: &Plan<'_>, locale: usize, number: usize) -> (PageView, Vec<CardView>) {
    let here = plan.locale(locale);
    let name = site_name(plan, locale);
    let pages = plan.list_pages(locale);
    let shown = plan.listed[locale].iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    let cards = shown.filter_map(|article| card(plan, *article, locale)).collect();
    let texts = &plan.texts[locale];
    let tagline = texts.own("site-tagline");
    let first = number == 1;
    let tab = match (&tagline, first) {
        (Some(tagline), true) => format!("{name} | {tagline}"),
        (None, true) => name.clone(),
        _ => {
            let label = texts.text("page-number", &crate::args! { number => number }).unwrap_or_default();
            format!("{name} | {label}")
        }
    };
    let others = || (0..plan.project.locales().len()).filter(|other| *other != locale);
    let page = PageView {
        tab: titled(&tab, here.direction()),
        title: titled(&name, here.direction()),
        description: tagline.unwrap_or(name),
        kind: "website",
        canonical: plan.absolute(&plan.home(locale, number)),
        // Later pages of lists have no other version: the lists need not be equally long.
        alternates: if first { home_alternates(plan) } else { Vec::new() },
        og_locale: open_graph_locale(here),
        og_alternates: others().filter(|_| first).map(|it| open_graph_locale(plan.locale(it))).collect(),
        languages: others().map(|it| language(plan, it, plan.home(it, 1), "language-name")).collect(),
        previous: (number > 1).then(|| plan.home(locale, number - 1)),
        next: (number < pages).then(|| plan.home(locale, number + 1)),
        ..PageView::default()
    };
    (page, cards)
}

/// The page at the root, which lets a reader choose a language.
pub(super) fn root(plan: &Plan<'_>) -> PageView {
    let names: Vec<String> = (0..plan.project.locales().len()).map(|locale| site_name(plan, locale)).collect();
    let mut distinct: Vec<&str> = Vec::new();
    for name in &names {
        if !distinct.contains(&name.as_str()) {
            distinct.push(name);
        }
    }
    let title = distinct.join(" | ");
    PageView {
        tab: titled(&title, plan.locale(0).direction()),
        title,
        description: plan.texts[0].own("site-tagline").unwrap_or_else(|| names[0].clone()),
        kind: "website",
        canonical: plan.absolute(&format!("{}/", plan.prefix)),
        alternates: home_alternates(plan),
        og_locale: open_graph_locale(plan.locale(0)),
        og_alternates: plan.project.targets().iter().map(open_graph_locale).collect(),
        languages: (0..names.len()).map(|it| language(plan, it, plan.home(it, 1), "choose-this-language")).collect(),
        ..PageView::default()
    }
}
