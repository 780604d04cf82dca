use proptest::prelude::*;

use super::{Morphology, Term, Terms, Words};

fn found<'t>(term: &str, text: &'t str, morphology: Morphology) -> Option<&'t str> {
    let term = Term::new(term, morphology).expect("a term");
    term.find(&Words::of(text, morphology)).map(|range| &text[range])
}

fn arabic<'t>(term: &str, text: &'t str) -> Option<&'t str> {
    found(term, text, Morphology::Arabic)
}

fn english<'t>(term: &str, text: &'t str) -> Option<&'t str> {
    found(term, text, Morphology::English)
}

#[test]
fn clitics_are_seen_through() {
    for form in [
        "عيادة",
        "العيادة",
        "والعيادة",
        "بالعيادة",
        "فبالعيادة",
        "كالعيادة",
        "للعيادة",
        "وللعيادة",
        "لعيادة",
        "وبعيادة",
        "عيادتها",
        "وعيادته",
        "بعيادتنا",
        "عيادتهم",
        "عيادتي",
        "عيادتك",
        "عِيَادَةٌ",
        "العيـادة",
        "العياده",
    ] {
        assert_eq!(arabic("عيادة", form), Some(form), "{form}");
        assert_eq!(arabic("العيادة", form), Some(form), "{form}");
    }
    for other in ["عيادات", "عادة", "عيد", "الاعتياد"] {
        assert_eq!(arabic("عيادة", other), None, "{other}");
    }
}

#[test]
fn spellings_are_one() {
    assert_eq!(arabic("إنزيمات", "مستوى الأنزيمات"), Some("الأنزيمات"));
    assert_eq!(arabic("مستشفى", "في مستشفاها الجديد"), Some("مستشفاها"));
    assert_eq!(arabic("مستشفى", "المستشفي"), Some("المستشفي"));
    assert_eq!(arabic("علاج", "تلقى علاجًا"), Some("علاجًا"));
    assert_eq!(arabic("اللغة", "مكتبٌ للغة"), Some("للغة"));
    assert_eq!(arabic("ألمانيا", "لألمانيا"), Some("لألمانيا"));
    assert_eq!(arabic("علاج", "بال\u{200F}علاج"), Some("بال\u{200F}علاج"));
}

#[test]
fn several_words_agree_in_their_article() {
    for text in ["العلاج الجيني", "علاج جيني", "وبالعلاج الجيني", "علاجًا جينيًّا", "للعلاج الجينيّ", "علاجه الجيني"]
    {
        assert_eq!(arabic("العلاج الجيني", text), Some(text), "{text}");
        assert_eq!(arabic("علاج جيني", text), Some(text), "{text}");
    }
    assert_eq!(arabic("عيادة النوم", "عيادة للنوم"), Some("عيادة للنوم"));
    assert_eq!(arabic("العلاج الجيني", "العلاج. الجيني"), None);
    assert_eq!(arabic("العلاج الجيني", "العلاج الطبيعي والجيني"), None);
    assert_eq!(arabic("العلاج الجيني", "العلاج بالجينات"), None);
}

#[test]
fn english_has_plurals_and_possessives_and_no_parts_of_words() {
    for text in ["gene therapy", "Gene Therapy", "gene therapies", "gene-therapy", "gene\n therapy"] {
        assert_eq!(english("gene therapy", text), Some(text), "{text}");
    }
    assert_eq!(english("gene therapy", "The gene therapy's price"), Some("gene therapy"));
    assert_eq!(english("ward", "two wards"), Some("wards"));
    assert_eq!(english("virus", "viruses"), Some("viruses"));
    for (term, text) in
        [("ward", "toward warden"), ("gene therapy", "genes therapy"), ("gene therapy", "gene, therapy")]
    {
        assert_eq!(english(term, text), None, "{term} in {text}");
    }
}

#[test]
fn capitals_count_where_the_term_has_some() {
    assert_eq!(english("MRI", "two MRIs"), Some("MRIs"));
    assert_eq!(english("MRI", "mri"), None);
    assert_eq!(english("Intensive Care", "intensive care"), None);
    assert_eq!(english("Gene Therapy", "Gene Therapies"), Some("Gene Therapies"));
    assert_eq!(arabic("MRI", "تصوير الـMRI هنا"), Some("MRI"));
}

#[test]
fn many_terms_are_found_in_one_pass() {
    let term = |text| Term::new(text, Morphology::English).expect("a term");
    let terms = Terms::new(vec![term("gene"), term("gene therapy"), term("clinic")]);
    let text = "A clinic for gene therapies";
    let found = terms.find(&Words::of(text, Morphology::English));
    let found: Vec<_> = found.into_iter().map(|(at, range)| (at, &text[range])).collect();
    assert_eq!(found, [(2, "clinic"), (0, "gene"), (1, "gene therapies")]);
    assert!(Term::new("… — !", Morphology::English).is_none());
}

/// Letters that no clitic or variant spelling is made of.
const STEM: &str = "[جحخدذرزسشصضطظعغقمث]{3,6}";

proptest! {
    #[test]
    fn any_stem_is_found_behind_any_clitics(
        stem in STEM,
        before in prop::sample::select(vec!["", "و", "ف", "ال", "وال", "بال", "كال", "وبال", "لل", "ولل", "ب", "ل", "وك"]),
        after in prop::sample::select(vec!["", "ها", "ه", "هم", "نا", "ك", "ي", "ًا"]),
        around in "[ ،.«»()]{1,3}",
    ) {
        let word = format!("{before}{stem}{after}");
        let text = format!("قبل{around}{word}{around}بعد");
        prop_assert_eq!(arabic(&stem, &text), Some(word.as_str()));
        prop_assert_eq!(arabic(&format!("ال{stem}"), &text), Some(word.as_str()));
    }

    #[test]
    fn one_pass_finds_what_each_term_finds(text in "(gene|therap|y|ies|s| |-|ward|,|Gene){0,12}") {
        let words = Words::of(&text, Morphology::English);
        let terms: Vec<Term> =
            ["gene", "gene therapy", "ward", "Gene"].iter().filter_map(|it| Term::new(it, Morphology::English)).collect();
        let together = Terms::new(terms.clone()).find(&words);
        for (at, term) in terms.iter().enumerate() {
            let first = together.iter().find(|(index, _)| *index == at).map(|(_, range)| range.clone());
            prop_assert_eq!(first, term.find(&words));
        }
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,40}", term in "\\PC{1,12}", arabic in any::<bool>()) {
        let morphology = if arabic { Morphology::Arabic } else { Morphology::English };
        if let Some(term) = Term::new(&term, morphology) {
            let range = term.find(&Words::of(&text, morphology));
            prop_assert!(range.is_none_or(|range| text.get(range).is_some()));
        }
    }

    #[test]
    fn a_term_is_found_in_itself(term in "[a-zA-Zء-يًٌَ' -]{1,20}") {
        for morphology in [Morphology::Arabic, Morphology::English, Morphology::None] {
            if let Some(one) = Term::new(&term, morphology) {
                prop_assert!(one.find(&Words::of(&term, morphology)).is_some(), "{:?}", morphology);
            }
        }
    }
}
