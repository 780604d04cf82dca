//! What a body becomes, by example.

use crate::article::{Document, LinkKind, SegmentKind};
use crate::source::Span;

fn read(text: &str) -> Document {
    Document::parse("a.md", text.to_owned())
}

/// Kind, depth and plain text of each segment.
fn outline(document: &Document) -> Vec<(SegmentKind, u8, &str)> {
    document.segments.iter().map(|it| (it.kind, it.depth, document.plain(it))).collect()
}

fn plains(document: &Document) -> Vec<&str> {
    document.segments.iter().map(|it| document.plain(it)).collect()
}

/// What the file has at the place of `part`, a piece of the plain text.
fn written<'d>(document: &'d Document, part: &str) -> &'d str {
    let at = document.plain.find(part).expect("the plain text has this part");
    document.source_span(Span::new(at, at + part.len())).slice(&document.text)
}

#[test]
fn every_kind_of_block_is_a_segment() {
    let document = read(
        "# Title\n\nOne.\n\n> Two.\n\n- three\n- four\n\n1. five\n\n| a | b |\n|---|---|\n| c | d |\n\n```rust\nlet x;\n```\n\n![six](x.png)\n\n---\n\n<p>seven</p>\n\nEight[^1].\n\n[^1]: Nine.\n",
    );
    let cell = |header, column| SegmentKind::TableCell { header, column };
    let expected = [
        (SegmentKind::Heading(1), 0, "Title"),
        (SegmentKind::Paragraph, 0, "One."),
        (SegmentKind::Paragraph, 1, "Two."),
        (SegmentKind::ListItem(false), 1, "three"),
        (SegmentKind::ListItem(false), 1, "four"),
        (SegmentKind::ListItem(true), 1, "five"),
        (cell(true, 0), 0, "a"),
        (cell(true, 1), 0, "b"),
        (cell(false, 0), 0, "c"),
        (cell(false, 1), 0, "d"),
        (SegmentKind::CodeBlock, 0, ""),
        (SegmentKind::Figure, 0, ""),
        (SegmentKind::Rule, 0, ""),
        (SegmentKind::Html, 0, "seven"),
        (SegmentKind::Paragraph, 0, "Eight."),
        (SegmentKind::Footnote, 0, "Nine."),
    ];
    let found: Vec<_> =
        outline(&document).into_iter().map(|(kind, depth, plain)| (kind, depth, plain.trim())).collect();
    assert_eq!(found, expected);
    assert_eq!(document.footnote_references.len(), 1);
    assert_eq!(document.codes[0].content, "let x;\n");
    assert_eq!(document.codes[0].language.as_deref(), Some("rust"));
    assert_eq!(document.images[0].alt.as_deref(), Some("six"));
}

#[test]
fn each_top_level_block_has_its_own_number() {
    let document = read("One.\n\n---\n\nTwo.\n\n- a\n- b\n\nThree.\n");
    let blocks: Vec<u32> = document.segments.iter().map(|segment| segment.block).collect();
    assert_eq!(blocks, [0, 1, 2, 3, 3, 4]);
}

#[test]
fn an_items_own_text_and_its_children_are_segments() {
    let document = read("- a\n  - b\n    - c\n- d\n\n  e\n\n  f\n");
    let depths: Vec<(u8, &str)> = outline(&document).into_iter().map(|(_, depth, plain)| (depth, plain)).collect();
    assert_eq!(depths, [(1, "a"), (2, "b"), (3, "c"), (1, "d"), (1, "e"), (1, "f")]);
    assert_eq!(document.segments[0].span.slice(&document.text), "- a");
}

#[test]
fn text_of_a_tight_item_after_a_block_is_not_lost() {
    let document = read("- one\n  # Head\n  two *three*\n- four\n");
    assert_eq!(plains(&document), ["one", "Head", "two three", "four"]);
    assert_eq!(document.segments[2].span.slice(&document.text), "two *three*");
    assert_eq!(document.segments[2].kind, SegmentKind::Paragraph);
}

