use super::line::{Line, Lines};
use super::phrases::phrases;
use super::picture::{Sign, picture, picture_isolated};
use super::unit;
use crate::check::rule::{CatalogLook, declare_rule};
use crate::check::{Fix, Sink};
use crate::locale::Direction;
use crate::message::{CatalogView, FileView, Part, Pattern, Use, walk, ways};
use crate::phrase::Phrase;
use crate::source::Span;

declare_rule! {
    /// # What it does
    ///
    /// Reports text of the other direction that a message puts together and that its reader then sees in the wrong order:
    /// a term, a message or a literal that Fluent's Rust implementation inserts as it is, and a variable beside which
    /// text of the other direction stands without a blank: the isolate that Fluent puts around the variable tears the
    /// two apart. Each is judged by what is seen: where isolating the phrase changes nothing, nothing is reported. mizan's
    /// own localizer isolates all of these by itself; this is for the programs that use another.
    ///
    /// # Why
    ///
    /// `www.{ $host }` is seen as `host.www` in an Arabic sentence, and the name `C++` as `++C`.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// visit = زوروا www.{ $host } اليوم
    /// ```
    ///
    /// # Instead
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// visit = زوروا {"\u2068"}www.{ $host }{"\u2069"} اليوم
    /// ```
    ///
    /// # Fix safety
    ///
    /// The fix puts a first-strong isolate around the phrase. It shows nothing of its own, and a second isolate inside it
    /// does no harm. There is none where tags or line ends stand within the phrase.
    pub(crate) static UNISOLATED = ("message/unisolated", Warn, Catalog(check));
}

const OPEN: &str = "{\"\\u2068\"}";
const CLOSE: &str = "{\"\\u2069\"}";

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    let base = look.locale.direction();
    for entry in look.catalog.definitions().filter(|entry| !entry.is_term() && !entry.is_plain()) {
        let file = look.catalog.file(entry);
        for part in entry.parts() {
            if !is_mixed(look.catalog, part.pattern, base.opposite()) {
                continue;
            }
            let found = faults(look.catalog, &part, file, base);
            let Some(first) = found.first() else { continue };
            let message = Phrase::new(if first.is_glued { "message-unisolated-glued" } else { "message-unisolated" });
            let message = message.with("id", entry.name_of(&part)).with("phrase", first.span.slice(file.text));
            let finding = sink.report(file.place(first.span), unit(entry, &part), message);
            finding.help(Phrase::new("message-unisolated.help"));
            // All of a text, or nothing: half a mend would only move the disorder.
            if found.iter().all(|fault| fault.is_whole) {
                let at = |at: u32| Span { start: at, end: at };
                let edits = found.iter().flat_map(|fault| {
                    [(at(fault.span.start), OPEN.to_owned()), (at(fault.span.end), CLOSE.to_owned())]
                });
                finding.fix(Fix { edits: edits.collect() });
            }
        }
    }
}

/// Whether a pattern puts anything in, and it or what it puts in holds text of this direction.
fn is_mixed(catalog: &CatalogView<'_>, pattern: &Pattern<'_>, direction: Direction) -> bool {
    let (mut puts, mut holds) = (false, false);
    walk(pattern, &mut |used| match used {
        Use::Text(text) => holds = holds || holds_strong(text, direction),
        Use::Literal(text) => {
            puts = true;
            holds = holds || holds_strong(text, direction) || text.contains('\\');
        }
        Use::Message { id, attribute } => {
            puts = true;
            holds = holds || part_holds(catalog, id, attribute, direction);
        }
        Use::Term { id, .. } => {
            puts = true;
            holds = holds || part_holds(catalog, &format!("-{id}"), None, direction);
        }
        _ => puts = true,
    });
    puts && holds
}

fn part_holds(catalog: &CatalogView<'_>, id: &str, attribute: Option<&str>, direction: Direction) -> bool {
    let Some(part) = catalog.get(id).and_then(|entry| entry.part(attribute)) else { return false };
    let mut holds = false;
    walk(part.pattern, &mut |used| {
        if let Use::Text(text) | Use::Literal(text) = used {
            holds = holds || holds_strong(text, direction) || text.contains('\\');
        }
    });
    holds
}

fn holds_strong(text: &str, direction: Direction) -> bool {
    if !crate::bidi::is_mixed(text, direction.opposite()) {
        return false;
    }
    text.chars().any(|own| Sign::Char(own).strong() == Some(direction))
}

/// A phrase that is seen in the wrong order.
struct Fault {
    span: Span,
    /// Whether it is glued to what Fluent isolates.
    is_glued: bool,
    /// Whether it stands in the file as one piece.
    is_whole: bool,
}

