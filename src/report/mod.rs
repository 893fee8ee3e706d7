//! Findings as text for people, JSON for scripts, annotations for GitHub: one file each.
//!
//! Every function takes values and gives a string, or writes it piece by piece where there may be very much of it; none
//! knows a file system or a terminal.

pub mod align;
mod baseline;
mod branch;
mod fingerprint;
mod french;
mod github;
mod gitlab;
mod json;
mod junit;
mod languages;
pub mod manifest;
mod markdown;
mod rdjson;
mod sarif;
pub mod show;
pub mod status;
mod style;
pub mod sync;
mod text;
pub mod todo;
mod untranslated;
mod visible_json;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::text::{LineColumn, visible};

pub use baseline::{Fresh, without_baseline, write_baseline};
pub use branch::{Branch, change_pairs};
pub use fingerprint::Fingerprints;
pub use french::FrenchLine;
pub use github::github;
pub use gitlab::gitlab;
pub use json::json;
pub use junit::junit;
pub use markdown::{COMMENT_LIMIT, markdown};
pub use rdjson::rdjson;
pub use sarif::{RuleText, sarif};
pub use style::Style;
pub use text::{Colors, plural, summary, text};
pub use untranslated::{CUT_SHORT, TAKE_BACK, UntranslatedPage, fold};

/// The file of a finding as a path of the repository, and its line and column.
fn place_of(finding: &Diagnostic, folder: &str) -> (String, Option<LineColumn>) {
    match &finding.place {
        None => (String::new(), None),
        Some(place) if folder.is_empty() => (place.file.to_string(), place.at),
        Some(place) => (format!("{folder}/{}", place.file), place.at),
    }
}

/// The same, for forms that show nothing without a place: what has none is decided by the settings.
fn place_or_settings(finding: &Diagnostic, folder: &str) -> (String, LineColumn) {
    let (file, at) = match &finding.place {
        Some(_) => place_of(finding, folder),
        None if folder.is_empty() => (SETTINGS.to_owned(), None),
        None => (format!("{folder}/{SETTINGS}"), None),
    };
    (file, at.unwrap_or(LineColumn { line: 1, column: 1 }))
}

const SETTINGS: &str = "drogman.toml";

/// The address of this program's repository; reports link to nothing as long as it has none that everybody can open.
const HOME: Option<&str> = None;

/// Where the manual tells of a rule.
fn rule_address(rule: &str) -> Option<String> {
    HOME.map(|home| format!("{home}/blob/v{}/docs/rules.md#{rule}", env!("CARGO_PKG_VERSION")))
}

/// Where the manual tells of a site builder, or of all of them.
pub(crate) fn builder_address(section: Option<&str>) -> String {
    let page = section.map_or("site-builders.md".to_owned(), |section| format!("site-builders.md#{section}"));
    match HOME {
        Some(home) => format!("{home}/blob/v{}/docs/{page}", env!("CARGO_PKG_VERSION")),
        // A site's own pages are often in `docs`, too.
        None => format!("{page} in the documentation of drogman"),
    }
}

/// The message, the French if it is given, and what to do.
fn sentence(finding: &Diagnostic, french: Option<&str>) -> String {
    let lines = finding.message.split('\n').map(Cow::Borrowed);
    let french = french.map(|french| Cow::Owned(format!("{}{french}", french::LABEL)));
    let help = finding.help.iter().flat_map(|help| help.split('\n')).map(Cow::Borrowed);
    let lines: Vec<String> =
        lines.chain(french).chain(help).map(|line| visible(&line).into_owned()).collect();
    lines.join("\n")
}
