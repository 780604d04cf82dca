use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Finds images that are described in the source and have no alternative text in the translation.
    ///
    /// # Why
    ///
    /// Who listens to the page instead of seeing it learns nothing of the picture.
    ///
    /// # Example
    ///
    /// ```markdown
    /// ![](/media/wing.svg)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// ![الجناح الجديد عند المدخل الشمالي](/media/wing.svg)
    /// ```
    pub(crate) static RULE = ("article/alt-missing", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let described = |alt: &Option<String>| alt.as_ref().is_some_and(|alt| !alt.trim().is_empty());
    let mut source: Vec<_> = look.source.images.iter().collect();
    for image in &look.target.images {
        let Some(at) = source.iter().position(|theirs| theirs.destination == image.destination) else { continue };
        let theirs = source.remove(at);
        if described(&image.alt) || !described(&theirs.alt) {
            continue;
        }
        let text = super::quote(theirs.alt.as_deref().unwrap_or_default());
        let message = Phrase::new("article-alt-missing").with("text", text);
        let unit = Unit::Part(look.article.key.clone(), format!("alt:{}", image.destination));
        sink.report(look.target.place(image.span), unit, message)
            .related(look.source.place(theirs.span))
            .help(Phrase::new("article-alt-missing.help"));
    }
}
