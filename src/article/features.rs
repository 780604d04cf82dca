//! What of a segment survives translation, as numbers that compare fast.

use std::ops::Range;

use crate::article::{Document, SegmentKind};

/// A hash of what survives translation: a number, an address, code.
type Mark = u64;

#[derive(Clone, Debug)]
struct Feature {
    kind: SegmentKind,
    depth: u8,
    block: u32,
    /// Characters.
    length: f32,
    marks: Range<usize>,
    words: Range<usize>,
}

/// The features of all segments of a document.
#[derive(Clone, Debug)]
pub(crate) struct Features {
    segments: Vec<Feature>,
    /// Numbers, addresses and code, sorted within each segment.
    marks: Vec<Mark>,
    /// Latin words, sorted within each segment.
    words: Vec<Mark>,
    characters: f32,
}

impl Features {
    /// The features of `document`; of its Latin words only where `with_words` (they cost the most, and a source needs
    /// them only for a target that has some).
    pub(crate) fn of(document: &Document, with_words: bool) -> Self {
        let mut features = Self {
            segments: Vec::with_capacity(document.segments.len()),
            marks: Vec::new(),
            words: Vec::new(),
            characters: 0.0,
        };
        for segment in &document.segments {
            let (first_mark, first_word) = (features.marks.len(), features.words.len());
            let plain = document.plain(segment);
            let words = if with_words { Some(&mut features.words) } else { None };
            let characters = read_plain(plain, &mut features.marks, words);
            let addresses = document.links(segment).iter().map(|link| link.destination.as_str());
            let images = document.images(segment).iter().map(|image| image.destination.as_str());
            features.marks.extend(addresses.chain(images).map(|address| hash(address_key(address).as_bytes())));
            features.marks.extend(document.codes(segment).iter().map(|code| hash(code.content.trim().as_bytes())));
            features.marks[first_mark..].sort_unstable();
            features.words[first_word..].sort_unstable();
            features.characters += characters;
            features.segments.push(Feature {
                kind: segment.kind,
                depth: segment.depth,
                block: segment.block,
                length: characters,
                marks: first_mark..features.marks.len(),
                words: first_word..features.words.len(),
            });
        }
        features
    }

    pub(crate) fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.segments.len()
    }

    pub(crate) fn kind(&self, at: usize) -> SegmentKind {
        self.segments[at].kind
    }

    fn marks(&self, at: usize) -> &[Mark] {
        &self.marks[self.segments[at].marks.clone()]
    }

    fn words(&self, at: usize) -> &[Mark] {
        &self.words[self.segments[at].words.clone()]
    }

    /// Headings hold the frame: leaving one unpaired costs more.
    pub(crate) fn extra_gap(&self, at: usize) -> f32 {
        if matches!(self.kind(at), SegmentKind::Heading(_)) { 0.8 } else { 0.0 }
    }

    /// Whether two neighbours may have been written as one.
    pub(crate) fn mergeable(&self, first: usize, second: usize) -> bool {
        let (a, b) = (&self.segments[first], &self.segments[second]);
        a.kind == SegmentKind::Paragraph && b.kind == SegmentKind::Paragraph && a.depth == b.depth
    }
}

/// The last part of an address survives both `../x/` and `/ar/x`.
fn address_key(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or(address).trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or(path);
    if last.is_empty() { address } else { last }
}

/// FNV-1a: short keys, compared only with each other.
fn hash(bytes: &[u8]) -> Mark {
    bytes.iter().fold(FNV_START, |hash, byte| step(hash, *byte))
}

const FNV_START: Mark = 0xcbf2_9ce4_8422_2325;

