//! Articles: front matter and Markdown, cut into segments with exact byte spans.

mod alignment;
mod document;

pub use alignment::{Aligned, Alignment};
pub use document::{
    Allowance, Code, Document, Field, FrontMatter, FrontMatterFormat, Heading, Image, Link, LinkKind, Segment,
    SegmentKind, Value,
};
