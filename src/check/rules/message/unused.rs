use std::collections::HashSet;

use crate::check::rule::{UsesLook, declare_rule};
use crate::check::{Sink, Unit};
use crate::message::{CatalogView, Entry, Use, walk};
use crate::phrase::Phrase;
use crate::words::Words;

declare_rule! {
    /// # What it does
    ///
    /// Reports a message of the source whose id stands nowhere in quotation marks in the files that `used-in` names, and a
    /// term that no message refers to. Ids that are put together at run time count by what is known of them:
    /// `"error-" + kind` uses every `error-…`. A message that another one refers to is used, and so are the texts of
    /// mizan's own pages where mizan publishes (`[site]`). Without `used-in` this rule does not look.
    ///
    /// # Why
    ///
    /// Nobody reads it, and it is translated into every language all the same.
    ///
    /// # Example
    ///
    /// ```toml
    /// # mizan.toml
    /// [messages]
    /// path = "locales/{locale}/{file}.ftl"
    /// used-in = ["templates/**/*.html"]
    /// ```
    ///
    /// ```fluent
    /// # locales/en/site.ftl, while no template says "subscribe" any more
    /// subscribe = Subscribe
    /// ```
    ///
    /// # Instead
    ///
    /// Remove it. Where a program comes by its id in another way, say so:
    /// `# mizan-allow message/unused: ids come from the database`.
    pub(crate) static UNUSED = ("message/unused", Info, Uses(check));
}

fn check(look: &UsesLook<'_>, sink: &mut Sink<'_>) {
    let Some(source) = look.views.first().filter(|_| look.uses.files > 0) else { return };
    let mentions = &look.uses.mentions;
    let has_pages = look.project.config().site.is_some();
    let own = |id: &str| has_pages && is_of_pages(id);
    let unmentioned = |entry: &&Entry<'_>| entry.is_term() || !(mentions.has(entry.id) || own(entry.id));
    let mut candidates = source.definitions().filter(unmentioned).peekable();
    if candidates.peek().is_none() {
        return;
    }
    let others = super::undefined::other_sources(look);
    let referenced: HashSet<String> = look.views.iter().chain(&others).flat_map(references).collect();
    for entry in candidates.filter(|entry| !referenced.contains(entry.id)) {
        let file = source.file(entry);
        let id = if entry.is_term() { "message-unused-term" } else { "message-unused" };
        let unit = Unit::Message(entry.id.to_owned());
        let finding = sink.report(file.place(file.span_of(entry.id)), unit, Phrase::new(id).with("id", entry.id));
        finding.help(Phrase::new("message-unused.help"));
    }
}

/// What the messages and terms of a catalog refer to; terms with their `-`.
fn references(catalog: &CatalogView<'_>) -> HashSet<String> {
    let mut found = HashSet::new();
    for entry in catalog.entries() {
        for part in entry.parts() {
            walk(part.pattern, &mut |used| match used {
                Use::Message { id, .. } if id != entry.id => drop(found.insert(id.to_owned())),
                Use::Term { id, .. } if entry.id.strip_prefix('-') != Some(id) => drop(found.insert(format!("-{id}"))),
                _ => {}
            });
        }
    }
    found
}

/// Whether mizan's own pages show a message of this id, where a project has one.
fn is_of_pages(id: &str) -> bool {
    let of_projects = ["site-name", "site-tagline", "contact-phone", "contact-email", "contact-url"];
    id.starts_with("category-") || of_projects.contains(&id) || Words::new(&["en"]).has(id)
}

#[cfg(test)]
mod tests {
    use super::super::testing::used;
    use super::*;

    fn unused(keys: &str, texts: &str, file: &str) -> Vec<String> {
        let found = used(&UNUSED, &format!("{keys}used-in = [\"*.rs\"]\n"), texts, &[("a.rs", file)]);
        found.iter().map(|own| format!("{} {}", own.place.start.line, own.place.span.slice(texts))).collect()
    }

    #[test]
    fn a_message_that_nothing_mentions_is_reported() {
        let texts =
            "-brand = B\n-old = O\nhome = Home { menu }\nmenu = { -brand }\ngone = Gone { gone }\nsubscribe = S\n";
        assert_eq!(unused("", texts, "show(\"home\"); // subscribe"), ["2 -old", "5 gone", "6 subscribe"]);
        assert!(used(&UNUSED, "", texts, &[("a.rs", "")]).is_empty(), "nothing says where to look");
    }

    #[test]
    fn ids_that_are_put_together_count() {
        let texts = "error-net = N\nerror-disk = D\ncard3 = C\nhelp =\n    .title = T\nerr = E\n";
        assert_eq!(unused("", texts, "f(\"error-\" + kind); \"card\" + n; \"help.title\""), ["6 err"]);
    }

    #[test]
    fn mizans_own_pages_use_their_texts() {
        let texts = "read-more = R\ncategory-care = C\nsite-name = N\nother = O\n";
        let config = |site: &str| {
            let head = "[project]\nsource = \"en\"\n[messages]\npath = \"{locale}.ftl\"\nused-in = [\"*.rs\"]\n";
            let project = crate::Project::builder().file("mizan.toml", format!("{head}{site}")).file("en.ftl", texts);
            let project = project.file("a.rs", "\"x\"").build().expect("a project");
            crate::check::run(&project).findings.len()
        };
        assert_eq!((config(""), config("[site]\n")), (4, 1));
    }
}
