use super::lone::{Side, runs};
use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Finds paragraphs, list items, table cells, footnotes, pictures and code blocks of the translation that have no
    /// counterpart in the source. Segments are aligned as for `article/segment-missing`.
    ///
    /// # Why
    ///
    /// What stands in the translation only was added by the translator on purpose, or was taken out of the source
    /// since: a reader of the source's language never sees it, and nobody keeps it up to date.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Visits are free.                 (en.md)
    /// ```
    ///
    /// ```markdown
    /// الزيارات مجانية.                  (ar.md)
    ///
    /// يجب أن يرافق الأطفالَ شخصٌ بالغ.
    /// ```
    ///
    /// # Instead
    ///
    /// Take it out, or write it in the source too. Where only readers of this language need it, allow it:
    ///
    /// ```markdown
    /// <!-- mizan-allow article/segment-extra: for readers in this region only -->
    /// ```
    pub(crate) static RULE = ("article/segment-extra", Info, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    for run in runs(look, Side::Target) {
        let segment = run.first;
        let text = match look.target.plain(segment) {
            plain if plain.chars().any(char::is_alphanumeric) => plain,
            _ => segment.span.slice(&look.target.text),
        };
        let message = Phrase::new("article-segment-extra")
            .with("kind", super::kind_name(segment.kind))
            .with("count", run.count)
            .with("text", super::quote(text));
        let Unit::Part(key, part) = super::segment_unit(&look.article.key, look.target, segment) else { continue };
        let finding = sink.report(look.target.place(segment.span), Unit::Part(key, format!("extra:{part}")), message);
        finding.help(Phrase::new("article-segment-extra.help"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::article::pairs::{findings, places};

    const EN: &str = "# Visits\n\nVisits are free for all families and friends.\n\nRing the bell twice at the gate.\n";

    #[test]
    fn a_paragraph_that_only_the_translation_has_is_extra() {
        let ar = "# الزيارات\n\nالزيارات مجانية لكل العائلات والأصدقاء.\n\nاقرع الجرس مرتين عند البوابة.\n\n\
            يفتح المقصف أبوابه كل يوم من السابعة صباحًا حتى السادسة مساءً.\n";
        let extra = "يفتح المقصف أبوابه كل يوم من السابعة صباحًا حتى السادسة مساءً.";
        assert_eq!(places(&findings(&RULE, EN, ar), EN, ar), [(extra, "")]);
    }

    #[test]
    fn a_paragraph_that_was_split_is_not() {
        let ar = "# الزيارات\n\nالزيارات مجانية لكل العائلات والأصدقاء.\n\nاقرع الجرس مرتين عند البوابة.\n";
        assert_eq!(findings(&RULE, EN, ar), []);
        let en = "# Visits\n\nVisits are free for all families and friends. Ring the bell twice at the gate.\n";
        assert_eq!(findings(&RULE, en, ar), []);
    }

    #[test]
    fn code_and_pictures_count() {
        let ar = "# الزيارات\n\nالزيارات مجانية لكل العائلات والأصدقاء.\n\n```\nls\n```\n\n\
            اقرع الجرس مرتين عند البوابة.\n\n![جرس](/bell.svg)\n";
        let found = findings(&RULE, EN, ar);
        assert_eq!(places(&found, EN, ar), [("```\nls\n```", ""), ("![جرس](/bell.svg)", "")]);
    }
}
