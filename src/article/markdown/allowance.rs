//! `<!-- mizan-allow RULE, RULE: reason -->`: what a comment allows, and where.

use crate::article::{Allowance, Segment};
use crate::source::Span;

/// Reads the comments and says what each covers: the block that it stands in or before; the whole file where it stands
/// before all blocks.
pub(super) fn resolve(comments: &[(String, Span)], segments: &[Segment], length: usize) -> Vec<Allowance> {
    let mut allowances = Vec::new();
    for (content, span) in comments {
        let Some(rest) = content.trim().strip_prefix("mizan-allow") else { continue };
        if rest.starts_with(|c: char| !c.is_whitespace()) {
            continue;
        }
        let (rules, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let covers = covered(*span, segments, length);
        for rule in rules.split(',').map(str::trim).filter(|rule| !rule.is_empty()) {
            allowances.push(Allowance { rule: rule.to_owned(), reason: reason.trim().to_owned(), span: *span, covers });
        }
    }
    allowances
}

fn covered(comment: Span, segments: &[Segment], length: usize) -> Span {
    let is_first = segments.first().is_none_or(|first| comment.end <= first.span.start);
    if is_first {
        return Span::new(0, length);
    }
    // Segments ascend, and so do their blocks.
    let after = segments.partition_point(|segment| segment.span.start < comment.end);
    let holds = after.checked_sub(1).and_then(|at| segments.get(at)).filter(|segment| segment.span.contains(comment));
    let Some(next) = holds.or_else(|| segments.get(after)) else { return comment };
    let first = segments.partition_point(|segment| segment.block < next.block);
    let last = segments.partition_point(|segment| segment.block <= next.block);
    let block = segments.get(first).zip(segments.get(last.saturating_sub(1)));
    let block = block.map_or(next.span, |(first, last)| first.span.join(last.span));
    // What is missing stands at the end of the block before: findings there count as in the block too.
    block.join(Span { start: comment.start, end: comment.start })
}
