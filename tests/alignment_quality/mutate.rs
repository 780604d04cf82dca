//! What is done to one side of a pair, and what a check should then say.

use mizan::article::{Document, Segment, SegmentKind};
use mizan::source::Span;

use crate::dice::Dice;

/// One kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    ParagraphDeleted,
    HeadingDeleted,
    ItemDeleted,
    CodeDeleted,
    RowDeleted,
    ParagraphAdded,
    HeadingAdded,
    ItemAdded,
    ParagraphExtended,
    ParagraphCut,
    NumberChanged,
    CodeChanged,
    BlockChanged,
    LinkRemoved,
    HeadingRenamed,
    SentenceRewritten,
    ParagraphsSwapped,
    ItemsSwapped,
    SectionsSwapped,
    ParagraphsMerged,
    ParagraphSplit,
    Reflowed,
    Restyled,
    ClauseAdded,
}

/// What a check can know of a family without a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shown {
    /// The structure shows it: it must be found.
    ByStructure,
    /// Only history shows it: nothing else may be said of it.
    ByHistory,
    /// It is no fault: nothing may be said.
    NotAtAll,
}

impl Family {
    pub(crate) const ALL: [Self; 24] = {
        use Family::*;
        [
            ParagraphDeleted,
            HeadingDeleted,
            ItemDeleted,
            CodeDeleted,
            RowDeleted,
            ParagraphAdded,
            HeadingAdded,
            ItemAdded,
            ParagraphExtended,
            ParagraphCut,
            NumberChanged,
            CodeChanged,
            BlockChanged,
            LinkRemoved,
            HeadingRenamed,
            SentenceRewritten,
            ParagraphsSwapped,
            ItemsSwapped,
            SectionsSwapped,
            ParagraphsMerged,
            ParagraphSplit,
            Reflowed,
            Restyled,
            ClauseAdded,
        ]
    };

