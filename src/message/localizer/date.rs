//! Dates as a locale writes them.

use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use fluent_bundle::FluentValue;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};

use super::number::icu_tag;
use crate::locale::{Calendar, Locale};

/// A day of the Gregorian calendar, as an argument of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// A day of the Gregorian calendar; `None` where there is no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        icu_calendar::Date::try_new_iso(year, month, day).ok()?;
        (0..=9999).contains(&year).then_some(Self { year, month, day })
    }

    fn to_iso(self) -> Option<icu_calendar::Date<icu_calendar::Iso>> {
        icu_calendar::Date::try_new_iso(self.year, self.month, self.day).ok()
    }
}

impl FromStr for Date {
    type Err = ();

    /// Reads `2023-03-20`, also as the beginning of a date and time (`2023-03-20T10:00:00Z`).
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let (date, rest) = text.split_at_checked(10).ok_or(())?;
        if !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
            return Err(());
        }
        let mut parts = date.split('-');
        let mut part = |length: usize| {
            let part =
                parts.next().filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()));
            part.and_then(|part| part.parse::<u16>().ok()).ok_or(())
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let small = |number: u16| u8::try_from(number).map_err(|_| ());
        Self::new(i32::from(year), small(month)?, small(day)?).ok_or(())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for FluentValue<'_> {
    fn from(date: Date) -> Self {
        FluentValue::from(date.to_string())
    }
}

/// How long a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Full,
    Long,
    Medium,
    Short,
}

impl Style {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "full" => Self::Full,
            "long" => Self::Long,
            "medium" => Self::Medium,
            "short" => Self::Short,
            _ => return None,
        })
    }
}

/// The date formatters of a locale, each made when first needed.
#[derive(Debug)]
pub(super) struct Dates {
    tag: String,
    calendar: Calendar,
    made: [OnceLock<Option<Formatter>>; 8],
}

#[derive(Debug)]
enum Formatter {
    Day(DateTimeFormatter<YMD>),
    Weekday(DateTimeFormatter<YMDE>),
}

impl Dates {
    pub(super) fn new(locale: &Locale) -> Self {
        Self { tag: icu_tag(locale), calendar: locale.calendar, made: Default::default() }
    }

    /// Appends `date`, in the locale's own calendar where none is asked for; `false` where ICU cannot.
    pub(super) fn write(&self, date: Date, style: Style, calendar: Option<Calendar>, out: &mut String) -> bool {
        let calendar = calendar.unwrap_or(self.calendar);
        let place = style as usize * 2 + usize::from(calendar == Calendar::UmmAlQura);
        let formatter = self.made[place].get_or_init(|| self.make(style, calendar));
        let (Some(formatter), Some(date)) = (formatter, date.to_iso()) else { return false };
        match formatter {
            Formatter::Day(formatter) => out.push_str(&formatter.format(&date).to_string()),
            Formatter::Weekday(formatter) => out.push_str(&formatter.format(&date).to_string()),
        }
        true
    }

    fn make(&self, style: Style, calendar: Calendar) -> Option<Formatter> {
        let calendar = match calendar {
            Calendar::Gregorian => "gregory",
            Calendar::UmmAlQura => "islamic-umalqura",
        };
        let locale: icu_locale::Locale = format!("{}-ca-{calendar}", self.tag).parse().ok()?;
        let day = |fields| DateTimeFormatter::try_new((&locale).into(), fields).ok().map(Formatter::Day);
        match style {
            Style::Full => DateTimeFormatter::try_new((&locale).into(), YMDE::long()).ok().map(Formatter::Weekday),
            Style::Long => day(YMD::long()),
            Style::Medium => day(YMD::medium()),
            Style::Short => day(YMD::short()),
        }
    }
}
