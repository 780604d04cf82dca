use crate::check::Unit;
use crate::check::rule::{PairLook, Recorded, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Finds translations without a record, in a project that keeps records (it has a `mizan.lock`).
    ///
    /// # Why
    ///
    /// Without a record nobody can tell that the source changed: the pair is compared as it stands, and a sentence that
    /// was rewritten looks like any other.
    ///
    /// # Example
    ///
    /// A new `articles/visiting-hours/ar.md`, committed without `mizan accept`; or one that was renamed by hand, while
    /// its record stayed under the old name.
    ///
    /// # Instead
    ///
    /// Read it against the source, then `mizan accept articles/visiting-hours/ar.md`. For many files that were right at
    /// some time, `mizan accept --from-git` derives first records from the history.
    pub(crate) static RULE = ("article/unrecorded", Info, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let Recorded::Unrecorded(moved_from) = look.recorded else { return };
    let place = Place::file(look.target.path.clone());
    let unit = Unit::Article(look.article.key.clone());
    let finding = sink.report(place, unit, Phrase::new("article-unrecorded"));
    let path = &*look.target.path;
    finding.help(match moved_from {
        Some(old) => Phrase::new("article-unrecorded.help-moved").with("path", path).with("old", old),
        None => Phrase::new("article-unrecorded.help").with("path", path),
    });
}
