//! What of a segment survives translation, as numbers that compare fast.

use std::ops::Range;

use crate::article::{Document, SegmentKind};
use crate::bidi::controls::is_control;

/// A hash of what survives translation: a number, an address, code.
pub(crate) type Mark = u64;

/// How a segment ends, as far as languages agree on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Colon,
    Question,
    Other,
}

#[derive(Clone, Debug)]
pub(crate) struct Feature {
    pub(crate) kind: SegmentKind,
    pub(crate) depth: u8,
    pub(crate) block: u32,
    /// Characters.
    pub(crate) length: f32,
    /// The logarithm of the length.
    pub(crate) log: f32,
    /// Its sentences, of [`Features::all_sentences`].
    pub(crate) sentences: Range<u32>,
    pub(crate) end: End,
    pub(crate) marks: Range<u32>,
}

/// The features of all segments of a document.
#[derive(Clone, Debug)]
pub(crate) struct Features {
    pub(crate) segments: Vec<Feature>,
    /// Numbers, addresses and code, sorted within each segment.
    pub(crate) all_marks: Vec<Mark>,
    /// Characters of each sentence.
    pub(crate) all_sentences: Vec<f32>,
    /// Latin words, sorted within each segment; see [`Features::read_words`].
    pub(crate) all_words: Vec<Mark>,
    word_ranges: Vec<Range<u32>>,
    /// Of running text.
    pub(crate) characters: f32,
    pub(crate) texts: usize,
}

impl Features {
    /// The features of `document`, but for its words.
    pub(crate) fn of(document: &Document) -> Self {
        let mut features = Self {
            segments: Vec::with_capacity(document.segments.len()),
            all_marks: Vec::new(),
            all_sentences: Vec::with_capacity(document.segments.len()),
            all_words: Vec::new(),
            word_ranges: Vec::new(),
            characters: 0.0,
            texts: 0,
        };
        for segment in &document.segments {
            let (first, first_sentence) = (features.all_marks.len(), features.all_sentences.len());
            let mut text = read_plain(document.plain(segment), &mut features.all_marks, &mut features.all_sentences);
            let addresses = document.links(segment).iter().map(|link| link.destination.as_str());
            let images = document.images(segment).iter().map(|image| image.destination.as_str());
            features.all_marks.extend(addresses.chain(images).map(|address| hash(address_key(address).as_bytes())));
            for code in document.codes(segment) {
                if code.block {
                    let lines = code.content.lines().map(str::trim_ascii).filter(|line| !line.is_empty());
                    features.all_marks.extend(lines.take(MOST_LINES).map(|line| hash(line.as_bytes())));
                    text.characters += count(code.content.len());
                } else {
                    let is_around = |c: char| c.is_whitespace() || is_control(c);
                    features.all_marks.push(hash(code.content.trim_matches(is_around).as_bytes()));
                }
            }
            features.all_marks[first..].sort_unstable();
            if matches!(segment.kind, SegmentKind::Paragraph | SegmentKind::ListItem(_)) {
                features.characters += text.characters;
                features.texts += 1;
            }
            features.segments.push(Feature {
                kind: segment.kind,
                depth: segment.depth,
                block: segment.block,
                length: text.characters,
                log: (text.characters + 3.0).ln(),
                sentences: narrow(first_sentence..features.all_sentences.len()),
                end: text.end,
                marks: narrow(first..features.all_marks.len()),
            });
        }
        features
    }

    /// Reads the Latin words of some segments, which cost the most: all, or those among `wanted` (sorted). Returns how
    /// many there are of them, wanted or not.
    pub(crate) fn read_words(
        &mut self,
        document: &Document,
        segments: impl Iterator<Item = usize>,
        wanted: Option<&[Mark]>,
    ) -> usize {
        let mut total = 0;
        self.word_ranges = vec![0..0; self.segments.len()];
        for at in segments {
            let Some(segment) = document.segments.get(at) else { continue };
            let first = self.all_words.len();
            let letters = |byte: &u8| byte.is_ascii_alphabetic();
            for word in document.plain(segment).as_bytes().split(|byte| !letters(byte)).filter(|word| word.len() > 1) {
                total += 1;
                let word = hash(&word.to_ascii_lowercase());
                if wanted.is_none_or(|wanted| wanted.binary_search(&word).is_ok()) {
                    self.all_words.push(word);
                }
            }
            self.all_words[first..].sort_unstable();
            self.word_ranges[at] = narrow(first..self.all_words.len());
        }
        total
    }

