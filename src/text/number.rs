//! Numbers in running text, by value.

use crate::source::Span;
pub use crate::text::spelled::spelled_values;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberKind {
    /// A whole or decimal number.
    Plain,
    /// Two or more dots: a version, an address; its parts are compared in order.
    Dotted,
    /// A time of day: `10:30`.
    Time,
    /// A date in figures: `2023-03-20`, `20/3/2023`.
    Date,
    /// Digits inside a Latin word: `H1N1`, `B12`, `COVID-19`.
    Identifier,
}

/// A number of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: NumberKind,
    /// Its value in ASCII digits: no grouping, `.` before decimals, no zeros at the end of decimals or at the start.
    pub value: String,
}

/// All numbers of `text`, in order. Latin, Arabic-Indic and Persian digits are one; `,` `٬` `'` and narrow spaces between
/// groups of three separate thousands, `.` `٫` decimals. A lone comma that is not followed by three digits separates
/// decimals, too (`1,5`); one that is (`1,500`) separates thousands, as English and Arabic newsrooms write.
///
/// ```
/// use mizan::text::number::numbers;
/// let values = |text: &str| numbers(text).into_iter().map(|number| number.value).collect::<Vec<_>>();
/// assert_eq!(values("1,234.5 patients on 3 floors"), ["1234.5", "3"]);
/// assert_eq!(values("١٬٢٣٤٫٥٠ مريضًا"), ["1234.5"]);
/// assert_eq!(values("الإصدار 4.1.2"), ["4.1.2"]);
/// ```
#[must_use]
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut end = 0;
    let mut before = 0_u8;
    for (at, byte) in text.bytes().enumerate() {
        // Arabic-Indic digits are D9 A0 to D9 A9 in UTF-8, Persian ones DB B0 to DB B9. No branch but the last: half of
        // the bytes of Arabic text look like the start of a digit.
        let arabic = (before == 0xD9) & (byte.wrapping_sub(0xA0) < 10);
        let persian = (before == 0xDB) & (byte.wrapping_sub(0xB0) < 10);
        let is_digit = byte.is_ascii_digit() | arabic | persian;
        before = byte;
        if is_digit && at >= end {
            let start = at - usize::from(arabic | persian);
            end = token_end(text, start);
            found.push(read(text, start, end));
        }
    }
    found
}

