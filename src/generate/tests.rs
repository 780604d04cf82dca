//! The module of whole projects.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{Fault, generate};
use crate::project::Project;
use crate::words::Words;

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\", \"fr\"]\n[messages]\npath = \"{locale}.ftl\"\n";

fn project(en: &str, ar: &str, fr: &str) -> Project {
    let project = Project::builder().file("mizan.toml", CONFIG);
    project.file("en.ftl", en).file("ar.ftl", ar).file("fr.ftl", fr).build().expect("a project")
}

fn module(en: &str, ar: &str, fr: &str) -> String {
    generate(&project(en, ar, fr)).expect("a module").into_string()
}

/// Each fault as its place, the place that it contradicts, and the sentence.
fn faults(en: &str, ar: &str, fr: &str) -> Vec<String> {
    let faults = generate(&project(en, ar, fr)).expect_err("faults").faults;
    let at = |place: &crate::source::Place| format!("{}:{}:{}", place.path, place.start.line, place.start.column);
    let line = |fault: &Fault| {
        let related = fault.related.as_ref().map(at).unwrap_or_default();
        format!("{} {related} {}", at(&fault.place), Words::new(&["en"]).say(&fault.message))
    };
    faults.iter().map(line).collect()
}

/// The signatures of the functions, on one line each.
fn signatures(module: &str) -> Vec<String> {
    let file = syn::parse_file(module).expect("Rust");
    let mut found = Vec::new();
    for item in file.items {
        if let syn::Item::Fn(function) = item {
            let names = function.sig.inputs.iter().filter_map(|input| match input {
                syn::FnArg::Typed(argument) => match (&*argument.pat, &*argument.ty) {
                    (syn::Pat::Ident(name), syn::Type::ImplTrait(kind)) => {
                        Some(format!("{}: {}", name.ident, inner(kind)))
                    }
                    _ => None,
                },
                syn::FnArg::Receiver(_) => None,
            });
            let names: Vec<_> = names.collect();
            assert_eq!(names.len(), function.sig.inputs.len(), "every argument is impl Into<…>");
            found.push(format!("{}({})", function.sig.ident, names.join(", ")));
        }
    }
    found
}

