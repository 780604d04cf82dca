//! The variables of a message in one locale, those of the messages that it shows included.

use std::collections::HashSet;

use fluent_syntax::ast::{CallArguments, InlineExpression};

use super::kinds::{Said, Says};
use crate::message::{CatalogView, Entry, Part, Use, selects, walk};
use crate::source::{Place, Span};

/// References inside references, beyond which the localizer cuts a message too.
const MAX_DEPTH: usize = 32;

/// A variable, where it first stands, and what is said of it.
#[derive(Debug)]
pub(super) struct Variable<'a> {
    pub(super) name: &'a str,
    pub(super) place: Place,
    pub(super) said: Vec<Said>,
}

/// The variables of `part` in the order in which they first stand.
pub(super) fn variables<'a>(
    catalog: &CatalogView<'a>,
    locale: usize,
    entry: &Entry<'a>,
    part: &Part<'_, 'a>,
) -> Vec<Variable<'a>> {
    let mut search = Search { catalog, locale, seen: HashSet::new(), found: Vec::new() };
    search.part(entry, part, MAX_DEPTH);
    search.found
}

struct Search<'c, 'a> {
    catalog: &'c CatalogView<'a>,
    locale: usize,
    /// Parts gone through, so that those that refer to each other end.
    seen: HashSet<(&'a str, Option<&'a str>)>,
    found: Vec<Variable<'a>>,
}

impl<'a> Search<'_, 'a> {
    fn part(&mut self, entry: &Entry<'a>, part: &Part<'_, 'a>, depth: usize) {
        if depth == 0 || !self.seen.insert((entry.id, part.attribute)) {
            return;
        }
        walk(part.pattern, &mut |used| match used {
            Use::Variable { name, .. } => {
                self.variable(entry, name);
            }
            Use::Function { name, arguments } => {
                let says = match name {
                    "NUMBER" => Says::Number,
                    "DATETIME" => Says::Date,
                    _ => return,
                };
                if let Some(variable) = first_variable(arguments) {
                    self.said(entry, variable, says);
                }
            }
            Use::Message { id, attribute } => {
                let catalog = self.catalog;
                if let Some((entry, part)) = catalog.get(id).and_then(|entry| Some((entry, entry.part(attribute)?))) {
                    self.part(entry, &part, depth - 1);
                }
            }
            _ => {}
        });
        for select in selects(part.pattern) {
            if let (Some(variable), Some(says)) = (select.by.variable(), Says::of_select(&select)) {
                self.said(entry, variable, says);
            }
        }
    }

    fn variable(&mut self, entry: &Entry<'a>, name: &'a str) -> &mut Variable<'a> {
        let at = self.found.iter().position(|own| own.name == name).unwrap_or_else(|| {
            let place = self.place(entry, name);
            self.found.push(Variable { name, place, said: Vec::new() });
            self.found.len() - 1
        });
        &mut self.found[at]
    }

    fn said(&mut self, entry: &Entry<'a>, name: &'a str, says: Says) {
        let said = Said { says, locale: self.locale, place: self.place(entry, name) };
        self.variable(entry, name).said.push(said);
    }

    /// Where this very `$name` stands.
    fn place(&self, entry: &Entry<'a>, name: &'a str) -> Place {
        let file = self.catalog.file(entry);
        let span = file.span_of(name);
        file.place(Span { start: span.start.saturating_sub(1), end: span.end })
    }
}

fn first_variable<'a>(arguments: &CallArguments<&'a str>) -> Option<&'a str> {
    match arguments.positional.first() {
        Some(InlineExpression::VariableReference { id }) => Some(id.name),
        _ => None,
    }
}
