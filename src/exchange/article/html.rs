//! Raw HTML: tags as codes, in pairs where they are balanced.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::inline::{Content, literal};
use crate::exchange::unit::{Code, Piece, push_text};
use crate::source::Span;

/// Tags that say how text looks or runs, and nothing else: a translation has them where it needs them.
const FREE: &[&str] =
    &["b", "bdi", "bdo", "br", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"];

/// Elements without words: taken whole.
const SILENT: &[&str] = &["code", "pre", "script", "style", "svg", "template", "textarea"];

/// How far back the start of an element is looked for.
const DEEPEST: usize = 64;

/// Whether `raw` is a tag that says how text looks or runs.
pub(super) fn is_free(raw: &str) -> bool {
    tag_name(raw).is_some_and(|(name, _)| FREE.contains(&name.as_str()))
}

/// The name of a tag, and whether it ends an element.
fn tag_name(raw: &str) -> Option<(String, bool)> {
    let inner = raw.trim().strip_prefix('<')?;
    let (inner, ends) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = inner.get(..length).filter(|name| !name.is_empty())?;
    Some((name.to_ascii_lowercase(), ends))
}

/// Makes pairs of start tags and end tags that stand in one another properly.
pub(super) fn pair(pieces: &mut [Piece]) {
    // Of each element that is open: its name, or nothing for Markdown's own, and where it starts.
    let mut open: Vec<(Option<String>, usize)> = Vec::new();
    for at in 0..pieces.len() {
        match pieces.get(at) {
            Some(Piece::Open(_)) => open.push((None, at)),
            Some(Piece::Close(_)) => while open.pop().is_some_and(|(name, _)| name.is_some()) {},
            Some(Piece::Code(code)) if code.value.is_none() => {
                let Some((name, ends)) = tag_name(&code.raw) else { continue };
                let raw_end = code.raw.clone();
                if !ends {
                    open.push((Some(name), at));
                } else if let Some(start) = matching(&mut open, &name) {
                    join(pieces, start, at, raw_end);
                }
            }
            _ => {}
        }
    }
}

/// The place of the nearest start tag of this name with nothing of Markdown's own open in between.
fn matching(open: &mut Vec<(Option<String>, usize)>, name: &str) -> Option<usize> {
    let far = open.len().saturating_sub(DEEPEST);
    let near = far + open.get(far..)?.iter().rposition(|(own, _)| own.as_deref() == Some(name))?;
    if open.get(near..)?.iter().any(|(own, _)| own.is_none()) {
        return None;
    }
    let (_, start) = open.get(near).cloned()?;
    open.truncate(near);
    Some(start)
}

fn join(pieces: &mut [Piece], start: usize, end: usize, raw_end: String) {
    let Some(Piece::Code(code)) = pieces.get(start) else { return };
    let code = Code { raw_end, ..code.clone() };
    if let Some(piece) = pieces.get_mut(start) {
        *piece = Piece::Open(code.clone());
    }
    if let Some(piece) = pieces.get_mut(end) {
        *piece = Piece::Close(code);
    }
}

/// The text of a block of HTML at `span`; taken as it is written where signs of blocks around stand in it.
pub(super) fn block(text: &str, span: Span, whole: bool) -> Content {
    let written = span.slice(text).trim_end();
    let span = Span::new(span.start as usize, span.start as usize + written.len());
    if !whole {
        return Content { span, pieces: vec![Piece::Text(written.replace("\r\n", "\n"))] };
    }
    let html = written.replace("\r\n", "\n");
    let mut pieces = Vec::new();
    let mut done = 0;
    for (start, end) in tags(&html) {
        let before = html.get(done..start).unwrap_or_default();
        let (lead, words, trail) = parted(before);
        append(&mut pieces, lead);
        prose(&mut pieces, words);
        let mut raw = trail.to_owned();
        raw.push_str(html.get(start..end).unwrap_or_default());
        let key = raw.trim().to_owned();
        pieces.push(Piece::Code(Code { free: is_free(&key), key, raw, ..Code::default() }));
        done = end;
    }
    prose(&mut pieces, html.get(done..).unwrap_or_default());
    pair(&mut pieces);
    Content { span, pieces }
}

/// Line ends beside a tag belong to it, with the space around them, so that lines stay where they are.
fn parted(text: &str) -> (&str, &str, &str) {
    const SPACE: [char; 4] = [' ', '\n', '\t', '\r'];
    let words = text.trim_start_matches(SPACE);
    let (lead, words) = match text.get(..text.len() - words.len()) {
        Some(lead) if words.is_empty() && lead.contains('\n') => return ("", "", lead),
        Some(lead) if lead.contains('\n') => (lead, words),
        _ => ("", text),
    };
    let rest = words.trim_end_matches(SPACE);
    match words.get(rest.len()..) {
        Some(trail) if trail.contains('\n') => (lead, rest, trail),
        _ => (lead, words, ""),
    }
}

/// Adds white space to the code before it; to the words, where there is none.
fn append(pieces: &mut Vec<Piece>, space: &str) {
    match pieces.last_mut() {
        Some(Piece::Code(code)) => code.raw.push_str(space),
        _ => push_text(pieces, space),
    }
}

/// Where tags, comments and elements without words stand.
fn tags(html: &str) -> Vec<(usize, usize)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut silent: Option<(String, usize)> = None;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        let (place, starts, ends) = match &token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                (tag.span, (!tag.self_closing).then_some(name), None)
            }
            Token::EndTag(tag) => (tag.span, None, Some(String::from_utf8_lossy(&tag.name).into_owned())),
            Token::Comment(comment) => (comment.span, None, None),
            Token::Doctype(doctype) => (doctype.span, None, None),
            Token::String(_) | Token::Error(_) => continue,
        };
        let done = found.last().map_or(0, |(_, end)| *end);
        let range = (place.start.max(done), place.end.min(html.len()));
        if range.0 >= range.1 || html.get(range.0..range.1).is_none() {
            continue;
        }
        match &silent {
            Some((name, start)) if ends.as_ref() == Some(name) => {
                found.push((*start, range.1));
                silent = None;
            }
            Some(_) => {}
            None => match starts.filter(|name| SILENT.contains(&name.as_str())) {
                Some(name) => silent = Some((name, range.0)),
                None => found.push(range),
            },
        }
    }
    found.extend(silent.map(|(_, start)| (start, html.len())));
    found
}

