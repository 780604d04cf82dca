use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::glossary::has_name;

use super::terms;

declare_rule! {
    /// # What it does
    ///
    /// Finds names that must stay and do not: `glossary.toml` keeps the name, a segment or translated field of the source
    /// has it, and the one that belongs to it has neither the name, letter for letter, nor a form that is listed:
    ///
    /// ```toml
    /// [[name]]
    /// keep = "Mayo Clinic"
    /// ar = ["مايو كلينك"]      # may stand for it
    /// ```
    ///
    /// # Why
    ///
    /// A name that everybody writes in letters of their own cannot be found, and may not be known again.
    ///
    /// # Example
    ///
    /// ```markdown
    /// A study with Mayo Clinic.        (en.md)
    /// دراسة مع عيادات مايو.             (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// دراسة مع Mayo Clinic.
    /// ```
    pub(crate) static RULE = ("article/name-altered", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let Some((glossary, target)) = terms::glossary(look) else { return };
    let fields = terms::field_texts(look);
    for found in terms::occurrences(look, glossary, &fields, &|entry| entry.is_name) {
        let name = found.entry.label.as_str();
        let listed = found.entry.approved.get(target).map(Vec::as_slice).unwrap_or_default();
        let stands = found.texts.iter().any(|text| {
            let words = glossary.words(target, text.text);
            has_name(text.text, name) || listed.iter().any(|wording| wording.term.find(&words).is_some())
        });
        if stands {
            continue;
        }
        let message = Phrase::new("article-name-altered").with("name", name);
        let unit = Unit::Part(look.article.key.clone(), format!("{}:name:{name}", found.part));
        let finding = sink.report(look.target.place(found.place), unit, message);
        finding.related(look.source.place(found.span));
        match listed.first() {
            Some(other) => {
                let help = Phrase::new("article-name-altered.help-listed").with("name", name);
                finding.help(help.with("other", other.text.as_str()))
            }
            None => finding.help(Phrase::new("article-name-altered.help").with("name", name)),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::{GLOSSARY, findings};

    fn found(source: &str, target: &str) -> Vec<String> {
        findings(&super::RULE, &[("glossary.toml", GLOSSARY), ("a/en.md", source), ("a/ar.md", target)])
    }

    #[test]
    fn a_name_in_other_letters_is_reported() {
        assert_eq!(found("A study with Mayo Clinic.\n", "دراسة مع عيادات مايو.\n"), ["a/ar.md|دراسة مع عيادات مايو."]);
        assert_eq!(found("Written in C++.\n", "كُتب بلغة C.\n"), ["a/ar.md|كُتب بلغة C."]);
    }

    #[test]
    fn the_name_itself_and_listed_forms_stand() {
        for target in ["دراسة مع Mayo Clinic.", "دراسة لـMayo Clinic", "دراسة مع **Mayo** Clinic", "دراسة لمايو كلينيك"]
        {
            assert_eq!(found("A study with Mayo Clinic.\n", &format!("{target}\n")), [] as [&str; 0], "{target}");
        }
        assert_eq!(found("Written in C++.\n", "كُتب بلغة C++.\n"), [] as [&str; 0]);
        assert_eq!(found("A mayo clinic.\n", "عيادة.\n"), [] as [&str; 0]);
    }
}
