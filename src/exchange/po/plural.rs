//! How gettext writes the plural rules of a language.

use crate::locale::Locale;
use crate::message::plural::{Counting, Plurals, category_name};

/// The plural forms of a language as gettext counts them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Forms {
    /// The value of `plural=`.
    pub(crate) expression: &'static str,
    /// CLDR's name of each form.
    pub(crate) categories: &'static [&'static str],
    index: fn(u64) -> usize,
}

/// What languages have, by what it does: which of them a language has is asked of CLDR, not of a list of languages.
static KNOWN: &[Forms] = &[
    Forms { expression: "0", categories: &["other"], index: |_| 0 },
    Forms { expression: "(n != 1)", categories: &["one", "other"], index: |n| usize::from(n != 1) },
    Forms { expression: "(n > 1)", categories: &["one", "other"], index: |n| usize::from(n > 1) },
    Forms {
        expression: "(n%10==1 && n%100!=11 ? 0 : 1)",
        categories: &["one", "other"],
        index: |n| usize::from(!(n % 10 == 1 && n % 100 != 11)),
    },
    Forms {
        expression: "(n==1 ? 0 : n==2 ? 1 : 2)",
        categories: &["one", "two", "other"],
        index: |n| match n {
            1 => 0,
            2 => 1,
            _ => 2,
        },
    },
    Forms {
        expression: "(n==1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2)",
        categories: &["one", "many", "other"],
        index: |n| match n {
            1 => 0,
            0 => 2,
            n if n.is_multiple_of(1_000_000) => 1,
            _ => 2,
        },
    },
    Forms {
        expression: "(n==0 || n==1 ? 0 : n%1000000==0 ? 1 : 2)",
        categories: &["one", "many", "other"],
        index: |n| match n {
            0 | 1 => 0,
            n if n.is_multiple_of(1_000_000) => 1,
            _ => 2,
        },
    },
    Forms {
        expression: "(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2)",
        categories: &["one", "few", "other"],
        index: |n| match n {
            1 => 0,
            2..=4 => 1,
            _ => 2,
        },
    },
    Forms {
        expression: "(n==1 ? 0 : n==0 || n%100>0 && n%100<20 ? 1 : 2)",
        categories: &["one", "few", "other"],
        index: |n| match n {
            1 => 0,
            n if n == 0 || (1..20).contains(&(n % 100)) => 1,
            _ => 2,
        },
    },
    Forms {
        expression: "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
        categories: &["one", "few", "many"],
        index: |n| if n % 10 == 1 && n % 100 != 11 { 0 } else { few_or_many(n) },
    },
    Forms {
        expression: "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
        categories: &["one", "few", "other"],
        index: |n| if n % 10 == 1 && n % 100 != 11 { 0 } else { few_or_many(n) },
    },
    Forms {
        expression: "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
        categories: &["one", "few", "many"],
        index: |n| if n == 1 { 0 } else { few_or_many(n) },
    },
    Forms {
        expression: "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=9 && (n%100<11 || n%100>19) ? 1 : 2)",
        categories: &["one", "few", "other"],
        index: |n| match (n % 10, n % 100) {
            (1, rest) if rest != 11 => 0,
            (2..=9, rest) if !(11..=19).contains(&rest) => 1,
            _ => 2,
        },
    },
    Forms {
        expression: "(n%10==0 || n%100>=11 && n%100<=19 ? 0 : n%10==1 && n%100!=11 ? 1 : 2)",
        categories: &["zero", "one", "other"],
        index: |n| match (n % 10, n % 100) {
            (0, _) | (_, 11..=19) => 0,
            (1, _) => 1,
            _ => 2,
        },
    },
    Forms {
        expression: "(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3)",
        categories: &["one", "two", "few", "other"],
        index: |n| match n % 100 {
            1 => 0,
            2 => 1,
            3 | 4 => 2,
            _ => 3,
        },
    },
    Forms {
        expression: "(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4)",
        categories: &["one", "two", "few", "many", "other"],
        index: |n| match n {
            1 => 0,
            2 => 1,
            3..=6 => 2,
            7..=10 => 3,
            _ => 4,
        },
    },
    Forms {
        expression: "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)",
        categories: &["zero", "one", "two", "few", "many", "other"],
        index: |n| match n {
            0..=3 => usize::try_from(n).unwrap_or_default(),
            6 => 4,
            _ => 5,
        },
    },
    Forms {
        expression: "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)",
        categories: &["zero", "one", "two", "few", "many", "other"],
        index: |n| match (n, n % 100) {
            (0..=2, _) => usize::try_from(n).unwrap_or_default(),
            (_, 3..=10) => 3,
            (_, 11..=99) => 4,
            _ => 5,
        },
    },
];

fn few_or_many(n: u64) -> usize {
    if (2..=4).contains(&(n % 10)) && !(12..=14).contains(&(n % 100)) { 1 } else { 2 }
}

/// The forms of a language; `None` where gettext has no name for what CLDR says of it.
pub(crate) fn forms(locale: &Locale) -> Option<&'static Forms> {
    let plurals = Plurals::new(locale);
    // The numbers in which every category of every locale shows.
    let numbers = || (0..=400).chain((1_000..=21_000).step_by(1_000)).chain([100_000, 1_000_000, 1_000_001, 2_000_000]);
    let agrees = |forms: &&Forms| {
        numbers().all(|number| {
            let category = category_name(plurals.category_of_integer(Counting::Cardinal, number));
            forms.categories.get((forms.index)(number)) == Some(&category)
        })
    };
    KNOWN.iter().find(agrees)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tag: &str) -> Option<&'static Forms> {
        forms(&Locale::new(tag).expect("a tag"))
    }

    #[test]
    fn arabic_has_six_in_order() {
        let forms = of("ar").expect("known");
        assert_eq!(forms.categories, ["zero", "one", "two", "few", "many", "other"]);
        let taken = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111].map(|n| forms.categories[(forms.index)(n)]);
        let wanted = ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "many"];
        assert_eq!(taken, wanted);
    }

    #[test]
    fn most_languages_are_known() {
        for (tag, count) in [("en", 2), ("ja", 1), ("fr", 3), ("es", 3), ("ru", 3), ("pl", 3), ("cs", 3), ("he", 3)] {
            assert_eq!(of(tag).map(|forms| forms.categories.len()), Some(count), "{tag}");
        }
        for tag in ["de", "tr", "hi", "ro", "lt", "lv", "sl", "ga", "cy", "sr", "uk", "ar-EG", "fa", "ur", "sw", "is"] {
            assert!(of(tag).is_some(), "{tag}");
        }
    }
}
