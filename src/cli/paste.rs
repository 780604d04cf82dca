//! Commands that hints name, so that they can be pasted.

use std::path::Path;

/// A command of mizan, its words quoted where a shell would take them apart.
pub(super) struct Command(String);

impl Command {
    pub(super) fn new(name: &str) -> Self {
        Self(format!("mizan {name}"))
    }

    /// Adds a folder or a file; the folder that one stands in needs no naming.
    pub(super) fn path(&mut self, path: &Path) {
        if path != Path::new(".") {
            self.word(&path.to_string_lossy());
        }
    }

    pub(super) fn option(&mut self, name: &str, value: &str) {
        self.0.extend([" ", name]);
        self.word(value);
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }

    fn word(&mut self, word: &str) {
        // Only a NUL cannot be quoted, and no argument holds one.
        let quoted = shlex::try_quote(word).unwrap_or(std::borrow::Cow::Borrowed(word));
        self.0.extend([" ", &quoted]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_a_shell_needs_it() {
        let mut command = Command::new("check");
        command.path(Path::new("."));
        command.path(Path::new("my news/it's"));
        command.option("--only", "*.ftl");
        command.option("--rule", "article/missing=off");
        let text = command.into_string();
        let words = ["mizan", "check", "my news/it's", "--only", "*.ftl", "--rule", "article/missing=off"];
        assert_eq!(shlex::split(&text).expect("words"), words);
        assert!(text.starts_with("mizan check \"my news/it's\""), "{text}");
    }
}
