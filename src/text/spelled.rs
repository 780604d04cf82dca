//! Numbers written as words, in English and in Arabic.

use unic_langid::LanguageIdentifier;

use crate::text::normalize::fold_arabic;

/// The values of the numbers that `text` writes as words, in the language of `locale` (English and Arabic are known; for
/// others there are none). Arabic words are found behind the clitics و ف ب ك ل ال and in every gender and case; a dual
/// noun counts as two.
///
/// ```
/// use mizan::text::number::spelled_values;
/// let ar = "ar".parse().expect("a tag");
/// assert_eq!(spelled_values("وثلاثة أطفال في العشرين", &ar), [3, 20]);
/// let en = "en".parse().expect("a tag");
/// assert_eq!(spelled_values("Both of the three nurses", &en), [2, 3]);
/// ```
#[must_use]
pub fn spelled_values(text: &str, locale: &LanguageIdentifier) -> Vec<u32> {
    match locale.language.as_str() {
        "en" => text.split(|c: char| !c.is_alphabetic()).filter_map(english).collect(),
        "ar" => {
            let folded = fold_arabic(text);
            folded.split(|c: char| !c.is_alphabetic()).filter_map(arabic).collect()
        }
        _ => Vec::new(),
    }
}

const ENGLISH: &[(&str, u32)] = &[
    ("zero", 0),
    ("no", 0),
    ("none", 0),
    ("one", 1),
    ("once", 1),
    ("first", 1),
    ("single", 1),
    ("two", 2),
    ("twice", 2),
    ("both", 2),
    ("pair", 2),
    ("second", 2),
    ("three", 3),
    ("third", 3),
    ("triple", 3),
    ("four", 4),
    ("fourth", 4),
    ("five", 5),
    ("fifth", 5),
    ("six", 6),
    ("sixth", 6),
    ("seven", 7),
    ("seventh", 7),
    ("eight", 8),
    ("eighth", 8),
    ("nine", 9),
    ("ninth", 9),
    ("ten", 10),
    ("tenth", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("dozen", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("twentieth", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("hundreds", 100),
    ("thousand", 1000),
    ("thousands", 1000),
];

fn english(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    ENGLISH.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// Stems after folding (no hamza on alef, ha for ta marbuta, ya for alef maqsura).
const ARABIC: &[(&str, u32)] = &[
    ("صفر", 0),
    ("واحد", 1),
    ("واحده", 1),
    ("احد", 1),
    ("احدي", 1),
    ("اول", 1),
    ("اولي", 1),
    ("مره", 1),
    ("اثنان", 2),
    ("اثنين", 2),
    ("اثنتان", 2),
    ("اثنتين", 2),
    ("اثنا", 2),
    ("اثني", 2),
    ("اثنتا", 2),
    ("اثنتي", 2),
    ("ثاني", 2),
    ("ثانيه", 2),
    ("مرتين", 2),
    ("مرتان", 2),
    ("كلا", 2),
    ("كلتا", 2),
    ("ثلاث", 3),
    ("ثلاثه", 3),
    ("ثالث", 3),
    ("ثالثه", 3),
    ("اربع", 4),
    ("اربعه", 4),
    ("رابع", 4),
    ("رابعه", 4),
    ("خمس", 5),
    ("خمسه", 5),
    ("خامس", 5),
    ("خامسه", 5),
    ("ست", 6),
    ("سته", 6),
    ("سادس", 6),
    ("سادسه", 6),
    ("سبع", 7),
    ("سبعه", 7),
    ("سابع", 7),
    ("سابعه", 7),
    ("ثمان", 8),
    ("ثماني", 8),
    ("ثمانيه", 8),
    ("ثامن", 8),
    ("ثامنه", 8),
    ("تسع", 9),
    ("تسعه", 9),
    ("تاسع", 9),
    ("تاسعه", 9),
    ("عشر", 10),
    ("عشره", 10),
    ("عاشر", 10),
    ("عاشره", 10),
    ("عشرون", 20),
    ("عشرين", 20),
    ("ثلاثون", 30),
    ("ثلاثين", 30),
    ("اربعون", 40),
    ("اربعين", 40),
    ("خمسون", 50),
    ("خمسين", 50),
    ("ستون", 60),
    ("ستين", 60),
    ("سبعون", 70),
    ("سبعين", 70),
    ("ثمانون", 80),
    ("ثمانين", 80),
    ("تسعون", 90),
    ("تسعين", 90),
    ("مئه", 100),
    ("مائه", 100),
    ("مئات", 100),
    ("مئتان", 200),
    ("مئتين", 200),
    ("مائتان", 200),
    ("مائتين", 200),
    ("الف", 1000),
    ("الاف", 1000),
    ("الوف", 1000),
    ("الفان", 2000),
    ("الفين", 2000),
];

fn arabic(word: &str) -> Option<u32> {
    let known = |word: &str| ARABIC.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    let mut stems = vec![word];
    // و ف first, then ب ك ل, then the article (which is ل after ل).
    for clitics in [&["و", "ف"][..], &["ب", "ك", "ل"][..], &["ال", "ل"][..]] {
        let shorter: Vec<&str> =
            stems.iter().flat_map(|stem| clitics.iter().filter_map(|clitic| stem.strip_prefix(clitic))).collect();
        stems.extend(shorter);
    }
    let value = stems.iter().find_map(|stem| known(stem));
    // A dual ends in ـان or ـين behind at least three letters; the plural in ـين shares the form, so only ـتين, ـتان and
    // ـان are taken.
    let is_dual = word.chars().count() > 4 && ["تان", "تين", "ان"].iter().any(|end| word.ends_with(end));
    value.or(is_dual.then_some(2))
}

#[cfg(test)]
mod tests {
    use super::spelled_values;

    fn arabic(text: &str) -> Vec<u32> {
        spelled_values(text, &"ar".parse().expect("a tag"))
    }

    #[test]
    fn arabic_words_are_seen_through_their_clitics() {
        assert_eq!(arabic("بثلاث لغات"), [3]);
        assert_eq!(arabic("وللخمسة الأوائل"), [5]);
        assert_eq!(arabic("خمسون"), [50]);
        assert_eq!(arabic("مئة"), [100]);
        assert_eq!(arabic("في الطابق الثاني"), [2]);
    }

    #[test]
    fn a_dual_is_two_and_a_word_like_a_number_is_not() {
        assert_eq!(arabic("سنتين"), [2]);
        assert_eq!(arabic("مستشفيان"), [2]);
        assert_eq!(arabic("المرضى في المستشفى"), [] as [u32; 0]);
        assert_eq!(arabic("ملايين"), [] as [u32; 0]);
    }

    #[test]
    fn other_languages_have_none() {
        assert!(spelled_values("trois", &"fr".parse().expect("a tag")).is_empty());
    }
}
