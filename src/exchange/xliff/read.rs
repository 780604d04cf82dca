//! Reading XLIFF 2 that may come from any tool, or from anyone: no document type, no entities of its own.

use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::{CATEGORY, CORE, METADATA};
use crate::exchange::given::{Bit, Fault, Given, Parsed, Words};

/// Reads an XLIFF document.
pub(crate) fn read(text: &str) -> Result<Parsed, Fault> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut state = State::default();
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let (namespace, event) =
            reader.read_resolved_event().map_err(|error| Fault::new(at, "error-exchange-xml", error.to_string()))?;
        let room = Room::of(&namespace);
        match event {
            Event::Start(element) => state.start(room, &element, at)?,
            Event::End(element) => state.end(room, element.local_name().as_ref()),
            Event::Text(piece) => state.text(&piece.xml10_content()),
            Event::CData(piece) => state.text(&piece.xml10_content()),
            Event::GeneralRef(reference) => {
                let value = reference.resolve_char_ref().ok().flatten().map(String::from);
                let value =
                    value.or_else(|| quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned));
                let unknown = || Fault::new(at, "error-exchange-entity", &*reference);
                state.text(&value.ok_or_else(unknown)?);
            }
            Event::DocType(_) => return Err(Fault::new(at, "error-exchange-doctype", "")),
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
        }
    }
    if state.depth > 0 || !state.seen_root {
        return Err(Fault::new(text.len(), "error-exchange-xml", "the document is not complete"));
    }
    Ok(state.parsed)
}

/// Which part of XLIFF an element belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Core,
    Metadata,
    Other,
}

impl Room {
    fn of(namespace: &ResolveResult<'_>) -> Self {
        match namespace {
            ResolveResult::Bound(name) if name.as_ref().starts_with(CORE) => Self::Core,
            ResolveResult::Bound(name) if name.as_ref() == METADATA => Self::Metadata,
            _ => Self::Other,
        }
    }
}

#[derive(Default)]
struct State {
    parsed: Parsed,
    seen_root: bool,
    depth: usize,
    original: String,
    unit: String,
    /// The segment that is open.
    segment: Option<Given>,
    /// The source or the target that is open.
    words: Option<Vec<Bit>>,
    /// Fingerprints by segment: of the source, and of the translation.
    prints: HashMap<String, (Option<String>, Option<String>)>,
    /// The group of mizan's own metadata that is open.
    group: Option<String>,
    /// The metadata that is open: its type and its text.
    meta: Option<(String, String)>,
    /// Ids of the paired codes that are open; nothing for an annotation.
    pairs: Vec<Option<String>>,
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|own| own.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

impl State {
    fn start(&mut self, room: Room, element: &BytesStart<'_>, at: usize) -> Result<(), Fault> {
        self.depth += 1;
        let name = element.local_name();
        let name = name.as_ref();
        let value = |name: &str| attribute(element, name).unwrap_or_default();
        if self.depth == 1 {
            let version = value("version");
            if name != "xliff" || room != Room::Core || !version.starts_with("2.") {
                return Err(Fault::new(at, "error-exchange-version", version));
            }
            (self.parsed.source, self.parsed.target) = (value("srcLang"), value("trgLang"));
            self.seen_root = true;
            return Ok(());
        }
        match (room, name) {
            // A tool may have dropped the path; the id tells it too.
            (Room::Core, "file") => self.original = attribute(element, "original").unwrap_or_else(|| value("id")),
            (Room::Core, "unit") => self.unit = value("id"),
            (Room::Core, "segment") => {
                self.segment = Some(Given {
                    at,
                    original: self.original.clone(),
                    unit: self.unit.clone(),
                    segment: value("id"),
                    ..Given::default()
                });
            }
            (Room::Core, "source" | "target") if self.segment.is_some() => self.words = Some(Vec::new()),
            (Room::Core, _) => self.code(name, element),
            (Room::Metadata, "metaGroup") if value("category") == CATEGORY => self.group = Some(value("id")),
            (Room::Metadata, "meta") if self.group.is_some() => self.meta = Some((value("type"), String::new())),
            _ => {}
        }
        Ok(())
    }

    fn code(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(words) = &mut self.words else { return };
        let value = |name: &str| attribute(element, name);
        // What a tool has copied stands for what it was copied from.
        let id = || value("copyOf").or_else(|| value("id")).unwrap_or_default();
        match name {
            "ph" => words.push(Bit::Code(id())),
            "pc" => {
                words.push(Bit::Open(id()));
                self.pairs.push(Some(id()));
            }
            "sc" => words.push(Bit::Open(id())),
            "ec" => words.push(Bit::Close(value("startRef").unwrap_or_else(id))),
            "mrk" => self.pairs.push(None),
            "cp" => {
                let character =
                    value("hex").and_then(|hex| u32::from_str_radix(&hex, 16).ok()).and_then(char::from_u32);
                words.extend(character.map(|character| Bit::Text(character.to_string())));
            }
            _ => {}
        }
    }

    fn end(&mut self, room: Room, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        match (room, name) {
            (Room::Core, "pc" | "mrk") => {
                if let (Some(Some(id)), Some(words)) = (self.pairs.pop(), &mut self.words) {
                    words.push(Bit::Close(id));
                }
            }
            (Room::Core, "source" | "target") => {
                if let (Some(bits), Some(segment)) = (self.words.take(), &mut self.segment) {
                    let words = Words::Coded(joined(bits));
                    match name {
                        "source" => segment.source = words,
                        _ => segment.target = Some(words),
                    }
                }
                self.pairs.clear();
            }
            (Room::Core, "segment") => {
                if let Some(mut segment) = self.segment.take() {
                    (segment.source_print, segment.target_print) =
                        self.prints.get(&segment.segment).cloned().unwrap_or_default();
                    self.parsed.texts.push(segment);
                }
            }
            (Room::Core, "unit") => self.prints.clear(),
            (Room::Metadata, "meta") => {
                let (Some((kind, text)), Some(group)) = (self.meta.take(), &self.group) else { return };
                let prints = self.prints.entry(group.clone()).or_default();
                match kind.as_str() {
                    "source" => prints.0 = Some(text.trim().to_owned()),
                    "target" => prints.1 = Some(text.trim().to_owned()),
                    _ => {}
                }
            }
            (Room::Metadata, "metaGroup") => self.group = None,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, meta)) = &mut self.meta {
            meta.push_str(text);
        } else if let Some(words) = &mut self.words {
            words.push(Bit::Text(text.to_owned()));
        }
    }
}

/// Words that come in several events as one.
fn joined(bits: Vec<Bit>) -> Vec<Bit> {
    let mut joined: Vec<Bit> = Vec::with_capacity(bits.len());
    for bit in bits {
        match (joined.last_mut(), bit) {
            (Some(Bit::Text(last)), Bit::Text(text)) => last.push_str(&text),
            (_, bit) => joined.push(bit),
        }
    }
    joined
}
