//! What holds for any text, however broken.

use mizan::article::{Alignment, Document};
use proptest::prelude::*;

/// Pieces that Markdown, HTML and front matter are made of, in two scripts.
fn markdownish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("# "),
        Just("## "),
        Just("- "),
        Just("1. "),
        Just("> "),
        Just("\n"),
        Just("\r\n"),
        Just("\n\n"),
        Just("    "),
        Just("`"),
        Just("```\n"),
        Just("*"),
        Just("**"),
        Just("_"),
        Just("["),
        Just("]("),
        Just(")"),
        Just("!["),
        Just("<b>"),
        Just("<a href=\"x\">"),
        Just("</a>"),
        Just("<img src=x alt=\"y\">"),
        Just("<!-- mizan-allow a/b: c -->"),
        Just("<"),
        Just("| a | b |\n| - | - |\n"),
        Just("[^1]"),
        Just("[^1]: "),
        Just("&amp;"),
        Just("\\"),
        Just("---\n"),
        Just("+++\n"),
        Just("title: x\n"),
        Just("a = 1\n"),
        Just("{{ x }}"),
        Just("{% y %}"),
        Just("https://example.org/a_b"),
        Just("name@example.org"),
        Just("\u{FEFF}"),
        Just("\u{2067}"),
        Just("كلمة"),
        Just("مَرَّة "),
        Just("text "),
        Just("5 "),
        Just("١٢ "),
        Just("،"),
        Just("🩺"),
        Just("\0"),
        Just("\t"),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_span_fits_its_text(text in markdownish()) {
        let document = Document::parse("x.md", text.clone());
        prop_assert_eq!(&document.text, &text);
        let fits = |span: mizan::source::Span| text.get(span.range()).is_some();
        let mut plain_end = 0;
        let mut start = document.body.start;
        for segment in &document.segments {
            prop_assert!(fits(segment.span), "{:?}", segment);
            prop_assert!(segment.span.start >= start, "segments ascend: {:?}", document.segments);
            start = segment.span.start;
            prop_assert!(document.plain.get(segment.plain.range()).is_some());
            prop_assert!(segment.plain.start >= plain_end, "plain texts do not overlap");
            plain_end = segment.plain.end;
            for (at, _) in document.plain(segment).char_indices() {
                let origin = document.source_offset(segment.plain.start + u32::try_from(at).expect("short"));
                prop_assert!(text.is_char_boundary(origin as usize), "an origin lies within a character");
            }
        }
        for link in &document.links {
            prop_assert!(fits(link.span) && link.destination_span.is_none_or(fits));
        }
        let others = document.images.iter().map(|it| it.span).chain(document.codes.iter().map(|it| it.span));
        prop_assert!(others.chain(document.allowances.iter().map(|it| it.covers)).all(fits));
        for field in &document.front.fields {
            prop_assert!(fits(field.name_span) && fits(field.value_span));
        }
    }

    #[test]
    fn alignment_uses_every_segment_once(source in markdownish(), target in markdownish()) {
        let (source, target) = (Document::parse("en.md", source), Document::parse("ar.md", target));
        let alignment = Alignment::of(&source, &target);
        let mut theirs: Vec<u32> = alignment.groups.iter().flat_map(|group| group.source.clone()).collect();
        let mut ours: Vec<u32> = alignment.groups.iter().flat_map(|group| group.target.clone()).collect();
        theirs.sort_unstable();
        ours.sort_unstable();
        let all = |count: usize| (0..u32::try_from(count).expect("few")).collect::<Vec<_>>();
        prop_assert_eq!(theirs, all(source.segments.len()));
        prop_assert_eq!(ours, all(target.segments.len()));
        prop_assert_eq!(&alignment, &Alignment::of(&source, &target), "the same every time");
        let firsts: Vec<u32> = alignment.groups.iter().filter_map(|group| group.source.first().copied()).collect();
        prop_assert!(firsts.is_sorted(), "in the order of the source: {:?}", firsts);
        let mut within = alignment.groups.iter().map(|group| &group.target);
        prop_assert!(within.all(|indices| indices.is_sorted()), "joined in the order of the text");
    }

    #[test]
    fn a_text_is_in_step_with_itself(text in markdownish()) {
        let document = Document::parse("en.md", text);
        let alignment = Alignment::of(&document, &document);
        prop_assert!(alignment.groups.iter().all(|group| group.source == group.target));
    }

    #[test]
    fn checking_any_pair_ends(source in markdownish(), target in markdownish()) {
        let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[site]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n\
            required = [\"title\"]\ntranslated = [\"title\"]\nshared = [\"a\"]\n";
        let builder = mizan::Project::builder().file("mizan.toml", config).file("x/en.md", source).file("x/ar.md", target);
        let report = mizan::check(&builder.build().expect("a project"));
        for finding in &report.findings {
            prop_assert!(finding.place.span.start <= finding.place.span.end);
            prop_assert!(!mizan::words::Words::new(&["ar"]).say(&finding.message).is_empty());
        }
    }
}
