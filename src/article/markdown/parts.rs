//! What a body holds, as it is collected.

use pulldown_cmark::HeadingLevel;

use crate::article::{Code, Heading, Image, Link, Segment};
use crate::source::Span;

/// Stands in plain text for what is no prose: code, addresses, shortcodes.
pub(crate) const OBJECT: char = '\u{FFFC}';

/// All that a body holds.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) segments: Vec<Segment>,
    pub(super) plain: String,
    pub(super) origins: Vec<(u32, u32)>,
    pub(super) headings: Vec<Heading>,
    pub(super) links: Vec<Link>,
    pub(super) images: Vec<Image>,
    pub(super) codes: Vec<Code>,
    pub(super) footnote_references: Vec<(String, Span)>,
    pub(super) anchors: Vec<String>,
    /// Contents and places of `<!-- mizan-allow … -->`.
    pub(super) allowances: Vec<(String, Span)>,
}

/// Adds `text`, which stands at byte `at` of the file.
pub(super) fn push_plain(parts: &mut Parts, text: &str, at: u32) {
    let here = Span::at(parts.plain.len()).start;
    let follows = parts.origins.last().is_some_and(|(plain, origin)| here - plain == at.wrapping_sub(*origin));
    if !follows {
        parts.origins.push((here, at));
    }
    parts.plain.push_str(text);
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

/// Ids that repeat get `-1`, `-2` …, as GitHub does.
pub(super) fn number_repeats(headings: &mut [Heading]) {
    let mut seen: std::collections::HashMap<String, u32> = std::collections::HashMap::with_capacity(headings.len());
    for heading in headings {
        let count = seen.entry(heading.id.clone()).or_insert(0);
        if *count > 0 {
            let id = format!("{}-{count}", heading.id);
            *count += 1;
            heading.id = id;
        } else {
            *count = 1;
        }
    }
}
