//! The theme's own texts in one locale: the project's messages first, then mizan's, then those of the source.
//!
//! Patterns are resolved here, since fluent-bundle picks wrong Arabic plural forms.

use std::collections::{HashMap, HashSet};

use fixed_decimal::Decimal;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use icu_decimal::DecimalFormatter;
use icu_plurals::{PluralCategory, PluralRules};

use crate::locale::{Locale, Numbering};
use crate::project::Project;

const BUILT_IN: &[(&str, &str)] =
    &[("en", include_str!("../../locales/en/publish.ftl")), ("ar", include_str!("../../locales/ar/publish.ftl"))];

/// References inside references: deeper ones are a mistake.
const DEPTH: u8 = 12;

/// An argument of a text.
#[derive(Clone, Debug)]
pub(super) enum Argument {
    Count(i64),
    Text(String),
}

/// The texts of one locale.
pub(super) struct Texts {
    layers: Vec<Layer>,
    numbers: Option<DecimalFormatter>,
    /// Texts without arguments, by id.
    plain: HashMap<String, minijinja::Value>,
}

/// Messages of one language; terms are kept as `-id`, attributes as `id.attribute`.
struct Layer {
    patterns: HashMap<String, Pattern<String>>,
    plurals: Option<PluralRules>,
    own: bool,
}

impl Texts {
    pub(super) fn new(project: &Project, locale: usize) -> Self {
        let mut layers = Vec::new();
        let locales = project.locales();
        for at in if locale == 0 { vec![0] } else { vec![locale, 0] } {
            let Some(it) = locales.get(at) else { continue };
            let files = project.catalogs().iter().filter_map(|catalog| catalog.locales.get(at));
            let texts = files.flat_map(|it| it.files.iter()).map(|file| &*file.text);
            layers.push(Layer::new(it, texts, true));
            let language = it.id().language.as_str();
            let built_in = BUILT_IN.iter().find(|(code, _)| *code == language);
            layers.extend(built_in.map(|(_, text)| Layer::new(it, std::iter::once(*text), false)));
        }
        if let (false, Ok(english)) = (layers.iter().any(|layer| !layer.own), Locale::new("en")) {
            layers.push(Layer::new(&english, std::iter::once(BUILT_IN[0].1), false));
        }
        let numbers = locales.get(locale).and_then(number_format);
        let mut texts = Self { layers, numbers, plain: HashMap::new() };
        texts.plain = texts.without_arguments();
        texts
    }

    fn without_arguments(&self) -> HashMap<String, minijinja::Value> {
        let mut seen = HashSet::new();
        let mut plain = HashMap::new();
        for layer in &self.layers {
            for (id, pattern) in &layer.patterns {
                let is_text = |element: &PatternElement<String>| matches!(element, PatternElement::TextElement { .. });
                if seen.insert(id.as_str()) && pattern.elements.iter().all(is_text) {
                    plain.insert(id.clone(), minijinja::Value::from(self.resolve(layer, pattern, &[])));
                }
            }
        }
        plain
    }

    fn layer_of(&self, id: &str) -> Option<(&Layer, &Pattern<String>)> {
        self.layers.iter().find_map(|layer| Some((layer, layer.patterns.get(id)?)))
    }

    /// The text `id`, ready for a template, where it needs no argument.
    pub(super) fn fixed(&self, id: &str) -> Option<minijinja::Value> {
        self.plain.get(id).cloned()
    }

    /// The text `id`; `None` where no language has it.
    pub(super) fn text(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let (layer, pattern) = self.layer_of(id)?;
        Some(self.resolve(layer, pattern, arguments))
    }

    /// The text `id` without arguments, from the project's own messages in its languages.
    pub(super) fn own(&self, id: &str) -> Option<String> {
        let (layer, pattern) =
            self.layers.iter().filter(|it| it.own).find_map(|it| Some((it, it.patterns.get(id)?)))?;
        Some(self.resolve(layer, pattern, &[])).filter(|text| !text.trim().is_empty())
    }

    /// A whole number in the locale's digits.
    pub(super) fn number(&self, number: i64) -> String {
        self.numbers.as_ref().map_or_else(|| number.to_string(), |it| it.format(&Decimal::from(number)).to_string())
    }

    fn resolve(&self, layer: &Layer, pattern: &Pattern<String>, arguments: &[(&str, Argument)]) -> String {
        let mut out = String::new();
        Resolver { texts: self, layer, arguments }.pattern(pattern, &mut out, DEPTH);
        out
    }
}

impl Layer {
    fn new<'t>(locale: &Locale, texts: impl Iterator<Item = &'t str>, own: bool) -> Self {
        let mut patterns = HashMap::new();
        for text in texts {
            // Junk is a finding of `mizan check`; what can be read is used.
            let resource = match fluent_syntax::parser::parse(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            for entry in resource.body {
                let (id, value, attributes) = match entry {
                    Entry::Message(it) => (it.id.name, it.value, it.attributes),
                    Entry::Term(it) => (format!("-{}", it.id.name), Some(it.value), it.attributes),
                    _ => continue,
                };
                for attribute in attributes {
                    patterns.entry(format!("{id}.{}", attribute.id.name)).or_insert(attribute.value);
                }
                if let Some(value) = value {
                    patterns.entry(id).or_insert(value);
                }
            }
        }
        let tag = locale.tag().parse::<icu_locale::Locale>().ok();
        let plurals = tag.and_then(|tag| PluralRules::try_new_cardinal((&tag).into()).ok());
        Self { patterns, plurals, own }
    }
}

