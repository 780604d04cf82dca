//! Amounts: a number with its currency or unit. ICU4X has no stable support for them, so the texts are a table of our own
//! in English and Arabic; any other language gets the code or the unit's English name, and a problem.

use std::sync::OnceLock;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use super::number::{CurrencyDisplay, Number, Shown, Style, UnitDisplay};
use super::numbers::before_figure;
use super::problem::Problem;
use super::resolve::Resolver;
use super::served::Parsed;
use crate::locale::{Direction, Locale};
use crate::message::Pattern;
use crate::message::functions::Allowed;

/// Texts of currencies and units in one language, parsed when first needed.
#[derive(Debug)]
pub(super) struct Amounts {
    order: Order,
    text: Option<&'static str>,
    parsed: OnceLock<Parsed>,
}

/// Where the sign of a currency stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// `-$5`
    SignFirst,
    /// `-5 €`
    NumberFirst,
}

impl Amounts {
    pub(super) fn new(locale: &Locale) -> Self {
        let (order, text) = match locale.id().language.as_str() {
            "ar" => (Order::NumberFirst, Some(include_str!("cldr/ar.ftl"))),
            "en" => (Order::SignFirst, Some(include_str!("cldr/en.ftl"))),
            _ => (Order::SignFirst, None),
        };
        Self { order, text, parsed: OnceLock::new() }
    }

    fn find(&self, id: &str, attribute: Option<&str>) -> Option<&Pattern<'_>> {
        let text = self.text?;
        self.parsed.get_or_init(|| Parsed::read([text])).find(id, attribute)
    }

    /// The unit's text at this length, else at the next longer.
    fn unit(&self, unit: &str, display: UnitDisplay) -> Option<&Pattern<'_>> {
        let lengths: &[_] = match display {
            UnitDisplay::Narrow => &[Some("narrow"), Some("short"), None],
            UnitDisplay::Short => &[Some("short"), None],
            UnitDisplay::Long => &[None],
        };
        lengths.iter().find_map(|length| self.find(unit, *length))
    }

    /// The currency's symbol, where the language has another than its code.
    fn symbol(&self, code: &str) -> Option<&str> {
        match self.find(code, Some("symbol"))?.elements.as_slice() {
            [PatternElement::TextElement { value }] => Some(value),
            _ => None,
        }
    }

    /// Whether the language's own way to write this is known.
    fn covers(&self, code: &str, display: CurrencyDisplay) -> bool {
        self.text.is_some() && (display == CurrencyDisplay::Code || self.find(code, None).is_some())
    }
}

impl<'r> Resolver<'r> {
    /// Appends a number with its currency or unit.
    pub(super) fn amount(&mut self, number: &Number<'_>, start: usize) {
        let amounts = self.served().amounts();
        let options = &number.options;
        match (options.style, options.currency, options.unit) {
            // Of a message's own call this was said before.
            (Style::Currency, code, _) if !code.is_some_and(|code| Allowed::Currency.allows(code)) => {
                self.unknown_option(if code.is_some() { "currency" } else { "style" });
                self.served().numbers().write(number, &mut self.out);
            }
            (Style::Currency, Some(code), _) => {
                let display = options.currency_display;
                match amounts.find(code, None).filter(|_| display == CurrencyDisplay::Name) {
                    Some(name) => self.named(name, number),
                    None => self.signed(number, code, amounts),
                }
                if !amounts.covers(code, display) {
                    self.no_data(code);
                }
            }
            (_, _, Some(unit)) => match amounts.unit(unit, options.unit_display) {
                Some(pattern) => self.named(pattern, number),
                None => {
                    self.served().numbers().write(number, &mut self.out);
                    self.out.extend(["\u{A0}", unit]);
                    self.no_data(unit);
                }
            },
            _ => self.served().numbers().write(number, &mut self.out),
        }
        self.mark_whole(start, amounts.text.is_some());
    }

