//! Which language the command line speaks: `--lang`, else the usual variables.

use std::ffi::OsString;

use crate::words::Words;

/// The texts in the language asked for, else in that of the environment.
pub(super) fn words(asked: Option<&str>) -> &'static Words {
    let named = asked.map(str::to_owned).or_else(|| {
        let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let set = variables.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())?;
        tag(&set)
    });
    Words::new(&[named.as_deref().unwrap_or("en")])
}

/// The language tag of a POSIX locale name: `ar_EG.UTF-8@euro` is `ar-EG`; `C` and `POSIX` name no language.
fn tag(name: &str) -> Option<String> {
    let name = name.split(['.', '@']).next().unwrap_or_default();
    (!matches!(name, "" | "C" | "POSIX")).then(|| name.replace('_', "-"))
}

/// What stands after `--lang`, where the arguments as a whole could not be read.
pub(super) fn asked(given: &[OsString]) -> Option<String> {
    value_of(given, "--lang").filter(|value| matches!(value.as_str(), "en" | "ar"))
}

/// The value of an option among arguments that could not be read.
pub(super) fn value_of(given: &[OsString], option: &str) -> Option<String> {
    let mut texts = given.iter().map(|text| text.to_string_lossy()).take_while(|text| text != "--");
    while let Some(text) = texts.next() {
        if text == option {
            return texts.next().map(|value| value.into_owned());
        }
        if let Some(value) = text.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posix_names_become_tags() {
        assert_eq!(tag("ar_EG.UTF-8@x").as_deref(), Some("ar-EG"));
        assert_eq!(tag("ar").as_deref(), Some("ar"));
        assert_eq!(tag("C.UTF-8"), None);
    }

    #[test]
    fn the_language_is_found_in_arguments_that_are_wrong() {
        let given = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked(&given("mizan check --frmat x --lang ar")).as_deref(), Some("ar"));
        assert_eq!(asked(&given("mizan --lang=ar x")).as_deref(), Some("ar"));
        assert_eq!(asked(&given("mizan --lang xx")), None);
        assert_eq!(asked(&given("mizan -- --lang ar")), None);
    }
}
