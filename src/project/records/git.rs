//! Asking git, where there is one: old texts by their ids, and the history of files.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::error::{Error, Kind};
use crate::fingerprint::blob_id;

/// A git repository that holds a project.
#[derive(Debug)]
pub struct Git {
    folder: PathBuf,
}

/// The versions of a file, oldest first: when (a count of steps), and git's id of the text.
pub(super) type Versions = Vec<(usize, String)>;

/// Names what a step of `git log` begins with; no path does.
const STEP: u8 = 1;

impl Git {
    /// The repository around `folder`; `None` where there is none, or no git.
    #[must_use]
    pub fn open(folder: &Path) -> Option<Self> {
        let git = Self { folder: if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() } };
        let inside = git.run(&["rev-parse", "--is-inside-work-tree"]).ok()?;
        (inside.trim_ascii() == b"true").then_some(git)
    }

    /// Whether the history was cut (`git clone --depth`).
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        self.run(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| said.trim_ascii() == b"true")
    }

    /// The text of the file at `path` (below the folder) whose id is `id`: from the repository's own store, or, where
    /// it was stored with other line endings, from the file's history.
    #[must_use]
    pub fn text(&self, id: &str, path: &str) -> Option<String> {
        if let Ok(bytes) = self.run(&["cat-file", "blob", id]) {
            return String::from_utf8(bytes).ok();
        }
        let commits = self.run(&["log", "--format=%H", "--follow", "--", path]).ok()?;
        String::from_utf8(commits).ok()?.lines().find_map(|commit| {
            let text = String::from_utf8(self.run(&["show", &format!("{commit}:./{path}")]).ok()?).ok()?;
            (blob_id(&text) == id).then_some(text)
        })
    }

    /// When each file below the folder last changed, in seconds since 1970.
    #[must_use]
    pub fn last_changes(&self) -> HashMap<String, u64> {
        let log =
            self.run(&["log", "--format=%x01%ct", "--name-only", "-z", "--relative", "--", "."]).unwrap_or_default();
        let mut changes = HashMap::new();
        let mut time = 0;
        for token in log.split(|byte| *byte == 0).map(|token| token.trim_ascii()) {
            match token.split_first() {
                Some((&STEP, seconds)) => time = String::from_utf8_lossy(seconds).parse().unwrap_or(0),
                Some(_) => drop(changes.entry(String::from_utf8_lossy(token).into_owned()).or_insert(time)),
                None => {}
            }
        }
        changes
    }

    /// The versions of every file below the folder, along the first parents of each merge; renames are followed.
    pub(super) fn histories(&self) -> Result<HashMap<String, Versions>, Error> {
        let log = self.run(&[
            "log",
            "--first-parent",
            "-m",
            "--reverse",
            "--raw",
            "-z",
            "--no-abbrev",
            "-M",
            "--relative",
            "--format=%x01%H",
            "--",
            ".",
        ])?;
        let mut histories: HashMap<String, Versions> = HashMap::new();
        let mut step = 0;
        let mut tokens = log.split(|byte| *byte == 0).map(|token| token.trim_ascii_start());
        while let Some(token) = tokens.next() {
            if token.first() == Some(&STEP) {
                step += 1;
                continue;
            }
            let Some(change) = std::str::from_utf8(token).ok().and_then(|token| token.strip_prefix(':')) else {
                continue;
            };
            let mut fields = change.split(' ').skip(3);
            let (id, status) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            let mut path = || Some(String::from_utf8_lossy(tokens.next()?).into_owned());
            let Some(mut name) = path() else { break };
            if status.starts_with(['R', 'C']) {
                let old = name;
                name = path().unwrap_or_default();
                let known = histories.get(&old).cloned().unwrap_or_default();
                histories.insert(name.clone(), known);
            }
            if !status.starts_with('D') {
                histories.entry(name).or_default().push((step, id.to_owned()));
            }
        }
        Ok(histories)
    }

    fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, Error> {
        let fault = |reason: String| Error::from(Kind::Git { reason });
        let output =
            self.command(arguments).stderr(Stdio::piped()).output().map_err(|cause| fault(cause.to_string()))?;
        if !output.status.success() {
            return Err(fault(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
        }
        Ok(output.stdout)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(["-c", "core.quotePath=false"]).args(arguments).stdin(Stdio::null());
        // Only read: take no locks, fetch nothing, speak English.
        command.envs([("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("LC_ALL", "C")]);
        command
    }

    /// One process that gives many texts.
    pub(super) fn store(&self) -> Result<Store, Error> {
        let fault = |cause: std::io::Error| Error::from(Kind::Git { reason: cause.to_string() });
        let mut command = self.command(&["cat-file", "--batch"]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(fault)?;
        let (Some(ask), Some(answer)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Kind::Git { reason: "no pipe".to_owned() }.into());
        };
        Ok(Store { child, ask, answer: BufReader::new(answer) })
    }
}

/// The texts of a repository.
#[derive(Debug)]
pub(super) struct Store {
    child: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

impl Store {
    /// The text of this id; `None` where it is none, or not UTF-8.
    pub(super) fn text(&mut self, id: &str) -> Option<String> {
        writeln!(self.ask, "{id}").and_then(|()| self.ask.flush()).ok()?;
        let mut header = String::new();
        self.answer.read_line(&mut header).ok()?;
        let mut fields = header.split_whitespace().skip(1);
        let kind = fields.next()?;
        let size: usize = fields.next()?.parse().ok()?;
        let mut bytes = vec![0; size + 1];
        self.answer.read_exact(&mut bytes).ok()?;
        bytes.pop();
        String::from_utf8(bytes).ok().filter(|_| kind == "blob")
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // It has nothing to finish.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
