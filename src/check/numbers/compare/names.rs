//! What other languages name without the number of the French, or by another one: May Day for `le 1er mai`, the turn of the
//! century for `le tournant des années 2000`, the third decade for `les années 20`.

use super::comparison::Comparison;
use super::words::in_words;
use crate::check::lexicon::Lexicon;
use crate::check::lists::Words;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;

/// How words begin for a decade that is counted within its century.
static DECADES: Words = Words::of("decades");

/// Whether the translation says the day, the turn or the decade of the French in a name.
pub(super) fn is_named(comparison: &Comparison<'_>, item: &Item) -> bool {
    item.kind == Kind::Digits
        && (is_feast(comparison, item) || is_turn(comparison, item) || is_decade_in_words(comparison, item))
}

/// Whether a number is the day of a feast that the translation names: `1er mai`, `14 juillet`.
fn is_feast(comparison: &Comparison<'_>, item: &Item) -> bool {
    let feasts = &comparison.target.lexicon.feasts;
    let Some(day) = item.whole().filter(|day| (1..=31).contains(day) && !feasts.is_empty()) else {
        return false;
    };
    let after = comparison.source.prose[item.span.end..].trim_start_matches('\u{2}');
    let after = after.strip_prefix("er").unwrap_or(after);
    let after = after.trim_start_matches(|c: char| is_blank(c) || matches!(c, '-' | '\u{2011}'));
    let name = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let month = with_lower(name, |name| Lexicon::french().months.get(name).copied());
    let Some(month) = month else { return false };
    let wanted = u64::from(month) * 100 + day;
    let mut names = feasts.iter().filter(|(_, date)| *date == wanted).map(|(name, _)| *name).peekable();
    names.peek().is_some() && says(comparison, names)
}

/// The months of these, a bit each, of which the translation names a feast in place of its day: New Year's Eve is in December.
pub(in crate::check::numbers) fn months_of_feasts(comparison: &Comparison<'_>, months: u16) -> u16 {
    let is_there = |day: u64| comparison.here.items.iter().any(|item| item.whole() == Some(day));
    let feasts = comparison.target.lexicon.feasts.iter();
    let of_months = feasts.filter(|(_, date)| months >> (date / 100) & 1 == 1 && !is_there(date % 100));
    let named = of_months.filter(|(name, _)| says(comparison, std::iter::once(*name)));
    named.fold(0, |all, (_, date)| all | 1 << (date / 100))
}

/// Whether a number is a round year at whose turn the French is, and the translation names no year: the turn of the century.
fn is_turn(comparison: &Comparison<'_>, item: &Item) -> bool {
    /// Words before the year among which that is: `tournant des années`.
    const NEAR: usize = 4;
    let is_round = |year: u64| (1000..=2100).contains(&year) && year.is_multiple_of(100);
    if !item.whole().is_some_and(is_round) {
        return false;
    }
    let before = &comparison.source.prose[..item.span.start];
    before.rsplit(is_blank).take(NEAR).any(|word| word == "tournant")
        && says(comparison, comparison.target.lexicon.turn.iter().copied())
}

/// Whether a translation holds one of these, in small letters or not.
fn says(comparison: &Comparison<'_>, mut names: impl Iterator<Item = &'static str>) -> bool {
    let prose = comparison.text.prose.to_lowercase();
    names.any(|name| prose.contains(name))
}

/// The ordinal that the decade of the French is within its century: the third for `les années 20`.
pub(super) fn decade(comparison: &Comparison<'_>, item: &Item) -> Option<usize> {
    let ordinal = ordinal_of_decade(comparison, item)?;
    comparison.first_free(|other| other.whole() == Some(ordinal) && is_of_decade(comparison, other))
}

/// Whether a number of the translation is the ordinal of a decade of the French: what stands for its year may be its century.
pub(in crate::check::numbers) fn counts_decade(comparison: &Comparison<'_>, other: &Item) -> bool {
    is_of_decade(comparison, other)
        && comparison.french.items.iter().any(|item| {
            let ordinal = ordinal_of_decade(comparison, item);
            ordinal.is_some() && ordinal == other.whole()
        })
}

/// The number of the decade that stands beside its century for another one of the French: *lata 30. XX wieku* for les années
/// 1920.
pub(in crate::check::numbers) fn other_decade(comparison: &Comparison<'_>, item: &Item) -> Option<usize> {
    let year = item.whole().filter(|year| (1000..2100).contains(year))?;
    let (own, century) = (year % 100, year / 100 + 1);
    ordinal_of_decade(comparison, item)?;
    let count =
        |value: u64| comparison.here.items.iter().filter(|other| other.whole() == Some(value)).count();
    // The twenties of the twentieth century have two twenties.
    let is_own = count(own) > usize::from(own == century) || in_words(comparison, Value::whole(own));
    if count(century) == 0 || is_own || own == 0 {
        return None;
    }
    let stands_beside = |other: &Item| {
        let of_century = |item: &&Item| item.whole() == Some(century);
        comparison
            .here
            .items
            .iter()
            .filter(of_century)
            .any(|of| are_beside(&comparison.text.prose, other, of))
    };
    comparison.first_free(|other| {
        let is_decade = |value: u64| value.is_multiple_of(10) && (10..100).contains(&value);
        // The word for a decade holds a ten itself.
        let is_word = || with_lower(&comparison.text.prose[other.span.clone()], is_decade_word);
        other.kind != Kind::Roman
            && other.whole().is_some_and(|value| is_decade(value) && value != century)
            && stands_beside(other)
            && !is_word()
    })
}

/// Whether two numbers are near each other in one clause, as a decade and its century are: *in den 80er Jahren des 20.
/// Jahrhunderts*.
fn are_beside(prose: &str, first: &Item, second: &Item) -> bool {
    /// Bytes between them.
    const NEAR: usize = 28;
    let (first, second) =
        if first.span.start < second.span.start { (first, second) } else { (second, first) };
    let between = prose.get(first.span.end..second.span.start);
    between.is_some_and(|between| between.len() <= NEAR && !between.contains([',', ';', '(', ')', ':']))
}

/// Whether the ordinal of the decade of the French stands in a word: trečiajame dešimtmetyje.
fn is_decade_in_words(comparison: &Comparison<'_>, item: &Item) -> bool {
    ordinal_of_decade(comparison, item).is_some_and(|ordinal| {
        comparison.text.has_word(is_decade_word) && in_words(comparison, Value::whole(ordinal))
    })
}

fn is_decade_word(word: &str) -> bool {
    DECADES.all().iter().any(|decade| word.starts_with(decade))
}

fn ordinal_of_decade(comparison: &Comparison<'_>, item: &Item) -> Option<u64> {
    let before = comparison.source.prose[..item.span.start].trim_end_matches(is_blank);
    let decade = item.whole().filter(|year| year.is_multiple_of(10) && before.ends_with("années"))?;
    Some(decade % 100 / 10 + 1)
}

/// Whether a word for a decade follows a number, or the ending of its ordinal and then that: 3-iajame dešimtmetyje.
fn is_of_decade(comparison: &Comparison<'_>, other: &Item) -> bool {
    let behind = comparison.text.prose[other.span.end..].split(|c: char| !c.is_alphabetic());
    let mut near = behind.filter(|word| !word.is_empty()).take(2);
    near.any(|word| with_lower(word, is_decade_word))
}
