//! From the options of `DATETIME` to what is written.

use icu_datetime::fieldsets::builder::DateFields;
use icu_datetime::options::{Length, TimePrecision, YearStyle};

use super::dates::{Shape, Zone};
use super::numbers::Digits;
use crate::locale::Calendar;

/// The options of a call of `DATETIME`, as they were given.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked<'p> {
    date_style: Option<&'p str>,
    time_style: Option<&'p str>,
    weekday: Option<&'p str>,
    era: Option<&'p str>,
    year: Option<&'p str>,
    month: Option<&'p str>,
    day: Option<&'p str>,
    hour: Option<&'p str>,
    minute: Option<&'p str>,
    second: Option<&'p str>,
    zone: Option<&'p str>,
    hour12: Option<bool>,
    calendar: Option<Calendar>,
    digits: Option<Digits>,
}

impl<'p> Asked<'p> {
    /// Sets an option that [`crate::message::functions::FUNCTIONS`] allows with this value.
    pub(super) fn set(&mut self, name: &str, value: &'p str) -> bool {
        let place = match name {
            "dateStyle" => &mut self.date_style,
            "timeStyle" => &mut self.time_style,
            "weekday" => &mut self.weekday,
            "era" => &mut self.era,
            "year" => &mut self.year,
            "month" => &mut self.month,
            "day" => &mut self.day,
            "hour" => &mut self.hour,
            "minute" => &mut self.minute,
            "second" => &mut self.second,
            "timeZoneName" => &mut self.zone,
            "hour12" => {
                self.hour12 = Some(matches!(value, "true" | "1"));
                return true;
            }
            "calendar" => {
                let umm_al_qura = matches!(value, "umm-al-qura" | "islamic-umalqura");
                self.calendar = Some(if umm_al_qura { Calendar::UmmAlQura } else { Calendar::Gregorian });
                return true;
            }
            "numberingSystem" => {
                self.digits = Digits::named(value);
                return true;
            }
            _ => return false,
        };
        *place = Some(value);
        true
    }

    /// What is to be written, and the options that cannot be honoured beside the others.
    pub(super) fn shape(mut self) -> (Shape, Vec<&'static str>) {
        let mut wrong = Vec::new();
        let mut shape = Shape { hour12: self.hour12, calendar: self.calendar, digits: self.digits, ..Shape::default() };
        if self.date_style.is_some() || self.time_style.is_some() {
            self.refuse_fields(&mut wrong);
            self.by_style(&mut shape);
        } else if self.has_fields() {
            self.by_fields(&mut shape, &mut wrong);
        }
        if shape.fields.is_none() && shape.time.is_none() {
            (shape.fields, shape.length) = (Some(DateFields::YMD), Length::Medium);
        }
        if shape.time.is_none() {
            refuse(&mut self.hour12, "hour12", &mut wrong);
            shape.hour12 = None;
            if shape.zone.take().is_some() {
                wrong.push("timeZoneName");
            }
        }
        (shape, wrong)
    }

    fn has_fields(&self) -> bool {
        let fields =
            [self.weekday, self.era, self.year, self.month, self.day, self.hour, self.minute, self.second, self.zone];
        fields.iter().any(Option::is_some)
    }

    /// Styles and fields exclude each other, as in ECMA-402.
    fn refuse_fields(&mut self, wrong: &mut Vec<&'static str>) {
        for (field, name) in [
            (&mut self.weekday, "weekday"),
            (&mut self.era, "era"),
            (&mut self.year, "year"),
            (&mut self.month, "month"),
            (&mut self.day, "day"),
            (&mut self.hour, "hour"),
            (&mut self.minute, "minute"),
            (&mut self.second, "second"),
            (&mut self.zone, "timeZoneName"),
        ] {
            refuse(field, name, wrong);
        }
    }

    fn by_style(&self, shape: &mut Shape) {
        (shape.fields, shape.length) = match self.date_style {
            Some("full") => (Some(DateFields::YMDE), Length::Long),
            Some("long") => (Some(DateFields::YMD), Length::Long),
            Some("medium") => (Some(DateFields::YMD), Length::Medium),
            Some(_) => (Some(DateFields::YMD), Length::Short),
            None => (None, Length::Medium),
        };
        (shape.time, shape.zone) = match self.time_style {
            Some("full") => (Some(TimePrecision::Second), Some(Zone::Long)),
            Some("long") => (Some(TimePrecision::Second), Some(Zone::Short)),
            Some("medium") => (Some(TimePrecision::Second), None),
            Some(_) => (Some(TimePrecision::Minute), None),
            None => (None, None),
        };
    }

