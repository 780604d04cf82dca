//! Words and numbers of a line, without the punctuation around them.

use std::ops::Range;

use crate::bidi::spill::SpillKind;
use crate::bidi::spill::line::{Line, Role};
use crate::bidi::spill::structure::{Item, ItemKind, Items};
use crate::locale::Direction;

/// What a token is to the phrase that it may belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Holds letters of the other direction.
    Away,
    /// A number with European digits.
    Number,
    /// A number with Arabic-Indic digits.
    ArabicNumber,
    /// A quotation or a sign: a part of a phrase only in the middle of it.
    Inner,
    /// Never a part of a phrase.
    Apart,
}

/// A word, a number, or an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// What is to be isolated.
    pub(super) core: Range<usize>,
    /// The same with quotation marks: what stands outside of it is between tokens.
    pub(super) outer: Range<usize>,
    /// The kind of phrase that it is alone; `None` for what the caller must not touch.
    pub(super) alone: Option<SpillKind>,
}

impl Token {
    /// Whether it stands in quotation marks of the text.
    pub(super) fn is_quotation(&self) -> bool {
        self.core != self.outer
    }
}

/// The tokens of a line, in order.
pub(super) fn tokens(line: &Line, items: &Items) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    for item in &items.list {
        words(line, items, at..item.outer.start, &mut tokens);
        tokens.push(of_item(line, item));
        at = item.outer.end;
    }
    words(line, items, at..line.len(), &mut tokens);
    tokens
}

fn of_item(line: &Line, item: &Item) -> Token {
    let has = |is: fn(Role) -> bool| line.has(item.inner.clone(), is);
    let always_left_to_right = matches!(item.kind, ItemKind::Phrase(SpillKind::Code | SpillKind::Address));
    let (kind, alone) = match item.kind {
        ItemKind::Isolated(_) => (TokenKind::Apart, None),
        ItemKind::Phrase(kind) if always_left_to_right && line.base == Direction::Ltr => (TokenKind::Apart, Some(kind)),
        ItemKind::Phrase(SpillKind::Quote) if item.inner != item.outer => (TokenKind::Inner, Some(SpillKind::Quote)),
        ItemKind::Phrase(kind) if has(|role| role == Role::Away) => (TokenKind::Away, Some(kind)),
        ItemKind::Phrase(kind) if has(|role| role == Role::Digit) => (TokenKind::Number, Some(kind)),
        ItemKind::Phrase(kind) => (TokenKind::Inner, Some(kind)),
    };
    Token { kind, core: item.inner.clone(), outer: item.outer.clone(), alone }
}

/// The words and numbers of a range between items.
fn words(line: &Line, items: &Items, range: Range<usize>, tokens: &mut Vec<Token>) {
    let mut at = range.start;
    while at < range.end {
        if !line.role(at).is_inner() {
            at += 1;
            continue;
        }
        let goes_on = |at: &usize| *at < range.end && line.role(*at).is_inner() && !items.has_wall(*at..*at);
        let end = (at + 1..=range.end).find(|at| !goes_on(at)).unwrap_or(range.end);
        let (kind, core) = trimmed(line, at..end);
        if let Some(kind) = kind {
            let alone = (kind == TokenKind::Away).then_some(SpillKind::Words);
            tokens.push(Token { kind, core: core.clone(), outer: core, alone });
        }
        at = end;
    }
}

fn trimmed(line: &Line, atom: Range<usize>) -> (Option<TokenKind>, Range<usize>) {
    let has = |role: Role| line.has(atom.clone(), |own| own == role);
    let kind = if has(Role::Away) {
        TokenKind::Away
    } else if has(Role::Digit) {
        TokenKind::Number
    } else if has(Role::ArabicDigit) {
        TokenKind::ArabicNumber
    } else {
        return (None, atom);
    };
    (Some(kind), trim(line, atom))
}

