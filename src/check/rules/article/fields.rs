//! What several rules need to know of front-matter fields.

use crate::check::PairLook;

/// The source's texts of fields to translate that the target lacks.
pub(crate) fn left_to_translate<'a>(look: &'a PairLook<'_>) -> impl Iterator<Item = String> + 'a {
    let lacking = look.collection.config.translated.iter().filter(|name| look.target.front.text(name).is_none());
    lacking.filter_map(|name| look.source.front.text(name))
}
