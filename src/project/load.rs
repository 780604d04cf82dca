//! Loading: finds the configuration, walks the tree, and sorts files into articles and catalogs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::error::{Error, Kind};
use crate::locale::Locale;
use crate::project::config::{self, Config, MessagesConfig};
use crate::project::files;
use crate::project::glossary::{self, Glossary};
use crate::project::layout::Layout;
use crate::project::model::{Article, Catalog, CatalogLocale, Collection, Layouts, MessageFile, Project, Variant};
use crate::project::records::{self, Records};
use crate::project::tree::Tree;
use crate::project::uses;

impl Project {
    /// Loads the project in `folder`, or in the nearest folder above it that has a `mizan.toml`. Articles are found, not
    /// read ([`Project::document`] does that); messages are read. What cannot be read is in [`Project::problems`].
    ///
    /// # Errors
    /// When there is no `mizan.toml`, or it is at fault.
    pub fn load(folder: impl AsRef<Path>) -> Result<Self, Error> {
        let root = root_of(folder.as_ref())?;
        let path = root.join(config::FILE);
        let config = config::parse(&path, &files::read(&path)?)?;
        Self::assemble(Tree::Disk(root.clone()), root, config)
    }

    /// Loads the tree at `folder` by a configuration that is not on disk: `mizan init` tries its proposal so.
    ///
    /// # Errors
    /// When the configuration is at fault.
    pub fn load_with(folder: impl AsRef<Path>, config: &str) -> Result<Self, Error> {
        let root = folder.as_ref().to_owned();
        let config = config::parse(&root.join(config::FILE), config)?;
        Self::assemble(Tree::Disk(root.clone()), root, config)
    }

    /// Starts a project whose files are in memory.
    ///
    /// ```
    /// use mizan::project::Project;
    /// let project = Project::builder()
    ///     .file("mizan.toml", "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n")
    ///     .file("visits/en.md", "Visits are free.\n")
    ///     .build()?;
    /// assert_eq!(project.articles()[0].key, "visits");
    /// # Ok::<(), mizan::Error>(())
    /// ```
    #[must_use]
    pub fn builder() -> ProjectBuilder {
        ProjectBuilder::default()
    }

    fn assemble(tree: Tree, root: PathBuf, config: Config) -> Result<Self, Error> {
        let locales = locales(&config)?;
        let (paths, mut problems) = tree.list();
        let (collections, mut layouts) = collections(&config, locales.len())?;
        let articles = articles(&paths, &mut layouts, &locales);
        let catalogs = catalogs(&paths, &config, &locales, &tree, &mut problems)?;
        // A pattern that matches nothing would let every check pass.
        problems.extend(unmatched(&collections, &articles, &catalogs, &config));
        problems.extend(uses::unmatched(&config, &paths));
        let records = records(&tree, &mut problems);
        let glossary = glossary(&tree, &config, &locales)?.map(Arc::new);
        Ok(Self {
            root,
            config,
            locales,
            collections,
            layouts,
            articles,
            catalogs,
            records,
            glossary,
            problems,
            paths,
            tree,
        })
    }
}

/// The glossary; it may be absent unless the configuration names it.
fn glossary(tree: &Tree, config: &Config, locales: &[Locale]) -> Result<Option<Glossary>, Error> {
    let named = config.glossary.as_ref().map(|glossary| glossary.path.as_str());
    let path = named.unwrap_or(glossary::FILE);
    let text = match named {
        Some(path) => Some(tree.read(path)?),
        None => tree.read_if_there(path)?,
    };
    text.map(|text| Glossary::parse(&tree.place(path), path, &text, locales)).transpose()
}

/// The records; where they cannot be read, a problem, and none.
fn records(tree: &Tree, problems: &mut Vec<Error>) -> Records {
    let read = tree
        .read_if_there(records::FILE)
        .and_then(|text| text.map_or(Ok(Records::default()), |text| Records::parse(&text)));
    read.unwrap_or_else(|error| {
        problems.push(error);
        Records::default()
    })
}

