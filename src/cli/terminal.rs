//! Where a command writes: its language, its colours, and pipes that close early.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

use crate::bidi::display::Display;
use crate::cli::Failure;
use crate::cli::args::REORDERINGS;
use crate::cli::language;
use crate::cli::lines::Lines;
use crate::phrase::Phrase;
use crate::project::files;
use crate::report::paint::Paint;
use crate::texts;
use crate::words::Words;

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    Always,
    Never,
}

impl Colour {
    /// What `--color` says among arguments that could not be read.
    pub(super) fn asked(given: &[OsString]) -> Self {
        match language::value_of(given, "--color").as_deref() {
            Some("always") => Self::Always,
            Some("never") => Self::Never,
            _ => Self::Auto,
        }
    }

    fn is_on(self, stream: &impl anstream::stream::RawStream) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
        }
    }
}

/// What is done to lines with right-to-left text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reordering {
    /// By the terminal, as far as it says what it is.
    #[default]
    Auto,
    Always(Display),
}

impl Reordering {
    /// What `--bidi` says among arguments that could not be read.
    pub(super) fn asked(given: &[OsString]) -> Self {
        let asked = language::value_of(given, "--bidi");
        let found = REORDERINGS.iter().find(|(name, _)| Some(*name) == asked.as_deref());
        found.map_or(Self::Auto, |(_, reordering)| *reordering)
    }

    fn display(self, is_terminal: bool) -> Display {
        match self {
            Self::Always(display) => display,
            Self::Auto if is_terminal && leaves_order(|name| std::env::var(name).ok()) => Display::Visual,
            Self::Auto => Display::None,
        }
    }
}

/// Whether a terminal is known to leave text in the order that it comes in: Alacritty, kitty and Windows Terminal do.
/// One that may reorder, or an unknown one, gets text as it is read.
fn leaves_order(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let is = |name: &str, wanted: &str| variable(name).is_some_and(|value| value == wanted);
    // VTE reorders since 0.58.
    let reorders = is_set("KONSOLE_VERSION")
        || is_set("MLTERM")
        || is("TERM_PROGRAM", "mintty")
        || is("TERM_PROGRAM", "Apple_Terminal")
        || variable("VTE_VERSION").is_some_and(|version| version.parse::<u32>().is_ok_and(|number| number >= 5800));
    let leaves = is("TERM", "alacritty") || is("TERM", "xterm-kitty") || is_set("WT_SESSION");
    leaves && !reorders
}

/// Where a command writes.
#[derive(Debug)]
pub struct Terminal {
    /// The language spoken.
    pub(super) words: &'static Words,
    /// Whether only the necessary is said.
    pub(super) quiet: bool,
    colour: Colour,
    bidi: Reordering,
}

impl Terminal {
    pub(super) fn new(words: &'static Words, colour: Colour, bidi: Reordering, quiet: bool) -> Self {
        Self { words, quiet, colour, bidi }
    }

    /// Whether what goes to standard output is coloured.
    pub(super) fn colour(&self) -> bool {
        self.colour.is_on(&io::stdout())
    }

    /// Whether a person reads standard error.
    pub(super) fn is_watched(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Writes to standard output. A reader that has seen enough and closed it is no error.
    pub(super) fn print(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let written = write(&mut out).and_then(|()| out.flush());
        // What is still in the buffer would be tried again when it is dropped.
        let _ = out.into_parts();
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
            _ => Ok(()),
        }
    }

    /// What is done to right-to-left text on standard output.
    pub(super) fn display(&self) -> Display {
        self.bidi.display(io::stdout().is_terminal())
    }

    /// Writes what a person reads to standard output, its right-to-left lines as the terminal needs them.
    pub(super) fn show(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        self.print(|out| Lines::write(self.display(), out, write))
    }

    /// Writes to a file, in one step, or to standard output where none is named.
    pub(super) fn print_to(
        &self,
        file: Option<&Path>,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let Some(path) = file else { return self.print(write) };
        let mut bytes = Vec::new();
        write(&mut bytes).map_err(Failure::Output)?;
        Ok(files::replace(path, &bytes)?)
    }

    /// Says a sentence on standard error, unless only the necessary is wanted.
    pub(super) fn note(&self, phrase: &Phrase) {
        if !self.quiet {
            self.complain(&self.words.say(phrase));
        }
    }

    /// Says on standard error what is amiss, though there is a result.
    pub(super) fn warning(&self, phrase: &Phrase) {
        let colour = self.colour.is_on(&io::stderr());
        let head = Paint(colour).yellow(&self.words.say(&texts::report_severity_warn()));
        let _ = writeln!(io::stderr().lock(), "{head}: {}", self.words.say(phrase));
    }

    /// Says on standard error why there is no result.
    pub(super) fn fault(&self, message: &str) {
        let colour = self.colour.is_on(&io::stderr());
        let head = Paint(colour).red(&self.words.say(&texts::report_severity_error()));
        self.complain(&format!("{head}: {message}"));
    }

    fn complain(&self, text: &str) {
        let display = self.bidi.display(io::stderr().is_terminal());
        let _ = Lines::write(display, &mut io::stderr().lock(), |out| writeln!(out, "{text}"));
    }
}

/// A page goes where there is a folder: one that is not there was probably misspelt.
pub(super) fn needs_folder(file: &Path) -> Result<(), Failure> {
    let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) else {
        return Ok(());
    };
    let phrase = Phrase::new("cli-no-folder").with("path", file.display().to_string());
    Err(Failure::Usage(phrase.with("folder", folder.display().to_string())))
}
