//! What follows a mark behind its space.

use super::address;
use super::ending::is_picture;
use super::lexicon::Lexicon;
use super::preceding::is_roman;
use super::sentence::closing_parenthesis;
use super::view::{Seen, View};

/// What follows behind the space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// A capital letter, or one of a script without capitals; where its word begins.
    Capital(usize),
    /// Small letters, then a capital: `iPhone`, `macOS`.
    Brand,
    /// A small letter.
    Small,
    /// A digit; where its number begins.
    Digit(usize),
    /// Code, an image, an address in angle brackets.
    Atom,
    /// An address, a path or a tag that begins with a small letter or a sign, as its owner writes it.
    Address,
    /// Another mark or sign.
    Mark,
    /// Nothing.
    End,
}

/// What follows, and the first quotation mark, bracket or dash that opens before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Following {
    pub(super) next: Next,
    /// Where what follows begins, behind what opens before it.
    pub(super) at: usize,
    pub(super) opener: Option<char>,
}

impl Following {
    /// What follows behind `end`.
    pub(super) fn behind(view: &View<'_>, end: usize) -> Following {
        let mut at = end;
        let mut opener = None;
        let next = loop {
            let (seen, place, next) = view.forward(at);
            at = place;
            match seen {
                Seen::End => break Next::End,
                Seen::Atom => break Next::Atom,
                Seen::Character('`') if is_code(view, place) => break Next::Atom,
                Seen::Character(c) if c.is_whitespace() => at = next,
                Seen::Character(c) if address::begins(c, &view.text[place..]) => break Next::Address,
                // « +12 % en un an », « -3 °C »
                Seen::Character('+' | '±' | '−' | '-') if is_sign(view, next) => break Next::Digit(next),
                Seen::Character(
                    c @ ('«' | '“' | '„' | '‹' | '"' | '‘' | '\'' | '(' | '[' | '—' | '–' | '-' | '¿' | '¡'
                    | '•' | '*' | '_' | '@' | '#' | '→' | '‒' | '―'),
                ) => {
                    opener = opener.or(Some(c));
                    at = next;
                }
                Seen::Character(c) if is_picture(c) => {
                    opener = opener.or(Some(c));
                    at = next;
                }
                Seen::Character(c) if c.is_numeric() => break Next::Digit(place),
                Seen::Character(c) if c.is_lowercase() => {
                    break if is_brand(&view.text[place..]) { Next::Brand } else { Next::Small };
                }
                Seen::Character(c) if c.is_alphabetic() => break Next::Capital(place),
                Seen::Character(_) => break Next::Mark,
            }
        };
        Following { next, at, opener }
    }
}

/// Whether a word or sign between quotation marks begins a sentence that goes on in small letters, as its subject: « "none"
/// remplace la parenthèse », « "&" annonce le type ».
pub(super) fn is_quoted_subject(view: &View<'_>, following: &Following) -> bool {
    const LONGEST: usize = 40;
    let closing = match (following.next, following.opener) {
        (Next::Small | Next::Mark, Some('"')) => '"',
        (Next::Small | Next::Mark, Some('«')) => '»',
        (Next::Small | Next::Mark, Some('“')) => '”',
        _ => return false,
    };
    // The mark that opens is the last before what follows.
    let opened = view.text[..following.at].trim_end().ends_with(['"', '«', '“']);
    let rest = &view.text[following.at..];
    let Some(length) = rest.char_indices().take(LONGEST).find(|(_, c)| *c == closing).map(|(at, _)| at)
    else {
        return false;
    };
    let inside = rest[..length].trim_end();
    let mut behind = rest[length + closing.len_utf8()..].chars();
    opened
        && !inside.is_empty()
        && !inside.contains([',', ';', '!', '?', '…'])
        && !inside.ends_with('.')
        && behind.next() == Some(' ')
        && behind.next().is_some_and(char::is_lowercase)
}

