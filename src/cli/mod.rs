//! Arguments, commands, the terminal, the exit status.
//!
//! A command is a file: an `Args` struct whose doc comment is the help, and one `run`. The steps are the
//! same in each: arguments → the project → a function of the library → a report.

mod accept;
mod address;
mod align;
mod ask;
mod build;
mod check;
mod context;
mod diff;
mod documents;
mod error;
mod exit;
mod explain;
mod front_matter;
mod garbled;
mod globs;
mod init;
mod languages;
mod no_project;
mod progress;
mod proposed;
mod prune;
mod renamed;
mod segment;
mod show;
mod since;
mod status;
mod sync;
mod tasks;
mod todo;
mod untranslated;
mod visit;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};

pub use context::Context;
pub use error::{Error, Kind};
pub use exit::Exit;

use crate::report::Colors;
use crate::text::{unquoted, visible};

/// Follows every French sentence to each of its translations
///
/// Authors write under content/, translators keep the catalogs under locales/. drogman tells them which
/// sentences are missing or out of date, and assembles the translated pages.
#[derive(Debug, Parser)]
#[command(name = "drogman", version, arg_required_else_help = true, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// Where `--help` lists them: after what is a command's own.
const EVERYWHERE: &str = "Options of every command";

/// Options of every command.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Global {
    /// The project's folder [default: the current folder, or the nearest one above with drogman.toml]
    #[arg(long, global = true, value_name = "DIR", help_heading = EVERYWHERE)]
    pub project: Option<PathBuf>,
    /// Only this language (for init: one to translate into); several with commas, or repeated
    #[arg(long, alias = "locales", global = true, value_name = "TAG", value_delimiter = ',', value_parser = one_tag, help_heading = EVERYWHERE)]
    pub locale: Vec<String>,
    /// No progress, no warnings, no word on what was done: only errors, and what was asked for
    #[arg(long, short, global = true, help_heading = EVERYWHERE)]
    pub quiet: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = EVERYWHERE)]
    pub color: ColorChoice,
}

/// See [`Global::color`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// If a terminal reads, and NO_COLOR is not set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    Sync(sync::Args),
    Status(status::Args),
    Todo(todo::Args),
    Diff(diff::Args),
    Show(show::Args),
    Check(check::Args),
    Explain(explain::Args),
    Accept(accept::Args),
    Build(build::Args),
    Prune(prune::Args),
    Segment(segment::Args),
    Align(align::Args),
}

/// Runs the program with its arguments (the first is the program's name).
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words = as_options(arguments);
    let cli = match Cli::try_parse_from(&words) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, &words).into(),
    };
    limit_threads();
    let styled = |terminal: bool, choice: anstream::ColorChoice| match cli.global.color {
        ColorChoice::Always => Colors::Styled,
        ColorChoice::Never => Colors::Plain,
        ColorChoice::Auto if terminal && choice != anstream::ColorChoice::Never => Colors::Styled,
        ColorChoice::Auto => Colors::Plain,
    };
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let out_colors = styled(stdout.is_terminal(), anstream::AutoStream::choice(&stdout));
    let err_colors = styled(stderr.is_terminal(), anstream::AutoStream::choice(&stderr));
    let is_read = !(cli.global.quiet && tells_what_it_did(&cli.command));
    let mut out = io::BufWriter::with_capacity(1 << 16, Report { to: stdout.lock(), is_read });
    let mut context = Context {
        input: &mut io::stdin().lock(),
        out: &mut out,
        // Not locked: the progress bar draws from other threads.
        err: &mut io::stderr(),
        // Without a current folder (it was deleted) relative paths fail one by one, with their names.
        current: std::env::current_dir().unwrap_or_default(),
        global: cli.global,
        out_colors,
        err_colors,
        step_summary: std::env::var_os("GITHUB_STEP_SUMMARY").map(PathBuf::from),
        index: std::env::var_os("GIT_INDEX_FILE").map(PathBuf::from),
        watched: match stderr.is_terminal() && std::env::var_os("CI").is_none() {
            true => progress::Watched::Yes,
            false => progress::Watched::No,
        },
        exit: Exit::Done,
        told: Default::default(),
        unreadable: Vec::new(),
    };
    if let Err(error) = command(&cli.command, &mut context) {
        context.report(error);
    }
    if let Err(error) = context.out.flush() {
        context.report(error);
    }
    let exit = context.exit;
    // What is still in the buffer could not be written, and that was told.
    let _ = out.into_parts();
    exit.into()
}

/// One of the languages of `--locale 'de, en'`.
fn one_tag(word: &str) -> Result<String, &'static str> {
    match word.trim() {
        "" => Err("no language stands there"),
        tag => Ok(tag.to_owned()),
    }
}

