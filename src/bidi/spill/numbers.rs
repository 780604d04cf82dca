//! Numbers that are read from left to right as a whole: telephone numbers, dates, signed numbers, dimensions.

use std::ops::Range;

use crate::bidi::spill::line::{Cell, Line, Role};

/// The numeric phrases of a range that holds no letters.
pub(super) fn numbers(line: &Line, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(run) = run(line, at..range.end) else { break };
        at = run.end.max(at + 1);
        if is_phrase(line, &run) {
            found.push(run);
            continue;
        }
        // Several numbers side by side: each for itself.
        let mut part = run.start;
        while part < run.end {
            let end = (part..run.end).find(|at| line.role(*at) == Role::Space).unwrap_or(run.end);
            let word = trimmed(line, part..end);
            if is_phrase(line, &word) {
                found.push(word);
            }
            part = end + 1;
        }
    }
    found
}

/// The first run of digits and what may stand in a number, without spaces and punctuation at its ends.
fn run(line: &Line, range: Range<usize>) -> Option<Range<usize>> {
    let first = range.clone().find(|at| line.role(*at).is_digit())?;
    let mut start = first;
    while start > range.start && line.before(start).is_some_and(leads) {
        start -= 1;
    }
    let goes_on = |at: &usize| {
        let digit = |at: usize| at < range.end && line.role(at).is_digit();
        let spaced = line.role(*at) == Role::Space && (digit(at + 1) || line.character(at + 1).is_some_and(is_times));
        digit(*at)
            || spaced
            || line.character(*at).is_some_and(is_part)
            || (line.role(*at) == Role::Space && line.before(*at).is_some_and(is_times))
    };
    let end = (first..range.end).find(|at| !goes_on(at)).unwrap_or(range.end);
    Some(trimmed(line, start..end))
}

/// Signs before a number that may belong to it.
fn leads(character: char) -> bool {
    is_sign(character) || is_currency(character) || character == '('
}

fn is_part(character: char) -> bool {
    is_sign(character)
        || is_times(character)
        || is_currency(character)
        || matches!(character, '.' | ',' | ':' | '/' | '(' | ')' | '%' | '\u{66A}' | '\u{B0}' | '\u{2010}'..='\u{2013}')
}

fn is_sign(character: char) -> bool {
    matches!(character, '+' | '-' | '\u{2212}' | '\u{B1}')
}

fn is_times(character: char) -> bool {
    character == '\u{D7}'
}

fn is_currency(character: char) -> bool {
    matches!(character, '$' | '\u{A3}' | '\u{A5}' | '\u{20A0}'..='\u{20CF}')
}

/// A run without what stands at its ends by chance.
fn trimmed(line: &Line, run: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (run.start, run.end);
    let is_number_end = |at: usize| {
        line.role(at).is_digit()
            || matches!(line.character(at), Some('%' | '\u{66A}' | '\u{B0}'))
            || line.character(at).is_some_and(is_currency)
    };
    while end > start && !is_number_end(end - 1) {
        end -= 1;
    }
    while start < end && !line.role(start).is_digit() && !line.character(start).is_some_and(leads) {
        start += 1;
    }
    let closes = |range: Range<usize>| line.slice(range).iter().any(|cell| cell.character == ')');
    while start < end && line.character(start) == Some('(') && !closes(start..end) {
        start += 1;
    }
    start..end
}

/// A run as groups of digits and what stands around them.
struct Parts {
    prefix: String,
    groups: Vec<String>,
    /// Between the groups.
    separators: Vec<String>,
}

impl Parts {
    fn of(cells: &[Cell]) -> Self {
        let mut parts = Self { prefix: String::new(), groups: Vec::new(), separators: Vec::new() };
        let mut is_inside = false;
        for cell in cells {
            if cell.role.is_digit() {
                if !is_inside {
                    parts.groups.push(String::new());
                }
                is_inside = true;
                parts.groups.last_mut().into_iter().for_each(|group| group.push(value(cell.character)));
                continue;
            }
            if is_inside || (parts.separators.is_empty() && !parts.groups.is_empty()) {
                parts.separators.push(String::new());
            }
            is_inside = false;
            let target = if parts.groups.is_empty() { Some(&mut parts.prefix) } else { parts.separators.last_mut() };
            target.into_iter().for_each(|text| text.push(cell.character));
        }
        parts.separators.truncate(parts.groups.len().saturating_sub(1));
        parts
    }

    fn digits(&self) -> usize {
        self.groups.iter().map(String::len).sum()
    }

    fn lengths(&self) -> Vec<usize> {
        self.groups.iter().map(String::len).collect()
    }

    fn are_separated_by(&self, is: impl Fn(&str) -> bool) -> bool {
        self.separators.iter().all(|separator| is(separator))
    }

    fn has_sign(&self) -> bool {
        self.prefix.contains(is_sign)
    }
}

