//! Help in mizan's own languages. clap's headings, usage line and remarks are English only, so the page is made here,
//! from what clap knows of the arguments and the texts in `locales/`.

use std::io::{self, Write};

use clap::{Arg, Command, CommandFactory as _};

use crate::cli::args::Args;
use crate::locale::Direction;
use crate::phrase::Phrase;
use crate::report::explain::intern;
use crate::report::paint::Paint;
use crate::texts;
use crate::words::Words;

/// The widest line.
const WIDTH: usize = 96;
/// Where explanations begin, in languages that have them beside the option.
const COLUMN: usize = 28;

/// The command with its help texts in a language, for help, man pages and completions.
pub(super) fn localized(words: &Words) -> Command {
    let mut command = Args::command().about(words.say(&texts::cli_about()));
    // Makes clap's own arguments and those that all commands share appear, so that they get their texts too.
    command.build();
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    command = command.mut_args(|arg| with_help(arg, "", words));
    for name in names {
        command = command.mut_subcommand(&name, |sub| {
            let about = words.say(&Phrase::new(intern(format!("cli-{name}"))));
            sub.about(about).mut_args(|arg| with_help(arg, &name, words))
        });
    }
    command
}

/// The text of an argument: its command's own, or that of all commands.
fn with_help(arg: Arg, command: &str, words: &Words) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    let shared = matches!(name.as_str(), "lang" | "color" | "bidi" | "quiet" | "help" | "version");
    let id = if shared { format!("cli-any-{name}") } else { format!("cli-{command}-{name}") };
    arg.help(words.say(&Phrase::new(intern(id))))
}

/// Writes the help page of a command (`None`: of mizan as a whole).
pub(super) fn write(name: Option<&str>, words: &Words, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut root = localized(words);
    root.build();
    let command = name.and_then(|name| root.find_subcommand(name)).unwrap_or(&root);
    let page = Page { words, paint: Paint(colour), own: command.clone() };
    page.write(out)
}

struct Page<'a> {
    words: &'a Words,
    paint: Paint,
    own: Command,
}

impl Page<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if let Some(about) = self.own.get_about() {
            self.paragraph(&about.to_string(), "", out)?;
        }
        self.heading(&texts::cli_usage(), out)?;
        writeln!(out, "  {}", usage(&self.own))?;
        let arguments: Vec<_> = self.own.get_positionals().filter(|arg| !arg.is_hide_set()).collect();
        let options: Vec<_> = self.own.get_opts().chain(self.flags()).filter(|arg| !arg.is_hide_set()).collect();
        let is_own = |arg: &&&Arg| !arg.is_global_set() && !matches!(arg.get_id().as_str(), "help" | "version");
        let own = options.iter().filter(is_own).copied().collect();
        let any = options.iter().filter(|arg| !is_own(arg)).copied().collect();
        self.commands(out)?;
        self.arguments(&texts::cli_arguments(), arguments, out)?;
        self.arguments(&texts::cli_options(), own, out)?;
        self.arguments(&texts::cli_any_options(), any, out)?;
        if matches!(self.own.get_name(), "mizan" | "check") {
            writeln!(out)?;
            self.paragraph(&self.words.say(&texts::cli_exit_codes()), "", out)?;
        }
        Ok(())
    }

    fn flags(&self) -> impl Iterator<Item = &Arg> {
        let takes_value = |arg: &&Arg| arg.get_action().takes_values();
        self.own.get_arguments().filter(move |arg| !arg.is_positional() && !takes_value(arg))
    }

    fn heading(&self, text: &Phrase, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n{}:", self.paint.bold(&self.words.say(text)))
    }

    fn commands(&self, out: &mut dyn Write) -> io::Result<()> {
        let shown = |sub: &&Command| !sub.is_hide_set() && sub.get_name() != "help";
        let commands: Vec<_> = self.own.get_subcommands().filter(shown).collect();
        if commands.is_empty() {
            return Ok(());
        }
        self.heading(&texts::cli_commands(), out)?;
        for command in commands {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            self.entry(command.get_name(), &about, out)?;
        }
        Ok(())
    }

    fn arguments(&self, heading: &Phrase, arguments: Vec<&Arg>, out: &mut dyn Write) -> io::Result<()> {
        if arguments.is_empty() {
            return Ok(());
        }
        self.heading(heading, out)?;
        for argument in arguments {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            self.entry(&spelling(argument), &help, out)?;
        }
        Ok(())
    }

    /// A name and its explanation: beside it from left to right; below it from right to left, because terminals that
    /// reorder would mix the two on one line.
    fn entry(&self, name: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let beside = name.chars().count() + 4 <= COLUMN;
        if self.words.direction() == Direction::Rtl {
            writeln!(out, "  {}", self.paint.bold(name.trim_start()))?;
            return self.paragraph(text, &" ".repeat(6), out);
        }
        if !beside {
            writeln!(out, "  {}", self.paint.bold(name))?;
            return self.paragraph(text, &" ".repeat(COLUMN), out);
        }
        for (at, line) in wrap(text, WIDTH - COLUMN).into_iter().enumerate() {
            let space = COLUMN - 2 - name.chars().count();
            match at {
                0 => writeln!(out, "  {}{}{line}", self.paint.bold(name), " ".repeat(space))?,
                _ => writeln!(out, "{}{line}", " ".repeat(COLUMN))?,
            }
        }
        Ok(())
    }

    fn paragraph(&self, text: &str, indent: &str, out: &mut dyn Write) -> io::Result<()> {
        for line in wrap(text, WIDTH - indent.len()) {
            writeln!(out, "{indent}{line}")?;
        }
        Ok(())
    }
}

/// The usage line without clap's English heading.
pub(super) fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage:").trim().to_owned()
}

/// `-o, --output <FILE>`, `[DIR]`.
fn spelling(argument: &Arg) -> String {
    if argument.is_positional() {
        return argument.to_string();
    }
    match argument.get_short() {
        Some(short) => format!("-{short}, {argument}"),
        None => format!("    {argument}"),
    }
}

/// Cuts a text into lines of at most `width` characters, at spaces; characters are added up one by one, since width
/// tables take لا for one cell. Marks above and below letters take none.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let cells = |word: &str| word.chars().filter(|c| !matches!(*c, '\u{64B}'..='\u{65F}' | '\u{670}')).count();
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let (mut line, mut used) = (String::new(), 0);
        for word in paragraph.split_whitespace() {
            let more = cells(word);
            if used > 0 && used + 1 + more > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += more;
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_spaces_and_marks_take_no_room() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("مُدَّة لا", 7), ["مُدَّة لا"]);
        assert_eq!(wrap("a-word-that-is-too-long x", 5), ["a-word-that-is-too-long", "x"]);
    }

    #[test]
    fn every_argument_has_its_text_and_names_its_values() {
        for language in ["en", "ar"] {
            let mut root = localized(Words::new(&[language]));
            root.build();
            let commands = std::iter::once(&root).chain(root.get_subcommands().filter(|sub| sub.get_name() != "help"));
            for command in commands {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(
                    !about.is_empty() && !about.starts_with("cli-"),
                    "{language}: {} has no text",
                    command.get_name()
                );
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    let name = format!("{language}: {} {argument}", command.get_name());
                    assert!(!help.is_empty() && !help.starts_with("cli-"), "{name} has no text");
                    if argument.get_action().takes_values() {
                        for value in argument.get_possible_values() {
                            assert!(help.contains(value.get_name()), "{name} does not name {}", value.get_name());
                        }
                    }
                }
            }
        }
    }
}
