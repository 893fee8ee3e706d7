//! Findings for people: the line of the file, underlined, and what to do.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Excerpt, Findings, Severity};
use crate::text::visible;

/// Whether a text has terminal colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colors {
    /// Plain text.
    Plain,
    /// With terminal escapes.
    Styled,
}

/// Draws findings, with an empty line after each, in the manner of compilers: what is wrong, where, the line
/// with what is meant underlined, what to do. `source` gives the text of a file, where it is at hand; without
/// it only line and column are told. Control and bidi characters of files are escaped.
///
/// Drawn here and not by a library of snippets: those lay out any number of notes on a canvas of characters,
/// which made drawing the larger part of the time of `check`.
///
/// Above the line stands that of the French, for findings about certain words of it. Others are plain without, or what
/// they say of the French is all that there is to see.
pub fn text<'s>(findings: &[Diagnostic], source: &dyn Fn(&str) -> Option<&'s str>, colors: Colors) -> String {
    let mut out = String::with_capacity(findings.len() * 1024);
    for finding in findings {
        let taken;
        let excerpt = match (&finding.excerpt, &finding.place) {
            (Some(excerpt), _) => Some(excerpt),
            (None, Some(place)) => {
                taken = source(&place.file).and_then(|text| {
                    Excerpt::of(place, text).map(|excerpt| excerpt.beside(finding.french.as_ref(), text))
                });
                taken.as_ref()
            }
            (None, None) => None,
        };
        draw(&mut out, finding, excerpt, &Paint::of(finding, colors));
    }
    out
}

/// The escapes around the parts of a finding; all empty without colours.
struct Paint {
    level: &'static str,
    strong: &'static str,
    frame: &'static str,
    end: &'static str,
}

impl Paint {
    fn of(finding: &Diagnostic, colors: Colors) -> Paint {
        let level = match finding.severity {
            Severity::Error => "\u{1b}[1m\u{1b}[91m",
            Severity::Warning => "\u{1b}[1m\u{1b}[33m",
        };
        match colors {
            Colors::Plain => Paint { level: "", strong: "", frame: "", end: "" },
            Colors::Styled => {
                Paint { level, strong: "\u{1b}[1m", frame: "\u{1b}[1m\u{1b}[94m", end: "\u{1b}[0m" }
            }
        }
    }
}

/// Adds the parts of a line: a format string would cost more than all else about a finding.
fn put(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// Rows of one sign, to be cut.
const BLANKS: &str = "                                                                                ";
const CARETS: &str = "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^";
const DASHES: &str = "--------------------------------------------------------------------------------";

/// Adds so many signs of a row, which may be shorter.
fn fill(out: &mut String, row: &str, count: u16) {
    let mut left = usize::from(count);
    while left > 0 {
        let some = left.min(row.len());
        out.push_str(&row[..some]);
        left -= some;
    }
}

fn draw(out: &mut String, finding: &Diagnostic, excerpt: Option<&Excerpt>, paint: &Paint) {
    let Paint { level, strong, frame, end } = paint;
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    put(out, &[level, name]);
    if !finding.rule.is_empty() {
        put(out, &["[", finding.rule, "]"]);
    }
    put(out, &[end, strong, ": ", &visible(&finding.message), end, "\n"]);
    let at = finding.place.as_ref().and_then(|place| place.at).filter(|_| excerpt.is_some());
    let number = at.map(|at| at.line.to_string()).unwrap_or_default();
    let margin = &BLANKS[..number.len()];
    if let Some(place) = &finding.place {
        put(out, &[margin, frame, "--> ", end, &visible(&place.file)]);
        if let Some(at) = place.at {
            put(out, &[":", &at.line.to_string(), ":", &at.column.to_string()]);
        }
        out.push('\n');
    }
    if let Some(excerpt) = excerpt {
        put(out, &[margin, " ", frame, "|", end, "\n"]);
        if let Some((place, french)) = finding.french.zip(excerpt.french.as_deref()) {
            let line = place.number().to_string();
            put(
                out,
                &[&margin[line.len().min(margin.len())..], frame, &line, end, " ", frame, "|", end, " "],
            );
            put(out, &[&french.line, "\n", margin, " ", frame, "|", end, " "]);
            fill(out, BLANKS, french.before);
            out.push_str(frame);
            fill(out, DASHES, french.width);
            put(out, &[end, "\n"]);
            if at.is_some_and(|at| place.number() + 1 < at.line) {
                put(out, &[frame, "...", end, "\n"]);
            }
        }
        put(out, &[frame, &number, end, " ", frame, "|", end, " ", &excerpt.line, "\n"]);
        put(out, &[margin, " ", frame, "|", end, " "]);
        fill(out, BLANKS, excerpt.before);
        out.push_str(level);
        fill(out, CARETS, excerpt.width);
        put(out, &[end, "\n"]);
        if finding.help.is_some() {
            put(out, &[margin, " ", frame, "|", end, "\n"]);
        }
    }
    if let Some(help) = &finding.help {
        for (at, line) in help.lines().map(visible).enumerate() {
            match at {
                0 => put(out, &[margin, " ", frame, "= ", end, strong, "help", end, ": "]),
                _ => put(out, &[margin, "         "]),
            }
            put(out, &[&line, "\n"]);
        }
    }
    out.push('\n');
}

/// One line that counts findings: `3 errors and 1 warning in 2 files`.
pub fn summary(findings: &Findings) -> String {
    let tally = findings.tally();
    let files: BTreeSet<&str> = findings.groups().iter().filter_map(|group| group.file()).collect();
    let parts: Vec<String> = [(tally.errors, "error"), (tally.warnings, "warning")]
        .into_iter()
        .filter(|&(number, _)| number > 0)
        .map(|(number, word)| plural(number, word))
        .collect();
    if parts.is_empty() {
        return "no findings".to_owned();
    }
    let mut line = parts.join(" and ");
    if !files.is_empty() {
        // Writing to a string does not fail.
        let _ = write!(line, " in {}", plural(files.len(), "file"));
    }
    line
}

/// A count and what it counts: `1 file`, `2 files`.
pub fn plural(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}
