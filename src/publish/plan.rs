//! What is published where: an address for every page, the lists, and the sets of language versions.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::error::{Error, Kind};
use crate::locale::Locale;
use crate::project::config::Missing;
use crate::project::{Project, VariantGraph};
use crate::publish::gather::Head;
use crate::publish::links::{self, Links};
use crate::publish::texts::Texts;

/// Cards on one page of a list.
pub(super) const PER_PAGE: usize = 24;

/// Pages beside the articles' own.
pub(super) const RESERVED: &[&str] = &["index.html", "sitemap.xml", "variants.json"];

/// A page of an article in one locale.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// For `href`: the base's folder and the path, percent-encoded.
    pub(super) href: String,
    /// The file, below the output folder.
    pub(super) file: String,
    /// Whose text the page shows: its own locale's, or the source's in its place.
    pub(super) shown: usize,
    /// The date of the card.
    pub(super) short_date: Option<String>,
    /// The address of the image.
    pub(super) image: Option<String>,
}

/// What is published where.
pub(super) struct Plan<'a> {
    pub(super) project: &'a Project,
    pub(super) graph: &'a VariantGraph<'a>,
    pub(super) heads: &'a [Vec<Option<Head>>],
    /// By article and locale.
    pub(super) slots: Vec<Vec<Option<Slot>>>,
    /// By locale: articles that its lists show, newest first.
    pub(super) listed: Vec<Vec<usize>>,
    /// By locale and category: the same.
    pub(super) categories: Vec<HashMap<&'a str, Vec<usize>>>,
    /// By locale.
    pub(super) texts: Vec<Arc<Texts>>,
    /// `https://host/folder`, without a final `/`; `None` where the configuration has none.
    pub(super) base: Option<String>,
    /// `/folder` of the base, or nothing.
    pub(super) prefix: String,
}

impl<'a> Plan<'a> {
    pub(super) fn new(graph: &'a VariantGraph<'a>, heads: &'a [Vec<Option<Head>>]) -> Result<Self, Error> {
        let project = graph.project();
        let base = project.config().project.base_url.as_deref().map(|base| base.trim_end_matches('/').to_owned());
        let base = base.filter(|base| base.starts_with("https://") || base.starts_with("http://"));
        let prefix = base.as_deref().map(folder_of).unwrap_or_default().to_owned();
        let locales = project.locales();
        let mut plan = Self {
            project,
            graph,
            heads,
            slots: Vec::new(),
            listed: Vec::new(),
            categories: Vec::new(),
            texts: Texts::of(project),
            base,
            prefix,
        };
        plan.slots = plan.addresses()?;
        plan.illustrate();
        for locale in 0..locales.len() {
            let listed = plan.list(locale);
            plan.categories.push(plan.by_category(locale, &listed));
            plan.listed.push(listed);
        }
        Ok(plan)
    }

    fn addresses(&self) -> Result<Vec<Vec<Option<Slot>>>, Error> {
        let locales = 0..self.project.locales().len();
        let indices = 0..self.project.articles().len();
        let mut slots: Vec<Vec<Option<Slot>>> = indices
            .into_par_iter()
            .map(|article| locales.clone().map(|locale| self.slot_at(article, locale)).collect::<Result<_, Error>>())
            .collect::<Result<_, Error>>()?;
        // Two pages at one address: `mizan check` reports it; the first one is published.
        let mut taken: HashSet<String> = RESERVED.iter().map(|file| (*file).to_owned()).collect();
        taken.extend(self.project.locales().iter().map(|locale| format!("{}/index.html", locale.tag())));
        for slot in slots.iter_mut().flatten() {
            if slot.as_ref().is_some_and(|slot| !taken.insert(slot.file.to_lowercase())) {
                *slot = None;
            }
        }
        Ok(slots)
    }

    fn slot_at(&self, article: usize, locale: usize) -> Result<Option<Slot>, Error> {
        let own = self.head(article, locale);
        let borrows = own.is_none() && self.policy(article) == Missing::Fallback;
        let (head, shown) = match (own, self.head(article, 0)) {
            (Some(head), _) => (head, locale),
            (None, Some(head)) if borrows => (head, 0),
            _ => return Ok(None),
        };
        let (Some(address), Some(path)) = (self.graph.address(article, locale), self.graph.path(article, locale))
        else {
            return Ok(None);
        };
        let short_date = head.date.map(|date| self.texts[locale].short_date(date));
        let href = format!("{}{path}", self.prefix);
        Ok(Some(Slot { href, file: file_of(&address)?, shown, short_date, image: None }))
    }

    /// Addresses of images need those of pages.
    fn illustrate(&mut self) {
        let this = &*self;
        let images: Vec<Vec<Option<String>>> = (0..this.slots.len())
            .into_par_iter()
            .map(|article| (0..this.slots[article].len()).map(|locale| this.image(article, locale)).collect())
            .collect();
        for (slot, image) in self.slots.iter_mut().flatten().zip(images.into_iter().flatten()) {
            if let Some(slot) = slot {
                slot.image = image;
            }
        }
    }

    fn image(&self, article: usize, locale: usize) -> Option<String> {
        let shown = self.slot(article, locale)?.shown;
        let head = self.head(article, shown)?;
        let written_in = if head.image_inherited { 0 } else { shown };
        Links { plan: self, article, page: locale, text: written_in }.file(head.image.as_deref()?).map(|file| file.href)
    }

