//! Stub: proposes a configuration.

use std::path::Path;

use crate::error::Error;
use crate::phrase::Phrase;

/// A proposed configuration.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Text of `mizan.toml`.
    pub config: String,
    /// What was found.
    pub found: Vec<Phrase>,
}

/// Looks at a tree without configuration.
///
/// # Errors
/// When the folder cannot be read.
pub fn propose(folder: &Path) -> Result<Proposal, Error> {
    std::fs::read_dir(folder).map_err(|cause| Error::read(folder, cause))?;
    Ok(Proposal { config: "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n".to_owned(), found: Vec::new() })
}
