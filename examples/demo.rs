//! The main job on this repository's own content: sync, status, check, build, and where to look.
//!
//! `cargo run --release --example demo`. Changes no file that git follows: the catalogs are up to date.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Each step, and what it is for.
const STEPS: [(&str, &str); 4] = [
    ("sync", "brings the catalogs under locales/ up to date with the French under content/"),
    ("status", "says how far each language is"),
    ("check", "finds what must not be published; what it says of es only warns (released = false)"),
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
        let arguments = ["drogman", "--project", env!("CARGO_MANIFEST_DIR"), command];
        let code = drogman::cli::run(arguments.map(OsString::from));
        if code != ExitCode::SUCCESS {
            return Ok(code);
        }
    }
    write!(io::stdout(), "{WHERE_TO_LOOK}")?;
    Ok(ExitCode::SUCCESS)
}
