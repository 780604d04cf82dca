//! `mizan new`.

use std::path::Path;

use crate::article::skeleton;
use crate::cli::args::New;
use crate::cli::{Failure, Terminal, scope};
use crate::locale::Locale;
use crate::project::{Project, files};
use crate::texts;

/// Runs the command.
///
/// # Errors
/// When the project cannot be loaded, the article does not exist or has that version already, or the file cannot be
/// written.
pub fn run(args: &New, terminal: &Terminal) -> Result<u8, Failure> {
    let project = Project::load(scope::folder(Some(Path::new(&args.article))))?;
    let article = scope::article(&project, &args.article)?;
    let locale = match (&args.locale, project.targets()) {
        (Some(tag), _) => scope::target_locale(&project, tag)?,
        (None, [_]) => 1,
        (None, targets) => {
            let known = targets.iter().map(Locale::tag).collect::<Vec<_>>().join(", ");
            return Err(Failure::Usage(texts::cli_new_which(known)));
        }
    };
    let Some(source) = article.source() else {
        return Err(Failure::Usage(texts::cli_new_no_source(args.article.as_str())));
    };
    let config = &project.collections()[article.collection].config;
    let text = skeleton(&project.document(source)?, &config.translated, &config.shared);
    if args.print {
        terminal.print(|out| out.write_all(text.as_bytes()))?;
        return Ok(0);
    }
    let path = project.expected_path(article, locale).unwrap_or_default();
    let shown = format!("{}{path}", scope::prefix(&project));
    let full = project.root().join(&path);
    if full.exists() {
        return Err(Failure::Usage(texts::cli_new_exists(shown)));
    }
    files::replace(&full, text.as_bytes())?;
    terminal.note(&texts::cli_written(shown));
    Ok(0)
}
