//! Doc comments that nothing in a message's text or comment can break out of.

use std::fmt::Write as _;

use crate::bidi::controls;

/// Appends the lines of a doc comment.
pub(super) struct Docs<'o>(pub(super) &'o mut String);

impl Docs<'_> {
    /// One line; an empty one parts paragraphs.
    pub(super) fn line(&mut self, text: &str) {
        self.0.push_str("///");
        let text = text.trim_end();
        if !text.is_empty() {
            self.0.push(' ');
            self.0.push_str(text);
        }
        self.0.push('\n');
    }

    /// A text as a block of code.
    pub(super) fn block(&mut self, text: &str) {
        let fence = "`".repeat(longest_run(text).max(2) + 1);
        self.line(&format!("{fence}text"));
        for line in text.lines() {
            self.line(&shown(line));
        }
        self.line(&fence);
    }

    /// A paragraph of prose, each line with what Markdown would obey escaped.
    pub(super) fn prose<'t>(&mut self, lines: impl Iterator<Item = &'t str>) {
        for line in lines {
            self.line(&prose(line));
        }
    }
}

/// A text of one line as code within a line.
pub(super) fn inline_code(text: &str) -> String {
    let text = shown(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    // CommonMark takes one space off each end where both have one.
    let ends = |sign: char| text.starts_with(sign) || text.ends_with(sign);
    let pad = if text.is_empty() || ends('`') || ends(' ') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for character in text.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// Tabs as spaces, and what could not be seen, or would turn the line around, by its number.
fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => shown.push_str("    "),
            _ if character.is_control() || controls::is_control(character) || is_break(character) => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "\\u{{{:X}}}", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
    shown
}

fn is_break(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// A line of prose in which Markdown has nothing to obey: no code, link, tag, emphasis, heading, list or quotation.
fn prose(line: &str) -> String {
    let line = shown(line.trim());
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut escaped = String::with_capacity(line.len() + 8);
    for (at, character) in line.char_indices() {
        let rest = line.get(at..).unwrap_or_default();
        let obeyed = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' => true,
            '#' | '-' | '+' | '=' => at == 0,
            '.' | ')' => digits > 0 && at == digits,
            // Else rustdoc would ask for a link.
            ':' => rest.starts_with("://"),
            _ => false,
        };
        if obeyed {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    fn docs(write: impl FnOnce(&mut Docs<'_>)) -> String {
        let mut out = String::new();
        write(&mut Docs(&mut out));
        out
    }

    #[test]
    fn code_is_held_whatever_it_has() {
        assert_eq!(inline_code("One { $x }"), "`One { $x }`");
        assert_eq!(inline_code("a `b`"), "`` a `b` ``");
        assert_eq!(inline_code("\u{202E}a\rb\t"), "` \\u{202E}a\\u{D}b     `", "a space at both ends");
        assert_eq!(docs(|docs| docs.block("a\n\n``` */\n")), "/// ````text\n/// a\n///\n/// ``` */\n/// ````\n");
    }

    #[test]
    fn prose_is_only_prose() {
        assert_eq!(prose("# <b>[x](y)</b> `c`"), r"\# \<b\>\[x\](y)\</b\> \`c\`");
        assert_eq!(prose("1. https://example.org"), r"1\. https\://example.org");
    }

    /// What rustdoc reads.
    const RUSTDOC: Options = Options::ENABLE_TABLES
        .union(Options::ENABLE_FOOTNOTES)
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_SMART_PUNCTUATION);

    /// What Markdown makes of the lines of a doc comment.
    fn events(docs: &str) -> Vec<Event<'static>> {
        let text: String = docs
            .lines()
            .map(|line| line.strip_prefix("///").unwrap_or("").trim_start_matches(' ').to_owned() + "\n")
            .collect();
        Parser::new_ext(&text, RUSTDOC).map(Event::into_static).collect()
    }

    proptest! {
        #[test]
        fn no_text_breaks_out(text in "([a-z `*_<>\\[\\]()#|~:/&\\\\\\n\t\\-+=1.$!\\^{}\"]|///|```|\u{202E}|\u{627}){0,40}") {
            let code = docs(|docs| {
                docs.line(&inline_code(&text));
                docs.line("");
                docs.block(&text);
            });
            let lines: Vec<&str> = text.lines().collect();
            let prose = docs(|docs| docs.prose(lines.iter().copied().filter(|line| !line.trim().is_empty())));
            prop_assert!(code.lines().chain(prose.lines()).all(|line| line.starts_with("///") && !line.ends_with(' ')));
            prop_assert!(!code.chars().chain(prose.chars()).any(controls::is_control));
            let begun: Vec<_> = events(&code).into_iter().filter(|event| matches!(event, Event::Start(_))).collect();
            prop_assert!(matches!(begun.as_slice(), [Event::Start(Tag::Paragraph), Event::Start(Tag::CodeBlock(_))]), "{begun:?} {code}");
            for event in events(&prose) {
                let is_plain = matches!(event, Event::Text(_) | Event::SoftBreak | Event::Start(Tag::Paragraph) | Event::End(_));
                prop_assert!(is_plain, "{event:?} in {prose}");
            }
        }
    }
}
