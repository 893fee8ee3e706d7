//! Another currency than in the French, or none.

use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, Found};
use crate::check::numbers::read::{
    Item, KNOWN, Kind, Money, OTHER, begins_with, currencies, is_blank, known_currencies, may_name, money_at,
    other_money, other_signs,
};
use crate::check::scan::{Text, Word, with_lower};
use crate::check::script::Script;
use crate::check::{Pair, Problem};
use crate::text::Span;

/// Whether we know what these currencies are called in languages of this script.
fn has_names(script: Script) -> bool {
    script.has_lookalikes() || matches!(script, Script::Arabic | Script::Han | Script::Kana)
}

/// Which of the [`KNOWN`] currencies stands at an amount, by its sign or name; none for another one.
pub(super) fn beside(text: &Text<'_>, span: &Span) -> Option<usize> {
    let after = &text.prose[span.end..];
    // The full stop of 13 mil. eur.
    let is_abbreviated = text.prose[span.clone()].ends_with(char::is_alphabetic);
    let after = if is_abbreviated { after.strip_prefix('.').unwrap_or(after) } else { after };
    let after = after.trim_start_matches(is_blank);
    let before = text.prose[..span.start].trim_end_matches(is_blank);
    // Behind a power of ten stands a small word.
    let of = ["d’", "d'", "de ", "di ", "の"].iter().find_map(|of| after.strip_prefix(of));
    let after = of.unwrap_or(after);
    let end = after.char_indices().nth(7).map_or(after.len(), |(end, _)| end);
    // Most numbers are none of money: no word, or one that begins otherwise.
    with_lower(&after[..end], |begin| {
        known_currencies().all.iter().take(2).position(|currency| {
            before.ends_with(currency.sign)
                || begins_with(begin, currency.sign)
                || currency.words.iter().chain(&currency.signs).any(|name| begins_with(begin, name))
        })
    })
}

/// Whether the same money, or none, stands beside a number of the French and one of the translation.
pub(in crate::check::numbers) fn are_of_same_money(pair: &Pair<'_>, ours: &Item, theirs: &Item) -> bool {
    beside(&pair.source.text, &ours.span) == beside(&pair.translation, &theirs.span)
}

/// Another currency, or none. Asked only where there are amounts.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let french = comparison.french.currencies & !OTHER;
    let has_other = comparison.french.currencies & OTHER != 0;
    if french == 0 && !has_other {
        return;
    }
    let here = currencies(comparison.text);
    let told = |span: Span, message: String| {
        Problem::warning(RULE, span, message)
            .help("write the currency of the French, or convert the amount too")
    };
    let is_other = match french {
        0 => here & KNOWN != 0,
        _ => french & !here != 0 && here & !french != 0,
    };
    if is_other {
        let (span, message) = match named(comparison.text, here & !french) {
            Some(span) => {
                let written = &comparison.text.raw[span.clone()];
                (span.clone(), format!("“{written}” is another currency than in the French"))
            }
            None => (0..0, "the currency is another one than in the French".to_owned()),
        };
        problems.push(told(span, message));
        return;
    }
    if has_other && let Some(span) = other_name(comparison) {
        let written = &comparison.text.raw[span.clone()];
        problems.push(told(span.clone(), format!("{written} is of another currency than in the French")));
        return;
    }
    if !has_other
        && french.count_ones() == 1
        && let Some(span) = of_another(comparison, here & !french)
    {
        let written = &comparison.text.raw[span.clone()];
        problems.push(told(span.clone(), format!("{written} is of another currency than in the French")));
        return;
    }
    for (at, item) in comparison.french.items.iter().enumerate().filter(|(_, item)| item.kind == Kind::Digits)
    {
        let Some(Found::At(now)) = comparison.found[at] else { continue };
        let other = &comparison.here.items[now].span;
        let Some(was) = beside(comparison.source, &item.span) else { continue };
        let written = &comparison.text.raw[other.clone()];
        let is = beside(comparison.text, other);
        // A sum that stands twice may be found in the other place.
        let is_alone = |items: &[Item]| items.iter().filter(|same| same.value == item.value).count() == 1;
        if is.is_some_and(|is| is != was)
            && is_alone(&comparison.french.items)
            && is_alone(&comparison.here.items)
        {
            problems
                .push(told(other.clone(), format!("{written} is of another currency than in the French")));
            return;
        }
        let is_lost = is.is_none() && here >> was & 1 == 0 && has_names(comparison.target.script);
        if is_lost && !is_abbreviated(comparison.text, other, was) {
            problems.push(told(other.clone(), format!("{written} lost its currency")));
            return;
        }
    }
}

