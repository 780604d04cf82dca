//! What comes back: each text taken, or refused with its reason.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use crate::error::{Error, Kind};
use crate::exchange::export::{file, files};
use crate::exchange::given::{Fault, Given, Parsed};
use crate::exchange::judge::{judge, segment_index};
use crate::exchange::message::{self, File, Request};
use crate::exchange::reason::Reason;
use crate::exchange::unit::{Sheet, token};
use crate::exchange::wanted::Change;
use crate::exchange::{Format, article, po, xliff};
use crate::locale::Locale;
use crate::project::{Project, files as project_files};
use crate::source::{LineIndex, Place, Span};

/// What exchange files come to. Nothing is written yet.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// New texts of files, by their path below the project's folder.
    pub texts: BTreeMap<String, String>,
    /// What became of each text, in the order of the exchange files.
    pub verdicts: Vec<Verdict>,
    /// Those of the files that the project has not yet.
    new: Vec<String>,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Where it stands in its exchange file.
    pub place: Place,
    /// What it is: the source's path, its unit, and its segment where the unit has several.
    pub text: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was taken.
    Accepted,
    /// It says what the file says already.
    Unchanged,
    /// It is not translated.
    Untranslated,
    /// It was not taken.
    Refused(Reason),
}

impl Import {
    /// How many texts came to what `is` asks for.
    #[must_use]
    pub fn count(&self, is: impl Fn(&Outcome) -> bool) -> usize {
        self.verdicts.iter().filter(|verdict| is(&verdict.outcome)).count()
    }

    /// Texts that were refused.
    pub fn refused(&self) -> impl Iterator<Item = (&Verdict, &Reason)> {
        self.verdicts.iter().filter_map(|verdict| match &verdict.outcome {
            Outcome::Refused(reason) => Some((verdict, reason)),
            _ => None,
        })
    }

    /// Writes the new texts, each file in one step, below the project's folder.
    ///
    /// # Errors
    /// When a file cannot be written; those before it are. When a new file is there already, though not in the project, nothing
    /// is written.
    pub fn write(&self, root: &Path) -> Result<(), Error> {
        // What the project does not know (an ignored file) is not overwritten.
        if let Some(path) = self.new.iter().map(|path| root.join(path)).find(|path| path.exists()) {
            return Err(Error::write(path, std::io::Error::from(std::io::ErrorKind::AlreadyExists)));
        }
        self.texts.iter().try_for_each(|(path, text)| project_files::replace(&root.join(path), text.as_bytes()))
    }
}

/// Reads exchange files, each with the path to call it by, against the project as it is.
///
/// # Errors
/// When one of them is no exchange file, or for other languages; or when a file of the project cannot be read.
pub fn import(project: &Project, given: &[(&str, &str)]) -> Result<Import, Error> {
    let mut importing = Importing::new(project);
    for (path, text) in given {
        importing.add(path, text)?;
    }
    importing.run()
}

/// A text that came back, and what is known of it.
struct Item {
    given: Given,
    locale: usize,
    place: Place,
    outcome: Outcome,
}

struct Importing<'p> {
    project: &'p Project,
    items: Vec<Item>,
    texts: BTreeMap<String, String>,
    /// Message files that came into being, each with its catalog and locale.
    new: Vec<(usize, usize, File)>,
    /// Sources by their path, and by the id that XLIFF makes of it.
    sources: HashMap<String, Source>,
}

/// What a source file is, by its index.
#[derive(Clone, Copy)]
enum Source {
    Article(usize),
    /// Of a catalog, one of its files.
    Messages(usize, usize),
}