fn number_format(locale: &Locale) -> Option<DecimalFormatter> {
    let numbering = match locale.numbering {
        Numbering::Latn => "latn",
        Numbering::Arab => "arab",
    };
    let tag = format!("{}-u-nu-{numbering}", locale.tag()).parse::<icu_locale::Locale>().ok()?;
    DecimalFormatter::try_new((&tag).into(), icu_decimal::options::DecimalFormatterOptions::default()).ok()
}

struct Resolver<'a> {
    texts: &'a Texts,
    layer: &'a Layer,
    arguments: &'a [(&'a str, Argument)],
}

impl Resolver<'_> {
    fn pattern(&self, pattern: &Pattern<String>, out: &mut String, depth: u8) {
        let Some(depth) = depth.checked_sub(1) else { return };
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => out.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression, out, depth),
            }
        }
    }

    fn expression(&self, expression: &Expression<String>, out: &mut String, depth: u8) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, out, depth),
            Expression::Select { selector, variants } => {
                let mut selected = String::new();
                let count = self.count(selector);
                if count.is_none() {
                    self.inline(selector, &mut selected, depth);
                }
                let exact = variants.iter().find(|variant| match (&variant.key, count) {
                    (VariantKey::NumberLiteral { value }, Some(count)) => value.parse() == Ok(count),
                    (VariantKey::Identifier { name }, None) => *name == selected,
                    _ => false,
                });
                let by_category = || {
                    let category = category_name(self.layer.plurals.as_ref()?.category_for(count?));
                    let is =
                        |key: &VariantKey<String>| matches!(key, VariantKey::Identifier { name } if name == category);
                    variants.iter().find(|variant| is(&variant.key))
                };
                let chosen = exact.or_else(by_category).or_else(|| variants.iter().find(|variant| variant.default));
                if let Some(chosen) = chosen {
                    self.pattern(&chosen.value, out, depth);
                }
            }
        }
    }

    fn count(&self, selector: &InlineExpression<String>) -> Option<i64> {
        match selector {
            InlineExpression::VariableReference { id } => match self.argument(&id.name)? {
                Argument::Count(count) => Some(*count),
                Argument::Text(_) => None,
            },
            InlineExpression::NumberLiteral { value } => value.parse().ok(),
            InlineExpression::FunctionReference { arguments, .. } => self.count(arguments.positional.first()?),
            _ => None,
        }
    }

    fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    fn inline(&self, inline: &InlineExpression<String>, out: &mut String, depth: u8) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                out.push_str(&fluent_syntax::unicode::unescape_unicode_to_string(value))
            }
            InlineExpression::NumberLiteral { value } => out.push_str(value),
            InlineExpression::FunctionReference { arguments, .. } => {
                if let Some(first) = arguments.positional.first() {
                    self.inline(first, out, depth);
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(reference_id(&id.name, attribute.as_ref().map(|it| it.name.as_str())), out, depth);
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                let id = format!("-{}", id.name);
                self.reference(reference_id(&id, attribute.as_ref().map(|it| it.name.as_str())), out, depth);
            }
            InlineExpression::VariableReference { id } => match self.argument(&id.name) {
                Some(Argument::Count(count)) => out.push_str(&self.texts.number(*count)),
                Some(Argument::Text(text)) => out.push_str(text),
                None => out.push_str(&format!("{{${}}}", id.name)),
            },
            InlineExpression::Placeable { expression } => {
                if let Some(depth) = depth.checked_sub(1) {
                    self.expression(expression, out, depth);
                }
            }
        }
    }

    fn reference(&self, id: String, out: &mut String, depth: u8) {
        match self.texts.layer_of(&id) {
            Some((_, pattern)) => self.pattern(pattern, out, depth),
            None => out.push_str(&id),
        }
    }
}

fn reference_id(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::{Argument, Texts};
    use crate::project::Project;

    fn texts(english: &str, arabic: &str) -> [Texts; 2] {
        let config = "[project]\nname = \"n\"\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"l/{locale}/{file}.ftl\"\n\
                      [locales.ar]\nnumbering = \"arab\"\n";
        let project = Project::builder()
            .file("mizan.toml", config)
            .file("l/en/site.ftl", english)
            .file("l/ar/site.ftl", arabic)
            .build()
            .expect("a project");
        [Texts::new(&project, 0), Texts::new(&project, 1)]
    }

    #[test]
    fn the_projects_own_text_comes_first_and_the_sources_last() {
        let [english, arabic] =
            texts("read-more = Go on\nonly-english = { -name } here\n-name = Us\n", "-name = نحن\n");
        assert_eq!(english.text("read-more", &[]).as_deref(), Some("Go on"));
        assert_eq!(arabic.text("read-more", &[]).as_deref(), Some("اقرأ المزيد"), "mizan's Arabic beats English");
        assert_eq!(arabic.text("only-english", &[]).as_deref(), Some("نحن here"));
        assert_eq!(arabic.text("nowhere", &[]), None);
    }

    #[test]
    fn arabic_counts_pick_their_form() {
        let text = "n = { $n ->\n    [zero] لا شيء\n    [one] واحد\n    [two] اثنان\n    [few] { $n } أخبار\n    [many] { $n } خبرًا\n   *[other] { $n } خبر\n }\n";
        let [_, arabic] = texts("n = x\n", text);
        let form = |count| arabic.text("n", &[("n", Argument::Count(count))]).unwrap_or_default();
        assert_eq!(form(0), "لا شيء");
        assert_eq!(form(2), "اثنان");
        assert_eq!(form(103), "١٠٣ أخبار");
        assert_eq!(form(111), "١١١ خبرًا");
        assert_eq!(form(100), "١٠٠ خبر");
    }

    #[test]
    fn messages_that_name_each_other_end() {
        let [english, _] = texts("a = { b }{ b }\nb = { a }{ a }\n", "");
        assert!(english.text("a", &[]).is_some());
    }
}
