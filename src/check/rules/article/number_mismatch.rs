use std::collections::HashMap;

use crate::article::{Document, is_prose};
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::check::{Severity, Unit};
use crate::phrase::Phrase;
use crate::source::{Place, Span};
use crate::text::number::{Number, NumberKind, numbers, spelled_values};

declare_rule! {
    /// # What it does
    ///
    /// Compares the numbers of each segment with those of its counterpart, by value: `1,234.5` and `١٬٢٣٤٫٥` are one
    /// number. Dotted identifiers (4.1.2, 192.0.2.1) are compared part by part, in order, and a reversed one is named
    /// as such. A number written as a word is no fault, nor is one that moved to another segment; a small one that is
    /// missing is only information, since languages word small counts differently.
    ///
    /// # Why
    ///
    /// A wrong figure in a dose, a price or a telephone number does more harm than any clumsy sentence.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Version 4.1.2 costs 1,250 shekels.      (en.md)
    /// يكلّف الإصدار 2.1.4 مبلغ 1,520 شيكلًا.    (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// يكلّف الإصدار 4.1.2 مبلغ 1,250 شيكلًا.
    /// ```
    pub(crate) static RULE = ("article/number-mismatch", Warn, Pair(check));
}

/// Up to here a number may be worded differently (both, a pair, twice): information only.
const SMALL: u64 = 12;

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    let (theirs, ours) = (Side::of(look.source), Side::of(look.target));
    if theirs.sorted() == ours.sorted() {
        return compare_fields(look, sink);
    }
    let mut balance = Balance::of(&theirs, &ours);
    for group in &look.alignment.groups {
        if group.source.is_empty() || group.target.is_empty() {
            balance.settle(&theirs, &group.source, &ours, &group.target);
            continue;
        }
        let source = theirs.in_segments(&group.source);
        let target = ours.in_segments(&group.target);
        let (mut lacking, mut added) = differences(source, target);
        lacking.retain(|number| balance.lacks(number));
        added.retain(|number| balance.adds(number));
        if lacking.is_empty() && added.is_empty() {
            continue;
        }
        let text = |document: &Document, indices: &[u32]| {
            let segments = indices.iter().filter_map(|at| document.segments.get(*at as usize));
            segments.map(|segment| document.plain(segment)).collect::<Vec<_>>().join(" ")
        };
        let (source_text, target_text) = (text(look.source, &group.source), text(look.target, &group.target));
        forgive_words(look, &source_text, &target_text, &mut lacking, &mut added);
        let whole = group.target.first().and_then(|at| look.target.segments.get(*at as usize));
        let whole = whole.map_or(look.target.body, |segment| segment.span);
        report(
            look,
            sink,
            &lacking,
            &added,
            &Places {
                whole: look.target.place(whole),
                source: &|number| look.source.place(look.source.source_span(number.span)),
                target: &|number| look.target.place(look.target.source_span(number.span)),
            },
        );
    }
    compare_fields(look, sink);
}

/// The numbers of all segments of a document, in order.
struct Side {
    numbers: Vec<Number>,
    /// For each segment the end of its numbers.
    ends: Vec<usize>,
}

impl Side {
    fn of(document: &Document) -> Self {
        let mut side = Self { numbers: Vec::new(), ends: Vec::with_capacity(document.segments.len()) };
        for segment in &document.segments {
            if is_prose(segment.kind) {
                let found = numbers(document.plain(segment)).into_iter().filter(is_compared);
                side.numbers.extend(found.map(|number| shifted(number, segment.plain.start)));
            }
            side.ends.push(side.numbers.len());
        }
        side
    }

    fn sorted(&self) -> Vec<&str> {
        let mut values: Vec<&str> = self.numbers.iter().map(|number| number.value.as_str()).collect();
        values.sort_unstable();
        values
    }

    fn in_segments(&self, indices: &[u32]) -> Vec<&Number> {
        let of_one = |at: &u32| {
            let at = *at as usize;
            let start = if at == 0 { 0 } else { self.ends[at - 1] };
            &self.numbers[start..self.ends[at]]
        };
        indices.iter().flat_map(of_one).collect()
    }
}

fn shifted(mut number: Number, by: u32) -> Number {
    number.span = Span { start: number.span.start + by, end: number.span.end + by };
    number
}

