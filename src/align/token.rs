//! A sentence as tokens of its typographic normal form: what the verdict compares.

use smol_str::SmolStr;

use crate::text::Verbatim;
use crate::text::normal::{Sign, normal_signs};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// Letters, with the apostrophe of an elision: `l'`, `eau`.
    Word,
    /// Whatever holds a digit, with the marks between digits: `75`, `3,5`, `18h30`, `3e`, `12/05/2019`.
    Number,
    /// A sign that is read aloud: `%`, `€`, `+`.
    Symbol,
    /// A mark of emphasis, link or image.
    Markup,
    /// Any other mark.
    Punctuation,
    /// See [`Verbatim`].
    Verbatim(Verbatim),
}

/// A token.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) text: SmolStr,
}

/// The tokens of a sentence. White space is in none.
pub(super) fn tokens(sentence: &str) -> Vec<Token> {
    tokens_of(&normal_signs(sentence))
}

/// The tokens of a sentence in normal form.
pub(super) fn tokens_of(signs: &[Sign]) -> Vec<Token> {
    let mut out = Vec::with_capacity(signs.len() / 4);
    let mut at = 0;
    while at < signs.len() {
        let (end, kind) = next(signs, at);
        if let Some(kind) = kind {
            out.push(Token { kind, text: signs[at..end].iter().map(|sign| sign.character).collect() });
        }
        at = end;
    }
    out
}

fn next(signs: &[Sign], at: usize) -> (usize, Option<Kind>) {
    let Sign { character, verbatim } = signs[at];
    let run = |test: &dyn Fn(&Sign) -> bool| at + signs[at..].iter().take_while(|sign| test(sign)).count();
    let prose = |sign: &Sign| sign.verbatim.is_none();
    if let Some(kind) = verbatim {
        return (run(&|sign| sign.verbatim == verbatim), Some(Kind::Verbatim(kind)));
    }
    if character == ' ' {
        return (at + 1, None);
    }
    let negative = character == '-'
        && signs.get(at + 1).is_some_and(|sign| sign.character.is_ascii_digit())
        && at.checked_sub(1).is_none_or(|before| matches!(signs[before].character, ' ' | '(' | '"'));
    if character.is_alphanumeric() || negative {
        return word(signs, at, negative);
    }
    // Looked at where it matters alone: a long row of one mark is not to be run through from each.
    let same = match character {
        '*' | '_' => run(&|sign| prose(sign) && sign.character == character),
        '~' => {
            at + signs[at..].iter().take(3).take_while(|sign| prose(sign) && sign.character == '~').count()
        }
        _ => at + 1,
    };
    match character {
        '*' => (same, Some(Kind::Markup)),
        '_' if !between_letters(signs, at, same) => (same, Some(Kind::Markup)),
        '~' if same - at == 2 => (same, Some(Kind::Markup)),
        '[' | ']' | '|' | '\\' => (at + 1, Some(Kind::Markup)),
        '!' if signs.get(at + 1).is_some_and(|sign| prose(sign) && sign.character == '[') => {
            (at + 2, Some(Kind::Markup))
        }
        '%' | '€' | '$' | '£' | '¥' | '‰' | '+' | '=' | '<' | '>' | '×' | '÷' | '±' | '&' | '@' | '#'
        | '§' | '°' | '/' | '^' | '~' | '≤' | '≥' | '≠' => (at + 1, Some(Kind::Symbol)),
        _ if is_mark(character) => (at + 1, Some(Kind::Punctuation)),
        // Emoji, arrows and the like are read too.
        _ => (at + 1, Some(Kind::Symbol)),
    }
}

/// Marks of punctuation in the wide sense; all else that is no letter is read aloud.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '"'
            | '\''
            | '('
            | ')'
            | '-'
            | '_'
            | '‹'
            | '›'
            | '·'
            | '•'
            | '{'
            | '}'
            | '`'
            | '¿'
            | '¡'
    )
}

fn between_letters(signs: &[Sign], at: usize, end: usize) -> bool {
    let is_letter = |sign: Option<&Sign>| sign.is_some_and(|sign| sign.character.is_alphanumeric());
    is_letter(at.checked_sub(1).and_then(|at| signs.get(at))) && is_letter(signs.get(end))
}

/// A word or number that begins at `at`.
fn word(signs: &[Sign], at: usize, negative: bool) -> (usize, Option<Kind>) {
    let mut end = at + usize::from(negative);
    let mut digits = false;
    let is_digit =
        |sign: Option<&Sign>| sign.is_some_and(|sign| sign.verbatim.is_none() && sign.character.is_numeric());
    while let Some(sign) = signs.get(end).filter(|sign| sign.verbatim.is_none()) {
        match sign.character {
            c if c.is_numeric() => digits = true,
            c if c.is_alphanumeric() || is_combining(c) => {}
            '.' | ',' | ':' | '/' | '-'
                if digits && is_digit(signs.get(end + 1)) && is_digit(signs.get(end - 1)) => {}
            '\'' if !digits => {
                end += 1;
                break;
            }
            _ => break,
        }
        end += 1;
    }
    (end, Some(if digits { Kind::Number } else { Kind::Word }))
}

/// Combining marks that no composed letter holds.
fn is_combining(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_becomes_tokens() {
        let text = "L’eau monte de 3,5 % à 18 h 30, le **12/05** : [voir](a.md) `x` !";
        let found: Vec<(Kind, String)> =
            tokens(text).into_iter().map(|token| (token.kind, token.text.to_string())).collect();
        let expected: Vec<(Kind, String)> = [
            (Kind::Word, "L'"),
            (Kind::Word, "eau"),
            (Kind::Word, "monte"),
            (Kind::Word, "de"),
            (Kind::Number, "3,5"),
            (Kind::Symbol, "%"),
            (Kind::Word, "à"),
            (Kind::Number, "18h30"),
            (Kind::Punctuation, ","),
            (Kind::Word, "le"),
            (Kind::Markup, "**"),
            (Kind::Number, "12/05"),
            (Kind::Markup, "**"),
            (Kind::Punctuation, ":"),
            (Kind::Markup, "["),
            (Kind::Word, "voir"),
            (Kind::Verbatim(Verbatim::Target), "](a.md"),
            (Kind::Punctuation, ")"),
            (Kind::Verbatim(Verbatim::Code), "`x`"),
            (Kind::Punctuation, "!"),
        ]
        .into_iter()
        .map(|(kind, text)| (kind, text.to_owned()))
        .collect();
        assert_eq!(found, expected);
    }
}
