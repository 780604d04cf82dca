//! Plural categories, from CLDR through ICU4X: which a locale has, and which one a number takes.

use std::sync::OnceLock;

use fixed_decimal::Decimal;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use crate::locale::Locale;

/// What is counted: things, or places in an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counting {
    /// One book, two books.
    #[default]
    Cardinal,
    /// The first book, the second.
    Ordinal,
}

/// The plural rules of a locale.
#[derive(Debug)]
pub struct Plurals {
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
    /// The categories of the smallest whole numbers, cardinal and ordinal: most counts are small, and rules take time.
    small: [OnceLock<[PluralCategory; SMALL]>; 2],
}

/// Whole numbers whose categories are kept.
const SMALL: usize = 128;

/// A category that whole numbers of a locale take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Required {
    /// The category.
    pub category: PluralCategory,
    /// The only numbers that take it, where these are few: `[0]` then stands for *zero* in Arabic.
    pub only: Option<Vec<u32>>,
}

/// All categories, in CLDR's order.
const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

/// CLDR's name of a category.
#[must_use]
pub fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The category of this CLDR name.
#[must_use]
pub fn category_named(name: &str) -> Option<PluralCategory> {
    CATEGORIES.into_iter().find(|category| category_name(*category) == name)
}

impl Plurals {
    /// The rules of `locale`; those of the root, where CLDR does not know the language.
    #[must_use]
    pub fn new(locale: &Locale) -> Self {
        let locale: icu_locale::Locale = locale.tag().parse().unwrap_or(icu_locale::Locale::UNKNOWN);
        let rules = |kind: PluralRuleType| {
            let options = PluralRulesOptions::default().with_type(kind);
            PluralRules::try_new((&locale).into(), options).ok()
        };
        Self {
            cardinal: rules(PluralRuleType::Cardinal),
            ordinal: rules(PluralRuleType::Ordinal),
            small: Default::default(),
        }
    }

    fn rules(&self, counting: Counting) -> Option<&PluralRules> {
        match counting {
            Counting::Cardinal => self.cardinal.as_ref(),
            Counting::Ordinal => self.ordinal.as_ref(),
        }
    }

    /// The category of a number with the fraction digits that it shows: 1 and 1.0 differ in English.
    #[must_use]
    pub fn category(&self, counting: Counting, number: &Decimal) -> PluralCategory {
        self.rules(counting).map_or(PluralCategory::Other, |rules| rules.category_for(number))
    }

    /// The category of a whole number.
    #[must_use]
    pub fn category_of_integer(&self, counting: Counting, number: u64) -> PluralCategory {
        let by_rule =
            |number: u64| self.rules(counting).map_or(PluralCategory::Other, |rules| rules.category_for(number));
        let small =
            || self.small[counting as usize].get_or_init(|| std::array::from_fn(|number| by_rule(number as u64)));
        let kept = usize::try_from(number).ok().filter(|number| *number < SMALL);
        kept.and_then(|number| small().get(number).copied()).unwrap_or_else(|| by_rule(number))
    }

    /// All categories that the locale knows, those of fractions included, in CLDR's order.
    #[must_use]
    pub fn categories(&self, counting: Counting) -> Vec<PluralCategory> {
        let Some(rules) = self.rules(counting) else { return vec![PluralCategory::Other] };
        let known: Vec<_> = rules.categories().collect();
        CATEGORIES.into_iter().filter(|category| known.contains(category)).collect()
    }

    /// The categories that whole numbers take, in CLDR's order.
    #[must_use]
    pub fn of_integers(&self, counting: Counting) -> Vec<Required> {
        let mut members: [Vec<u32>; 6] = Default::default();
        for number in integers() {
            let category = self.category_of_integer(counting, u64::from(number));
            let place = CATEGORIES.iter().position(|own| *own == category).unwrap_or(5);
            members[place].push(number);
        }
        let only = |numbers: Vec<u32>| (numbers.len() <= 2).then_some(numbers);
        let required = CATEGORIES.iter().zip(members).filter(|(_, numbers)| !numbers.is_empty());
        required.map(|(category, numbers)| Required { category: *category, only: only(numbers) }).collect()
    }