    /// The articles of a locale's lists: its own, and by policy those that it lacks.
    fn list(&self, locale: usize) -> Vec<usize> {
        let shows = |article: &usize| {
            let links = self.policy(*article) == Missing::Link && self.slot(*article, 0).is_some();
            self.slot(*article, locale).is_some() || links
        };
        let mut listed: Vec<usize> = (0..self.slots.len()).filter(shows).collect();
        // Articles stand by key: a stable sort keeps that order within a day.
        listed.sort_by_key(|article| std::cmp::Reverse(self.shown_head(*article, locale).and_then(|head| head.date)));
        listed
    }

    fn by_category(&self, locale: usize, listed: &[usize]) -> HashMap<&'a str, Vec<usize>> {
        let mut categories: HashMap<&str, Vec<usize>> = HashMap::new();
        for article in listed {
            if let Some(category) = self.shown_head(*article, locale).and_then(|head| head.category.as_deref()) {
                categories.entry(category).or_default().push(*article);
            }
        }
        categories
    }

    /// The first articles to read next: of the same category, then the newest.
    pub(super) fn related(&self, article: usize, locale: usize, most: usize) -> Vec<usize> {
        let category = self.shown_head(article, locale).and_then(|head| head.category.as_deref());
        let same = category.and_then(|category| self.categories[locale].get(category)).into_iter().flatten();
        let mut related: Vec<usize> = Vec::with_capacity(most);
        for other in same.chain(&self.listed[locale]) {
            if related.len() == most {
                break;
            }
            let has_page = self.slot(*other, locale).is_some();
            if *other != article && has_page && !related.contains(other) {
                related.push(*other);
            }
        }
        related
    }

    pub(super) fn slot(&self, article: usize, locale: usize) -> Option<&Slot> {
        self.slots.get(article)?.get(locale)?.as_ref()
    }

    pub(super) fn head(&self, article: usize, locale: usize) -> Option<&'a Head> {
        self.heads.get(article)?.get(locale)?.as_ref()
    }

    /// What is shown of an article in a locale: its own words, else the source's.
    pub(super) fn shown_head(&self, article: usize, locale: usize) -> Option<&'a Head> {
        self.head(article, locale).or_else(|| self.head(article, 0))
    }

    pub(super) fn locale(&self, locale: usize) -> &'a Locale {
        &self.project.locales()[locale]
    }

    fn policy(&self, article: usize) -> Missing {
        let collection = self.project.articles().get(article).map(|article| article.collection);
        let collection = collection.and_then(|at| self.project.collections().get(at));
        collection.map_or(Missing::Omit, |collection| collection.config.missing)
    }

    /// The language versions of an article: locales with a page of their own words, in the project's order.
    pub(super) fn versions(&self, article: usize) -> impl Iterator<Item = (usize, &Slot)> {
        let slots = self.slots.get(article).into_iter().flatten().enumerate();
        slots.filter_map(|(locale, slot)| Some((locale, slot.as_ref()?))).filter(|(locale, slot)| slot.shown == *locale)
    }

    /// An absolute address, where the project has a base.
    pub(super) fn absolute(&self, href: &str) -> Option<String> {
        let base = self.base.as_deref()?;
        Some(format!("{}{href}", base.strip_suffix(self.prefix.as_str()).unwrap_or(base)))
    }

    /// The address of a locale's home page, or of a later page of its list.
    pub(super) fn home(&self, locale: usize, number: usize) -> String {
        let tag = self.locale(locale).tag();
        match number {
            1 => format!("{}/{tag}/", self.prefix),
            _ => format!("{}/{tag}/page/{number}/", self.prefix),
        }
    }

    /// How many pages a locale's list has.
    pub(super) fn list_pages(&self, locale: usize) -> usize {
        self.listed[locale].len().div_ceil(PER_PAGE).max(1)
    }
}

/// `/folder` of `https://host/folder`.
fn folder_of(base: &str) -> &str {
    let host = base.find("://").map_or(0, |at| at + 3);
    base[host..].find('/').map_or("", |at| &base[host + at..])
}

/// The file of an address: `ar/visits/index.html` of `/ar/visits/`.
fn file_of(address: &str) -> Result<String, Error> {
    let below = address.trim_start_matches('/');
    let file = match below.rsplit('/').next().unwrap_or_default() {
        "" => format!("{below}index.html"),
        last if last.ends_with(".html") || last.ends_with(".htm") => below.to_owned(),
        _ => format!("{below}.html"),
    };
    if links::is_safe_path(&file) { Ok(file) } else { Err(Kind::OutsideOutput { path: address.to_owned() }.into()) }
}

#[cfg(test)]
mod tests {
    use super::{file_of, folder_of};

    #[test]
    fn files_stay_below_the_output() {
        assert_eq!(file_of("/ar/مؤتمر/").expect("a file"), "ar/مؤتمر/index.html");
        assert_eq!(file_of("/ar/visits").expect("a file"), "ar/visits.html");
        assert_eq!(file_of("/ar/visits.html").expect("a file"), "ar/visits.html");
        for address in ["/ar/../../etc/", "/ar/..", "/ar/a\\b/", "/ar/a//b/", "/ar/.git/", "/ar/a\u{0}b/", "/c:/"] {
            assert!(file_of(address).is_err(), "{address:?}");
        }
    }

    #[test]
    fn the_folder_of_a_base() {
        assert_eq!(folder_of("https://host"), "");
        assert_eq!(folder_of("https://host/news/site"), "/news/site");
    }
}
