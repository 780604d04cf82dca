//! Where programs and templates name messages.
//!
//! Nothing is parsed: the languages are many, and a name in quotation marks looks alike in all of them. What is read too
//! generously makes a message count as used; only [`Call`]s, which are read strictly, can be wrong about one.

mod calls;
mod comments;
mod quoted;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::source::Span;

pub use calls::{Callees, DEFAULT_CALLS};

/// What the text of a program or template says of messages.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// Texts in quotation marks that could be the id of a message, with `.attribute` or without.
    pub quoted: BTreeSet<Box<str>>,
    /// Texts in quotation marks that are put together at run time, `*` for what is not known: `error-*`.
    pub patterns: BTreeSet<Box<str>>,
    /// Ids given to what shows messages.
    pub calls: Vec<Call>,
    /// `mizan-allow` comments: a rule's name, and the comment's line with the next.
    pub allowances: Vec<(Box<str>, Span)>,
}

/// An id given to what shows messages: `t("id")`, `data-l10n-id="id"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What shows it, as configured.
    pub callee: Arc<str>,
    /// The id as written, with `.attribute` or without.
    pub id: Box<str>,
    /// Where the id stands.
    pub span: Span,
    /// Whether the callee surely shows messages: it is configured, or an attribute of Fluent's own.
    pub is_sure: bool,
}

impl Mentions {
    /// Reads the text of a file; its path tells how it writes comments.
    #[must_use]
    pub fn read(text: &str, path: &str, callees: &Callees) -> Self {
        let mut mentions = Self::default();
        quoted::read(text, &mut mentions);
        calls::read(text, callees, &mut mentions);
        if !mentions.calls.is_empty() {
            let comments = comments::Comments::of(text, path);
            mentions.calls.retain(|call| !comments.hold(call.span.start as usize));
        }
        comments::allowances(text, &mut mentions.allowances);
        mentions
    }

    /// As [`Mentions::read`] for a text whose bytes are not to be trusted: without places.
    #[must_use]
    pub fn read_without_places(text: &str) -> Self {
        let mut mentions = Self::default();
        quoted::read(text, &mut mentions);
        mentions
    }

    /// Adds what another file says, without its calls.
    pub fn absorb(&mut self, other: Self) {
        self.quoted.extend(other.quoted);
        self.patterns.extend(other.patterns);
    }

    /// Whether a message of this id, or an attribute of it, is mentioned.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        // `explain-*.what` is an attribute of `explain-*`; `*-*.md` is none of anything.
        let tells = |own: &str| own.bytes().filter(u8::is_ascii_alphanumeric).count() >= quoted::LEAST_FIXED;
        let with_attribute =
            |pattern: &str| pattern.split_once('.').is_some_and(|(own, _)| tells(own) && fits(own, id));
        let fits = |pattern: &str| fits(pattern, id) || with_attribute(pattern);
        if self.quoted.contains(id) || self.patterns.iter().any(|pattern| fits(pattern)) {
            return true;
        }
        let dotted = format!("{id}.");
        let from = (std::ops::Bound::Included(dotted.as_str()), std::ops::Bound::Unbounded);
        self.quoted.range::<str, _>(from).next().is_some_and(|next| next.starts_with(&dotted))
    }
}

/// Whether `text` is what `pattern` may come to; `*` stands for anything.
fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut last = None;
    for part in parts {
        if let Some(middle) = last.replace(part) {
            let Some((_, after)) = rest.split_once(middle) else { return false };
            rest = after;
        }
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}

/// Whether `text` is an identifier of Fluent.
fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether `text` is the id of a message, or of its attribute: `id.attribute`.
fn is_id_with_attribute(text: &str) -> bool {
    let (id, attribute) = text.split_once('.').map_or((text, None), |(id, attribute)| (id, Some(attribute)));
    is_id(id) && attribute.is_none_or(is_id)
}

#[cfg(test)]
mod tests;
