//! Numbers that are alike at a glance, as those of most translations are: there is nothing to compare.

use super::compare::are_one_time;
use super::read::{Item, Kind, Measure, Reading, currencies, is_blank, measures};
use super::report::{are_of_same_money, half_of_day, has_two_digits_each};
use crate::check::Pair;
use crate::check::scan;

/// Whether the translation has the figures of the French, each with its sign and unit, in the same order and in its own
/// way, and no others; also times, months and amounts of money. Asked of figures that are [plain](Reading::is_plain_in) in the French.
pub(super) fn are_alike(pair: &Pair<'_>, french: &Reading, here: &Reading) -> bool {
    fn figures(reading: &Reading) -> impl Iterator<Item = &Item> + Clone {
        reading.items.iter().filter(|item| item.kind == Kind::Digits)
    }
    if !french.is_plain
        || (french.months, french.month_count) != (here.months, here.month_count)
        || here.items.iter().any(Item::holds_more)
        || french.items.iter().any(Item::is_about_many)
        // Figures of the French may have become code.
        || pair.translation.written(scan::Kind::Code).next().is_some()
    {
        return false;
    }
    let measures = match french.measures.as_slice() {
        [] => Vec::new(),
        _ => measures(&pair.translation, &here.items, &pair.target.lexicon),
    };
    // Those in figures stand first.
    let (mut ours, mut theirs) = (figures(french).enumerate(), figures(here).enumerate());
    while let Some((place, item)) = ours.next() {
        let Some((there, other)) = theirs.next() else { return false };
        let is_minutes = |next: &(usize, &Item)| are_one_time(&pair.source.text, item, next.1);
        let is_same = if let Some((_, minutes)) = ours.clone().next().filter(is_minutes) {
            ours.next();
            is_same_time(pair, item, minutes, other)
        } else {
            item.value == other.value
                && other.is_plain()
                && are_of_same_unit(french, place, &measures, there)
                && !(item.traits.hour && half_of_day(&pair.translation, pair.target, other).is_some())
        };
        if !is_same
            || (item.traits.percent, item.traits.negative) != (other.traits.percent, other.traits.negative)
            || !stands_alone(pair, other)
            || french.currencies != 0 && !are_of_same_money(pair, item, other)
        {
            return false;
        }
    }
    theirs.next().is_none()
        && (french.currencies == 0 || currencies(&pair.translation) == french.currencies)
        // The units of rates are asked for apart: mg/kg.
        && (memchr::memchr(b'/', pair.translation.prose.as_bytes()).is_none()
            || !figures(here).any(|item| is_rate(&pair.translation.prose, item)))
}

/// Whether a unit with a stroke behind it follows a number.
fn is_rate(prose: &str, item: &Item) -> bool {
    let behind = prose[item.span.end..].trim_start_matches(is_blank);
    let unit = behind.trim_start_matches(char::is_alphabetic);
    unit.len() < behind.len() && unit.starts_with('/')
}

/// Whether the number at this place of the French has no unit, or has it in the translation, too.
fn are_of_same_unit(french: &Reading, place: usize, here: &[Measure], there: usize) -> bool {
    french.measures.iter().filter(|measure| measure.at == place).all(|measure| {
        let mut units = here.iter().filter(|other| other.at == there);
        units.next().is_some_and(|other| other.count == 1 && other.unit.is_same(measure.unit))
            && units.next().is_none()
    })
}

/// Whether a time of the French, `18 h 30`, is here as most languages write it, `18:30`, without a word that says which
/// half of the day it is in.
fn is_same_time(pair: &Pair<'_>, hour: &Item, minutes: &Item, other: &Item) -> bool {
    let text = &pair.translation;
    other.is_clock()
        && other.parts.iter().copied().map(Some).eq([hour.value, minutes.value])
        && has_two_digits_each(&text.prose[other.span.clone()])
        && half_of_day(text, pair.target, other).is_none()
}

/// Whether nothing behind a number may be left of the French: the ending of an ordinal, the `h` of a time, `Mo`; May is no
/// such sign.
fn stands_alone(pair: &Pair<'_>, item: &Item) -> bool {
    let behind = &pair.translation.prose[item.span.end..];
    let word = behind.trim_start_matches(is_blank);
    let may_be_left = || {
        let rest = word.trim_start_matches(char::is_alphabetic);
        let word = &word[..word.len() - rest.len()];
        word.chars().nth(LONGEST_SYMBOL).is_none() && !pair.target.lexicon.months.contains_key(word)
    };
    let is_left = behind.starts_with(char::is_alphabetic)
        || word.starts_with(['h', 'k', 'K', 'M', 'G', 'T']) && may_be_left();
    !is_left
}

