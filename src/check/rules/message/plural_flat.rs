use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use super::forms::Forms;
use super::{Shared, each_shared_part, unit};
use crate::check::Sink;
use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::message::{By, CatalogView, Part, Pattern, Select, Use, is_plain, selects, walk};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a value or attribute whose source chooses its words by a number, while the translation has one text for
    /// all numbers. Asked are languages with three forms or more, like Arabic; with two, the word that is counted often
    /// stays the same. Not asked is a translation that takes the number out of the sentence: «المقالات: 5»,
    /// «المقالات (5)».
    ///
    /// # Why
    ///
    /// One text cannot be right for all numbers: «5 مقال» and «1 مقال» are not Arabic.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// articles = { $count ->
    ///     [one] { $count } article
    ///    *[other] { $count } articles
    /// }
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// articles = { $count } مقال
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// articles = { $count ->
    ///     [zero] لا مقالات
    ///     [one] مقال واحد
    ///     [two] مقالان
    ///     [few] { $count } مقالات
    ///     [many] { $count } مقالًا
    ///    *[other] { $count } مقال
    /// }
    /// ```
    pub(crate) static PLURAL_FLAT = ("message/plural-flat", Warn, CatalogPair(check));
}

/// Forms of a language from which on one text is hardly right for all numbers: a noun after a number stays as it is in
/// Persian, Turkish and Hungarian, and some do in Norwegian.
const LEAST_FORMS: usize = 3;
/// References followed when asking whether a translation chooses elsewhere.
const DEPTH: usize = 4;

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    let (ours, theirs) = (Forms::new(look.project.source()), Forms::new(look.locale));
    for shared in each_shared_part(look).filter(|shared| !shared.is_plain()) {
        let pattern = shared.source_part.pattern;
        if is_plain(pattern) {
            continue;
        }
        let is_plural = |select: &Select<'_, '_>| {
            let By::Number { counting, .. } = select.by else { return false };
            select.variants.len() > 1
                && ours.are_told_by(select, pattern)
                && theirs.ordinary(counting).count() >= LEAST_FORMS
        };
        let Some(select) = selects(pattern).into_iter().find(is_plural) else { continue };
        let variable = select.by.variable();
        if chooses(look.target, &shared.target_part, DEPTH) || stands_apart(&shared, variable) {
            continue;
        }
        let (entry, file) = (shared.target_entry, look.target.file(shared.target_entry));
        let message = Phrase::new("message-plural-flat").with("id", entry.name_of(&shared.target_part));
        let place = file.place(file.pattern_span(shared.target_part.pattern));
        let finding = sink.report(place, unit(entry, &shared.target_part), message);
        let source = look.source.file(shared.source_entry);
        finding.related(source.place(match variable.map(|name| source.span_of(name)) {
            Some(name) => Span { start: name.start.saturating_sub(1), ..name },
            None => source.pattern_span(pattern),
        }));
        finding.help(Phrase::new("message-plural-flat.help").with("locale", look.locale.tag()));
    }
}

/// Whether a part chooses by whatever: by a number, by a word that the program gives for it, in a message or term that
/// it refers to.
fn chooses<'a>(catalog: &CatalogView<'a>, part: &Part<'_, 'a>, depth: usize) -> bool {
    let mut found = false;
    walk(part.pattern, &mut |used| {
        let elsewhere = match used {
            Use::Select { variants, .. } => {
                found |= variants.len() > 1;
                return;
            }
            Use::Message { id, attribute } => catalog.get(id).and_then(|entry| entry.part(attribute)),
            Use::Term { id, attribute, .. } => catalog.get(&format!("-{id}")).and_then(|entry| entry.part(attribute)),
            _ => return,
        };
        if !found && depth > 0 {
            found = elsewhere.is_some_and(|part| chooses(catalog, &part, depth - 1));
        }
    });
    found
}

