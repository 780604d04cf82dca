use std::collections::BTreeSet;

use super::{Shared, each_shared_part, unit, variables_through};
use crate::check::Sink;
use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::message::{CatalogView, Path, Pattern, Use, is_plain, matching, paths, walk};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Reports a variable that the source shows and its translation does not, for each value and attribute. Every way
    /// through the selects of the translation must show what some matching way through the source shows, as often, and
    /// every way through the source must be matched. Variables that only choose a variant are not asked for, and an
    /// exact number or `[zero]`, `[one]`, `[two]` may say the number in words. Where a variable that the source does not
    /// know stands in its place, `message/variable-unknown` alone says so.
    ///
    /// # Why
    ///
    /// The reader is not told the name, the date, the number.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// published = Published on { $date } in { $category }
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// published = نُشر في { $date }
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// published = نُشر في { $date } ضمن { $category }
    /// ```
    pub(crate) static VARIABLE_MISSING = ("message/variable-missing", Warn, CatalogPair(check));
}

/// A variable that is not shown, with the key of the variant at fault.
type Missing<'a> = (&'a str, Option<&'a str>);

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    for shared in each_shared_part(look).filter(|shared| !shared.is_plain()) {
        if shows_nothing_or_the_same(&shared) {
            continue;
        }
        for (name, key) in missing(&shared, look.source, look.target) {
            let entry = shared.target_entry;
            let file = look.target.file(entry);
            let id = if key.is_some() { "message-variable-missing-in" } else { "message-variable-missing" };
            let mut message =
                Phrase::new(id).with("id", entry.name_of(&shared.target_part)).with("variable", format!("${name}"));
            if let Some(key) = key {
                message = message.with("variant", format!("[{key}]"));
            }
            let span = key.map_or_else(|| file.pattern_span(shared.target_part.pattern), |key| file.span_of(key));
            let finding = sink.report(file.place(span), unit(entry, &shared.target_part), message);
            let source = look.source.file(shared.source_entry);
            finding.related(source.place(source.pattern_span(shared.source_part.pattern)));
        }
    }
}

/// The variables that the translation lacks, each once.
fn missing<'a>(shared: &Shared<'_, 'a>, source: &CatalogView<'a>, target: &CatalogView<'a>) -> Vec<Missing<'a>> {
    let (Some(source_ways), Some(target_ways)) = (paths(shared.source_part.pattern), paths(shared.target_part.pattern))
    else {
        return missing_everywhere(shared, source, target);
    };
    let through = shown_through_references(shared, target);
    let known = known_variables(source, shared);
    let lacks = |source: &Path<'a>, target: &Path<'a>| {
        let there = target.shown.keys().chain(&target.omissible).copied();
        let strangers = there.filter(|name| !known.contains(name)).collect();
        without_renamed(lacking(source, target, &through), strangers)
    };
    let mut found: Vec<Missing<'a>> = Vec::new();
    let mut add = |names: Vec<&'a str>, key: Option<&'a str>| {
        for name in names {
            if !found.iter().any(|(own, _)| *own == name) {
                found.push((name, key));
            }
        }
    };
    for way in &target_ways {
        let least = matching(&source_ways, way).into_iter().map(|source| lacks(source, way)).min_by_key(Vec::len);
        add(least.unwrap_or_default(), way.key);
    }
    for way in &source_ways {
        let least = target_ways.iter().map(|target| lacks(way, target)).min_by_key(Vec::len);
        add(least.unwrap_or_default(), None);
    }
    found
}

/// What `source` shows more often than `target` does, `target` having no leave to omit it.
fn lacking<'a>(source: &Path<'a>, target: &Path<'a>, through: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let lacks = |(name, times): &(&&'a str, &u32)| {
        target.shown.get(**name).unwrap_or(&0) < *times && !target.omissible.contains(name) && !through.contains(**name)
    };
    source.shown.iter().filter(lacks).map(|(name, _)| *name).collect()
}