fn is_compared(number: &Number) -> bool {
    !matches!(number.kind, NumberKind::Identifier)
}

/// How often each number stands in the whole target beyond the source (or short of it): what moved is even.
struct Balance<'a> {
    counts: HashMap<&'a str, i32>,
}

impl<'a> Balance<'a> {
    fn of(source: &'a Side, target: &'a Side) -> Self {
        let mut counts: HashMap<&str, i32> = HashMap::new();
        source.numbers.iter().for_each(|number| *counts.entry(&number.value).or_default() -= 1);
        target.numbers.iter().for_each(|number| *counts.entry(&number.value).or_default() += 1);
        Self { counts }
    }

    /// A segment without counterpart is another rule's finding: its numbers are not missing too.
    fn settle(&mut self, source: &'a Side, lacking: &[u32], target: &'a Side, added: &[u32]) {
        source.in_segments(lacking).iter().for_each(|number| *self.counts.entry(&number.value).or_default() += 1);
        target.in_segments(added).iter().for_each(|number| *self.counts.entry(&number.value).or_default() -= 1);
    }

    fn lacks(&mut self, number: &'a Number) -> bool {
        let count = self.counts.entry(&number.value).or_default();
        let lacks = *count < 0;
        *count += i32::from(lacks);
        lacks
    }

    fn adds(&mut self, number: &'a Number) -> bool {
        let count = self.counts.entry(&number.value).or_default();
        let adds = *count > 0;
        *count -= i32::from(adds);
        adds
    }
}

/// What only one side has, repeats counted.
fn differences<'a>(source: Vec<&'a Number>, mut target: Vec<&'a Number>) -> (Vec<&'a Number>, Vec<&'a Number>) {
    let mut lacking = Vec::new();
    for number in source {
        match target.iter().position(|other| other.value == number.value) {
            Some(at) => drop(target.remove(at)),
            None => lacking.push(number),
        }
    }
    (lacking, target)
}

/// Takes out numbers that the other language writes as a word, or in thousands and millions.
fn forgive_words(
    look: &PairLook<'_>,
    source: &str,
    target: &str,
    lacking: &mut Vec<&Number>,
    added: &mut Vec<&Number>,
) {
    if lacking.is_empty() && added.is_empty() {
        return;
    }
    forgive(lacking, &mut spelled_values(target, look.locale.id()));
    forgive(added, &mut spelled_values(source, look.source_locale.id()));
    for scale in [1e3, 1e6, 1e9] {
        lacking.retain(|number| {
            let Some(value) = value_of(number) else { return true };
            let scaled = |other: &&Number| {
                value_of(other).is_some_and(|other| close(other, value * scale) || close(other * scale, value))
            };
            match added.iter().position(scaled) {
                Some(at) => {
                    added.remove(at);
                    false
                }
                None => true,
            }
        });
    }
}

fn forgive(numbers: &mut Vec<&Number>, spelled: &mut Vec<u32>) {
    numbers.retain(|number| {
        let at = spelled.iter().position(|value| value.to_string() == number.value);
        at.is_none_or(|at| {
            spelled.swap_remove(at);
            false
        })
    });
}

fn value_of(number: &Number) -> Option<f64> {
    matches!(number.kind, NumberKind::Plain).then(|| number.value.parse().ok()).flatten()
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= other.abs() * 1e-9
}

struct Places<'a> {
    whole: Place,
    source: &'a dyn Fn(&Number) -> Place,
    target: &'a dyn Fn(&Number) -> Place,
}

fn report(look: &PairLook<'_>, sink: &mut Sink<'_>, lacking: &[&Number], added: &[&Number], places: &Places<'_>) {
    let mut added = added.to_vec();
    let mut alone = Vec::new();
    for number in lacking {
        let Some(at) = added.iter().position(|other| reversed(number, other)) else {
            alone.push(*number);
            continue;
        };
        let other = added.remove(at);
        let message = Phrase::new("article-number-mismatch.reversed");
        one(look, sink, message, Some(number), Some(other), places);
    }
    let mut alone = alone.into_iter();
    for other in added {
        let number = alone.next();
        let id = if number.is_some() { "article-number-mismatch" } else { "article-number-mismatch.extra" };
        one(look, sink, Phrase::new(id), number, Some(other), places);
    }
    for number in alone {
        one(look, sink, Phrase::new("article-number-mismatch.missing"), Some(number), None, places);
    }
}

