//! What a rule is, and where it puts what it sees.

use std::sync::OnceLock;

use crate::article::{Alignment, Document};
use crate::check::rules::article::terms::Found;
use crate::check::{Finding, Fix, Severity, Unit};
use crate::locale::Locale;
use crate::message::{CatalogView, Entry};
use crate::phrase::Phrase;
use crate::project::records::{Change, Comparison, State};
use crate::project::{Article, Catalog, Collection, Project, Record, Uses, VariantGraph};
use crate::source::Place;

/// A rule: one thing that mizan looks for.
///
/// Each rule is a file under `check/rules/`, declared with `declare_rule!`; its
/// doc comment is the text of `mizan explain` and of the rules page.
#[derive(Debug)]
pub struct Rule {
    /// `room/fault`, kebab-case.
    pub name: &'static str,
    /// The severity proposed.
    pub severity: Severity,
    /// Its documentation, in Markdown: What it does / Why / Example / Instead, and Fix safety where it has a fix.
    pub documentation: &'static str,
    /// How it looks.
    pub look: Look,
}

/// What a rule looks at. Every kind but the last may run on many threads at once.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// Each locale's catalog by itself, the source's included.
    Catalog(fn(&CatalogLook<'_>, &mut Sink<'_>)),
    /// Each target catalog against the source catalog.
    CatalogPair(fn(&CatalogPairLook<'_>, &mut Sink<'_>)),
    /// Each catalog in all its locales, against the programs and templates that use it.
    Uses(fn(&UsesLook<'_>, &mut Sink<'_>)),
    /// Each variant by itself.
    Variant(fn(&VariantLook<'_>, &mut Sink<'_>)),
    /// Each target variant against its source variant, aligned.
    Pair(fn(&PairLook<'_>, &mut Sink<'_>)),
    /// Each article's set of files, without reading them.
    Article(fn(&ArticleLook<'_>, &mut Sink<'_>)),
    /// Each rule that a comment in a file allows, once all other rules have looked.
    Allowance(fn(&AllowanceLook<'_>, &mut Sink<'_>)),
    /// Each variant's links and address, once all variants are known.
    Graph(fn(&GraphLook<'_>, &mut Sink<'_>)),
}

/// A rule that a comment allows.
#[derive(Debug)]
pub struct AllowanceLook<'a> {
    /// Its name as written.
    pub rule: &'a str,
    /// Whether there is such a rule.
    pub is_known: bool,
    /// Whether the rule looked at all that the comment covers, and found nothing in it.
    pub allows_nothing: bool,
    /// Where the name stands.
    pub place: &'a Place,
    /// The article's key, or the path of the file of messages.
    pub owner: &'a str,
}

/// A locale's catalog.
#[derive(Debug)]
pub struct CatalogLook<'a> {
    /// The project.
    pub project: &'a Project,
    /// The locale.
    pub locale: &'a Locale,
    /// Its messages.
    pub catalog: &'a CatalogView<'a>,
    /// The source's messages; the same where this is the source.
    pub source: &'a CatalogView<'a>,
}

impl<'a> CatalogLook<'a> {
    /// The source's messages, where this is a target.
    #[must_use]
    pub fn of_source(&self) -> Option<&'a CatalogView<'a>> {
        (!std::ptr::eq(self.source, self.catalog)).then_some(self.source)
    }
}

/// A target catalog against the source catalog.
#[derive(Debug)]
pub struct CatalogPairLook<'a> {
    /// The project.
    pub project: &'a Project,
    /// The target locale.
    pub locale: &'a Locale,
    /// The source's messages.
    pub source: &'a CatalogView<'a>,
    /// The target's messages.
    pub target: &'a CatalogView<'a>,
    /// Indices of the messages that both have.
    shared: Vec<(u32, u32)>,
}

impl<'a> CatalogPairLook<'a> {
    pub(crate) fn new(
        project: &'a Project,
        locale: &'a Locale,
        source: &'a CatalogView<'a>,
        target: &'a CatalogView<'a>,
    ) -> Self {
        Self { project, locale, source, target, shared: source.shared_with(target) }
    }

    /// Each message (no term) of the source with that of the target, where both have it.
    pub fn shared(&self) -> impl Iterator<Item = (&'a Entry<'a>, &'a Entry<'a>)> {
        let entry = |catalog: &'a CatalogView<'a>, at: u32| catalog.entries().get(at as usize);
        self.shared
            .iter()
            .filter_map(move |(source, target)| Some((entry(self.source, *source)?, entry(self.target, *target)?)))
    }
}

