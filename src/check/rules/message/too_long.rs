use fluent_syntax::ast::InlineExpression;
use unicode_segmentation::UnicodeSegmentation;

use super::unit;
use crate::bidi::controls::is_control;
use crate::check::Sink;
use crate::check::rule::{CatalogLook, declare_rule};
use crate::message::{CatalogView, Comment, Entry, Joined, ways};
use crate::phrase::Phrase;
use crate::source::Place;

declare_rule! {
    /// # What it does
    ///
    /// Reports a value or attribute that is longer than a comment allows: `# max-length: 40` above the message,
    /// `## max-length: 40` for its group, `### max-length: 40` for its file. The comment may stand in the source, for all
    /// languages, or in a translation, for itself; the nearest one counts, and of two as near the translation's own.
    ///
    /// Characters are counted as readers do (a letter with its marks is one), in the longest variant; characters that
    /// only steer direction are not counted. Terms and other messages count with their text, unless it has variants.
    /// What a program puts in is not known and counts as nothing: leave room for it.
    ///
    /// # Why
    ///
    /// The place for the text is narrow, and what does not fit is cut off or pushes other things away.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// # max-length: 10
    /// book = Book now
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// book = احجز موعدك الآن
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// book = احجز الآن
    /// ```
    pub(crate) static TOO_LONG = ("message/too-long", Warn, Catalog(check));
}

/// References followed when counting.
const DEPTH: usize = 2;

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let catalogs = [look.catalog, look.source];
    if !catalogs.iter().any(|catalog| has_limits(catalog)) {
        return;
    }
    for entry in look.catalog.definitions() {
        let Some((limit, place)) = limit(entry, look) else { continue };
        let file = look.catalog.file(entry);
        for part in entry.parts() {
            let shown = |inline: &InlineExpression<&str>| known_text(look.catalog, inline, DEPTH);
            let lengths = ways(part.pattern).into_iter().flatten().map(|way| {
                let text = Joined::of(&way, file, &shown).text;
                (length(&text), way.path.key)
            });
            // Of two as long, the first.
            let longest = lengths.reduce(|best, own| if own.0 > best.0 { own } else { best });
            let Some((count, key)) = longest.filter(|(count, _)| *count > limit) else { continue };
            let span = key.map_or_else(|| file.pattern_span(part.pattern), |key| file.span_of(key));
            let message = Phrase::new("message-too-long");
            let message = message.with("id", entry.name_of(&part)).with("count", count).with("limit", limit);
            sink.report(file.place(span), unit(entry, &part), message).related(place.clone());
        }
    }
}

/// Whether any comment of the catalog limits a length.
fn has_limits(catalog: &CatalogView<'_>) -> bool {
    // Texts are searched more quickly than comments are taken apart.
    if !catalog.files().iter().any(|file| memchr::memmem::find(file.text.as_bytes(), b"ength").is_some()) {
        return false;
    }
    let comments = catalog.entries().iter().flat_map(|entry| entry.comment.iter().chain(&entry.group));
    let mut comments = comments.chain(catalog.files().iter().flat_map(|file| &file.comments));
    comments.any(|comment| limit_of(comment).is_some())
}

/// The limit that holds for an entry, and the comment that sets it.
fn limit(entry: &Entry<'_>, look: &CatalogLook<'_>) -> Option<(usize, Place)> {
    let own = (look.catalog, entry);
    let both = [Some(own), look.source.get(entry.id).map(|entry| (look.source, entry))];
    let near = |scope: usize| {
        both.iter().flatten().find_map(|(catalog, entry)| {
            let file = catalog.file(entry);
            let comments: Vec<&Comment<'_>> = match scope {
                0 => entry.comment.iter().collect(),
                1 => entry.group.iter().collect(),
                _ => file.comments.iter().collect(),
            };
            comments.into_iter().find_map(|comment| Some((limit_of(comment)?, file.place(comment.span))))
        })
    };
    (0..3).find_map(near)
}

