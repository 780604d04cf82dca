//! `mizan status`.

use std::collections::HashMap;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::check;
use crate::check::coverage::{Left, Work};
use crate::cli::args::Status;
use crate::cli::progress::Progress;
use crate::cli::terminal::needs_folder;
use crate::cli::{Failure, Terminal, paste};
use crate::project::records::Git;
use crate::project::{Project, files};
use crate::report::status;
use crate::texts;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, or the output cannot be written.
pub fn run(args: &Status, terminal: &Terminal) -> Result<u8, Failure> {
    if let Some(path) = &args.html {
        needs_folder(path)?;
    }
    let project = Project::load(&args.dir)?;
    let progress = Progress::start(terminal, &texts::cli_progress_status());
    let report = check::run_rules(&project, &|_| false);
    drop(progress);
    let (coverage, work) = (&report.coverage, &report.work);
    if let Some(path) = &args.html {
        let page = status::page(&project.name(), coverage, work, terminal.words)?;
        files::replace(path, page.as_bytes())?;
        terminal.note(&texts::cli_written(path.display().to_string()));
    } else if args.json {
        terminal.print(|out| status::json(coverage, work, out))?;
    } else if args.next {
        let waited = Waited::new(&project);
        let mut waiting: Vec<_> = work.iter().map(|work| (work, waited.days(work))).collect();
        status::order(&mut waiting);
        terminal.show(|out| status::next(&waiting, terminal.words, out))?;
    } else if args.missing {
        terminal.show(|out| status::worklist(work, terminal.words, out))?;
    } else {
        let mut command = paste::Command::new("status");
        command.path(&args.dir);
        let hint = format!("{} --missing", command.into_string());
        let hint = (!terminal.quiet).then_some(hint.as_str());
        terminal.show(|out| status::table(coverage, work, hint, terminal.words, out))?;
    }
    for problem in &report.problems {
        terminal.fault(&terminal.words.say(&problem.phrase()));
    }
    Ok(if report.problems.is_empty() { 0 } else { 2 })
}

/// Since when sources wait for their translations.
struct Waited {
    /// When each file last changed, in seconds since 1970, by git.
    changed: HashMap<String, u64>,
    /// Today, in days since 1970.
    today: u64,
}

const DAY: u64 = 24 * 60 * 60;

impl Waited {
    fn new(project: &Project) -> Self {
        let changed = Git::open(project.root()).map(|git| git.last_changes()).unwrap_or_default();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Self { changed, today: now / DAY }
    }

    /// Days since the source changed; where git does not know, and nothing was translated that could have gone out of
    /// date, since the article's date.
    fn days(&self, work: &Work) -> Option<u64> {
        let changed = self.changed.get(&work.source).map(|seconds| seconds / DAY);
        let dated = work.date.as_deref().filter(|_| work.left != Left::Stale);
        let changed = changed.or_else(|| days_since_1970(dated?));
        Some(self.today.saturating_sub(changed?))
    }
}

fn days_since_1970(date: &str) -> Option<u64> {
    let mut parts = date.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let of =
        |year, month, day| Some(icu_calendar::Date::try_new_iso(year, month, day).ok()?.to_rata_die().to_i64_date());
    u64::try_from(of(year, month, day)? - of(1970, 1, 1)?).ok()
}
