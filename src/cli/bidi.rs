//! `mizan bidi`.

use std::io::{self, Read as _, Write};

use serde::Serialize;

use crate::bidi::display::{Display, line, paragraph};
use crate::bidi::{self, Fault, Glyph, Picture, Reading, Sink, SpillKind, Verdict, controls, first_strong};
use crate::cli::args::Bidi;
use crate::cli::{Failure, Terminal};
use crate::locale::Direction;
use crate::phrase::Phrase;
use crate::report::visible;
use crate::words::Words;

/// Runs the command: shows how each line of the text is seen.
///
/// # Errors
/// When standard input is to be read and cannot be, or the output cannot be written.
pub fn run(args: &Bidi, terminal: &Terminal) -> Result<u8, Failure> {
    let text = if args.text == "-" { input()? } else { args.text.clone() };
    let paragraphs: Vec<Seen<'_>> = paragraphs(&text).map(|line| Seen::new(line, args.base)).collect();
    if args.json {
        terminal.print(|out| paragraphs.iter().try_for_each(|seen| seen.json(out)))?;
    } else {
        terminal.print(|out| {
            let mut page = Page { words: terminal.words, display: terminal.display(), out };
            for (index, seen) in paragraphs.iter().enumerate() {
                if index > 0 {
                    writeln!(page.out)?;
                }
                page.seen(seen)?;
            }
            Ok(())
        })?;
    }
    Ok(0)
}

fn input() -> Result<String, Failure> {
    let mut text = String::new();
    let read = io::stdin().lock().read_to_string(&mut text);
    let failed = |cause: io::Error| Failure::Usage(Phrase::new("cli-input").with("reason", cause.to_string()));
    read.map(|_| text).map_err(failed)
}

/// The lines that hold something; a text without any is one paragraph.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let is_empty = text.trim().is_empty();
    text.lines().filter(|line| !line.trim().is_empty()).chain(is_empty.then_some(""))
}

/// A paragraph with what a reader sees of it, as it is written and as it is mended.
struct Seen<'a> {
    text: &'a str,
    reading: Reading,
    fixed: String,
    written: Picture,
    mended: Picture,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Json<'a> {
    base: Direction,
    verdict: Verdict,
    phrases: Vec<JsonPhrase<'a>>,
    /// The text with isolates.
    fixed: &'a str,
    /// The visible characters from left to right, as the text is written, and as `fixed` has it.
    visual: String,
    visual_fixed: String,
    /// The embedding level of each character of `visual`.
    levels: Vec<u8>,
    controls: Vec<JsonControl>,
}

#[derive(Serialize)]
struct JsonPhrase<'a> {
    text: &'a str,
    kind: SpillKind,
    direction: Direction,
    verdict: Fault,
    /// Bytes of the text.
    start: u32,
    end: u32,
}

/// An invisible character of the text.
#[derive(Serialize)]
struct JsonControl {
    code: String,
    name: &'static str,
    /// Byte of the text.
    start: usize,
}

impl<'a> Seen<'a> {
    fn new(text: &'a str, base: Option<Direction>) -> Self {
        let base = base.or_else(|| first_strong(text)).unwrap_or(Direction::Ltr);
        let reading = bidi::check(text, base, &[]);
        let fixed = reading.mended(text, Sink::Text);
        let (written, mended) = (Picture::new(text, base), Picture::new(&fixed, base));
        Self { text, reading, fixed, written, mended }
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let phrases = self.reading.spills.iter().map(|spill| JsonPhrase {
            text: spill.span.slice(self.text),
            kind: spill.kind,
            direction: spill.direction,
            verdict: spill.fault,
            start: spill.span.start,
            end: spill.span.end,
        });
        let controls =
            hidden(self.text).map(|(start, character, name)| JsonControl { code: code(character), name, start });
        let json = Json {
            base: self.reading.base,
            verdict: self.reading.verdict(),
            phrases: phrases.collect(),
            fixed: &self.fixed,
            visual: self.written.text(),
            visual_fixed: self.mended.text(),
            levels: self.written.glyphs.iter().map(|glyph| glyph.level).collect(),
            controls: controls.collect(),
        };
        let json = serde_json::to_string(&json)?;
        // Controls stand in strings only, where an escape says the same and cannot disturb what shows it.
        let escaped = |character: char| match controls::is_control(character) {
            true => format!("\\u{:04x}", u32::from(character)),
            false => character.to_string(),
        };
        writeln!(out, "{}", json.chars().map(escaped).collect::<String>())
    }
}

