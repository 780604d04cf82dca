//! The variant graph: which pages are language versions of each other, at which addresses. Everything that links
//! variants (pages, hreflang, sitemap, feeds, JSON, link rules) asks this one.

mod fields;
mod localize;

use std::collections::HashMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use crate::project::address::{self, Written};
use crate::project::config::DEFAULT_ADDRESS;
use crate::project::{Outline, Project};
use crate::source::{LineIndex, Place, Span};

/// Which pages are language versions of each other.
#[derive(Debug)]
pub struct VariantGraph<'a> {
    project: &'a Project,
    /// Outlines by article and locale, in the orders of the project.
    outlines: &'a [Vec<Option<Outline>>],
    by_path: HashMap<&'a str, (usize, usize)>,
    by_key: HashMap<&'a str, usize>,
    /// Addresses without the final `/`, lower case.
    by_address: HashMap<String, (usize, usize)>,
    collisions: HashMap<(usize, usize), usize>,
    siblings_resolve: OnceLock<bool>,
    /// How many variants have each field, by the hash of its name.
    fields: OnceLock<HashMap<u32, u32>>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To an article.
    Article {
        /// Index in [`Project::articles`].
        article: usize,
        /// Index of the locale that the address names; `None` where it names none and means the page's own.
        locale: Option<usize>,
        /// Without `#`, percent-decoded.
        fragment: Option<String>,
    },
    /// To a file of the project, by its path.
    File(String),
    /// To a place on the same page, percent-decoded.
    Fragment(String),
    /// To another site, a mail address, a telephone: not checked.
    External,
    /// To an address that this project neither has nor can rule out (another part of the site serves it, perhaps).
    Unknown,
    /// Surely to nothing.
    Nowhere,
}

impl<'a> VariantGraph<'a> {
    /// Builds the graph from the outlines of all variants: `outlines[article][locale]`, in the orders of the project.
    #[must_use]
    pub fn new(project: &'a Project, outlines: &'a [Vec<Option<Outline>>]) -> Self {
        let mut graph = Self {
            project,
            outlines,
            by_path: HashMap::with_capacity(project.articles().len() * 2),
            by_key: HashMap::with_capacity(project.articles().len()),
            by_address: HashMap::with_capacity(project.articles().len() * 2),
            collisions: HashMap::new(),
            siblings_resolve: OnceLock::new(),
            fields: OnceLock::new(),
        };
        for (at, article) in project.articles().iter().enumerate() {
            graph.by_key.entry(address::without_index(&article.key)).or_insert(at);
            for variant in &article.variants {
                graph.by_path.insert(&variant.path, (at, variant.locale));
                let Some(address) = graph.address(at, variant.locale) else { continue };
                let address = folded(&address);
                match graph.by_address.get(&address) {
                    Some((other, _)) if graph.may_collide(at, *other) => {
                        graph.collisions.insert((at, variant.locale), *other);
                    }
                    Some(_) => {}
                    None => drop(graph.by_address.insert(address, (at, variant.locale))),
                }
            }
        }
        graph
    }

    /// Without `[site]`, two collections may have addresses of their own.
    fn may_collide(&self, article: usize, other: usize) -> bool {
        let articles = self.project.articles();
        self.project.config().site.is_some() || articles[article].collection == articles[other].collection
    }

