//! Findings for people: the line of the file, underlined, and what to do.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{LineColumn, Span, visible};

/// Whether a text has terminal colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colors {
    /// Plain text.
    Plain,
    /// With terminal escapes.
    Styled,
}

/// Longer lines are cut around what is underlined; in characters.
const WINDOW: usize = 160;

/// Draws findings, with an empty line after each. `source` gives the text of a file, where it is at
/// hand; without it only line and column are told. Control and bidi characters of files are escaped.
pub fn text<'s>(findings: &[Diagnostic], source: &dyn Fn(&str) -> Option<&'s str>, colors: Colors) -> String {
    let renderer = match colors {
        Colors::Plain => Renderer::plain(),
        Colors::Styled => Renderer::styled(),
    };
    let renderer = renderer.term_width(WINDOW + 20);
    let mut out = String::new();
    for finding in findings {
        let excerpt = excerpt(finding, source);
        let mut drawn = renderer.render(&[group(finding, excerpt.as_ref())]);
        if let Some(excerpt) = &excerpt {
            excerpt.set_column(&mut drawn);
        }
        out.push_str(&drawn);
        out.push_str("\n\n");
    }
    out
}

/// One line that counts findings: `3 errors and 1 warning in 2 files`.
pub fn summary(findings: &[Diagnostic]) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let files: BTreeSet<&str> = findings
        .iter()
        .filter_map(|finding| finding.place.as_ref())
        .map(|place| place.file.as_str())
        .collect();
    let parts: Vec<String> = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")]
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

fn plural(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

fn group<'f>(finding: &'f Diagnostic, excerpt: Option<&'f Excerpt>) -> Group<'f> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(visible(&finding.message));
    let mut group = Group::with_title(if finding.rule.is_empty() { title } else { title.id(finding.rule) });
    if let Some(excerpt) = excerpt {
        let underline = AnnotationKind::Primary.span(excerpt.span.clone());
        let snippet = Snippet::source(&excerpt.line).path(excerpt.path.as_str()).line_start(excerpt.at.line);
        group = group.element(snippet.annotation(underline));
    } else if let Some(place) = &finding.place {
        let mut origin = Origin::path(visible(&place.file));
        if let Some(at) = place.at {
            origin = origin.line(at.line).char_column(at.column);
        }
        group = group.element(origin);
    }
    if let Some(help) = &finding.help {
        // A help may have several lines; each is made safe by itself.
        let lines: Vec<_> = help.lines().map(visible).collect();
        group = group.element(Level::HELP.message(lines.join("\n")));
    }
    group
}

/// The line of a finding, cut to a window if it is long.
///
/// Only this line is drawn: the drawing looks at all that it is given, which for thousands of findings
/// in a long file would take time that grows with the square.
struct Excerpt {
    path: String,
    at: LineColumn,
    line: String,
    /// Bytes of `line`; the first line of a longer span.
    span: Span,
}

impl Excerpt {
    /// The drawing counts columns in the line that it is given; where that was cut at its start, the
    /// column that is told must be that of the file.
    fn set_column(&self, drawn: &mut String) {
        let counted = self.line[..self.span.start].chars().count() + 1;
        if counted == self.at.column {
            return;
        }
        let told = format!("{}:{}:{counted}", self.path, self.at.line);
        let after_title = drawn.find('\n').unwrap_or(0);
        if let Some(at) = drawn[after_title..].find(&told).map(|at| after_title + at) {
            let right = format!("{}:{}:{}", self.path, self.at.line, self.at.column);
            drawn.replace_range(at..at + told.len(), &right);
        }
    }
}

/// `None` if the finding has no bytes, its file is not at hand, or is not the one meant.
fn excerpt<'s>(finding: &Diagnostic, source: &dyn Fn(&str) -> Option<&'s str>) -> Option<Excerpt> {
    let place = finding.place.as_ref()?;
    let (at, (start, end)) = (place.at?, place.span?);
    let text = source(&place.file)?;
    let (before, after) = (text.get(..start)?, text.get(start..)?);
    let head = &before[before.rfind(['\n', '\r']).map_or(0, |end| end + 1)..];
    let head = head.strip_prefix('\u{feff}').unwrap_or(head);
    let tail = &after[..after.find(['\n', '\r']).unwrap_or(after.len())];
    let marked = text.get(start..end.max(start)).map_or(0, |marked| marked.len().min(tail.len()));
    let marked = nth_boundary(&tail[..marked], WINDOW);

    let skip = head.char_indices().rev().nth(WINDOW / 2).map_or(0, |(at, _)| at);
    let (lead, head) = if skip == 0 { ("", head) } else { ("…", &head[skip..]) };
    let kept = nth_boundary(tail, tail[..marked].chars().count() + WINDOW / 2);
    let trail = if kept < tail.len() { "…" } else { "" };
    let head = shown(head);
    let marked_text = shown(&tail[..marked]);
    let line = format!("{lead}{head}{marked_text}{}{trail}", shown(&tail[marked..kept]));
    let from = lead.len() + head.len();
    Some(Excerpt { path: visible(&place.file).into_owned(), at, line, span: from..from + marked_text.len() })
}

/// A part of a line as it is drawn; tabs are left to the drawing.
fn shown(part: &str) -> String {
    part.split('\t').map(visible).collect::<Vec<_>>().join("\t")
}

/// The byte after the first `count` characters.
fn nth_boundary(text: &str, count: usize) -> usize {
    text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)
}
