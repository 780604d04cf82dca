//! Checking: rules look at a project and say what they see, as values.

mod allowances;
pub mod coverage;
mod finding;
pub mod fix;
mod rule;
pub mod rules;
mod run;

pub use crate::severity::Severity;
pub use finding::{Finding, Fix, Report, Unit};
pub use rule::{Look, PairLook, Rule, Sink};
pub use run::{run, run_rules};
