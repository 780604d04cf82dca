//! What a pattern uses: every node, once, in order.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement, Variant};

use super::Pattern;

/// A node of a pattern.
#[derive(Clone, Copy, Debug)]
pub enum Use<'p, 'a> {
    /// Text, line by line.
    Text(&'a str),
    /// `"text"`, as written, without quotes.
    Literal(&'a str),
    /// `$name`; `selecting` where it only chooses a variant.
    Variable {
        /// The name without `$`.
        name: &'a str,
        /// Whether it stands in a selector.
        selecting: bool,
    },
    /// `message` or `message.attribute`.
    Message {
        /// The message's id.
        id: &'a str,
        /// The attribute's name.
        attribute: Option<&'a str>,
    },
    /// `-term`, or `-term.attribute` in a selector.
    Term {
        /// The term's id without `-`.
        id: &'a str,
        /// The attribute's name.
        attribute: Option<&'a str>,
        /// What it is given.
        arguments: Option<&'p CallArguments<&'a str>>,
    },
    /// `FUNCTION(…)`; its arguments follow as uses of their own.
    Function {
        /// Its name.
        name: &'a str,
        /// What it is given.
        arguments: &'p CallArguments<&'a str>,
    },
    /// `{ selector -> … }`; its selector and its variants follow as uses of their own.
    Select {
        /// What chooses.
        selector: &'p InlineExpression<&'a str>,
        /// What is chosen from.
        variants: &'p [Variant<&'a str>],
    },
}

/// Shows `seen` everything that `pattern` uses.
pub fn walk<'p, 'a>(pattern: &'p Pattern<'a>, seen: &mut dyn FnMut(Use<'p, 'a>)) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => seen(Use::Text(value)),
            PatternElement::Placeable { expression } => walk_expression(expression, seen),
        }
    }
}

fn walk_expression<'p, 'a>(expression: &'p Expression<&'a str>, seen: &mut dyn FnMut(Use<'p, 'a>)) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, false, seen),
        Expression::Select { selector, variants } => {
            seen(Use::Select { selector, variants });
            walk_inline(selector, true, seen);
            for variant in variants {
                walk(&variant.value, seen);
            }
        }
    }
}

/// Shows `seen` what one inline expression uses.
pub(super) fn walk_inline<'p, 'a>(
    inline: &'p InlineExpression<&'a str>,
    selecting: bool,
    seen: &mut dyn FnMut(Use<'p, 'a>),
) {
    match inline {
        InlineExpression::StringLiteral { value } => seen(Use::Literal(value)),
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => seen(Use::Variable { name: id.name, selecting }),
        InlineExpression::MessageReference { id, attribute } => {
            seen(Use::Message { id: id.name, attribute: attribute.as_ref().map(|own| own.name) });
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            let arguments = arguments.as_ref();
            seen(Use::Term { id: id.name, attribute: attribute.as_ref().map(|own| own.name), arguments });
            for argument in arguments.iter().flat_map(|arguments| &arguments.positional) {
                walk_inline(argument, selecting, seen);
            }
        }
        InlineExpression::FunctionReference { id, arguments } => {
            seen(Use::Function { name: id.name, arguments });
            for argument in &arguments.positional {
                walk_inline(argument, selecting, seen);
            }
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, seen),
    }
}

/// Whether `pattern` is text alone.
#[must_use]
pub fn is_plain(pattern: &Pattern<'_>) -> bool {
    pattern.elements.iter().all(|element| matches!(element, PatternElement::TextElement { .. }))
}
