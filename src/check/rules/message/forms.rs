//! What a select on a number chooses from, and the plural forms that a locale has.

use fixed_decimal::Decimal;
use fluent_syntax::ast::VariantKey;
use icu_plurals::PluralCategory;

use crate::locale::Locale;
use crate::message::plural::{Counting, Plurals, Required, category_name};
use crate::message::{By, Pattern, Select, Use, walk};

/// The plural forms of a locale.
pub(super) struct Forms {
    plurals: Plurals,
    cardinal: Vec<Required>,
    ordinal: Vec<Required>,
}

impl Forms {
    pub(super) fn new(locale: &Locale) -> Self {
        let plurals = Plurals::new(locale);
        let (cardinal, ordinal) = (plurals.of_integers(Counting::Cardinal), plurals.of_integers(Counting::Ordinal));
        Self { plurals, cardinal, ordinal }
    }

    /// Those that whole numbers take.
    pub(super) fn of_integers(&self, counting: Counting) -> &[Required] {
        match counting {
            Counting::Cardinal => &self.cardinal,
            Counting::Ordinal => &self.ordinal,
        }
    }

    /// Those that whole numbers take which people meet: a form that only whole millions take, such as *many* in French
    /// and Spanish, is not among them.
    pub(super) fn ordinary(&self, counting: Counting) -> impl Iterator<Item = &Required> {
        let are_millions = |only: &Vec<u32>| only.iter().all(|number| *number >= 1_000_000);
        self.of_integers(counting).iter().filter(move |form| !form.only.as_ref().is_some_and(are_millions))
    }

    /// Whether the language tells numbers apart at all. It does not in Japanese; nor in a language that CLDR does not know,
    /// of which nothing can be said.
    pub(super) fn are_several(&self) -> bool {
        self.plurals.categories(Counting::Cardinal).len() > 1
    }

    /// Those that any number takes which shows at least so many fraction digits.
    pub(super) fn of_numbers(&self, counting: Counting, fraction_digits: u8) -> Vec<PluralCategory> {
        if fraction_digits == 0 {
            return self.plurals.categories(counting);
        }
        (fraction_digits.min(3)..=3).flat_map(|digits| self.plurals.of_fractions(counting, digits)).collect()
    }

    /// The one number that takes the form of this name, where no other does, fractions included.
    pub(super) fn only_number(&self, counting: Counting, name: &str) -> Option<u32> {
        let form = self.of_integers(counting).iter().find(|own| category_name(own.category) == name)?;
        let Some([number]) = form.only.as_deref() else { return None };
        let takes = |tenths: u32| {
            let mut decimal = Decimal::from(tenths);
            decimal.multiply_pow10(-1);
            self.plurals.category(counting, &decimal) == form.category
        };
        let fraction = (1..100).filter(|tenths| tenths % 10 != 0).any(takes);
        (!fraction).then_some(*number)
    }

    /// Whether `select`, in the part `whole`, tells plural forms of this locale apart.
    pub(super) fn are_told_by(&self, select: &Select<'_, '_>, whole: &Pattern<'_>) -> bool {
        let By::Number { variable, counting, fraction_digits } = select.by else { return false };
        if is_switch(select, variable, whole) {
            return false;
        }
        if fraction_digits > 0 {
            return true;
        }
        // Where no key but `other` is a form of this language, the select was not made by its forms.
        let known = self.of_integers(counting);
        let is_form = |name: &str| known.iter().any(|required| category_name(required.category) == name);
        select.variants.iter().any(|variant| match variant.key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => is_form(name) && (name != "other" || select.variants.len() == 1),
        })
    }

    /// The forms that `select` lacks, by CLDR's names and in CLDR's order.
    pub(super) fn missing(&self, select: &Select<'_, '_>, whole: &Pattern<'_>) -> Vec<&'static str> {
        let By::Number { counting, fraction_digits, .. } = select.by else { return Vec::new() };
        if !self.are_told_by(select, whole) {
            return Vec::new();
        }
        let names = |name: &str| {
            select
                .variants
                .iter()
                .any(|variant| matches!(variant.key, VariantKey::Identifier { name: own } if own == name))
        };
        if fraction_digits > 0 {
            let needed = self.plurals.of_fractions(counting, fraction_digits);
            return needed.into_iter().map(category_name).filter(|name| !names(name)).collect();
        }
        let equals = |number: u32| select.variants.iter().any(|variant| is_number(&variant.key, number));
        let covered = |required: &Required| {
            names(category_name(required.category))
                || required.only.as_ref().is_some_and(|only| only.iter().all(|number| equals(*number)))
        };
        let needed = self.ordinary(counting);
        needed.filter(|required| !covered(required)).map(|required| category_name(required.category)).collect()
    }
}

/// Whether a variant is for this number alone.
pub(super) fn is_number(key: &VariantKey<&str>, number: u32) -> bool {
    match key {
        VariantKey::NumberLiteral { value } => value.parse() == Ok(f64::from(number)),
        VariantKey::Identifier { .. } => false,
    }
}

/// Whether a select tells exact numbers from the rest, in a text that says no number: `[0] Off *[other] On` is no plural.
fn is_switch(select: &Select<'_, '_>, variable: Option<&str>, whole: &Pattern<'_>) -> bool {
    let is_exact = |key: &VariantKey<&str>| matches!(key, VariantKey::NumberLiteral { .. });
    let exact = select.variants.iter().any(|variant| is_exact(&variant.key))
        && select.variants.iter().all(|variant| variant.default || is_exact(&variant.key));
    let mut shows = false;
    walk(whole, &mut |used| {
        shows |= matches!(used, Use::Variable { name, selecting: false } if Some(name) == variable);
    });
    exact && !shows
}
