//! Numbers that the French does not have.

use super::told::is_told;
use super::{idioms, wording};
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, converts, counts_decade, explain, holds, is_next_floor};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::{self, Text};
use crate::check::{Problem, Shared};

/// Numbers in digits that the French has in no form.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    for (at, value) in comparison.left() {
        let item = &comparison.here.items[at];
        // Half past noon: the hour is there in a word.
        let is_minute =
            item.value.is_none() && item.parts.first().is_some_and(|hour| comparison.is_french(*hour));
        if is_minute {
            continue;
        }
        if is_other_name(comparison, item, value) {
            let name = bound_letters(&comparison.text.prose, item).len();
            let span = item.span.start - name..item.span.end;
            let written = &comparison.text.raw[span.clone()];
            let told = format!("the French has no {written}");
            problems.push(Problem::warning(RULE, span, told).help("write the number of the French"));
            return;
        }
        let small = value.as_whole().is_some_and(|value| value < 2);
        if item.kind != Kind::Digits
            || small
            || item.traits.coded
            || comparison.is_french(value)
            || explain(comparison, value)
            // The 5 of 37.5, for 37 annuités et demie.
            || item.value.is_some_and(|whole| whole != value && whole.is_half() && explain(comparison, whole))
            || converts(comparison, at)
            || is_explained(comparison, item, value)
            // As another thing: four times as much.
            || is_told(problems, &item.span)
        {
            continue;
        }
        let is_dialled = comparison.french.items.iter().any(|item| item.traits.phone);
        let (span, what) = match wording::dialled(comparison, at).filter(|_| is_dialled) {
            Some(span) => (span, "telephone number "),
            None => (item.span.clone(), ""),
        };
        let help = match what {
            "" => "delete it, unless it makes the sentence clear",
            _ => "copy the telephone number of the French",
        };
        let written = &comparison.text.raw[span.clone()];
        problems.push(
            Problem::warning(RULE, span, format!("the French has no {what}{written}"))
                .help(help)
                .shared(Shared::Addition(value.as_whole().unwrap_or(0) as u32)),
        );
        return;
    }
}

/// Whether a number of the translation, which the French has elsewhere, is bound to letters to which the French binds another
/// one that is not there: N+5 for N+2, beside RAID-5.
fn is_other_name(comparison: &Comparison<'_>, item: &Item, value: Value) -> bool {
    let letters = bound_letters(&comparison.text.prose, item);
    if letters.is_empty() || item.kind != Kind::Digits || item.value != Some(value) {
        return false;
    }
    let has = |text: &Text<'_>, items: &[Item], value: Option<Value>| {
        let is_it = |item: &Item| item.value == value && bound_letters(&text.prose, item) == letters;
        items.iter().any(|item| item.kind == Kind::Digits && is_it(item))
    };
    let (source, items) = (comparison.source, &comparison.french.items);
    let is_lost = |other: &Item| {
        bound_letters(&source.prose, other) == letters
            && !has(comparison.text, &comparison.here.items, other.value)
    };
    !has(source, items, Some(value)) && items.iter().any(|other| other.kind == Kind::Digits && is_lost(other))
}

/// The letters in front of a number, with the sign that binds it to them: `N+`, `RAID-`; empty where there are none.
fn bound_letters<'p>(prose: &'p str, item: &Item) -> &'p str {
    let before = &prose[..item.span.start];
    let near = before.strip_suffix(['+', '-', '_']).unwrap_or(before);
    let begin = near.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    if begin == near.len() { "" } else { &before[begin..] }
}

/// Whether the French speaks of them where Japanese or Chinese speaks of the two: ils is 2人.
fn are_two_people(comparison: &Comparison<'_>, item: &Item) -> bool {
    const THEY: [&str; 7] = ["ils", "elles", "eux", "leur", "leurs", "couple", "époux"];
    comparison.target.script.is_unspaced()
        && comparison.text.prose[item.span.end..].starts_with('人')
        && comparison.source.has_word(|word| THEY.contains(&word))
}

/// 24/7, the 20th century of the 1990s, a month in figures.
fn is_explained(comparison: &Comparison<'_>, item: &Item, value: Value) -> bool {
    let Some(value) = value.as_whole() else { return false };
    let french = comparison.french;
    let has = |wanted: &dyn Fn(u64) -> bool| {
        french.items.iter().filter_map(|item| item.value?.as_whole()).any(wanted)
    };
    let before = &comparison.text.prose[..item.span.start];
    // 1, 2 or 3 for 1-3.
    let is_between = || {
        french.items.windows(2).any(|ends| {
            let whole = |item: &Item| item.value?.as_whole();
            ends[1].traits.joined.is_some_and(|mark| matches!(mark, '-' | '–'))
                && whole(&ends[0])
                    .zip(whole(&ends[1]))
                    .is_some_and(|(a, b)| a < value && value < b && b - a < 10)
        })
    };
    // Pages 45–46 for p. 45 sq.
    let is_next_page = || {
        item.traits.joined.is_some()
            && french.items.iter().any(|page| {
                let after = comparison.source.prose[page.span.end..].trim_start_matches(is_blank);
                page.whole().is_some_and(|page| page + 1 == value)
                    && ["sq", "et suiv", "et s."].iter().any(|next| after.starts_with(next))
            })
    };
    let is_floor = || {
        let is_below = |french: &Item| {
            french.whole().is_some_and(|floor| is_next_floor(comparison, french, floor, value))
        };
        french.items.iter().any(is_below)
    };
    // 20世纪30年代 for *les années trente*.
    let is_of_decade = || {
        ["世纪", "世紀"].iter().any(|century| comparison.text.prose[item.span.end..].starts_with(century))
            && comparison.source.has_word(|word| matches!(word, "années" | "décennie"))
    };
    let is_mark_of_oven =
        || (0..french.items.len()).any(|at| idioms::is_of_oven(comparison, at)) && value < 11;
    // Thứ 4 is Wednesday, the fourth day from Sunday on.
    let is_weekday = || {
        comparison.target.language == "vi"
            && ["thứ", "Thứ"].iter().any(|day| before.trim_end_matches(is_blank).ends_with(day))
            && (2..=7).contains(&value)
            && french.weekdays >> (value - 1) & 1 == 1
    };
    // 2枚以上 for *plusieurs*.
    let are_several = || value == 2 && comparison.source.has_word(|word| word == "plusieurs");
    is_floor()
        || is_weekday()
        || are_several()
        || counts_decade(comparison, item)
        || is_mark_of_oven()
        || is_of_decade()
        || value == 2 && are_two_people(comparison, item)
        || (value == 7 && item.traits.joined == Some('/'))
        || comparison.target.lexicon.eras.iter().any(|era| before.ends_with(era))
        || has(&|year| (1000..2100).contains(&year) && year / 100 + 1 == value)
        || (value < 13 && french.months >> value & 1 == 1)
        || is_between()
        || is_next_page()
        || is_in_code(comparison.source, &comparison.text.raw[item.span.clone()])
}

/// Whether a number stands in code of the French: that it left its code is told of the markup.
fn is_in_code(french: &Text<'_>, number: &str) -> bool {
    french.written(scan::Kind::Code).any(|code| holds(code, number))
}
