//! Numbers of units in both texts: 62 miles for 100 km is right, 100 miles is not.

use super::comparison::{Comparison, Found, WHOLE};
use super::powers;
use crate::check::numbers::read::{Item, Kind, Measure, is_blank, measures};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;
use crate::check::script::without_tanwin;
use crate::check::units::Unit;

/// Finds the French measures that are converted in the translation, so that their numbers are not looked for
/// elsewhere: 65 m may well be there beside the 65 feet of 20 m.
pub(super) fn take(comparison: &mut Comparison<'_>) {
    let french = &comparison.french.measures;
    if french.is_empty() {
        return;
    }
    let here = measures(comparison.text, &comparison.here.items, &comparison.target.lexicon);
    // A measure of two numbers before its first alone. Once more, as what one says may be the number of another one: 5,3 km
    // and 8,5 km, which are 5.3 miles.
    for measure in french.iter().rev().chain(french.iter().rev()) {
        take_converted(comparison, &here, measure);
    }
    let more = if here.is_empty() { Vec::new() } else { without_unit(comparison) };
    for measure in more {
        take_converted(comparison, &here, &measure);
    }
    comparison.measures = here;
}

/// Finds a French measure that is converted in the translation.
fn take_converted(comparison: &mut Comparison<'_>, here: &[Measure], measure: &Measure) {
    let is_english = comparison.target.language == "en";
    let free = |other: &Measure| (other.at..other.at + other.count).all(|at| comparison.used[at] == 0);
    let all = measure.at..measure.at + measure.count;
    if all.clone().any(|at| comparison.found[at].is_some()) {
        return;
    }
    let stays = here.iter().any(|other| {
        free(other)
            && measure.unit.is_same(other.unit)
            && comparison.here.items[other.at].value == comparison.french.items[measure.at].value
    });
    if stays {
        return;
    }
    // 31 days are no month beside the 31 days of the French.
    let is_said = |other: &&Measure| {
        comparison.french.items.iter().enumerate().any(|(at, item)| {
            !all.contains(&at)
                && item.kind == Kind::Digits
                && item.value.is_some()
                && item.value == comparison.here.items[other.at].value
                && comparison.found[at].is_none()
        })
    };
    let pairs = here.iter().rev().filter(|other| free(other) && !is_said(other));
    let becomes =
        |other: &&Measure| measure.becomes(other, is_english) && !is_unchanged(comparison, measure, other);
    if let Some(other) = pairs.into_iter().find(becomes) {
        let (taken, count) = (other.at, other.count);
        comparison.used[taken..taken + count].iter_mut().for_each(|used| *used |= WHOLE);
        // 1 m 83 is 1.83 m only where a point parts decimals.
        let first = &comparison.here.items[taken];
        let is_foreign = measure.count == 2 && count == 1 && first.value.is_none();
        let found = if is_foreign { Found::Foreign(taken) } else { Found::Converted };
        comparison.found[all].fill(Some(found));
    }
}

/// Numbers of the French that leave out the unit of one before: 1,90 in *elle mesure 1,62 m, son frère 1,90*.
fn without_unit(comparison: &Comparison<'_>) -> Vec<Measure> {
    let french = comparison.french;
    let is_bare = |item: &Item| {
        item.kind == Kind::Digits
            && item.is_plain()
            && !item.traits.magnitude
            && !powers::counts(comparison, item)
    };
    let bare = french.items.iter().enumerate().filter(|(at, item)| {
        is_bare(item) && at_number(&french.measures, *at).is_none() && comparison.found[*at].is_none()
    });
    let like_last = |(at, item): (usize, &Item)| {
        let last = french.measures.iter().rfind(|measure| measure.at < at && !measure.unit.is_time())?;
        Some(last.with(at, item.value?))
    };
    bare.filter_map(like_last).collect()
}

/// Whether a temperature above zero only has another unit: minus 41 °C are nearly as many °F.
fn is_unchanged(comparison: &Comparison<'_>, french: &Measure, other: &Measure) -> bool {
    let value = |items: &[Item], at: usize| items[at].value.filter(|_| !items[at].traits.negative);
    let was = value(&comparison.french.items, french.at);
    french.unit.is_temperature()
        && was.is_some()
        && was == value(&comparison.here.items, other.at)
        && !comparison
            .source
            .has_word(|word| matches!(word, "moins" | "dessous" | "négatif" | "négatives" | "froid"))
}

/// One of a unit in its name alone: `1 h 45` is an hour and 45 minutes, in Czech *hodinu a 45 minut*, and `1 kg` a
/// *kilogram*.
pub(super) fn one_alone(comparison: &mut Comparison<'_>) {
    for at in 0..comparison.french.items.len() {
        let item = &comparison.french.items[at];
        if comparison.found[at].is_some() || item.kind == Kind::Soft || item.whole() != Some(1) {
            continue;
        }
        let Some(measure) = at_number(&comparison.french.measures, at) else { continue };
        if names_alone(comparison, measure.unit) {
            comparison.found[at] = Some(Found::Loosely(None));
        }
    }
}

