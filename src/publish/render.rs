//! Renders every file of a site, on all cores.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use minijinja::value::Serde;
use minijinja::{Value, context};
use rayon::prelude::*;

use crate::error::Error;
use crate::publish::page::{self, site_name};
use crate::publish::plan::Plan;
use crate::publish::templates::{STYLE, Templates, Translate};
use crate::publish::view::{ContactView, PageView, SiteView};
use crate::publish::{Sink, gather, links, lists, sitemap, texts::Texts, variants};

/// Cards below an article.
const RELATED: usize = 3;

/// Renders the files of one plan.
pub(super) struct Renderer<'p, 'a> {
    plan: &'p Plan<'a>,
    templates: Templates,
    /// By locale: what all its pages share.
    sites: Vec<(Value, Value)>,
    style_file: String,
    /// Cards below articles, by locale and article: they are few, and stand on most pages.
    cards: Vec<RwLock<HashMap<usize, Value>>>,
    /// Files beside articles that pages show.
    assets: Mutex<BTreeSet<String>>,
}

/// A page to render.
#[derive(Clone, Copy)]
enum Work {
    Sitemap,
    Variants,
    List(usize, usize),
    Article(usize, usize),
}

impl<'p, 'a> Renderer<'p, 'a> {
    pub(super) fn new(plan: &'p Plan<'a>) -> Result<Self, Error> {
        let templates = Templates::new(plan.project)?;
        let hash = blake3::hash(templates.style.as_bytes()).to_hex();
        let style_file = STYLE.replace('.', &format!("-{}.", &hash.as_str()[..8]));
        let style = format!("{}/{style_file}", plan.prefix);
        let sites = (0..plan.project.locales().len()).map(|locale| {
            let translate = Translate(Arc::clone(&plan.texts[locale]));
            (Value::from(Serde(site_view(plan, locale, &style))), Value::from_object(translate))
        });
        let cards = plan.listed.iter().map(|_| RwLock::default()).collect();
        Ok(Self { plan, sites: sites.collect(), templates, style_file, cards, assets: Mutex::default() })
    }

    /// Renders everything into `sink`.
    pub(super) fn render(&self, sink: &dyn Sink) -> Result<(), Error> {
        let plan = self.plan;
        sink.put(&self.style_file, self.templates.style.as_bytes())?;
        sink.put("index.html", self.page("root.html", 0, lists::root(plan), Value::from(()))?.as_bytes())?;
        let work = self.work();
        work.par_iter().try_for_each(|work| self.one(*work, sink))?;
        self.copy_files(sink)
    }

    fn work(&self) -> Vec<Work> {
        let plan = self.plan;
        let locales = 0..plan.project.locales().len();
        let lists =
            locales.clone().flat_map(|locale| (1..=plan.list_pages(locale)).map(move |page| Work::List(locale, page)));
        let articles = (0..plan.slots.len()).flat_map(|article| locales.clone().map(move |locale| (article, locale)));
        let articles = articles.filter(|(article, locale)| plan.slot(*article, *locale).is_some());
        // What takes longest begins first.
        [Work::Sitemap, Work::Variants]
            .into_iter()
            .chain(lists)
            .chain(articles.map(|(article, locale)| Work::Article(article, locale)))
            .collect()
    }

    fn one(&self, work: Work, sink: &dyn Sink) -> Result<(), Error> {
        match work {
            Work::Sitemap => {
                sitemap::files(self.plan).iter().try_for_each(|(file, text)| sink.put(file, text.as_bytes()))
            }
            Work::Variants => sink.put("variants.json", variants::json(self.plan).as_bytes()),
            Work::List(locale, number) => {
                let (page, cards) = lists::home(self.plan, locale, number);
                let more =
                    context! { cards => Value::from(Serde(cards)), number, pages => self.plan.list_pages(locale) };
                let html = self.page("home.html", locale, page, more)?;
                let tag = self.plan.locale(locale).tag();
                let file =
                    if number == 1 { format!("{tag}/index.html") } else { format!("{tag}/page/{number}/index.html") };
                sink.put(&file, html.as_bytes())
            }
            Work::Article(article, locale) => self.article(article, locale, sink),
        }
    }

