//! Which codes of a source and its translation are the same, and which a translation must keep.

use std::collections::{HashMap, VecDeque};

use crate::exchange::reason::Reason;
use crate::exchange::unit::{Code, CodeKind, Piece};

/// Gives the codes of a segment their ids: those of the source are counted, those of the target get the id of the same
/// code in the source, or one of their own (`t1`). `prefix` keeps them apart from those of the unit's other segments.
pub(crate) fn number(source: &mut [Piece], target: Option<&mut [Piece]>, prefix: &str) {
    let mut ids: HashMap<String, VecDeque<String>> = HashMap::new();
    let mut count = 0;
    identify(source, |code| {
        count += 1;
        let id = format!("{prefix}{count}");
        ids.entry(code.key.clone()).or_default().push_back(id.clone());
        id
    });
    let mut count = 0;
    if let Some(target) = target {
        identify(target, |code| {
            ids.get_mut(&code.key).and_then(VecDeque::pop_front).unwrap_or_else(|| {
                count += 1;
                format!("{prefix}t{count}")
            })
        });
    }
}

/// Gives each code an id; the end of a pair has that of its start.
fn identify(pieces: &mut [Piece], mut id: impl FnMut(&Code) -> String) {
    let mut open = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Code(code) => code.id = id(code),
            Piece::Open(code) => {
                code.id = id(code);
                open.push(code.id.clone());
            }
            Piece::Close(code) => code.id = open.pop().unwrap_or_default(),
        }
    }
}

/// The codes of `pieces`, each pair once.
fn codes(pieces: &[Piece]) -> impl Iterator<Item = &Code> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Code(code) | Piece::Open(code) => Some(code),
        Piece::Text(_) | Piece::Close(_) => None,
    })
}

/// Whether `new` has the codes of `source`: none lost, none added. What the translation so far has or lacks, it may go
/// on having or lacking.
pub(crate) fn check(new: &[Piece], source: &[Piece], so_far: Option<&[Piece]>) -> Result<(), Reason> {
    let mut counts: HashMap<&str, Counts<'_>> = HashMap::new();
    for code in codes(source) {
        counts.entry(&code.key).or_insert_with(|| Counts::of(code)).source += 1;
    }
    for code in codes(so_far.unwrap_or_default()) {
        counts.entry(&code.key).or_insert_with(|| Counts::of(code)).so_far += 1;
    }
    for code in codes(new) {
        counts.entry(&code.key).or_insert_with(|| Counts::of(code)).new += 1;
    }
    let mut wrong: Vec<_> = counts.into_values().filter(|count| !count.code.free).collect();
    wrong.sort_by(|a, b| a.code.key.cmp(&b.code.key));
    for count in &wrong {
        let needed = if so_far.is_some() { count.source.min(count.so_far) } else { count.source };
        if count.new < needed {
            return Err(Reason::CodeLost(shown(count.code)));
        }
    }
    match wrong.iter().find(|count| count.new > count.source.max(count.so_far)) {
        Some(count) => Err(Reason::CodeAdded(shown(count.code))),
        None => Ok(()),
    }
}

struct Counts<'a> {
    code: &'a Code,
    source: usize,
    so_far: usize,
    new: usize,
}

impl<'a> Counts<'a> {
    fn of(code: &'a Code) -> Self {
        Self { code, source: 0, so_far: 0, new: 0 }
    }
}

/// The code as a person knows it.
pub(crate) fn shown(code: &Code) -> String {
    match code.kind {
        CodeKind::Paragraph => return "¶".to_owned(),
        CodeKind::Break => return "↵".to_owned(),
        _ => {}
    }
    let between = if code.raw_end.is_empty() { "" } else { "…" };
    format!("{}{between}{}", code.raw, code.raw_end).split_whitespace().collect::<Vec<_>>().join(" ")
}
