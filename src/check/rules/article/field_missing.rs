use crate::check::Unit;
use crate::check::rule::{Sink, VariantLook, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Finds variants that lack a front-matter field: a *required* one, or one to be *translated* that the source has.
    /// A *shared* field may be left to the source. A field without a value counts as missing.
    ///
    /// # Why
    ///
    /// A card without its title or teaser is shown empty, or in the wrong language.
    ///
    /// # Example
    ///
    /// ```yaml
    /// ---
    /// title: مواعيد الزيارة
    /// ---
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// ---
    /// title: مواعيد الزيارة
    /// summary: تغيّرت مواعيد الزيارة ابتداءً من الأحد.
    /// ---
    /// ```
    pub(crate) static RULE = ("article/field-missing", Error, Variant(check));
}

fn check(look: &VariantLook<'_>, sink: &mut Sink<'_>) {
    let front = &look.document.front;
    if front.fault.is_some() {
        return;
    }
    let config = &look.collection.config;
    let is_target = look.locale_index > 0;
    let inherited = |name: &String| {
        let has_it = |source: &crate::article::Document| source.front.text(name).is_some();
        is_target && config.shared.contains(name) && look.source.is_none_or(has_it)
    };
    let required = config.required.iter().filter(|name| !inherited(name));
    let translated = config.translated.iter().filter(|name| {
        !config.required.contains(name) && look.source.is_some_and(|source| source.front.text(name).is_some())
    });
    for name in required.chain(translated) {
        let field = front.get(name);
        if field.is_some_and(|field| !is_blank(&field.value)) {
            continue;
        }
        let span = field.map_or(first_line(front.span), |field| field.name_span);
        let message = Phrase::new("article-field-missing").with("field", name.as_str());
        let unit = Unit::Part(look.article.key.clone(), format!("field:{name}"));
        let finding = sink.report(look.document.place(span), unit, message);
        finding.help(Phrase::new("article-field-missing.help").with("field", name.as_str()));
        if let Some(field) = look.source.and_then(|source| source.front.get(name)) {
            let place = look.source.map(|source| source.place(field.value_span));
            finding.related = place;
        }
    }
}

fn is_blank(value: &crate::article::Value) -> bool {
    use crate::article::Value;
    match value {
        Value::Null => true,
        Value::Text(text) => text.trim().is_empty(),
        Value::List(list) => list.is_empty(),
        Value::Map(map) => map.is_empty(),
        Value::Bool(_) | Value::Integer(_) | Value::Float(_) | Value::Date(_) => false,
    }
}

/// The opening `---`; the start of the file where there is no front matter.
fn first_line(front: Span) -> Span {
    Span { start: front.start, end: front.end.min(front.start + 3) }
}
