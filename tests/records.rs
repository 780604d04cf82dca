//! Records: what `mizan accept` writes, what the check makes of it, and what git's history gives.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use mizan::Project;
use mizan::check::{Finding, run_rules};
use tempfile::TempDir;

const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n\n[articles.news]\n\
                      path = \"articles/{slug}/{locale}.md\"\ntranslated = [\"title\"]\n\n\
                      [messages]\npath = \"locales/{locale}/{file}.ftl\"\n";
const ENGLISH: &str = "---\ntitle: Visiting hours\n---\n\n# When to come\n\nVisits are free of charge for everybody on all days.\n\n\
                       The garden is open to children and their parents.\n";
const ARABIC: &str = "---\ntitle: أوقات الزيارة\n---\n\n# متى تأتي\n\nالزيارات مجانيه للجميع في كل الأيام.\n\n\
                      الحديقة مفتوحة للأطفال وذويهم.\n";

struct News(TempDir);

impl News {
    fn new() -> Self {
        let news = Self(tempfile::tempdir().expect("a folder"));
        news.write("mizan.toml", CONFIG);
        news.write("articles/visits/en.md", ENGLISH);
        news.write("articles/visits/ar.md", ARABIC);
        news.write("locales/en/site.ftl", "contact = Call us\nmore = Read more\n");
        news.write("locales/ar/site.ftl", "contact = اتصل بنا\nmore = اقرأ المزيد\n");
        news
    }

    fn at(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, text: &str) {
        mizan::project::files::replace(&self.at().join(path), text.as_bytes()).expect("written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at().join(path)).expect("readable")
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has {from}");
        self.write(path, &text.replace(from, to));
    }

    fn mizan(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("mizan"));
        command
            .current_dir(self.at())
            .stdin(Stdio::null())
            .args(arguments)
            .env("LANG", "en")
            .output()
            .expect("mizan runs")
    }

    fn says(&self, arguments: &[&str]) -> String {
        let output = self.mizan(arguments);
        String::from_utf8(output.stdout).expect("UTF-8") + &String::from_utf8(output.stderr).expect("UTF-8")
    }

    /// What the rules on records find, as `rule line`.
    fn found(&self) -> Vec<String> {
        self.findings().iter().map(|finding| format!("{} {}", finding.rule, finding.place.start.line)).collect()
    }

    fn findings(&self) -> Vec<Finding> {
        let rules = ["stale", "cosmetic", "unrecorded", "recorded-unchanged"];
        let project = Project::load(self.at()).expect("loads");
        run_rules(&project, &|rule| rules.iter().any(|name| rule.name.ends_with(&format!("/{name}")))).findings
    }

    fn git(&self, arguments: &[&str]) {
        let status = Command::new("git")
            .current_dir(self.at())
            .args(["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"])
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let _ = status.expect("git runs");
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "change"]);
    }
}

const AR: &str = "articles/visits/ar.md";
const EN: &str = "articles/visits/en.md";

#[test]
fn without_a_lock_nobody_is_asked_for_records() {
    assert_eq!(News::new().found(), [""; 0]);
}

#[test]
fn what_was_accepted_goes_stale_with_its_source() {
    let news = News::new();
    assert!(news.says(&["accept", AR]).contains("recorded: articles/visits/ar.md"));
    assert_eq!(news.found(), [""; 0]);
    news.edit(EN, "free of charge", "no longer free");
    news.edit(EN, "Visiting hours", "When we are open");
    let found = news.findings();
    assert_eq!(news.found(), ["article/stale 2", "article/stale 7"]);
    assert_eq!(found[1].related.as_ref().map(|place| place.start.line), Some(7));
    // A line inserted above moves nothing.
    news.edit(EN, "# When", "# When   ");
    assert_eq!(news.findings()[1].fingerprint(), found[1].fingerprint());
    news.edit(AR, "مجانيه", "لم تعد مجانية");
    assert!(news.says(&["accept", AR]).contains("recorded anew"));
    assert_eq!(news.found(), [""; 0]);
    assert!(news.says(&["accept", AR]).contains("nothing has changed"));
}

#[test]
fn markup_is_cosmetic_and_line_endings_are_nothing() {
    let news = News::new();
    news.says(&["accept", "articles"]);
    news.write(EN, &ENGLISH.replace('\n', "\r\n").replace("charge for", "charge\r\nfor"));
    assert_eq!(news.found(), [""; 0]);
    news.write(EN, &ENGLISH.replace("free", "*free*"));
    assert_eq!(news.found(), ["article/cosmetic 1"]);
}

