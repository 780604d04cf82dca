//! What a project is made of.

use std::path::PathBuf;
use std::sync::Arc;

use crate::error::Error;
use crate::locale::Locale;
use crate::project::Config;
use crate::project::config::ArticlesConfig;

/// A project: loaded once, never changed. Articles' texts stay on disk until they are asked for
/// ([`Project::document`]), so that a hundred thousand of them fit.
#[derive(Debug)]
pub struct Project {
    pub(crate) root: PathBuf,
    pub(crate) config: Config,
    /// The source first, then the targets in the order of the configuration.
    pub(crate) locales: Vec<Locale>,
    pub(crate) collections: Vec<Collection>,
    /// By collection, then by key.
    pub(crate) articles: Vec<Article>,
    pub(crate) catalogs: Vec<Catalog>,
    pub(crate) problems: Vec<Error>,
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
