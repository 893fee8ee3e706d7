//! A translation that would be another kind of block than its French: a list item, a heading, a table row.

use super::scan::{CONTROL, PLAIN_BRACKET, SPECIAL};
use super::{Format, Pair, Problem, markup, untranslated};
use crate::document::{BlockKind, begins_html_block};
use crate::text::{Edit, Span};

pub(super) const RULE: &str = "structure";

/// Whether a text begins with the formula of a table: =SUM(…
fn begins_formula(text: &str) -> bool {
    let name = text[1..].trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_'));
    name.len() + 1 < text.len() && name.starts_with('(')
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (pair.source.text.raw, pair.translation.raw);
    if pair.translation.has(CONTROL) && text.contains('\n') {
        // That a comment is indented is told of it, and not what it would be in the page.
        let comment = untranslated::indented_comment(&pair.source.text, &pair.translation);
        let own = comment.map_or(text, |at| text[..at].trim_end());
        lines(own, pair.source.format, problems);
    }
    if text.starts_with('=')
        && !french.starts_with('=')
        && !begins_formula(text)
        && !markup::begins_highlighted(text)
    {
        let message = "the translation begins with an equals sign, as where it was typed twice";
        problems.push(Problem::warning(RULE, 0..1, message).help("delete it"));
    }
    if is_quoted(pair) {
        let message = "the translation stands in quotation marks, the French in none: readers would see them";
        problems.push(Problem::warning(RULE, 0..text.len(), message).help("delete both"));
    }
    list_marks(pair, problems);
    if pair.source.format == Format::Plain {
        return;
    }
    if let Some((length, what)) = opening(text)
        && opening(french).is_none_or(|(_, other)| other != what)
        && !is_ordinal(pair, length)
    {
        let message = format!("the translation begins like {what}, the French doesn't");
        let problem = Problem::warning(RULE, 0..length, message);
        problems.push(match is_indented(text) {
            true => problem.help("delete the blanks before the first word").fix(Edit::delete(0..length)),
            false => problem.help("delete the sign, or begin with another word"),
        });
    }
    if pair.source.kind == BlockKind::Cell && has_bare_pipe(pair) {
        let at = text.find('|').unwrap_or_default();
        let message = "“|” parts the cells of a table, and stands within one here: readers would see it";
        problems.push(
            Problem::error(RULE, at..at + 1, message).help("delete it, or write “\\|” if they are to see it"),
        );
    }
}

/// Whether all of a title, an item or a cell is put in quotation marks, as strings are in JSON, YAML and PO files. In a
/// paragraph a whole sentence may be quoted, and the French have lost its marks. What the French says is said, cited or a
/// title by other signs is no string: a dash of dialogue, slanted letters, tags (`<cite>`), marks of ASCII (`<< … >>`).
fn is_quoted(pair: &Pair<'_>) -> bool {
    const OTHER: [char; 14] = ['"', '«', '“', '”', '„', '‘', '‚', '‹', '*', '_', '`', '—', '–', '<'];
    if !matches!(
        pair.source.kind,
        BlockKind::Heading | BlockKind::Item | BlockKind::Cell | BlockKind::Caption | BlockKind::FrontMatter
    ) {
        return false;
    }
    let mut inside = pair.translation.raw.chars();
    let closers: &[char] = match inside.next() {
        Some('"') => &['"'],
        Some('“') => &['”'],
        Some('„') => &['“', '”'],
        Some('”') => &['”'],
        Some('«') => &['»'],
        Some('»') => &['«'],
        _ => return false,
    };
    inside.next_back().is_some_and(|last| closers.contains(&last))
        && !inside.as_str().contains(['"', '“', '”', '„', '«', '»'])
        && !pair.source.text.raw.contains(OTHER)
        && !pair.source.text.raw.starts_with(['\'', '’'])
}

/// Some of the marks of a list within a sentence (`a) … b) …`), where the French has more of them.
fn list_marks(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    // A list has a second mark.
    let has_mark =
        |mark: &str| memchr::memmem::find(pair.source.text.raw.as_bytes(), mark.as_bytes()).is_some();
    if !pair.source.text.has(PLAIN_BRACKET) || !["b)", "2)", "b）", "2）"].into_iter().any(has_mark) {
        return;
    }
    // Where nothing parts words, nothing parts them from the marks.
    if pair.target.script.is_unspaced() {
        return;
    }
    let (french, text) = (&pair.source.text, &pair.translation);
    let signs = ["abcdefghijklmnopqrstuvwxyz", "123456789"];
    let in_order = |signs: &str| {
        let mut next = signs.split("").filter(|sign| !sign.is_empty()).peekable();
        let mut wanted = enumerators(&french.prose);
        wanted.retain(|mark| next.next_if_eq(&&french.prose[mark.clone()]).is_some());
        wanted
    };
    let Some(wanted) = signs.iter().map(|signs| in_order(signs)).find(|wanted| wanted.len() > 1) else {
        return;
    };
    let here = enumerators(&text.prose);
    // With all of them gone, it is written otherwise.
    if here.is_empty() || here.len() >= wanted.len() {
        return;
    }
    let marks = |prose: &str, of: &[Span]| {
        of.iter().map(|mark| format!("{})", &prose[mark.clone()])).collect::<Vec<_>>().join(" ")
    };
    let (these, those) = (marks(&text.prose, &here), marks(&french.prose, &wanted));
    let message = format!("the list has the marks {these}, that of the French {those}");
    problems.push(
        Problem::warning(RULE, here[0].clone(), message)
            .help("write a mark before each part, as the French has them"),
    );
}

