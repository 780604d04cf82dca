//! What of an element a translation shares with its source.

use super::markup::Tag;

/// An element as it is compared.
#[derive(PartialEq, Eq)]
pub(super) struct Element<'m> {
    pub(super) name: &'m str,
    pub(super) attributes: Vec<(&'m str, String)>,
}

/// The name under which all that emphasizes is compared.
pub(super) const EMPHASIS: &str = "em";

/// Whether a tag does nothing but emphasize.
pub(super) fn emphasizes(tag: &Tag) -> bool {
    tag.attributes.is_empty() && matches!(tag.name.as_str(), "b" | "strong" | "i" | "em" | "u")
}

/// Compares elements between two languages.
pub(super) struct Compared<'r> {
    /// The tags of both.
    pub(super) locales: &'r [&'r str; 2],
}

impl Compared<'_> {
    pub(super) fn element<'m>(&self, tag: &'m Tag) -> Element<'m> {
        let compared = tag.attributes.iter().filter(|(name, _)| !is_of_language(name));
        let attributes = compared.map(|(name, value)| (name.as_str(), self.compared_value(name, value))).collect();
        Element { name: if emphasizes(tag) { EMPHASIS } else { &tag.name }, attributes }
    }

    /// What of an attribute's value both languages share.
    fn compared_value(&self, name: &str, value: &str) -> String {
        if is_translated(name) {
            return String::new();
        }
        let mut words: Vec<_> = value.split_whitespace().collect();
        if matches!(name, "class" | "rel") {
            words.sort_unstable();
        }
        let value = words.join(" ");
        if matches!(name, "href" | "src" | "action" | "cite") { self.without_language(&value) } else { value }
    }

    /// An address without the parts of its host and path that name either language.
    fn without_language(&self, address: &str) -> String {
        let names_language = |part: &str| {
            let part = part.replace('_', "-");
            let (language, region) = part.split_once('-').unwrap_or((&part, ""));
            let is_tag = matches!(region.len(), 0 | 2..=4);
            let known = |tag: &&str| tag.split('-').next().is_some_and(|own| own.eq_ignore_ascii_case(language));
            is_tag && self.locales.iter().any(known)
        };
        let parts = address.split_inclusive(['/', '.', '?', '#', '=']);
        parts.filter(|part| !names_language(part.trim_end_matches(['/', '.', '?', '#', '=']))).collect()
    }
}

/// Attributes whose value is a text for the reader.
fn is_translated(name: &str) -> bool {
    matches!(name, "title" | "alt" | "placeholder" | "label" | "summary" | "aria-label" | "aria-description")
        || matches!(name, "aria-placeholder" | "aria-roledescription" | "aria-valuetext")
}

/// Attributes that say which language a text is in.
fn is_of_language(name: &str) -> bool {
    matches!(name, "lang" | "dir" | "xml:lang" | "hreflang" | "translate")
}