/// Half of a unit, or one and a half: *einen halben Liter* for 50 cl, *anderthalb Liter* for 15 dl.
pub(super) fn halves(comparison: &mut Comparison<'_>) {
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let french = comparison.french;
    for measure in &french.measures {
        // 1 min 30 s are anderthalb Minuten.
        let all = measure.at..measure.at + measure.count;
        let is_found = all.clone().any(|at| comparison.found[at].is_some());
        if is_found || french.items[measure.at].kind == Kind::Soft {
            continue;
        }
        // Полкило
        let is_begun = |word: &str| {
            let units = lexicon.half.iter().filter_map(|half| lexicon.units().get(word.strip_prefix(half)?));
            units.into_iter().any(|unit| measure.is_part(0.5, unit))
        };
        let is_said = text.has_word(is_begun)
            || text.words.iter().any(|word| {
                let size = with_lower(text.word(word), |word| {
                    let is_more = lexicon.one_and_half.contains(&word);
                    if is_more { Some(1.5) } else { lexicon.half.contains(&word).then_some(0.5) }
                });
                size.zip(lexicon.units().after(text, word.span().end))
                    .is_some_and(|(size, (unit, _))| measure.is_part(size, unit))
            });
        if is_said {
            comparison.found[all].fill(Some(Found::Loosely(None)));
        }
    }
}

/// Whether a number without a unit that we know counts the centimetres of a length in metres: *193-senttinen* for 1,93 m,
/// *193 lång*.
pub(super) fn are_centimetres(comparison: &Comparison<'_>, at: usize, here: usize) -> bool {
    let Some(metres) = at_number(&comparison.french.measures, at).filter(|one| one.count == 1) else {
        return false;
    };
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    metres.unit.symbol() == "m"
        && item.value.is_some_and(|value| value < Value::whole(3) && Some(value.times(2)) == other.value)
        && at_number(&comparison.measures, here).is_none()
}

/// Whether the translation has the name of a unit behind no number but one.
fn names_alone(comparison: &Comparison<'_>, unit: Unit) -> bool {
    /// Letters of a name: what is shorter may be a symbol, or another word.
    const NAME: usize = 3;
    let (text, names) = (comparison.text, comparison.target.lexicon.units());
    let mut words = text.words.iter().map(|word| (word, text.word(word)));
    words.any(|(word, written)| {
        if written.chars().nth(NAME - 1).is_none() {
            return false;
        }
        // Arabic joins its and.
        let begin = word.span().start + if written.starts_with('و') { 'و'.len_utf8() } else { 0 };
        let is_it = |begin| names.after(text, begin).is_some_and(|(other, _)| other.is_same(unit));
        let is_counted = || {
            let before = text.prose[..begin].trim_end_matches(is_blank).len();
            comparison.here.items.iter().any(|item| item.span.end == before && item.whole() != Some(1))
        };
        // أضف لترًا
        let bare = || without_tanwin(&text.prose[begin..word.span().end]);
        let is_bare = || bare().and_then(|bare| names.get(bare)).is_some_and(|other| other.is_same(unit));
        (is_it(begin) || is_it(word.span().start) || is_bare()) && !is_counted()
    })
}

/// The measure whose number is at this place.
pub(in crate::check::numbers) fn at_number(all: &[Measure], at: usize) -> Option<&Measure> {
    all.iter().find(|measure| measure.at == at)
}

/// Whether a number of the translation says a French measure in another unit, beside the French one: `100 km
/// (62 miles)`.
pub(in crate::check::numbers) fn converts(comparison: &Comparison<'_>, at: usize) -> bool {
    let is_english = comparison.target.language == "en";
    let covers = |measure: &Measure| (measure.at..measure.at + measure.count).contains(&at);
    comparison
        .measures
        .iter()
        .filter(|measure| covers(measure))
        .any(|measure| comparison.french.measures.iter().any(|french| french.becomes(measure, is_english)))
}

/// Whether the number of the translation is in another unit than the French one, and what the French is in it.
pub(in crate::check::numbers) fn other_unit(
    comparison: &Comparison<'_>,
    french: usize,
    here: usize,
) -> Option<String> {
    let french = at_number(&comparison.french.measures, french)?;
    let here = at_number(&comparison.measures, here)?;
    let is_other = french.unit.is_like(here.unit) && !french.unit.is_same(here.unit);
    is_other.then(|| french.told(here.unit)).flatten()
}
