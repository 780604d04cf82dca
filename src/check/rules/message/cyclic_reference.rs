use std::collections::HashMap;

use super::unit;
use super::unknown_reference::Reference;
use crate::check::Sink;
use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::message::{CatalogView, Entry, Part, is_plain, walk};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports references that lead back to where they began: a message, term or attribute that shows itself, by itself
    /// or through others, in any file of the locale's catalog. Each circle is reported once, at the reference that
    /// closes it.
    ///
    /// # Why
    ///
    /// There is no such text. Fluent breaks off in the middle of the sentence, and the reader sees `{a}` in its place.
    ///
    /// # Example
    ///
    /// ```fluent
    /// site-name = أخبار { -hospital }
    /// -hospital = مستشفى { site-name }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// site-name = أخبار { -hospital }
    /// -hospital = مستشفى رمبام
    /// ```
    pub(crate) static CYCLIC_REFERENCE = ("message/cyclic-reference", Error, Catalog(check));
}

/// Names of a circle that are said at its beginning, and at its end.
const SAID: usize = 6;

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let graph = Graph::new(look.catalog);
    graph.each_circle(&mut |way, closing| {
        let (Some(first), Some(last)) = (way.first(), way.last()) else { return };
        let (first, last) = (&graph.nodes[*first], &graph.nodes[*last]);
        let mut names: Vec<String> = way.iter().map(|node| graph.nodes[*node].name()).collect();
        names.push(first.name());
        if names.len() > 2 * SAID {
            names.splice(SAID..names.len() - SAID, ["\u{2026}".to_owned()]);
        }
        let message =
            Phrase::new("message-cyclic-reference").with("id", first.name()).with("way", names.join(" \u{2192} "));
        let file = look.catalog.file(last.entry);
        let finding = sink.report(file.place(closing), unit(last.entry, &last.part), message);
        finding.help(Phrase::new("message-cyclic-reference.help"));
        let file = look.catalog.file(first.entry);
        finding.related(file.place(match first.part.attribute {
            Some(attribute) => file.span_of(attribute),
            None => Span { end: first.entry.span.start + Span::at(first.entry.id.len()).end, ..first.entry.span },
        }));
    });
}

/// A value or an attribute.
struct Node<'e, 'a> {
    entry: &'e Entry<'a>,
    part: Part<'e, 'a>,
    /// The parts that it refers to, each once, with the place.
    references: Vec<(usize, Span)>,
}

impl Node<'_, '_> {
    fn name(&self) -> String {
        self.entry.name_of(&self.part)
    }
}

/// Which parts of a catalog refer to which.
struct Graph<'e, 'a> {
    nodes: Vec<Node<'e, 'a>>,
}

impl<'e, 'a> Graph<'e, 'a> {
    fn new(catalog: &'e CatalogView<'a>) -> Self {
        let parts = catalog
            .definitions()
            .filter(|entry| !entry.is_plain())
            .flat_map(|entry| entry.parts().map(move |part| (entry, part)));
        // A part that is text alone leads nowhere.
        let nodes: Vec<_> = parts
            .filter(|(_, part)| !is_plain(part.pattern))
            .map(|(entry, part)| Node { entry, part, references: Vec::new() })
            .collect();
        let mut graph = Self { nodes };
        let mut known = HashMap::with_capacity(graph.nodes.len());
        for (index, node) in graph.nodes.iter().enumerate() {
            known.entry((node.entry.id, node.part.attribute)).or_insert(index);
        }
        for node in &mut graph.nodes {
            let (text, references) = (catalog.file(node.entry).text, &mut node.references);
            walk(node.part.pattern, &mut |used| {
                let reference = Reference::of(used, text);
                let to = reference.as_ref().and_then(|own| known.get(&(own.id, own.attribute)));
                if let (Some(reference), Some(to)) = (reference, to)
                    && !references.iter().any(|(own, _)| own == to)
                {
                    references.push((*to, reference.span));
                }
            });
        }
        graph
    }

