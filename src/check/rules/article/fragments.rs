//! Fragments of links: ids of headings, which differ from language to language.

use crate::article::Document;
use crate::project::Project;

/// The id in `page` of the heading that `fragment` names in the variant of `article` in `locale`: the heading at the same
/// place. `None` unless the two have headings of the same levels.
pub(super) fn counterpart(
    project: &Project,
    article: usize,
    locale: usize,
    page: &Document,
    fragment: &str,
) -> Option<String> {
    let variant = project.articles().get(article)?.variant(locale)?;
    let other = project.document(variant).ok()?;
    let levels = |document: &Document| document.headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
    let at = other.headings.iter().position(|heading| heading.id == fragment)?;
    (levels(&other) == levels(page)).then(|| page.headings.get(at).map(|heading| heading.id.clone()))?
}