/// Every source of the project.
fn sources(project: &Project) -> HashMap<String, Source> {
    let articles = project.articles().iter().enumerate();
    let articles = articles.filter_map(|(at, own)| Some((own.source()?.path.to_string(), Source::Article(at))));
    let catalogs = project.catalogs().iter().enumerate();
    let messages = catalogs.flat_map(|(at, catalog)| {
        let files = catalog.locales.first().map(|own| own.files.as_slice()).unwrap_or_default();
        files.iter().enumerate().map(move |(index, file)| (file.path.to_string(), Source::Messages(at, index)))
    });
    let by_path: BTreeMap<String, Source> = articles.chain(messages).collect();
    let mut sources: HashMap<String, Source> = by_path.iter().map(|(path, source)| (token(path), *source)).collect();
    sources.extend(by_path);
    sources
}

impl<'p> Importing<'p> {
    fn new(project: &'p Project) -> Self {
        Self { project, items: Vec::new(), texts: BTreeMap::new(), new: Vec::new(), sources: sources(project) }
    }

    fn add(&mut self, path: &str, text: &str) -> Result<(), Error> {
        let lines = LineIndex::new(text);
        let fault = |fault: Fault| -> Error {
            let at = lines.position(text, Span::at(fault.at.min(text.len())).start);
            Kind::Exchange { path: path.into(), at, id: fault.id, reason: fault.reason }.into()
        };
        let parsed = match Format::of(text) {
            Format::Xliff => xliff::read(text),
            Format::Po => po::read(text),
        };
        let parsed = parsed.map_err(fault)?;
        let locale = self.languages(&parsed).map_err(fault)?;
        let path: Arc<str> = Arc::from(path);
        self.items.extend(parsed.texts.into_iter().map(|given| {
            let span = Span::at(given.at.min(text.len()));
            let place = Place::new(Arc::clone(&path), text, &lines, span);
            Item { given, locale, place, outcome: Outcome::Untranslated }
        }));
        Ok(())
    }

    /// The index of the locale that a file translates into.
    fn languages(&self, parsed: &Parsed) -> Result<usize, Fault> {
        let tag = |text: &str| Locale::new(&text.replace('_', "-")).map(|locale| locale.tag().to_owned());
        let is_source =
            parsed.source.is_empty() || tag(&parsed.source).is_ok_and(|own| own == self.project.source().tag());
        if !is_source {
            return Err(Fault::new(0, "error-exchange-source", parsed.source.clone()));
        }
        let index = tag(&parsed.target).ok().and_then(|own| self.project.locale_index(&own));
        index.filter(|index| *index > 0).ok_or_else(|| Fault::new(0, "error-exchange-target", parsed.target.clone()))
    }

    fn run(mut self) -> Result<Import, Error> {
        let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
        for (at, item) in self.items.iter().enumerate() {
            groups.entry((item.locale, item.given.original.clone())).or_default().push(at);
        }
        for ((locale, original), items) in groups {
            self.sheet(locale, &original, &items)?;
        }
        let verdicts = self.items.into_iter().map(|item| Verdict {
            text: name(&item.given),
            place: item.place,
            outcome: item.outcome,
        });
        let new = self.texts.keys().filter(|path| !self.project.has_file(path)).cloned().collect();
        Ok(Import { verdicts: verdicts.collect(), texts: self.texts, new })
    }

    /// All texts of one source file.
    fn sheet(&mut self, locale: usize, original: &str, items: &[usize]) -> Result<(), Error> {
        match self.sources.get(original).copied() {
            Some(Source::Article(index)) => self.article(locale, index, items),
            Some(Source::Messages(catalog, index)) => {
                self.messages(locale, catalog, index, items);
                Ok(())
            }
            None => {
                for at in items {
                    self.items[*at].outcome = Outcome::Refused(Reason::UnknownFile(original.to_owned()));
                }
                Ok(())
            }
        }
    }

    fn article(&mut self, locale: usize, index: usize, items: &[usize]) -> Result<(), Error> {
        let Some(found) = self.project.articles().get(index) else { return Ok(()) };
        let Some(loaded) = article::load(self.project, found, locale, None)? else { return Ok(()) };
        let (changes, made_by) = self.judge(&loaded.sheet, items);
        let applied = loaded.apply(&changes);
        if let Some(text) = applied.text {
            self.texts.insert(loaded.path.clone(), text);
        }
        self.note(&made_by, &applied.results);
        Ok(())
    }

