//! Where the nodes of a pattern stand in their file.
//!
//! The parser keeps no places, but what it keeps are slices of the text: their addresses are exact. The signs around them
//! (`{`, `$`, `(`) are reached from there over blanks alone, so nothing is ever searched for.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement, Variant, VariantKey};

use super::Pattern;
use crate::source::Span;

/// The place of a slice of `text`; empty at 0 for a foreign one, which never comes from the parser.
pub(crate) fn slice(text: &str, part: &str) -> Span {
    Span::of_slice(text, part).unwrap_or_default()
}

/// A name with the sign before it (`$name`, `-term`, `.attribute`).
pub(crate) fn with_sign(text: &str, name: &str) -> Span {
    let span = slice(text, name);
    Span { start: span.start.saturating_sub(1), end: span.end }
}

/// From the first element of `pattern` to the end of its last, without blanks around.
pub(crate) fn pattern(text: &str, pattern: &Pattern<'_>) -> Span {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => slice(text, value),
        PatternElement::Placeable { expression } => placeable(text, expression),
    };
    match (pattern.elements.first(), pattern.elements.last()) {
        (Some(first), Some(last)) => element(first).join(element(last)),
        _ => Span::default(),
    }
}

/// `{ expression }` with its braces.
pub(crate) fn placeable(text: &str, inner: &Expression<&str>) -> Span {
    let inner = expression(text, inner);
    Span { start: before(text, inner.start), end: after(text, inner.end, b"}") }
}

/// An expression without the braces around it.
pub(crate) fn expression(text: &str, expression: &Expression<&str>) -> Span {
    match expression {
        Expression::Inline(part) => inline(text, part),
        Expression::Select { selector, variants } => {
            let start = inline(text, selector);
            variants.last().map_or(start, |last| start.join(pattern(text, &last.value)))
        }
    }
}

/// An inline expression, quotes and signs included.
pub(crate) fn inline(text: &str, part: &InlineExpression<&str>) -> Span {
    match part {
        InlineExpression::StringLiteral { value } => {
            let span = slice(text, value);
            Span { start: span.start.saturating_sub(1), end: span.end + 1 }
        }
        InlineExpression::NumberLiteral { value } => slice(text, value),
        InlineExpression::VariableReference { id } => with_sign(text, id.name),
        InlineExpression::MessageReference { id, attribute } => {
            let span = slice(text, id.name);
            attribute.as_ref().map_or(span, |attribute| span.join(slice(text, attribute.name)))
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            let mut span = with_sign(text, id.name);
            if let Some(attribute) = attribute {
                span = span.join(slice(text, attribute.name));
            }
            arguments.as_ref().map_or(span, |arguments| call(text, span, arguments))
        }
        InlineExpression::FunctionReference { id, arguments } => call(text, slice(text, id.name), arguments),
        InlineExpression::Placeable { expression } => placeable(text, expression),
    }
}

/// A variant from its `*` or `[` to the end of its pattern.
pub(crate) fn variant(text: &str, variant: &Variant<&str>) -> Span {
    let key = slice(text, key_name(&variant.key));
    let start = before(text, key.start);
    let starred = variant.default && start > 0 && text.as_bytes().get(start as usize - 1) == Some(&b'*');
    Span { start: start - u32::from(starred), end: pattern(text, &variant.value).end.max(key.end) }
}

/// A variant's key as written.
pub(crate) fn key_name<'a>(key: &VariantKey<&'a str>) -> &'a str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn call(text: &str, callee: Span, arguments: &CallArguments<&str>) -> Span {
    let positional = arguments.positional.last().map(|part| inline(text, part).end);
    let named = arguments.named.last().map(|argument| inline(text, &argument.value).end);
    let inner = positional.max(named).unwrap_or_else(|| after(text, callee.end, b"("));
    Span { start: callee.start, end: after(text, inner, b",)") }
}

/// The byte of the sign (`{`, `[`) that stands before `at`, blanks between.
fn before(text: &str, at: u32) -> u32 {
    let head = text.get(..at as usize).unwrap_or_default().trim_end_matches([' ', '\n', '\r']);
    Span::at(head.len().saturating_sub(1)).start
}

/// Just past the last of `signs`, each at most once, that stand after `at`, blanks between.
fn after(text: &str, at: u32, signs: &[u8]) -> u32 {
    let bytes = text.as_bytes();
    let mut end = at as usize;
    for sign in signs {
        let blanks =
            bytes.get(end..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r'));
        let next = end + blanks.count();
        if bytes.get(next) == Some(sign) {
            end = next + 1;
        }
    }
    Span::at(end).end
}
