use crate::article::Code;
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

fn check(look: &PairLook<'_>, sink: &mut Sink<'_>) {
    let script = Script::of(look.locale.id());
    for block in [true, false] {
        let theirs: Vec<&Code> = look.source.codes.iter().filter(|code| code.block == block).collect();
        let mut ours: Vec<&Code> = look.target.codes.iter().filter(|code| code.block == block).collect();
        let mut lacking = Vec::new();
        for code in theirs {
            match ours.iter().position(|other| alike(code, other, script)) {
                Some(at) => drop(ours.remove(at)),
                None => lacking.push(code),
            }
        }
        // What went missing with its whole segment is that finding's.
        lacking.retain(|code| {
            look.alignment
                .groups
                .iter()
                .any(|group| group.source.contains(&code.segment) && (block || !group.target.is_empty()))
        });
        if !block {
            lacking.retain(|code| !look.target.plain.contains(code.content.trim()));
        }
        for code in lacking {
            let changed = ours.iter().position(|other| belongs(look, code, other)).map(|at| ours.remove(at));
            report(look, code, changed, sink);
        }
    }
}

/// Whether the code is the same but for its comments and texts in the target's script.
fn alike(source: &Code, target: &Code, script: Script) -> bool {
    if source.content.trim() == target.content.trim() {
        return true;
    }
    if !source.block {
        return LetterCounts::of(&target.content).of_script(script) > 0 && !is_command(&source.content);
    }
    let lines = |code: &'_ Code| code.content.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let (theirs, ours) = (lines(source), lines(target));
    theirs.len() == ours.len()
        && theirs
            .iter()
            .zip(&ours)
            .all(|(a, b)| a == b || LetterCounts::of(b).of_script(script) > 0 || is_comment(a) && is_comment(b))
}

fn is_command(content: &str) -> bool {
    content.contains(['-', '/', '=', '(', '$', '{'])
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    ["#", "//", "--", "/*", "*", "<!--", ";", "%"].iter().any(|mark| line.starts_with(mark))
}

/// Whether two pieces of code stand in segments that belong together.
fn belongs(look: &PairLook<'_>, source: &Code, target: &Code) -> bool {
    let mut groups = look.alignment.groups.iter();
    groups.any(|group| group.source.contains(&source.segment) && group.target.contains(&target.segment))
}

fn report(look: &PairLook<'_>, source: &Code, target: Option<&Code>, sink: &mut Sink<'_>) {
    let quoted = super::quote(&source.content);
    let (message, span) = match target {
        Some(target) => {
            let message = Phrase::new("article-code-changed").with("source", quoted);
            (message.with("target", super::quote(&target.content)), target.span)
        }
        None => {
            let mut groups = look.alignment.groups.iter();
            let group = groups.find(|group| group.source.contains(&source.segment));
            let segment = group.and_then(|group| look.target.segments.get(*group.target.first()? as usize));
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