#[test]
fn segments_added_and_removed_are_named() {
    let news = News::new();
    news.says(&["accept", AR]);
    news.write(EN, &ENGLISH.replace("The garden", "```sh\nls\n```\n\nThe garden"));
    assert_eq!(news.found(), ["article/stale 7"], "at the end of what precedes it");
    news.write(EN, &ENGLISH.replace("\n\nThe garden is open to children and their parents.", ""));
    assert_eq!(news.found(), ["article/stale 9"], "where the Arabic still has it");
}

#[test]
fn accepting_what_did_not_change_is_asked_about_until_someone_answers() {
    let news = News::new();
    news.says(&["accept", AR]);
    news.edit(EN, "free of charge", "no longer free");
    assert!(news.says(&["accept", AR]).contains("although its source has changed"));
    assert_eq!(news.found(), ["article/recorded-unchanged 1"]);
    assert!(news.says(&["accept", AR]).contains("nothing has changed"), "accepting twice does not help");
    assert_eq!(news.found(), ["article/recorded-unchanged 1"]);
    let lock = news.read("mizan.lock");
    news.says(&["accept", "--as-is", AR]);
    assert_eq!(news.found(), [""; 0]);
    // And so does translating.
    news.write("mizan.lock", &lock);
    news.edit(AR, "مجانيه", "لم تعد مجانية");
    assert_eq!(news.found(), [""; 0]);
}

#[test]
fn messages_are_recorded_one_by_one_or_by_the_file() {
    let news = News::new();
    news.says(&["accept", AR]);
    assert!(news.says(&["accept", "locales/ar/site.ftl"]).contains("recorded"));
    news.write("locales/en/site.ftl", "more = Read on\ncontact =\n    Write to us\n");
    assert_eq!(news.found(), ["message/stale 1", "message/stale 2"]);
    // Nobody has touched the translation: it is held back until someone answers for it.
    let held = news.mizan(&["accept", "locales/ar/site.ftl#more"]);
    assert_eq!(held.status.code(), Some(1));
    assert!(String::from_utf8(held.stdout).expect("UTF-8").contains("not recorded, its source has changed"));
    assert_eq!(news.found(), ["message/stale 1", "message/stale 2"]);
    news.says(&["accept", "--as-is", "locales/ar/site.ftl#more"]);
    assert_eq!(news.found(), ["message/stale 1"]);
    // Of a whole file, what was translated is recorded, and the rest is named.
    news.write("locales/en/site.ftl", "more = Go on\ncontact =\n    Write to us\n");
    news.edit("locales/ar/site.ftl", "اتصل بنا", "راسلنا");
    let said = news.says(&["accept", "locales/ar/site.ftl"]);
    assert!(said.contains("locales/ar/site.ftl#more") && !said.contains("#contact"), "{said}");
    assert_eq!(news.found(), ["message/stale 2"]);
    assert_eq!(news.mizan(&["accept", "locales/ar/site.ftl#nothing"]).status.code(), Some(1));
}

#[test]
fn a_renamed_article_keeps_its_record() {
    let news = News::new();
    news.says(&["accept", "."]);
    fs::rename(news.at().join("articles/visits"), news.at().join("articles/hours")).expect("renamed");
    let found = news.findings();
    assert_eq!(news.found(), ["article/unrecorded 1"]);
    assert_eq!(found[0].help.as_ref().map(|help| help.id), Some("article-unrecorded.help-moved"));
    news.edit("articles/hours/en.md", "free of charge", "no longer free");
    assert!(news.says(&["accept", "articles/hours/ar.md"]).contains("which was articles/visits/ar.md"));
    assert_eq!(news.found(), ["article/recorded-unchanged 1"], "the change of the source is not forgotten");
    assert!(!news.read("mizan.lock").contains("visits"));
}

#[test]
fn a_deleted_source_loses_no_record() {
    let news = News::new();
    news.says(&["accept", "."]);
    let lock = news.read("mizan.lock");
    fs::remove_file(news.at().join(EN)).expect("removed");
    assert_eq!(news.found(), [""; 0]);
    assert_eq!(news.mizan(&["accept", AR]).status.code(), Some(1));
    assert_eq!(news.read("mizan.lock"), lock);
}

#[test]
fn a_lock_that_cannot_be_read_stops_nothing_and_is_not_overwritten() {
    let news = News::new();
    news.says(&["accept", "."]);
    let good = news.read("mizan.lock");
    for (wrong, word) in [
        (good.replace("lock 1", "lock 9"), "newer"),
        (good.clone() + "garbage\n", "restore"),
        (good.replace("articles", "<<<<<<< HEAD\narticles"), "--merge"),
    ] {
        news.write("mizan.lock", &wrong);
        let check = news.mizan(&["check"]);
        assert_eq!(check.status.code(), Some(2));
        let said = String::from_utf8(check.stderr).expect("UTF-8") + &String::from_utf8(check.stdout).expect("UTF-8");
        assert!(said.contains("mizan.lock:") && said.contains(word), "{said}");
        assert_eq!(news.mizan(&["accept", AR]).status.code(), Some(2));
        assert_eq!(news.read("mizan.lock"), wrong);
    }
}

