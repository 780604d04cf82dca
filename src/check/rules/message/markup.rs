//! HTML tags in the text of messages.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use fluent_syntax::ast::InlineExpression;
use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::message::{FileView, Joined, Path, Pattern, Use, Way, walk};

/// Elements that nothing closes.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that are markup though nothing closes them and no attribute gives them away.
const BARE: &[&str] = &["br", "hr", "li", "p", "wbr"];

/// One way through a part, with its tags.
pub(super) struct Marked<'p, 'a> {
    pub(super) way: Way<'p, 'a>,
    pub(super) joined: Joined,
    pub(super) tags: Vec<Tag>,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The element's name in lower case.
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Decoded values by name.
    pub(super) attributes: BTreeMap<String, String>,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    /// `<name/>`, or an element that nothing closes.
    Empty,
    End,
}

/// Whether a pattern may hold a tag.
pub(super) fn may_hold_tags(pattern: &Pattern<'_>) -> bool {
    let mut found = false;
    walk(pattern, &mut |used| {
        if let Use::Text(text) | Use::Literal(text) = used {
            found = found || text.contains('<') || text.contains("\\u003") || text.contains("\\U00003");
        }
    });
    found
}

impl<'p, 'a> Marked<'p, 'a> {
    pub(super) fn new(way: Way<'p, 'a>, file: &FileView<'_>) -> Self {
        let joined = Joined::of(&way, file, &put_in);
        let tags = tags(&joined.text);
        Self { way, joined, tags }
    }
}

impl<'a> AsRef<Path<'a>> for Marked<'_, 'a> {
    fn as_ref(&self) -> &Path<'a> {
        &self.way.path
    }
}

/// Drops what only looks like a tag: `<FILE>` in the help of a command, which nothing closes, is a word.
pub(super) fn keep_markup<'m, 'p: 'm, 'a: 'p>(ways: impl Iterator<Item = &'m mut Marked<'p, 'a>>) {
    let mut ways: Vec<_> = ways.collect();
    let tags = ways.iter().flat_map(|way| &way.tags);
    let closed: HashSet<String> =
        tags.filter(|tag| tag.kind == Kind::End || tag.is_self_closing()).map(|tag| tag.name.clone()).collect();
    for way in &mut ways {
        way.tags.retain(|tag| {
            tag.attributes.iter().any(|(name, value)| !value.is_empty() || name.starts_with("data-"))
                || closed.contains(&tag.name)
                || BARE.contains(&tag.name.as_str())
        });
    }
}

impl Tag {
    fn is_self_closing(&self) -> bool {
        self.kind == Kind::Empty && !VOID.contains(&self.name.as_str())
    }

    /// The tag as it stands in `text`, white space folded; a long one is cut.
    pub(super) fn written(&self, text: &str) -> String {
        const LONGEST: usize = 60;
        let tag = text.get(self.range.clone()).unwrap_or_default();
        let mut tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((end, _)) = tag.char_indices().nth(LONGEST) {
            tag.truncate(end);
            tag.push('\u{2026}');
        }
        tag
    }
}

/// The tags of a text in order.
pub(super) fn tags(text: &str) -> Vec<Tag> {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let tag = |token| match token {
        Token::StartTag(tag) => {
            let name = string(&tag.name);
            let empty = tag.self_closing || VOID.contains(&name.as_str());
            let attributes = tag.attributes.iter().map(|(name, value)| (string(name), string(&value.value)));
            let kind = if empty { Kind::Empty } else { Kind::Start };
            Some(Tag { attributes: attributes.collect(), name, kind, range: tag.span.start..tag.span.end })
        }
        Token::EndTag(tag) => {
            let range = tag.span.start..tag.span.end;
            Some(Tag { name: string(&tag.name), kind: Kind::End, attributes: BTreeMap::new(), range })
        }
        _ => None,
    };
    let tags = Tokenizer::new_with_emitter(text, emitter).filter_map(|Ok(token)| tag(token));
    // `<https://example.org>` and `<name@example.org>` are addresses.
    let is_name = |tag: &Tag| tag.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    tags.filter(is_name).collect()
}

