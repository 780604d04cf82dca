use crate::check::Unit;
use crate::check::rule::{PairLook, Recorded, Sink, declare_rule};
use crate::fingerprint::blob_id;
use crate::phrase::Phrase;
use crate::project::records::Mark;
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Finds translations that were recorded as current though the source had changed in meaning and the translation had
    /// not changed at all.
    ///
    /// # Why
    ///
    /// A record is a person's word that the translation was read. When a hundred of them are accepted in one go to make
    /// the check pass, the records are worth nothing from then on.
    ///
    /// # Example
    ///
    /// The source's opening hours changed; `mizan accept articles/visiting-hours/ar.md` was run without touching `ar.md`.
    ///
    /// # Instead
    ///
    /// Translate the change, then accept. Where nothing had to change (a slip was mended in the source), say so:
    /// `mizan accept --as-is articles/visiting-hours/ar.md`.
    pub(crate) static RULE = ("article/recorded-unchanged", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let Recorded::Record(record, _) = &look.recorded else { return };
    if record.mark != Mark::Unchanged || record.target != blob_id(&look.target.text) {
        return;
    }
    let place = Place::file(look.target.path.clone());
    let unit = Unit::Article(look.article.key.clone());
    let finding = sink.report(place, unit, Phrase::new("article-recorded-unchanged"));
    finding.help(Phrase::new("article-recorded-unchanged.help").with("path", &*look.target.path));
}
