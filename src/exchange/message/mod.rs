//! Messages: each part as a unit, each variant as a segment of it, and units that came back as changes of a file.

mod file;
mod insert;
mod merge;
mod render;
mod shape;
mod write;

use std::sync::Arc;

use crate::exchange::codes;
use crate::exchange::unit::{Note, Piece, Plural, Segment, Sheet, Unit};
use crate::locale::Locale;
use crate::message::plural::{Counting, Plurals, category_name, category_named};
use crate::message::{CatalogView, Comment, Entry, Part};
use crate::phrase::Phrase;
use crate::words::Words;

use merge::{Plan, Row, merge};
use shape::shape;

/// A file of messages: what `{file}` matched, its path, its text.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) path: Arc<str>,
    pub(crate) text: Arc<str>,
}

/// The messages of one source file as they are now, in both languages.
pub(crate) struct Loaded {
    pub(crate) sheet: Sheet,
    /// Of each unit: which part of which message it is.
    stands: Vec<Stand>,
    /// The source's messages, in order.
    order: Vec<Source>,
    /// The translation's files.
    targets: Vec<File>,
    /// Where messages go that the translation lacks: name and path.
    home: (String, String),
}

/// What a unit is.
#[derive(Clone, Debug)]
struct Stand {
    id: String,
    attribute: Option<String>,
    plan: Plan,
    /// Index of the file that has the message.
    file: Option<usize>,
    /// Whether the message stands there but cannot be read.
    unreadable: bool,
}

/// A message of the source.
#[derive(Clone, Debug)]
struct Source {
    id: String,
    /// The group's comment with its place, where it is in a group.
    group: Option<(u32, String)>,
    /// Whether a blank line stands before it.
    apart: bool,
}

/// What is asked of [`load`].
pub(crate) struct Request<'a> {
    pub(crate) source: &'a File,
    pub(crate) targets: Vec<File>,
    pub(crate) home: String,
    pub(crate) locale: &'a Locale,
    pub(crate) words: Option<&'a Words>,
}

/// Reads the messages of a source file, and their translations where there are some.
pub(crate) fn load(request: Request<'_>) -> Loaded {
    let Request { source, targets, home, locale, words } = request;
    let view = |files: &[File]| -> Vec<File> { files.to_vec() };
    let (sources, others) = (view(std::slice::from_ref(source)), view(&targets));
    let parsed = catalog(&sources);
    let translated = catalog(&others);
    let mut loaded = Loaded {
        sheet: Sheet { original: source.path.to_string(), ..Sheet::default() },
        stands: Vec::new(),
        order: Vec::new(),
        targets,
        home: (source.name.clone(), home),
    };
    if let Some(words) = words {
        let path = Phrase::new("exchange-note-messages").with("path", loaded.home.1.as_str());
        loaded.sheet.notes.push(Note { category: "context", text: words.say(&path) });
    }
    let plurals = Plurals::new(locale);
    for entry in parsed.definitions() {
        loaded.order.push(source_of(entry, &source.text));
        for part in entry.parts().filter(|part| !entry.is_term() || part.attribute.is_none()) {
            let both = Both { parsed: &parsed, translated: &translated, entry, plurals: &plurals, words };
            let (unit, stand) = both.unit(&part);
            // Also what has no words, such as a number to call: the translation must have it, and may write it otherwise.
            loaded.sheet.units.push(unit);
            loaded.stands.push(stand);
        }
    }
    loaded
}

fn catalog(files: &[File]) -> CatalogView<'_> {
    CatalogView::new(files.iter().map(|file| (file.name.as_str(), &file.path, &*file.text)))
}

fn source_of(entry: &Entry<'_>, text: &str) -> Source {
    let start = entry.comment.as_ref().map_or(entry.span.start, |comment| comment.span.start);
    let before = text.get(..start as usize).unwrap_or_default().replace('\r', "");
    let group = entry.group.as_ref().map(|group| (group.span.start, group.span.slice(text).replace("\r\n", "\n")));
    Source { id: entry.id.to_owned(), group, apart: before.ends_with("\n\n") }
}

struct Both<'b, 'a> {
    parsed: &'b CatalogView<'a>,
    translated: &'b CatalogView<'a>,
    entry: &'b Entry<'a>,
    plurals: &'b Plurals,
    words: Option<&'b Words>,
}

