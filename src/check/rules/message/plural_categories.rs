use fluent_syntax::ast::VariantKey;

use super::unit;
use crate::check::Sink;
use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::message::plural::{Counting, Plurals, Required, category_name};
use crate::message::{By, Pattern, Select, Use, selects, walk};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a select on a number that lacks plural forms of its own language. Arabic has six: zero, one, two, few
    /// (3–10), many (11–99) and other (100–102, 200, fractions); whole numbers take all of them. What fractions take
    /// is asked for only where the select shows fractions. An exact `[0]`, `[1]` or `[2]` stands for the form that only
    /// this number takes. Selects on words, such as `$platform ->`, are not plurals.
    ///
    /// # Why
    ///
    /// A number without a form of its own falls to the default, and the sentence is wrong: «11 مقالات».
    ///
    /// # Example
    ///
    /// ```fluent
    /// articles = { $count ->
    ///     [one] مقال واحد
    ///    *[other] { $count } مقالات
    /// }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// articles = { $count ->
    ///     [zero] لا مقالات
    ///     [one] مقال واحد
    ///     [two] مقالان
    ///     [few] { $count } مقالات
    ///     [many] { $count } مقالًا
    ///    *[other] { $count } مقال
    /// }
    /// ```
    pub(crate) static PLURAL_CATEGORIES = ("message/plural-categories", Warn, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let forms = Forms::new(look);
    for entry in look.catalog.entries() {
        for part in entry.parts() {
            for select in selects(part.pattern) {
                let missing = forms.missing(&select, part.pattern);
                if missing.is_empty() {
                    continue;
                }
                let file = look.catalog.file(entry);
                let variable = select.by.variable().map(|name| file.span_of(name));
                let place = match variable {
                    Some(name) => Span { start: name.start.saturating_sub(1), ..name },
                    None => file.pattern_span(part.pattern),
                };
                let named: Vec<_> = missing.iter().map(|name| format!("[{name}]")).collect();
                let message = Phrase::new("message-plural-categories")
                    .with("id", entry.name_of(&part))
                    .with("count", missing.len())
                    .with("missing", named.join(" "));
                let finding = sink.report(file.place(place), unit(entry, &part), message);
                finding.help(Phrase::new("message-plural-categories.help").with("locale", look.locale.tag()));
            }
        }
    }
}

/// The forms of a locale.
struct Forms {
    plurals: Plurals,
    cardinal: Vec<Required>,
    ordinal: Vec<Required>,
}

impl Forms {
    fn new(look: &CatalogLook<'_>) -> Self {
        let plurals = Plurals::new(look.locale);
        let (cardinal, ordinal) = (plurals.of_integers(Counting::Cardinal), plurals.of_integers(Counting::Ordinal));
        Self { plurals, cardinal, ordinal }
    }

    /// The forms that `select` lacks, by CLDR's names.
    fn missing(&self, select: &Select<'_, '_>, whole: &Pattern<'_>) -> Vec<&'static str> {
        let By::Number { variable, counting, fraction_digits } = select.by else { return Vec::new() };
        if is_switch(select, variable, whole) {
            return Vec::new();
        }
        let names = |name: &str| {
            select
                .variants
                .iter()
                .any(|variant| matches!(variant.key, VariantKey::Identifier { name: own } if own == name))
        };
        let equals = |number: u32| {
            select.variants.iter().any(|variant| match variant.key {
                VariantKey::NumberLiteral { value } => value.parse() == Ok(f64::from(number)),
                VariantKey::Identifier { .. } => false,
            })
        };
        if fraction_digits > 0 {
            let needed = self.plurals.of_fractions(counting, fraction_digits);
            return needed.into_iter().map(category_name).filter(|name| !names(name)).collect();
        }
        let needed = match counting {
            Counting::Cardinal => &self.cardinal,
            Counting::Ordinal => &self.ordinal,
        };
        // Where no key but `other` is a form of this language, the select was not made by its forms.
        let is_form = |name: &str| needed.iter().any(|required| category_name(required.category) == name);
        let telling = select.variants.iter().any(|variant| match variant.key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => is_form(name) && (name != "other" || select.variants.len() == 1),
        });
        if !telling {
            return Vec::new();
        }
        let covered = |required: &Required| {
            names(category_name(required.category))
                || required.only.as_ref().is_some_and(|only| only.iter().all(|number| equals(*number)))
        };
        needed.iter().filter(|required| !covered(required)).map(|required| category_name(required.category)).collect()
    }
}

