//! Fingerprints of texts: what a record remembers of a segment or a message instead of its words.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// What a segment or a message said: one fingerprint of its meaning (its plain text, with code), one of its writing
/// (markup, addresses). Line breaks and the width of white space count in neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// Of the meaning: when it differs, a translation is stale.
    pub text: u32,
    /// Of the writing: when it alone differs, the change is cosmetic.
    pub markup: u16,
}

impl Fingerprint {
    /// The fingerprint of a text and of how it is written.
    ///
    /// ```
    /// use mizan::fingerprint::Fingerprint;
    /// let plain = Fingerprint::of("Visits are free.", "Visits are _free_.");
    /// let restyled = Fingerprint::of("Visits are free.", "Visits are *free*.");
    /// let reflowed = Fingerprint::of("Visits\nare free.", "Visits\nare _free_.");
    /// assert_eq!(plain.text, restyled.text);
    /// assert_ne!(plain.markup, restyled.markup);
    /// assert_eq!(plain, reflowed);
    /// ```
    #[must_use]
    pub fn of(text: &str, markup: &str) -> Self {
        let [a, b, c, d, ..] = hash(text);
        let [e, f, ..] = hash(markup);
        Self { text: u32::from_be_bytes([a, b, c, d]), markup: u16::from_be_bytes([e, f]) }
    }
}

/// BLAKE3 of the words, one space between them.
fn hash(text: &str) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            hasher.update(b" ");
        }
        hasher.update(word.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}.{:04x}", self.text, self.markup)
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    /// Reads what [`Fingerprint`] displays: eight hexadecimal digits, a point, four.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (text, markup) = text.split_once('.').ok_or(())?;
        let is_hex = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_hex(text, 8) || !is_hex(markup, 4) {
            return Err(());
        }
        let text = u32::from_str_radix(text, 16).map_err(|_| ())?;
        Ok(Self { text, markup: u16::from_str_radix(markup, 16).map_err(|_| ())? })
    }
}

/// The id that git gives a file of this text, as 40 hexadecimal digits. Line endings count as LF, as they do in the
/// repository when git converts them.
///
/// ```
/// use mizan::fingerprint::blob_id;
/// assert_eq!(blob_id("hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
/// assert_eq!(blob_id("hello\r\n"), blob_id("hello\n"));
/// ```
#[must_use]
pub fn blob_id(text: &str) -> String {
    use sha1::{Digest as _, Sha1};
    let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
    let mut hasher = Sha1::new();
    hasher.update(format!("blob {}\0", text.len()));
    hasher.update(text.as_bytes());
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_displayed_is_read_back() {
        let fingerprint = Fingerprint { text: 0x0a0b_0c0d, markup: 7 };
        assert_eq!(fingerprint.to_string(), "0a0b0c0d.0007");
        assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
        for wrong in ["", ".", "0a0b0c0d", "0a0b0c0d.00", "0a0b0c0.00070", "+a0b0c0d.0007", "0a0b0c0d.000g"] {
            assert!(wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn git_agrees_about_other_texts() {
        assert_eq!(blob_id(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        // A carriage return alone is text.
        assert_ne!(blob_id("a\rb"), blob_id("a\nb"));
    }
}
