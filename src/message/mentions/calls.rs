//! Ids given to what shows messages.

use std::sync::Arc;

use memchr::memmem;

use super::{Call, Mentions, is_id, is_id_with_attribute};

/// What shows messages in most programs: functions, methods, macros, filters.
pub const DEFAULT_CALLS: &[&str] = &[
    "$t",
    "fl!",
    "format",
    "formatValue",
    "format_value",
    "getString",
    "get_message",
    "localize",
    "lookup",
    "message",
    "msg",
    "setAttributes",
    "t",
    "t!",
    "tr",
    "tr!",
    "translate",
    "translate!",
];

/// Attributes that hold an id, by Fluent's own convention.
const ATTRIBUTES: &[&str] = &["data-l10n-id"];

/// The element of fluent-react whose `id` is a message's.
const LOCALIZED: &str = "<Localized";

/// Longer arguments before the id are not passed over.
const LONGEST: usize = 200;

/// What shows messages.
#[derive(Clone, Debug)]
pub struct Callees {
    /// Names with whether they are sure.
    calls: Vec<(Arc<str>, bool)>,
    attributes: Vec<Arc<str>>,
}

impl Callees {
    /// The usual ones, and those configured; a name with a hyphen is an attribute's.
    #[must_use]
    pub fn new(configured: &[String]) -> Self {
        let configured = configured.iter().map(|name| (Arc::from(name.trim_end_matches("()")), true));
        let usual = DEFAULT_CALLS.iter().map(|name| (Arc::from(*name), false));
        let (attributes, mut calls): (Vec<_>, Vec<_>) =
            configured.chain(usual).partition(|(name, _): &(Arc<str>, bool)| name.contains('-'));
        let attributes = attributes.into_iter().map(|(name, _)| name);
        // `l10n.format` before `format`: the longest name of those that fit.
        calls.sort_by_key(|(name, is_sure)| std::cmp::Reverse((name.len(), *is_sure)));
        Self { calls, attributes: attributes.chain(ATTRIBUTES.iter().map(|name| Arc::from(*name))).collect() }
    }

    /// The name that `head` ends with, as a whole.
    fn ending(&self, head: &str) -> Option<&(Arc<str>, bool)> {
        self.calls.iter().find(|(name, _)| {
            let before = head.strip_suffix(&**name).map(|before| before.chars().next_back());
            before.is_some_and(|before| !before.is_some_and(is_of_name) || name.starts_with('$'))
        })
    }
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

/// Adds the ids that the callees are given.
pub(super) fn read(text: &str, callees: &Callees, found: &mut Mentions) {
    let bytes = text.as_bytes();
    for at in memchr::memchr3_iter(b'(', b'|', b'{', bytes) {
        let call = match bytes.get(at) {
            Some(b'(') => in_parentheses(text, at, callees),
            Some(b'|') => before_filter(text, at, callees),
            _ => in_braces(text, at, callees),
        };
        found.calls.extend(call);
    }
    for name in &callees.attributes {
        for at in memmem::find_iter(bytes, name.as_bytes()) {
            in_attribute(text, at..at + name.len(), name, found);
        }
    }
    for at in memmem::find_iter(bytes, LOCALIZED) {
        in_localized(text, at + LOCALIZED.len(), found);
    }
    found.calls.sort_by_key(|call| call.span);
    found.calls.dedup_by_key(|call| call.span);
}

fn call(text: &str, callee: &(Arc<str>, bool), range: std::ops::Range<usize>) -> Option<Call> {
    let id = text.get(range.clone())?;
    let (callee, is_sure) = (Arc::clone(&callee.0), callee.1);
    is_id_with_attribute(id).then(|| Call { callee, id: id.into(), span: range.into(), is_sure })
}

/// `t("id")`, `t(language, "id")`.
fn in_parentheses(text: &str, at: usize, callees: &Callees) -> Option<Call> {
    let callee = callees.ending(text.get(..at)?.trim_end_matches([' ', '\t']))?;
    let arguments = text.get(at + 1..)?;
    let start = at + 1 + first_text(arguments)?;
    let range = literal(text, start)?;
    let after = text.get(range.end + 1..)?.trim_start();
    let is_whole = after.starts_with([',', ')'])
        || [".into()", ".to_owned()", ".to_string()"].iter().any(|suffix| after.starts_with(suffix));
    if is_whole { call(text, callee, range) } else { None }
}

/// Where the text begins that is the first argument, or the second after one without texts.
fn first_text(arguments: &str) -> Option<usize> {
    let own = arguments.len() - arguments.trim_start().len();
    let prefixed = |at: usize| {
        let rest = arguments.get(at..)?;
        let rest_after = rest.strip_prefix(['r', 'u', 'b']).unwrap_or(rest);
        rest_after.starts_with(['"', '\'', '`']).then_some(at + rest.len() - rest_after.len())
    };
    if let Some(at) = prefixed(own) {
        return Some(at);
    }
    let mut depth = 0_usize;
    for (at, character) in arguments.char_indices().take(LONGEST) {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.checked_sub(1)?,
            '"' | '\'' | '`' | ';' => return None,
            ',' if depth == 0 => {
                let rest = arguments.get(at + 1..)?;
                return prefixed(at + 1 + rest.len() - rest.trim_start().len());
            }
            _ => {}
        }
    }
    None
}

