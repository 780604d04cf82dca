//! What a rule looks for, why, and what to do instead: on a terminal, as a list, as a page. The English text is the doc
//! comment of the rule, the Arabic one is in `locales/ar/explain.ftl`; the example is one for both.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::check::{Rule, rules};
use crate::phrase::Phrase;
use crate::report::human::severity_name;
use crate::report::paint::Paint;
use crate::words::Words;

/// A rule's documentation as Markdown: doc comments keep the space after `///`.
pub(super) fn documentation(rule: &Rule) -> String {
    let lines = rule.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// A part of a rule's documentation: its English heading, and its Markdown.
struct Section<'a> {
    heading: &'a str,
    body: &'a str,
}

/// The documentation cut at its headings. Headings inside code are not headings: the parser knows.
fn sections(documentation: &str) -> Vec<Section<'_>> {
    let mut cuts = Vec::new();
    for (event, range) in Parser::new(documentation).into_offset_iter() {
        if let Event::Start(Tag::Heading { .. }) = event {
            cuts.push(range);
        }
    }
    let ends = cuts.iter().skip(1).map(|range| range.start).chain([documentation.len()]);
    let section = |(range, end): (&std::ops::Range<usize>, usize)| Section {
        heading: documentation[range.clone()].trim().trim_start_matches('#').trim(),
        body: documentation[range.end..end].trim(),
    };
    cuts.iter().zip(ends).map(section).collect()
}

/// Ids of texts are known to phrases as `&'static str`; those that are made from names are kept, once each.
pub(crate) fn intern(id: String) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(id) = known.get(id.as_str()) {
        return id;
    }
    let id: &'static str = Box::leak(id.into_boxed_str());
    known.insert(id);
    id
}

fn text(rule: &Rule, attribute: &str, words: &Words) -> Option<String> {
    let id = intern(format!("explain-{}{attribute}", rule.name.replace('/', "-")));
    let text = words.say(&Phrase::new(id));
    (text != id && !text.is_empty()).then_some(text)
}

/// One sentence on what a rule finds.
#[must_use]
pub fn summary(rule: &Rule, words: &Words) -> String {
    text(rule, "", words).unwrap_or_else(|| {
        let documentation = documentation(rule);
        let what = plain(sections(&documentation).first().map_or(&documentation, |section| section.body));
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        what.split_inclusive(". ").next().unwrap_or_default().trim().to_owned()
    })
}

/// Markdown as plain text: code indented, markup gone.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut text = Vec::new();
    // Writing to a vector cannot fail.
    let _ = render(markdown, false, "", &mut text);
    String::from_utf8_lossy(&text).trim().to_owned()
}

/// Writes what is known of a rule for a terminal.
///
/// # Errors
/// When `out` cannot be written to.
pub fn rule(rule: &Rule, words: &Words, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let bold = |text: &str| Paint(colour).bold(text);
    writeln!(out, "{} ({})", bold(rule.name), severity_name(rule.severity))?;
    writeln!(out, "{}", summary(rule, words))?;
    let documentation = documentation(rule);
    for section in sections(&documentation) {
        let (heading, attribute) = heading(section.heading);
        let heading = heading.map_or_else(|| section.heading.to_owned(), |id| words.say(&Phrase::new(id)));
        writeln!(out, "\n{}", bold(&heading))?;
        match attribute.and_then(|attribute| text(rule, attribute, words)) {
            Some(own) => {
                writeln!(out, "  {own}")?;
                code_of(section.body, colour, out)?;
            }
            None => render(section.body, colour, "  ", out)?,
        }
    }
    Ok(())
}

/// The text of a heading in mizan's own languages, and the attribute that holds the section's text.
fn heading(english: &str) -> (Option<&'static str>, Option<&'static str>) {
    match english {
        "What it does" => (Some("explain-what"), Some(".what")),
        "Why" => (Some("explain-why"), Some(".why")),
        "Example" => (Some("explain-example"), None),
        "Instead" => (Some("explain-instead"), Some(".instead")),
        "Fix safety" => (Some("explain-fix-safety"), Some(".fix")),
        _ => (None, None),
    }
}

/// Writes only the code blocks of a section, whose text has been said in another language.
fn code_of(markdown: &str, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        if let Event::Start(Tag::CodeBlock(_)) = event {
            writeln!(out)?;
            render(&markdown[range], colour, "  ", out)?;
        }
    }
    Ok(())
}

