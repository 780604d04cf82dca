use crate::article::Value;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::check::{Fix, Unit};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Finds shared front-matter fields (date, category, image) that are not the same in the translation.
    ///
    /// # Why
    ///
    /// The two pages then disagree about one fact: the Arabic card shows another day than the English one.
    ///
    /// # Example
    ///
    /// ```yaml
    /// date: 2023-03-20   # en.md
    /// date: 2023-02-20   # ar.md
    /// ```
    ///
    /// # Instead
    ///
    /// Give the same value, or leave the field out of the translation: it is inherited from the source.
    ///
    /// # Fix safety
    ///
    /// The fix writes the source's value as it stands there. It is offered only where both files use one format.
    pub(crate) static RULE = ("article/field-mismatch", Warn, Pair(check));
}

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let (source, target) = (&look.source.front, &look.target.front);
    for name in &look.collection.config.shared {
        let (Some(theirs), Some(ours)) = (source.get(name), target.get(name)) else { continue };
        // An alias is not resolved: its value is unknown.
        let is_unknown = [theirs, ours].iter().any(|field| field.value == Value::Null);
        if is_unknown || same(&theirs.value, &ours.value) {
            continue;
        }
        let written = |span: crate::source::Span, text: &str| span.slice(text).trim().to_owned();
        let source_text = written(theirs.value_span, &look.source.text);
        let message = Phrase::new("article-field-mismatch")
            .with("field", name.as_str())
            .with("source", super::quote(&source_text))
            .with("target", super::quote(&written(ours.value_span, &look.target.text)));
        let unit = Unit::Part(look.article.key.clone(), format!("field:{name}"));
        let finding = sink.report(look.target.place(ours.value_span), unit, message);
        finding.related(look.source.place(theirs.value_span));
        finding.help(Phrase::new("article-field-mismatch.help").with("field", name.as_str()));
        let one_line = !source_text.contains('\n') && !written(ours.value_span, &look.target.text).contains('\n');
        if source.format == target.format && one_line && !source_text.is_empty() {
            finding.fix(Fix { edits: vec![(ours.value_span, source_text)] });
        }
    }
}

/// Whether two values say the same: `2023-03-20` and `"2023-03-20"` do, and lists in any order.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::List(a), Value::List(b)) => {
            let texts = |list: &[(Value, crate::source::Span)]| {
                let mut texts: Vec<_> = list.iter().map(|(value, _)| value.to_text()).collect();
                texts.sort();
                texts
            };
            a.len() == b.len() && texts(a) == texts(b)
        }
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|field| b.iter().any(|theirs| theirs.name == field.name && same(&field.value, &theirs.value)))
        }
        _ => match (one.to_text(), other.to_text()) {
            (Some(a), Some(b)) => a.trim() == b.trim(),
            (None, None) => one == other,
            _ => false,
        },
    }
}