/// `{{t "id"}}`.
fn in_braces(text: &str, at: usize, callees: &Callees) -> Option<Call> {
    if at == 0 || text.as_bytes().get(at - 1) != Some(&b'{') {
        return None;
    }
    let inner = text.get(at + 1..)?;
    let inner = inner.trim_start_matches(['#', '-', '~', ' ', '{']);
    let name = inner.split([' ', '\t', '\n']).next()?;
    let callee = callees.ending(name).filter(|callee| &*callee.0 == name)?;
    let rest = inner.get(name.len()..)?.trim_start();
    call(text, callee, literal(text, text.len() - rest.len())?)
}

/// `{{ "id" | t }}`.
fn before_filter(text: &str, at: usize, callees: &Callees) -> Option<Call> {
    let name = text.get(at + 1..)?.trim_start_matches(' ');
    let name = name.get(..name.find(|character| !is_of_name(character)).unwrap_or(name.len()))?;
    let callee = callees.calls.iter().find(|(own, _)| &**own == name)?;
    let head = text.get(..at)?.trim_end_matches(' ');
    let end = head.len().checked_sub(1)?;
    let quote = head.chars().next_back().filter(|last| matches!(last, '"' | '\''))?;
    let start = head.get(..end)?.rfind(quote)? + 1;
    call(text, callee, start..end)
}

/// `="id"`, `=id`, or `("data-l10n-id", "id")`.
fn in_attribute(text: &str, name: std::ops::Range<usize>, callee: &Arc<str>, found: &mut Mentions) {
    let (Some(head), Some(tail)) = (text.get(..name.start), text.get(name.end..)) else { return };
    let callee = (Arc::clone(callee), true);
    let is_argument = head.strip_suffix(['"', '\'']).is_some_and(|head| head.trim_end().ends_with('('));
    let (value, may_be_bare) = match tail.trim_start().strip_prefix('=') {
        Some(value) => (value, true),
        None if is_argument => {
            let next = tail.strip_prefix(['"', '\'']).and_then(|tail| tail.trim_start().strip_prefix(','));
            (next.unwrap_or_default(), false)
        }
        None => return,
    };
    let value = value.trim_start();
    let start = text.len() - value.len();
    if value.starts_with(['"', '\'', '`']) {
        found.calls.extend(literal(text, start).and_then(|range| call(text, &callee, range)));
    } else if may_be_bare {
        let end = value.find(|own: char| own.is_whitespace() || matches!(own, '>' | '/')).unwrap_or(value.len());
        if let Some(id) = value.get(..end).filter(|id| is_id(id)) {
            found.quoted.insert(id.into());
            found.calls.extend(call(text, &callee, start..start + end));
        }
    }
}

/// `<Localized id="id">`.
fn in_localized(text: &str, at: usize, found: &mut Mentions) {
    let Some(rest) = text.get(at..) else { return };
    let tag = rest.get(..rest.find('>').unwrap_or(rest.len())).unwrap_or_default();
    let is_name_end = |place: usize| tag.get(..place).is_some_and(|head| head.ends_with(char::is_whitespace));
    let Some(place) = tag.match_indices("id=").map(|(place, _)| place).find(|place| is_name_end(*place)) else {
        return;
    };
    let callee = (Arc::from("Localized"), true);
    found.calls.extend(literal(text, at + place + "id=".len()).and_then(|range| call(text, &callee, range)));
}

/// The content of the text in quotation marks that begins at `start`.
fn literal(text: &str, start: usize) -> Option<std::ops::Range<usize>> {
    let rest = text.get(start..)?;
    let quote = rest.chars().next().filter(|own| matches!(own, '"' | '\'' | '`'))?;
    let end = rest.get(1..)?.find(quote)?;
    Some(start + 1..start + 1 + end)
}
