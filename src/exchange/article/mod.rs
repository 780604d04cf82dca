//! Articles: their fields and blocks as units, and units that came back as changes of a file.

mod escape;
mod front;
mod html;
mod inline;
mod insert;
mod verify;
mod write;

use std::collections::HashMap;

use crate::article::{Alignment, Document, SegmentKind, Value};
use crate::error::Error;
use crate::exchange::codes;
use crate::exchange::unit::{Code, CodeKind, Note, Piece, Segment, Sheet, Unit, fingerprint, has_words, raw, token};
use crate::phrase::Phrase;
use crate::project::{Article, Project};
use crate::words::Words;

use inline::{Content, contents};

/// An article as it is now, in both languages, with its units.
pub(crate) struct Loaded {
    pub(crate) sheet: Sheet,
    /// Of each unit: what it is in the two files.
    stands: Vec<Stand>,
    source: Version,
    target: Option<Version>,
    /// Where the translation stands, or would stand.
    pub(crate) path: String,
    shared: Vec<String>,
}

/// One language version, read.
struct Version {
    document: Document,
    /// Of each segment.
    contents: Vec<Content>,
}

/// What a unit is in the two files.
#[derive(Clone, Debug)]
enum Stand {
    /// A field of the front matter.
    Field(String),
    /// Segments.
    Block { source: Vec<usize>, target: Vec<usize> },
}

impl Version {
    fn new(document: Document) -> Self {
        let contents = contents(&document);
        Self { document, contents }
    }

    /// The text of these segments, with a code where one paragraph ends.
    fn pieces(&self, segments: &[usize]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, segment) in segments.iter().enumerate() {
            if at > 0 {
                pieces.push(Piece::Code(paragraph_end()));
            }
            pieces.extend(self.contents.get(*segment).into_iter().flat_map(|content| content.pieces.iter().cloned()));
        }
        pieces
    }
}

fn paragraph_end() -> Code {
    let (key, raw) = ("paragraph".to_owned(), "\n\n".to_owned());
    Code { key, raw, kind: CodeKind::Paragraph, ..Code::default() }
}

/// Reads an article that has a source, and its translation where there is one; with notes where there are words for
/// them.
pub(crate) fn load(
    project: &Project,
    article: &Article,
    locale: usize,
    words: Option<&Words>,
) -> Result<Option<Loaded>, Error> {
    let Some(variant) = article.source() else { return Ok(None) };
    let source = Version::new(project.document(variant)?);
    let target = article.variant(locale).map(|own| project.document(own)).transpose()?.map(Version::new);
    let config = project.collections().get(article.collection).map(|collection| &collection.config);
    let path = project.expected_path(article, locale).unwrap_or_default();
    let mut loaded = Loaded {
        sheet: Sheet { original: variant.path.to_string(), ..Sheet::default() },
        stands: Vec::new(),
        source,
        target,
        path,
        shared: config.map(|config| config.shared.clone()).unwrap_or_default(),
    };
    if let Some(words) = words {
        let about = Phrase::new("exchange-note-article").with("key", article.key.as_str());
        loaded.sheet.notes.push(note(words, &about.with("path", loaded.path.as_str())));
    }
    for name in config.map(|config| config.translated.as_slice()).unwrap_or_default() {
        loaded.add_field(name, words);
    }
    loaded.add_blocks(words);
    Ok(Some(loaded))
}

fn note(words: &Words, phrase: &Phrase) -> Note {
    Note { category: "context", text: words.say(phrase) }
}

impl Loaded {
    fn add_field(&mut self, name: &str, words: Option<&Words>) {
        let text = |version: &Version| match &version.document.front.get(name)?.value {
            Value::Text(text) if !text.trim().is_empty() => Some(vec![Piece::Text(text.clone())]),
            _ => None,
        };
        let Some(source) = text(&self.source).filter(|pieces| has_words(pieces)) else { return };
        let target = self.target.as_ref().and_then(text);
        let segment = Segment { source, target, ..Segment::default() };
        let about = words.map(|words| note(words, &Phrase::new("exchange-note-field").with("name", name)));
        self.sheet.units.push(Unit {
            id: token(&format!("front.{name}")),
            name: Some(name.to_owned()),
            kind: "field",
            notes: about.into_iter().collect(),
            segments: vec![segment],
            plural: None,
        });
        self.stands.push(Stand::Field(name.to_owned()));
    }

    fn add_blocks(&mut self, words: Option<&Words>) {
        let mut seen: HashMap<String, u32> = HashMap::new();
        let mut section: Option<String> = None;
        for (source, target) in self.groups() {
            let Some(first) = source.first().and_then(|at| self.source.document.segments.get(*at)) else { continue };
            let context = section.clone();
            if matches!(first.kind, SegmentKind::Heading(_)) {
                section = Some(self.source.document.plain(first).trim().to_owned());
            }
            let kind = kind_name(first.kind);
            let mut pieces = self.source.pieces(&source);
            if !has_words(&pieces) {
                continue;
            }
            // A text is known by what it says: what is added or moved around it changes nothing for it.
            let mut id: String = fingerprint(&raw(&pieces)).chars().take(12).collect();
            let count = seen.entry(id.clone()).or_default();
            *count += 1;
            if *count > 1 {
                id = format!("{id}-{count}");
            }
            let mut translated =
                self.target.as_ref().filter(|_| !target.is_empty()).map(|version| version.pieces(&target));
            codes::number(&mut pieces, translated.as_deref_mut(), "");
            let about = words
                .zip(context)
                .map(|(words, heading)| note(words, &Phrase::new("exchange-note-section").with("heading", heading)));
            self.sheet.units.push(Unit {
                id,
                name: None,
                kind,
                notes: about.into_iter().collect(),
                segments: vec![Segment { source: pieces, target: translated, ..Segment::default() }],
                plural: None,
            });
            self.stands.push(Stand::Block { source, target });
        }
    }

    /// Which segments belong together, in the source's order.
    fn groups(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let Some(target) = &self.target else {
            return (0..self.source.contents.len()).map(|at| (vec![at], Vec::new())).collect();
        };
        let indices = |list: &[u32]| list.iter().map(|at| *at as usize).collect();
        let groups = Alignment::of(&self.source.document, &target.document).groups;
        groups.iter().map(|group| (indices(&group.source), indices(&group.target))).collect()
    }
}

fn kind_name(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Heading(_) => "heading",
        SegmentKind::Paragraph => "paragraph",
        SegmentKind::ListItem(_) => "list-item",
        SegmentKind::TableCell { .. } => "table-cell",
        SegmentKind::Footnote => "footnote",
        SegmentKind::Html => "html",
        SegmentKind::Figure => "figure",
        SegmentKind::CodeBlock | SegmentKind::Rule => "other",
    }
}

/// All that a document says, as a reader takes it.
#[cfg(test)]
pub(crate) fn flats(text: &str) -> String {
    let version = Version::new(Document::parse("a.md", text.to_owned()));
    version.contents.iter().map(|content| crate::exchange::unit::flat(&content.pieces)).collect()
}
