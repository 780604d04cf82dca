//! Stub.

use crate::check::Rule;

pub(crate) static RULES: &[&Rule] = &[];
