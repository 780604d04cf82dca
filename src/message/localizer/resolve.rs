//! From a pattern and its arguments to a text.

use std::sync::Arc;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement};

use super::functions::{date, date_options, number_literal, number_options, unescape};
use super::isolate::{self, Isolation, Mark, Origin};
use super::number::Number;
use super::problem::Problem;
use super::served::Served;
use crate::locale::Direction;
use crate::message::Pattern;

/// References inside references, beyond which a message is cut.
const MAX_DEPTH: usize = 32;
/// Placeables of one message, those of its references included, beyond which it is cut.
const MAX_STEPS: usize = 10_000;
/// Bytes of text beyond which a message is cut.
const MAX_BYTES: usize = 1 << 20;

/// Formats one message.
pub(super) struct Resolver<'r> {
    /// The locale that serves the message, then those that stand in for what it lacks.
    chain: &'r [Arc<Served>],
    isolation: Isolation,
    pub(super) id: &'r str,
    problems: Vec<Problem>,
    out: String,
    marks: Vec<Mark>,
    /// The patterns being formatted, by address.
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
    pub(super) fn new(chain: &'r [Arc<Served>], id: &'r str, isolation: Isolation, problems: Vec<Problem>) -> Self {
        let (out, marks, path) = (String::new(), Vec::new(), Vec::new());
        Self { chain, isolation, id, problems, out, marks, path, steps: 0 }
    }

    /// The text of `pattern`, and all problems met.
    pub(super) fn format(mut self, pattern: &'r Pattern<'r>, args: &'r FluentArgs<'r>) -> (String, Vec<Problem>) {
        self.pattern(pattern, Scope { args, in_term: false });
        let text = isolate::apply(self.out, &self.marks, self.isolation, self.chain[0].direction);
        (text, self.problems)
    }

    pub(super) fn served(&self) -> &'r Served {
        &self.chain[0]
    }

    fn pattern(&mut self, pattern: &Pattern<'_>, scope: Scope<'_>) {
        let address = std::ptr::from_ref(pattern).addr();
        if self.path.contains(&address) {
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
                self.mark(start, Origin::Written);
            }
            InlineExpression::NumberLiteral { value } => self.value(&number_literal(value), start),
            InlineExpression::VariableReference { id } => match scope.args.get(id.name) {
                Some(FluentValue::None | FluentValue::Error | FluentValue::Custom(_)) => {
                    self.problem(Problem::WrongType { id: self.id.to_owned(), what: format!("${}", id.name) });
                    self.stand_in("$", id.name);
                }
                Some(value) => self.value(value, start),
                None => {
                    self.missing_variable(id.name, scope);
                    self.stand_in("$", id.name);
                }
            },
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|own| own.name);
                self.reference(id.name, attribute, scope);
                self.mark(start, Origin::Written);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                let given = self.term_arguments(arguments.as_ref(), scope);
                self.reference(&format!("-{}", id.name), None, Scope { args: &given, in_term: true });
                self.mark(start, Origin::Written);
            }
            InlineExpression::FunctionReference { id, arguments } => self.function(id.name, arguments, scope),
            InlineExpression::Placeable { expression } => self.expression(expression, scope),
        }
    }

    /// A message or term, from the first locale of the chain that has it.
    fn reference(&mut self, id: &str, attribute: Option<&str>, scope: Scope<'_>) {
        let chain = self.chain;
        match chain.iter().enumerate().find_map(|(place, served)| Some((place, served.find(id, attribute)?))) {
            Some((0, pattern)) => self.pattern(pattern, scope),
            Some((place, pattern)) => {
                self.missing_reference(id, attribute);
                self.chain = &chain[place..];
                self.pattern(pattern, scope);
                self.chain = chain;
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
        scope: Scope<'_>,
    ) -> FluentArgs<'a> {
        let mut given = FluentArgs::new();
        for argument in arguments.iter().flat_map(|arguments| &arguments.named) {
            let value = match &argument.value {
                InlineExpression::StringLiteral { value } => {
                    let mut text = String::new();
                    unescape(value, &mut text);
                    FluentValue::from(text)
                }
                InlineExpression::NumberLiteral { value } => number_literal(value),
                // The grammar allows only literals; anything else is looked up as a variable would be.
                other => self.argument(other, scope).unwrap_or(FluentValue::None),
            };
            given.set(argument.name.name, value);
        }
        given
    }

    fn function(&mut self, name: &str, arguments: &CallArguments<&str>, scope: Scope<'_>) {
        let start = self.out.len();
        let Some(first) = arguments.positional.first() else {
            self.problem(Problem::UnknownFunction { id: self.id.to_owned(), function: name.to_owned() });
            self.stand_in(name, "()");
            return;
        };
        match name {
            "NUMBER" => match self.argument(first, scope) {
                Some(FluentValue::Number(number)) => {
                    let number = self.with_options(number, arguments);
                    self.number(&number, start);
                }
                Some(FluentValue::String(text)) => {
                    self.wrong_type(name);
                    self.given(&text, start);
                }
                _ => self.stand_in(name, "()"),
            },
            "DATETIME" => match self.argument(first, scope) {
                Some(value) => self.date(&value, arguments, start),
                None => self.stand_in(name, "()"),
            },
            _ => {
                self.problem(Problem::UnknownFunction { id: self.id.to_owned(), function: name.to_owned() });
                self.stand_in(name, "()");
            }
        }
    }

    /// The value of a function's argument; `None` where it is missing, which has then been said.
    pub(super) fn argument(
        &mut self,
        argument: &InlineExpression<&str>,
        scope: Scope<'_>,
    ) -> Option<FluentValue<'static>> {
        match argument {
            InlineExpression::VariableReference { id } => match scope.args.get(id.name) {
                Some(FluentValue::String(text)) => Some(FluentValue::from(text.clone().into_owned())),
                Some(FluentValue::Number(number)) => Some(FluentValue::Number(number.clone())),
                Some(_) => {
                    self.wrong_type(id.name);
                    None
                }
                None => {
                    self.missing_variable(id.name, scope);
                    None
                }
            },
            InlineExpression::NumberLiteral { value } => Some(number_literal(value)),
            InlineExpression::StringLiteral { value } => {
                let mut text = String::new();
                unescape(value, &mut text);
                Some(FluentValue::from(text))
            }
            _ => {
                self.wrong_type("argument");
                None
            }
        }
    }

    pub(super) fn with_options(&mut self, mut number: FluentNumber, arguments: &CallArguments<&str>) -> Number {
        for option in number_options(&mut number, arguments) {
            self.problem(Problem::UnknownOption { id: self.id.to_owned(), option: option.to_owned() });
        }
        Number::of(&number)
    }

    fn date(&mut self, value: &FluentValue<'_>, arguments: &CallArguments<&str>, start: usize) {
        let (style, calendar, unknown) = date_options(arguments);
        for option in unknown {
            self.problem(Problem::UnknownOption { id: self.id.to_owned(), option: option.to_owned() });
        }
        let written = date(value).is_some_and(|date| self.served().dates().write(date, style, calendar, &mut self.out));
        if !written {
            self.wrong_type("DATETIME");
            self.value(value, start);
            return;
        }
        if self.isolation != Isolation::Text {
            // ICU puts right-to-left marks into short Arabic dates; machines and HTML take none.
            let text = self.out.split_off(start);
            self.out.extend(text.chars().filter(|character| !crate::bidi::controls::is_control(*character)));
        }
        // A date in digits runs left to right, as English does; within Arabic it is kept to itself.
        let base = self.served().direction;
        self.mark(start, if base == Direction::Rtl { Origin::Given } else { Origin::Written });
    }

    fn value(&mut self, value: &FluentValue<'_>, start: usize) {
        match value {
            FluentValue::Number(number) => self.number(&Number::of(number), start),
            FluentValue::String(text) => self.given(text, start),
            FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => {}
        }
    }

    fn given(&mut self, text: &str, start: usize) {
        if self.isolation == Isolation::Off {
            self.out.push_str(text);
        } else {
            isolate::push_balanced(&mut self.out, text);
        }
        self.mark(start, Origin::Given);
    }

    fn number(&mut self, number: &Number, start: usize) {
        self.served().numbers().write(number, &mut self.out);
        // A number takes no direction from around it, but its sign does.
        if number.is_negative() {
            self.mark(start, Origin::Given);
        }
    }

    fn mark(&mut self, start: usize, origin: Origin) {
        if self.isolation == Isolation::Off || start >= self.out.len() {
            return;
        }
        let base = self.served().direction;
        if let Some(mark) = Mark::of(&self.out, start, origin, base) {
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