    pub(crate) fn len(&self) -> usize {
        self.segments.len()
    }

    pub(crate) fn kind(&self, at: usize) -> SegmentKind {
        self.segments[at].kind
    }

    pub(crate) fn marks(&self, at: usize) -> Range<usize> {
        let range = &self.segments[at].marks;
        range.start as usize..range.end as usize
    }

    pub(crate) fn words(&self, at: usize) -> Range<usize> {
        self.word_ranges.get(at).map_or(0..0, |range| range.start as usize..range.end as usize)
    }

    /// Headings hold the frame: leaving one unpaired costs more.
    pub(crate) fn extra_gap(&self, at: usize) -> f32 {
        if matches!(self.kind(at), SegmentKind::Heading(_)) { 0.8 } else { 0.0 }
    }

    /// Whether two neighbours may have been written as one.
    pub(crate) fn mergeable(&self, first: usize, second: usize) -> bool {
        self.kind(first) == SegmentKind::Paragraph && self.alike(first, second)
    }

    /// Whether two neighbours are blocks of one kind and depth.
    pub(crate) fn alike(&self, first: usize, second: usize) -> bool {
        let (a, b) = (&self.segments[first], &self.segments[second]);
        a.kind == b.kind && a.depth == b.depth
    }
}

fn narrow(range: Range<usize>) -> Range<u32> {
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    narrow(range.start)..narrow(range.end)
}

/// Of a code block, the first lines tell enough.
const MOST_LINES: usize = 40;

/// The last part of an address survives both `../x/` and `/ar/x`.
fn address_key(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or(address).trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or(path);
    if last.is_empty() { address } else { last }
}

/// Quick, and compared only with others of its kind.
fn hash(bytes: &[u8]) -> Mark {
    bytes.chunks(8).fold(bytes.len() as Mark, |hash, chunk| {
        let word = chunk.iter().rev().fold(0, |word, byte| word << 8 | Mark::from(*byte));
        (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95)
    })
}

struct Text {
    characters: f32,
    end: End,
}

/// Digits of three scripts and signs that end sentences are found by their last byte ([`LAST`]) and the byte before it
/// ([`BEFORE`]): a bit in both. All other bytes, most of any text, take one comparison.
const LAST: [u8; 256] = {
    let mut bits = [0; 256];
    let mut at = 0;
    while at < 10 {
        bits[b'0' as usize + at] = ASCII;
        bits[0xA0 + at] = ARABIC;
        bits[0xB0 + at] = PERSIAN;
        at += 1;
    }
    bits[b'.' as usize] = ASCII;
    bits[b'!' as usize] = ASCII;
    bits[b'?' as usize] = ASCII;
    bits[0x9F] |= QUESTION;
    bits[0x81] |= WIDE;
    bits[0x94] |= URDU;
    bits[0x82] |= GENERAL;
    bits[0xA6] |= GENERAL;
    bits
};
const BEFORE: [u8; 256] = {
    let mut bits = [ASCII; 256];
    bits[0xD9] |= ARABIC;
    bits[0xDB] |= PERSIAN | URDU;
    bits[0xD8] |= QUESTION;
    bits[0xBC] |= QUESTION | WIDE;
    bits[0x80] |= GENERAL;
    bits
};
const ASCII: u8 = 1;
const ARABIC: u8 = 1 << 1;
const PERSIAN: u8 = 1 << 2;
const QUESTION: u8 = 1 << 3;
const WIDE: u8 = 1 << 4;
const URDU: u8 = 1 << 5;
const GENERAL: u8 = 1 << 6;

