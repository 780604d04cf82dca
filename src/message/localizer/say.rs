//! Phrases: a message's id with its arguments, put into words.

use super::{Date, FluentArgs, FluentValue, Formatted, Isolation, Localizer};
use crate::phrase::{Arg, Phrase};

impl Localizer {
    /// The phrase in words, with the isolation of this localizer: what the functions that `mizan generate` writes return
    /// is said so.
    ///
    /// ```
    /// use mizan::locale::Locale;
    /// use mizan::message::{Date, Localizer};
    /// use mizan::phrase::Phrase;
    ///
    /// let texts = "opens = Opens on { DATETIME($day, dateStyle: \"long\") }, { $count } seats";
    /// let english = Localizer::builder().add(&Locale::new("en")?, texts).build();
    /// let day = Date::new(2026, 3, 9).ok_or("a day").unwrap();
    /// let phrase = Phrase::new("opens").with("day", day).with("count", 1_200);
    /// assert_eq!(english.say(&phrase).as_str(), "Opens on March 9, 2026, 1,200 seats");
    /// # Ok::<(), mizan::Error>(())
    /// ```
    #[must_use]
    pub fn say(&self, phrase: &Phrase) -> Formatted {
        self.say_with(phrase, self.isolation)
    }

    /// The phrase in words for another sink.
    #[must_use]
    pub fn say_with(&self, phrase: &Phrase, isolation: Isolation) -> Formatted {
        self.format_with(phrase.id, arguments(phrase), isolation)
    }
}

fn arguments(phrase: &Phrase) -> FluentArgs<'_> {
    let mut args = FluentArgs::with_capacity(phrase.args.len());
    for (name, value) in &phrase.args {
        let value = match value {
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Decimal(number) => FluentValue::from(number.get()),
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Date(text) => text.parse().map_or_else(|()| FluentValue::from(text.as_str()), Date::into),
        };
        args.set(*name, value);
    }
    args
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date.to_string())
    }
}