/// A project whose files are in memory; it is loaded by the same code as one on disk.
#[derive(Debug, Default)]
pub struct ProjectBuilder {
    files: BTreeMap<String, String>,
}

impl ProjectBuilder {
    /// Adds a file; `mizan.toml` is one of them.
    #[must_use]
    pub fn file(mut self, path: &str, text: impl Into<String>) -> Self {
        self.files.insert(path.to_owned(), text.into());
        self
    }

    /// Loads the project.
    ///
    /// # Errors
    /// When there is no `mizan.toml` among the files, or it is at fault.
    pub fn build(self) -> Result<Project, Error> {
        let path = Path::new(config::FILE);
        let text = self.files.get(config::FILE).ok_or_else(|| Error::from(Kind::NoConfig { path: PathBuf::new() }))?;
        let config = config::parse(path, text)?;
        Project::assemble(Tree::Memory(Arc::new(self.files)), PathBuf::new(), config)
    }
}

fn root_of(folder: &Path) -> Result<PathBuf, Error> {
    let full = folder.canonicalize().map_err(|cause| Error::read(folder, cause))?;
    if full.join(config::FILE).is_file() {
        return Ok(folder.to_owned());
    }
    let above = full.ancestors().find(|folder| folder.join(config::FILE).is_file());
    above.map(Path::to_owned).ok_or_else(|| Kind::NoConfig { path: folder.to_owned() }.into())
}

/// The tables of the configuration whose patterns match no file.
fn unmatched(collections: &[Collection], articles: &[Article], catalogs: &[Catalog], config: &Config) -> Vec<Error> {
    let empty = (0..collections.len()).filter(|index| !articles.iter().any(|article| article.collection == *index));
    let empty = empty.map(|index| ("articles", collections[index].name.as_str(), &collections[index].config.path));
    let silent = catalogs.iter().filter(|catalog| catalog.locales.iter().all(|locale| locale.files.is_empty()));
    let silent = silent
        .filter_map(|catalog| Some(("messages", catalog.name.as_str(), &config.messages.get(&catalog.name)?.path)));
    let fault = |(table, name, path): (&str, &str, &String)| {
        let table = if table == name { table.to_owned() } else { format!("{table}.{name}") };
        Kind::Usage {
            reason: format!("mizan.toml: [{table}]: no file matches {path:?}; correct the pattern, or take it out"),
        }
        .into()
    };
    empty.chain(silent).map(fault).collect()
}

/// The source, then the targets.
fn locales(config: &Config) -> Result<Vec<Locale>, Error> {
    let tags = std::iter::once(&config.project.source).chain(&config.project.targets);
    tags.map(|tag| {
        let mut locale = Locale::new(tag)?;
        let policy = config.locales.iter().find(|(name, _)| Locale::new(name).is_ok_and(|it| it.tag() == locale.tag()));
        if let Some((_, policy)) = policy {
            locale.numbering = policy.numbering;
            locale.calendar = policy.calendar;
        }
        Ok(locale)
    })
    .collect()
}

fn pattern(text: &str) -> Result<Layout, Error> {
    Layout::new(text).map_err(|reason| Kind::Usage { reason }.into())
}

fn collections(config: &Config, locales: usize) -> Result<(Vec<Collection>, Vec<Layouts>), Error> {
    let mut collections = Vec::new();
    let mut layouts = Vec::new();
    for (name, articles) in &config.articles {
        let source = articles.source.as_deref().map(pattern).transpose()?;
        layouts.push(Layouts { target: pattern(&articles.path)?, source, written: vec![None; locales] });
        collections.push(Collection { name: name.clone(), config: articles.clone() });
    }
    Ok((collections, layouts))
}

/// What a path is by the patterns of a collection or a catalog.
struct Class {
    slug: String,
    locale: usize,
    /// How the path writes the locale, where it is not as its tag.
    written: Option<String>,
    /// How much of the path the pattern fixes.
    fixed: usize,
    /// Whether the source's own pattern matched.
    is_by_source: bool,
}

