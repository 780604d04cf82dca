//! What templates see. Every name here is one that a user's template may rely on.

use serde::Serialize;

use crate::bidi::controls::{LRM, RLM};
use crate::locale::{Direction, Locale};

/// `site`: the same on all pages of a locale.
#[derive(Debug, Serialize)]
pub(super) struct SiteView {
    pub(super) name: String,
    pub(super) tagline: Option<String>,
    pub(super) lang: String,
    pub(super) dir: Direction,
    /// Its home page.
    pub(super) home: String,
    /// The style sheet.
    pub(super) style: String,
    /// The year of the newest article, in the locale's digits.
    pub(super) year: Option<String>,
    pub(super) contact: Option<ContactView>,
}

/// `site.contact`: the call to patient services.
#[derive(Debug, Serialize)]
pub(super) struct ContactView {
    pub(super) phone: Option<String>,
    /// `tel:` with the number's digits.
    pub(super) phone_href: Option<String>,
    pub(super) email: Option<String>,
    pub(super) url: Option<String>,
}

/// `page`: what a page says of itself.
#[derive(Debug, Default, Serialize)]
pub(super) struct PageView {
    /// `<title>`.
    pub(super) tab: String,
    pub(super) title: String,
    pub(super) description: String,
    /// `website` or `article`, as Open Graph has it.
    pub(super) kind: &'static str,
    pub(super) canonical: Option<String>,
    /// The language versions with their absolute addresses, this page included; last `x-default`.
    pub(super) alternates: Vec<Alternate>,
    pub(super) og_locale: String,
    pub(super) og_alternates: Vec<String>,
    /// Absolute address.
    pub(super) image: Option<String>,
    pub(super) image_alt: Option<String>,
    /// Links to the other versions, in their own words.
    pub(super) languages: Vec<LanguageView>,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
    /// JSON-LD, ready to stand in a `<script>`.
    #[serde(skip)]
    pub(super) json_ld: Option<String>,
}

/// One language version.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Alternate {
    pub(super) hreflang: String,
    pub(super) url: String,
}

/// A link to another language.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LanguageView {
    pub(super) lang: String,
    pub(super) dir: Direction,
    pub(super) href: String,
    /// In that language: "Read this article in English".
    pub(super) text: String,
    /// In that language: "English".
    pub(super) name: String,
    /// Name of the site in that language.
    pub(super) site: String,
}

/// `article`.
#[derive(Debug, Serialize)]
pub(super) struct ArticleView {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) category: Option<String>,
    pub(super) date: Option<DateView>,
    pub(super) author: Option<String>,
    pub(super) image: Option<ImageView>,
    /// The language of the text, where it is not the page's.
    pub(super) lang: Option<String>,
    pub(super) dir: Option<Direction>,
}

/// A date: for machines, and as the locale writes it.
#[derive(Debug, Serialize)]
pub(super) struct DateView {
    pub(super) iso: String,
    pub(super) text: String,
}

/// An image.
#[derive(Debug, Serialize)]
pub(super) struct ImageView {
    pub(super) src: String,
    pub(super) alt: String,
    pub(super) caption: Option<String>,
}

/// A card.
#[derive(Debug, Serialize)]
pub(super) struct CardView {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) teaser: String,
    pub(super) category: Option<String>,
    pub(super) date: Option<DateView>,
    pub(super) image: Option<ImageView>,
    /// The language of its words and of the page that it leads to, where that is not this page's.
    pub(super) lang: Option<String>,
    pub(super) dir: Option<Direction>,
    /// Whether it leads to a page in that language.
    pub(super) elsewhere: bool,
    /// The name of that language, in it.
    pub(super) language: Option<String>,
}

/// `ll_RR`, as Open Graph has it; the likely region where the tag has none.
pub(super) fn open_graph_locale(locale: &Locale) -> String {
    let mut likely = locale.id().clone();
    likely.maximize();
    let language = likely.language.as_str().to_owned();
    likely.region.map_or(language.clone(), |region| format!("{language}_{region}"))
}

/// A title for `<title>`, where no markup can state its direction: one that begins in the other direction gets a mark.
pub(super) fn titled(title: &str, page: Direction) -> String {
    let first = title.chars().find_map(strong);
    match (page, first) {
        (Direction::Rtl, Some(Direction::Ltr)) => format!("{RLM}{title}"),
        (Direction::Ltr, Some(Direction::Rtl)) => format!("{LRM}{title}"),
        _ => title.to_owned(),
    }
}

fn strong(character: char) -> Option<Direction> {
    match unicode_bidi::bidi_class(character) {
        unicode_bidi::BidiClass::L => Some(Direction::Ltr),
        unicode_bidi::BidiClass::R | unicode_bidi::BidiClass::AL => Some(Direction::Rtl),
        _ => None,
    }
}

/// Escapes text for HTML, in content and in quoted attributes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

/// As [`escape`], at the end of `out`.
pub(super) fn escape_into(text: &str, out: &mut String) {
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[start..at]);
        out.push_str(entity);
        start = at + 1;
    }
    out.push_str(&text[start..]);
}

#[cfg(test)]
mod tests {
    use super::{escape, open_graph_locale, titled};
    use crate::locale::{Direction, Locale};

    #[test]
    fn a_title_of_the_other_direction_is_marked() {
        assert_eq!(titled("REACT 2023: مؤتمر", Direction::Rtl), "\u{200F}REACT 2023: مؤتمر");
        assert_eq!(titled("2023: مؤتمر", Direction::Rtl), "2023: مؤتمر");
        assert_eq!(titled("«مؤتمر» in Amman", Direction::Ltr), "\u{200E}«مؤتمر» in Amman");
        assert_eq!(titled("", Direction::Rtl), "");
    }

    #[test]
    fn locales_of_open_graph_have_a_region() {
        let of = |tag: &str| open_graph_locale(&Locale::new(tag).expect("a tag"));
        assert_eq!(of("ar"), "ar_EG");
        assert_eq!(of("ar-JO"), "ar_JO");
        assert_eq!(of("en"), "en_US");
    }

    #[test]
    fn nothing_of_html_is_left() {
        assert_eq!(escape("<a href=\"x\">'&م"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;م");
    }
}
