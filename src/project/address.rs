//! Addresses as they are written in links.

use unicode_normalization::UnicodeNormalization;

/// A path with its fragment, percent-decoded; the query is dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathAndFragment {
    pub(super) path: String,
    pub(super) fragment: Option<String>,
}

/// How an address is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Another site, or no page at all (`mailto:`, `tel:`).
    External,
    /// A generator's template makes the address: `{{ … }}`.
    Template,
    /// `#fragment`.
    Fragment(String),
    /// Zola's `@/path.md`, without `@/`.
    Content(PathAndFragment),
    /// Begins with `/`, or lies below the site's base.
    Absolute(PathAndFragment),
    /// Anything else.
    Relative(PathAndFragment),
}

/// Reads an address; `base` is the site's own.
pub(super) fn read(destination: &str, base: Option<&str>) -> Written {
    let destination = destination.trim();
    if destination.contains("{{") || destination.contains("{%") || destination.contains("<%") {
        return Written::Template;
    }
    if let Some(fragment) = destination.strip_prefix('#') {
        return Written::Fragment(decode(fragment));
    }
    if destination.starts_with("//") {
        return Written::External;
    }
    if has_scheme(destination) {
        let below = base.and_then(|base| destination.strip_prefix(base.trim_end_matches('/')));
        return match below {
            Some(path) if path.starts_with('/') => Written::Absolute(split(path)),
            Some("") => Written::Absolute(split("/")),
            _ => Written::External,
        };
    }
    if let Some(path) = destination.strip_prefix("@/") {
        return Written::Content(split(path));
    }
    if destination.starts_with('/') {
        Written::Absolute(split(below_base(destination, base)))
    } else {
        Written::Relative(split(destination))
    }
}

/// The part of `/news/ar/x/` that lies below a base like `https://example.org/news`; the whole where it does not.
fn below_base<'a>(destination: &'a str, base: Option<&str>) -> &'a str {
    let host_and_path = base.and_then(|base| base.split_once("://")).map_or("", |(_, rest)| rest.trim_end_matches('/'));
    let prefix = host_and_path.find('/').map_or("", |at| &host_and_path[at..]);
    match destination.strip_prefix(prefix) {
        Some("") => "/",
        Some(rest) if rest.starts_with('/') => rest,
        _ => destination,
    }
}

/// `name:` before any `/`, `?` or `#`; `name@host` is a mail address.
fn has_scheme(destination: &str) -> bool {
    let head = destination.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = head.split_once(':').is_some_and(|(name, _)| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'))
    });
    scheme || (head.contains('@') && !head.starts_with('@') && head == destination)
}

fn split(address: &str) -> PathAndFragment {
    let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, fragment)| (rest, Some(fragment)));
    let path = rest.split('?').next().unwrap_or(rest);
    let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(decode);
    PathAndFragment { path: composed(&decode(path)), fragment }
}

/// NFC, as addresses are compared and written.
pub(super) fn composed(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfc().collect() }
}

/// Decodes `%D9%85`; what is no valid UTF-8 stays as it is.
pub(super) fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        let value = (bytes[at] == b'%').then(|| pair.and_then(|pair| u8::from_str_radix(pair, 16).ok())).flatten();
        decoded.push(value.unwrap_or(bytes[at]));
        at += if value.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// Percent-encodes what may not stand in the path of an address (RFC 3986); `/` stays.
pub(super) fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte);
        if plain {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.extend(char::from_digit(u32::from(half), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    encoded
}

/// Joins a relative path to a folder, resolving `.` and `..`; above the root it stays at the root. No leading or final `/`.
pub(super) fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Whether a relative path leads out above the root.
pub(super) fn leaves_root(folder: &str, path: &str) -> bool {
    let mut depth = 0usize;
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if depth == 0 => return true,
            ".." => depth -= 1,
            _ => depth += 1,
        }
    }
    false
}

/// A path without its final `/`, `index.html`, `.html` or `.md`.
pub(super) fn stem(path: &str) -> &str {
    let path = path.trim_matches('/');
    let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    let path = folder.unwrap_or(path).trim_end_matches('/');
    let path = path.strip_suffix(".html").or_else(|| path.strip_suffix(".md")).unwrap_or(path);
    without_index(path)
}

/// A key without its final `index` or `_index`.
pub(super) fn without_index(key: &str) -> &str {
    match key.rsplit_once('/') {
        Some((folder, "index" | "_index")) => folder,
        _ => key,
    }
}

/// Whether the last part has an extension: `x.md`, `photo.png`.
pub(super) fn names_a_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty() && (2..=5).contains(&extension.len()) && extension.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        let base = Some("https://news.example.org");
        for text in ["https://example.com/x", "mailto:a@b.org", "tel:+97235550142", "//cdn.example.org/x", "a@b.org"] {
            assert_eq!(read(text, base), Written::External, "{text}");
        }
        let path = |path: &str| PathAndFragment { path: path.to_owned(), fragment: None };
        assert_eq!(read("https://news.example.org/ar/x/", base), Written::Absolute(path("/ar/x/")));
        assert_eq!(read("../%D9%85/?q=1", base), Written::Relative(path("../م/")));
        assert_eq!(read("#%D9%85", base), Written::Fragment("م".to_owned()));
        assert_eq!(read("@/blog/x.md", base), Written::Content(path("blog/x.md")));
        assert_eq!(read("{{ url }}", base), Written::Template);
        assert_eq!(read("https://news.example.organic/x", base), Written::External);
        let below = Some("https://example.org/news/");
        for text in ["/news/ar/x/", "/ar/x/", "https://example.org/news/ar/x/"] {
            assert_eq!(read(text, below), Written::Absolute(path("/ar/x/")), "{text}");
        }
        assert_eq!(read("/newsletter/", below), Written::Absolute(path("/newsletter/")));
        assert_eq!(read("https://example.org/other/", below), Written::External);
    }

    #[test]
    fn encoding_is_undone_by_decoding() {
        assert_eq!(encode("/ar/مؤتمر 2023/"), "/ar/%D9%85%D8%A4%D8%AA%D9%85%D8%B1%202023/");
        assert_eq!(decode(&encode("/ar/مؤتمر-100%/")), "/ar/مؤتمر-100%/");
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(decode("%FF"), "%FF");
    }

    #[test]
    fn paths_are_joined_within_the_root() {
        assert_eq!(join("articles/a", "../b/en.md"), "articles/b/en.md");
        assert_eq!(join("a", "../../../b"), "b");
        assert_eq!(stem("/ar/x/index.html"), "ar/x");
        assert_eq!(stem("x.html"), "x");
        assert_eq!((stem("reindex.html"), stem("/index.html")), ("reindex", ""));
        assert!(leaves_root("docs", "../../README.md") && leaves_root("", "a/../.."));
        assert!(!leaves_root("docs/a", "../../README.md"));
        assert!(names_a_file("a/photo.png") && !names_a_file("a/v1.2-notes/") && !names_a_file("../x"));
    }
}
