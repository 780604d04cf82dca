//! TOML, by the spans of the toml crate.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Read, repeated};
use crate::article::{Field, Value};
use crate::source::Span;

/// Reads `text`, which stands at byte `base` of its file.
pub(super) fn read(text: &str, base: usize) -> Read {
    let (table, errors) = DeTable::parse_recoverable(text);
    let fields = fields(table.get_ref(), text, base);
    let fault = errors.first().map(|error| {
        let range = error.span().unwrap_or(0..0);
        let start = base + range.start.min(text.len());
        (error.message().to_owned(), Span::new(start, base + range.end.min(text.len())))
    });
    let fault = fault.or_else(|| repeated(&fields));
    (fields, fault)
}

fn fields(table: &DeTable<'_>, text: &str, base: usize) -> Vec<Field> {
    let mut fields: Vec<Field> = table
        .iter()
        .map(|(name, value)| {
            let (name_range, value_range) = (name.span(), value.span());
            Field {
                name: name.get_ref().to_string(),
                name_span: Span::new(base + name_range.start, base + name_range.end),
                value: self::value(value, text, base),
                value_span: Span::new(base + value_range.start, base + value_range.end),
            }
        })
        .collect();
    fields.sort_by_key(|field| field.name_span);
    fields
}

fn value(value: &Spanned<DeValue<'_>>, text: &str, base: usize) -> Value {
    let written = || text.get(value.span()).unwrap_or_default().to_owned();
    match value.get_ref() {
        DeValue::String(string) => Value::Text(string.to_string()),
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Datetime(_) => Value::Date(written()),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            i64::from_str_radix(&digits, number.radix()).map_or_else(|_| Value::Text(written()), Value::Integer)
        }
        DeValue::Float(number) => {
            number.as_str().replace('_', "").parse().map_or_else(|_| Value::Text(written()), Value::Float)
        }
        DeValue::Array(list) => Value::List(
            list.iter()
                .map(|item| {
                    let range = item.span();
                    (self::value(item, text, base), Span::new(base + range.start, base + range.end))
                })
                .collect(),
        ),
        DeValue::Table(table) => Value::Map(fields(table, text, base)),
    }
}
