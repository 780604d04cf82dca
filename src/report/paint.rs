//! Colours on a terminal, or none.

/// Puts colour around text, if it was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    fn on(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    pub(crate) fn removed(self, text: &str) -> String {
        self.on("9;31", text)
    }

    pub(crate) fn added(self, text: &str) -> String {
        self.on("1;32", text)
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.on("1", text)
    }

    pub(crate) fn faint(self, text: &str) -> String {
        self.on("2", text)
    }

    pub(crate) fn red(self, text: &str) -> String {
        self.on("1;31", text)
    }

    pub(crate) fn green(self, text: &str) -> String {
        self.on("1;32", text)
    }

    pub(crate) fn yellow(self, text: &str) -> String {
        self.on("1;33", text)
    }

    pub(crate) fn cyan(self, text: &str) -> String {
        self.on("1;36", text)
    }
}
