//! The command line of mizan.

use std::process::ExitCode;

use mizan::cli::{self, Command};

/// Articles and messages are many small texts, made on many threads: the system's allocator is slow at that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let (command, terminal) = match cli::parse(std::env::args_os()) {
        Ok(call) => call,
        Err(code) => return code,
    };
    let done = match &command {
        Command::Init(args) => cli::init::run(args, &terminal),
        Command::Check(args) => cli::check::run(args, &terminal),
        Command::Status(args) => cli::status::run(args, &terminal),
        Command::Diff(args) => cli::diff::run(args, &terminal),
        Command::New(args) => cli::new::run(args, &terminal),
        Command::Rename(args) => cli::rename::run(args, &terminal),
        Command::Accept(args) => cli::accept::run(args, &terminal),
        Command::Build(args) => cli::build::run(args, &terminal),
        Command::Export(args) => cli::export::run(args, &terminal),
        Command::Import(args) => cli::import::run(args, &terminal),
        Command::Bidi(args) => cli::bidi::run(args, &terminal),
        Command::Explain(args) => cli::explain::run(args, &terminal),
        Command::Generate(args) => cli::generate::run(args, &terminal),
        Command::Completions(args) => cli::completions::run(args, &terminal),
        Command::Man(args) => cli::man::run(args, &terminal),
        Command::Schema(args) => cli::schema::run(args, &terminal),
        Command::RulesPage(args) => cli::rules_page::run(args, &terminal),
    };
    cli::finish(done, &terminal)
}
