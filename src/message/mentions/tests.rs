use super::*;

fn read(text: &str, path: &str) -> Mentions {
    Mentions::read(text, path, &Callees::new(&["Phrase::new".to_owned(), "data-text".to_owned()]))
}

fn calls(text: &str, path: &str) -> Vec<String> {
    let place = |call: &Call| {
        assert_eq!(call.span.slice(text), &*call.id);
        format!("{} {}", call.callee, call.id)
    };
    read(text, path).calls.iter().map(place).collect()
}

#[test]
fn ids_are_read_where_they_are_shown() {
    let rust = "Phrase::new(\"a\"); crate::Phrase::new(\n  \"b.title\",\n); fl!(LOADER, \"c\", n = 1); new(\"no\"); MyPhrase::new(\"no\");";
    assert_eq!(calls(rust, "a.rs"), ["Phrase::new a", "Phrase::new b.title", "fl! c"]);
    let script =
        "t('a'); this.$t(`b`); document.l10n.setAttributes(el, \"c\", { x }); part(\"no\"); l10n.format( 'd' ,x)";
    assert_eq!(calls(script, "a.js"), ["t a", "$t b", "setAttributes c", "format d"]);
    let html =
        "<p data-l10n-id=\"a\">{{ t('b') }}{{t \"c\"}}{{ \"d\" | t }}</p><p data-text=e><Localized vars={x} id=\"f\">";
    assert_eq!(calls(html, "a.html"), ["data-l10n-id a", "t b", "t c", "t d", "data-text e", "Localized f"]);
    assert_eq!(calls("el.setAttribute(\"data-l10n-id\",\n \"a\")", "a.js"), ["data-l10n-id a"]);
    for text in
        ["el.setAttribute(\"data-l10n-id\", is ? \"a\" : b)", "[\"data-l10n-id\", \"key\"]", "data-l10n-id == \"a\""]
    {
        assert_eq!(calls(text, "a.js"), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_is_no_id_or_put_together_is_no_call() {
    for text in [
        "t(\"two words\")",
        "t(\"error-\" + kind)",
        "t(x)",
        "t(\"a\" ~ b)",
        "t(`a-${b}`)",
        "t(f(\"a\"))",
        "format!(\"a\")",
    ] {
        assert_eq!(calls(text, "a.js"), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn comments_show_nothing() {
    for (text, path) in [
        ("/// t(\"a\")", "a.rs"),
        ("x(); // t(\"a\")", "a.js"),
        ("/*\n t(\"a\")\n*/", "a.js"),
        ("<!-- {{ t('a') }}\n -->", "a.html"),
        ("{# {{ t('a') }} #}", "a.html"),
        ("# t(\"a\")", "a.py"),
        ("x();\n#[cfg(test)]\nmod tests {\n    t(\"a\")\n}", "a.rs"),
    ] {
        assert_eq!(calls(text, path), Vec::<String>::new(), "{text}");
        assert!(read(text, path).has("a"), "it is mentioned all the same: {text}");
    }
    for (text, path) in [
        ("go(\"https://x\"); t(\"a\")", "a.js"),
        ("glob(\"src/**/*.rs\"); t(\"a\")", "a.rs"),
        ("/* x */ t(\"a\")", "a.rs"),
        ("#[x] t(\"a\")", "a.rs"),
    ] {
        assert_eq!(calls(text, path), ["t a"], "{text}");
    }
}

#[test]
fn ids_put_together_at_run_time_are_patterns() {
    for (text, id) in [
        ("\"error-\" + kind", "error-network"),
        ("concat!(\"error-\", $kind)", "error-network"),
        ("format!(\"explain-{}.{name}\", x)", "explain-rule"),
        ("`room-${room}-title`", "room-north-title"),
        ("kind + \"-title\"", "room-title"),
        ("\"card\" + n", "card3"),
        ("'card' ~ n", "card3"),
        ("<p data-l10n-id=\"error-{{ kind }}\">", "error-network"),
        ("\"error_%s\" % kind", "error_network"),
        ("\"category-$name\"", "category-care"),
    ] {
        let mentions = read(text, "a.x");
        assert!(mentions.has(id), "{text}: {:?}", mentions.patterns);
        assert!(!mentions.has("other"), "{text}");
    }
    assert!(!read("format!(\"{a}-{b}.md\")", "a.rs").has("error-network"));
    assert!(read("\"{}-{}\" \"-\" + x", "a.rs").patterns.is_empty(), "this could be anything");
}

#[test]
fn an_attribute_mentions_its_message() {
    let mentions = read("[\"home.title\", 'menu', \"{\\\"id\\\": \\\"deep\\\"}\"]", "a.js");
    assert!(mentions.has("home") && mentions.has("menu") && mentions.has("deep"));
    assert!(!mentions.has("hom") && !mentions.has("home-page") && !mentions.has("title"));
}

#[test]
fn allowances_cover_their_line_and_the_next() {
    let text = "a\n// mizan-allow message/undefined, x/y: a test\nt(\"a\")\nt(\"b\")\n";
    let allowed = read(text, "a.rs").allowances;
    let names: Vec<_> = allowed.iter().map(|(rule, _)| &**rule).collect();
    assert_eq!(names, ["message/undefined", "x/y"]);
    assert_eq!(allowed[0].1.slice(text), "// mizan-allow message/undefined, x/y: a test\nt(\"a\")");
    assert_eq!(read("<!-- mizan-allow message/undefined -->", "a.html").allowances.len(), 1);
}

#[test]
fn patterns_fit_from_end_to_end() {
    assert!(fits("a-*", "a-b") && fits("*-b", "a-b") && fits("a*c*e", "abcde") && fits("a", "a"));
    assert!(!fits("a-*", "b-a-") && !fits("*-b", "-ba") && !fits("a*c*e", "aebc") && !fits("a", "ab"));
    assert!(!fits("ab*b", "ab"));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_anywhere(
        text in "(t\\(|Phrase::new\\(|\"|'|`|\\{\\{|\\}\\}|\\||data-l10n-id|<Localized id=|=|[a-c.-]|\u{645}|\\\\|%s|\\$|#|/\\*|\\*/|//|\n| |mizan-allow ){0,40}",
    ) {
        for path in ["a.rs", "a.html", "a.py", "a"] {
            for call in read(&text, path).calls {
                proptest::prop_assert_eq!(call.span.slice(&text), &*call.id);
                proptest::prop_assert!(is_id_with_attribute(&call.id));
            }
        }
    }
}
