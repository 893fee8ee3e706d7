//! Ratios, and fractions in signs, that say another share: one in three for *deux sur trois*, 三分之五 for three fifths.

use super::told::is_told;
use crate::check::Problem;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, Found};
use crate::check::numbers::read::{Item, Kind, Share, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::Text;

/// Three of five in signs that say five of three: 三分之五, which names the whole first.
pub(super) fn turned_around(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    if !comparison.target.script.is_unspaced() {
        return;
    }
    let text = comparison.text;
    let fraction = |pair: &[Item]| {
        let between = text.prose.get(pair[0].span.end..pair[1].span.start)?;
        let is_of = matches!(between, "分の" | "分之");
        Some((pair[1].whole()?, pair[0].whole()?, pair[0].span.start..pair[1].span.end)).filter(|_| is_of)
    };
    let french = |above: u64, below: u64| {
        let (source, items) = (comparison.source, &comparison.french.items);
        let (above, below) = (Value::whole(above), Value::whole(below));
        let in_words = |share: &Share| {
            Value::whole(u64::from(share.number)) == below
                && count(source, items, share).is_some_and(|count| count.value == Some(above))
        };
        items.iter().any(|item| item.value.is_none() && item.parts == [above, below])
            || items.windows(2).any(|pair| {
                pair[1].traits.joined == Some('/')
                    && pair[0].value == Some(above)
                    && pair[1].value == Some(below)
            })
            || comparison.french.in_words.shares.iter().any(in_words)
    };
    for (above, below, span) in comparison.here.items.windows(2).filter_map(fraction) {
        if above > below && french(below, above) && !french(above, below) {
            let message = format!("“{}” is the fraction turned around", &text.raw[span.clone()]);
            problems.push(Problem::warning(RULE, span, message).help("the whole stands first"));
            return;
        }
    }
    let mut fractions = comparison.here.items.windows(2).filter_map(fraction);
    if let (Some((above, below, span)), None, Some((count, all))) =
        (fractions.next(), fractions.next(), only_ratio(comparison))
        && let (Some(was), Some(of)) = (count.whole(), all.whole())
        && was * below != above * of
        && !is_told(problems, &span)
    {
        let french = count.span.start..all.span.end;
        let (is, said) = (&text.raw[span.clone()], &comparison.source.raw[french.clone()]);
        problems.push(
            Problem::warning(RULE, span, format!("“{is}” is another share: the French says {said}"))
                .of_french(french)
                .help("write the share of the French"),
        );
    }
}

/// The two numbers of *deux routeurs sur trois*, where a text says that once and names no other share.
fn only_ratio<'c>(comparison: &Comparison<'c>) -> Option<(&'c Item, &'c Item)> {
    let (items, prose) = (&comparison.french.items, &comparison.source.prose);
    let is_fraction =
        |item: &Item| item.traits.joined == Some('/') || item.value.is_none() && item.parts.len() == 2;
    let has_others = !comparison.french.in_words.shares.is_empty() || items.iter().any(is_fraction);
    if has_others || !prose.contains(" sur ") {
        return None;
    }
    let small = |item: &Item, most: u64| item.whole().is_some_and(|number| (1..=most).contains(&number));
    let mut ratios = items.windows(2).filter_map(|pair| {
        let [count, all] = pair else { return None };
        let is_one = is_ratio(prose, count, all) && small(count, 9) && small(all, 10);
        is_one.then_some((count, all))
    });
    ratios.next().filter(|_| ratios.next().is_none())
}

/// Whether two numbers of a French text are those of a ratio: `deux routeurs sur trois`.
fn is_ratio(prose: &str, count: &Item, all: &Item) -> bool {
    /// Bytes between them: what is counted.
    const NEAR: usize = 40;
    let between = prose.get(count.span.end..all.span.start).map(|between| between.trim_end_matches(is_blank));
    all.value > count.value
        && between.is_some_and(|between| {
            between.len() <= NEAR && between.strip_suffix("sur").is_some_and(|rest| rest.ends_with(is_blank))
        })
}

/// One in three for *deux sur trois*, whose two is in no form in the translation, or one in two, without its three.
pub(super) fn one_in(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    /// What stands between the two numbers.
    const OF: [&str; 14] =
        ["in", "of", "out of", "von", "op", "av", "af", "su", "na", "z", "ze", "из", "з", "із"];
    let (items, prose) = (&comparison.french.items, &comparison.source.prose);
    let lost = |item: &Item, found: &Option<Found>| {
        found.is_none()
            && item.kind != Kind::Soft
            && item.whole().is_some_and(|count| (2..20).contains(&count))
    };
    for (own, _) in items.iter().zip(&comparison.found).filter(|(item, found)| lost(item, found)) {
        let ratio = items.iter().zip(&comparison.found).find_map(|(other, found)| {
            let Some(Found::At(here)) = found else { return None };
            let is_many = other.whole().is_some_and(|number| number > 1);
            match (is_ratio(prose, own, other), is_ratio(prose, other, own) && is_many) {
                (true, _) => Some((own, other, *here)),
                (_, true) => Some((other, own, *here)),
                (false, false) => None,
            }
        });
        let Some((count, all, here)) = ratio else { continue };
        let other = &comparison.here.items[here];
        let one = comparison.here.items.iter().find(|one| {
            let between = comparison.text.prose.get(one.span.end..other.span.start);
            one.value == Some(Value::whole(1))
                && between.is_some_and(|between| OF.contains(&between.trim_matches(is_blank)))
        });
        let Some(one) = one else { continue };
        let (span, french) = (one.span.start..other.span.end, count.span.start..all.span.end);
        let (is, was) = (&comparison.text.raw[span.clone()], &comparison.source.raw[french.clone()]);
        problems.push(
            Problem::warning(RULE, span, format!("“{is}” is another share: the French says {was}"))
                .of_french(french)
                .help("write the share of the French"),
        );
        return;
    }
}

/// How many shares there are: the number right before.
pub(super) fn count<'i>(text: &Text<'_>, items: &'i [Item], share: &Share) -> Option<&'i Item> {
    items.iter().find(|item| {
        let between = text.prose.get(item.span.end..share.span.start);
        between
            .is_some_and(|between| (1..=3).contains(&between.len()) && !between.contains(char::is_alphabetic))
            && item.whole().is_some_and(|count| count < 10)
    })
}
