//! What can be told of a text that came back before it is written.

use crate::exchange::given::{Given, Words};
use crate::exchange::import::Outcome;
use crate::exchange::reason::Reason;
use crate::exchange::unit::{Piece, Segment, Unit, fingerprint, flat, raw};
use crate::exchange::wanted::{Wanted, unwrapped};
use crate::exchange::{codes, po};
use crate::locale::Locale;

/// The segment of this id; `[3]` is the fourth plural form that gettext counts.
pub(crate) fn segment_index(unit: &Unit, id: &str, target: Option<&Locale>) -> Option<usize> {
    let Some(form) = id.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        return unit.segments.iter().position(|segment| segment.id == id);
    };
    let category = po::forms(target?)?.categories.get(form.parse::<usize>().ok()?)?;
    unit.plural.as_ref()?.forms.iter().find(|(own, _)| own == category).map(|(_, at)| *at)
}

/// What is to be written; or what became of the text without it.
pub(crate) fn judge(given: &Given, segment: &Segment) -> Result<Wanted, Outcome> {
    let refused = |reason| Err(Outcome::Refused(reason));
    let source = fingerprint(&raw(&segment.source));
    let same_source = match &given.source_print {
        Some(prints) => prints.split(',').any(|print| print == source),
        None => says(&given.source, segment, &segment.source),
    };
    if !same_source {
        return refused(Reason::SourceChanged);
    }
    let Some(words) = given.target.as_ref().filter(|words| !words.is_empty()) else {
        return Err(Outcome::Untranslated);
    };
    if segment.target.as_ref().is_some_and(|target| says(words, segment, target)) {
        return Err(Outcome::Unchanged);
    }
    if given.fuzzy {
        return refused(Reason::Fuzzy);
    }
    if let Some(target) = &segment.target {
        match &given.target_print {
            None => return refused(Reason::Unverified),
            Some(print) if *print != fingerprint(&raw(target)) => return refused(Reason::TargetChanged),
            Some(_) => {}
        }
    }
    let wanted = words.resolve(segment).map_err(Outcome::Refused)?;
    if let Wanted::Pieces(pieces) = &wanted {
        codes::check(pieces, &segment.source, segment.target.as_deref()).map_err(Outcome::Refused)?;
    }
    Ok(wanted)
}

/// Whether a text says what `pieces` say.
fn says(words: &Words, segment: &Segment, pieces: &[Piece]) -> bool {
    match words.resolve(segment) {
        Ok(Wanted::Raw(text)) => text.trim() == raw(pieces).trim(),
        Ok(Wanted::Pieces(given)) => {
            let (given, own) = (flat(&given), flat(pieces));
            // A tool may have wrapped what is one line.
            given == own || (given.contains('\n') && !own.contains('\n') && unwrapped(&given) == own)
        }
        Err(_) => false,
    }
}
