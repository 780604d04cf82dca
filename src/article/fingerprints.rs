//! What a record remembers of a document: a fingerprint of each segment and of each field that is translated.

use crate::article::{Document, Segment};
use crate::fingerprint::Fingerprint;

impl Document {
    /// The fingerprints of the segments, in their order.
    #[must_use]
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        self.segments.iter().map(|segment| self.fingerprint(segment)).collect()
    }

    /// The fingerprint of a segment: its meaning is its text with its code and the alternative texts of its images.
    #[must_use]
    pub fn fingerprint(&self, segment: &Segment) -> Fingerprint {
        let markup = segment.span.slice(&self.text);
        let (codes, images) = (self.codes(segment), self.images(segment));
        if codes.is_empty() && images.is_empty() {
            return Fingerprint::of(self.plain(segment), markup);
        }
        let mut meaning = self.plain(segment).to_owned();
        for piece in
            codes.iter().map(|code| code.content.as_str()).chain(images.iter().filter_map(|it| it.alt.as_deref()))
        {
            meaning.push('\n');
            meaning.push_str(piece);
        }
        Fingerprint::of(&meaning, markup)
    }

    /// The fingerprints of those of the fields `names` that have a text, by name.
    #[must_use]
    pub fn field_fingerprints(&self, names: &[String]) -> Vec<(String, Fingerprint)> {
        let text = |name: &String| self.front.text(name).map(|text| (name.clone(), Fingerprint::of(&text, &text)));
        names.iter().filter_map(text).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::article::Document;
    use crate::fingerprint::Fingerprint;

    fn first(text: &str) -> Fingerprint {
        Document::parse(Arc::from("a.md"), text.to_owned()).fingerprints()[0]
    }

    #[test]
    fn meaning_and_writing_are_apart() {
        let base = first("Run `cargo test` and see [the guide](/en/guide/).\n");
        let cosmetic = [
            "Run `cargo test` and *see* [the guide](/en/guide/).\n",
            "Run `cargo test` and see [the guide](https://rimon.example/en/guide/).\n",
            "Run ``cargo test`` and see [the guide](/en/guide/).\n",
        ];
        for text in cosmetic {
            assert_eq!((first(text).text, first(text) == base), (base.text, false), "{text}");
        }
        assert_eq!(first("Run `cargo test`\nand see   [the guide](/en/guide/).\r\n"), base);
        let changed = [
            "Run `cargo test --all` and see [the guide](/en/guide/).\n",
            "Run `cargo test` and see [our guide](/en/guide/).\n",
            "Run `cargo test` and see the Guide.\n",
        ];
        for text in changed {
            assert_ne!(first(text).text, base.text, "{text}");
        }
    }

    #[test]
    fn a_command_or_a_picture_of_another_name_is_a_change() {
        assert_ne!(first("```sh\nls -a\n```\n").text, first("```sh\nls -l\n```\n").text);
        assert_eq!(first("```sh\nls -a\n```\n").text, first("~~~\nls -a\n~~~\n").text);
        assert_ne!(first("![A garden](g.svg)\n").text, first("![A kitchen](g.svg)\n").text);
    }
}