/// A catalog in all its locales, and where it is used.
#[derive(Debug)]
pub struct UsesLook<'a> {
    /// The project.
    pub project: &'a Project,
    /// The catalog.
    pub catalog: &'a Catalog,
    /// Its messages by locale; the source's first.
    pub views: &'a [CatalogView<'a>],
    /// What its `used-in` files say.
    pub uses: &'a Uses,
}

/// An article's set of files.
#[derive(Debug)]
pub struct ArticleLook<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its collection.
    pub collection: &'a Collection,
    /// The article.
    pub article: &'a Article,
}

/// One variant.
#[derive(Debug)]
pub struct VariantLook<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its collection.
    pub collection: &'a Collection,
    /// The article.
    pub article: &'a Article,
    /// Index of its locale in `Project::locales`.
    pub locale_index: usize,
    /// Its locale.
    pub locale: &'a Locale,
    /// Its content.
    pub document: &'a Document,
    /// The source's content, where this is a target and the source exists.
    pub source: Option<&'a Document>,
}

/// A target variant against its source variant.
#[derive(Debug)]
pub struct PairLook<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its collection.
    pub collection: &'a Collection,
    /// The article.
    pub article: &'a Article,
    /// The source locale.
    pub source_locale: &'a Locale,
    /// The target locale.
    pub locale: &'a Locale,
    /// The source.
    pub source: &'a Document,
    /// The target.
    pub target: &'a Document,
    /// Which segments belong together.
    pub alignment: &'a Alignment,
    /// How the target stands to what was recorded of its source.
    pub recorded: Recorded<'a>,
    /// Whether the target is mostly not translated: rules that compare texts then stay quiet.
    pub mostly_untranslated: bool,
    /// Terms and names of the glossary that the source has; filled by the first rule that asks.
    pub(crate) terms: OnceLock<Vec<Found>>,
}

impl PairLook<'_> {
    /// Whether both can be read and are compared.
    pub(crate) fn is_compared(&self) -> bool {
        let can_be_read = |document: &Document| document.front.fault.is_none();
        !self.mostly_untranslated && can_be_read(self.source) && can_be_read(self.target)
    }
}

/// What is recorded of a translation.
#[derive(Clone, Debug)]
pub enum Recorded<'a> {
    /// The project keeps no records.
    NotKept,
    /// It keeps some, but none of this translation; where the file was renamed, the path that has its record.
    Unrecorded(Option<&'a str>),
    /// The record, and what has changed since.
    Record(&'a Record, Comparison),
}

impl Recorded<'_> {
    /// The changes of the source since the record; none without one.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::Record(_, comparison) => &comparison.changes,
            _ => &[],
        }
    }

    /// The state of the translation, where it has a record.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        match self {
            Self::Record(_, comparison) => Some(comparison.state),
            _ => None,
        }
    }
}

/// One variant among all others.
#[derive(Debug)]
pub struct GraphLook<'a> {
    /// All variants.
    pub graph: &'a VariantGraph<'a>,
    /// Index of the article in `Project::articles`.
    pub article: usize,
    /// Index of the locale in `Project::locales`.
    pub locale: usize,
}

/// Where a rule puts what it sees.
#[derive(Debug)]
pub struct Sink<'a> {
    rule: &'static Rule,
    locale: &'a str,
    found: &'a mut Vec<Finding>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(rule: &'static Rule, locale: &'a str, found: &'a mut Vec<Finding>) -> Self {
        Self { rule, locale, found }
    }

    /// Reports a finding at a place; the returned value takes further details.
    pub fn report(&mut self, place: Place, unit: Unit, message: Phrase) -> &mut Finding {
        self.found.push(Finding {
            rule: self.rule.name,
            severity: self.rule.severity,
            place,
            related: None,
            locale: self.locale.to_owned(),
            unit,
            message,
            help: None,
            fix: None,
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}

impl Finding {
    /// Adds what to do.
    pub fn help(&mut self, help: Phrase) -> &mut Self {
        self.help = Some(help);
        self
    }

    /// Adds the place that explains this one.
    pub fn related(&mut self, place: Place) -> &mut Self {
        self.related = Some(place);
        self
    }

    /// Adds a safe edit.
    pub fn fix(&mut self, fix: Fix) -> &mut Self {
        self.fix = Some(fix);
        self
    }
}

/// Declares a rule: its doc comment becomes [`Rule::documentation`].
macro_rules! declare_rule {
    ($(#[doc = $doc:expr])+ $vis:vis static $name:ident = ($rule:literal, $severity:ident, $look:ident($check:path));) => {
        $(#[doc = $doc])+
        $vis static $name: $crate::check::Rule = $crate::check::Rule {
            name: $rule,
            severity: $crate::check::Severity::$severity,
            documentation: concat!($($doc, "\n"),+),
            look: $crate::check::Look::$look($check),
        };
    };
}
pub(crate) use declare_rule;