#[test]
fn an_item_that_begins_with_an_image_keeps_its_paragraphs_apart() {
    let document = read("- ![x](y.png)\n\n  Text.\n\n- z\n");
    let images: Vec<usize> = document.segments.iter().map(|segment| document.images(segment).len()).collect();
    assert_eq!(images, [1, 0, 0]);
    assert_eq!(plains(&document), ["", "Text.", "z"]);
}

#[test]
fn task_lists_are_lists() {
    let document = read("- [x] done\n- [ ] open\n");
    assert_eq!(plains(&document), ["done", "open"]);
}

#[test]
fn what_is_no_prose_is_one_object() {
    for (text, plain) in [
        ("Run `cargo test` now", "Run \u{FFFC} now"),
        ("See <https://a.example/x>.", "See \u{FFFC}."),
        ("See https://a.example/x?y=1.", "See \u{FFFC}."),
        ("(www.a.example)", "(\u{FFFC})"),
        ("Mail press@rimon.example, please", "Mail \u{FFFC}, please"),
        ("Mail <press@rimon.example>!", "Mail \u{FFFC}!"),
        ("On {{ date }} and {% now %} only", "On \u{FFFC} and \u{FFFC} only"),
        ("{{% note %}}Careful{{% /note %}}", "\u{FFFC}Careful\u{FFFC}"),
        ("راجع https://ar.example/ويكي/مستشفى، ثم عُد", "راجع \u{FFFC}، ثم عُد"),
        ("A <span class=\"x\">red</span> word", "A red word"),
        ("Press <kbd>Ctrl</kbd> and <code>x *y*</code>!", "Press Ctrl and \u{FFFC}!"),
        ("one<br>two", "one two"),
        ("1 // 2, a@b, {x}", "1 // 2, a@b, {x}"),
        ("He (mail:x@y.example) and z", "He (mail:\u{FFFC}) and z"),
    ] {
        assert_eq!(plains(&read(text)), [plain], "{text}");
    }
}

#[test]
fn shortcodes_alone_are_no_prose() {
    for text in ["{{< figure src=\"/a.png\" >}}", "{{ youtube(id=\"x\") }}", "{% include x.html %}"] {
        assert_eq!(outline(&read(text)), [(SegmentKind::Html, 0, "")], "{text}");
    }
}

#[test]
fn plain_text_knows_its_bytes() {
    let document =
        read("---\ntitle: x\n---\r\nA *bold* &amp; \\* é\r\n  next `co` **مهم** <https://a.example> end\r\n");
    assert_eq!(plains(&document), ["A bold & * é next \u{FFFC} مهم \u{FFFC} end"]);
    for part in ["A", "bold", "é", "next", "مهم", "end"] {
        assert_eq!(written(&document, part), part);
    }
    assert_eq!(written(&document, "&"), "&amp;");
    assert_eq!(written(&document, "* é"), "* é");
    assert_eq!(written(&document, "\u{FFFC} م"), "`co` **م");
    assert_eq!(written(&document, "bold &"), "bold* &amp;");
    let last = document.plain.rfind('\u{FFFC}').expect("an object");
    let span = document.source_span(Span::new(last, last + 3));
    assert_eq!(span.slice(&document.text), "<https://a.example>");
}

#[test]
fn hidden_addresses_know_their_bytes() {
    let document = read("قبل https://a.example/x وبعد {{ x }} آخر");
    assert_eq!(written(&document, "\u{FFFC} وبعد"), "https://a.example/x وبعد");
    assert_eq!(written(&document, "وبعد \u{FFFC}"), "وبعد {{ x }}");
    assert_eq!(written(&document, "آخر"), "آخر");
}