/// Whether a sign stands right before a number.
fn is_sign(view: &View<'_>, behind: usize) -> bool {
    view.text[behind..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether code between backticks that nobody read as markup begins at `at`: plain text has it too.
fn is_code(view: &View<'_>, at: usize) -> bool {
    const LONGEST: usize = 120;
    let bytes = view.text.as_bytes()[at..].iter().take(LONGEST);
    let mut inside = bytes.skip_while(|&&byte| byte == b'`');
    inside.next().is_some_and(|first| !first.is_ascii_whitespace()) && inside.any(|&byte| byte == b'`')
}

/// Whether a text begins with a word of small letters and then a capital.
fn is_brand(text: &str) -> bool {
    const LONGEST: usize = 12;
    let mut letters = text.chars().take(LONGEST).skip_while(|c| c.is_lowercase());
    letters.next().is_some_and(char::is_uppercase)
}

/// Whether the word at `at` opens sentences. One letter does only where it is elided (`L’eau`) or whole
/// (`À`, `Y`): `J.` is an initial.
pub(super) fn opens(view: &View<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let word = word_at(view, at);
    let behind = view.text[at + word.len()..].chars().next().unwrap_or(' ');
    let one = word.chars().count() == 1;
    lexicon.opens(word)
        && (!one
            || is_apostrophe(behind)
            || (behind.is_whitespace() && matches!(word, "À" | "A" | "Y" | "Ô")))
}

/// Whether the word at `at` tells readers what to do: « Tournez-les », but not « Tirez-Vial ».
pub(super) fn commands(view: &View<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let word = word_at(view, at);
    let mut behind = view.text[at + word.len()..].chars();
    let is_joined = matches!(behind.next(), Some('-' | '‑')) && behind.next().is_some_and(char::is_uppercase);
    lexicon.commands(word) && !is_joined
}

/// The letters of the word that begins at `at`.
pub(super) fn word_at<'t>(view: &View<'t>, at: usize) -> &'t str {
    let rest = &view.text[at..];
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    &rest[..end]
}

/// Whether the word behind the one at `at` has a capital: « Le Goff ».
pub(super) fn second_word_is_capital(view: &View<'_>, at: usize) -> bool {
    let rest = view.text[at + word_at(view, at).len()..].trim_start_matches(['\'', '’']);
    let mut letters = rest.trim_start().chars();
    // « Le A est rare »: one letter is no name.
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(|next| next.is_alphanumeric() || is_apostrophe(next) || next == '.')
}

/// Whether `[...]` or `(…)` follows, and then a sentence: it stands for sentences left out.
pub(super) fn is_omission(view: &View<'_>, end: usize) -> bool {
    if !view.text[end..].trim_start().starts_with(['[', '(', '\\']) {
        return false;
    }
    // Markdown escapes brackets.
    let next = |text: &'_ str| text.trim_start().trim_start_matches('\\').len();
    let text = view.text;
    let behind = |rest: usize, marks: &[&str]| {
        let rest = next(&text[text.len() - rest..]);
        let rest = &text[text.len() - rest..];
        marks.iter().find_map(|mark| rest.strip_prefix(mark)).map(str::len)
    };
    let closed = behind(text.len() - end, &["[", "("])
        .and_then(|rest| behind(rest, &["...", "…"]))
        .and_then(|rest| behind(rest, &["]", ")"]));
    closed.is_some_and(|rest| {
        text[text.len() - rest..]
            .trim_start()
            .starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“'))
    })
}

/// Whether the parenthesis that follows is part of a sentence: one that began before it goes on behind it, or
/// ends there.
pub(super) fn is_aside(view: &View<'_>, end: usize) -> bool {
    const LONGEST: usize = 200;
    let Some(open) = memchr::memchr(b'(', &view.text.as_bytes()[end..]) else { return false };
    let Some(close) = closing_parenthesis(&view.text[end + open..], LONGEST) else { return false };
    let rest = view.text[end + open + close + 1..].trim_start();
    let Some(first) = rest.chars().next() else { return false };
    matches!(first, '.' | ',' | ';' | ':')
        || (first.is_lowercase() && !is_brand(rest) && !address::begins(first, rest))
}

/// Whether a note call in parentheses follows, and nothing behind it: « (1) », « (*) ».
pub(super) fn is_last_note(view: &View<'_>, end: usize) -> bool {
    const LONGEST: usize = 3;
    let rest = view.text[end..].trim();
    rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(|call| {
        (1..=LONGEST).contains(&call.len()) && call.bytes().all(|byte| byte.is_ascii_digit() || byte == b'*')
    })
}

