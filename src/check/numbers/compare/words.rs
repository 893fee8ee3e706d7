//! Numbers in words with endings, or joined to others.

use super::comparison::Comparison;
use crate::check::lexicon::Lexicon;
use crate::check::numbers::read::{Item, Kind, with_apostrophe};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;

/// A long number in words whose last ones have endings: тысяча девятьсот сорок пятом.
pub(super) fn with_last_inflected(comparison: &Comparison<'_>, item: &Item, value: Value) -> Option<usize> {
    // A year in figures may be one, too.
    let is_year = |value: u64| item.kind == Kind::Digits && (1000..2100).contains(&value);
    let value =
        value.as_whole().filter(|value| *value > 100 && item.kind == Kind::Word || is_year(*value))?;
    comparison.first_free(|other| {
        let Some(rest) = other.whole().and_then(|here| value.checked_sub(here)) else { return false };
        let is_next = |next: &Item| {
            next.whole() == Some(rest) && (1..=4).contains(&next.span.start.saturating_sub(other.span.end))
        };
        let units = (rest % 10 > 0 && rest > 20).then_some(rest % 10);
        other.kind == Kind::Word
            && (1..100).contains(&rest)
            && (comparison.here.items.iter().any(is_next)
                || in_words(comparison, Value::whole(rest))
                || units.is_some_and(|units| {
                    let is_units = |item: &Item| item.whole() == Some(units);
                    in_words(comparison, Value::whole(rest - units))
                        && (comparison.here.items.iter().any(is_units)
                            || in_words(comparison, Value::whole(units)))
                }))
    })
}

/// Tens before *and a* of something else, which look like one number: *menos de treinta y un hijo*.
pub(super) fn before_article(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    let tens = value.as_whole().filter(|value| (20..100).contains(value) && value.is_multiple_of(10))?;
    comparison.first_free(|other| {
        other.kind == Kind::Word
            && other.whole() == Some(tens + 1)
            && comparison.text.prose[other.span.clone()].matches(' ').count() == 2
    })
}

/// Two words in a row of which the second is also another word: vigésima segunda, двадцать вторая, on dördü.
pub(super) fn in_tens_and_units(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    let value = value.as_whole().filter(|value| (11..100).contains(value) && !value.is_multiple_of(10))?;
    comparison.here.items.windows(2).position(|pair| {
        let is = |item: &Item, value| item.value == Some(Value::whole(value)) && item.kind != Kind::Digits;
        let near = pair[1].span.start.saturating_sub(pair[0].span.end);
        is(&pair[0], value / 10 * 10) && is(&pair[1], value % 10) && (1..=4).contains(&near)
    })
}

/// Tens, and a word for the units with an ending, or for their ordinal: on beşinin, деведесет и деветте, dvadeset prvom.
pub(super) fn in_tens_and_stem(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    /// Bytes between them.
    const NEAR: usize = 5;
    if comparison.target.script.is_unspaced() {
        return None;
    }
    let value = value.as_whole().filter(|value| (11..100).contains(value) && !value.is_multiple_of(10))?;
    let units = stems(&comparison.target.lexicon, value % 10);
    let text = comparison.text;
    let is_rank = |word: &str| {
        let ranks = comparison.target.lexicon.ranks.iter();
        ranks.filter(|(_, rank)| u64::from(*rank) == value % 10).any(|(form, _)| *form == word)
    };
    let is_unit =
        |word: &str| units.iter().any(|stem| word.starts_with(stem) && word != *stem) || is_rank(word);
    comparison.first_free(|tens| {
        tens.whole() == Some(value / 10 * 10)
            && tens.kind == Kind::Word
            && text.words.iter().any(|word| {
                (1..=NEAR).contains(&word.span().start.wrapping_sub(tens.span.end))
                    && with_lower(text.word(word), is_unit)
            })
    })
}

/// The value in a word of the translation that has endings, or is joined to others.
pub(in crate::check::numbers) fn in_words(comparison: &Comparison<'_>, value: Value) -> bool {
    let Some(wanted) = value.as_whole().filter(|value| (1..1_000_000).contains(value)) else { return false };
    let text = comparison.text;
    let lexicon = &comparison.target.lexicon;
    if wanted > 1000 && !wanted.is_multiple_of(1000) {
        return false;
    }
    if wanted > 1000 {
        // Zehntausend, diecimila, kymmenentuhatta.
        let (factors, thousand) = (stems(lexicon, wanted / 1000), stems(lexicon, 1000));
        return text.words.iter().filter(|word| word.span().len() > 6).any(|word| {
            with_lower(text.word(word), |written| {
                factors
                    .iter()
                    .filter_map(|factor| written.strip_prefix(factor))
                    .any(|rest| thousand.iter().any(|thousand| rest.starts_with(thousand)))
            })
        });
    }
    let whole = stems(lexicon, wanted);
    let (tens, units) = if (21..100).contains(&wanted) && !wanted.is_multiple_of(10) {
        let units = match wanted % 10 {
            // Jednadvacetiletý: beside its ten, a one is no article.
            1 => lexicon
                .number_forms()
                .filter(|(form, one)| *one == 1 && form.len() > 2)
                .map(|form| form.0)
                .collect(),
            units => stems(lexicon, units),
        };
        (stems(lexicon, wanted / 10 * 10), units)
    } else {
        (Vec::new(), Vec::new())
    };
    let says = |written: &str| {
        lexicon.number(written).is_none()
            && !lexicon.not_stems.iter().any(|beginning| written.starts_with(beginning))
            && (whole.iter().any(|stem| {
                written.len() > stem.len()
                    && (written.starts_with(stem) || (stem.len() > 4 && written.ends_with(stem)))
            }) || tens.iter().any(|stem| {
                // The dwu of dwudziestotrzyletni is none of its units.
                written.split_once(stem).is_some_and(|(before, after)| {
                    units.iter().any(|stem| before.contains(stem) || after.contains(stem))
                })
            }))
    };
    let says_joined = || {
        let mut words = (0..text.words.len()).filter_map(|at| with_apostrophe(text, at));
        words.any(|(word, _)| says(&word.to_lowercase()))
    };
    text.has_word(says) || lexicon.has_apostrophes(&text.prose) && says_joined()
}

fn stems(lexicon: &Lexicon, wanted: u64) -> Vec<&'static str> {
    // One is also an article, and the beginning of many words.
    if wanted == 1 {
        return lexicon.prefixes.iter().filter(|prefix| prefix.1 == 1).map(|prefix| prefix.0).collect();
    }
    lexicon
        .number_forms()
        .filter(|(form, number)| *number == wanted && form.chars().nth(2).is_some())
        .map(|(form, _)| form)
        .collect()
}
