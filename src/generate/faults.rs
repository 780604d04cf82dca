//! Why there is no module.

use std::fmt;

use crate::error::Error;
use crate::phrase::Phrase;
use crate::source::Place;
use crate::words::Words;

/// A place in the texts that no function could serve.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// The place that it contradicts.
    pub related: Option<Place>,
    /// What is wrong, in one sentence.
    pub message: Phrase,
    /// What to do about it.
    pub help: Option<Phrase>,
}

/// Why there is no module: faults in the texts, and files that could not be read. As an error it speaks English; its parts
/// are phrases.
#[derive(Clone, Debug)]
pub struct Faults {
    /// Faults in the texts, by place.
    pub faults: Vec<Fault>,
    /// What could not be read.
    pub unread: Vec<Error>,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Words::new(&["en"]);
        let at = |place: &Place| format!("{}:{}:{}", place.path, place.start.line, place.start.column);
        let mut lines: Vec<String> = self.unread.iter().map(ToString::to_string).collect();
        for fault in &self.faults {
            let mut line = format!("{}: {}", at(&fault.place), words.say(&fault.message));
            if let Some(related) = &fault.related {
                line = format!("{line} ({})", at(related));
            }
            lines.push(line);
        }
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Faults {}
