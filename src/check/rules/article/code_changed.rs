use std::borrow::Cow;
use std::collections::HashMap;

use crate::article::{Aligned, Code, Document};
use crate::bidi::controls::is_control;
use crate::check::Unit;
use crate::check::rule::{PairLook, Sink, declare_rule};
use crate::phrase::Phrase;
use crate::source::Span;
use crate::text::script::{LetterCounts, Script};

declare_rule! {
    /// # What it does
    ///
    /// Finds code that is not the same in the translation: a block or an inline command that lacks, or was changed.
    /// Translated comments and texts inside code are no fault, nor is a word that merely lost its backticks.
    ///
    /// # Why
    ///
    /// Code is copied and run. `--recursive` that became `--recursve` fails in one language only.
    ///
    /// # Example
    ///
    /// ```markdown
    /// Run `mizan check --fail-on warn`.     (en.md)
    /// شغّل `mizan check --fail-on`.          (ar.md)
    /// ```
    ///
    /// # Instead
    ///
    /// ```markdown
    /// شغّل `mizan check --fail-on warn`.
    /// ```
    pub(crate) static RULE = ("article/code-changed", Warn, Pair(check));
}

/// From here on two comments of one script are the same one, with a change, and no translation of each other.
const SAME_COMMENT: f64 = 0.8;

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let scripts = (Script::of(look.source_locale.id()), Script::of(look.locale.id()));
    let mut differences = Vec::new();
    for group in &look.alignment.groups {
        for block in [true, false] {
            let theirs = codes(look.source, &group.source, block);
            let mut ours = codes(look.target, &group.target, block);
            let mut lacking = unmatched(theirs, &mut ours, scripts);
            if !block {
                lacking.retain(|code| !is_written_otherwise(look.target, group, code));
            }
            if !lacking.is_empty() || !ours.is_empty() {
                differences.push(Difference { group, lacking, ours });
            }
        }
    }
    forgive_moves(&mut differences);
    for Difference { group, lacking, mut ours } in differences {
        for code in lacking {
            // Inline code that went missing with its whole segment is that finding's.
            if code.block || !group.target.is_empty() {
                let changed = nearest(code, &ours).map(|at| ours.remove(at));
                report(look, group, code, changed, sink);
            }
        }
    }
}

/// What two groups of segments that belong together do not share.
struct Difference<'a> {
    group: &'a Aligned,
    lacking: Vec<&'a Code>,
    /// Only in the target.
    ours: Vec<&'a Code>,
}

/// Takes out what is lacking in one place and stands in another.
fn forgive_moves(differences: &mut [Difference<'_>]) {
    if differences.iter().all(|it| it.lacking.is_empty()) {
        return;
    }
    let mut moved: HashMap<Cow<'_, str>, Vec<usize>> = HashMap::new();
    for (at, difference) in differences.iter().enumerate() {
        difference.ours.iter().for_each(|code| moved.entry(bare(code)).or_default().push(at));
    }
    let mut taken = Vec::new();
    for difference in differences.iter_mut() {
        difference.lacking.retain(|code| match moved.get_mut(&bare(code)).and_then(Vec::pop) {
            Some(place) => {
                taken.push((place, bare(code)));
                false
            }
            None => true,
        });
    }
    for (place, content) in taken {
        let Some(difference) = differences.get_mut(place) else { continue };
        let at = difference.ours.iter().position(|code| bare(code) == content);
        at.map(|at| difference.ours.remove(at));
    }
}

/// The code of some segments.
fn codes<'a>(document: &'a Document, segments: &[u32], block: bool) -> Vec<&'a Code> {
    let segments = segments.iter().filter_map(|at| document.segments.get(*at as usize));
    segments.flat_map(|segment| document.codes(segment)).filter(|code| code.block == block).collect()
}

/// The content of inline code without signs of direction, which are rules of their own; that of a block as it is.
fn bare(code: &Code) -> Cow<'_, str> {
    let content = code.content.trim();
    if code.block || content.is_ascii() || !content.contains(is_control) {
        return Cow::Borrowed(content);
    }
    Cow::Owned(content.replace(is_control, "").trim().to_owned())
}

/// What of `theirs` is not in `ours`; what is, is taken out of `ours`. To repeat a name less often is no fault.
fn unmatched<'a>(theirs: Vec<&'a Code>, ours: &mut Vec<&'a Code>, scripts: (Script, Script)) -> Vec<&'a Code> {
    let mut seen: Vec<Cow<'_, str>> = Vec::new();
    let mut take = |theirs: Vec<&'a Code>, same: &dyn Fn(&Code, &Code) -> bool| {
        let mut lacking = Vec::new();
        for code in theirs {
            match ours.iter().position(|other| same(code, other)) {
                Some(at) => {
                    seen.push(bare(code));
                    ours.remove(at);
                }
                None => lacking.push(code),
            }
        }
        lacking
    };
    let lacking = take(theirs, &|code, other| bare(code) == bare(other));
    let mut lacking = take(lacking, &|code, other| alike(code, other, scripts));
    lacking.retain(|code| !ours.is_empty() || code.block || !seen.contains(&bare(code)));
    lacking
}

