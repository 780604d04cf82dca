use std::collections::BTreeSet;

use super::ecma::{FUNCTIONS, function};
use super::{near_name, unit};
use crate::check::Sink;
use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::message::{CatalogView, Entry, Use, walk};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Reports a function that is neither Fluent's own (`NUMBER`, `DATETIME`) nor declared in `mizan.toml` as one that
    /// the program gives its messages:
    ///
    /// ```toml
    /// [messages]
    /// functions = ["PLATFORM"]
    /// ```
    ///
    /// A function is reported once in a locale, where it is first called; one whose name is likely a slip, wherever it
    /// is. What the source calls too is reported in the source alone.
    ///
    /// # Why
    ///
    /// What the program does not give cannot be called: the reader sees `{PLURAL()}`, or always the default variant.
    ///
    /// # Example
    ///
    /// ```fluent
    /// population = عدد السكان { NUMBR($count) }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// population = عدد السكان { NUMBER($count) }
    /// ```
    pub(crate) static UNKNOWN_FUNCTION = ("message/unknown-function", Error, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let declared: BTreeSet<&str> =
        look.project.config().messages.values().flat_map(|own| &own.functions).map(String::as_str).collect();
    let known = || FUNCTIONS.iter().map(|own| own.name).chain(declared.iter().copied());
    let mut of_source = None;
    let mut said = BTreeSet::new();
    for entry in look.catalog.entries().iter().filter(|entry| !entry.is_plain()) {
        let file = look.catalog.file(entry);
        for part in entry.parts() {
            let mut said_here = BTreeSet::new();
            walk(part.pattern, &mut |used| {
                let Use::Function { name, .. } = used else { return };
                if function(name).is_some() || declared.contains(name) || !said_here.insert(name) {
                    return;
                }
                let of_source = of_source.get_or_insert_with(|| look.of_source().map(called).unwrap_or_default());
                if of_source.contains(name) {
                    return;
                }
                let near = near_name(name, known());
                if !said.insert(name) && near.is_none() {
                    return;
                }
                let message = Phrase::new("message-unknown-function").with("id", entry.name_of(&part));
                let place = file.place(file.span_of(name));
                let finding = sink.report(place, unit(entry, &part), message.with("function", name));
                finding.help(match near {
                    Some(near) => Phrase::new("message-unknown-function-near").with("near", near),
                    None => Phrase::new("message-unknown-function.help")
                        .with("table", "[messages]")
                        .with("line", format!("functions = [\"{name}\"]")),
                });
            });
        }
    }
}

/// The functions that a catalog calls.
fn called<'a>(catalog: &CatalogView<'a>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for part in catalog.entries().iter().flat_map(Entry::parts) {
        walk(part.pattern, &mut |used| {
            if let Use::Function { name, .. } = used {
                found.insert(name);
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;
    use crate::check::run_rules;
    use crate::project::Project;

    const TARGET: &str = "a = { NUMBR($n) } { PLATFORM() ->\n    [mac] { NUMBR($n) }\n   *[other] x\n }\n    .t = { NUMBR(1) }\nb = { PLATFORM() }\n";

    #[test]
    fn reports_a_slip_in_each_part_and_another_function_once() {
        let found = findings(&UNKNOWN_FUNCTION, "", TARGET);
        assert_eq!(places(&found, TARGET), ["1:7 NUMBR", "1:21 PLATFORM", "5:12 NUMBR"]);
        assert_eq!(found[0].help, Some(Phrase::new("message-unknown-function-near").with("near", "NUMBER")));
        assert_eq!(found[1].help.as_ref().map(|help| help.id), Some("message-unknown-function.help"));
    }

    #[test]
    fn what_the_source_calls_too_is_the_sources_matter() {
        let source = [("site", "x = { PLATFORM() }\n")];
        let found = findings(&UNKNOWN_FUNCTION, source[0].1, TARGET);
        assert_eq!(places(&found, TARGET), ["1:7 NUMBR", "5:12 NUMBR"]);
        assert_eq!(findings_in(&UNKNOWN_FUNCTION, "en", &source, &source).len(), 1);
    }

    #[test]
    fn fluents_own_and_the_projects_are_known() {
        assert!(findings(&UNKNOWN_FUNCTION, "", "a = { NUMBER($n) } { DATETIME($d) }\n").is_empty());
        let config = "[project]\nsource = \"en\"\n[messages]\npath = \"{locale}.ftl\"\nfunctions = [\"SHORT\"]\n";
        let project =
            Project::builder().file("mizan.toml", config).file("en.ftl", "a = { SHORT($x) }\nb = { LONG($x) }\n");
        let report = run_rules(&project.build().expect("a project"), &|rule| rule.name == UNKNOWN_FUNCTION.name);
        let lines: Vec<_> = report.findings.iter().map(|finding| finding.place.start.line).collect();
        assert_eq!(lines, [2]);
    }
}
