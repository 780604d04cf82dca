//! Text for terminals, which differ: some reorder text of two directions, others leave it as it comes.

use std::borrow::Cow;

use ar_reshaper::{ArabicReshaper, ReshaperConfig};
use unicode_bidi::BidiClass;

use crate::bidi::class::{class, strong};
use crate::bidi::picture::{Glyph, Picture};
use crate::bidi::{Sink, is_mixed};
use crate::locale::Direction;

/// What is done to lines of text that hold right-to-left characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Display {
    /// Nothing: they keep the order they are read in, and the terminal does the rest.
    #[default]
    None,
    /// Each line is isolated, so that its direction is its own: for terminals that obey controls.
    Isolate,
    /// Each line is put in the order it is seen in, mirrored, and its Arabic letters joined: for terminals that do none
    /// of this.
    Visual,
}

/// A line for a terminal. Its direction is that of most of its letters. Colours (SGR sequences) keep their letters, and
/// white space at its beginning stays there.
///
/// ```
/// use mizan::bidi::display::{Display, line};
/// assert_eq!(line("  three ثلاثة", Display::None), "  three ثلاثة");
/// assert_eq!(line("  ثلاثة: 3", Display::Isolate), "  \u{2067}ثلاثة: 3\u{2069}");
/// assert_eq!(line("plain", Display::Visual), "plain");
/// ```
#[must_use]
pub fn line(text: &str, display: Display) -> Cow<'_, str> {
    if display == Display::None || !is_mixed(text, Direction::Ltr) {
        return Cow::Borrowed(text);
    }
    paragraph(text, direction_of_most(&Styled::of(text).text), display)
}

/// The same with a direction that is known.
#[must_use]
pub fn paragraph(text: &str, base: Direction, display: Display) -> Cow<'_, str> {
    if display == Display::None || (base == Direction::Ltr && !is_mixed(text, base)) {
        return Cow::Borrowed(text);
    }
    let (indent, rest) = text.split_at(text.len() - text.trim_start().len());
    let styled = Styled::of(rest);
    let shown = match display {
        Display::None => return Cow::Borrowed(text),
        Display::Isolate => {
            let (open, close) = Sink::Text.marks(Some(base));
            format!("{open}{rest}{close}")
        }
        Display::Visual => visual(&styled, base),
    };
    Cow::Owned(format!("{indent}{shown}"))
}

/// The direction that most letters of a text have.
fn direction_of_most(text: &str) -> Direction {
    let count = |wanted: Direction| text.chars().filter(|character| strong(*character) == Some(wanted)).count();
    if count(Direction::Rtl) > count(Direction::Ltr) { Direction::Rtl } else { Direction::Ltr }
}

/// A text without its colours, and where they were.
struct Styled {
    text: String,
    /// From which byte on which sequences hold, in order.
    styles: Vec<(usize, String)>,
}

impl Styled {
    fn of(text: &str) -> Self {
        let mut plain = String::with_capacity(text.len());
        let mut styles: Vec<(usize, String)> = vec![(0, String::new())];
        let mut rest = text;
        while let Some(at) = rest.find("\u{1b}[") {
            let (before, after) = rest.split_at(at);
            plain.push_str(before);
            let end = after.char_indices().skip(2).find(|(_, character)| matches!(character, '@'..='~'));
            let end = end.map_or(after.len(), |(at, character)| at + character.len_utf8());
            let (sequence, after) = after.split_at(end);
            let held = styles.last().map(|(_, style)| style.clone()).unwrap_or_default();
            let style = if matches!(sequence, "\u{1b}[0m" | "\u{1b}[m") { String::new() } else { held + sequence };
            styles.push((plain.len(), style));
            rest = after;
        }
        plain.push_str(rest);
        Self { text: plain, styles }
    }

    /// The same with its letters joined. A change of colour parts letters, as it does on the terminal.
    fn joined(&self) -> Self {
        // Vowel marks are text, and stay.
        let reshaper = ArabicReshaper::new(ReshaperConfig { delete_harakat: false, ..ReshaperConfig::default() });
        let mut joined = Self { text: String::with_capacity(self.text.len()), styles: Vec::new() };
        let ends = self.styles.iter().skip(1).map(|(at, _)| *at).chain([self.text.len()]);
        for ((start, style), end) in self.styles.iter().zip(ends) {
            joined.styles.push((joined.text.len(), style.clone()));
            join(self.text.get(*start..end).unwrap_or_default(), &reshaper, &mut joined.text);
        }
        joined
    }

