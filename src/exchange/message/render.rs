//! Texts written as Fluent.

use super::merge::{Plan, PlannedSelect};
use super::shape::placeholder;
use crate::bidi::controls::is_control;
use crate::exchange::unit::Piece;
use crate::exchange::wanted::Wanted;

/// Gives the text at a path, as [`leaf`] writes it.
pub(super) type Texts<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A text as it is written, lines not yet indented.
pub(super) fn written(wanted: &Wanted, way: usize) -> String {
    match wanted {
        Wanted::Raw(text) if way == 0 && wanted.has_control() => {
            let escaped = text.chars().map(|character| match is_control(character) {
                true => literal(character),
                false => character.to_string(),
            });
            written(&Wanted::Raw(escaped.collect()), 1)
        }
        Wanted::Raw(text) => text.replace("\r\n", "\n").trim_matches([' ', '\n']).to_owned(),
        Wanted::Pieces(pieces) => leaf(pieces),
    }
}

/// Words and codes as Fluent text: what would mean something is written as a literal.
pub(super) fn leaf(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(words) => push_words(&mut text, words),
            Piece::Code(code) | Piece::Open(code) => text.push_str(&code.raw),
            Piece::Close(code) => text.push_str(&code.raw_end),
        }
    }
    let trimmed = text.trim_end_matches('\n').len();
    text.truncate(trimmed);
    if text.ends_with(' ') {
        text.pop();
        text.push_str("{\" \"}");
    }
    text
}

fn push_words(text: &mut String, words: &str) {
    for character in words.replace("\r\n", "\n").chars() {
        let begins = text.is_empty() || text.ends_with('\n');
        match character {
            '\n' if text.is_empty() => {}
            ' ' | '[' | '*' | '.' if begins => text.push_str(&format!("{{\"{character}\"}}")),
            '{' | '}' => text.push_str(&format!("{{\"{character}\"}}")),
            other if is_control(other) || other == '\r' => text.push_str(&literal(other)),
            other => text.push(other),
        }
    }
}

/// Invisible characters are not written raw where a literal will do.
fn literal(character: char) -> String {
    format!("{{\"\\u{:04X}\"}}", u32::from(character))
}

/// What stands after the `=` of a message or an attribute, or after a variant's key. `None` where the text for all
/// other cases is missing.
pub(super) fn after_sign(plan: &Plan, texts: Texts<'_>, indent: usize) -> Option<String> {
    let pattern = pattern(plan, texts, indent)?;
    let is_block = pattern.contains('\n') || !plan.has_text;
    Some(if is_block { format!("\n{}{pattern}", " ".repeat(indent)) } else { format!(" {pattern}") })
}

fn pattern(plan: &Plan, texts: Texts<'_>, indent: usize) -> Option<String> {
    let text = if plan.has_text { texts(&plan.path)? } else { placeholder(&plan.selects.first()?.name) };
    let mut text = indented(&text, indent);
    for planned in &plan.selects {
        let placeholder = placeholder(&planned.name);
        if text.contains(&placeholder) {
            text = text.replace(&placeholder, &select(planned, texts, indent)?);
        }
    }
    Some(text)
}

/// The lines after the first get this many spaces.
pub(super) fn indented(text: &str, indent: usize) -> String {
    let space = " ".repeat(indent);
    let lines = text.split('\n').enumerate().map(|(at, line)| match at {
        0 => line.to_owned(),
        _ if line.is_empty() => "\n".to_owned(),
        _ => format!("\n{space}{line}"),
    });
    lines.collect()
}

fn select(select: &PlannedSelect, texts: Texts<'_>, indent: usize) -> Option<String> {
    let space = " ".repeat(indent);
    let mut text = format!("{{ {} ->\n", select.selector);
    for variant in &select.variants {
        let Some(pattern) = after_sign(&variant.plan, texts, indent + 8) else {
            if variant.is_default {
                return None;
            }
            continue;
        };
        let sign = if variant.is_default { "   *" } else { "    " };
        text.push_str(&format!("{space}{sign}[{}]{pattern}\n", variant.key));
    }
    text.push_str(&format!("{space}}}"));
    Some(text)
}
