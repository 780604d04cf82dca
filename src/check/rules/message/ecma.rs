//! The functions that every implementation of Fluent has, with the options of ECMA-402, which some of them know: what a
//! message may ask for, though mizan itself formats by [`crate::message::functions`].

use std::fmt;

/// A function of messages.
#[derive(Debug)]
pub(super) struct Function {
    /// Its name, in capitals.
    pub(super) name: &'static str,
    /// Its options, by name.
    pub(super) options: &'static [(&'static str, Allowed)],
}

/// The values that an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Allowed {
    /// One of these.
    Words(&'static [&'static str]),
    /// A whole number from the first to the last.
    Whole(u8, u8),
    /// Names that are too many to list: currencies, units, calendars.
    Any,
}

impl Function {
    /// What its option of this name takes; `None` where it has none.
    #[must_use]
    pub(super) fn option(&self, name: &str) -> Option<&'static Allowed> {
        self.options.iter().find(|(own, _)| *own == name).map(|(_, allowed)| allowed)
    }
}

impl Allowed {
    /// Whether an option takes this value, a literal without its quotes.
    #[must_use]
    pub(super) fn takes(&self, value: &str) -> bool {
        match self {
            Self::Words(words) => words.contains(&value),
            Self::Whole(first, last) => value
                .parse::<f64>()
                .is_ok_and(|value| value.fract() == 0.0 && (f64::from(*first)..=f64::from(*last)).contains(&value)),
            Self::Any => true,
        }
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => f.write_str(&words.join(", ")),
            Self::Whole(first, last) => write!(f, "{first}\u{2013}{last}"),
            Self::Any => Ok(()),
        }
    }
}

/// The function of this name.
#[must_use]
pub(super) fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

const FLAG: Allowed = Allowed::Words(&["true", "false", "1", "0"]);
const LENGTH: Allowed = Allowed::Words(&["full", "long", "medium", "short"]);
const TEXT: Allowed = Allowed::Words(&["long", "short", "narrow"]);
const DIGITS: Allowed = Allowed::Words(&["numeric", "2-digit"]);

/// Fluent's functions, with the options of ECMA-402.
pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "DATETIME",
        options: &[
            ("calendar", Allowed::Any),
            ("dateStyle", LENGTH),
            ("day", DIGITS),
            ("dayPeriod", TEXT),
            ("era", TEXT),
            ("fractionalSecondDigits", Allowed::Whole(1, 3)),
            ("hour", DIGITS),
            ("hour12", FLAG),
            ("hourCycle", Allowed::Words(&["h11", "h12", "h23", "h24"])),
            ("minute", DIGITS),
            ("month", Allowed::Words(&["numeric", "2-digit", "long", "short", "narrow"])),
            ("numberingSystem", Allowed::Any),
            ("second", DIGITS),
            ("timeStyle", LENGTH),
            ("timeZone", Allowed::Any),
            (
                "timeZoneName",
                Allowed::Words(&["long", "short", "longOffset", "shortOffset", "longGeneric", "shortGeneric"]),
            ),
            ("weekday", TEXT),
            ("year", DIGITS),
        ],
    },
    Function {
        name: "NUMBER",
        options: &[
            ("compactDisplay", Allowed::Words(&["short", "long"])),
            ("currency", Allowed::Any),
            ("currencyDisplay", Allowed::Words(&["symbol", "narrowSymbol", "code", "name"])),
            ("currencySign", Allowed::Words(&["standard", "accounting"])),
            ("maximumFractionDigits", Allowed::Whole(0, 100)),
            ("maximumSignificantDigits", Allowed::Whole(1, 21)),
            ("minimumFractionDigits", Allowed::Whole(0, 100)),
            ("minimumIntegerDigits", Allowed::Whole(1, 21)),
            ("minimumSignificantDigits", Allowed::Whole(1, 21)),
            ("notation", Allowed::Words(&["standard", "scientific", "engineering", "compact"])),
            ("numberingSystem", Allowed::Any),
            ("signDisplay", Allowed::Words(&["auto", "always", "exceptZero", "negative", "never"])),
            ("style", Allowed::Words(&["decimal", "percent", "currency", "unit"])),
            ("type", Allowed::Words(&["cardinal", "ordinal"])),
            ("unit", Allowed::Any),
            ("unitDisplay", Allowed::Words(&["short", "narrow", "long"])),
            ("useGrouping", Allowed::Words(&["true", "false", "1", "0", "always", "auto", "min2"])),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_take_their_values() {
        let number = function("NUMBER").expect("a function");
        let takes = |option: &str, value: &str| number.option(option).map(|allowed| allowed.takes(value));
        assert_eq!(takes("style", "percent"), Some(true));
        assert_eq!(takes("style", "precent"), Some(false));
        assert_eq!(takes("minimumFractionDigits", "2"), Some(true));
        assert_eq!(takes("minimumFractionDigits", "2.5"), Some(false));
        assert_eq!(takes("minimumIntegerDigits", "0"), Some(false));
        assert_eq!(takes("dateStyle", "long"), None);
        assert!(function("PLATFORM").is_none());
        assert!(FUNCTIONS.iter().all(|function| function.options.is_sorted_by_key(|(name, _)| name)));
    }
}
