//! Typed messages: a Rust module with one function for each message and each attribute, its arguments typed from what the
//! texts of all locales do with them. The functions return [`Phrase`](crate::phrase::Phrase)s, which a
//! [`Localizer`](crate::message::Localizer) says.
//!
//! | what the texts do with a variable, in any locale | its argument |
//! | --- | --- |
//! | choose by it between plural forms or numbers, or show it through `NUMBER` | `impl Into<Number>` |
//! | show it through `DATETIME` | `impl Into<Date>` |
//! | choose by it between words | `impl Into<Platform>`, an enum with all the words of all locales |
//! | choose by it between words and numbers alike | `impl Into<Arg>`: any of these |
//! | show it | what the message's comment says, as in `$files (Number)`; else `impl Into<String>` |
//!
//! What a text merely shows is no evidence: where one locale chooses by a number and another only shows it, it is a number.
//! Where two places cannot both be served (a date here, a number there), or a translation uses a variable that its source
//! does not give, that is a [`Fault`], and there is no module.

//!
//! The module is either a committed file, which `mizan generate` writes and `mizan generate --check` holds, or made by a build
//! script:
//!
//! ```no_run
//! // build.rs, with mizan as a build dependency (default-features = false)
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     println!("cargo::rerun-if-changed=mizan.toml");
//!     println!("cargo::rerun-if-changed=locales");
//!     let project = mizan::Project::load(".")?;
//!     let out = std::path::PathBuf::from(std::env::var("OUT_DIR")?);
//!     mizan::generate(&project)?.write(out.join("texts.rs"))?;
//!     Ok(())
//! }
//! ```
//!
//! ```ignore
//! // src/main.rs
//! mod texts {
//!     include!(concat!(env!("OUT_DIR"), "/texts.rs"));
//! }
//! ```
//!
//! `examples/typed-messages` is a package that does so.

mod docs;
mod enums;
mod faults;
mod kinds;
mod messages;
mod names;
mod output;
mod rust;
mod variables;

pub use faults::{Fault, Faults};
pub use output::{Changes, Module};

use crate::project::Project;

/// Writes the module of a project's messages, by `[generate]` of its configuration. The same texts give the same bytes.
///
/// ```
/// let project = mizan::Project::builder()
///     .file("mizan.toml", "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"{locale}.ftl\"\n")
///     .file("en.ftl", "checked = { $count } checked\n")
///     .file("ar.ftl", "checked = { $count ->\n    [one] واحد\n   *[other] { $count }\n }\n")
///     .build()?;
/// let module = mizan::generate(&project)?;
/// assert!(module.as_str().contains("pub fn checked(count: impl Into<Number>) -> Phrase {"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When a file of messages cannot be read, or the locales contradict each other.
pub fn generate(project: &Project) -> Result<Module, Faults> {
    let mut faults = Vec::new();
    let catalogs: Vec<_> =
        project.catalogs().iter().map(|catalog| messages::of_catalog(project, catalog, &mut faults)).collect();
    if faults.is_empty() && project.problems().is_empty() {
        return Ok(Module::new(rust::module(project, &catalogs)));
    }
    faults.sort();
    faults.dedup();
    Err(Faults { faults, unread: project.problems().to_vec() })
}

#[cfg(test)]
mod tests;
