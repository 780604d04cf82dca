//! A pattern as texts: its own, and those of the variants that it selects from.

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant as AstVariant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::exchange::unit::{Code, CodeKind, Piece, push_text};
use crate::message::{By, FileView, Pattern, Select as Selected, selects};
use crate::source::Span;

/// The text of a pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// Its pieces; a select is a code.
    pub(super) pieces: Vec<Piece>,
    /// Where it stands.
    pub(super) span: Span,
    /// The selects in it, in order.
    pub(super) selects: Vec<Select>,
}

/// `{ selector -> … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Select {
    /// Its name: that of the variable that chooses, numbered where it repeats.
    pub(super) name: String,
    /// What chooses, as written.
    pub(super) selector: String,
    /// What it counts, where it chooses by a number.
    pub(super) number: Option<Number>,
    /// What it chooses from.
    pub(super) variants: Vec<Variant>,
}

/// A number that chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The variable that holds it.
    pub(super) variable: String,
    /// Things or places.
    pub(super) counting: crate::message::plural::Counting,
    /// Fraction digits that it shows.
    pub(super) digits: u8,
}

/// One way of a select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub(super) key: String,
    pub(super) is_default: bool,
    pub(super) node: Node,
}

impl Node {
    /// The select that the text consists of, where it is one and nothing else.
    pub(super) fn sole_select(&self) -> Option<&Select> {
        match (self.pieces.as_slice(), self.selects.as_slice()) {
            ([Piece::Code(_)], [select]) => Some(select),
            _ => None,
        }
    }

    /// Every text by its path, in order; texts that are a select and nothing else have none of their own.
    pub(super) fn texts(&self) -> Vec<(String, &Self)> {
        let mut texts = Vec::new();
        self.collect("", &mut texts);
        texts
    }

    fn collect<'n>(&'n self, path: &str, texts: &mut Vec<(String, &'n Self)>) {
        if self.sole_select().is_none() {
            texts.push((path.to_owned(), self));
        }
        for select in &self.selects {
            for variant in &select.variants {
                variant.node.collect(&variant_path(path, &select.name, &variant.key), texts);
            }
        }
    }
}

impl Select {
    /// The variant of this key.
    pub(super) fn variant(&self, key: &str) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.key == key)
    }

    /// The variant for all other cases.
    pub(super) fn default(&self) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.is_default).or(self.variants.last())
    }

    /// What stands for it in the text around.
    pub(super) fn placeholder(&self) -> String {
        placeholder(&self.name)
    }
}

/// What stands for the select of this name in the text around.
pub(super) fn placeholder(name: &str) -> String {
    format!("{{ ${name} -> … }}")
}

/// The path of a variant: `count.one`, `count.one:platform.mac`.
pub(super) fn variant_path(above: &str, select: &str, key: &str) -> String {
    let colon = if above.is_empty() { "" } else { ":" };
    format!("{above}{colon}{select}.{key}")
}

/// Reads a pattern of `file`.
pub(super) fn shape(file: &FileView<'_>, pattern: &Pattern<'_>) -> Node {
    node(file, pattern, &selects(pattern))
}

fn node(file: &FileView<'_>, pattern: &Pattern<'_>, all: &[Selected<'_, '_>]) -> Node {
    let mut node = Node { span: file.pattern_span(pattern), ..Node::default() };
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => push_words(&mut node.pieces, &value.replace("\r\n", "\n")),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let by = all.iter().find(|own| std::ptr::eq(own.selector, selector)).map(|own| own.by);
                let variable = by.as_ref().and_then(By::variable).unwrap_or("select");
                let repeats = node.selects.iter().filter(|own| own.name.trim_end_matches(digit) == variable).count();
                let name = if repeats == 0 { variable.to_owned() } else { format!("{variable}{}", repeats + 1) };
                let select = Select {
                    selector: selector_text(file, variants),
                    number: by.and_then(number),
                    variants: variants.iter().map(|own| variant(file, own, all)).collect(),
                    name,
                };
                let (key, raw) = (format!("select {}", select.name), select.placeholder());
                node.pieces.push(Piece::Code(Code { key, raw, kind: CodeKind::Variable, ..Code::default() }));
                node.selects.push(select);
            }
            PatternElement::Placeable { expression } => {
                let raw = file.placeable_span(expression).slice(file.text).replace("\r\n", "\n");
                node.pieces.push(Piece::Code(placeable(raw, expression)));
            }
        }
    }
    node
}

/// Adds text; HTML tags in it are codes, which a translator moves and does not translate.
fn push_words(pieces: &mut Vec<Piece>, text: &str) {
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        let opens = tag.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/');
        let Some((inner, after)) = tag.split_once('>').filter(|(inner, _)| opens && !inner.contains(['<', '\n']))
        else {
            let end = rest.len() - tag.len();
            push_text(pieces, rest.get(..end).unwrap_or_default());
            rest = tag;
            continue;
        };
        push_text(pieces, before);
        let raw = format!("<{inner}>");
        pieces.push(Piece::Code(Code { key: raw.clone(), raw, ..Code::default() }));
        rest = after;
    }
    push_text(pieces, rest);
}

fn digit(character: char) -> bool {
    character.is_ascii_digit()
}

fn variant(file: &FileView<'_>, variant: &AstVariant<&str>, all: &[Selected<'_, '_>]) -> Variant {
    let key = match &variant.key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    };
    Variant { key, is_default: variant.default, node: node(file, &variant.value, all) }
}

fn number(by: By<'_>) -> Option<Number> {
    match by {
        By::Number { variable, counting, fraction_digits } => {
            Some(Number { variable: variable.unwrap_or_default().to_owned(), counting, digits: fraction_digits })
        }
        By::Word { .. } => None,
    }
}

/// What stands between the `{` of a select and its `->`.
fn selector_text(file: &FileView<'_>, variants: &[AstVariant<&str>]) -> String {
    let first = variants.first().map_or(0, |first| file.variant_span(first).start as usize);
    let head = file.text.get(..first).unwrap_or_default().trim_end();
    let head = head.strip_suffix("->").unwrap_or(head).trim_end();
    let open = selector_start(head);
    head.get(open..).unwrap_or_default().trim().to_owned()
}

/// Just past the `{` that the selector at the end of `head` stands after; braces in quotes do not count.
fn selector_start(head: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in head.bytes().enumerate().rev() {
        let escaped = head.get(..at).is_some_and(|before| before.ends_with('\\'));
        match byte {
            b'"' if !escaped => quoted = !quoted,
            b'{' if !quoted => return at + 1,
            _ => {}
        }
    }
    0
}

fn placeable(raw: String, expression: &Expression<&str>) -> Code {
    let inner = raw.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(&raw);
    let key = inner.split_whitespace().collect::<Vec<_>>().join(" ");
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            let value = unescape_unicode_to_string(value).into_owned();
            Code { key, raw, value: Some(value), free: true, ..Code::default() }
        }
        _ => Code { key, raw, kind: CodeKind::Variable, ..Code::default() },
    }
}
