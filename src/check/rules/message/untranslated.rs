use std::collections::HashSet;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use super::{each_shared_part, unit};
use crate::check::rule::CatalogPairLook;
use crate::check::rule::declare_rule;
use crate::check::{Sink, Unit};
use crate::locale::Locale;
use crate::message::{CatalogView, Comment, Pattern, Use, walk};
use crate::phrase::Phrase;

declare_rule! {
    /// # What it does
    ///
    /// Reports a value or attribute whose text is the same as the source's. Left out of account are placeables, the
    /// texts of terms, addresses, acronyms and names that are written the same everywhere (RGB, GitHub, Wi-Fi, Shift),
    /// and whatever holds no letter of the source's script. Between languages of one script only texts of several words
    /// are compared: "Menu" may well be right in both.
    ///
    /// A message whose comment has a line `# mizan-translate: [few] [many]` is reported too, whatever it says: the fix
    /// of `message/plural-categories` writes one, and so can you.
    ///
    /// # Why
    ///
    /// The message counts as translated, but the reader gets the source's language.
    ///
    /// # Example
    ///
    /// ```fluent
    /// # locales/en/site.ftl
    /// read-more = Read more
    /// ```
    ///
    /// ```fluent
    /// # locales/ar/site.ftl
    /// read-more = Read more
    /// ```
    ///
    /// # Instead
    ///
    /// Translate it, and take out the line `# mizan-translate` if there is one; or, where it must stay, say so:
    /// `# mizan-allow message/untranslated: a product's name`.
    pub(crate) static UNTRANSLATED = ("message/untranslated", Warn, CatalogPair(check));
}

/// Words of a text between languages of one script, from which on the same text is no chance.
const WORDS_IN_ONE_SCRIPT: usize = 4;

/// Names of keys, units and products that no inner capital gives away. Everything with one does not stand here.
const KEPT: &str = "\
    alt android apple backspace bluetooth capslock chrome chromium cosmic css ctrl debian del docker dpi enter \
    esc escape excel facebook fedora firefox flatpak fluent fn gb git gnome google hex home html hz instagram \
    intel java kb kde kg khz km linkedin linux markdown mastodon mb meta mhz microsoft mm mozilla ms netflix \
    numlock nvidia outlook pgdn pgup pinterest powerpoint px python reddit rust safari shift signal skype slack \
    spotify super tab telegram thunderbird tiktok twitter ubuntu unicode vimeo wayland whatsapp wikipedia \
    windows word youtube zoom";

fn check(look: &CatalogPairLook<'_>, sink: &mut Sink<'_>) {
    let source_script = Script::of(&look.project.locales.first().cloned().unwrap_or_else(|| look.locale.clone()));
    let target_script = Script::of(look.locale);
    let names = terms(look.source, look.target);
    let mut said = HashSet::new();
    for shared in each_shared_part(look) {
        if is_translated(shared.target_part.pattern, source_script, target_script) {
            continue;
        }
        let theirs = texts(shared.target_part.pattern);
        let ours: HashSet<String> = texts(shared.source_part.pattern).into_iter().collect();
        let same: Vec<_> = theirs.iter().filter(|text| text.contains(char::is_alphabetic)).collect();
        if same.is_empty() || !same.iter().all(|text| ours.contains(*text)) {
            continue;
        }
        let words: usize = same.iter().map(|text| words_left(text, &names, source_script)).sum();
        let least = if source_script == target_script { WORDS_IN_ONE_SCRIPT } else { 1 };
        if words < least {
            continue;
        }
        let entry = shared.target_entry;
        let file = look.target.file(entry);
        let place = file.place(file.pattern_span(shared.target_part.pattern));
        let message = Phrase::new("message-untranslated").with("id", entry.name_of(&shared.target_part));
        let source = look.source.file(shared.source_entry);
        let finding = sink.report(place, unit(entry, &shared.target_part), message);
        finding.related(source.place(source.pattern_span(shared.source_part.pattern)));
        finding.help(Phrase::new("message-untranslated.help"));
        said.insert(finding.unit.clone());
    }
    marked(look, &said, sink);
}

