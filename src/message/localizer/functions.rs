//! `NUMBER` and `DATETIME`.

use std::str::FromStr;

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberStyle, FluentNumberType};
use fluent_syntax::ast::{CallArguments, InlineExpression};

use super::date::{Date, Style};
use crate::locale::Calendar;

/// `NUMBER`'s options put into the number; the names of those that it does not know.
pub(super) fn number_options<'p>(number: &mut FluentNumber, arguments: &'p CallArguments<&str>) -> Vec<&'p str> {
    let options = &mut number.options;
    let mut unknown = Vec::new();
    for argument in &arguments.named {
        let value = literal(&argument.value);
        let count = value.and_then(|value| value.parse::<usize>().ok());
        let known = match (argument.name.name, value) {
            ("type", Some("cardinal")) => set(&mut options.r#type, Some(FluentNumberType::Cardinal)),
            ("type", Some("ordinal")) => set(&mut options.r#type, Some(FluentNumberType::Ordinal)),
            ("style", Some("decimal")) => set(&mut options.style, Some(FluentNumberStyle::Decimal)),
            ("style", Some("percent")) => set(&mut options.style, Some(FluentNumberStyle::Percent)),
            ("useGrouping", Some("true" | "1")) => set(&mut options.use_grouping, Some(true)),
            ("useGrouping", Some("false" | "0")) => set(&mut options.use_grouping, Some(false)),
            ("minimumIntegerDigits", _) => set(&mut options.minimum_integer_digits, count.map(Some)),
            ("minimumFractionDigits", _) => set(&mut options.minimum_fraction_digits, count.map(Some)),
            ("maximumFractionDigits", _) => set(&mut options.maximum_fraction_digits, count.map(Some)),
            _ => false,
        };
        if !known {
            unknown.push(argument.name.name);
        }
    }
    unknown
}

fn set<T>(place: &mut T, value: Option<T>) -> bool {
    let known = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    known
}

/// `DATETIME`'s style and calendar; the names of options that it does not know.
pub(super) fn date_options<'p>(arguments: &'p CallArguments<&str>) -> (Style, Option<Calendar>, Vec<&'p str>) {
    let (mut style, mut calendar, mut unknown) = (Style::Medium, None, Vec::new());
    for argument in &arguments.named {
        let value = literal(&argument.value).unwrap_or_default();
        let known = match argument.name.name {
            "dateStyle" => set(&mut style, Style::named(value)),
            "calendar" => match value {
                "gregorian" | "gregory" => set(&mut calendar, Some(Some(Calendar::Gregorian))),
                "umm-al-qura" | "islamic-umalqura" => set(&mut calendar, Some(Some(Calendar::UmmAlQura))),
                _ => false,
            },
            _ => false,
        };
        if !known {
            unknown.push(argument.name.name);
        }
    }
    (style, calendar, unknown)
}

/// The date that a value holds.
pub(super) fn date(value: &FluentValue<'_>) -> Option<Date> {
    match value {
        FluentValue::String(text) => text.parse().ok(),
        _ => None,
    }
}

fn literal<'a>(value: &InlineExpression<&'a str>) -> Option<&'a str> {
    match value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => Some(value),
        _ => None,
    }
}

/// The number of a literal.
pub(super) fn number_literal(literal: &str) -> FluentValue<'static> {
    FluentNumber::from_str(literal).map_or(FluentValue::None, FluentValue::Number)
}

/// Appends a literal with its escapes resolved; what is no character becomes U+FFFD.
pub(in crate::message) fn unescape(literal: &str, out: &mut String) {
    let mut rest = literal;
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        let digits = match escape.as_bytes().first() {
            Some(b'u') => 4,
            Some(b'U') => 6,
            Some(_) => {
                let mut characters = escape.chars();
                out.extend(characters.next());
                rest = characters.as_str();
                continue;
            }
            None => 0,
        };
        let code = escape.get(1..=digits).and_then(|code| u32::from_str_radix(code, 16).ok());
        out.push(code.and_then(char::from_u32).unwrap_or('\u{FFFD}'));
        rest = escape.get(1 + digits..).unwrap_or_default();
    }
    out.push_str(rest);
}
