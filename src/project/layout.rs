//! Patterns of paths: `articles/{slug}/{locale}.md`, `content/{slug}.{locale}.md` and the like.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::locale::Locale;
use crate::project::language::is_language;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Matched {
    pub(crate) slug: String,
    /// Index of the locale; `None` where the pattern names none.
    pub(crate) locale: Option<usize>,
    /// How the path writes the locale, where it is not as its tag (`pt_br`).
    pub(crate) written: Option<String>,
}

impl Layout {
    /// Reads a pattern; the error says what is wrong with it.
    pub(crate) fn new(pattern: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let pattern: String = pattern.trim_start_matches("./").nfc().collect();
        let mut rest = pattern.as_str();
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
        self.matches_as_is(&path, locales)
    }

    /// As [`Layout::matches`], with the slug in the bytes of `path`: file systems tell `é` from `e` with an accent.
    pub(crate) fn matches_as_is(&self, path: &str, locales: &[Locale]) -> Option<Matched> {
        let mut matched = Matched::default();
        walk(&self.parts, path, &Known::These(locales), &mut matched).then_some(matched)
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

    /// Whether `path` matches with the tag of some language for `{locale}`, be it one of the project's or not.
    pub(crate) fn matches_any_language(&self, path: &str) -> bool {
        self.parts.contains(&Part::Locale) && walk(&self.parts, path, &Known::Any, &mut Matched::default())
    }

    /// How many bytes of a path the pattern fixes: of two patterns, the one that fixes more says more.
    pub(crate) fn fixed(&self) -> usize {
        self.parts.iter().map(|part| if let Part::Text(text) = part { text.len() } else { 0 }).sum()
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
            Self::Any => is_language(written).then_some(0),
        }
    }

    fn unlike_tag(&self, index: usize, written: &str) -> Option<String> {
        let Self::These(locales) = self else { return None };
        (locales.get(index)?.tag() != written).then(|| written.to_owned())
    }
}

fn walk(parts: &[Part], path: &str, locales: &Known<'_>, matched: &mut Matched) -> bool {
    let Some((part, rest)) = parts.split_first() else { return path.is_empty() };
    match part {
        Part::Text(text) => path.strip_prefix(text.as_str()).is_some_and(|path| walk(rest, path, locales, matched)),
        Part::Locale => {
            let end = path.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(path.len());
            // The longest tag first: `{locale}-{slug}.md` reads `ar-EG-x.md` as `ar-EG`, or else as `ar`.
            let ends = std::iter::once(end).chain(path[..end].rmatch_indices(['-', '_']).map(|(at, _)| at));
            for end in ends {
                let written = &path[..end];
                if let Some(index) = locales.index(written)
                    && walk(rest, &path[end..], locales, matched)
                {
                    matched.locale = Some(index);
                    matched.written = locales.unlike_tag(index, written);
                    return true;
                }
            }
            false
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
    locales.iter().position(same).or_else(|| {
        // The old code of Hebrew: the tag of such a locale is `he`.
        let rest = written.strip_prefix("iw").filter(|rest| rest.is_empty() || rest.starts_with(['-', '_']))?;
        locale_index(&format!("he{rest}"), locales)
    })
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
        matched.map(|Matched { slug, locale, .. }| (slug, locale))
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
    fn a_locale_may_be_glued_to_a_slug_by_a_hyphen() {
        let found = |slug: &str, locale| Some((slug.to_owned(), Some(locale)));
        assert_eq!(read("{locale}-{slug}.md", "ar-my-visit.md"), found("my-visit", 1));
        assert_eq!(read("{locale}_{slug}.md", "pt_BR_my_visit.md"), found("my_visit", 2));
        assert_eq!(read("{slug}-{locale}.md", "my-visit-ar.md"), found("my-visit", 1));
        assert_eq!(read("{locale}-{slug}.md", "arrival-x.md"), None);
    }

    #[test]
    fn the_old_code_of_hebrew_still_names_its_folder() {
        let locales = [Locale::new("iw").expect("a tag")];
        let matched = Layout::new("{locale}/{slug}.md").expect("a pattern").matches("iw/x.md", &locales);
        assert_eq!(matched.and_then(|it| it.written).as_deref(), Some("iw"));
    }

    #[test]
    fn other_languages_are_told_from_short_words() {
        let layout = Layout::new("_articles/{locale}/{slug}.md").expect("a pattern");
        assert!(layout.matches_any_language("_articles/fr/x.md"));
        assert!(!layout.matches_any_language("_articles/ai/x.md"));
        let layout = Layout::new("docs/{slug}.{locale}.md").expect("a pattern");
        assert!(layout.matches_any_language("docs/x.pt-BR.md"));
        assert!(!layout.matches_any_language("docs/release.js.md"));
    }

    #[test]
    fn a_path_is_written_back() {
        let layout = Layout::new("content/{slug}.{locale}.md").expect("a pattern");
        assert_eq!(layout.path("a/b", "ar"), "content/a/b.ar.md");
    }

    #[test]
    fn decomposed_names_match_composed_ones() {
        assert_eq!(read("{locale}/{slug}.md", "ar/cafe\u{301}.md").map(|it| it.0).as_deref(), Some("café"));
        assert_eq!(read("cafe\u{301}/{slug}.md", "café/x.md").map(|it| it.0).as_deref(), Some("x"));
    }

    #[test]
    fn bad_patterns_say_why() {
        for pattern in
            ["a/{slug", "a/{lang}/{slug}.md", "{slug}{locale}.md", "../{slug}.md", "/{slug}.md", "{slug}/{slug}"]
        {
            assert!(Layout::new(pattern).is_err(), "{pattern}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_pattern_and_any_path_are_survived(pattern in "[a-z{}/.-]{0,12}(\\{slug\\}|\\{locale\\})?.{0,8}", path in ".{0,24}") {
            if let Ok(layout) = Layout::new(&pattern) {
                layout.matches(&path, &locales());
                layout.matches_any_language(&path);
            }
        }

        #[test]
        fn what_is_written_is_read_back(slug in "[a-z0-9م ع%]{1,8}(/[a-z.%-]{1,8}[a-z])?", locale in 0usize..3) {
            for pattern in ["articles/{slug}/{locale}.md", "content/{locale}/{slug}.md", "content/{slug}.{locale}.md"] {
                let layout = Layout::new(pattern).expect("a pattern");
                let path = layout.path(&slug, locales()[locale].tag());
                let matched = layout.matches(&path, &locales()).map(|it| (it.slug, it.locale));
                proptest::prop_assert_eq!(matched, Some((slug.clone(), Some(locale))));
            }
        }
    }
}
