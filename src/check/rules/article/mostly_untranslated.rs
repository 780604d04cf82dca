use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds target variants whose text is mostly still in the source's language. The rules that compare texts then
    /// stay quiet about this variant.
    ///
    /// # Why
    ///
    /// A file that was copied to be translated later is published as if it were the translation.
    ///
    /// # Example
    ///
    /// ```markdown
    /// # Visiting hours          (ar.md)
    ///
    /// Visitors are welcome every day from 9:00 to 20:00, two at a time …
    /// ```
    ///
    /// # Instead
    ///
    /// Translate it, or delete the file until it is translated.
    pub(crate) static RULE = ("article/mostly-untranslated", Error, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    if !look.mostly_untranslated {
        return;
    }
    let body = look.target.body;
    let first = look.target.segments.first().map_or(Span { start: body.start, end: body.start }, |it| it.span);
    let message = Phrase::new("article-mostly-untranslated").with("locale", look.locale.tag());
    let unit = Unit::Article(look.article.key.clone());
    sink.report(look.target.place(first), unit, message).help(Phrase::new("article-mostly-untranslated.help"));
}
