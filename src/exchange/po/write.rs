//! Writing PO.

use std::fmt::Write as _;

use super::{Forms, HASH, NONE, OWN, SLASH, forms};
use crate::exchange::Languages;
use crate::exchange::unit::{Note, Piece, Plural, Segment, Sheet, Unit, fingerprint, raw};

/// The sheets as one PO file.
pub(crate) fn write(sheets: &[Sheet], languages: &Languages<'_>) -> String {
    let forms = forms(languages.target);
    let mut out = header(languages, forms);
    for sheet in sheets {
        for unit in &sheet.units {
            match (&unit.plural, forms) {
                (Some(plural), Some(forms)) if fits(plural, forms) => {
                    plural_entry(&mut out, sheet, unit, plural, forms)
                }
                _ => unit.segments.iter().for_each(|segment| entry(&mut out, sheet, unit, segment)),
            }
        }
    }
    out
}

fn header(languages: &Languages<'_>, forms: Option<&Forms>) -> String {
    let mut out = String::from("msgid \"\"\nmsgstr \"\"\n");
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(out, "\"{}\"", escaped(&format!("{name}: {value}\n")));
    };
    line("Project-Id-Version", languages.project);
    // The same project gives the same bytes: no time of writing.
    line("PO-Revision-Date", "");
    line("Last-Translator", "");
    line("Language-Team", "");
    line("Language", &languages.target.tag().replace('-', "_"));
    line("MIME-Version", "1.0");
    line("Content-Type", "text/plain; charset=UTF-8");
    line("Content-Transfer-Encoding", "8bit");
    if let Some(forms) = forms {
        let (count, expression) = (forms.categories.len(), forms.expression);
        line("Plural-Forms", &format!("nplurals={count}; plural={expression};"));
    }
    line("X-Source-Language", languages.source.tag());
    line("X-Generator", concat!("mizan ", env!("CARGO_PKG_VERSION")));
    out
}

/// Whether the unit has just the forms that gettext counts.
fn fits(plural: &Plural, forms: &Forms) -> bool {
    let has = |name: &&&str| plural.forms.iter().any(|(own, _)| own == **name);
    plural.forms.len() == forms.categories.len()
        && forms.categories.iter().filter(has).count() == forms.categories.len()
}

fn entry(out: &mut String, sheet: &Sheet, unit: &Unit, segment: &Segment) {
    let notes = unit.notes.iter().chain(&segment.note);
    comments(out, sheet, notes, &print(Some(&segment.source)), &print(segment.target.as_ref()));
    let slash = if segment.id.is_empty() { String::new() } else { format!("{SLASH}{}", segment.id) };
    string(out, "msgctxt", &format!("{}{HASH}{}{slash}", sheet.original, unit.id));
    string(out, "msgid", &text(&segment.source));
    string(out, "msgstr", &segment.target.as_deref().map(text).unwrap_or_default());
}

fn plural_entry(out: &mut String, sheet: &Sheet, unit: &Unit, plural: &Plural, forms: &Forms) {
    let form = |name: &&str| {
        let (_, at) = plural.forms.iter().find(|(own, _)| own == name)?;
        unit.segments.get(*at)
    };
    let (Some(one), Some(many)) = (unit.segments.get(plural.singular), unit.segments.get(plural.plural)) else {
        return;
    };
    let segments: Vec<Option<&Segment>> = forms.categories.iter().map(form).collect();
    let own = segments.iter().flatten().filter_map(|segment| segment.note.as_ref());
    let source = format!("{},{}", print(Some(&one.source)), print(Some(&many.source)));
    let prints = segments.iter().map(|segment| print(segment.and_then(|segment| segment.target.as_ref())));
    let prints = prints.collect::<Vec<_>>().join(",");
    comments(out, sheet, unit.notes.iter().chain(own), &source, &prints);
    string(out, "msgctxt", &format!("{}{HASH}{}", sheet.original, unit.id));
    string(out, "msgid", &text(&one.source));
    string(out, "msgid_plural", &text(&many.source));
    for (at, segment) in segments.iter().enumerate() {
        let target = segment.and_then(|segment| segment.target.as_deref()).map(text).unwrap_or_default();
        string(out, &format!("msgstr[{at}]"), &target);
    }
}

fn print(pieces: Option<&Vec<Piece>>) -> String {
    pieces.map_or_else(|| NONE.to_owned(), |pieces| fingerprint(&raw(pieces)))
}

/// A text as PO has it: msgfmt wants both sides to begin and end alike, so neither begins or ends with a line end.
fn text(pieces: &[Piece]) -> String {
    raw(pieces).trim().to_owned()
}

fn comments<'n>(out: &mut String, sheet: &Sheet, notes: impl Iterator<Item = &'n Note>, source: &str, target: &str) {
    out.push('\n');
    for line in notes.flat_map(|note| note.text.lines()) {
        let _ = writeln!(out, "#. {}", line.replace(|c: char| c.is_control(), " "));
    }
    let _ = writeln!(out, "#. {OWN} source={source} target={target}");
    // A path with spaces cannot be told from two.
    if !sheet.original.contains(char::is_whitespace) {
        let _ = writeln!(out, "#: {}", sheet.original);
    }
}

/// A keyword with its string, one line for each line of it.
fn string(out: &mut String, keyword: &str, text: &str) {
    if !text.contains('\n') {
        let _ = writeln!(out, "{keyword} \"{}\"", escaped(text));
        return;
    }
    let _ = writeln!(out, "{keyword} \"\"");
    for line in text.split_inclusive('\n') {
        let _ = writeln!(out, "\"{}\"", escaped(line));
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            other if other.is_ascii_control() => {
                let _ = write!(escaped, "\\{:03o}", u32::from(other));
            }
            other => escaped.push(other),
        }
    }
    escaped
}
