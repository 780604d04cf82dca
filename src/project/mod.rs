//! A project: its configuration, its tree, its articles and messages. The only room that reads the disk.

mod address;
pub mod config;
mod draft;
pub mod files;
pub mod glossary;
mod graph;
pub mod init;
mod language;
mod layout;
mod load;
mod localizer;
mod model;
mod outline;
pub mod records;
pub mod rename;
mod tree;
mod uses;

pub use config::Config;
pub use glossary::Glossary;
pub use graph::{Destination, VariantGraph};
pub use load::ProjectBuilder;
pub use model::{Article, Catalog, CatalogLocale, Collection, MessageFile, Project, Variant};
pub(crate) use outline::field_names;
pub use outline::{Outline, OutlineLink};
pub use records::{Record, Records};
pub use tree::OUTPUT_MARKER;
pub use uses::{FileAllowances, UsedId, Uses};