/// `T` of `impl Into<T>`.
fn inner(kind: &syn::TypeImplTrait) -> String {
    let Some(syn::TypeParamBound::Trait(bound)) = kind.bounds.first() else { return String::new() };
    let Some(last) = bound.path.segments.last() else { return String::new() };
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else { return String::new() };
    match arguments.args.first() {
        Some(syn::GenericArgument::Type(syn::Type::Path(path))) => {
            path.path.segments.last().map(|own| own.ident.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

#[test]
fn every_locale_has_a_say_in_an_argument() {
    let en = "n = { $count }\nd = { $day }\nw = { $mood }\n";
    let ar = "n = { NUMBER($count) }\nd = { $day }\nw = { $mood ->\n    [glad] x\n   *[sad] y\n }\n";
    let fr = "n = { $count }\nd = { DATETIME($day) }\nw = { $mood ->\n   *[calm] x\n }\n";
    let text = module(en, ar, fr);
    assert_eq!(signatures(&text), ["n(count: Number)", "d(day: Date)", "w(mood: Mood)"]);
    assert!(text.contains("/// - `$count`: a number (in `ar`)") && text.contains("/// - `$day`: a date (in `fr`)"));
    assert!(text.contains("`calm`, `glad`, `sad` (in `ar`, `fr`)"), "{text}");
    assert!(text.contains("pub enum Mood {\n    /// `calm`\n    Calm,\n    /// `glad`\n    Glad,\n"));
}

#[test]
fn arguments_come_in_the_order_of_the_source_through_its_references() {
    let en =
        "a = { b } { $z }\nb = { $y } { c.x } { b }\nc = C\n    .x = { $w } { $z }\n-t = { $hidden }\nd = { -t }\n";
    let ar = "a = { $z } { b }\nb = { $y } { c.x }\nc = C\n    .x = { $w } { $z }\nd = D\n";
    let expected = [
        "a(y: String, w: String, z: String)",
        "b(y: String, w: String, z: String)",
        "c()",
        "c_x(w: String, z: String)",
        "d()",
    ];
    assert_eq!(signatures(&module(en, ar, "")), expected);
}

#[test]
fn what_no_function_could_serve_is_a_fault() {
    let found = faults("a = { $n ->\n    [one] x\n   *[other] y\n }\n", "a = \u{623} { DATETIME($n) }\n", "");
    assert_eq!(
        found,
        ["ar.ftl:1:18 en.ftl:1:7 a: $n is a date here, and a number in the other place; no argument can be both."]
    );
    let found = faults("a = A\nb = { $name }\n", "a = { b }\nb = { $nom }\n", "x = { $nobody }\n");
    assert_eq!(found, ["ar.ftl:2:7  b uses $nom, which the source does not use: it will stay empty."]);
    let found = faults("a = A\nb = { $name }\n", "a = { b }\nb = { $name }\n", "");
    assert_eq!(found, ["ar.ftl:2:7  a uses $name, which the source does not use: it will stay empty."]);
    let found = faults("a = {\nb = B\n", "", "");
    assert!(found.len() == 1 && found[0].starts_with("en.ftl:2:3  This is not Fluent"), "{found:?}");
    assert_eq!(signatures(&module("a = A\n", "a = {\n", "")), ["a()"], "a translation's fault is the check's matter");
}

#[test]
fn several_catalogs_are_several_modules() {
    let config = "[project]\nsource = \"en\"\n[messages.type]\npath = \"t/{locale}.ftl\"\n[messages.site-2]\npath = \"s/{locale}.ftl\"\n\
                  [generate]\ncrate = \"crate::outer\"\n";
    let project = Project::builder()
        .file("mizan.toml", config)
        .file("t/en.ftl", "a = A\n")
        .file("s/en.ftl", "a = { $x }\n\nb = B\n");
    let module = generate(&project.build().expect("a project")).expect("a module").into_string();
    insta::assert_snapshot!(module);
    let file = syn::parse_file(&module).expect("Rust");
    assert_eq!(file.items.len(), 2);
}

#[test]
fn the_order_of_messages_does_not_decide_who_has_a_name() {
    let one = signatures(&module("a-b = 1\na_b = 2\na = 3\n    .b = { $x }\n", "", ""));
    let mut other = signatures(&module("a = 3\n    .b = { $x }\na_b = 2\na-b = 1\n", "", ""));
    assert_eq!(one, ["a_b()", "a_b_2()", "a()", "a_b_3(x: String)"]);
    other.sort();
    assert_eq!(other, ["a()", "a_b()", "a_b_2()", "a_b_3(x: String)"]);
}

#[test]
fn an_error_says_where() {
    let error = generate(&project("a = A\n", "a = { $x }\n", "")).expect_err("a fault");
    assert!(error.to_string().starts_with("ar.ftl:1:7: a uses $x"), "{error}");
}

/// Pieces of Fluent in any order, most of them right.
const PIECES: &str = "((type|a-b|a_b|aB|self|[a-c]{1,2}) = |    \\.(a-b|fn|x) = |w | \\{ \\$(type|x-1|x_1|self|phrase) \\}\n\
                      | \\{ NUMBER\\(\\$x\\) \\}\n| \\{ (a-b|type)(\\.x)? \\}\n| \\{ \\$(w|String) ->\n  \\[(self|k-1|K1|as|0|few)\\] y\n \\*\\[(other|k_1|named)\\] z\n \\}\n\
                      |# \\$x \\(Number\\) [`</*\\]#]{0,3}\n|# Deprecated: \"[a-z\\\\]\"\n|\n){0,30}";

proptest! {
    #[test]
    fn any_catalog_gives_rust_with_every_name_once(en in PIECES, ar in PIECES) {
        let Ok(module) = generate(&project(&en, &ar, "")) else { return Ok(()) };
        let file = syn::parse_file(module.as_str());
        prop_assert!(file.is_ok(), "{:?}\n{}", file.err(), module.as_str());
        let mut names = HashSet::new();
        for signature in signatures(module.as_str()) {
            let (name, arguments) = signature.split_once('(').unwrap_or_default();
            prop_assert!(names.insert(name.to_owned()), "{} twice", name);
            let mut seen = HashSet::new();
            for argument in arguments.trim_end_matches(')').split(", ").filter(|one| !one.is_empty()) {
                let name = argument.split(':').next().unwrap_or_default();
                prop_assert!(seen.insert(name), "{} twice in {}", name, signature);
            }
        }
        let mut types = HashSet::from(["Arg", "Date", "Number", "Phrase"].map(str::to_owned));
        for item in file.expect("parsed").items {
            if let syn::Item::Enum(own) = item {
                prop_assert!(types.insert(own.ident.to_string()), "{} twice", own.ident);
                let variants: HashSet<_> = own.variants.iter().map(|variant| variant.ident.to_string()).collect();
                prop_assert_eq!(variants.len(), own.variants.len());
            }
        }
        let again = generate(&project(&en, &ar, "")).expect("again");
        prop_assert_eq!(module.as_str(), again.as_str());
    }
}
