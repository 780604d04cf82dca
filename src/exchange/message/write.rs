//! Units of messages that came back, written into the translation's files.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::file::{Entry, Read};
use super::insert::Placing;
use super::render::{after_sign, indented, leaf, written};
use super::shape::Node;
use super::{Loaded, Stand, current};
use crate::exchange::reason::Reason;
use crate::exchange::settle::{Chosen, Edit, settle, splice};
use crate::exchange::unit::{Segment, flat, raw};
use crate::exchange::wanted::{Change, Wanted, check_codes};
use crate::source::Span;

/// What changes make of the translation's files.
pub(crate) struct Applied {
    /// The new text of each file that differs.
    pub(crate) texts: BTreeMap<String, String>,
    /// For each change, whether it was made.
    pub(crate) results: Vec<Result<(), Reason>>,
}

impl Loaded {
    /// Makes the changes that can be made; what does not change stays byte for byte.
    pub(crate) fn apply(&self, changes: &[Change]) -> Applied {
        let mut applied = Applied { texts: BTreeMap::new(), results: vec![Ok(()); changes.len()] };
        let mut by_file: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (at, change) in changes.iter().enumerate() {
            match self.stands.get(change.unit) {
                Some(stand) if stand.unreadable => {
                    applied.results[at] = Err(Reason::Unreadable(self.home.1.clone()));
                }
                Some(stand) => by_file.entry(stand.file.or_else(|| self.home_file())).or_default().push(at),
                None => applied.results[at] = Err(Reason::SourceChanged),
            }
        }
        for (file, mut own) in by_file {
            // The text for all other cases first: without it no other variant can be written.
            own.sort_by_key(|at| changes.get(*at).map(|change| (change.unit, !self.is_default(change))));
            let own: Vec<(usize, &Change)> = own.iter().filter_map(|at| Some((*at, changes.get(*at)?))).collect();
            let file = file.and_then(|file| self.targets.get(file));
            let path: Arc<str> = file.map_or_else(|| Arc::from(self.home.1.as_str()), |file| Arc::clone(&file.path));
            let base = file.map(|file| &*file.text).unwrap_or_default();
            let attempt = Attempt { loaded: self, read: Read::new(&path, base), base, path, changes: own };
            attempt.run(&mut applied);
        }
        applied
    }

    /// The file that new messages go to, where it exists.
    fn home_file(&self) -> Option<usize> {
        self.targets.iter().position(|file| *file.path == *self.home.1)
    }

    fn is_default(&self, change: &Change) -> bool {
        fn ends(plan: &super::Plan, path: &str) -> bool {
            let variants = plan.selects.iter().flat_map(|select| &select.variants);
            plan.path == path || variants.filter(|variant| variant.is_default).any(|variant| ends(&variant.plan, path))
        }
        let path = self.segment(change).map(|segment| segment.id.as_str()).unwrap_or_default();
        self.stands.get(change.unit).is_some_and(|stand| ends(&stand.plan, path))
    }

    fn segment(&self, change: &Change) -> Option<&Segment> {
        self.sheet.units.get(change.unit)?.segments.get(change.segment)
    }
}

/// Changes of one file.
struct Attempt<'a> {
    loaded: &'a Loaded,
    path: Arc<str>,
    base: &'a str,
    read: Read,
    /// Each with its place among all.
    changes: Vec<(usize, &'a Change)>,
}

/// The changes chosen, by unit and then by path.
type ByUnit<'a> = BTreeMap<usize, Texts<'a>>;