/// An amount of the French that stands here with the sign of a currency which the French doesn't name: *£1,350, then €75* for
/// `1 350 €, puis 75 €`. What is converted is another number.
fn of_another(comparison: &Comparison<'_>, others: u8) -> Option<Span> {
    let (text, source) = (comparison.text, comparison.source);
    if others == 0 && !other_signs().any(|sign| text.raw.contains(sign.trim_end_matches('-'))) {
        return None;
    }
    let known = known_currencies().all.iter().enumerate().filter(|(at, _)| others >> at & 1 == 1);
    let signs: Vec<&str> = known.map(|(_, currency)| currency.sign).chain(other_signs()).collect();
    let is_digits = |item: &&Item| item.kind == Kind::Digits;
    let items = &comparison.here.items;
    let mut amounts = comparison.french.items.iter().zip(&comparison.found).filter_map(|(item, found)| {
        let Some(Found::At(here)) = found else { return None };
        let other = items.get(*here).filter(is_digits)?;
        beside(source, &item.span).filter(|_| item.kind == Kind::Digits)?;
        let before = text.prose[..other.span.start].trim_end_matches(is_blank);
        let after = text.prose[other.span.end..].trim_start_matches(is_blank);
        let is_beside = |sign: &&str| ends_in_sign(before, sign) || begins_with_sign(after, sign);
        (signs.iter().any(is_beside) && beside(text, &other.span).is_none()).then_some(other)
    });
    // The first of them is as good as any: a sum that stands twice may be found in the other place.
    let other = amounts.next()?;
    let is_alone = items.iter().filter(|same| same.value == other.value).count() == 1;
    is_alone.then(|| other.span.clone())
}

/// Whether a sign of money ends a text, and no word does that only ends like it.
fn ends_in_sign(before: &str, sign: &str) -> bool {
    let rest = before.strip_suffix(sign);
    rest.is_some_and(|rest| !(sign.starts_with(char::is_alphabetic) && rest.ends_with(char::is_alphabetic)))
}

/// Whether a sign of money begins a text, and no word does that only begins like it: *3 krotnie* is three times.
fn begins_with_sign(after: &str, sign: &str) -> bool {
    if let Some(beginning) = sign.strip_suffix('-') {
        return after.starts_with(beginning);
    }
    let rest = after.strip_prefix(sign);
    rest.is_some_and(|rest| !(sign.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic)))
}

/// An amount of yens that is one of yuans, where the translation names no yens.
fn other_name(comparison: &Comparison<'_>) -> Option<Span> {
    /// Letters of what a name begins with.
    const LONGEST: usize = 10;
    let (text, prose) = (comparison.text, comparison.text.prose.to_lowercase());
    let is_unspaced = comparison.target.script.is_unspaced();
    // Arabic writes its article and small words onto a name.
    let begins = |at: usize| {
        is_unspaced
            || comparison.target.script == Script::Arabic
            || !prose[..at].ends_with(char::is_alphabetic)
    };
    let is_named =
        |money: &Money| money.names.iter().any(|name| prose.match_indices(name).any(|(at, _)| begins(at)));
    for (item, found) in comparison.french.items.iter().zip(&comparison.found) {
        let (Some(Found::At(here) | Found::Loosely(Some(here))), Some(money)) =
            (found, money_at(comparison.source, item))
        else {
            continue;
        };
        let span = &comparison.here.items[*here].span;
        let after = text.prose[span.end..].trim_start_matches(is_blank);
        let after = ["de ", "di ", "d'", "d’", "la ", "das "]
            .iter()
            .find_map(|of| after.strip_prefix(of))
            .unwrap_or(after);
        let behind: String = after.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
        let is_behind = |other: &Money| other.names.iter().any(|name| behind.starts_with(name));
        let is_french = |other: &Money| comparison.source.prose.contains(other.french);
        let is_other = |other: &Money| other.french != money.french && is_behind(other) && !is_french(other);
        let is_known =
            || beside(text, span).is_some_and(|known| comparison.french.currencies >> known & 1 == 0);
        if !is_named(money) && (other_money().iter().any(is_other) || is_known()) {
            return Some(span.clone());
        }
    }
    None
}

/// Whether the name of the dollar stands behind an amount as the press of Slavic languages writes it: 80 dol.
fn is_abbreviated(text: &Text<'_>, amount: &Span, currency: usize) -> bool {
    let mut after = text.prose[amount.end..].split(|c: char| is_blank(c) || c == '-').skip(1).take(2);
    known_currencies().all.get(currency).is_some_and(|known| known.sign == "$")
        && after.any(|word| ["dol.", "дол.", "долл"].iter().any(|dollar| word.starts_with(dollar)))
}

/// Where a text names one of these currencies, a bit each.
fn named(text: &Text<'_>, wanted: u8) -> Option<Span> {
    let all = known_currencies().all.iter().enumerate().filter(|(at, _)| wanted >> at & 1 == 1);
    for (_, currency) in all {
        let signs = currency.signs.iter().chain([&currency.sign]);
        let sign = signs.filter_map(|sign| text.prose.find(sign).map(|at| at..at + sign.len())).next();
        let words = || text.words.iter().filter(|word| may_name(text, word));
        let is_named = |word: &&Word| with_lower(text.word(word), |word| currency.is_named(word));
        let word = || words().find(is_named).map(|word| word.span().clone());
        if let Some(span) = sign.or_else(word) {
            return Some(span);
        }
    }
    None
}
