//! Reads the programs and templates that show a catalog's messages.

use std::sync::Arc;

use globset::{GlobBuilder, GlobMatcher};
use rayon::prelude::*;

use crate::error::{Error, Kind};
use crate::message::mentions::{Callees, Mentions};
use crate::project::config::{Config, MessagesConfig};
use crate::project::model::{Catalog, Project};
use crate::source::{LineIndex, Place, Span};

/// Where a catalog's messages are used, as its `used-in` files say.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// What the files mention in quotation marks.
    pub mentions: Mentions,
    /// Ids that they give to what shows messages, by place.
    pub ids: Vec<UsedId>,
    /// What their comments allow.
    pub allowances: Vec<FileAllowances>,
    /// Files read.
    pub files: usize,
}

/// What the comments of a file allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileAllowances {
    /// The file.
    pub path: Arc<str>,
    /// Rules by name, and where each is allowed.
    pub rules: Vec<(Box<str>, Span)>,
}

/// An id where a program or template shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedId {
    /// The id, with `.attribute` or without.
    pub id: Box<str>,
    /// What shows it: a function's name, an attribute's.
    pub callee: Arc<str>,
    /// Whether the callee surely shows messages.
    pub is_sure: bool,
    /// Where.
    pub place: Place,
}

/// A `used-in` pattern; the error says what is wrong with it.
pub(crate) fn glob(pattern: &str) -> Result<GlobMatcher, String> {
    let pattern = pattern.strip_prefix('!').unwrap_or(pattern).trim_start_matches("./");
    if pattern.starts_with('/') || pattern.split('/').any(|part| part == "..") {
        return Err("a pattern stays below the project's folder: no leading / and no ..".to_owned());
    }
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    glob.map(|glob| glob.compile_matcher()).map_err(|error| error.kind().to_string())
}

/// The `used-in` patterns of a catalog; a later one beats an earlier one, and `!` takes out.
struct UsedIn(Vec<(GlobMatcher, bool)>);

impl UsedIn {
    fn new(messages: &MessagesConfig) -> Self {
        let read = |pattern: &String| Some((glob(pattern).ok()?, !pattern.starts_with('!')));
        Self(messages.used_in.iter().filter_map(read).collect())
    }

    fn names(&self, path: &str) -> bool {
        self.0.iter().rev().find(|(glob, _)| glob.is_match(path)).is_some_and(|(_, takes)| *takes)
    }
}

/// The `used-in` patterns that match no file: everything would seem unused.
pub(crate) fn unmatched(config: &Config, paths: &[Box<str>]) -> Vec<Error> {
    let patterns = config.messages.values().flat_map(|messages| &messages.used_in);
    let matches =
        |pattern: &String| glob(pattern).is_ok_and(|glob| paths.par_iter().any(|path| glob.is_match(&**path)));
    let fault = |pattern: &String| {
        let reason = format!("mizan.toml: used-in: no file matches {pattern:?}; correct the pattern, or take it out");
        Kind::Usage { reason }.into()
    };
    patterns.filter(|pattern| !matches(pattern)).map(fault).collect()
}

impl Project {
    /// Reads the programs and templates that the configuration names for `catalog`, on all cores; `None` where it names
    /// none. What cannot be read is reported beside it. A file that is not UTF-8 is searched for ids all the same.
    #[must_use]
    pub fn uses(&self, catalog: &Catalog) -> (Option<Uses>, Vec<Error>) {
        let Some(messages) = self.config.messages.get(&catalog.name).filter(|own| !own.used_in.is_empty()) else {
            return (None, Vec::new());
        };
        let (used_in, callees) = (UsedIn::new(messages), Callees::new(&messages.calls));
        let is_catalog = |path: &str| catalog.locales.iter().flat_map(|own| &own.files).any(|file| *file.path == *path);
        let paths: Vec<&str> = self.files().filter(|path| used_in.names(path) && !is_catalog(path)).collect();
        let read: Vec<_> = paths.par_iter().map(|path| self.read_uses(path, &callees)).collect();
        let mut uses = Uses::default();
        let mut problems = Vec::new();
        for (file, problem) in read {
            uses.files += usize::from(problem.is_none());
            problems.extend(problem);
            uses.mentions.absorb(file.mentions);
            uses.ids.extend(file.ids);
            uses.allowances.extend(file.allowances);
        }
        (Some(uses), problems)
    }

    /// Whether `catalog` is configured to be used in the file at `path`.
    #[must_use]
    pub fn is_used_in(&self, catalog: &Catalog, path: &str) -> bool {
        let messages = self.config.messages.get(&catalog.name);
        messages.is_some_and(|messages| UsedIn::new(messages).names(path))
    }

