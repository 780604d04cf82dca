//! `glossary.toml`: how terms are translated, and which names stay as they are.

mod parse;

use std::ops::Range;

use crate::text::term::{Morphology, Term, Terms, Words};

/// The name of the glossary's file, where the configuration gives none.
pub const FILE: &str = "glossary.toml";

/// Terms with their translations, and names that stay.
#[derive(Clone, Debug)]
pub struct Glossary {
    path: String,
    entries: Vec<Entry>,
    source: Morphology,
    /// By target, in the order of the project.
    targets: Vec<Morphology>,
    /// Every wording of the source, and which entry it belongs to.
    terms: Terms,
    owners: Vec<usize>,
}

/// A term or a name.
#[derive(Clone, Debug)]
pub struct Entry {
    /// As the source writes it, the first wording; of a term without a source, the first that is forbidden.
    pub label: String,
    /// Whether it is a name, which stays as it is.
    pub is_name: bool,
    /// Whether the source has wordings of it; where not, what is forbidden is so everywhere.
    pub has_source: bool,
    /// What stands for it, by target.
    pub approved: Vec<Vec<Wording>>,
    /// What must not stand for it, by target.
    pub forbidden: Vec<Vec<Wording>>,
}

/// A wording of a target's language.
#[derive(Clone, Debug)]
pub struct Wording {
    /// As the glossary writes it.
    pub text: String,
    /// What finds it.
    pub term: Term,
}

impl Glossary {
    /// Its file, below the project's folder.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its terms and names, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The words of a text in the target of this index, counted from 0, ready for [`Term::find`].
    #[must_use]
    pub fn words<'t>(&self, target: usize, text: &'t str) -> Words<'t> {
        Words::of(text, self.targets.get(target).copied().unwrap_or(Morphology::None))
    }

    /// Which entries stand in a text of the source, and where; one inside a longer one does not count.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for (at, range) in self.terms.find(&Words::of(text, self.source)) {
            let Some(owner) = self.owners.get(at).copied() else { continue };
            match self.entries.get(owner) {
                Some(entry) if entry.is_name => {
                    found.extend(name_at(text, &entry.label, range.start).map(|range| (owner, range)));
                }
                Some(_) => found.push((owner, range)),
                None => {}
            }
        }
        // Those that begin first and reach farthest come first: what ends before one of them is inside it.
        found.sort_by_key(|(owner, range)| (range.start, std::cmp::Reverse(range.end), *owner));
        let mut widest = 0..0;
        found.retain(|(_, range)| {
            let is_inside = range.end < widest.end || (range.end == widest.end && widest.start < range.start);
            if range.end > widest.end {
                widest = range.clone();
            }
            !is_inside
        });
        found
    }
}

/// Where `name` stands in `text`, if its first word begins at `start`.
fn name_at(text: &str, name: &str, start: usize) -> Option<Range<usize>> {
    let from = start.checked_sub(name.find(char::is_alphanumeric)?)?;
    let range = from..from + name.len();
    (text.get(range.clone())? == name && stands_alone(text, &range)).then_some(range)
}

/// Whether `name` stands in `text` as it is. Spaces that do not break and marks of direction inside it are no change.
#[must_use]
pub fn has_name(text: &str, name: &str) -> bool {
    let stands = |text: &str| text.match_indices(name).any(|(at, _)| stands_alone(text, &(at..at + name.len())));
    if stands(text) {
        return true;
    }
    let is_mark =
        |c: char| matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if !text.contains(|c: char| is_mark(c) || c == '\u{A0}' || c == '\u{202F}') {
        return false;
    }
    let space = |c: char| if c.is_whitespace() { ' ' } else { c };
    stands(&text.chars().filter(|c| !is_mark(*c)).map(space).collect::<String>())
}

/// Whether no letter or digit of the same script goes on where the range ends or begins.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let goes_on = |inner: Option<char>, outer: Option<char>| {
        let (Some(inner), Some(outer)) = (inner, outer) else { return false };
        inner.is_alphanumeric() && outer.is_alphanumeric() && inner.is_ascii() == outer.is_ascii()
    };
    let (Some(before), Some(inside), Some(after)) =
        (text.get(..range.start), text.get(range.clone()), text.get(range.end..))
    else {
        return false;
    };
    !goes_on(inside.chars().next(), before.chars().next_back())
        && !goes_on(inside.chars().next_back(), after.chars().next())
}

/// `glossary.toml` as JSON Schema sees it.
#[cfg(feature = "schema")]
mod schema {
    #![allow(dead_code, missing_docs)] // only their schemas are used
    use std::collections::BTreeMap;

    /// How terms are translated, and which names stay as they are.
    #[derive(schemars::JsonSchema)]
    #[schemars(deny_unknown_fields)]
    pub(super) struct File {
        /// Terms of the source with their translations.
        term: Option<Vec<Term>>,
        /// Names that stay as they are in every language.
        name: Option<Vec<Name>>,
    }

    #[derive(schemars::JsonSchema)]
    struct Term {
        /// The term in the source's language: one wording or several. Without it, what is forbidden is so everywhere.
        source: Option<Wordings>,
        /// What must not stand for it, by language tag.
        forbidden: Option<BTreeMap<String, Wordings>>,
        /// What stands for it, by language tag.
        #[serde(flatten)]
        approved: BTreeMap<String, Wordings>,
    }

    #[derive(schemars::JsonSchema)]
    struct Name {
        /// The name, letter for letter.
        keep: String,
        /// What may stand for it, by language tag.
        #[serde(flatten)]
        approved: BTreeMap<String, Wordings>,
    }

    #[derive(schemars::JsonSchema)]
    #[schemars(untagged)]
    enum Wordings {
        One(String),
        Several(Vec<String>),
    }
}

#[cfg(feature = "schema")]
impl Glossary {
    /// The JSON Schema of `glossary.toml`, for editors.
    #[must_use]
    pub fn json_schema() -> serde_json::Value {
        schemars::schema_for!(schema::File).into()
    }
}

#[cfg(test)]
mod tests;