    fn by_fields(&mut self, shape: &mut Shape, wrong: &mut Vec<&'static str>) {
        shape.time = self.time(wrong);
        shape.fields = self.fields(shape.time.is_some(), wrong);
        // ICU4X 2.4 writes `Monday 9:5` where a weekday in full stands beside a clock of the locale's own kind.
        let is_short = shape.fields == Some(DateFields::E) && shape.time.is_some() && shape.hour12.is_none();
        shape.length = match (self.month, self.weekday) {
            (None, Some("long")) if is_short => Length::Medium,
            (Some("long"), _) | (None, Some("long")) => Length::Long,
            (Some("short"), _) | (None, _) => Length::Medium,
            (Some(_), _) => Length::Short,
        };
        // One length goes for all names: a long weekday beside a short month cannot be had.
        if self.weekday.is_some_and(|weekday| (weekday == "long") != (shape.length == Length::Long)) {
            wrong.push("weekday");
        }
        match self.year {
            Some(_) => shape.year = Some(if self.era.is_some() { YearStyle::WithEra } else { YearStyle::Full }),
            None => refuse(&mut self.era, "era", wrong),
        }
        shape.padded = self.padded(shape, wrong);
        shape.zone = self.zone.map(|zone| if zone == "longOffset" { Zone::Long } else { Zone::Short });
    }

    fn time(&mut self, wrong: &mut Vec<&'static str>) -> Option<TimePrecision> {
        if self.hour.is_none() {
            refuse(&mut self.minute, "minute", wrong);
        }
        if self.minute.is_none() {
            refuse(&mut self.second, "second", wrong);
        }
        self.hour?;
        Some(match (self.minute, self.second) {
            (None, _) => TimePrecision::Hour,
            (Some(_), None) => TimePrecision::Minute,
            (Some(_), Some(_)) => TimePrecision::Second,
        })
    }

    /// The fields of the date. Where ICU has no such set (weekday and year, a month beside the hour), the weekday goes,
    /// then the year, then the month.
    fn fields(&mut self, with_time: bool, wrong: &mut Vec<&'static str>) -> Option<DateFields> {
        loop {
            let period = |fields| (!with_time).then_some(fields);
            let known = match (self.year, self.month, self.day, self.weekday) {
                (None, None, None, None) => return None,
                (None, None, Some(_), None) => Some(DateFields::D),
                (None, Some(_), Some(_), None) => Some(DateFields::MD),
                (Some(_), Some(_), Some(_), None) => Some(DateFields::YMD),
                (None, None, Some(_), Some(_)) => Some(DateFields::DE),
                (None, Some(_), Some(_), Some(_)) => Some(DateFields::MDE),
                (Some(_), Some(_), Some(_), Some(_)) => Some(DateFields::YMDE),
                (None, None, None, Some(_)) => Some(DateFields::E),
                (None, Some(_), None, None) => period(DateFields::M),
                (Some(_), Some(_), None, None) => period(DateFields::YM),
                (Some(_), None, None, None) => period(DateFields::Y),
                _ => None,
            };
            if known.is_some() {
                return known;
            }
            if self.weekday.is_some() {
                refuse(&mut self.weekday, "weekday", wrong);
            } else if self.year.is_some() {
                refuse(&mut self.year, "year", wrong);
            } else {
                refuse(&mut self.month, "month", wrong);
            }
        }
    }

    /// Whether fields in digits have two of them: all of the day, the month and the hour, or none.
    fn padded(&self, shape: &Shape, wrong: &mut Vec<&'static str>) -> bool {
        let fields = [("day", self.day), ("month", self.month), ("hour", self.hour)];
        let twos = || fields.iter().filter(|(_, field)| *field == Some("2-digit"));
        if twos().next().is_none() {
            return false;
        }
        let mixed = fields.iter().any(|(_, field)| *field == Some("numeric"));
        let period = matches!(shape.fields, Some(DateFields::M | DateFields::YM | DateFields::Y));
        if mixed || period {
            wrong.extend(twos().map(|(name, _)| name));
            return false;
        }
        true
    }
}

impl Shape {
    /// The date alone: of what has no time, none can be written.
    pub(super) fn without_time(self) -> Self {
        Self { time: None, zone: None, hour12: None, ..self }
    }
}

fn refuse<T>(field: &mut Option<T>, name: &'static str, wrong: &mut Vec<&'static str>) {
    if field.take().is_some() {
        wrong.push(name);
    }
}
