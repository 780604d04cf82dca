//! Numbers as a locale writes them.

use std::fmt::{self, Write};
use std::sync::OnceLock;

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};

use super::number::{Number, Shown, Style};
use crate::bidi::controls::is_control;
use crate::locale::{Locale, Numbering};

/// Which digits are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// 0 to 9.
    Latn,
    /// Arabic-Indic digits.
    Arab,
    /// Their Persian and Urdu shapes.
    ArabExt,
}

impl Digits {
    /// The digits that a locale's policy names.
    pub(super) fn of(locale: &Locale) -> Self {
        match (locale.numbering, locale.id().language.as_str()) {
            (Numbering::Latn, _) => Self::Latn,
            // Persian, Urdu and their neighbours write their own shapes of 4, 5, 6 and 7.
            (Numbering::Arab, "fa" | "ur" | "ps" | "ks" | "pa" | "uz" | "mzn" | "lrc") => Self::ArabExt,
            (Numbering::Arab, _) => Self::Arab,
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Latn, Self::Arab, Self::ArabExt].into_iter().find(|own| own.name() == name)
    }

    /// Its name in BCP 47.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Latn => "latn",
            Self::Arab => "arab",
            Self::ArabExt => "arabext",
        }
    }

    fn zero(self) -> char {
        match self {
            Self::Latn => '0',
            Self::Arab => '\u{660}',
            Self::ArabExt => '\u{6F0}',
        }
    }
}

/// The number formatters of a locale, each made when first needed.
#[derive(Debug)]
pub(super) struct Numbers {
    tag: String,
    language: String,
    digits: Digits,
    made: [OnceLock<Option<DecimalFormatter>>; 6],
}

impl Numbers {
    pub(super) fn new(locale: &Locale) -> Self {
        let language = locale.id().language.as_str().to_owned();
        Self { tag: locale.tag().to_owned(), language, digits: Digits::of(locale), made: Default::default() }
    }

    /// The digits of a number that names none.
    pub(super) fn digits(&self) -> Digits {
        self.digits
    }

    /// Appends `number`, its unit left out, without any bidi control; ICU puts some beside the minus sign.
    pub(super) fn write(&self, number: &Number<'_>, out: &mut String) {
        let digits = number.options.digits.unwrap_or(self.digits);
        let (before, after) = match number.options.style {
            Style::Percent => self.percent(digits),
            _ => ("", ""),
        };
        let start = out.len();
        match &number.shown {
            // No language groups three digits.
            Shown::Whole(whole) if *whole < 1_000 || number.options.ungrouped => write_digits(*whole, digits, out),
            Shown::Whole(whole) => self.write_decimal(&Decimal::from(*whole), true, digits, out),
            Shown::Digits(decimal) => self.write_decimal(decimal, !number.options.ungrouped, digits, out),
            Shown::Nothing if number.value.is_nan() => out.push_str("NaN"),
            Shown::Nothing if number.value < 0.0 => out.push_str("-\u{221E}"),
            Shown::Nothing => out.push('\u{221E}'),
        }
        if !before.is_empty() {
            before_figure(out, start, before);
        }
        out.push_str(after);
    }

    fn write_decimal(&self, decimal: &Decimal, grouped: bool, digits: Digits, out: &mut String) {
        let place = &self.made[digits as usize * 2 + usize::from(grouped)];
        let written = match place.get_or_init(|| self.make(grouped, digits)) {
            Some(formatter) => write!(WithoutControls(out), "{}", formatter.format(decimal)),
            None => write!(out, "{decimal}"),
        };
        // Writing to a string does not fail.
        debug_assert!(written.is_ok());
    }

    fn make(&self, grouped: bool, digits: Digits) -> Option<DecimalFormatter> {
        let grouping = if grouped { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        let formatter = |tag: &str| {
            let locale: icu_locale::Locale = format!("{tag}-u-nu-{}", digits.name()).parse().ok()?;
            DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::from(grouping)).ok()
        };
        let own = formatter(&self.tag);
        // Where a language has no separators for these digits, ICU mixes in those of Latin ones.
        let mut half = Decimal::from(5);
        half.multiply_pow10(-1);
        let mixed = |own: &DecimalFormatter| own.format(&half).to_string().contains(['.', ',']);
        match digits {
            Digits::Arab if own.as_ref().is_some_and(mixed) => formatter("ar"),
            Digits::ArabExt if own.as_ref().is_some_and(mixed) => formatter("fa"),
            _ => own,
        }
    }

    /// What stands before and after a percentage: facts of CLDR, which ICU4X does not give yet.
    fn percent(&self, digits: Digits) -> (&'static str, &'static str) {
        match (digits, self.language.as_str()) {
            (Digits::Latn, "tr" | "ku") => ("%", ""),
            (Digits::Latn, "eu") => ("%\u{A0}", ""),
            (
                Digits::Latn,
                "be" | "br" | "ca" | "cs" | "da" | "de" | "dsb" | "es" | "fi" | "fo" | "fr" | "gl" | "gsw" | "hr"
                | "hsb" | "lb" | "lt" | "mk" | "nb" | "nn" | "no" | "qu" | "ro" | "ru" | "sk" | "sl" | "sv" | "tk"
                | "tt",
            ) if !matches!(self.tag.as_str(), "de-CH" | "de-LI" | "fr-CH") && !is_american_spanish(&self.tag) => {
                ("", "\u{A0}%")
            }
            (Digits::Latn, _) => ("", "%"),
            (Digits::Arab | Digits::ArabExt, _) => ("", "\u{66A}"),
        }
    }
}

/// Spanish outside Spain and the countries that follow it.
fn is_american_spanish(tag: &str) -> bool {
    tag.starts_with("es-") && !matches!(tag, "es-ES" | "es-EA" | "es-IC" | "es-PH" | "es-GQ")
}

fn write_digits(mut number: u64, digits: Digits, out: &mut String) {
    let zero = u32::from(digits.zero());
    let mut reversed = ['0'; 20];
    let mut length = 0;
    for place in &mut reversed {
        let digit = u32::try_from(number % 10).unwrap_or_default();
        *place = char::from_u32(zero + digit).unwrap_or('0');
        number /= 10;
        length += 1;
        if number == 0 {
            break;
        }
    }
    out.extend(reversed.iter().take(length).rev());
}

/// Puts a sign between the minus and the digits of the number that begins at `start`: `-$5`, `-%5`.
pub(super) fn before_figure(out: &mut String, start: usize, sign: &str) {
    let figure = out.get(start..).and_then(|written| written.find(char::is_numeric)).unwrap_or_default();
    out.insert_str(start + figure, sign);
}

/// Drops bidi controls on the way.
struct WithoutControls<'o>(&'o mut String);

impl Write for WithoutControls<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.is_ascii() {
            self.0.push_str(text);
        } else {
            self.0.extend(text.chars().filter(|character| !is_control(*character)));
        }
        Ok(())
    }
}
