//! What a text is told by that is written in other letters than its language is.

use super::forms::is_simplified;
use super::{RULE, is_set_apart, not_kept, push};
use crate::check::scan::{Text, Word};
use crate::check::script::{Script, script};
use crate::check::{Pair, Problem, vocabulary};
use crate::diagnostic::Severity;

#[derive(Default)]
struct Scripts {
    all: usize,
    own: usize,
    kana: usize,
    han: usize,
}

fn letters<'w>(text: &Text<'_>, words: impl Iterator<Item = &'w Word>, own: Script) -> Scripts {
    let mut letters = Scripts::default();
    for word in words {
        let written = text.word(word);
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

/// Told by its script; true if that settles the matter.
pub(super) fn by_script(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    let own = pair.target.script;
    if own == Script::Other || own == Script::Common {
        return true;
    }
    let text = &pair.translation;
    if own == Script::Latin && text.words.iter().all(|word| word.script == Script::Latin) {
        return false;
    }
    let mut found = letters(text, text.words.iter(), own);
    // A name or two in another script is no other language: it takes a short sentence to be sure.
    let is_small = |word: &&Word| !word.capital && word.script != own;
    let mut small = text.words.iter().filter(is_small).count();
    if found.own * 4 < found.all {
        let said: Vec<&Word> = not_kept(pair).collect();
        found = letters(text, said.iter().copied(), own);
        small = said.into_iter().filter(is_small).count();
    }
    // Of the signs of Chinese and Japanese, four are a phrase; French that has some quotes them.
    if found.all >= 4
        && found.all == found.han + found.kana
        && !own.is_unspaced()
        && own != Script::Hangul
        && pair.source.text.words.iter().all(|word| !word.script.is_unspaced())
    {
        not_in_letters(pair, own, Severity::Error, problems);
        return true;
    }
    // A sign of Chinese or Japanese says as much as two or three letters.
    let size = found.all + found.kana + found.han;
    if size < 8 || (size < 12 && (found.own > 0 || found.kana + found.han > 0 || small < 2)) {
        return true;
    }
    let own_letters = match own {
        Script::Kana => found.kana + found.han,
        // Beside kana, the signs of Chinese are those of Japanese.
        Script::Hangul if found.kana >= 4 => found.own - found.han,
        // Chinese words stand among those of Korean, and are no sentence alone.
        Script::Hangul if found.own == found.han => 0,
        _ => found.own,
    };
    // The words of Japanese begin with the same signs as those of Chinese.
    if own == Script::Han && found.kana * 5 > found.han && found.kana >= 4 {
        push(pair, Severity::Error, "the text has kana: it is Japanese, not Chinese".to_owned(), problems);
        return true;
    }
    if own_letters * 4 < found.all {
        // Lists of names in their own script stand among a few words of this one.
        let is_own = |word: &Word| word.script == own || own == Script::Kana && word.script == Script::Han;
        let words = text.words.iter().filter(|word| !is_own(word) && !word.capital);
        let other: usize = words.map(|word| text.word(word).chars().count()).sum();
        if own_letters >= 3 && other <= own_letters && own != Script::Latin {
            return true;
        }
        let foreign = found.all - own_letters;
        // A name is written onto the signs that follow it; Korean has no name of so many without a sign of its own.
        let unspaced = if own.is_unspaced() { 0 } else { found.kana + found.han };
        let is_long = unspaced > if own == Script::Hangul { 5 } else { 8 };
        // A name has no small words but those that any language knows it by.
        let is_phrase = || {
            text.words.len() >= 4
                && own_letters == 0
                && text.words.iter().any(|word| {
                    !word.capital
                        && word.span().len() > 1
                        && vocabulary::meanings(word) != 0
                        && !pair.source.has(word)
                })
        };
        if small >= 2 || is_phrase() || foreign > 40 || own == Script::Latin || is_long {
            // Beside words of its own, those of another may be terms that stayed.
            let is_sure = own_letters < 2 || foreign > 40;
            if own == Script::Hangul && found.kana >= 4 && own_letters == 0 {
                push(
                    pair,
                    Severity::Error,
                    "the text has kana: it is Japanese, not Korean".to_owned(),
                    problems,
                );
                return true;
            }
            not_in_letters(pair, own, if is_sure { Severity::Error } else { Severity::Warning }, problems);
            return true;
        }
    }
    if own == Script::Kana && found.kana == 0 && is_chinese(text.raw, found.han) {
        push(pair, Severity::Error, "the text has no kana: it is Chinese, not Japanese".to_owned(), problems);
        return true;
    }
    if own != Script::Latin && foreign_run(pair, problems) {
        return true;
    }
    if own == Script::Latin && is_among_latin_names(pair, &found, small) {
        not_in_letters(pair, own, Severity::Error, problems);
        return true;
    }
    false
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
fn is_among_latin_names(pair: &Pair<'_>, found: &Scripts, small: usize) -> bool {
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
    small >= 3 && small >= own * 2 && of_source(false)
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
    let words = &pair.translation.words;
    if words.len() <= NAMES && words.iter().all(|word| pair.source.has(word)) {
        severity = Severity::Warning;
    }
    if severity == Severity::Error && is_serbian_in_latin(pair) {
        severity = Severity::Warning;
    }
    push(pair, severity, format!("the text is not written in {} letters", own.name()), problems);
}

/// Signs that Japanese doesn't write.
const CHINESE: &str = "這这們们你您她它嗎吗裡很還还讓让个为从说请呢吧啦";

/// Signs of Chinese that say what kana say in Japanese, where they stand in compounds.
const ALSO_CHINESE: &str = "的是了在有不和也就都會與及並到把被從於以可需將對中上個為沒";

/// Signs of Chinese that Japanese writes in another form, of books in the first line, of the mainland in the second.
const NOT_JAPANESE: &str = "來對當從將經點歲據稱壓變關發區觀黨權實聲處廣總兩轉戰圖團專歐廠說傳體價數檢\
    这们时间问关动东车长门书语读议认报场务业产华电选决设计记论试词话该误请调质费资输达运进远连错闭闻题页项须";

/// Signs in the forms that Japanese alone gave them, or that it alone has.
const JAPANESE: &str = "対応気図売読駅円広実発変帰経済験検権薬楽関拡択沢転団鉄戦価県渋歩毎単営労栄厳覚挙獣働込畑峠両圧従拠壊総様脳悩郷黒歳";

/// Simplified signs that Japanese writes, too, or has as other signs (JIS X 0208).
const ALSO_JAPANESE: &str = "国会个来学从当点将区号担断条楼参双宝寿尽属峡弥弯径恋惧数旧档梦欧残浅涛湾湿灯炉状犹独献画碍称窃粮芦蛮装誉践随侠写励医嘱壮声屡惨祷禅莱蒋躯麦";

/// Whether a text without kana is Chinese rather than a Japanese heading or list of dates.
fn is_chinese(text: &str, han: usize) -> bool {
    let count = |signs: &str| text.chars().filter(|c| signs.contains(*c)).count();
    let likely = || if count(JAPANESE) > 0 { 0 } else { count(ALSO_CHINESE) };
    let simplified = || text.chars().filter(|c| is_simplified(*c) && !ALSO_JAPANESE.contains(*c)).count();
    let is_sentence = || text.trim_end().ends_with(['。', '？', '！', '」']);
    // The name of an old school or paper may keep two of them.
    han >= 6
        && (count(CHINESE) > 0
            || count(NOT_JAPANESE) >= if is_sentence() { 2 } else { 4 }
            || is_sentence() && simplified() >= 2
            || is_sentence() && (likely() >= 2 || han >= 12 && likely() > 0)
            || han >= 16 && likely() >= 2)
}
