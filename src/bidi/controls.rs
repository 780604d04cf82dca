//! The invisible characters that steer direction, by name. They are written as escapes here and nowhere else raw.

/// LEFT-TO-RIGHT MARK.
pub const LRM: char = '\u{200E}';
/// RIGHT-TO-LEFT MARK.
pub const RLM: char = '\u{200F}';
/// ARABIC LETTER MARK.
pub const ALM: char = '\u{061C}';
/// LEFT-TO-RIGHT EMBEDDING.
pub const LRE: char = '\u{202A}';
/// RIGHT-TO-LEFT EMBEDDING.
pub const RLE: char = '\u{202B}';
/// POP DIRECTIONAL FORMATTING.
pub const PDF: char = '\u{202C}';
/// LEFT-TO-RIGHT OVERRIDE.
pub const LRO: char = '\u{202D}';
/// RIGHT-TO-LEFT OVERRIDE.
pub const RLO: char = '\u{202E}';
/// LEFT-TO-RIGHT ISOLATE.
pub const LRI: char = '\u{2066}';
/// RIGHT-TO-LEFT ISOLATE.
pub const RLI: char = '\u{2067}';
/// FIRST STRONG ISOLATE.
pub const FSI: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
pub const PDI: char = '\u{2069}';

/// Whether `character` is one of the twelve above.
#[must_use]
pub fn is_control(character: char) -> bool {
    matches!(character, LRM | RLM | ALM | LRE..=RLO | LRI..=PDI)
}
