//! `mizan export` and `mizan import` as a person runs them, and the files in the tools of others.

#![allow(clippy::print_stderr, reason = "a test says what it skips")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn mizan(folder: &Path, arguments: &str) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("mizan"));
    command.current_dir(folder).stdin(Stdio::null()).args(arguments.split_whitespace());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.output().expect("mizan runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn write(path: &Path, text: &str) {
    mizan::project::files::replace(path, text.as_bytes()).expect("written");
}

/// A copy of the fixture, and a folder beside it for exchange files.
fn newsroom(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    let project = folder.path().join("newsroom");
    for (path, bytes) in files(&fixture) {
        mizan::project::files::replace(&project.join(path), &bytes).expect("copied");
    }
    (folder, project)
}

/// Every file below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(next) = pending.pop() {
        for entry in fs::read_dir(&next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("below").to_owned();
                found.insert(below, fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

#[test]
fn a_round_trip_without_edits_changes_no_byte() {
    for name in ["newsroom", "newsroom-drifted"] {
        let (_folder, project) = newsroom(name);
        let before = files(&project);
        for format in ["xliff", "po"] {
            let exported = mizan(&project, &format!("export --locale ar --format {format} --out ../all.{format}"));
            assert_eq!(exported.status.code(), Some(0), "{}", err(&exported));
            let imported = mizan(&project, &format!("import ../all.{format}"));
            assert_eq!(imported.status.code(), Some(0), "{}", out(&imported));
            assert!(out(&imported).starts_with("0 texts accepted, "), "{}", out(&imported));
            let exported = mizan(&project, &format!("export --format {format} --out ../{format}/"));
            assert_eq!(exported.status.code(), Some(0), "{}", err(&exported));
        }
        let folder = project.parent().expect("a folder");
        let several = files(&folder.join("po"));
        assert!(several.contains_key(Path::new("articles/kitchen-garden/en.md.ar.po")), "{:?}", several.keys());
        assert!(several.contains_key(Path::new("locales/en/site.ftl.ar.po")));
        let all = several.keys().map(|path| format!("../po/{}", path.display())).collect::<Vec<_>>().join(" ");
        assert_eq!(mizan(&project, &format!("import {all}")).status.code(), Some(0));
        assert!(before == files(&project), "{name} has changed");
    }
}

#[test]
fn what_was_named_goes_out() {
    let (_folder, project) = newsroom("newsroom");
    let originals = |arguments: &str| {
        let text = out(&mizan(&project, &format!("export {arguments}")));
        let originals = text.lines().filter_map(|line| line.split("original=\"").nth(1)?.split('"').next());
        originals.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(originals("kitchen-garden"), ["articles/kitchen-garden/en.md"]);
    assert_eq!(originals(". kitchen-garden"), ["articles/kitchen-garden/en.md"]);
    assert_eq!(originals("articles/kitchen-garden"), ["articles/kitchen-garden/en.md"]);
    assert_eq!(originals("locales/ar/site.ftl"), ["locales/en/site.ftl"]);
    assert_eq!(
        originals("kitchen-garden locales"),
        [
            "articles/kitchen-garden/en.md",
            "locales/en/categories.ftl",
            "locales/en/contact.ftl",
            "locales/en/forms.ftl",
            "locales/en/site.ftl"
        ]
    );
    assert_eq!(originals("").len(), 14);
    let code = |arguments: &str| mizan(&project, arguments).status.code();
    assert_eq!(code("export --locale he"), Some(2));
    assert_eq!(code("export --locale en"), Some(2), "nobody translates into the source");
    assert_eq!(code("export no-such-article"), Some(2));
    assert_eq!(code("export static"), Some(2), "nothing to translate");
    assert_eq!(code("export --format docx"), Some(2));
    assert_eq!(code("import"), Some(2));
    assert_eq!(code("import ."), Some(2));
    assert_eq!(code("import missing.xlf"), Some(2));
    assert_eq!(code("import mizan.toml"), Some(2), "no exchange file");
}

#[test]
fn what_fits_is_written_and_what_does_not_is_told() {
    let (folder, project) = newsroom("newsroom");
    let path = folder.path().join("site.po");
    assert_eq!(mizan(&project, "export locales/en/site.ftl --format po -o ../site.po").status.code(), Some(0));
    let text = fs::read_to_string(&path).expect("a file");
    let text = text.replace("msgstr \"اقرأ المزيد\"", "msgstr \"للمزيد\"");
    let text = text.replace("msgstr \"أخبار { -hospital }\"", "msgstr \"أخبار\"");
    write(&path, &text);
    let before = files(&project);
    let dry = mizan(&project, "import --dry-run ../site.po");
    assert_eq!(dry.status.code(), Some(1));
    assert!(out(&dry).contains("Would be written: locales/ar/site.ftl"), "{}", out(&dry));
    assert!(before == files(&project), "a dry run writes nothing");
    let arabic = mizan(&project, "--lang ar import --dry-run ../site.po");
    assert!(out(&arabic).contains("قُبل نص واحد (بلا تغيير: "), "{}", out(&arabic));
    assert!(out(&arabic).contains("ينقص الترجمةَ { -hospital } وهو في المصدر."), "{}", out(&arabic));

    let line = 1 + text.lines().position(|line| line.contains("#site-name\"")).expect("there");
    let real = mizan(&project, "import ../site.po");
    let said = out(&real);
    assert_eq!(real.status.code(), Some(1));
    assert!(said.starts_with(&format!("../site.po:{line}:1 refused locales/en/site.ftl#site-name\n")), "{said}");
    assert!(said.contains("The translation lacks { -hospital }, which the source has."), "{said}");
    assert!(said.contains("One text accepted, ") && said.contains(" 1 refused."), "{said}");
    let after = files(&project);
    let changed: Vec<_> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).collect();
    assert_eq!(changed.len(), 1);
    let old = String::from_utf8(before[Path::new("locales/ar/site.ftl")].clone()).expect("UTF-8");
    let new = String::from_utf8(changed[0].1.clone()).expect("UTF-8");
    assert_eq!(new, old.replace("read-more = اقرأ المزيد", "read-more = للمزيد"));
    let quiet = mizan(&project, "--quiet import ../site.po");
    assert_eq!(out(&quiet).lines().count(), 2, "what was taken before says nothing new: {}", out(&quiet));
}

#[test]
fn a_missing_article_comes_back_whole() {
    let (folder, project) = newsroom("newsroom-drifted");
    let (path, source) = (folder.path().join("day.xlf"), "articles/open-day-2024/en.md");
    assert_eq!(mizan(&project, "export open-day-2024 -o ../day.xlf").status.code(), Some(0));
    write(&path, &filled(&fs::read_to_string(&path).expect("a file")));
    let imported = mizan(&project, "import ../day.xlf");
    assert_eq!(imported.status.code(), Some(0), "{}", out(&imported));
    let new = fs::read_to_string(project.join("articles/open-day-2024/ar.md")).expect("made");
    let old = fs::read_to_string(project.join(source)).expect("there");
    assert_eq!(new.lines().count() + 3, old.lines().count(), "date, category and image are inherited");
    let signs =
        |text: &str| text.lines().skip_while(|line| *line != "---").filter(|line| line.starts_with('#')).count();
    assert_eq!(signs(&new), signs(&old));
    assert!(!new.contains("date:") && new.contains("title: "), "{new}");
    let again = mizan(&project, "export open-day-2024");
    assert!(!out(&again).contains("state=\"initial\""), "{}", out(&again));
}

#[test]
fn a_file_that_the_project_does_not_know_is_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let config = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.a]\npath = \"{locale}/{slug}.md\"\n";
    write(&at.join("mizan.toml"), config);
    write(&at.join("en/a.md"), "Words.\n");
    write(&at.join("ar/a.md"), "كلمات لم تُنشر.\n");
    write(&at.join(".gitignore"), "/ar/\n");
    let po = out(&mizan(at, "export --format po"));
    write(&at.join("a.po"), &po.replace("msgid \"Words.\"\nmsgstr \"\"", "msgid \"Words.\"\nmsgstr \"كلمات.\""));
    let imported = mizan(at, "import a.po");
    assert_eq!(imported.status.code(), Some(2), "{}", err(&imported));
    assert_eq!(fs::read_to_string(at.join("ar/a.md")).expect("there"), "كلمات لم تُنشر.\n");
}