/// A digit with the class of European ones, as one of those.
fn value(character: char) -> char {
    match u32::from(character) {
        code @ 0x6F0..=0x6F9 => char::from_u32(code - 0x6F0 + 0x30).unwrap_or(character),
        _ => character,
    }
}

/// Whether a run is one phrase. Groups of Arabic-Indic digits stay in the order of right-to-left text even inside a
/// left-to-right isolate, so there is nothing to mend them with.
fn is_phrase(line: &Line, run: &Range<usize>) -> bool {
    if line.has(run.clone(), |role| role == Role::ArabicDigit) {
        return false;
    }
    let parts = Parts::of(line.slice(run.clone()));
    let glued = line.role_before(run.start).is_letter() || line.role(run.end).is_letter();
    if parts.groups.is_empty() || (glued && parts.has_sign()) {
        return false;
    }
    is_signed(line, run, &parts)
        || is_date(&parts)
        || is_dimension(&parts)
        || is_internet_address(&parts)
        || is_spaced(&parts)
        || is_telephone(&parts)
}

/// `-5`, `+3.5%`, `-$20`; a dash at the beginning of a paragraph is rather an item of a list.
fn is_signed(line: &Line, run: &Range<usize>, parts: &Parts) -> bool {
    let is_item = line.is_first && run.start == 0 && parts.prefix.starts_with('-');
    let is_one = parts.are_separated_by(|text| matches!(text, "." | ","));
    let sign_first = parts.prefix.chars().next().is_some_and(is_sign);
    sign_first && is_one && !is_item
}

/// `2026-11-24`.
fn is_date(parts: &Parts) -> bool {
    let number = |at: usize| parts.groups.get(at).and_then(|group| group.parse::<u32>().ok()).unwrap_or(0);
    parts.prefix.is_empty()
        && parts.lengths() == [4, 2, 2]
        && parts.are_separated_by(is_hyphen)
        && (1..=12).contains(&number(1))
        && (1..=31).contains(&number(2))
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "\u{2010}" | "\u{2011}")
}

/// `1920×1080`, `3 × 4 × 5`.
fn is_dimension(parts: &Parts) -> bool {
    let is_number = |text: &str| matches!(text, "." | ",");
    let times = parts.separators.iter().filter(|text| text.trim() == "\u{D7}").count();
    times > 0 && parts.are_separated_by(|text| text.trim() == "\u{D7}" || is_number(text))
}

/// `192.168.1.1`, with a port or a prefix length.
fn is_internet_address(parts: &Parts) -> bool {
    let byte = |group: &String| group.parse::<u8>().is_ok();
    let dots = parts.separators.iter().take(3).all(|text| text == ".");
    parts.prefix.is_empty()
        && matches!(parts.groups.len(), 4 | 5)
        && dots
        && parts.groups.iter().take(4).all(byte)
        && parts.separators.get(3).is_none_or(|text| matches!(text.as_str(), ":" | "/"))
}

/// `1 234 567`, and the four groups of a bank card.
fn is_spaced(parts: &Parts) -> bool {
    let lengths = parts.lengths();
    let Some((first, rest)) = lengths.split_first() else { return false };
    let is_space = |text: &str| text.chars().all(char::is_whitespace) && text.chars().count() == 1;
    let thousands = *first <= 3 && rest.iter().all(|length| *length == 3);
    let card = *first == 4 && rest.len() == 3 && rest.iter().all(|length| *length == 4);
    let is_zero = parts.groups.first().is_some_and(|group| group.starts_with('0'));
    !rest.is_empty() && parts.are_separated_by(is_space) && ((thousands && !is_zero) || card)
}

/// Seven to fifteen digits in groups, after a sign or with two separators. A date of day, month and year is shown from
/// right to left as a date of year, month and day, and left alone; so are years side by side.
fn is_telephone(parts: &Parts) -> bool {
    let is_separator = |text: &str| {
        let between = text.trim_matches([')', '(']);
        text.chars().count() <= 3 && between.chars().count() <= 1 && is_between(between)
            || matches!(between, ") " | " (" | ")-" | "-(")
    };
    let lengths = parts.lengths();
    let is_date = matches!(lengths[..], [1 | 2, 1 | 2, 4]);
    let are_years =
        parts.groups.iter().all(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")));
    let is_decimal = parts.are_separated_by(|text| text == ".");
    let has_tail = lengths.iter().any(|length| *length >= 3);
    (7..=15).contains(&parts.digits())
        && (parts.prefix.starts_with('+') || parts.separators.len() >= 2)
        && parts.are_separated_by(is_separator)
        && has_tail
        && !(is_date || are_years || (is_decimal && !parts.has_sign()))
}

fn is_between(text: &str) -> bool {
    text.is_empty() || is_hyphen(text) || matches!(text, "." | "\u{2013}") || text.chars().all(char::is_whitespace)
}
