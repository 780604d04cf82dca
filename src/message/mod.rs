//! Messages: Fluent resources with spans, what their patterns use, and formatting.

mod allowance;
mod fingerprint;
pub mod functions;
mod localizer;
mod mark;
pub mod mentions;
mod parse;
mod paths;
pub mod plural;
mod read;
mod select;
mod span;
mod view;
mod walk;
mod way;

pub use allowance::{Allowance, Scope};
pub use fingerprint::fingerprint;
pub use localizer::{Date, FluentArgs, FluentValue, Formatted, Isolation, Localizer, LocalizerBuilder, Problem};
pub(crate) use mark::mark;
pub use parse::Reason;
pub use paths::{Choice, Path, matching, paths, ways};
pub use select::{By, Select, may_omit_number, selects};
pub use view::{CatalogView, Comment, Entry, FileView, Junk, Part, Pattern};
pub use walk::{Use, is_plain, walk};
pub use way::{Joined, Piece, Way, literal};
