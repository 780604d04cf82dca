//! The texts of a part of a message in both languages, side by side.

use icu_plurals::PluralCategory;

use super::shape::{Node, Number, Select, variant_path};
use crate::exchange::unit::Piece;
use crate::message::plural::{Plurals, category_name, category_named};

/// A text of a part, in both languages.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its path; empty for the part's own text.
    pub(super) path: String,
    pub(super) source: Vec<Piece>,
    pub(super) target: Option<Vec<Piece>>,
    /// The plural category that the source has no form for.
    pub(super) category: Option<(PluralCategory, Number)>,
}

/// How the part is to be written.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub(super) path: String,
    /// Whether it has a text of its own around its selects.
    pub(super) has_text: bool,
    pub(super) selects: Vec<PlannedSelect>,
}

#[derive(Clone, Debug)]
pub(super) struct PlannedSelect {
    pub(super) name: String,
    pub(super) selector: String,
    pub(super) variants: Vec<PlannedVariant>,
}

#[derive(Clone, Debug)]
pub(super) struct PlannedVariant {
    pub(super) key: String,
    pub(super) is_default: bool,
    pub(super) plan: Plan,
}

/// Puts the texts of a part side by side: each variant of the source, of the translation, and each plural form that
/// the translation's language has.
pub(super) fn merge(source: &Node, target: Option<&Node>, plurals: &Plurals) -> (Plan, Vec<Row>) {
    let mut merging = Merging { plurals, rows: Vec::new() };
    let plan = merging.node("", source, target, None);
    (plan, merging.rows)
}

struct Merging<'p> {
    plurals: &'p Plurals,
    rows: Vec<Row>,
}

/// What a plural form is to be noted as.
type Noted = Option<(PluralCategory, Number)>;

/// A select in both languages, and the texts that stand for what one of them lacks.
struct Both<'n> {
    source: Option<&'n Select>,
    target: Option<&'n Select>,
    /// The source's text where it does not select.
    flat_source: &'n Node,
    /// The translation's text where it does not select.
    flat_target: Option<&'n Node>,
}

impl Merging<'_> {
    fn node(&mut self, path: &str, source: &Node, target: Option<&Node>, noted: Noted) -> Plan {
        let target_selects = target.map(|target| target.selects.as_slice()).unwrap_or_default();
        let sole_source = source.sole_select();
        let sole_target = target.and_then(Node::sole_select);
        // A translation that does not select is what it says for all other cases.
        let flat_target = target.filter(|_| sole_source.is_some() && target_selects.is_empty());
        let only_selects = match (sole_source, target) {
            (Some(own), Some(_)) => flat_target.is_some() || sole_target.is_some_and(|other| other.name == own.name),
            (Some(_), None) => true,
            (None, _) => sole_target.is_some() && source.selects.is_empty(),
        };
        let mut plan = Plan { path: path.to_owned(), has_text: !only_selects, selects: Vec::new() };
        if !only_selects {
            let target = target.map(|target| target.pieces.clone());
            self.rows.push(Row { path: path.to_owned(), source: source.pieces.clone(), target, category: noted });
        }
        for select in &source.selects {
            let other = target_selects.iter().find(|other| other.name == select.name);
            let both = Both { source: Some(select), target: other, flat_source: source, flat_target };
            plan.selects.push(self.select(path, &both));
        }
        let is_new = |select: &&Select| !source.selects.iter().any(|own| own.name == select.name);
        for select in target_selects.iter().filter(is_new) {
            let both = Both { source: None, target: Some(select), flat_source: source, flat_target: None };
            plan.selects.push(self.select(path, &both));
        }
        plan
    }

    fn select(&mut self, path: &str, both: &Both<'_>) -> PlannedSelect {
        let like = both.target.or(both.source);
        let name = like.map(|select| select.name.clone()).unwrap_or_default();
        let default = like.and_then(Select::default).map(|variant| variant.key.clone()).unwrap_or_default();
        let mut variants = Vec::new();
        for key in self.keys(both, &default) {
            let path = variant_path(path, &name, &key);
            let own = both.source.and_then(|select| select.variant(&key));
            let source =
                own.or(both.source.and_then(Select::default)).map_or(both.flat_source, |variant| &variant.node);
            let target = both.target.and_then(|select| select.variant(&key)).map(|variant| &variant.node);
            let target = target.or(both.flat_target.filter(|_| key == default));
            let number = like.and_then(|select| select.number.clone());
            let noted = category_named(&key).filter(|_| own.is_none()).zip(number.clone());
            let first = self.rows.len();
            let plan = self.node(&path, source, target, noted);
            if let Some(number) = number.filter(|_| may_omit(&key)) {
                self.rows.iter_mut().skip(first).for_each(|row| free(row, &number));
            }
            variants.push(PlannedVariant { is_default: key == default, key, plan });
        }
        let selector = like.map(|select| select.selector.clone()).unwrap_or_default();
        PlannedSelect { name, selector, variants }
    }

    /// The keys of a select: exact numbers, then plural forms in CLDR's order; of words, the source's and then the
    /// translation's own. The one for all other cases comes last.
    fn keys(&self, both: &Both<'_>, default: &str) -> Vec<String> {
        let of = |select: Option<&Select>| -> Vec<String> {
            select.iter().flat_map(|select| select.variants.iter().map(|variant| variant.key.clone())).collect()
        };
        let (source, target) = (of(both.source), of(both.target));
        let mut keys: Vec<String> = Vec::new();
        let mut add = |key: &String| {
            if !keys.contains(key) && key != default {
                keys.push(key.clone());
            }
        };
        let number = both.source.or(both.target).and_then(|select| select.number.as_ref());
        let is_form = |key: &&String| category_named(key).is_some_and(|form| form != PluralCategory::Other);
        match number.filter(|_| source.iter().chain(&target).any(|key| is_form(&key))) {
            None => source.iter().chain(&target).for_each(&mut add),
            Some(number) => {
                source.iter().chain(&target).filter(|key| category_named(key).is_none()).for_each(&mut add);
                let forms = self.forms(number, &source, &target);
                for category in self.plurals.categories(number.counting) {
                    let name = category_name(category).to_owned();
                    if forms.contains(&category) || target.contains(&name) {
                        add(&name);
                    }
                }
                target.iter().for_each(&mut add);
            }
        }
        keys.push(default.to_owned());
        keys
    }

    /// The plural forms that a translation needs; not those whose only numbers have texts of their own (`[0]`).
    fn forms(&self, number: &Number, source: &[String], target: &[String]) -> Vec<PluralCategory> {
        if number.digits > 0 {
            return self.plurals.of_fractions(number.counting, number.digits);
        }
        let has = |number: &u32| source.iter().chain(target).any(|key| key.parse() == Ok(f64::from(*number)));
        let required = self.plurals.of_integers(number.counting).into_iter();
        let open = required.filter(|own| !own.only.as_ref().is_some_and(|numbers| numbers.iter().all(has)));
        open.map(|required| required.category).collect()
    }
}

/// Whether a text for these numbers may leave the number out.
fn may_omit(key: &str) -> bool {
    matches!(key, "zero" | "one" | "two") || key.parse::<f64>().is_ok()
}

/// Lets the text do without its number.
fn free(row: &mut Row, number: &Number) {
    let variable = format!("${}", number.variable);
    for piece in row.source.iter_mut().chain(row.target.iter_mut().flatten()) {
        if let Piece::Code(code) = piece
            && code.key.contains(&variable)
            && !code.key.starts_with("select ")
        {
            code.free = true;
        }
    }
}