    /// A number with the sign or the code of its currency.
    fn signed(&mut self, number: &Number<'_>, code: &str, amounts: &Amounts) {
        let wanted = number.options.currency_display != CurrencyDisplay::Code;
        let sign = amounts.symbol(code).filter(|_| wanted).unwrap_or(code);
        let start = self.out.len();
        self.served().numbers().write(number, &mut self.out);
        if amounts.order == Order::NumberFirst {
            self.mark_minus(number, start);
            self.out.push('\u{A0}');
            let start = self.out.len();
            self.out.push_str(sign);
            self.mark_written(start);
            return;
        }
        let space = if sign.ends_with(char::is_alphabetic) { "\u{A0}" } else { "" };
        before_figure(&mut self.out, start, &format!("{sign}{space}"));
    }

    /// A text of the table around its number.
    fn named(&mut self, pattern: &Pattern<'_>, number: &Number<'_>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.out.push_str(value),
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    let default = || variants.iter().find(|variant| variant.default);
                    let chosen = self.choose_by_number(number, variants).filter(|variant| {
                        // «يومان» stands for 2, not for -2 or 2.0.
                        matches!(number.shown, Shown::Whole(_)) || has_number(&variant.value)
                    });
                    if let Some(variant) = chosen.or_else(default) {
                        self.named(&variant.value, number);
                    }
                }
                PatternElement::Placeable { .. } => {
                    let start = self.out.len();
                    self.served().numbers().write(number, &mut self.out);
                    self.mark_minus(number, start);
                }
            }
        }
    }

    fn no_data(&mut self, what: &str) {
        let locale = self.served().locale.tag().to_owned();
        self.problem(Problem::NoData { id: self.id.to_owned(), what: what.to_owned(), locale });
    }

    /// In right-to-left text an amount is kept to itself: a Latin word before it would draw its number over, and its sign
    /// stands on the side that the language puts it.
    fn mark_whole(&mut self, start: usize, is_native: bool) {
        if self.served().direction == Direction::Ltr {
            self.mark_written(start);
        } else {
            self.mark_known(start, if is_native { Direction::Rtl } else { Direction::Ltr }, None);
        }
    }
}

fn has_number(pattern: &Pattern<'_>) -> bool {
    pattern.elements.iter().any(|element| {
        matches!(
            element,
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { .. }) }
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::VariantKey;

    use crate::message::functions::UNITS;

    fn amounts(tag: &str) -> Amounts {
        Amounts::new(&Locale::new(tag).expect("a tag"))
    }

    #[test]
    fn each_language_has_every_unit_and_the_same_currencies() {
        let (english, arabic) = (amounts("en-GB"), amounts("ar-EG"));
        for unit in UNITS {
            for amounts in [&english, &arabic] {
                assert!(amounts.unit(unit, UnitDisplay::Narrow).is_some(), "{unit}");
                assert!(amounts.find(unit, None).is_some(), "{unit}");
            }
        }
        let ids = |text: &'static str| {
            let lines = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
            lines.filter_map(|line| line.split_once(" = ")).map(|(id, _)| id).collect::<Vec<_>>()
        };
        let (english, arabic) = (english.text.expect("English"), arabic.text.expect("Arabic"));
        assert_eq!(ids(english), ids(arabic));
        assert!(ids(english).len() > 80);
    }

    #[test]
    fn the_plurals_of_the_table_are_categories() {
        for amounts in [amounts("en"), amounts("ar")] {
            for unit in UNITS {
                let elements = &amounts.find(unit, None).expect("a unit").elements;
                for element in elements {
                    let PatternElement::Placeable { expression: Expression::Select { variants, .. } } = element else {
                        continue;
                    };
                    let known = |key: &VariantKey<&str>| match key {
                        VariantKey::Identifier { name } => crate::message::plural::category_named(name).is_some(),
                        VariantKey::NumberLiteral { .. } => false,
                    };
                    assert!(variants.iter().all(|variant| known(&variant.key)), "{unit}");
                }
            }
        }
    }
}
