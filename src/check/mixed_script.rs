//! Words of two alphabets: a letter that only looks right (`а` of Cyrillic in a Latin word).

use super::scan::WIDE;
use super::script::{Script, script};
use super::{Pair, Problem};
use crate::diagnostic::Severity;
use crate::text::block::{Block, Places};

const RULE: &str = "mixed-script";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text = &pair.translation;
    if !text.has(WIDE) {
        return;
    }
    if pair.target.script == Script::Arabic {
        letter_of_neighbour(pair, problems);
    }
    if pair.target.script == Script::Hangul {
        lone_part_of_syllable(pair, problems);
    }
    if matches!(pair.target.script, Script::Arabic | Script::Hebrew | Script::Kana) {
        letter_inside_word(pair, problems);
    }
    if memchr::memchr(CAPITAL, text.prose.as_bytes()).is_some() {
        capital_for_small(pair, problems);
    }
    if !may_mix(&text.prose) {
        return;
    }
    for word in text.words.iter().filter(|word| !word.ascii && word.script.has_lookalikes()) {
        let written = text.word(word);
        if let Some((at, c)) = wide_letter(written) {
            let span = word.span().start + at..word.span().start + at + c.len_utf8();
            problems.push(
                Problem::error(RULE, span, format!("“{c}” in “{written}” is a letter of double width"))
                    .help("type the word again: searching doesn't find it"),
            );
        } else if let Some((at, c)) = foreign_letter(written, word.script) {
            if pair.source.text.raw.contains(written) || is_times(written, at, pair.source.text.raw) {
                continue;
            }
            let begin = word.span().start + at;
            let here = script(c);
            let others = written.chars().map(script).find(|other| *other != here && other.has_lookalikes());
            let (here, there) = (here.name(), others.unwrap_or(word.script).name());
            let is_meant = marks_stress(c, word.script) || has_ending(written, word.script);
            let severity = if is_meant { Severity::Warning } else { Severity::Error };
            let message = format!("“{c}” in “{written}” is a {here} letter among {there} ones");
            problems.push(
                Problem::new(RULE, severity, begin..begin + c.len_utf8(), message)
                    .help("type the word again in one alphabet: readers see no difference, searching and reading aloud do"),
            );
        }
    }
}

/// A consonant or vowel of Korean by itself between two syllables, where a key was struck twice: 시ㅈ장.
fn lone_part_of_syllable(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text: &str = &pair.translation.prose;
    let is_syllable = |c: Option<char>| c.is_some_and(|c| matches!(c, '가'..='힣'));
    // The first byte of these parts, and of many signs.
    for at in memchr::memchr_iter(0xE3, text.as_bytes()) {
        let Some(part) = text[at..].chars().next().filter(|c| matches!(c, 'ㄱ'..='ㅣ')) else { continue };
        let (before, behind) = (text[..at].chars().next_back(), text[at..].chars().nth(1));
        if is_syllable(before) && is_syllable(behind) && !pair.source.text.raw.contains(part) {
            let message = format!("“{part}” stands by itself inside a word");
            let help = "delete it, or write the syllable that was meant";
            problems.push(Problem::warning(RULE, at..at + part.len_utf8(), message).help(help));
            return;
        }
    }
}

/// A small Latin letter inside a word of Arabic or Hebrew, or between two signs of hiragana: おおaって. The letter of a formula
/// stands in the French, too.
fn letter_inside_word(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Letters that are looked at: for each, the French is.
    const MOST: usize = 16;
    let (text, own) = (&pair.translation, pair.target.script);
    let is_inside = |c: Option<char>| match own {
        Script::Kana => c.is_some_and(|c| matches!(c, 'ぁ'..='ゖ')),
        _ => c.is_some_and(|c| script(c) == own && c.is_alphabetic()),
    };
    let prose: &str = &text.prose;
    let is_lone =
        |three: &[u8]| !three[0].is_ascii() && three[1].is_ascii_lowercase() && !three[2].is_ascii();
    let windows = prose.as_bytes().windows(3).enumerate();
    let letters = windows.filter(|(_, three)| is_lone(three)).map(|(before, _)| before + 1).take(MOST);
    for at in letters {
        let (before, behind) = (prose[..at].chars().next_back(), prose[at + 1..].chars().next());
        let letter = &prose[at..=at];
        if is_inside(before) && is_inside(behind) && !pair.source.text.has_word(|word| word == letter) {
            let message = format!("“{letter}” stands inside a word of other letters");
            problems.push(
                Problem::error(RULE, at..at + 1, message)
                    .help("delete it, or write the letter that was meant"),
            );
            return;
        }
    }
}

/// Letters of Arabic in Persian and Urdu, or the reverse: they look alike in most places, and keyboards have the one or
/// the other.
fn letter_of_neighbour(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    const ARABIC: [&str; 2] = ["ك", "ي"];
    const PERSIAN: [&str; 2] = ["ک", "ی"];
    let is_arabic = match pair.target.language.as_str() {
        "ar" => true,
        "fa" | "ur" => false,
        _ => return,
    };
    let (wrong, own) = if is_arabic { (PERSIAN, ARABIC) } else { (ARABIC, PERSIAN) };
    let prose = pair.translation.prose.as_bytes();
    let letters = wrong.into_iter().zip(own);
    let found = letters
        .filter_map(|(letter, own)| Some((memchr::memmem::find(prose, letter.as_bytes())?, letter, own)));
    let Some((at, letter, own)) = found.min() else { return };
    let (here, there) = if is_arabic { ("Persian", "Arabic") } else { ("Arabic", "Persian") };
    problems.push(
        Problem::warning(RULE, at..at + letter.len(), format!("“{letter}” is the {here} form of the letter"))
            .help(format!("write “{own}”, the {there} one: searching tells them apart")),
    );
}

