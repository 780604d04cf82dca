//! What came back for a text, once it is known to fit in all that can be told beforehand.

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

    /// Whether `read`, a part of what was read back, is what was wanted.
    pub(crate) fn is(&self, read: &[Piece]) -> bool {
        match self {
            Self::Pieces(pieces) => flat(pieces) == flat(read),
            Self::Raw(_) => true,
        }
    }
}

/// Whether what was read back as a whole has the codes that it must have.
pub(crate) fn check_codes(wanted: &Wanted, read: &[Piece], segment: &Segment) -> Result<(), Reason> {
    match wanted {
        // Told before, by the ids.
        Wanted::Pieces(_) => Ok(()),
        Wanted::Raw(_) => codes::check(read, &segment.source, segment.target.as_deref()),
    }
}
