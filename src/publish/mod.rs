//! Publishing: every variant as a page that knows its other languages, with home pages, `sitemap.xml` and
//! `variants.json`. Which pages are language versions of each other, and where, is asked of the one
//! [`crate::project::VariantGraph`].
//!
//! Raw HTML in articles is cut down to an allow-list: no scripts, no styles, no `on…` attributes, no `javascript:`
//! addresses. The same project gives the same bytes, on any number of threads.

mod body;
mod footnotes;
mod gather;
mod headings;
mod links;
mod lists;
mod names;
mod output;
mod page;
mod plan;
mod render;
mod sanitize;
mod site;
mod sitemap;
mod templates;
mod texts;
mod variants;
mod view;

use std::path::Path;

use crate::error::Error;
use crate::project::{Project, VariantGraph};

pub use output::Written;
pub use site::Site;

/// Renders the whole site in memory. For thousands of articles, [`build`] writes each page as it is made.
///
/// ```
/// use mizan::project::Project;
/// let config = "[project]\nname = \"News\"\nbase-url = \"https://news.example.org\"\nsource = \"en\"\ntargets = [\"ar\"]\n\
///               [articles.news]\npath = \"{slug}/{locale}.md\"\n";
/// let project = Project::builder()
///     .file("mizan.toml", config)
///     .file("visits/en.md", "---\ntitle: Visits\n---\nFrom 9 to 20.\n")
///     .file("visits/ar.md", "---\ntitle: الزيارات\n---\nمن 9 إلى 20.\n")
///     .build()?;
/// let site = mizan::publish::publish(&project)?;
/// assert!(site.text("ar/visits/index.html").is_some_and(|page| page.contains("<html lang=\"ar\" dir=\"rtl\">")));
/// # Ok::<(), mizan::Error>(())
/// ```
///
/// # Errors
/// When an article cannot be read, a template is at fault, or an address leads out of the site.
pub fn publish(project: &Project) -> Result<Site, Error> {
    let collected = site::Collected::default();
    each_file(project, &collected)?;
    Ok(collected.into_site())
}

/// Renders the site and writes each file as it is made; only files that changed are touched, and files of an earlier
/// build that are no longer made are removed.
///
/// # Errors
/// As [`publish`]; and when `out` holds files but was not made by mizan, or cannot be written to.
pub fn build(project: &Project, out: &Path) -> Result<Written, Error> {
    let output = output::Output::open(out)?;
    let made = each_file(project, &output);
    output.finish(made)
}

/// Takes the files of a site as they are made, on any thread.
trait Sink: Sync {
    /// Takes a file; `path` is below the site's root, with `/`.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Error>;

    /// Takes a file that is copied from disk.
    fn copy(&self, path: &str, from: &Path) -> Result<(), Error>;
}

fn each_file(project: &Project, sink: &dyn Sink) -> Result<(), Error> {
    let gathered = gather::gather(project)?;
    let graph = VariantGraph::new(project, &gathered.outlines);
    let plan = plan::Plan::new(&graph, &gathered.heads)?;
    render::Renderer::new(&plan)?.render(sink)
}

#[cfg(test)]
mod tests;
