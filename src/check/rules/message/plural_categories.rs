mod fix;

use super::forms::Forms;
use super::unit;
use crate::check::Sink;
use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::message::{Part, selects};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a select on a number that lacks plural forms of its own language. Arabic has six: zero, one, two, few
    /// (3–10), many (11–99) and other (100–102, 200, fractions); whole numbers take all of them. What fractions take
    /// is asked for only where the select shows fractions, and a form that only whole millions take, such as *many* in
    /// French, is not asked for. An exact `[0]`, `[1]` or `[2]` stands for the form that only
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
    ///
    /// # Fix safety
    ///
    /// The fix adds the missing variants of a value or attribute to a translation, each a copy of the default: what the
    /// reader sees stays as it was. A copy is no translation. So the fix also writes a line above the message, below its
    /// own comment if it has one:
    ///
    /// ```fluent
    /// # mizan-translate: [few] [many]
    /// ```
    ///
    /// Until that line is taken out, the message counts as incomplete and `message/untranslated` names it. There is no
    /// fix in the source, and none where a select without all its forms stands inside another one.
    pub(crate) static PLURAL_CATEGORIES = ("message/plural-categories", Warn, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let forms = Forms::new(look.locale);
    let is_target = look.locale.tag() != look.project.source().tag();
    for entry in look.catalog.entries().iter().filter(|entry| !entry.is_plain()) {
        // What the source does not have is to be taken out, not to be completed.
        let is_obsolete = |part: &Part<'_, '_>| {
            let source = look.of_source().and_then(|source| source.get(entry.id));
            source.is_some_and(|source| source.part(part.attribute).is_none())
        };
        for part in entry.parts().filter(|part| !is_obsolete(part)) {
            let selects =
                selects(part.pattern).into_iter().map(|select| (forms.missing(&select, part.pattern), select));
            let lacking: Vec<_> = selects.filter(|(missing, _)| !missing.is_empty()).collect();
            let file = look.catalog.file(entry);
            let fix = if is_target { fix::fix(file, entry, &part, &lacking) } else { None };
            for (missing, select) in &lacking {
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
                finding.fix.clone_from(&fix);
            }
        }
    }
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
        let two = "a = { $n ->\n    [one] x\n   *[other] { $n }\n }\n";
        assert!(["fr", "es", "it", "pt", "de"].iter().all(|tag| missing(tag, two).is_empty()));
        assert_eq!(missing("he", two), ["[two]"]);
        let fractions =
            "a = { NUMBER($n, minimumFractionDigits: 1) ->\n    [one] x\n    [few] y\n   *[many] { $n }\n }\n";
        assert_eq!(missing("ru", fractions), ["[other]"]);
        let ordinal = "a = { NUMBER($n, type: \"ordinal\") ->\n   *[other] { $n }\n }\n";
        assert!(missing("ar", ordinal).is_empty());
        assert_eq!(missing("en", ordinal), ["[one] [two] [few]"]);
    }
}
