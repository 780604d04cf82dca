//! Formatting messages: right in Arabic, never silent about what was missing, never a panic.

mod amount;
mod builder;
mod chain;
mod choose;
mod date;
mod dates;
mod isolate;
mod number;
mod numbers;
mod problem;
mod resolve;
mod say;
mod served;
mod shape;
mod values;

use std::borrow::Borrow;
use std::sync::Arc;

pub use builder::LocalizerBuilder;
pub use date::{Date, DateTime};
pub use fluent::{FluentArgs, FluentValue};
pub use isolate::Isolation;
pub use problem::Problem;
pub(super) use values::unescape;

use crate::error::Error;
use crate::locale::{Direction, Locale};
use chain::Request;
use resolve::Resolver;
use served::Served;

/// Formats messages in the first locale of its chain that has them. Cheap to clone, shared between threads; a locale's
/// texts are parsed when first asked for.
///
/// ```
/// use mizan::locale::Locale;
/// use mizan::message::{Isolation, Localizer};
///
/// let en = "checked = { $count ->
///     [one] One article checked
///    *[other] { $count } articles checked
/// }";
/// let ar = "checked = { $count ->
///     [zero] لم يُفحص أي مقال
///     [one] فُحص مقال واحد
///     [two] فُحص مقالان
///     [few] فُحصت { $count } مقالات
///     [many] فُحص { $count } مقالًا
///    *[other] فُحص { $count } مقال
/// }";
/// let messages = Localizer::builder()
///     .add(&Locale::new("en")?, en)
///     .add(&Locale::new("ar")?, ar)
///     .build();
/// let arabic = messages.negotiate(&["ar-EG"]);
/// assert_eq!(arabic.chain().map(Locale::tag).collect::<Vec<_>>(), ["ar", "en"]);
/// let text = arabic.format("checked", &mizan::args! { count => 111 });
/// assert_eq!(text.as_str(), "فُحص 111 مقالًا");
/// assert!(text.problems().is_empty());
/// # Ok::<(), mizan::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Localizer {
    /// All locales, in the order added; the first is the last resort.
    all: Arc<[Arc<Served>]>,
    chain: Arc<[Arc<Served>]>,
    isolation: Isolation,
}

/// A formatted message.
#[derive(Clone, Debug)]
pub struct Formatted {
    text: String,
    served: Arc<Served>,
    problems: Vec<Problem>,
}

impl Localizer {
    /// Starts with no locale.
    #[must_use]
    pub fn builder() -> LocalizerBuilder {
        LocalizerBuilder::default()
    }

    /// The same texts for a reader who asks for `requested`, best first: the locales that serve the request, then the
    /// source. Tags that are none are passed over.
    ///
    /// A locale serves a request for its language in its script: `ar` serves `ar-EG`, `zh` does not serve `zh-Hant`. A
    /// reader may ask for digits and a calendar, which then go before the locale's policy: `ar-EG-u-nu-arab`,
    /// `ar-u-ca-islamic-umalqura`.
    ///
    /// ```
    /// use mizan::locale::Locale;
    /// use mizan::message::Localizer;
    ///
    /// let messages = Localizer::builder()
    ///     .add(&Locale::new("en")?, "n = { $n }")
    ///     .add(&Locale::new("ar")?, "n = { $n }")
    ///     .add(&Locale::new("he")?, "n = { $n }")
    ///     .build();
    /// let tags = |requested: &[&str]| {
    ///     messages.negotiate(requested).chain().map(|locale| locale.tag().to_owned()).collect::<Vec<_>>()
    /// };
    /// assert_eq!(tags(&["iw-IL", "ar"]), ["he", "ar", "en"]);
    /// assert_eq!(tags(&["fr"]), ["en"]);
    /// let arabic = messages.negotiate(&["ar-EG-u-nu-arab"]);
    /// assert_eq!(arabic.format("n", mizan::args! { n => 20 }).as_str(), "٢٠");
    /// # Ok::<(), mizan::Error>(())
    /// ```
    #[must_use]
    pub fn negotiate(&self, requested: &[impl AsRef<str>]) -> Self {
        let requested: Vec<_> = requested.iter().filter_map(|tag| Request::read(tag.as_ref()).ok()).collect();
        Self { chain: chain::negotiate(&self.all, &requested), ..self.clone() }
    }

