//! Pure functions on text: scripts, numbers, words, cutting.

pub mod normalize;
pub mod number;
pub mod script;
mod spelled;
pub mod words;
