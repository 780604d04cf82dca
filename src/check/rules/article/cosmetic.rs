use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::records::{Change, State};
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Tells that only the markup, the addresses or the order of the source's segments have changed since the translation
    /// was recorded. One finding for each article.
    ///
    /// # Why
    ///
    /// Nothing has to be translated; but a link may lead elsewhere, or a list stand in another order, and the translation
    /// may want to follow.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Bring your *card*.      (en.md: it was _card_ when the translation was recorded)
    /// ```
    ///
    /// # Instead
    ///
    /// Look once, follow where it helps the reader, and record the translation anew: `mizan accept PATH`.
    pub(crate) static RULE = ("article/cosmetic", Info, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if look.recorded.state() != Some(State::Cosmetic) {
        return;
    }
    let changes = look.recorded.changes();
    let message = Phrase::new("article-cosmetic").with("count", changes.len());
    let place = Place::file(look.target.path.clone());
    let finding = sink.report(place, Unit::Article(look.article.key.clone()), message);
    finding.help(Phrase::new("article-cosmetic.help").with("path", &*look.target.path));
    let first = changes.iter().find_map(|change| match change {
        Change::Cosmetic(index, _) => look.source.segments.get(*index),
        _ => None,
    });
    if let Some(segment) = first {
        finding.related(look.source.place(segment.span));
    }
}
