//! The text of `mizan.lock`.

use std::borrow::Cow;
use std::path::PathBuf;

use crate::error::{Error, Kind};
use crate::fingerprint::Fingerprint;
use crate::project::records::{Mark, Record, Records};
use crate::source::Position;

/// The name of the file, in the project's folder.
pub const FILE: &str = "mizan.lock";

/// What every lock begins with; a reader that does not know the number must not guess.
const HEADER: &str = "mizan.lock 1";
const NOTE: &str = "# What each translation was made from. Written by `mizan accept`; commit it, do not edit it.";

/// A line of a lock.
pub(super) enum Line<'a> {
    Empty,
    /// `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`, by its first byte.
    Conflict(u8),
    Record(String, Record),
    Wrong(&'a str),
}

pub(super) fn read_line(line: &str) -> Line<'_> {
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.trim().is_empty() || line.starts_with('#') || line == HEADER {
        return Line::Empty;
    }
    let sign = line.as_bytes().first().copied().unwrap_or_default();
    let is_conflict =
        matches!(sign, b'<' | b'|' | b'=' | b'>') && line.bytes().take_while(|byte| *byte == sign).count() == 7;
    if is_conflict {
        return Line::Conflict(sign);
    }
    record(line).map_or(Line::Wrong(line), |(path, record)| Line::Record(path, record))
}

/// The version that the first line names; `None` where it names none.
pub(super) fn version(text: &str) -> Option<&str> {
    text.lines().find(|line| !line.trim().is_empty())?.trim().strip_prefix("mizan.lock ")
}

pub(super) fn parse(text: &str) -> Result<Records, Error> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let fault = |line: usize, reason: String| -> Error {
        let line = u32::try_from(line + 1).unwrap_or(u32::MAX);
        Kind::Lock { path: PathBuf::from(FILE), at: Position { line, column: 1 }, reason }.into()
    };
    let mut records = Records { is_kept: true, ..Records::default() };
    for (at, line) in text.lines().enumerate() {
        match read_line(line) {
            Line::Empty => {}
            Line::Conflict(_) => {
                return Err(fault(at, "a merge left both versions here: run `mizan accept --merge`".to_owned()));
            }
            Line::Wrong(_) if at == 0 && version(text).is_some() => {
                return Err(fault(at, "this file was written by a newer mizan: update mizan".to_owned()));
            }
            Line::Wrong(line) => {
                let shown: String = line.chars().take(40).collect();
                let reason = format!("not a record: {shown:?}; restore this line from version control");
                return Err(fault(at, reason));
            }
            // A merge without a conflict can leave one path twice, where the lines are apart.
            Line::Record(path, record) => {
                if records.by_path.insert(path.clone(), record).is_some() {
                    return Err(fault(at, format!("{path} has two records: run `mizan accept --merge`")));
                }
            }
        }
    }
    if version(text).is_none() && !text.trim().is_empty() {
        return Err(fault(0, format!("the first line must be `{HEADER}`: restore it from version control")));
    }
    Ok(records)
}

pub(super) fn write(records: &Records) -> String {
    let mut text = format!("{HEADER}\n{NOTE}\n");
    for (path, record) in records.iter() {
        text.extend([&escape(path), "\t", &record.source, "\t", &record.target, "\t"]);
        text.push_str(match record.mark {
            Mark::None => "-",
            Mark::Unchanged => "unchanged",
            Mark::AsIs => "as-is",
        });
        for fingerprint in &record.segments {
            text.push('\t');
            text.push_str(&fingerprint.to_string());
        }
        for (name, fingerprint) in &record.named {
            text.extend(["\t", &escape(name), "=", &fingerprint.to_string()]);
        }
        text.push('\n');
    }
    text
}