/// Whether a select tells exact numbers from the rest, in a text that says no number: `[0] Off *[other] On` is no plural.
fn is_switch(select: &Select<'_, '_>, variable: Option<&str>, whole: &Pattern<'_>) -> bool {
    let is_exact = |key: &VariantKey<&str>| matches!(key, VariantKey::NumberLiteral { .. });
    let exact = select.variants.iter().any(|variant| is_exact(&variant.key))
        && select.variants.iter().all(|variant| variant.default || is_exact(&variant.key));
    let mut shows = false;
    walk(whole, &mut |used| {
        shows |= matches!(used, Use::Variable { name, selecting: false } if Some(name) == variable);
    });
    exact && !shows
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;
    use crate::phrase::Arg;

    fn missing(tag: &str, text: &str) -> Vec<String> {
        let found = findings_in(&PLURAL_CATEGORIES, tag, &[], &[("site", text)]);
        let named = |args: &[(&str, Arg)]| match args.iter().find(|(name, _)| *name == "missing") {
            Some((_, Arg::Text(text))) => text.clone(),
            _ => String::new(),
        };
        found.iter().map(|finding| named(&finding.message.args)).collect()
    }

    #[test]
    fn each_select_of_a_message_is_reported() {
        let text = "a = { $n ->\n    [one] \u{648}\n   *[other] { $n } \u{645}\n } { $m ->\n    [0] \u{644}\n    [1] \u{648}\n    [2] \u{62B}\n    [few] { $m }\n   *[other] { $m }\n }\n    .title = { NUMBER($k) ->\n       *[other] { $k }\n    }\n";
        assert_eq!(missing("ar", text), ["[zero] [two] [few] [many]", "[many]", "[zero] [one] [two] [few] [many]"]);
        assert_eq!(places(&findings(&PLURAL_CATEGORIES, "", text), text), ["1:7 $n", "4:6 $m", "11:23 $k"]);
    }

    #[test]
    fn words_are_no_plurals() {
        let text = "a = { $platform ->\n    [macos] \u{645}\n   *[other] \u{622}\n }\nb = { $x ->\n   *[other] { $x }\n }\nc = { -t.case ->\n    [one] x\n   *[other] y\n }\nd = { $gender ->\n    [one] x\n    [male] y\n   *[other] z\n }\n";
        assert!(missing("ar", text).is_empty());
    }

    #[test]
    fn a_switch_is_no_plural_but_a_count_is() {
        assert!(
            missing(
                "ar",
                "a = { $n ->\n    [0] \u{645}\u{637}\u{641}\u{623}\n   *[other] \u{634}\u{63A}\u{627}\u{644}\n }\n"
            )
            .is_empty()
        );
        assert_eq!(
            missing("ar", "a = { $n ->\n    [0] \u{644}\u{627}\n   *[other] { $n } \u{645}\n }\n"),
            ["[one] [two] [few] [many]"]
        );
    }

    #[test]
    fn forms_of_another_language_make_no_plural() {
        let text = "a = { $shortcut ->\n    [zero] { \"\" }\n   *[other] { $shortcut }\n }\n";
        assert!(missing("en", text).is_empty());
        assert_eq!(missing("ar", text), ["[one] [two] [few] [many]"]);
    }

    #[test]
    fn each_language_has_its_own_forms() {
        let text = "a = { $n ->\n    [one] x\n    [few] y\n   *[many] { $n }\n }\n";
        assert!(missing("ru", text).is_empty());
        assert_eq!(missing("pl", text), Vec::<String>::new());
        assert_eq!(missing("ar", text), ["[zero] [two] [other]"]);
        let fractions =
            "a = { NUMBER($n, minimumFractionDigits: 1) ->\n    [one] x\n    [few] y\n   *[many] { $n }\n }\n";
        assert_eq!(missing("ru", fractions), ["[other]"]);
        let ordinal = "a = { NUMBER($n, type: \"ordinal\") ->\n   *[other] { $n }\n }\n";
        assert!(missing("ar", ordinal).is_empty());
        assert_eq!(missing("en", ordinal), ["[one] [two] [few]"]);
    }
}
