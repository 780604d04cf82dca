//! The lines of a way as Fluent's Rust implementation puts them together, each isolate a line of its own.

use std::cell::Cell;
use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression};

use super::markup::{Kind, tags};
use super::picture::Sign;
use crate::bidi::controls::{FSI, LRI, PDI, RLI};
use crate::locale::Direction;
use crate::message::{CatalogView, FileView, Joined, Piece, Way, literal, ways};
use crate::source::Span;

/// A line, or the inside of an isolate.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) base: Direction,
    pub(super) signs: Vec<Sign>,
    /// Of each sign its bytes in the way's text, and the placeable that it came from.
    pub(super) origins: Vec<(Range<usize>, Option<usize>)>,
}

/// A placeable.
#[derive(Clone, Copy, Debug)]
pub(super) struct Put<'p, 'a> {
    pub(super) expression: &'p Expression<&'a str>,
    /// Whether Fluent isolates it.
    pub(super) is_isolated: bool,
}

/// A way as a reader gets it.
#[derive(Debug)]
pub(super) struct Lines<'p, 'a> {
    pub(super) joined: Joined,
    pub(super) puts: Vec<Put<'p, 'a>>,
    pub(super) lines: Vec<Line>,
    /// Tags and controls, by their bytes in the text.
    pub(super) marks: Vec<Range<usize>>,
}

/// What stands at a place of the text.
enum Step {
    Sign(Sign, Option<usize>),
    /// An isolate begins; `None`: of the direction of its first strong character.
    Open(Option<Direction>),
    Close,
    Break,
}

impl<'p, 'a> Lines<'p, 'a> {
    /// The lines of a way; `None` where embeddings or overrides steer it by other means.
    pub(super) fn of(
        way: &Way<'p, 'a>,
        file: &FileView<'a>,
        catalog: &CatalogView<'a>,
        base: Direction,
    ) -> Option<Self> {
        let mut joined = Joined::default();
        let mut puts: Vec<Put<'p, 'a>> = Vec::new();
        // By bytes of the text: which placeable, and what begins or ends there.
        let mut ranges: Vec<(Range<usize>, usize)> = Vec::new();
        let mut bounds: Vec<(usize, Step)> = Vec::new();
        for piece in &way.pieces {
            let start = joined.text.len();
            match piece {
                Piece::Text(text) => joined.push(text, file.span_of(text), true),
                Piece::Open { alone: false } => bounds.push((start, Step::Open(None))),
                Piece::Close { alone: false } => bounds.push((start, Step::Close)),
                Piece::Open { .. } | Piece::Close { .. } => {}
                Piece::Placeable { expression, inline, alone } => {
                    let written = written(catalog, inline, DEPTH);
                    puts.push(Put { expression, is_isolated: written.is_none() && !alone });
                    let span = file.placeable_span(expression);
                    joined.push(written.as_deref().unwrap_or("\u{FFFC}"), span, false);
                    ranges.push((start..joined.text.len(), puts.len() - 1));
                }
            }
        }
        if joined.text.contains(|own| matches!(own, '\u{202A}'..='\u{202E}')) {
            return None;
        }
        let marks = marks(&joined.text, &mut bounds);
        let mut lines = Self { joined, puts, lines: Vec::new(), marks };
        lines.split(&ranges, bounds, base);
        Some(lines)
    }

    fn split(&mut self, ranges: &[(Range<usize>, usize)], bounds: Vec<(usize, Step)>, base: Direction) {
        let mut steps: Vec<(Range<usize>, Step)> = Vec::new();
        let mut bounds = bounds.into_iter().peekable();
        for (at, character) in self.joined.text.char_indices() {
            while let Some((place, step)) = bounds.next_if(|(place, _)| *place <= at) {
                steps.push((place..place, step));
            }
            let range = at..at + character.len_utf8();
            if self.marks.iter().any(|mark| mark.contains(&at)) {
                continue;
            }
            let next = ranges.partition_point(|(own, _)| own.start <= at);
            let put = next.checked_sub(1).and_then(|last| ranges.get(last)).filter(|(own, _)| at < own.end);
            let put = put.map(|(_, index)| *index);
            let step = match character {
                FSI => Step::Open(None),
                LRI => Step::Open(Some(Direction::Ltr)),
                RLI => Step::Open(Some(Direction::Rtl)),
                PDI => Step::Close,
                '\n' => Step::Break,
                '\u{FFFC}' => Step::Sign(Sign::Hole(at), put),
                other => Step::Sign(Sign::Char(other), put),
            };
            steps.push((range, step));
        }
        steps.extend(bounds.map(|(place, step)| (place..place, step)));
        self.lines = nested(steps, base);
    }

    /// Where the signs `range` of `line` stand in the file, placeables whole.
    pub(super) fn span(&self, line: &Line, range: Range<usize>, file: &FileView<'_>) -> Span {
        let at = |index: usize| {
            let (bytes, put) = line.origins.get(index)?;
            let put = put.and_then(|put| self.puts.get(put));
            Some(put.map_or_else(|| self.joined.span(bytes.clone()), |put| file.placeable_span(put.expression)))
        };
        match (at(range.start), range.end.checked_sub(1).and_then(at)) {
            (Some(first), Some(last)) => first.join(last),
            _ => Span::default(),
        }
    }

