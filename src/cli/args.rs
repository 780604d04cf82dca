// Arguments carry no help here: it is in `locales/`, under `cli-COMMAND-ARGUMENT` (see help.rs).

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use clap_complete::Shell;

use crate::bidi::display::Display;
use crate::cli::terminal::{Colour, Reordering};
use crate::exchange;
use crate::locale::Direction;
use crate::report::Format;
use crate::severity::Severity;

#[derive(Debug, Parser)]
#[command(name = "mizan", version)]
pub(super) struct Args {
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "ar"])]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", value_parser = colours(), default_value = "auto")]
    pub(super) color: Colour,
    #[arg(long, global = true, value_name = "HOW", value_parser = reorderings(), default_value = "auto")]
    pub(super) bidi: Reordering,
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "a doc comment would become English help text; the texts are in locales/")]
pub enum Command {
    Init(Init),
    Check(Check),
    Status(Status),
    Diff(Diff),
    New(New),
    Rename(Rename),
    Accept(Accept),
    Build(Build),
    Export(Export),
    Import(Import),
    Bidi(Bidi),
    Explain(Explain),
    Generate(Generate),
    Completions(Completions),
    Man(Man),
    Schema(Schema),
    #[command(hide = true)]
    RulesPage(RulesPage),
}

#[derive(Debug, clap::Args)]
pub struct Init {
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
    #[arg(long, short)]
    pub(super) yes: bool,
    #[arg(long, conflicts_with = "yes")]
    pub(super) print: bool,
}

#[derive(Debug, clap::Args)]
pub struct Check {
    #[arg(value_name = "DIR|PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_parser = formats(), default_value = "human")]
    pub(super) format: Format,
    #[arg(long, value_name = "RULE=SEVERITY")]
    pub(super) rule: Vec<String>,
    #[arg(long, value_name = "SEVERITY", value_parser = severities(), default_value = "error")]
    pub(super) fail_on: Severity,
    #[arg(long, value_name = "GLOB")]
    pub(super) only: Vec<String>,
    #[arg(long)]
    pub(super) fix: bool,
    #[arg(long, conflicts_with = "format")]
    pub(super) diff: bool,
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Status {
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
    #[arg(long)]
    pub(super) missing: bool,
    #[arg(long, conflicts_with = "missing")]
    pub(super) next: bool,
    #[arg(long, conflicts_with_all = ["missing", "next"])]
    pub(super) json: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["missing", "next", "json"])]
    pub(super) html: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Diff {
    #[arg(value_name = "ARTICLE|PATH")]
    pub(super) articles: Vec<String>,
    #[arg(long, value_name = "LOCALE")]
    pub(super) locale: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) html: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct New {
    #[arg(value_name = "ARTICLE|PATH")]
    pub(super) article: String,
    #[arg(long, value_name = "LOCALE")]
    pub(super) locale: Option<String>,
    #[arg(long)]
    pub(super) print: bool,
}

#[derive(Debug, clap::Args)]
pub struct Rename {
    #[arg(value_name = "OLD")]
    pub(super) old: String,
    #[arg(value_name = "NEW")]
    pub(super) new: String,
}

#[derive(Debug, clap::Args)]
pub struct Accept {
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, requires = "paths")]
    pub(super) as_is: bool,
    #[arg(long, conflicts_with_all = ["as_is", "merge"])]
    pub(super) from_git: bool,
    #[arg(long, conflicts_with = "as_is")]
    pub(super) merge: bool,
}

#[derive(Debug, clap::Args)]
pub struct Build {
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
    #[arg(long, short, value_name = "OUT")]
    pub(super) out: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct Export {
    #[arg(value_name = "DIR|ARTICLE|PATH")]
    pub(super) what: Vec<PathBuf>,
    #[arg(long, value_name = "LOCALE")]
    pub(super) locale: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = exchange_formats(), default_value = "xliff")]
    pub(super) format: exchange::Format,
    #[arg(long, short, value_name = "FILE|DIR")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Import {
    #[arg(value_name = "DIR|FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub struct Bidi {
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) text: String,
    #[arg(long, value_name = "DIRECTION", value_parser = directions())]
    pub(super) base: Option<Direction>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub struct Explain {
    #[arg(value_name = "RULE")]
    pub(super) rule: Option<String>,
    #[arg(long, conflicts_with = "rule")]
    pub(super) list: bool,
}

#[derive(Debug, clap::Args)]
pub struct Generate {
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
    #[arg(long, short, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Debug, clap::Args)]
pub struct Completions {
    #[arg(value_name = "SHELL", value_parser = shells())]
    pub(super) shell: Shell,
}

#[derive(Debug, clap::Args)]
pub struct Man {
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Schema {
    #[arg(value_name = "WHAT", value_parser = ["config", "glossary", "report"])]
    pub(super) what: String,
}

#[derive(Debug, clap::Args)]
pub struct RulesPage {
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// One of the named values; anything else is refused before the default is needed.
fn named<T: Copy + Send + Sync + 'static>(
    values: &'static [(&'static str, T)],
    otherwise: T,
) -> impl TypedValueParser<Value = T> {
    let names = values.iter().map(|(name, _)| *name);
    PossibleValuesParser::new(names)
        .map(move |given: String| values.iter().find(|(name, _)| *name == given).map_or(otherwise, |(_, value)| *value))
}

fn colours() -> impl TypedValueParser<Value = Colour> {
    named(&[("auto", Colour::Auto), ("always", Colour::Always), ("never", Colour::Never)], Colour::Auto)
}

pub(super) static REORDERINGS: [(&str, Reordering); 4] = [
    ("auto", Reordering::Auto),
    ("none", Reordering::Always(Display::None)),
    ("isolate", Reordering::Always(Display::Isolate)),
    ("visual", Reordering::Always(Display::Visual)),
];

fn reorderings() -> impl TypedValueParser<Value = Reordering> {
    named(&REORDERINGS, Reordering::Auto)
}

fn directions() -> impl TypedValueParser<Value = Direction> {
    named(&[("rtl", Direction::Rtl), ("ltr", Direction::Ltr)], Direction::Ltr)
}

fn formats() -> impl TypedValueParser<Value = Format> {
    static FORMATS: [(&str, Format); 5] = [
        ("human", Format::Human),
        ("json", Format::Json),
        ("github", Format::Github),
        ("sarif", Format::Sarif),
        ("junit", Format::Junit),
    ];
    named(&FORMATS, Format::Human)
}

fn exchange_formats() -> impl TypedValueParser<Value = exchange::Format> {
    static FORMATS: [(&str, exchange::Format); 2] = [("xliff", exchange::Format::Xliff), ("po", exchange::Format::Po)];
    named(&FORMATS, exchange::Format::Xliff)
}

fn shells() -> impl TypedValueParser<Value = Shell> {
    static SHELLS: [(&str, Shell); 5] = [
        ("bash", Shell::Bash),
        ("zsh", Shell::Zsh),
        ("fish", Shell::Fish),
        ("elvish", Shell::Elvish),
        ("powershell", Shell::PowerShell),
    ];
    named(&SHELLS, Shell::Bash)
}

pub(super) static SEVERITIES: [(&str, Severity); 4] =
    [("off", Severity::Off), ("info", Severity::Info), ("warn", Severity::Warn), ("error", Severity::Error)];

fn severities() -> impl TypedValueParser<Value = Severity> {
    named(&SEVERITIES, Severity::Error)
}