/// Letters of what may be left: `Mbit`, `GHz`. A word with more is one of the translation: 195 *hours*.
const LONGEST_SYMBOL: usize = 4;

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use proptest::prelude::*;

    use crate::check::numbers::{differences, read};
    use crate::check::scan::Text;
    use crate::check::{Format, Pair, Settings, Source, Target};
    use crate::document::BlockKind;

    /// What may stand in a French text, and in a translation.
    const PARTS: [(&str, &str); 86] = [
        ("12", "12"),
        ("7", "7"),
        ("7", "8"),
        ("1 250", "1,250"),
        ("1 250", "1 250"),
        ("62,3 %", "62.3%"),
        ("62,3 %", "62.3"),
        ("6 jours", "6 days"),
        ("6 jours", "6 months"),
        ("9 km", "9 miles"),
        ("20 m²", "20 m"),
        ("40 °C", "40 C"),
        ("−5", "−5"),
        ("−5", "5"),
        ("à", "to"),
        ("à", "at"),
        ("-", "-"),
        ("et", "and"),
        ("une", "one"),
        ("un an", "12 months"),
        ("deux", "2"),
        ("demi", "half"),
        ("le 3 mai", "3 May"),
        ("le 3 mai", "3 mai"),
        ("mars 2021", "mars 2021"),
        ("18 h 30", "6:30 p.m."),
        ("18 et 30", "18 h 30"),
        ("18 h", "18 h"),
        ("21e", "21st"),
        ("21e", "21e"),
        ("21", "21nd"),
        ("30 Mo", "30 MB"),
        ("30 Mo", "30 Mo"),
        ("10⁶", "10⁵"),
        ("19 euros", "19 dollars"),
        ("A320", "A320"),
        ("`-1`", "-1"),
        ("-1", "`-1`"),
        ("50 av. J.-C.", "50"),
        ("(", "("),
        ("chaque année", "1年ごとに"),
        ("3 fois", "3 times"),
        ("les années 60", "the 60s"),
        ("souvent", "twice"),
        ("naguère", "in the seventies"),
        ("15 h 08", "15:08"),
        ("15 h 08", "15:08 Uhr"),
        ("15 h 08", "15:8"),
        ("15 h 08", "15:08 a.m."),
        ("3 h 05", "3:05"),
        ("3 h 05", "3:05 p.m."),
        ("3 h 05", "午前3時05分"),
        ("3 h 05", "15:05"),
        ("3 h 05 du matin", "3:05"),
        ("12 h 30", "12:30"),
        ("12 h 30", "12.30"),
        ("195 heures", "195 hours"),
        ("195 heures", "195 h"),
        ("le 25 mai 1988", "25 May 1988"),
        ("le 25 mai 1988", "25. Mai 1988"),
        ("le 25 mai 1988", "1988年5月25日"),
        ("le 25 mai 1988", "25. Juni 1988"),
        ("le 25 mai 1988", "25/5/1988"),
        ("mai et juin", "May and June"),
        ("19 euros", "19 euros"),
        ("19 euros", "€19"),
        ("19 €", "19 €"),
        ("19 €", "£19"),
        ("19 €", "19"),
        ("40 dollars", "$40"),
        ("4 millions d’euros", "4 million euros"),
        ("4 millions d’euros", "4 Millionen Euro"),
        ("4 millions d’euros", "400万ユーロ"),
        ("4 millions d’euros", "4 million dollars"),
        ("30 francs", "30 francs"),
        ("en Europe", "in Europe"),
        ("15 h 08 euros", "15:08 euros"),
        ("à 15 h", "at 3"),
        ("16 heures", "16 hours"),
        ("16 heures", "16 Stunden"),
        ("16 heures", "16時間"),
        ("9 heures", "9 hours a.m."),
        ("9 heures du soir", "9 hours"),
        ("8 heures", "20 hours"),
        ("le 9 mai", "9 May"),
        ("le 9 mai", "May 9"),
    ];

    proptest! {
        #[test]
        fn of_numbers_that_are_alike_nothing_is_told(
            parts in prop::collection::vec(0..PARTS.len(), 1..5), others in prop::collection::vec(0..PARTS.len(), 0..2),
        ) {
            let french = parts.iter().map(|at| PARTS[*at].0).collect::<Vec<_>>().join(" ");
            let translation = parts.iter().chain(&others).map(|at| PARTS[*at].1).collect::<Vec<_>>().join(" ");
            let (source, settings) = (Source::new(&french, BlockKind::Paragraph, Format::Markdown), Settings::default());
            for locale in ["en", "de", "ja"] {
                let target = Target::new(&locale.parse().unwrap());
                let pair = Pair {
                    headings: None,
                    source: &source,
                    translation: Text::new(&translation),
                    target: &target,
                    settings: &settings,
                    numbers: OnceCell::new(),
                };
                let Some(here) = read(&pair).filter(|here| super::are_alike(&pair, pair.source.numbers(), here)) else {
                    continue;
                };
                let mut problems = Vec::new();
                differences(&pair, pair.source.numbers(), here, &mut problems);
                prop_assert!(problems.is_empty(), "{} {} {}: {:?}", locale, french, translation, problems);
            }
        }
    }
}
