//! mizan keeps the English and Arabic versions of every article in balance.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod article;
pub mod bidi;
pub mod check;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod error;
pub mod exchange;
pub mod locale;
pub mod message;
pub mod phrase;
pub mod project;
#[cfg(feature = "publish")]
pub mod publish;
pub mod report;
pub mod severity;
pub mod source;
pub mod text;
pub mod words;

pub use error::Error;
pub use project::Project;

/// Checks a project by every rule, with the severities of its configuration. [`check::run_rules`] takes a choice of
/// rules, [`report::Policy`] other severities.
///
/// ```
/// use mizan::{Project, check::Severity};
/// let project = Project::builder()
///     .file("mizan.toml", "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n")
///     .file("visits/en.md", "Visits are free.\n")
///     .build()?;
/// let report = mizan::check(&project);
/// assert_eq!(report.findings[0].rule, "article/missing");
/// assert_eq!(report.findings[0].severity, Severity::Error);
/// # Ok::<(), mizan::Error>(())
/// ```
#[must_use]
pub fn check(project: &Project) -> check::Report {
    let configured = project.config().rules.iter().map(|(name, severity)| (name.as_str(), *severity));
    let mut report = check::run(project);
    report::Policy::new().configured(configured).apply(&mut report);
    report
}

#[cfg(feature = "publish")]
pub use publish::publish;

#[cfg(all(doctest, feature = "publish"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// Arguments of a message, by name.
///
/// ```
/// use mizan::message::FluentValue;
///
/// let name = String::from("Sara");
/// let args = mizan::args! { count => 3, name => name.as_str() };
/// assert_eq!(args.get("count"), Some(&FluentValue::from(3)));
/// ```
#[macro_export]
macro_rules! args {
    ($($name:ident => $value:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut args = $crate::message::FluentArgs::new();
        $(args.set(stringify!($name), $value);)*
        args
    }};
}
