//! Findings as one comment for a pull request, in Markdown.

use std::fmt::Write as _;

use super::branch::Branch;
use super::french::{FrenchLine, LABEL, french};
use super::text::summary;
use crate::diagnostic::{Diagnostic, Finding, Severity};
use crate::text::visible;

/// What GitHub and GitLab take in one comment is longer; some room is left for what others add.
pub const COMMENT_LIMIT: usize = 60_000;

/// One comment of at most `limit` bytes. It opens with a line for the author, if it is known what the branch did. Then the errors, then what translators can accept, then the warnings, folded;
/// what does not fit is counted. `folder` is the project's folder in the repository.
pub fn markdown(
    findings: &[Finding],
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
    let is_suggested = |finding: &&Finding| finding.suggestion.as_ref().is_some_and(|one| !one.certain);
    let of = |severity: Severity| findings.iter().filter(move |finding| finding.severity == severity);
    let errors: Vec<&Finding> = of(Severity::Error).filter(|finding| !is_suggested(finding)).collect();
    let warnings: Vec<&Finding> = of(Severity::Warning).filter(|finding| !is_suggested(finding)).collect();
    let suggested: Vec<&Finding> = findings.iter().filter(is_suggested).collect();
    let mut left = 0;
    left += section(&mut out, "### Errors\n\n", "", &errors, &item, limit);
    let head = "### Up to date again?\n\nThese translations changed here, and the French above them did not. \
                Where a translation says what the French says now, put the line shown here in the place of its `# fr:` line.\n\n";
    left += section(&mut out, head, "", &suggested, &item, limit);
    let head = format!("<details><summary>Warnings ({})</summary>\n\n", warnings.len());
    left += section(&mut out, &head, "\n</details>\n", &warnings, &item, limit);
    if left > 0 {
        let _ = writeln!(out, "\n{left} more are not shown here. The whole list: `drogman check`");
    }
    out
}

/// Room for what ends the comment.
const TAIL: usize = 200;

/// Writes a section of findings, and gives how many did not fit.
fn section(
    out: &mut String,
    head: &str,
    tail: &str,
    findings: &[&Finding],
    item: &dyn Fn(&Diagnostic) -> String,
    limit: usize,
) -> usize {
    let room = limit.saturating_sub(TAIL);
    if findings.is_empty() || out.len() + head.len() + tail.len() >= room {
        return findings.len();
    }
    let _ = write!(out, "\n{head}");
    let mut shown = 0;
    for finding in findings {
        let item = item(finding);
        if out.len() + item.len() + tail.len() > room {
            break;
        }
        out.push_str(&item);
        shown += 1;
    }
    out.push_str(tail);
    findings.len() - shown
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
