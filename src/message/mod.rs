//! Messages: Fluent resources with spans, what their patterns use, and formatting.

mod allowance;
mod parse;
mod paths;
pub mod plural;
mod select;
mod span;
mod view;
mod walk;

pub use allowance::{Allowance, Scope};
pub use parse::Reason;
pub use paths::{Path, paths};
pub use select::{By, Select, may_omit_number, selects};
pub use view::{CatalogView, Comment, Entry, FileView, Junk, Part, Pattern};
pub use walk::{Use, walk};
