//! A project: its configuration, its tree, its articles and messages. The only room that reads the disk.

pub mod config;
mod graph;
mod model;
mod outline;

pub use config::Config;
pub use graph::{Destination, VariantGraph};
pub use model::{Article, Catalog, CatalogLocale, Collection, MessageFile, Project, Variant};
pub use outline::{Outline, OutlineLink};
