//! Other forms of a number: hours by the half of the day, decades, centuries, words with endings.

use super::comparison::{Comparison, Found};
use super::halves;
use crate::check::conventions::Lexicon;
use crate::check::numbers::noon;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;
use crate::check::script::Script;

/// Looks for the French number at `at` in other forms.
pub(super) fn find(comparison: &mut Comparison<'_>, at: usize) -> Option<Found> {
    let french = comparison.french;
    let item = &french.items[at];
    let here = comparison.here.items.iter().enumerate().position(|(here, other)| {
        comparison.used[here] & 1 == 0
            && (is_other_form(comparison, item, other)
                || shares_magnitude(comparison, item, here)
                || takes_magnitude(comparison, at, other)
                || changes_magnitude(comparison, at, here))
    });
    if let Some(here) = here {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    if item.kind == Kind::Soft {
        return None;
    }
    if is_named(comparison, item) {
        return Some(Found::Loosely(None));
    }
    if let ([above, below], None) = (item.parts.as_slice(), item.value)
        && let Some(value) = fraction(*above, *below)
        && let Some(here) = free(comparison, |other| other.value == Some(value))
    {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    let value = item.value?;
    if let Some(here) = free(comparison, |other| match (other.parts.as_slice(), other.value) {
        ([above, below], None) => fraction(*above, *below) == Some(value),
        _ => false,
    }) {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    // 6½ for six heures et demie.
    let after = &comparison.source.prose[item.span.end..];
    let after = after.char_indices().nth(24).map_or(after, |(end, _)| &after[..end]);
    if after.contains(" et demi")
        && let Some(here) = free(comparison, |other| other.value == Some(value.plus(Value::half())))
    {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    // 1954-1955 for 1954-55.
    let century = at.checked_sub(1).and_then(|last| french.items[last].whole()).map(|last| last / 100 * 100);
    if item.traits.joined.is_some()
        && let (Some(century), Some(short)) = (century.filter(|year| *year >= 1000), value.as_whole())
        && short < 100
        && let Some(here) = free(comparison, |other| other.whole() == Some(century + short))
    {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    // A month in figures.
    let is_month = matches!(item.traits.joined, Some('/' | '-' | '.'))
        && value.as_whole().is_some_and(|month| month < 13 && comparison.here.months >> month & 1 == 1);
    if is_month {
        return Some(Found::Loosely(None));
    }
    // The same once more, where nothing stands in its place.
    let again =
        french.items.iter().enumerate().any(|(other, same)| {
            other != at && same.value == Some(value) && comparison.found[other].is_some()
        });
    // But 200 × 200 has both.
    let is_side = |item: &Item| matches!(item.traits.joined, Some('x' | '×'));
    if again
        && !is_side(item)
        && !french.items.get(at + 1).is_some_and(is_side)
        && comparison.left().is_empty()
    {
        return Some(Found::Loosely(None));
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
        return Some(Found::Loosely(None));
    }
    if let Some((here, bit)) = full_year(comparison, item, value) {
        comparison.used[here] |= bit;
        return Some(Found::Loosely(None));
    }
    if let Some(first) = in_pairs(comparison, value) {
        comparison.used[first] |= 1;
        comparison.used[first + 1] |= 1;
        return Some(Found::Loosely(None));
    }
    if let Some(here) = in_two_powers(comparison, value) {
        comparison.used[here] |= 1;
        comparison.used[here + 1] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    if let Some(here) = with_last_inflected(comparison, item, value) {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    if let Some(first) = in_tens_and_units(comparison, value) {
        comparison.used[first] |= 1;
        comparison.used[first + 1] |= 1;
        return Some(Found::Loosely(None));
    }
    if let Some(here) = in_tens_and_stem(comparison, value) {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    if is_share_of_hundred(comparison, item, value) || is_half_year(comparison, item, value) {
        return Some(Found::Loosely(None));
    }
    if is_whole_day(comparison, item, value) {
        return Some(Found::Loosely(None));
    }
    if let Some(here) = in_hundredths(comparison, value) {
        comparison.used[here] |= 1;
        comparison.used[here + 1] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    if let Some(here) = share_in_figures(comparison, item, value) {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    if let Some(here) =
        ratio_in_per_cent(comparison, at, value).or_else(|| counted_parts(comparison, item, value))
    {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    if value == Value::whole(2) && has_dual(comparison) {
        return Some(Found::Loosely(None));
    }
    if value == Value::whole(1) && is_first(comparison, item) {
        return Some(Found::Loosely(None));
    }
    if halves::half_of_power(comparison, value) || halves::one_and_half(comparison, value) {
        return Some(Found::Loosely(None));
    }
    if let Some(here) = in_tenths(comparison, value) {
        comparison.used[here] |= 1;
        return Some(Found::Loosely(Some(here)));
    }
    // The fifties of the fourteenth century.
    let decade = value.as_whole().filter(|year| (1000..2100).contains(year) && year.is_multiple_of(10));
    let in_decade =
        decade.is_some_and(|year| year % 100 > 0 && in_words(comparison, Value::whole(year % 100)));
    // Nine in the evening, where the word for nine has an ending.
    let evening = value.as_whole().filter(|hour| item.traits.hour && (13..24).contains(hour));
    let in_evening = evening.is_some_and(|hour| in_words(comparison, Value::whole(hour - 12)));
    (in_decade || in_evening || in_words(comparison, value) || halves::has_half(comparison, value))
        .then_some(Found::Loosely(None))
}

/// Two numbers in a row, each with its power of ten: 2 trilyon 218 milyar, 3 трлн 228 млрд.
fn in_two_powers(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    comparison.here.items.windows(2).enumerate().position(|(at, pair)| {
        let [first, second] = pair else { return false };
        let is_free = comparison.used[at] | comparison.used[at + 1] == 0;
        let is_near = comparison
            .text
            .prose
            .get(first.span.end..second.span.start)
            .is_some_and(|between| between.len() <= 6 && !between.contains([',', ';', '(']));
        is_free
            && is_near
            && first.traits.magnitude
            && second.traits.magnitude
            && first.value.zip(second.value).is_some_and(|(a, b)| a > b && a.plus(b) == value)
    })
}

/// A long number in words whose last ones have endings: тысяча девятьсот сорок пятом.
fn with_last_inflected(comparison: &Comparison<'_>, item: &Item, value: Value) -> Option<usize> {
    let value = value.as_whole().filter(|value| *value > 100 && item.kind == Kind::Word)?;
    free(comparison, |other| {
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

/// What ¾ is as a number.
fn fraction(above: Value, below: Value) -> Option<Value> {
    Value::fraction(above.as_whole()?, below.as_whole().filter(|below| *below > 1)?)
}

/// The first number of the translation that renders nothing yet and is so.
fn free(comparison: &Comparison<'_>, is: impl Fn(&Item) -> bool) -> Option<usize> {
    let items = comparison.here.items.iter().enumerate();
    items.filter(|(here, _)| comparison.used[*here] == 0).find(|(_, item)| is(item)).map(|(here, _)| here)
}

/// Two words in a row of which the second is also another word: vigésima segunda, двадцать вторая, on dördü.
fn in_tens_and_units(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    let value = value.as_whole().filter(|value| (11..100).contains(value) && !value.is_multiple_of(10))?;
    comparison.here.items.windows(2).position(|pair| {
        let is = |item: &Item, value| item.value == Some(Value::whole(value)) && item.kind != Kind::Digits;
        let near = pair[1].span.start.saturating_sub(pair[0].span.end);
        is(&pair[0], value / 10 * 10) && is(&pair[1], value % 10) && (1..=4).contains(&near)
    })
}

/// Three tenths for 0.3: the number that counts them.
fn in_tenths(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    let tenths = value.times(1).as_whole().filter(|tenths| (1..10).contains(tenths))?;
    let tenth = |word: &str| comparison.target.lexicon.shares.contains(&(word, 10));
    let text = comparison.text;
    let is_counted = |item: &Item| {
        item.whole() == Some(tenths)
            && text.words.iter().any(|word| {
                (1..=3).contains(&word.span().start.wrapping_sub(item.span.end))
                    && with_lower(text.word(word), tenth)
            })
    };
    free(comparison, is_counted)
}

/// Turkish tens, and a word for the units with an ending: on beşinin.
fn in_tens_and_stem(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    if comparison.target.language != "tr" {
        return None;
    }
    let value = value.as_whole().filter(|value| (11..100).contains(value) && !value.is_multiple_of(10))?;
    let units = stems(&comparison.target.lexicon, value % 10);
    let text = comparison.text;
    free(comparison, |tens| {
        tens.whole() == Some(value / 10 * 10)
            && tens.kind == Kind::Word
            && text.words.iter().any(|word| {
                (1..=3).contains(&word.span().start.wrapping_sub(tens.span.end))
                    && with_lower(text.word(word), |word| units.iter().any(|stem| word.starts_with(stem)))
            })
    })
}

/// Half of the voters for 50 %, a quarter for 25 %, three of them for 75 %, a fifth for 20 %.
fn is_share_of_hundred(comparison: &Comparison<'_>, french: &Item, value: Value) -> bool {
    let share = match value.as_whole().filter(|_| french.traits.percent) {
        Some(50) => 2,
        Some(25 | 75) => 4,
        Some(20 | 40 | 60 | 80) => 5,
        _ => return false,
    };
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let soft = Some(Value::whole(u64::from(share)));
    let is_share = |word: &str| lexicon.shares.contains(&(word, share));
    share == 2 && halves::says_half(comparison)
        || comparison.here.items.iter().any(|item| item.kind == Kind::Soft && item.value == soft)
        || share == 5 && text.has_word(is_share)
}

/// Half a year for six months, a year and a half for eighteen, an hour and a half for ninety minutes.
fn is_half_year(comparison: &Comparison<'_>, french: &Item, value: Value) -> bool {
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    let is_half = match value.as_whole() {
        Some(6 | 18) => after.starts_with("mois"),
        Some(30 | 90) => after.starts_with("min"),
        _ => false,
    };
    is_half && halves::says_half(comparison)
}

/// A decimal in two units of which one is a hundredth of the other: 2,50 € in 2 евро 50 центов, 10,83 s in 10秒83.
fn in_hundredths(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    /// Bytes of a unit and its blanks.
    const NEAR: usize = 16;
    if value.as_whole().is_some() {
        return None;
    }
    let all = value.times(2).as_whole()?;
    let (whole, part) = (Some(all / 100), Some(all % 100));
    let items = &comparison.here.items;
    items.windows(2).enumerate().position(|(at, pair)| {
        let between = comparison.text.prose.get(pair[0].span.end..pair[1].span.start);
        let is_near = between.is_some_and(|between| {
            between.len() <= NEAR
                && between.contains(char::is_alphabetic)
                && !between.contains([',', ';', '.', '('])
        });
        let is_free = comparison.used[at] & 1 == 0 && comparison.used[at + 1] & 1 == 0;
        is_free && is_near && pair[0].whole() == whole && pair[1].whole() == part
    })
}

/// The three of three quarters, in 75 per cent or 0.75.
fn share_in_figures(comparison: &Comparison<'_>, french: &Item, count: Value) -> Option<usize> {
    let is_next = |start: usize| (1..=3).contains(&start.wrapping_sub(french.span.end));
    let share = comparison.french.in_words.shares.iter().find(|share| is_next(share.span.start))?;
    let number = u64::from(share.number);
    free(comparison, |other| {
        let Some(value) = other.value else { return false };
        let is_nearly = number == 3 && count == Value::whole(2) && matches!(value.as_whole(), Some(66 | 67));
        value.by(number) == count || value.by(number) == count.by(100) || is_nearly
    })
}

/// The eight of eight in ten, in 80 per cent or 8割; its ten is there with it.
fn ratio_in_per_cent(comparison: &mut Comparison<'_>, at: usize, count: Value) -> Option<usize> {
    /// Bytes between the two numbers: who is counted.
    const NEAR: usize = 40;
    let items = &comparison.french.items;
    let item = &items[at];
    // Figures come before words.
    let behind = items.iter().enumerate().filter(|(_, other)| other.span.start > item.span.end);
    let (second, all) = behind.min_by_key(|(_, other)| other.span.start)?;
    let between = comparison.source.prose.get(item.span.end..all.span.start)?.trim_end_matches(is_blank);
    let is_ratio =
        between.len() <= NEAR && between.strip_suffix("sur").is_some_and(|rest| rest.ends_with(is_blank));
    let whole = all.whole().filter(|whole| is_ratio && (2..=100).contains(whole))?;
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let is_percent = |other: &Item| {
        let after = text.prose[other.span.end..].trim_start_matches(is_blank);
        let before = text.prose[..other.span.start].trim_end_matches(is_blank);
        let says = |word: Option<&str>| {
            word.is_some_and(|word| with_lower(word, |word| lexicon.percent.contains(&word)))
        };
        other.traits.percent
            || after.starts_with(['%', '٪', '％'])
            || before.ends_with(['%', '٪'])
            || says(after.split(|c: char| !c.is_alphabetic()).next())
            || says(before.rsplit(|c: char| !c.is_alphabetic()).next())
    };
    let same = |other: &Item| other.value.is_some_and(|here| here.by(whole) == count.by(100));
    let here = free(comparison, |other| same(other) && is_percent(other))?;
    comparison.found[second].get_or_insert(Found::Loosely(None));
    Some(here)
}

/// The four of `4 centièmes`, where the word for the parts was read as the number that it looks like: cuatro
/// centésimas, четыре сотых.
fn counted_parts(comparison: &Comparison<'_>, french: &Item, count: Value) -> Option<usize> {
    const PARTS: [(&str, u8); 3] = [("dixième", 1), ("centième", 2), ("millième", 3)];
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    let power = PARTS.iter().find(|(part, _)| after.starts_with(part))?.1;
    free(comparison, |other| other.kind != Kind::Soft && other.value == Some(count.times(power)))
}

/// Twenty-four hours in a word for the day with its night: vuorokaudessa, за сутки.
fn is_whole_day(comparison: &Comparison<'_>, french: &Item, value: Value) -> bool {
    let days = &comparison.target.lexicon.whole_day;
    if days.is_empty() || value != Value::whole(24) {
        return false;
    }
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    after.starts_with('h') && comparison.text.has_word(|word| days.iter().any(|day| word.starts_with(day)))
}

/// Whether a word has the Arabic ending for two of a thing, which says the number.
fn has_dual(comparison: &Comparison<'_>) -> bool {
    comparison.target.language == "ar"
        && comparison.text.words.iter().any(|word| {
            let word = comparison.text.word(word);
            word.chars().nth(4).is_some()
                && ["ين", "ان", "تي", "تا", "اها", "يها"].iter().any(|ending| word.ends_with(ending))
        })
}

/// The first of `1re édition` in a sign that says no number: 初版, 首都.
fn is_first(comparison: &Comparison<'_>, french: &Item) -> bool {
    let after = &comparison.source.prose[french.span.end..].trim_start_matches('\u{2}');
    comparison.target.script.is_unspaced()
        && ["er", "re", "ère"].iter().any(|ending| after.starts_with(ending))
        && comparison.text.prose.contains(['初', '首', '元'])
}

/// The year that the French writes in two digits, mai 68 and 22/11/80, written out; and the bit of its part of a date.
fn full_year(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<(usize, u16)> {
    let short = value
        .as_whole()
        .filter(|short| *short < 100 && french.kind == Kind::Digits && french.span.len() == 2)?;
    if french.traits.percent || french.traits.magnitude || french.traits.coded {
        return None;
    }
    let is_year = |year: u64| year == 1900 + short || year == 2000 + short;
    let items = comparison.here.items.iter().enumerate();
    let mut free =
        items.filter(|(here, other)| comparison.used[*here] & 1 == 0 && other.kind == Kind::Digits);
    free.find_map(|(here, other)| {
        if comparison.used[here] == 0 && other.whole().is_some_and(is_year) {
            return Some((here, 1));
        }
        let part = other.parts.iter().take(8).position(|part| part.as_whole().is_some_and(is_year))?;
        (comparison.used[here] & 2 << part == 0).then_some((here, 2 << part))
    })
}

/// A year in two numbers: nineteen forty-five.
fn in_pairs(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    let year = value.as_whole().filter(|year| (1000..2100).contains(year))?;
    let whole = |item: &Item| item.whole().filter(|_| item.kind == Kind::Word);
    comparison
        .here
        .items
        .windows(2)
        .position(|pair| whole(&pair[0]) == Some(year / 100) && whole(&pair[1]) == Some(year % 100))
}

fn is_other_form(comparison: &Comparison<'_>, french: &Item, other: &Item) -> bool {
    if french.traits.lone && other.traits.lone {
        // Tens of billions, or billions.
        let forms = |item: &Item| [item.value, item.base];
        return forms(french).iter().flatten().any(|value| forms(other).contains(&Some(*value)));
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
    let there = [other.value, other.parts.first().copied()];
    there.into_iter().flatten().filter_map(Value::as_whole).any(|here| {
        let half_day = french.traits.hour
            && ((13..24).contains(&value) && here + 12 == value
                || value + 12 == here
                || (value == 24 && here == 0)
                || (value == 0 && here == 24));
        let is_decade = |year: u64, short: u64| {
            (1000..2100).contains(&year) && year % 100 == short && year.is_multiple_of(10)
        };
        // The nineteenth century is the 1800s in some languages, and the eight hundreds in Italian.
        let is_century = (2..=21).contains(&value)
            && (here == (value - 1) * 100 && other.kind == Kind::Digits
                || here + 1000 == (value - 1) * 100
                    && other.kind == Kind::Word
                    && comparison.target.language == "it");
        // The beginning of the millennium.
        let is_millennium = value == 2000 && here == 1000 && other.kind == Kind::Soft;
        // More than ten is eleven and more.
        let is_more = here == value + 1
            && comparison.target.script.is_unspaced()
            && comparison.text.prose[other.span.end..].chars().take(4).collect::<String>().contains("以上");
        half_day
            || is_more
            || is_next_floor(comparison, french, value, here)
            || is_millennium
            || is_decade(value, here)
            || is_decade(here, value)
            || is_century
            || comparison.is_its_century(french, other)
            || is_short_year(comparison, value, here, other)
            || is_multiple(comparison, french, other, value, here)
            || is_other_count(comparison, french, value, here)
    })
}

/// Whether these are one floor, in a language that calls the ground floor the first: 5e étage is 6階.
pub(in crate::check::numbers) fn is_next_floor(
    comparison: &Comparison<'_>,
    french: &Item,
    value: u64,
    here: u64,
) -> bool {
    let from_one = ["en", "ja", "zh", "ko", "ru", "uk", "fi", "sv", "no"];
    let after = comparison.source.prose[french.span.end..].trim_start_matches(['e', 'è', 'm', 'r', '\u{2}']);
    here == value + 1
        && after.trim_start_matches(is_blank).starts_with("étage")
        && !after.trim_start_matches(is_blank).starts_with("étages")
        && from_one.contains(&comparison.target.language.as_str())
}

/// French counts of days and hours by other names: the number, what follows it, and the number in other
/// languages. A fortnight has fifteen days, a week eight; three quarters of an hour are 45 minutes.
const OTHER_COUNTS: [(u64, &str, u64); 9] = [
    (48, "heures", 2),
    (72, "heures", 3),
    (24, "heures", 1),
    (12, "mois", 1),
    (15, "jours", 2),
    (15, "jours", 14),
    (8, "jours", 1),
    (3, "quarts d’heure", 45),
    (3, "quarts d'heure", 45),
];

/// Takes the numbers by which other languages count the days and hours of the French, before its articles do.
pub(super) fn other_counts(comparison: &mut Comparison<'_>) {
    let french = comparison.french;
    for (at, item) in french.items.iter().enumerate() {
        let (None, Some(value)) = (comparison.found[at], item.whole()) else { continue };
        if item.kind == Kind::Soft || !OTHER_COUNTS.iter().any(|count| count.0 == value) {
            continue;
        }
        let is_other = |here: &Item| {
            here.kind == Kind::Digits
                && here.whole().is_some_and(|here| is_other_count(comparison, item, value, here))
        };
        if let Some(here) = free(comparison, is_other) {
            comparison.used[here] |= 1;
            comparison.found[at] = Some(Found::Loosely(Some(here)));
        }
    }
}

fn is_other_count(comparison: &Comparison<'_>, french: &Item, value: u64, here: u64) -> bool {
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    // In the last twelve months.
    let after = ["derniers ", "dernières ", "prochains ", "prochaines ", "premiers ", "premières "]
        .iter()
        .find_map(|adjective| after.strip_prefix(adjective))
        .unwrap_or(after);
    OTHER_COUNTS
        .iter()
        .any(|(count, noun, other)| value == *count && here == *other && after.starts_with(noun))
}

/// `1914–18`, `’68`
fn is_short_year(comparison: &Comparison<'_>, value: u64, here: u64, other: &Item) -> bool {
    let is_year = (1000..2100).contains(&value);
    // Pages 112–15.
    let is_end = (100..10_000).contains(&value) && matches!(other.traits.joined, Some('-' | '–' | '−' | '/'));
    here < 100
        && value % 100 == here
        && (is_end
            || is_year
                && (other.traits.joined.is_some()
                    || comparison.text.prose[..other.span.start].ends_with(['\'', '’'])))
}

/// Two decades are twenty years, three dozen are thirty-six, two and a half centuries are 250 years.
fn is_multiple(comparison: &Comparison<'_>, french: &Item, other: &Item, value: u64, here: u64) -> bool {
    let times = |items: &[Item], small: u64, large: u64| {
        items
            .iter()
            .filter(|item| item.kind == Kind::Soft)
            .any(|item| item.whole().is_some_and(|factor| factor > 3 && factor * small == large))
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

/// `2 and 1.4 billion`, `3–5 thousand`: the word for the power of ten stands once, at the end.
fn shares_magnitude(comparison: &Comparison<'_>, french: &Item, here: usize) -> bool {
    let items = &comparison.here.items;
    let (Some(value), Some(small)) = (french.value, items[here].value) else { return false };
    if items[here].traits.magnitude || small >= value {
        return false;
    }
    items[here + 1..].iter().take(2).any(|next| {
        let factor = next.base.and_then(|base| next.value?.over(base));
        factor.is_some_and(|factor| small.by(factor) == value)
    })
}

/// `de 1,2 à 1,4 milliard` for 1200 to 1400 million: both write the power of ten once, and not the same one.
fn changes_magnitude(comparison: &Comparison<'_>, at: usize, here: usize) -> bool {
    let (french, items) = (&comparison.french.items, &comparison.here.items);
    let pair = |items: &[Item], at: usize| {
        let (item, next) = (&items[at], items.get(at + 1)?);
        let is_plain = item.kind == Kind::Digits && !item.traits.magnitude;
        let is_near = next.span.start.saturating_sub(item.span.end) <= 10;
        let factor = next.base.and_then(|base| next.value?.over(base));
        Some((item.value.filter(|_| is_plain && is_near)?.by(factor?), next.value?))
    };
    pair(items, here).is_some_and(|both| pair(french, at) == Some(both))
}

/// `entre 4 et 8 millions`, in a language that writes the power of ten at both (400万人から800万人).
fn takes_magnitude(comparison: &Comparison<'_>, at: usize, other: &Item) -> bool {
    /// Bytes between two numbers of a range or list, and between three.
    const NEAR: [usize; 2] = [10, 24];
    let items = &comparison.french.items;
    let (item, Some(large)) = (&items[at], other.value) else { return false };
    let Some(value) = item.value.filter(|_| !item.traits.magnitude && item.kind != Kind::Soft) else {
        return false;
    };
    other.traits.magnitude
        && items[at + 1..].iter().zip(NEAR).any(|(next, near)| {
            let is_near = next.span.start.saturating_sub(item.span.end) <= near;
            let factor = next.base.and_then(|base| next.value?.over(base));
            is_near && factor.is_some_and(|factor| value.by(factor) == large)
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
    text.has_word(|written| {
        lexicon.number(written).is_none()
            && (whole.iter().any(|stem| {
                written.len() > stem.len()
                    && (written.starts_with(stem) || (stem.len() > 4 && written.ends_with(stem)))
            }) || (tens.iter().any(|stem| written.contains(stem))
                && units.iter().any(|stem| written.contains(stem))))
    })
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
