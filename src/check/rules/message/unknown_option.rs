use fluent_syntax::ast::InlineExpression;

use super::ecma::function;
use super::{near_name, unit};
use crate::check::Sink;
use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::message::{Use, walk};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Reports an option that `NUMBER` or `DATETIME` does not know, and a value that an option does not take. The
    /// options of functions that the project declares are its own matter.
    ///
    /// # Why
    ///
    /// Fluent passes over what it does not know: the number or the date is written as if nothing had been asked for.
    ///
    /// # Example
    ///
    /// ```fluent
    /// published = نُشر في { DATETIME($date, dateStyl: "long") }
    /// share = { NUMBER($share, style: "precent") }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// published = نُشر في { DATETIME($date, dateStyle: "long") }
    /// share = { NUMBER($share, style: "percent") }
    /// ```
    pub(crate) static UNKNOWN_OPTION = ("message/unknown-option", Warn, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    for entry in look.catalog.entries().iter().filter(|entry| !entry.is_plain()) {
        let file = look.catalog.file(entry);
        for part in entry.parts() {
            walk(part.pattern, &mut |used| {
                let Use::Function { name, arguments } = used else { return };
                let Some(function) = function(name) else { return };
                for argument in &arguments.named {
                    let option = argument.name.name;
                    let Some(allowed) = function.option(option) else {
                        let message = Phrase::new("message-unknown-option")
                            .with("id", entry.name_of(&part))
                            .with("function", name)
                            .with("option", option);
                        let finding = sink.report(file.place(file.span_of(option)), unit(entry, &part), message);
                        if let Some(near) = near_name(option, function.options.iter().map(|(own, _)| *own)) {
                            finding.help(Phrase::new("message-unknown-option-near").with("near", near));
                        }
                        continue;
                    };
                    let (InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value }) =
                        argument.value
                    else {
                        continue;
                    };
                    if allowed.takes(value) {
                        continue;
                    }
                    let message = Phrase::new("message-unknown-option-value")
                        .with("id", entry.name_of(&part))
                        .with("option", option)
                        .with("value", value);
                    let finding = sink.report(file.place(file.span_of(value)), unit(entry, &part), message);
                    finding.help(Phrase::new("message-unknown-option-value.help").with("allowed", allowed.to_string()));
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, places};
    use super::*;

    #[test]
    fn reports_options_and_values_where_they_stand() {
        let target = "a = { NUMBER($n, style: \"precent\", minimumFractionDigit: 2) } { $d }\n    .t = { DATETIME($d, dateStyle: \"longest\", minimumFractionDigits: 1) ->\n       *[other] x\n    }\n";
        let found = findings(&UNKNOWN_OPTION, "", target);
        assert_eq!(
            places(&found, target),
            ["1:26 precent", "1:36 minimumFractionDigit", "2:37 longest", "2:47 minimumFractionDigits"]
        );
        let near = Phrase::new("message-unknown-option-near").with("near", "minimumFractionDigits");
        assert_eq!(found[1].help, Some(near));
        let help = Phrase::new("message-unknown-option-value.help").with("allowed", "full, long, medium, short");
        assert_eq!(found[2].help, Some(help));
    }

    #[test]
    fn stays_quiet_on_what_is_known_and_on_other_functions() {
        let target = "a = { NUMBER($n, type: \"ordinal\", maximumFractionDigits: 0, useGrouping: \"false\") }\nb = { DATETIME($d, month: \"long\", hour12: 0) } { SHORT($x, by: \"y\") } { -t(case: \"z\") }\n-t = \u{62A}\n";
        assert!(findings(&UNKNOWN_OPTION, "", target).is_empty());
    }
}