/// Whether the name stands in the text around, without its backticks.
fn is_written_otherwise(target: &Document, group: &Aligned, code: &Code) -> bool {
    let name = code.content.trim();
    let mut segments = group.target.iter().filter_map(|at| target.segments.get(*at as usize));
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    segments.any(|segment| {
        let plain = target.plain(segment);
        plain.match_indices(name).any(|(at, _)| {
            let before = plain[..at].chars().next_back();
            let after = plain[at + name.len()..].chars().next();
            !name.is_empty() && !before.is_some_and(is_part) && !after.is_some_and(is_part)
        })
    })
}

/// Whether the code is the same but for its comments and texts in the target's language.
fn alike(source: &Code, target: &Code, (from, to): (Script, Script)) -> bool {
    let is_translated = |text: &str| to != from && LetterCounts::of(text).of_script(to) > 0;
    if !source.block {
        return is_translated(&target.content) && !is_command(&source.content);
    }
    let mut theirs = source.content.trim_end().lines().map(str::trim_end);
    let mut ours = target.content.trim_end().lines().map(str::trim_end);
    loop {
        match (theirs.next(), ours.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b || is_translated(b) || from == to && are_comments(a, b) => {}
            _ => return false,
        }
    }
}

fn is_command(content: &str) -> bool {
    content.contains(['-', '/', '=', '(', '$', '{'])
}

/// Whether both lines are comments that say it in different words. A root's prompt looks like a comment, too.
fn are_comments(one: &str, other: &str) -> bool {
    let is_comment = |line: &str| {
        let line = line.trim_start();
        ["#", "//", "--", "/*", "*", "<!--", ";", "%"].iter().any(|mark| line.starts_with(mark))
    };
    is_comment(one) && is_comment(other) && strsim::normalized_levenshtein(one, other) < SAME_COMMENT
}

/// The piece of code that is most like this one: it is what became of it.
fn nearest(code: &Code, others: &[&Code]) -> Option<usize> {
    // Long blocks are told by their beginnings; to compare them whole takes the square of their length.
    let head = |code: &Code| code.content.trim().chars().take(200).collect::<String>();
    let own = head(code);
    let likeness = |other: &Code| strsim::normalized_levenshtein(&own, &head(other));
    let ranked = others.iter().enumerate().map(|(at, other)| (likeness(other), at));
    ranked.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, at)| at)
}

fn report(look: &PairLook<'_>, group: &Aligned, source: &Code, target: Option<&Code>, sink: &mut Sink<'_>) {
    let quoted = super::quote(&source.content);
    let (message, span) = match target {
        Some(target) => {
            let message = Phrase::new("article-code-changed").with("source", quoted);
            (message.with("target", super::quote(&target.content)), target.span)
        }
        None => {
            let segment = group.target.first().and_then(|at| look.target.segments.get(*at as usize));
            let at = segment.map_or(Span { start: look.target.body.end, end: look.target.body.end }, |it| it.span);
            (Phrase::new("article-code-changed.missing").with("source", quoted), at)
        }
    };
    let fingerprint = blake3::hash(source.content.as_bytes()).to_hex()[..12].to_owned();
    let unit = Unit::Part(look.article.key.clone(), format!("code:{fingerprint}"));
    sink.report(look.target.place(span), unit, message)
        .related(look.source.place(source.span))
        .help(Phrase::new("article-code-changed.help"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::article::pairs::{findings, places};

    #[test]
    fn a_changed_flag_is_seen_where_it_stands() {
        let en = "Run `mizan check` first.\n\nThen run `mizan check --fix`, and `mizan check` again.\n";
        let ar = "شغّل أولًا `mizan check`.\n\nثم شغّل `mizan check --fux`، وبعده `mizan check` مرة أخرى.\n";
        assert_eq!(places(&findings(&RULE, en, ar), en, ar), [("`mizan check --fux`", "`mizan check --fix`")]);
    }

    #[test]
    fn a_root_s_prompt_is_no_comment() {
        let (en, ar) = ("```\n# apt install nginx\n```\n", "```\n# apt install ngimx\n```\n");
        assert_eq!(findings(&RULE, en, ar).len(), 1);
        let (en, ar) = ("```sh\n# the server\nls\n```\n", "```sh\n# الخادم\nls\n```\n");
        assert_eq!(findings(&RULE, en, ar), []);
    }

    #[test]
    fn a_sign_of_direction_is_another_rule_s_finding() {
        assert_eq!(findings(&RULE, "Run `-r`.\n", "شغّل `\u{200E}-r\u{200E}`.\n"), []);
    }

    #[test]
    fn what_moved_or_is_said_less_often_is_no_fault() {
        let en = "Write `a.md` and `b.md`.\n\nThen read `a.md`, `a.md` is short.\n";
        assert_eq!(findings(&RULE, en, "اكتب `b.md`.\n\nثم اقرأ `a.md` فهو قصير، و`a.md` مع `a.md`.\n"), []);
        assert_eq!(findings(&RULE, en, "اكتب `a.md` و`b.md`.\n\nثم اقرأ `a.md`، فهو قصير.\n"), []);
        assert_eq!(findings(&RULE, en, "اكتب a.md و`b.md`.\n\nثم اقرأ `a.md`، فهو قصير.\n"), []);
    }
}
