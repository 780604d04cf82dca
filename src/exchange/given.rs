//! What came back, as its format says it.

use crate::exchange::reason::Reason;
use crate::exchange::unit::{Code, Piece, Segment, push_text};
use crate::exchange::wanted::Wanted;

/// What an exchange file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// Tags of the languages that it names.
    pub(crate) source: String,
    pub(crate) target: String,
    pub(crate) texts: Vec<Given>,
}

/// A text with its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Given {
    /// Where it stands in the exchange file: the byte that it starts at.
    pub(crate) at: usize,
    /// Path of the source's file.
    pub(crate) original: String,
    pub(crate) unit: String,
    pub(crate) segment: String,
    pub(crate) source: Words,
    /// Nothing where it is not translated.
    pub(crate) target: Option<Words>,
    /// Fingerprint of the source at the export, where it is still known.
    pub(crate) source_print: Option<String>,
    /// That of the translation; empty where there was none.
    pub(crate) target_print: Option<String>,
    /// Whether it is marked as a guess.
    pub(crate) fuzzy: bool,
}

/// A text as its format gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// With its markup as it is written.
    Raw(String),
    /// With codes by their ids.
    Coded(Vec<Bit>),
}

/// A piece of a text whose codes are known by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bit {
    Text(String),
    Code(String),
    Open(String),
    Close(String),
}

impl Default for Words {
    fn default() -> Self {
        Self::Raw(String::new())
    }
}

impl Words {
    /// Whether nothing is said.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Raw(text) => text.trim().is_empty(),
            Self::Coded(bits) => bits.iter().all(|bit| matches!(bit, Bit::Text(text) if text.trim().is_empty())),
        }
    }

    /// The text with the codes of `segment`.
    pub(crate) fn resolve(&self, segment: &Segment) -> Result<Wanted, Reason> {
        let bits = match self {
            Self::Raw(text) => return Ok(Wanted::Raw(text.clone())),
            Self::Coded(bits) => bits,
        };
        let mut pieces = Vec::with_capacity(bits.len());
        let mut open: Vec<Code> = Vec::new();
        for bit in bits {
            match bit {
                Bit::Text(text) => push_text(&mut pieces, text),
                Bit::Code(id) => match find(segment, id)? {
                    Piece::Code(code) => pieces.push(Piece::Code(code.clone())),
                    _ => return Err(Reason::Unbalanced),
                },
                Bit::Open(id) => match find(segment, id)? {
                    Piece::Open(code) => {
                        open.push(code.clone());
                        pieces.push(Piece::Open(code.clone()));
                    }
                    _ => return Err(Reason::Unbalanced),
                },
                Bit::Close(id) => match open.pop() {
                    Some(code) if code.id == *id => pieces.push(Piece::Close(code)),
                    _ => return Err(Reason::Unbalanced),
                },
            }
        }
        if open.is_empty() { Ok(Wanted::Pieces(pieces)) } else { Err(Reason::Unbalanced) }
    }
}

/// The code of this id: as the translation writes it, where it has it, and else as the source does.
fn find<'s>(segment: &'s Segment, id: &str) -> Result<&'s Piece, Reason> {
    let is_it = |piece: &&Piece| matches!(piece, Piece::Code(code) | Piece::Open(code) if code.id == id);
    let target = segment.target.iter().flatten().find(is_it);
    target.or_else(|| segment.source.iter().find(is_it)).ok_or_else(|| Reason::CodeUnknown(id.to_owned()))
}

/// Why an exchange file cannot be read: where, a phrase of `locales/`, and what there is to say beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) id: &'static str,
    pub(crate) reason: String,
}

impl Fault {
    pub(crate) fn new(at: usize, id: &'static str, reason: impl Into<String>) -> Self {
        Self { at, id, reason: reason.into() }
    }
}
