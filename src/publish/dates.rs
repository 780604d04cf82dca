//! Dates as a locale writes them, by its policy for digits and calendar.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};

use crate::article::Date;
use crate::bidi::controls;
use crate::locale::{Calendar, Locale, Numbering};

/// A locale's two ways to write a date.
pub(super) struct Dates {
    medium: Option<DateTimeFormatter<YMD>>,
    long: Option<DateTimeFormatter<YMD>>,
    full: Option<DateTimeFormatter<YMDE>>,
}

impl Dates {
    pub(super) fn new(locale: &Locale) -> Self {
        let numbering = match locale.numbering {
            Numbering::Latn => "latn",
            Numbering::Arab => "arab",
        };
        let calendar = match locale.calendar {
            Calendar::Gregorian => "gregory",
            Calendar::UmmAlQura => "islamic-umalqura",
        };
        let tag = format!("{}-u-ca-{calendar}-nu-{numbering}", locale.tag());
        let with_policy = tag.parse::<icu_locale::Locale>().ok();
        let prefs = || with_policy.as_ref().map(icu_datetime::DateTimeFormatterPreferences::from);
        Self {
            medium: prefs().and_then(|prefs| DateTimeFormatter::try_new(prefs, YMD::medium()).ok()),
            long: prefs().and_then(|prefs| DateTimeFormatter::try_new(prefs, YMD::long()).ok()),
            full: prefs().and_then(|prefs| DateTimeFormatter::try_new(prefs, YMDE::long()).ok()),
        }
    }

    /// The date of a card: `Mar 20, 2023`, `20 مارس 2023`. Where the locale's medium date is figures only, the long one.
    pub(super) fn short(&self, date: Date) -> String {
        let Some(iso) = iso(date) else { return date.iso() };
        let medium = self.medium.as_ref().map(|it| plain(&it.format(&iso).to_string()));
        match medium.filter(|text| text.chars().any(char::is_alphabetic)) {
            Some(text) => text,
            None => self.long.as_ref().map_or_else(|| date.iso(), |it| plain(&it.format(&iso).to_string())),
        }
    }

    /// The date of a page, with its weekday: `Monday, March 20, 2023`, `الاثنين، 20 مارس 2023`.
    pub(super) fn long(&self, date: Date) -> String {
        let formatted = iso(date).and_then(|iso| Some(plain(&self.full.as_ref()?.format(&iso).to_string())));
        formatted.unwrap_or_else(|| date.iso())
    }
}

fn iso(date: Date) -> Option<icu_calendar::Date<icu_calendar::Iso>> {
    icu_calendar::Date::try_new_iso(i32::from(date.year), date.month, date.day).ok()
}

/// The page has a direction of its own: ICU's marks are not needed, and would stay in what readers copy.
fn plain(text: &str) -> String {
    text.chars().filter(|character| !controls::is_control(*character)).collect()
}

#[cfg(test)]
mod tests {
    use super::Dates;
    use crate::article::Date;
    use crate::locale::{Calendar, Locale, Numbering};

    fn dates(tag: &str, change: fn(&mut Locale)) -> (String, String) {
        let mut locale = Locale::new(tag).expect("a tag");
        change(&mut locale);
        let dates = Dates::new(&locale);
        let date = Date::parse("2023-03-20").expect("a date");
        (dates.short(date), dates.long(date))
    }

    #[test]
    fn each_locale_writes_its_own() {
        assert_eq!(dates("en", |_| ()), ("Mar 20, 2023".to_owned(), "Monday, March 20, 2023".to_owned()));
        assert_eq!(dates("ar", |_| ()), ("20 مارس 2023".to_owned(), "الاثنين، 20 مارس 2023".to_owned()));
        assert_eq!(dates("ar", |locale| locale.numbering = Numbering::Arab).0, "٢٠ مارس ٢٠٢٣");
        // 28 Shaban 1444.
        assert!(dates("ar", |locale| locale.calendar = Calendar::UmmAlQura).0.contains("1444"));
        assert!(!dates("ar-EG", |_| ()).0.contains('\u{200F}'));
    }
}
