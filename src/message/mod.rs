//! Messages: Fluent resources with spans, what their patterns use, and formatting.

mod view;

pub use view::CatalogView;
