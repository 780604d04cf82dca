//! Which variant a selector chooses.

use std::str::FromStr;

use fluent_bundle::FluentValue;
use fluent_syntax::ast::{InlineExpression, PatternElement, Variant, VariantKey};

use super::functions::number_literal;
use super::number::Number;
use super::problem::Problem;
use super::resolve::{Resolver, Scope};
use crate::message::plural::category_name;

/// What a selector comes to.
enum Selected<'v> {
    Number(Number),
    Word(&'v str),
    Nothing,
}

impl<'r> Resolver<'r> {
    /// The variant that a selector chooses: an exact number, then a plural category or a word, then the default.
    pub(super) fn choose<'v, 'a>(
        &mut self,
        selector: &InlineExpression<&str>,
        variants: &'v [Variant<&'a str>],
        scope: Scope<'_>,
    ) -> Option<&'v Variant<&'a str>> {
        let chosen = match self.selected(selector, scope) {
            Selected::Number(number) => self.choose_by_number(&number, variants),
            Selected::Word(word) => variants.iter().find(|variant| is_named(variant, word)),
            Selected::Nothing => None,
        };
        chosen.or_else(|| variants.iter().find(|variant| variant.default))
    }

    fn choose_by_number<'v, 'a>(
        &self,
        number: &Number,
        variants: &'v [Variant<&'a str>],
    ) -> Option<&'v Variant<&'a str>> {
        let exact = |variant: &&Variant<&str>| match variant.key {
            VariantKey::NumberLiteral { value } => f64::from_str(value).is_ok_and(|own| own == number.value),
            VariantKey::Identifier { .. } => false,
        };
        if let Some(variant) = variants.iter().find(exact) {
            return Some(variant);
        }
        let shown = number.shown.as_ref()?;
        let name = category_name(self.served().plurals().category(number.counting, shown));
        variants.iter().find(|variant| is_named(variant, name))
    }

    fn selected<'v>(&mut self, selector: &'v InlineExpression<&'v str>, scope: Scope<'v>) -> Selected<'v>
    where
        'r: 'v,
    {
        match selector {
            InlineExpression::VariableReference { id } => match scope.args.get(id.name) {
                Some(FluentValue::Number(number)) => Selected::Number(Number::of(number)),
                Some(FluentValue::String(text)) => Selected::Word(text),
                Some(_) => {
                    self.wrong_type(id.name);
                    Selected::Nothing
                }
                None => {
                    self.missing_variable(id.name, scope);
                    Selected::Nothing
                }
            },
            InlineExpression::NumberLiteral { value } => match number_literal(value) {
                FluentValue::Number(number) => Selected::Number(Number::of(&number)),
                _ => Selected::Nothing,
            },
            InlineExpression::StringLiteral { value } => Selected::Word(value),
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                let first = arguments.positional.first().and_then(|first| self.argument(first, scope));
                match first {
                    Some(FluentValue::Number(number)) => Selected::Number(self.with_options(number, arguments)),
                    Some(_) => {
                        self.wrong_type("NUMBER");
                        Selected::Nothing
                    }
                    None => Selected::Nothing,
                }
            }
            InlineExpression::TermReference { id, attribute: Some(attribute), .. } => {
                self.term_word(id.name, attribute.name)
            }
            InlineExpression::FunctionReference { id, .. } => {
                self.problem(Problem::UnknownFunction { id: self.id.to_owned(), function: id.name.to_owned() });
                Selected::Nothing
            }
            _ => Selected::Nothing,
        }
    }

    /// A term's attribute says what the term is: its gender, its case. Only plain text can be chosen by.
    fn term_word<'v>(&mut self, id: &str, attribute: &str) -> Selected<'v>
    where
        'r: 'v,
    {
        let id = format!("-{id}");
        let found = self.served().find(&id, Some(attribute));
        match found.map(|pattern| pattern.elements.as_slice()) {
            Some([PatternElement::TextElement { value }]) => Selected::Word(value),
            Some(_) => Selected::Nothing,
            None => {
                self.missing_reference(&id, Some(attribute));
                Selected::Nothing
            }
        }
    }
}

fn is_named(variant: &Variant<&str>, name: &str) -> bool {
    matches!(variant.key, VariantKey::Identifier { name: own } if own == name)
}