    /// The same as [`Localizer::negotiate`], but each of `requested` must be a language tag.
    ///
    /// # Errors
    /// When one is not.
    pub fn try_negotiate(&self, requested: &[impl AsRef<str>]) -> Result<Self, Error> {
        let requested: Vec<_> = requested.iter().map(|tag| Request::read(tag.as_ref())).collect::<Result<_, _>>()?;
        Ok(Self { chain: chain::negotiate(&self.all, &requested), ..self.clone() })
    }

    /// The same texts with exactly this chain, best first: nothing is negotiated, and the source serves only where it is
    /// named. Without tags, the source alone.
    ///
    /// ```
    /// use mizan::locale::Locale;
    /// use mizan::message::Localizer;
    ///
    /// let messages = Localizer::builder().add(&Locale::new("en")?, "").add(&Locale::new("ar")?, "").build();
    /// let arabic = messages.with_chain(&["ar"])?;
    /// assert_eq!(arabic.chain().map(Locale::tag).collect::<Vec<_>>(), ["ar"]);
    /// assert!(messages.with_chain(&["ar", "fr"]).is_err());
    /// # Ok::<(), mizan::Error>(())
    /// ```
    ///
    /// # Errors
    /// When a tag is none, or names no locale of this localizer.
    pub fn with_chain(&self, tags: &[impl AsRef<str>]) -> Result<Self, Error> {
        Ok(Self { chain: chain::explicit(&self.all, tags)?, ..self.clone() })
    }

    /// The same texts with another isolation.
    #[must_use]
    pub fn with_isolation(&self, isolation: Isolation) -> Self {
        Self { isolation, ..self.clone() }
    }

    /// The locales that are asked for a message, in order.
    pub fn chain(&self) -> impl Iterator<Item = &Locale> {
        self.chain.iter().map(|served| &served.locale)
    }

    /// The first locale of the chain.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.chain[0].locale
    }

    /// Whether some locale of the chain has this message or attribute (`id.attribute`).
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.chain.iter().any(|served| served.part(id).is_some())
    }

    /// The message `id`, or its attribute `id.attribute`, with the isolation of this localizer.
    ///
    /// A message that no locale has gives its id, and a problem.
    #[must_use]
    pub fn format<'a>(&self, id: &str, args: impl Borrow<FluentArgs<'a>>) -> Formatted {
        self.format_with(id, args, self.isolation)
    }

    /// The message `id` for another sink.
    #[must_use]
    pub fn format_with<'a>(&self, id: &str, args: impl Borrow<FluentArgs<'a>>, isolation: Isolation) -> Formatted {
        let mut problems = Vec::new();
        for (place, served) in self.chain.iter().enumerate() {
            if let Some(pattern) = served.part(id) {
                let resolver = Resolver::new(&self.chain, place, id, isolation, problems);
                let (text, problems) = resolver.format(pattern, args.borrow());
                return Formatted { text, served: Arc::clone(served), problems };
            }
            problems.push(Problem::MissingMessage { id: id.to_owned(), locale: served.locale.tag().to_owned() });
        }
        let served = &self.chain[self.chain.len() - 1];
        Formatted { text: isolate::alone(id, isolation, served.direction), served: Arc::clone(served), problems }
    }
}

impl Formatted {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text, taken.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// The locale that served it.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.served.locale
    }

    /// The direction of that locale.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.served.direction
    }

    /// What was missing or wrong; where it is empty, the text is as its translator meant it.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl std::fmt::Display for Formatted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests;