/// Where the ways are too many to tell apart: what the source shows and the translation shows nowhere.
fn missing_everywhere<'a>(
    shared: &Shared<'_, 'a>,
    source: &CatalogView<'a>,
    target: &CatalogView<'a>,
) -> Vec<Missing<'a>> {
    let shown = |pattern: &Pattern<'a>| {
        let mut names = BTreeSet::new();
        walk(pattern, &mut |used| {
            if let Use::Variable { name, selecting: false } = used {
                names.insert(name);
            }
        });
        names
    };
    let through = shown_through_references(shared, target);
    let there = shown(shared.target_part.pattern);
    let known = known_variables(source, shared);
    let strangers = there.iter().filter(|name| !known.contains(*name)).copied().collect();
    let lacking =
        shown(shared.source_part.pattern).into_iter().filter(|name| !there.contains(name) && !through.contains(name));
    without_renamed(lacking.collect(), strangers).into_iter().map(|name| (name, None)).collect()
}

/// Variables that the source's part uses, itself or through others.
fn known_variables<'a>(source: &CatalogView<'a>, shared: &Shared<'_, 'a>) -> BTreeSet<&'a str> {
    let mut known = BTreeSet::new();
    variables_through(source, &shared.source_part, &mut known);
    known
}

/// What is `lacking`, but for those in whose place a stranger stands: each for one, the likest first.
fn without_renamed<'a>(mut lacking: Vec<&'a str>, mut strangers: BTreeSet<&'a str>) -> Vec<&'a str> {
    while !lacking.is_empty() {
        let pairs =
            strangers.iter().flat_map(|own| lacking.iter().enumerate().map(move |(place, name)| (own, place, name)));
        let likest = pairs.min_by_key(|(own, place, name)| (strsim::damerau_levenshtein(own, name), *place));
        let Some((own, place, _)) = likest else { break };
        let own = *own;
        strangers.remove(own);
        lacking.remove(place);
    }
    lacking
}

/// Variables that other messages show within the translation.
fn shown_through_references<'a>(shared: &Shared<'_, 'a>, target: &CatalogView<'a>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    walk(shared.target_part.pattern, &mut |used| {
        if let Use::Message { id, attribute } = used
            && let Some(part) = target.get(id).and_then(|entry| entry.part(attribute))
        {
            variables_through(target, &part, &mut found);
        }
    });
    found
}

/// Most messages: without selects, and each variable as often on both sides.
fn shows_nothing_or_the_same(shared: &Shared<'_, '_>) -> bool {
    if is_plain(shared.source_part.pattern) {
        return true;
    }
    let Some(mut there) = shown_without_selects(shared.target_part.pattern) else { return false };
    let Some(ours) = shown_without_selects(shared.source_part.pattern) else { return false };
    ours.into_iter()
        .all(|name| there.iter().position(|own| *own == name).map(|place| there.swap_remove(place)).is_some())
}

