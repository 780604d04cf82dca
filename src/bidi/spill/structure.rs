//! Parts that are phrases as a whole: code, addresses, links, emphasis, quotations, and what is isolated already.

use std::ops::Range;

use crate::bidi::class::first_strong;
use crate::bidi::controls::{FSI, LRI, PDI, RLI};
use crate::bidi::spill::atoms::is_abbreviation;
use crate::bidi::spill::line::{Line, Role};
use crate::bidi::spill::{Part, PartKind, SpillKind};
use crate::locale::Direction;

/// A part of a line that is one phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// What is to be isolated.
    pub(super) inner: Range<usize>,
    /// The same with its quotation marks or controls.
    pub(super) outer: Range<usize>,
    pub(super) kind: ItemKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    Phrase(SpillKind),
    /// Isolated already, with this direction inside.
    Isolated(Direction),
}

/// The parts of a line that are phrases, apart from each other.
#[derive(Debug, Default)]
pub(super) struct Items {
    pub(super) list: Vec<Item>,
    /// Edges of parts that are no phrases themselves: nothing joins across.
    walls: Vec<usize>,
    /// Edges of all parts, with whether a part begins there: no phrase holds one edge of a part without the other.
    edges: Vec<(usize, bool)>,
}

impl Items {
    /// Finds the items of a line. `parts` are those inside of it, in order, outer before inner.
    pub(super) fn of(line: &mut Line, text: &str, parts: &[Part]) -> Self {
        let mut items = Self::default();
        for (index, part) in parts.iter().enumerate() {
            items.part(line, text, part, parts.get(index + 1..).unwrap_or_default());
        }
        items.walls.sort_unstable();
        items.edges.sort_unstable();
        for item in controls(line).into_iter().chain(addresses(line)) {
            items.add(item);
        }
        for (open, close) in quotations(line) {
            let item =
                Item { inner: open + 1..close, outer: open..close + 1, kind: ItemKind::Phrase(SpillKind::Quote) };
            if is_away(line, item.inner.clone()) {
                items.add(item);
            }
        }
        items
    }

    fn part(&mut self, line: &Line, text: &str, part: &Part, after: &[Part]) {
        let range = line.range(part.span);
        if range.is_empty() {
            return;
        }
        let kind = match part.kind {
            PartKind::Code => Some(ItemKind::Phrase(SpillKind::Code)),
            PartKind::Address => Some(ItemKind::Phrase(SpillKind::Address)),
            PartKind::Link => is_away(line, range.clone()).then_some(ItemKind::Phrase(SpillKind::Link)),
            PartKind::Emphasis => is_away(line, range.clone()).then_some(ItemKind::Phrase(SpillKind::Emphasis)),
            PartKind::Quote => is_away(line, range.clone()).then_some(ItemKind::Phrase(SpillKind::Quote)),
            PartKind::Isolate(direction) => {
                let first = || first_strong(part.span.slice(text)).unwrap_or(Direction::Ltr);
                Some(ItemKind::Isolated(direction.unwrap_or_else(first)))
            }
        };
        let inner = match part.kind {
            PartKind::Link | PartKind::Emphasis => without_punctuation(line, range.clone()),
            _ => range.clone(),
        };
        let mut within = after.iter().take_while(|own| own.span.start < part.span.end);
        let cuts = |own: &Part| line.range(own.span).end > inner.end;
        let inner = if within.any(cuts) { range.clone() } else { inner };
        let is_whole = inner == range;
        let added = kind.is_some_and(|kind| self.add(Item { inner: inner.clone(), outer: inner, kind }));
        let is_inside = self.list.last().is_some_and(|last| !added && holds(&last.outer, &range));
        let is_item = added && is_whole;
        if !(is_inside || is_item) {
            self.walls.extend([range.start, range.end]);
        }
        self.edges.extend([(range.start, true), (range.end, false)]);
    }

    /// Whether a part ends or begins at `range` or inside of it, its ends included.
    pub(super) fn has_wall(&self, range: Range<usize>) -> bool {
        let from = self.walls.partition_point(|wall| *wall < range.start);
        self.walls.get(from).is_some_and(|wall| *wall <= range.end)
    }