#[test]
fn a_locale_made_from_nothing_passes_the_check() {
    let (folder, project) = newsroom("newsroom");
    fs::remove_dir_all(project.join("locales/ar")).expect("removed");
    let path = folder.path().join("all.xlf");
    assert_eq!(mizan(&project, "export locales -o ../all.xlf").status.code(), Some(0));
    write(&path, &filled(&fs::read_to_string(&path).expect("a file")));
    let imported = mizan(&project, "import ../all.xlf");
    assert_eq!(imported.status.code(), Some(0), "{}", out(&imported));
    let checked = mizan(&project, "check . locales --fail-on warn --rule message/untranslated=off");
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    let site = fs::read_to_string(project.join("locales/ar/site.ftl")).expect("made");
    assert!(
        site.contains("\n## Search\n\nsearch-field =\n    .label = ") && site.contains("\n        [many] { $count } "),
        "{site}"
    );
}

/// The XLIFF as a translator gives it back who only turns the letters round; codes and numbers stay.
fn filled(text: &str) -> String {
    let mut filled = String::new();
    for line in text.lines() {
        filled.push_str(line);
        filled.push('\n');
        if let Some(words) = line.trim().strip_prefix("<source>").and_then(|rest| rest.strip_suffix("</source>")) {
            filled.push_str(&format!("<target>{}</target>\n", arabic(words)));
        }
    }
    filled
}