fn record(line: &str) -> Option<(String, Record)> {
    let mut parts = line.split('\t');
    let path = unescape(parts.next()?)?;
    let id = |text: Option<&str>| {
        text.filter(|id| id.len() == 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit())).map(str::to_owned)
    };
    let (source, target) = (id(parts.next())?, id(parts.next())?);
    let mark = match parts.next()? {
        "-" => Mark::None,
        "unchanged" => Mark::Unchanged,
        "as-is" => Mark::AsIs,
        _ => return None,
    };
    let mut record = Record { source, target, mark, ..Record::default() };
    for part in parts {
        match part.rsplit_once('=') {
            None => record.segments.push(part.parse().ok()?),
            Some((name, fingerprint)) => {
                let fingerprint: Fingerprint = fingerprint.parse().ok()?;
                record.named.insert(unescape(name)?, fingerprint);
            }
        }
    }
    Some((path, record))
}

/// Control characters, `%`, `=` and signs that begin a comment or a conflict, as `%XX`.
fn escape(text: &str) -> Cow<'_, str> {
    let is_safe = |at: usize, c: char| {
        !(c.is_control() || matches!(c, '%' | '=') || at == 0 && matches!(c, '#' | '<' | '>' | '|'))
    };
    if text.char_indices().all(|(at, c)| is_safe(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if is_safe(at, c) {
            escaped.push(c);
        } else {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().for_each(|byte| escaped.push_str(&format!("%{byte:02X}")));
        }
    }
    Cow::Owned(escaped)
}

fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit =
            || rest.next().and_then(|byte| char::from(byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
        bytes.push(digit()? << 4 | digit()?);
    }
    String::from_utf8(bytes).ok().filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(segments: usize) -> Record {
        let fingerprint = |n: usize| Fingerprint::of(&n.to_string(), "");
        Record {
            source: "a".repeat(40),
            target: "0".repeat(40),
            mark: Mark::None,
            segments: (0..segments).map(fingerprint).collect(),
            named: [("title".to_owned(), fingerprint(99))].into(),
        }
    }

    #[test]
    fn a_lock_is_sorted_and_one_line_for_each_file() {
        let mut records = Records::default();
        records.insert("b/ar.md", record(2));
        records.insert("a/ar.md", Record { mark: Mark::AsIs, ..record(0) });
        let text = records.to_text();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!((lines.len(), lines[0]), (4, HEADER));
        assert!(lines[2].starts_with("a/ar.md\t") && lines[2].contains("\tas-is\ttitle="));
        assert_eq!(lines[3].split('\t').count(), 7);
        assert_eq!(Records::parse(&text).expect("readable"), records);
        assert_eq!(Records::parse(&text.replace('\n', "\r\n")).expect("readable"), records);
    }

    #[test]
    fn what_cannot_be_read_is_placed_and_says_what_to_do() {
        let text = {
            let mut records = Records::default();
            records.insert("a", record(1));
            records.to_text()
        };
        let line = text.lines().last().expect("a record").to_owned();
        for (wrong, at, word) in [
            (text.replace("lock 1", "lock 2"), 1, "newer"),
            (format!("{text}<<<<<<< ours\n"), 4, "--merge"),
            (format!("{text}{line}\n"), 4, "two records"),
            (format!("{text}{}\n", &line[..line.len() - 1]), 4, "restore"),
            (line, 1, "first line"),
            ("garbage\n".to_owned(), 1, "restore"),
        ] {
            let error = Records::parse(&wrong).expect_err("at fault");
            assert_eq!(error.position().map(|at| at.line), Some(at), "{wrong}");
            assert!(error.to_string().contains(word), "{error}");
        }
        assert!(Records::parse("").expect("empty is no record").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_name_is_written_and_read_back(path in "[^\\x00]{1,30}", name in ".{1,20}") {
            let mut records = Records::default();
            records.insert(path, Record { named: [(name, Fingerprint::of("x", "y"))].into(), ..record(1) });
            let text = records.to_text();
            proptest::prop_assert_eq!(text.lines().count(), 3);
            proptest::prop_assert_eq!(Records::parse(&text).expect("readable"), records);
        }

        #[test]
        fn nothing_panics(text in "(mizan.lock 1\n)?([a-z%0-9=\t.-]|\n|=======|<<<<<<< ){0,60}") {
            let _ = Records::parse(&text);
        }
    }
}
