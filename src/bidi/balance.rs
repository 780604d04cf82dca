//! Controls that are out of balance, or better not used.

use crate::bidi::controls::{FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
use crate::source::Span;

/// What is wrong with a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlawKind {
    /// An isolate, an embedding or an override that nothing ends in the paragraph.
    Unclosed,
    /// A PDI or a PDF that ends nothing.
    Unopened,
    /// LRO or RLO: text is shown in an order that is not its own.
    Override,
    /// LRE or RLE with its PDF: balanced, but it pulls on the text around it as an isolate does not.
    Embedding,
}

/// A control with what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flaw {
    /// Where the control stands.
    pub span: Span,
    /// What is wrong.
    pub kind: FlawKind,
    /// The control.
    pub control: char,
    /// Where the control that ends it stands, for overrides and embeddings that are ended.
    pub end: Option<Span>,
}

/// The flaws of the controls of one paragraph, in the order of their places. An override that nothing ends has two.
///
/// ```
/// use mizan::bidi::{FlawKind, flaws};
/// let kinds = |text: &str| flaws(text).iter().map(|flaw| flaw.kind).collect::<Vec<_>>();
/// assert_eq!(kinds("\u{2067}ميزان\u{2069}"), []);
/// assert_eq!(kinds("\u{2067}ميزان"), [FlawKind::Unclosed]);
/// assert_eq!(kinds("\u{202B}ميزان\u{202C}"), [FlawKind::Embedding]);
/// ```
#[must_use]
pub fn flaws(text: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    let mut open: Vec<Flaw> = Vec::new();
    let mut isolates = 0_usize;
    let controls = text.char_indices().filter(|(_, character)| matches!(character, LRE..=RLO | LRI..=PDI));
    for (at, control) in controls {
        let span = Span::new(at, at + control.len_utf8());
        let flaw = |kind| Flaw { span, kind, control, end: None };
        match control {
            LRI | RLI | FSI => {
                isolates += 1;
                open.push(flaw(FlawKind::Unclosed));
            }
            LRE | RLE | LRO | RLO => open.push(flaw(FlawKind::Unclosed)),
            PDI if isolates > 0 => {
                isolates -= 1;
                // What was opened inside ends with the isolate, but nothing says so.
                while let Some(inner) = open.pop_if(|inner| !is_isolate(inner.control)) {
                    unclosed(&mut found, inner);
                }
                open.pop();
            }
            PDF if open.last().is_some_and(|last| !is_isolate(last.control)) => {
                if let Some(opened) = open.pop() {
                    let kind = if is_override(opened.control) { FlawKind::Override } else { FlawKind::Embedding };
                    found.push(Flaw { kind, end: Some(span), ..opened });
                }
            }
            _ => found.push(flaw(FlawKind::Unopened)),
        }
    }
    for inner in open {
        unclosed(&mut found, inner);
    }
    found.sort_unstable();
    found
}

fn unclosed(found: &mut Vec<Flaw>, flaw: Flaw) {
    found.push(flaw);
    if is_override(flaw.control) {
        found.push(Flaw { kind: FlawKind::Override, ..flaw });
    }
}

fn is_isolate(control: char) -> bool {
    matches!(control, LRI | RLI | FSI)
}

fn is_override(control: char) -> bool {
    matches!(control, LRO | RLO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(usize, FlawKind)> {
        flaws(text).iter().map(|flaw| (flaw.span.range().start, flaw.kind)).collect()
    }

    #[test]
    fn what_nothing_ends_and_what_ends_nothing() {
        assert_eq!(kinds("a\u{2066}b"), [(1, FlawKind::Unclosed)]);
        assert_eq!(kinds("a\u{2069}b\u{202C}"), [(1, FlawKind::Unopened), (5, FlawKind::Unopened)]);
        assert_eq!(kinds("\u{2068}a\u{2067}b\u{2069}c\u{2069}"), []);
        assert_eq!(kinds("\u{200E}\u{200F}\u{61C}"), [], "marks need no end");
    }

    #[test]
    fn an_embedding_is_not_ended_across_an_isolate() {
        // The isolate's end takes the embedding with it; the PDF after it ends nothing.
        let text = "\u{2067}\u{202A}a\u{2069}\u{202C}";
        assert_eq!(kinds(text), [(3, FlawKind::Unclosed), (10, FlawKind::Unopened)]);
        // A PDF inside an isolate cannot reach out.
        let text = "\u{202A}\u{2067}\u{202C}\u{2069}\u{202C}";
        assert_eq!(kinds(text), [(0, FlawKind::Embedding), (6, FlawKind::Unopened)]);
    }

    #[test]
    fn overrides_are_found_open_or_closed() {
        let found = flaws("x\u{202E}abc\u{202C}");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].kind, found[0].end), (FlawKind::Override, Some(Span::new(7, 10))));
        assert_eq!(kinds("\u{202D}a"), [(0, FlawKind::Unclosed), (0, FlawKind::Override)]);
    }
}
