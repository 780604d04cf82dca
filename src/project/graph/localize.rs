//! The address of the same article in another language, in the manner of one that is written.

use super::{Destination, VariantGraph, folded};
use crate::project::address::{self, Written};

impl VariantGraph<'_> {
    /// The address that leads to the variant in `locale` of the article that `destination` leads to in another language,
    /// written as `destination` is: as a file's path or a page's address, from the root or from here, percent-encoded or
    /// not. It stands in the variant of `article` in `locale`. The query is kept, the fragment is left out. `None` where
    /// there is no such variant, or no address that surely leads to it.
    #[must_use]
    pub fn localized(&self, article: usize, locale: usize, destination: &str) -> Option<String> {
        let leads = self.resolve(article, locale, destination);
        let Destination::Article { article: to, locale: Some(named), .. } = leads else { return None };
        let at = Link { graph: self, article, locale, to, named };
        let plain = destination.split('#').next().unwrap_or_default();
        let (path, query) = plain.find('?').map_or((plain, ""), |at| plain.split_at(at));
        let candidates = [at.as_file(path), at.as_address(path), at.by_tag(path)];
        let leads_there = |candidate: &String| {
            let leads = self.resolve(article, locale, candidate);
            leads == Destination::Article { article: to, locale: Some(locale), fragment: None }
        };
        let found = candidates.into_iter().flatten().find(leads_there)?;
        Some(format!("{found}{query}"))
    }
}

struct Link<'g, 'a> {
    graph: &'g VariantGraph<'a>,
    /// Where it stands.
    article: usize,
    locale: usize,
    /// Where it leads.
    to: usize,
    named: usize,
}

impl Link<'_, '_> {
    fn variant_path(&self, article: usize, locale: usize) -> Option<&str> {
        Some(&self.graph.project.articles().get(article)?.variant(locale)?.path)
    }

    fn read(&self, path: &str) -> Written {
        address::read(path, self.graph.project.config().project.base_url.as_deref())
    }

    /// The path of a file, where `written` is one.
    fn as_file(&self, written: &str) -> Option<String> {
        let (old, new) = (self.variant_path(self.to, self.named)?, self.variant_path(self.to, self.locale)?);
        let name = old.rsplit('/').next()?;
        let path = match self.read(written) {
            Written::Content(path) | Written::Absolute(path) => {
                let below = path.path.trim_start_matches('/');
                let folder = old.strip_suffix(below)?;
                let start = if written.starts_with("@/") { "@/" } else { "/" };
                format!("{start}{}", new.strip_prefix(folder)?)
            }
            Written::Relative(path) if path.path.rsplit('/').next() == Some(name) => {
                let own = self.variant_path(self.article, self.locale)?;
                let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
                let dot = if written.starts_with("./") { "./" } else { "" };
                let path = relative(folder, new);
                if path.starts_with("..") { path } else { format!("{dot}{path}") }
            }
            _ => return None,
        };
        Some(as_written(written, &path))
    }

    /// A page's address, where `written` is one.
    fn as_address(&self, written: &str) -> Option<String> {
        let (old, new) = (self.graph.address(self.to, self.named)?, self.graph.address(self.to, self.locale)?);
        match self.read(written) {
            Written::Absolute(path) if folded(&path.path) == folded(&old) => {
                let starts = written.match_indices('/').map(|(at, _)| at);
                let start = starts.into_iter().find(|at| address::decode(&written[*at..]) == path.path)?;
                let path = format!("{}{}", new.trim_end_matches('/'), ending(&path.path));
                Some(format!("{}{}", &written[..start], as_written(written, &path)))
            }
            Written::Relative(path) => {
                let own = self.graph.address(self.article, self.locale)?;
                let own = own.trim_matches('/');
                let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
                let is_from = |from: &&str| folded(&address::join(from, &path.path)) == folded(&old);
                let from = [own, folder].into_iter().find(is_from)?;
                let end = ending(&path.path);
                Some(as_written(written, &format!("{}{end}", relative(from, new.trim_matches('/')))))
            }
            _ => None,
        }
    }

    /// The same address with another language's tag.
    fn by_tag(&self, written: &str) -> Option<String> {
        let locales = self.graph.project.locales();
        let (old, new) = (locales.get(self.named)?.tag(), locales.get(self.locale)?.tag());
        let mut parts: Vec<&str> = written.split('/').collect();
        *parts.iter_mut().find(|part| **part == old)? = new;
        Some(parts.join("/"))
    }
}

/// What stands behind an address's stem: `/`, `.html`, `/index.html` or nothing.
fn ending(path: &str) -> &str {
    let stem = address::stem(path);
    path.rfind(stem).and_then(|at| path.get(at + stem.len()..)).unwrap_or_default()
}

/// The way from a folder to a path, both below the root.
fn relative(folder: &str, path: &str) -> String {
    let parts = |path: &'_ str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (from, to) = (parts(folder), parts(path));
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - shared);
    up.chain(to.into_iter().skip(shared)).collect::<Vec<_>>().join("/")
}

/// Percent-encoded where the one that it replaces is, and where it could not stand in a text.
fn as_written(written: &str, path: &str) -> String {
    if written.contains('%') || path.contains(char::is_whitespace) { address::encode(path) } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::relative;
    use crate::project::address::join;
    use crate::project::{Destination, Outline, Project, VariantGraph};

    proptest! {
        #[test]
        fn what_is_localized_leads_there(link in "(/en|/ar|en|ar|\\.\\./|\\./|/|a|b|باء|%62|\\.md|\\.html|index|@/|https://n\\.example|\\?x|#y|:|.){0,7}") {
            let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\nbase-url = \"https://n.example\"\n[site]\n\
                          [articles.news]\npath = \"c/{slug}/{locale}.md\"\n";
            let files = [("a/en", "A"), ("a/ar", "أ"), ("b/en", "B"), ("b/ar", "---\nslug: باء\n---\n"), ("en/en", "E")];
            let builder = Project::builder().file("mizan.toml", config);
            let add = |builder: crate::project::ProjectBuilder, (path, text): (&str, &str)| {
                builder.file(&format!("c/{path}.md"), text)
            };
            let project = files.into_iter().fold(builder, add).build().expect("a project");
            let outline = |article: &crate::project::Article, locale| {
                Some(Outline::of(&project.document(article.variant(locale)?).expect("read")))
            };
            let outlines: Vec<Vec<_>> =
                project.articles().iter().map(|article| vec![outline(article, 0), outline(article, 1)]).collect();
            let graph = VariantGraph::new(&project, &outlines);
            if let Some(found) = graph.localized(0, 1, &link) {
                let Destination::Article { article: meant, .. } = graph.resolve(0, 1, &link) else {
                    return Err(TestCaseError::fail("no article"));
                };
                let leads = graph.resolve(0, 1, &found);
                let is_right = matches!(leads, Destination::Article { article, locale: Some(1), .. } if article == meant);
                prop_assert!(is_right, "{} {:?}", found, leads);
            }
        }

        #[test]
        fn the_way_leads_to_the_path(folder in "([ab]/){0,3}", path in "([ab]/){0,3}[ab]") {
            prop_assert_eq!(join(&folder, &relative(&folder, &path)), path);
        }
    }
}