    pub(crate) fn shown(self) -> Shown {
        use Family::*;
        match self {
            HeadingRenamed | SentenceRewritten => Shown::ByHistory,
            ParagraphsSwapped | ItemsSwapped | SectionsSwapped | ParagraphsMerged | ParagraphSplit | Reflowed
            | Restyled | ClauseAdded => Shown::NotAtAll,
            _ => Shown::ByStructure,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        use Family::*;
        match self {
            ParagraphDeleted => "paragraph deleted",
            HeadingDeleted => "heading deleted",
            ItemDeleted => "list item removed",
            CodeDeleted => "code block deleted",
            RowDeleted => "table row deleted",
            ParagraphAdded => "paragraph added",
            HeadingAdded => "heading added",
            ItemAdded => "list item added",
            ParagraphExtended => "paragraph extended by a sentence",
            ParagraphCut => "last sentence removed",
            NumberChanged => "number changed",
            CodeChanged => "inline command or flag changed",
            BlockChanged => "line of a code block changed",
            LinkRemoved => "link removed",
            HeadingRenamed => "heading renamed",
            SentenceRewritten => "paragraph rewritten at equal length",
            ParagraphsSwapped => "neighbouring paragraphs swapped",
            ItemsSwapped => "neighbouring list items swapped",
            SectionsSwapped => "neighbouring sections swapped",
            ParagraphsMerged => "paragraphs merged",
            ParagraphSplit => "paragraph split",
            Reflowed => "lines reflowed",
            Restyled => "markup restyled",
            ClauseAdded => "translator's clause added",
        }
    }
}

/// Texts of other articles in the same language, to add.
#[derive(Default)]
pub(crate) struct Donors {
    pub(crate) paragraphs: Vec<String>,
    pub(crate) headings: Vec<String>,
    pub(crate) items: Vec<String>,
    pub(crate) sentences: Vec<String>,
}

impl Donors {
    pub(crate) fn add(&mut self, document: &Document) {
        for segment in &document.segments {
            let text = without_marker(segment.span.slice(&document.text).trim()).1;
            if text.contains(['[', ']', '`', '*', '_', '<', '{', '|', '\\', '\n', '#', '&']) || text.len() < 12 {
                continue;
            }
            match segment.kind {
                SegmentKind::Paragraph if segment.depth == 0 && text.chars().count() > 60 => {
                    self.sentences.extend(sentence_ends(text).first().map(|end| text[..*end].to_owned()));
                    self.paragraphs.push(text.to_owned());
                }
                SegmentKind::Heading(_) => self.headings.push(text.to_owned()),
                SegmentKind::ListItem(_) if text.chars().count() > 15 => self.items.push(text.to_owned()),
                _ => {}
            }
        }
        self.sentences.retain(|sentence| (40..240).contains(&sentence.chars().count()));
    }
}

/// The sign of a heading or a list item, and what follows it.
fn without_marker(text: &str) -> (&str, &str) {
    let signs =
        text.trim_start_matches(['#', '-', '*', '+', '.', ')']).trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = signs.trim_start_matches(['.', ')']);
    if rest.len() < text.len() && rest.starts_with(' ') {
        let rest = rest.trim_start();
        return text.split_at(text.len() - rest.len());
    }
    ("", text)
}

/// A changed text.
pub(crate) struct Mutation {
    pub(crate) text: String,
    /// The change in the changed text; empty where something went.
    pub(crate) place: Span,
    /// The segments of the old text that it touched.
    pub(crate) touched: Vec<usize>,
    /// For each segment of the old text those of the new one that hold it.
    pub(crate) map: Vec<Vec<usize>>,
    /// By how much the segment grew or shrank, as a share of itself.
    pub(crate) share: f64,
}

/// Changes `document` as `family` says, at a place that the dice choose; `None` where nothing fits.
pub(crate) fn mutate(family: Family, document: &Document, donors: &Donors, dice: &mut Dice) -> Option<Mutation> {
    (0..6).find_map(|_| attempt(family, document, donors, dice))
}

fn attempt(family: Family, document: &Document, donors: &Donors, dice: &mut Dice) -> Option<Mutation> {
    use Family::*;
    let kind = |wanted: fn(SegmentKind) -> bool| -> Vec<usize> {
        let all = document.segments.iter().enumerate();
        let fits = all.filter(|(_, segment)| wanted(segment.kind) && has_text(document, segment));
        fits.map(|(at, _)| at).collect()
    };
    let paragraphs = || kind(|kind| kind == SegmentKind::Paragraph);
    let prose = || kind(|kind| matches!(kind, SegmentKind::Paragraph | SegmentKind::ListItem(_)));
    match family {
        ParagraphDeleted => delete(document, *dice.pick(&paragraphs())?),
        HeadingDeleted => delete(document, *dice.pick(&kind(|kind| matches!(kind, SegmentKind::Heading(_))))?),
        ItemDeleted => delete(document, *dice.pick(&leaf_items(document))?),
        CodeDeleted => delete(document, *dice.pick(&kind(|kind| kind == SegmentKind::CodeBlock))?),
        RowDeleted => delete_row(document, dice),
        ParagraphAdded => insert(document, dice.pick(&donors.paragraphs)?, dice, ""),
        HeadingAdded => insert(document, dice.pick(&donors.headings)?, dice, "## "),
        ItemAdded => insert_item(document, dice.pick(&donors.items)?, dice),
        ParagraphExtended => {
            let at = *dice.pick(&paragraphs())?;
            let segment = &document.segments[at];
            let plain = document.plain(segment).trim_end();
            if plain.split_whitespace().count() < 4 || plain.ends_with(':') {
                return None;
            }
            let end = segment.span.end as usize;
            edit(document, at, end..end, &format!(" {}", dice.pick(&donors.sentences)?))
        }
        ParagraphCut => cut(document, *dice.pick(&paragraphs())?),
        NumberChanged => change_number(document, *dice.pick(&prose())?, dice),
        CodeChanged => change_code(document, dice, false),
        BlockChanged => change_code(document, dice, true),
        LinkRemoved => remove_link(document, dice),
        HeadingRenamed => {
            let at = *dice.pick(&kind(|kind| matches!(kind, SegmentKind::Heading(_))))?;
            replace(document, at, &donors.headings)
        }
        SentenceRewritten => replace(document, *dice.pick(&paragraphs())?, &donors.paragraphs),
        ParagraphsSwapped => swap_segments(document, dice, |kind| kind == SegmentKind::Paragraph),
        ItemsSwapped => swap_segments(document, dice, |kind| matches!(kind, SegmentKind::ListItem(_))),
        SectionsSwapped => swap_sections(document, dice),
        ParagraphsMerged => merge(document, dice),
        ParagraphSplit => split(document, *dice.pick(&paragraphs())?),
        Reflowed => reflow(document),
        Restyled => restyle(document),
        ClauseAdded => add_clause(document, *dice.pick(&paragraphs())?, donors, dice),
    }
}

fn has_text(document: &Document, segment: &Segment) -> bool {
    let text = if segment.plain.is_empty() { segment.span.slice(&document.text) } else { document.plain(segment) };
    text.chars().filter(|c| c.is_alphanumeric()).count() > 3
}

fn identity(document: &Document) -> Vec<Vec<usize>> {
    (0..document.segments.len()).map(|at| vec![at]).collect()
}

/// Whether the segments of `new` are those of `old`, as `map` says, but for the touched ones.
fn holds(old: &Document, new: &Document, map: &[Vec<usize>], touched: &[usize], extra: usize) -> bool {
    let mapped: usize = map.iter().map(Vec::len).sum();
    if mapped + extra != new.segments.len() {
        return false;
    }
    let text = |document: &Document, at: usize| {
        let segment = &document.segments[at];
        let plain = document.plain(segment).split_whitespace().collect::<Vec<_>>().join(" ");
        let codes: String = document.codes(segment).iter().map(|code| code.content.as_str()).collect();
        (std::mem::discriminant(&segment.kind), plain, codes)
    };
    map.iter().enumerate().all(|(at, now)| {
        touched.contains(&at) || now.len() == 1 && now[0] < new.segments.len() && text(old, at) == text(new, now[0])
    })
}

fn finish(
    document: &Document,
    text: String,
    place: Span,
    touched: Vec<usize>,
    map: Vec<Vec<usize>>,
    extra: usize,
) -> Option<Mutation> {
    let new = Document::parse(document.path.clone(), text.clone());
    let share = match (touched.as_slice(), map.get(*touched.first().unwrap_or(&0)).map(Vec::as_slice)) {
        ([at], Some([now])) if now < &new.segments.len() => {
            let length = |document: &Document, at: usize| document.plain(&document.segments[at]).chars().count();
            #[allow(clippy::cast_precision_loss)]
            let share = length(&new, *now) as f64 / length(document, *at).max(1) as f64;
            share - 1.0
        }
        _ => 0.0,
    };
    let changed = text != document.text && document.front.fields.len() == new.front.fields.len();
    (changed && holds(document, &new, &map, &touched, extra)).then_some(Mutation { text, place, touched, map, share })
}

/// Replaces bytes of one segment.
fn edit(document: &Document, at: usize, range: std::ops::Range<usize>, with: &str) -> Option<Mutation> {
    let text = format!("{}{with}{}", document.text.get(..range.start)?, document.text.get(range.end..)?);
    let place = document.segments[at].span;
    let place = Span::new(place.start as usize, place.end as usize + with.len() - range.len());
    finish(document, text, place, vec![at], identity(document), 0)
}

/// The whole lines of a segment, with the blank lines that follow.
fn lines_of(document: &Document, first: usize, last: usize) -> std::ops::Range<usize> {
    let text = &document.text;
    let (from, to) = (document.segments[first].span.start as usize, document.segments[last].span.end as usize);
    let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
    let mut end = text[to..].find('\n').map_or(text.len(), |at| to + at + 1);
    while let Some(line) = text[end..].split_inclusive('\n').next().filter(|line| line.trim().is_empty()) {
        end += line.len();
    }
    start..end
}

fn delete(document: &Document, at: usize) -> Option<Mutation> {
    delete_run(document, at, at)
}

fn delete_run(document: &Document, first: usize, last: usize) -> Option<Mutation> {
    let range = lines_of(document, first, last);
    if (range.start as u32) < document.body.start {
        return None;
    }
    let text = format!("{}{}", &document.text[..range.start], &document.text[range.end..]);
    let count = last + 1 - first;
    let map = 0..document.segments.len();
    let map = map.map(|at| match at {
        at if at < first => vec![at],
        at if at <= last => vec![],
        at => vec![at - count],
    });
    finish(document, text, Span::at(range.start), (first..=last).collect(), map.collect(), 0)
}

fn delete_row(document: &Document, dice: &mut Dice) -> Option<Mutation> {
    let is_start =
        |at: &usize| matches!(document.segments[*at].kind, SegmentKind::TableCell { header: false, column: 0 });
    let starts: Vec<usize> = (0..document.segments.len()).filter(is_start).collect();
    let first = *dice.pick(&starts)?;
    let is_cell = |at: &usize| matches!(document.segments[*at].kind, SegmentKind::TableCell { header: false, column } if column > 0);
    let last = (first + 1..document.segments.len()).take_while(is_cell).last().unwrap_or(first);
    delete_run(document, first, last)
}

/// Items without anything below them, in lists that keep others.
fn leaf_items(document: &Document) -> Vec<usize> {
    let segments = &document.segments;
    let is_item = |segment: &Segment| matches!(segment.kind, SegmentKind::ListItem(_));
    let is_leaf = |at: usize| {
        let here = &segments[at];
        let below = segments.get(at + 1).is_some_and(|next| next.block == here.block && next.depth > here.depth);
        let more = segments
            .get(at + 1)
            .is_some_and(|next| next.block == here.block && next.depth == here.depth && !is_item(next));
        let beside = [at.wrapping_sub(1), at + 1]
            .iter()
            .any(|other| segments.get(*other).is_some_and(|other| other.block == here.block && is_item(other)));
        is_item(here) && has_text(document, here) && !below && !more && beside
    };
    (0..segments.len()).filter(|at| is_leaf(*at)).collect()
}

/// Adds a block before a top-level block.
fn insert(document: &Document, donor: &str, dice: &mut Dice, marker: &str) -> Option<Mutation> {
    let starts: Vec<usize> = (1..document.segments.len())
        .filter(|at| {
            let (before, here) = (&document.segments[at - 1], &document.segments[*at]);
            here.block != before.block
                && here.depth == 0
                && !matches!(here.kind, SegmentKind::Html)
                && !matches!(here.kind, SegmentKind::Footnote)
        })
        .collect();
    let at = *dice.pick(&starts)?;
    let start = lines_of(document, at, at).start;
    let text = format!("{}{marker}{donor}\n\n{}", document.text.get(..start)?, document.text.get(start..)?);
    let map = (0..document.segments.len()).map(|other| vec![other + usize::from(other >= at)]).collect();
    let place = Span::new(start, start + marker.len() + donor.len());
    finish(document, text, place, vec![], map, 1)
}

fn insert_item(document: &Document, donor: &str, dice: &mut Dice) -> Option<Mutation> {
    let at = *dice.pick(&leaf_items(document))?;
    let (line, span) = (lines_of(document, at, at), document.segments[at].span);
    let indent = document.text.get(line.start..span.start as usize)?;
    let (marker, _) = without_marker(span.slice(&document.text));
    if marker.is_empty() || !indent.trim_matches([' ', '>']).is_empty() {
        return None;
    }
    let item = format!("{indent}{marker}{donor}\n");
    let text = format!("{}{item}{}", &document.text[..line.start], &document.text[line.start..]);
    let map = (0..document.segments.len()).map(|other| vec![other + usize::from(other >= at)]).collect();
    let place = Span::new(line.start + indent.len(), line.start + item.len() - 1);
    finish(document, text, place, vec![], map, 1)
}

/// Where sentences end within a text.
fn sentence_ends(text: &str) -> Vec<usize> {
    let ends = text.char_indices().filter(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        matches!(c, '.' | '!' | '?' | '\u{061F}')
            && (rest.starts_with(' ') || rest.is_empty())
            && text[..*at].chars().next_back().is_some_and(char::is_alphabetic)
    });
    ends.map(|(at, c)| at + c.len_utf8()).collect()
}

