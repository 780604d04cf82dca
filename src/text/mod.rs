//! Pure functions on text: scripts, numbers, words, cutting.

pub mod diff;
pub mod normalize;
pub mod number;
pub mod script;
mod spelled;
pub mod term;
pub mod words;
