//! Which front-matter fields are required, translated and shared, judged by those that exist.

use std::collections::BTreeMap;

use crate::project::Project;

/// Names of fields, by what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) required: Vec<String>,
    pub(super) translated: Vec<String>,
    pub(super) shared: Vec<String>,
}

/// So many article pairs tell enough.
const READ: usize = 200;

#[derive(Default)]
struct Seen {
    sources: usize,
    pairs: usize,
    same: usize,
    prose: usize,
}

/// Reads some articles of a collection and sorts their fields.
pub(super) fn guess(project: &Project, collection: usize) -> Fields {
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    let mut sources = 0;
    let of_collection = project.articles().iter().filter(|article| article.collection == collection);
    for article in of_collection.take(READ) {
        let Some(source) = article.source().and_then(|variant| project.document(variant).ok()) else { continue };
        sources += 1;
        let target = article.variants.iter().find(|variant| variant.locale > 0);
        let target = target.and_then(|variant| project.document(variant).ok());
        for field in &source.front.fields {
            let Some(text) = source.front.text(&field.name) else { continue };
            let entry = seen.entry(field.name.clone()).or_default();
            entry.sources += 1;
            let Some(other) = target.as_ref().and_then(|target| target.front.text(&field.name)) else { continue };
            entry.pairs += 1;
            entry.same += usize::from(other.trim() == text.trim());
            entry.prose += usize::from(text.contains(' ') && other.trim() != text.trim());
        }
    }
    let mut fields = Fields::default();
    for (name, seen) in seen {
        let usual = matches!(name.as_str(), "title" | "description" | "summary" | "subtitle" | "excerpt" | "teaser");
        let facts = matches!(name.as_str(), "date" | "updated" | "category" | "image" | "weight" | "order" | "lang");
        // `lang` names the language itself; it differs and is no prose.
        if name == "lang" || name == "slug" {
            continue;
        }
        if seen.sources * 10 >= sources * 9 && (usual && name != "subtitle" || name == "date") {
            fields.required.push(name.clone());
        }
        if seen.pairs > 0 && (usual || seen.prose * 2 > seen.pairs) {
            fields.translated.push(name);
        } else if seen.pairs > 0 && seen.same == seen.pairs
            || facts && seen.same * 10 >= seen.pairs * 9 && seen.pairs > 0
        {
            fields.shared.push(name);
        }
    }
    fields
}
