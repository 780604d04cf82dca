//! A sentence that is not yet in any language: a message's id with its arguments.
//!
//! mizan's findings and errors carry phrases, so that whoever shows them picks the language (`crate::words` puts a phrase
//! into words); the functions that `mizan generate` writes return phrases, and a
//! [`Localizer`](crate::message::Localizer) says them.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// An argument of a [`Phrase`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Arg {
    /// A count; it picks the plural form.
    Count(i64),
    /// A name, a path, a quoted text: shown as it is, isolated where its direction differs.
    Text(String),
    /// A number with a fraction; it picks the plural form.
    Decimal(Decimal),
    /// A date as machines write it, like `2023-03-20`; a message shows it through `DATETIME`.
    Date(String),
}

/// A number of a [`Phrase`]: what an argument takes that chooses a plural form.
///
/// ```
/// use mizan::phrase::{Arg, Number};
/// assert_eq!(Arg::from(Number::from(3_u8)), Arg::Count(3));
/// assert_eq!(Arg::from(Number::from(0.5)), Arg::from(0.5));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// A number with a fraction, or one that is too large to be counted with.
    Decimal(Decimal),
}

/// A number with a fraction. Unlike an `f64`, it equals itself and has a place in an order, whatever it is.
#[derive(Clone, Copy, Debug)]
pub struct Decimal(f64);

impl Decimal {
    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl From<f64> for Decimal {
    fn from(number: f64) -> Self {
        Self(number)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

macro_rules! whole {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Number {
            fn from(number: $kind) -> Self {
                Self::Whole(i64::from(number))
            }
        }
    )*};
}

macro_rules! wide {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Number {
            #[expect(clippy::cast_precision_loss, reason = "of so large a number the first digits are kept")]
            fn from(number: $kind) -> Self {
                i64::try_from(number).map_or(Self::Decimal(Decimal(number as f64)), Self::Whole)
            }
        }
    )*};
}

whole! { i8 i16 i32 i64 u8 u16 u32 }
wide! { u64 usize isize i128 u128 }

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        Self::Decimal(Decimal(number))
    }
}

impl From<f32> for Number {
    fn from(number: f32) -> Self {
        Self::from(f64::from(number))
    }
}

impl From<Number> for Arg {
    fn from(number: Number) -> Self {
        match number {
            Number::Whole(count) => Self::Count(count),
            Number::Decimal(number) => Self::Decimal(number),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Number::from(number).into()
            }
        }
    )*};
}

numbers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

/// A message id with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase {
    /// Id of a message; `id.attribute` names an attribute.
    pub id: &'static str,
    /// Arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Phrase {
    /// The phrase `id` without arguments.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_count_and_all_others_keep_their_value() {
        assert_eq!(Arg::from(7_usize), Arg::Count(7));
        assert_eq!(Arg::from(-7_i128), Arg::Count(-7));
        assert_eq!(Arg::from(u64::MAX), Arg::from(18_446_744_073_709_551_615.0));
        assert_eq!(Arg::from(2.5_f32), Arg::from(2.5));
        assert_ne!(Arg::from(2.0), Arg::from(2), "a fraction was written, though it is nought");
        assert_eq!(Arg::from(f64::NAN), Arg::from(f64::NAN));
        assert!(Number::from(1.5) < Number::from(2.5));
    }
}
