use std::collections::{BTreeMap, BTreeSet};

use super::near_name;
use crate::check::rule::{UsesLook, declare_rule};
use crate::check::{Sink, Unit};
use crate::message::CatalogView;
use crate::phrase::Phrase;
use crate::project::UsedId;

declare_rule! {
    /// # What it does
    ///
    /// Reports a program or template that shows a message, or an attribute of one, that the source does not have: in the
    /// files that `used-in` names, where an id is given to what shows messages. That is the attribute
    /// `data-l10n-id`, `<Localized id>`, whatever `calls` names, and the usual functions, methods, macros and filters:
    /// `t`, `tr`, `$t`, `msg`, `message`, `translate`, `localize`, `format`, `formatValue`, `format_value`, `getString`,
    /// `get_message`, `lookup`, `setAttributes`, `fl!`, `t!`, `tr!`, `translate!`. One of these that mostly is given
    /// other things than ids is not what shows messages here, and is passed over; so are comments, and ids that are put
    /// together at run time.
    ///
    /// # Why
    ///
    /// The reader sees the id, or nothing.
    ///
    /// # Example
    ///
    /// ```html
    /// <!-- templates/home.html, while the message is called read-more -->
    /// <a href="{{ url }}">{{ t("raed-more") }}</a>
    /// ```
    ///
    /// # Instead
    ///
    /// Correct the id, or add the message. Where a name only looks like one, say so on the line before, in a comment:
    /// `mizan-allow message/undefined: a test`.
    pub(crate) static UNDEFINED = ("message/undefined", Error, Uses(check));
}

fn check(look: &UsesLook<'_>, sink: &mut Sink<'_>) {
    let Some(source) = look.views.first() else { return };
    let mut unknown: Vec<(&UsedId, Option<&str>)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut others = None;
    for used in &look.uses.ids {
        let missing = missing_in(source, &used.id).filter(|_| {
            let others = others.get_or_insert_with(|| other_sources(look));
            others.iter().all(|other| missing_in(other, &used.id).is_some())
        });
        match missing {
            None => *known.entry(&used.callee).or_default() += 1,
            Some(Missing::Message) => unknown.push((used, None)),
            Some(Missing::Attribute(attribute)) => unknown.push((used, Some(attribute))),
        }
    }
    let ids: BTreeSet<&str> = source.definitions().filter(|entry| !entry.is_term()).map(|entry| entry.id).collect();
    let near = |used: &UsedId| near_name(&used.id, ids.iter().copied());
    let unknown: Vec<_> = unknown.into_iter().map(|(used, attribute)| (used, attribute, near(used))).collect();
    let mut strange: BTreeMap<&str, usize> = BTreeMap::new();
    let is_strange = |attribute: Option<&str>, near: Option<&str>| attribute.is_none() && near.is_none();
    for (used, ..) in unknown.iter().filter(|(_, attribute, near)| is_strange(*attribute, *near)) {
        *strange.entry(&used.callee).or_default() += 1;
    }
    // A file that several catalogs share is the first one's matter.
    let earlier: Vec<_> = look.project.catalogs().iter().take_while(|own| own.name != look.catalog.name).collect();
    for (used, attribute, near) in unknown {
        if earlier.iter().any(|catalog| look.project.is_used_in(catalog, &used.place.path)) {
            continue;
        }
        let count = |counts: &BTreeMap<&str, usize>| counts.get(&*used.callee).copied().unwrap_or(0);
        if !used.is_sure && is_strange(attribute, near) && count(&strange) > count(&known) {
            continue;
        }
        let message = match attribute {
            None => Phrase::new("message-undefined").with("id", &*used.id),
            Some(attribute) => {
                let id = used.id.split('.').next().unwrap_or_default();
                Phrase::new("message-undefined-attribute").with("id", id).with("attribute", attribute)
            }
        };
        let finding = sink.report(used.place.clone(), Unit::Message(used.id.to_string()), message);
        if let Some(near) = near.filter(|_| attribute.is_none()) {
            finding.help(Phrase::new("message-undefined-near").with("near", near));
        }
    }
}

/// What a catalog lacks of `id.attribute`.
enum Missing<'i> {
    Message,
    Attribute(&'i str),
}

fn missing_in<'i>(catalog: &CatalogView<'_>, id: &'i str) -> Option<Missing<'i>> {
    let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
    // What cannot be read is another rule's matter.
    if catalog.is_unreadable(id) {
        return None;
    }
    let Some(entry) = catalog.get(id) else { return Some(Missing::Message) };
    attribute.filter(|name| entry.part(Some(name)).is_none()).map(Missing::Attribute)
}