    /// Whether a range holds one edge of a part without the other.
    fn is_cut(&self, range: &Range<usize>) -> bool {
        let from = self.edges.partition_point(|(edge, _)| *edge <= range.start);
        let to = self.edges.partition_point(|(edge, _)| *edge < range.end).max(from);
        let mut depth = 0_usize;
        for (_, begins) in self.edges.get(from..to).unwrap_or_default() {
            match (begins, depth.checked_sub(1)) {
                (true, _) => depth += 1,
                (false, Some(less)) => depth = less,
                (false, None) => return true,
            }
        }
        depth > 0
    }

    /// Adds an item unless it crosses another or lies in it; those inside it go.
    fn add(&mut self, item: Item) -> bool {
        let crosses = |own: &Item| {
            let apart = own.outer.end <= item.outer.start || item.outer.end <= own.outer.start;
            !apart && !holds(&item.outer, &own.outer)
        };
        let from = self.list.partition_point(|own| own.outer.end <= item.outer.start);
        let to = self.list.partition_point(|own| own.outer.start < item.outer.end).max(from);
        let covered = self.list.get(from..to).unwrap_or_default();
        if item.inner.is_empty() || self.is_cut(&item.outer) || covered.iter().any(crosses) {
            return false;
        }
        self.list.splice(from..to, [item]);
        true
    }
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether the first and the last letter of a range are both of the other direction.
fn is_away(line: &Line, range: Range<usize>) -> bool {
    let mut letters = line.slice(range).iter().map(|cell| cell.role).filter(|role| role.is_letter());
    let first = letters.next();
    let last = letters.next_back().or(first);
    first == Some(Role::Away) && last == Some(Role::Away)
}

/// Emphasized text or the text of a link, without punctuation at its end that is the sentence's: `**React,**`, and the
/// colon of a label before text of the base direction, `**LICENSE:** …`.
fn without_punctuation(line: &Line, range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    let follows = line.slice(range.end..line.len()).iter().map(|cell| cell.role).find(|role| *role != Role::Space);
    let is_label = matches!(follows, Some(Role::Home | Role::Quote | Role::Digit | Role::ArabicDigit));
    while end > range.start {
        let taken = match line.before(end) {
            Some(',' | ';' | '\u{60C}' | '\u{61B}') => true,
            Some('.') => !is_abbreviation(line, last_word(line, range.start..end - 1)) || line.ends_at(range.end),
            Some(':') => is_label,
            Some(_) => line.role_before(end) == Role::Space,
            None => false,
        };
        if !taken {
            break;
        }
        end -= 1;
    }
    range.start..end
}

fn last_word(line: &Line, range: Range<usize>) -> Range<usize> {
    let start = range.clone().rev().find(|at| line.role(*at) == Role::Space).map_or(range.start, |at| at + 1);
    start..range.end
}

/// The outermost isolates made by controls, balanced ones.
fn controls(line: &Line) -> Vec<Item> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, cell) in line.cells.iter().enumerate() {
        match cell.character {
            LRI | RLI | FSI => open.push(at),
            PDI => {
                let Some(start) = open.pop() else { continue };
                let inner = start + 1..at;
                let direction = match line.character(start) {
                    Some(LRI) => Direction::Ltr,
                    Some(RLI) => Direction::Rtl,
                    _ => guessed(line, inner.clone()),
                };
                found.push(Item { inner, outer: start..at + 1, kind: ItemKind::Isolated(direction) });
            }
            _ => {}
        }
    }
    found
}

fn guessed(line: &Line, range: Range<usize>) -> Direction {
    let text: String = line.slice(range).iter().map(|cell| cell.character).collect();
    first_strong(&text).unwrap_or(Direction::Ltr)
}

/// Addresses with a scheme, or that begin with `www.`, up to white space and without the sentence's own punctuation.
fn addresses(line: &Line) -> Vec<Item> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let Some(end) = starts_address(line, at) else {
            at += 1;
            continue;
        };
        let is_end = |at: &usize| {
            matches!(line.role(*at), Role::Space | Role::Control)
                || matches!(line.character(*at), None | Some('"' | '<' | '>' | '\u{AB}' | '\u{BB}' | '`' | '\u{60C}'))
        };
        let mut close = (end..=line.len()).find(is_end).unwrap_or(end);
        while close > end && ends_sentence(line, at..close) {
            close -= 1;
        }
        let range = at..close;
        let item = Item { inner: range.clone(), outer: range, kind: ItemKind::Phrase(SpillKind::Address) };
        found.push(item);
        at = close.max(at + 1);
    }
    found
}