/// What the target's own comments call not yet translated, but for units that were `said` already.
fn marked(look: &CatalogPairLook<'_>, said: &HashSet<Unit>, sink: &mut Sink<'_>) {
    for entry in look.target.entries() {
        for (line, what) in entry.comment.iter().flat_map(Comment::marks) {
            let attribute = what.split(' ').next().and_then(|name| name.strip_prefix('.'));
            let part = attribute.and_then(|name| entry.part(Some(name)));
            let name = part.map_or_else(|| entry.id.to_owned(), |part| entry.name_of(&part));
            let unit = Unit::Message(name.clone());
            if said.contains(&unit) {
                continue;
            }
            let file = look.target.file(entry);
            let message = if what.is_empty() {
                Phrase::new("message-untranslated-marked").with("id", name)
            } else {
                Phrase::new("message-untranslated-marked-in").with("id", name).with("what", what)
            };
            let finding = sink.report(file.place(file.span_of(line)), unit, message);
            finding.help(Phrase::new("message-untranslated-marked.help"));
        }
    }
}

/// Most messages, told without taking them apart: a letter of the target's script, or none of the source's.
fn is_translated(pattern: &Pattern<'_>, source: Script, target: Script) -> bool {
    let (mut ours, mut theirs) = (false, false);
    walk(pattern, &mut |used| {
        if let Use::Text(text) | Use::Literal(text) = used {
            theirs = theirs || (source != target && target.holds_any(text));
            ours = ours || (!theirs && source.holds_any(text));
        }
    });
    theirs || !ours
}

/// The texts of a pattern: its own, and that of each variant; what is put in is U+FFFC.
fn texts(pattern: &Pattern<'_>) -> Vec<String> {
    fn collect(pattern: &Pattern<'_>, found: &mut Vec<String>) {
        let mut own = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => own.push_str(value),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                } => {
                    own.push_str(value);
                }
                PatternElement::Placeable { expression } => {
                    own.push('\u{FFFC}');
                    if let Expression::Select { variants, .. } = expression {
                        variants.iter().for_each(|variant| collect(&variant.value, found));
                    }
                }
            }
        }
        if own.contains(['\n', '\r']) || own.starts_with(' ') || own.ends_with(' ') {
            own = own.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        found.push(own);
    }
    let mut found = Vec::with_capacity(1);
    collect(pattern, &mut found);
    found
}

/// The plain texts of terms in either catalog: names that may stand in a message as they are.
fn terms(source: &CatalogView<'_>, target: &CatalogView<'_>) -> Vec<String> {
    let entries = source.definitions().chain(target.definitions()).filter(|entry| entry.is_term());
    let texts = entries.filter_map(|entry| entry.value.as_ref()).flat_map(texts);
    let mut names: Vec<String> = texts.map(|text| text.trim().to_owned()).filter(|text| text.len() > 1).collect();
    // The longest first, so that a name inside another leaves no rest.
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names.dedup();
    names
}

/// Words that should have been translated.
fn words_left(text: &str, names: &[String], source: Script) -> usize {
    let mut text = text.to_owned();
    for name in names.iter().filter(|name| source.holds_any(name)) {
        text = text.replace(name.as_str(), " ");
    }
    let pieces = text.split(|character: char| character.is_whitespace() || character == '\u{FFFC}');
    let plain = pieces.filter(|piece| !is_address(piece));
    plain.flat_map(|piece| piece.split(['/', '+', '|', ',', '(', ')'])).filter(|piece| is_word(piece, source)).count()
}

fn is_address(piece: &str) -> bool {
    let bare = piece.trim_matches(|character: char| !character.is_alphanumeric());
    piece.contains("://")
        || piece.contains('@')
        || piece.starts_with(['/', '~', '#'])
        || piece.contains('\\')
        || piece.contains('_')
        || bare.split_once('.').is_some_and(|(head, tail)| !head.is_empty() && tail.len() > 1)
}

/// Whether a piece is a word of the source's language, no acronym and no name that gives itself away.
fn is_word(piece: &str, source: Script) -> bool {
    let piece = piece.trim_matches(|character: char| !character.is_alphanumeric());
    let letters = piece.chars().filter(|character| source.holds(*character)).count();
    if letters < 2 || piece.chars().any(|character| character.is_ascii_digit()) {
        return false;
    }
    let inner_capital = piece.chars().skip(1).any(char::is_uppercase);
    !inner_capital && !KEPT.split(' ').any(|name| name.eq_ignore_ascii_case(piece))
}

/// Scripts, as far as they tell languages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Arabic,
    Hebrew,
    Cyrillic,
    Greek,
    Other,
}

