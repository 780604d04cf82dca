//! Messages: Fluent resources with spans, what their patterns use, and formatting.

mod allowance;
pub mod functions;
mod localizer;
mod parse;
mod paths;
pub mod plural;
mod read;
mod select;
mod span;
mod view;
mod walk;

pub use allowance::{Allowance, Scope};
pub use localizer::{
    Date, DateTime, FluentArgs, FluentValue, Formatted, Isolation, Localizer, LocalizerBuilder, Problem,
};
pub use parse::Reason;
pub use paths::{Choice, Path, paths};
pub use select::{By, Select, may_omit_number, selects};
pub use view::{CatalogView, Comment, Entry, FileView, Junk, Part, Pattern};
pub use walk::{Use, is_plain, walk};
