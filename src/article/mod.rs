//! Articles: front matter and Markdown, cut into segments with exact byte spans.

mod alignment;
mod date;
mod document;
mod features;
mod fingerprints;
mod front_matter;
mod lengths;
mod markdown;
mod origin;
mod skeleton;
mod slug;
mod weights;

pub(crate) use alignment::is_prose;
pub use alignment::{Aligned, Alignment};
pub use date::Date;
pub use document::{
    Allowance, Code, Document, Field, FrontMatter, FrontMatterFormat, Heading, Image, Link, LinkKind, Segment,
    SegmentKind, Value,
};
pub(crate) use markdown::{hidden_ranges, options as markdown_options};
pub use skeleton::skeleton;
pub use slug::{address_slug, heading_id};
