use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};

use super::forms::{Forms, is_number};
use super::unit;
use crate::check::Sink;
use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::message::plural::{Counting, category_name};
use crate::message::{By, Entry, Part, Select, selects};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Reports a variant of a plural that no number reaches: a form that the language does not have, such as `[few]` in
    /// English; a key that was translated with the text; a key that stands there twice; `[one]` beside `[1]` where the language has no other number of that
    /// form; a default although every form has a variant of its own. Where a select may be one on words, nothing is
    /// said: in `{ $x -> [zero] … *[other] … }` English has no form *zero*, but the program may give that word. A
    /// translation is a plural where its source is. Nor is anything said of forms in a language with one for all numbers,
    /// where the source's variants are often kept as they are.
    ///
    /// # Why
    ///
    /// The text is never shown. Mostly something else was meant: `[zero]` in English is `[0]`.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// articles = { $count ->
    ///     [zero] No articles
    ///     [one] One article
    ///    *[other] { $count } articles
    /// }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// articles = { $count ->
    ///     [0] No articles
    ///     [one] One article
    ///    *[other] { $count } articles
    /// }
    /// ```
    pub(crate) static PLURAL_UNREACHABLE = ("message/plural-unreachable", Warn, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let forms = Forms::new(look.locale);
    let mut of_source = None;
    for entry in look.catalog.entries().iter().filter(|entry| !entry.is_plain()) {
        let file = look.catalog.file(entry);
        for part in entry.parts() {
            for select in selects(part.pattern) {
                let in_source = || {
                    let forms = of_source.get_or_insert_with(|| Forms::new(look.project.source()));
                    by_number_in_source(look, entry, &part, &select, forms)
                };
                let Some(numbers) = Numbers::of(&forms, &select, in_source) else { continue };
                for (variant, why) in numbers.unreachable(&forms, select.variants) {
                    let phrase =
                        Phrase::new(why.phrase()).with("id", entry.name_of(&part)).with("variant", bracketed(variant));
                    let (phrase, help) = why.told(phrase, variant, look.locale.tag(), &numbers);
                    let finding = sink.report(file.place(file.span_of(key(variant))), unit(entry, &part), phrase);
                    finding.help = help;
                    if let Why::Twice(other) | Why::Same(other) = why {
                        finding.related(file.place(file.span_of(key(other))));
                    }
                }
            }
        }
    }
}

/// What the source's select on the same variable counts, where it tells plural forms apart: then the program gives a
/// number here too.
fn by_number_in_source(
    look: &CatalogLook<'_>,
    entry: &Entry<'_>,
    part: &Part<'_, '_>,
    select: &Select<'_, '_>,
    forms: &Forms,
) -> Option<Counting> {
    let InlineExpression::VariableReference { id } = select.selector else { return None };
    let pattern = look.of_source()?.get(entry.id)?.part(part.attribute)?.pattern;
    let same = |own: &Select<'_, '_>| match own.by {
        By::Number { variable, counting, .. } if variable == Some(id.name) && forms.are_told_by(own, pattern) => {
            Some(counting)
        }
        _ => None,
    };
    selects(pattern).iter().find_map(same)
}

/// Why no number reaches a variant.
#[derive(Clone, Copy)]
enum Why<'p, 'a> {
    /// The language has no such form.
    NoForm,
    /// An earlier variant has the same key.
    Twice(&'p Variant<&'a str>),
    /// Another variant stands for the one number that it could stand for.
    Same(&'p Variant<&'a str>),
    /// All forms have variants of their own, and this is the default.
    Covered,
}

impl Why<'_, '_> {
    fn phrase(self) -> &'static str {
        match self {
            Self::NoForm => "message-plural-unreachable",
            Self::Twice(_) => "message-plural-unreachable-twice",
            Self::Same(_) => "message-plural-unreachable-same",
            Self::Covered => "message-plural-unreachable-default",
        }
    }

    /// The sentence with all that it says, and what to do.
    fn told(
        self,
        phrase: Phrase,
        variant: &Variant<&str>,
        locale: &str,
        numbers: &Numbers,
    ) -> (Phrase, Option<Phrase>) {
        match self {
            Self::NoForm => {
                let exact = |number: &str| Phrase::new("message-plural-unreachable.help").with("exact", number);
                let help = match key(variant) {
                    "zero" => exact("[0]"),
                    "one" => exact("[1]"),
                    "two" => exact("[2]"),
                    _ => {
                        let forms: Vec<_> = numbers.forms.iter().map(|name| format!("[{name}]")).collect();
                        Phrase::new("message-plural-unreachable-forms").with("forms", forms.join(" "))
                    }
                };
                (phrase.with("locale", locale), Some(help))
            }
            Self::Same(other) => (phrase.with("other", bracketed(other)), None),
            Self::Twice(_) | Self::Covered => (phrase, None),
        }
    }
}

