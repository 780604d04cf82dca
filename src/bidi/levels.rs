//! Embedding levels of a paragraph.
//!
//! unicode-bidi 0.3.18 misorders text that holds isolates (its issue 141), so it never sees one: each isolate is
//! replaced by U+FFFC in the text around it, which has the same effect there by UAX #9, and is resolved as a paragraph
//! of its own. Explicit levels are counted here, so that depths of more than 125 come out as the standard has it.

mod explicit;

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo};

use crate::bidi::class::{Classes, class};
use crate::bidi::controls::{LRE, LRI, PDI, RLO};
use crate::bidi::levels::explicit::Explicit;
use crate::locale::Direction;

/// A character with its place and its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Byte offset in the text.
    pub(super) at: u32,
    pub(super) character: char,
    /// The resolved level, after rule L1.
    pub(super) level: u8,
    /// Whether rule X9 removes it.
    pub(super) removed: bool,
}

/// A part of the text that markup isolates, as an element with `dir` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Isolate {
    pub(super) start: usize,
    pub(super) end: usize,
    /// `None`: by its first strong character.
    pub(super) direction: Option<Direction>,
}

/// The level of a paragraph of this direction.
pub(super) fn base_level(base: Direction) -> u8 {
    match base {
        Direction::Ltr => 0,
        Direction::Rtl => 1,
    }
}

/// Whether a character opens or closes a part of its own.
pub(super) fn is_explicit(character: char) -> bool {
    matches!(character, LRE..=RLO | LRI..=PDI)
}

/// Resolves a paragraph laid out on one line. Markup comes out as the controls that do the same. Isolates are sorted by their start, outer before inner; one that would
/// reach beyond the isolate around it ends with that.
pub(super) fn resolve(text: &str, base: Direction, isolates: &[Isolate]) -> Vec<Unit> {
    let base = base_level(base);
    let mut units = if isolates.is_empty() && !text.contains(is_explicit) {
        plain(text, base)
    } else {
        let mut explicit = Explicit::new(text, base);
        explicit.run(isolates);
        explicit.finish()
    };
    reset(&mut units, base);
    units
}

/// A text without isolates or embeddings.
fn plain(text: &str, base: u8) -> Vec<Unit> {
    let levels = implicit(text, base);
    let level = |at: usize| levels.get(at).copied().unwrap_or(base);
    text.char_indices().map(|(at, character)| unit(at, character, level(at))).collect()
}

fn unit(at: usize, character: char, level: u8) -> Unit {
    let removed = class(character) == BidiClass::BN || matches!(character, LRE..=RLO);
    Unit { at: u32::try_from(at).unwrap_or(u32::MAX), character, level, removed }
}

/// Levels by byte, of a text without isolates in a paragraph of level `base`.
fn implicit(text: &str, base: u8) -> Vec<u8> {
    let parity = if base.is_multiple_of(2) { Level::ltr() } else { Level::rtl() };
    let info = ParagraphBidiInfo::new_with_data_source(&Classes, text, Some(parity));
    let above = base - parity.number();
    info.levels.iter().map(|level| level.number().saturating_add(above)).collect()
}

/// Rule L1: separators, and white space before them or at the end, take the level of the paragraph.
fn reset(units: &mut [Unit], base: u8) {
    let mut trailing = true;
    for unit in units.iter_mut().rev() {
        match class(unit.character) {
            BidiClass::S => trailing = true,
            BidiClass::WS | BidiClass::LRI | BidiClass::RLI | BidiClass::FSI | BidiClass::PDI => {}
            _ if unit.removed => {}
            _ => trailing = false,
        }
        if trailing {
            unit.level = base;
        }
    }
}

/// Rule L2: indices into `levels` from left to right.
pub(super) fn order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    let lowest = levels.iter().copied().filter(|level| level % 2 == 1).min().unwrap_or(u8::MAX);
    for level in (lowest..=highest).rev() {
        let mut from = 0;
        while from < levels.len() {
            let inside = |at: &usize| levels.get(*at).is_some_and(|own| *own >= level);
            let length = order.iter().skip(from).take_while(|at| inside(at)).count();
            if let Some(run) = order.get_mut(from..from + length) {
                run.reverse();
            }
            from += length.max(1);
        }
    }
    order
}

#[cfg(test)]
mod tests;