/// Reads a path: a target's pattern beats the source's own, which often matches it too.
fn classify(path: &str, layouts: &Layouts, locales: &[Locale]) -> Option<Class> {
    if let Some(matched) = layouts.target.matches(path, locales) {
        let class = Class {
            slug: matched.slug,
            locale: matched.locale.unwrap_or(0),
            written: matched.written,
            fixed: layouts.target.fixed(),
            is_by_source: false,
        };
        return Some(class);
    }
    let source = layouts.source.as_ref()?;
    let matched = source.matches(path, locales)?;
    // `{slug}.md` takes `fr/a.md` and `a.fr.md` too: those are other languages', not the source's.
    let is_source = matched.locale.unwrap_or(0) == 0 && !layouts.target.matches_any_language(path);
    let class =
        Class { slug: matched.slug, locale: 0, written: matched.written, fixed: source.fixed(), is_by_source: true };
    is_source.then_some(class)
}

/// The collection of a path, and what the path is in it: of several that match, the one whose pattern fixes most.
fn classify_among(path: &str, layouts: &[Layouts], locales: &[Locale]) -> Option<(usize, Class)> {
    let classes = layouts.iter().enumerate().filter_map(|(at, layouts)| Some((at, classify(path, layouts, locales)?)));
    classes.reduce(|best, other| if other.1.fixed > best.1.fixed { other } else { best })
}

/// Sorts the paths into articles; notes how each collection writes its locales.
fn articles(paths: &[Box<str>], layouts: &mut [Layouts], locales: &[Locale]) -> Vec<Article> {
    let known = &*layouts;
    let classified: Vec<_> =
        paths.par_iter().filter_map(|path| Some((path, classify_among(path, known, locales)?))).collect();
    let mut articles: BTreeMap<(usize, String), Vec<Variant>> = BTreeMap::new();
    for (path, (collection, class)) in classified {
        let written = &mut layouts[collection].written[class.locale];
        if written.is_none() {
            *written = Some(class.written.unwrap_or_else(|| locales[class.locale].tag().to_owned()));
        }
        let variants = articles.entry((collection, class.slug)).or_default();
        let path = Arc::from(&**path);
        match variants.iter_mut().find(|variant| variant.locale == class.locale) {
            None => variants.push(Variant { locale: class.locale, path }),
            // `a.en.md` beside `a.md`: the source's own pattern counts. Of two spellings (pt-BR, pt_BR), the first.
            Some(variant) if class.is_by_source => variant.path = path,
            Some(_) => {}
        }
    }
    let sorted = articles.into_iter().map(|((collection, key), mut variants)| {
        variants.sort_by_key(|variant| variant.locale);
        Article { collection, key, variants }
    });
    sorted.collect()
}

fn catalogs(
    paths: &[Box<str>],
    config: &Config,
    locales: &[Locale],
    tree: &Tree,
    problems: &mut Vec<Error>,
) -> Result<Vec<Catalog>, Error> {
    let mut catalogs = Vec::new();
    for (name, messages) in &config.messages {
        let layouts = message_layouts(messages)?;
        let found = paths.par_iter().filter_map(|path| Some((path, classify(path, &layouts, locales)?)));
        let read = found.map(|(path, class)| {
            let text = tree.read(path)?;
            Ok((class.locale, MessageFile { name: class.slug, path: Arc::from(&**path), text: Arc::from(text) }))
        });
        let mut by_locale: Vec<CatalogLocale> =
            (0..locales.len()).map(|locale| CatalogLocale { locale, files: Vec::new() }).collect();
        for file in read.collect::<Vec<Result<_, Error>>>() {
            match file {
                Ok((locale, file)) => by_locale[locale].files.push(file),
                Err(error) => problems.push(error),
            }
        }
        catalogs.push(Catalog { name: name.clone(), locales: by_locale });
    }
    Ok(catalogs)
}

fn message_layouts(messages: &MessagesConfig) -> Result<Layouts, Error> {
    let source = messages.source.as_deref().map(pattern).transpose()?;
    Ok(Layouts { target: pattern(&messages.path)?, source, written: Vec::new() })
}

#[cfg(test)]
mod tests;
