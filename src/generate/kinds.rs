//! What an argument is: settled from all that the locales say of it.

use std::collections::BTreeSet;

use fluent_syntax::ast::{InlineExpression, VariantKey};

use crate::message::plural::category_named;
use crate::message::{By, Select};
use crate::source::Place;

/// What an argument is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Date,
    /// One of several words, or another.
    Word(BTreeSet<String>),
    /// Words and numbers alike.
    Any,
}

/// What one place says that a variable is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Number,
    Date,
    Word(BTreeSet<String>),
    Any,
}

impl Says {
    /// What choosing by a variable says of it.
    pub(super) fn of_select(select: &Select<'_, '_>) -> Option<Self> {
        if let By::Number { .. } = select.by {
            return Some(Self::Number);
        }
        if !matches!(select.selector, InlineExpression::VariableReference { .. }) {
            return None;
        }
        let mut words = BTreeSet::new();
        let mut counts = false;
        for variant in select.variants {
            match variant.key {
                VariantKey::NumberLiteral { .. } => counts = true,
                VariantKey::Identifier { name } => {
                    counts |= name != "other" && category_named(name).is_some();
                    words.insert(name.to_owned());
                }
            }
        }
        // `*[other]` alone tells nothing apart.
        let tells = words.iter().any(|word| word != "other");
        match (counts, tells) {
            (true, _) => Some(Self::Any),
            (false, true) => Some(Self::Word(words)),
            (false, false) => None,
        }
    }

    /// The type that a comment names: `$count (Number)`.
    fn named(name: &str) -> Option<Kind> {
        match name.to_ascii_lowercase().as_str() {
            "number" => Some(Kind::Number),
            "date" | "datetime" => Some(Kind::Date),
            "string" => Some(Kind::Text),
            _ => None,
        }
    }

    /// Its name in the sentences of faults.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Word(_) | Self::Any => "word",
        }
    }
}

/// What a place says of a variable, and where it is.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) says: Says,
    /// Index of the locale.
    pub(super) locale: usize,
    pub(super) place: Place,
}

/// What an argument is, by all that was said of it, the source first; `Err` with the two that contradict each other.
pub(super) fn settle(said: &[Said], commented: Option<Kind>) -> Result<Kind, (&Said, &Said)> {
    let Some(first) = said.first() else { return Ok(commented.unwrap_or(Kind::Text)) };
    if said.iter().any(|said| said.says == Says::Any) {
        return Ok(Kind::Any);
    }
    if let Some(other) = said.iter().find(|other| other.says.name() != first.says.name()) {
        return Err((first, other));
    }
    Ok(match &first.says {
        Says::Number => Kind::Number,
        Says::Date => Kind::Date,
        Says::Any => Kind::Any,
        Says::Word(_) => Kind::Word(said.iter().flat_map(|said| said.words()).cloned().collect()),
    })
}

impl Said {
    fn words(&self) -> impl Iterator<Item = &String> {
        match &self.says {
            Says::Word(words) => Some(words),
            _ => None,
        }
        .into_iter()
        .flatten()
    }
}

/// What a comment says of a variable, as `$count, $all (Number) – …`: a type in brackets right after the name, or after a
/// list of names.
pub(super) fn commented(lines: &[&str], variable: &str) -> Option<Kind> {
    let text = lines.join("\n");
    let mut names = Vec::new();
    for word in text.split_whitespace() {
        if let Some(name) = word.strip_prefix('$') {
            names.push(name.trim_end_matches(','));
            continue;
        }
        let kind = word.strip_prefix('(').and_then(|rest| rest.split_once(')')).and_then(|(name, _)| Says::named(name));
        if kind.is_some() && names.contains(&variable) {
            return kind;
        }
        if !matches!(word, "and" | "," | "&") {
            names.clear();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(says: Says) -> Said {
        Said { says, locale: 0, place: Place::file("a.ftl") }
    }

    fn words(words: &[&str]) -> Says {
        Says::Word(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn what_is_said_settles_what_a_comment_only_claims() {
        assert_eq!(settle(&[], None).ok(), Some(Kind::Text));
        assert_eq!(settle(&[], Some(Kind::Date)).ok(), Some(Kind::Date));
        assert_eq!(settle(&[said(Says::Number)], Some(Kind::Text)).ok(), Some(Kind::Number));
        let both = [said(words(&["a", "b"])), said(words(&["b", "c"]))];
        let all = ["a", "b", "c"].map(str::to_owned).into();
        assert_eq!(settle(&both, None).ok(), Some(Kind::Word(all)));
        assert_eq!(settle(&[said(Says::Number), said(Says::Any)], None).ok(), Some(Kind::Any));
    }

    #[test]
    fn contradictions_name_both_places() {
        for (one, other) in [(Says::Date, Says::Number), (Says::Number, words(&["a"])), (words(&["a"]), Says::Date)] {
            let both = [said(one.clone()), said(one.clone()), said(other.clone())];
            let (first, second) = settle(&both, None).expect_err("a contradiction");
            assert_eq!((&first.says, &second.says), (&one, &other));
        }
    }

    #[test]
    fn comments_name_types() {
        let lines = [
            "$written, $unchanged and $removed (Number) count files; $out (String) is a",
            "folder. $day (Date): a day",
        ];
        let kinds = ["written", "removed", "out", "day", "folder"].map(|name| commented(&lines, name));
        assert_eq!(kinds, [Some(Kind::Number), Some(Kind::Number), Some(Kind::Text), Some(Kind::Date), None]);
        assert_eq!(commented(&["$a is (Number)", "$a (Colour)"], "a"), None);
    }
}