/// What stands for a placeable inside of tags: the same for the same, whatever the white space.
fn put_in(inline: &InlineExpression<&str>) -> String {
    match inline {
        InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        InlineExpression::VariableReference { id } => format!("{{${}}}", id.name),
        InlineExpression::MessageReference { id, attribute: None } => format!("{{{}}}", id.name),
        InlineExpression::MessageReference { id, attribute: Some(own) } => format!("{{{}.{}}}", id.name, own.name),
        InlineExpression::TermReference { id, .. } => format!("{{-{}}}", id.name),
        InlineExpression::FunctionReference { arguments, .. } => match arguments.positional.first() {
            Some(first) => put_in(first),
            None => "{}".to_owned(),
        },
        InlineExpression::StringLiteral { .. } | InlineExpression::Placeable { .. } => "{}".to_owned(),
    }
}

/// A tag that does not fit those around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misnested {
    /// The start tag of this index is never closed.
    Open(usize),
    /// The end tag of the first index closes nothing.
    Stray(usize),
    /// The end tag of the first index stands before the one that closes the start tag of the second.
    Crossing(usize, usize),
}

/// The first fault in how tags nest. A paragraph and a list item need no end tag.
pub(super) fn misnested(tags: &[Tag]) -> Option<Misnested> {
    let mut open: Vec<usize> = Vec::new();
    let named = |at: usize| tags.get(at).map_or("", |tag| tag.name.as_str());
    let optional = |at: usize| matches!(named(at), "p" | "li");
    for (at, tag) in tags.iter().enumerate() {
        match tag.kind {
            Kind::Start => open.push(at),
            Kind::Empty => {}
            Kind::End => {
                let Some(depth) = open.iter().rposition(|own| named(*own) == tag.name) else {
                    let own_end = VOID.contains(&tag.name.as_str());
                    if own_end {
                        continue;
                    }
                    return Some(Misnested::Stray(at));
                };
                let inner = open.iter().skip(depth + 1).copied().find(|own| !optional(*own));
                if let Some(inner) = inner {
                    let closed_later =
                        tags.iter().skip(at).any(|later| later.kind == Kind::End && later.name == named(inner));
                    return Some(if closed_later { Misnested::Crossing(at, inner) } else { Misnested::Open(inner) });
                }
                open.truncate(depth);
            }
        }
    }
    open.into_iter().find(|own| !optional(*own)).map(Misnested::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        tags(text).iter().map(|tag| tag.written(text)).collect()
    }

    #[test]
    fn a_sign_in_prose_is_no_tag() {
        assert_eq!(names("a < b, b > c, <3, <\u{645}>, <>, < b>"), Vec::<String>::new());
        assert_eq!(names("x <b>y</b> <a\n  href=\"{$url}\">z</A>"), ["<b>", "</b>", "<a href=\"{$url}\">", "</A>"]);
        assert_eq!(names("a <b and no end"), Vec::<String>::new());
    }

    #[test]
    fn nesting_faults_name_the_tag() {
        let fault = |text: &str| misnested(&tags(text));
        assert_eq!(fault("<a>x<b>y</b></a><br><p>z<p>w<x/>"), None);
        assert_eq!(fault("<b>x"), Some(Misnested::Open(0)));
        assert_eq!(fault("<a><b>x</a>"), Some(Misnested::Open(1)));
        assert_eq!(fault("<a><b>x</a></b>"), Some(Misnested::Crossing(2, 1)));
        assert_eq!(fault("x</b>"), Some(Misnested::Stray(0)));
        assert_eq!(fault("x</br>"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "(<|</|>|/>|a|b|br| |=|\"|'|\u{645}|&amp;|-|!){0,40}") {
            let tags = tags(&text);
            for tag in &tags {
                let written = text.get(tag.range.clone());
                proptest::prop_assert!(written.is_some_and(|tag| tag.starts_with('<') && tag.ends_with('>')));
            }
            misnested(&tags);
        }
    }
}
