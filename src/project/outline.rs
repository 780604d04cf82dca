//! What one must know of a variant without holding its text: for links, addresses, cards.

use std::collections::BTreeMap;

use crate::source::Place;

/// What one must know of a variant without holding its text.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Scalar front-matter fields of the top level, as text.
    pub fields: BTreeMap<String, String>,
    /// Ids that a fragment may name: headings, anchors.
    pub ids: Vec<String>,
    /// Links and their places.
    pub links: Vec<OutlineLink>,
    /// Words of prose, front-matter texts of `translated` fields included.
    pub words: u32,
}

/// A link, with all that a rule needs to report it.
#[derive(Clone, Debug)]
pub struct OutlineLink {
    /// The address, decoded.
    pub destination: String,
    /// The link.
    pub place: Place,
    /// The address in the file.
    pub destination_place: Option<Place>,
    /// Whether it is an image.
    pub image: bool,
}