/// Whether the translation names the number apart from what is counted, and so needs no form: after a colon, or in
/// brackets.
fn stands_apart(shared: &Shared<'_, '_>, variable: Option<&str>) -> bool {
    let Some(variable) = variable else { return false };
    let pattern: &Pattern<'_> = shared.target_part.pattern;
    let (mut shown, mut before) = (false, "");
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => before = value,
            PatternElement::Placeable { expression } => {
                if shows(expression, variable) {
                    shown = true;
                    let sign = before.trim_end().chars().next_back();
                    if !sign.is_some_and(|sign| matches!(sign, ':' | '(' | '[' | '\u{FF1A}' | '\u{FF08}')) {
                        return false;
                    }
                }
                before = "";
            }
        }
    }
    shown
}

fn shows(expression: &Expression<&str>, variable: &str) -> bool {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => id.name == variable,
        Expression::Inline(InlineExpression::FunctionReference { arguments, .. }) => arguments
            .positional
            .iter()
            .any(|own| matches!(own, InlineExpression::VariableReference { id } if id.name == variable)),
        Expression::Inline(InlineExpression::Placeable { expression }) => shows(expression, variable),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;

    const ENGLISH: &str = "a = { $n ->\n    [one] { $n } article\n   *[other] { $n } articles\n }\n    .t = { $n ->\n        [one] One\n       *[other] More\n    }\n";

    fn flat(target: &str) -> Vec<String> {
        places(&findings(&PLURAL_FLAT, ENGLISH, target), target)
    }

    #[test]
    fn reports_a_part_with_one_text_for_all_numbers() {
        let target = "a = { $n } \u{645}\u{642}\u{627}\u{644}\n    .t = \u{648}\u{627}\u{62D}\u{62F}\n";
        assert_eq!(flat(target), ["1:5 { $n } \u{645}\u{642}\u{627}\u{644}", "2:10 \u{648}\u{627}\u{62D}\u{62F}"]);
        let found = findings(&PLURAL_FLAT, ENGLISH, target);
        assert_eq!(found[0].related.as_ref().map(|place| place.start.column), Some(7));
        // The default alone chooses nothing.
        assert_eq!(flat("a = { $n ->\n   *[other] { $n } \u{645}\n }\n").len(), 1);
    }

    #[test]
    fn one_that_chooses_is_never_flat_however_it_does() {
        let word = "{ $n ->\n        [x] \u{645}\n       *[y] \u{646}\n    }\n";
        assert!(flat(&format!("a = \u{623} {word}    .t = {{ b }}\nb = {{ -c }}\n-c = {word}")).is_empty());
    }

    #[test]
    fn a_number_that_stands_apart_needs_no_form() {
        assert!(flat("a = \u{627}\u{644}\u{645}\u{642}\u{627}\u{644}\u{627}\u{62A}: { $n }\n").is_empty());
        assert!(flat("a = \u{627}\u{644}\u{645}\u{642}\u{627}\u{644}\u{627}\u{62A} ({ NUMBER($n) })\n").is_empty());
        assert_eq!(
            flat("a = \u{627}\u{644}\u{645}\u{642}\u{627}\u{644}\u{627}\u{62A}: { $n } \u{645}\u{646} { $n }\n").len(),
            1
        );
    }

    #[test]
    fn a_language_of_few_forms_is_not_asked() {
        let target = [("site", "a = { $n } x\n")];
        for tag in ["ja", "fa", "nb", "fr"] {
            assert!(findings_in(&PLURAL_FLAT, tag, &[("site", ENGLISH)], &target).is_empty(), "{tag}");
        }
        assert_eq!(findings_in(&PLURAL_FLAT, "he", &[("site", ENGLISH)], &target).len(), 1);
        let ordinal =
            [("site", "a = { NUMBER($n, type: \"ordinal\") ->\n    [one] { $n }st\n   *[other] { $n }th\n }\n")];
        assert!(findings_in(&PLURAL_FLAT, "ar", &ordinal, &target).is_empty());
    }

    #[test]
    fn a_switch_or_a_word_in_the_source_asks_for_nothing() {
        let switch = "a = { $n ->\n    [0] Off\n   *[other] On\n }\nb = { $os ->\n    [mac] x\n   *[other] y\n }\n";
        assert!(findings(&PLURAL_FLAT, switch, "a = \u{645}\nb = \u{645}\n").is_empty());
    }
}
