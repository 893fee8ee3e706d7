//! How many times as much: tripled for `quadruplé`.
//!
//! Told only where the French says it once, and the translation says it of another number and not of this one.

use crate::check::numbers::RULE;
use crate::check::numbers::read::folds::{Factor, factor};
use crate::check::numbers::read::{Item, Kind, Reading, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;
use crate::check::{Pair, Problem};
use crate::text::Span;

/// How many times as much or as little a French text says by a number that the translation has not: `deux fois plus`,
/// `divisé par trois`.
fn counted(pair: &Pair<'_>, french: &Reading, here: Option<&Reading>) -> Option<u64> {
    let prose = &pair.source.text.prose;
    let is_more = |item: &Item| {
        let after = prose[item.span.end..].trim_start_matches(is_blank).strip_prefix("fois");
        after.is_some_and(|after| {
            ["plus", "autant"].iter().any(|more| after.trim_start_matches(is_blank).starts_with(more))
        })
    };
    let is_factor = |item: &Item| factor(prose, item).is_some();
    let mut said = french.items.iter().filter_map(|item| {
        item.value.filter(|_| item.kind != Kind::Soft && (is_more(item) || is_factor(item)))
    });
    let (Some(times), None) = (said.next(), said.next()) else { return None };
    let is_there = here.is_some_and(|here| here.items.iter().any(|item| item.value == Some(times)));
    times.as_whole().filter(|times| !is_there && (2..=10).contains(times))
}

/// How many times as much a translation says by numbers: four times as much.
fn by_numbers<'p>(pair: &'p Pair<'_>, here: &'p Reading) -> impl Iterator<Item = (u64, Span)> + 'p {
    let (text, nouns) = (&pair.translation, &pair.target.lexicon.times_nouns);
    here.items.iter().filter(|item| item.kind != Kind::Soft).filter_map(move |item| {
        let times = item.whole().filter(|times| (2..=10).contains(times))?;
        let after = text.prose[item.span.end..].trim_start_matches(is_blank);
        let is_noun = |noun: &&str| {
            after.strip_prefix(*noun).is_some_and(|rest| {
                pair.target.script.is_unspaced() || !rest.starts_with(char::is_alphabetic)
            })
        };
        nouns.iter().any(is_noun).then(|| (times, item.span.clone()))
    })
}

/// By how much a French text divides, where the translation says neither that number nor a half: `divisé par deux`.
fn divided(pair: &Pair<'_>, french: &Reading, here: Option<&Reading>) -> Option<u64> {
    let prose = &pair.source.text.prose;
    let is_less = |item: &Item| {
        let after = prose[item.span.end..].trim_start_matches(is_blank).strip_prefix("fois");
        after.is_some_and(|after| after.trim_start_matches(is_blank).starts_with("moins"))
    };
    let by = |item: &Item| factor(prose, item) == Some(Factor::Divides);
    let mut said = french.items.iter().filter(|item| item.kind != Kind::Soft && (by(item) || is_less(item)));
    let (Some(item), None) = (said.next(), said.next()) else { return None };
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    let is_there = here.is_some_and(|here| here.items.iter().any(|here| here.value == item.value));
    let is_half = || {
        item.whole() == Some(2)
            && match pair.target.script.is_unspaced() {
                true => lexicon.half.iter().any(|half| text.prose.contains(half)),
                false => text.has_word(|word| lexicon.says_half(word)),
            }
    };
    item.whole().filter(|times| (2..=10).contains(times) && !is_there && !is_half())
}

/// The word that multiplies by the number by which the French divides: *doubles*. In some languages the word for so many
/// times says both: вдвое.
fn multiplied(pair: &Pair<'_>, times: u64) -> Option<Span> {
    let lexicon = &pair.target.lexicon;
    if lexicon.is_of(&["ru", "uk", "be", "pl", "cs", "hu"]) {
        return None;
    }
    let multiplies = |word: &str| {
        lexicon.folds.iter().any(|(form, fold)| *fold == times && word.starts_with(form))
            && !lexicon.times.iter().any(|(form, _)| *form == word)
    };
    let text = &pair.translation;
    text.words.iter().find(|word| with_lower(text.word(word), multiplies)).map(|word| word.span())
}

/// Another multiple than that of the French.
pub(in crate::check::numbers) fn report(
    pair: &Pair<'_>,
    french: &Reading,
    here: Option<&Reading>,
    problems: &mut Vec<Problem>,
) {
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    let folds = &lexicon.folds;
    if let Some(times) = divided(pair, french, here)
        && let Some(span) = multiplied(pair, times)
    {
        let written = &text.raw[span.clone()];
        problems.push(
            Problem::warning(RULE, span, format!("“{written}” multiplies by {times}: the French divides"))
                .help("say that it is so many times less"),
        );
        return;
    }
    let Some(times) = french.fold.or_else(|| counted(pair, french, here)) else { return };
    // 增加两倍 may be three times as much, or two.
    if folds.is_empty() && (lexicon.times_nouns.is_empty() || lexicon.is_of(&["zh"])) {
        return;
    }
    let mut other = None;
    for word in &text.words {
        let written = text.word(word);
        let found = with_lower(written, |word| {
            let once = lexicon.times.iter().find(|(form, _)| *form == word);
            once.or_else(|| folds.iter().find(|(form, _)| word.starts_with(form))).map(|fold| fold.1)
        });
        match found {
            Some(here) if here == times => return,
            Some(here) if other.is_none() => other = Some((here, word.span())),
            Some(_) | None => {}
        }
    }
    for (here, span) in here.into_iter().flat_map(|here| by_numbers(pair, here)) {
        match here == times {
            true => return,
            false => other = other.or(Some((here, span))),
        }
    }
    let Some((factor, span)) = other else { return };
    // Les doublures ont été multipliées par trois. But the three of *doublé en trois ans* stands there for itself.
    let is_factor = |item: &&Item| item.value == Some(Value::whole(factor)) && item.kind != Kind::Soft;
    let is_beside = |item: &&Item| item.span.end <= span.start || span.end <= item.span.start;
    let in_french = french.items.iter().filter(is_factor).count();
    let beside = here.map_or(0, |here| here.items.iter().filter(is_factor).filter(is_beside).count());
    if in_french > beside {
        return;
    }
    let written = &text.raw[span.clone()];
    problems.push(
        Problem::warning(
            RULE,
            span,
            format!("“{written}” is {factor} times as much: the French says {times} times"),
        )
        .help("write the number of the French"),
    );
}
