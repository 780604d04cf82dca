//! Writing XLIFF.

use std::collections::HashMap;
use std::fmt::Write as _;

use quick_xml::escape::{escape, partial_escape};

use crate::exchange::Languages;
use crate::exchange::codes::shown;
use crate::exchange::unit::{Code, CodeKind, Note, Piece, Segment, Sheet, State, Unit, fingerprint, raw, token};

/// The sheets as one XLIFF document.
pub(crate) fn write(sheets: &[Sheet], languages: &Languages<'_>) -> String {
    let (source, target) = (languages.source, languages.target);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"");
    out.push_str(" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" version=\"2.1\"");
    attribute(&mut out, "srcLang", source.tag());
    attribute(&mut out, "trgLang", target.tag());
    out.push_str(">\n");
    // A file element must have a unit.
    for sheet in sheets.iter().filter(|sheet| !sheet.units.is_empty()) {
        out.push_str("  <file");
        attribute(&mut out, "id", &token(&sheet.original));
        attribute(&mut out, "original", &sheet.original);
        // Texts are the blocks of the file: cut otherwise, they could not be put back.
        attribute(&mut out, "canResegment", "no");
        attribute(&mut out, "srcDir", source.direction().as_str());
        attribute(&mut out, "trgDir", target.direction().as_str());
        out.push_str(" xml:space=\"preserve\">\n");
        notes(&mut out, "    ", sheet.notes.iter().map(|note| (note, None)));
        for unit in &sheet.units {
            write_unit(&mut out, unit);
        }
        out.push_str("  </file>\n");
    }
    out.push_str("</xliff>\n");
    out
}

fn attribute(out: &mut String, name: &str, value: &str) {
    let value = valid(value, |_, _| {});
    let value = escape(value.as_str()).replace('\n', "&#10;").replace('\t', "&#9;").replace('\r', "&#13;");
    let _ = write!(out, " {name}=\"{value}\"");
}

/// `text` without characters that XML cannot have: `other` is given each.
fn valid(text: &str, mut other: impl FnMut(&mut String, char)) -> String {
    let mut valid = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => {
                valid.push(character)
            }
            character => other(&mut valid, character),
        }
    }
    valid
}

/// Words as the content of an element; what XML cannot have is written as `<cp>`.
fn words(out: &mut String, text: &str) {
    // Marks of the code points, which must outlive the escaping: no text has them, as XML cannot.
    let marked = valid(text, |valid, character| {
        let _ = write!(valid, "\u{1}{:04X}\u{2}", u32::from(character));
    });
    let escaped = partial_escape(marked.as_str()).replace('\r', "&#13;");
    out.push_str(&escaped.replace('\u{1}', "<cp hex=\"").replace('\u{2}', "\"/>"));
}

/// Notes, each with the segment that it is about, where it is about one of several.
fn notes<'n>(out: &mut String, indent: &str, notes: impl Iterator<Item = (&'n Note, Option<&'n str>)>) {
    let mut notes = notes.peekable();
    if notes.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "{indent}<notes>");
    for (note, about) in notes {
        let _ = write!(out, "{indent}  <note");
        attribute(out, "category", note.category);
        out.push('>');
        if let Some(about) = about {
            words(out, &format!("{about}: "));
        }
        let text = valid(&note.text, |_, _| {});
        words(out, &text);
        out.push_str("</note>\n");
    }
    let _ = writeln!(out, "{indent}</notes>");
}

fn write_unit(out: &mut String, unit: &Unit) {
    out.push_str("    <unit");
    attribute(out, "id", &unit.id);
    if let Some(name) = &unit.name {
        attribute(out, "name", name);
    }
    attribute(out, "type", &format!("mizan:{}", unit.kind));
    out.push_str(">\n");
    metadata(out, unit);
    let own = unit.segments.iter().filter_map(|segment| Some((segment.note.as_ref()?, Some(segment.id.as_str()))));
    notes(out, "      ", unit.notes.iter().map(|note| (note, None)).chain(own));
    let data = Data::of(unit);
    data.write(out);
    for segment in &unit.segments {
        write_segment(out, segment, &data);
    }
    out.push_str("    </unit>\n");
}

