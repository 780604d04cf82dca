//! What a project is made of.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::article::Document;
use crate::error::Error;
use crate::locale::Locale;
use crate::project::Config;
use crate::project::config::ArticlesConfig;
use crate::project::glossary::Glossary;
use crate::project::layout::Layout;
use crate::project::records::Records;
use crate::project::tree::Tree;

/// A project: loaded once, never changed. Articles' texts stay on disk until they are asked for
/// ([`Project::document`]), so that a hundred thousand of them fit.
#[derive(Clone, Debug)]
pub struct Project {
    pub(crate) root: PathBuf,
    pub(crate) config: Config,
    /// The source first, then the targets in the order of the configuration.
    pub(crate) locales: Vec<Locale>,
    pub(crate) collections: Vec<Collection>,
    /// Of each collection.
    pub(crate) layouts: Vec<Layouts>,
    /// By collection, then by key.
    pub(crate) articles: Vec<Article>,
    pub(crate) catalogs: Vec<Catalog>,
    pub(crate) records: Records,
    pub(crate) glossary: Option<Arc<Glossary>>,
    pub(crate) problems: Vec<Error>,
    /// Every file of the tree, sorted.
    pub(crate) paths: Vec<Box<str>>,
    pub(crate) tree: Tree,
}

/// The patterns of a collection or a catalog.
#[derive(Clone, Debug)]
pub(crate) struct Layouts {
    pub(crate) target: Layout,
    pub(crate) source: Option<Layout>,
    /// How its paths write each locale (`pt_br` for pt-BR), where there is one.
    pub(crate) written: Vec<Option<String>>,
}

impl Layouts {
    /// The pattern of this locale's files.
    fn of(&self, locale: usize) -> &Layout {
        if locale == 0 { self.source.as_ref().unwrap_or(&self.target) } else { &self.target }
    }
}

impl Project {
    /// The folder of `mizan.toml`; empty for a project in memory.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The project's name: the configured one, else its folder's.
    #[must_use]
    pub fn name(&self) -> String {
        if !self.config.project.name.is_empty() {
            return self.config.project.name.clone();
        }
        let folder = self.root.canonicalize().ok();
        let name = folder.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_default()
    }

    /// Its configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Its locales: the source, then the targets in the order of the configuration.
    #[must_use]
    pub fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// The locale that is written first.
    #[must_use]
    pub fn source(&self) -> &Locale {
        &self.locales[0]
    }

    /// The locales that it is translated into.
    #[must_use]
    pub fn targets(&self) -> &[Locale] {
        &self.locales[1..]
    }

    /// The index of the locale with this tag.
    #[must_use]
    pub fn locale_index(&self, tag: &str) -> Option<usize> {
        self.locales.iter().position(|locale| locale.tag() == tag)
    }

    /// Its collections of articles, by name.
    #[must_use]
    pub fn collections(&self) -> &[Collection] {
        &self.collections
    }

    /// Its articles, by collection, then by key.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// Its catalogs of messages, by name.
    #[must_use]
    pub fn catalogs(&self) -> &[Catalog] {
        &self.catalogs
    }

    /// What its translations were made from, by `mizan.lock`.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// Its glossary, where it has one.
    #[must_use]
    pub fn glossary(&self) -> Option<&Glossary> {
        self.glossary.as_deref()
    }

    /// Files and folders that could not be read.
    #[must_use]
    pub fn problems(&self) -> &[Error] {
        &self.problems
    }

    /// Whether the tree has a file at this path.
    #[must_use]
    pub fn has_file(&self, path: &str) -> bool {
        self.paths.binary_search_by(|known| (**known).cmp(path)).is_ok()
    }

    /// Whether the tree has files below this folder.
    #[must_use]
    pub fn has_folder(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        let at = self.paths.partition_point(|known| **known < *folder);
        self.paths.get(at).is_some_and(|next| next.starts_with(&folder))
    }