#[test]
fn two_branches_are_merged_by_what_each_recorded() {
    let news = News::new();
    news.says(&["accept", AR]);
    let base = (news.read(EN), news.read(AR), news.read("mizan.lock"));
    let branch = |english: [&str; 2], arabic: [&str; 2]| {
        news.write(EN, &base.0);
        news.write(AR, &base.1);
        news.write("mizan.lock", &base.2);
        news.edit(EN, english[0], english[1]);
        news.edit(AR, arabic[0], arabic[1]);
        news.says(&["accept", AR]);
        news.read("mizan.lock").lines().last().expect("a record").to_owned()
    };
    let ours = branch(["free of charge", "no longer free"], ["مجانيه", "لم تعد مجانية"]);
    let theirs = branch(["The garden", "The park"], ["الحديقة", "المتنزه"]);
    assert_ne!(ours, theirs);
    news.edit(EN, "free of charge", "no longer free");
    news.edit(AR, "مجانيه", "لم تعد مجانية");
    let (head, old) = base.2.trim_end().rsplit_once('\n').expect("lines");
    let conflict = format!("{head}\n<<<<<<< HEAD\n{ours}\n||||||| base\n{old}\n=======\n{theirs}\n>>>>>>> branch\n");
    news.write("mizan.lock", &conflict);
    assert!(news.says(&["accept", "--merge"]).contains("one translation"));
    assert_eq!(news.found(), [""; 0]);
    // What neither branch had seen stays stale.
    news.write("mizan.lock", &conflict);
    news.edit(EN, "When to come", "When to visit us");
    news.says(&["accept", "--merge"]);
    assert_eq!(news.found(), ["article/stale 5"]);
}

#[test]
fn history_gives_first_records_and_a_typo_mended_later_hides_nothing() {
    let news = News::new();
    news.git(&["init", "-q"]);
    news.commit();
    news.edit(EN, "free of charge for everybody on all days", "to be paid for at the front desk since May");
    news.commit();
    // The translator mends a slip in the very sentence that is out of date.
    news.edit(AR, "مجانيه", "مجانية");
    news.commit();
    news.edit(EN, "The garden is open to children", "The new garden is closed to dogs");
    news.edit("locales/en/site.ftl", "Call us", "Write to us");
    news.commit();
    news.edit(AR, "الحديقة مفتوحة للأطفال وذويهم", "الحديقة الجديدة مغلقة أمام الكلاب");
    news.commit();
    assert!(news.says(&["accept", "--from-git"]).contains("2 records"));
    assert_eq!(news.found(), ["article/stale 7", "message/stale 1"]);
    let lock = news.read("mizan.lock");
    assert!(news.says(&["accept", "--from-git"]).contains("No record"));
    assert_eq!(news.read("mizan.lock"), lock);
}

#[test]
fn history_follows_renames_and_sees_what_is_not_committed() {
    let news = News::new();
    news.git(&["init", "-q"]);
    news.commit();
    news.edit(EN, "free of charge for everybody on all days", "to be paid for at the front desk since May");
    news.commit();
    fs::rename(news.at().join("articles/visits"), news.at().join("articles/hours")).expect("renamed");
    news.commit();
    news.edit("articles/hours/en.md", "The garden is open to children", "The new garden is closed to dogs");
    news.says(&["accept", "--from-git"]);
    assert_eq!(news.found(), ["article/stale 7", "article/stale 9"]);
}

#[test]
fn without_a_whole_history_nothing_is_derived() {
    let news = News::new();
    let refused = |news: &News, word: &str| {
        let output = news.mizan(&["accept", "--from-git"]);
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(word), "{said}");
        assert!(!news.at().join("mizan.lock").exists());
    };
    refused(&news, "no repository");
    news.git(&["init", "-q"]);
    news.commit();
    news.edit(EN, "free", "no longer free");
    news.commit();
    let cut = tempfile::tempdir().expect("a folder");
    let origin = format!("file://{}", news.at().display());
    news.git(&["clone", "-q", "--depth", "1", &origin, &cut.path().display().to_string()]);
    let shallow = News(cut);
    refused(&shallow, "--unshallow");
    // By name it works there as anywhere.
    assert!(shallow.says(&["accept", AR]).contains("recorded"));
}

