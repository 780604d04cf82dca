//! Which segments of a source and a target belong together.

/// Which segments of a source and a target belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// In the order of the source; a target segment without a source stands after the one that precedes it.
    pub groups: Vec<Aligned>,
}

/// Segments that belong together: usually one and one; one side may be empty (missing, extra) or have several
/// (merged, split).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aligned {
    /// Indices of source segments.
    pub source: Vec<u32>,
    /// Indices of target segments.
    pub target: Vec<u32>,
}