    /// The categories that numbers with this many fraction digits take, in CLDR's order.
    #[must_use]
    pub fn of_fractions(&self, counting: Counting, digits: u8) -> Vec<PluralCategory> {
        let digits = i16::from(digits.clamp(1, 3));
        let mut taken = Vec::new();
        for number in 0..=2_000_u32 {
            let mut decimal = Decimal::from(number);
            decimal.multiply_pow10(-digits);
            decimal.pad_end(-digits);
            taken.push(self.category(counting, &decimal));
        }
        CATEGORIES.into_iter().filter(|category| taken.contains(category)).collect()
    }
}

/// Whole numbers in which every category of every locale shows: CLDR looks at the last two digits, at thousands
/// (Cornish) and at millions (French, Breton).
fn integers() -> impl Iterator<Item = u32> {
    (0..=400).chain((1_000..=21_000).step_by(1_000)).chain([100_000, 1_000_000, 1_000_001, 2_000_000])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plurals(tag: &str) -> Plurals {
        Plurals::new(&Locale::new(tag).expect("a tag"))
    }

    fn integers_of(tag: &str, counting: Counting) -> Vec<&'static str> {
        plurals(tag).of_integers(counting).iter().map(|required| category_name(required.category)).collect()
    }

    #[test]
    fn arabic_numbers_take_their_forms() {
        let arabic = plurals("ar");
        let category = |number| category_name(arabic.category_of_integer(Counting::Cardinal, number));
        let taken = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 110, 111, 199, 200, 1003].map(category);
        assert_eq!(
            taken,
            [
                "zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "few", "many", "many",
                "other", "few"
            ]
        );
    }

    #[test]
    fn integers_and_fractions_are_apart() {
        assert_eq!(integers_of("ar", Counting::Cardinal), ["zero", "one", "two", "few", "many", "other"]);
        assert_eq!(integers_of("ar-EG", Counting::Ordinal), ["other"]);
        assert_eq!(integers_of("en", Counting::Cardinal), ["one", "other"]);
        assert_eq!(integers_of("en", Counting::Ordinal), ["one", "two", "few", "other"]);
        // Whole numbers are never `other` in Russian; only fractions are.
        assert_eq!(integers_of("ru", Counting::Cardinal), ["one", "few", "many"]);
        assert_eq!(plurals("ru").of_fractions(Counting::Cardinal, 1), [PluralCategory::Other]);
        assert_eq!(integers_of("he", Counting::Cardinal), ["one", "two", "other"]);
        assert_eq!(integers_of("cy", Counting::Cardinal), ["zero", "one", "two", "few", "many", "other"]);
        // Lithuanian has a form that fractions alone take.
        assert_eq!(integers_of("lt", Counting::Cardinal), ["one", "few", "other"]);
        assert!(plurals("lt").of_fractions(Counting::Cardinal, 1).contains(&PluralCategory::Many));
        assert_eq!(integers_of("ja", Counting::Cardinal), ["other"]);
        assert_eq!(integers_of("fa", Counting::Cardinal), ["one", "other"]);
    }

    #[test]
    fn a_category_of_few_numbers_names_them() {
        let only: Vec<_> = plurals("ar").of_integers(Counting::Cardinal).into_iter().map(|own| own.only).collect();
        assert_eq!(only, [Some(vec![0]), Some(vec![1]), Some(vec![2]), None, None, None]);
    }

    #[test]
    fn visible_fraction_digits_count() {
        let english = plurals("en");
        let one: Decimal = "1".parse().expect("a number");
        let shown: Decimal = "1.0".parse().expect("a number");
        assert_eq!(english.category(Counting::Cardinal, &one), PluralCategory::One);
        assert_eq!(english.category(Counting::Cardinal, &shown), PluralCategory::Other);
    }

    #[test]
    fn the_samples_show_every_category_of_every_rule() {
        // For each locale, what ICU lists must show in whole numbers or in fractions of one to three digits.
        for tag in [
            "ar", "br", "cy", "cs", "da", "en", "es", "fr", "ga", "gd", "he", "kw", "lt", "lv", "mt", "pl", "ru", "sl",
            "fil",
        ] {
            let plurals = plurals(tag);
            let mut shown: Vec<_> = plurals.of_integers(Counting::Cardinal).iter().map(|own| own.category).collect();
            (1..=3).for_each(|digits| shown.extend(plurals.of_fractions(Counting::Cardinal, digits)));
            for category in plurals.categories(Counting::Cardinal) {
                assert!(shown.contains(&category), "{tag} {category:?}");
            }
        }
    }
}
