//! What came back for a text, once it is known to fit in all that can be told beforehand.

use crate::bidi::controls::is_control;
use crate::exchange::codes;
use crate::exchange::reason::Reason;
use crate::exchange::unit::{CodeKind, Piece, Segment, flat};

/// A translation that is to be written.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Index of the unit in its sheet.
    pub(crate) unit: usize,
    /// Index of the segment in its unit.
    pub(crate) segment: usize,
    /// What to write.
    pub(crate) wanted: Wanted,
}

/// A text as its format gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Words and codes: the words mean themselves and nothing else.
    Pieces(Vec<Piece>),
    /// Text with its markup, as it would be written.
    Raw(String),
}

impl Wanted {
    /// Its paragraphs.
    pub(crate) fn paragraphs(&self) -> Vec<Self> {
        match self {
            Self::Raw(text) => text.split("\n\n").map(|part| Self::Raw(part.to_owned())).collect(),
            Self::Pieces(pieces) => {
                let is_end = |piece: &Piece| matches!(piece, Piece::Code(code) if code.kind == CodeKind::Paragraph);
                pieces.split(is_end).map(|part| Self::Pieces(part.to_vec())).collect()
            }
        }
    }

    /// Whether there is a blank line among its words.
    pub(crate) fn has_blank_line(&self) -> bool {
        let is_blank = |text: &str| {
            let lines: Vec<&str> = text.split('\n').collect();
            lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default().iter().any(|line| line.trim().is_empty())
        };
        match self {
            Self::Raw(_) => false,
            Self::Pieces(pieces) => pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if is_blank(text))),
        }
    }

    /// The same with line ends as spaces, as in a text that a tool has wrapped. Blank lines stay, to be refused.
    pub(crate) fn unwrapped(&self) -> Self {
        match self {
            Self::Pieces(pieces) if !self.has_blank_line() => {
                let unwrap = |piece: &Piece| match piece {
                    Piece::Text(text) => Piece::Text(unwrapped(text)),
                    other => other.clone(),
                };
                Self::Pieces(pieces.iter().map(unwrap).collect())
            }
            other => other.clone(),
        }
    }

    /// Whether there is a raw bidi control in it, which is better written as an escape.
    pub(crate) fn has_control(&self) -> bool {
        matches!(self, Self::Raw(text) if text.contains(is_control))
    }

    /// Whether `read`, a part of what was read back, is what was wanted.
    pub(crate) fn is(&self, read: &[Piece]) -> bool {
        match self {
            Self::Pieces(pieces) => flat(pieces) == flat(read),
            Self::Raw(_) => true,
        }
    }
}

/// Lines as one, with the space around their ends.
pub(crate) fn unwrapped(text: &str) -> String {
    if !text.contains(['\n', '\r']) {
        return text.to_owned();
    }
    let lines: Vec<&str> = text.split(['\n', '\r']).collect();
    let last = lines.len() - 1;
    let trimmed = lines.iter().enumerate().map(|(at, line)| {
        let line = if at > 0 { line.trim_start_matches([' ', '\t']) } else { line };
        if at < last { line.trim_end_matches([' ', '\t']) } else { line }
    });
    let mut one = String::with_capacity(text.len());
    for (at, line) in trimmed.enumerate() {
        if at > 0 && !one.ends_with(' ') {
            one.push(' ');
        }
        one.push_str(line);
    }
    one
}

/// Whether what was read back as a whole has the codes that it must have.
pub(crate) fn check_codes(wanted: &Wanted, read: &[Piece], segment: &Segment) -> Result<(), Reason> {
    match wanted {
        // Told before, by the ids.
        Wanted::Pieces(_) => Ok(()),
        Wanted::Raw(_) => codes::check(read, &segment.source, segment.target.as_deref()),
    }
}
