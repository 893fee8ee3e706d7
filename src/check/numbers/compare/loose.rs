//! Other forms of a number: all that may render it but the number itself; each kind of them is a file beside this one.

use super::comparison::{Comparison, Found, WHOLE};
use super::{cents, clocks, halves, measures, names, once, periods, powers, school, shares, values, words};
use crate::check::numbers::read::noon;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::script::Script;

/// In some other form than one number.
const ELSEWHERE: Option<Found> = Some(Found::Loosely(None));

/// Looks for the French number at `at` in other forms. Their order matters: what is surer comes first, as each takes the
/// number that it finds.
pub(super) fn find(comparison: &mut Comparison<'_>, at: usize) -> Option<Found> {
    let item = &comparison.french.items[at];
    // Before its century is taken for the year: XX a. 3-iajame dešimtmetyje.
    if let Some(here) = names::decade(comparison, item) {
        return Some(comparison.takes(here));
    }
    if names::other_decade(comparison, item).is_some() {
        return None;
    }
    // Before its hundred is taken for two of something.
    if let Some(here) = shares::growth_in_factor(comparison, item) {
        comparison.used[here] |= WHOLE;
        return ELSEWHERE;
    }
    if let Some(here) = one_number(comparison, at) {
        return Some(comparison.takes(here));
    }
    if item.kind == Kind::Soft {
        return None;
    }
    let found = amount_or_name(comparison, at);
    let (None, Some(value)) = (found, item.value) else { return found };
    let found = in_parts(comparison, at, value)
        .or_else(|| of_time(comparison, at, value))
        .or_else(|| in_words(comparison, item, value));
    let is_found = found.is_some();
    if is_found || item.kind == Kind::Digits && values::is_in_formula(&comparison.source.prose, item) {
        return found;
    }
    in_tens(comparison, value)
        .or_else(|| as_share(comparison, at, value))
        .or_else(|| in_a_word(comparison, at, value))
}

/// The one number that says the same by another unit or another power of ten.
fn one_number(comparison: &Comparison<'_>, at: usize) -> Option<usize> {
    let item = &comparison.french.items[at];
    let left_out = powers::left_out(comparison, item);
    comparison.here.items.iter().enumerate().position(|(here, other)| {
        comparison.used[here] & WHOLE == 0
            && (is_other_form(comparison, item, other)
                || powers::shares_magnitude(comparison, item, here)
                || powers::takes_magnitude(comparison, at, other)
                || powers::takes_thousands(comparison, at, other)
                || cents::are_as_much(comparison, item, other)
                || measures::are_centimetres(comparison, at, here)
                || powers::in_letter(comparison, item, other)
                || powers::changes_magnitude(comparison, at, here)
                || left_out.iter().any(|value| powers::repeats_magnitude(comparison, *value, other))
                || powers::leaves_magnitude_out(comparison, item, other)
                    && powers::ends_clause(comparison, other))
    })
}

/// What has several parts, or a name: amounts of money, noon, fractions, rounds of a tournament, classes of a school.
fn amount_or_name(comparison: &mut Comparison<'_>, at: usize) -> Option<Found> {
    let item = &comparison.french.items[at];
    if let Some(found) = cents::in_one_amount(comparison, at) {
        return Some(found);
    }
    if is_named(comparison, item) || names::is_named(comparison, item) {
        return ELSEWHERE;
    }
    if let ([above, below], None) = (item.parts.as_slice(), item.value)
        && let Some(value) = shares::fraction(*above, *below)
        && let Some(here) = comparison.first_free(|other| other.value == Some(value))
    {
        return Some(comparison.takes(here));
    }
    if let Some(here) = periodic(comparison, item).or_else(|| round_of(comparison, item)) {
        return Some(comparison.takes(here));
    }
    school::find(comparison, item)
}

/// Fractions, mixed numbers and halves.
fn in_parts(comparison: &mut Comparison<'_>, at: usize, value: Value) -> Option<Found> {
    let item = &comparison.french.items[at];
    if let Some(here) = comparison.first_free(|other| match (other.parts.as_slice(), other.value) {
        ([above, below], None) => shares::fraction(*above, *below) == Some(value),
        _ => false,
    }) {
        return Some(comparison.takes(here));
    }
    if shares::is_denominator_elsewhere(comparison, at, value) {
        return ELSEWHERE;
    }
    if let Some(here) = shares::counted_in_fraction(comparison, item, value)
        .or_else(|| shares::half_of_score(comparison, value))
    {
        return Some(comparison.takes(here));
    }
    if let Some((first, count)) = shares::mixed(comparison, value) {
        comparison.used[first..first + count].iter_mut().for_each(|used| *used |= WHOLE);
        return Some(Found::Loosely(Some(first)));
    }
    // 6½ for six heures et demie.
    let after = &comparison.source.prose[item.span.end..];
    let after = after.char_indices().nth(24).map_or(after, |(end, _)| &after[..end]);
    if after.contains(" et demi")
        && let Some(here) = comparison.first_free(|other| other.value == Some(value.plus(Value::half())))
    {
        return Some(comparison.takes(here));
    }
    None
}