fn faults<'a>(catalog: &CatalogView<'a>, part: &Part<'_, 'a>, file: &FileView<'a>, base: Direction) -> Vec<Fault> {
    let mut found: Vec<Fault> = Vec::new();
    for way in ways(part.pattern).unwrap_or_default() {
        let Some(lines) = Lines::of(&way, file, catalog, base) else { return Vec::new() };
        // A text that is not in this language yet has another order altogether.
        let is_own = |line: &&Line| {
            let mut written = line.signs.iter().zip(&line.origins).filter(|(_, (_, put))| put.is_none());
            written.any(|(sign, _)| sign.strong() == Some(line.base))
        };
        for line in lines.lines.iter().filter(is_own) {
            for phrase in phrases(line, &lines) {
                let written = picture(&line.signs, line.base);
                let isolated = picture_isolated(&line.signs, line.base, phrase.clone(), line.base.opposite());
                if written == isolated {
                    continue;
                }
                let span = lines.span(line, phrase.clone(), file);
                let overlaps = |own: &Fault| own.span.start < span.end && span.start < own.span.end;
                if found.iter().any(overlaps) {
                    continue;
                }
                let inner = line.origins.get(phrase.clone()).unwrap_or_default();
                let is_isolated = |put: usize| lines.puts.get(put).is_some_and(|put| put.is_isolated);
                let is_glued = inner.iter().any(|(_, put)| put.is_some_and(is_isolated));
                found.push(Fault { span, is_glued, is_whole: !lines.is_broken(line, phrase) });
            }
        }
    }
    found.sort_by_key(|fault| fault.span);
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, fixed, places};
    use super::*;

    fn at(target: &str) -> Vec<String> {
        places(&findings(&UNISOLATED, "", target), target)
    }

    #[test]
    fn what_is_glued_to_an_isolate_is_torn_apart() {
        let target =
            "a = \u{623} www.{ $host } \u{628}\nb = \u{623} { $n }MB!\nc = \u{623} { $w }x{ $h } \u{628} { $w }px\n";
        assert_eq!(at(target), ["1:7 www.{ $host }", "2:7 { $n }MB", "3:7 { $w }x{ $h }"]);
        let found = findings(&UNISOLATED, "", target);
        assert!(found.iter().all(|finding| finding.message.id == "message-unisolated-glued"));
        assert!(at("a = \u{623} URL:{ $x } \u{648}{ $y } { $n }% ({ $z }) API { $n } MB\n").is_empty());
        assert_eq!(at("a = \u{623} https://{ $host }/\n"), ["1:7 https://{ $host }"]);
    }

    #[test]
    fn a_term_is_judged_by_what_is_seen() {
        let terms = "-c = C++\n-f = Firefox\n-m = Firefox \u{628}\n-n = .NET\n";
        let seen = |message: &str| at(&format!("{terms}a = {message}\n"));
        assert_eq!(seen("\u{623} { -c } \u{628}"), ["5:7 { -c }"]);
        assert_eq!(seen("\u{623} { -n } \u{628}"), ["5:7 { -n }"]);
        assert_eq!(seen("\u{623} { -f }\u{60C} { -c }")[0], "5:7 { -f }", "a list in Arabic runs on to the left");
        for well in [
            "\u{623} { -f } \u{628}",
            "\u{623} { -f } Accounts 5 \u{628}",
            "\u{623} { -f }! { -m }",
            "\u{623} ({ -f }) { $x }",
            "www.{ -f }.org \u{628}",
            "{ -c }",
            "See { -c } now",
            "\u{623} { -gone }+ \u{628}",
        ] {
            assert!(seen(well).is_empty(), "{well}");
        }
        assert_eq!(at("a = \u{623} {\"C++\"} \u{628}\n"), ["1:7 {\"C++\"}"]);
        assert_eq!(at("b = C++\na = \u{623} { b } \u{628}\n"), ["2:7 { b }"]);
    }

    #[test]
    fn tags_are_not_text_and_an_author_s_isolate_holds() {
        for well in [
            "a = \u{623} <a href=\"x\">{ $x }</a>&nbsp;{ $y } \u{628}\n",
            "a = \u{623} <bdi>www.{ $x }</bdi> \u{628}\n",
            "a = \u{623} <span dir=\"ltr\">www.{ $x }</span> \u{628}\n",
            "a = \u{623} {\"\\u2066\"}www.{ $x }{\"\\u2069\"} \u{628}\n",
            "a = \u{623} { $n ->\n    [one] www.{ $x }\n   *[other] y\n } \u{628}\n",
        ] {
            assert!(at(well).is_empty(), "{well}");
        }
        let target = "a = \u{623} www.<b>{ $x }</b> \u{628}\n";
        let found = findings(&UNISOLATED, "", target);
        assert_eq!(places(&found, target), ["1:7 www.<b>{ $x }"]);
        assert_eq!(found[0].fix, None);
    }

    #[test]
    fn the_mend_is_an_isolate_around_the_phrase_and_nothing_else() {
        let target = "-c = C++\na =\n    \u{623}\n    www.{ $x } { -c } \u{628}\n    .t = { $n ->\n    [one] \u{623} { -c } \u{628}\n   *[other] \u{623} { $n }px \u{628}\n }\n";
        let mended = fixed(target, &findings(&UNISOLATED, "", target));
        let (open, close) = ("{\"\\u2068\"}", "{\"\\u2069\"}");
        assert!(mended.contains(&format!("    {open}www.{{ $x }}{close} {open}{{ -c }}{close} \u{628}\n")), "{mended}");
        assert!(mended.contains(&format!("[one] \u{623} {open}{{ -c }}{close} \u{628}\n")), "{mended}");
        assert!(mended.contains(&format!("*[other] \u{623} {open}{{ $n }}px{close} \u{628}\n")), "{mended}");
        assert!(at(&mended).is_empty(), "{mended}");
    }

    #[test]
    fn english_is_looked_at_too() {
        let file = [("s", "-r = \u{627}\u{644}\u{645}\na = The { -r } 5 times\nb = The { -r } is\n")];
        let found = findings_in(&UNISOLATED, "en", &[], &file);
        assert_eq!(found.len(), 1, "a number is drawn to the Arabic before it");
    }
}
