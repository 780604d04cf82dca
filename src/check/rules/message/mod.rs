//! Rules on messages: one locale's catalog, by itself and against the source's.

mod cyclic_reference;
mod duplicate_id;
mod ecma;
mod elements;
mod forms;
mod line;
mod markup;
mod markup_mismatch;
mod missing;
mod missing_attribute;
mod missing_value;
mod obsolete;
mod obsolete_attribute;
mod phrases;
mod picture;
mod plural_categories;
mod plural_flat;
mod plural_unreachable;
pub(crate) mod stale;
mod syntax;
#[cfg(test)]
mod testing;
mod too_long;
mod undefined;
mod unisolated;
mod unknown_function;
mod unknown_option;
mod unknown_reference;
mod untranslated;
mod unused;
mod variable_missing;
mod variable_unknown;
mod whitespace;

use std::collections::BTreeSet;

use crate::check::rule::CatalogPairLook;
use crate::check::{Rule, Unit};
use crate::message::{CatalogView, Entry, Part, Use, walk};

/// The rules of this room, by name.
pub(crate) static RULES: &[&Rule] = &[
    &cyclic_reference::CYCLIC_REFERENCE,
    &duplicate_id::DUPLICATE_ID,
    &markup_mismatch::MARKUP_MISMATCH,
    &missing::MISSING,
    &missing_attribute::MISSING_ATTRIBUTE,
    &missing_value::MISSING_VALUE,
    &obsolete::OBSOLETE,
    &obsolete_attribute::OBSOLETE_ATTRIBUTE,
    &plural_categories::PLURAL_CATEGORIES,
    &plural_flat::PLURAL_FLAT,
    &plural_unreachable::PLURAL_UNREACHABLE,
    &stale::STALE,
    &syntax::SYNTAX,
    &too_long::TOO_LONG,
    &undefined::UNDEFINED,
    &unisolated::UNISOLATED,
    &unknown_function::UNKNOWN_FUNCTION,
    &unknown_option::UNKNOWN_OPTION,
    &unknown_reference::UNKNOWN_REFERENCE,
    &untranslated::UNTRANSLATED,
    &unused::UNUSED,
    &variable_missing::VARIABLE_MISSING,
    &variable_unknown::VARIABLE_UNKNOWN,
    &whitespace::WHITESPACE,
];

/// References followed when asking what a message shows through others.
const REFERENCE_DEPTH: usize = 4;

/// What a finding on `part` of `entry` is about.
fn unit<'a>(entry: &Entry<'a>, part: &Part<'_, 'a>) -> Unit {
    Unit::Message(entry.name_of(part))
}

/// Each message of the source that the target has too, parts side by side. Terms are each locale's own matter.
fn each_shared_part<'a>(look: &CatalogPairLook<'a>) -> impl Iterator<Item = Shared<'a, 'a>> {
    look.shared().flat_map(|(source_entry, target_entry)| {
        source_entry.parts().filter_map(move |source_part| {
            let target_part = target_entry.part(source_part.attribute)?;
            Some(Shared { source_entry, source_part, target_entry, target_part })
        })
    })
}

impl Shared<'_, '_> {
    /// Whether both messages are text alone.
    fn is_plain(&self) -> bool {
        self.source_entry.is_plain() && self.target_entry.is_plain()
    }
}

/// A value or attribute that source and target both have.
struct Shared<'e, 'a> {
    source_entry: &'e Entry<'a>,
    source_part: Part<'e, 'a>,
    target_entry: &'e Entry<'a>,
    target_part: Part<'e, 'a>,
}

/// Adds the variables that `part` uses, those of the messages that it refers to included.
fn variables_through<'a>(catalog: &CatalogView<'a>, part: &Part<'_, 'a>, found: &mut BTreeSet<&'a str>) {
    fn collect<'a>(catalog: &CatalogView<'a>, part: &Part<'_, 'a>, depth: usize, found: &mut BTreeSet<&'a str>) {
        walk(part.pattern, &mut |used| match used {
            Use::Variable { name, .. } => {
                found.insert(name);
            }
            Use::Message { id, attribute } if depth > 0 => {
                if let Some(part) = catalog.get(id).and_then(|entry| entry.part(attribute)) {
                    collect(catalog, &part, depth - 1, found);
                }
            }
            _ => {}
        });
    }
    collect(catalog, part, REFERENCE_DEPTH, found);
}

/// The name among `known` that `name` is likely a slip of.
fn near_name<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let close = |own: &&'k str| strsim::damerau_levenshtein(name, own) <= 2.min(name.chars().count() / 3);
    known.filter(|own| *own != name).filter(close).min_by_key(|own| (strsim::damerau_levenshtein(name, own), *own))
}

#[cfg(test)]
mod tests {
    use super::testing::{findings, fixed};
    use super::*;
    use crate::check::Look;
    use crate::words::Words;

    #[test]
    fn every_rule_is_explained_in_both_languages() {
        for rule in RULES {
            for heading in ["# What it does", "# Why", "# Example", "# Instead"] {
                assert!(rule.documentation.contains(heading), "{} lacks {heading}", rule.name);
            }
            let id = format!("explain-{}", rule.name.replace('/', "-"));
            let summaries = ["en", "ar"].map(|tag| Words::new(&[tag]).text(&id));
            assert!(summaries.iter().all(Option::is_some) && summaries[0] != summaries[1], "{id}");
            for attribute in ["what", "why", "instead"] {
                assert!(Words::new(&["ar"]).text(&format!("{id}.{attribute}")).is_some(), "{id}.{attribute}");
            }
        }
        assert!(RULES.is_sorted_by_key(|rule| rule.name));
    }

    /// Pieces of Fluent in any order, most of them nearly right.
    const PIECES: &str = "((a|b|-t) = |    \\.c = |word |<b>|</b>|<i x=\"\">|www\\.|\\{\"\\\\u2066?\"\\}|\u{645} |\\{ \\$x \\}|\\{ a(\\.c)? \\}|\\{ -t \\}|\\{ (NUMBER|NUMBR)\\(\\$x, (style|styl): \"(percent|\u{645}|)\"\\) \\}|\\{ \\$n ->\n \\[(one|2)\\] y\n \\*\\[(other|few)\\] \\{ \\$n \\}\n \\}|# d\n|[{}\"=]|\r?\n){0,20}";

    proptest::proptest! {
        #[test]
        fn any_two_files_can_be_compared(source in PIECES, target in PIECES) {
            let compared = RULES.iter().filter(|rule| !matches!(rule.look, Look::Uses(_)));
            for rule in compared {
                let found = findings(rule, &source, &target);
                for finding in &found {
                    let sentence = Words::new(&["ar"]).say(&finding.message);
                    proptest::prop_assert!(!sentence.contains("{$") && sentence != finding.message.id, "{}", sentence);
                    if finding.place.path.contains("/ar/") {
                        proptest::prop_assert!(target.get(finding.place.span.range()).is_some());
                    }
                }
                let mended = fixed(&target, &found);
                let junk = |text: &str| findings(&syntax::SYNTAX, "", text).len();
                proptest::prop_assert!(junk(&mended) <= junk(&target), "{:?} became {:?}", target, mended);
                let left = findings(rule, &source, &mended);
                for finding in found.iter().filter(|finding| finding.fix.is_some()) {
                    let stays = left.iter().any(|own| own.unit == finding.unit);
                    proptest::prop_assert!(!stays, "{:?} is still there in {:?}", finding.unit, mended);
                }
            }
        }
    }
}
