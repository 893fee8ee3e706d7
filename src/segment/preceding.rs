//! What stands before a mark: the word, and what kind of word it looks like.

use super::sentence::Sentence;
use super::view::{Seen, View};

/// A word before a mark.
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) begin: usize,
    pub(super) end: usize,
    /// The letters that an apostrophe joins to it: `l`, `d`, `qu`; else nothing.
    pub(super) elided: &'t str,
}

impl<'t> Word<'t> {
    /// The word right before the mark at `stop`. Markup may close between the two.
    pub(super) fn before(view: &View<'t>, sentence: &Sentence<'_, 't>, stop: usize) -> Word<'t> {
        const LONGEST: usize = 48;
        let mut begin = stop;
        let mut end = stop;
        let mut elided = "";
        while let (Seen::Character(c), before) = view.backward(begin) {
            if begin == stop {
                end = before + c.len_utf8();
            }
            if matches!(c, '\'' | '’' | 'ʼ') {
                elided = last_word(&view.text[sentence.start.min(before)..before]);
                break;
            }
            let inside = c.is_alphanumeric()
                || matches!(c, '.' | '-' | '‑' | '°' | '^' | '_' | '/' | '@' | '€' | '§' | '&');
            if !inside || stop - before > LONGEST || before < sentence.start {
                break;
            }
            begin = before;
        }
        let end = end.max(begin);
        Word { text: &view.text[begin..end], begin, end, elided }
    }

    /// Whether what an apostrophe joins to it stands behind a space: `JS.A'notes` is no text.
    pub(super) fn is_whole(&self, view: &View<'t>, sentence: &Sentence<'_, 't>) -> bool {
        if self.elided.is_empty() {
            return true;
        }
        let joined = view.text[sentence.start.min(self.begin)..self.begin].trim_end_matches(['\'', '’', 'ʼ']);
        let rest = joined.strip_suffix(self.elided).unwrap_or(joined);
        rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’'))
    }

    /// The word before this one.
    pub(super) fn previous(&self, view: &View<'t>, sentence: &Sentence<'_, 't>) -> &'t str {
        last_word(view.text[sentence.start.min(self.begin)..self.begin].trim_end())
    }

    /// The word before this one, be it an abbreviation too.
    pub(super) fn previous_short(&self, view: &View<'t>, sentence: &Sentence<'_, 't>) -> &'t str {
        let before = view.text[sentence.start.min(self.begin)..self.begin].trim_end();
        last_word(before.strip_suffix('.').unwrap_or(before))
    }

    /// Whether a number stands before it.
    pub(super) fn is_after_number(&self, view: &View<'_>) -> bool {
        const SPACES: usize = 2;
        let mut at = self.begin;
        for _ in 0..=SPACES {
            match view.backward(at) {
                (Seen::Character(c), before) if c.is_whitespace() => at = before,
                (Seen::Character(c), _) => return c.is_ascii_digit(),
                _ => return false,
            }
        }
        false
    }

    /// The word, without its stop, that the number before this one belongs to: `p` of « p. 12-14 sq. », `7` of
    /// « Lettres, 7, 3 sq. »
    pub(super) fn counted(&self, view: &View<'t>, sentence: &Sentence<'_, 't>) -> &'t str {
        let before = view.text[sentence.start.min(self.begin)..self.begin].trim_end();
        let before =
            before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–')).trim_end();
        last_word(before.strip_suffix(['.', ',']).unwrap_or(before))
    }

    /// Whether it is a number that follows `n°`.
    pub(super) fn is_after_number_sign(&self, view: &View<'_>) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
            && view.text[..self.begin].trim_end().ends_with(['°', 'º'])
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The letters and digits at the end of a text.
pub(super) fn last_word(text: &str) -> &str {
    let from = text
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    &text[from..]
}

/// Whether a key follows that is pressed with one that has a name: « Ctrl+C », « Alt+Tab », not « Canal+M. Roux ».
pub(super) fn is_pressed(before: &str) -> bool {
    const KEYS: &str = "Alt AltGr Cmd Command Commande Control Contrôle Ctl Ctrl Del Début Enter Entrée Esc Espace Fin Fn \
        Maj Majuscule Meta Opt Option Shift Suppr Tab Win Windows Échap";
    before.strip_suffix('+').is_some_and(|before| {
        let key = last_word(before);
        KEYS.split(' ').any(|name| name.eq_ignore_ascii_case(key))
    })
}

/// `J`, `J.-P`, `É`: one capital, or several with hyphens; those beside a hyphen may be of two letters, `Ch.-L`,
/// `J.-Cl`.
pub(super) fn is_initial(word: &str) -> bool {
    let mut parts = word.split(['-', '‑']);
    parts.all(|part| {
        let bare = part.strip_suffix('.').unwrap_or(part);
        let mut letters = bare.chars();
        let is_capital = letters.next().is_some_and(char::is_uppercase);
        let is_short = || bare.len() < part.len() || word.contains(".-");
        is_capital
            && match letters.next() {
                None => true,
                Some(second) => letters.next().is_none() && second.is_lowercase() && is_short(),
            }
    })
}

/// `U.R.S.S`, `P.S`: capitals with stops between.
pub(super) fn is_acronym(word: &str) -> bool {
    let mut parts = 0;
    word.split('.').all(|part| {
        parts += 1;
        (1..=2).contains(&part.chars().count()) && part.chars().next().is_some_and(char::is_uppercase)
    }) && parts >= 2
}

/// Several letters, all of them capitals.
pub(super) fn is_in_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// A word in capitals with small letters behind the first one.
pub(super) fn capitalised(word: &str) -> String {
    let first = word.chars().next().map_or(0, char::len_utf8);
    word[..first].to_owned() + &word[first..].to_lowercase()
}

/// One small letter that is no word by itself.
pub(super) fn is_small_consonant(word: &str) -> bool {
    matches!(word.as_bytes(), [letter] if letter.is_ascii_lowercase() && !VOWELS.contains(letter))
}

/// Capitals of a Roman number.
pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'))
}

/// `B12`, `C4`: a capital and digits.
pub(super) fn is_lettered(word: &str) -> bool {
    let digits = word.trim_start_matches(char::is_uppercase);
    !digits.is_empty()
        && word[..word.len() - digits.len()].chars().count() == 1
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `bcp`, `Ps`: a short word that nobody could say. Capitals throughout are a name.
pub(super) fn has_no_vowel(word: &str) -> bool {
    const LONGEST: usize = 5;
    word.len() >= 2
        && word.len() <= LONGEST
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && !word.bytes().any(|byte| VOWELS.contains(&byte.to_ascii_lowercase()))
}

const VOWELS: &[u8] = b"aeiouy";
