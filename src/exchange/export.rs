//! What goes out: a sheet for each source file.

use rayon::prelude::*;

use crate::error::Error;
use crate::exchange::article;
use crate::exchange::message::{self, File, Request};
use crate::exchange::unit::Sheet;
use crate::project::{Catalog, MessageFile, Project};
use crate::words::Words;

/// What a sheet would be of.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Path of the source's file.
    pub source: &'a str,
    /// Path of the translation, be it there or not.
    pub target: &'a str,
    /// An article's key.
    pub article: Option<&'a str>,
}

/// Reads what is to be translated into the locale of this index in [`Project::locales`]: of each source file that
/// `chosen` takes a sheet, articles first, in the project's order. Notes are in the language of `words`.
///
/// # Errors
/// When a file cannot be read.
pub fn export(
    project: &Project,
    locale: usize,
    chosen: &(dyn Fn(&Subject<'_>) -> bool + Sync),
    words: &Words,
) -> Result<Vec<Sheet>, Error> {
    let articles = project.articles().par_iter().filter_map(|own| {
        let source = own.source()?;
        let target = project.expected_path(own, locale)?;
        let subject = Subject { source: &source.path, target: &target, article: Some(&own.key) };
        if !chosen(&subject) {
            return None;
        }
        article::load(project, own, locale, Some(words)).map(|loaded| loaded.map(|loaded| loaded.sheet)).transpose()
    });
    let mut sheets = articles.collect::<Result<Vec<Sheet>, Error>>()?;
    let Some(target) = project.locales().get(locale) else { return Ok(sheets) };
    for catalog in project.catalogs() {
        let targets = files(catalog, locale);
        for source in catalog.locales.first().iter().flat_map(|own| &own.files) {
            let home = project.expected_messages_path(catalog, locale, &source.name).unwrap_or_default();
            if chosen(&Subject { source: &source.path, target: &home, article: None }) {
                let (source, targets) = (file(source), targets.clone());
                let request = Request { source: &source, targets, home, locale: target, words: Some(words) };
                sheets.push(message::load(request).sheet);
            }
        }
    }
    sheets.retain(|sheet| !sheet.units.is_empty());
    Ok(sheets)
}

/// The message files of a locale.
pub(super) fn files(catalog: &Catalog, locale: usize) -> Vec<File> {
    catalog.locales.get(locale).map(|own| own.files.iter().map(file).collect()).unwrap_or_default()
}

pub(super) fn file(file: &MessageFile) -> File {
    File { name: file.name.clone(), path: file.path.clone(), text: file.text.clone() }
}
