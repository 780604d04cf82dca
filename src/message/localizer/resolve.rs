//! From a pattern and its arguments to a text.

use std::str::FromStr;
use std::sync::Arc;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement};

use super::isolate::{self, Isolation, Mark, Origin};
use super::problem::Problem;
use super::served::Served;
use super::values::{Value, unescape, unescaped};
use crate::locale::Direction;
use crate::message::Pattern;

/// References inside references, beyond which a message is cut.
const MAX_DEPTH: usize = 32;
/// Placeables of one message, those of its references included, beyond which it is cut.
const MAX_STEPS: usize = 10_000;
/// Bytes of text beyond which a message is cut.
const MAX_BYTES: usize = 1 << 20;
/// Bytes that most messages fit into.
const USUAL_BYTES: usize = 96;

/// Formats one message.
pub(super) struct Resolver<'r> {
    /// The locale that was asked for.
    asked: &'r Served,
    /// The locale that serves the message, then those that stand in for what it lacks.
    chain: &'r [Arc<Served>],
    pub(super) isolation: Isolation,
    pub(super) id: &'r str,
    problems: Vec<Problem>,
    pub(super) out: String,
    marks: Vec<Mark<'r>>,
    /// The message's own pattern, and those that it refers to and that are being formatted, by address.
    root: usize,
    path: Vec<usize>,
    steps: usize,
}

/// The variables that a pattern sees.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) args: &'s FluentArgs<'s>,
    /// A term's variables may be absent: they only choose a form.
    in_term: bool,
}

impl<'r> Resolver<'r> {
    /// Formats the message `id`, which the locale at `place` of `chain` serves.
    pub(super) fn new(
        chain: &'r [Arc<Served>],
        place: usize,
        id: &'r str,
        isolation: Isolation,
        problems: Vec<Problem>,
    ) -> Self {
        let (out, marks, path) = (String::with_capacity(USUAL_BYTES), Vec::new(), Vec::new());
        let (asked, chain) = (&chain[0], &chain[place..]);
        Self { asked, chain, isolation, id, problems, out, marks, root: 0, path, steps: 0 }
    }

    /// The text of `pattern`, and all problems met.
    pub(super) fn format(mut self, pattern: &'r Pattern<'r>, args: &'r FluentArgs<'r>) -> (String, Vec<Problem>) {
        self.root = std::ptr::from_ref(pattern).addr();
        self.elements(pattern, Scope { args, in_term: false });
        if self.isolation == Isolation::Off {
            return (self.out, self.problems);
        }
        let served = self.served();
        let around = foreign(served, self.asked, self.isolation)
            .and_then(|language| Mark::known(&self.out, 0, served.direction, language));
        let text = isolate::apply(self.out, &self.marks, around, self.isolation, served.direction);
        (text, self.problems)
    }