/// Whether the stop is that of an article of a law with its star: « R.* 421-1 », « R*. 421-1 », in Markdown « R.\* 421-1 ».
pub(super) fn is_article_of_law(view: &View<'_>, stop: usize, next: Next) -> bool {
    let (before, behind) = (&view.text[..stop], &view.text[stop + 1..]);
    let is_starred = behind.starts_with('*') || behind.starts_with("\\*");
    let starred = before.strip_suffix("\\*").or_else(|| before.strip_suffix('*'));
    let part = starred.or_else(|| is_starred.then_some(before));
    let is_letter = |part: &str| {
        let name = part.trim_end_matches(['L', 'R', 'D', 'A']);
        part.len() == name.len() + 1 && !name.ends_with(char::is_alphanumeric)
    };
    matches!(next, Next::Digit(at) if is_compound(view, at)) && part.is_some_and(is_letter)
}

/// Whether the number at `at` has parts: « L. 121-3 ».
pub(super) fn is_compound(view: &View<'_>, at: usize) -> bool {
    view.text[at + word_at(view, at).len()..].starts_with(['-', '‑'])
}

/// Whether a Roman number and the number of a verse, a line or a page begin at `at`: « V, 3 ».
pub(super) fn is_book_and_verse(view: &View<'_>, at: usize) -> bool {
    let book = word_at(view, at);
    let rest = &view.text[at + book.len()..];
    is_roman(book)
        && rest
            .strip_prefix([',', ':'])
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the number at `at` is that of an item: `2° Fermer`, `2) Fermer`.
pub(super) fn is_item(view: &View<'_>, at: usize) -> bool {
    let rest = view.text[at..].trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(rest) = rest.strip_prefix(['°', 'º', ')']) else { return false };
    let behind = rest.trim_start();
    behind.len() < rest.len() && behind.starts_with(|c: char| c.is_uppercase() || c == '«')
}

/// Whether a capital alone, then a word in small letters, begin at `at`: « R.E.R. B est en panne ».
pub(super) fn is_letter_of_line(view: &View<'_>, at: usize) -> bool {
    let rest = &view.text[at..];
    let behind = rest.trim_start_matches(char::is_uppercase);
    let text = behind.trim_start();
    rest.len() - behind.len() == rest.chars().next().map_or(0, char::len_utf8)
        && text.len() < behind.len()
        && text.starts_with(char::is_lowercase)
}

/// Whether the number at `at` has its unit behind it, too: « 7 h. 9 h suffit », but not « 18 h. 30 ».
pub(super) fn is_measured_alike(view: &View<'_>, at: usize, unit: &str) -> bool {
    let rest = view.text[at..].trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.trim_start();
    let Some(behind) = behind.strip_prefix(unit) else { return false };
    !unit.is_empty() && !behind.starts_with(char::is_alphanumeric)
}

/// Whether up to three words with capitals, and then one of the `ends` or nothing, begin at `at`.
pub(super) fn is_name_alone(view: &View<'_>, mut at: usize, ends: &[char]) -> bool {
    const WORDS: usize = 3;
    for _ in 0..WORDS {
        let rest = &view.text[at..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '‑' | '\'' | '’'));
        let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
        // « Validez. » and « Taisez-vous ! » are no names.
        let last = word.rsplit(['-', '‑']).next().unwrap_or(word);
        let names = |part: &str| part.starts_with(char::is_uppercase);
        if !names(word) || !names(last) || word.ends_with("ez") {
            return false;
        }
        let text = behind.trim_start();
        if text.is_empty() || text.starts_with(ends) {
            return true;
        }
        if text.len() == behind.len() {
            return false;
        }
        at = view.text.len() - text.len();
    }
    false
}

/// Whether the word at `at` says what a colon behind it gives: « Prix : 8 € ».
pub(super) fn is_before_colon(view: &View<'_>, at: usize) -> bool {
    view.text[at + word_at(view, at).len()..].trim_start().starts_with(':')
}

/// Whether an apostrophe joins the word at `at` to the next.
pub(super) fn is_elided(view: &View<'_>, at: usize) -> bool {
    view.text[at + word_at(view, at).len()..].starts_with(is_apostrophe)
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}