    fn read_uses(&self, path: &str, callees: &Callees) -> (Uses, Option<Error>) {
        let mut uses = Uses::default();
        match self.read(path) {
            Ok(text) => {
                uses.mentions = Mentions::read(&text, path, callees);
                let path: Arc<str> = Arc::from(path);
                let calls = std::mem::take(&mut uses.mentions.calls);
                if !calls.is_empty() {
                    let lines = LineIndex::new(&text);
                    let ids = calls.into_iter().map(|call| UsedId {
                        id: call.id,
                        callee: call.callee,
                        is_sure: call.is_sure,
                        place: Place::new(Arc::clone(&path), &text, &lines, call.span),
                    });
                    uses.ids = ids.collect();
                }
                let rules = std::mem::take(&mut uses.mentions.allowances);
                if !rules.is_empty() {
                    uses.allowances.push(FileAllowances { path, rules });
                }
                (uses, None)
            }
            Err(error) => {
                // Only a file that is not UTF-8 has a place at fault.
                if error.position().is_some()
                    && let Ok(bytes) = self.read_bytes(path)
                {
                    uses.mentions = Mentions::read_without_places(&String::from_utf8_lossy(&bytes));
                }
                (uses, Some(error))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(files: &[(&str, &str)], keys: &str) -> Project {
        let config = format!(
            "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[messages]\npath = \"{{locale}}/{{file}}.ftl\"\n{keys}"
        );
        let builder = Project::builder().file("mizan.toml", config).file("en/a.ftl", "home = \"old\"\n");
        files.iter().fold(builder, |builder, (path, text)| builder.file(path, *text)).build().expect("a project")
    }

    fn uses(project: &Project) -> Option<Uses> {
        project.uses(&project.catalogs()[0]).0
    }

    #[test]
    fn files_that_the_patterns_name_are_read_and_no_others() {
        let files = [
            ("src/a.rs", "// x\nt(\"home\");"),
            ("src/deep/b.rs", "say!(\"menu\")"),
            ("src/c.js", "t('no')"),
            ("src/tests.rs", "t(\"no\")"),
            ("x.rs", "t(\"no\")"),
        ];
        let project =
            project(&files, "used-in = [\"./src/**/*.rs\", \"!**/tests.rs\", \"en/*\"]\ncalls = [\"say!\"]\n");
        assert!(project.problems().is_empty(), "{:?}", project.problems());
        let uses = uses(&project).expect("it is configured");
        let ids: Vec<_> = uses.ids.iter().map(|own| (&*own.place.path, own.place.start.line, &*own.id)).collect();
        assert_eq!(ids, [("src/a.rs", 2, "home"), ("src/deep/b.rs", 1, "menu")]);
        assert_eq!(uses.files, 2);
        assert!(uses.ids[1].is_sure && !uses.ids[0].is_sure);
        assert!(uses.mentions.has("home") && !uses.mentions.has("old"), "the catalog does not use itself");
    }

    #[test]
    fn a_pattern_without_a_file_is_a_problem_and_none_is_no_question() {
        let silent = project(&[], "used-in = [\"src/*.rs\"]\n");
        assert!(silent.problems()[0].to_string().contains("src/*.rs"), "{:?}", silent.problems());
        assert!(uses(&project(&[("src/a.rs", "")], "")).is_none());
        // `*` keeps within a folder.
        assert_eq!(project(&[("src/deep/a.rs", "")], "used-in = [\"src/*.rs\"]\n").problems().len(), 1);
    }

    #[test]
    fn a_file_that_is_not_utf8_is_a_problem_and_its_ids_count() {
        let folder = tempfile::tempdir().expect("a folder");
        let write =
            |path: &str, bytes: &[u8]| crate::project::files::replace(&folder.path().join(path), bytes).expect(path);
        let config = "[project]\nsource = \"en\"\n[messages]\npath = \"{locale}/{file}.ftl\"\nused-in = [\"*.js\"]\n";
        write("mizan.toml", config.as_bytes());
        write("en/a.ftl", b"home = Home\n");
        write("a.js", b"t('home'); // caf\xE9\n");
        let project = Project::load(folder.path()).expect("a project");
        let (uses, problems) = project.uses(&project.catalogs()[0]);
        let uses = uses.expect("it is configured");
        assert!(uses.mentions.has("home") && uses.ids.is_empty());
        assert_eq!((uses.files, problems.len()), (0, 1));
        assert!(problems[0].to_string().contains("a.js:1:18"), "{}", problems[0]);
    }
}