/// What import needs to tell whether a text has changed meanwhile.
fn metadata(out: &mut String, unit: &Unit) {
    out.push_str("      <mda:metadata>\n");
    for segment in &unit.segments {
        out.push_str("        <mda:metaGroup");
        if !segment.id.is_empty() {
            attribute(out, "id", &segment.id);
        }
        attribute(out, "category", super::CATEGORY);
        let target = segment.target.as_ref().map(|target| fingerprint(&raw(target))).unwrap_or_default();
        let source = fingerprint(&raw(&segment.source));
        let _ = write!(out, "><mda:meta type=\"source\">{source}</mda:meta>");
        let _ = writeln!(out, "<mda:meta type=\"target\">{target}</mda:meta></mda:metaGroup>");
    }
    out.push_str("      </mda:metadata>\n");
}

/// The markup that the codes of a unit stand for, each once.
#[derive(Default)]
struct Data<'u> {
    ids: HashMap<&'u str, usize>,
    texts: Vec<&'u str>,
}

impl<'u> Data<'u> {
    fn of(unit: &'u Unit) -> Self {
        let mut data = Self::default();
        let targets = unit.segments.iter().flat_map(|segment| segment.target.iter().flatten());
        for piece in unit.segments.iter().flat_map(|segment| &segment.source).chain(targets) {
            match piece {
                Piece::Code(code) => data.add(&code.raw),
                Piece::Open(code) => {
                    data.add(&code.raw);
                    data.add(&code.raw_end);
                }
                Piece::Text(_) | Piece::Close(_) => {}
            }
        }
        data
    }

    fn add(&mut self, text: &'u str) {
        if !self.ids.contains_key(text) {
            self.texts.push(text);
            self.ids.insert(text, self.texts.len());
        }
    }

    fn id(&self, text: &str) -> String {
        format!("d{}", self.ids.get(text).copied().unwrap_or_default())
    }

    fn write(&self, out: &mut String) {
        if self.texts.is_empty() {
            return;
        }
        out.push_str("      <originalData>\n");
        for (at, text) in self.texts.iter().enumerate() {
            let _ = write!(out, "        <data id=\"d{}\" dir=\"ltr\">", at + 1);
            words(out, text);
            out.push_str("</data>\n");
        }
        out.push_str("      </originalData>\n");
    }
}

fn write_segment(out: &mut String, segment: &Segment, data: &Data<'_>) {
    out.push_str("      <segment");
    if !segment.id.is_empty() {
        attribute(out, "id", &segment.id);
    }
    match segment.state() {
        State::Initial => attribute(out, "state", "initial"),
        State::Translated => attribute(out, "state", "translated"),
    }
    out.push_str(">\n        <source>");
    pieces(out, &segment.source, data);
    out.push_str("</source>\n");
    if let Some(target) = &segment.target {
        out.push_str("        <target>");
        pieces(out, target, data);
        out.push_str("</target>\n");
    }
    out.push_str("      </segment>\n");
}

fn pieces(out: &mut String, pieces: &[Piece], data: &Data<'_>) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => words(out, text),
            Piece::Code(code) => {
                out.push_str("<ph");
                attribute(out, "id", &code.id);
                attribute(out, "dataRef", &data.id(&code.raw));
                if let Some(value) = &code.value {
                    attribute(out, "equiv", value);
                }
                attribute(out, "disp", &shown(code));
                traits(out, code);
                out.push_str("/>");
            }
            Piece::Open(code) => {
                out.push_str("<pc");
                attribute(out, "id", &code.id);
                attribute(out, "dataRefStart", &data.id(&code.raw));
                attribute(out, "dataRefEnd", &data.id(&code.raw_end));
                attribute(out, "dispStart", code.raw.trim());
                attribute(out, "dispEnd", code.raw_end.trim());
                traits(out, code);
                out.push('>');
            }
            Piece::Close(_) => out.push_str("</pc>"),
        }
    }
}

/// What kind of code it is, and what may be done with it.
fn traits(out: &mut String, code: &Code) {
    let (kind, sub) = match code.kind {
        CodeKind::Emphasis => ("fmt", Some("xlf:i")),
        CodeKind::Strong => ("fmt", Some("xlf:b")),
        CodeKind::Break => ("fmt", Some("xlf:lb")),
        CodeKind::Paragraph => ("fmt", Some("mizan:paragraph")),
        CodeKind::Link => ("link", None),
        CodeKind::Image => ("image", None),
        CodeKind::Variable => ("ui", Some("xlf:var")),
        CodeKind::Other => ("other", None),
    };
    attribute(out, "type", kind);
    if let Some(sub) = sub {
        attribute(out, "subType", sub);
    }
    if !code.free {
        out.push_str(" canCopy=\"no\" canDelete=\"no\"");
    }
}