/// The numbers that a select chooses by.
struct Numbers {
    counting: Counting,
    fraction_digits: u8,
    /// The forms that they take.
    forms: Vec<&'static str>,
}

impl Numbers {
    /// `None` where a select may be one on words: keys that are forms in other languages only may be words that the
    /// program gives.
    fn of(forms: &Forms, select: &Select<'_, '_>, mut in_source: impl FnMut() -> Option<Counting>) -> Option<Self> {
        let (counting, fraction_digits) = match select.by {
            By::Number { counting, fraction_digits, .. } => (counting, fraction_digits),
            By::Word { .. } => (in_source()?, 0),
        };
        let own = Self {
            counting,
            fraction_digits,
            forms: forms.of_numbers(counting, fraction_digits).into_iter().map(category_name).collect(),
        };
        let tells = |variant: &Variant<&str>| !is_word(variant) || (own.has(variant) && key(variant) != "other");
        let is_sure = matches!(select.by, By::Word { .. })
            || matches!(select.selector, InlineExpression::FunctionReference { .. })
            || select.variants.iter().any(tells)
            || in_source().is_some();
        is_sure.then_some(own)
    }

    fn has(&self, variant: &Variant<&str>) -> bool {
        is_word(variant) && self.forms.contains(&key(variant))
    }

    /// The variants that no number reaches, in order.
    fn unreachable<'p, 'a>(
        &self,
        forms: &Forms,
        variants: &'p [Variant<&'a str>],
    ) -> Vec<(&'p Variant<&'a str>, Why<'p, 'a>)> {
        let mut found = Vec::new();
        for (index, variant) in variants.iter().enumerate() {
            let mut earlier = variants.get(..index).unwrap_or_default().iter();
            let why = if variant.default {
                let others = |name: &&str| variants.iter().any(|own| !own.default && key(own) == *name);
                self.forms.iter().all(others).then_some(Why::Covered)
            } else if let Some(first) = earlier.clone().find(|own| key(own) == key(variant)) {
                Some(Why::Twice(first))
            } else if is_word(variant) && !self.has(variant) {
                forms.are_several().then_some(Why::NoForm)
            } else if self.fraction_digits == 0 {
                earlier.find(|own| are_one_number(forms, self.counting, own, variant)).map(Why::Same)
            } else {
                None
            };
            found.extend(why.map(|why| (variant, why)));
        }
        found
    }
}

/// Whether one of two variants is a number, and the other the form of this number alone. Implementations differ in
/// which of them they show; none shows both.
fn are_one_number(forms: &Forms, counting: Counting, one: &Variant<&str>, other: &Variant<&str>) -> bool {
    let (word, number) = if is_word(one) { (one, other) } else { (other, one) };
    is_word(word)
        && !is_word(number)
        && forms.only_number(counting, key(word)).is_some_and(|only| is_number(&number.key, only))
}

fn is_word(variant: &Variant<&str>) -> bool {
    matches!(variant.key, VariantKey::Identifier { .. })
}

