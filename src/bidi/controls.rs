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

/// The name in Unicode of a character that nobody sees, `None` of one that shows.
///
/// ```
/// use mizan::bidi::controls::name;
/// assert_eq!(name('\u{2067}'), Some("RIGHT-TO-LEFT ISOLATE"));
/// assert_eq!(name('a'), None);
/// ```
#[must_use]
pub fn name(character: char) -> Option<&'static str> {
    Some(match character {
        LRM => "LEFT-TO-RIGHT MARK",
        RLM => "RIGHT-TO-LEFT MARK",
        ALM => "ARABIC LETTER MARK",
        LRE => "LEFT-TO-RIGHT EMBEDDING",
        RLE => "RIGHT-TO-LEFT EMBEDDING",
        PDF => "POP DIRECTIONAL FORMATTING",
        LRO => "LEFT-TO-RIGHT OVERRIDE",
        RLO => "RIGHT-TO-LEFT OVERRIDE",
        LRI => "LEFT-TO-RIGHT ISOLATE",
        RLI => "RIGHT-TO-LEFT ISOLATE",
        FSI => "FIRST STRONG ISOLATE",
        PDI => "POP DIRECTIONAL ISOLATE",
        '\u{00A0}' => "NO-BREAK SPACE",
        '\u{00AD}' => "SOFT HYPHEN",
        '\u{034F}' => "COMBINING GRAPHEME JOINER",
        '\u{180E}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200B}' => "ZERO WIDTH SPACE",
        '\u{200C}' => "ZERO WIDTH NON-JOINER",
        '\u{200D}' => "ZERO WIDTH JOINER",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202F}' => "NARROW NO-BREAK SPACE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}' => "FUNCTION APPLICATION",
        '\u{2062}' => "INVISIBLE TIMES",
        '\u{2063}' => "INVISIBLE SEPARATOR",
        '\u{2064}' => "INVISIBLE PLUS",
        '\u{206A}' => "INHIBIT SYMMETRIC SWAPPING",
        '\u{206B}' => "ACTIVATE SYMMETRIC SWAPPING",
        '\u{206C}' => "INHIBIT ARABIC FORM SHAPING",
        '\u{206D}' => "ACTIVATE ARABIC FORM SHAPING",
        '\u{206E}' => "NATIONAL DIGIT SHAPES",
        '\u{206F}' => "NOMINAL DIGIT SHAPES",
        '\u{FEFF}' => "ZERO WIDTH NO-BREAK SPACE",
        _ => return None,
    })
}
