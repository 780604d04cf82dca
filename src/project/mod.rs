//! A project: its configuration, its tree, its articles and messages. The only room that reads the disk.

mod address;
pub mod config;
pub mod files;
mod graph;
pub mod init;
mod language;
mod layout;
mod load;
mod localizer;
mod model;
mod outline;
mod tree;

pub use config::Config;
pub use graph::{Destination, VariantGraph};
pub use load::ProjectBuilder;
pub use model::{Article, Catalog, CatalogLocale, Collection, MessageFile, Project, Variant};
pub use outline::{Outline, OutlineLink};
pub use tree::OUTPUT_MARKER;
