//! A number with all that decides how it is shown, and so which plural it takes.

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::types::{
    FluentNumberCurrencyDisplayStyle, FluentNumberOptions, FluentNumberStyle, FluentNumberType,
};

use super::numbers::Digits;
use crate::message::functions::Allowed;
use crate::message::plural::Counting;

/// More digits than anyone reads.
const MAX_DIGITS: u8 = 21;

/// How a number is to be shown: what the caller set on it, then what the message says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Options<'a> {
    pub(super) counting: Counting,
    pub(super) style: Style,
    pub(super) currency: Option<&'a str>,
    pub(super) currency_display: CurrencyDisplay,
    pub(super) unit: Option<&'a str>,
    pub(super) unit_display: UnitDisplay,
    pub(super) ungrouped: bool,
    pub(super) digits: Option<Digits>,
    least_whole: Option<u8>,
    least_fraction: Option<u8>,
    most_fraction: Option<u8>,
    least_significant: Option<u8>,
    most_significant: Option<u8>,
}

/// What a number stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    #[default]
    Decimal,
    Percent,
    Currency,
    Unit,
}

/// How a currency is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CurrencyDisplay {
    #[default]
    Symbol,
    Code,
    Name,
}

/// How long a unit is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum UnitDisplay {
    Long,
    #[default]
    Short,
    Narrow,
}

/// A number, ready to be shown and counted by.
#[derive(Clone, Debug)]
pub(super) struct Number<'a> {
    /// The value, for comparing with `[0]`.
    pub(super) value: f64,
    pub(super) shown: Shown,
    pub(super) options: Options<'a>,
}

/// The digits that are shown.
#[derive(Clone, Debug)]
pub(super) enum Shown {
    /// A whole number without a sign: the most common, and cheap.
    Whole(u64),
    Digits(Decimal),
    /// Infinity, and what is no number.
    Nothing,
}

impl<'a> Options<'a> {
    /// What a caller set on a number.
    pub(super) fn of(own: &'a FluentNumberOptions) -> Self {
        Self {
            counting: match own.r#type {
                FluentNumberType::Cardinal => Counting::Cardinal,
                FluentNumberType::Ordinal => Counting::Ordinal,
            },
            style: match own.style {
                FluentNumberStyle::Decimal => Style::Decimal,
                FluentNumberStyle::Currency => Style::Currency,
                FluentNumberStyle::Percent => Style::Percent,
            },
            currency: own.currency.as_deref(),
            currency_display: match own.currency_display {
                FluentNumberCurrencyDisplayStyle::Symbol => CurrencyDisplay::Symbol,
                FluentNumberCurrencyDisplayStyle::Code => CurrencyDisplay::Code,
                FluentNumberCurrencyDisplayStyle::Name => CurrencyDisplay::Name,
            },
            ungrouped: !own.use_grouping,
            least_whole: own.minimum_integer_digits.map(few),
            least_fraction: own.minimum_fraction_digits.map(few),
            most_fraction: own.maximum_fraction_digits.map(few),
            least_significant: own.minimum_significant_digits.map(few),
            most_significant: own.maximum_significant_digits.map(few),
            ..Self::default()
        }
    }

    /// What a literal says by its form: `1.50` shows two fraction digits.
    pub(super) fn of_literal(literal: &str) -> Self {
        let least_fraction = literal.split_once('.').map(|(_, fraction)| few(fraction.len()));
        Self { least_fraction, ..Self::default() }
    }

    /// Sets an option that [`crate::message::functions::FUNCTIONS`] allows with this value.
    pub(super) fn set(&mut self, name: &str, value: &'a str) -> bool {
        let count = || value.parse().ok();
        match (name, value) {
            ("type", "cardinal") => self.counting = Counting::Cardinal,
            ("type", "ordinal") => self.counting = Counting::Ordinal,
            ("style", "decimal") => self.style = Style::Decimal,
            ("style", "percent") => self.style = Style::Percent,
            ("style", "currency") => self.style = Style::Currency,
            ("style", "unit") => self.style = Style::Unit,
            ("currency", _) => self.currency = Some(value),
            ("currencyDisplay", "symbol") => self.currency_display = CurrencyDisplay::Symbol,
            ("currencyDisplay", "code") => self.currency_display = CurrencyDisplay::Code,
            ("currencyDisplay", "name") => self.currency_display = CurrencyDisplay::Name,
            ("unit", _) => self.unit = Some(value),
            ("unitDisplay", "long") => self.unit_display = UnitDisplay::Long,
            ("unitDisplay", "short") => self.unit_display = UnitDisplay::Short,
            ("unitDisplay", "narrow") => self.unit_display = UnitDisplay::Narrow,
            ("useGrouping", _) => self.ungrouped = matches!(value, "false" | "0"),
            ("numberingSystem", _) => self.digits = Digits::named(value),
            ("minimumIntegerDigits", _) => self.least_whole = count(),
            ("minimumFractionDigits", _) => self.least_fraction = count(),
            ("maximumFractionDigits", _) => self.most_fraction = count(),
            ("minimumSignificantDigits", _) => self.least_significant = count(),
            ("maximumSignificantDigits", _) => self.most_significant = count(),
            _ => return false,
        }
        true
    }

    /// Makes the options agree with each other; the names of those that do not.
    pub(super) fn agree(&mut self) -> Vec<&'static str> {
        let mut wrong = Vec::new();
        let above = |least: Option<u8>, most: Option<u8>| least.zip(most).is_some_and(|(least, most)| least > most);
        if above(self.least_fraction, self.most_fraction) {
            wrong.push("maximumFractionDigits");
        }
        if above(self.least_significant, self.most_significant) {
            wrong.push("maximumSignificantDigits");
        }
        match self.style {
            Style::Currency if self.currency.is_none() => wrong.push("style"),
            Style::Currency if !self.currency.is_some_and(|code| Allowed::Currency.allows(code)) => {
                wrong.push("currency")
            }
            Style::Unit if self.unit.is_none() => wrong.push("style"),
            _ => return wrong,
        }
        self.style = Style::Decimal;
        wrong
    }

    /// Whether whole numbers are shown by their digits alone.
    fn is_plain(&self) -> bool {
        self.style != Style::Percent
            && self.style != Style::Currency
            && self.least_whole.is_none_or(|least| least <= 1)
            && self.least_fraction.is_none_or(|least| least == 0)
            && self.least_significant.is_none()
            && self.most_significant.is_none()
    }

    /// The least and the most fraction digits. Where one is not given, the other moves the usual one.
    fn fraction(&self) -> (u8, u8) {
        let (usual_least, usual_most) = match self.style {
            Style::Decimal | Style::Unit => (0, 3),
            Style::Percent => (0, 0),
            Style::Currency => {
                let digits = self.currency.map_or(2, minor_digits);
                (digits, digits)
            }
        };
        let most = self.most_fraction;
        let least = self.least_fraction.unwrap_or_else(|| usual_least.min(most.unwrap_or(usual_least)));
        (least, most.unwrap_or(usual_most).max(least))
    }
}

