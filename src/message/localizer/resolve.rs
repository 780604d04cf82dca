//! From a pattern and its arguments to a text.

use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement, Variant, VariantKey};

use super::functions::{date, date_options, number_options};
use super::isolate::{self, Isolation, Mark, Origin};
use super::number::Number;
use super::problem::Problem;
use super::served::Served;
use crate::locale::Direction;
use crate::message::Pattern;
use crate::message::plural::category_name;

/// References inside references, beyond which a message is cut.
const MAX_DEPTH: usize = 32;
/// Placeables of one message, those of its references included, beyond which it is cut.
const MAX_STEPS: usize = 10_000;
/// Bytes of text beyond which a message is cut.
const MAX_BYTES: usize = 1 << 20;

/// What a selector or an argument of a function comes to.
enum Value<'v> {
    Given(Cow<'v, FluentValue<'v>>),
    Text(String),
    Missing,
}

/// Formats one message.
pub(super) struct Resolver<'r> {
    /// The locale that serves the message, then those that stand in for what it lacks.
    chain: &'r [Arc<Served>],
    /// What the caller gave, or what a term was given.
    args: Cow<'r, FluentArgs<'r>>,
    /// Inside a term, a variable may be absent.
    in_term: bool,
    isolation: Isolation,
    base: Direction,
    id: String,
    problems: Vec<Problem>,
    out: String,
    marks: Vec<Mark>,
    /// The patterns being formatted, by address.
    path: Vec<*const Pattern<'r>>,
    steps: usize,
}

impl<'r> Resolver<'r> {
    pub(super) fn new(chain: &'r [Arc<Served>], args: &'r FluentArgs<'r>, isolation: Isolation, problems: Vec<Problem>) -> Self {
        Self {
            chain,
            args: Cow::Borrowed(args),
            in_term: false,
            isolation,
            base: chain[0].direction,
            id: String::new(),
            problems,
            out: String::new(),
            marks: Vec::new(),
            path: Vec::new(),
            steps: 0,
        }
    }
}
