//! Numbers as a locale writes them.

use fixed_decimal::{Decimal, FloatPrecision};
use fluent_bundle::types::{FluentNumber, FluentNumberStyle, FluentNumberType};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};

use crate::locale::{Locale, Numbering};
use crate::message::plural::Counting;

/// More fraction digits than anyone reads.
const MAX_FRACTION_DIGITS: usize = 20;

/// The number formatters of a locale.
#[derive(Debug)]
pub(super) struct Numbers {
    grouped: Option<DecimalFormatter>,
    plain: Option<DecimalFormatter>,
    percent: Percent,
}

/// How a locale writes a percentage.
#[derive(Clone, Copy, Debug)]
struct Percent {
    before: &'static str,
    after: &'static str,
}

/// A number with all that decides how it is shown, and so which plural it takes.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// The value, for comparing with `[0]`.
    pub(super) value: f64,
    /// The value with the digits shown; `None` for what is no number (infinity).
    pub(super) shown: Option<Decimal>,
    pub(super) counting: Counting,
    pub(super) percent: bool,
    grouping: bool,
}

/// The tag of `locale` with its policy for digits, as ICU reads it.
pub(super) fn icu_tag(locale: &Locale) -> String {
    let tag = locale.tag();
    let numbering = match (locale.numbering, locale.id().language.as_str()) {
        (Numbering::Latn, _) => "latn",
        // Persian, Urdu and their neighbours write their own shapes of 4, 5, 6 and 7.
        (Numbering::Arab, "fa" | "ur" | "ps" | "ks" | "pa" | "uz" | "mzn" | "lrc") => "arabext",
        (Numbering::Arab, _) => "arab",
    };
    format!("{tag}-u-nu-{numbering}")
}

impl Numbers {
    pub(super) fn new(locale: &Locale) -> Self {
        let icu: icu_locale::Locale = icu_tag(locale).parse().unwrap_or(icu_locale::Locale::UNKNOWN);
        let formatter =
            |grouping| DecimalFormatter::try_new((&icu).into(), DecimalFormatterOptions::from(grouping)).ok();
        let percent = match (locale.numbering, locale.id().language.as_str()) {
            (Numbering::Arab, _) => Percent { before: "", after: "\u{66A}" },
            (Numbering::Latn, "tr" | "eu" | "ku") => Percent { before: "%", after: "" },
            (Numbering::Latn, "cs" | "da" | "de" | "es" | "fi" | "fr" | "nb" | "ru" | "sk" | "sv" | "uk") => {
                Percent { before: "", after: "\u{A0}%" }
            }
            (Numbering::Latn, _) => Percent { before: "", after: "%" },
        };
        Self { grouped: formatter(GroupingStrategy::Auto), plain: formatter(GroupingStrategy::Never), percent }
    }

    /// Appends `number` without any bidi control; ICU puts some beside the minus sign.
    pub(super) fn write(&self, number: &Number, out: &mut String) {
        let Some(shown) = &number.shown else {
            out.push_str(if number.value.is_nan() {
                "NaN"
            } else if number.value < 0.0 {
                "-\u{221E}"
            } else {
                "\u{221E}"
            });
            return;
        };
        if number.percent {
            out.push_str(self.percent.before);
        }
        match if number.grouping { &self.grouped } else { &self.plain } {
            Some(formatter) => {
                let text = formatter.format(shown).to_string();
                out.extend(text.chars().filter(|character| !crate::bidi::controls::is_control(*character)));
            }
            None => out.push_str(&shown.to_string()),
        }
        if number.percent {
            out.push_str(self.percent.after);
        }
    }
}

impl Number {
    /// The number of an argument with its own options.
    pub(super) fn of(number: &FluentNumber) -> Self {
        let options = &number.options;
        let percent = options.style == FluentNumberStyle::Percent;
        let least = options.minimum_fraction_digits.unwrap_or(0).min(MAX_FRACTION_DIGITS);
        let most = match options.maximum_fraction_digits {
            Some(most) => most.min(MAX_FRACTION_DIGITS).max(least),
            None if percent => least,
            None => least.max(3),
        };
        let whole = options.minimum_integer_digits.unwrap_or(1).min(MAX_FRACTION_DIGITS);
        let counting = match options.r#type {
            FluentNumberType::Cardinal => Counting::Cardinal,
            FluentNumberType::Ordinal => Counting::Ordinal,
        };
        let shown = decimal(number.value, percent, whole, least, most);
        Self { value: number.value, shown, counting, percent, grouping: options.use_grouping }
    }

    pub(super) fn is_negative(&self) -> bool {
        self.value < 0.0
    }
}

fn decimal(value: f64, percent: bool, whole: usize, least: usize, most: usize) -> Option<Decimal> {
    // Whole numbers of a common size need no search for the shortest digits.
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    let mut decimal = if value.fract() == 0.0 && value.abs() < 9e15 && !(value == 0.0 && value.is_sign_negative()) {
        Decimal::from(value as i64)
    } else {
        Decimal::try_from_f64(value, FloatPrecision::RoundTrip).ok()?
    };
    if percent {
        decimal.multiply_pow10(2);
    }
    let position = |digits: usize| i16::try_from(digits).unwrap_or(i16::MAX);
    decimal.round_with_mode(-position(most), HALF_EXPAND);
    decimal.absolute.trim_end();
    decimal.absolute.pad_end(-position(least));
    decimal.absolute.pad_start(position(whole));
    Some(decimal)
}

const HALF_EXPAND: fixed_decimal::SignedRoundingMode =
    fixed_decimal::SignedRoundingMode::Unsigned(fixed_decimal::UnsignedRoundingMode::HalfExpand);
