//! Formatting messages: right in Arabic, never silent about what was missing, never a panic.

mod builder;
mod choose;
mod date;
mod functions;
mod isolate;
mod number;
mod problem;
mod resolve;
mod say;
mod served;

use std::sync::Arc;

pub use builder::LocalizerBuilder;
pub use date::Date;
pub use fluent::{FluentArgs, FluentValue};
pub(super) use functions::unescape;
pub use isolate::Isolation;
pub use problem::Problem;

use crate::locale::{Direction, Locale};
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
    #[must_use]
    pub fn negotiate(&self, requested: &[impl AsRef<str>]) -> Self {
        Self { chain: builder::negotiate(&self.all, requested), ..self.clone() }
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
    pub fn format(&self, id: &str, args: &FluentArgs<'_>) -> Formatted {
        self.format_with(id, args, self.isolation)
    }

    /// The message `id` for another sink.
    #[must_use]
    pub fn format_with(&self, id: &str, args: &FluentArgs<'_>, isolation: Isolation) -> Formatted {
        let mut problems = Vec::new();
        for (place, served) in self.chain.iter().enumerate() {
            if let Some(pattern) = served.part(id) {
                let resolver = Resolver::new(&self.chain[place..], id, isolation, problems);
                let (text, problems) = resolver.format(pattern, args);
                return Formatted { text, served: Arc::clone(served), problems };
            }
            problems.push(Problem::MissingMessage { id: id.to_owned(), locale: served.locale.tag().to_owned() });
        }
        let text = if isolation == Isolation::Html { isolate::escape(id) } else { id.to_owned() };
        Formatted { text, served: Arc::clone(&self.chain[self.chain.len() - 1]), problems }
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