/// Years, months and minutes, in full or cut; what is said once more and may be left out.
fn of_time(comparison: &mut Comparison<'_>, at: usize, value: Value) -> Option<Found> {
    let items = &comparison.french.items;
    let item = &items[at];
    // 1954-1955 for 1954-55.
    let century = at.checked_sub(1).and_then(|last| items[last].whole()).map(|last| last / 100 * 100);
    if item.traits.joined.is_some()
        && let (Some(century), Some(short)) = (century.filter(|year| *year >= 1000), value.as_whole())
        && short < 100
        && let Some(here) = comparison.first_free(|other| other.whole() == Some(century + short))
    {
        return Some(comparison.takes(here));
    }
    // A month in figures.
    let is_month = matches!(item.traits.joined, Some('/' | '-' | '.'))
        && value.as_whole().is_some_and(|month| month < 13 && comparison.here.months >> month & 1 == 1);
    if is_month {
        return ELSEWHERE;
    }
    if let Some(here) = clocks::taken_for_minutes(comparison, value) {
        return Some(Found::Loosely(Some(here)));
    }
    // The same once more, where nothing stands in its place.
    let may_be_left_out = once::is_explained(comparison, at)
        || once::may_be_said_once(comparison, at) && comparison.left().is_empty();
    if may_be_left_out {
        return ELSEWHERE;
    }
    // 15.3.26
    let is_short_year = |other: &Item| {
        other.parts.len() == 3
            && other.traits.dotted
            && value.as_whole().is_some_and(|year| {
                (1000..2100).contains(&year) && other.parts[2] == Value::whole(year % 100)
            })
    };
    if comparison.here.items.iter().any(is_short_year) {
        return ELSEWHERE;
    }
    if let Some((here, bit)) = periods::full_year(comparison, item, value) {
        comparison.used[here] |= bit;
        return ELSEWHERE;
    }
    if let Some(first) = periods::in_pairs(comparison, value) {
        comparison.used[first] |= WHOLE;
        comparison.used[first + 1] |= WHOLE;
        return ELSEWHERE;
    }
    None
}

/// Words of which the last has an ending, or that say one power of ten and another.
fn in_words(comparison: &mut Comparison<'_>, item: &Item, value: Value) -> Option<Found> {
    if let Some(here) = powers::in_two_powers(comparison, value) {
        comparison.used[here + 1] |= WHOLE;
        return Some(comparison.takes(here));
    }
    let here = words::with_last_inflected(comparison, item, value)
        .or_else(|| words::before_article(comparison, value))?;
    Some(comparison.takes(here))
}

/// Tens and units apart.
fn in_tens(comparison: &mut Comparison<'_>, value: Value) -> Option<Found> {
    if let Some(first) = words::in_tens_and_units(comparison, value) {
        comparison.used[first] |= WHOLE;
        comparison.used[first + 1] |= WHOLE;
        return ELSEWHERE;
    }
    let here = words::in_tens_and_stem(comparison, value)?;
    Some(comparison.takes(here))
}

/// A part of a whole: of a hundred, a year, a day; ratios and discounts.
fn as_share(comparison: &mut Comparison<'_>, at: usize, value: Value) -> Option<Found> {
    let item = &comparison.french.items[at];
    if let Some(first) = shares::share_in_signs(comparison, item, value) {
        comparison.used[first] |= WHOLE;
        comparison.used[first + 1] |= WHOLE;
        return ELSEWHERE;
    }
    let is_of_whole = shares::is_share_of_hundred(comparison, item, value)
        || periods::is_half_year(comparison, item, value)
        || periods::is_whole_day(comparison, item, value)
        || shares::is_growth_in_verb(comparison, item);
    if is_of_whole {
        return ELSEWHERE;
    }
    let in_two =
        shares::in_hundredths(comparison, item, value).or_else(|| shares::spelled_decimal(comparison, value));
    if let Some(here) = in_two {
        comparison.used[here + 1] |= WHOLE;
        return Some(comparison.takes(here));
    }
    if let Some(here) = periods::in_years(comparison, item, value)
        .or_else(|| shares::share_in_figures(comparison, item, value))
        .or_else(|| shares::ratio_in_per_cent(comparison, at, value))
        .or_else(|| shares::reduced_ratio(comparison, at, value))
        .or_else(|| shares::factor_in_per_cent(comparison, item, value))
        .or_else(|| shares::one_in_per_cent(comparison, item, value))
        .or_else(|| shares::in_per_mille(comparison, item, value))
        .or_else(|| shares::counted_parts(comparison, item, value))
    {
        return Some(comparison.takes(here));
    }
    let here =
        shares::one_of_so_many(comparison, item).or_else(|| shares::is_off(comparison, item, value))?;
    comparison.used[here] |= WHOLE;
    ELSEWHERE
}