fn cut(document: &Document, at: usize) -> Option<Mutation> {
    let span = document.segments[at].span;
    let text = span.slice(&document.text);
    let end = *sentence_ends(text).iter().rev().find(|end| text.len() - **end > 25)?;
    let rest = &text[end..];
    if rest.contains(['[', ']', '`', '*', '_', '<', '>', '{', '\n']) {
        return None;
    }
    edit(document, at, span.start as usize + end..span.end as usize, "")
}

fn change_number(document: &Document, at: usize, dice: &mut Dice) -> Option<Mutation> {
    let segment = &document.segments[at];
    let plain = document.plain(segment);
    let is_digit = |c: char| c.is_ascii_digit() || ('\u{660}'..='\u{669}').contains(&c);
    let alone =
        |at: usize| !plain[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || "-_/.#".contains(c));
    let digits: Vec<(usize, char)> = plain.char_indices().filter(|(at, c)| is_digit(*c) && alone(*at)).collect();
    let (offset, digit) = *dice.pick(&digits)?;
    let origin = document.source_offset(segment.plain.start + offset as u32) as usize;
    if !document.text.get(origin..)?.starts_with(digit) {
        return None;
    }
    let zero = if digit.is_ascii() { '0' } else { '\u{660}' } as u32;
    let value = digit as u32 - zero;
    let other = char::from_u32(zero + (value + 1 + dice.roll(7) as u32) % 9 + 1).filter(|other| *other != digit)?;
    if (other as u32 - zero) == value || (other as u32 - zero) > 9 {
        return None;
    }
    edit(document, at, origin..origin + digit.len_utf8(), &other.to_string())
}

