//! Names of Rust made from names of Fluent: in Rust's own spelling, never a keyword, each once.

use std::collections::HashSet;

/// Keywords of all editions, those reserved for later included.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that `r#` does not turn into names.
const NEVER_RAW: &[&str] = &["crate", "self", "super"];

/// The words of a name: cut at signs, and where small letters are followed by a capital.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for character in name.chars() {
        if !character.is_ascii_alphanumeric() {
            before = None;
            continue;
        }
        let begins = match before {
            None => true,
            Some(before) => character.is_ascii_uppercase() && !char::is_ascii_uppercase(&before),
        };
        let character_small = character.to_ascii_lowercase();
        match words.last_mut() {
            Some(word) if !begins => word.push(character_small),
            _ => words.push(character_small.into()),
        }
        before = Some(character);
    }
    words
}

/// `articles-checked` and `articlesChecked` as `articles_checked`: for functions, arguments and modules.
pub(super) fn snake(name: &str) -> String {
    named(words(name).join("_"))
}

/// `mac-os` as `MacOs`: for types and their variants.
pub(super) fn pascal(name: &str) -> String {
    let capital = |word: String| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    named(words(name).into_iter().map(capital).collect())
}

/// A name must begin with a letter. Fluent's do; those of `mizan.toml` are any text.
fn named(name: String) -> String {
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("n{name}") }
}

/// The name as code has it: `r#type`, `self_`.
pub(super) fn escaped(name: &str) -> String {
    if NEVER_RAW.contains(&name) || name == "Self" {
        format!("{name}_")
    } else if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// Gives each of `wanted` a name of its own: the first that wants a name has it, each later one the next number that is
/// free and that nothing else asked for, after `sign`.
pub(super) fn unique(wanted: &[String], reserved: &[&str], sign: &str) -> Vec<String> {
    let asked: HashSet<&str> = wanted.iter().map(String::as_str).chain(reserved.iter().copied()).collect();
    let mut given: HashSet<String> = reserved.iter().map(|name| (*name).to_owned()).collect();
    let mut names = Vec::with_capacity(wanted.len());
    for name in wanted {
        let mut free = name.clone();
        let mut number = 2_usize;
        while given.contains(&free) {
            let next = format!("{name}{sign}{number}");
            number += 1;
            if !asked.contains(next.as_str()) {
                free = next;
            }
        }
        given.insert(free.clone());
        names.push(free);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_take_the_spelling_of_rust() {
        let snakes = ["cli-about", "cliAbout", "HTTPError", "a--b_", "x.title", "utf-8-name", "h2o", "A1B"].map(snake);
        assert_eq!(snakes, ["cli_about", "cli_about", "httperror", "a_b", "x_title", "utf_8_name", "h2o", "a1_b"]);
        assert_eq!(["mac-os", "macOS", "x", "two_words"].map(pascal), ["MacOs", "MacOs", "X", "TwoWords"]);
        assert_eq!(["", "2nd", "\u{62E}\u{628}\u{631}"].map(snake), ["n", "n2nd", "n"]);
    }

    #[test]
    fn keywords_become_names() {
        assert_eq!(
            ["type", "gen", "self", "crate", "Self", "kind"].map(escaped),
            ["r#type", "r#gen", "self_", "crate_", "Self_", "kind"]
        );
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn each_name_is_given_once() {
        let wanted = ["a", "b", "a", "a", "a_2", "c"].map(str::to_owned);
        assert_eq!(unique(&wanted, &["c"], "_"), ["a", "b", "a_3", "a_4", "a_2", "c_2"]);
    }
}
