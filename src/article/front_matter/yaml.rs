//! YAML, by granit-parser's events. Aliases are not expanded, so that no file can grow.

use granit_parser::{Event, Parser, ScalarStyle, Span as YamlSpan};

use super::{Read, repeated};
use crate::article::{Field, Value};
use crate::source::Span;

/// Reads `text`, which stands at byte `base` of its file.
pub(super) fn read(text: &str, base: usize) -> Read {
    let mut reader = Reader { parser: Parser::new_from_str(text), base, length: text.len(), depth: 0 };
    let mut fields = Vec::new();
    match reader.document(&mut fields) {
        Ok(()) => {
            let fault = repeated(&fields);
            (fields, fault)
        }
        Err(fault) => (fields, Some(fault)),
    }
}

/// Deeper front matter than this is a fault.
const DEEPEST: usize = 32;

struct Reader<'a> {
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    base: usize,
    length: usize,
    depth: usize,
}

type Fault = (String, Span);

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Fault> {
        loop {
            match self.parser.next_event() {
                Some(Ok((Event::Comment(..), _))) => {}
                Some(Ok((event, span))) => return Ok((event, self.span(span))),
                Some(Err(error)) => {
                    let marker = error.marker();
                    let at = self.base + marker.byte_offset().unwrap_or(0).min(self.length);
                    return Err((error.info().to_owned(), Span::at(at)));
                }
                None => return Ok((Event::StreamEnd, Span::at(self.base + self.length))),
            }
        }
    }

    fn span(&self, span: YamlSpan) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        Span::new(self.base + range.start, self.base + range.end)
    }

    fn document(&mut self, fields: &mut Vec<Field>) -> Result<(), Fault> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => return Ok(()),
                Event::MappingStart(..) if fields.is_empty() => {
                    self.map(fields)?;
                }
                Event::Scalar(text, ..) if text.trim().is_empty() => {}
                _ => return Err(("front matter is a list of fields, name: value".to_owned(), span)),
            }
        }
    }

    /// Reads up to the end of the map; returns where it ends.
    fn map(&mut self, fields: &mut Vec<Field>) -> Result<u32, Fault> {
        loop {
            let (event, name_span) = self.next()?;
            let name = match event {
                Event::MappingEnd | Event::StreamEnd => return Ok(name_span.end),
                Event::Scalar(name, ..) => name.into_owned(),
                _ => return Err(("the name of a field is a word".to_owned(), name_span)),
            };
            let (event, span) = self.next()?;
            let (value, value_span) = self.value(event, span)?;
            fields.push(Field { name, name_span, value, value_span });
        }
    }

    fn value(&mut self, event: Event<'a>, span: Span) -> Result<(Value, Span), Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(("front matter is nested too deeply".to_owned(), span));
        }
        let value = match event {
            Event::Scalar(text, style, ..) => (scalar(&text, style), span),
            Event::SequenceStart(..) => {
                let mut list = Vec::new();
                let end = loop {
                    let (event, inner) = self.next()?;
                    if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                        break inner.end;
                    }
                    list.push(self.value(event, inner)?);
                };
                let last = list.last().map_or(span.end, |(_, span): &(Value, Span)| span.end);
                (Value::List(list), collection(span, last, end))
            }
            Event::MappingStart(..) => {
                let mut fields = Vec::new();
                let end = self.map(&mut fields)?;
                let last = fields.last().map_or(span.end, |field| field.value_span.end);
                (Value::Map(fields), collection(span, last, end))
            }
            _ => (Value::Null, span),
        };
        self.depth -= 1;
        Ok(value)
    }
}

/// A flow collection ends at its bracket; a block one, whose end event has no text, with its last value.
fn collection(start: Span, last: u32, end: u32) -> Span {
    let is_flow = start.len() == 1;
    Span { start: start.start, end: if is_flow { end.max(last) } else { last }.max(start.start) }
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => {
            let is_number = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
            if !is_number {
                return Value::Text(text.to_owned());
            }
            // `007` and `1.10` are texts to people: a number is what reads the same when written again.
            let whole = text.parse().map(Value::Integer);
            let value = whole.or_else(|_| text.parse().map(Value::Float)).ok();
            let same = |value: &Value| value.to_text().as_deref() == Some(text);
            value.filter(same).unwrap_or_else(|| Value::Text(text.to_owned()))
        }
    }
}
