//! Halves and quarters in words: half past six, an hour and a half, полтора; and metres with centimetres.

use super::clocks::is_clock;
use super::comparison::{Comparison, Found, WHOLE};
use super::{quarters, spoken};
use crate::check::lexicon::Lexicon;
use crate::check::numbers::read::{Item, Kind, Share, announces_time, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::{Word, with_lower};

/// Lengths in metres and centimetres, `1 m 80`, of which the translation has one number in centimetres.
pub(super) fn lengths(comparison: &mut Comparison<'_>) {
    for at in 1..comparison.french.items.len() {
        let (metres, rest) = (&comparison.french.items[at - 1], &comparison.french.items[at]);
        let between = comparison.source.prose.get(metres.span.end..rest.span.start).unwrap_or_default();
        let missing = comparison.found[at - 1].is_none() && comparison.found[at].is_none();
        let (Some(whole), Some(part)) = (metres.whole(), rest.value) else {
            continue;
        };
        if !missing || between.trim_matches(is_blank) != "m" || part >= Value::whole(100) {
            continue;
        }
        let all = Value::whole(whole.saturating_mul(100)).plus(part);
        let items = &comparison.here.items;
        let is_all = |here: &usize| comparison.used[*here] == 0 && items[*here].value == Some(all);
        if let Some(here) = (0..items.len()).find(is_all) {
            comparison.used[here] |= WHOLE;
            comparison.found[at - 1] = Some(Found::Loosely(Some(here)));
            comparison.found[at] = Some(Found::Loosely(None));
        }
    }
}

/// Half hours and quarters of which the hour, the minutes or both are not in figures: `18 h 30` is *half past
/// six* or *halb sieben*, `1 h 30` *hora y media*, `7 h 45` *a quarter to eight*.
pub(super) fn clocks(comparison: &mut Comparison<'_>) {
    let is_lost = |at: &usize| comparison.found[*at].is_none() && is_clock(comparison, *at - 1, *at);
    let mut minutes = 1..comparison.french.items.len();
    if minutes.any(|at| is_lost(&at) && comparison.french.items[at].whole() == Some(45)) {
        take_quarters(comparison);
    }
    // What they count is not any quarter.
    let counts_quarters = quarters::are_counted(comparison);
    quarters::take(comparison);
    // First those whose hour is a number that we can read: what is left then may be the others'.
    let all = 1..comparison.french.items.len();
    for (minutes, is_sure) in all.clone().map(|at| (at, true)).chain(all.map(|at| (at, false))) {
        let hour = minutes - 1;
        if comparison.found[minutes].is_some() || !is_clock(comparison, hour, minutes) {
            continue;
        }
        let (said, may_be_next) = match comparison.french.items[minutes].whole() {
            Some(30) => (says_half(comparison), is_half_of_next(comparison)),
            Some(15 | 45) => (says_quarter(comparison) && !counts_quarters, true),
            _ => (false, false),
        };
        let whole = comparison.french.items[hour].whole();
        let (true, Some(whole)) = (said, whole) else { continue };
        if may_be_next
            && comparison.french.items[minutes].whole() == Some(30)
            && is_other_half(comparison, whole)
        {
            continue;
        }
        if comparison.found[hour].is_none() && !take_hour(comparison, hour, whole, may_be_next, is_sure) {
            continue;
        }
        comparison.found[minutes] = Some(Found::Loosely(None));
    }
}

/// Whether a half may be that of the hour before the one that is named. Sechseinhalb is no time: half a word is half of the
/// hour that it names.
fn is_half_of_next(comparison: &Comparison<'_>) -> bool {
    let lexicon = &comparison.target.lexicon;
    let names_half = |word: &str| {
        lexicon.half.contains(&word) || lexicon.half_parts().any(|beginning| word.starts_with(beginning))
    };
    lexicon.half_of_next && comparison.text.has_word(names_half)
}

/// Whether half of the very hour is said where the French means the half after it: *halb acht* is 7:30.
pub(in crate::check::numbers) fn is_other_half(comparison: &Comparison<'_>, hour: u64) -> bool {
    let lexicon = &comparison.target.lexicon;
    let is_half =
        |word: &str| lexicon.half.contains(&word) || lexicon.half_parts().any(|part| word.starts_with(part));
    is_part_of_hour(comparison, hour, is_half)
}

/// The same of a quarter: *čtvrt na osm* is 7:15.
pub(in crate::check::numbers) fn is_other_quarter(comparison: &Comparison<'_>, hour: u64) -> bool {
    is_part_of_hour(comparison, hour, |word| comparison.target.lexicon.quarter.contains(&word))
}

/// Whether such a part stands before the name of this hour, and none before that of the next.
fn is_part_of_hour(comparison: &Comparison<'_>, hour: u64, is_part: impl Fn(&str) -> bool) -> bool {
    const BETWEEN: [&str; 6] = ["do", "на", "до", "of", "la", "na"];
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let is_part = |word: &Word| with_lower(text.word(word), &is_part);
    let said = text.words.iter().enumerate().filter(|(_, word)| is_part(word)).map(|(at, _)| at);
    let named = |n: u64| if n.is_multiple_of(12) { 12 } else { n % 12 };
    let (this, next) = (named(hour), named(hour + 1));
    let mut wrong = false;
    for at in said {
        let mut after = text.words[at + 1..].iter().skip_while(|word| BETWEEN.contains(&text.word(word)));
        let Some(word) = after.next() else { continue };
        let is = |n: u64| with_lower(text.word(word), |word| is_form_of(lexicon, word, n));
        if is(next) {
            return false;
        }
        wrong |= is(this);
    }
    wrong
}

/// Whether a word is a number, or begins as one does but for its ending.
fn is_form_of(lexicon: &Lexicon, word: &str, number: u64) -> bool {
    if let Some(known) = lexicon.number(word) {
        return known.value == number;
    }
    let mut forms = lexicon.number_forms().filter(|(form, value)| *value == number && form.len() > 3);
    forms.any(|(form, _)| {
        let same = form.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        same >= 3 && same + 2 >= form.chars().count()
    })
}

/// Takes the three of *three quarters to six*, which is 5:45.
fn take_quarters(comparison: &mut Comparison<'_>) {
    let text = comparison.text;
    let quarter = &comparison.target.lexicon.quarter;
    let is_three = |item: &&Item| {
        let after = text.prose[item.span.end..].trim_start_matches(is_blank);
        item.whole() == Some(3) && quarter.iter().any(|quarter| after.starts_with(quarter))
    };
    if let Some(at) = comparison.here.items.iter().position(|item| is_three(&item)) {
        comparison.used[at] |= WHOLE;
    }
}

/// Languages that count, or may count, a quarter of the next hour: *viertel sechs* is 5:15.
pub(in crate::check::numbers) const OF_NEXT: [&str; 6] = ["ru", "uk", "be", "cs", "sk", "de"];

/// Half hours and quarters in words of which other languages name the next hour: `deux heures et demie` is *halb drei*.
pub(super) fn said(comparison: &mut Comparison<'_>) {
    for (at, item) in comparison.french.items.iter().enumerate() {
        if comparison.found[at].is_some() || matches!(item.kind, Kind::Roman | Kind::Soft) {
            continue;
        }
        let after = comparison.source.prose[item.span.end..].trim_start_matches(is_blank);
        let is_half =
            ["heures et demie", "heure et demie", "h et demie"].iter().any(|half| after.starts_with(half));
        // Пять с четвертью is a quarter of the sixth hour.
        let is_quarter = OF_NEXT.contains(&comparison.target.language.as_str())
            && ["heures et quart", "heure et quart"].iter().any(|quarter| after.starts_with(quarter));
        if let Some(whole) = item.whole().filter(|_| is_quarter && says_quarter(comparison)) {
            take_hour(comparison, at, whole, true, false);
            continue;
        }
        let Some(whole) = item.whole().filter(|_| is_half) else { continue };
        let is_time = announces_time(&comparison.source.prose[..item.span.start]);
        let may_be_next = is_half_of_next(comparison);
        if is_time && says_half(comparison) {
            take_hour(comparison, at, whole, may_be_next, false);
        }
    }
}

/// One half in two figures (`1/2 litre`) or one sign, in a word of the translation.
pub(super) fn shares(comparison: &mut Comparison<'_>) {
    // Полдня, полгода: what begins so may say it.
    let lexicon = &comparison.target.lexicon;
    let may_be_half = |word: &str| {
        lexicon.shares.iter().any(|(form, share)| {
            *share == 2 && form.strip_suffix('-').is_some_and(|beginning| word.starts_with(beginning))
        })
    };
    for (at, item) in comparison.french.items.iter().enumerate() {
        let is_half = item.value.is_none() && item.parts == [Value::whole(1), Value::whole(2)];
        if is_half
            && comparison.found[at].is_none()
            && (says_half(comparison) || comparison.text.has_word(may_be_half))
        {
            comparison.found[at] = Some(Found::Loosely(None));
        }
    }
    for below in 1..comparison.french.items.len() {
        let above = &comparison.french.items[below - 1];
        let half = &comparison.french.items[below];
        let is_half = above.value == Some(Value::whole(1))
            && half.value == Some(Value::whole(2))
            && half.traits.joined == Some('/');
        if is_half && comparison.found[below].is_none() && says_half(comparison) {
            comparison.found[below - 1].get_or_insert(Found::Loosely(None));
            comparison.found[below] = Some(Found::Loosely(None));
        }
    }
}

/// Finds an hour by the clock of twelve, or the next one, towards which some languages count halves. One
/// that is in no number that we can read is in a word with an ending: nothing is known against it, where that is not
/// asked for sure.
fn take_hour(
    comparison: &mut Comparison<'_>,
    hour: usize,
    whole: u64,
    may_be_next: bool,
    is_sure: bool,
) -> bool {
    let fits = |item: &Item| {
        let here = item.whole();
        here.is_some_and(|here| here % 12 == whole % 12 || may_be_next && here % 12 == (whole + 1) % 12)
    };
    let items = &comparison.here.items;
    let found = (0..items.len()).find(|&at| comparison.used[at] & WHOLE == 0 && fits(&items[at]));
    if let Some(at) = found {
        comparison.used[at] |= WHOLE;
    } else if is_sure || !comparison.left().is_empty() {
        return false;
    }
    comparison.found[hour] = Some(Found::Loosely(None));
    true
}

/// Whether the translation has a number of the value less a half, and a word for the half: two million and
/// a half.
pub(super) fn has_half(comparison: &Comparison<'_>, value: Value) -> bool {
    value.is_half()
        && says_half(comparison)
        && !has_other_figures(comparison, value)
        && !is_half_of_other(comparison, value)
        && !is_half_behind_other(comparison, value)
}

/// Whether other figures are left, and nothing says the value less a half: 15 or 15.5 for 12.5, beside *half a teaspoon*.
fn has_other_figures(comparison: &Comparison<'_>, value: Value) -> bool {
    let is_new = |item: &Item| {
        item.kind == Kind::Digits && item.value.is_some_and(|other| !comparison.is_french(other))
    };
    let says_whole = |item: &Item| item.value.map(|whole| whole.plus(Value::half())) == Some(value);
    comparison.first_free(is_new).is_some() && !comparison.here.items.iter().any(says_whole)
}

/// Whether a half is said that may be that of one and a half.
pub(super) fn says_one_and_half(comparison: &Comparison<'_>) -> bool {
    let value = Value::one_and_half();
    says_half(comparison) && !is_half_of_other(comparison, value) && !is_half_behind_other(comparison, value)
}

/// Whether the half stands behind a number that is none of the French, with what it counts between: *dos litros y medio*
/// for 1.5.
fn is_half_behind_other(comparison: &Comparison<'_>, value: Value) -> bool {
    /// Words between: what is counted, and the small words that join the half.
    const BETWEEN: usize = 2;
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let is_other = |item: &Item| {
        matches!(item.kind, Kind::Digits | Kind::Word)
            && item.whole().is_some_and(|whole| whole > 1)
            && item.value.map(|whole| whole.plus(Value::half())) != Some(value)
    };
    let half_follows = |item: &Item| {
        let begin = text.words.partition_point(|word| word.span().start < item.span.end);
        let near = text.words[begin..].iter().take(BETWEEN + 1);
        near.into_iter().any(|word| with_lower(text.word(word), |word| lexicon.says_half(word)))
    };
    let mut free = comparison.here.items.iter().zip(&comparison.used).filter(|(_, used)| **used == 0);
    free.any(|(item, _)| is_other(item) && half_follows(item))
}

/// Whether a word joins the half to another number: *dreieinhalb* for 2.5.
fn is_half_of_other(comparison: &Comparison<'_>, value: Value) -> bool {
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let joined = |item: &Item| {
        item.kind == Kind::Word
            && with_lower(&text.prose[item.span.clone()], |word| lexicon.before_half(word).is_some())
    };
    let half_more = |item: &Item| item.value.map(|whole| whole.plus(Value::half()));
    let mut said = comparison.here.items.iter().filter(|item| joined(item)).peekable();
    said.peek().is_some() && said.all(|item| half_more(item) != Some(value))
}

/// Half a million in one word: полмиллиона.
pub(super) fn half_of_power(comparison: &Comparison<'_>, value: Value) -> bool {
    let Some(power) = [3, 6, 9, 12].into_iter().find(|power| Value::half().times(*power) == value) else {
        return false;
    };
    let lexicon = &comparison.target.lexicon;
    let is_half = |rest: &str| lexicon.power(rest) == Some(power);
    comparison.text.has_word(|word| {
        lexicon
            .half
            .iter()
            .any(|half| word.strip_prefix(half).is_some_and(|rest| rest.len() > 3 && is_half(rest)))
    })
}

/// Takes one and a half in a word, times a power of ten: полтора миллиона.
pub(super) fn one_and_half(comparison: &mut Comparison<'_>, value: Value) -> bool {
    let lexicon = &comparison.target.lexicon;
    let Some(power) = (0..=12).find(|power| Value::one_and_half().times(*power) == value) else {
        return false;
    };
    if lexicon.one_and_half.is_empty()
        || !comparison.text.has_word(|word| lexicon.one_and_half.contains(&word))
    {
        return false;
    }
    let factor = Value::whole(1).times(power);
    let multiplied = |item: &Item| item.kind != Kind::Digits && item.value == Some(factor);
    if let Some(at) = comparison.here.items.iter().position(multiplied) {
        comparison.used[at] |= WHOLE;
        return true;
    }
    // Półtora tysiąca is no million and a half.
    let is_of_other = |item: &Item| {
        let first = comparison.text.words.partition_point(|word| word.span().start < item.span.start);
        let before = first.checked_sub(1).map(|before| &comparison.text.words[before]);
        item.traits.lone
            && before.is_some_and(|word| {
                with_lower(comparison.text.word(word), |word| lexicon.one_and_half.contains(&word))
            })
    };
    !(power >= 3 && comparison.here.items.iter().any(is_of_other))
}

/// Decades that French names in English, too: *les sixties*.
const ENGLISH_DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/// Whether the French says in words what a figure of the translation says: `une heure et demie` is 1.5 hours or
/// 90 minutes, `un quart d'heure` 15.
pub(in crate::check::numbers) fn explain(comparison: &Comparison<'_>, value: Value) -> bool {
    let text = comparison.source;
    let has = |is: &dyn Fn(&str) -> bool| text.has_word(is);
    let french = Lexicon::french();
    if matches!(value.as_whole(), Some(12 | 24)) && has(&|word| word == "minuit") {
        return true;
    }
    // Midi moins le quart is 11:45.
    let is_before = || {
        let lower = text.prose.to_lowercase();
        ["midi moins", "minuit moins"].iter().any(|hour| lower.contains(hour))
    };
    if matches!(value.as_whole(), Some(11 | 23 | 45)) && is_before() {
        return true;
    }
    // A fortnight is two weeks, seven days of seven are 24/7 and 365 in a year.
    if matches!(value.as_whole(), Some(2 | 14 | 15)) && has(&|word| word == "quinzaine") {
        return true;
    }
    // A quintal is a hundred kilograms.
    if value == Value::whole(100) && has(&|word| matches!(word, "quintal" | "quintaux")) {
        return true;
    }
    // Ados: 10代.
    if value == Value::whole(10) && has(&|word| matches!(word, "ado" | "ados") || word.starts_with("adolesc"))
    {
        return true;
    }
    if matches!(value.as_whole(), Some(24 | 365)) && is_all_week(comparison) {
        return true;
    }
    let decade = |word: &str| ENGLISH_DECADES.iter().position(|name| *name == word);
    let is_decade = |at: usize| matches!(value.as_whole(), Some(year) if year % 1900 == 20 + 10 * at as u64);
    if has(&|word| decade(word).is_some_and(is_decade)) {
        return true;
    }
    let times = [(2, "doubl"), (3, "tripl"), (4, "quadrupl"), (10, "décupl")];
    if times.iter().any(|(count, stem)| value == Value::whole(*count) && has(&|word| word.starts_with(stem)))
    {
        return true;
    }
    // A man in his fifties: un quinquagénaire.
    let of_value = || {
        let of_value = |prefix: &&(&'static str, u64)| value == Value::whole(prefix.1);
        french.prefixes.iter().filter(of_value).map(|prefix| prefix.0)
    };
    if of_value().next().is_some() && has(&|word| of_value().any(|form| word.starts_with(form))) {
        return true;
    }
    if is_and_half_in_smaller(comparison, value) || spoken::says_as_much(comparison, value) {
        return true;
    }
    // Un quart de point is 0.25, un cinquième 20 per cent.
    // The quarter of an hour is counted in minutes.
    let is_of_hour = |share: &Share| {
        let before = text.prose[..share.span.start].trim_end_matches(is_blank);
        ["heure et", "heures et"].iter().any(|hour| before.ends_with(hour))
    };
    let mut shares = comparison.french.in_words.shares.iter();
    if shares.any(|share| is_share(value, u64::from(share.number)) && !is_of_hour(share)) {
        return true;
    }
    // Half a dozen is six.
    let twice = value.by(2);
    let is_half_of = |item: &Item| item.kind == Kind::Soft && item.value == Some(twice);
    if comparison.french.items.iter().any(is_half_of) && has(&|word| french.says_half(word)) {
        return true;
    }
    let has_half = || comparison.french.in_words.shares.iter().any(|share| share.number == 2);
    // Un litre et demi is no 2.5.
    let is_of_one = || {
        let and_half = |item: &Item| {
            item.kind != Kind::Soft && item.value.map(|whole| whole.plus(Value::half())) == Some(value)
        };
        value == Value::one_and_half()
            || value == Value::half()
            || comparison.french.items.iter().any(and_half)
    };
    if comparison.french.one_and_half.is_some() && value.is_half() && !is_of_one() {
        return false;
    }
    if value.is_half() || value == Value::whole(50) {
        return has(&|word| french.says_half(word)) || has_half();
    }
    // A quarter past is 15, and no 45.
    let is_past =
        || text.prose.contains("et quart") && !text.prose.contains("moins") && !text.prose.contains("demi");
    let is_quarters = value.as_whole().is_some_and(|minutes| {
        minutes % 15 == 0 && (1..=600).contains(&minutes) && (minutes % 60 == 15 || !is_past())
    });
    is_quarters
        && has(&|word| word.starts_with("heure"))
        && has(&|word| french.says_half(word) || matches!(word, "quart" | "quarts"))
}

/// Whether a number is that of an age or time and a half in the next smaller unit: eighteen months for *un an et demi*.
fn is_and_half_in_smaller(comparison: &Comparison<'_>, value: Value) -> bool {
    /// French units, and how many of the next smaller one they have.
    const SMALLER: [(&str, u64); 12] = [
        ("an", 12),
        ("année", 12),
        ("jour", 24),
        ("journée", 24),
        ("mois", 30),
        ("siècle", 100),
        ("kilo", 1000),
        ("kilomètre", 1000),
        ("tonne", 1000),
        ("litre", 100),
        ("litre", 1000),
        ("mètre", 100),
    ];
    let prose = &comparison.source.prose;
    let and_half = |item: &Item| {
        let rest = prose[item.span.end..].trim_start_matches(is_blank);
        let (unit, rest) = rest.split_at(rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()));
        let is_half = rest.trim_start_matches(is_blank).starts_with("et demi");
        let Some(count) = item.whole().filter(|count| is_half && *count < 100) else { return false };
        let unit = unit.strip_suffix('s').unwrap_or(unit);
        let mut units = SMALLER.iter().filter(|(name, _)| name.trim_end_matches('s') == unit);
        units.any(|(_, many)| value == Value::whole(count * many + many / 2))
    };
    comparison.french.items.iter().any(and_half)
}

/// Whether the French says every day by seven days of seven.
fn is_all_week(comparison: &Comparison<'_>) -> bool {
    let seven = |item: &Item| item.value == Some(Value::whole(7));
    comparison.french.items.windows(2).any(|pair| seven(&pair[0]) && seven(&pair[1]))
}

/// Whether a value is one or more parts of so many, as a decimal or in per cent, which a third is nearly.
fn is_share(value: Value, number: u64) -> bool {
    let is_decimal = value < Value::whole(1) && value.by(number).as_whole().is_some();
    let is_percent =
        value < Value::whole(100) && value.by(number).as_whole().is_some_and(|all| all % 100 == 0);
    let is_third = number == 3 && matches!(value.as_whole(), Some(33 | 66 | 67));
    !value.is_zero() && (is_decimal || is_percent || is_third)
}

pub(in crate::check::numbers) fn says_half(comparison: &Comparison<'_>) -> bool {
    let lexicon = &comparison.target.lexicon;
    match comparison.target.script.is_unspaced() {
        true => lexicon.half.iter().any(|sign| comparison.text.prose.contains(sign)),
        false => {
            comparison.text.has_word(|word| lexicon.says_half(word))
                || lexicon.adds_half_in(&comparison.text.prose)
        }
    }
}

fn says_quarter(comparison: &Comparison<'_>) -> bool {
    let lexicon = &comparison.target.lexicon;
    match comparison.target.script.is_unspaced() {
        true => lexicon.quarter.iter().any(|sign| comparison.text.prose.contains(sign)),
        false => comparison.text.has_word(|word| lexicon.quarter.contains(&word)),
    }
}
