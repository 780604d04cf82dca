//! Enums of the words that variables choose between.

use std::collections::BTreeSet;

use super::docs::{Docs, inline_code};
use super::messages::Texts;
use super::names::{escaped, pascal, unique};
use super::rust::{NARROW, listed};

/// Names that the module uses for other types.
const RESERVED: &[&str] = &["Arg", "Date", "From", "Into", "Number", "Phrase", "Self", "String"];

/// The variant that holds any other word.
const NAMED: &str = "Named";

/// A variable that chooses between words, in all messages of the catalog.
pub(super) struct Enum<'t> {
    pub(super) variable: &'t str,
    /// As code has it.
    pub(super) name: String,
    words: &'t BTreeSet<String>,
    /// The variant of each word, then the one for any other.
    variants: Vec<String>,
}

/// The enums of a catalog, by variable.
pub(super) fn of(texts: &Texts) -> Vec<Enum<'_>> {
    let names: Vec<String> = texts.words.keys().map(|variable| pascal(variable)).collect();
    let names = unique(&names, RESERVED, "");
    let mut enums = Vec::with_capacity(names.len());
    for ((variable, words), name) in texts.words.iter().zip(names) {
        let wanted: Vec<String> = words.iter().map(|word| pascal(word)).chain([NAMED.to_owned()]).collect();
        enums.push(Enum { variable, name: escaped(&name), words, variants: unique(&wanted, &["Self"], "") });
    }
    enums
}

impl Enum<'_> {
    /// The enum with all that leads to it and from it.
    pub(super) fn item(&self, indent: usize) -> String {
        let (name, other) = (&self.name, self.variants.last().map_or(NAMED, String::as_str));
        let skip = if self.is_wide(indent) { "#[rustfmt::skip]\n" } else { "" };
        let mut out = String::new();
        let mut docs = Docs(&mut out);
        docs.line(&format!("What {} chooses between.", inline_code(&format!("${}", self.variable))));
        docs.line("");
        docs.line(&format!("In any message, in any locale: {}.", listed(self.words)));
        out.push_str("#[derive(Clone, Debug, PartialEq, Eq, Hash)]\n");
        out.push_str(&format!("pub enum {name} {{\n"));
        for (word, variant) in self.words.iter().zip(&self.variants) {
            out.push_str(&format!("    /// {}\n    {variant},\n", inline_code(word)));
        }
        out.push_str("    /// Another word; a message that does not know it says what it says by default.\n");
        out.push_str(&format!("    {other}(String),\n}}\n\n"));
        out.push_str(&format!("{skip}impl {name} {{\n    /// The word itself.\n    #[must_use]\n"));
        out.push_str("    pub fn as_str(&self) -> &str {\n        match self {\n");
        for (word, variant) in self.words.iter().zip(&self.variants) {
            out.push_str(&format!("            Self::{variant} => \"{word}\",\n"));
        }
        out.push_str(&format!("            Self::{other}(word) => word,\n        }}\n    }}\n}}\n\n"));
        out.push_str(&format!("{skip}impl From<&str> for {name} {{\n    fn from(word: &str) -> Self {{\n"));
        out.push_str("        match word {\n");
        for (word, variant) in self.words.iter().zip(&self.variants) {
            out.push_str(&format!("            \"{word}\" => Self::{variant},\n"));
        }
        out.push_str(&format!("            _ => Self::{other}(word.to_owned()),\n        }}\n    }}\n}}\n\n"));
        out.push_str(&format!("impl From<String> for {name} {{\n    fn from(word: String) -> Self {{\n"));
        out.push_str("        Self::from(word.as_str())\n    }\n}\n\n");
        out.push_str(&format!("impl From<{name}> for Arg {{\n    fn from(word: {name}) -> Self {{\n"));
        out.push_str("        Self::from(word.as_str())\n    }\n}\n");
        out
    }

    /// Whether some line is longer than every rustfmt leaves alone.
    fn is_wide(&self, indent: usize) -> bool {
        let widest = self.words.iter().zip(&self.variants).map(|(word, variant)| word.len() + variant.len()).max();
        let frame = "            Self:: => \"\",".len();
        indent + frame + widest.unwrap_or(0).max(self.variants.last().map_or(0, String::len) + 20) > NARROW
    }
}
