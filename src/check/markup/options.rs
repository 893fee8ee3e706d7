//! Options of commands, which stand outside code too: `--verbose`, of which programs for writing make `–verbose`.

use super::RULE;
use crate::check::{Pair, Problem};
use crate::text::Span;

/// The options of the French are here, sign for sign.
pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (prose, here) = (&pair.source.text.prose, pair.translation.raw);
    let hyphens = || memchr::memmem::find_iter(prose.as_bytes(), b"--");
    // A dash of typewriters ends a remark, and so began one.
    if hyphens().any(|at| ends_word(prose, at)) {
        return;
    }
    let mut options = hyphens().filter_map(|at| option(prose, at));
    let Some(lost) = options.find(|option| !here.contains(&prose[option.clone()])) else { return };
    let (option, name) = (&prose[lost.clone()], &prose[lost.start + 2..lost.end]);
    let problem = match dashed(here, name) {
        Some(span) => {
            let message = format!("the option {option} became {}", &here[span.clone()]);
            Problem::error(RULE, span, message).help("write two hyphens: programs take no dash")
        }
        None => Problem::warning(RULE, 0..0, format!("the option {option} is missing"))
            .help("options of commands are not translated: copy it sign for sign"),
    };
    problems.push(problem.of_french(lost));
}

/// Whether the two hyphens at a place end a word.
fn ends_word(prose: &str, at: usize) -> bool {
    prose[..at].ends_with(char::is_alphanumeric)
        && !prose[at + 2..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
}

/// The option that begins with the two hyphens at a place.
fn option(prose: &str, at: usize) -> Option<Span> {
    let begins = prose[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '!');
    let rest = &prose[at + 2..];
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    let name = &rest[..end];
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && !name.ends_with('-')
        && !rest[end..].starts_with(char::is_alphanumeric);
    (begins && is_name).then_some(at..at + 2 + end)
}

/// Where an option stands with a dash before its name.
fn dashed(here: &str, name: &str) -> Option<Span> {
    here.match_indices(name).find_map(|(found, _)| {
        let dash = here[..found].chars().next_back().filter(|c| matches!(c, '–' | '—' | '−'))?;
        Some(found - dash.len_utf8()..found + name.len())
    })
}
