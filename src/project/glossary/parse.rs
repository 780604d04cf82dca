//! Reads `glossary.toml`; every mistake has its line and column and says what to write instead.

use std::collections::HashMap;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, Glossary, Wording};
use crate::error::{Error, Kind};
use crate::locale::Locale;
use crate::source::{LineIndex, Span};
use crate::text::normalize::fold;
use crate::text::term::{Morphology, Term, Terms};

/// Wordings of the source, each with its place.
type Wordings = Vec<(usize, String, Term)>;

/// A mistake and where it stands.
type Fault = (usize, String);

impl Glossary {
    /// Reads the text of the glossary, which stands at `path` and is called `name` in the project. `locales` are the
    /// project's: the source, then the targets.
    pub(crate) fn parse(path: &Path, name: &str, text: &str, locales: &[Locale]) -> Result<Self, Error> {
        let fault = |(offset, reason): Fault| -> Error {
            let at = LineIndex::new(text).position(text, Span::at(offset).start);
            Kind::Config { path: path.to_owned(), at, reason }.into()
        };
        let tree = DeTable::parse(text).map_err(|error| {
            let reason = error.message().split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
            fault((error.span().map_or(0, |span| span.start), reason))
        })?;
        let languages = Languages::of(locales);
        let (entries, sources) = entries(tree.get_ref(), &languages).map_err(fault)?;
        let (owners, terms) = sources.into_iter().unzip();
        let terms = Terms::new(terms);
        let Languages { source, targets, .. } = languages;
        Ok(Self { path: name.to_owned(), entries, source, targets, terms, owners })
    }
}

/// What the tags of the file may name.
struct Languages {
    source: Morphology,
    targets: Vec<Morphology>,
    /// Tags of the targets, and of their languages alone.
    tags: Vec<(String, Vec<usize>)>,
}

impl Languages {
    fn of(locales: &[Locale]) -> Self {
        let targets = locales.get(1..).unwrap_or_default();
        let mut tags: Vec<(String, Vec<usize>)> =
            targets.iter().enumerate().map(|(at, locale)| (locale.tag().to_owned(), vec![at])).collect();
        for (at, locale) in targets.iter().enumerate() {
            let language = locale.id().language.as_str();
            if language == locale.tag() {
                continue;
            }
            match tags.iter_mut().find(|(tag, _)| tag == language) {
                Some((_, indices)) => indices.push(at),
                None => tags.push((language.to_owned(), vec![at])),
            }
        }
        let source = locales.first().map_or(Morphology::None, |locale| Morphology::of(locale.id()));
        Self { source, targets: targets.iter().map(|locale| Morphology::of(locale.id())).collect(), tags }
    }

    /// The targets that a tag names.
    fn targets(&self, key: &Spanned<std::borrow::Cow<'_, str>>, beside: &[&str]) -> Result<&[usize], Fault> {
        let given = key.get_ref();
        let known = || self.tags.iter().map(|(tag, _)| tag.as_str());
        if let Some((_, indices)) = self.tags.iter().find(|(tag, _)| tag == given) {
            return Ok(indices);
        }
        Err((key.span().start, unknown(given, &known().chain(beside.iter().copied()).collect::<Vec<_>>())))
    }
}

fn unknown(given: &str, known: &[&str]) -> String {
    let likeness = |name: &&str| (strsim::jaro_winkler(given, name), (*name).to_owned());
    let nearest = known.iter().map(likeness).filter(|(alike, _)| *alike > 0.75).max_by(|a, b| a.0.total_cmp(&b.0));
    let list = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let hint = nearest.map_or(String::new(), |(_, name)| format!("; did you mean `{name}`?"));
    format!("unknown field `{given}`, expected one of {list}{hint}")
}

/// The wordings of the source with the entries that they belong to.
type Sources = Vec<(usize, Term)>;

