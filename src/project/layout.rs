//! Patterns of paths: `articles/{slug}/{locale}.md`, `content/{slug}.{locale}.md` and the like.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::locale::Locale;

/// A pattern of paths with `{slug}` (or `{file}`, the same) and `{locale}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// One or more characters; may span folders.
    Slug,
    Locale,
}

/// What a path says by a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Matched {
    pub(crate) slug: String,
    /// Index of the locale; `None` where the pattern names none.
    pub(crate) locale: Option<usize>,
}

impl Layout {
    /// Reads a pattern; the error says what is wrong with it.
    pub(crate) fn new(pattern: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = pattern.trim_start_matches("./");
        if rest.starts_with('/') || rest.split('/').any(|part| part == "..") {
            return Err("a pattern stays below the project's folder: no leading / and no ..".to_owned());
        }
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}').ok_or("a { without its }")? + open;
            if open > 0 {
                parts.push(Part::Text(rest[..open].to_owned()));
            }
            let part = match &rest[open + 1..close] {
                "slug" | "file" => Part::Slug,
                "locale" => Part::Locale,
                other => {
                    return Err(format!("{{{other}}} is not known in a pattern; use {{slug}}, {{file}} or {{locale}}"));
                }
            };
            if parts.contains(&part) {
                return Err("a pattern names {slug}, {file} and {locale} once each".to_owned());
            }
            parts.push(part);
            rest = &rest[close + 1..];
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        if parts.windows(2).any(|two| !matches!(two, [Part::Text(_), _] | [_, Part::Text(_)])) {
            return Err("something must stand between {slug} and {locale}".to_owned());
        }
        Ok(Self { parts })
    }

    /// What `path` says by this pattern; only the locales given match `{locale}`.
    pub(crate) fn matches(&self, path: &str, locales: &[Locale]) -> Option<Matched> {
        let path: Cow<'_, str> = if path.is_ascii() { Cow::Borrowed(path) } else { Cow::Owned(path.nfc().collect()) };
        let mut matched = Matched { slug: String::new(), locale: None };
        walk(&self.parts, &path, &Known::These(locales), &mut matched).then_some(matched)
    }

    /// The path of this slug in this locale.
    pub(crate) fn path(&self, slug: &str, locale: &str) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Slug => slug.to_owned(),
            Part::Locale => locale.to_owned(),
        };
        self.parts.iter().map(part).collect()
    }

    /// Whether `path` matches with a code of two letters for `{locale}`, of whatever language.
    pub(crate) fn matches_any_language(&self, path: &str) -> bool {
        walk(&self.parts, path, &Known::Any, &mut Matched { slug: String::new(), locale: None })
    }

    /// Whether the pattern has `{locale}`.
    pub(crate) fn has_locale(&self) -> bool {
        self.parts.contains(&Part::Locale)
    }
}

/// What may stand for `{locale}`.
enum Known<'a> {
    These(&'a [Locale]),
    Any,
}

impl Known<'_> {
    fn index(&self, written: &str) -> Option<usize> {
        match self {
            Self::These(locales) => locale_index(written, locales),
            Self::Any => {
                let language = written.split(['-', '_']).next().unwrap_or_default();
                (language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(0)
            }
        }
    }
}

fn walk(parts: &[Part], path: &str, locales: &Known<'_>, matched: &mut Matched) -> bool {
    let Some((part, rest)) = parts.split_first() else { return path.is_empty() };
    match part {
        Part::Text(text) => path.strip_prefix(text.as_str()).is_some_and(|path| walk(rest, path, locales, matched)),
        Part::Locale => {
            let end = path.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(path.len());
            let Some(index) = locales.index(&path[..end]) else { return false };
            matched.locale = Some(index);
            walk(rest, &path[end..], locales, matched)
        }
        Part::Slug => {
            // The longest slug first: `{slug}.{locale}.md` takes `a.b.ar.md` as `a.b`.
            let ends: Vec<usize> = match rest {
                [Part::Text(text), ..] => path.rmatch_indices(text.as_str()).map(|(at, _)| at).collect(),
                _ => vec![path.len()],
            };
            for end in ends {
                let slug = &path[..end];
                if slug.is_empty() || slug.starts_with('/') || slug.ends_with('/') {
                    continue;
                }
                if walk(rest, &path[end..], locales, matched) {
                    slug.clone_into(&mut matched.slug);
                    return true;
                }
            }
            false
        }
    }
}

fn locale_index(written: &str, locales: &[Locale]) -> Option<usize> {
    let same = |locale: &Locale| {
        let tag = locale.tag();
        tag == written
            || tag.len() == written.len()
                && tag.bytes().zip(written.bytes()).all(|(a, b)| a.eq_ignore_ascii_case(&b) || a == b'-' && b == b'_')
    };
    locales.iter().position(same)
}

#[cfg(test)]
mod tests {
    use super::{Layout, Matched};
    use crate::locale::Locale;

    fn locales() -> Vec<Locale> {
        ["en", "ar", "pt-BR"].iter().map(|tag| Locale::new(tag).expect("a tag")).collect()
    }

    fn read(pattern: &str, path: &str) -> Option<(String, Option<usize>)> {
        let matched = Layout::new(pattern).expect("a pattern").matches(path, &locales());
        matched.map(|Matched { slug, locale }| (slug, locale))
    }

    #[test]
    fn every_layout_is_read() {
        let found = |slug: &str, locale| Some((slug.to_owned(), locale));
        assert_eq!(read("articles/{slug}/{locale}.md", "articles/2023/react/ar.md"), found("2023/react", Some(1)));
        assert_eq!(read("content/{locale}/{slug}.md", "content/ar/a/b.md"), found("a/b", Some(1)));
        assert_eq!(read("content/{slug}.{locale}.md", "content/a.b.ar.md"), found("a.b", Some(1)));
        assert_eq!(read("content/{slug}.{locale}.md", "content/a.md"), None);
        assert_eq!(read("pages/{slug}.md", "pages/م.md"), found("م", None));
        assert_eq!(read("pages.{locale}/{slug}.md", "pages.pt_br/x.md"), found("x", Some(2)));
        assert_eq!(read("{slug}/i18n/{locale}/app.ftl", "files/i18n/ar/app.ftl"), found("files", Some(1)));
        assert_eq!(read("articles/{slug}/{locale}.md", "articles/x/fr.md"), None);
        assert_eq!(read("articles/{slug}/{locale}.md", "articles//ar.md"), None);
    }

    #[test]
    fn a_path_is_written_back() {
        let layout = Layout::new("content/{slug}.{locale}.md").expect("a pattern");
        assert_eq!(layout.path("a/b", "ar"), "content/a/b.ar.md");
    }

    #[test]
    fn decomposed_names_match_composed_ones() {
        assert_eq!(read("{locale}/{slug}.md", "ar/cafe\u{301}.md").map(|it| it.0).as_deref(), Some("café"));
    }

    #[test]
    fn bad_patterns_say_why() {
        for pattern in
            ["a/{slug", "a/{lang}/{slug}.md", "{slug}{locale}.md", "../{slug}.md", "/{slug}.md", "{slug}/{slug}"]
        {
            assert!(Layout::new(pattern).is_err(), "{pattern}");
        }
    }
}