    fn article(&self, article: usize, locale: usize, sink: &dyn Sink) -> Result<(), Error> {
        let plan = self.plan;
        let Some(slot) = plan.slot(article, locale) else { return Ok(()) };
        let Some(variant) = plan.project.articles()[article].variant(slot.shown) else { return Ok(()) };
        let text = plan.project.read(&variant.path)?;
        let (document, body) = gather::front_and_body(&variant.path, &text);
        let Some(made) = page::article(plan, article, locale, &document, body) else { return Ok(()) };
        if !made.assets.is_empty() {
            self.assets.lock().unwrap_or_else(PoisonError::into_inner).extend(made.assets);
        }
        let related: Vec<Value> =
            plan.related(article, locale, RELATED).into_iter().filter_map(|it| self.card(it, locale)).collect();
        let body = Value::from_safe_string(made.body);
        let more = context! { article => Value::from(Serde(made.article)), related, body };
        sink.put(&slot.file, self.page("article.html", locale, made.page, more)?.as_bytes())
    }

    fn card(&self, article: usize, locale: usize) -> Option<Value> {
        let known = &self.cards[locale];
        if let Some(card) = known.read().unwrap_or_else(PoisonError::into_inner).get(&article) {
            return Some(card.clone());
        }
        let card = Value::from(Serde(lists::card(self.plan, article, locale)?));
        known.write().unwrap_or_else(PoisonError::into_inner).insert(article, card.clone());
        Some(card)
    }

    fn page(&self, template: &str, locale: usize, mut page: PageView, more: Value) -> Result<String, Error> {
        let (site, translate) = self.sites[locale].clone();
        let json_ld = page.json_ld.take().map(Value::from_safe_string);
        let context = context! { site, page => Value::from(Serde(page)), t => translate, json_ld, ..more };
        self.templates.render(template, context)
    }

    fn copy_files(&self, sink: &dyn Sink) -> Result<(), Error> {
        let plan = self.plan;
        let assets = self.assets.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let below_static = plan.project.files().filter_map(|path| Some((path, links::static_path(plan, path)?)));
        let statics = below_static.filter(|(_, below)| links::is_safe_path(below));
        let files: Vec<(&str, &str)> =
            statics.chain(assets.iter().map(|path| (path.as_str(), path.as_str()))).collect();
        files.par_iter().try_for_each(|(from, to)| {
            if plan.project.root().as_os_str().is_empty() {
                return sink.put(to, &plan.project.read_bytes(from)?);
            }
            let from: PathBuf = plan.project.root().join(from);
            sink.copy(to, &from)
        })
    }
}

fn site_view(plan: &Plan<'_>, locale: usize, style: &str) -> SiteView {
    let here = plan.locale(locale);
    let texts = &plan.texts[locale];
    let newest = plan.listed[locale].first().and_then(|article| plan.shown_head(*article, locale)?.date);
    let year = newest.map(|date| texts.figure(usize::from(date.year)));
    SiteView {
        name: site_name(plan, locale),
        tagline: texts.own("site-tagline"),
        lang: here.tag().to_owned(),
        dir: here.direction(),
        home: plan.home(locale, 1),
        style: style.to_owned(),
        year,
        contact: contact(texts),
    }
}

/// The call to patient services appears where the site says how to reach them.
fn contact(texts: &Texts) -> Option<ContactView> {
    let phone = texts.own("contact-phone");
    let dialled = |number: &String| {
        let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        format!("tel:{digits}")
    };
    let phone_href = phone.as_ref().map(dialled);
    let harmless = |text: &String| links::is_harmless(text);
    let url = texts.own("contact-url").filter(harmless);
    let contact = ContactView { phone, phone_href, email: texts.own("contact-email"), url };
    (contact.phone.is_some() || contact.email.is_some() || contact.url.is_some()).then_some(contact)
}
