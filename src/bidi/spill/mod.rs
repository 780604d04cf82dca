//! Spill-over: text of the other direction that a reader sees in the wrong order.

mod atoms;
mod chain;
mod collect;
mod line;
mod numbers;
mod structure;
mod verdict;
mod window;

use crate::bidi::Picture;
use crate::bidi::is_mixed;
use crate::locale::Direction;
use crate::source::Span;

/// What the caller knows of a part of a paragraph, from its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// Code: always left to right.
    Code,
    /// An address, as of a page or a file: always left to right.
    Address,
    /// The text of a link.
    Link,
    /// Emphasized or strong text.
    Emphasis,
    /// Quoted text, its quotation marks apart. Quotation marks in the text itself are found without this.
    Quote,
    /// What is isolated already, by `<bdi>` or an element with `dir` of this direction; `None`: of its first strong
    /// character. Inside, the text is looked at as a paragraph of its own.
    Isolate(Option<Direction>),
}

/// A part of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub kind: PartKind,
}

/// What a spill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SpillKind {
    /// Words of the other direction, with the numbers and signs that belong to them.
    Words,
    /// A telephone number, a date, a signed number and the like.
    Number,
    /// A part that the caller named, or that was found in the text.
    Code,
    /// An address.
    Address,
    /// The text of a link.
    Link,
    /// Emphasized text.
    Emphasis,
    /// The inside of quotation marks.
    Quote,
}

/// What happens to a spill in the text as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// It pulls its neighbours to itself, or is pulled; its own characters keep their order.
    Captured,
    /// Its own characters are shown in another order: `++C` for C++.
    Broken,
}

/// What a paragraph comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// A reader sees it as it is meant.
    Fine,
    /// A phrase changes places with its neighbours.
    Captured,
    /// A phrase is in disorder itself.
    Broken,
}

/// A phrase of the other direction that spills over its edges unless it is isolated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spill {
    /// The phrase, tight. It never crosses the edge of a part that the caller gave.
    pub span: Span,
    /// What it is.
    pub kind: SpillKind,
    /// The direction that it is to be isolated with.
    pub direction: Direction,
    /// What happens to it now.
    pub fault: Fault,
}

/// A paragraph, looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The base direction that it was looked at in.
    pub base: Direction,
    /// What is to be isolated, in the order of the text, outer before inner. They lie apart, or one in the other.
    pub spills: Vec<Spill>,
}

impl Reading {
    /// The worst of what happens.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.spills.iter().map(|spill| spill.fault).max() {
            None => Verdict::Fine,
            Some(Fault::Captured) => Verdict::Captured,
            Some(Fault::Broken) => Verdict::Broken,
        }
    }
}

/// Looks at one paragraph of a text in base direction `base`: is anything shown in another order than it is meant?
///
/// `text` is what a reader sees, without markup; `parts` is what the markup says of it, as spans of `text`, one inside
/// the other or apart. Line breaks count as spaces. A placeholder whose content isolates itself is best given as
/// U+FFFC.
#[must_use]
pub fn check(text: &str, base: Direction, parts: &[Part]) -> Reading {
    let mut reading = read(text, base, parts);
    // Quotes that pair in more than one way can be mended into another disorder, or into none: such a text is left alone.
    if parts.is_empty() && !reading.spills.is_empty() {
        let mended = reading.mended(text, crate::bidi::Sink::Text);
        let is_same = || Picture::new(&mended, base).looks_like(&Picture::new(text, base));
        if !read(&mended, base, &[]).spills.is_empty() || is_same() {
            reading.spills.clear();
        }
    }
    reading
}

fn read(text: &str, base: Direction, parts: &[Part]) -> Reading {
    let has_code = parts.iter().any(|part| matches!(part.kind, PartKind::Code | PartKind::Address));
    let is_worth_it = is_mixed(text, base) || (has_code && base == Direction::Rtl);
    let collected = if is_worth_it { collect::collect(text, base, parts) } else { collect::Collected::default() };
    Reading { base, spills: verdict::judge(text, base, &collected) }
}

#[cfg(test)]
mod tests;
