use fluent_syntax::parser::ErrorKind;

use crate::check::rule::CatalogLook;
use crate::check::rule::declare_rule;
use crate::check::{Sink, Unit};
use crate::message::Reason;
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Reports every part of a Fluent file that is not Fluent, with the place where reading stopped and the reason.
    ///
    /// # Why
    ///
    /// Fluent passes over what it cannot read. One forgotten brace, and the message is gone: the reader sees the other
    /// language, or an id.
    ///
    /// # Example
    ///
    /// ```fluent
    /// articles-found = { $count ->
    ///     [one] One article
    ///     [other] { $count } articles
    /// }
    /// ```
    ///
    /// No variant is marked as the default with `*`.
    ///
    /// # Instead
    ///
    /// ```fluent
    /// articles-found = { $count ->
    ///     [one] One article
    ///    *[other] { $count } articles
    /// }
    /// ```
    pub(crate) static SYNTAX = ("message/syntax", Error, Catalog(check));
}

fn check(look: &CatalogLook<'_>, sink: &mut Sink<'_>) {
    for file in look.catalog.files() {
        for junk in &file.junk {
            let unit = match junk.id {
                Some(id) => Unit::Message(id.to_owned()),
                None => Unit::File(file.path.to_string()),
            };
            let finding = sink.report(file.place(junk.at), unit, phrase(&junk.reason));
            finding.help(Phrase::new("message-syntax.help"));
        }
    }
}

fn phrase(reason: &Reason) -> Phrase {
    let kind = match reason {
        Reason::TooDeep => return Phrase::new("message-syntax-too-deep"),
        Reason::Escape => return Phrase::new("message-syntax-escape"),
        Reason::Parser(kind) => kind,
    };
    match kind {
        ErrorKind::ExpectedToken(token) => Phrase::new("message-syntax-expected").with("sign", token.to_string()),
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => Phrase::new("message-syntax-line-break"),
        ErrorKind::ExpectedCharRange { range } => Phrase::new("message-syntax-range").with("range", range.as_str()),
        ErrorKind::ExpectedMessageField { entry_id } => {
            Phrase::new("message-syntax-empty").with("id", entry_id.as_str())
        }
        ErrorKind::ExpectedTermField { entry_id } => {
            Phrase::new("message-syntax-empty").with("id", format!("-{entry_id}"))
        }
        ErrorKind::MissingDefaultVariant => Phrase::new("message-syntax-no-default"),
        ErrorKind::MultipleDefaultVariants => Phrase::new("message-syntax-two-defaults"),
        ErrorKind::MissingValue => Phrase::new("message-syntax-no-value"),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => Phrase::new("message-syntax-selector"),
        ErrorKind::TermAttributeAsPlaceable => Phrase::new("message-syntax-term-attribute"),
        ErrorKind::UnterminatedStringLiteral => Phrase::new("message-syntax-open-literal"),
        ErrorKind::PositionalArgumentFollowsNamed => Phrase::new("message-syntax-argument-order"),
        ErrorKind::DuplicatedNamedArgument(name) => {
            Phrase::new("message-syntax-argument-twice").with("name", name.as_str())
        }
        ErrorKind::ForbiddenCallee => Phrase::new("message-syntax-function-name"),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            Phrase::new("message-syntax-escape")
        }
        ErrorKind::UnbalancedClosingBrace => Phrase::new("message-syntax-closing-brace"),
        ErrorKind::ExpectedInlineExpression | ErrorKind::ExpectedLiteral => Phrase::new("message-syntax-expression"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, places};
    use super::*;

    #[test]
    fn reports_each_junk_where_reading_stopped() {
        let text = "a = A\nb = { $x ->\n    [one] \u{648}\u{627}\u{62D}\u{62F}\n    [other] \u{643}\n }\nc = C\n\u{645}\u{631}\u{62D}\u{628}\u{627} = x\n";
        let found = findings(&SYNTAX, "", text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].message.id, "message-syntax-no-default");
        assert_eq!(found[0].unit, Unit::Message("b".to_owned()));
        assert_eq!((found[0].place.start.line, found[1].place.start.line), (5, 7));
        assert_eq!(found[1].unit, Unit::File("locales/ar/site.ftl".to_owned()));
        assert_eq!(places(&found, text)[1], "7:1 \u{645}");
    }

    #[test]
    fn a_cut_escape_is_reported_not_fatal() {
        let found = findings(&SYNTAX, "", "a = { \"\\u\u{662}\" }\nb = B\n");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].message.id, &found[0].unit), ("message-syntax-escape", &Unit::Message("a".to_owned())));
    }

    #[test]
    fn stays_quiet_on_windows_lines_marks_and_comments() {
        let text = "\u{FEFF}### \u{645}\u{644}\u{641}\r\n\r\na =\r\n    \u{633}\u{637}\u{631}\r\n\r\n    \u{633}\u{637}\u{631}\r\n    .title = T\r\n#\r\n";
        assert!(findings(&SYNTAX, "", text).is_empty());
    }
}
