//! A mark without a space behind it: a number, an address, or a slip of the pen.

use super::ending::{Ending, Stop};
use super::following;
use super::lexicon::Lexicon;
use super::preceding::{self, Word};
use super::reason::Reason;
use super::sentence::Sentence;
use super::view::{Seen, View};

/// Characters of a token that may be a word behind a stop without a space.
const LONGEST_TOKEN: usize = 64;

/// Whether the mark at `stop` lacks but its space; `place` is where the text goes on.
pub(super) fn judge(
    view: &View<'_>,
    sentence: &Sentence<'_, '_>,
    lexicon: &Lexicon,
    stop: usize,
    ending: &Ending,
    place: usize,
) -> Reason {
    // French type has a space before `!` and `?`; some have one before every mark.
    let (word_end, apart) = match view.backward(stop) {
        (Seen::Character(c), begin) if c.is_whitespace() => (begin, ending.kind == Stop::Full),
        _ => (stop, false),
    };
    let word = Word::before(view, sentence, word_end);
    let is_before = || is_word_before(&word, lexicon, ending.kind) && word.is_whole(view, sentence);
    let rest = &view.text[place..];
    let first = rest.chars().next().unwrap_or(' ');
    if matches!(first, ',' | ';' | ':' | ')' | ']' | '»' | '”' | '"') {
        return Reason::MarkFollows;
    }
    if matches!(first, '«' | '“') && place == ending.end {
        let plain = is_before() && !is_name(&word, sentence, ending.kind);
        return if plain { Reason::MissingSpace } else { Reason::NoSpace };
    }
    let token = token(rest);
    if !is_word_after(token, rest) || (ending.kind == Stop::Full && lexicon.is_extension(token)) {
        return Reason::NoSpace;
    }
    let opens = lexicon.opens(token.split(['\'', '’']).next().unwrap_or(token));
    let is_slip = if is_before() {
        // ` .Net` is a name.
        opens || !(apart || is_name(&word, sentence, ending.kind))
    } else if word.text.is_empty() {
        is_closed_before(view, word_end)
    } else {
        opens && is_whole_before(view, &word)
    };
    if is_slip { Reason::MissingSpace } else { Reason::NoSpace }
}

/// What stands up to the next space or mark that ends a sentence, without the marks at its end.
fn token(rest: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || matches!(c, '&' | '!' | '?' | '…');
    // What has no space for so long is no word.
    let end = rest
        .char_indices()
        .enumerate()
        .find(|&(count, (_, c))| count == LONGEST_TOKEN || ends(c))
        .map_or(rest.len(), |(_, (at, _))| at);
    let token = &rest[..end];
    token.split("..").next().unwrap_or(token).trim_end_matches(['.', ',', ';', ':', '»', ')'])
}

/// `Le`, `L’eau`; `A` only where a word in small letters follows.
fn is_word_after(token: &str, rest: &str) -> bool {
    let mut letters = token.chars();
    if !letters.next().is_some_and(char::is_uppercase) || !is_plain(token) {
        return false;
    }
    match letters.next() {
        Some(second) => second.is_lowercase() || following::is_apostrophe(second),
        None => {
            matches!(token, "À" | "A" | "Y" | "Ô")
                && rest[token.len()..].starts_with(char::is_whitespace)
                && rest[token.len()..].trim_start().starts_with(char::is_lowercase)
        }
    }
}

/// A word in small letters that is no abbreviation.
pub(super) fn is_word_before(word: &Word<'_>, lexicon: &Lexicon, kind: Stop) -> bool {
    let mut letters = word.text.chars().rev();
    let small =
        letters.next().is_some_and(char::is_lowercase) && letters.next().is_some_and(char::is_lowercase);
    small
        && is_plain(word.text)
        && !word.text.chars().skip(1).any(char::is_uppercase)
        && (kind == Stop::Strong
            || (lexicon.abbreviation(word.text, false).is_none() && !preceding::has_no_vowel(word.text)))
}

/// A name with a capital before and after the stop is one of the net, or of code.
fn is_name(word: &Word<'_>, sentence: &Sentence<'_, '_>, kind: Stop) -> bool {
    word.text.starts_with(char::is_uppercase) && kind == Stop::Full && sentence.has_word_before(word.begin)
}

/// A number, a sum or capitals: no word, yet the end of a sentence.
fn is_whole_before(view: &View<'_>, word: &Word<'_>) -> bool {
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let unit = word.text.trim_end_matches(['€', '$', '£', 'h']);
    if unit.is_empty() {
        return word.is_after_number(view);
    }
    let capitals = word.text.chars().count() > 1 && word.text.chars().all(char::is_uppercase);
    number(unit) || capitals
}

/// A quotation that closed, or a parenthesis that opened behind a space: `f().Next` is code.
fn is_closed_before(view: &View<'_>, end: usize) -> bool {
    const LONGEST: usize = 300;
    match view.backward(end).0 {
        Seen::Character('»' | '”' | '%') => true,
        Seen::Character(')') => {
            let mut before = view.text[..end].chars().rev().take(LONGEST).skip_while(|&c| c != '(').skip(1);
            before.next().is_none_or(|c| !c.is_alphanumeric() && c != '.')
        }
        Seen::Character(_) | Seen::Atom | Seen::End => false,
    }
}

fn is_plain(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || c == '-' || following::is_apostrophe(c))
}
