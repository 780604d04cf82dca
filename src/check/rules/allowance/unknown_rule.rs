use crate::check::rule::{AllowanceLook, Sink, declare_rule};
use crate::check::rules;
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Finds allowances that name a rule which does not exist.
    ///
    /// # Why
    ///
    /// A name that is misspelt allows nothing: the finding that it was for goes on being reported, or the comment is
    /// taken for one that works.
    ///
    /// # Example
    ///
    /// ```markdown
    /// <!-- mizan-allow article/number-mismatched: the Arabic desk has a number of its own -->
    /// ```
    ///
    /// # Instead
    ///
    /// Write the rule's name as the report shows it. Rooms cannot be allowed as a whole (`article/*`): name each rule,
    /// separated by commas.
    pub(crate) static RULE = ("allowance/unknown-rule", Warn, Allowance(check));
}

fn check(look: &AllowanceLook<'_>, sink: &mut Sink<'_>) {
    if look.is_known {
        return;
    }
    let is_room = rules::exists(look.rule);
    let near = if is_room { Vec::new() } else { rules::near(look.rule) };
    let message = Phrase::new("allowance-unknown-rule").with("rule", look.rule).with("near", near.join(", "));
    let finding = sink.report(look.place.clone(), super::unit(look), message.with("count", near.len()));
    finding.help(Phrase::new(if is_room { "allowance-unknown-rule.help-room" } else { "allowance-unknown-rule.help" }));
}
