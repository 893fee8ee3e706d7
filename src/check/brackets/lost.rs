//! Quotations of the French that have no marks at all in the translation, and need some.
//!
//! Other languages have more ways to set words apart, and do without in more places: so most of it is what may be.

use super::RULE;
use super::shown::is_shown;
use super::titles::is_title;
use crate::check::lists::Words;
use crate::check::scan::{BRACKET, MARK, OPAQUE, Text, Word};
use crate::check::{Pair, Problem, Shared, quoted_names};
use crate::text::Span;

/// The French quotes and the translation doesn't: no mark, no dash, no italics.
pub(super) fn report(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if !has_quotes(&pair.source.text) {
        return;
    }
    let prose: &str = &pair.source.text.prose;
    let (longest, place) = longest_quotation(prose);
    let begin = place.start;
    // `""` and `","` have no words that a translation would quote.
    if longest == 0 {
        return;
    }
    // A word in guillemets is a name, or kept at a distance: each language does that its own way. One in the
    // marks of the keyboard is most often a label or a value, and stays quoted, as does a word that is spoken of.
    let is_name = longest == 1 && !prose.contains('"') && !is_word_itself(&prose[..begin]);
    let is_title = is_title(&pair.source.text, longest, &place);
    let problem =
        Problem::warning(RULE, 0..0, "the French quotes, and the translation has no quotation marks")
            .of_french(place.clone())
            .help("put the quoted words in quotation marks, if they are quoted here too")
            .shared(if is_title { Shared::Style(0) } else { Shared::Taste(0) });
    let is_name = || is_name || is_kept_name(pair, &place) || is_set_as_name(pair, longest, &place);
    // What is not told of this translation may still show that translators do without.
    let keeps_marks = || pair.target.language != "en" && !is_key(prose, &place) && is_shown(prose, &place);
    let is_silent =
        quotes_otherwise(pair) || (is_name() || is_taste(pair, longest, &prose[..begin])) && !keeps_marks();
    problems.push(if is_silent { problem.silent() } else { problem });
}

/// Whether one letter is quoted, or what is written on a key: la touche « A ».
fn is_key(prose: &str, place: &Span) -> bool {
    let quoted = prose[place.clone()].chars().filter(|c| c.is_alphanumeric());
    let before = prose[..place.start].trim_end();
    before.ends_with("touche") || before.ends_with("touches") || quoted.take(2).count() < 2
}

/// Whether a quotation mark of the French opens somewhere.
fn has_quotes(text: &Text<'_>) -> bool {
    let raw = text.raw.as_bytes();
    text.has(BRACKET)
        && memchr::memchr3_iter(b'"', 0xC2, 0xE2, raw).any(|at| {
            let sign = &raw[at..];
            sign[0] == b'"' || ["«", "“", "„"].iter().any(|mark| sign.starts_with(mark.as_bytes()))
        })
}

/// The words of the longest passage between quotation marks of the French, and where it stands with its marks.
fn longest_quotation(prose: &str) -> (usize, Span) {
    const MARKS: [char; 5] = ['«', '»', '“', '”', '"'];
    let is_word = |word: &&str| word.contains(|c: char| c.is_alphanumeric() || c == MARK || c == OPAQUE);
    let mut longest = (0, 0..0);
    let mut rest = prose;
    while let Some(begin) = rest.find(['«', '“', '"']) {
        let mark = rest[begin..].chars().next().map_or(1, char::len_utf8);
        let inner = &rest[begin + mark..];
        let end = inner.find(MARKS).unwrap_or(inner.len());
        let close = inner[end..].chars().next().map_or(0, char::len_utf8);
        let words = inner[..end].split_whitespace().filter(is_word).count();
        if words > longest.0 {
            let begin = prose.len() - rest.len() + begin;
            longest = (words, begin..begin + mark + end + close);
        }
        rest = &inner[end + close..];
    }
    longest
}

/// Whether what is quoted is a name of words with capitals, which the translation has without marks: le « New York
/// Times », and « La Dépêche du Midi » with an article of its own.
fn is_kept_name(pair: &Pair<'_>, place: &Span) -> bool {
    const SMALL: usize = 3;
    let quoted = pair.source.text.prose[place.clone()].trim_matches(|c: char| !c.is_alphanumeric());
    let bare = ["Le ", "La ", "Les ", "L'", "L’"].iter().find_map(|article| quoted.strip_prefix(article));
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_small = |word: &str| word.chars().nth(SMALL).is_none();
    let before = pair.source.text.prose[..place.start].trim_end();
    let article = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_behind_article = matches!(article, "le" | "Le" | "la" | "La" | "au" | "Au" | "du");
    let is_name =
        |name: &str| name.split_whitespace().all(is_capital) && pair.translation.prose.contains(name);
    let is_titled = |name: &str| {
        is_capital(name)
            && name.split_whitespace().all(|word| is_capital(word) || is_small(word))
            && pair.translation.prose.contains(quoted)
    };
    is_behind_article && is_name(bare.unwrap_or(quoted))
        || bare.is_some_and(is_titled)
        || is_of_french(quoted)
            && quoted_names::in_translation(pair).any(|name| pair.translation.prose[name] == *quoted)
}

/// Whether a name is a French one, which is kept by those who leave it as it is: Les Amis de la forêt.
fn is_of_french(name: &str) -> bool {
    const SMALL: [&str; 10] = ["à", "au", "aux", "de", "des", "du", "en", "et", "pour", "sans"];
    const ELIDED: [&str; 4] = ["d'", "d’", "l'", "l’"];
    name.split_whitespace()
        .any(|word| SMALL.contains(&word) || ELIDED.iter().any(|elided| word.starts_with(elided)))
}

