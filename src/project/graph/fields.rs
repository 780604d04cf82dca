//! Which fields of the front matter the project's variants have.

use std::collections::HashMap;

use super::VariantGraph;

impl VariantGraph<'_> {
    /// The variant's fields that no other variant has, as places in its list of names.
    pub(crate) fn lone_fields(&self, article: usize, locale: usize) -> Vec<usize> {
        let counts = self.fields.get_or_init(|| {
            let mut counts: HashMap<u32, u32> = HashMap::new();
            for outline in self.outlines.iter().flatten().flatten() {
                outline.fields.iter().for_each(|name| *counts.entry(*name).or_default() += 1);
            }
            counts
        });
        let own = self.outline(article, locale).map_or(&[][..], |outline| &outline.fields);
        own.iter().enumerate().filter(|(_, name)| counts.get(name) == Some(&1)).map(|(at, _)| at).collect()
    }

    /// Whether any collection's configuration names this field.
    pub(crate) fn is_configured(&self, name: &str) -> bool {
        let configs = self.project.collections().iter().map(|collection| &collection.config);
        let mut known = configs.flat_map(|it| it.required.iter().chain(&it.translated).chain(&it.shared));
        name == "slug" || known.any(|known| known == name)
    }
}
