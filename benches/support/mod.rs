//! A made-up newsroom of any size: the same number gives the same bytes.

use std::fmt::Write as _;
use std::path::Path;

const EN_SUBJECTS: &[&str] =
    &["The ward", "A new clinic", "The night shift", "Our laboratory", "The children’s unit", "The pharmacy"];
const EN_VERBS: &[&str] = &["opened", "moved", "tested", "received", "reported", "trained"];
const EN_ENDS: &[&str] =
    &["after a long winter", "with the help of the families", "on the second floor", "without closing a single bed"];
const AR_SUBJECTS: &[&str] =
    &["القسم الداخلي", "العيادة الجديدة", "فريق الليل", "مختبرنا المركزي", "قسم الأطفال", "الصيدلية"];
const AR_VERBS: &[&str] = &["بدأ العمل", "انتقل", "أجرى الفحوص", "استقبل المرضى", "نشر نتائجه", "درّب العاملين"];
const AR_ENDS: &[&str] = &["بعد شتاء طويل", "بمساعدة العائلات", "في الطابق الثاني", "من دون إغلاق سرير واحد"];

/// The configuration of the newsroom.
pub(crate) const CONFIG: &str = r#"[project]
name = "bench"
base-url = "https://news.example.org"
source = "en"
targets = ["ar"]

[site]

[articles.news]
path = "articles/{slug}/{locale}.md"
required = ["title", "date", "summary"]
translated = ["title", "summary"]
shared = ["date", "category"]
"#;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % sides as u64).unwrap_or(0)
    }
}

/// The article `number` of `of`, in English and in Arabic.
pub(crate) fn article(number: usize, of: usize) -> (String, String, String) {
    let mut dice = Dice(number as u64 + 1);
    let key = format!("story-{number:06}");
    let (mut en, mut ar) = (String::new(), String::new());
    let day = format!("20{:02}-{:02}-{:02}", 10 + dice.roll(15), 1 + dice.roll(12), 1 + dice.roll(28));
    let (en_title, ar_title) = sentence(&mut dice);
    let (en_summary, ar_summary) = sentence(&mut dice);
    let _ = write!(en, "---\ntitle: \"{en_title}\"\ndate: {day}\ncategory: care\nsummary: \"{en_summary}\"\n---\n\n");
    let _ = write!(ar, "---\ntitle: \"{ar_title}\"\ndate: {day}\nsummary: \"{ar_summary}\"\n---\n\n");
    for section in 0..4 {
        let (a, b) = sentence(&mut dice);
        let _ = write!(en, "## {a}\n\n");
        let _ = write!(ar, "## {b}\n\n");
        for paragraph in 0..3 {
            let (a, b) = paragraph_of(&mut dice, 3);
            let other = format!("story-{:06}", dice.roll(of));
            if paragraph == 0 {
                let _ = write!(en, "{a} See [the other story](../{other}/).\n\n");
                let _ = write!(ar, "{b} اقرأ [القصة الأخرى](../{other}/).\n\n");
            } else {
                let _ = write!(en, "{a}\n\n");
                let _ = write!(ar, "{b}\n\n");
            }
        }
        if section % 2 == 0 {
            for _ in 0..4 {
                let (a, b) = sentence(&mut dice);
                let _ = writeln!(en, "- {a}");
                let _ = writeln!(ar, "- {b}");
            }
            en.push('\n');
            ar.push('\n');
        }
    }
    (key, en, ar)
}

fn paragraph_of(dice: &mut Dice, sentences: usize) -> (String, String) {
    let (mut en, mut ar) = (Vec::new(), Vec::new());
    for _ in 0..sentences {
        let (a, b) = sentence(dice);
        en.push(a);
        ar.push(b);
    }
    (en.join(" "), ar.join(" "))
}

fn sentence(dice: &mut Dice) -> (String, String) {
    let (subject, verb, end) = (dice.roll(6), dice.roll(6), dice.roll(4));
    let figure = 100 + dice.roll(9000);
    (
        format!("{} {} for {figure} patients {}.", EN_SUBJECTS[subject], EN_VERBS[verb], EN_ENDS[end]),
        format!("{} {} لصالح {figure} من المرضى {}.", AR_SUBJECTS[subject], AR_VERBS[verb], AR_ENDS[end]),
    )
}

/// Writes a newsroom of `pairs` article pairs into `folder`.
pub(crate) fn write(folder: &Path, pairs: usize) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    save(&folder.join("mizan.toml"), CONFIG)?;
    for number in 0..pairs {
        let (key, en, ar) = article(number, pairs);
        let below = folder.join("articles").join(key);
        std::fs::create_dir_all(&below)?;
        save(&below.join("en.md"), &en)?;
        save(&below.join("ar.md"), &ar)?;
    }
    Ok(())
}

fn save(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    std::fs::File::create(path)?.write_all(text.as_bytes())
}
