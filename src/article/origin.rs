//! Where plain text came from.

use crate::source::Span;

/// Where a piece of plain text came from. Pieces ascend; each reaches up to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Where the piece starts in the plain text.
    pub(crate) plain: u32,
    /// Where it starts in the file.
    pub(crate) text: u32,
    /// Bytes of the file that the piece as a whole stands for; 0: it stands there byte for byte.
    pub(crate) length: u32,
}

impl Origin {
    fn start_of(self, offset: u32) -> u32 {
        if self.length == 0 { self.text + (offset - self.plain) } else { self.text }
    }

    fn end_of(self, offset: u32) -> u32 {
        if self.length == 0 { self.text + (offset - self.plain) } else { self.text + self.length }
    }
}

/// The piece that byte `offset` of the plain text belongs to, and its index.
pub(crate) fn piece(origins: &[Origin], offset: u32) -> Option<(usize, Origin)> {
    let at = origins.partition_point(|origin| origin.plain <= offset).checked_sub(1)?;
    Some((at, *origins.get(at)?))
}

/// The byte of the file where byte `offset` of the plain text starts.
pub(crate) fn start(origins: &[Origin], offset: u32) -> Option<u32> {
    piece(origins, offset).map(|(_, origin)| origin.start_of(offset))
}

/// The bytes of the file that `plain`, a part of the plain text, stands for.
pub(crate) fn span(origins: &[Origin], plain: Span) -> Option<Span> {
    let start = start(origins, plain.start)?;
    let end = match plain.end.checked_sub(1).filter(|_| !plain.is_empty()) {
        Some(last) => piece(origins, last)?.1.end_of(plain.end),
        None => start,
    };
    Some(Span { start, end: end.max(start) })
}