/// The arguments as they are meant: without the quotes of a copied command, which Windows' own shell leaves, and with
/// `drogman help sync` and `drogman version`, as other programs have them; `drogman help version` is about all.
fn as_options(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let as_meant = |word: OsString| match word.to_str() {
        Some(text) if cfg!(windows) => unquoted(text).into(),
        _ => word,
    };
    let mut words: Vec<OsString> = arguments.into_iter().map(as_meant).collect();
    match words.get(1).and_then(|word| word.to_str()) {
        Some("help") => {
            let names = words.iter().skip(1).take_while(|word| *word == "help" || *word == "version").count();
            words.drain(1..=names);
            words.push("--help".into());
        }
        Some("version") if words.len() == 2 => words[1] = "--version".into(),
        _ => {}
    }
    words
}

/// Standard output; nothing is written to one that nobody reads. A reader that goes away (`| head`) is no error, and no reason to leave work undone.
struct Report<W> {
    to: W,
    is_read: bool,
}

impl<W: io::Write> Report<W> {
    fn unless_closed<T>(&mut self, done: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if !self.is_read {
            return Ok(done);
        }
        match write(&mut self.to) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_read = false;
                Ok(done)
            }
            other => other,
        }
    }
}

impl<W: io::Write> io::Write for Report<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_closed(bytes.len(), |to| to.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_closed((), |to| to.flush())
    }
}

/// Whether what a command prints is what it has done, and not what it was asked for.
fn tells_what_it_did(command: &Command) -> bool {
    match command {
        Command::Init(_) | Command::Build(_) => true,
        Command::Sync(args) => !args.dry_run,
        Command::Accept(args) => !args.dry_run,
        Command::Prune(args) => !args.dry_run,
        Command::Status(_)
        | Command::Todo(_)
        | Command::Diff(_)
        | Command::Show(_)
        | Command::Check(_)
        | Command::Explain(_)
        | Command::Segment(_)
        | Command::Align(_) => false,
    }
}

fn command(command: &Command, context: &mut Context<'_>) -> Result<(), Error> {
    match command {
        Command::Init(args) => init::run(args, context),
        Command::Segment(args) => segment::run(args, context),
        Command::Align(args) => align::run(args, context),
        Command::Sync(args) => sync::run(args, context),
        Command::Status(args) => status::run(args, context),
        Command::Todo(args) => todo::run(args, context),
        Command::Diff(args) => diff::run(args, context),
        Command::Check(args) => check::run(args, context),
        Command::Explain(args) => explain::run(args, context),
        Command::Show(args) => show::run(args, context),
        Command::Accept(args) => accept::run(args, context),
        Command::Build(args) => build::run(args, context),
        Command::Prune(args) => prune::run(args, context),
    }
}

/// Prints help, version, or what is wrong with the arguments.
fn usage(error: &clap::Error, words: &[OsString]) -> Exit {
    if error.use_stderr() {
        // The arguments may hold anything; without colours each line can be made safe.
        let message = error.render().to_string();
        let mut lines: Vec<_> = message.lines().filter_map(|line| tip(line, words)).collect();
        lines.dedup_by(|line, above| line.is_empty() && above.is_empty());
        let _ = writeln!(io::stderr(), "{}", lines.join("\n"));
        return Exit::Failed;
    }
    match error.print().and_then(|()| io::stdout().flush()) {
        Ok(()) => Exit::Done,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            let _ = io::stderr().write_all(Error::from(error).render(Colors::Plain).as_bytes());
            Exit::Failed
        }
    }
}

/// A line of what is wrong with the arguments. That an unknown option may be given as a value helps nobody here; a form of
/// the report may be meant.
fn tip<'l>(line: &'l str, words: &[OsString]) -> Option<Cow<'l, str>> {
    let Some(unknown) = line.strip_prefix("  tip: to pass '--") else { return Some(visible(line)) };
    let is_form = unknown.starts_with("json'") && has_forms(words);
    is_form.then(|| "  tip: the form of a report is named by '--format json'".into())
}

/// Whether the command in these arguments has a report in several forms.
fn has_forms(words: &[OsString]) -> bool {
    let cli = Cli::command();
    let command = words.iter().skip(1).find_map(|word| cli.find_subcommand(word));
    command.is_some_and(|command| command.get_arguments().any(|one| one.get_long() == Some("format")))
}

/// Each thread has a file open while it reads: many threads would use up a small limit of open files,
/// and more than a few make reading no faster.
fn limit_threads() {
    const MOST: usize = 8;
    let asked = std::env::var("RAYON_NUM_THREADS").ok().and_then(|number| number.parse::<usize>().ok());
    let available = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = asked.filter(|&number| number > 0).unwrap_or_else(available).min(MOST);
    if rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().is_err() {
        // No thread can be had: the work is done on this one.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    }
}

/// The text of `--help` of the program and of each command, by name: for the manual and its test.
pub fn help_texts() -> Vec<(String, String)> {
    let mut program = Cli::command();
    program.build();
    let own = ("drogman".to_owned(), program.clone().render_long_help().to_string());
    let commands = program
        .get_subcommands()
        .map(|command| (command.get_name().to_owned(), command.clone().render_long_help().to_string()));
    std::iter::once(own).chain(commands).collect()
}
