use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::text::script::Script;

use super::translation::{is_untranslated, untranslated_segments};

declare_rule! {
    /// # What it does
    ///
    /// Finds segments and alternative texts of a target variant that are still in the source's language: running text in
    /// the source's script, once code, addresses and quotations are taken out. Names alone are no fault.
    ///
    /// # Why
    ///
    /// A paragraph in the other language stops most readers, and is easily left behind when the source grows.
    ///
    /// # Example
    ///
    /// ```markdown
    /// الزيارات مجانية.
    ///
    /// Children need a grown-up with them.
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// الزيارات مجانية.
    ///
    /// يجب أن يرافق الأطفالَ شخصٌ بالغ.
    /// ```
    pub(crate) static RULE = ("article/untranslated-segment", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.mostly_untranslated {
        return;
    }
    let key = &look.article.key;
    for segment in untranslated_segments(look) {
        let message = Phrase::new("article-untranslated-segment")
            .with("kind", super::kind_name(segment.kind))
            .with("text", super::quote(look.target.plain(segment)));
        let unit = super::segment_unit(key, look.target, segment);
        sink.report(look.target.place(segment.span), unit, message)
            .help(Phrase::new("article-untranslated-segment.help"));
    }
    let (from, to) = (Script::of(look.source_locale.id()), Script::of(look.locale.id()));
    for image in &look.target.images {
        let Some(alt) = &image.alt else { continue };
        let original = look.source.images.iter().find(|theirs| theirs.destination == image.destination);
        if is_untranslated(alt, original.and_then(|theirs| theirs.alt.as_deref()), from, to) {
            let message = Phrase::new("article-untranslated-segment.alt").with("text", super::quote(alt));
            let unit = Unit::Part(key.clone(), format!("alt:{}", image.destination));
            sink.report(look.target.place(image.span), unit, message)
                .help(Phrase::new("article-untranslated-segment.help"));
        }
    }
}
