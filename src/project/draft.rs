//! A project as it would be with other texts in some of its files, and writing those texts when they are wanted.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{Error, Kind};
use crate::project::files;
use crate::project::model::Project;
use crate::project::tree::Tree;

/// A tree with other texts in some of its files. It holds still: a file that another program changes between two
/// readings is an error, because what was seen in the first one no longer holds.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(super) below: Arc<Tree>,
    texts: BTreeMap<Arc<str>, Arc<str>>,
    /// What each file held when it was first read; shared by the drafts that follow one another.
    seen: Arc<Mutex<HashMap<Box<str>, blake3::Hash>>>,
}

impl Draft {
    pub(super) fn read(&self, path: &str) -> Result<String, Error> {
        if let Some(text) = self.texts.get(path) {
            return Ok(text.to_string());
        }
        let text = self.below.read(path)?;
        let hash = blake3::hash(text.as_bytes());
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if *seen.entry(path.into()).or_insert(hash) == hash {
            return Ok(text);
        }
        Err(Kind::Changed { path: self.below.place(path) }.into())
    }

    pub(super) fn read_bytes(&self, path: &str) -> Result<Vec<u8>, Error> {
        match self.texts.get(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => self.below.read_bytes(path),
        }
    }
}

impl Project {
    /// The same project with these texts in place of what its files hold, to be checked before anything is written.
    /// Texts given before stay, unless they are given anew. From the first call on (it may give none) the files must
    /// hold still: one that another program changes is a problem of the check.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use mizan::Project;
    /// let project = Project::builder()
    ///     .file("mizan.toml", "[project]\nsource = \"en\"\n[articles.news]\npath = \"{slug}/{locale}.md\"\n")
    ///     .file("visits/en.md", "Vists are free.\n")
    ///     .build()?;
    /// let draft = project.with_texts(&BTreeMap::from([("visits/en.md".into(), "Visits are free.\n".into())]));
    /// assert_eq!(draft.read("visits/en.md")?, "Visits are free.\n");
    /// assert_eq!(project.read("visits/en.md")?, "Vists are free.\n");
    /// # Ok::<(), mizan::Error>(())
    /// ```
    #[must_use]
    pub fn with_texts(&self, texts: &BTreeMap<Arc<str>, Arc<str>>) -> Self {
        let mut project = self.clone();
        let mut draft = match &self.tree {
            Tree::Draft(draft) => draft.clone(),
            tree => Draft { below: Arc::new(tree.clone()), texts: BTreeMap::new(), seen: self.messages_seen() },
        };
        draft.texts.extend(texts.iter().map(|(path, text)| (Arc::clone(path), Arc::clone(text))));
        project.tree = Tree::Draft(draft);
        let files = project.catalogs.iter_mut().flat_map(|catalog| &mut catalog.locales);
        for file in files.flat_map(|locale| &mut locale.files) {
            if let Some(text) = texts.get(&file.path) {
                file.text = Arc::clone(text);
            }
        }
        project
    }

    /// Messages were read when the project was loaded.
    fn messages_seen(&self) -> Arc<Mutex<HashMap<Box<str>, blake3::Hash>>> {
        let files = self.catalogs.iter().flat_map(|catalog| &catalog.locales).flat_map(|locale| &locale.files);
        let seen = files.map(|file| (Box::from(&*file.path), blake3::hash(file.text.as_bytes())));
        Arc::new(Mutex::new(seen.collect()))
    }

