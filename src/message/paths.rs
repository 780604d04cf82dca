//! What a part says and shows, for each way through its selects.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};

use super::Pattern;
use super::select::{By, chooses_by, may_omit_number};
use super::walk::{Use, walk_inline};
use super::way::{Piece, Way};

/// Ways through a part beyond which they are not told apart.
const MAX_PATHS: usize = 256;

/// One way through the selects of a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path<'a> {
    /// The variables shown, with how often. Variables that only select are not among them.
    pub shown: BTreeMap<&'a str, u32>,
    /// Variables whose number this way may leave out: it went through `[zero]`, `[one]`, `[two]` or a number.
    pub omissible: Vec<&'a str>,
    /// What was chosen, in order.
    pub chosen: Vec<Choice<'a>>,
    /// The key of the last variant gone through, for telling where; it is a slice of the file.
    pub key: Option<&'a str>,
}

/// A variant gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// The variable that chose; `""` where something else did.
    pub variable: &'a str,
    /// The variant's key; `None` for the default's.
    pub key: Option<&'a str>,
    /// Whether it was chosen by a number.
    pub by_number: bool,
}

/// All ways through `pattern`; `None` where there are too many to tell apart.
#[must_use]
pub fn paths<'a>(pattern: &Pattern<'a>) -> Option<Vec<Path<'a>>> {
    Some(ways(pattern)?.into_iter().map(|way| way.path).collect())
}

/// As [`paths`], with what stands on each way.
#[must_use]
pub fn ways<'p, 'a>(pattern: &'p Pattern<'a>) -> Option<Vec<Way<'p, 'a>>> {
    let mut ways = vec![Way::default()];
    extend_by_pattern(&mut ways, pattern)?;
    Some(ways)
}

/// The ways through a source that a way through its translation can stand for, the most alike only.
///
/// `[few]` stands for no `[one]`, which may omit its number; `[windows]` stands for `[windows]`, where the source has it.
#[must_use]
pub fn matching<'s, 'a, W: AsRef<Path<'a>>>(source: &'s [W], target: &Path<'a>) -> Vec<&'s W> {
    let by_number = |way: &&W| way.as_ref().omissible.iter().all(|name| target.omissible.contains(name));
    let by_word = |way: &&W| {
        let chosen = way.as_ref().chosen.iter().filter(|own| !own.by_number && !own.variable.is_empty());
        let agrees = |own: &Choice<'_>, other: &Choice<'_>| other.variable != own.variable || other.key == own.key;
        chosen.into_iter().all(|own| target.chosen.iter().all(|other| agrees(own, other)))
    };
    let numeric: Vec<_> = source.iter().filter(by_number).collect();
    let exact: Vec<_> = numeric.iter().copied().filter(by_word).collect();
    [exact, numeric].into_iter().find(|ways| !ways.is_empty()).unwrap_or_else(|| source.iter().collect())
}

fn extend_by_pattern<'p, 'a>(ways: &mut Vec<Way<'p, 'a>>, pattern: &'p Pattern<'a>) -> Option<()> {
    let alone = pattern.elements.len() == 1;
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                ways.iter_mut().for_each(|way| way.pieces.push(Piece::Text(value)));
            }
            PatternElement::Placeable { expression } => extend_by_expression(ways, expression, alone)?,
        }
    }
    Some(())
}

fn extend_by_expression<'p, 'a>(
    ways: &mut Vec<Way<'p, 'a>>,
    expression: &'p Expression<&'a str>,
    alone: bool,
) -> Option<()> {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => extend_by_expression(ways, expression, alone),
        Expression::Inline(inline) => {
            walk_inline(inline, false, &mut |used| {
                if let Use::Variable { name, selecting: false } = used {
                    ways.iter_mut().for_each(|way| *way.path.shown.entry(name).or_default() += 1);
                }
            });
            ways.iter_mut().for_each(|way| way.pieces.push(Piece::Placeable { expression, inline, alone }));
            Some(())
        }
        Expression::Select { selector, variants } => {
            let by = chooses_by(selector, variants);
            let mut all = Vec::new();
            for variant in variants {
                let mut taken: Vec<_> = ways.iter().filter(|way| agrees(&way.path, by, variant)).cloned().collect();
                taken.iter_mut().for_each(|way| {
                    choose(&mut way.path, by, variant);
                    way.pieces.push(Piece::Open { alone });
                });
                extend_by_pattern(&mut taken, &variant.value)?;
                taken.iter_mut().for_each(|way| way.pieces.push(Piece::Close { alone }));
                all.append(&mut taken);
                if all.len() > MAX_PATHS {
                    return None;
                }
            }
            *ways = all;
            Some(())
        }
    }
}

/// Two selects on one variable choose the same key, where both have it.
fn agrees(way: &Path<'_>, by: By<'_>, variant: &Variant<&str>) -> bool {
    let Some(variable) = by.variable() else { return true };
    let earlier = way.chosen.iter().find(|own| own.variable == variable).and_then(|own| own.key);
    match (earlier, chosen_key(variant)) {
        (Some(earlier), Some(key)) => earlier == key,
        _ => true,
    }
}

fn choose<'a>(way: &mut Path<'a>, by: By<'a>, variant: &Variant<&'a str>) {
    let by_number = matches!(by, By::Number { .. });
    way.chosen.push(Choice { variable: by.variable().unwrap_or_default(), key: chosen_key(variant), by_number });
    way.key = Some(super::span::key_name(&variant.key));
    if let By::Number { variable: Some(variable), .. } = by
        && may_omit_number(&variant.key)
    {
        way.omissible.push(variable);
    }
}

fn chosen_key<'a>(variant: &Variant<&'a str>) -> Option<&'a str> {
    match &variant.key {
        VariantKey::Identifier { name } if !variant.default => Some(name),
        VariantKey::NumberLiteral { value } if !variant.default => Some(value),
        _ => None,
    }
}
