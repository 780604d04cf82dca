//! `mizan.toml`.

use std::collections::BTreeMap;

use crate::locale::{Calendar, Numbering};
use crate::severity::Severity;

/// The configuration of a project: `mizan.toml`.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// `[project]`.
    pub project: ProjectConfig,
    /// `[articles.NAME]`, by name.
    pub articles: BTreeMap<String, ArticlesConfig>,
    /// `[messages]` (named `messages`) or `[messages.NAME]`.
    pub messages: BTreeMap<String, MessagesConfig>,
    /// `[locales.TAG]`.
    pub locales: BTreeMap<String, LocaleConfig>,
    /// `[rules]`: severity by rule name, or by `room/*`.
    pub rules: BTreeMap<String, Severity>,
    /// `[site]`; `None` where mizan does not build the site.
    pub site: Option<SiteConfig>,
}

/// `[project]`.
#[derive(Clone, Debug, Default)]
pub struct ProjectConfig {
    /// Name of the project.
    pub name: String,
    /// `base-url`: where the site is published, without a final `/`.
    pub base_url: Option<String>,
    /// Tag of the locale that is written first.
    pub source: String,
    /// Tags of the locales that it is translated into.
    pub targets: Vec<String>,
}

/// What happens where a translation is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// The article does not appear in that language.
    #[default]
    Omit,
    /// It appears as a labelled link to the source.
    Link,
    /// The source text appears in its place, with a notice.
    Fallback,
}

/// `[articles.NAME]`.
#[derive(Clone, Debug, Default)]
pub struct ArticlesConfig {
    /// `path`: pattern with `{slug}` and `{locale}`.
    pub path: String,
    /// `source`: the source's own pattern, with `{slug}`.
    pub source: Option<String>,
    /// Fields that every variant must have (a shared one may come from the source).
    pub required: Vec<String>,
    /// Fields that must exist in each language, if the source has them.
    pub translated: Vec<String>,
    /// Fields inherited from the source.
    pub shared: Vec<String>,
    /// Policy for missing translations.
    pub missing: Missing,
}

/// `[messages]`.
#[derive(Clone, Debug, Default)]
pub struct MessagesConfig {
    /// `path`: pattern with `{locale}` and optionally `{file}`.
    pub path: String,
    /// `source`: the source's own pattern.
    pub source: Option<String>,
}

/// `[locales.TAG]`.
#[derive(Clone, Debug, Default)]
pub struct LocaleConfig {
    /// Digits.
    pub numbering: Numbering,
    /// Calendar.
    pub calendar: Calendar,
}

/// `[site]`.
#[derive(Clone, Debug)]
pub struct SiteConfig {
    /// `address`: pattern of an article's address, `/{locale}/{slug}/` by default.
    pub address: String,
    /// `static`: folder of files that are copied as they are.
    pub static_folder: Option<String>,
    /// `templates`: folder of the user's templates.
    pub templates: Option<String>,
}
