//! What of a segment survives translation, as numbers that compare fast.

use std::ops::Range;

use crate::article::{Document, SegmentKind};

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
    pub(crate) sentences: u16,
    pub(crate) end: End,
    pub(crate) marks: Range<u32>,
}

/// The features of all segments of a document.
#[derive(Clone, Debug)]
pub(crate) struct Features {
    pub(crate) segments: Vec<Feature>,
    /// Numbers, addresses and code, sorted within each segment.
    pub(crate) all_marks: Vec<Mark>,
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
            all_words: Vec::new(),
            word_ranges: Vec::new(),
            characters: 0.0,
            texts: 0,
        };
        for segment in &document.segments {
            let first = features.all_marks.len();
            let mut text = read_plain(document.plain(segment), &mut features.all_marks);
            let addresses = document.links(segment).iter().map(|link| link.destination.as_str());
            let images = document.images(segment).iter().map(|image| image.destination.as_str());
            features.all_marks.extend(addresses.chain(images).map(|address| hash(address_key(address).as_bytes())));
            for code in document.codes(segment) {
                if code.block {
                    let lines = code.content.lines().map(str::trim_ascii).filter(|line| !line.is_empty());
                    features.all_marks.extend(lines.take(MOST_LINES).map(|line| hash(line.as_bytes())));
                    text.characters += count(code.content.len());
                } else {
                    features.all_marks.push(hash(code.content.trim().as_bytes()));
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
                sentences: text.sentences,
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
    sentences: u16,
    end: End,
}

/// Collects numbers; returns what else the text shows.
fn read_plain(plain: &str, marks: &mut Vec<Mark>) -> Text {
    let bytes = plain.as_bytes();
    let mut number: Option<(u64, usize)> = None;
    let mut sentences = Sentences { plain, count: 0, last: 0 };
    let (mut before, mut continued) = (0_u8, 0_u32);
    for (at, byte) in bytes.iter().copied().enumerate() {
        // Digits of three scripts, and signs that end sentences, by their last bytes: no branch for all other bytes.
        let digit = byte.is_ascii_digit()
            | ((before == 0xD9) & (byte.wrapping_sub(0xA0) < 10))
            | ((before == 0xDB) & (byte.wrapping_sub(0xB0) < 10));
        let stop = (byte == b'.')
            | (byte == b'!')
            | (byte == b'?')
            | ((byte == 0x9F) & ((before == 0xD8) | (before == 0xBC)))
            | ((byte == 0x81) & (before == 0xBC))
            | ((byte == 0x94) & (before == 0xDB))
            | ((byte == 0x82) & (before == 0x80))
            | ((byte == 0xA6) & (before == 0x80));
        continued += u32::from(byte & 0xC0 == 0x80);
        before = byte;
        if digit {
            let value = u64::from(if byte < 0x80 { byte - b'0' } else { byte & 0x0F });
            let (sum, end) = number.unwrap_or((1, at));
            let start = if byte < 0x80 { at } else { at.saturating_sub(1) };
            let joined = start == end || start <= end + 2 && plain.get(end..start).is_some_and(is_joint);
            let sum = if joined || number.is_none() { sum } else { 1 };
            if !joined {
                marks.extend(number.map(|number| number.0));
            }
            number = Some((sum.wrapping_mul(10).wrapping_add(value), at + 1));
        } else if stop {
            sentences.stop(at + 1);
        }
    }
    marks.extend(number.map(|number| number.0));
    let end = match plain.trim_end().chars().next_back() {
        Some(':' | '\u{FF1A}') => End::Colon,
        Some('?' | '\u{061F}' | '\u{FF1F}') => End::Question,
        _ => End::Other,
    };
    let characters = count(plain.len()) - count(continued as usize);
    Text { characters, sentences: sentences.total(), end }
}

/// Whether this stands between the digits of one number.
fn is_joint(between: &str) -> bool {
    matches!(between, "." | "," | "\u{066B}" | "\u{066C}")
}

/// Counts sentences: what ends with a full stop, and what is left after the last one.
struct Sentences<'a> {
    plain: &'a str,
    count: u16,
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
        let ends = after.is_none_or(|c| c.is_whitespace() || !c.is_ascii() && c.is_alphabetic());
        let is_word = |c: char| c.is_alphanumeric() || closing(c) || c == '\u{FFFC}';
        let mut before = head.strip_suffix('.').unwrap_or(head).trim_end_matches([' ', '\u{A0}']).chars().rev();
        // A letter alone is an initial, or part of an abbreviation.
        let (last, one_more) = (before.next(), before.next());
        let is_full = last.is_some_and(|c| !c.is_alphanumeric() && is_word(c))
            || last.is_some_and(is_word) && one_more.is_some_and(is_word);
        if ends && (is_full || !head.ends_with('.')) {
            self.count = self.count.saturating_add(u16::from(self.has_rest(end)));
            self.last = end;
        }
    }

    /// Whether there is something to read since the last end.
    fn has_rest(&self, end: usize) -> bool {
        let rest = self.plain.get(self.last..end).unwrap_or_default();
        rest.chars().filter(|c| c.is_alphanumeric() || *c == '\u{FFFC}').take(2).count() > 1
    }

    fn total(&self) -> u16 {
        self.count.saturating_add(u16::from(self.has_rest(self.plain.len())))
    }
}

#[allow(clippy::cast_precision_loss)] // lengths are compared roughly
fn count(length: usize) -> f32 {
    length as f32
}
