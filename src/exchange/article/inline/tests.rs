//! Texts of segments, piece by piece.

use super::*;
use crate::exchange::unit::flat;

/// The pieces of each segment, codes in their brackets.
fn read(text: &str) -> Vec<String> {
    let document = Document::parse("a.md", text.to_owned());
    let show = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Code(code) => format!("[{}]", code.raw),
        Piece::Open(code) => format!("[{}>", code.raw),
        Piece::Close(code) => format!("<{}]", code.raw_end),
    };
    contents(&document).iter().map(|content| content.pieces.iter().map(show).collect()).collect()
}

fn one(text: &str) -> String {
    read(text).concat()
}

#[test]
fn markup_is_codes_and_words_are_words() {
    assert_eq!(one("a *b* **c** ~~d~~ `e*f` g"), "a [*>b<*] [**>c<**] [~~>d<~~] [`e*f`] g");
    assert_eq!(one("***a** b*"), "[*>[**>a<**] b<*]");
    assert_eq!(
        one("[a *b*](u \"t\") <https://x.y> n[^1]\n\n[^1]: z"),
        "[[>a [*>b<*]<](u \"t\")] [<https://x.y>] n[[^1]]z"
    );
    assert_eq!(one("![al *t*](i.png)"), "[![>al [*>t<*]<](i.png)]");
    assert_eq!(one("a \\* b &amp; c\\\\"), "a [\\*] b [&amp;] c[\\\\]");
    assert_eq!(
        one("see https://x.y/a_b, {{< x >}} and a@b.example."),
        "see [https://x.y/a_b], [{{< x >}}] and [a@b.example]."
    );
}

#[test]
fn the_signs_of_blocks_stay_outside() {
    assert_eq!(read("## A *b* c ## {#x}\n\nSet\nmore\n===\n"), ["A [*>b<*] c", "Set more"]);
    assert_eq!(read("- [ ] task\n  more\n\n  para\n1. b\n"), ["task more", "para", "b"]);
    assert_eq!(read("| a \\| b | **c** |\n|-|-|\n| `x\\|y` | z |\n"), ["a [\\|] b", "[**>c<**]", "[`x\\|y`]", "z"]);
    assert_eq!(read("> one \n> *two\n> three*\n"), ["one [*>two three<*]"]);
    assert_eq!(read("\\# no heading\n\n---\n\n```\ncode\n```\n"), ["[\\#] no heading", "", ""]);
    let document = Document::parse("a.md", "---\nt: x\n---\n\n- \\*a b  \n".to_owned());
    assert_eq!(contents(&document)[0].span.slice(&document.text), "\\*a b");
}

#[test]
fn hard_breaks_keep_what_begins_the_next_line() {
    assert_eq!(one("a  \nb\\\nc"), "a[  \n]b[\\\n]c");
    assert_eq!(one("> a\\\n> b"), "a[\\\n> ]b");
    assert_eq!(one("- a\\\r\n  b"), "a[\\\n  ]b");
}

#[test]
fn labels_are_written_beside_texts_that_were_labels() {
    assert_eq!(one("[c][d] [e][] [f g].\n\n[d]: x\n[e]: y\n[f g]: z\n"), "[[>c<][d]] [[>e<][e]] [[>f g<][f g]].");
    let document = Document::parse("a.md", "- x [e][]\n\n[e]: y\n".to_owned());
    assert_eq!(contents(&document)[0].span.slice(&document.text), "x [e][]");
}

#[test]
fn tags_are_pairs_where_they_are_balanced() {
    assert_eq!(
        one("a<br>b <bdi dir=\"ltr\">C++</bdi> *<b>x*</b>"),
        "a[<br>]b [<bdi dir=\"ltr\">>C++<</bdi>] [*>[<b>]x<*][</b>]"
    );
    assert_eq!(
        read("<div>\n<p>text\nmore &amp; <code>x &lt;</code></p>\n</div>\n"),
        ["[<div>>[\n<p>>text more [&amp;] [<code>x &lt;</code>]<</p>]<\n</div>]"]
    );
    assert_eq!(read("<!-- c -->\n"), [] as [&str; 0]);
}

#[test]
fn what_reads_alike_is_alike() {
    let flat_of = |text: &str| {
        let document = Document::parse("a.md", text.to_owned());
        contents(&document).iter().map(|content| flat(&content.pieces)).collect::<Vec<_>>()
    };
    assert_eq!(flat_of("a \\* &lt; *b*"), flat_of("a * < _b_"));
    assert_ne!(flat_of("a **b**"), flat_of("a *b*"));
    assert_eq!(flat_of("[a](/x \"t\")"), flat_of("[a](/x)"));
    assert_ne!(flat_of("[a](/x)"), flat_of("[a](/y)"));
}