    fn style(&self, at: u32) -> &str {
        let next = self.styles.partition_point(|(start, _)| *start <= at as usize);
        next.checked_sub(1).and_then(|index| self.styles.get(index)).map_or("", |(_, style)| style)
    }
}

/// Joins the letters of each word. ar-reshaper 1.5 panics at a mark without a letter before it, and where joiners stand
/// beside lam and alef, so it gets words only.
fn join(text: &str, reshaper: &ArabicReshaper, out: &mut String) {
    let mut rest = text;
    while let Some(start) = rest.find(is_arabic_letter) {
        let (before, word) = rest.split_at(start);
        out.push_str(before);
        let end = word.find(|character| !is_arabic_letter(character) && class(character) != BidiClass::NSM);
        let (word, after) = word.split_at(end.unwrap_or(word.len()));
        out.push_str(&reshaper.reshape(word));
        rest = after;
    }
    out.push_str(rest);
}

fn is_arabic_letter(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{66F}' | '\u{671}'..='\u{6D3}' | '\u{6D5}')
        || matches!(character, '\u{6FA}'..='\u{6FC}' | '\u{750}'..='\u{77F}')
}

fn visual(styled: &Styled, base: Direction) -> String {
    let joined = styled.joined();
    let mut out = String::with_capacity(joined.text.len());
    let mut style = "";
    for glyph in marks_after_letters(Picture::new(&joined.text, base).glyphs) {
        let own = joined.style(glyph.at);
        if own != style {
            out.push_str(if style.is_empty() { "" } else { "\u{1b}[0m" });
            out.push_str(own);
            style = own;
        }
        out.push(glyph.shown);
    }
    out.push_str(if style.is_empty() { "" } else { "\u{1b}[0m" });
    out
}

/// Rule L3: a terminal puts a mark on the letter printed before it.
fn marks_after_letters(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(glyphs.len());
    let mut marks: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        let is_mark = class(glyph.shown) == BidiClass::NSM && !glyph.level.is_multiple_of(2);
        if is_mark {
            marks.push(glyph);
        } else {
            out.push(glyph);
            out.extend(marks.drain(..).rev());
        }
    }
    out.extend(marks.into_iter().rev());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_reordered_mirrored_and_joined() {
        // seen from left to right: bracket, alef after lam as one letter, seen at the beginning of its word
        assert_eq!(line("(سلام)", Display::Visual), "(\u{FEE1}\u{FEFC}\u{FEB3})");
        assert_eq!(line("العدد 12", Display::Visual), "12 \u{FEA9}\u{FEAA}\u{FECC}\u{FEDF}\u{FE8D}");
    }

    #[test]
    fn most_letters_decide_the_direction() {
        assert_eq!(line("ar: مقال بلا نظير", Display::Isolate), "\u{2067}ar: مقال بلا نظير\u{2069}");
        assert_eq!(line("articles/خبر/ar.md", Display::Isolate), "\u{2066}articles/خبر/ar.md\u{2069}");
    }

    #[test]
    fn marks_follow_their_letter_and_colours_keep_theirs() {
        // Damma stands after its meem in what is printed, wherever the meem is.
        let shown = line("مُد", Display::Visual);
        assert_eq!(shown.chars().nth(2), Some('\u{64F}'), "{shown:?}");
        let red = line("\u{1b}[31mد\u{1b}[0m a", Display::Visual);
        assert_eq!(red, "\u{1b}[31m\u{FEA9}\u{1b}[0m a");
    }

    proptest! {
        #[test]
        fn any_line_is_shown_with_all_that_is_visible(text in "[لاآمُ\u{651}\u{6E5}\u{670} a1(,\u{200D}\u{200C}\u{2067}\u{1b}\\[m]{0,40}") {
            prop_assert!(line(&text, Display::Isolate).contains(text.trim_start()));
            let shown = line(&text, Display::Visual);
            let digits = |text: &str| text.chars().filter(|character| matches!(character, 'a' | '(' | ')' | ',')).count();
            if !text.contains('\u{1b}') {
                prop_assert_eq!(digits(&shown), digits(&text));
            }
        }
    }
}
