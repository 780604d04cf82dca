use crate::article::{Document, Segment};
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds paragraphs, list items and footnotes of the translation that are much shorter or longer than their
    /// counterparts, measured by what is usual in the same article; a smaller difference is enough where the number of
    /// sentences differs, too.
    ///
    /// # Why
    ///
    /// A sentence that was left out, or that was added to the source later, changes nothing but the length.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Visits are free. Children need a grown-up with them, who stays for the whole visit.     (en.md)
    /// الزيارات مجانية.                                                                          (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// الزيارات مجانية. ويجب أن يرافق الأطفالَ شخصٌ بالغ يبقى معهم طوال الزيارة.
    /// ```
    pub(crate) static RULE = ("article/length-outlier", Info, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    for outlier in &look.alignment.outliers {
        let Some(group) = look.alignment.groups.get(outlier.group) else { continue };
        let theirs = segments(look.source, &group.source);
        let ours = segments(look.target, &group.target);
        let (Some(first), Some(whole), Some(place)) = (theirs.first(), cover(&theirs), cover(&ours)) else { continue };
        let characters = |document: &Document, segments: &[&Segment]| -> usize {
            segments.iter().map(|segment| document.plain(segment).chars().count()).sum()
        };
        let (id, source, target) = match (outlier.sentences, outlier.longer) {
            (Some((source, target)), false) => ("article-length-outlier", source, target),
            (Some((source, target)), true) => ("article-length-outlier.long", source, target),
            (None, longer) => {
                let id =
                    if longer { "article-length-outlier.characters-long" } else { "article-length-outlier.characters" };
                (id, characters(look.source, &theirs), characters(look.target, &ours))
            }
        };
        let message = Phrase::new(id).with("target", target).with("source", source);
        let unit = super::segment_unit(&look.article.key, look.source, first);
        sink.report(look.target.place(place), unit, message)
            .related(look.source.place(whole))
            .help(Phrase::new("article-length-outlier.help"));
    }
}

fn segments<'a>(document: &'a Document, indices: &[u32]) -> Vec<&'a Segment> {
    indices.iter().filter_map(|at| document.segments.get(*at as usize)).collect()
}

fn cover(segments: &[&Segment]) -> Option<Span> {
    segments.iter().map(|segment| segment.span).reduce(Span::join)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::article::pairs::{findings, places};

    const EN: &str = "Most patients are sent by their family doctor. The commonest reason is that they stop breathing at \
        night.\n\nChildren are examined too, and a parent sleeps in the same room.\n\nA technician attaches the sensors, \
        which takes less than an hour.\n\nThe curtains are heavy, and the machines are behind the headboard.\n\nThe full \
        report follows within a few days of the night.\n";
    const AR: &str = "يحيل أطباء العائلة معظم المرضى إلينا. وأكثر أسباب الإحالة شيوعًا انقطاع تنفسهم في أثناء الليل.\n\n\
        ويُفحص الأطفال أيضًا، وينام أحد الوالدين في الغرفة نفسها.\n\nيثبّت الفني أجهزة الاستشعار، ويستغرق ذلك أقل من ساعة.\n\n\
        الستائر ثقيلة، والأجهزة مخبأة كلها خلف رأس السرير الكبير.\n\nيصلك التقرير الكامل خلال أيام قليلة من تلك الليلة.\n";

    #[test]
    fn a_sentence_that_was_left_out_shows_in_the_length() {
        let ar = AR.replace(" وأكثر أسباب الإحالة شيوعًا انقطاع تنفسهم في أثناء الليل.", "");
        let found = findings(&RULE, EN, &ar);
        let first = "يحيل أطباء العائلة معظم المرضى إلينا.";
        let source = EN.split("\n\n").next().expect("a paragraph");
        assert_eq!(places(&found, EN, &ar), [(first, source)]);
        assert_eq!(found[0].message.id, "article-length-outlier");
    }

    #[test]
    fn a_sentence_that_was_added_shows_too() {
        let added = "الستائر ثقيلة، والأجهزة مخبأة كلها خلف رأس السرير الكبير.";
        let ar = AR.replace(added, &format!("{added} ولا يُسمع فيها من الخارج أي صوت، حتى في ساعات النهار."));
        let found = findings(&RULE, EN, &ar);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message.id, "article-length-outlier.long");
    }

    #[test]
    fn usual_lengths_and_joined_sentences_do_not() {
        assert_eq!(findings(&RULE, EN, AR), []);
        assert_eq!(findings(&RULE, EN, &AR.replace("إلينا. وأكثر", "إلينا، وأكثر")), []);
    }
}