#[test]
fn raw_html_is_read_for_prose_links_images_and_ids() {
    let text = "<div id=\"top\">\r\n<p>Fish &amp; chips, <a href=\"/a?x=1&amp;y=2\" name='n'>here</a> é</p>\r\n<script>if (a < b) { \"<a href='no'>\" }</script>\r\n<pre>code</pre><img src=\"i.png\"><img src='j.png' alt=\"J\">\r\nend</div>\r\n";
    let document = read(text);
    assert_eq!(document.plain(&document.segments[0]).trim(), "Fish & chips, here é end");
    assert_eq!(document.anchors, ["top", "n"]);
    assert_eq!(document.links.len(), 1);
    assert_eq!(document.links[0].destination, "/a?x=1&y=2");
    assert_eq!(document.links[0].span.slice(text), "<a href=\"/a?x=1&amp;y=2\" name='n'>");
    assert_eq!(document.links[0].destination_span.map(|span| span.slice(text)), Some("/a?x=1&amp;y=2"));
    let alts: Vec<_> = document.images.iter().map(|image| image.alt.as_deref()).collect();
    assert_eq!(alts, [None, Some("J")]);
    for part in ["Fish", "chips,", "here", "é", "end"] {
        assert_eq!(written(&document, part), part);
    }
    assert_eq!(written(&document, "&"), "&amp;");
}

#[test]
fn raw_html_in_a_quotation_and_inside_paragraphs() {
    let document = read("Go <a href=\"/ar/a/\">there</a>, <a id=\"x\"></a>now. <img src=\"s.png\" alt=\"a b\">\n");
    assert_eq!(plains(&document), ["Go there, now. "]);
    assert_eq!(document.links[0].destination_span.map(|span| span.slice(&document.text)), Some("/ar/a/"));
    assert_eq!(document.anchors, ["x"]);
    assert_eq!(document.images[0].alt.as_deref(), Some("a b"));
    let document = read("> <p>one\n> two</p>\n");
    assert_eq!(document.plain(&document.segments[0]).trim(), "one two");
}

#[test]
fn a_links_address_is_found_or_not_told() {
    for (text, address) in [
        ("[a](b)", Some("b")),
        ("[a](b \"t\")", Some("b")),
        ("[a]( <b c> 't')", Some("b c")),
        ("[a](b(c)d)", Some("b(c)d")),
        ("[a](b\\)c)", Some("b\\)c")),
        ("[a](/x?a=1&amp;b=2)", Some("/x?a=1&amp;b=2")),
        ("[a](/x?a=1&b=2)", Some("/x?a=1&b=2")),
        ("[b](b)", Some("b")),
        ("[**b** `](x)`](b)", Some("b")),
        ("[![i](b)](b)", Some("b")),
        ("[](b)", Some("b")),
        ("[a \\](x) c](b)", Some("b")),
        ("[a]()", Some("")),
        ("[نص](/ar/م/)", Some("/ar/م/")),
        ("> [a](\n> b)", None),
        ("[a][l]\n\n[l]: b 't'", Some("b")),
    ] {
        let document = read(text);
        let link = &document.links[0];
        assert_eq!(link.destination_span.map(|span| span.slice(text)), address, "{text}");
        if let (Some(span), true) = (link.destination_span, text.starts_with('[')) {
            assert!(text[span.end as usize..].starts_with([')', '>', ' ']), "{text}");
        }
    }
}

#[test]
fn links_know_their_kind_and_segment() {
    let document = read("[a](b)\n\n- [c][d] <https://e.example>\n\n[d]: f\n");
    let links: Vec<_> = document.links.iter().map(|it| (it.kind, it.segment, it.destination.as_str())).collect();
    let expected =
        [(LinkKind::Inline, 0, "b"), (LinkKind::Reference, 1, "f"), (LinkKind::Autolink, 1, "https://e.example")];
    assert_eq!(links, expected);
    assert_eq!(document.links(&document.segments[1]).len(), 2);
}

