//! Reading PO that may come from any tool: comments, flags, contexts, plurals, obsolete entries.

use super::{HASH, NONE, OWN, SLASH};
use crate::exchange::given::{Fault, Given, Parsed, Words};

/// Reads a PO file.
pub(crate) fn read(text: &str) -> Result<Parsed, Fault> {
    let mut reader = Reader::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        reader.line(line.trim_start_matches('\u{FEFF}').trim(), at)?;
        at += line.len();
    }
    reader.finish(at)?;
    let Some(header) = reader.header else { return Err(Fault::new(0, "error-exchange-header", "")) };
    if header.charset.as_deref().is_some_and(|charset| !charset.eq_ignore_ascii_case("utf-8")) {
        return Err(Fault::new(0, "error-exchange-charset", header.charset.unwrap_or_default()));
    }
    Ok(Parsed { source: header.source, target: header.target, texts: reader.texts })
}

#[derive(Default)]
struct Reader {
    header: Option<Header>,
    texts: Vec<Given>,
    entry: Entry,
    last: Option<Key>,
}

#[derive(Default)]
struct Header {
    charset: Option<String>,
    source: String,
    target: String,
}

/// An entry that is being read.
#[derive(Default)]
struct Entry {
    at: Option<usize>,
    source_print: Option<String>,
    target_print: Option<String>,
    fuzzy: bool,
    context: Option<String>,
    id: Option<String>,
    plural: Option<String>,
    /// Of each index, its text.
    strings: Vec<(usize, String)>,
    is_plural: bool,
}

/// Where a string belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Context,
    Id,
    Plural,
    String(usize),
}

/// More forms than any language has are a fault.
const MOST_FORMS: usize = 32;

impl Reader {
    fn line(&mut self, line: &str, at: usize) -> Result<(), Fault> {
        if line.is_empty() {
            self.last = None;
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            // Obsolete entries and what a text was before say nothing of today.
            if comment.starts_with(['~', '|']) {
                return Ok(());
            }
            if !self.entry.strings.is_empty() {
                self.finish(at)?;
            }
            self.comment(comment);
            return Ok(());
        }
        if line.starts_with('"') {
            let Some(key) = self.last else { return Err(Fault::new(at, "error-exchange-po", line)) };
            let more = unquoted(line).ok_or_else(|| Fault::new(at, "error-exchange-po", line))?;
            self.add(key, &more);
            return Ok(());
        }
        let wrong = || Fault::new(at, "error-exchange-po", line);
        let (keyword, rest) = line.split_at(line.find(['"', ' ', '\t']).ok_or_else(wrong)?);
        let key = key(keyword).ok_or_else(wrong)?;
        let starts = matches!(key, Key::Context) || (key == Key::Id && self.entry.id.is_some());
        if starts && self.entry.id.is_some() {
            self.finish(at)?;
        }
        self.entry.at.get_or_insert(at);
        let first = unquoted(rest.trim_start()).ok_or_else(wrong)?;
        match key {
            Key::Context => self.entry.context = Some(String::new()),
            Key::Id => self.entry.id = Some(String::new()),
            Key::Plural => self.entry.plural = Some(String::new()),
            Key::String(index) => {
                self.entry.is_plural |= keyword.ends_with(']');
                self.entry.strings.push((index, String::new()));
            }
        }
        self.add(key, &first);
        self.last = Some(key);
        Ok(())
    }

    fn comment(&mut self, comment: &str) {
        if let Some(flags) = comment.strip_prefix(',') {
            self.entry.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        }
        let Some(own) = comment.strip_prefix('.').and_then(|text| text.trim().strip_prefix(OWN)) else { return };
        for word in own.split_whitespace() {
            match word.split_once('=') {
                Some(("source", print)) => self.entry.source_print = Some(print.to_owned()),
                Some(("target", print)) => self.entry.target_print = Some(print.to_owned()),
                _ => {}
            }
        }
    }

    fn add(&mut self, key: Key, more: &str) {
        let entry = &mut self.entry;
        let text = match key {
            Key::Context => entry.context.as_mut(),
            Key::Id => entry.id.as_mut(),
            Key::Plural => entry.plural.as_mut(),
            Key::String(_) => entry.strings.last_mut().map(|(_, text)| text),
        };
        if let Some(text) = text {
            text.push_str(more);
        }
    }

