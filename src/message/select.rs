//! What a select chooses by: a number, or something else.

use fluent_syntax::ast::{CallArguments, InlineExpression, Variant, VariantKey};

use super::Pattern;
use super::plural::{Counting, category_named};
use super::walk::{Use, is_plain, walk};

/// A `{ selector -> … }`.
#[derive(Clone, Debug)]
pub struct Select<'p, 'a> {
    /// What chooses.
    pub selector: &'p InlineExpression<&'a str>,
    /// What is chosen from.
    pub variants: &'p [Variant<&'a str>],
    /// By what.
    pub by: By<'a>,
}

/// What a select chooses by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By<'a> {
    /// By a number: its keys are plural categories and numbers, or its selector is `NUMBER(…)`.
    Number {
        /// The variable that holds it.
        variable: Option<&'a str>,
        /// Things or places.
        counting: Counting,
        /// Fraction digits that it always shows.
        fraction_digits: u8,
    },
    /// By a word: a platform, a gender, an attribute of a term.
    Word {
        /// The variable that holds it.
        variable: Option<&'a str>,
    },
}

impl<'a> By<'a> {
    /// The variable that chooses.
    #[must_use]
    pub fn variable(&self) -> Option<&'a str> {
        match self {
            Self::Number { variable, .. } | Self::Word { variable } => *variable,
        }
    }
}

/// The selects of `pattern` in order, nested ones included.
#[must_use]
pub fn selects<'p, 'a>(pattern: &'p Pattern<'a>) -> Vec<Select<'p, 'a>> {
    let mut found = Vec::new();
    if is_plain(pattern) {
        return found;
    }
    walk(pattern, &mut |used| {
        if let Use::Select { selector, variants } = used {
            found.push(Select { selector, variants, by: chooses_by(selector, variants) });
        }
    });
    found
}

/// What `selector` with these variants chooses by.
pub(super) fn chooses_by<'a>(selector: &InlineExpression<&'a str>, variants: &[Variant<&'a str>]) -> By<'a> {
    match selector {
        InlineExpression::VariableReference { id } if keys_are_plural(variants) => {
            By::Number { variable: Some(id.name), counting: Counting::Cardinal, fraction_digits: 0 }
        }
        InlineExpression::VariableReference { id } => By::Word { variable: Some(id.name) },
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => by_number(arguments),
        InlineExpression::FunctionReference { arguments, .. } => By::Word { variable: first_variable(arguments) },
        _ => By::Word { variable: None },
    }
}

fn by_number<'a>(arguments: &CallArguments<&'a str>) -> By<'a> {
    let named = |name: &str| arguments.named.iter().find(|argument| argument.name.name == name).map(|own| &own.value);
    let ordinal = matches!(named("type"), Some(InlineExpression::StringLiteral { value: "ordinal" }));
    let fraction_digits = match named("minimumFractionDigits") {
        Some(InlineExpression::NumberLiteral { value }) => value.parse().unwrap_or(0),
        _ => 0,
    };
    let counting = if ordinal { Counting::Ordinal } else { Counting::Cardinal };
    By::Number { variable: first_variable(arguments), counting, fraction_digits }
}

fn first_variable<'a>(arguments: &CallArguments<&'a str>) -> Option<&'a str> {
    arguments.positional.iter().find_map(|argument| match argument {
        InlineExpression::VariableReference { id } => Some(id.name),
        _ => None,
    })
}

/// Plural categories and numbers only, and not `other` alone, which any select may have.
fn keys_are_plural(variants: &[Variant<&str>]) -> bool {
    let mut telling = false;
    for variant in variants {
        match &variant.key {
            VariantKey::NumberLiteral { .. } => telling = true,
            VariantKey::Identifier { name: "other" } => {}
            VariantKey::Identifier { name } if category_named(name).is_some() => telling = true,
            VariantKey::Identifier { .. } => return false,
        }
    }
    telling
}

/// Whether the text of this variant may leave its number out: it stands for one number alone, or for none, one or two.
#[must_use]
pub fn may_omit_number(key: &VariantKey<&str>) -> bool {
    match key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => matches!(*name, "zero" | "one" | "two"),
    }
}
