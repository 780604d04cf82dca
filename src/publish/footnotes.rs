//! Footnotes: numbered as the text names them, and set at its end with a way back.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::message::FluentArgs;
use crate::publish::texts::Texts;
use crate::publish::view::escape;

/// The footnotes of one text.
#[derive(Default)]
pub(super) struct Footnotes<'e> {
    /// Numbers from 1, by label.
    numbers: HashMap<CowStr<'e>, usize>,
    /// How often each was named.
    named: Vec<usize>,
    definitions: Vec<(CowStr<'e>, Vec<Event<'e>>)>,
}

impl<'e> Footnotes<'e> {
    /// Takes the definitions out of a text.
    pub(super) fn take(events: Vec<Event<'e>>) -> (Self, Vec<Event<'e>>) {
        let mut notes = Self::default();
        if !events.iter().any(|event| matches!(event, Event::Start(Tag::FootnoteDefinition(_)))) {
            return (notes, events);
        }
        let mut rest = Vec::with_capacity(events.len());
        let mut open = false;
        for event in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    notes.definitions.push((label, Vec::new()));
                    open = true;
                }
                Event::End(TagEnd::FootnoteDefinition) => open = false,
                event => match notes.definitions.last_mut() {
                    Some((_, events)) if open => events.push(event),
                    _ => rest.push(event),
                },
            }
        }
        (notes, rest)
    }

    /// The mark in the text.
    pub(super) fn reference(&mut self, label: &CowStr<'e>, texts: &Texts) -> String {
        let number = self.number(label);
        self.named[number - 1] += 1;
        let again = if self.named[number - 1] > 1 { format!("-{}", self.named[number - 1]) } else { String::new() };
        let shown = texts.figure(number);
        format!(
            "<sup class=\"note\"><a href=\"#fn-{number}\" id=\"fnref-{number}{again}\" role=\"doc-noteref\">{shown}</a></sup>"
        )
    }

    fn number(&mut self, label: &CowStr<'e>) -> usize {
        if let Some(number) = self.numbers.get(label) {
            return *number;
        }
        self.named.push(0);
        self.numbers.insert(label.clone(), self.named.len());
        self.named.len()
    }

    /// The definitions by number, those that nobody names last; each with what leads back to the text.
    pub(super) fn definitions(&mut self, texts: &Texts) -> Vec<(usize, Vec<Event<'e>>, String)> {
        let definitions = std::mem::take(&mut self.definitions);
        let back = texts.text("footnote-back", &FluentArgs::new()).unwrap_or_default();
        let mut all = Vec::with_capacity(definitions.len());
        for (label, events) in definitions {
            let number = self.number(&label);
            let way_back = if self.named[number - 1] == 0 {
                String::new()
            } else {
                let label = escape(&back);
                format!(
                    " <a class=\"back\" href=\"#fnref-{number}\" role=\"doc-backlink\" aria-label=\"{label}\">\u{2191}</a>"
                )
            };
            all.push((number, events, way_back));
        }
        all.sort_by_key(|(number, ..)| *number);
        all
    }
}