    /// Shows `seen` each circle, from where it begins to what closes it, with the closing reference. Without recursion:
    /// a chain may be as long as the catalog.
    fn each_circle(&self, seen: &mut dyn FnMut(&[usize], Span)) {
        let mut done = vec![false; self.nodes.len()];
        // Where on the way a node stands.
        let mut place: Vec<Option<usize>> = vec![None; self.nodes.len()];
        for start in 0..self.nodes.len() {
            if done[start] {
                continue;
            }
            let (mut way, mut next) = (vec![start], vec![0]);
            place[start] = Some(0);
            while let (Some(node), Some(at)) = (way.last().copied(), next.last_mut()) {
                let Some((to, span)) = self.nodes[node].references.get(*at).copied() else {
                    (done[node], place[node]) = (true, None);
                    way.pop();
                    next.pop();
                    continue;
                };
                *at += 1;
                if let Some(from) = place[to] {
                    seen(&way[from..], span);
                } else if !done[to] {
                    place[to] = Some(way.len());
                    way.push(to);
                    next.push(0);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;
    use crate::phrase::Arg;

    fn ways(text: &str) -> Vec<String> {
        let found = findings(&CYCLIC_REFERENCE, "", text);
        let way = |args: &[(&str, Arg)]| match args.iter().find(|(name, _)| *name == "way") {
            Some((_, Arg::Text(text))) => text.clone(),
            _ => String::new(),
        };
        found.iter().map(|finding| way(&finding.message.args)).collect()
    }

    #[test]
    fn each_circle_is_reported_once_where_it_closes() {
        let text =
            "a = { b }\nb = \u{628} { -c }\n-c = { a } { $n ->\n    [one] { a }\n   *[other] x\n }\nd = { a } { b }\n";
        let found = findings(&CYCLIC_REFERENCE, "", text);
        assert_eq!(places(&found, text), ["3:8 a"]);
        assert_eq!(ways(text), ["a \u{2192} b \u{2192} -c \u{2192} a"]);
        assert_eq!(found[0].unit, crate::check::Unit::Message("-c".to_owned()));
        assert_eq!(found[0].related.as_ref().map(|place| place.start.line), Some(1));
    }

    #[test]
    fn a_part_may_show_itself() {
        let text = "a = { a }\n    .t = { a.t }\n-b = { -b.x ->\n    [m] y\n   *[f] { -b }\n }\n    .x = m\n";
        let found = findings(&CYCLIC_REFERENCE, "", text);
        assert_eq!(places(&found, text), ["1:7 a", "2:12 a.t", "5:11 -b"]);
        assert_eq!(ways(text)[1], "a.t \u{2192} a.t");
    }

    #[test]
    fn two_circles_through_one_message_are_two() {
        assert_eq!(ways("a = { b } { c }\nb = { a }\nc = { a }\n").len(), 2);
        assert_eq!(ways("a = { b } { c }\nb = { c }\nc = { b }\n"), ["b \u{2192} c \u{2192} b"]);
    }

    #[test]
    fn attributes_and_values_are_apart_and_many_ways_to_one_message_are_no_circle() {
        let text = "a = { a.t } { b } { c }\n    .t = x\nb = { c }\nc = { -d }\n-d = { gone }\n";
        assert!(ways(text).is_empty());
        assert_eq!(ways("a = { a.t }\n    .t = { a }\n"), ["a \u{2192} a.t \u{2192} a"]);
    }

    #[test]
    fn circles_reach_over_files() {
        let files = [("a", "x = { y }\n"), ("b", "y = { x }\n")];
        let found = findings_in(&CYCLIC_REFERENCE, "ar", &[], &files);
        assert_eq!(found.len(), 1);
        assert_eq!(&*found[0].place.path, "locales/ar/b.ftl");
        assert_eq!(found[0].related.as_ref().map(|place| &*place.path), Some("locales/ar/a.ftl"));
    }

    #[test]
    fn a_chain_as_long_as_a_catalog_does_not_exhaust_the_stack() {
        let text: String = (0..20_000).map(|at| format!("m{at} = {{ m{} }}\n", (at + 1) % 20_000)).collect();
        let way = &ways(&text)[0];
        assert!(way.starts_with("m0 \u{2192} m1 ") && way.contains("\u{2026}") && way.len() < 200, "{way}");
    }
}