    fn finish(&mut self, at: usize) -> Result<(), Fault> {
        let entry = std::mem::take(&mut self.entry);
        self.last = None;
        let Some(start) = entry.at else { return Ok(()) };
        let (Some(id), false) = (&entry.id, entry.strings.is_empty()) else {
            return Err(Fault::new(at.min(start), "error-exchange-po", "msgid, msgstr"));
        };
        if id.is_empty() && entry.context.is_none() {
            let text = entry.strings.first().map(|(_, text)| text.as_str()).unwrap_or_default();
            self.header = Some(header(text));
            return Ok(());
        }
        // What has no context of ours was put in by someone else: it is nothing that could be taken.
        let context = entry.context.clone().unwrap_or_default();
        let (original, ids) = context.rsplit_once(HASH).unwrap_or((&context, ""));
        let (unit, segment) = ids.split_once(SLASH).unwrap_or((ids, ""));
        let prints: Vec<&str> = entry.target_print.as_deref().map(|all| all.split(',').collect()).unwrap_or_default();
        for (index, text) in &entry.strings {
            let print =
                prints.get(*index).map(|print| if *print == NONE { String::new() } else { (*print).to_owned() });
            self.texts.push(Given {
                at: start,
                original: original.to_owned(),
                unit: unit.to_owned(),
                segment: if entry.is_plural { format!("[{index}]") } else { segment.to_owned() },
                source: Words::Raw(entry.plural.clone().unwrap_or_else(|| id.clone())),
                target: (!text.trim().is_empty()).then(|| Words::Raw(text.clone())),
                source_print: entry.source_print.clone(),
                target_print: print,
                fuzzy: entry.fuzzy,
            });
        }
        Ok(())
    }
}

fn header(text: &str) -> Header {
    let field = |name: &str| {
        let find = |line: &str| {
            let (own, value) = line.split_once(':')?;
            own.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        };
        text.lines().find_map(find)
    };
    let charset = field("Content-Type").and_then(|value| Some(value.split_once("charset=")?.1.trim().to_owned()));
    Header {
        charset,
        source: field("X-Source-Language").unwrap_or_default(),
        target: field("Language").unwrap_or_default(),
    }
}

fn key(keyword: &str) -> Option<Key> {
    match keyword {
        "msgctxt" => Some(Key::Context),
        "msgid" => Some(Key::Id),
        "msgid_plural" => Some(Key::Plural),
        "msgstr" => Some(Key::String(0)),
        _ => {
            let index = keyword.strip_prefix("msgstr[")?.strip_suffix(']')?.parse().ok()?;
            (index < MOST_FORMS).then_some(Key::String(index))
        }
    }
}

/// The text of a string in quotation marks; `None` where it is not one.
fn unquoted(written: &str) -> Option<String> {
    let inner = written.strip_prefix('"')?.strip_suffix('"').filter(|_| written.len() > 1)?;
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => return None,
            '\\' => text.push(escape(&mut rest)?),
            other => text.push(other),
        }
    }
    Some(text)
}

/// What follows a backslash.
fn escape(rest: &mut std::str::Chars<'_>) -> Option<char> {
    Some(match rest.next()? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{C}',
        'v' => '\u{B}',
        'x' => char::from_u32(digits(rest, 16, 2, 0)?)?,
        digit @ '0'..='7' => char::from_u32(digits(rest, 8, 2, digit.to_digit(8)?).unwrap_or(digit.to_digit(8)?))?,
        other @ ('"' | '\\' | '\'' | '?') => other,
        _ => return None,
    })
}

/// The number that up to `most` digits make, after `value`; `None` where there is none.
fn digits(rest: &mut std::str::Chars<'_>, radix: u32, most: usize, value: u32) -> Option<u32> {
    let mut value = value;
    let mut found = 0;
    while let Some(digit) = rest.clone().next().and_then(|next| next.to_digit(radix)).filter(|_| found < most) {
        rest.next();
        value = value * radix + digit;
        found += 1;
    }
    (found > 0).then_some(value)
}
