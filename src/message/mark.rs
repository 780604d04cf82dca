//! `# mizan-translate: [few] [many]` in the comment of a message: what in it is still to be translated.
//!
//! Fluent has no comment inside a message, so what was added to one by copying is named above it.

use super::view::Comment;

/// How a line that marks begins.
const MARK: &str = "mizan-translate";

/// The line that marks these variants of a value or an attribute, without its `#`.
pub(crate) fn mark(attribute: Option<&str>, variants: &[&str]) -> String {
    let attribute = attribute.map(|name| format!(" .{name}")).unwrap_or_default();
    let variants: String = variants.iter().map(|name| format!(" [{name}]")).collect();
    format!("{MARK}:{attribute}{variants}")
}

impl<'a> Comment<'a> {
    /// Its lines that say what is still to be translated, each with what it names.
    pub fn marks(&self) -> impl Iterator<Item = (&'a str, &'a str)> + '_ {
        self.lines.iter().filter_map(|line| {
            let line = line.trim();
            let rest = line.strip_prefix(MARK)?;
            let told = rest.trim_start_matches([' ', '\t']);
            (rest.is_empty() || told.starts_with(':') || told.len() < rest.len())
                .then(|| (line, told.trim_start_matches(':').trim()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn marks<'a>(lines: &[&'a str]) -> Vec<(&'a str, &'a str)> {
        Comment { span: Span::default(), lines: lines.into() }.marks().collect()
    }

    #[test]
    fn a_mark_that_is_written_is_read() {
        let line = mark(Some("title"), &["few", "many"]);
        assert_eq!(marks(&["about", &line]), [(line.as_str(), ".title [few] [many]")]);
        assert_eq!(mark(None, &["two"]), "mizan-translate: [two]");
    }

    #[test]
    fn by_hand_it_may_be_written_in_other_ways() {
        let lines = ["mizan-translate", " mizan-translate [few] ", "mizan-translate :", "mizan-translated: [few]"];
        assert_eq!(marks(&lines).iter().map(|(_, what)| *what).collect::<Vec<_>>(), ["", "[few]", ""]);
    }
}
