//! Whatever the text, what is read from it is sound.

use proptest::prelude::*;

use crate::article::{Document, LinkKind, Value};
use crate::source::Span;

/// Pieces that Markdown, HTML, shortcodes and front matter are made of, in both directions.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        " ",
        "  ",
        "\t",
        "    ",
        "# ",
        "## ",
        "- ",
        "* ",
        "1. ",
        "> ",
        "| ",
        "|\n",
        "|-|-|\n",
        "`",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "](",
        ")",
        "]",
        "![",
        "<",
        ">",
        "</",
        "/>",
        "<!-- mizan-allow a/b: c -->",
        "<!--",
        "-->",
        "<a href=\"",
        "\"",
        "'",
        "<img src=x alt=",
        "<p>",
        "</p>",
        "<div>",
        "<script>",
        "</script>",
        "<code>",
        "</code>",
        "<pre>",
        "<b>",
        "&amp;",
        "&nGt;",
        "&",
        ";",
        "&#1605;",
        "&NotEqualTilde;",
        "\\",
        "\\*",
        "{{",
        "}}",
        "{%",
        "%}",
        "{{< x >}}",
        "{#id}",
        "https://",
        "www.",
        "a@b.c",
        "<https://x.y>",
        "[^1]",
        "[^1]: ",
        "[l]: ",
        "---\n",
        "+++\n",
        "===\n",
        "title: ",
        "title = ",
        "\u{FEFF}",
        "\u{0}",
        "\u{FFFC}",
        "ب",
        "مستشفى",
        "،",
        "ُ",
        "١٢٣",
        "中",
        "é",
        "👩\u{200D}⚕",
        "word",
        "10:30",
        "(",
        ":",
        "- [x] ",
        "$",
        "!",
    ];
    prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn anything() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn fits(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}

fn values_fit(text: &str, value: &Value) -> bool {
    match value {
        Value::List(list) => list.iter().all(|(value, span)| fits(text, *span) && values_fit(text, value)),
        Value::Map(fields) => fields
            .iter()
            .all(|field| fits(text, field.name_span) && fits(text, field.value_span) && values_fit(text, &field.value)),
        _ => true,
    }
}

proptest! {
    #[test]
    fn spans_are_bytes_of_the_body(text in anything()) {
        let document = Document::parse("a.md", text);
        let text = &document.text;
        let inside = |span: Span| document.body.contains(span) && fits(text, span);
        prop_assert!(fits(text, document.body));
        prop_assert!(fits(text, document.front.span));
        prop_assert!(values_fit(text, &Value::Map(document.front.fields.clone())));
        prop_assert!(document.front.fault.as_ref().is_none_or(|(_, span)| fits(text, *span)));
        let mut last = 0;
        let mut plain = 0;
        for segment in &document.segments {
            prop_assert!(inside(segment.span), "{:?}", segment);
            prop_assert!(segment.span.start >= last, "{:?}", document.segments);
            prop_assert!(fits(&document.plain, segment.plain) && segment.plain.start >= plain);
            prop_assert!(document.links.get(segment.links.start as usize..segment.links.end as usize).is_some());
            prop_assert!(document.images.get(segment.images.start as usize..segment.images.end as usize).is_some());
            prop_assert!(document.codes.get(segment.codes.start as usize..segment.codes.end as usize).is_some());
            (last, plain) = (segment.span.start, segment.plain.end);
        }
        for link in &document.links {
            prop_assert!(inside(link.span) && link.destination_span.is_none_or(|span| inside(span) && (link.kind == LinkKind::Reference || link.span.contains(span))), "{link:?}");
            prop_assert!((link.segment as usize) < document.segments.len(), "{link:?} {:?}", document.segments);
        }
        for image in &document.images {
            prop_assert!(inside(image.span) && (image.segment as usize) < document.segments.len(), "{image:?}");
        }
        for code in &document.codes {
            prop_assert!(inside(code.span) && (code.segment as usize) < document.segments.len(), "{code:?}");
        }
        for allowance in &document.allowances {
            prop_assert!(inside(allowance.span) && fits(text, allowance.covers), "{allowance:?}");
        }
    }

    #[test]
    fn plain_text_maps_to_bytes_of_its_segment(text in anything()) {
        let document = Document::parse("a.md", text);
        for segment in &document.segments {
            let plain = document.plain(segment);
            let mut before = segment.span.start;
            for (at, character) in plain.char_indices() {
                let start = segment.plain.start as usize + at;
                let place = document.source_span(Span::new(start, start + character.len_utf8()));
                prop_assert!(fits(&document.text, place), "{character:?} {place:?}");
                prop_assert!(segment.span.contains(place) || character.is_whitespace(), "{character:?} {place:?} {segment:?}");
                prop_assert!(place.start >= before, "{character:?} {place:?} goes back");
                prop_assert!(!place.is_empty(), "{character:?} {place:?}");
                before = place.start;
            }
        }
    }

    #[test]
    fn a_place_of_a_letter_has_that_letter_or_stands_for_it(text in anything()) {
        let document = Document::parse("a.md", text);
        for segment in &document.segments {
            for (at, character) in document.plain(segment).char_indices() {
                let start = segment.plain.start as usize + at;
                let place = document.source_span(Span::new(start, start + character.len_utf8())).slice(&document.text);
                let same = place.starts_with(character) || place.starts_with('&') || matches!(character, ' ' | '\u{FFFC}' | '\u{FFFD}');
                prop_assert!(same, "{character:?} is not {place:?}");
            }
        }
    }
}