/// Whether two dotted identifiers have the same parts the other way round.
fn reversed(number: &Number, other: &Number) -> bool {
    number.kind == NumberKind::Dotted
        && other.kind == NumberKind::Dotted
        && number.value.split('.').eq(other.value.split('.').rev())
}

fn one(
    look: &PairLook<'_>,
    sink: &mut Sink<'_>,
    message: Phrase,
    source: Option<&Number>,
    target: Option<&Number>,
    places: &Places<'_>,
) {
    let text = |number: &Number, document: &Document, place: &Place| {
        let written = place.span.slice(&document.text);
        if written.chars().count() > 40 { number.value.clone() } else { written.to_owned() }
    };
    let place = target.map_or_else(|| places.whole.clone(), |number| (places.target)(number));
    let mut message = message;
    let mut name = String::new();
    let mut related = None;
    if let Some(number) = source {
        let place = (places.source)(number);
        let written = if number.span.is_empty() { number.value.clone() } else { text(number, look.source, &place) };
        message = message.with("source", written);
        name.clone_from(&number.value);
        related = Some(place);
    }
    if let Some(number) = target {
        message = message.with("target", text(number, look.target, &place));
        name = format!("{name}>{}", number.value);
    }
    let finding = sink.report(place, Unit::Part(look.article.key.clone(), format!("number:{name}")), message);
    finding.related = related;
    finding.help(Phrase::new("article-number-mismatch.help"));
    let small = |number: &Number| number.value.parse::<u64>().is_ok_and(|value| value <= SMALL);
    if source.is_none_or(small) && target.is_none_or(small) && !(source.is_some() && target.is_some()) {
        finding.severity = Severity::Info;
    }
}

/// The same for translated front-matter fields; their places are the whole values.
fn compare_fields(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    for name in &look.collection.config.translated {
        let (Some(theirs), Some(ours)) = (look.source.front.get(name), look.target.front.get(name)) else { continue };
        let (Some(source), Some(target)) = (theirs.value.to_text(), ours.value.to_text()) else { continue };
        let (source_numbers, target_numbers) = (numbers(&source), numbers(&target));
        let compared = |list: &'_ [Number]| list.iter().filter(|it| is_compared(it)).cloned().collect::<Vec<_>>();
        let (source_numbers, target_numbers) = (compared(&source_numbers), compared(&target_numbers));
        let (mut lacking, mut added) = differences(source_numbers.iter().collect(), target_numbers.iter().collect());
        forgive_words(look, &source, &target, &mut lacking, &mut added);
        let place = look.target.place(ours.value_span);
        let source_place = look.source.place(theirs.value_span);
        report_field(look, sink, (&lacking, &added), &place, &source_place, name);
    }
}

fn report_field(
    look: &PairLook<'_>,
    sink: &mut Sink<'_>,
    (lacking, added): (&[&Number], &[&Number]),
    place: &Place,
    source_place: &Place,
    field: &str,
) {
    for at in 0..lacking.len().max(added.len()) {
        let (source, target) = (lacking.get(at), added.get(at));
        let id = match (source, target) {
            (Some(_), Some(_)) => "article-number-mismatch",
            (Some(_), None) => "article-number-mismatch.missing",
            _ => "article-number-mismatch.extra",
        };
        let mut message = Phrase::new(id);
        if let Some(number) = source {
            message = message.with("source", number.value.as_str());
        }
        if let Some(number) = target {
            message = message.with("target", number.value.as_str());
        }
        let values = [source, target].map(|number| number.map_or("", |number| number.value.as_str()));
        let unit = Unit::Part(look.article.key.clone(), format!("field:{field}:number:{}>{}", values[0], values[1]));
        let finding = sink.report(place.clone(), unit, message);
        finding.related(source_place.clone()).help(Phrase::new("article-number-mismatch.help"));
        let small = values.iter().all(|value| value.is_empty() || value.parse::<u64>().is_ok_and(|it| it <= SMALL));
        if small && values.iter().any(|value| value.is_empty()) {
            finding.severity = Severity::Info;
        }
    }
}
