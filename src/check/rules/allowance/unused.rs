use crate::check::rule::{AllowanceLook, Sink, declare_rule};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Finds allowances that allow nothing: their rule looked, and found nothing in what they cover. One whose rule is
    /// off, or could not look because the other version is missing, unreadable or mostly not translated, is let be.
    ///
    /// # Why
    ///
    /// The fault that it was for is gone. The next one in its place would not be reported.
    ///
    /// # Example
    ///
    /// ```markdown
    /// <!-- mizan-allow article/number-mismatch: the Arabic desk has a number of its own -->
    ///
    /// Call us, or write to us.
    /// ```
    ///
    /// # Instead
    ///
    /// Remove the comment, or the one name in it.
    pub(crate) static RULE = ("allowance/unused", Warn, Allowance(check));
}

fn check(look: &AllowanceLook<'_>, sink: &mut Sink<'_>) {
    if look.allows_nothing {
        let message = Phrase::new("allowance-unused").with("rule", look.rule);
        sink.report(look.place.clone(), super::unit(look), message).help(Phrase::new("allowance-unused.help"));
    }
}
