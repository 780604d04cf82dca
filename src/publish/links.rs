//! Addresses in articles, rewritten to where things are published.

use std::fmt::Write as _;

use crate::project::{Destination, VariantGraph};
use crate::publish::plan::Plan;

/// Files beside articles that a page may take with it; sources and configuration stay at home.
const MEDIA: &[&str] = &[
    "avif", "csv", "docx", "gif", "jpeg", "jpg", "m4a", "mp3", "mp4", "odt", "ogg", "pdf", "png", "pptx", "svg", "txt",
    "vtt", "webm", "webp", "xlsx", "zip",
];

/// The addresses of one text.
#[derive(Clone, Copy)]
pub(super) struct Links<'p, 'a> {
    pub(super) plan: &'p Plan<'a>,
    pub(super) article: usize,
    /// The locale of the page.
    pub(super) page: usize,
    /// The locale of the text, which is the source's where a translation is missing.
    pub(super) text: usize,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target<'p> {
    pub(super) href: String,
    /// The language of the page that it leads to, where that is not this page's.
    pub(super) hreflang: Option<&'p str>,
    /// A file of the project that has to be copied.
    pub(super) asset: Option<String>,
}

impl Target<'_> {
    fn to(href: String) -> Self {
        Self { href, hreflang: None, asset: None }
    }
}

impl<'p> Links<'p, '_> {
    fn graph(&self) -> &'p VariantGraph<'_> {
        self.plan.graph
    }

    /// Where a link leads; `None` for an address that could run something.
    pub(super) fn link(&self, destination: &str) -> Option<Target<'p>> {
        match self.graph().resolve(self.article, self.text, destination) {
            Destination::Article { article, locale, fragment } => {
                let found = self.article(article, locale, fragment.as_deref());
                found.or_else(|| self.as_written(destination))
            }
            Destination::File(path) => self.at_file(&path).or_else(|| self.as_written(destination)),
            Destination::Fragment(fragment) => Some(Target::to(format!("#{}", encode_fragment(&fragment)))),
            Destination::External | Destination::Unknown | Destination::Nowhere => self.as_written(destination),
        }
    }

    /// Where an image, or another file, is published.
    pub(super) fn file(&self, destination: &str) -> Option<Target<'p>> {
        match self.graph().resolve(self.article, self.text, destination) {
            Destination::File(path) => self.at_file(&path).or_else(|| self.as_written(destination)),
            _ => self.as_written(destination),
        }
    }

    /// The page in this page's language, or in the language that exists. A link between the versions of one article
    /// means the version that it names.
    fn article(&self, article: usize, named: Option<usize>, fragment: Option<&str>) -> Option<Target<'p>> {
        let wanted = if article == self.article { named.unwrap_or(self.page) } else { self.page };
        let slot = |locale: usize| Some((locale, self.plan.slot(article, locale)?));
        let others = named.and_then(slot).or_else(|| slot(0)).or_else(|| self.plan.versions(article).next());
        let (locale, slot) = slot(wanted).or(others)?;
        let mut href = slot.href.clone();
        if let Some(fragment) = fragment {
            let _ = write!(href, "#{}", encode_fragment(fragment));
        }
        let hreflang = (locale != self.page).then(|| self.plan.project.locales()[locale].tag());
        Some(Target { href, hreflang, asset: None })
    }

    fn at_file(&self, path: &str) -> Option<Target<'p>> {
        let prefix = &self.plan.prefix;
        if let Some(below) = static_path(self.plan, path) {
            return Some(Target::to(format!("{prefix}/{}", encode_path(below))));
        }
        let extension = path.rsplit_once('.')?.1.to_ascii_lowercase();
        (MEDIA.contains(&extension.as_str()) && is_safe_path(path)).then(|| Target {
            href: format!("{prefix}/{}", encode_path(path)),
            hreflang: None,
            asset: Some(path.to_owned()),
        })
    }

    fn as_written(&self, destination: &str) -> Option<Target<'p>> {
        let destination = destination.trim();
        if !is_harmless(destination) {
            return None;
        }
        let below = destination.starts_with('/') && !destination.starts_with("//");
        Some(Target::to(if below { format!("{}{destination}", self.plan.prefix) } else { destination.to_owned() }))
    }
}

/// The path below the static folder.
pub(super) fn static_path<'f>(plan: &Plan<'_>, path: &'f str) -> Option<&'f str> {
    let folder = plan.project.config().site.as_ref()?.static_folder.as_deref()?.trim_matches('/');
    path.strip_prefix(folder)?.strip_prefix('/')
}

/// Whether an address runs nothing: it has no scheme, or one that leads to a page, a letter or a call.
pub(super) fn is_harmless(destination: &str) -> bool {
    // Browsers drop control characters and white space in front of and inside a scheme.
    let clean: String = destination.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let head = clean.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        None => true,
        Some((scheme, _)) => ["http", "https", "mailto", "tel", "sms", "whatsapp", "geo"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known)),
    }
}

/// Whether a path stays below the folder that it is joined to, on any system.
pub(super) fn is_safe_path(path: &str) -> bool {
    let is_safe = |part: &str| {
        let odd = |c: char| c.is_control() || matches!(c, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
        !part.is_empty() && !part.starts_with('.') && !part.contains(odd) && part.len() <= 255
    };
    path.split('/').all(is_safe)
}

/// Percent-encodes a path; `/` stays.
pub(super) fn encode_path(path: &str) -> String {
    encode(path, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~'))
}

/// Percent-encodes what a fragment must not hold; letters of all scripts stay readable.
pub(super) fn encode_fragment(fragment: &str) -> String {
    encode(fragment, |byte| {
        byte >= 0x80 || (byte.is_ascii_graphic() && !matches!(byte, b'"' | b'%' | b'<' | b'>' | b'`' | b'#'))
    })
}

fn encode(text: &str, keeps: fn(u8) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        let mut bytes = [0; 4];
        for byte in character.encode_utf8(&mut bytes).bytes() {
            if !keeps(byte) {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
        if bytes[..character.len_utf8()].iter().all(|byte| keeps(*byte)) {
            encoded.push(character);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{encode_fragment, encode_path, is_harmless, is_safe_path};

    #[test]
    fn only_harmless_schemes_pass() {
        for good in
            ["https://a.example", "/a:b", "a/b", "#x", "mailto:a@b.example", "TEL:+123", "?a=b:c", "", "ملف.pdf"]
        {
            assert!(is_harmless(good), "{good:?}");
        }
        for bad in [
            "javascript:alert(1)",
            " JaVa\tScript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "\u{1}javascript:x",
            "file:///etc",
        ] {
            assert!(!is_harmless(bad), "{bad:?}");
        }
    }

    #[test]
    fn paths_and_fragments_are_encoded() {
        assert_eq!(encode_path("a b/م.png"), "a%20b/%D9%85.png");
        assert_eq!(encode_fragment("المواعيد \"1\""), "المواعيد%20%221%22");
    }

    #[test]
    fn paths_stay_inside() {
        assert!(is_safe_path("articles/a/صورة.png"));
        for bad in ["", "../a", "a/../b", "/a", "a/", "a/.git/b", "C:/a", "a\nb"] {
            assert!(!is_safe_path(bad), "{bad:?}");
        }
    }
}