/// Arabic letters for Latin ones, outside of tags and character references.
fn arabic(text: &str) -> String {
    let mut inside = None;
    let turned = text.chars().map(|character| {
        match (inside, character) {
            (None, '<') => inside = Some('>'),
            (None, '&') => inside = Some(';'),
            (Some(end), own) if end == own => inside = None,
            _ => {}
        }
        let letter = u32::from(character.to_ascii_lowercase()).wrapping_sub(u32::from('a'));
        let turns = inside.is_none() && letter < 26;
        turns.then(|| char::from_u32(0x628 + letter % 16)).flatten().unwrap_or(character)
    });
    turned.collect()
}

/// Runs a tool of others; `None` where it is not installed.
fn tool(name: &str, arguments: &[&str], folder: &Path) -> Option<Output> {
    match Command::new(name).args(arguments).current_dir(folder).stdin(Stdio::null()).output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("{name} is not installed: skipped");
            None
        }
        Err(error) => panic!("{name}: {error}"),
    }
}

fn exported(format: &str) -> (TempDir, PathBuf, BTreeMap<PathBuf, Vec<u8>>) {
    let (folder, project) = newsroom("newsroom-drifted");
    let exported = mizan(&project, &format!("export --format {format} --out ../all"));
    assert_eq!(exported.status.code(), Some(0), "{}", err(&exported));
    let before = files(&project);
    (folder, project, before)
}

#[test]
fn xliff_is_valid_by_its_schema() {
    let (folder, _project, _) = exported("xliff");
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/xliff/xliff_core_2.0.xsd");
    let schema = schema.to_string_lossy();
    let Some(output) = tool("xmllint", &["--noout", "--nonet", "--schema", &schema, "all"], folder.path()) else {
        return;
    };
    assert!(output.status.success(), "{}", err(&output));
    // The schema is really asked.
    let text = fs::read_to_string(folder.path().join("all")).expect("a file");
    write(&folder.path().join("bad"), &text.replacen("state=\"translated\"", "state=\"done\"", 1));
    let output = tool("xmllint", &["--noout", "--nonet", "--schema", &schema, "bad"], folder.path());
    assert!(output.is_some_and(|output| !output.status.success()));
}

#[test]
fn po_passes_msgfmt_and_comes_through_msgcat_unchanged() {
    let (folder, project, before) = exported("po");
    let Some(output) = tool("msgfmt", &["--check", "--output-file=all.mo", "all"], folder.path()) else { return };
    assert!(output.status.success(), "{}", err(&output));
    for arguments in [&["all", "-o", "tool.po"][..], &["--no-wrap", "--sort-output", "all", "-o", "tool.po"]] {
        let Some(output) = tool("msgcat", arguments, folder.path()) else { return };
        assert!(output.status.success(), "{}", err(&output));
        let imported = mizan(&project, "import ../tool.po");
        assert_eq!(imported.status.code(), Some(0), "{}", out(&imported));
        assert!(out(&imported).starts_with("0 texts accepted, "), "{}", out(&imported));
    }
    assert!(before == files(&project));
}

#[test]
fn xliff_comes_through_the_translate_toolkit() {
    let (folder, project, before) = exported("xliff");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/python");
    let python = if own.exists() { own.to_string_lossy().into_owned() } else { "python3".to_owned() };
    let script = "from translate.storage.xliff2 import Xliff2File\n\
        store = Xliff2File.parsefile('all')\n\
        unit = next(u for u in store.units if u.source == 'Write to us')\n\
        assert store.sourcelanguage == 'en' and store.targetlanguage == 'ar'\n\
        assert unit.target == 'راسلنا', unit.target\n\
        store.savefile('same')\n\
        unit.target = 'اكتب إلينا'\n\
        store.savefile('edited')\n";
    let Some(output) = tool(&python, &["-c", script], folder.path()) else { return };
    if err(&output).contains("No module named") {
        eprintln!("the translate toolkit is not installed: skipped");
        return;
    }
    assert!(output.status.success(), "{}", err(&output));
    let same = mizan(&project, "import ../same");
    assert_eq!(same.status.code(), Some(0), "{}", out(&same));
    assert!(before == files(&project));
    let edited = mizan(&project, "import ../edited");
    assert!(out(&edited).contains("One text accepted, "), "{}", out(&edited));
    let old = String::from_utf8(before[Path::new("locales/ar/contact.ftl")].clone()).expect("UTF-8");
    let new = fs::read_to_string(project.join("locales/ar/contact.ftl")).expect("a file");
    assert_eq!(new, old.replace("راسلنا", "اكتب إلينا"));
}