/// What a comment's line `max-length: 40` says.
fn limit_of(comment: &Comment<'_>) -> Option<usize> {
    comment.lines.iter().find_map(|line| {
        let (name, value) = line.split_once([':', '='])?;
        if !name.trim().eq_ignore_ascii_case("max-length") {
            return None;
        }
        value.split_whitespace().next()?.parse().ok()
    })
}

/// What a reference surely shows; nothing for what a program puts in.
fn known_text(catalog: &CatalogView<'_>, inline: &InlineExpression<&str>, depth: usize) -> String {
    let id = match inline {
        InlineExpression::NumberLiteral { value } => return (*value).to_owned(),
        InlineExpression::TermReference { id, attribute: None, .. } => (format!("-{}", id.name), None),
        InlineExpression::MessageReference { id, attribute } => {
            (id.name.to_owned(), attribute.as_ref().map(|own| own.name))
        }
        _ => return String::new(),
    };
    let Some(entry) = catalog.get(&id.0).filter(|_| depth > 0) else { return String::new() };
    let Some(part) = entry.part(id.1) else { return String::new() };
    let ways = ways(part.pattern).unwrap_or_default();
    let [way] = ways.as_slice() else { return String::new() };
    Joined::of(way, catalog.file(entry), &|inline| known_text(catalog, inline, depth - 1)).text
}

/// Characters as a reader counts them.
fn length(text: &str) -> usize {
    text.graphemes(true).filter(|cluster| !cluster.chars().all(is_control)).count()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, places};
    use super::*;

    fn at(source: &str, target: &str) -> Vec<String> {
        places(&findings(&TOO_LONG, source, target), target)
    }

    #[test]
    fn the_limit_stands_in_either_file_and_the_nearest_one_counts() {
        let four = "a = \u{623}\u{628}\u{62C}\u{62F}\n";
        assert_eq!(at("# max-length: 3\na = A\n", four), ["1:5 \u{623}\u{628}\u{62C}\u{62F}"]);
        assert!(at("# Max-Length: 4 characters\na = A\n", four).is_empty());
        let found = findings(&TOO_LONG, "### max-length: 2\n\na = A\n", four);
        assert_eq!(found.len(), 1);
        let related = found[0].related.as_ref().expect("the comment");
        assert_eq!((&*related.path, related.start.line), ("locales/en/site.ftl", 1));
        let source = "### max-length: 2\n\n## max-length: 3\n\na = A\n";
        assert_eq!(at(source, &format!("# max-length: 9\n{four}")), Vec::<String>::new());
        assert_eq!(at(source, &format!("## max-length: 4\n\n{four}")), Vec::<String>::new());
        assert_eq!(at(source, &format!("### max-length: 4\n\n{four}")).len(), 1, "the source's group is nearer");
        assert!(at("# the max-length is 2\na = A\n", four).is_empty());
    }

    #[test]
    fn readers_count_letters_of_the_longest_variant() {
        let target = "a = { $n ->\n    [one] {\"\\u2066\"}\u{645}\u{64F}\u{648}{\"\\u2069\"}\n   *[other] { $n } \u{645}\u{648}\u{648}\n }\n    .t = \u{645}\n";
        assert!(at("# max-length: 4\na = A\n", target).is_empty());
        assert_eq!(at("# max-length: 3\na = A\n", target), ["3:6 other"]);
        assert_eq!(at("# max-length: 1\na = A\n    .t = T\n", target), ["3:6 other"]);
    }

    #[test]
    fn what_is_known_of_a_reference_counts() {
        let target =
            "-t = \u{62B}\u{644}\u{627}\u{62B}\na = { -t }{ b.x }{ $unknown }{ 10 }\nb =\n    .x = \u{62B}\u{62B}\n";
        assert!(at("# max-length: 8\na = A\n", target).is_empty());
        assert_eq!(findings(&TOO_LONG, "# max-length: 7\na = A\n", target)[0].message.args[1].1, 8_usize.into());
        assert!(at("# max-length: 1\na = A\n", "a = { a }{ b }\nb = { a }\n").is_empty());
    }

    #[test]
    fn the_source_is_measured_too() {
        let text = "# max-length: 3\nlong = Long\n";
        assert_eq!(at(text, text), ["2:8 Long"]);
    }
}
