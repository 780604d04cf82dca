//! The rules, one file each, in one ordered registry.

pub mod article;
pub mod message;

use std::sync::LazyLock;

use crate::check::Rule;

/// Every rule, sorted by name.
#[must_use]
pub fn all() -> &'static [&'static Rule] {
    static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
        let mut rules: Vec<_> = [article::RULES, message::RULES].concat();
        rules.sort_by_key(|rule| rule.name);
        rules
    });
    &ALL
}

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().iter().copied().find(|rule| rule.name == name)
}
