//! Words as Markdown or HTML, so that they mean themselves.

use crate::article::SegmentKind;
use crate::bidi::controls::is_control;
use crate::exchange::unit::Piece;
use crate::exchange::wanted::Wanted;

/// Ways of writing words: as they are, or with escapes.
pub(super) fn ways(wanted: &Wanted) -> usize {
    match wanted {
        Wanted::Pieces(_) => 2,
        Wanted::Raw(_) => 1 + usize::from(wanted.has_control()),
    }
}

/// The text as it is written in a segment of this kind, in this way; lines end with `end`.
pub(super) fn written(wanted: &Wanted, kind: SegmentKind, way: usize, end: &str) -> String {
    let text = match wanted {
        Wanted::Raw(text) if way == 0 => escaped_controls(text),
        Wanted::Raw(text) => text.clone(),
        Wanted::Pieces(pieces) => {
            let mut text = String::new();
            for piece in pieces {
                match piece {
                    Piece::Text(words) => push_words(&mut text, words, kind == SegmentKind::Html, way > 0),
                    Piece::Code(code) | Piece::Open(code) => text.push_str(&code.raw),
                    Piece::Close(code) => text.push_str(&code.raw_end),
                }
            }
            text
        }
    };
    text.trim_matches([' ', '\t', '\n', '\r']).replace("\r\n", "\n").replace('\n', end)
}

fn push_words(text: &mut String, words: &str, html: bool, escaping: bool) {
    // Where a line begins, more signs mean something: `-`, `+`, `=`, and the dot after a number.
    let mut begins = escaping && !html && text.is_empty();
    for character in words.chars() {
        let is_sign = match character {
            '&' | '<' | '>' if html => escaping,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '!' | '{' => escaping && !html,
            '-' | '+' | '=' | '.' | ')' => begins,
            _ => false,
        };
        begins &= character.is_ascii_digit() || character == ' ';
        match character {
            other if is_control(other) => text.push_str(&reference(other)),
            '&' if is_sign && html => text.push_str("&amp;"),
            '<' if is_sign && html => text.push_str("&lt;"),
            '>' if is_sign && html => text.push_str("&gt;"),
            other if is_sign => text.extend(['\\', other]),
            other => text.push(other),
        }
    }
}

/// Invisible characters are not written raw where a reference will do.
fn escaped_controls(text: &str) -> String {
    let written = |character: char| if is_control(character) { reference(character) } else { character.to_string() };
    text.chars().map(written).collect()
}

fn reference(character: char) -> String {
    format!("&#x{:X};", u32::from(character))
}
