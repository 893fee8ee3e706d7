//! What a text is told by that is written in other letters than its language is.

use super::chinese::is_chinese;
use super::{RULE, is_set_apart, not_kept, push};
use crate::check::scan::{Text, Word};
use crate::check::script::{Script, script};
use crate::check::{Pair, Problem, vocabulary};
use crate::diagnostic::Severity;

/// What a text is written in.
#[derive(Default)]
struct Letters {
    /// All letters, then those of the language's own script, kana and Chinese characters among them.
    all: usize,
    own: usize,
    kana: usize,
    han: usize,
    /// Words in another script that are no names by their capital.
    small: usize,
}

impl Letters {
    fn of<'w>(text: &Text<'_>, words: impl Iterator<Item = &'w Word>, own: Script) -> Letters {
        let mut letters = Letters::default();
        for word in words {
            let written = text.word(word);
            letters.small += usize::from(!word.capital && word.script != own);
            if word.ascii {
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

    /// Those of a translation; where these are of another script, without what it kept of the French.
    fn said(pair: &Pair<'_>, own: Script) -> Letters {
        let text = &pair.translation;
        let all = Letters::of(text, text.words.iter(), own);
        if all.own * 4 < all.all { Letters::of(text, not_kept(pair), own) } else { all }
    }

    /// The letters that the language may have.
    fn at_home(&self, own: Script) -> usize {
        match own {
            Script::Kana => self.kana + self.han,
            // Beside kana, the signs of Chinese are those of Japanese.
            Script::Hangul if self.kana >= 4 => self.own - self.han,
            // Chinese words stand among those of Korean, and are no sentence alone.
            Script::Hangul if self.own == self.han => 0,
            _ => self.own,
        }
    }

    /// Whether they are too few to say anything: a name or two in another script is no other language.
    fn are_few(&self) -> bool {
        // A sign of Chinese or Japanese says as much as two or three letters.
        let size = self.all + self.kana + self.han;
        size < 8 || (size < 12 && (self.own > 0 || self.kana + self.han > 0 || self.small < 2))
    }
}

/// Told by its script; true if that settles the matter.
pub(super) fn by_script(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    let own = pair.target.script;
    if own == Script::Other || own == Script::Common {
        return true;
    }
    if own == Script::Latin && pair.translation.words.iter().all(|word| word.script == Script::Latin) {
        return false;
    }
    let found = Letters::said(pair, own);
    if is_phrase_of_signs(pair, own, &found) {
        not_in_letters(pair, own, Severity::Error, problems);
        return true;
    }
    if found.are_few() {
        return true;
    }
    let mut told = |message: &str| push(pair, Severity::Error, message.to_owned(), problems);
    // The words of Japanese begin with the same signs as those of Chinese.
    if own == Script::Han && found.kana * 5 > found.han && found.kana >= 4 {
        told("the text has kana: it is Japanese, not Chinese");
        return true;
    }
    if found.at_home(own) * 4 < found.all
        && let Some(others) = others(pair, own, &found)
    {
        match others {
            Others::Names => {}
            Others::Language(_) if own == Script::Hangul && found.kana >= 4 && found.at_home(own) == 0 => {
                told("the text has kana: it is Japanese, not Korean");
            }
            Others::Language(severity) => not_in_letters(pair, own, severity, problems),
        }
        return true;
    }
    if own == Script::Kana && found.kana == 0 && is_chinese(pair.translation.raw, found.han) {
        told("the text has no kana: it is Chinese, not Japanese");
        return true;
    }
    if own != Script::Latin && foreign_run(pair, problems) {
        return true;
    }
    if own == Script::Latin && is_among_latin_names(pair, &found) {
        not_in_letters(pair, own, Severity::Error, problems);
        return true;
    }
    false
}

/// Whether a text for readers of an alphabet has nothing but signs of Chinese and Japanese: four of them are a phrase;
/// French that has some quotes them.
fn is_phrase_of_signs(pair: &Pair<'_>, own: Script, found: &Letters) -> bool {
    found.all >= 4
        && found.all == found.han + found.kana
        && !own.is_unspaced()
        && own != Script::Hangul
        && pair.source.text.words.iter().all(|word| !word.script.is_unspaced())
}

/// What the letters of other scripts are in a text that has few of its own.
enum Others {
    /// Names in their own script, among a few words of this one.
    Names,
    /// Another language; how sure that is.
    Language(Severity),
}

/// What the other letters are in a text in which they outnumber its own three to one; nothing if they may be one name.
fn others(pair: &Pair<'_>, own: Script, found: &Letters) -> Option<Others> {
    let text = &pair.translation;
    let own_letters = found.at_home(own);
    let is_own = |word: &Word| word.script == own || own == Script::Kana && word.script == Script::Han;
    let words = text.words.iter().filter(|word| !is_own(word) && !word.capital && !pair.source.has(word));
    let other: usize = words.map(|word| text.word(word).chars().count()).sum();
    // A sign says as much as two letters.
    let weight = if own.is_unspaced() || own == Script::Hangul { 2 } else { 1 };
    if own_letters >= 3 && other <= own_letters * weight && own != Script::Latin {
        return Some(Others::Names);
    }
    let foreign = found.all - own_letters;
    // A name is written onto the signs that follow it; Korean has no name of so many without a sign of its own.
    let unspaced = if own.is_unspaced() { 0 } else { found.kana + found.han };
    let is_long = unspaced > if own == Script::Hangul { 5 } else { 8 };
    // A name has no small words but those that any language knows it by.
    let is_small = |word: &Word| {
        !word.capital && word.span().len() > 1 && vocabulary::meanings(word) != 0 && !pair.source.has(word)
    };
    let is_phrase = || text.words.len() >= 4 && own_letters == 0 && text.words.iter().any(is_small);
    let is_other = found.small >= 2 || is_phrase() || foreign > 40 || own == Script::Latin || is_long;
    // Beside words of its own, those of another may be terms that stayed.
    let is_sure = own_letters < 2 || foreign > 40;
    let severity = if is_sure { Severity::Error } else { Severity::Warning };
    is_other.then_some(Others::Language(severity))
}

/// Some words of English in a text of other letters, which the French doesn't have: whether there are any.
fn foreign_run(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    const FEWEST: usize = 3;
    let text = &pair.translation;
    let english = vocabulary::bit("en");
    let is_small = |word: &Word| word.script == Script::Latin && !word.capital;
    let words = &text.words;
    let mut at = 0;
    while at < words.len() {
        let begin = at;
        while at < words.len()
            && is_small(&words[at])
            && (at == begin || text.prose[words[at - 1].span().end..words[at].span().start] == *" ")
        {
            at += 1;
        }
        let run = &words[begin..at];
        let is_new = |word: &&Word| !pair.source.has(word);
        // One small word shows that these are no names of code.
        if run.len() >= FEWEST
            && run.iter().filter(is_new).count() >= FEWEST
            && run.iter().any(|word| vocabulary::meanings(word) & english != 0)
            && !run.iter().any(|word| is_set_apart(pair, word))
        {
            let span = run[0].span().start..run[run.len() - 1].span().end;
            let message = format!("“{}” is in another language", &text.raw[span.clone()]);
            let problem = Problem::warning(RULE, span, message);
            problems.push(Problem { help: pair.target.in_its_language.clone(), ..problem });
            return true;
        }
        at = at.max(begin + 1);
    }
    false
}

/// Whether a text for readers of a Latin alphabet is written in another one, but for names and terms that stayed.
fn is_among_latin_names(pair: &Pair<'_>, found: &Letters) -> bool {
    let text = &pair.translation;
    let signs = found.kana + found.han;
    let of_source = |unspaced: bool| {
        let mut words = pair.source.text.words.iter();
        words.all(|word| word.script == Script::Latin || word.script.is_unspaced() != unspaced)
    };
    // Their words are long ones, that a term of Latin letters may begin.
    if signs > 12 {
        return signs * 3 > found.own * 2 && of_source(true);
    }
    let own = text.words.iter().filter(|word| !word.capital && word.script == Script::Latin).count();
    found.small >= 3 && found.small >= own * 2 && of_source(false)
}

/// Whether a text is Serbian in its other alphabet, which many write: never sure to be a mistake.
fn is_serbian_in_latin(pair: &Pair<'_>) -> bool {
    const LETTERS: [char; 5] = ['č', 'ć', 'š', 'ž', 'đ'];
    let words = &pair.translation.words;
    let croatian = vocabulary::bit("hr");
    let is_of = |word: &Word| !word.capital && vocabulary::meanings(word) & croatian != 0;
    pair.target.language == "sr"
        && words.iter().filter(|word| is_of(word)).count()
            >= if pair.translation.prose.contains(LETTERS) { 1 } else { 2 }
        && words.iter().all(|word| word.script == Script::Latin)
}

fn not_in_letters(pair: &Pair<'_>, own: Script, mut severity: Severity, problems: &mut Vec<Problem>) {
    /// Words that the French has, too, of which so many may be names that stay: png↔ico (bitmap).
    const NAMES: usize = 3;
    /// With these marks somebody wrote a list of names for readers of Chinese or Japanese: ext3、ext4.
    const MARKS: [char; 3] = ['、', '，', '；'];
    let words = &pair.translation.words;
    if words.iter().all(|word| pair.source.has(word)) {
        if pair.translation.prose.contains(MARKS) {
            return;
        }
        if words.len() <= NAMES {
            severity = Severity::Warning;
        }
    }
    if severity == Severity::Error && is_serbian_in_latin(pair) {
        severity = Severity::Warning;
    }
    push(pair, severity, format!("the text is not written in {} letters", own.name()), problems);
}
