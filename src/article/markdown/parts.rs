//! What a body holds, as it is collected.

use std::collections::HashMap;

use pulldown_cmark::HeadingLevel;

use crate::article::origin::Origin;
use crate::article::{Code, Heading, Image, Link, Segment};
use crate::source::Span;

/// Stands in plain text for what is no prose: code, addresses, shortcodes.
pub(crate) const OBJECT: char = '\u{FFFC}';

/// All that a body holds.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) segments: Vec<Segment>,
    pub(super) plain: String,
    pub(super) origins: Vec<Origin>,
    pub(super) headings: Vec<Heading>,
    pub(super) links: Vec<Link>,
    pub(super) images: Vec<Image>,
    pub(super) codes: Vec<Code>,
    pub(super) footnote_references: Vec<(String, Span)>,
    pub(super) anchors: Vec<String>,
    /// Contents and places of `<!-- mizan-allow … -->`.
    pub(super) allowances: Vec<(String, Span)>,
}

impl Parts {
    /// Adds `text` to the plain text: what the bytes at `place` of the file stand for.
    pub(super) fn push(&mut self, file: &str, text: &str, place: Span) {
        let here = Span::at(self.plain.len()).start;
        let is_verbatim = place.len() == text.len() && (text == " " || place.slice(file) == text);
        if is_verbatim {
            let follows = |last: &Origin| last.length == 0 && here - last.plain == place.start.wrapping_sub(last.text);
            if !self.origins.last().is_some_and(follows) {
                self.origins.push(Origin { plain: here, text: place.start, length: 0 });
            }
        } else {
            // The parser counts white space at the end of a heading to a character reference before it.
            let written = place.slice(file);
            let written = if text.trim().is_empty() { written } else { written.trim_end() };
            let length = Span::at(written.len().max(1)).start;
            self.origins.push(Origin { plain: here, text: place.start, length });
        }
        self.plain.push_str(text);
    }

    /// Drops the plain text from byte `from` on.
    pub(super) fn cut(&mut self, from: usize) {
        self.plain.truncate(from);
        self.origins.truncate(self.origins.partition_point(|origin| (origin.plain as usize) < from));
    }
}

pub(super) fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Ids that repeat get `-1`, `-2` …, as GitHub does: the first number that gives an id not yet taken.
pub(super) fn number_repeats(headings: &mut [Heading]) {
    let mut taken: HashMap<String, u32> = HashMap::with_capacity(headings.len());
    for heading in headings {
        let Some(mut count) = taken.get(&heading.id).copied() else {
            taken.insert(heading.id.clone(), 0);
            continue;
        };
        let id = loop {
            count += 1;
            let id = format!("{}-{count}", heading.id);
            if !taken.contains_key(&id) {
                break id;
            }
        };
        taken.insert(std::mem::replace(&mut heading.id, id.clone()), count);
        taken.insert(id, 0);
    }
}
