//! A paragraph, or a part of one with a direction of its own, as characters with their roles in it.

use std::ops::Range;

use unicode_bidi::BidiClass;

use crate::bidi::class::{class, strong};
use crate::bidi::controls::is_control;
use crate::locale::Direction;
use crate::source::Span;

/// What a character is to the base direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Strong, of the base direction.
    Home,
    /// Strong, of the other direction.
    Away,
    /// A European digit.
    Digit,
    /// An Arabic-Indic digit.
    ArabicDigit,
    Space,
    /// The comma of the base's own script: it parts a list.
    Comma,
    /// A quotation mark.
    Quote,
    /// A control, or a mark.
    Control,
    /// Any other.
    Other,
}

impl Role {
    pub(super) fn is_digit(self) -> bool {
        matches!(self, Self::Digit | Self::ArabicDigit)
    }

    pub(super) fn is_letter(self) -> bool {
        matches!(self, Self::Home | Self::Away)
    }

    /// Whether it may be a part of a word or a number, or stand between two.
    pub(super) fn is_inner(self) -> bool {
        matches!(self, Self::Away | Self::Digit | Self::ArabicDigit | Self::Other)
    }
}

/// A character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) at: usize,
    pub(super) character: char,
    pub(super) role: Role,
}

/// A text with its base direction. Places in it are indices of cells.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) base: Direction,
    pub(super) cells: Vec<Cell>,
    /// Byte just past the last cell.
    end: usize,
    /// Whether it begins where the paragraph begins, and ends where that ends.
    pub(super) is_first: bool,
    pub(super) is_last: bool,
}

impl Line {
    pub(super) fn new(text: &str, bytes: Range<usize>, base: Direction) -> Self {
        let part = text.get(bytes.clone()).unwrap_or_default();
        let mut cells: Vec<Cell> = Vec::with_capacity(part.len());
        let mut last = Role::Space;
        for (at, character) in part.char_indices() {
            let role = role(character, base, last);
            last = role;
            cells.push(Cell { at: bytes.start + at, character, role });
        }
        let is_first = text.get(..bytes.start).unwrap_or_default().trim().is_empty();
        let is_last = text.get(bytes.end..).unwrap_or_default().trim().is_empty();
        let mut line = Self { base, cells, end: bytes.end, is_first, is_last };
        line.find_commas(part);
        line
    }

    fn find_commas(&mut self, text: &str) {
        let is_comma = |character| matches!(character, ',' | '\u{60C}');
        let mut commas: Vec<usize> = (0..self.len()).filter(|at| self.character(*at).is_some_and(is_comma)).collect();
        if commas.is_empty() {
            return;
        }
        let latin = self.base == Direction::Ltr || is_hebrew(text);
        let is_own = |character| if character == ',' { latin } else { self.base == Direction::Rtl };
        commas.retain(|at| self.character(*at).is_some_and(is_own));
        for at in commas {
            let joins_digits = self.role_before(at).is_digit() && self.role(at + 1).is_digit();
            if let Some(cell) = self.cells.get_mut(at).filter(|_| !joins_digits) {
                cell.role = Role::Comma;
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn character(&self, at: usize) -> Option<char> {
        self.cells.get(at).map(|cell| cell.character)
    }

    /// The character before; `None` at the beginning.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.character(at.checked_sub(1)?)
    }

    /// The role of a cell; a space beyond the end.
    pub(super) fn role(&self, at: usize) -> Role {
        self.cells.get(at).map_or(Role::Space, |cell| cell.role)
    }

    pub(super) fn role_before(&self, at: usize) -> Role {
        at.checked_sub(1).map_or(Role::Space, |before| self.role(before))
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &[Cell] {
        self.cells.get(range).unwrap_or_default()
    }

    pub(super) fn has(&self, range: Range<usize>, is: impl Fn(Role) -> bool) -> bool {
        self.slice(range).iter().any(|cell| is(cell.role))
    }

    fn byte(&self, at: usize) -> usize {
        self.cells.get(at).map_or(self.end, |cell| cell.at)
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.byte(range.start), self.byte(range.end))
    }

    /// The cells of a span, clamped to this line.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let index = |byte: u32| self.cells.partition_point(|cell| cell.at < byte as usize);
        index(span.start)..index(span.end)
    }

    /// Whether nothing but white space and closing signs follow in the paragraph.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        let rest = self.slice(at..self.len());
        self.is_last && rest.iter().all(|cell| !cell.role.is_letter() && !cell.role.is_digit())
    }
}

fn role(character: char, base: Direction, last: Role) -> Role {
    if is_control(character) {
        return Role::Control;
    }
    match strong(character) {
        Some(direction) if direction == base => return Role::Home,
        Some(_) => return Role::Away,
        None => {}
    }
    match class(character) {
        BidiClass::EN => Role::Digit,
        BidiClass::AN => Role::ArabicDigit,
        BidiClass::WS | BidiClass::S => Role::Space,
        // Marks and joiners belong to what they follow.
        BidiClass::NSM | BidiClass::BN if last.is_letter() || last.is_digit() => last,
        _ => Role::Other,
    }
}

/// Whether a text has right-to-left letters, and none of them is Arabic.
fn is_hebrew(text: &str) -> bool {
    let has = |wanted: BidiClass| text.chars().any(|character| class(character) == wanted);
    has(BidiClass::R) && !has(BidiClass::AL)
}