impl Script {
    fn of(locale: &Locale) -> Self {
        let mut likely = locale.id().clone();
        likely.maximize();
        match likely.script.as_ref().map(|script| script.as_str()) {
            Some("Latn") => Self::Latin,
            Some("Arab") => Self::Arabic,
            Some("Hebr") => Self::Hebrew,
            Some("Cyrl") => Self::Cyrillic,
            Some("Grek") => Self::Greek,
            _ => Self::Other,
        }
    }

    /// Whether a letter belongs to it.
    fn holds(self, character: char) -> bool {
        let own = match character {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Self::Latin,
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' => Self::Arabic,
            '\u{590}'..='\u{5FF}' => Self::Hebrew,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            '\u{370}'..='\u{3FF}' => Self::Greek,
            _ => Self::Other,
        };
        own == self && character.is_alphabetic()
    }

    fn holds_any(self, text: &str) -> bool {
        text.contains(|character| self.holds(character))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, findings_in, places};
    use super::*;

    #[test]
    fn reports_a_text_left_in_english() {
        let text = "a = Read more\nb = Hello, { $name }!\n    .title = Read it\nc = { $n ->\n    [one] One page\n   *[other] { $n } pages\n }\n";
        assert_eq!(places(&findings(&UNTRANSLATED, text, text), text).len(), 4);
        let target =
            "a = \u{627}\u{642}\u{631}\u{623}\nb = \u{623}\u{647}\u{644}\u{64B}\u{627}\n    .title = Read it\n";
        assert_eq!(places(&findings(&UNTRANSLATED, text, target), target), ["3:14 Read it"]);
    }

    #[test]
    fn what_a_comment_marks_is_not_translated_yet() {
        let source = "a = { $n ->\n    [one] One page\n   *[other] { $n } pages\n }\nb = B\nc = Read it\n-t = T\n";
        let target = "# \u{62A}\n# mizan-translate: [few]\na = { $n ->\n    [few] \u{635}\n   *[other] \u{635}\n }\n# mizan-translate: .t [two] [few]\nb = \u{628}\n    .t = \u{62A}\n# mizan-translate: [few]\nc = Read it\n# mizan-translate\n-t = \u{62A}\n";
        let found = findings(&UNTRANSLATED, source, target);
        assert_eq!(
            places(&found, target),
            [
                "11:5 Read it",
                "2:3 mizan-translate: [few]",
                "7:3 mizan-translate: .t [two] [few]",
                "12:3 mizan-translate"
            ]
        );
        let about: Vec<_> = found.iter().map(|finding| finding.unit.clone()).collect();
        assert_eq!(about, ["c", "a", "b.t", "-t"].map(|id| Unit::Message(id.to_owned())));
    }

    #[test]
    fn six_english_forms_are_no_translation() {
        let source = "c = { $n ->\n    [one] One page\n   *[other] { $n } pages\n }\n";
        let target = "c = { $n ->\n    [one] One page\n    [two] { $n } pages\n   *[other] { $n } pages\n }\n";
        assert_eq!(findings(&UNTRANSLATED, source, target).len(), 1);
        let half = "c = { $n ->\n    [one] One page\n   *[other] { $n } \u{635}\u{641}\u{62D}\u{629}\n }\n";
        assert!(findings(&UNTRANSLATED, source, half).is_empty());
    }

    #[test]
    fn names_acronyms_addresses_and_symbols_stay() {
        let text = "-brand = Rambam Center\nmac = MAC\nkeys = Super + Shift + Escape\nhex = Hex\nsize = { $w } \u{D7} { $h } px\nweb = https://example.org/read/more\nmail = press@example.org\nfile = config.toml\nwho = Rambam Center, GitHub\nlang = \u{627}\u{644}\u{639}\u{631}\u{628}\u{64A}\u{629}\nboth = English / \u{639}\u{631}\u{628}\u{64A}\nage = 18+\nb = Wi-Fi 6E\nempty = { \"\" }\nx = { $a }\n";
        assert_eq!(places(&findings(&UNTRANSLATED, text, text), text), Vec::<String>::new());
    }

    #[test]
    fn between_latin_languages_only_sentences_tell() {
        let text = [("site", "a = Menu\nb = Please choose one of these articles\n")];
        let found = findings_in(&UNTRANSLATED, "fr", &text, &text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place.start.line, 2);
    }
}
