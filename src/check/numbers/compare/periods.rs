//! Days, months and years that other languages count by other numbers, or write short.

use super::comparison::{Comparison, Found, WHOLE};
use super::halves;
use crate::check::lists::Words;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;

/// Half a year for six months, a year and a half for eighteen, an hour and a half for ninety minutes.
pub(super) fn is_half_year(comparison: &Comparison<'_>, french: &Item, value: Value) -> bool {
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    let is_half = match value.as_whole() {
        Some(6 | 18) => after.starts_with("mois"),
        Some(30 | 90) => after.starts_with("min") || after.starts_with("s ") || after.starts_with("seconde"),
        _ => false,
    };
    // Two and a half years are none.
    let is_long = matches!(value.as_whole(), Some(18 | 90));
    let is_said = || match is_long && !comparison.source.prose.contains("demi") {
        true => halves::says_one_and_half(comparison),
        false => halves::says_half(comparison),
    };
    // Nine months are none either.
    let is_other = |item: &Item| {
        item.kind == Kind::Word
            && item.value.is_some_and(|here| here > Value::whole(2) && !comparison.is_french(here))
    };
    is_half && is_said() && comparison.first_free(is_other).is_none()
}

/// Twenty-four hours in a word for the day with its night: vuorokaudessa, за сутки.
pub(super) fn is_whole_day(comparison: &Comparison<'_>, french: &Item, value: Value) -> bool {
    let days = &comparison.target.lexicon.whole_day;
    if days.is_empty() || value != Value::whole(24) {
        return false;
    }
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    after.starts_with('h') && comparison.text.has_word(|word| days.iter().any(|day| word.starts_with(day)))
}

/// The year that the French writes in two digits, mai 68 and 22/11/80, written out; and the bit of its part of a date.
pub(super) fn full_year(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<(usize, u16)> {
    let short = value
        .as_whole()
        .filter(|short| *short < 100 && french.kind == Kind::Digits && french.span.len() == 2)?;
    if french.traits.percent || french.traits.magnitude || french.traits.coded {
        return None;
    }
    let is_year = |year: u64| year == 1900 + short || year == 2000 + short;
    let items = comparison.here.items.iter().enumerate();
    let mut free =
        items.filter(|(here, other)| comparison.used[*here] & WHOLE == 0 && other.kind == Kind::Digits);
    free.find_map(|(here, other)| {
        if comparison.used[here] == 0 && other.whole().is_some_and(is_year) {
            return Some((here, 1));
        }
        let part = other.parts.iter().take(8).position(|part| part.as_whole().is_some_and(is_year))?;
        (comparison.used[here] & 2 << part == 0).then_some((here, 2 << part))
    })
}

/// A year in two numbers: nineteen forty-five.
pub(super) fn in_pairs(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    let year = value.as_whole().filter(|year| (1000..2100).contains(year))?;
    let whole = |item: &Item| item.whole().filter(|_| item.kind == Kind::Word);
    comparison
        .here
        .items
        .windows(2)
        .position(|pair| whole(&pair[0]) == Some(year / 100) && whole(&pair[1]) == Some(year % 100))
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
        if let Some(here) = comparison.first_free(is_other) {
            comparison.used[here] |= WHOLE;
            comparison.found[at] = Some(Found::Loosely(Some(here)));
        }
    }
}

/// Whether a minute of a match is counted from the beginning of its second half: *aos 43 minutos do segundo tempo* for the
/// 88th.
pub(super) fn is_of_second_half(comparison: &Comparison<'_>, french: &Item, value: u64, here: u64) -> bool {
    /// Minutes of a half.
    const HALF: u64 = 45;
    /// How languages that count so name it.
    static SECOND: Words = Words::of("second-half");
    here + HALF == value
        && comparison.source.prose[french.span.end..]
            .trim_start_matches(['e', 'è', 'm', '\u{2}'])
            .trim_start_matches(is_blank)
            .starts_with("minute")
        && {
            let prose = comparison.text.prose.to_lowercase();
            SECOND.all().iter().any(|second| prose.contains(second))
        }
}