/// Collects numbers and the lengths of sentences; returns what else the text shows.
fn read_plain(plain: &str, marks: &mut Vec<Mark>, sentences: &mut Vec<f32>) -> Text {
    let bytes = plain.as_bytes();
    let mut number: Option<(u64, usize)> = None;
    let mut sentences = Sentences { plain, lengths: sentences, last: 0 };
    let mut before = 0_u8;
    for (at, byte) in bytes.iter().copied().enumerate() {
        let found = LAST[byte as usize] & BEFORE[before as usize];
        before = byte;
        if found == 0 {
            continue;
        }
        if byte.is_ascii_digit() || found & (ARABIC | PERSIAN) != 0 {
            let value = u64::from(byte & 0x0F);
            let start = if byte < 0x80 { at } else { at.saturating_sub(1) };
            let joined = number.filter(|(_, end)| start == *end || plain.get(*end..start).is_some_and(is_joint));
            if joined.is_none() {
                marks.extend(number.map(|number| number.0));
            }
            let sum = joined.map_or(1, |number| number.0);
            number = Some((sum.wrapping_mul(10).wrapping_add(value), at + 1));
        } else {
            sentences.stop(at + 1);
        }
    }
    marks.extend(number.map(|number| number.0));
    let end = match plain.trim_end().chars().next_back() {
        Some(':' | '\u{FF1A}') => End::Colon,
        Some('?' | '\u{061F}' | '\u{FF1F}') => End::Question,
        _ => End::Other,
    };
    sentences.end(plain.len());
    Text { characters: characters(plain), end }
}

/// Whether this stands between the digits of one number.
fn is_joint(between: &str) -> bool {
    matches!(between, "." | "," | "\u{066B}" | "\u{066C}")
}

/// Letters, digits and code, near enough: the true classes of Unicode take long to look up.
fn is_wordlike(character: char) -> bool {
    match character {
        '\0'..='\x7F' => character.is_ascii_alphanumeric(),
        '\u{80}'..='\u{BF}' | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' => {
            false
        }
        _ => true,
    }
}

fn characters(text: &str) -> f32 {
    count(text.bytes().filter(|byte| byte & 0xC0 != 0x80).count())
}

/// Finds sentences: what ends with a full stop, and what is left after the last one.
struct Sentences<'a> {
    plain: &'a str,
    lengths: &'a mut Vec<f32>,
    /// Where the last one ends.
    last: usize,
}

impl Sentences<'_> {
    /// Takes note of a sign that ends sentences, and ends at byte `end`.
    fn stop(&mut self, end: usize) {
        let Some((head, tail)) = self.plain.split_at_checked(end) else { return };
        if !head.ends_with(['.', '!', '?', '\u{061F}', '\u{06D4}', '\u{2026}', '\u{3002}', '\u{FF01}', '\u{FF1F}']) {
            return;
        }
        let closing = |c: char| matches!(c, '"' | '\'' | ')' | ']' | '\u{201D}' | '\u{2019}' | '\u{00BB}');
        let after = tail.trim_start_matches(closing).chars().next();
        // A stop without a space ends no sentence in `example.org`; between Arabic words it does.
        let ends = after.is_none_or(|c| c.is_whitespace() || !c.is_ascii() && is_wordlike(c));
        let is_word = |c: char| is_wordlike(c) || closing(c);
        let mut before = head.strip_suffix('.').unwrap_or(head).trim_end_matches([' ', '\u{A0}']).chars().rev();
        // A letter alone is an initial, or part of an abbreviation.
        let (last, one_more) = (before.next(), before.next());
        let is_full = last.is_some_and(|c| closing(c) || c == '\u{FFFC}')
            || last.is_some_and(is_word) && one_more.is_some_and(is_word);
        if ends && (is_full || !head.ends_with('.')) {
            self.end(end);
        }
    }

    /// Takes what stands since the last end as a sentence, if there is something to read.
    fn end(&mut self, end: usize) {
        let sentence = self.plain.get(self.last..end).unwrap_or_default();
        if sentence.chars().filter(|c| is_wordlike(*c)).take(2).count() > 1 {
            self.lengths.push(characters(sentence.trim_ascii()));
        }
        self.last = end;
    }
}

#[allow(clippy::cast_precision_loss)] // lengths are compared roughly
fn count(length: usize) -> f32 {
    length as f32
}
