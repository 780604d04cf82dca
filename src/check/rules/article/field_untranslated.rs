use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::text::script::Script;

use super::translation::is_untranslated;

declare_rule! {
    /// # What it does
    ///
    /// Finds front-matter fields that are to be translated and are still in the source's language, judged like a segment:
    /// running text in the source's script. A name alone is no fault.
    ///
    /// # Why
    ///
    /// Titles and summaries stand on cards, in search results and in shared links, where they are all that one sees.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: New visiting hours from the first of May
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: مواعيد زيارة جديدة ابتداءً من الأول من مايو
    /// ```
    pub(crate) static RULE = ("article/field-untranslated", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    let (from, to) = (Script::of(look.source_locale.id()), Script::of(look.locale.id()));
    for name in &look.collection.config.translated {
        let (Some(field), Some(text)) = (look.target.front.get(name), look.target.front.text(name)) else { continue };
        let theirs = look.source.front.text(name);
        if !is_untranslated(&text, theirs.as_deref(), from, to) {
            continue;
        }
        let message = Phrase::new("article-field-untranslated").with("field", name.as_str());
        let unit = Unit::Part(look.article.key.clone(), format!("field:{name}"));
        let finding = sink.report(look.target.place(field.value_span), unit, message.with("text", super::quote(&text)));
        finding.related = look.source.front.get(name).map(|field| look.source.place(field.value_span));
        finding.help(Phrase::new("article-field-untranslated.help").with("field", name.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::findings;

    const TEXT: &str = "نص طويل بالعربية يكفي ليُعد المقال مترجمًا، وفيه كلمات كثيرة عن الزيارات ومواعيدها.\n";

    fn found(source: &str, target: &str) -> Vec<String> {
        let source = format!("---\n{source}\n---\nText of the article.\n");
        let target = format!("---\n{target}\n---\n{TEXT}");
        findings(&super::RULE, &[("a/en.md", &source), ("a/ar.md", &target)])
    }

    #[test]
    fn a_field_in_the_other_script_is_marked() {
        let title = "title: \"New hours for all the visitors\"";
        assert_eq!(found(title, title), ["a/ar.md|\"New hours for all the visitors\""]);
        assert_eq!(found("summary: One.", "summary: We are open every day now"), ["a/ar.md|We are open every day now"]);
    }

    #[test]
    fn translations_names_and_other_fields_are_fine() {
        assert_eq!(found("title: New hours for all the visitors", "title: مواعيد جديدة للزوار"), [] as [&str; 0]);
        assert_eq!(found("title: Mayo Clinic Platform", "title: Mayo Clinic Platform"), [] as [&str; 0]);
        assert_eq!(found("note: seen by the head of it", "note: seen by the head of it"), [] as [&str; 0]);
    }
}
