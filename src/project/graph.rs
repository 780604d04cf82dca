//! The variant graph: which pages are language versions of each other, at which addresses. Everything that links
//! variants (pages, hreflang, sitemap, feeds, JSON, link rules) asks this one.

use crate::project::{Outline, Project};

/// Which pages are language versions of each other.
#[derive(Debug)]
pub struct VariantGraph<'a> {
    pub(crate) project: &'a Project,
    /// Outlines by article and locale: `outlines[article][locale]`, in the orders of the project.
    pub(crate) outlines: &'a [Vec<Option<Outline>>],
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To an article: its index, the index of the locale that the address names (`None`: the address names no
    /// language and means the page's own), and the fragment.
    Article {
        /// Index in `Project::articles`.
        article: usize,
        /// The locale named.
        locale: Option<usize>,
        /// Without `#`, percent-decoded.
        fragment: Option<String>,
    },
    /// To a file of the project, by its path.
    File(String),
    /// To a place on the same page (`#fragment`), percent-decoded.
    Fragment(String),
    /// To another site, a mail address, a telephone: not checked.
    External,
    /// To an address that this project neither has nor can rule out (another part of the site).
    Unknown,
    /// Surely to nothing.
    Nowhere,
}