/// It looks like a small L.
const CAPITAL: u8 = b'I';

/// A capital I among the small letters of a word: `řemesIník`. Names of programs have such capitals (`appIndex`), but not
/// letters with accents.
fn capital_for_small(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text = &pair.translation;
    for word in text.words.iter().filter(|word| !word.ascii && word.script == Script::Latin) {
        let written = text.word(word);
        let Some(at) = memchr::memchr(CAPITAL, written.as_bytes()) else { continue };
        let is_small = |part: &str| part.chars().all(char::is_lowercase);
        let before = written[..at]
            .chars()
            .next()
            .map_or("", |first| &written[first.len_utf8()..at.max(first.len_utf8())]);
        let behind = &written[at + 1..];
        // Women are named with men so: SchülerInnen.
        let is_ending = behind.starts_with('n') && matches!(pair.target.language.as_str(), "de" | "lb");
        if at > 0
            && is_small(before)
            && is_small(behind)
            // nIodáil is good Irish.
            && !before.is_empty()
            && !is_ending
            && !pair.source.text.raw.contains(written)
        {
            let begin = word.span().start + at;
            let message = format!("“I” in “{written}” is a capital letter among small ones");
            problems.push(
                Problem::warning(RULE, begin..begin + 1, message)
                    .help("write a small L, if that is meant: the eye sees no difference"),
            );
        }
    }
}

/// Whether a byte stands in a text that may begin a Greek, Cyrillic or Armenian letter, or one of another width: without
/// one, all letters are Latin.
fn may_mix(text: &str) -> bool {
    let which = |block: &Block| {
        let begins =
            block.within(0xCD, 0xD6) | block.within(0xE1, 0xE2) | block.equal(0xEA) | block.equal(0xEF);
        begins & !block.punctuation()
    };
    Places::new(text, which).next().is_some()
}

/// A letter of double width among others that are not.
fn wide_letter(word: &str) -> Option<(usize, char)> {
    let is_wide = |c: char| matches!(c, '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}');
    let found = word.char_indices().find(|&(_, c)| is_wide(c))?;
    word.chars().any(|c| c.is_ascii_alphabetic()).then_some(found)
}

/// Whether a Latin vowel with an accent may show the stress of a Cyrillic word (`бóльшая`), as many type it.
fn marks_stress(letter: char, word: Script) -> bool {
    word == Script::Cyrillic && matches!(letter, 'á' | 'é' | 'ó' | 'ý' | 'Á' | 'É' | 'Ó' | 'Ý')
}

/// Whether the letter at this place of a word may stand for the sign of multiplication between two words, as in the French:
/// « LARGEUR×HAUTEUR » → ШИРИНАxВЫСОТА.
fn is_times(word: &str, at: usize, french: &str) -> bool {
    const SHORTEST: usize = 3;
    let Some((before, behind)) = word[at..].strip_prefix('x').map(|behind| (&word[..at], behind)) else {
        return false;
    };
    let is_between_words = || {
        let (left, right) = french.split_once('×').unwrap_or_default();
        let (left, right) = (left.trim_end(), right.trim_start());
        left.ends_with(char::is_alphabetic) && right.starts_with(char::is_alphabetic)
    };
    [before, behind].iter().all(|part| part.chars().count() >= SHORTEST) && is_between_words()
}

/// Whether a Latin word has an ending in Cyrillic letters, one of which at least looks like no Latin one: `modпаки` has not,
/// `modpackів` has.
fn has_ending(word: &str, first: Script) -> bool {
    const LOOKALIKES: &str = "аеорсухіјѕԁһкмтгпи";
    let ending = word.trim_start_matches(|c| script(c) == Script::Latin);
    first == Script::Latin
        && ending.chars().all(|c| script(c) == Script::Cyrillic)
        && word.len() - ending.len() >= 4
        && ending.chars().any(|c| !LOOKALIKES.contains(c))
}

/// Whether a Greek letter before or after a word in another alphabet is one of science: ΔПС, λКривая, and Tβ and IFNβ, where
/// no small letter stands. Others are taken for letters of the alphabet that they look like: the β of groß, the φ of формат.
fn is_science(word: &str) -> bool {
    const SIGNS: &str = "ΔΣΩΨΞγδζλμξψω";
    let mut greek = word.char_indices().filter(|(_, c)| script(*c) == Script::Greek);
    let (Some((at, sign)), None) = (greek.next(), greek.next()) else { return false };
    let is_at_end = at == 0 || at + sign.len_utf8() == word.len();
    let has_small = || word.chars().any(|c| script(c) != Script::Greek && c.is_lowercase());
    is_at_end && (SIGNS.contains(sign) || word.chars().count() == 2 || sign.is_lowercase() && !has_small())
}

/// A letter of another alphabet; of the two the rarer one, as that is the slip.
fn foreign_letter(word: &str, first: Script) -> Option<(usize, char)> {
    let (mut same, mut other) = (0, 0);
    let (mut first_at, mut found) = (None, None);
    for (at, c) in word.char_indices() {
        let here = script(c);
        if here == first {
            same += 1;
            first_at = first_at.or(Some((at, c)));
        } else if here.has_lookalikes() {
            other += 1;
            found = found.or(Some((at, c)));
        }
    }
    if found.is_none() || is_science(word) {
        return None;
    }
    if other > same { first_at } else { found }
}