/// A word that says it beside what else it says: by an ending, as the first of something, in its tenths.
fn in_a_word(comparison: &mut Comparison<'_>, at: usize, value: Value) -> Option<Found> {
    let items = &comparison.french.items;
    let item = &items[at];
    // The two of *niveau 2* is none of two things, that of 2/3 is.
    let is_above = || items.get(at + 1).is_some_and(|next| next.traits.joined == Some('/'));
    let may_be_dual =
        item.kind != Kind::Digits || is_above() || !values::counts_nothing(&comparison.source.prose, item);
    if value == Value::whole(2) && may_be_dual && has_dual(comparison) {
        return ELSEWHERE;
    }
    if value == Value::whole(1) && (is_first(comparison, item) || is_one_in_kana(comparison)) {
        return ELSEWHERE;
    }
    if halves::half_of_power(comparison, value) || halves::one_and_half(comparison, value) {
        return ELSEWHERE;
    }
    if let Some(here) = shares::in_tenths(comparison, value) {
        return Some(comparison.takes(here));
    }
    // The fifties of the fourteenth century.
    let decade = value.as_whole().filter(|year| (1000..2100).contains(year) && year.is_multiple_of(10));
    let in_decade =
        decade.is_some_and(|year| year % 100 > 0 && words::in_words(comparison, Value::whole(year % 100)));
    // Nine in the evening, where the word for nine has an ending.
    let evening = value.as_whole().filter(|hour| item.traits.hour && (13..24).contains(hour));
    let in_evening = evening.is_some_and(|hour| words::in_words(comparison, Value::whole(hour - 12)));
    let is_said =
        in_decade || in_evening || words::in_words(comparison, value) || halves::has_half(comparison, value);
    if is_said { ELSEWHERE } else { None }
}

/// A decimal that goes on, `0,333...`, cut off at another place.
fn periodic(comparison: &Comparison<'_>, item: &Item) -> Option<usize> {
    let goes_on = |behind: &str| behind.starts_with("...") || behind.starts_with('…');
    let (source, text) = (comparison.source, comparison.text);
    let was = item.value.or(item.foreign).filter(|_| goes_on(&source.prose[item.span.end..]))?;
    let decimals = item.decimals(source.raw);
    let is_it = |long: Value, short: Value, decimals: usize| {
        long.rounds_to(short, decimals) || long.cuts_to(short, decimals)
    };
    comparison.first_free(|other| {
        let (here, others) = (other.value.or(other.foreign), other.decimals(text.raw));
        decimals.min(others) > 0 && here.is_some_and(|is| is_it(was, is, others) || is_it(is, was, decimals))
    })
}

/// The 16 of a *round of 16*, which are the `huitièmes de finale`.
fn round_of(comparison: &Comparison<'_>, item: &Item) -> Option<usize> {
    let after = &comparison.source.prose[item.span.end..];
    let matches = item.whole().filter(|_| after.starts_with(" de finale"))?;
    comparison.first_free(|other| other.whole() == Some(2 * matches))
}

/// Whether a word has the Arabic ending for two of a thing, which says the number.
fn has_dual(comparison: &Comparison<'_>) -> bool {
    /// Two thirds and two fifths of what follows: too short to be told by their ending.
    const SHARES: [&str; 4] = ["ثلثا", "ثلثي", "خمسا", "خمسي"];
    comparison.target.language == "ar"
        && comparison.text.words.iter().any(|word| {
            let word = comparison.text.word(word);
            word.chars().nth(4).is_some()
                && ["ين", "ان", "تي", "تا", "اها", "يها"].iter().any(|ending| word.ends_with(ending))
                || SHARES.contains(&word)
        })
}

