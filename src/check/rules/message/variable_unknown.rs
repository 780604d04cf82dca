use std::collections::BTreeSet;

use super::{each_shared_part, near_name, unit, variables_through};
use crate::check::Sink;
use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::message::{Pattern, Use, is_plain, walk};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports a variable that a translation uses, and the same value or attribute of the source does not.
    ///
    /// # Why
    ///
    /// The program gives a message what its source asks for. A variable of another name stays empty: the reader sees
    /// `{$nam}`. Mostly it is a slip, or the name was translated along with the text.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// greeting = Hello, { $name }
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// greeting = مرحبًا يا { $nom }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// greeting = مرحبًا يا { $name }
    /// ```
    pub(crate) static VARIABLE_UNKNOWN = ("message/variable-unknown", Error, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    for shared in each_shared_part(look).filter(|shared| !shared.is_plain()) {
        if is_plain(shared.target_part.pattern) {
            continue;
        }
        let mut unknown = variables(shared.target_part.pattern);
        if !unknown.is_empty() {
            let known = variables(shared.source_part.pattern);
            unknown.retain(|name| !known.contains(name));
        }
        if unknown.is_empty() {
            continue;
        }
        let mut known = BTreeSet::new();
        variables_through(look.source, &shared.source_part, &mut known);
        let mut said = BTreeSet::new();
        for name in unknown.into_iter().filter(|name| !known.contains(name)) {
            if !said.insert(name) {
                continue;
            }
            let entry = shared.target_entry;
            let file = look.target.file(entry);
            let name_span = file.span_of(name);
            let span = Span { start: name_span.start.saturating_sub(1), end: name_span.end };
            let message = Phrase::new("message-variable-unknown")
                .with("id", entry.name_of(&shared.target_part))
                .with("variable", format!("${name}"));
            let finding = sink.report(file.place(span), unit(entry, &shared.target_part), message);
            let source = look.source.file(shared.source_entry);
            finding.related(source.place(source.pattern_span(shared.source_part.pattern)));
            if let Some(near) = near_name(name, known.iter().copied()) {
                finding.help(Phrase::new("message-variable-unknown-near").with("near", format!("${near}")));
            }
        }
    }
}

/// The variables that a pattern itself uses, with repeats.
fn variables<'a>(pattern: &Pattern<'a>) -> Vec<&'a str> {
    let mut found = Vec::new();
    walk(pattern, &mut |used| {
        if let Use::Variable { name, .. } = used {
            found.push(name);
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, places};
    use super::*;

    #[test]
    fn reports_a_variable_of_another_name_once() {
        let source = "a = { $count ->\n    [one] One\n   *[other] { $count }\n }\n    .title = T\n";
        let target = "a = { $counts ->\n    [few] { $counts }\n   *[other] { $counts } { $count }\n }\n    .title = { $count }\n";
        let found = findings(&VARIABLE_UNKNOWN, source, target);
        assert_eq!(places(&found, target), ["1:7 $counts", "5:16 $count"]);
        assert_eq!(found[0].help, Some(Phrase::new("message-variable-unknown-near").with("near", "$count")));
    }

    #[test]
    fn stays_quiet_on_selectors_references_and_terms() {
        let source = "-t = T\na = { b }\nb = { $name } { DATETIME($date) }\nc = { $n } x\n";
        let target = "-t = { $case ->\n   *[x] \u{62A}\n }\na = \u{623} { $name }\nb = { DATETIME($date, dateStyle: \"long\") } { $name }\nc = { $n ->\n   *[other] { $n } { -t(case: \"y\") }\n }\n";
        assert!(findings(&VARIABLE_UNKNOWN, source, target).is_empty());
    }
}
