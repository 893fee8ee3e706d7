//! What a bracket or a quotation mark does where it stands: it opens, closes, or is something else.

use super::hebrew::{GERSHAYIM, is_between_letters, is_in_acronym};
use crate::check::scan::{MARK, OPAQUE};
use crate::check::script::{Script, script};

pub(super) enum Role {
    None,
    Opens,
    Closes,
}

/// What a mark does here. The marks that open in one language and close in another (“ ” » «) open at the
/// beginning of a word and close at its end, unless something waits for them.
pub(super) fn role(c: char, ahead: &str, open: &[(usize, char)], rest: &str) -> Role {
    // A mark of emphasis, or an underscore at the end of a name (VEN_), is part of the word before.
    let before = ahead.trim_end_matches(MARK).chars().next_back().unwrap_or(' ');
    let is_behind_mark = ahead.ends_with(MARK);
    // Behind what ends a sentence, or code, a mark of emphasis or a link closes: „[Was tun?](/x)“.
    let is_behind_passage = is_behind_mark && (before == OPAQUE || "?!….,;:)]%".contains(before));
    let before = if is_behind_mark && !before.is_alphanumeric() { MARK } else { before };
    match c {
        '(' | '[' | '（' | '［' | '【' | '「' | '『' | '《' | '〈' | '„' => Role::Opens,
        ')' | ']' | '）' | '］' | '】' | '」' | '』' | '》' | '〉' => Role::Closes,
        _ if GERSHAYIM.contains(&c) && is_in_acronym(ahead, rest) => Role::None,
        _ if GERSHAYIM.contains(&c)
            && is_between_letters(ahead, rest)
            && !open.iter().any(|&(_, opener)| closes(opener, c)) =>
        {
            Role::Opens
        }
        '״' if open.iter().any(|&(_, opener)| closes(opener, c)) => Role::Closes,
        '״' => Role::Opens,
        '"' => {
            if is_measure(ahead) && !open.iter().any(|&(_, opener)| opener == '"') {
                return Role::None;
            }
            if open.iter().any(|&(_, opener)| closes(opener, c)) { Role::Closes } else { Role::Opens }
        }
        // 26’17”53
        '”' if rest.starts_with(|c: char| c.is_ascii_digit()) && is_measure(ahead) => Role::None,
        '“' | '”' | '«' | '»' => {
            // Arabic also has ”…“; in others, “ closes nothing that ” opened.
            let is_closed = |opener| {
                closes(opener, c)
                    && (c != '“' || opener != '”' || ahead.contains(|c| script(c) == Script::Arabic))
            };
            let is_opening = || c == '“' && !is_behind_passage && begins_word(before, rest);
            if open.iter().any(|&(_, opener)| is_closed(opener)) && !is_opening() {
                return Role::Closes;
            }
            if matches!(c, '“' | '«') || begins_word(before, rest) { Role::Opens } else { Role::Closes }
        }
        _ => Role::None,
    }
}

/// Whether a text ends in a measure, as before the marks of 5'10" and 12": in a number that no letter begins.
fn is_measure(ahead: &str) -> bool {
    let number = ahead.trim_end_matches(|c: char| c.is_ascii_digit() || "'’.,/".contains(c));
    // 1h52'38"
    let is_time = number.strip_suffix('h').is_some_and(|hour| hour.ends_with(|c: char| c.is_ascii_digit()));
    ahead.ends_with(|c: char| c.is_ascii_digit())
        && (is_time || !number.ends_with(|c: char| c.is_alphanumeric() || c == ':'))
}

fn begins_word(before: char, rest: &str) -> bool {
    let after = rest.chars().next();
    // A sign that is quoted by itself, or that begins a name: »;«, ”!x”.
    let is_quoted_sign = || {
        let mut rest = rest.chars();
        rest.next().is_some_and(|c| !c.is_whitespace()) && rest.next().is_some_and(|c| "«»”“".contains(c))
    };
    // Nor does a quotation inside the quotation: ”’oikea’ uudistus”.
    let begins_name = || {
        rest.strip_prefix(['!', '’', '‘', '\'']).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    };
    (before.is_whitespace() || "(-–—[\u{2}'’".contains(before))
        && (after.is_some_and(|c| c.is_alphanumeric() || "\u{1}\u{2}¿¡(…-−./#@$€%=+<>&~^*[{\\`|".contains(c))
            || is_quoted_sign()
            || begins_name())
}

pub(super) fn closes(opener: char, closer: char) -> bool {
    match opener {
        '(' | '（' => matches!(closer, ')' | '）'),
        '[' | '［' => matches!(closer, ']' | '］'),
        '【' => closer == '】',
        '「' => closer == '」',
        '『' => closer == '』',
        '《' => closer == '》',
        '〈' => closer == '〉',
        '"' | '״' => matches!(closer, '"' | '״'),
        '«' => closer == '»',
        '»' => closer == '«' || closer == '»',
        '„' => matches!(closer, '“' | '”'),
        '“' => closer == '”',
        '”' => matches!(closer, '”' | '“'),
        _ => false,
    }
}