/// The first of `1re édition` in a sign that says no number: 初版, 首都.
fn is_first(comparison: &Comparison<'_>, french: &Item) -> bool {
    let after = &comparison.source.prose[french.span.end..].trim_start_matches('\u{2}');
    comparison.target.script.is_unspaced()
        && ["er", "re", "ère"].iter().any(|ending| after.starts_with(ending))
        && comparison.text.prose.contains(['初', '首', '元'])
}

/// Whether Japanese says one in kana, written onto what it counts: ひと束, ひと口.
fn is_one_in_kana(comparison: &Comparison<'_>) -> bool {
    comparison.target.script == Script::Kana && comparison.text.prose.contains("ひと")
}

/// Whether a number is the French one in another form.
fn is_other_form(comparison: &Comparison<'_>, french: &Item, other: &Item) -> bool {
    if french.traits.lone && other.traits.lone {
        // Tens of billions, or billions.
        let forms = |item: &Item| [item.value, item.base];
        return forms(french).iter().flatten().any(|value| forms(other).contains(&Some(*value)));
    }
    if french.value.is_some() && french.value == other.base {
        if is_no_power(comparison, french, other) {
            return true;
        }
        // 3千年紀 is the third millennium.
        if comparison.target.script.is_unspaced() && comparison.text.prose[other.span.end..].starts_with('年')
        {
            let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
            return after.starts_with("millénaire");
        }
    }
    // The Arabic dual: two billion in a word.
    if other.traits.lone
        && comparison.target.script == Script::Arabic
        && other.value.is_some_and(|single| {
            // The half after it was read as that of a single one: two billion and a half.
            let is_more = french.value.map(|value| value.by(3)) == Some(single.by(5));
            french.value == Some(single.by(2)) || is_more && halves::says_half(comparison)
        })
    {
        return true;
    }
    let Some(value) = french.whole() else { return false };
    // Tension : 12/7 is 120/70 where blood pressure is told in millimetres.
    if value < 30
        && other.whole() == Some(value * 10)
        && is_fraction(&comparison.source.prose, french)
        && is_fraction(&comparison.text.prose, other)
    {
        return comparison.source.has_word(|word| matches!(word, "tension" | "Tension"));
    }
    let there = [other.value, other.parts.first().copied()];
    there.into_iter().flatten().filter_map(Value::as_whole).any(|here| {
        is_other_hour(comparison, french, other, value, here)
            || is_other_year(comparison, french, other, value, here)
            || is_more_in_signs(comparison, other, value, here)
            || is_next_floor(comparison, french, value, here)
            || is_multiple(comparison, french, other, value, here)
            || periods::is_other_count(comparison, french, value, here)
            || periods::is_of_second_half(comparison, french, value, here)
            || periods::leaves_out(comparison, french, other, value, here)
    })
}

/// Whether what was read as a power of ten behind a number is something else there: 12조 is an article of a law as often as
/// twelve trillion, 10兆 are megabytes, 8 εκ. centimetres.
fn is_no_power(comparison: &Comparison<'_>, french: &Item, other: &Item) -> bool {
    let written = &comparison.text.prose[other.span.clone()];
    let has_centimetres = || {
        let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
        ["cm", "centim"].iter().any(|unit| after.starts_with(unit))
    };
    written.ends_with(['조', '兆']) && matches!(comparison.target.language.as_str(), "ko" | "zh")
        || written.ends_with(" εκ") && has_centimetres()
}

/// Whether these are one hour: by the other clock, at midnight, or counted from six.
fn is_other_hour(comparison: &Comparison<'_>, french: &Item, other: &Item, value: u64, here: u64) -> bool {
    let is_half_day = (13..24).contains(&value) && here + 12 == value;
    // Swahili counts its hours from six: saa tisa is three.
    let is_from_six = || {
        comparison.target.language == "sw"
            && (here + 6) % 12 == value % 12
            && comparison.text.prose[..other.span.start].ends_with("saa ")
    };
    is_half_day && is_hour_in_words(comparison, french)
        || french.traits.hour
            && (is_half_day
                || value + 12 == here
                || (value == 24 && here == 0)
                || (value == 0 && here == 24)
                || is_from_six())
}

