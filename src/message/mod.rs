//! Messages: Fluent resources with spans, what their patterns use, and formatting.
//!
//! # Functions
//!
//! Messages may call two functions. [`functions::FUNCTIONS`] is the same list for programs; formatting goes by it. An option
//! or a value that is not in it, or that cannot be honoured beside the others, is a [`Problem::UnknownOption`]; the rest of
//! the call is honoured. Values are written as texts or as numbers: `"2"` is `2`.
//!
//! `NUMBER($n, …)` writes a number, and chooses by its plural category. A value that is no number is shown as it is, with a
//! [`Problem::WrongType`]. What the caller set on the number (`FluentNumberOptions`) holds where the message says nothing.
//!
//! | option | values | |
//! |---|---|---|
//! | `type` | `cardinal`, `ordinal` | which categories a select goes by |
//! | `style` | `decimal`, `percent`, `currency`, `unit` | `percent` shows 0.25 as 25% |
//! | `currency` | `USD`, `SAR`, … | with `style: "currency"`; fraction digits as the currency has them |
//! | `currencyDisplay` | `symbol`, `code`, `name` | |
//! | `unit` | [`functions::UNITS`] | with `style: "unit"` |
//! | `unitDisplay` | `short`, `long`, `narrow` | |
//! | `useGrouping` | `true`, `false` | |
//! | `numberingSystem` | `latn`, `arab`, `arabext` | instead of the locale's policy |
//! | `minimumIntegerDigits` | 1 to 21 | |
//! | `minimumFractionDigits`, `maximumFractionDigits` | 0 to 20 | rounds half away from zero |
//! | `minimumSignificantDigits`, `maximumSignificantDigits` | 1 to 21 | go before fraction digits |
//!
//! Names and signs of some forty currencies and of all units are known in English and Arabic, with the forms that Arabic
//! numbers ask for (3 كيلومترات, 11 كيلومترًا). Elsewhere the code stands for them (`EUR 5.00`), with a
//! [`Problem::NoData`]: ICU4X has no stable support for amounts yet.
//!
//! `DATETIME($d, …)` writes a [`Date`], a [`DateTime`] or a text like `2023-03-20T09:30:00+03:00`. A time is written as it
//! is, never moved to another zone; what has no time, or no offset, is written without it, with a [`Problem::WrongType`].
//! Without options, the date in its medium style.
//!
//! | option | values | |
//! |---|---|---|
//! | `dateStyle` | `full`, `long`, `medium`, `short` | `full` has the weekday |
//! | `timeStyle` | `full`, `long`, `medium`, `short` | `full` and `long` have the offset, `short` has no seconds |
//! | `weekday` | `long`, `short` | as long as the month beside it |
//! | `era` | `short` | beside `year` |
//! | `year` | `numeric` | |
//! | `month` | `long`, `short`, `numeric`, `2-digit` | |
//! | `day`, `hour` | `numeric`, `2-digit` | `2-digit` for all of day, month and hour, or for none |
//! | `minute`, `second` | `numeric`, `2-digit` | beside `hour`, and `minute`; always of two digits |
//! | `hour12` | `true`, `false` | |
//! | `timeZoneName` | `shortOffset`, `longOffset` | `GMT+3`, `GMT+03:00`; beside `hour` |
//! | `calendar` | `gregory` or `gregorian`, `islamic-umalqura` or `umm-al-qura` | instead of the locale's policy |
//! | `numberingSystem` | `latn`, `arab`, `arabext` | instead of the locale's policy |
//!
//! Styles and fields exclude each other. These sets of date fields can be had: day; month and day; year, month and day; the
//! same three with a weekday; a weekday; and, without a time, month, month and year, year. `timeZone` is none: mizan carries
//! no data of zones.

mod allowance;
mod fingerprint;
pub mod functions;
mod localizer;
mod mark;
pub mod mentions;
mod parse;
mod paths;
pub mod plural;
mod read;
mod select;
mod span;
mod view;
mod walk;
mod way;

pub use allowance::{Allowance, Scope};
pub use fingerprint::fingerprint;
pub use localizer::{
    Date, DateTime, FluentArgs, FluentValue, Formatted, Isolation, Localizer, LocalizerBuilder, Problem,
};
pub(crate) use mark::mark;
pub use parse::Reason;
pub use paths::{Choice, Path, matching, paths, ways};
pub use select::{By, Select, may_omit_number, selects};
pub use view::{CatalogView, Comment, Entry, FileView, Junk, Part, Pattern};
pub use walk::{Use, is_plain, walk};
pub use way::{Joined, Piece, Way, literal};