impl<'a> Number<'a> {
    pub(super) fn new(value: f64, options: Options<'a>) -> Self {
        Self { value, shown: Shown::of(value, &options), options }
    }

    pub(super) fn is_negative(&self) -> bool {
        self.value < 0.0
    }
}

impl Shown {
    fn of(value: f64, options: &Options<'_>) -> Self {
        let whole = value.fract() == 0.0 && value.abs() < 9e15;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, positive and below 2^53")]
        if whole && value.is_sign_positive() && options.is_plain() {
            return Self::Whole(value as u64);
        }
        // Whole numbers of a common size need no search for the shortest digits; the minus of -0 would be lost, though.
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        let decimal = if whole && !(value == 0.0 && value.is_sign_negative()) {
            Ok(Decimal::from(value as i64))
        } else {
            Decimal::try_from_f64(value, FloatPrecision::RoundTrip)
        };
        let Ok(mut decimal) = decimal else { return Self::Nothing };
        if options.style == Style::Percent {
            decimal.multiply_pow10(2);
        }
        round(&mut decimal, options);
        Self::Digits(decimal)
    }
}

/// Rounds half away from zero, as people do; significant digits go before fraction digits, as in ECMA-402.
fn round(decimal: &mut Decimal, options: &Options<'_>) {
    let position = |digits: u8| i16::from(digits.min(MAX_DIGITS));
    let half = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    if options.least_significant.is_some() || options.most_significant.is_some() {
        let least = options.least_significant.unwrap_or(1).clamp(1, MAX_DIGITS);
        let most = options.most_significant.unwrap_or(MAX_DIGITS).clamp(least, MAX_DIGITS);
        let first = decimal.absolute.nonzero_magnitude_start();
        decimal.round_with_mode(first.saturating_sub(position(most) - 1), half);
        decimal.absolute.trim_end();
        // 9.96 may have become 10.0.
        let first = decimal.absolute.nonzero_magnitude_start();
        decimal.absolute.pad_end(first.saturating_sub(position(least) - 1).min(0));
    } else {
        let (least, most) = options.fraction();
        decimal.round_with_mode(-position(most), half);
        decimal.absolute.trim_end();
        decimal.absolute.pad_end(-position(least));
    }
    decimal.absolute.pad_start(position(options.least_whole.unwrap_or(1)));
}

/// A count of digits, cut to the most that are shown.
fn few(digits: usize) -> u8 {
    u8::try_from(digits).unwrap_or(MAX_DIGITS).min(MAX_DIGITS)
}

/// How many fraction digits a currency has, by CLDR: what is paid with, not what was once minted.
fn minor_digits(currency: &str) -> u8 {
    match currency {
        "AFN" | "ALL" | "BIF" | "CLP" | "COP" | "DJF" | "GNF" | "HUF" | "IDR" | "IQD" | "IRR" | "ISK" | "JPY"
        | "KMF" | "KPW" | "KRW" | "LAK" | "LBP" | "MGA" | "MMK" | "PKR" | "PYG" | "RWF" | "SLL" | "SOS" | "SYP"
        | "UGX" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" | "YER" => 0,
        "BHD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}