fn key<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn bracketed(variant: &Variant<&str>) -> String {
    format!("[{}]", key(variant))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings_in, places};
    use super::*;

    fn unreachable(tag: &str, text: &str) -> Vec<String> {
        places(&findings_in(&PLURAL_UNREACHABLE, tag, &[], &[("site", text)]), text)
    }

    #[test]
    fn a_form_that_the_language_lacks_is_reported_at_its_key() {
        let text = "a = { $n ->\n    [zero] x\n    [one] y\n    [few] z\n   *[other] { $n }\n }\n";
        assert_eq!(unreachable("en", text), ["2:6 zero", "4:6 few"]);
        assert!(unreachable("ar", text).is_empty());
        let found = findings_in(&PLURAL_UNREACHABLE, "en", &[], &[("site", text)]);
        let help = Phrase::new("message-plural-unreachable.help").with("exact", "[0]");
        let forms = Phrase::new("message-plural-unreachable-forms").with("forms", "[one] [other]");
        assert_eq!((found[0].help.as_ref(), found[1].help.as_ref()), (Some(&help), Some(&forms)));
        assert!(unreachable("ja", text).is_empty() && unreachable("ach", text).is_empty());
        // Fractions take *many* in Lithuanian, millions in French.
        assert!(unreachable("lt", "a = { $n ->\n    [one] x\n    [many] y\n   *[other] z\n }\n").is_empty());
        assert!(unreachable("fr", "a = { $n ->\n    [one] x\n    [many] y\n   *[other] z\n }\n").is_empty());
    }

    #[test]
    fn ordinals_and_fractions_have_forms_of_their_own() {
        let ordinal = "a = { NUMBER($n, type: \"ordinal\") ->\n    [one] st\n    [few] rd\n   *[other] th\n }\n";
        assert!(unreachable("en", ordinal).is_empty());
        assert_eq!(unreachable("ar", ordinal), ["2:6 one", "3:6 few"]);
        let fraction = "a = { NUMBER($n, minimumFractionDigits: 1) ->\n    [one] x\n   *[other] y\n }\n";
        assert_eq!(unreachable("en", fraction), ["2:6 one"]);
        assert!(unreachable("ar", fraction).is_empty());
    }

    #[test]
    fn a_key_that_stands_there_twice() {
        let text = "a = { $n ->\n    [1] x\n    [one] y\n    [1] z\n    [other] v\n   *[other] w\n }\n";
        assert_eq!(unreachable("ru", text), ["4:6 1"]);
        // With every form named beside it, the default is never shown either.
        assert_eq!(unreachable("ja", "a = { NUMBER($n) ->\n    [other] x\n   *[one] y\n }\n"), ["3:6 one"]);
        let covered = "a = { $n ->\n    [one] x\n    [other] y\n   *[else] z\n }\n";
        assert!(unreachable("en", covered).is_empty(), "a select with a word of its own is none on numbers");
    }

    #[test]
    fn a_number_beside_the_form_that_it_alone_takes() {
        let text = "a = { $n ->\n    [1] x\n    [one] y\n    [two] z\n    [2] v\n    [3] u\n   *[other] w\n }\n";
        assert_eq!(unreachable("ar", text), ["3:6 one", "5:6 2"]);
        // 21, 31, … take *one* in Russian; 0.5 does in French and Hebrew.
        let text = "a = { $n ->\n    [1] x\n    [one] y\n   *[other] w\n }\n";
        assert!(unreachable("ru", text).is_empty() && unreachable("fr", text).is_empty());
        assert!(unreachable("he", text).is_empty());
        assert_eq!(unreachable("en", text), ["3:6 one"]);
        let found = findings_in(&PLURAL_UNREACHABLE, "en", &[], &[("site", text)]);
        assert_eq!(found[0].related.as_ref().map(|place| place.start.line), Some(2));
    }

    #[test]
    fn the_default_is_for_all_that_has_no_variant() {
        assert!(unreachable("en", "a = { $n ->\n    [one] x\n   *[few] y\n }\n").is_empty());
        assert!(unreachable("en", "a = { $n ->\n   *[one] x\n    [2] y\n }\n").is_empty());
        let text = "a = { $n ->\n    [one] x\n    [other] y\n   *[many] z\n }\n";
        assert_eq!(unreachable("en", text), ["4:6 many"]);
    }

    #[test]
    fn words_that_the_program_gives_are_no_forms() {
        let text = "a = { $keys ->\n    [zero] { \"\" }\n   *[other] { $keys }\n }\nb = { $os ->\n    [mac] x\n    [mac] y\n   *[other] z\n }\n";
        assert!(unreachable("en", text).is_empty());
    }
    #[test]
    fn a_translation_is_a_plural_where_its_source_is() {
        let source = [("site", "a = { $n ->\n    [one] { $n } game\n   *[other] { $n } games\n }\n")];
        let target = [("site", "a = { $n ->\n    [bir] { $n } oyun\n   *[other] { $n } oyun\n }\n")];
        let found = findings_in(&PLURAL_UNREACHABLE, "tr", &source, &target);
        assert_eq!(places(&found, target[0].1), ["2:6 bir"]);
        let target = [(
            "site",
            "a = { $n ->\n    [few] { $n }\n   *[other] { $n }\n }\nb = { $n ->\n    [few] x\n   *[other] y\n }\n",
        )];
        let found = findings_in(&PLURAL_UNREACHABLE, "tr", &source, &target);
        assert_eq!(places(&found, target[0].1), ["2:6 few"]);
        let words = [("site", "a = { $n ->\n    [mac] x\n   *[other] y\n }\n")];
        assert!(findings_in(&PLURAL_UNREACHABLE, "ar", &words, &words).is_empty());
    }
}
