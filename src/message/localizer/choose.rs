//! Which variant a selector chooses.

use std::borrow::Cow;
use std::str::FromStr;

use fluent_syntax::ast::{InlineExpression, PatternElement, Variant, VariantKey};

use super::number::{Number, Shown};
use super::resolve::{Resolver, Scope};
use super::values::Value;
use crate::message::plural::category_name;

/// What a selector comes to.
enum Selected<'v> {
    Number(Number<'v>),
    Word(Cow<'v, str>),
    Nothing,
}

impl<'r> Resolver<'r> {
    /// The variant that a selector chooses: an exact number, then a plural category or a word, then the default.
    pub(super) fn choose<'v, 'a>(
        &mut self,
        selector: &'v InlineExpression<&'v str>,
        variants: &'v [Variant<&'a str>],
        scope: Scope<'v>,
    ) -> Option<&'v Variant<&'a str>>
    where
        'r: 'v,
    {
        let chosen = match self.selected(selector, scope) {
            Selected::Number(number) => self.choose_by_number(&number, variants),
            Selected::Word(word) => variants.iter().find(|variant| is_named(variant, &word)),
            Selected::Nothing => None,
        };
        chosen.or_else(|| variants.iter().find(|variant| variant.default))
    }

    pub(super) fn choose_by_number<'v, 'a>(
        &self,
        number: &Number<'_>,
        variants: &'v [Variant<&'a str>],
    ) -> Option<&'v Variant<&'a str>> {
        let exact = |variant: &&Variant<&str>| match variant.key {
            VariantKey::NumberLiteral { value } => f64::from_str(value).is_ok_and(|own| own == number.value),
            VariantKey::Identifier { .. } => false,
        };
        if let Some(variant) = variants.iter().find(exact) {
            return Some(variant);
        }
        let (plurals, counting) = (self.served().plurals(), number.options.counting);
        let category = match &number.shown {
            Shown::Whole(whole) => plurals.category_of_integer(counting, *whole),
            Shown::Digits(decimal) => plurals.category(counting, decimal),
            Shown::Nothing => return None,
        };
        let name = category_name(category);
        variants.iter().find(|variant| is_named(variant, name))
    }

    fn selected<'v>(&mut self, selector: &'v InlineExpression<&'v str>, scope: Scope<'v>) -> Selected<'v>
    where
        'r: 'v,
    {
        if let InlineExpression::TermReference { id, attribute: Some(attribute), .. } = selector {
            return self.term_word(id.name, attribute.name);
        }
        match self.evaluate(selector, scope) {
            Value::Number(number) => Selected::Number(number),
            Value::Text(text) => Selected::Word(text),
            Value::Moment(..) => {
                self.wrong_type("selector");
                Selected::Nothing
            }
            Value::Nothing => Selected::Nothing,
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
            Some([PatternElement::TextElement { value }]) => Selected::Word(Cow::Borrowed(value)),
            Some(_) => {
                self.wrong_type(&format!("{id}.{attribute}"));
                Selected::Nothing
            }
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