    /// Writes `after` to a file of the project that holds `before`, in one step; its permissions are kept. A file that
    /// holds `after` already is done.
    ///
    /// # Errors
    /// When the path is no file of the project or leads out of it, when the file holds something else by now, or when
    /// it cannot be written. It is then as it was.
    pub fn rewrite(&self, path: &str, before: &str, after: &str) -> Result<(), Error> {
        let outside = || Error::from(Kind::OutsideProject { path: path.into() });
        if !self.has_file(path) {
            return Err(outside());
        }
        let mut tree = &self.tree;
        while let Tree::Draft(draft) = tree {
            tree = &draft.below;
        }
        let Tree::Disk(root) = tree else {
            return Err(Error::write(path, std::io::ErrorKind::Unsupported.into()));
        };
        let full = root.join(path);
        let real = fs::canonicalize(&full).map_err(|cause| Error::read(&full, cause))?;
        let root = fs::canonicalize(root).map_err(|cause| Error::read(root, cause))?;
        if !real.starts_with(&root) {
            return Err(outside());
        }
        files::replace_unchanged(&full, before.as_bytes(), after.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = "[project]\nsource = \"en\"\ntargets = [\"ar\"]\n[articles.news]\npath = \"{slug}/{locale}.md\"\n[messages]\npath = \"locales/{locale}.ftl\"\n";

    fn texts(list: &[(&str, &str)]) -> BTreeMap<Arc<str>, Arc<str>> {
        list.iter().map(|(path, text)| (Arc::from(*path), Arc::from(*text))).collect()
    }

    fn on_disk() -> (tempfile::TempDir, Project) {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in [("mizan.toml", CONFIG), ("a/en.md", "One.\n"), ("locales/en.ftl", "a = A\n")] {
            files::replace(&folder.path().join(path), text.as_bytes()).expect("written");
        }
        let project = Project::load(folder.path()).expect("loads");
        (folder, project)
    }

    #[test]
    fn drafts_follow_one_another_and_messages_change_with_them() {
        let (_folder, project) = on_disk();
        let one = project.with_texts(&texts(&[("a/en.md", "Two.\n"), ("locales/en.ftl", "a = B\n")]));
        let two = one.with_texts(&texts(&[("a/en.md", "Three.\n")]));
        assert_eq!(two.read("a/en.md").expect("read"), "Three.\n");
        assert_eq!(two.read("locales/en.ftl").expect("read"), "a = B\n");
        assert_eq!(&*two.catalogs()[0].locales[0].files[0].text, "a = B\n");
        assert_eq!(&*project.catalogs()[0].locales[0].files[0].text, "a = A\n");
        assert_eq!(one.read("a/en.md").expect("read"), "Two.\n");
    }

    #[test]
    fn a_file_that_does_not_hold_still_is_an_error() {
        let (folder, project) = on_disk();
        let draft = project.with_texts(&BTreeMap::new());
        assert_eq!(draft.read("a/en.md").expect("read"), "One.\n");
        files::replace(&folder.path().join("a/en.md"), b"Other.\n").expect("written");
        assert!(draft.read("a/en.md").expect_err("changed").is_write());
        files::replace(&folder.path().join("locales/en.ftl"), b"a = C\n").expect("written");
        assert!(draft.read("locales/en.ftl").is_err(), "its text was read when the project was loaded");
    }

    #[test]
    fn only_files_of_the_project_that_still_hold_what_was_checked_are_written() {
        let (folder, project) = on_disk();
        let now = |path: &str| fs::read_to_string(folder.path().join(path)).expect("read");
        project.rewrite("a/en.md", "One.\n", "Two.\n").expect("written");
        assert_eq!(now("a/en.md"), "Two.\n");
        project.rewrite("a/en.md", "One.\n", "Two.\n").expect("done already");
        assert!(project.rewrite("a/en.md", "One.\n", "Three.\n").expect_err("changed").is_write());
        assert_eq!(now("a/en.md"), "Two.\n");
        assert!(project.rewrite("../x.md", "", "x").is_err());
        assert!(project.rewrite("a/new.md", "", "x").is_err());
        let memory = Project::builder().file("mizan.toml", CONFIG).file("a/en.md", "One.\n").build().expect("builds");
        assert!(memory.rewrite("a/en.md", "One.\n", "Two.\n").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_came_to_lead_out_of_the_project_is_not_followed() {
        let (folder, project) = on_disk();
        let outside = tempfile::tempdir().expect("a folder");
        let victim = outside.path().join("en.md");
        files::replace(&victim, b"One.\n").expect("written");
        fs::remove_dir_all(folder.path().join("a")).expect("removed");
        std::os::unix::fs::symlink(outside.path(), folder.path().join("a")).expect("linked");
        assert!(project.rewrite("a/en.md", "One.\n", "Two.\n").expect_err("outside").to_string().contains("outside"));
        assert_eq!(fs::read_to_string(&victim).expect("read"), "One.\n");
    }
}
