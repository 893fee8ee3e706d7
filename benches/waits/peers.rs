//! The tools of others, as far as they are installed, on the same sentences: gettext's `msgmerge` does what
//! `sync` does, `msgfmt --check` and `pofilter` (Translate Toolkit) look for mistakes, and a script with
//! Python's `fluent.syntax` reads all catalogs.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use drogman::catalog;

use crate::project::LOCALES;

/// A peer: the name of its row, and its command; none for those that are not installed.
pub(crate) fn installed(root: &Path, scratch: &Path) -> Vec<(&'static str, Command)> {
    let mut peers = Vec::new();
    let po = scratch.join("po");
    let gettext = answers("msgmerge", &["--version"]) && answers("msgfmt", &["--version"]);
    let pofilter = answers("pofilter", &["--version"]);
    if gettext || pofilter {
        write_po(root, &po);
    }
    if gettext {
        let each = |line: &str| {
            let mut command = Command::new("sh");
            command
                .current_dir(&po)
                .args(["-c", &format!("find . -name '*.po' | while read -r po; do {line}; done")]);
            command
        };
        peers.push(("peer_sync_msgmerge", each(r#"msgmerge -q -U --backup=off "$po" "${po%.*}.pot""#)));
        peers.push(("peer_check_msgfmt", each(r#"msgfmt --check -o /dev/null "$po""#)));
    }
    if pofilter {
        let mut command = Command::new("pofilter");
        command.arg("--progress=none").arg(&po).arg(scratch.join("pofilter"));
        peers.push(("peer_check_pofilter", command));
    }
    if answers("python3", &["-c", "import fluent.syntax"]) {
        let script = "import pathlib, sys\nfrom fluent.syntax import parse\n\
                      for file in pathlib.Path(sys.argv[1]).rglob('*.ftl'): parse(file.read_text('utf-8'))";
        let mut command = Command::new("python3");
        command.args(["-c", script]).arg(root.join("locales"));
        peers.push(("peer_reading_fluent_syntax", command));
    }
    peers
}

/// Whether a program is there and ends well.
fn answers(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    let run = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|status| status.success())
}

/// Writes each target catalog as a PO file, with the template beside it.
fn write_po(root: &Path, po: &Path) {
    for locale in LOCALES {
        let catalogs = root.join("locales").join(locale);
        for entry in walkdir::WalkDir::new(&catalogs).into_iter().map(|entry| entry.expect("an entry")) {
            let path = entry.path();
            if path.extension().is_none_or(|end| end != "ftl") {
                continue;
            }
            let text = fs::read_to_string(path).expect("a catalog");
            let (catalog, _) = catalog::read("a.ftl", &text, "fr");
            let head = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n";
            let (mut template, mut file) = (head.to_owned(), head.to_owned());
            for unit in &catalog.units {
                let Some(french) = unit.french().next() else { continue };
                let translation = unit.message.as_ref().and_then(|message| catalog.sentence(message));
                let (french, translation) = (quoted(french.text), quoted(&translation.unwrap_or_default()));
                // The id keeps apart what is said twice.
                for (out, translation) in [(&mut template, ""), (&mut file, translation.as_str())] {
                    let _ = write!(
                        out,
                        "\nmsgctxt \"{}\"\nmsgid \"{french}\"\nmsgstr \"{translation}\"\n",
                        unit.id
                    );
                }
            }
            let below = path.strip_prefix(&catalogs).expect("below the folder");
            let target: PathBuf = po.join(locale).join(below);
            fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
            fs::write(target.with_extension("po"), file).expect("a file");
            fs::write(target.with_extension("pot"), template).expect("a file");
        }
    }
}

fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