/// Whether capitals set the quoted words apart, as they do a title or what is written on a button, where the French has
/// one at the beginning: « Le Rouge et le Noir » is The Red and the Black.
fn is_set_as_name(pair: &Pair<'_>, words: usize, place: &Span) -> bool {
    const LONGEST: usize = 8;
    let (french, text) = (&pair.source.text, &pair.translation);
    let quoted = french.prose[place.clone()].trim_matches(|c: char| !c.is_alphanumeric());
    // A label or a value, which is translated; a name is kept.
    if french.prose[place.clone()].starts_with('"') && !text.prose.contains(quoted) {
        return false;
    }
    let is_spoken = french.prose[..place.start].trim_end().ends_with(':') || place.start == 0;
    // German writes each noun so.
    if words > LONGEST || is_spoken || !quoted.starts_with(char::is_uppercase) || pair.target.language == "de"
    {
        return false;
    }
    // The first word of a sentence has its capital for that.
    let begins = |word: &Word| {
        let before =
            text.prose[..word.span().start].trim_end_matches(|c: char| !c.is_alphanumeric() && !is_end(c));
        before.is_empty() || before.ends_with(is_end)
    };
    let is_new = |word: &Word| {
        let written = text.word(word);
        word.capital && !pair.source.has(word) && written.contains(char::is_lowercase) && !begins(word)
    };
    if pair.target.language != "en" {
        return text.words.iter().any(is_new);
    }
    // English has capitals on days and peoples, too; a title has them on all but its small words.
    const SMALL: usize = 3;
    let is_small = |word: &Word| !word.capital && word.span().len() <= SMALL;
    text.words
        .iter()
        .enumerate()
        .filter(|(_, word)| is_new(word))
        .any(|(at, _)| text.words[at + 1..].iter().find(|word| !is_small(word)).is_some_and(is_new))
}

/// Whether a sentence ends with this mark.
fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ':' | '…')
}

/// Whether what is quoted behind these words is a word as such: le mot « pont ».
fn is_word_itself(before: &str) -> bool {
    const WORDS: [&str; 8] = ["mot", "mots", "terme", "termes", "adjectif", "verbe", "préfixe", "suffixe"];
    let last = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    WORDS.contains(&last)
}

/// Whether a dash, single marks, italics or the like may set the quoted words apart: each counts where the French has
/// fewer of them, as those that it has for something else stand in the translation, too.
fn quotes_otherwise(pair: &Pair<'_>) -> bool {
    const DASHES: [&str; 4] = ["–", "—", "―", " - "];
    let (raw, french) = (pair.translation.raw, pair.source.text.raw);
    let count =
        |text: &str, signs: &[&str]| signs.iter().map(|sign| text.matches(sign).count()).sum::<usize>();
    let has_more = |signs: &[&str]| {
        let here = count(raw, signs);
        here > 0 && here > count(french, signs)
    };
    // Before the words that say who speaks, Russian has a dash beside quotation marks, too.
    let has_dash = match pair.target.language.as_str() {
        "ru" | "uk" | "be" => raw.starts_with(['–', '—', '―']),
        _ => raw.starts_with('-') || has_more(&DASHES),
    };
    // Programs in Chinese and Japanese name what is on the screen so: [保存]をクリックします.
    let in_brackets =
        || pair.target.script.is_unspaced() && raw.contains(['[', '［', '【']) && !french.contains('[');
    has_dash
        || has_more(&["*", "_"])
        || has_more(&["`"])
        || raw.contains(['‚', '「', '｢', '『', '《', '〈', '‹'])
        || in_brackets()
        || single_marks(raw) > single_marks(french)
}

/// How many single marks may open a quotation: an apostrophe stands inside a word, or at its end (l'album, Sony'nin, the
/// boys' school).
fn single_marks(raw: &str) -> usize {
    let opens = |(at, _): &(usize, &str)| {
        let before = raw[..*at].chars().next_back();
        let after = raw[*at..].chars().nth(1);
        // Also before a placeholder: '%s'.
        !before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | '$' | '{'))
    };
    // One alone ends what it begins with a word: kadar 'e.
    let marks = || raw.match_indices(['\'', '‘', '’', '׳']);
    if marks().nth(1).is_none() { 0 } else { marks().filter(opens).count() }
}

/// Whether the language often does without quotation marks where French has them round so many words, behind these.
fn is_taste(pair: &Pair<'_>, longest: usize, before: &str) -> bool {
    let before = before.trim_end();
    match pair.target.language.as_str() {
        // Reported speech goes without quotation marks in the press of these languages, but not where a colon opens it.
        "es" | "pt" => {
            let is_spoken = before.is_empty() || before.ends_with("que");
            let was_opened = before.ends_with(':') && !pair.translation.raw.contains(':');
            longest >= 4 && (is_spoken || was_opened)
        }
        "en" => longest >= 4 && reports(&pair.translation),
        "ar" => matches!(longest, 2..=3),
        _ => false,
    }
}

/// Whether English says what somebody said in words of its own: said he had, admits that she is.
fn reports(text: &Text<'_>) -> bool {
    static SAYS: Words = Words::of("says");
    const WHAT: [&str; 12] =
        ["that", "he", "she", "it", "they", "there", "his", "her", "its", "their", "him", "them"];
    text.words.windows(3).any(|three| {
        let [says, what, next] = three else { return false };
        let is_blank =
            |first: &Word, second: &Word| text.prose[first.span().end..second.span().start] == *" ";
        // *I saw nothing, said he.*
        SAYS.has(text.word(says))
            && WHAT.contains(&text.word(what))
            && is_blank(says, what)
            && is_blank(what, next)
    })
}
