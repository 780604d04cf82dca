//! Raw HTML of articles, cut down to what cannot run or restyle anything: an allow-list of tags and attributes.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::publish::links::{Links, is_harmless};
use crate::publish::view::escape_into;

const TAGS: &[&str] = &[
    "a",
    "abbr",
    "audio",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "track",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Tags without an end.
const VOID: &[&str] = &["br", "col", "hr", "img", "source", "track", "wbr"];

/// Tags whose content goes with them.
const DROPPED: &[&str] = &[
    "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style", "svg", "template", "textarea",
    "title", "xmp",
];

const ATTRIBUTES: &[&str] = &[
    "abbr", "alt", "class", "colspan", "controls", "datetime", "dir", "height", "hreflang", "id", "kind", "label",
    "lang", "loading", "name", "open", "rel", "reversed", "role", "rowspan", "scope", "span", "srclang", "start",
    "title", "type", "value", "width",
];

/// Attributes that hold an address.
const ADDRESSES: &[&str] = &["cite", "href", "poster", "src"];

/// Cleans the raw HTML of one text, piece by piece: what is opened in one piece may be closed in another.
pub(super) struct Sanitizer<'l, 'p, 'a> {
    links: &'l Links<'p, 'a>,
    open: Vec<String>,
}

impl<'l, 'p, 'a> Sanitizer<'l, 'p, 'a> {
    pub(super) fn new(links: &'l Links<'p, 'a>) -> Self {
        Self { links, open: Vec::new() }
    }

    /// Writes what is left of `html` to `out`; files that have to be copied go to `assets`.
    pub(super) fn piece(&mut self, html: &str, out: &mut String, assets: &mut Vec<String>) {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut dropping: Option<Vec<u8>> = None;
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            if let Some(name) = &dropping {
                if matches!(&token, Token::EndTag(tag) if **tag.name == **name) {
                    dropping = None;
                }
                continue;
            }
            match token {
                Token::String(text) => escape_into(&String::from_utf8_lossy(&text.value), out),
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    if DROPPED.contains(&name.as_str()) {
                        // One that closes itself, or is never closed, takes no more than the rest of its piece.
                        dropping = (!tag.self_closing).then(|| tag.name.to_vec());
                    } else if TAGS.contains(&name.as_str()) {
                        self.start(&name, &tag, out, assets);
                    }
                }
                Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name), out),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    /// Closes what was left open, so that a text cannot break the page around it.
    pub(super) fn finish(&mut self, out: &mut String) {
        while let Some(name) = self.open.pop() {
            out.push_str("</");
            out.push_str(&name);
            out.push('>');
        }
    }

    fn start(&mut self, name: &str, tag: &StartTag<()>, out: &mut String, assets: &mut Vec<String>) {
        out.push('<');
        out.push_str(name);
        for (attribute, value) in &tag.attributes {
            let attribute = String::from_utf8_lossy(attribute).into_owned();
            let value = String::from_utf8_lossy(&value.value).into_owned();
            if let Some(value) = self.attribute(name, &attribute, value, assets) {
                out.push(' ');
                out.push_str(&attribute);
                out.push_str("=\"");
                escape_into(&value, out);
                out.push('"');
            }
        }
        if matches!(name, "code" | "pre" | "kbd" | "samp") && !tag.attributes.contains_key(b"dir".as_slice()) {
            out.push_str(" dir=\"ltr\"");
        }
        out.push('>');
        if !VOID.contains(&name) {
            self.open.push(name.to_owned());
        }
    }

    fn attribute(&self, tag: &str, name: &str, value: String, assets: &mut Vec<String>) -> Option<String> {
        if ADDRESSES.contains(&name) {
            let target = if tag == "a" { self.links.link(&value) } else { self.links.file(&value) }?;
            assets.extend(target.asset);
            return is_harmless(&target.href).then_some(target.href);
        }
        let is_aria = name.strip_prefix("aria-").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_lowercase()));
        (is_aria || ATTRIBUTES.contains(&name)).then_some(value)
    }

    fn end(&mut self, name: &str, out: &mut String) {
        let Some(at) = self.open.iter().rposition(|open| open == name) else { return };
        self.open.remove(at);
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

#[cfg(test)]
mod tests {
    use html5gum::{Token, Tokenizer};
    use proptest::prelude::*;

    use super::{ADDRESSES, ATTRIBUTES, TAGS};
    use crate::project::Project;

    /// What an article of this Markdown shows, without the page around it.
    fn shown(markdown: &str) -> String {
        let config = "[project]\nname = \"n\"\nsource = \"en\"\n[articles.news]\npath = \"{slug}/{locale}.md\"\n[site]\ntemplates = \"t\"\n";
        let project = Project::builder()
            .file("mizan.toml", config)
            .file("t/article.html", "{{ body }}")
            .file("a/en.md", markdown)
            .build()
            .expect("a project");
        let site = crate::publish::publish(&project).expect("a site");
        site.text("en/a/index.html").expect("a page").to_owned()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn only_allowed_tags_and_attributes_are_left(
            pieces in proptest::collection::vec(
                prop_oneof![
                    "[a-zم <>/=\"'&;#!\\[\\]()`|:*\n-]{0,12}",
                    Just("<script>".to_owned()), Just("</script>".to_owned()), Just("<style>x".to_owned()),
                    Just("<img src=x onerror=y>".to_owned()), Just("<a href='javascript:x'>".to_owned()), Just("<!--".to_owned()),
                    Just("-->".to_owned()), Just("<svg onload=x>".to_owned()), Just("</div></body>".to_owned()),
                    Just("\n\n".to_owned()), Just("<div\n".to_owned()), Just("[x](JAVASCRIPT:y)".to_owned()), Just("[^a]".to_owned()),
                    Just("\n[^a]: note\n".to_owned()), Just("|a|b|\n|-|-:|\n|1|2|\n".to_owned()),
                ],
                0..14,
            )
        ) {
            let html = shown(&pieces.concat());
            for Ok(token) in Tokenizer::new(html.as_str()) {
                if let Token::StartTag(tag) = token {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    // A task list's box is Markdown's own.
                    prop_assert!(TAGS.contains(&name.as_str()) || name == "input", "{name} in {html}");
                    for (attribute, value) in &tag.attributes {
                        let attribute = String::from_utf8_lossy(attribute).into_owned();
                        let value = String::from_utf8_lossy(&value.value).to_lowercase();
                        let is_ours = attribute == "tabindex" || attribute.starts_with("aria-") || name == "input";
                        let is_known = ATTRIBUTES.contains(&attribute.as_str()) || ADDRESSES.contains(&attribute.as_str());
                        prop_assert!(is_ours || is_known, "{attribute} in {html}");
                        if ADDRESSES.contains(&attribute.as_str()) {
                            prop_assert!(!value.trim_start().starts_with("javascript:"), "{html}");
                        }
                    }
                }
            }
        }
    }
}
