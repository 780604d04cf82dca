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
pub mod fingerprint;
pub mod generate;
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
#[allow(dead_code, unreachable_pub, reason = "a function for each message, called or not")]
mod texts;
pub mod words;

pub use error::Error;
pub use generate::generate;
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
    let (policy, problem) = policy(project);
    let mut report = look(project, &policy);
    report.problems.extend(problem);
    report
}

/// Makes the fixes of what [`check()`] finds, in memory; [`check::fix::Mended::write`] writes them.
///
/// ```
/// use mizan::Project;
/// let project = Project::builder()
///     .file("mizan.toml", "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"{locale}.ftl\"\n")
///     .file("en.ftl", "home = Home\n")
///     .file("ar.ftl", "old = قديم\nhome = البداية\n")
///     .build()?;
/// let mended = mizan::fix(&project);
/// assert_eq!(&*mended.changes[0].after, "home = البداية\n");
/// # Ok::<(), mizan::Error>(())
/// ```
#[must_use]
pub fn fix(project: &Project) -> check::fix::Mended {
    let (policy, problem) = policy(project);
    let mut mended = check::fix::mend(project, &|project| look(project, &policy));
    mended.report.problems.extend(problem);
    mended
}

/// What the configuration decides, and what is wrong with it: a name that no rule has.
fn policy(project: &Project) -> (report::Policy, Option<Error>) {
    match report::Policy::of(project) {
        Ok(policy) => (policy, None),
        Err(error) => {
            let configured = project.config().rules.iter().map(|(name, severity)| (name.as_str(), *severity));
            (report::Policy::new().configured(configured), Some(error))
        }
    }
}

fn look(project: &Project, policy: &report::Policy) -> check::Report {
    let mut report = check::run_rules(project, &|rule| policy.is_on(rule));
    policy.apply(&mut report);
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