    /// Every file of the tree, sorted.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(|path| &**path)
    }

    /// Reads a file of the tree.
    ///
    /// # Errors
    /// When it cannot be read, is not UTF-8, or is larger than 64 MiB.
    pub fn read(&self, path: &str) -> Result<String, Error> {
        self.tree.read(path)
    }

    /// Reads a file of the tree that need not be text: a picture, a document to download.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read_bytes(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.tree.read_bytes(path)
    }

    /// Reads a variant and cuts it into segments.
    ///
    /// # Errors
    /// As [`Project::read`].
    pub fn document(&self, variant: &Variant) -> Result<Document, Error> {
        Ok(Document::parse(Arc::clone(&variant.path), self.read(&variant.path)?))
    }

    /// Where the variant of `article` in this locale stands, or would stand.
    #[must_use]
    pub fn expected_path(&self, article: &Article, locale: usize) -> Option<String> {
        if let Some(variant) = article.variant(locale) {
            return Some(variant.path.to_string());
        }
        let layouts = self.layouts.get(article.collection)?;
        let tag = self.locales.get(locale)?.tag();
        let written = layouts.written.get(locale).and_then(Option::as_deref).unwrap_or(tag);
        Some(layouts.of(locale).path(&self.key_as_written(article, layouts), written))
    }

    /// The key in the bytes of the article's own files, so that a folder named in decomposed letters is not doubled.
    fn key_as_written(&self, article: &Article, layouts: &Layouts) -> String {
        let as_is = article.variants.first().filter(|variant| !variant.path.is_ascii()).and_then(|variant| {
            let own = layouts.of(variant.locale).matches_as_is(&variant.path, &self.locales);
            own.or_else(|| layouts.target.matches_as_is(&variant.path, &self.locales))
        });
        as_is.map_or_else(|| article.key.clone(), |matched| matched.slug)
    }

    /// Where the messages file `name` of `catalog` in this locale stands, or would stand.
    #[must_use]
    pub fn expected_messages_path(&self, catalog: &Catalog, locale: usize, name: &str) -> Option<String> {
        let files = &catalog.locales.get(locale)?.files;
        if let Some(file) = files.iter().find(|file| file.name == name) {
            return Some(file.path.to_string());
        }
        let config = self.config.messages.get(&catalog.name)?;
        let pattern = if locale == 0 { config.source.as_ref().unwrap_or(&config.path) } else { &config.path };
        Some(Layout::new(pattern).ok()?.path(name, self.locales.get(locale)?.tag()))
    }
}

/// A collection of articles: `[articles.NAME]`.
#[derive(Clone, Debug)]
pub struct Collection {
    /// Its name.
    pub name: String,
    /// Its configuration.
    pub config: ArticlesConfig,
}

/// One piece of content under one key, in all its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Index of its collection in [`Project::collections`].
    pub collection: usize,
    /// Its key: what `{slug}` matched, folders included.
    pub key: String,
    /// Its variants, in the order of [`Project::locales`].
    pub variants: Vec<Variant>,
}

/// One language version of an article, by its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Index of its locale in [`Project::locales`]; 0 is the source.
    pub locale: usize,
    /// Path below the project's folder, with `/`.
    pub path: Arc<str>,
}

/// All messages of one `[messages]` table.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// Its name.
    pub name: String,
    /// One for each locale of the project, in that order; without files where the locale has none.
    pub locales: Vec<CatalogLocale>,
}

/// The message files of one locale.
#[derive(Clone, Debug)]
pub struct CatalogLocale {
    /// Index of its locale in [`Project::locales`].
    pub locale: usize,
    /// Its files by path.
    pub files: Vec<MessageFile>,
}

/// One Fluent file.
#[derive(Clone, Debug)]
pub struct MessageFile {
    /// What `{file}` matched; files of two locales with one name belong together.
    pub name: String,
    /// Path below the project's folder, with `/`.
    pub path: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
}

impl Article {
    /// The variant in the locale of this index.
    #[must_use]
    pub fn variant(&self, locale: usize) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.locale == locale)
    }

    /// The source variant.
    #[must_use]
    pub fn source(&self) -> Option<&Variant> {
        self.variant(0)
    }
}