/// Months in years and halves of them: 1.5 years for *18 mois*.
pub(super) fn in_years(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    let months = value.as_whole().filter(|months| months.is_multiple_of(6) && *months > 12)?;
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    let years = Value::fraction(months, 12).filter(|_| after.starts_with("mois"))?;
    comparison.first_free(|other| other.value == Some(years))
}

pub(super) fn is_other_count(comparison: &Comparison<'_>, french: &Item, value: u64, here: u64) -> bool {
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
pub(super) fn is_short_year(comparison: &Comparison<'_>, value: u64, here: u64, other: &Item) -> bool {
    let is_year = (1000..2100).contains(&value);
    // Pages 112–15; but 312–78 are no votes to 178.
    let items = &comparison.here.items;
    let begins_alike = || {
        let at = items.iter().position(|item| std::ptr::eq(item, other));
        let begin = at.and_then(|at| at.checked_sub(1)).and_then(|before| items[before].whole());
        begin.is_some_and(|begin| begin / 100 == value / 100)
    };
    let is_end = (100..10_000).contains(&value)
        && matches!(other.traits.joined, Some('-' | '–' | '−' | '/'))
        && begins_alike();
    here < 100
        && value % 100 == here
        && (is_end
            || is_year
                && (other.traits.joined.is_some()
                    || comparison.text.prose[..other.span.start].ends_with(['\'', '’'])))
}

/// Whether a year is one of the calendar that the language counts by: 2541 for 1998 in Thai, 1377 in Persian.
pub(super) fn is_of_other_calendar(comparison: &Comparison<'_>, year: u64, here: u64) -> bool {
    let is_year = (1800..2200).contains(&year);
    match comparison.target.language.as_str() {
        "th" => is_year && here == year + 543,
        "fa" => is_year && (here == year - 621 || here == year - 622),
        _ => false,
    }
}

/// Finds the first or second half of a year in words that hold no such number: `2e semestre` is 下半期. It comes before
/// all else: the two of 第2四半期 is none of its.
pub(super) fn halves_of_years(comparison: &mut Comparison<'_>) {
    let names = &comparison.target.lexicon.half_years;
    if names.is_empty() {
        return;
    }
    for (at, item) in comparison.french.items.iter().enumerate() {
        let Some(half) = item.whole().filter(|half| (1..=2).contains(half)) else { continue };
        let after = &comparison.source.prose[item.span.end..];
        let after = after.trim_start_matches(|c| "ermènd\u{2}".contains(c)).trim_start_matches(is_blank);
        if !after.starts_with("semestre") {
            continue;
        }
        let is_name = |word: &str| names.iter().any(|(name, of)| *of == half && word.starts_with(name));
        let is_said = match comparison.target.script.is_unspaced() {
            true => names.iter().any(|(name, of)| *of == half && comparison.text.prose.contains(name)),
            false => comparison.text.has_word(is_name),
        };
        if is_said {
            comparison.found[at] = Some(Found::Loosely(None));
        }
    }
}

/// Whether a Japanese word for the days between says what the French counts: `tous les deux jours` is 1日おき.
pub(super) fn leaves_out(
    comparison: &Comparison<'_>,
    french: &Item,
    other: &Item,
    value: u64,
    here: u64,
) -> bool {
    if value != here + 1 || comparison.target.language != "ja" {
        return false;
    }
    let before = comparison.source.prose[..french.span.start].trim_end_matches(is_blank);
    let after = &comparison.text.prose[other.span.end..];
    let near = after.char_indices().nth(4).map_or(after, |(end, _)| &after[..end]);
    near.contains("おき") && ["tous les", "toutes les"].iter().any(|every| before.ends_with(every))
}
