//! XLIFF 2.1 (OASIS Standard, 13 February 2018): the core, and its metadata module for fingerprints.

mod read;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;

/// The core's namespace, up to its number: 2.0 and 2.1 share `2.0`.
const CORE: &str = "urn:oasis:names:tc:xliff:document:2.";
/// The metadata module's namespace.
const METADATA: &str = "urn:oasis:names:tc:xliff:metadata:2.0";
/// The category of mizan's own metadata.
const CATEGORY: &str = "mizan";
