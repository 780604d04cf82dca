//! What arguments and functions come to.

use std::borrow::Cow;
use std::str::FromStr;

use fluent_bundle::FluentValue;
use fluent_syntax::ast::{CallArguments, InlineExpression};

use super::date::Moment;
use super::dates::Shape;
use super::isolate::{self, Isolation};
use super::number::{Number, Options, Style};
use super::numbers::Digits;
use super::problem::Problem;
use super::resolve::{Resolver, Scope};
use super::shape::Asked;
use crate::locale::Direction;
use crate::message::functions::Function;

/// What an argument or a call comes to, before it is written.
pub(super) enum Value<'v> {
    Number(Number<'v>),
    Text(Cow<'v, str>),
    Moment(Moment, Shape),
    /// Nothing that can be shown; it has been said why.
    Nothing,
}

impl<'v> Value<'v> {
    /// The value of a literal number, which shows the fraction digits that it is written with.
    pub(super) fn of_literal(literal: &'v str) -> Self {
        let number = f64::from_str(literal).map(|value| Number::new(value, Options::of_literal(literal)));
        number.map_or(Self::Text(Cow::Borrowed(literal)), Self::Number)
    }

    /// The value of a caller's argument; `None` for what no message can show.
    pub(super) fn of(value: &'v FluentValue<'_>) -> Option<Self> {
        Some(match value {
            FluentValue::Number(number) => Self::Number(Number::new(number.value, Options::of(&number.options))),
            FluentValue::String(text) => Self::Text(Cow::Borrowed(text)),
            FluentValue::Custom(own) => Self::Moment(Moment::of(&**own)?, Asked::default().shape().0),
            FluentValue::None | FluentValue::Error => return None,
        })
    }
}

impl<'r> Resolver<'r> {
    /// What an expression comes to that stands as a selector or as an argument of a function.
    pub(super) fn evaluate<'v>(&mut self, expression: &'v InlineExpression<&'v str>, scope: Scope<'v>) -> Value<'v> {
        match expression {
            InlineExpression::VariableReference { id } => self.variable(id.name, scope),
            InlineExpression::NumberLiteral { value } => Value::of_literal(value),
            InlineExpression::StringLiteral { value } => Value::Text(unescaped(value)),
            InlineExpression::FunctionReference { id, arguments } => self.call(id.name, arguments, scope),
            _ => {
                self.wrong_type("argument");
                Value::Nothing
            }
        }
    }

    pub(super) fn variable<'v>(&mut self, name: &'v str, scope: Scope<'v>) -> Value<'v> {
        let Some(given) = scope.args.get(name) else {
            self.missing_variable(name, scope);
            return Value::Nothing;
        };
        let value = Value::of(given).unwrap_or_else(|| {
            self.wrong_type(&format!("${name}"));
            Value::Nothing
        });
        if let Value::Number(number) = &value
            && number.value.is_nan()
        {
            self.wrong_type(&format!("${name}"));
        }
        value
    }

    /// What a call of a function comes to. A value of the wrong type is shown as it is.
    pub(super) fn call<'v>(
        &mut self,
        name: &str,
        arguments: &'v CallArguments<&'v str>,
        scope: Scope<'v>,
    ) -> Value<'v> {
        let Some(function) = Function::named(name) else {
            self.problem(Problem::UnknownFunction { id: self.id.to_owned(), function: name.to_owned() });
            return Value::Nothing;
        };
        let Some(first) = arguments.positional.first() else {
            self.wrong_type(name);
            return Value::Nothing;
        };
        let value = self.evaluate(first, scope);
        match (name, value) {
            ("NUMBER", Value::Number(number)) => Value::Number(self.with_options(number, function, arguments)),
            ("DATETIME", Value::Moment(moment, _)) => self.moment(moment, function, arguments),
            ("DATETIME", Value::Text(text)) => match text.parse() {
                Ok(moment) => self.moment(moment, function, arguments),
                Err(()) => {
                    self.wrong_type(name);
                    Value::Text(text)
                }
            },
            (_, Value::Nothing) => Value::Nothing,
            (_, value) => {
                self.wrong_type(name);
                value
            }
        }
    }

    /// The options of a call that its function knows with their values; the others are said.
    fn options<'v>(&mut self, function: &Function, arguments: &'v CallArguments<&'v str>) -> Vec<(&'v str, &'v str)> {
        let mut known = Vec::with_capacity(arguments.named.len());
        for argument in &arguments.named {
            let name = argument.name.name;
            let allowed = |value: &&str| function.option(name).is_some_and(|allowed| allowed.allows(value));
            match literal(&argument.value).filter(allowed) {
                Some(value) => known.push((name, value)),
                None => self.unknown_option(name),
            }
        }
        known
    }

    fn with_options<'v>(
        &mut self,
        number: Number<'v>,
        function: &Function,
        arguments: &'v CallArguments<&'v str>,
    ) -> Number<'v> {
        let mut options = number.options;
        let given = self.options(function, arguments);
        for (name, value) in &given {
            options.set(name, value);
        }
        options.agree().into_iter().for_each(|option| self.unknown_option(option));
        for (name, _) in &given {
            let idle = match *name {
                "currency" | "currencyDisplay" => options.style != Style::Currency,
                "unit" | "unitDisplay" => options.style != Style::Unit,
                _ => false,
            };
            if idle {
                self.unknown_option(name);
            }
        }
        Number::new(number.value, options)
    }

    fn moment<'v>(&mut self, moment: Moment, function: &Function, arguments: &'v CallArguments<&'v str>) -> Value<'v> {
        let mut asked = Asked::default();
        for (name, value) in self.options(function, arguments) {
            asked.set(name, value);
        }
        let (mut shape, wrong) = asked.shape();
        wrong.into_iter().for_each(|option| self.unknown_option(option));
        let offset = moment.time.and_then(|time| time.offset_seconds());
        if (shape.time.is_some() && moment.time.is_none()) || (shape.zone.is_some() && offset.is_none()) {
            self.wrong_type("DATETIME");
            shape.zone = None;
        }
        if shape.time.is_some() && moment.time.is_none() {
            if shape.fields.is_none() {
                return Value::Text(Cow::Owned(moment.date.to_string()));
            }
            shape = shape.without_time();
        }
        Value::Moment(moment, shape)
    }

    /// Appends a value. Numbers and dates are the locale's own text, texts are the caller's.
    pub(super) fn write(&mut self, value: &Value<'_>, start: usize) {
        match value {
            Value::Number(number) => self.number(number, start),
            Value::Text(text) => self.given(text, start),
            Value::Moment(moment, shape) => self.date(*moment, *shape, start),
            Value::Nothing => {}
        }
    }

    fn number(&mut self, number: &Number<'_>, start: usize) {
        if matches!(number.options.style, Style::Currency | Style::Unit) {
            self.amount(number, start);
            return;
        }
        self.served().numbers().write(number, &mut self.out);
        self.mark_minus(number, start);
    }

    /// A number takes no direction from around it, but its sign does. Beside Arabic-Indic digits the minus belongs on the
    /// right, which is where right-to-left text puts it.
    pub(super) fn mark_minus(&mut self, number: &Number<'_>, start: usize) {
        let digits = number.options.digits.unwrap_or(self.served().numbers().digits());
        if number.is_negative() && (digits != Digits::Arab || self.served().direction == Direction::Ltr) {
            self.mark_given(start);
        }
    }

    fn date(&mut self, moment: Moment, shape: Shape, start: usize) {
        let served = self.served();
        if !served.dates().write(moment, shape, &mut self.out) {
            self.out.truncate(start);
            self.wrong_type("DATETIME");
            let text = moment.time.map_or_else(|| moment.date.to_string(), |time| time.to_string());
            self.given(&text, start);
            return;
        }
        match (self.isolation, served.direction) {
            (Isolation::Off, _) => {
                // ICU puts right-to-left marks into short Arabic dates; machines take none.
                let text = self.out.split_off(start);
                self.out.extend(text.chars().filter(|character| !crate::bidi::controls::is_control(*character)));
            }
            // A Latin word before a date would draw its day over; with the marks its fields run from right to left.
            (_, Direction::Rtl) => self.mark_known(start, Direction::Rtl, None),
            (_, Direction::Ltr) => self.mark_written(start),
        }
    }

    fn given(&mut self, text: &str, start: usize) {
        if self.isolation == Isolation::Off {
            self.out.push_str(text);
        } else {
            isolate::push_balanced(&mut self.out, text);
        }
        self.mark_given(start);
    }

    pub(super) fn unknown_option(&mut self, option: &str) {
        self.problem(Problem::UnknownOption { id: self.id.to_owned(), option: option.to_owned() });
    }
}

fn literal<'v>(value: &InlineExpression<&'v str>) -> Option<&'v str> {
    match value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => Some(value),
        _ => None,
    }
}

/// A literal with its escapes resolved.
pub(super) fn unescaped(literal: &str) -> Cow<'_, str> {
    if !literal.contains('\\') {
        return Cow::Borrowed(literal);
    }
    let mut text = String::with_capacity(literal.len());
    unescape(literal, &mut text);
    Cow::Owned(text)
}

/// Appends a literal with its escapes resolved; what is no character becomes U+FFFD.
pub(in crate::message) fn unescape(literal: &str, out: &mut String) {
    let mut rest = literal;
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        let digits = match escape.as_bytes().first() {
            Some(b'u') => 4,
            Some(b'U') => 6,
            Some(_) => {
                let mut characters = escape.chars();
                out.extend(characters.next());
                rest = characters.as_str();
                continue;
            }
            None => 0,
        };
        let code = escape.get(1..=digits).and_then(|code| u32::from_str_radix(code, 16).ok());
        out.push(code.and_then(char::from_u32).unwrap_or('\u{FFFD}'));
        rest = escape.get(1 + digits..).unwrap_or_default();
    }
    out.push_str(rest);
}
