use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;

use super::terms;

declare_rule! {
    /// # What it does
    ///
    /// Finds terms of the source that are not translated as `glossary.toml` has it: the term stands in a segment or a
    /// translated field, and none of its approved translations stands in the one that belongs to it. It looks only
    /// where that file exists (or the one that `[glossary] path` names).
    ///
    /// Arabic is read with what is glued to its words (the article, و ف ب ك ل, pronouns), without vowel marks, and with
    /// the spellings that writers vary (alef, ta marbuta, final ya). English plurals count. A term with capitals is found
    /// with just these capitals. Of terms one inside the other the longest counts, and each is reported once a segment.
    /// Other inflections, like broken plurals, are listed:
    ///
    /// ```toml
    /// [[term]]
    /// source = ["gene therapy", "genetic therapy"]
    /// ar = ["العلاج الجيني", "العلاجات الجينية"]
    /// forbidden.ar = ["العلاج بالجينات"]
    /// ```
    ///
    /// # Why
    ///
    /// A clinic that has two names in Arabic looks like two clinics, and a search finds half of the articles.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Gene therapy is new.           (en.md)
    /// المعالجة بالمورّثات جديدة.        (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// العلاج الجيني جديد.
    /// ```
    pub(crate) static RULE = ("article/glossary", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let Some((glossary, target)) = terms::glossary(look) else { return };
    let fields = terms::field_texts(look);
    for found in terms::occurrences(look, glossary, &fields, &|entry| !entry.is_name) {
        let approved = found.entry.approved.get(target).map(Vec::as_slice).unwrap_or_default();
        let forbidden = found.entry.forbidden.get(target).map(Vec::as_slice).unwrap_or_default();
        let Some(first) = approved.first() else { continue };
        // A wording that is ruled out is that finding's.
        let is_said = found.texts.iter().any(|text| {
            let words = glossary.words(target, text.text);
            approved.iter().chain(forbidden).any(|wording| wording.term.find(&words).is_some())
        });
        if is_said {
            continue;
        }
        let message = Phrase::new("article-glossary")
            .with("term", found.entry.label.as_str())
            .with("approved", first.text.as_str());
        let help = Phrase::new("article-glossary.help").with("path", glossary.path());
        let unit = Unit::Part(look.article.key.clone(), format!("{}:term:{}", found.part, found.entry.label));
        sink.report(look.target.place(found.place), unit, message)
            .related(look.source.place(found.span))
            .help(help.with("approved", first.text.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::{GLOSSARY, findings};

    fn found(source: &str, target: &str) -> Vec<String> {
        findings(&super::RULE, &[("glossary.toml", GLOSSARY), ("a/en.md", source), ("a/ar.md", target)])
    }

    #[test]
    fn a_term_without_its_translation_is_reported_once_a_segment() {
        let source = "Gene therapy is new. Gene therapies cost much.\n\nThe clinic is open.\n";
        let target = "المعالجة بالمورثات جديدة، وهي غالية الثمن.\n\nالعيادة مفتوحة.\n";
        assert_eq!(found(source, target), ["a/ar.md|المعالجة بالمورثات جديدة، وهي غالية الثمن."]);
    }

    #[test]
    fn approved_wordings_in_any_form_are_fine() {
        for target in ["وللعلاجِ الجينيِّ ثمن.", "تلقى علاجًا جينيًّا.", "العلاجات الجينية جديدة هنا."]
        {
            assert_eq!(found("Gene therapy is new.\n", &format!("{target}\n")), [] as [&str; 0], "{target}");
        }
        assert_eq!(found("The clinic's door is green.\n", "باب عيادتهم أخضر.\n"), [] as [&str; 0]);
    }

    #[test]
    fn fields_have_terms_too() {
        let source = "---\ntitle: Gene therapy\n---\nText.\n";
        assert_eq!(found(source, "---\ntitle: المعالجة الجديدة\n---\nنص.\n"), ["a/ar.md|المعالجة الجديدة"]);
    }

    #[test]
    fn other_findings_are_not_repeated() {
        let forbidden = "العلاج بالجينات جديد.\n";
        assert_eq!(found("Gene therapy is new.\n", forbidden), [] as [&str; 0]);
        let untranslated = "نص أول طويل بالعربية فيه كلمات كثيرة تكفي ليعد المقال مترجمًا كله إلا فقرة.\n\nGene therapy is the newest one of all.\n";
        let source = "First text of many words.\n\nGene therapy is the newest one of all.\n";
        assert_eq!(found(source, untranslated), [] as [&str; 0]);
        let none = findings(&super::RULE, &[("a/en.md", "Gene therapy.\n"), ("a/ar.md", "معالجة.\n")]);
        assert_eq!(none, [] as [&str; 0]);
    }
}