/// Writes what a person reads. Texts and their parts go to the terminal one by one, so that what stands beside them
/// stays beside them.
struct Page<'a> {
    words: &'a Words,
    display: Display,
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn say(&mut self, indent: &str, phrase: &Phrase) -> io::Result<()> {
        let text = self.words.say(phrase);
        writeln!(self.out, "{indent}{}", line(&text, self.display))
    }

    fn seen(&mut self, seen: &Seen<'_>) -> io::Result<()> {
        let base = seen.reading.base;
        let verdict = match seen.reading.verdict() {
            Verdict::Fine => "bidi-fine",
            Verdict::Captured => "bidi-captured",
            Verdict::Broken => "bidi-broken",
        };
        self.say("", &Phrase::new(verdict))?;
        self.say("", &Phrase::new("bidi-base").with("direction", base.as_str()))?;
        for spill in &seen.reading.spills {
            let fault = match spill.fault {
                Fault::Captured => "captured",
                Fault::Broken => "broken",
            };
            let text = visible(spill.span.slice(seen.text));
            writeln!(self.out, "  {fault} {}", spill.direction)?;
            writeln!(self.out, "    {}", paragraph(&text, spill.direction, self.display))?;
        }
        writeln!(self.out)?;
        self.say("", &Phrase::new("bidi-written"))?;
        self.text(seen.text, base, &seen.written)?;
        if seen.reading.spills.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        self.say("", &Phrase::new("bidi-mended"))?;
        self.text(&seen.fixed, base, &seen.mended)
    }

    /// A text, the runs that it is seen in, and what nobody sees in it.
    fn text(&mut self, text: &str, base: Direction, picture: &Picture) -> io::Result<()> {
        // Where controls are obeyed here, their names would be in the way.
        let own = if self.display == Display::Visual { text.into() } else { visible(text) };
        writeln!(self.out, "  {}", paragraph(&own, base, self.display))?;
        self.say("  ", &Phrase::new("bidi-runs"))?;
        for (level, run) in runs(picture, text) {
            let direction = if level.is_multiple_of(2) { Direction::Ltr } else { Direction::Rtl };
            writeln!(self.out, "  {level:>3}  {}", paragraph(run.trim(), direction, self.display))?;
        }
        if hidden(text).next().is_some() {
            self.say("  ", &Phrase::new("bidi-hidden"))?;
        }
        for (at, character, name) in hidden(text) {
            let column = text.get(..at).unwrap_or_default().chars().count() + 1;
            writeln!(self.out, "  {column:>3}  {} {name}", code(character))?;
        }
        Ok(())
    }
}

/// Stretches of one level from left to right, each in the order that it is read in.
fn runs(picture: &Picture, text: &str) -> Vec<(u8, String)> {
    let mut runs: Vec<(u8, Vec<u32>)> = Vec::new();
    for Glyph { at, level, .. } in &picture.glyphs {
        match runs.last_mut() {
            Some((own, places)) if own == level => places.push(*at),
            _ => runs.push((*level, vec![*at])),
        }
    }
    let read = |(level, mut places): (u8, Vec<u32>)| {
        places.sort_unstable();
        let character = |at: u32| text.get(at as usize..).and_then(|rest| rest.chars().next());
        (level, places.into_iter().filter_map(character).collect())
    };
    runs.into_iter().map(read).collect()
}

/// The invisible characters of a text, with their places and names.
fn hidden(text: &str) -> impl Iterator<Item = (usize, char, &'static str)> {
    text.char_indices().filter_map(|(at, character)| Some((at, character, controls::name(character)?)))
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, base: Direction, display: Display) -> String {
        let mut out = Vec::new();
        let mut page = Page { words: Words::new(&["en"]), display, out: &mut out };
        page.seen(&Seen::new(text, Some(base))).expect("a vector takes all");
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn runs_are_listed_from_left_to_right_and_hidden_characters_named() {
        let shown = written("لغة C++ سهلة", Direction::Rtl, Display::None);
        let (as_written, mended) = shown.split_once("Mended").expect("both");
        assert!(as_written.contains("\n    1  ++ سهلة\n    2  C\n    1  لغة\n"), "{as_written}");
        assert!(mended.contains("\n    1  سهلة\n    2  C++\n    1  لغة\n"), "{mended}");
        assert!(mended.contains("<U+2066>C++<U+2069>"), "{mended}");
        assert!(mended.contains("\n    5  U+2066 LEFT-TO-RIGHT ISOLATE\n"), "{mended}");
    }

    #[test]
    fn on_a_terminal_that_leaves_order_the_level_stays_before_its_run() {
        let shown = written("في C++", Direction::Rtl, Display::Visual);
        assert!(shown.contains("\n  ++C \u{FEF2}\u{FED3}\n"), "{shown}");
        assert!(shown.contains("\n    1  \u{FEF2}\u{FED3}\n"), "{shown}");
    }

    #[test]
    fn json_holds_no_raw_control() {
        let mut out = Vec::new();
        Seen::new("لغة C++ سهلة", None).json(&mut out).expect("a vector takes all");
        let text = String::from_utf8_lossy(&out);
        assert!(!text.contains(controls::is_control), "{text}");
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(json["base"], "rtl");
        assert_eq!(json["verdict"], "broken");
        assert_eq!(json["phrases"][0]["text"], "C++");
        assert_eq!(json["fixed"], "لغة \u{2066}C++\u{2069} سهلة");
        assert_eq!(json["visual"], "ةلهس ++C ةغل");
        assert_eq!(json["visual_fixed"], "ةلهس C++ ةغل");
    }

    #[test]
    fn every_line_that_says_something_is_a_paragraph() {
        assert_eq!(paragraphs("one\n\n two\r\n").collect::<Vec<_>>(), ["one", " two"]);
        assert_eq!(paragraphs("\n").collect::<Vec<_>>(), [""]);
    }
}
