//! Tokens that are read together: a phrase.

use std::ops::Range;

use crate::bidi::spill::SpillKind;
use crate::bidi::spill::atoms::{Token, TokenKind, closing};
use crate::bidi::spill::line::{Line, Role};
use crate::bidi::spill::structure::Items;
use crate::locale::Direction;

/// A phrase of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) range: Range<usize>,
    pub(super) kind: SpillKind,
}

/// The phrases that the tokens of a line make, in order.
pub(super) fn phrases(line: &Line, items: &Items, tokens: &[Token]) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut rest = tokens;
    while !rest.is_empty() {
        let length = joined(line, items, rest);
        let (chain, after) = rest.split_at(length);
        for part in cut_at_brackets(line, chain) {
            close(line, part, &mut found);
        }
        rest = after;
    }
    found
}

/// How many of the first tokens join.
fn joined(line: &Line, items: &Items, tokens: &[Token]) -> usize {
    let joins = |before: &Token, after: &Token| {
        let between = before.outer.end..after.outer.start;
        let is_loose = |role| matches!(role, Role::Space | Role::Other);
        can_join(line, before)
            && can_join(line, after)
            && !items.has_wall(between.clone())
            && line.slice(between).iter().all(|cell| is_loose(cell.role))
    };
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    1 + pairs.take_while(|(before, after)| joins(before, after)).count()
}

fn can_join(line: &Line, token: &Token) -> bool {
    match token.kind {
        TokenKind::Apart => false,
        // In Arabic text it is read to the left of the words before it, where it is shown.
        TokenKind::ArabicNumber => line.base == Direction::Ltr,
        TokenKind::Away | TokenKind::Number | TokenKind::Inner => true,
    }
}

/// Cuts a chain at brackets that have no partner in it.
fn cut_at_brackets<'a>(line: &Line, chain: &'a [Token]) -> Vec<&'a [Token]> {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return Vec::new() };
    let lonely = lonely_brackets(line, first.outer.start..closed(line, last.outer.end));
    let mut parts = Vec::new();
    let mut rest = chain;
    for at in lonely {
        let before = rest.partition_point(|token| token.outer.end <= at);
        let (part, after) = rest.split_at(before);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where the closing brackets that follow directly end.
fn closed(line: &Line, end: usize) -> usize {
    let is_closing = |at: &usize| matches!(line.character(*at), Some(')' | ']' | '}'));
    (end..=line.len()).find(|at| !is_closing(at)).unwrap_or(end)
}

/// Brackets of a range whose partner is not in it, in order. Those inside words count where they are.
fn lonely_brackets(line: &Line, range: Range<usize>) -> Vec<usize> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut lonely = Vec::new();
    for at in range {
        match line.character(at) {
            Some(character @ ('(' | '[' | '{')) => open.push((character, at)),
            Some(character @ (')' | ']' | '}')) => match open.iter().rposition(|(own, _)| closing(*own) == character) {
                Some(index) => {
                    let inner = open.drain(index..).skip(1).map(|(_, at)| at);
                    lonely.extend(inner);
                }
                None => lonely.push(at),
            },
            _ => {}
        }
    }
    lonely.extend(open.into_iter().map(|(_, at)| at));
    lonely.sort_unstable();
    lonely
}

/// Turns a chain into phrases: what only belongs to its middle is taken off its ends, and stands alone.
fn close(line: &Line, chain: &[Token], found: &mut Vec<Phrase>) {
    let starts = |token: &Token| token.kind == TokenKind::Away || token.is_quotation();
    let joins_words = |at: usize| chain.get(at).is_some_and(|token| token.kind != TokenKind::Inner);
    let ends = |at: usize| match chain.get(at).map(|token| token.kind) {
        // After a quotation a number is the sentence's own.
        Some(TokenKind::Number) => line.base == Direction::Rtl && at.checked_sub(1).is_some_and(joins_words),
        Some(TokenKind::Away) => true,
        Some(TokenKind::Inner) => chain.get(at).is_some_and(Token::is_quotation),
        _ => false,
    };
    let start = chain.iter().position(starts).unwrap_or(chain.len());
    let end = (start..chain.len()).rev().find(|at| ends(*at)).map_or(start, |at| at + 1);
    let alone = |token: &Token| token.alone.map(|kind| Phrase { range: token.core.clone(), kind });
    let (before, rest) = chain.split_at(start);
    let (middle, after) = rest.split_at(end - start);
    found.extend(before.iter().filter_map(alone));
    match middle {
        [] => {}
        [token] if token.alone != Some(SpillKind::Words) => found.extend(alone(token)),
        [first] => found.push(words(line, first, first.outer.clone())),
        [first, .., last] => found.push(words(line, first, first.outer.start..last.outer.end)),
    }
    found.extend(after.iter().filter_map(alone));
}

/// A phrase of words, with the closing brackets that belong to it, and without a sign before its first word that is the
/// sentence's.
fn words(line: &Line, first: &Token, range: Range<usize>) -> Phrase {
    let Range { mut start, mut end } = range;
    let mut lonely = lonely_brackets(line, start..end);
    while let Some(opening) = lonely.pop().and_then(|at| line.character(at)) {
        if line.character(end) != Some(closing(opening)) {
            break;
        }
        end += 1;
    }
    let is_word = first.alone == Some(SpillKind::Words);
    let is_sign = |at: usize| is_word && !line.role(at).is_letter() && !line.role(at).is_digit();
    while start + 1 < end && is_sign(start) && (is_parenthetic(line, start, end) || is_bullet(line, start, end)) {
        start += 1;
    }
    Phrase { range: start..end, kind: SpillKind::Words }
}

/// `-WhatsApp-` between words: dashes of the sentence.
fn is_parenthetic(line: &Line, start: usize, end: usize) -> bool {
    line.character(start) == line.character(end) && matches!(line.character(start), Some('-' | '~'))
}

/// `-React` at the beginning of a paragraph is an item of a list; `.React` there is an author's attempt to move the
/// full stop, unless the sentence has one at its end.
fn is_bullet(line: &Line, start: usize, end: usize) -> bool {
    if !line.is_first || line.has(0..start, |role| role != Role::Space) {
        return false;
    }
    match line.character(start) {
        Some('-' | '*') => line.role(start + 1).is_letter(),
        Some('.') => {
            let last = line.slice(end..line.len()).iter().rev().find(|cell| cell.role != Role::Space);
            !last.is_some_and(|cell| matches!(cell.character, '.' | '!' | '?' | '\u{61F}' | ':' | '\u{2026}'))
        }
        _ => false,
    }
}
