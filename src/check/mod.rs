//! Checking: rules look at a project and say what they see, as values.

mod finding;
mod rule;
pub mod rules;

pub use crate::severity::Severity;
pub use finding::{Finding, Fix, Report, Unit};
pub use rule::{Look, Rule, Sink};