#[test]
fn what_changed_is_shown_with_its_old_words_where_git_has_them() {
    let news = News::new();
    news.says(&["accept", "."]);
    assert!(news.says(&["diff"]).contains("every recorded translation is current"));
    news.edit(EN, "free of charge", "no longer free");
    let said = news.says(&["diff"]);
    assert!(said.contains("not in git") && said.contains("now Visits are no longer free for everybody"), "{said}");
    news.write(EN, ENGLISH);
    news.git(&["init", "-q"]);
    news.commit();
    news.edit(EN, "free of charge", "no longer free");
    news.edit("locales/en/site.ftl", "Call us", "Write to us");
    let said = news.says(&["diff"]);
    assert!(said.contains("was Visits are free [-of charge-] for everybody"), "{said}");
    assert!(said.contains("now Visits are {+no longer+} free for everybody"), "{said}");
    assert!(said.contains("      الزيارات مجانيه للجميع في كل الأيام."), "{said}");
    assert!(said.contains("was [-Call-] us") && said.contains("now {+Write to+} us"), "{said}");
    let one = news.says(&["diff", "visits"]);
    assert!(one.contains("visits/ar.md") && !one.contains("site.ftl"), "{one}");
    assert_eq!(news.mizan(&["diff", "nothing"]).status.code(), Some(2));
    news.says(&["diff", "--html", "diff.html"]);
    let page = news.read("diff.html");
    assert!(page.contains("<del>of charge </del>") && page.contains("<p class=\"text\" lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn renaming_takes_variants_records_pictures_and_links_along() {
    let news = News::new();
    news.write("articles/visits/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    news.write("articles/parking/en.md", "Park, then see [the hours](../visits/) or [all](../visits/#when-to-come).\n");
    news.write("articles/parking/ar.md", "ثم انظر [المواعيد](../visits/) أو [الكل](../visits/#متى-تأتي).\n");
    news.edit(EN, "The garden", "![Plan](plan.svg) [Parking](../parking/): the garden");
    news.says(&["accept", "."]);
    let said = news.says(&["rename", "visits", "visiting-hours"]);
    assert!(said.contains("articles/visits/ar.md is now articles/visiting-hours/ar.md"), "{said}");
    assert!(said.contains("2 links rewritten in articles/parking/ar.md"), "{said}");
    assert!(!said.contains("look at this link"), "{said}");
    assert!(!news.at().join("articles/visits").exists());
    assert!(news.at().join("articles/visiting-hours/plan.svg").exists());
    let arabic = news.read("articles/parking/ar.md");
    assert_eq!(arabic, "ثم انظر [المواعيد](../visiting-hours/) أو [الكل](../visiting-hours/#متى-تأتي).\n");
    // The links are the sources' too: nobody has to read the translations again.
    assert_eq!(news.found(), [""; 0]);
    assert_eq!(news.mizan(&["rename", "parking", "visiting-hours"]).status.code(), Some(2), "the name is taken");
    assert_eq!(news.mizan(&["rename", "parking", "../outside"]).status.code(), Some(2));
    assert!(news.at().join("articles/parking/en.md").exists());
}

#[test]
fn a_translation_begins_as_a_skeleton_and_is_not_overwritten() {
    let news = News::new();
    fs::remove_file(news.at().join(AR)).expect("removed");
    news.says(&["new", "visits"]);
    let made = news.read(AR);
    assert!(made.contains("title: \"\"") && made.contains("# <!-- When to come -->"), "{made}");
    let project = Project::load(news.at()).expect("loads");
    let report = run_rules(&project, &|_| true);
    let articles = report.coverage.iter().find(|own| own.collection == "news").expect("a row");
    assert_eq!((articles.translated, articles.incomplete), (0, 1), "what is to be filled in is not translated");
    let missing = |rule: &str| report.findings.iter().filter(|finding| finding.rule == rule).count();
    assert_eq!((missing("article/segment-missing"), missing("article/heading-mismatch")), (2, 1));
    assert_eq!(news.mizan(&["new", "visits", "--locale", "ar"]).status.code(), Some(2));
    assert_eq!(news.read(AR), made);
}

#[test]
fn what_to_do_next_begins_with_what_is_out_of_date() {
    let news = News::new();
    news.edit("mizan.toml", "[messages]", "[status]\nweight = \"readers\"\n\n[messages]");
    news.says(&["accept", "."]);
    news.edit(EN, "free of charge", "no longer free");
    news.write(
        "articles/parking/en.md",
        "---\ntitle: Parking\nreaders: 900\ndate: 2020-01-01\n---\n\nPark behind the house.\n",
    );
    let said = news.says(&["status", "--next"]);
    let first = said.lines().next().unwrap_or_default();
    assert_eq!(first, "articles/visits/ar.md", "{said}");
    assert!(said.contains("out of date, 10 words") && said.contains("weight 900"), "{said}");
    assert!(said.contains("not translated for "), "{said}");
    let table = news.says(&["status"]);
    assert!(table.contains("stale"), "{table}");
}
