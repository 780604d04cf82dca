//! What a record remembers of a message.

use std::fmt::Write as _;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement, VariantKey};

use super::Pattern;
use crate::fingerprint::Fingerprint;

/// The fingerprint of a value or an attribute: its meaning is all that it can show, without HTML tags.
#[must_use]
pub fn fingerprint(pattern: &Pattern<'_>) -> Fingerprint {
    let mut written = String::new();
    write_pattern(pattern, &mut written);
    if !written.contains('<') {
        return Fingerprint::of(&written, &written);
    }
    Fingerprint::of(&without_tags(&written), &written)
}

/// The text with every HTML tag replaced by a blank sign.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        let opens = tag.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/');
        match tag.split_once('>').filter(|_| opens) {
            Some((_, after)) => {
                plain.push('\u{FFFC}');
                rest = after;
            }
            None => {
                plain.push('<');
                rest = tag;
            }
        }
    }
    plain + rest
}

fn write_pattern(pattern: &Pattern<'_>, out: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(value),
            PatternElement::Placeable { expression } => write_expression(expression, out),
        }
    }
}

fn write_expression(expression: &Expression<&str>, out: &mut String) {
    out.push('{');
    match expression {
        Expression::Inline(inline) => write_inline(inline, out),
        Expression::Select { selector, variants } => {
            write_inline(selector, out);
            out.push_str("->");
            for variant in variants {
                let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = variant.key;
                let star = if variant.default { "*" } else { "" };
                out.extend(["\n", star, "[", key, "]"]);
                write_pattern(&variant.value, out);
            }
        }
    }
    out.push('}');
}

fn write_inline(inline: &InlineExpression<&str>, out: &mut String) {
    let attribute = |name: Option<&str>| name.map(|name| format!(".{name}")).unwrap_or_default();
    match inline {
        InlineExpression::StringLiteral { value } => out.extend(["\"", value, "\""]),
        InlineExpression::NumberLiteral { value } => out.push_str(value),
        InlineExpression::VariableReference { id } => out.extend(["$", id.name]),
        InlineExpression::MessageReference { id, attribute: own } => {
            out.extend([id.name, &attribute(own.as_ref().map(|own| own.name))]);
        }
        InlineExpression::TermReference { id, attribute: own, arguments } => {
            out.extend(["-", id.name, &attribute(own.as_ref().map(|own| own.name))]);
            if let Some(arguments) = arguments {
                write_arguments(arguments, out);
            }
        }
        InlineExpression::FunctionReference { id, arguments } => {
            out.push_str(id.name);
            write_arguments(arguments, out);
        }
        InlineExpression::Placeable { expression } => write_expression(expression, out),
    }
}

fn write_arguments(arguments: &CallArguments<&str>, out: &mut String) {
    out.push('(');
    for argument in &arguments.positional {
        write_inline(argument, out);
        out.push(',');
    }
    for argument in &arguments.named {
        let _ = write!(out, "{}:", argument.name.name);
        write_inline(&argument.value, out);
        out.push(',');
    }
    out.push(')');
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::message::CatalogView;

    fn of(text: &str) -> Fingerprint {
        let path = Arc::from("a.ftl");
        let view = CatalogView::new([("a", &path, text)]);
        fingerprint(view.entries()[0].value.as_ref().expect("a value"))
    }

    #[test]
    fn layout_is_nothing_tags_are_writing_words_are_meaning() {
        let base = of(
            "a = Call <b>us</b> { $n ->\n    [one] once\n   *[other] { NUMBER($n, style: \"percent\") } times\n }\n",
        );
        let same =
            of("a =\n    Call <b>us</b> { $n ->\n  [one] once\n  *[other] {NUMBER($n,style:\"percent\")} times\n  }\n");
        assert_eq!(base, same);
        let tags = of(
            "a = Call <i>us</i> { $n ->\n    [one] once\n   *[other] { NUMBER($n, style: \"percent\") } times\n }\n",
        );
        assert_eq!((base.text, base == tags), (tags.text, false));
        for changed in [
            "a = Call <b>us</b> { $m ->\n    [one] once\n   *[other] { NUMBER($n, style: \"percent\") } times\n }\n",
            "a = Call <b>us</b> { $n ->\n    [two] once\n   *[other] { NUMBER($n, style: \"percent\") } times\n }\n",
            "a = Call <b>us</b> { $n ->\n   *[one] once\n    [other] { NUMBER($n, style: \"percent\") } times\n }\n",
            "a = Call <b>us</b> { $n ->\n    [one] once\n   *[other] { NUMBER($n) } times\n }\n",
        ] {
            assert_ne!(of(changed).text, base.text, "{changed}");
        }
        assert_ne!(of("a = 1 < 2\n").text, of("a = 1 2\n").text);
    }
}