    /// The project.
    #[must_use]
    pub fn project(&self) -> &'a Project {
        self.project
    }

    /// The outline of a variant.
    #[must_use]
    pub fn outline(&self, article: usize, locale: usize) -> Option<&'a Outline> {
        self.outlines.get(article)?.get(locale)?.as_ref()
    }

    /// Indices of the locales that the article has a variant in.
    pub fn variants(&self, article: usize) -> impl Iterator<Item = usize> + use<'a> {
        let variants = self.project.articles().get(article).map_or(&[][..], |article| &article.variants);
        variants.iter().map(|variant| variant.locale)
    }

    /// The article's slug in this locale: the front matter's, else its key (without a final `index`).
    #[must_use]
    pub fn slug(&self, article: usize, locale: usize) -> Option<String> {
        let key = address::without_index(&self.project.articles().get(article)?.key);
        let own = self.outline(article, locale).and_then(|outline| outline.slug.as_deref());
        let Some(slug) = own.map(|slug| slug.trim().trim_matches('/')).filter(|slug| !slug.is_empty()) else {
            return Some(address::composed(key));
        };
        let slug = address::composed(slug);
        Some(match key.rsplit_once('/') {
            Some((folder, _)) if !slug.contains('/') => format!("{folder}/{slug}"),
            _ => slug,
        })
    }

    /// The address of a variant below the site's root, readable: `/ar/مؤتمر-2023/`. See [`VariantGraph::path`] for the
    /// percent-encoded one.
    #[must_use]
    pub fn address(&self, article: usize, locale: usize) -> Option<String> {
        let slug = self.slug(article, locale)?;
        let pattern = self.project.config().site.as_ref().map_or(DEFAULT_ADDRESS, |site| site.address.as_str());
        let tag = self.project.locales().get(locale)?.tag();
        Some(pattern.replace("{locale}", tag).replace("{slug}", &slug))
    }

    /// The address of a variant below the site's root, percent-encoded once: for `href`.
    #[must_use]
    pub fn path(&self, article: usize, locale: usize) -> Option<String> {
        self.address(article, locale).map(|address| address::encode(&address))
    }

    /// The absolute address of a variant; without `base-url`, as [`VariantGraph::path`].
    #[must_use]
    pub fn url(&self, article: usize, locale: usize) -> Option<String> {
        let base = self.project.config().project.base_url.as_deref().unwrap_or_default();
        Some(format!("{}{}", base.trim_end_matches('/'), self.path(article, locale)?))
    }

    /// The article that has this variant's address already.
    #[must_use]
    pub fn collides_with(&self, article: usize, locale: usize) -> Option<usize> {
        self.collisions.get(&(article, locale)).copied()
    }

    /// The place of a span in a variant's file, which is read for it.
    #[must_use]
    pub fn place(&self, article: usize, locale: usize, span: Span) -> Option<Place> {
        let variant = self.project.articles().get(article)?.variant(locale)?;
        let text = self.project.read(&variant.path).ok()?;
        Some(Place::new(variant.path.clone(), &text, &LineIndex::new(&text), span))
    }

    /// Where a link of this variant leads. It is read as relative to the file (`../other/en.md`, Zola's `@/blog/x.md`),
    /// to the page's address (`../other/`, `/ar/other/`, an absolute address below `base-url`) and to the article's key.
    ///
    /// [`Destination::Nowhere`] is said only where nothing but this project can be meant: of absolute addresses, where
    /// `[site]` is configured; of relative ones, where they name a file, or `[site]` is configured, or most relative
    /// links of the project lead to articles. Home pages, what `mizan build` adds, hidden files (they are not walked),
    /// folders of the tree and whatever lies above the project's folder are [`Destination::Unknown`].
    #[must_use]
    pub fn resolve(&self, article: usize, locale: usize, destination: &str) -> Destination {
        let base = self.project.config().project.base_url.as_deref();
        match address::read(destination, base) {
            Written::External => Destination::External,
            Written::Template => Destination::Unknown,
            Written::Fragment(fragment) => Destination::Fragment(fragment),
            Written::Content(path) => self.content(&path.path, path.fragment),
            Written::Absolute(path) => self.absolute(&path.path, path.fragment),
            Written::Relative(path) => self.relative(article, locale, &path.path, path.fragment),
        }
    }

    /// `@/blog/x.md`: below the folder that the collection's pattern begins with.
    fn content(&self, path: &str, fragment: Option<String>) -> Destination {
        for collection in self.project.collections() {
            let pattern = collection.config.source.as_ref().unwrap_or(&collection.config.path);
            let folder = pattern.split('{').next().unwrap_or_default();
            let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
            if let Some(found) = self.file(&address::join(folder, path), fragment.clone()) {
                return found;
            }
        }
        Destination::Nowhere
    }

    /// An article's file, or any other file of the tree.
    fn file(&self, path: &str, fragment: Option<String>) -> Option<Destination> {
        if let Some((article, locale)) = self.by_path.get(path) {
            return Some(Destination::Article { article: *article, locale: Some(*locale), fragment });
        }
        self.project.has_file(path).then(|| Destination::File(path.to_owned()))
    }

    fn at_address(&self, path: &str, fragment: Option<&String>) -> Option<Destination> {
        let (article, locale) = *self.by_address.get(&folded(path))?;
        Some(Destination::Article { article, locale: Some(locale), fragment: fragment.cloned() })
    }

    /// A key, perhaps behind a locale: `ar/visits`, `visits`.
    fn at_key(&self, path: &str, fragment: Option<&String>) -> Option<Destination> {
        let path = address::stem(path);
        let (locale, key) = match path.split_once('/') {
            Some((first, rest)) if self.project.locale_index(first).is_some() => {
                (self.project.locale_index(first), rest)
            }
            _ => (None, path),
        };
        let article = *self.by_key.get(key)?;
        Some(Destination::Article { article, locale, fragment: fragment.cloned() })
    }

    fn absolute(&self, path: &str, fragment: Option<String>) -> Destination {
        if let Some(found) = self.at_address(path, fragment.as_ref()) {
            return found;
        }
        let below = path.trim_start_matches('/');
        let site = self.project.config().site.as_ref();
        let folder = site.and_then(|site| site.static_folder.as_deref()).unwrap_or("static");
        let file = self.file(&address::join(folder, below), None).or_else(|| self.file(below, fragment.clone()));
        if let Some(found) = file.or_else(|| self.at_key(below, fragment.as_ref())) {
            return found;
        }
        let is_added = self.is_home(below) || matches!(below, "sitemap.xml" | "variants.json");
        if site.is_some() && !is_added { Destination::Nowhere } else { Destination::Unknown }
    }

    /// The site's own home page, or a language's.
    fn is_home(&self, path: &str) -> bool {
        let stem = address::stem(path);
        stem.is_empty() || self.project.locale_index(stem).is_some()
    }

    fn relative(&self, article: usize, locale: usize, path: &str, fragment: Option<String>) -> Destination {
        if let Some(found) = self.relative_to_article(article, locale, path, fragment.as_ref()) {
            return found;
        }
        let has_site = self.project.config().site.is_some();
        let surely = address::names_a_file(path) || has_site || self.siblings_resolve();
        if surely && !self.may_be_elsewhere(article, locale, path, has_site) {
            Destination::Nowhere
        } else {
            Destination::Unknown
        }
    }

    /// Whether a relative path that was not found may lead to something that is not among articles and files.
    fn may_be_elsewhere(&self, article: usize, locale: usize, path: &str, has_site: bool) -> bool {
        let own = self.address(article, locale).unwrap_or_default();
        let variant = self.project.articles().get(article).and_then(|article| article.variant(locale));
        let folder = variant.and_then(|variant| variant.path.rsplit_once('/')).map_or("", |(folder, _)| folder);
        let from_folder = address::join(folder, path);
        self.is_home(&address::join(&own, path))
            || address::leaves_root(folder, path)
            || from_folder.split('/').any(|part| part.starts_with('.'))
            || !has_site && self.project.has_folder(&from_folder)
    }

    fn relative_to_article(
        &self,
        article: usize,
        locale: usize,
        path: &str,
        fragment: Option<&String>,
    ) -> Option<Destination> {
        let article_data = self.project.articles().get(article)?;
        let variant = article_data.variant(locale)?;
        let own = self.address(article, locale)?;
        let from_page = format!("/{}", address::join(&own, path));
        if path.ends_with('/')
            && let Some(found) = self.at_address(&from_page, fragment)
        {
            return Some(found);
        }
        let folder = variant.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if let Some(found) = self.file(&address::join(folder, path), fragment.cloned()) {
            return Some(found);
        }
        let from_folder = format!("/{}", address::join(own.trim_end_matches('/').rsplit_once('/')?.0, path));
        let key = &article_data.key;
        let key_folder = key.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.at_address(&from_page, fragment)
            .or_else(|| self.at_key(&address::join(key, path), fragment))
            .or_else(|| self.at_address(&from_folder, fragment))
            .or_else(|| self.at_key(&address::join(key_folder, path), fragment))
            .or_else(|| {
                let static_folder = self.project.config().site.as_ref()?.static_folder.as_deref()?;
                self.file(&address::join(static_folder, &from_page), None)
            })
    }

    /// Whether most relative links of the project that name no file lead to articles: then those that do not are wrong.
    fn siblings_resolve(&self) -> bool {
        *self.siblings_resolve.get_or_init(|| {
            let all = self.outlines.iter().enumerate();
            let links = all.flat_map(|(article, locales)| {
                let outlines = locales.iter().enumerate().filter_map(|(locale, it)| Some((locale, it.as_ref()?)));
                outlines.flat_map(move |(locale, it)| it.links.iter().map(move |link| (article, locale, link)))
            });
            let relative = links.filter_map(|(article, locale, link)| match address::read(&link.destination, None) {
                Written::Relative(path) if !link.image && !address::names_a_file(&path.path) => {
                    Some((article, locale, path.path))
                }
                _ => None,
            });
            let outcomes = relative.take(200).map(|(article, locale, path)| {
                matches!(
                    self.relative_to_article(article, locale, &path, None),
                    Some(Destination::Article { article: other, .. }) if other != article
                )
            });
            let (lead, do_not): (Vec<bool>, Vec<bool>) = outcomes.partition(|leads| *leads);
            lead.len() > do_not.len()
        })
    }
}

/// How addresses are compared: composed letters, lower case, no final `/`, `index.html` or `.html`.
fn folded(address: &str) -> String {
    let stem = address::stem(address);
    if stem.is_ascii() { stem.to_ascii_lowercase() } else { stem.nfc().flat_map(char::to_lowercase).collect() }
}

#[cfg(test)]
mod tests;