/// Writes Markdown for a terminal: paragraphs as they are, code indented, emphasis and inline code as colour only.
fn render(markdown: &str, colour: bool, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut line = String::new();
    let mut in_code = false;
    let mut any = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                if any {
                    writeln!(out)?;
                }
                in_code = true;
            }
            Event::End(TagEnd::CodeBlock) => {
                (in_code, any) = (false, true);
            }
            Event::Text(text) if in_code => {
                for code in text.lines() {
                    writeln!(out, "{}", format!("{indent}    {code}").trim_end())?;
                }
            }
            Event::Text(text) => line.push_str(&text),
            Event::Code(code) => line.push_str(&Paint(colour).bold(&format!("`{code}`"))),
            Event::SoftBreak | Event::HardBreak => {
                line.push('\n');
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::List(_)) if any && !line.ends_with("- ") => {
                writeln!(out)?;
            }
            Event::Start(Tag::Item) => line.push_str("- "),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) if !line.is_empty() => {
                for text in std::mem::take(&mut line).lines() {
                    writeln!(out, "{indent}{text}")?;
                }
                any = true;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Writes all rules, a line or two each: name and proposed severity, then the summary.
///
/// # Errors
/// When `out` cannot be written to.
pub fn list(words: &Words, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    for rule in rules::all() {
        let name = Paint(colour).bold(rule.name);
        writeln!(out, "{name} ({})\n    {}", severity_name(rule.severity), summary(rule, words))?;
    }
    Ok(())
}

/// The page of all rules (`docs/rules.md`), from the same texts.
///
/// # Errors
/// When `out` cannot be written to.
pub fn page(words: &Words, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", words.say(&Phrase::new("explain-page-title")))?;
    writeln!(out, "{}\n", words.say(&Phrase::new("explain-page-intro")))?;
    let (name, severity, finds) = ("explain-page-rule", "explain-page-severity", "explain-page-finds");
    let head = [name, severity, finds].map(|id| words.say(&Phrase::new(id)));
    writeln!(out, "| {} |\n| --- | --- | --- |", head.join(" | "))?;
    for rule in rules::all() {
        let anchor = rule.name.replace('/', "");
        let summary = summary(rule, words).replace('|', "\\|");
        writeln!(out, "| [`{}`](#{anchor}) | {} | {summary} |", rule.name, severity_name(rule.severity))?;
    }
    for rule in rules::all() {
        writeln!(out, "\n## `{}`\n", rule.name)?;
        let default = severity_name(rule.severity);
        writeln!(out, "{}", words.say(&Phrase::new("explain-page-default").with("severity", default)))?;
        let documentation = documentation(rule);
        for section in sections(&documentation) {
            writeln!(out, "\n### {}\n\n{}", section.heading, section.body)?;
        }
    }
    Ok(())
}

/// The rule of this name, or those whose names are near.
///
/// # Errors
/// The near names, the nearest first, when no rule has this name.
pub fn find(name: &str) -> Result<&'static Rule, Vec<String>> {
    rules::find(name).ok_or_else(|| rules::near(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_inside_code_is_no_heading() {
        let sections = sections("# What it does\n\nLooks.\n\n# Example\n\n```ftl\n# mizan-allow x: y\na = b\n```\n");
        let seen: Vec<_> = sections.iter().map(|section| section.heading).collect();
        assert_eq!(seen, ["What it does", "Example"]);
        assert!(sections[1].body.contains("# mizan-allow"));
    }

    #[test]
    fn markdown_becomes_plain_text_with_its_code_indented() {
        let text = plain("One `two` *three*\nfour.\n\n- a\n- b\n\n```\ncode\n  more\n```\n");
        assert_eq!(text, "One `two` three\nfour.\n\n- a\n- b\n\n    code\n      more");
    }

    #[test]
    fn every_rule_has_its_sections_and_a_summary_in_both_languages() {
        for rule in rules::all() {
            let text = documentation(rule);
            let headings: Vec<_> = sections(&text).iter().map(|section| section.heading).collect();
            for heading in ["What it does", "Why", "Example", "Instead"] {
                assert!(headings.contains(&heading), "{} has no {heading}", rule.name);
            }
            let arabic = Words::new(&["ar"]);
            for attribute in ["", ".what", ".why", ".instead"] {
                assert!(self::text(rule, attribute, arabic).is_some(), "{} has no Arabic {attribute}", rule.name);
            }
            assert!(summary(rule, arabic) != summary(rule, Words::new(&["en"])), "{}", rule.name);
        }
    }
}
