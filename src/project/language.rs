//! Which names of folders and suffixes name a language.

/// Two-letter codes of ISO 639-1 that sites are written in. Rare ones that are words elsewhere (`io`, `to`) are left out.
const KNOWN: &[&str] = &[
    "af", "am", "ar", "as", "az", "be", "bg", "bn", "bo", "br", "bs", "ca", "cs", "cy", "da", "de", "dv", "el", "en",
    "eo", "es", "et", "eu", "fa", "fi", "fo", "fr", "fy", "ga", "gd", "gl", "gu", "ha", "he", "hi", "hr", "hu", "hy",
    "id", "ig", "is", "it", "iw", "ja", "jv", "ka", "kk", "km", "kn", "ko", "ku", "ky", "la", "lb", "lo", "lt", "lv",
    "mg", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "nb", "ne", "nl", "nn", "no", "oc", "or", "pa", "pl", "ps",
    "pt", "qu", "rm", "ro", "ru", "rw", "sd", "si", "sk", "sl", "sn", "so", "sq", "sr", "st", "su", "sv", "sw", "ta",
    "te", "tg", "th", "tk", "tl", "tn", "tr", "tt", "ug", "uk", "ur", "uz", "vi", "wo", "xh", "yi", "yo", "zh", "zu",
];

/// Whether `text` is written as a language tag: `ar`, `pt_BR`, `zh-Hans`, `es-419`.
pub(super) fn is_language(text: &str) -> bool {
    let (code, rest) = text.split_once(['-', '_']).unwrap_or((text, ""));
    let is_region_or_script = match rest.len() {
        0 => code.len() == text.len(),
        2 | 4 => rest.bytes().all(|byte| byte.is_ascii_alphabetic()),
        3 => rest.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    is_region_or_script && KNOWN.binary_search(&code).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, is_language};

    #[test]
    fn tags_are_told_from_words() {
        assert!(KNOWN.is_sorted(), "it is searched by halves");
        for tag in ["ar", "pt-BR", "pt_BR", "zh-Hans", "es-419", "uk"] {
            assert!(is_language(tag), "{tag}");
        }
        for word in ["ai", "ux", "go", "qa", "node-js", "en-route", "ar-", "", "AR", "js", "v2", "ar-4199"] {
            assert!(!is_language(word), "{word}");
        }
    }
}