/// The same digit of ASCII.
pub(crate) fn ascii_digit(character: char) -> Option<char> {
    let value = match character {
        '0'..='9' => return Some(character),
        '\u{0660}'..='\u{0669}' => character as u32 - 0x0660,
        '\u{06F0}'..='\u{06F9}' => character as u32 - 0x06F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// Whether this stands between the digits of one number, time or date.
fn is_joint(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | ':' | '\'' | '\u{066B}' | '\u{066C}' | '\u{2019}' | '\u{202F}' | '\u{2009}' | '\u{00A0}'
    )
}

/// Where the run of digits and joints that begins at `start` ends; it ends with a digit.
fn token_end(text: &str, start: usize) -> usize {
    if let Some(length) = date_length(&text[start..]) {
        return start + length;
    }
    let mut end = start;
    let mut at = start;
    let mut joint: Option<char> = None;
    for character in text[start..].chars() {
        if ascii_digit(character).is_some() {
            at += character.len_utf8();
            end = at;
            joint = None;
        } else if joint.is_none() && is_joint(character) {
            joint = Some(character);
            at += character.len_utf8();
            let is_space = matches!(character, '\u{202F}' | '\u{2009}' | '\u{00A0}');
            if (is_space || matches!(character, '\'' | '\u{2019}')) && !three_digits_follow(&text[at..]) {
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// The length of a date in figures at the start of `text`: three groups, one of four digits at an end.
fn date_length(text: &str) -> Option<usize> {
    let mut groups = [0_usize; 3];
    let (mut group, mut separator) = (0, None);
    let mut length = 0;
    for character in text.chars() {
        if ascii_digit(character).is_some() {
            groups[group] += 1;
        } else if matches!(character, '-' | '/')
            && groups[group] > 0
            && separator.is_none_or(|it| it == character)
            && group < 2
        {
            separator = Some(character);
            group += 1;
        } else {
            break;
        }
        length += character.len_utf8();
    }
    let short = |count: usize| (1..=2).contains(&count);
    let is_date =
        matches!(groups, [4, b, c] if short(b) && short(c)) || matches!(groups, [a, b, 4] if short(a) && short(b));
    is_date.then_some(length)
}

fn three_digits_follow(text: &str) -> bool {
    let mut characters = text.chars();
    let three = (0..3).all(|_| characters.next().is_some_and(|c| ascii_digit(c).is_some()));
    three && characters.next().is_none_or(|c| ascii_digit(c).is_none())
}

fn read(text: &str, start: usize, end: usize) -> Number {
    let span = Span::new(start, end);
    if let Some(value) = plain_integer(text, start, end) {
        return Number { span, kind: NumberKind::Plain, value: value.to_owned() };
    }
    let written: String = text[start..end].chars().map(|c| ascii_digit(c).unwrap_or(c)).collect();
    if let Some(value) = identifier(text, start, end, &written) {
        return Number { span, kind: NumberKind::Identifier, value };
    }
    let (kind, value) = value_of(&written);
    Number { span, kind, value }
}

/// The commonest case at once: ASCII digits alone, with no word on either side.
fn plain_integer(text: &str, start: usize, end: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let digits = &text[start..end];
    let alone = |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b' ' | b'.' | b',' | b'%'));
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && alone(before) && alone(bytes.get(end));
    is_plain.then(|| without_leading_zeros(digits))
}

/// Digits that belong to a Latin word (`H1N1`, `COVID-19`, `5th` does not: its value counts).
fn identifier(text: &str, start: usize, end: usize, written: &str) -> Option<String> {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let glued_before = before.is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    let word_before =
        before == Some('-') && text[..start - 1].chars().next_back().is_some_and(|c| c.is_ascii_alphabetic());
    let glued_after = after.is_some_and(|c| c.is_ascii_alphabetic() || c == '_') && !is_suffix(&text[end..]);
    (glued_before || word_before || glued_after).then(|| written.to_owned())
}

/// Whether what follows a number is an ordinal's ending or a unit, and no word that it belongs to.
fn is_suffix(text: &str) -> bool {
    const KNOWN: &[&str] =
        &["st", "nd", "rd", "th", "s", "am", "pm", "k", "m", "x", "km", "kg", "mg", "ml", "cm", "mm", "nm", "h"];
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(&text[..length]))
}

fn value_of(written: &str) -> (NumberKind, String) {
    let parts = |separator: char| written.split(separator).count();
    let only = |allowed: &[char]| written.chars().all(|c| c.is_ascii_digit() || allowed.contains(&c));
    if only(&[':']) && parts(':') > 1 {
        return (NumberKind::Time, trimmed_parts(written, ':'));
    }
    if (only(&['-']) && parts('-') == 3) || (only(&['/']) && parts('/') == 3) {
        let separator = if written.contains('-') { '-' } else { '/' };
        return (NumberKind::Date, trimmed_parts(written, separator));
    }
    if only(&['.']) && parts('.') > 2 && (!is_grouped(written, '.') || is_internet_address(written)) {
        return (NumberKind::Dotted, written.to_owned());
    }
    (NumberKind::Plain, plain_value(written))
}

fn trimmed_parts(written: &str, separator: char) -> String {
    written.split(separator).map(without_leading_zeros).collect::<Vec<_>>().join(&separator.to_string())
}

fn without_leading_zeros(digits: &str) -> &str {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() { &digits[digits.len().saturating_sub(1)..] } else { trimmed }
}

/// Four parts below 256 are an address of the internet, though they look like groups of thousands.
fn is_internet_address(written: &str) -> bool {
    written.split('.').count() == 4 && written.split('.').all(|part| part.parse::<u8>().is_ok())
}

/// `1.234.567`: groups of three, and no leading zero.
fn is_grouped(written: &str, separator: char) -> bool {
    let mut groups = written.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
}

fn plain_value(written: &str) -> String {
    let grouping = |c: char| matches!(c, '\'' | '\u{066C}' | '\u{2019}' | '\u{202F}' | '\u{2009}' | '\u{00A0}');
    let mut text: String = written.chars().filter(|c| !grouping(*c)).collect();
    text = text.replace('\u{066B}', ".");
    let commas = text.matches(',').count();
    if commas > 0 {
        let whole = text.split('.').next().unwrap_or_default();
        text = if is_grouped(whole, ',') {
            text.replace(',', "")
        } else if commas == 1 {
            text.replace(',', ".")
        } else {
            text
        };
    } else if text.matches('.').count() > 1 && is_grouped(&text, '.') {
        text = text.replace('.', "");
    }
    let Some((whole, decimals)) = text.split_once('.') else { return without_leading_zeros(&text).to_owned() };
    let decimals = decimals.trim_end_matches('0');
    let whole = without_leading_zeros(whole);
    if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") }
}

#[cfg(test)]
mod tests {
    use super::{NumberKind, numbers};
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, NumberKind)> {
        numbers(text).into_iter().map(|number| (number.value, number.kind)).collect()
    }

    fn one(text: &str) -> (String, NumberKind) {
        let mut all = read(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all.remove(0)
    }

    #[test]
    fn one_value_for_all_digits_and_separators() {
        for text in ["1,234.5", "١٬٢٣٤٫٥", "۱۲۳۴٫۵", "1234.50", "1'234.5", "1\u{202F}234.5", "1,234.5."] {
            assert_eq!(one(text), ("1234.5".to_owned(), NumberKind::Plain), "{text}");
        }
        assert_eq!(one("1,5").0, "1.5");
        assert_eq!(one("1,500").0, "1500");
        assert_eq!(one("1.234.567").0, "1234567");
        assert_eq!(one("007").0, "7");
        assert_eq!(one("0.50").0, "0.5");
        assert_eq!(one("100%").0, "100");
    }

    #[test]
    fn dotted_identifiers_stay_in_order() {
        assert_eq!(one("v 4.1.2"), ("4.1.2".to_owned(), NumberKind::Dotted));
        assert_ne!(one("2.1.4"), one("4.1.2"));
        assert_eq!(one("192.0.2.1").1, NumberKind::Dotted);
        assert_eq!(one("192.168.100.200"), ("192.168.100.200".to_owned(), NumberKind::Dotted));
        assert_eq!(one("1.234.567.890").1, NumberKind::Plain);
    }

    #[test]
    fn times_dates_and_ordinals() {
        assert_eq!(one("at 09:30"), ("9:30".to_owned(), NumberKind::Time));
        assert_eq!(one("2023-03-20"), ("2023-3-20".to_owned(), NumberKind::Date));
        assert_eq!(one("the 20th"), ("20".to_owned(), NumberKind::Plain));
        assert_eq!(one("1990s").0, "1990");
    }

    #[test]
    fn digits_in_words_are_identifiers() {
        for text in ["H1", "B12", "COVID-19", "3D"] {
            assert_eq!(one(text).1, NumberKind::Identifier, "{text}");
        }
        assert_eq!(read("من 9 إلى 20، و5 أطفال").iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["9", "20", "5"]);
    }

    #[test]
    fn ranges_and_telephone_numbers_are_split_or_kept_alike() {
        assert_eq!(read("9-20").len(), 2);
        assert_eq!(read("9-20"), read("٩-٢٠"));
        assert_eq!(read("+972-3-555-0142"), read("+٩٧٢-٣-٥٥٥-٠١٤٢"));
    }

    proptest! {
        #[test]
        fn spans_are_sound(text in "[0-9٠-٩۰-۹.,:/a-zء-ي' \u{202F}-]{0,40}") {
            let mut last = 0;
            for number in numbers(&text) {
                prop_assert!(number.span.start >= last && !number.span.is_empty());
                prop_assert!(text.get(number.span.range()).is_some());
                last = number.span.end;
            }
        }
    }
}