    fn messages(&mut self, locale: usize, index: usize, source: usize, items: &[usize]) {
        let project = self.project;
        let Some((catalog, target)) = project.catalogs().get(index).zip(project.locales().get(locale)) else { return };
        let Some(source) = catalog.locales.first().and_then(|own| own.files.get(source)) else { return };
        let home = project.expected_messages_path(catalog, locale, &source.name).unwrap_or_default();
        let targets = self.current(index, locale, files(catalog, locale));
        let source = file(source);
        let loaded = message::load(Request { source: &source, targets, home, locale: target, words: None });
        let (changes, made_by) = self.judge(&loaded.sheet, items);
        let applied = loaded.apply(&changes);
        for (path, text) in applied.texts {
            self.keep(index, locale, &source.name, path, text);
        }
        self.note(&made_by, &applied.results);
    }

    /// The translation's files as they are after what was taken before.
    fn current(&self, catalog: usize, locale: usize, mut files: Vec<File>) -> Vec<File> {
        let new = self.new.iter().filter(|(own, target, _)| (*own, *target) == (catalog, locale));
        files.extend(new.map(|(_, _, file)| file.clone()));
        for file in &mut files {
            if let Some(text) = self.texts.get(&*file.path) {
                file.text = Arc::from(text.as_str());
            }
        }
        files
    }

    fn keep(&mut self, catalog: usize, locale: usize, name: &str, path: String, text: String) {
        if !self.project.has_file(&path) && !self.new.iter().any(|(_, _, file)| *file.path == *path) {
            let file = File { name: name.to_owned(), path: Arc::from(path.as_str()), text: Arc::from("") };
            self.new.push((catalog, locale, file));
        }
        self.texts.insert(path, text);
    }

    /// What can be told of each text before it is written; the changes that are left, each with the items it is for.
    fn judge(&mut self, sheet: &Sheet, items: &[usize]) -> (Vec<Change>, Vec<Vec<usize>>) {
        let units: HashMap<&str, usize> =
            sheet.units.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
        let mut changes: Vec<Change> = Vec::new();
        let mut made_by: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<(usize, usize), usize> = HashMap::new();
        for at in items {
            let item = &mut self.items[*at];
            let unit = units.get(item.given.unit.as_str()).and_then(|at| Some((*at, sheet.units.get(*at)?)));
            let target = self.project.locales().get(item.locale);
            let found = unit.and_then(|(at, unit)| Some((at, segment_index(unit, &item.given.segment, target)?, unit)));
            let Some((unit_index, index, unit)) = found else {
                item.outcome = Outcome::Refused(Reason::SourceChanged);
                continue;
            };
            let Some(segment) = unit.segments.get(index) else { continue };
            match judge(&item.given, segment) {
                Err(outcome) => item.outcome = outcome,
                Ok(wanted) => match known.get(&(unit_index, index)) {
                    Some(earlier) if changes[*earlier].wanted == wanted => made_by[*earlier].push(*at),
                    Some(_) => item.outcome = Outcome::Refused(Reason::Twice),
                    None => {
                        known.insert((unit_index, index), changes.len());
                        changes.push(Change { unit: unit_index, segment: index, wanted });
                        made_by.push(vec![*at]);
                    }
                },
            }
        }
        (changes, made_by)
    }

    fn note(&mut self, made_by: &[Vec<usize>], results: &[Result<(), Reason>]) {
        for (items, result) in made_by.iter().zip(results) {
            for at in items {
                self.items[*at].outcome = match result {
                    Ok(()) => Outcome::Accepted,
                    Err(reason) => Outcome::Refused(reason.clone()),
                };
            }
        }
    }
}

fn name(given: &Given) -> String {
    let slash = if given.segment.is_empty() || given.segment.starts_with('[') { "" } else { "/" };
    format!("{}#{}{slash}{}", given.original, given.unit, given.segment)
}