fn step(hash: Mark, byte: u8) -> Mark {
    (hash ^ Mark::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Collects numbers and Latin words; returns the number of characters.
fn read_plain(plain: &str, marks: &mut Vec<Mark>, mut words: Option<&mut Vec<Mark>>) -> f32 {
    let mut characters = 0_u32;
    let mut number: Option<u64> = None;
    let (mut word, mut length) = (FNV_START, 0_u32);
    for character in plain.chars() {
        characters += 1;
        if let Some(digit) = digit_value(character) {
            number = Some(number.unwrap_or(1).wrapping_mul(10).wrapping_add(u64::from(digit)));
        } else if !matches!(character, ',' | '.' | '\u{066B}' | '\u{066C}') {
            marks.extend(number.take());
        }
        if let Some(words) = &mut words {
            if character.is_ascii_alphabetic() {
                let byte = u8::try_from(character.to_ascii_lowercase()).unwrap_or(b'?');
                (word, length) = (step(word, byte), length + 1);
            } else if length > 0 {
                words.extend((length > 1).then_some(word));
                (word, length) = (FNV_START, 0);
            }
        }
    }
    marks.extend(number);
    if let Some(words) = words {
        words.extend((length > 1).then_some(word));
    }
    #[allow(clippy::cast_precision_loss)] // lengths are compared roughly
    let length = characters as f32;
    length
}

/// The value of a Latin, Arabic-Indic or Persian digit.
fn digit_value(character: char) -> Option<u32> {
    match character {
        '0'..='9' => Some(character as u32 - '0' as u32),
        '\u{0660}'..='\u{0669}' => Some(character as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(character as u32 - 0x06F0),
        _ => None,
    }
}

/// Prices of pairing segments, in nats.
pub(crate) struct Weights {
    /// Target characters for each source character.
    ratio: f32,
}

impl Weights {
    pub(crate) fn of(source: &Features, target: &Features) -> Self {
        // Missing parts must not bend the ratio: it stays near what translations have.
        let whole = if source.characters > 0.0 { target.characters / source.characters } else { 1.0 };
        Self { ratio: whole.clamp(0.7, 1.3) }
    }

    /// The price of pairing one with one.
    pub(crate) fn pair(&self, source: &Features, s: usize, target: &Features, t: usize) -> f32 {
        let (a, b) = (&source.segments[s], &target.segments[t]);
        kind_price(a, b)
            + self.length_price(a.length, b.length)
            + marks_price(source.marks(s), target.marks(t))
            + words_price(source.words(s), target.words(t))
    }

    /// The price of source segments `s` and `s + 1` against target segment `t`.
    pub(crate) fn merged(&self, source: &Features, s: usize, target: &Features, t: usize) -> f32 {
        let length = source.segments[s].length + source.segments[s + 1].length;
        let marks = both(source.marks(s), source.marks(s + 1));
        self.length_price(length, target.segments[t].length) + marks_price(&marks, target.marks(t))
    }

    /// The price of source segment `s` against target segments `t` and `t + 1`.
    pub(crate) fn split(&self, source: &Features, s: usize, target: &Features, t: usize) -> f32 {
        let length = target.segments[t].length + target.segments[t + 1].length;
        let marks = both(target.marks(t), target.marks(t + 1));
        self.length_price(source.segments[s].length, length) + marks_price(source.marks(s), &marks)
    }

    /// Whether something that survives translation speaks for this pair, and nothing against it.
    pub(crate) fn evidence(&self, source: &Features, s: usize, target: &Features, t: usize) -> bool {
        let (marks, others) = (source.marks(s), target.marks(t));
        let shared = common(marks, others);
        let words = common(source.words(s), target.words(t));
        let alike = self.length_price(source.segments[s].length, target.segments[t].length) < 2.0;
        alike && shared == marks.len() && shared == others.len() && (shared > 0 || words > 1)
    }

    fn length_price(&self, source: f32, target: f32) -> f32 {
        let expected = source * self.ratio;
        let spread = (6.8 * (source.max(target) + 12.0)).sqrt();
        let delta = (target - expected) / spread;
        (delta * delta / 2.0).min(6.5)
    }
}

fn kind_price(source: &Feature, target: &Feature) -> f32 {
    use SegmentKind::{CodeBlock, Figure, Heading, Html, ListItem, Paragraph, Rule, TableCell};
    let depth = if source.depth == target.depth { 0.0 } else { 1.5 };
    let kind = match (source.kind, target.kind) {
        (Heading(a), Heading(b)) => 1.2 * f32::from(a.abs_diff(b)),
        (TableCell { header: a, column: x }, TableCell { header: b, column: y }) => {
            if (a, x) == (b, y) {
                0.0
            } else {
                4.0
            }
        }
        (ListItem(_), ListItem(_)) => 0.0,
        (a, b) if a == b => 0.0,
        (Paragraph, ListItem(_) | Html) | (ListItem(_) | Html, Paragraph) => 2.5,
        (Paragraph, Heading(_)) | (Heading(_), Paragraph) => 4.5,
        (CodeBlock | Figure | Rule, _) | (_, CodeBlock | Figure | Rule) => 12.0,
        _ => 6.0,
    };
    kind + depth + if source.block == target.block { 0.0 } else { 0.05 }
}

fn marks_price(source: &[Mark], target: &[Mark]) -> f32 {
    if source.is_empty() && target.is_empty() {
        return 0.0;
    }
    let shared = common(source, target);
    let lone = source.len() + target.len() - 2 * shared;
    #[allow(clippy::cast_precision_loss)] // a handful
    let (shared, lone) = (shared as f32, lone as f32);
    (0.9 * lone).min(3.0) - (1.5 * shared).min(4.5)
}

fn words_price(source: &[Mark], target: &[Mark]) -> f32 {
    #[allow(clippy::cast_precision_loss)] // a handful
    let shared = common(source, target) as f32;
    -(0.6 * shared).min(2.4)
}

/// How many marks two sorted lists share, repeats counted.
fn common(one: &[Mark], other: &[Mark]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    shared
}

fn both(one: &[Mark], other: &[Mark]) -> Vec<Mark> {
    let mut all: Vec<Mark> = one.iter().chain(other).copied().collect();
    all.sort_unstable();
    all
}