/// An atom without the punctuation that belongs to the sentence around it.
fn trim(line: &Line, atom: Range<usize>) -> Range<usize> {
    let pairs = Pairs::of(line, atom.clone());
    let is_solid = |at: &usize| line.role(*at).is_letter() || line.role(*at).is_digit();
    let Some(mut start) = atom.clone().find(is_solid) else { return atom };
    let mut end = atom.clone().rev().find(is_solid).map_or(atom.end, |at| at + 1);

    let glued_before = line.role_before(atom.start) == Role::Home && line.before(atom.start) != Some('\u{640}');
    let leads = |at: usize| {
        let is_sign = line.role(at + 1).is_digit() && line.character(at).is_some_and(is_amount);
        pairs.holds(at) || (!glued_before && (is_sign || line.character(at).is_some_and(is_lead)))
    };
    while start > atom.start && leads(start - 1) {
        start -= 1;
    }
    let trails = |at: usize| pairs.holds(at) || line.character(at).is_some_and(is_trail);
    let is_full_stop = |at: usize| line.character(at) == Some('.') && is_abbreviation(line, start..at);
    while end < atom.end && (trails(end) || (is_full_stop(end) && !line.ends_at(end + 1))) {
        end += 1;
    }
    let glued_after = end == atom.end && line.role(end) == Role::Home;
    while glued_after && end > start + 1 && line.before(end).is_some_and(is_separator) {
        end -= 1;
    }
    unwrap_brackets(line, start..end, &pairs)
}

/// Takes off brackets whose partner is outside, and those that wrap all of it.
fn unwrap_brackets(line: &Line, mut core: Range<usize>, pairs: &Pairs) -> Range<usize> {
    let lonely = |at: usize, core: &Range<usize>| pairs.partner(at).is_some_and(|other| !core.contains(&other));
    while let Some(last) = core.end.checked_sub(1).filter(|last| core.start <= *last) {
        let is_angle = line.character(core.start) == Some('<');
        if lonely(core.start, &core) {
            core.start += 1;
        } else if lonely(last, &core) {
            core.end = last;
        } else if pairs.partner(core.start) == Some(last) && !is_angle {
            core = core.start + 1..last;
        } else {
            break;
        }
    }
    core
}

/// Brackets with their partners, in order.
struct Pairs(Vec<(usize, usize)>);

impl Pairs {
    fn of(line: &Line, range: Range<usize>) -> Self {
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut pairs = Vec::new();
        for at in range {
            match line.character(at) {
                Some(character @ ('(' | '[' | '{' | '<')) => open.push((character, at)),
                Some(character @ (')' | ']' | '}' | '>')) => {
                    let found = open.iter().rposition(|(opening, _)| closing(*opening) == character);
                    if let Some((_, start)) = found.and_then(|index| open.drain(index..).next()) {
                        pairs.extend([(start, at), (at, start)]);
                    }
                }
                _ => {}
            }
        }
        pairs.sort_unstable();
        Self(pairs)
    }

    fn partner(&self, bracket: usize) -> Option<usize> {
        let found = self.0.binary_search_by_key(&bracket, |(own, _)| *own).ok();
        found.and_then(|index| self.0.get(index)).map(|(_, other)| *other)
    }

    fn holds(&self, bracket: usize) -> bool {
        self.partner(bracket).is_some()
    }
}

pub(super) fn closing(opening: char) -> char {
    match opening {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        other => other,
    }
}

/// Signs that belong to the word after them.
fn is_lead(character: char) -> bool {
    matches!(character, '.' | '@' | '#' | '$' | '/' | '\\' | '~' | '*' | '<' | '&' | '-' | '_')
}

/// Signs of plus, minus and money, which belong to the digit after them.
fn is_amount(character: char) -> bool {
    matches!(character, '+' | '\u{2212}' | '\u{A3}' | '\u{A5}' | '\u{20A0}'..='\u{20CF}')
}

/// Signs that belong to the word before them.
fn is_trail(character: char) -> bool {
    matches!(character, '+' | '#' | '*' | '/' | '\\' | '%' | '\u{B0}' | '=' | '_' | '\u{2122}' | '\u{AE}' | '\u{A9}')
}

/// Signs that part two words, where a word of the base direction is glued to them.
fn is_separator(character: char) -> bool {
    matches!(character, '/' | '\\' | '*' | '=')
}

/// Whether a word before a full stop is abbreviated: single letters with full stops between them, or one of those that
/// stand in names and texts.
pub(super) fn is_abbreviation(line: &Line, word: Range<usize>) -> bool {
    let word: String = line.slice(word).iter().map(|cell| cell.character).collect();
    let word = word.rsplit(['(', '[', '-', '/']).next().unwrap_or_default();
    let single = |part: &str| part.chars().filter(|character| character.is_alphabetic()).count() == 1;
    let initials = word.contains('.') && word.split('.').all(single);
    initials || ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

const ABBREVIATIONS: [&str; 28] = [
    "Inc", "Ltd", "Co", "Corp", "Bros", "Jr", "Sr", "Dr", "Mr", "Mrs", "Ms", "Prof", "St", "Mt", "Ave", "vs", "etc",
    "al", "ed", "eds", "vol", "pp", "Ph.D", "approx", "Dept", "Univ", "Gov", "Gen",
];