#[test]
fn an_images_alternative_text_is_plain_and_no_link_is_made_of_it() {
    let document = read("Text ![a *b* `c` [d](e)](f.png) more\n");
    assert_eq!(document.images[0].alt.as_deref(), Some("a b c d"));
    assert_eq!(plains(&document), ["Text  more"]);
    assert!(document.links.is_empty());
    assert!(document.codes.is_empty());
}

#[test]
fn headings_have_the_ids_that_readers_link_to() {
    let document = read("# A `b`!\n\n## A b\n\n## a-b-1\n\n## الأسعار؟\n\n## X {#own}\n\nY\n=\n\n## a b\n");
    let ids: Vec<&str> = document.headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["a-b", "a-b-1", "a-b-1-1", "الأسعار", "own", "y", "a-b-2"]);
    assert_eq!(document.plain(&document.segments[4]), "X");
}

#[test]
fn allowances_cover_the_file_or_the_block() {
    let file = read("<!-- mizan-allow article/number-mismatch: all differ -->\n\nOne.\n\nTwo.\n");
    assert_eq!(file.allowances.len(), 1);
    assert_eq!(file.allowances[0].rule, "article/number-mismatch");
    assert_eq!(file.allowances[0].reason, "all differ");
    assert_eq!(file.allowances[0].covers, Span::new(0, file.text.len()));
    let block = read("One.\n\n---\n\n<!-- mizan-allow a/b, c/d -->\n\n- two\n- three\n\nFour.\n");
    let rules: Vec<&str> = block.allowances.iter().map(|it| it.rule.as_str()).collect();
    assert_eq!(rules, ["a/b", "c/d"]);
    let covers = block.allowances[0].covers;
    assert!(covers.contains(block.segments[2].span) && covers.contains(block.segments[3].span));
    assert!(!covers.contains(block.segments[1].span) && !covers.contains(block.segments[4].span));
    let inline = read("One.\n\nTwo <!-- mizan-allow a/b: why --> more.\n\nThree.\n");
    assert_eq!(inline.allowances[0].covers.slice(&inline.text), "Two <!-- mizan-allow a/b: why --> more.");
    assert_eq!(inline.allowances[0].span.slice(&inline.text), "<!-- mizan-allow a/b: why -->");
    assert!(read("One.\n\n<!-- mizan-allowed a/b -->\n").allowances.is_empty());
}

#[test]
fn references_have_their_address_in_the_definition() {
    let text = "> See [One][A b], [two] and [three][].\n\n[a  B]: </one x> (Title)\n[TWO]:\n  /two\\_x\n[three]: /three'3 'T'\n";
    let document = read(text);
    let written = |at: usize| document.links[at].destination_span.map(|span| span.slice(text));
    assert_eq!((written(0), written(1), written(2)), (Some("/one x"), Some("/two\\_x"), Some("/three'3")));
    assert_eq!(document.links[1].destination, "/two_x");
    let text = "---\ntitle: t\n---\n[x]\n\n[x]: /y\n";
    let span = read(text).links[0].destination_span.expect("a place");
    assert_eq!((span.slice(text), span.start), ("/y", 27));
}

#[test]
fn html_code_is_code() {
    let text =
        "Run <code class=\"x\">a &lt; <b>b</b></code> now.\n\n<p>And <code>c\nd</code></p>\n\nNot <code>closed\n";
    let document = read(text);
    let codes: Vec<_> = document.codes.iter().map(|code| (code.content.as_str(), code.span.slice(text))).collect();
    let first = "<code class=\"x\">a &lt; <b>b</b></code>";
    assert_eq!(codes, [("a < b", first), ("c\nd", "<code>c\nd</code>")]);
    assert_eq!(document.codes(&document.segments[0]).len(), 1);
    assert_eq!(document.codes(&document.segments[1]).len(), 1);
    assert_eq!(plains(&document), ["Run \u{FFFC} now.", "And \u{FFFC}", "Not \u{FFFC}"]);
}