    /// Whether tags, controls or line ends stand among the signs `range` of `line`.
    pub(super) fn is_broken(&self, line: &Line, range: Range<usize>) -> bool {
        let signs = line.origins.get(range).unwrap_or_default();
        signs.windows(2).any(|two| matches!(two, [(first, _), (second, _)] if first.end != second.start))
    }
}

/// The lines of steps: one at the outside for each line break, one for the inside of each isolate.
fn nested(steps: Vec<(Range<usize>, Step)>, base: Direction) -> Vec<Line> {
    let line = |base| Line { base, signs: Vec::new(), origins: Vec::new() };
    let mut done = Vec::new();
    let mut open: Vec<(Line, Option<Direction>)> = vec![(line(base), Some(base))];
    for (range, step) in steps {
        let is_outside = open.len() == 1;
        let Some((current, _)) = open.last_mut() else { continue };
        match step {
            Step::Sign(sign, put) => {
                current.signs.push(sign);
                current.origins.push((range, put));
            }
            Step::Break if is_outside => done.push(std::mem::replace(current, line(base))),
            Step::Break => {
                current.signs.push(Sign::Char(' '));
                current.origins.push((range, None));
            }
            Step::Open(direction) => {
                current.signs.push(Sign::Hole(range.start));
                current.origins.push((range, None));
                open.push((line(base), direction));
            }
            Step::Close => {
                if !is_outside && let Some((line, direction)) = open.pop() {
                    done.push(directed(line, direction));
                }
            }
        }
    }
    done.extend(open.into_iter().map(|(line, direction)| directed(line, direction)));
    done
}

fn directed(mut line: Line, direction: Option<Direction>) -> Line {
    let first = || line.signs.iter().find_map(|sign| sign.strong());
    line.base = direction.or_else(first).unwrap_or(line.base);
    line
}

/// The tags and character references of a text; elements that isolate go to `bounds`.
fn marks(text: &str, bounds: &mut Vec<(usize, Step)>) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut open: Vec<(String, bool)> = Vec::new();
    for tag in tags(text) {
        let isolates = tag.name == "bdi" || tag.attributes.contains_key("dir");
        match tag.kind {
            Kind::Start => {
                if isolates {
                    let direction = match tag.attributes.get("dir").map(String::as_str) {
                        Some("ltr") => Some(Direction::Ltr),
                        Some("rtl") => Some(Direction::Rtl),
                        _ => None,
                    };
                    bounds.push((tag.range.start, Step::Open(direction)));
                }
                open.push((tag.name.clone(), isolates));
            }
            Kind::End => {
                let at = open.iter().rposition(|(name, _)| *name == tag.name);
                for (_, isolates) in at.map(|at| open.split_off(at)).unwrap_or_default().into_iter().rev() {
                    if isolates {
                        bounds.push((tag.range.start, Step::Close));
                    }
                }
            }
            Kind::Empty => {
                if matches!(tag.name.as_str(), "br" | "hr") {
                    bounds.push((tag.range.start, Step::Break));
                }
            }
        }
        marks.push(tag.range);
    }
    bounds.sort_by_key(|(at, _)| *at);
    for (at, _) in text.match_indices('&') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        if name > 0 && rest.get(name..).is_some_and(|rest| rest.starts_with(';')) {
            // The sign `&` stands for what is meant: neither is a letter of the line's.
            marks.push(at + 1..at + name + 2);
        }
    }
    marks
}

/// References followed for the text that they insert.
const DEPTH: usize = 3;

/// A hole, as text.
const HOLE: &str = "\u{FFFC}";

/// What Fluent inserts as it is: literals, and the texts of terms and messages; a hole where a text is not known. `None`
/// for what it isolates.
fn written(catalog: &CatalogView<'_>, inline: &InlineExpression<&str>, depth: usize) -> Option<String> {
    let text = match inline {
        InlineExpression::StringLiteral { value } => return Some(literal(value)),
        InlineExpression::TermReference { id, attribute: None, .. } => {
            text_of(catalog, &format!("-{}", id.name), None, depth)
        }
        InlineExpression::MessageReference { id, attribute } => {
            text_of(catalog, id.name, attribute.as_ref().map(|own| own.name), depth)
        }
        _ => return None,
    };
    Some(text.unwrap_or_else(|| HOLE.to_owned()))
}

/// The text of a term or message on its first way, if all of it is known.
fn text_of(catalog: &CatalogView<'_>, id: &str, attribute: Option<&str>, depth: usize) -> Option<String> {
    let entry = catalog.get(id).filter(|_| depth > 0)?;
    let part = entry.part(attribute)?;
    let is_known = Cell::new(true);
    let shown = |inline: &InlineExpression<&str>| {
        let text = written(catalog, inline, depth - 1);
        let is_reference = text.is_some();
        let text = text.unwrap_or_else(|| HOLE.to_owned());
        is_known.set(is_known.get() && !(is_reference && text == HOLE));
        text
    };
    let ways = ways(part.pattern)?;
    let text = Joined::of(ways.first()?, catalog.file(entry), &shown).text;
    (is_known.get() && !text.is_empty()).then_some(text)
}