fn change_code(document: &Document, dice: &mut Dice, block: bool) -> Option<Mutation> {
    let codes: Vec<_> = document.codes.iter().filter(|code| code.block == block && code.content.len() > 3).collect();
    let code = dice.pick(&codes)?;
    let (from, written) = (code.span.start as usize, code.span.slice(&document.text));
    // A word of it, beginning with a Latin letter, loses its last letter and gets others.
    let inner = if block { written.find('\n')? + 1..written.trim_end().rfind('\n')? } else { 1..written.len() - 1 };
    let body = written.get(inner.clone())?;
    let words: Vec<(usize, &str)> = body
        .split(|c: char| !(c.is_ascii_alphanumeric()))
        .filter(|word| word.len() > 2 && word.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(|word| (word.as_ptr() as usize - body.as_ptr() as usize, word))
        .collect();
    let (offset, word) = *dice.pick(&words)?;
    let at = from + inner.start + offset;
    edit(document, code.segment as usize, at + word.len() - 1..at + word.len(), "zu")
}

/// Takes the address from a link and leaves its text.
fn remove_link(document: &Document, dice: &mut Dice) -> Option<Mutation> {
    let inline = document.links.iter().filter(|link| link.kind == mizan::article::LinkKind::Inline);
    let links: Vec<_> = inline.filter(|link| !link.destination.starts_with('#')).collect();
    let link = dice.pick(&links)?;
    let written = link.span.slice(&document.text);
    let text = written.strip_prefix('[')?.split("](").next()?;
    edit(document, link.segment as usize, link.span.range(), text)
}

/// Another text of about the same length.
fn replace(document: &Document, at: usize, donors: &[String]) -> Option<Mutation> {
    let span = document.segments[at].span;
    let old = span.slice(&document.text);
    if old.contains(['[', '`', '<', '{', '\n']) {
        return None;
    }
    let (head, old) = without_marker(old);
    let length = old.chars().count();
    let near = donors.iter().min_by_key(|donor| donor.chars().count().abs_diff(length))?;
    if near.chars().count().abs_diff(length) * 8 > length || near == old {
        return None;
    }
    let start = span.start as usize + head.len();
    edit(document, at, start..span.end as usize, near)
}

fn swap_ranges(
    document: &Document,
    one: (std::ops::Range<usize>, std::ops::Range<usize>),
    other: (std::ops::Range<usize>, std::ops::Range<usize>),
) -> Option<Mutation> {
    let text = &document.text;
    let ((a, from_a), (b, from_b)) = (one, other);
    let (first, second) = (text.get(a.clone())?, text.get(b.clone())?);
    let new = format!("{}{second}{}{first}{}", &text[..a.start], text.get(a.end..b.start)?, &text[b.end..]);
    let (count_a, count_b) = (from_a.len(), from_b.len());
    let between = from_b.start - from_a.end;
    let map = (0..document.segments.len()).map(|at| {
        vec![if from_a.contains(&at) {
            at + between + count_b
        } else if from_b.contains(&at) {
            at - between - count_a
        } else if at >= from_a.end && at < from_b.start {
            at + count_b - count_a
        } else {
            at
        }]
    });
    let map: Vec<Vec<usize>> = map.collect();
    let place = Span::new(a.start, b.end);
    let mutation = finish(document, new, place, vec![], map, 0)?;
    Some(Mutation { touched: from_a.chain(from_b).collect(), ..mutation })
}

fn swap_segments(document: &Document, dice: &mut Dice, wanted: fn(SegmentKind) -> bool) -> Option<Mutation> {
    let leaves = leaf_items(document);
    let firsts: Vec<usize> = (0..document.segments.len().saturating_sub(1))
        .filter(|at| {
            let (a, b) = (&document.segments[*at], &document.segments[at + 1]);
            let items = matches!(a.kind, SegmentKind::ListItem(_));
            wanted(a.kind)
                && a.kind == b.kind
                && a.depth == b.depth
                && has_text(document, a)
                && has_text(document, b)
                && if items {
                    a.block == b.block && leaves.contains(at) && leaves.contains(&(at + 1))
                } else {
                    a.depth == 0
                }
        })
        .collect();
    let at = *dice.pick(&firsts)?;
    let range = |at: usize| (document.segments[at].span.range(), at..at + 1);
    swap_ranges(document, range(at), range(at + 1))
}

fn swap_sections(document: &Document, dice: &mut Dice) -> Option<Mutation> {
    let level = |at: &usize| match document.segments[*at].kind {
        SegmentKind::Heading(level) => Some(level),
        _ => None,
    };
    let heads: Vec<usize> = (0..document.segments.len()).filter(|at| level(at).is_some()).collect();
    let end = |of: usize| {
        let later = heads.iter().copied().filter(|at| *at > of);
        later.into_iter().find(|at| level(at) <= level(&of)).unwrap_or(document.segments.len())
    };
    let pairs: Vec<(usize, usize)> = heads.iter().map(|at| (*at, end(*at))).collect();
    let fits = |(at, next): &&(usize, usize)| *next < document.segments.len() && level(at) == level(next);
    let pairs: Vec<(usize, usize)> = pairs.iter().filter(fits).copied().collect();
    let (first, second) = *dice.pick(&pairs)?;
    let last = end(second);
    let start = |at: usize| {
        let segment = document.segments.get(at);
        segment.map_or(document.text.len(), |segment| lines_of_start(document, segment))
    };
    if last >= document.segments.len() || matches!(document.segments[last].kind, SegmentKind::Footnote) {
        return None;
    }
    let (a, b, c) = (start(first), start(second), start(last));
    swap_ranges(document, (a..b, first..second), (b..c, second..last))
}

fn lines_of_start(document: &Document, segment: &Segment) -> usize {
    document.text[..segment.span.start as usize].rfind('\n').map_or(0, |at| at + 1)
}

fn merge(document: &Document, dice: &mut Dice) -> Option<Mutation> {
    let firsts: Vec<usize> = (0..document.segments.len().saturating_sub(1))
        .filter(|at| {
            let (a, b) = (&document.segments[*at], &document.segments[at + 1]);
            a.kind == SegmentKind::Paragraph
                && b.kind == SegmentKind::Paragraph
                && a.depth == 0
                && b.depth == 0
                && has_text(document, a)
                && has_text(document, b)
        })
        .collect();
    let at = *dice.pick(&firsts)?;
    let (a, b) = (document.segments[at].span, document.segments[at + 1].span);
    let text = format!("{} {}", &document.text[..a.end as usize], &document.text[b.start as usize..]);
    let map = (0..document.segments.len()).map(|other| vec![other - usize::from(other > at)]).collect();
    let place = Span::new(a.start as usize, (a.end as usize) + 1 + b.len());
    // Both old segments are in the one new segment.
    let new = Document::parse(document.path.clone(), text.clone());
    let same = new.segments.len() + 1 == document.segments.len();
    same.then_some(Mutation { text, place, touched: vec![at, at + 1], map, share: 0.0 })
}

fn split(document: &Document, at: usize) -> Option<Mutation> {
    let segment = &document.segments[at];
    if segment.depth > 0 {
        return None;
    }
    let written = segment.span.slice(&document.text);
    let ends = sentence_ends(written);
    let end = *ends.iter().min_by_key(|end| end.abs_diff(written.len() / 2))?;
    if end < 30 || written.len() - end < 30 || written.contains(['\n', '<']) {
        return None;
    }
    let cut = segment.span.start as usize + end;
    let text = format!("{}\n\n{}", &document.text[..cut], document.text[cut..].trim_start());
    let map: Vec<Vec<usize>> = (0..document.segments.len())
        .map(|other| match other {
            other if other < at => vec![other],
            other if other == at => vec![at, at + 1],
            other => vec![other + 1],
        })
        .collect();
    let place = Span::new(segment.span.start as usize, segment.span.end as usize + 1);
    let mutation = finish(document, text, place, vec![at], map, 0)?;
    Some(Mutation { share: 0.0, ..mutation })
}

/// All paragraphs of the first level in lines of some sixty characters.
fn reflow(document: &Document) -> Option<Mutation> {
    let mut text = String::new();
    let mut done = 0;
    for segment in document.segments.iter().filter(|it| it.kind == SegmentKind::Paragraph && it.depth == 0) {
        let span = segment.span;
        text.push_str(&document.text[done..span.start as usize]);
        let mut column = 0;
        for (at, word) in span.slice(&document.text).split(' ').enumerate() {
            let risky = word.is_empty() || word.starts_with(|c: char| !c.is_alphabetic());
            if at > 0 {
                text.push(if column > 60 && !risky { '\n' } else { ' ' });
                column = if column > 60 && !risky { 0 } else { column };
            }
            text.push_str(word);
            column += word.chars().count() + 1;
        }
        done = span.end as usize;
    }
    text.push_str(&document.text[done..]);
    finish(document, text, Span::at(0), vec![], identity(document), 0)
}

/// Other signs for the same emphasis and the same lists.
fn restyle(document: &Document) -> Option<Mutation> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in document.text.split_inclusive('\n') {
        let here = Span::new(start, start + line.len());
        start += line.len();
        if document.codes.iter().any(|code| code.block && code.span.start < here.end && here.start < code.span.end) {
            lines.push(line.to_owned());
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let (space, rest) = line.split_at(indent);
        let rest = match rest.strip_prefix("- ") {
            Some(rest) if !rest.trim_start().starts_with('-') => format!("* {rest}"),
            _ => match rest.strip_prefix("* ") {
                Some(rest) if !rest.trim_start().starts_with('*') => format!("- {rest}"),
                _ => rest.to_owned(),
            },
        };
        lines.push(format!("{space}{}", restyle_emphasis(&rest)));
    }
    let head = document.body.start as usize;
    let text = lines.concat();
    let text = format!("{}{}", &document.text[..head], text.get(head..)?);
    finish(document, text, Span::at(0), vec![], identity(document), 0)
}

/// `_x_` becomes `*x*` where that is plainly emphasis.
fn restyle_emphasis(line: &str) -> String {
    if line.contains(['`', '<', '(', '{']) {
        return line.to_owned();
    }
    let mut text = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('_') {
        let before = rest[..start].chars().next_back().is_none_or(char::is_whitespace);
        let inner = rest[start + 1..].split('_').next().unwrap_or_default();
        let closed = rest[start + 1..].len() > inner.len() && !inner.is_empty() && !inner.starts_with([' ', '_']);
        if before && closed && !rest[start + 1 + inner.len() + 1..].starts_with('_') {
            text.push_str(&rest[..start]);
            text.push_str(&format!("*{inner}*"));
            rest = &rest[start + inner.len() + 2..];
        } else {
            text.push_str(&rest[..=start]);
            rest = &rest[start + 1..];
        }
    }
    text + rest
}

/// A few words more, before a sentence's end, in a paragraph that is long enough to bear them.
fn add_clause(document: &Document, at: usize, donors: &Donors, dice: &mut Dice) -> Option<Mutation> {
    let span = document.segments[at].span;
    let written = span.slice(&document.text);
    if written.split_whitespace().count() < 25 {
        return None;
    }
    let end = span.start as usize + written.trim_end_matches(['.', '!', '?', ':', '\u{061F}']).len();
    let words = dice.pick(&donors.sentences)?.split_whitespace().take(2 + dice.roll(3)).collect::<Vec<_>>().join(" ");
    if words.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let words = words.trim_end_matches(['.', ',', '\u{060C}', ':']);
    edit(document, at, end..end, &format!(" \u{2013} {words}"))
}
