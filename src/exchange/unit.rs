//! What is exchanged, in no format yet: sheets of units, and texts as pieces.

/// The texts of one source file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Path of the source's file below the project's folder.
    pub original: String,
    /// What the translator should know of the file.
    pub notes: Vec<Note>,
    /// Its texts, in order.
    pub units: Vec<Unit>,
}

/// One text: a block of an article, a field of its front matter, a part of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its id, unique in its sheet; an XML name token.
    pub id: String,
    /// What it is called, where it has a name: a field's, or a message's.
    pub name: Option<String>,
    /// What it is: `heading`, `paragraph`, `message` and the like.
    pub kind: &'static str,
    /// What the translator should know of it.
    pub notes: Vec<Note>,
    /// Usually one; one for each variant where a message selects.
    pub segments: Vec<Segment>,
    /// Where these are the plural forms of one text and nothing else: which is which.
    pub plural: Option<Plural>,
}

/// A text with its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// Its id, unique in its unit; empty where it is the only one.
    pub id: String,
    /// The source.
    pub source: Vec<Piece>,
    /// The translation, where there is one.
    pub target: Option<Vec<Piece>>,
    /// What the translator should know of it alone.
    pub note: Option<Note>,
}

/// The plural forms of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plural {
    /// Index of the segment whose source is the singular.
    pub singular: usize,
    /// Index of the segment whose source is the plural.
    pub plural: usize,
    /// Of each CLDR category: the index of the segment.
    pub forms: Vec<(String, usize)>,
}

/// A remark for the translator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// `context`, `comment` or `plural`.
    pub category: &'static str,
    /// The remark.
    pub text: String,
}

/// How far a translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There is none yet.
    Initial,
    /// There is one.
    Translated,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, as they are written.
    Text(String),
    /// A code that stands alone: inline code, a placeable, a footnote's mark.
    Code(Code),
    /// The start of what a pair of codes embraces: a link's text, emphasis.
    Open(Code),
    /// Its end.
    Close(Code),
}

/// Markup that a translator moves but does not change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// Its id in its unit; the same for what is the same in both languages.
    pub id: String,
    /// What makes it the same as another.
    pub key: String,
    /// As written; of a pair, its start.
    pub raw: String,
    /// Of a pair, its end as written.
    pub raw_end: String,
    /// What it is.
    pub kind: CodeKind,
    /// The text that it stands for, where it is text written otherwise: `&amp;`, `\*`.
    pub value: Option<String>,
    /// Whether a translation may leave it out, repeat it, or have one that the source has not.
    pub free: bool,
}

/// What a code is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeKind {
    /// Inline code, a tag, a footnote's mark, and all else.
    #[default]
    Other,
    /// `*…*`.
    Emphasis,
    /// `**…**`.
    Strong,
    /// A line break.
    Break,
    /// The end of a paragraph within one text: two paragraphs translate one, or one two.
    Paragraph,
    /// A link, or an address.
    Link,
    /// An image.
    Image,
    /// A placeable.
    Variable,
}

/// Stands before and after the key of a code in [`flat`]; texts hold it nowhere else.
const MARK: char = '\u{FFFC}';

impl Segment {
    /// How far its translation is. The one place that decides it: where records tell that a translation is stale, it
    /// becomes initial again.
    #[must_use]
    pub fn state(&self) -> State {
        // What still says the source's words was never translated.
        let says = |pieces: &[Piece]| {
            pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if text.contains(char::is_alphabetic)))
        };
        let is_copy = self.target.as_ref().is_some_and(|target| says(target) && raw(target) == raw(&self.source));
        if self.target.is_some() && !is_copy { State::Translated } else { State::Initial }
    }
}

/// The pieces as they are written in a file, on one line.
#[must_use]
pub(crate) fn raw(pieces: &[Piece]) -> String {
    let written = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.as_str(),
        Piece::Code(code) | Piece::Open(code) => &code.raw,
        Piece::Close(code) => &code.raw_end,
    });
    written.collect()
}

/// The pieces as a reader takes them: two texts are the same where these are, however they are written.
#[must_use]
pub(crate) fn flat(pieces: &[Piece]) -> String {
    let mut flat = String::new();
    let mark = |flat: &mut String, sign: &str, key: &str| {
        flat.extend([MARK]);
        flat.push_str(sign);
        flat.push_str(key);
        flat.extend([MARK]);
    };
    for piece in pieces {
        match piece {
            Piece::Text(text) => flat.push_str(text),
            Piece::Code(Code { value: Some(value), .. }) => flat.push_str(value),
            Piece::Code(code) => mark(&mut flat, "", &code.key),
            Piece::Open(code) => mark(&mut flat, "<", &code.key),
            Piece::Close(code) => mark(&mut flat, ">", &code.key),
        }
    }
    flat.trim().to_owned()
}

/// Adds words, to those before them where there are some.
pub(crate) fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

/// Whether there are words to translate.
pub(crate) fn has_words(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Text(text) => text.contains(char::is_alphabetic),
        // An address stands for itself, but is no word.
        Piece::Code(code) => {
            code.free && code.value.as_deref().is_some_and(|value| value.contains(char::is_alphabetic))
        }
        Piece::Open(_) | Piece::Close(_) => false,
    })
}

/// Eight bytes of a text's hash: enough to tell whether it is the text that was exported.
#[must_use]
pub(crate) fn fingerprint(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().chars().take(16).collect()
}

/// `text` as an XML name token: what is no letter, digit, `-`, `.` or `_` of ASCII is written by its number.
#[must_use]
pub(crate) fn token(text: &str) -> String {
    let mut token = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' => token.push(character),
            '/' => token.push(':'),
            other => token.push_str(&format!("_x{:x}_", u32::from(other))),
        }
    }
    token
}
