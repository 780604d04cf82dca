use std::path::Path;

use super::{Glossary, has_name};
use crate::error::Error;
use crate::locale::Locale;
use crate::project::Project;

fn read(text: &str) -> Result<Glossary, Error> {
    let locales: Vec<Locale> = ["en", "ar", "fr-CA"].iter().map(|tag| Locale::new(tag).expect("a tag")).collect();
    Glossary::parse(Path::new("glossary.toml"), "glossary.toml", text, &locales)
}

fn fault(text: &str) -> String {
    read(text).expect_err("a fault").to_string()
}

const TERMS: &str = "[[term]]\nsource = [\"gene therapy\", \"genetic therapy\"]\nar = [\"العلاج الجيني\"]\n\
                     forbidden.ar = \"العلاج بالجينات\"\nfr = \"thérapie génique\"\n\n\
                     [[name]]\nkeep = \"Mayo Clinic\"\nar = \"مايو كلينك\"\n\n\
                     [[term]]\nsource = \"clinic\"\nar = \"عيادة\"\n\n[[term]]\nforbidden.ar = [\"المشفى\"]\n";

#[test]
fn terms_and_names_are_read_in_order() {
    let glossary = read(TERMS).expect("a glossary");
    let labels: Vec<_> = glossary.entries().iter().map(|entry| (entry.label.as_str(), entry.is_name)).collect();
    assert_eq!(labels, [("gene therapy", false), ("Mayo Clinic", true), ("clinic", false), ("المشفى", false)]);
    let first = &glossary.entries()[0];
    assert_eq!(first.approved[0][0].text, "العلاج الجيني");
    assert_eq!(first.approved[1][0].text, "thérapie génique", "fr speaks for fr-CA");
    assert_eq!(first.forbidden[0][0].text, "العلاج بالجينات");
    assert!(!glossary.entries()[3].has_source);
}

#[test]
fn the_longest_wins_and_names_are_letter_for_letter() {
    let glossary = read(TERMS).expect("a glossary");
    let found = |text: &'static str| -> Vec<&str> {
        glossary.find(text).into_iter().filter_map(|(_, range)| text.get(range)).collect()
    };
    assert_eq!(found("The Mayo Clinic and a clinic"), ["Mayo Clinic", "clinic"]);
    assert_eq!(found("a mayo clinic"), ["clinic"]);
    assert_eq!(found("Genetic therapies in two clinics"), ["Genetic therapies", "clinics"]);
    assert_eq!(found("Mayo Clinics"), ["Clinics"]);
}

#[test]
fn names_may_have_other_spaces_and_marks_and_be_glued_to_arabic() {
    assert!(has_name("منصة لـMayo Clinic.", "Mayo Clinic"));
    assert!(has_name("Mayo\u{A0}Clinic", "Mayo Clinic"));
    assert!(has_name("\u{2066}Mayo \u{200E}Clinic\u{2069}", "Mayo Clinic"));
    assert!(has_name("لغة C++ هنا", "C++"));
    assert!(!has_name("Mayo Clinics", "Mayo Clinic"));
    assert!(!has_name("mayo clinic", "Mayo Clinic"));
}

#[test]
fn faults_name_line_column_and_remedy() {
    let cases = [
        ("[[trem]]\nsource = \"a\"\n", "1:3:", "did you mean `term`?"),
        ("[[term]]\nsuorce = \"a\"\n", "2:1:", "did you mean `source`?"),
        ("[[term]]\nsource = \"a\"\nra = \"أ\"\n", "3:1:", "`ar`"),
        ("[[term]]\nsource = \"a\"\nforbidden.fr-FR = \"b\"\n", "3:11:", "did you mean `fr"),
        ("[[term]]\nsource = 1\n", "2:10:", "a string"),
        ("[[term]]\nsource = []\n", "2:10:", "not empty"),
        ("[[term]]\nsource = [\"a\", \"…\"]\n", "2:16:", "no word"),
        ("[[term]]\nar = \"أ\"\n", "1:1:", "missing field `source`"),
        ("[[name]]\nar = \"أ\"\n", "1:1:", "missing field `keep`"),
        ("[[name]]\nkeep = [\"A\"]\n", "2:8:", "one name"),
        ("term = 1\n", "1:8:", "[[term]]"),
        ("[[term]]\nsource = \"a\"\nforbidden = \"b\"\n", "3:13:", "forbidden.ar"),
        ("[[term]]\nsource = \"a\"\n[[term]]\nsource = [\"b\", \"A\"]\n", "4:16:", "twice"),
        ("[[term]]\nsource = \n", "2:10:", ""),
    ];
    for (text, place, said) in cases {
        let fault = fault(text);
        assert!(fault.starts_with(&format!("glossary.toml:{place}")) && fault.contains(said), "{text}: {fault}");
    }
}

#[test]
fn the_file_may_be_absent_unless_it_is_named() {
    let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n";
    let project = |config: &str, files: &[(&str, &str)]| {
        let builder = Project::builder().file("mizan.toml", config);
        files.iter().fold(builder, |builder, (path, text)| builder.file(path, *text)).build()
    };
    assert!(project(config, &[]).expect("loads").glossary().is_none());
    let term = "[[term]]\nsource = \"a\"\nar = \"أ\"\n";
    assert!(project(config, &[("glossary.toml", term)]).expect("loads").glossary().is_some());
    let named = format!("{config}[glossary]\npath = \"words/terms.toml\"\n");
    let loaded = project(&named, &[("words/terms.toml", term)]).expect("loads");
    assert_eq!(loaded.glossary().map(Glossary::path), Some("words/terms.toml"));
    assert!(project(&named, &[]).expect_err("named").to_string().contains("words/terms.toml"));
    assert!(project(config, &[("glossary.toml", "x = 1\n")]).expect_err("a fault").is_config());
}

proptest::proptest! {
    #[test]
    fn any_glossary_is_survived(text in "(\\[\\[(term|name)\\]\\]\n|source = |keep = |ar = |forbidden.ar = |\"[a-zأ-ي ]{0,6}\"\n|[\\[\\],]|\n|.){0,20}") {
        if let Ok(glossary) = read(&text) {
            let _ = glossary.find(&text);
        }
    }
}