/// The letters and numbers that a bracket of their own follows, at the beginning or behind a blank.
fn enumerators(prose: &str) -> Vec<Span> {
    /// More make no list.
    const MOST: usize = 64;
    let closing = prose.match_indices([')', '）']).take(MOST);
    let marks = closing.filter_map(|(end, _)| {
        let before = &prose[..end];
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let begin = end - word.len();
        let last = before[..begin].chars().next_back();
        // Also `Hay dos:1) la roja`, but not `19:30)`.
        let is_time =
            before[..begin].strip_suffix([':', ';']).is_some_and(|time| time.ends_with(char::is_numeric));
        let is_free = last.is_none_or(|c| c.is_whitespace() || "(（:;".contains(c)) && !is_time;
        let is_number = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_short = word.chars().count() == 1 || is_number;
        (is_free && is_short).then_some(begin..end)
    });
    marks.collect()
}

/// Whether the number that a translation begins with, as long as that, is an ordinal or a date of the French:
/// `12. Platz`, `1. toukokuuta`. Such a number stands early in the French too, or a small letter follows.
fn is_ordinal(pair: &Pair<'_>, length: usize) -> bool {
    let (source, text) = (pair.source, pair.translation.raw);
    let goes_on = text[length..].trim_start().starts_with(char::is_lowercase);
    let is_running =
        matches!(source.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote | BlockKind::Lead);
    match pair.target.lexicon.dotted_ordinals {
        true if goes_on || !is_running => source.numbers().has(&text[..length], usize::MAX),
        true | false => source.numbers().has(&text[..length], EARLY),
    }
}

/// Bytes of the French in which its first words are.
const EARLY: usize = 16;

/// What a text is that blanks begin.
const INDENTED: &str = "an indented block of code";

/// Whether a text begins with so many blanks that it would be code.
fn is_indented(text: &str) -> bool {
    opening(text).is_some_and(|(_, what)| what == INDENTED)
}

/// Whether the blanks before the first word were told.
pub(super) fn tells_of_blanks(problem: &Problem) -> bool {
    problem.rule == RULE && problem.fix.is_some()
}

/// What Markdown would take a text for by its first signs, and how many bytes those are.
fn opening(text: &str) -> Option<(usize, &'static str)> {
    let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
    if indent >= 4 || text.starts_with('\t') {
        return Some((indent, INDENTED));
    }
    let rest = &text[indent..];
    let first = rest.chars().next()?;
    let run = rest.len() - rest.trim_start_matches(first).len();
    let spaced = |length: usize| rest[length..].is_empty() || rest[length..].starts_with([' ', '\t']);
    let found = match first {
        '#' if run <= 6 && spaced(run) => (run, "a heading"),
        '-' | '*' | '+' if run == 1 && spaced(1) && rest.len() > 1 => (1, "an item of a list"),
        '-' | '*' | '_' if run >= 3 && rest[run..].trim().is_empty() => (run, "a rule across the page"),
        '>' => (1, "a quotation"),
        '`' | '~' if run >= 3 && !rest[run..].contains('`') => (run, "a block of code"),
        '|' => (1, "a row of a table"),
        ':' if run >= 3 => (run, "a fence"),
        '0'..='9' => {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if digits > 9
                || !rest[digits..].starts_with(['.', ')'])
                || !spaced(digits + 1)
                || rest.len() == digits + 1
            {
                return None;
            }
            (digits + 1, "an item of a numbered list")
        }
        '<' => (html_block(rest)?, "a block of HTML"),
        _ => return None,
    };
    Some((indent + found.0, found.1))
}

fn html_block(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        return Some(4);
    }
    let name = rest[1..].trim_start_matches('/');
    let length = name.len() - name.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let slash = rest.len() - 1 - name.len();
    begins_html_block(&name[..length]).then_some(1 + slash + length)
}

/// A line break becomes a space, but an empty line, or a line that begins a block, would not.
pub(super) fn lines(text: &str, format: Format, problems: &mut Vec<Problem>) {
    let mut begin = 0;
    for (number, line) in text.split('\n').enumerate() {
        let span = begin..begin + line.len();
        begin = span.end + 1;
        if number == 0 {
            continue;
        }
        let trimmed = line.trim();
        if trimmed.is_empty() {
            problems.push(
                Problem::warning(RULE, span, "an empty line inside a sentence")
                    .help("write the sentence on one line"),
            );
            return;
        }
        let underlines = trimmed.len() > 1
            && (trimmed.bytes().all(|byte| byte == b'-') || trimmed.bytes().all(|byte| byte == b'='));
        if underlines || (format == Format::Markdown && opening(trimmed).is_some()) {
            problems.push(
                Problem::warning(RULE, span, "a line that would begin another block")
                    .help("write the sentence on one line, without this sign"),
            );
            return;
        }
    }
}

fn has_bare_pipe(pair: &Pair<'_>) -> bool {
    let text = &pair.translation;
    text.prose.match_indices('|').any(|(at, _)| !text.raw[..at].ends_with('\\'))
        && (text.has(SPECIAL) || text.raw.contains('|'))
}
