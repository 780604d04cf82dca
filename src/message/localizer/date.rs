//! Days and moments, as arguments of messages.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentType;

/// A day of the Gregorian calendar, as an argument of a message.
///
/// ```
/// use mizan::locale::Locale;
/// use mizan::message::{Date, Localizer};
///
/// let english = Localizer::builder().add(&Locale::new("en")?, "seen = Seen on { DATETIME($day, dateStyle: \"long\") }").build();
/// let day = Date::new(2023, 3, 20).expect("a day");
/// assert_eq!(english.format("seen", &mizan::args! { day => day }).as_str(), "Seen on March 20, 2023");
/// # Ok::<(), mizan::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// A day with the time of a clock, as an argument of a message; with the clock's distance from UTC where it is known. It
/// is written as it is: never moved to the time of another place.
///
/// ```
/// use mizan::message::DateTime;
///
/// let opening: DateTime = "2023-03-20T09:30:00+03:00".parse().expect("a moment");
/// assert_eq!(opening.to_string(), "2023-03-20T09:30:00+03:00");
/// assert!("2023-03-20".parse::<DateTime>().is_err());
/// assert!("2023-03-20T25:00".parse::<DateTime>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    date: Date,
    hour: u8,
    minute: u8,
    second: u8,
    /// Minutes east of UTC.
    offset: Option<i16>,
}

/// What `DATETIME` is given: a day, perhaps with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) date: Date,
    pub(super) time: Option<DateTime>,
}

impl Date {
    /// A day of the Gregorian calendar; `None` where there is no such day, or its year is not of four digits.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        icu_calendar::Date::try_new_iso(year, month, day).ok()?;
        (0..=9999).contains(&year).then_some(Self { year, month, day })
    }

    pub(super) fn to_iso(self) -> Option<icu_calendar::Date<icu_calendar::Iso>> {
        icu_calendar::Date::try_new_iso(self.year, self.month, self.day).ok()
    }
}

impl DateTime {
    /// A day with a time; `None` where a clock shows no such time.
    #[must_use]
    pub fn new(date: Date, hour: u8, minute: u8, second: u8) -> Option<Self> {
        (hour < 24 && minute < 60 && second < 60).then_some(Self { date, hour, minute, second, offset: None })
    }

    /// The same, on a clock that is this many minutes ahead of UTC; `None` beyond 18 hours.
    #[must_use]
    pub fn with_offset(self, minutes: i16) -> Option<Self> {
        (-18 * 60..=18 * 60).contains(&minutes).then_some(Self { offset: Some(minutes), ..self })
    }

    pub(super) fn clock(self) -> (u8, u8, u8) {
        (self.hour, self.minute, self.second)
    }

    pub(super) fn offset_seconds(self) -> Option<i32> {
        self.offset.map(|minutes| i32::from(minutes) * 60)
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self { date, time: None }
    }
}

impl From<DateTime> for Moment {
    fn from(time: DateTime) -> Self {
        Self { date: time.date, time: Some(time) }
    }
}

impl Moment {
    /// The day or moment that a caller's own type holds.
    pub(super) fn of(value: &dyn FluentType) -> Option<Self> {
        let value = value.as_any();
        let date = value.downcast_ref::<Date>().map(|date| Self::from(*date));
        date.or_else(|| value.downcast_ref::<DateTime>().map(|time| Self::from(*time)))
    }
}

/// Takes a number of two digits off the front.
fn two_digits(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    Some((number, rest))
}

fn read_date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = year.bytes().all(|byte| byte.is_ascii_digit()).then(|| year.parse().ok())??;
    let (month, rest) = two_digits(rest.strip_prefix('-')?)?;
    let (day, rest) = two_digits(rest.strip_prefix('-')?)?;
    rest.is_empty().then(|| Date::new(year, month, day))?
}

/// `HH:MM`, `HH:MM:SS` or with a fraction, which is left out; then perhaps `Z` or an offset.
fn read_time(date: Date, text: &str) -> Option<DateTime> {
    let (hour, rest) = two_digits(text)?;
    let (minute, mut rest) = two_digits(rest.strip_prefix(':')?)?;
    let mut second = 0;
    if let Some(seconds) = rest.strip_prefix(':') {
        (second, rest) = two_digits(seconds)?;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            rest = fraction.trim_start_matches(|character: char| character.is_ascii_digit());
            (rest.len() < fraction.len()).then_some(())?;
        }
    }
    let time = DateTime::new(date, hour, minute, second)?;
    match rest.trim_start() {
        "" => Some(time),
        "Z" | "z" => time.with_offset(0),
        offset => time.with_offset(read_offset(offset)?),
    }
}

/// `+03:00`, `+0300` or `+03`, in minutes.
fn read_offset(text: &str) -> Option<i16> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, rest) = two_digits(text.strip_prefix(['+', '-'])?)?;
    let minutes = match rest.strip_prefix(':').unwrap_or(rest) {
        "" if rest.is_empty() => 0,
        minutes => two_digits(minutes).filter(|(minutes, rest)| *minutes < 60 && rest.is_empty())?.0,
    };
    Some(sign * (i16::from(hours) * 60 + i16::from(minutes)))
}

impl FromStr for Moment {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let (date, rest) = text.split_at_checked(10).ok_or(())?;
        let date = read_date(date).ok_or(())?;
        if rest.is_empty() {
            return Ok(date.into());
        }
        let time = rest.strip_prefix(['T', 't', ' ']).ok_or(())?;
        read_time(date, time).map(Self::from).ok_or(())
    }
}

impl FromStr for Date {
    type Err = ();

    /// Reads `2023-03-20`, also as the beginning of a date and time (`2023-03-20T10:00:00Z`).
    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().map(|moment: Moment| moment.date)
    }
}

impl FromStr for DateTime {
    type Err = ();

    /// Reads `2023-03-20T10:00`, with seconds and a fraction of them (which is left out), with `Z` or an offset like
    /// `+03:00`.
    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().and_then(|moment: Moment| moment.time.ok_or(()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:{:02}", self.date, self.hour, self.minute, self.second)?;
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

macro_rules! as_argument {
    ($type:ident) => {
        impl FluentType for $type {
            fn duplicate(&self) -> Box<dyn FluentType + Send> {
                Box::new(*self)
            }

            fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
                self.to_string().into()
            }

            fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
                self.to_string().into()
            }
        }

        impl From<$type> for FluentValue<'_> {
            fn from(value: $type) -> Self {
                FluentValue::Custom(Box::new(value))
            }
        }
    };
}

as_argument!(Date);
as_argument!(DateTime);
