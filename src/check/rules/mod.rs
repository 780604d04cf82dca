//! The rules, one file each, in one ordered registry.

pub mod allowance;
pub mod article;
pub mod message;

use std::sync::LazyLock;

use crate::check::Rule;

/// Every rule, sorted by name.
#[must_use]
pub fn all() -> &'static [&'static Rule] {
    static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
        let mut rules: Vec<_> = [allowance::RULES, article::RULES, message::RULES].concat();
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

/// Whether there is a rule of this name, or a room that `room/*` names.
#[must_use]
pub fn exists(name: &str) -> bool {
    match name.strip_suffix("/*") {
        Some(room) => all().iter().any(|rule| self::room(rule.name) == room),
        None => find(name).is_some(),
    }
}

/// At most three names that are near one that does not exist, the nearest first; of rooms for `room/*`.
#[must_use]
pub fn near(name: &str) -> Vec<String> {
    match name.strip_suffix("/*") {
        Some(given) => {
            let mut rooms: Vec<_> = all().iter().map(|rule| room(rule.name)).collect();
            rooms.dedup();
            near_among(given, rooms.into_iter()).iter().map(|room| format!("{room}/*")).collect()
        }
        None => near_among(name, all().iter().map(|rule| rule.name)).into_iter().map(str::to_owned).collect(),
    }
}

/// What stands before the `/`.
fn room(name: &str) -> &str {
    name.split('/').next().unwrap_or(name)
}

/// At most three of the known names that are near `name`, the nearest first. A name's last part alone counts too.
pub(crate) fn near_among<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let likeness = |known: &str| {
        let tail = known.rsplit('/').next().unwrap_or(known);
        strsim::jaro_winkler(name, known).max(strsim::jaro_winkler(name, tail))
    };
    let mut near: Vec<_> = known.map(|known| (likeness(known), known)).filter(|(how, _)| *how > 0.8).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let best = near.first().map_or(1.0, |(how, _)| *how);
    near.into_iter().take_while(|(how, _)| *how > best - 0.03).take(3).map(|(_, known)| known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_offered_and_far_ones_are_not() {
        let known = ["article/missing", "article/orphan", "message/missing"];
        assert_eq!(near_among("article/mising", known.into_iter()), ["article/missing"]);
        assert!(near_among("orphan", known.into_iter()).contains(&"article/orphan"));
        assert!(near("zzz").is_empty());
        assert_eq!(near("artcle/*"), ["article/*"]);
    }

    #[test]
    fn rules_and_rooms_exist_and_nothing_else() {
        assert!(exists("article/missing") && exists("message/*"));
        assert!(!exists("article") && !exists("article/mising") && !exists("articles/*") && !exists("*"));
    }
}
