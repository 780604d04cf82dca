//! Right-to-left lines as a terminal needs them.

use std::io::{self, Write};

use crate::bidi::display::{Display, line};

/// Passes lines on, each as the terminal needs it.
pub(super) struct Lines<'a> {
    display: Display,
    out: &'a mut dyn Write,
    /// The line that has no end yet.
    pending: Vec<u8>,
}

impl<'a> Lines<'a> {
    /// Writes all that `write` writes.
    pub(super) fn write(
        display: Display,
        out: &'a mut dyn Write,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        if display == Display::None {
            return write(out);
        }
        let mut lines = Self { display, out, pending: Vec::new() };
        write(&mut lines)?;
        let rest = std::mem::take(&mut lines.pending);
        lines.pass(&rest)
    }

    fn pass(&mut self, bytes: &[u8]) -> io::Result<()> {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let end = text.trim_end_matches(['\r', '\n']).len();
                let (text, end) = text.split_at(end);
                self.out.write_all(line(text, self.display).as_bytes())?;
                self.out.write_all(end.as_bytes())
            }
            Err(_) => self.out.write_all(bytes),
        }
    }
}

impl Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        while let Some(end) = memchr::memchr(b'\n', &self.pending) {
            let rest = self.pending.split_off(end + 1);
            let whole = std::mem::replace(&mut self.pending, rest);
            self.pass(&whole)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_changed_one_by_one_however_they_come() {
        let mut out = Vec::new();
        let written = Lines::write(Display::Isolate, &mut out, |to| {
            to.write_all("  سلا".as_bytes())?;
            to.write_all("م\nplain\r\nعلي".as_bytes())?;
            to.write_all("كم".as_bytes())
        });
        assert!(written.is_ok());
        let expected = "  \u{2067}سلام\u{2069}\nplain\r\n\u{2067}عليكم\u{2069}";
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }
}
