use crate::check::Unit;
use crate::check::rule::{GraphLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::project::field_names;

declare_rule! {
    /// # What it does
    ///
    /// Finds front-matter fields that are probably misspelt: nothing else in the project has a field of this name, no
    /// configuration names it, and it is nearly the name of a field that the file lacks. Other unknown fields are left
    /// alone: generators and themes have many.
    ///
    /// # Why
    ///
    /// A misspelt field is read by nobody. The page goes without its summary, or takes the source's.
    ///
    /// # Example
    ///
    /// ```yaml
    /// sumary: تغيّرت مواعيد الزيارة.
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// summary: تغيّرت مواعيد الزيارة.
    /// ```
    pub(crate) static RULE = ("article/field-unknown", Info, Graph(check));
}

fn check(look: &GraphLook<'_>, sink: &mut Sink<'_>) {
    let lone = look.graph.lone_fields(look.article, look.locale);
    if lone.is_empty() {
        return;
    }
    let project = look.graph.project();
    let Some(article) = project.articles().get(look.article) else { return };
    let read = |locale: usize| project.document(article.variant(locale)?).ok();
    let Some(document) = read(look.locale) else { return };
    let own = field_names(&document.front.fields);
    let unknown: Vec<_> = own.iter().enumerate().filter(|(at, _)| lone.contains(at)).map(|(_, field)| field).collect();
    let unknown: Vec<_> = unknown.into_iter().filter(|(name, _)| !look.graph.is_configured(name)).collect();
    if unknown.is_empty() {
        return;
    }
    let mut known = vec!["slug".to_owned()];
    if let Some(collection) = project.collections().get(article.collection) {
        let config = &collection.config;
        known.extend(config.required.iter().chain(&config.translated).chain(&config.shared).cloned());
    }
    // Of two spellings in one article, the source's counts.
    let others = look.graph.variants(look.article).filter(|other| *other < look.locale).filter_map(read);
    known.extend(others.flat_map(|other| field_names(&other.front.fields)).map(|(name, _)| name));
    known.retain(|name| document.front.text(name).is_none());
    for (name, span) in unknown {
        let Some(near) = nearest(name, &known) else { continue };
        let message = Phrase::new("article-field-unknown").with("field", name.as_str());
        let unit = Unit::Part(article.key.clone(), format!("field:{name}"));
        let finding = sink.report(document.place(*span), unit, message);
        finding.help(Phrase::new("article-field-unknown.help").with("field", near));
    }
}

/// The known name that differs by a slip of the fingers.
fn nearest<'a>(name: &str, known: &'a [String]) -> Option<&'a str> {
    let plain = |name: &str| name.to_lowercase().replace('_', "-");
    let name = plain(name);
    let distance = |other: &str| {
        let other = plain(other);
        let length = name.chars().count().min(other.chars().count());
        let most = if length < 4 { 0 } else { 1 + usize::from(length > 5) };
        Some(strsim::osa_distance(&name, &other)).filter(|distance| *distance <= most)
    };
    let near = known.iter().filter_map(|other| Some((distance(other)?, other.as_str())));
    near.min().map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::article::testing::findings;

    fn found(source: &str, target: &str) -> Vec<String> {
        let text = |front: &str| format!("---\n{front}\n---\nText.\n");
        findings(&super::RULE, &[("a/en.md", &text(source)), ("a/ar.md", &text(target))])
    }

    #[test]
    fn a_slip_is_reported_at_the_name() {
        assert_eq!(found("title: A\nsummary: B", "title: أ\nsumary: ب"), ["a/ar.md|sumary"]);
        assert_eq!(found("title: A\nCategory: care", "title: أ\ncategory: care"), ["a/en.md|Category"]);
        assert_eq!(found("extra:\n  author: x", "extra:\n  auhtor: x"), ["a/ar.md|auhtor"]);
        assert_eq!(found("weight: 1", "wieght: 1"), ["a/ar.md|wieght"]);
    }

    #[test]
    fn other_fields_are_left_alone() {
        for target in ["title: أ\nlayout: x", "title: أ\nsumary: ب\nsummary: ج", "title: أ\ntag: ب", "slug: x"] {
            assert_eq!(found("title: A\nsummary: B\ntags: C", target), [] as [&str; 0], "{target}");
        }
        assert_eq!(found("sumary: A", "sumary: أ"), [] as [&str; 0], "two files know it");
    }
}
