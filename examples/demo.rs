//! The main job on this repository's own content: sync, status, check, build, and where to look.
//!
//! `cargo run --release --example demo`. Changes no file that git follows: the catalogs are up to date.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Each step: the command line, and what it is for. Spanish is not released; its findings would fill pages.
const STEPS: [(&str, &str); 4] = [
    ("sync", "brings the catalogs under locales/ up to date with the French under content/"),
    ("status", "says how far each language is"),
    ("check --locale en --locale de --locale ar", "finds what must not be published"),
    ("build", "assembles the translated pages"),
];

const WHERE_TO_LOOK: &str = "
Look at
  content/actu/sommet-kazan.md          an article, in French
  locales/en/actu/sommet-kazan.ftl      its catalog: what a translator edits
  dist/en/actu/sommet-kazan.md          the page in English; in Arabic under dist/ar/, from right to left
  dist/manifest.json                    every page with its languages, and how much of it is translated

Go on with
  cargo run --release -- todo --locale es     what the Spanish translator has to do
  cargo run --release -- diff                 which French words changed under which translation
  cargo run --release -- check                every finding, those of Spanish too
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(_) => ExitCode::FAILURE,
    }
}

fn run() -> io::Result<ExitCode> {
    for (command, purpose) in STEPS {
        writeln!(io::stdout(), "\n$ drogman {command}    # {purpose}")?;
        let global = ["drogman", "--project", env!("CARGO_MANIFEST_DIR")];
        let code = drogman::cli::run(global.into_iter().chain(command.split(' ')).map(OsString::from));
        if code != ExitCode::SUCCESS {
            return Ok(code);
        }
    }
    write!(io::stdout(), "{WHERE_TO_LOOK}")?;
    Ok(ExitCode::SUCCESS)
}