/// Texts by their path, each with the way of writing it.
type Texts<'a> = HashMap<&'a str, (&'a Wanted, usize)>;

impl<'a> Attempt<'a> {
    fn run(&self, applied: &mut Applied) {
        let ways: Vec<usize> =
            self.changes.iter().map(|(_, change)| 1 + usize::from(change.wanted.has_control())).collect();
        let found = settle(&ways, &|chosen| self.check(chosen));
        let chosen: Vec<Option<usize>> = found.iter().map(|way| way.as_ref().ok().copied()).collect();
        for ((at, _), way) in self.changes.iter().zip(found) {
            if let (Err(reason), Some(result)) = (way, applied.results.get_mut(*at)) {
                *result = Err(reason);
            }
        }
        if chosen.iter().any(Option::is_some)
            && let Ok(text) = self.text(&self.by_unit(&chosen))
        {
            applied.texts.insert(self.path.to_string(), text);
        }
    }

    fn by_unit(&self, chosen: &Chosen) -> ByUnit<'a> {
        let mut units = ByUnit::new();
        for ((_, change), way) in self.changes.iter().zip(chosen) {
            if let (Some(segment), Some(way)) = (self.loaded.segment(change), way) {
                units.entry(change.unit).or_default().insert(segment.id.as_str(), (&change.wanted, *way));
            }
        }
        units
    }

    /// The file with the changes chosen.
    fn text(&self, units: &ByUnit<'_>) -> Result<String, Reason> {
        let mut edits = Vec::new();
        let mut new: Vec<(&str, String)> = Vec::new();
        for (unit, texts) in units {
            let Some(stand) = self.loaded.stands.get(*unit) else { continue };
            let entry = self.read.get(&stand.id).map(|(_, entry)| entry);
            match entry.map(|entry| (entry, entry.part(stand.attribute.as_deref()))) {
                Some((_, Some(node))) => edits.extend(self.change_part(*unit, stand, node, texts)?),
                Some((entry, None)) => edits.push(self.add_part(*unit, stand, entry, texts)?),
                None => {
                    let text = self.rendered(*unit, stand, texts)?;
                    let is_same = new.last().is_some_and(|(id, _)| *id == stand.id);
                    match (new.last_mut(), &stand.attribute) {
                        (Some((_, last)), Some(name)) if is_same => last.push_str(&format!("\n    .{name} ={text}")),
                        (_, Some(name)) => new.push((&stand.id, format!("{} =\n    .{name} ={text}", stand.id))),
                        (_, None) => new.push((&stand.id, format!("{} ={text}", stand.id))),
                    }
                }
            }
        }
        let mut placing = Placing::new(self.loaded, self.base, &self.read);
        for (id, text) in new {
            let place = placing.place(id).ok_or(Reason::NoPlace)?;
            edits.push(Edit { span: Span::at(place.at), text: format!("{}{text}{}", place.before, place.after) });
        }
        self.finished(edits)
    }

    fn finished(&self, mut edits: Vec<Edit>) -> Result<String, Reason> {
        if self.base.trim().is_empty() {
            let text: String = edits.iter().map(|edit| edit.text.as_str()).collect();
            return Ok(format!("{}\n", text.trim_start_matches('\n')));
        }
        let is_crlf =
            self.base.find('\n').is_some_and(|at| self.base.get(..at).is_some_and(|line| line.ends_with('\r')));
        if is_crlf {
            edits.iter_mut().for_each(|edit| edit.text = edit.text.replace('\n', "\r\n"));
        }
        splice(self.base, edits).ok_or(Reason::Structure)
    }

    /// New texts in a part that exists: each in its place, where it has one; else the part is written again.
    fn change_part(&self, unit: usize, stand: &Stand, node: &Node, texts: &Texts<'_>) -> Result<Vec<Edit>, Reason> {
        let places: HashMap<String, &Node> = node.texts().into_iter().collect();
        let place = |path: &str| places.get(path).filter(|node| node.selects.is_empty());
        if texts.keys().all(|path| place(path).is_some()) {
            let edit = |(path, (wanted, way)): (&&str, &(&Wanted, usize))| {
                let span = place(path)?.span;
                Some(Edit { span, text: indented(&written(wanted, *way), self.indent(span.start as usize)) })
            };
            return texts.iter().map(|text| edit(text).ok_or(Reason::Structure)).collect();
        }
        let head = self.base.get(..node.span.start as usize).unwrap_or_default();
        let sign = head.rfind('=').map_or(head.len(), |at| at + 1);
        let text = self.rendered(unit, stand, texts)?;
        Ok(vec![Edit { span: Span::new(sign, node.span.end as usize), text }])
    }

    /// How far lines are indented that go on what starts at `start`.
    fn indent(&self, start: usize) -> usize {
        let head = self.base.get(..start).unwrap_or_default();
        let line = head.rsplit('\n').next().unwrap_or_default();
        let space = line.len() - line.trim_start_matches(' ').len();
        if space == line.len() && space > 0 { space } else { space + 4 }
    }

    fn add_part(&self, unit: usize, stand: &Stand, entry: &Entry, texts: &Texts<'_>) -> Result<Edit, Reason> {
        let text = self.rendered(unit, stand, texts)?;
        let Some(name) = &stand.attribute else {
            let rest = self.base.get(entry.id_end..).unwrap_or_default();
            let sign = entry.id_end + rest.find('=').ok_or(Reason::NoPlace)? + 1;
            return Ok(Edit { span: Span::at(sign), text });
        };
        // After the last of those that stand before it in the source.
        let own = self.loaded.stands.iter().take(unit).filter(|other| other.id == stand.id);
        let before =
            own.filter_map(|other| entry.part(other.attribute.as_deref())).map(|node| node.span.end as usize).max();
        let at =
            before.or_else(|| entry.parts.iter().map(|(_, node)| node.span.end as usize).max()).unwrap_or(entry.end);
        Ok(Edit { span: Span::at(at), text: format!("\n    .{name} ={text}") })
    }

    /// The whole part, with what follows its `=`.
    fn rendered(&self, unit: usize, stand: &Stand, texts: &Texts<'_>) -> Result<String, Reason> {
        let segments = self.loaded.sheet.units.get(unit).map(|unit| unit.segments.as_slice()).unwrap_or_default();
        let text = |path: &str| match texts.get(path) {
            Some((wanted, way)) => Some(written(wanted, *way)),
            None => segments.iter().find(|segment| segment.id == path).and_then(current).map(leaf),
        };
        let indent = if stand.attribute.is_some() { 8 } else { 4 };
        after_sign(&stand.plan, &text, indent).ok_or(Reason::NoDefault)
    }

    /// Whether the file with the changes chosen is read as it is meant, and else as it was.
    fn check(&self, chosen: &Chosen) -> Result<(), Reason> {
        let units = self.by_unit(chosen);
        let new = Read::new(&self.path, &self.text(&units)?);
        if new.junk != self.read.junk {
            return Err(Reason::Structure);
        }
        let changed: HashSet<&str> =
            units.keys().filter_map(|unit| self.loaded.stands.get(*unit)).map(|stand| stand.id.as_str()).collect();
        let is_new = |entry: &&Entry| changed.contains(entry.id.as_str()) && self.read.get(&entry.id).is_none();
        let mut old = self.read.entries.iter();
        for entry in new.entries.iter().filter(|entry| !is_new(entry)) {
            if old.next().is_none_or(|old| !self.is_same(old, entry, &units)) {
                return Err(Reason::Structure);
            }
        }
        if old.next().is_some() {
            return Err(Reason::Structure);
        }
        units.iter().try_for_each(|(unit, texts)| self.check_part(*unit, texts, &new))
    }

    /// Whether the parts that do not change say what they said.
    fn is_same(&self, old: &Entry, new: &Entry, units: &ByUnit<'_>) -> bool {
        let changes = |attribute: Option<&str>| {
            let stands = units.keys().filter_map(|unit| self.loaded.stands.get(*unit));
            stands.into_iter().any(|stand| stand.id == old.id && stand.attribute.as_deref() == attribute)
        };
        let rest = |entry: &Entry| {
            let parts = entry.parts.iter().filter(|(attribute, _)| !changes(attribute.as_deref()));
            parts.map(|(attribute, node)| (attribute.clone(), said(node))).collect::<Vec<_>>()
        };
        old.id == new.id && rest(old) == rest(new)
    }

    fn check_part(&self, unit: usize, texts: &Texts<'_>, new: &Read) -> Result<(), Reason> {
        let (Some(stand), Some(unit)) = (self.loaded.stands.get(unit), self.loaded.sheet.units.get(unit)) else {
            return Err(Reason::SourceChanged);
        };
        let node = new.get(&stand.id).and_then(|(_, entry)| entry.part(stand.attribute.as_deref()));
        let read = node.ok_or(Reason::NotReadBack)?.texts();
        let mut expected = 0;
        for segment in &unit.segments {
            let wanted = texts.get(segment.id.as_str());
            if wanted.is_none() && segment.target.is_none() {
                continue;
            }
            expected += 1;
            let (_, own) = read.iter().find(|(path, _)| *path == segment.id).ok_or(Reason::NotReadBack)?;
            match (wanted, &segment.target) {
                (Some((wanted, _)), _) if !wanted.is(&own.pieces) => return Err(Reason::NotReadBack),
                (Some((wanted, _)), _) => check_codes(wanted, &own.pieces, segment)?,
                (None, Some(pieces)) if flat(pieces) != flat(&own.pieces) => return Err(Reason::Structure),
                (None, _) => {}
            }
        }
        if read.len() == expected { Ok(()) } else { Err(Reason::Structure) }
    }
}

/// All that a part says.
fn said(node: &Node) -> Vec<(String, String)> {
    node.texts().into_iter().map(|(path, node)| (path, raw(&node.pieces))).collect()
}
