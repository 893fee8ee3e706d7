//! Noon for midnight and midnight for noon, and the half behind another hour.

use crate::check::numbers::RULE;
use crate::check::numbers::read::noon::{HALF, MIDNIGHT, NOON, names};
use crate::check::numbers::read::{Item, Kind, Reading};
use crate::check::scan::{Word, with_lower};
use crate::check::{Pair, Problem};
use crate::text::Span;

/// Noon for midnight, and the other way round: told where the translation names the wrong one alone.
pub(in crate::check::numbers) fn report(pair: &Pair<'_>, french: u8, problems: &mut Vec<Problem>) {
    let lexicon = &pair.target.lexicon;
    let (right, wrong, word) = match french & (NOON | MIDNIGHT) {
        NOON => (&lexicon.noon, &lexicon.midnight, "midi"),
        MIDNIGHT => (&lexicon.midnight, &lexicon.noon, "minuit"),
        _ => return,
    };
    let text = &pair.translation;
    let lower = text.prose.to_lowercase();
    if names(text, &lower, right, pair.target.script).is_some() {
        return;
    }
    // Twelve may be said in figures beside the word for an afternoon; that of 31/12 is a month.
    let is_more = || lower.matches("12").count() > pair.source.text.raw.matches("12").count();
    if lower.contains("12") && is_more() || lower.contains("١٢") {
        return;
    }
    let Some(span) = names(text, &lower, wrong, pair.target.script) else { return };
    let place = pair.source.text.raw.find(word).map_or(0..0, |at| at..at + word.len());
    problems.push(
        Problem::warning(
            RULE,
            span.clone(),
            format!("“{}” is the wrong half of the day: the French says {word}", &text.raw[span]),
        )
        .of_french(place)
        .help("noon and midnight are mixed up"),
    );
}

/// Half past two for *minuit et demi*: told where the translation says half of another hour.
pub(in crate::check::numbers) fn halves(
    pair: &Pair<'_>,
    french: &Reading,
    here: &Reading,
    problems: &mut Vec<Problem>,
) {
    if french.noon & HALF == 0 {
        return;
    }
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    let lower = text.prose.to_lowercase();
    let mut halved = here.items.iter().filter(|item| is_halved(pair, item)).peekable();
    let named = [&lexicon.noon, &lexicon.midnight];
    // Half past two after midnight is no half past midnight.
    if halved.peek().is_none()
        && let Some(noon) = named.iter().find_map(|hour| names(text, &lower, hour, pair.target.script))
    {
        if !here.items.iter().any(has_thirty) {
            quarter_for_half(pair, french, &noon, problems);
        }
        return;
    }
    let hour = |item: &Item| item.parts.first().map_or(item.whole(), |hour| hour.as_whole());
    // Half twelve is half past eleven where the half is that of the next hour.
    let is_right = |hour: u64| hour % 12 == u64::from(lexicon.half_of_next);
    let is_said = here
        .items
        .iter()
        .filter(|item| !(lexicon.half_of_next && is_halved(pair, item)))
        .filter_map(hour)
        .any(|hour| matches!(hour, 0 | 12 | 24));
    if is_said || halved.clone().filter_map(hour).any(is_right) {
        return;
    }
    // The one of half past one is often an article: another time only where the French has no *une heure*.
    let has_one_hour = ["une heure", "Une heure"].iter().any(|one| pair.source.text.prose.contains(one));
    let least = if has_one_hour { 2 } else { 1 };
    // The French has other times.
    let count = |items: &[Item], item: &Item| {
        items.iter().filter(|other| other.kind != Kind::Soft && other.value == item.value).count()
    };
    // 14 h 30 is half past two.
    let is_of_clock = |item: &Item| {
        let is_hour = |clock: &Item| hour(clock).map(|hour| hour % 12) == hour(item).map(|hour| hour % 12);
        french.items.iter().any(|clock| clock.is_clock() && has_thirty(clock) && is_hour(clock))
            || french.items.windows(2).any(|pair| is_hour(&pair[0]) && has_thirty(&pair[1]))
    };
    let is_new = |item: &&Item| {
        hour(item).is_some_and(|hour| (least..24).contains(&hour))
            && !is_of_clock(item)
            && count(&here.items, item).max(1) > count(&french.items, item)
    };
    let Some(item) = halved.find(is_new) else { return };
    let (word, place) = said(pair, french);
    let span = item.span.clone();
    problems.push(
        Problem::warning(
            RULE,
            span.clone(),
            format!("the half of “{}” is another time: the French says {word}", &text.raw[span]),
        )
        .of_french(place)
        .help("say the time of the French"),
    );
}

/// Whether a number is thirty, or a time with so many minutes.
fn has_thirty(item: &Item) -> bool {
    item.whole() == Some(30) || item.parts.get(1).is_some_and(|minutes| minutes.as_whole() == Some(30))
}

/// A quarter past midnight for *minuit et demi*, beside the name of that.
fn quarter_for_half(pair: &Pair<'_>, french: &Reading, noon: &Span, problems: &mut Vec<Problem>) {
    /// Bytes between them: of a few small words.
    const NEAR: usize = 16;
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    let is_quarter = |word: &&Word| with_lower(text.word(word), |word| lexicon.quarter.contains(&word));
    let is_unspaced = pair.target.script.is_unspaced();
    if is_unspaced
        || pair.source.text.prose.contains("quart")
        || text.has_word(|word| lexicon.says_half(word))
    {
        return;
    }
    let is_near = |word: &Span| word.start < noon.end + NEAR && noon.start < word.end + NEAR;
    let mut quarters = text.words.iter().filter(is_quarter).map(|word| word.span());
    let Some(span) = quarters.find(is_near) else { return };
    let (word, place) = said(pair, french);
    let told = format!("“{}” is another time: the French says {word}", &text.raw[span.clone()]);
    problems.push(Problem::warning(RULE, span, told).of_french(place).help("say the time of the French"));
}

/// The hour that the French says with its half, and where.
fn said(pair: &Pair<'_>, french: &Reading) -> (&'static str, Span) {
    let word = if french.noon & NOON == 0 { "minuit et demi" } else { "midi et demi" };
    let place = pair.source.text.raw.find(word).map_or(0..0, |at| at..at + word.len());
    (word, place)
}

/// Whether a number is the hour of a half: half past two, *halb drei*, *tre e mezza*, 2時半.
fn is_halved(pair: &Pair<'_>, item: &Item) -> bool {
    /// Letters of a small word between.
    const SMALL: usize = 4;
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    if pair.target.script.is_unspaced() {
        let after = &text.prose[item.span.end..];
        return ["時半", "时半", "点半", "點半"].iter().any(|half| after.starts_with(half));
    }
    let is_half = |word: &Word| with_lower(text.word(word), |word| lexicon.says_half(word));
    let is_small = |word: &Word| text.word(word).chars().nth(SMALL).is_none();
    let halves = |first: Option<&Word>, second: Option<&Word>| {
        first.is_some_and(is_half) || first.is_some_and(is_small) && second.is_some_and(is_half)
    };
    let begin = text.words.partition_point(|word| word.span().start < item.span.start);
    let mut before = text.words[..begin].iter().rev();
    let end = text.words.partition_point(|word| word.span().start < item.span.end);
    let mut after = text.words[end..].iter();
    halves(before.next(), before.next()) || !lexicon.half_of_next && halves(after.next(), after.next())
}
