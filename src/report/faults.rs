//! What kept the texts from becoming a module of Rust.

use std::io::{self, Write};

use crate::generate::Faults;
use crate::phrase::Phrase;
use crate::report::escape::{visible, visible_phrase};
use crate::report::paint::Paint;
use crate::source::Place;
use crate::texts;
use crate::words::Words;

/// Writes the faults for a person, in the form of findings; `prefix` leads from the reader's folder to the project's.
///
/// # Errors
/// When `out` cannot be written to.
pub fn faults(faults: &Faults, words: &Words, prefix: &str, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(colour);
    let say = |phrase: &Phrase| words.say(&visible_phrase(phrase));
    let at = |place: &Place| format!("{prefix}{}:{}:{}", visible(&place.path), place.start.line, place.start.column);
    for error in &faults.unread {
        writeln!(out, "{} {}", paint.red("error"), say(&error.phrase()))?;
    }
    for fault in &faults.faults {
        writeln!(out, "{} {}", paint.bold(&at(&fault.place)), paint.red("error"))?;
        writeln!(out, "  {}", say(&fault.message))?;
        if let Some(help) = &fault.help {
            writeln!(out, "  {}", say(&texts::report_help(say(help))))?;
        }
        if let Some(related) = &fault.related {
            writeln!(out, "  {}", paint.faint(&format!("--> {}", at(related))))?;
        }
    }
    Ok(())
}