    pub(super) fn served(&self) -> &'r Served {
        &self.chain[0]
    }

    /// A pattern that another refers to.
    fn pattern(&mut self, pattern: &Pattern<'_>, scope: Scope<'_>) {
        let address = std::ptr::from_ref(pattern).addr();
        if self.root == address || self.path.contains(&address) {
            self.problem(Problem::Cyclic { id: self.id.to_owned() });
            return;
        }
        if self.path.len() >= MAX_DEPTH {
            self.problem(Problem::TooLarge { id: self.id.to_owned() });
            return;
        }
        self.path.push(address);
        self.elements(pattern, scope);
        self.path.pop();
    }

    fn elements(&mut self, pattern: &Pattern<'_>, scope: Scope<'_>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.out.push_str(value),
                PatternElement::Placeable { expression } => {
                    self.steps += 1;
                    if self.steps > MAX_STEPS || self.out.len() > MAX_BYTES {
                        self.problem(Problem::TooLarge { id: self.id.to_owned() });
                        return;
                    }
                    self.expression(expression, scope);
                }
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, scope: Scope<'_>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, scope),
            // A variant is part of the text around it; its own placeables are isolated one by one.
            Expression::Select { selector, variants } => {
                if let Some(variant) = self.choose(selector, variants, scope) {
                    self.elements(&variant.value, scope);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, scope: Scope<'_>) {
        let start = self.out.len();
        match inline {
            InlineExpression::StringLiteral { value } => {
                unescape(value, &mut self.out);
                self.mark_written(start);
            }
            InlineExpression::NumberLiteral { value } => self.write(&Value::of_literal(value), start),
            InlineExpression::VariableReference { id } => match self.variable(id.name, scope) {
                Value::Nothing => self.stand_in("$", id.name),
                value => self.write(&value, start),
            },
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(id.name, attribute.as_ref().map(|own| own.name), scope);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                let given = self.term_arguments(arguments.as_ref(), scope);
                self.reference(&format!("-{}", id.name), None, Scope { args: &given, in_term: true });
            }
            InlineExpression::FunctionReference { id, arguments } => match self.call(id.name, arguments, scope) {
                Value::Nothing => self.stand_in(id.name, "()"),
                value => self.write(&value, start),
            },
            InlineExpression::Placeable { expression } => self.expression(expression, scope),
        }
    }

    /// A message or term, from the first locale of the chain that has it.
    fn reference(&mut self, id: &str, attribute: Option<&str>, scope: Scope<'_>) {
        let (start, chain) = (self.out.len(), self.chain);
        match chain.iter().enumerate().find_map(|(place, served)| Some((place, served.find(id, attribute)?))) {
            Some((0, pattern)) => {
                self.pattern(pattern, scope);
                self.mark_written(start);
            }
            Some((place, pattern)) => {
                self.missing_reference(id, attribute);
                self.chain = &chain[place..];
                self.pattern(pattern, scope);
                let from = self.served();
                self.chain = chain;
                match foreign(from, self.served(), self.isolation) {
                    Some(language) => self.mark_known(start, from.direction, language),
                    None => self.mark_written(start),
                }
            }
            None => {
                self.missing_reference(id, attribute);
                self.stand_in("", id);
            }
        }
    }

    fn term_arguments<'a>(
        &mut self,
        arguments: Option<&'a CallArguments<&'a str>>,
        scope: Scope<'a>,
    ) -> FluentArgs<'a> {
        let mut given = FluentArgs::new();
        for argument in arguments.iter().flat_map(|arguments| &arguments.named) {
            let value = match &argument.value {
                InlineExpression::StringLiteral { value } => FluentValue::String(unescaped(value)),
                InlineExpression::NumberLiteral { value } => {
                    FluentNumber::from_str(value).map_or(FluentValue::None, FluentValue::Number)
                }
                // The grammar allows only literals; a variable is passed on as it is.
                InlineExpression::VariableReference { id } => {
                    scope.args.get(id.name).cloned().unwrap_or(FluentValue::None)
                }
                _ => {
                    self.wrong_type(argument.name.name);
                    FluentValue::None
                }
            };
            given.set(argument.name.name, value);
        }
        given
    }

    /// Isolates what was appended since `start`, where it needs it.
    fn mark(&mut self, start: usize, origin: Origin) {
        if self.isolation == Isolation::Off || start >= self.out.len() {
            return;
        }
        let base = self.served().direction;
        if let Some(mark) = Mark::of(&self.out, start, origin, base) {
            isolate::add(&mut self.marks, mark, &self.out, base);
        }
    }

    pub(super) fn mark_given(&mut self, start: usize) {
        self.mark(start, Origin::Given);
    }

    pub(super) fn mark_written(&mut self, start: usize) {
        self.mark(start, Origin::Written);
    }

    /// Isolates what was appended since `start`: its direction is known, and its language where that is another.
    pub(super) fn mark_known(&mut self, start: usize, direction: Direction, language: Option<&'r str>) {
        if self.isolation == Isolation::Off {
            return;
        }
        let base = self.served().direction;
        if let Some(mark) = Mark::known(&self.out, start, direction, language) {
            isolate::add(&mut self.marks, mark, &self.out, base);
        }
    }

    pub(super) fn missing_variable(&mut self, name: &str, scope: Scope<'_>) {
        if !scope.in_term {
            self.problem(Problem::MissingVariable { id: self.id.to_owned(), variable: name.to_owned() });
        }
    }

    pub(super) fn missing_reference(&mut self, id: &str, attribute: Option<&str>) {
        let reference = attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"));
        self.problem(Problem::MissingReference { id: self.id.to_owned(), reference });
    }

    pub(super) fn wrong_type(&mut self, what: &str) {
        self.problem(Problem::WrongType { id: self.id.to_owned(), what: what.to_owned() });
    }

    pub(super) fn problem(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// `{$name}` for what is not there.
    fn stand_in(&mut self, before: &str, name: &str) {
        let start = self.out.len();
        self.out.extend(["{", before, name, "}"]);
        self.mark(start, Origin::Given);
    }
}

/// Whether a text of `from` inside one of `into` is to be told apart, and by which language: everything of another
/// direction is, and in HTML everything of another language.
fn foreign<'r>(from: &'r Served, into: &Served, isolation: Isolation) -> Option<Option<&'r str>> {
    let other_language = from.locale.id().language != into.locale.id().language;
    let language = (isolation == Isolation::Html && other_language).then(|| from.locale.tag());
    (language.is_some() || from.direction != into.direction).then_some(language)
}
