//! `# mizan-allow RULE: reason` in the comments of a Fluent file.

use super::view::Comment;
use crate::source::Span;

/// What an allowance stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// `#`: the message that follows.
    Message,
    /// `##`: all up to the next `##`.
    Group,
    /// `###`: the file.
    File,
}

/// One rule that a comment allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance<'a> {
    /// The rule's name as written.
    pub rule: &'a str,
    /// Why, as written; may be empty.
    pub reason: &'a str,
    /// The comment.
    pub span: Span,
    /// What it covers; empty where a comment stands on its own.
    pub covers: Span,
    /// What it stands on.
    pub scope: Scope,
}

/// Adds what `comment` allows.
pub(super) fn read_allowances<'a>(comment: &Comment<'a>, scope: Scope, covers: Span, found: &mut Vec<Allowance<'a>>) {
    for line in comment.lines.iter() {
        let Some(rest) = line.trim().strip_prefix("mizan-allow") else { continue };
        if !rest.starts_with([' ', '\t']) {
            continue;
        }
        let (rules, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let rules = rules.split(',').map(str::trim).filter(|rule| !rule.is_empty());
        found.extend(rules.map(|rule| Allowance { rule, reason: reason.trim(), span: comment.span, covers, scope }));
    }
}
