//! The functions that messages may call, with the options that they know: the one list that formatting goes by and that
//! rules judge messages by.

/// A function that a message may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name, as messages write it.
    pub name: &'static str,
    /// The options that it knows, by name, with the values that each may have.
    pub options: &'static [(&'static str, Allowed)],
}

/// Which values an option may have. Fluent writes them as a text (`"long"`) or as a number (`2`); both are read alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A whole number, from the first to the second.
    Count(usize, usize),
    /// A currency's code: three letters of ISO 4217.
    Currency,
}

impl Function {
    /// The function of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// What its option of this name may be; `None` where it knows no such option.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<Allowed> {
        self.options.iter().find(|(own, _)| *own == name).map(|(_, allowed)| *allowed)
    }
}

impl Allowed {
    /// Whether an option may have this value.
    #[must_use]
    pub fn allows(self, value: &str) -> bool {
        match self {
            Self::Words(words) => words.contains(&value),
            Self::Count(least, most) => {
                value.bytes().all(|byte| byte.is_ascii_digit())
                    && value.parse().is_ok_and(|count: usize| (least..=most).contains(&count))
            }
            Self::Currency => value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_uppercase()),
        }
    }
}

/// Whether digits are grouped.
const SWITCH: Allowed = Allowed::Words(&["true", "false", "1", "0"]);
/// Which digits are written.
const NUMBERING: Allowed = Allowed::Words(&["latn", "arab", "arabext"]);
/// How long a date or a time is.
const STYLE: Allowed = Allowed::Words(&["full", "long", "medium", "short"]);
/// How a field is written in digits.
const DIGITS: Allowed = Allowed::Words(&["numeric", "2-digit"]);

/// All functions, by name.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "DATETIME",
        options: &[
            ("calendar", Allowed::Words(&["gregory", "gregorian", "islamic-umalqura", "umm-al-qura"])),
            ("dateStyle", STYLE),
            ("day", DIGITS),
            ("era", Allowed::Words(&["short"])),
            ("hour", DIGITS),
            ("hour12", SWITCH),
            ("minute", DIGITS),
            ("month", Allowed::Words(&["long", "short", "numeric", "2-digit"])),
            ("numberingSystem", NUMBERING),
            ("second", DIGITS),
            ("timeStyle", STYLE),
            ("timeZoneName", Allowed::Words(&["shortOffset", "longOffset"])),
            ("weekday", Allowed::Words(&["long", "short"])),
            ("year", Allowed::Words(&["numeric"])),
        ],
    },
    Function {
        name: "NUMBER",
        options: &[
            ("currency", Allowed::Currency),
            ("currencyDisplay", Allowed::Words(&["symbol", "code", "name"])),
            ("maximumFractionDigits", Allowed::Count(0, 20)),
            ("maximumSignificantDigits", Allowed::Count(1, 21)),
            ("minimumFractionDigits", Allowed::Count(0, 20)),
            ("minimumIntegerDigits", Allowed::Count(1, 21)),
            ("minimumSignificantDigits", Allowed::Count(1, 21)),
            ("numberingSystem", NUMBERING),
            ("style", Allowed::Words(&["decimal", "percent", "currency", "unit"])),
            ("type", Allowed::Words(&["cardinal", "ordinal"])),
            ("unit", Allowed::Words(UNITS)),
            ("unitDisplay", Allowed::Words(&["long", "short", "narrow"])),
            ("useGrouping", SWITCH),
        ],
    },
];

/// The units of `NUMBER`, as CLDR calls them.
pub const UNITS: &[&str] = &[
    "acre",
    "bit",
    "byte",
    "celsius",
    "centimeter",
    "day",
    "degree",
    "fahrenheit",
    "foot",
    "gallon",
    "gigabit",
    "gigabyte",
    "gram",
    "hectare",
    "hour",
    "inch",
    "kilobit",
    "kilobyte",
    "kilogram",
    "kilometer",
    "kilometer-per-hour",
    "liter",
    "megabit",
    "megabit-per-second",
    "megabyte",
    "meter",
    "meter-per-second",
    "microsecond",
    "mile",
    "mile-per-hour",
    "milliliter",
    "millimeter",
    "millisecond",
    "minute",
    "month",
    "nanosecond",
    "ounce",
    "petabyte",
    "pound",
    "second",
    "terabit",
    "terabyte",
    "week",
    "yard",
    "year",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_units_are_sorted_and_found() {
        assert!(FUNCTIONS.is_sorted_by_key(|function| function.name));
        for function in FUNCTIONS {
            assert!(function.options.is_sorted_by_key(|(name, _)| *name), "{}", function.name);
            assert_eq!(Function::named(function.name), Some(function));
        }
        assert!(UNITS.is_sorted());
        assert_eq!(Function::named("number"), None);
        assert_eq!(Function::named("NUMBER").and_then(|own| own.option("dateStyle")), None);
    }

    #[test]
    fn the_documentation_names_every_option_with_its_values() {
        let documentation = include_str!("mod.rs");
        for function in FUNCTIONS {
            for (name, allowed) in function.options {
                let quoted = |word: &str| format!("`{word}`");
                let mut lines = documentation.lines().filter(|line| {
                    line.strip_prefix("//! | ")
                        .and_then(|line| line.split('|').next())
                        .is_some_and(|own| own.contains(&quoted(name)))
                });
                assert!(lines.clone().next().is_some(), "{name} is not in the table");
                if let Allowed::Words(words) = allowed
                    && *words != UNITS
                    && *allowed != SWITCH
                {
                    assert!(lines.any(|line| words.iter().all(|word| line.contains(&quoted(word)))), "{name}");
                }
            }
        }
    }

    #[test]
    fn values_are_told_from_others() {
        let allows = |option: &str, value: &str| {
            FUNCTIONS.iter().find_map(|function| function.option(option)).is_some_and(|own| own.allows(value))
        };
        for (option, value) in [("style", "percent"), ("minimumFractionDigits", "0"), ("maximumFractionDigits", "20")] {
            assert!(allows(option, value), "{option} {value}");
        }
        for (option, value) in [
            ("style", "scientific"),
            ("minimumIntegerDigits", "0"),
            ("maximumFractionDigits", "21"),
            ("maximumFractionDigits", ""),
            ("maximumFractionDigits", "+2"),
            ("maximumFractionDigits", "1.5"),
            ("currency", "usd"),
            ("currency", "US"),
            ("currency", "\u{623}\u{628}"),
        ] {
            assert!(!allows(option, value), "{option} {value}");
        }
    }
}