/// The variables that a pattern shows, with repeats; `None` where it selects.
fn shown_without_selects<'a>(pattern: &Pattern<'a>) -> Option<Vec<&'a str>> {
    let (mut shown, mut selects) = (Vec::new(), false);
    walk(pattern, &mut |used| match used {
        Use::Variable { name, selecting: false } => shown.push(name),
        Use::Select { .. } => selects = true,
        _ => {}
    });
    (!selects).then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, places};
    use super::*;

    fn missing_at(source: &str, target: &str) -> Vec<String> {
        places(&findings(&VARIABLE_MISSING, source, target), target)
    }

    const ENGLISH: &str = "a = { $name } has { $n ->\n    [one] one article\n   *[other] { $n } articles\n }\n";

    fn arabic(few: &str, other: &str) -> String {
        format!(
            "a = \u{644}\u{62F}\u{649} {{ $name }} {{ $n ->\n    [zero] \u{644}\u{627} \u{634}\u{64A}\u{621}\n    [one] \u{645}\u{642}\u{627}\u{644}\n    [two] \u{645}\u{642}\u{627}\u{644}\u{627}\u{646}\n    [few] {few}\n    [many] {{ $n }} \u{645}\u{642}\u{627}\u{644}\u{64B}\u{627}\n   *[other] {other}\n }}\n",
        )
    }

    #[test]
    fn a_form_that_must_show_its_number_is_reported_by_its_key() {
        let words = "\u{645}\u{642}\u{627}\u{644}\u{627}\u{62A}";
        let target = arabic(words, "{ $n } \u{645}\u{642}\u{627}\u{644}");
        assert_eq!(missing_at(ENGLISH, &target), ["5:6 few"]);
        // The first form at fault stands for all.
        assert_eq!(missing_at(ENGLISH, &arabic(words, words)), ["5:6 few"]);
    }

    #[test]
    fn zero_one_and_two_may_say_the_number_in_words() {
        let target = arabic("{ $n } \u{645}\u{642}\u{627}\u{644}\u{627}\u{62A}", "{ $n } \u{645}\u{642}\u{627}\u{644}");
        assert!(missing_at(ENGLISH, &target).is_empty());
        assert!(missing_at(ENGLISH, "a = { $name }: { $n }\n").is_empty());
    }

    #[test]
    fn counts_how_often_and_where() {
        assert_eq!(
            missing_at("a = { $x } { $x }\n    .t = { $y }\n", "a = { $x }\n    .t = \u{639}\n"),
            ["1:5 { $x }", "2:10 \u{639}"]
        );
        assert!(missing_at("a = { $x }\n", "a = { $x } { $x }\n").is_empty());
    }

    #[test]
    fn variables_that_only_select_are_not_asked_for() {
        let source = "a = { $os ->\n    [mac] Cmd { $key }\n   *[other] Ctrl { $path }\n }\n";
        assert!(missing_at(source, "a = { $key } { $path }\n").is_empty());
        let target = "a = { $os ->\n    [mac] \u{645} { $path }\n   *[other] \u{622} { $path }\n }\n";
        assert_eq!(missing_at(source, target), ["2:6 mac"]);
        assert_eq!(missing_at(source, "a = \u{622} { $path }\n"), ["1:5 \u{622} { $path }"]);
    }

    #[test]
    fn a_variable_may_come_through_another_message_or_a_function() {
        let source = "a = { $name } { DATETIME($date) }\n";
        assert!(
            missing_at(source, "a = { b } { DATETIME($date, dateStyle: \"long\") }\nb = { c }\nc = { $name }\n")
                .is_empty()
        );
    }

    #[test]
    fn a_variable_of_another_name_stands_for_the_one_that_is_missing() {
        let source = "a = { $name } has { $n ->\n    [one] { $n } article\n   *[other] { $n } articles\n }\n";
        let renamed = arabic("{ $n } \u{645}", "{ $n } \u{645}").replace("$n ", "$num ").replace("$name", "$nom");
        assert!(missing_at(source, &renamed).is_empty());
        // One stranger stands for one variable, the likest.
        let found = findings(&VARIABLE_MISSING, "a = { $date } { $name }\n", "a = { $names }\n");
        assert_eq!(found[0].message, Phrase::new("message-variable-missing").with("id", "a").with("variable", "$date"));
        assert_eq!(found.len(), 1);
        // In a variant without any stranger the variable is missing still.
        let target = "a = { $os ->\n    [mac] { $path }\n   *[other] { $paths }\n }\n";
        assert!(missing_at("a = { $path }\n", target).is_empty());
        assert_eq!(missing_at("a = { $path }\n", &target.replace("{ $path }", "\u{645}")), ["2:6 mac"]);
        // What another message of the source shows is no stranger.
        assert_eq!(missing_at("a = { $x } { b }\nb = { $y }\n", "a = { $y }\nb = { $y }\n").len(), 1);
    }

    #[test]
    fn too_many_ways_are_compared_as_a_whole() {
        let select =
            |name: &str| format!("{{ ${name} ->\n    [one] a\n    [2] b\n    [3] c\n   *[other] {{ $x }}\n }} ");
        let target = format!("a = {}\n", ["n", "m", "k", "j", "i"].map(select).concat());
        let found = findings(&VARIABLE_MISSING, "a = { $x } { $gone }\n", &target);
        let about: Vec<_> = found.iter().map(|finding| finding.message.clone()).collect();
        assert_eq!(about, [Phrase::new("message-variable-missing").with("id", "a").with("variable", "$gone")]);
    }
}
