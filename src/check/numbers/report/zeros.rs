//! Zeros of the French that are nowhere in the translation.

use crate::check::lexicon::Lexicon;
use crate::check::numbers::compare::{
    Comparison, counts_nothing, is_called_value, is_compared, is_in_formula,
};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::{Value, digit};
use crate::check::scan::with_lower;

/// French words that say that there is none.
const NONE: [&str; 9] = ["aucun", "aucune", "jamais", "ni", "nul", "nulle", "pas", "personne", "rien"];

/// Whether a zero of the French counts nothing (0 degrees are freezing point, 0 faults are none), and nothing of the
/// translation says it.
pub(super) fn is_missed(comparison: &Comparison<'_>, item: &Item) -> bool {
    is_value(comparison, item) && !item.traits.coded && !is_said(comparison)
}

fn is_value(comparison: &Comparison<'_>, item: &Item) -> bool {
    let prose: &str = &comparison.source.prose;
    let after = prose[item.span.end..].trim_start_matches(is_blank);
    if is_from_nothing(comparison, after) {
        return false;
    }
    // A score, and a time.
    let is_before_figure = || {
        let rest = after.strip_prefix([':', '/']).map(|rest| rest.trim_start_matches(is_blank));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let signs = ['%', '°', '€', '$'];
    if after.starts_with(signs) {
        return signs.into_iter().any(|sign| after.starts_with(sign) && is_without_number(comparison, sign));
    }
    // A format: 00:00, from 00 to 59.
    let is_pair = &prose[item.span.clone()] == "00";
    !is_before_figure()
        && (is_pair
            || counts_nothing(prose, item)
            || is_called_value(prose, item)
            || is_compared(prose, item)
            || is_in_formula(prose, item))
}

/// Whether a range up to an age or measure begins with a zero before this text: children of 0 to 3 are those up to 3, and from 0
/// to 100 km/h one gets up to 100.
fn is_from_nothing(comparison: &Comparison<'_>, after: &str) -> bool {
    let range = after.strip_prefix(['à', '-', '–']).unwrap_or_default().trim_start_matches(is_blank);
    let noun = range.trim_start_matches(|c: char| c.is_ascii_digit() || is_blank(c));
    let is_measure = || {
        let begin = comparison.source.prose.len() - noun.len();
        Lexicon::french().units().after(comparison.source, begin).is_some()
    };
    range.len() > noun.len() && (["ans", "mois"].iter().any(|age| noun.starts_with(age)) || is_measure())
}

/// Whether a sign of what is counted stands in the translation without its number.
fn is_without_number(comparison: &Comparison<'_>, sign: char) -> bool {
    comparison.text.prose.match_indices(sign).any(|(at, _)| {
        let before = comparison.text.prose[..at].trim_end_matches(is_blank);
        !before.ends_with(|c: char| digit(c).is_some())
    })
}

/// Whether the translation says zero more often than the French does without this one, in figures or words, or that there
/// is none.
fn is_said(comparison: &Comparison<'_>) -> bool {
    let zero = Value::whole(0);
    let figures = |items: &[Item]| {
        let parts = |item: &Item| match item.value {
            Some(value) => usize::from(value == zero),
            None => item.parts.iter().filter(|part| **part == zero).count(),
        };
        items.iter().filter(|item| item.kind == Kind::Digits).map(parts).sum::<usize>()
    };
    let french = &comparison.french.items;
    let words = french.iter().filter(|other| other.kind != Kind::Digits && other.value == Some(zero)).count();
    figures(&comparison.here.items) >= figures(french)
        || noughts(comparison) > words
        || says_none(comparison) && !comparison.source.has_word(|word| NONE.contains(&word))
}

/// How many words of the translation say zero: they begin with one for it, or end in one (Endnull).
fn noughts(comparison: &Comparison<'_>) -> usize {
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    if comparison.target.script.is_unspaced() {
        return lexicon.noughts().map(|(form, _)| text.prose.matches(form).count()).max().unwrap_or(0);
    }
    let is_nought =
        |word: &str| lexicon.noughts().any(|(form, stem)| word.starts_with(stem) || word.ends_with(form));
    text.words.iter().filter(|word| with_lower(text.word(word), is_nought)).count()
}

/// Whether the translation says in a word that there is none: 15 voix contre 0 is 15 votes to none.
fn says_none(comparison: &Comparison<'_>) -> bool {
    let (text, none) = (comparison.text, &comparison.target.lexicon.none);
    match comparison.target.script.is_unspaced() {
        true => none.iter().any(|none| text.prose.contains(none)),
        false => text.has_word(|word| none.contains(&word)),
    }
}
