//! Findings as one comment for a pull request, in Markdown.

use std::fmt::Write as _;

use super::branch::Branch;
use super::french::{FrenchLine, LABEL, french};
use super::text::summary;
use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::text::visible;

/// What GitHub and GitLab take in one comment is longer; some room is left for what others add.
pub const COMMENT_LIMIT: usize = 60_000;

/// One comment of at most `limit` bytes. It opens with a line for the author, if it is known what the branch did. Then the errors, then what translators can accept, then the warnings, folded;
/// what does not fit is counted. `folder` is the project's folder in the repository.
pub fn markdown(
    findings: &Findings,
    french_line: &FrenchLine<'_>,
    branch: Option<&Branch>,
    folder: &str,
    limit: usize,
) -> String {
    let item = |finding: &Diagnostic| item(finding, french_line, folder);
    let mut out = String::new();
    if let Some(branch) = branch {
        let _ = writeln!(out, "{}\n", plain(&branch.author_line()));
    }
    let _ = writeln!(out, "drogman: {}.", summary(findings));
    let mut counts = [0; 3];
    findings.iter().for_each(|finding| counts[Part::of(&finding) as usize] += 1);
    let mut left = 0;
    let mut section = |part: Part, head: &str, tail| {
        let of_part = findings.iter().filter(move |finding| Part::of(finding) == part);
        left += section(&mut out, (head, tail), of_part, counts[part as usize], &item, limit);
    };
    section(Part::Errors, "### Errors\n\n", "");
    let head = "### Up to date again?\n\nThese translations changed here, and the French above them did not. \
                Where a translation says what the French says now, put the line shown here in the place of its `# fr:` line.\n\n";
    section(Part::Suggested, head, "");
    let head = format!("<details><summary>Warnings ({})</summary>\n\n", counts[Part::Warnings as usize]);
    section(Part::Warnings, &head, "\n</details>\n");
    if left > 0 {
        let _ = writeln!(out, "\n{left} more are not shown here. The whole list: `drogman check`");
    }
    out
}

/// What a finding stands under.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Errors,
    Suggested,
    Warnings,
}

impl Part {
    fn of(finding: &Diagnostic) -> Part {
        match finding.severity {
            _ if finding.suggestion.as_ref().is_some_and(|one| !one.certain) => Part::Suggested,
            Severity::Error => Part::Errors,
            Severity::Warning => Part::Warnings,
        }
    }
}

/// Room for what ends the comment.
const TAIL: usize = 200;

/// Writes a section of so many findings, and gives how many did not fit.
fn section(
    out: &mut String,
    (head, tail): (&str, &str),
    findings: impl Iterator<Item = Diagnostic>,
    count: usize,
    item: &dyn Fn(&Diagnostic) -> String,
    limit: usize,
) -> usize {
    let room = limit.saturating_sub(TAIL);
    if count == 0 || out.len() + head.len() + tail.len() >= room {
        return count;
    }
    let begin = out.len();
    let _ = write!(out, "\n{head}");
    let mut shown = 0;
    for finding in findings {
        let item = item(&finding);
        if out.len() + item.len() + tail.len() > room {
            break;
        }
        out.push_str(&item);
        shown += 1;
    }
    match shown {
        0 => out.truncate(begin),
        _ => out.push_str(tail),
    }
    count - shown
}

fn item(finding: &Diagnostic, french_line: &FrenchLine<'_>, folder: &str) -> String {
    let (file, at) = super::place_of(finding, folder);
    let place = at.map_or_else(|| file.clone(), |at| format!("{file}:{}", at.line));
    let place = if place.is_empty() { String::new() } else { format!("`{}` ", code(&place)) };
    // Two spaces end a line: without them some readers join it with the next.
    let french = french(finding, french_line);
    let end = if finding.help.is_some() || french.is_some() { "  " } else { "" };
    let mut out = format!("- {place}{}: {}{end}\n", finding.rule, plain(&finding.message));
    if let Some(french) = french {
        let end = if finding.help.is_some() { "  " } else { "" };
        let _ = writeln!(out, "  {}{end}", plain(&format!("{LABEL}{french}")));
    }
    match &finding.suggestion {
        Some(suggestion) if !suggestion.certain => {
            let words = finding.help.iter().flat_map(|help| help.lines().take(2));
            for line in words {
                let _ = writeln!(out, "  {}  ", plain(line));
            }
            // Shown to be pasted: a comment or a summary can't be taken over by a click, as a review can.
            // The fence is longer than any run of backticks in the line.
            let line = visible(&suggestion.line);
            let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest.max(2) + 1);
            let _ = writeln!(out, "\n  {fence}\n  {line}\n  {fence}\n");
        }
        Some(_) | None => {
            let lines: Vec<String> = finding.help.iter().flat_map(|help| help.lines()).map(plain).collect();
            if !lines.is_empty() {
                let _ = writeln!(out, "  {}", lines.join("  \n  "));
            }
        }
    }
    out
}

/// Text in a code span.
fn code(text: &str) -> String {
    visible(text).replace('`', "'")
}

/// A line that Markdown shows as it is: no mention, no link, no markup of its own.
pub(super) fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let line = visible(line);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek();
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            // Headings, quotes and lists begin so.
            '#' | '>' | '-' | '+' | '=' if out.is_empty() => {
                out.push('\\');
                out.push(character);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(character);
            }
            // A zero-width joint keeps `@name` and `#12` from calling anybody.
            '@' if next.is_some_and(|next| next.is_alphanumeric()) => out.push_str("@<!-- -->"),
            '#' if next.is_some_and(char::is_ascii_digit) => out.push_str("#<!-- -->"),
            _ => out.push(character),
        }
    }
    out
}
