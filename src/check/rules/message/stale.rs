use super::{each_shared_part, unit};
use crate::check::Sink;
use crate::check::rule::{CatalogPairLook, declare_rule};
use crate::message::{Entry, fingerprint};
use crate::phrase::Phrase;
use crate::project::records::{State, compare_message};

declare_rule! {
    /// # What it does
    ///
    /// Finds messages whose source has changed in meaning since the translation was recorded in `mizan.lock`.
    ///
    /// # Why
    ///
    /// The source's button now says "Cancel the appointment", the translation still "Cancel". The id is the same, so no
    /// other look at the two files can tell.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl: it was "Call us" when the translation was recorded
    /// contact = Write to us
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// contact = اتصل بنا
    /// ```
    ///
    /// # Instead
    ///
    /// Bring the translation up to date, then record it: `mizan accept locales/ar/site.ftl#contact`, or the whole file.
    pub(crate) static STALE = ("message/stale", Warn, CatalogPair(check));
}

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    let records = look.project.records();
    if records.is_empty() {
        return;
    }
    let of_files: Vec<_> = look.target.files().iter().map(|file| records.get(&file.path)).collect();
    for shared in each_shared_part(look) {
        let entry = shared.target_entry;
        let Some(record) = of_files.get(entry.file).copied().flatten() else { continue };
        let name = entry.name_of(&shared.target_part);
        if compare_message(record, &name, fingerprint(shared.source_part.pattern)) != Some(State::Stale) {
            continue;
        }
        let file = look.target.file(entry);
        let place = file.place(file.pattern_span(shared.target_part.pattern));
        let finding =
            sink.report(place, unit(entry, &shared.target_part), Phrase::new("message-stale").with("id", name));
        let source = look.source.file(shared.source_entry);
        finding.related(source.place(source.pattern_span(shared.source_part.pattern)));
        finding.help(Phrase::new("message-stale.help").with("path", &*file.path).with("id", entry.id));
    }
}

/// Whether some part of a message has changed in the source since it was recorded.
pub(crate) fn is_stale<'a>(look: &CatalogPairLook<'a>, source: &Entry<'a>, target: &Entry<'a>) -> bool {
    let records = look.project.records();
    if records.is_empty() {
        return false;
    }
    let Some(record) = records.get(&look.target.file(target).path) else { return false };
    source.parts().any(|part| {
        let name = source.name_of(&part);
        compare_message(record, &name, fingerprint(part.pattern)) == Some(State::Stale)
    })
}
