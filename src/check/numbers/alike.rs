//! Numbers that are alike at a glance, as those of most translations are: there is nothing to compare.

use super::read::{Item, Kind, Reading, is_blank, measures};
use crate::check::Pair;
use crate::check::scan;

/// Whether the translation has the figures of the French, each with its sign and unit, in the same order and in its own
/// way, and no others. Asked of figures that are [plain](Reading::is_plain_in) in the French.
pub(super) fn are_alike(pair: &Pair<'_>, french: &Reading, here: &Reading) -> bool {
    fn figures(reading: &Reading) -> impl Iterator<Item = &Item> {
        reading.items.iter().filter(|item| item.kind == Kind::Digits)
    }
    let same = |ours: &Item, theirs: &Item| {
        ours.value == theirs.value
            && ours.traits.percent == theirs.traits.percent
            && ours.traits.negative == theirs.traits.negative
            && theirs.is_plain()
            && stands_alone(&pair.translation.prose, theirs)
    };
    french.is_plain
        && !here.items.iter().any(Item::holds_more)
        && figures(french).count() == figures(here).count()
        && figures(french).zip(figures(here)).all(|(ours, theirs)| same(ours, theirs))
        && (french.measures.is_empty() || units_are_alike(pair, french, here))
        // Figures of the French may have become code.
        && pair.translation.written(scan::Kind::Code).next().is_none()
}

fn units_are_alike(pair: &Pair<'_>, french: &Reading, here: &Reading) -> bool {
    let here = measures(&pair.translation, &here.items, pair.target.lexicon.units());
    french.measures.iter().all(|measure| {
        let mut there = here.iter().filter(|other| other.at == measure.at);
        there.next().is_some_and(|other| other.count == 1 && other.unit.is_same(measure.unit))
            && there.next().is_none()
    })
}

/// Whether nothing behind a number may be left of the French: the ending of an ordinal, the `h` of a time, `Mo`.
fn stands_alone(prose: &str, item: &Item) -> bool {
    let behind = &prose[item.span.end..];
    !behind.starts_with(char::is_alphabetic)
        && !behind.trim_start_matches(is_blank).starts_with(['h', 'k', 'K', 'M', 'G', 'T'])
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use proptest::prelude::*;

    use crate::check::numbers::{differences, read};
    use crate::check::scan::Text;
    use crate::check::{Format, Pair, Settings, Source, Target};
    use crate::document::BlockKind;

    /// What may stand in a French text, and in a translation.
    const PARTS: [(&str, &str); 45] = [
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
