//! Dates and times as a locale writes them.

use std::fmt::Write;
use std::sync::{Arc, PoisonError, RwLock};

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder};
use icu_datetime::fieldsets::enums::CompositeFieldSet;
use icu_datetime::fieldsets::zone::{LocalizedOffsetLong, LocalizedOffsetShort};
use icu_datetime::input;
use icu_datetime::options::{Alignment, Length, TimePrecision, YearStyle};

use super::date::Moment;
use super::numbers::Digits;
use crate::locale::{Calendar, Locale};

/// What of a date and a time is written, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) fields: Option<DateFields>,
    pub(super) length: Length,
    /// The year, where there is one, in full, or with its era.
    pub(super) year: Option<YearStyle>,
    pub(super) time: Option<TimePrecision>,
    pub(super) zone: Option<Zone>,
    /// Fields in digits have two of them.
    pub(super) padded: bool,
    pub(super) hour12: Option<bool>,
    pub(super) calendar: Option<Calendar>,
    pub(super) digits: Option<Digits>,
}

/// How a clock's distance from UTC is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// `GMT+3`
    Short,
    /// `GMT+03:00`
    Long,
}

type Formatter = DateTimeFormatter<CompositeFieldSet>;

/// The date formatters of a locale, each made when first needed.
#[derive(Debug)]
pub(super) struct Dates {
    tag: String,
    calendar: Calendar,
    digits: Digits,
    /// A messages file asks for a handful of shapes: a list is soon searched.
    made: RwLock<Vec<(Shape, Option<Arc<Formatter>>)>>,
}

impl Dates {
    pub(super) fn new(locale: &Locale) -> Self {
        let (calendar, digits) = (locale.calendar, Digits::of(locale));
        Self { tag: locale.tag().to_owned(), calendar, digits, made: RwLock::default() }
    }

    /// Appends `moment`, in the locale's own calendar where none is asked for; `false` where ICU cannot. ICU's bidi
    /// controls are kept.
    pub(super) fn write(&self, moment: Moment, shape: Shape, out: &mut String) -> bool {
        let Some(formatter) = self.formatter(shape) else { return false };
        let Some(date) = moment.date.to_iso() else { return false };
        let (hour, minute, second) = moment.time.map(|time| time.clock()).unwrap_or_default();
        let Ok(time) = input::Time::try_new(hour, minute, second, 0) else { return false };
        let offset = moment.time.and_then(|time| time.offset_seconds());
        let offset = offset.and_then(|seconds| input::UtcOffset::try_from_seconds(seconds).ok());
        let zone = input::TimeZone::UNKNOWN.with_offset(offset).at_date_time(input::DateTime { date, time });
        write!(out, "{}", formatter.format(&input::ZonedDateTime { date, time, zone })).is_ok()
    }

    fn formatter(&self, shape: Shape) -> Option<Arc<Formatter>> {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, formatter)) = made.iter().find(|(own, _)| *own == shape) {
            return formatter.clone();
        }
        drop(made);
        let formatter = self.make(shape).map(Arc::new);
        self.made.write().unwrap_or_else(PoisonError::into_inner).push((shape, formatter.clone()));
        formatter
    }

    fn make(&self, shape: Shape) -> Option<Formatter> {
        let calendar = match shape.calendar.unwrap_or(self.calendar) {
            Calendar::Gregorian => "gregory",
            Calendar::UmmAlQura => "islamic-umalqura",
        };
        let digits = shape.digits.unwrap_or(self.digits).name();
        let clock = match shape.hour12 {
            Some(true) => "-hc-h12",
            Some(false) => "-hc-h23",
            None => "",
        };
        let locale: icu_locale::Locale = format!("{}-u-ca-{calendar}{clock}-nu-{digits}", self.tag).parse().ok()?;
        let preferences = (&locale).into();
        let mut builder = FieldSetBuilder::new();
        builder.length = Some(shape.length);
        builder.date_fields = shape.fields;
        builder.year_style = shape.year;
        builder.time_precision = shape.time;
        builder.alignment = shape.padded.then_some(Alignment::Column);
        // Only what is asked for is made, so that the names of all time zones stay out of the program.
        macro_rules! make {
            ($fields:expr) => {
                DateTimeFormatter::try_new(preferences, $fields).ok().map(DateTimeFormatter::cast_into_fset)
            };
        }
        match (shape.zone, shape.fields) {
            (None, _) => make!(builder.build_composite_datetime().ok()?),
            (Some(Zone::Short), None) => make!(builder.build_time().ok()?.with_zone(LocalizedOffsetShort)),
            (Some(Zone::Long), None) => make!(builder.build_time().ok()?.with_zone(LocalizedOffsetLong)),
            (Some(Zone::Short), Some(_)) => {
                make!(builder.build_date_and_time().ok()?.with_zone(LocalizedOffsetShort))
            }
            (Some(Zone::Long), Some(_)) => make!(builder.build_date_and_time().ok()?.with_zone(LocalizedOffsetLong)),
        }
    }
}
