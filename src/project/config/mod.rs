//! `mizan.toml`: what it may say, read with the place of every mistake.

mod parse;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::locale::{Calendar, Numbering};
use crate::severity::Severity;
use crate::source::Position;

pub(crate) use parse::parse;

/// The name of the configuration file.
pub const FILE: &str = "mizan.toml";

/// The configuration of a project: `mizan.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    /// What the project is called, where it is published, and its languages.
    pub project: ProjectConfig,
    /// Collections of articles, by name.
    #[serde(default)]
    pub articles: BTreeMap<String, ArticlesConfig>,
    /// Fluent messages: one table with a `path`, or several by name.
    #[serde(default, deserialize_with = "parse::messages")]
    #[cfg_attr(feature = "schema", schemars(with = "MessagesSchema"))]
    pub messages: BTreeMap<String, MessagesConfig>,
    /// How terms are translated.
    pub glossary: Option<GlossaryConfig>,
    /// Numbers and dates of locales, by language tag.
    #[serde(default)]
    pub locales: BTreeMap<String, LocaleConfig>,
    /// Severities, by rule (`article/missing`) or room (`article/*`).
    #[serde(default)]
    pub rules: BTreeMap<String, Severity>,
    /// Where each of [`Config::rules`] stands: which rules there are is known only above this room.
    #[serde(skip)]
    pub(crate) rule_positions: BTreeMap<String, Position>,
    /// How `mizan status --next` orders what is to be done.
    #[serde(default)]
    pub status: StatusConfig,
    /// What `mizan generate` writes.
    #[serde(default)]
    pub generate: GenerateConfig,
    /// How `mizan build` publishes. Without it, addresses that begin with `/` are not checked.
    pub site: Option<SiteConfig>,
}

/// `[messages]` as JSON Schema sees it.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)] // only its schema is used
enum MessagesSchema {
    One(MessagesConfig),
    Several(BTreeMap<String, MessagesConfig>),
}

/// `[project]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ProjectConfig {
    /// Name of the project.
    #[serde(default)]
    pub name: String,
    /// Where the site is published, like `https://news.example.org`.
    pub base_url: Option<String>,
    /// Tag of the locale that is written first.
    pub source: String,
    /// Tags of the locales that it is translated into.
    #[serde(default)]
    pub targets: Vec<String>,
}

/// What happens where a translation is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The article does not appear in that language.
    #[default]
    Omit,
    /// It appears as a labelled link to the source.
    Link,
    /// The source's text appears in its place, with a notice.
    Fallback,
}

/// `[articles.NAME]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ArticlesConfig {
    /// Where the files are: a pattern with `{slug}` and `{locale}`, like `articles/{slug}/{locale}.md`.
    pub path: String,
    /// The source's own pattern, where it has one, with `{slug}`.
    pub source: Option<String>,
    /// Front-matter fields that every variant must have (a shared one may come from the source).
    #[serde(default)]
    pub required: Vec<String>,
    /// Fields that must exist in each language, if the source has them.
    #[serde(default)]
    pub translated: Vec<String>,
    /// Fields that a translation inherits from the source, and must not contradict.
    #[serde(default)]
    pub shared: Vec<String>,
    /// What is shown where a translation is missing.
    #[serde(default)]
    pub missing: Missing,
}

/// `[messages]` or `[messages.NAME]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MessagesConfig {
    /// Where the files are: a pattern with `{locale}` and, for several files, `{file}`.
    pub path: String,
    /// The source's own pattern, where it has one.
    pub source: Option<String>,
    /// Functions that the program gives its messages beside `NUMBER` and `DATETIME`, like `PLATFORM`.
    #[serde(default)]
    pub functions: Vec<String>,
    /// The programs and templates that show the messages: patterns below the project's folder, like `src/**/*.rs`; one
    /// with `!` takes out what an earlier one names. With them, messages that nothing uses and uses of messages that do
    /// not exist are found.
    #[serde(default)]
    pub used_in: Vec<String>,
    /// What shows messages there besides the usual `t("id")`, `message("id")`, `data-l10n-id="id"`: names of functions,
    /// methods, macros (`say!`) and filters; a name with a hyphen is an attribute's.
    #[serde(default)]
    pub calls: Vec<String>,
}

/// `[glossary]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GlossaryConfig {
    /// Where the glossary is, below the project's folder. Without it, `glossary.toml` where there is one.
    pub path: String,
}

/// `[locales.TAG]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LocaleConfig {
    /// Digits of numbers.
    #[serde(default)]
    pub numbering: Numbering,
    /// Calendar of dates.
    #[serde(default)]
    pub calendar: Calendar,
}

/// `[status]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatusConfig {
    /// The front-matter field of the source that holds how much an article matters: its readers, for instance.
    pub weight: Option<String>,
}

/// `[generate]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GenerateConfig {
    /// The Rust file to write, like `src/texts.rs`.
    pub out: Option<String>,
    /// What that file calls the crate mizan, where it is not `::mizan`.
    #[serde(rename = "crate", default = "default_crate_path")]
    pub crate_path: String,
}

impl Default for GenerateConfig {
    fn default() -> Self {
        Self { out: None, crate_path: default_crate_path() }
    }
}

fn default_crate_path() -> String {
    "::mizan".to_owned()
}

/// `[site]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SiteConfig {
    /// Address of an article, with `{locale}` and `{slug}`.
    #[serde(default = "default_address")]
    pub address: String,
    /// Folder of files that are copied as they are.
    #[serde(rename = "static")]
    pub static_folder: Option<String>,
    /// Folder of templates that replace mizan's, file by file.
    pub templates: Option<String>,
}

/// The address of an article where the configuration gives none.
pub const DEFAULT_ADDRESS: &str = "/{locale}/{slug}/";

fn default_address() -> String {
    DEFAULT_ADDRESS.to_owned()
}

#[cfg(feature = "schema")]
impl Config {
    /// The JSON Schema of `mizan.toml`, for editors.
    #[must_use]
    pub fn json_schema() -> serde_json::Value {
        schemars::schema_for!(Self).into()
    }
}