impl Both<'_, '_> {
    fn unit(&self, part: &Part<'_, '_>) -> (Unit, Stand) {
        let name = match part.attribute {
            None => self.entry.id.to_owned(),
            Some(attribute) => format!("{}.{attribute}", self.entry.id),
        };
        let source = shape(self.parsed.file(self.entry), part.pattern);
        let other = self.translated.get(self.entry.id);
        let target = other.and_then(|other| {
            let part = other.part(part.attribute)?;
            Some(shape(self.translated.file(other), part.pattern))
        });
        let (plan, rows) = merge(&source, target.as_ref(), self.plurals);
        let plural = plural(&plan, &rows, &source);
        let is_one = rows.len() == 1;
        let segments = rows.into_iter().map(|row| self.segment(row, is_one)).collect();
        let stand = Stand {
            id: self.entry.id.to_owned(),
            attribute: part.attribute.map(str::to_owned),
            plan,
            file: other.map(|other| other.file),
            unreadable: other.is_none() && self.translated.is_unreadable(self.entry.id),
        };
        let kind = if self.entry.is_term() { "term" } else { "message" };
        let notes = self.notes();
        (Unit { id: name.clone(), name: Some(name), kind, notes, segments, plural }, stand)
    }

    fn segment(&self, row: Row, is_one: bool) -> Segment {
        let Row { path, mut source, mut target, category } = row;
        // Ids of codes are unique in the unit.
        let prefix = if is_one && path.is_empty() { String::new() } else { format!("{path}-") };
        codes::number(&mut source, target.as_deref_mut(), &prefix);
        let note = self.words.zip(category).map(|(words, (category, number))| {
            let numbers = numbers(self.plurals, category, number.counting);
            let id = if numbers.is_empty() { "exchange-note-plural-fractions" } else { "exchange-note-plural" };
            let phrase = Phrase::new(id).with("category", category_name(category)).with("numbers", numbers);
            Note { category: "plural", text: words.say(&phrase) }
        });
        Segment { id: path, source, target, note }
    }

    fn notes(&self) -> Vec<Note> {
        if self.words.is_none() {
            return Vec::new();
        }
        let text = |comment: &Comment<'_>| {
            let lines = comment.lines.iter().filter(|line| !line.trim_start().starts_with("mizan-allow"));
            lines.copied().collect::<Vec<_>>().join("\n").trim().to_owned()
        };
        let group = self.entry.group.iter().map(|comment| Note { category: "context", text: text(comment) });
        let own = self.entry.comment.iter().map(|comment| Note { category: "comment", text: text(comment) });
        group.chain(own).filter(|note| !note.text.is_empty()).collect()
    }
}

/// Which segment is which plural form, where the part is one select on a count and nothing else.
fn plural(plan: &Plan, rows: &[Row], source: &shape::Node) -> Option<Plural> {
    let (Some(own), [select], false) = (source.sole_select(), plan.selects.as_slice(), plan.has_text) else {
        return None;
    };
    let number = own.number.as_ref()?;
    let is_count = number.counting == Counting::Cardinal && number.digits == 0;
    let is_flat = select.variants.len() == rows.len()
        && select.variants.iter().all(|variant| category_named(&variant.key).is_some())
        // What gettext writes as `msgid` and `msgid_plural` says all that the source says.
        && own.variants.iter().all(|variant| matches!(variant.key.as_str(), "one" | "other"));
    let index = |key: &str| select.variants.iter().position(|variant| variant.key == key);
    let singular = own.variant("one").and_then(|_| index("one")).filter(|_| is_count && is_flat)?;
    let forms = select.variants.iter().enumerate().map(|(at, variant)| (variant.key.clone(), at)).collect();
    Some(Plural { singular, plural: index("other")?, forms })
}

/// The whole numbers that take a plural form: `3–10, 103–110, 203–210, …`; nothing where only fractions do.
fn numbers(plurals: &Plurals, category: icu_plurals::PluralCategory, counting: Counting) -> String {
    const SHOWN: usize = 3;
    let takes = |number: u64| plurals.category_of_integer(counting, number) == category;
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for number in (0..=1_000).filter(|number| takes(*number)) {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == number => *end = number,
            _ => runs.push((number, number)),
        }
    }
    let more = runs.len() > SHOWN;
    let run = |(start, end): &(u64, u64)| if start == end { start.to_string() } else { format!("{start}–{end}") };
    let mut shown: Vec<String> = runs.iter().take(SHOWN).map(run).collect();
    shown.extend(more.then(|| "…".to_owned()));
    shown.join(", ")
}

/// A text as the sheet has it, where the part is written from it again.
fn current(segment: &Segment) -> Option<&[Piece]> {
    segment.target.as_deref()
}

#[cfg(test)]
mod tests;