/// Whether these are one year, decade, century or millennium.
fn is_other_year(comparison: &Comparison<'_>, french: &Item, other: &Item, value: u64, here: u64) -> bool {
    let is_decade = |year: u64, short: u64| {
        (1000..2100).contains(&year) && year % 100 == short && year.is_multiple_of(10)
    };
    let is_italian_word = || other.kind == Kind::Word && comparison.target.language == "it";
    // The nineteenth century is the 1800s in some languages, and the eight hundreds in Italian.
    let is_century = (2..=21).contains(&value)
        && (here == (value - 1) * 100 && (other.kind == Kind::Digits || is_italian_word())
            || here + 1000 == (value - 1) * 100 && is_italian_word());
    // The beginning of the millennium.
    let is_millennium = value == 2000 && here == 1000 && other.kind == Kind::Soft;
    is_millennium
        || is_decade(value, here)
        || is_decade(here, value)
        || is_century
        || comparison.is_its_century(french, other)
        || periods::is_short_year(comparison, value, here, other)
        || periods::is_of_other_calendar(comparison, value, here)
}

/// Whether *more than ten* is said as eleven and more, in Chinese or Japanese: 11メートル以上.
fn is_more_in_signs(comparison: &Comparison<'_>, other: &Item, value: u64, here: u64) -> bool {
    // The words of the next number are its own: 11隻は50m以上.
    let is_word = |c: &char| c.is_alphabetic() && !c.is_numeric();
    value.checked_add(1) == Some(here)
        && comparison.target.script.is_unspaced()
        && comparison.text.prose[other.span.end..]
            .chars()
            .take_while(is_word)
            .take(8)
            .collect::<String>()
            .contains("以上")
}

/// Whether a number of the French in words is one of hours: treize heures.
fn is_hour_in_words(comparison: &Comparison<'_>, french: &Item) -> bool {
    let after = &comparison.source.prose[french.span.end..];
    french.kind == Kind::Word && after.trim_start_matches(is_blank).starts_with("heure")
}

/// Whether these are one floor, in a language that calls the ground floor the first: 5e étage is 6階.
pub(in crate::check::numbers) fn is_next_floor(
    comparison: &Comparison<'_>,
    french: &Item,
    value: u64,
    here: u64,
) -> bool {
    let from_one = ["en", "ja", "zh", "ko", "ru", "uk", "fi", "sv", "no"];
    // English does so in America; elsewhere the first floor is above the ground.
    let from_ground = ["en-GB", "en-IE", "en-AU", "en-NZ", "en-ZA", "en-IN"];
    let after = comparison.source.prose[french.span.end..].trim_start_matches(['e', 'è', 'm', 'r', '\u{2}']);
    here == value + 1
        && after.trim_start_matches(is_blank).starts_with("étage")
        && !after.trim_start_matches(is_blank).starts_with("étages")
        && from_one.contains(&comparison.target.language.as_str())
        && !from_ground.contains(&comparison.target.tag.as_str())
}

/// Whether a number stands beside a stroke.
fn is_fraction(prose: &str, item: &Item) -> bool {
    prose[..item.span.start].ends_with('/') || prose[item.span.end..].starts_with('/')
}

/// Two decades are twenty years, three dozen are thirty-six, two and a half centuries are 250 years.
fn is_multiple(comparison: &Comparison<'_>, french: &Item, other: &Item, value: u64, here: u64) -> bool {
    let (value, here) = (u128::from(value), u128::from(here));
    let times = |items: &[Item], small: u128, large: u128| {
        let mut factors = items.iter().filter(|item| item.kind == Kind::Soft).filter_map(Item::whole);
        factors.any(|factor| factor > 3 && u128::from(factor) * small == large)
    };
    let is_half_more = || {
        let after = &comparison.source.prose[french.span.end..];
        let near = after.char_indices().nth(24).map_or(after, |(end, _)| &after[..end]);
        near.contains(" et demi") && times(&comparison.french.items, 2 * value + 1, 2 * here)
    };
    (french.kind == Kind::Word
        && here > value
        && (times(&comparison.french.items, value, here) || is_half_more()))
        || (here < value && other.kind == Kind::Word && times(&comparison.here.items, here, value))
}

/// Whether the translation says noon or midnight for this hour of the French.
fn is_named(comparison: &Comparison<'_>, item: &Item) -> bool {
    let hour = match item.parts.as_slice() {
        [hour, minutes] if item.value.is_none() && !item.traits.dotted && minutes.is_zero() => {
            hour.as_whole()
        }
        _ => item.whole().filter(|_| item.traits.hour),
    };
    let lexicon = &comparison.target.lexicon;
    let names_of = match hour {
        Some(12) => &lexicon.noon,
        Some(0 | 24) => &lexicon.midnight,
        _ => return false,
    };
    let lower = comparison.text.prose.to_lowercase();
    noon::names(comparison.text, &lower, names_of, comparison.target.script).is_some()
}
