//! What a reader sees: the glyphs of one line from left to right.

use crate::bidi::controls::is_control;
use crate::bidi::levels::{Unit, order, resolve};
use crate::locale::Direction;

/// A character as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Byte offset of the character in the text.
    pub at: u32,
    /// The character, mirrored where it stands in right-to-left text: `)` for `(`.
    pub shown: char,
    /// Its resolved embedding level; odd is right to left.
    pub level: u8,
}

/// A paragraph laid out on one line: its visible characters from left to right. Controls are obeyed and left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The characters, the leftmost first.
    pub glyphs: Vec<Glyph>,
}

impl Picture {
    /// The picture of a paragraph in this base direction. Line breaks count as spaces.
    ///
    /// ```
    /// use mizan::bidi::Picture;
    /// use mizan::locale::Direction;
    /// let picture = Picture::new("شركة C++ (جيدة)", Direction::Rtl);
    /// assert_eq!(picture.text(), "(ةديج) ++C ةكرش");
    /// ```
    #[must_use]
    pub fn new(text: &str, base: Direction) -> Self {
        Self::of(&resolve(text, base, &[]))
    }

    /// The picture of resolved characters, or of a part of them that stands together.
    pub(super) fn of(units: &[Unit]) -> Self {
        let seen: Vec<&Unit> = units.iter().filter(|unit| !unit.removed).collect();
        let levels: Vec<u8> = seen.iter().map(|unit| unit.level).collect();
        let ordered = order(&levels).into_iter().filter_map(|index| seen.get(index));
        let visible = ordered.filter(|unit| !is_control(unit.character));
        Self { glyphs: visible.map(|unit| Glyph { at: unit.at, shown: shown(unit), level: unit.level }).collect() }
    }

    /// The characters as a string, the leftmost first. Marks stand to the left of their right-to-left letter, as the
    /// reversal of UAX #9 leaves them.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.shown).collect()
    }

    /// Whether both show the same, character for character.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        self.glyphs.len() == other.glyphs.len()
            && self.glyphs.iter().zip(&other.glyphs).all(|(own, theirs)| own.shown == theirs.shown)
    }
}

/// Rule L4.
fn shown(unit: &Unit) -> char {
    if unit.level.is_multiple_of(2) || unit.character.is_alphanumeric() {
        return unit.character;
    }
    unicode_bidi_mirroring::get_mirrored(unit.character).unwrap_or(unit.character)
}
