//! The module of whole projects.
