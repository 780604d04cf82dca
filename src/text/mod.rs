//! Pure functions on text: scripts, numbers, words, cutting.
