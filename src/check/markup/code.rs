//! Code: it is not translated, but for the keys that it names and the words that it quotes.

use super::tokens::Unmatched;
use super::{RULE, keys};
use crate::check::scan::{Kind, MARK, Text, is_mark};
use crate::check::{Format, Pair, Problem, Shared};
use crate::diagnostic::Severity;

const HELP: &str = "code is not translated: copy it sign for sign";

pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let mut code = Unmatched::of(pair, Kind::Code);
    code.pair_off(keys::may_be_same);
    if code.wanted.is_empty() {
        code.added.retain(|span| !is_said(french, &text.raw[span.clone()]));
    }
    let (is_free, help) = match code.first() {
        (Some(was), Some(is)) => {
            let help = if keys::are_keys(was) { keys::HELP } else { HELP };
            // What a program is told to say may be told in the reader's language: `git commit -m "…"`.
            (quotes(was) && unquoted(was) == unquoted(is), help)
        }
        // What the French names twice, a pronoun may name here.
        (Some(was), None) => (text.written(Kind::Code).any(|here| here == was), HELP),
        (None, _) => (false, HELP),
    };
    let severity = if is_free { Severity::Warning } else { Severity::Error };
    let shared = match code.first() {
        (Some(was), Some(is)) if may_be_words(was) && may_be_words(is) => Some(Shared::Taste(WORDS)),
        (Some(was), Some(is)) if may_be_named(was, is) => Some(Shared::Words(WORDS)),
        _ => None,
    };
    let lost = code.lost(severity, "code", help).map(|problem| match shared {
        Some(shared) => problem.shared(shared),
        None => problem,
    });
    problems.extend(lost.or_else(|| code.gained()));
}

/// A mark of code without a partner: readers see it, and beside another one of the paragraph, all between them is code.
pub(super) fn lone(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let marks = |text: &Text<'_>| memchr::memchr(b'`', text.prose.as_bytes());
    if pair.source.format != Format::Markdown || marks(text).is_none() || marks(french).is_some() {
        return;
    }
    // The sign that many write for the letter of a stop of the throat: `olelo.
    let begins_words = matches!(pair.target.language.as_str(), "haw" | "rap" | "sm" | "to" | "ty");
    let mut end = 0;
    for at in memchr::memchr_iter(b'`', text.prose.as_bytes()) {
        if at < end {
            continue;
        }
        let behind = text.raw[at..].trim_start_matches('`');
        end = text.raw.len() - behind.len();
        // For an apostrophe or a letter, in o`zbek for one.
        let is_letter = text.raw[..at].ends_with(char::is_alphabetic) || begins_words;
        // One behind a backslash is meant to be seen.
        if is_letter && behind.starts_with(char::is_alphabetic) || text.raw[..at].ends_with('\\') {
            continue;
        }
        let message = format!("“{}” marks nothing here: readers would see it", &text.raw[at..end]);
        let help = "write one before and one behind what is code, or take it away";
        problems.push(Problem::warning(RULE, at..end, message).help(help));
        return;
    }
}

/// That words were translated, for where translators agree that they are none of a program.
const WORDS: u32 = 1;

/// Whether code may be words of a language: what is to be typed into a field, or a file that each reader names in
/// words of their own (`Factures mai.pdf`). Names of programs have small letters, and commands other signs.
fn may_be_words(code: &str) -> bool {
    let words = code.trim_matches('`');
    let begins = words.chars().take(2).map(|c| c.is_uppercase()).eq([true, false]);
    (begins || !words.is_ascii())
        && words.chars().all(|c| c.is_alphanumeric() || is_mark(c) || " -_./'’".contains(c))
}

/// Whether translators may have named the files and arguments of a command in words of their own
/// (`getent group nom_groupe`): all signs between the words stayed, and the command that they are given to.
fn may_be_named(was: &str, is: &str) -> bool {
    let signs = |code: &str| {
        code.chars()
            .filter(|c| !(c.is_alphabetic() || is_mark(*c) || "-_/.".contains(*c)))
            .collect::<String>()
    };
    let (was_first, is_first) = (first_word(was), first_word(is));
    let are_files = || [was_first, is_first].iter().all(|word| word.contains(['/', '.', '_']));
    (was_first == is_first || are_files()) && signs(was) == signs(is)
}

fn first_word(code: &str) -> &str {
    code.split(' ').next().unwrap_or_default()
}

/// Whether code quotes words of a language: more than one, or with letters of more than ASCII.
fn quotes(code: &str) -> bool {
    let words = code.split('"').skip(1).step_by(2);
    words.take(8).any(|words| words.contains(' ') || !words.is_ascii())
}

/// Code without what stands in it between quotation marks.
fn unquoted(code: &str) -> String {
    code.split('"').step_by(2).collect::<Vec<_>>().join("\"")
}

/// Whether the French has what the translation sets in code: as code too, which a sentence that is turned round may name
/// twice, or in plain words.
fn is_said(french: &Text<'_>, code: &str) -> bool {
    let name = code.trim_matches('`');
    let is_word = |at: usize| {
        let (before, after) = (&french.prose[..at], &french.prose[at + name.len()..]);
        let is_part = |c: char| c.is_alphanumeric() || c == MARK;
        !before.ends_with(is_part) && !after.starts_with(is_part)
    };
    french.written(Kind::Code).any(|written| written == code)
        || name.len() > 1 && french.prose.match_indices(name).any(|(at, _)| is_word(at))
}
