//! Dates of front matter: ISO 8601, checked against the calendar.

/// A day of the Gregorian calendar, with what was written after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
    /// Hour, minute and second, where a time is given.
    pub time: Option<(u8, u8, u8)>,
}

impl Date {
    /// Reads `2023-03-20`, or that with a time: `2023-03-20T10:30`, `2023-03-20 10:30:00 +02:00`, `…Z`. Digits are ASCII.
    /// `None` where it is not such a date, or no day of the calendar.
    ///
    /// ```
    /// use mizan::article::Date;
    /// assert!(Date::parse("2024-02-29").is_some());
    /// assert!(Date::parse("2023-02-29").is_none());
    /// assert!(Date::parse("20 March 2023").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, rest) = (text.get(..10)?, &text[10..]);
        let mut parts = day.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
        let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
        if parts.next().is_some() || year == 0 || !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
            return None;
        }
        let time = if rest.is_empty() { None } else { Some(time(rest)?) };
        Some(Self { year, month, day, time })
    }

    /// `2023-03-20`: for machines.
    #[must_use]
    pub fn iso(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    let right = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// `T10:30`, ` 10:30:00.5 +0200`.
fn time(text: &str) -> Option<(u8, u8, u8)> {
    let text = text.strip_prefix(['T', 't', ' '])?.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let mut parts = text[..end].split(':').map(|part| digits(part, 2).and_then(|value| u8::try_from(value).ok()));
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = match parts.next() {
        Some(second) => second?,
        None => 0,
    };
    let rest = match text[end..].strip_prefix(['.', ',']) {
        Some(fraction) => {
            let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            (rest.len() < fraction.len()).then_some(rest)?
        }
        None => &text[end..],
    };
    // Midnight may be written 24:00; a leap second is 60.
    let in_range = (hour < 24 || (hour, minute, second) == (24, 0, 0)) && minute < 60 && second <= 60;
    (in_range && parts.next().is_none() && is_offset(rest.trim())).then_some((hour, minute, second))
}

fn is_offset(text: &str) -> bool {
    if text.is_empty() || text.eq_ignore_ascii_case("z") {
        return true;
    }
    let Some(rest) = text.strip_prefix(['+', '-']) else { return false };
    let (hours, minutes) = match rest.len() {
        2 => (rest, "00"),
        4 if rest.is_ascii() => rest.split_at(2),
        5 => rest.split_once(':').unwrap_or_default(),
        _ => return false,
    };
    digits(hours, 2).is_some_and(|hours| hours < 24) && digits(minutes, 2).is_some_and(|minutes| minutes < 60)
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn dates_with_times_and_offsets() {
        for text in [
            "2023-03-20T10:30",
            "2023-03-20T10:30:00Z",
            "2023-03-20 10:30:00 -0800",
            "2023-03-20 10:30:00.25+02:00",
            "2000-02-29",
            "2023-03-20T24:00",
            "2023-03-20T10:30+0530",
        ] {
            assert!(Date::parse(text).is_some(), "{text}");
        }
        for text in [
            "",
            "2023",
            "2023-3-20",
            "2023-13-01",
            "2023-04-31",
            "1900-02-29",
            "2023-03-20x",
            "2023-03-20T10",
            "2023-03-20T10:61",
            "٢٠٢٣-٠٣-٢٠",
            "2023-03-20 later",
            "2023/03/20",
            "2023-03-20T24:01",
            "2023-03-20T10:30:00.",
            "2023-03-20T10:30+99:00",
            "2023-03-20T10:30+0:200",
            "2023-03-20T10:30+١٢",
            "2023-03-2٠",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