/// Adds words of HTML, line ends as spaces, character references as codes.
fn prose(pieces: &mut Vec<Piece>, words: &str) {
    let mut rest = words;
    while let Some(start) = rest.find('&') {
        let (before, reference) = rest.split_at(start);
        let length = reference.find(';').filter(|end| *end <= 40).map_or(1, |end| end + 1);
        let (reference, after) = reference.split_at(length);
        push_folded(pieces, before);
        match decoded(reference) {
            Some(value) => pieces.push(Piece::Code(literal(reference.to_owned(), value))),
            None => push_text(pieces, reference),
        }
        rest = after;
    }
    push_folded(pieces, rest);
}

fn push_folded(pieces: &mut Vec<Piece>, words: &str) {
    for (at, line) in words.split('\n').enumerate() {
        let line = if at == 0 { line } else { line.trim_start_matches([' ', '\t']) };
        push_text(pieces, if at == 0 { "" } else { " " });
        push_text(pieces, line);
    }
}

/// What a character reference stands for.
fn decoded(reference: &str) -> Option<String> {
    let text = Tokenizer::new(reference).find_map(|Ok(token)| match token {
        Token::String(text) => Some(String::from_utf8_lossy(&text.value).into_owned()),
        _ => None,
    })?;
    (text != reference && reference.len() > 1).then_some(text)
}