fn entries(tree: &DeTable<'_>, languages: &Languages) -> Result<(Vec<Entry>, Sources), Fault> {
    let mut tables = Vec::new();
    for (key, value) in tree.iter() {
        let is_name = match key.get_ref().as_ref() {
            "term" => false,
            "name" => true,
            other => return Err((key.span().start, unknown(other, &["name", "term"]))),
        };
        let wrong = || (value.span().start, format!("write each as a table of its own: [[{}]]", key.get_ref()));
        let DeValue::Array(items) = value.get_ref() else { return Err(wrong()) };
        for item in items.iter() {
            let DeValue::Table(table) = item.get_ref() else { return Err(wrong()) };
            tables.push((item.span().start, is_name, table));
        }
    }
    tables.sort_by_key(|(start, ..)| *start);
    let (mut entries, mut sources) = (Vec::new(), Vec::new());
    let mut seen: HashMap<String, ()> = HashMap::new();
    for (start, is_name, table) in tables {
        let (entry, wordings) = entry(start, is_name, table, languages)?;
        for (place, text, term) in wordings {
            if seen.insert(fold(&text).into_owned(), ()).is_some() {
                return Err((place, format!("{text:?} is listed twice")));
            }
            sources.push((entries.len(), term));
        }
        entries.push(entry);
    }
    Ok((entries, sources))
}

fn entry(start: usize, is_name: bool, table: &DeTable<'_>, languages: &Languages) -> Result<(Entry, Wordings), Fault> {
    let own = if is_name { "keep" } else { "source" };
    let beside: &[&str] = if is_name { &["keep"] } else { &["forbidden", "source"] };
    let none = || vec![Vec::new(); languages.targets.len()];
    let mut entry = Entry { label: String::new(), is_name, has_source: false, approved: none(), forbidden: none() };
    let mut sources = Vec::new();
    for (key, value) in table.iter() {
        match key.get_ref().as_ref() {
            name if name == own => {
                let morphology = if is_name { Morphology::None } else { languages.source };
                if is_name && !matches!(value.get_ref(), DeValue::String(_)) {
                    return Err((value.span().start, "`keep` is one name, written as a string".to_owned()));
                }
                sources = wordings(own, value, morphology)?;
            }
            "forbidden" if !is_name => {
                let DeValue::Table(tags) = value.get_ref() else {
                    let reason = "write what is forbidden by language, like forbidden.ar = [\"…\"]";
                    return Err((value.span().start, reason.to_owned()));
                };
                for (tag, value) in tags.iter() {
                    fill(&mut entry.forbidden, languages.targets(tag, &[])?, tag.get_ref(), value, languages)?;
                }
            }
            tag => fill(&mut entry.approved, languages.targets(key, beside)?, tag, value, languages)?,
        }
    }
    entry.has_source = !sources.is_empty();
    let first = entry.forbidden.iter().flatten().map(|wording| wording.text.clone()).next();
    match sources.first().map(|(_, text, _)| text.clone()).or(first.filter(|_| !is_name)) {
        Some(label) => entry.label = label,
        None => return Err((start, format!("missing field `{own}`"))),
    }
    Ok((entry, sources))
}

/// Adds wordings to the targets that a tag names; the tag of a region comes before that of its language.
fn fill(
    to: &mut [Vec<Wording>],
    targets: &[usize],
    tag: &str,
    value: &Spanned<DeValue<'_>>,
    languages: &Languages,
) -> Result<(), Fault> {
    for target in targets {
        let morphology = languages.targets.get(*target).copied().unwrap_or(Morphology::None);
        let read = wordings(tag, value, morphology)?;
        if let Some(list) = to.get_mut(*target) {
            list.extend(read.into_iter().map(|(_, text, term)| Wording { text, term }));
        }
    }
    Ok(())
}

/// A string or a list of strings, each with its place.
fn wordings(name: &str, value: &Spanned<DeValue<'_>>, morphology: Morphology) -> Result<Wordings, Fault> {
    let wrong = |place: usize| (place, format!("`{name}` is a string, or a list of strings that is not empty"));
    let one = |value: &Spanned<DeValue<'_>>| {
        let place = value.span().start;
        let DeValue::String(text) = value.get_ref() else { return Err(wrong(place)) };
        let text = text.trim().to_owned();
        let term = Term::new(&text, morphology).ok_or_else(|| (place, format!("{text:?} holds no word")))?;
        Ok((place, text, term))
    };
    match value.get_ref() {
        DeValue::Array(items) if !items.is_empty() => items.iter().map(one).collect(),
        DeValue::Array(_) => Err(wrong(value.span().start)),
        _ => Ok(vec![one(value)?]),
    }
}
