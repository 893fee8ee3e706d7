//! Where a text names what has a number in its name: the Second World War, tens of thousands, a bicentenary, half an hour,
//! every third one.

use rustc_hash::FxHashMap;

use super::digits::is_blank;
use super::item::Item;
use crate::check::lexicon::Lexicon;
use crate::check::numbers::value::digit;
use crate::check::scan::{Text, with_lower};
use crate::check::script::Script;
use crate::text::Span;

/// What a French text says so.
#[derive(Debug)]
pub(in crate::check) struct Said {
    pub(in crate::check::numbers) kind: &'static str,
    pub(in crate::check::numbers) number: u64,
    pub(in crate::check::numbers) span: Span,
}

/// The one in a row of so many: `un mariage sur deux`.
pub(in crate::check::numbers) const EVERY: &str = "every";

/// What a French text says, once of each kind; nothing of a kind of which it says two.
pub(super) fn of_french(text: &Text<'_>, items: &[Item]) -> Vec<Said> {
    let french = Lexicon::french();
    let (sayings, beginnings) = french.sayings();
    let mut all: Vec<Said> = Vec::new();
    for (at, word) in text.words.iter().enumerate().filter(|(_, word)| beginnings.has(word)) {
        // Asked of the first word alone, as hardly any begins one.
        let begun = with_lower(text.word(word), |word| {
            sayings.iter().filter(|saying| is(word, saying.first)).collect::<Vec<_>>()
        });
        all.extend(begun.into_iter().filter_map(|saying| {
            let span = begins_at(text, at, saying.said)?;
            Some(Said { kind: saying.kind, number: saying.number, span })
        }));
    }
    all.extend(one_of(text, items));
    // By their kinds: the number, if there is one alone.
    let mut numbers: FxHashMap<&str, Option<u64>> = FxHashMap::default();
    for said in &all {
        let known = numbers.entry(said.kind).or_insert(Some(said.number));
        *known = known.filter(|number| *number == said.number);
    }
    all.retain(|said| numbers.remove(said.kind).flatten().is_some());
    all
}

/// `un mariage sur deux`, the one time that a text says *sur* before a number.
fn one_of(text: &Text<'_>, items: &[Item]) -> Option<Said> {
    /// Bytes between the two numbers: what is counted.
    const NEAR: usize = 40;
    let prose: &str = &text.prose;
    let mut ratios = items.iter().filter_map(|item| {
        let number = item.whole().filter(|number| (2..=20).contains(number))?;
        let before = prose[..item.span.start].trim_end_matches(is_blank).strip_suffix("sur")?;
        before.ends_with(is_blank).then_some((number, item.span.end, before))
    });
    let (Some((number, end, before)), None) = (ratios.next(), ratios.next()) else { return None };
    let begin = ["un ", "Un ", "une ", "Une "].iter().filter_map(|one| {
        let at = before.rfind(one)?;
        (!before[..at].ends_with(char::is_alphabetic)).then_some(at)
    });
    let begin = begin.max()?;
    let counted = &before[begin..];
    if counted.len() > NEAR || counted.contains([',', '.', ';', ':', '(']) {
        return None;
    }
    Some(Said { kind: EVERY, number, span: begin..end })
}

/// Whether a word in small letters is one of a saying: `x-` is what begins so.
pub(in crate::check::numbers) fn is(word: &str, part: &str) -> bool {
    match part.strip_suffix('-') {
        Some(beginning) => word.starts_with(beginning),
        None => word == part,
    }
}

/// The words of a saying at a place, where they stand there: behind each other, or with small ones between.
fn begins_at(text: &Text<'_>, at: usize, said: &str) -> Option<Span> {
    /// Small words that may stand between two, and letters of one.
    const BETWEEN: usize = 2;
    const SMALL: usize = 4;
    let is = |at: usize, part: &str| {
        text.words.get(at).is_some_and(|word| with_lower(text.word(word), |word| is(word, part)))
    };
    let mut last = at;
    for (count, part) in said.split(' ').enumerate() {
        if count == 0 {
            if !is(at, part) {
                return None;
            }
            continue;
        }
        let small = text.words[last + 1..].iter().take(BETWEEN);
        let small = small.take_while(|word| text.word(word).chars().nth(SMALL).is_none()).count();
        last = (last + 1..=last + 1 + small).find(|next| is(*next, part))?;
    }
    let span = text.words[at].span().start..text.words.get(last)?.span().end;
    // II. Dünya Savaşı
    let is_roman = said.starts_with("i ") || said.starts_with("ii ");
    let within = if is_roman && text.prose[text.words[at].span().end..].starts_with('.') {
        text.words[at].span().end + 1..span.end
    } else {
        span.clone()
    };
    let is_one = !text.prose[within].contains([',', '.', ';', ':', '!', '?', '(', ')']);
    is_one.then_some(span)
}

/// Where a text says something so.
pub(in crate::check::numbers) fn find(
    text: &Text<'_>,
    lower: &str,
    script: Script,
    said: &str,
) -> Option<Span> {
    let is_written =
        script.is_unspaced() || script == Script::Arabic || said.contains(|c: char| c.is_ascii_digit());
    if !is_written {
        return (0..text.words.len()).find_map(|at| begins_at(text, at, said));
    }
    let at = lower.match_indices(said).map(|(at, _)| at).find(|at| {
        // 9時15分 is a time, and 130分 are no half an hour.
        let before = lower[..*at].trim_end_matches(is_blank);
        let is_number = said.starts_with(|c| digit(c).is_some() || "一二三四五六七八九十百".contains(c));
        !is_number
            || !before
                .ends_with(|c| digit(c).is_some() || "時时點点시:.,年一二三四五六七八九十百千".contains(c))
    })?;
    // Where capitals are longer than their small letters, the place is not that of the text.
    let span = at..at + said.len();
    Some(if text.raw.get(span.clone()).is_some() { span } else { 0..0 })
}
