//! A translation in another language: pasted into the wrong catalog, or not translated.
//!
//! Short and sure beats long and clever here. Scripts tell most languages apart; among those of one
//! script, the small words do (`the`, `und`, `że`). A language without a list of them is never judged by
//! words.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::scan::Text;
use super::script::{Script, script};
use super::{Pair, Problem};

const RULE: &str = "language";

const FUNCTION_WORDS: &str = include_str!("data/function_words.tsv");

struct Vocabulary {
    languages: Vec<&'static str>,
    /// Which languages have the word, a bit each.
    words: FxHashMap<&'static str, u64>,
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let (mut languages, mut words) = (Vec::new(), FxHashMap::default());
        for line in FUNCTION_WORDS.lines().filter(|line| !line.starts_with('#')).take(64) {
            let Some((language, list)) = line.split_once('\t') else { continue };
            let bit = 1 << languages.len();
            languages.push(language);
            for word in list.split(' ') {
                *words.entry(word).or_insert(0) |= bit;
            }
        }
        Vocabulary { languages, words }
    })
}

/// The bit of a language in [`meanings`]; 0 if it has no list.
pub(super) fn bit(language: &str) -> u64 {
    vocabulary().languages.iter().position(|known| *known == language).map_or(0, |at| 1 << at)
}

/// The languages in which `word`, in lower case, is a small word.
pub(super) fn meanings(word: &str) -> u64 {
    vocabulary().words.get(word).copied().unwrap_or(0)
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if by_script(pair, problems) {
        return;
    }
    if matches!(pair.target.script, Script::Latin | Script::Cyrillic | Script::Arabic) {
        by_words(pair, problems);
    }
}

fn push(pair: &Pair<'_>, message: String, problems: &mut Vec<Problem>) {
    problems.push(
        Problem::error(RULE, 0..pair.translation.raw.len(), message)
            .help("put the translation of this language here"),
    );
}

#[derive(Default)]
struct Letters {
    all: usize,
    own: usize,
    kana: usize,
    han: usize,
}

fn letters(text: &Text<'_>, own: Script) -> Letters {
    let mut letters = Letters::default();
    for word in &text.words {
        let written = text.word(word);
        if written.is_ascii() {
            letters.all += written.len();
            letters.own += if own == Script::Latin { written.len() } else { 0 };
            continue;
        }
        for c in written.chars() {
            let here = script(c);
            if here == Script::Common {
                continue;
            }
            letters.all += 1;
            letters.kana += usize::from(here == Script::Kana);
            letters.han += usize::from(here == Script::Han);
            letters.own += usize::from(here == own || own == Script::Hangul && here == Script::Han);
        }
    }
    letters
}

/// Told by its script; true if that settles the matter.
fn by_script(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    let own = pair.target.script;
    if own == Script::Other || own == Script::Common {
        return true;
    }
    let text = &pair.translation;
    if own == Script::Latin && text.words.iter().all(|word| word.script == Script::Latin) {
        return false;
    }
    let found = letters(text, own);
    // A name or two in another script is no other language: it takes a short sentence to be sure.
    if found.all < 12 {
        return true;
    }
    let own_letters = match own {
        Script::Kana => found.kana + found.han,
        _ => found.own,
    };
    if own_letters * 4 < found.all {
        let share = text.words.iter().filter(|word| !word.capital).count();
        if share >= 3 || found.all - own_letters > 40 || own == Script::Latin {
            push(pair, format!("the text is not written in {} letters", own.name()), problems);
            return true;
        }
    }
    if own == Script::Kana && found.kana == 0 && found.han >= 16 {
        push(pair, "the text has no kana: it is Chinese, not Japanese".to_owned(), problems);
        return true;
    }
    if own == Script::Han && found.kana * 5 > found.han && found.kana >= 5 {
        push(pair, "the text has kana: it is Japanese, not Chinese".to_owned(), problems);
        return true;
    }
    false
}

/// Told by its small words.
fn by_words(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (text, own) = (&pair.translation, pair.target.vocabulary);
    if own == 0 || text.words.len() < 4 {
        return;
    }
    let mut counts = [0_u32; 64];
    let (mut seen, mut own_seen) = (0_u32, 0_u32);
    for word in text.words.iter().filter(|word| !word.capital) {
        let mut bits = meanings(text.word(word));
        if bits == 0 {
            continue;
        }
        seen += 1;
        if bits & own != 0 {
            own_seen += 1;
            continue;
        }
        while bits != 0 {
            counts[bits.trailing_zeros() as usize] += 1;
            bits &= bits - 1;
        }
    }
    // Words that another language has and this one has not, against those that this one has.
    let Some((at, &most)) =
        counts.iter().enumerate().max_by_key(|&(at, count)| (*count, std::cmp::Reverse(at)))
    else {
        return;
    };
    if most >= 3 && most > own_seen * 2 / 3 + 1 && seen >= 4 && u64::from(most) * 8 >= text.words.len() as u64
    {
        let names = vocabulary();
        let name = names.languages.get(at).copied().unwrap_or_default();
        push(pair, format!("the text reads as another language ({name})"), problems);
    }
}