/// The source's messages in the project's other catalogs.
pub(super) fn other_sources<'a>(look: &UsesLook<'a>) -> Vec<CatalogView<'a>> {
    let others = look.project.catalogs().iter().filter(|own| own.name != look.catalog.name);
    let sources = others.filter_map(|catalog| catalog.locales.first());
    sources
        .map(|own| CatalogView::new(own.files.iter().map(|file| (file.name.as_str(), &file.path, &*file.text))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::used;
    use super::*;

    const SITE: &str = "home = Home\n    .title = Back\nread-more = Read more\n-brand = B\n";

    fn at(keys: &str, files: &[(&str, &str)]) -> Vec<String> {
        let show = |finding: &crate::check::Finding| {
            let (place, id) = (&finding.place, finding.message.id.trim_start_matches("message-undefined"));
            format!("{}:{}:{}{id}", place.path, place.start.line, place.start.column)
        };
        used(&UNDEFINED, keys, SITE, files).iter().map(show).collect()
    }

    #[test]
    fn an_id_that_no_message_has_is_placed_in_its_file() {
        let html = "<a title=\"{{ t('home.titel') }}\">\n{{ t('home') }} {{ t('raed-more') }}</a>";
        let found = used(&UNDEFINED, "used-in = [\"*.html\"]\n", SITE, &[("a.html", html)]);
        let places: Vec<_> = found.iter().map(|own| (own.place.start.line, own.place.start.column)).collect();
        assert_eq!(places, [(1, 17), (2, 23)]);
        assert_eq!(found[0].message.id, "message-undefined-attribute");
        assert_eq!(found[1].help, Some(Phrase::new("message-undefined-near").with("near", "read-more")));
        assert_eq!((&*found[1].locale, found[1].place.span.slice(html)), ("en", "raed-more"));
    }

    #[test]
    fn what_mostly_gets_other_things_shows_no_messages() {
        let script = "d.format('YYYY'); d.format('MM'); l.format('home'); msg('home'); msg('gone')";
        assert_eq!(at("used-in = [\"*.js\"]\n", &[("a.js", script)]), ["a.js:1:71"]);
        let script = "d.format('YYYY'); d.format('MM')";
        assert_eq!(at("used-in = [\"*.js\"]\ncalls = [\"d.format\"]\n", &[("a.js", script)]).len(), 2);
        assert_eq!(at("used-in = [\"*.html\"]\n", &[("a.html", "<p data-l10n-id=gone>")]), ["a.html:1:17"]);
        assert_eq!(at("used-in = [\"*.js\"]\n", &[("a.js", "d.format('hom')")]).len(), 1, "a likely slip");
    }

    #[test]
    fn the_documentation_names_what_usually_shows_messages() {
        for name in crate::message::mentions::DEFAULT_CALLS {
            assert!(UNDEFINED.documentation.contains(&format!("`{name}`")), "{name}");
        }
    }

    #[test]
    fn a_comment_allows_and_unread_files_are_not_looked_at() {
        let rust = "// mizan-allow message/undefined: a test\nt(\"gone\");\nt(\"home\")";
        let found = used(&UNDEFINED, "used-in = [\"*.rs\"]\n", SITE, &[("a.rs", rust)]);
        assert!(found.is_empty());
        assert!(at("", &[("a.rs", "t(\"gone\")")]).is_empty());
        assert!(at("used-in = [\"*.rs\"]\n", &[("a.rs", "t(x); t(\"err-\" + x); // t(\"gone\")")]).is_empty());
    }

    #[test]
    fn a_message_of_another_catalog_exists_and_a_shared_file_is_reported_once() {
        let config = "[project]\nsource = \"en\"\n[messages.a]\npath = \"a/{locale}.ftl\"\nused-in = [\"*.rs\"]\n\
                      [messages.b]\npath = \"b/{locale}.ftl\"\nused-in = [\"*.rs\"]\n";
        let project = crate::Project::builder()
            .file("mizan.toml", config)
            .file("a/en.ftl", "one = One\n")
            .file("b/en.ftl", "two = Two\n")
            .file("x.rs", "t(\"one\"); t(\"two\"); t(\"gone\")");
        let report = crate::check::run(&project.build().expect("a project"));
        let found: Vec<_> = report.findings.iter().map(|own| (own.rule, own.place.start.column)).collect();
        assert_eq!(found, [("message/undefined", 24)]);
    }
}