/// Whether the last character of a range is no part of an address that begins with it.
fn ends_sentence(line: &Line, range: Range<usize>) -> bool {
    let count = |wanted: char| line.slice(range.clone()).iter().filter(|cell| cell.character == wanted).count();
    match line.before(range.end) {
        Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '\u{61B}' | '\u{61F}' | '\u{2026}') => true,
        Some('\u{201C}'..='\u{201F}' | '\u{2018}' | '\u{2019}') => true,
        Some(')') => count(')') > count('('),
        Some(']') => count(']') > count('['),
        _ => false,
    }
}

/// Where the scheme of an address that begins at `at` ends.
fn starts_address(line: &Line, at: usize) -> Option<usize> {
    let is_start =
        line.character(at)?.is_ascii_alphabetic() && !line.before(at).is_some_and(|c| c.is_ascii_alphanumeric());
    if !is_start {
        return None;
    }
    let matches = |from: usize, text: &str| text.chars().enumerate().all(|(i, c)| line.character(from + i) == Some(c));
    if matches(at, "www.") {
        return Some(at + 4);
    }
    let is_scheme =
        |at: &usize| line.character(*at).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
    // No registered scheme is longer.
    let end = (at..at + 40).find(|at| !is_scheme(at))?;
    if matches(end, "://") {
        return Some(end + 3);
    }
    matches(at, "mailto:").then_some(at + 7)
}

/// How a quotation mark is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Opens,
    Closes,
    Either,
}

/// The family of a quotation mark, and its use.
fn quotation_mark(character: char) -> Option<(usize, Use)> {
    Some(match character {
        '"' => (0, Use::Either),
        '\u{201C}' | '\u{201E}' | '\u{201F}' => (1, Use::Opens),
        '\u{201D}' => (1, Use::Closes),
        '\'' => (2, Use::Either),
        '\u{2018}' | '\u{201A}' | '\u{201B}' => (3, Use::Opens),
        '\u{2019}' => (3, Use::Closes),
        '\u{AB}' => (4, Use::Opens),
        '\u{BB}' => (4, Use::Closes),
        '\u{2039}' => (5, Use::Opens),
        '\u{203A}' => (5, Use::Closes),
        '`' => (6, Use::Either),
        _ => return None,
    })
}

/// Pairs of quotation marks, those that close first before those that close later. Their cells, and those of marks
/// without a partner, get their role.
fn quotations(line: &mut Line) -> Vec<(usize, usize)> {
    let mut open: [Vec<(usize, Use)>; 7] = Default::default();
    let mut pairs = Vec::new();
    for at in 0..line.len() {
        let Some((family, used)) = line.character(at).and_then(quotation_mark) else { continue };
        let Some(open) = open.get_mut(family) else { continue };
        if is_apostrophe(line, at) {
            continue;
        }
        let (before, after) = (line.role_before(at), line.role(at + 1));
        let may_open = after != Role::Space;
        let closes = open.last().is_some_and(|(start, opened)| {
            // In Arabic text, curly marks are also used the other way around.
            let fits = used == Use::Closes || (used == Use::Either || *opened == Use::Closes) && before != Role::Space;
            fits && start + 1 < at
        });
        if closes {
            pairs.extend(open.pop().map(|(start, _)| (start, at)));
        } else if may_open && (used != Use::Closes || before == Role::Space) {
            open.push((at, used));
        } else if before.is_digit() && used == Use::Either {
            // Inches, minutes.
            continue;
        }
        if let Some(cell) = line.cells.get_mut(at) {
            cell.role = Role::Quote;
        }
    }
    pairs
}

/// Whether a mark stands inside a word, as in `don't`.
fn is_apostrophe(line: &Line, at: usize) -> bool {
    let single = matches!(line.character(at), Some('\'' | '\u{2018}' | '\u{2019}'));
    let (before, after) = (line.role_before(at), line.role(at + 1));
    single && before.is_letter() && before == after
}
