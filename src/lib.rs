//! mizan keeps the English and Arabic versions of every article in balance.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod article;
pub mod bidi;
pub mod check;
pub mod error;
pub mod locale;
pub mod message;
pub mod phrase;
pub mod project;
#[cfg(feature = "publish")]
pub mod publish;
pub mod severity;
pub mod source;
pub mod text;
pub mod words;

pub use error::Error;
