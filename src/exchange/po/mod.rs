//! gettext PO, as msgfmt checks it.
//!
//! A text is known by its context: the path of its source and the ids that XLIFF has too. What import must know of the
//! export stands in an extracted comment, which every tool keeps: `#. mizan: source=… target=…`.

mod plural;
mod read;
mod write;

pub(crate) use plural::{Forms, forms};
pub(crate) use read::read;
pub(crate) use write::write;

/// Begins the extracted comment that import reads.
const OWN: &str = "mizan:";
/// Stands between the path and the ids in a context.
const HASH: char = '#';
/// Stands between a unit's id and a segment's.
const SLASH: char = '/';
/// Stands for a translation that there was not.
const NONE: &str = "-";
