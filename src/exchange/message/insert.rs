//! Where a message goes that the translation lacks.

use super::file::Read;
use super::{Loaded, Source};

/// Where a new message goes, and what stands around it.
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) before: String,
    pub(super) after: String,
}

/// Places new messages in the source's order, each in its group.
pub(super) struct Placing<'a> {
    loaded: &'a Loaded,
    base: &'a str,
    read: &'a Read,
    /// Groups that a message placed before has made: where the group's comment stands in the source.
    made: Vec<u32>,
}

impl<'a> Placing<'a> {
    pub(super) fn new(loaded: &'a Loaded, base: &'a str, read: &'a Read) -> Self {
        Self { loaded, base, read, made: Vec::new() }
    }

    /// The place of the message `id` of the source.
    pub(super) fn place(&mut self, id: &str) -> Option<Place> {
        let order = &self.loaded.order;
        let at = order.iter().position(|source| source.id == id)?;
        let own = order.get(at)?;
        let gap = if own.apart { "\n\n" } else { "\n" };
        let known = |source: &&Source| self.read.get(&source.id).is_some();
        let before = order.iter().take(at).rev().find(known);
        if let Some(before) = before.filter(|before| group(before) == group(own)) {
            let (_, entry) = self.read.get(&before.id)?;
            return Some(Place { at: entry.end, before: gap.to_owned(), after: String::new() });
        }
        let same = |source: &&Source| group(source) == group(own) && known(source);
        if let Some(after) = order.iter().skip(at + 1).find(same) {
            let (_, entry) = self.read.get(&after.id)?;
            let next_apart = order.get(at + 1).is_some_and(|next| next.apart);
            let after = if next_apart { "\n\n" } else { "\n" };
            return Some(Place { at: entry.start, before: String::new(), after: after.to_owned() });
        }
        let at = match before.and_then(|before| self.read.get(&before.id)) {
            Some((index, entry)) => self.end_of_group(index, entry.end),
            // Nothing stands before it: it comes first, but for a group, which would take in what follows.
            None if own.group.is_none() => self.first().unwrap_or_else(|| self.end()),
            None => self.end(),
        };
        let before = match &own.group {
            Some((start, comment)) if !self.made.contains(start) => {
                self.made.push(*start);
                format!("\n\n{comment}\n\n")
            }
            _ => gap.to_owned(),
        };
        let is_first = self.first() == Some(at) && own.group.is_none();
        Some(match is_first {
            true => Place { at, before: String::new(), after: "\n\n".to_owned() },
            false => Place { at, before, after: String::new() },
        })
    }

    /// Where the group of a message ends: there a new group may begin without taking in messages of another.
    fn end_of_group(&self, index: usize, end: usize) -> usize {
        let own = self.read.entries.get(index).and_then(|entry| entry.group);
        match self.read.entries.get(index + 1) {
            Some(next) if next.group == own => self.end(),
            Some(_) => end,
            None => self.end(),
        }
    }

    /// Where the first message stands, or the comment of its group.
    fn first(&self) -> Option<usize> {
        self.read.entries.first().map(|entry| entry.group.unwrap_or(entry.start).min(entry.start))
    }

    fn end(&self) -> usize {
        self.base.trim_end().len()
    }
}

fn group(source: &Source) -> Option<u32> {
    source.group.as_ref().map(|(start, _)| *start)
}
