//! Rules on allowances: the comments that let a finding be.

mod unknown_rule;
mod unused;

use crate::check::rule::AllowanceLook;
use crate::check::{Rule, Unit};

/// The rules of this room, by name.
pub(crate) static RULES: &[&Rule] = &[&unknown_rule::RULE, &unused::RULE];

/// What a finding on an allowance is about.
fn unit(look: &AllowanceLook<'_>) -> Unit {
    Unit::Part(look.owner.to_owned(), format!("allow:{}", look.rule))
}

#[cfg(test)]
mod tests;
