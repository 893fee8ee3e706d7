//! Fractions, decimals and shares of a hundred, each as the others: ¾, 0.75, three quarters, 75 per cent.

use super::comparison::{Comparison, Found, WHOLE};
use super::halves;
use crate::check::lists::Words;
use crate::check::numbers::read::folds::{Factor, factor};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::with_lower;

/// What ¾ is as a number.
pub(super) fn fraction(above: Value, below: Value) -> Option<Value> {
    Value::fraction(above.as_whole()?, below.as_whole().filter(|below| *below > 1)?)
}

/// A whole number with a fraction in figures behind it, which is 1½: `1 1/2`, 1と1/2; where it begins, and how many
/// numbers it is.
pub(super) fn mixed(comparison: &Comparison<'_>, value: Value) -> Option<(usize, usize)> {
    /// Bytes between: a blank, a hyphen, a word for and.
    const NEAR: usize = 8;
    if value.as_whole().is_some() {
        return None;
    }
    let items = &comparison.here.items;
    let parts = |at: usize| {
        let item = items.get(at)?;
        if let ([above, below], None) = (item.parts.as_slice(), item.value) {
            return Some((fraction(*above, *below)?, 1));
        }
        let below = items.get(at + 1).filter(|below| below.traits.joined == Some('/'))?;
        Some((fraction(item.value?, below.value?)?, 2))
    };
    (0..items.len()).find_map(|at| {
        let (part, count) = parts(at + 1)?;
        let is_near =
            items[at + 1].span.start.checked_sub(items[at].span.end).is_some_and(|between| between <= NEAR);
        let is_it =
            items[at].whole().is_some() && items[at].value.map(|whole| whole.plus(part)) == Some(value);
        (is_near && is_it && comparison.used[at] == 0).then_some((at, 1 + count))
    })
}

/// Whether a word of the translation holds the four of 3/4, háromnegyede, or a decimal the hundred of 3/100, 0.03.
pub(super) fn is_denominator_elsewhere(comparison: &Comparison<'_>, at: usize, value: Value) -> bool {
    let items = &comparison.french.items;
    let below = value.as_whole().filter(|_| items[at].traits.joined == Some('/'));
    let (Some(below), Some(above)) = (below, at.checked_sub(1).and_then(|above| items[above].value)) else {
        return false;
    };
    let decimal = fraction(above, value);
    if decimal.is_some() && comparison.here.items.iter().any(|other| other.value == decimal) {
        return true;
    }
    let forms = || comparison.target.lexicon.shares.iter().filter(|share| u64::from(share.1) == below);
    comparison.text.has_word(|word| {
        forms().any(|form| match form.0.strip_suffix('-') {
            Some(beginning) => word.starts_with(beginning),
            None => word == form.0,
        })
    })
}

/// The three of *trois quarts*, in ¾.
pub(super) fn counted_in_fraction(comparison: &Comparison<'_>, french: &Item, count: Value) -> Option<usize> {
    if french.kind != Kind::Word || count > Value::whole(9) {
        return None;
    }
    let is_next = |item: &Item| item.span.start.wrapping_sub(french.span.end) <= 3;
    let below = comparison.french.items.iter().find(|item| item.kind == Kind::Soft && is_next(item))?.value;
    comparison.first_free(|other| {
        matches!(other.parts.as_slice(), [above, of] if other.value.is_none() && *above == count && Some(*of) == below)
    })
}

/// The score of numbers and halves that is read as one number, and one of them: 3½ in 3,5:2,5.
pub(super) fn half_of_score(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    let five = Value::whole(5);
    let is_it = |pair: &[Value]| pair[1] == five && pair[0].plus(Value::half()) == value;
    if value.as_whole().is_some() {
        return None;
    }
    comparison.here.items.iter().position(|item| {
        item.parts.len() == 4
            && comparison.text.raw[item.span.clone()].contains(':')
            && item.parts.chunks(2).any(is_it)
    })
}

/// Three tenths for 0.3: the number that counts them.
pub(super) fn in_tenths(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
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
    comparison.first_free(is_counted)
}

/// Which share so many per cent are: three of four for 75; of three, as they are rounded.
fn share_of_hundred(percent: Value) -> Option<(u64, u8)> {
    Some(match percent.as_whole()? {
        50 => (1, 2),
        33 | 34 => (1, 3),
        66 | 67 => (2, 3),
        percent @ (25 | 75) => (percent / 25, 4),
        percent @ (20 | 40 | 60 | 80) => (percent / 20, 5),
        percent @ (30 | 70 | 90) => (percent / 10, 10),
        _ => return None,
    })
}

/// Half of the voters for 50 %, a third for 33 %, three quarters for 75 %, a fifth for 20 %.
pub(super) fn is_share_of_hundred(comparison: &Comparison<'_>, french: &Item, value: Value) -> bool {
    let Some((count, share)) = share_of_hundred(value).filter(|_| french.traits.percent) else {
        return false;
    };
    let items = &comparison.here.items;
    let soft = Some(Value::whole(u64::from(share)));
    if share == 2 && halves::says_half(comparison) {
        return true;
    }
    // The third of *in the third year* is that of the French.
    let is_of_other = share != 2 && comparison.french.items.iter().any(|other| other.value == soft);
    !is_of_other
        && (items.iter().any(|item| item.kind == Kind::Soft && item.value == soft)
            // A quarter alone is as often one of an hour.
            || (share != 4 || count == 3)
                && comparison.text.has_word(|word| says_share(comparison, word, share)))
}

/// The 75 per cent of the French in 4分の3: where its four stands, before its three.
pub(super) fn share_in_signs(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    let (count, share) = share_of_hundred(value).filter(|_| french.traits.percent)?;
    comparison.here.items.windows(2).position(|pair| {
        let between = comparison.text.prose.get(pair[0].span.end..pair[1].span.start);
        matches!(between, Some("分の" | "分之" | "분의 " | "분의"))
            && pair[0].whole() == Some(u64::from(share))
            && pair[1].whole() == Some(count)
    })
}

/// Whether a word says one share of so many: a fifth.
fn says_share(comparison: &Comparison<'_>, word: &str, share: u8) -> bool {
    comparison.target.lexicon.shares.contains(&(word, share))
}

/// What stands before a number of which one is meant: *jeder zehnte*, *uno de cada diez*.
static EVERY: Words = Words::of("every");

/// The 20 per cent of the French, in the five of *one in five*.
pub(super) fn one_of_so_many(comparison: &Comparison<'_>, french: &Item) -> Option<usize> {
    comparison.first_free(|other| is_one_of_so_many(comparison, french, other))
}

/// Whether a number says a share of so many per cent as one of so many: the ten of *one in ten*, *jeder zehnte*, *a tenth*, 十分之一.
pub(in crate::check::numbers) fn is_one_of_so_many(
    comparison: &Comparison<'_>,
    french: &Item,
    other: &Item,
) -> bool {
    /// Bytes between the two numbers of *un abitante su dieci*.
    const NEAR: usize = 24;
    let Some(whole) = other.whole().filter(|whole| (2..=100).contains(whole)) else { return false };
    let share = french.value.filter(|_| french.traits.percent);
    if share.is_none_or(|share| share.by(whole) != Value::whole(100)) {
        return false;
    }
    // The tenth of *in the tenth year* is that of the French.
    if comparison.french.items.iter().any(|item| item.value == other.value && item.span != french.span) {
        return false;
    }
    let prose: &str = &comparison.text.prose;
    let before = prose[..other.span.start].trim_end_matches(is_blank);
    let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // An article is no one: a rise of 10. Nor is what follows: 10 in one year; but in 10人に1人 it is.
    let is_one_beside = |one: &Item| {
        let between = match one.span.end <= other.span.start {
            true => prose.get(one.span.end..other.span.start),
            false => {
                prose.get(other.span.end..one.span.start).filter(|_| comparison.target.script.is_unspaced())
            }
        };
        one.whole() == Some(1)
            && (one.kind != Kind::Soft || prose[one.span.clone()].eq_ignore_ascii_case("one"))
            && between.is_some_and(|between| between.len() <= NEAR && !between.contains(['.', ';', '。']))
    };
    let says_part = |word: &str| u8::try_from(whole).is_ok_and(|whole| says_share(comparison, word, whole));
    with_lower(last, |last| EVERY.has(last))
        || with_lower(&prose[other.span.clone()], says_part)
        || ["分之一", "分の一", "分の1"].iter().any(|part| prose[other.span.end..].starts_with(part))
        || comparison.here.items.iter().any(is_one_beside)
}

/// Where a decimal is spelled in Chinese characters, 百分之一点五: its whole part, with its decimals in the number behind.
pub(super) fn spelled_decimal(comparison: &Comparison<'_>, value: Value) -> Option<usize> {
    if value.as_whole().is_some() || !comparison.target.script.is_unspaced() {
        return None;
    }
    let prose = &comparison.text.prose;
    comparison.here.items.windows(2).enumerate().position(|(at, pair)| {
        let between = prose.get(pair[0].span.end..pair[1].span.start);
        let decimals = u32::try_from(prose[pair[1].span.clone()].chars().count()).unwrap_or(u32::MAX);
        let spelled = || {
            let part = Value::fraction(pair[1].whole()?, 10_u64.checked_pow(decimals)?)?;
            Some(pair[0].value?.plus(part))
        };
        let is_free = (comparison.used[at] | comparison.used[at + 1]) & WHOLE == 0;
        is_free && matches!(between, Some("点" | "點" | "・" | "·")) && spelled() == Some(value)
    })
}

/// A decimal in two units of which one is a hundredth of the other: 2,50 € in 2 евро 50 центов, 10,83 s in 10秒83 and 10"83.
pub(super) fn in_hundredths(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    /// Letters of a unit, its blanks, and a word for and.
    const NEAR: usize = 14;
    if value.as_whole().is_some() {
        return None;
    }
    let all = value.times(2).as_whole()?;
    let (whole, part) = (Some(all / 100), Some(all % 100));
    // The sign of seconds, in sports.
    let is_of_seconds =
        comparison.source.prose[french.span.end..].trim_start_matches(is_blank).starts_with('s');
    let is_second = |between: &str| is_of_seconds && matches!(between, "\"" | "″" | "''" | "”" | "s" | "秒");
    let items = &comparison.here.items;
    items.windows(2).enumerate().position(|(at, pair)| {
        let between = comparison.text.prose.get(pair[0].span.end..pair[1].span.start);
        let is_near = between.is_some_and(|between| {
            between.chars().nth(NEAR).is_none()
                && (between.contains(char::is_alphabetic) || is_second(between))
                && !between.contains([',', ';', '.', '('])
        });
        let is_free = (comparison.used[at] | comparison.used[at + 1]) & WHOLE == 0;
        // 9,8 s in 9秒8.
        let is_tenth = between.is_some_and(is_second) && pair[1].span.len() == 1 && all.is_multiple_of(10);
        let part = if is_tenth { Some(all % 100 / 10) } else { part };
        is_free && is_near && pair[0].whole() == whole && pair[1].whole() == part
    })
}

/// The three of three quarters, in 75 per cent or 0.75.
pub(super) fn share_in_figures(comparison: &Comparison<'_>, french: &Item, count: Value) -> Option<usize> {
    let is_next = |start: usize| (1..=3).contains(&start.wrapping_sub(french.span.end));
    let share = comparison.french.in_words.shares.iter().find(|share| is_next(share.span.start))?;
    let number = u64::from(share.number);
    comparison.first_free(|other| {
        let Some(value) = other.value else { return false };
        let is_nearly = number == 3 && count == Value::whole(2) && matches!(value.as_whole(), Some(66 | 67));
        value.by(number) == count || value.by(number) == count.by(100) || is_nearly
    })
}

/// The eight of eight in ten, in 80 per cent or 8割; its ten is there with it.
pub(super) fn ratio_in_per_cent(comparison: &mut Comparison<'_>, at: usize, count: Value) -> Option<usize> {
    let (second, whole) = whole_of_ratio(comparison, at)?;
    let same = |other: &Item| other.value.is_some_and(|here| here.by(whole) == count.by(100));
    let here = comparison.first_free(|other| same(other) && is_percent(comparison, other))?;
    comparison.found[second].get_or_insert(Found::Loosely(None));
    Some(here)
}

/// The number behind the one at `at`, of whose ratio it is the whole: the ten of *huit élèves sur dix*.
fn whole_of_ratio(comparison: &Comparison<'_>, at: usize) -> Option<(usize, u64)> {
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
    Some((second, whole))
}

/// The eight of *huit sur dix*, in four out of five or 5分の4; the other number is there with it.
pub(super) fn reduced_ratio(comparison: &mut Comparison<'_>, at: usize, count: Value) -> Option<usize> {
    /// Bytes between the two numbers of the translation.
    const NEAR: usize = 12;
    let (second, whole) = whole_of_ratio(comparison, at)?;
    let count = count.as_whole().filter(|count| (2..whole).contains(count))?;
    let same = |above: u64, below: u64| below < whole && above < below && above * whole == count * below;
    let is_free = |here: usize| comparison.used[here] & WHOLE == 0;
    let here = comparison.here.items.windows(2).enumerate().position(|(here, pair)| {
        let (Some(first), Some(last)) = (pair[0].whole(), pair[1].whole()) else { return false };
        let is_near = pair[1].span.start.checked_sub(pair[0].span.end).is_some_and(|between| between <= NEAR);
        is_near && is_free(here) && is_free(here + 1) && (same(first, last) || same(last, first))
    })?;
    comparison.used[here + 1] |= WHOLE;
    comparison.found[second].get_or_insert(Found::Loosely(None));
    Some(here)
}

/// The four of `4 centièmes`, where the word for the parts was read as the number that it looks like: cuatro
/// centésimas, четыре сотых.
pub(super) fn counted_parts(comparison: &Comparison<'_>, french: &Item, count: Value) -> Option<usize> {
    const PARTS: [(&str, u8); 6] =
        [("dixième", 1), ("centième", 2), ("millième", 3), ("/1000e", 3), ("/100e", 2), ("/10e", 1)];
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    let power = PARTS.iter().find(|(part, _)| after.starts_with(part))?.1;
    comparison.first_free(|other| other.kind != Kind::Soft && other.value == Some(count.times(power)))
}

/// The factor of *divisé par deux*, in a fall by 50 per cent; that of *multiplié par trois*, in a rise by 200.
pub(super) fn factor_in_per_cent(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    let times = value.as_whole().filter(|times| (2..=100).contains(times))?;
    let does = factor(&comparison.source.prose, french)?;
    let same = |other: &Item| {
        other.value.is_some_and(|here| match does {
            Factor::Divides => {
                here.by(times) == Value::whole(100) || here.by(times) == Value::whole(100 * (times - 1))
            }
            Factor::Multiplies => {
                here == Value::whole(100 * times) || here == Value::whole(100 * (times - 1))
            }
        })
    };
    comparison.first_free(|other| same(other) && is_percent(comparison, other))
}

/// How French words begin that say that something grows.
static GROWS: Words = Words::of("grows");

/// The hundred of *accroît de 100 %*, in a factor of two: вдвое, 2倍; in Chinese also in one time more, 增加一倍.
pub(super) fn growth_in_factor(comparison: &Comparison<'_>, french: &Item) -> Option<usize> {
    let times = factor_of_growth(comparison, french)?;
    let lexicon = &comparison.target.lexicon;
    let is_chinese = lexicon.is_of(&["zh", "yue"]);
    comparison.first_free(|other| {
        let after = comparison.text.prose[other.span.end..].trim_start_matches(is_blank);
        let counts_times = || lexicon.times_nouns.iter().any(|noun| after.starts_with(noun));
        let doubles = || times == 2 && after.starts_with('番');
        // 增加了一倍 is by one time more, 增加到两倍 to two of them.
        let is_more = || is_chinese && is_by_so_much(&comparison.text.prose[..other.span.start]);
        match other.whole() {
            // Два рубля are two of something.
            Some(here) if here == times => (other.kind == Kind::Soft || counts_times()) && !is_more(),
            Some(here) if is_chinese && here + 1 == times => counts_times() || doubles(),
            _ => false,
        }
    })
}

/// Whether a number behind this Chinese text is what was added.
fn is_by_so_much(before: &str) -> bool {
    const MORE: [char; 7] = ['增', '加', '涨', '漲', '多', '长', '長'];
    before.trim_end_matches(['了', '近', '约', '約']).ends_with(MORE)
}

/// Whether a growth of 100 per cent is said by a verb: *double*.
pub(super) fn is_growth_in_verb(comparison: &Comparison<'_>, french: &Item) -> bool {
    let Some(times) = factor_of_growth(comparison, french) else { return false };
    let folds = &comparison.target.lexicon.folds;
    comparison.text.has_word(|word| folds.iter().any(|(form, fold)| *fold == times && word.starts_with(form)))
}

/// By what something is multiplied that grows by so many per cent in the French: two for 100.
fn factor_of_growth(comparison: &Comparison<'_>, french: &Item) -> Option<u64> {
    let hundreds = french.whole().filter(|_| french.traits.percent)?;
    let grows = || {
        let (before, behind) = comparison.source.prose.split_at(french.span.start);
        let ends_clause = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')');
        let before = before.rsplit(ends_clause).next().unwrap_or_default();
        let behind = behind.split(ends_clause).next().unwrap_or_default();
        let mut words =
            [before, behind].into_iter().flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
        words.any(|word| with_lower(word, |word| GROWS.all().iter().any(|stem| word.starts_with(stem))))
    };
    let may_be = hundreds.is_multiple_of(100) && (100..1000).contains(&hundreds);
    (may_be && grows()).then_some(hundreds / 100 + 1)
}

/// The twenty of *un sur vingt*, in 5 per cent.
pub(super) fn one_in_per_cent(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    let whole = value.as_whole().filter(|whole| (2..=100).contains(whole))?;
    let before = comparison.source.prose[..french.span.start].trim_end_matches(is_blank);
    if !before.ends_with(" sur") {
        return None;
    }
    let same = |other: &Item| other.value.is_some_and(|here| here.by(whole) == Value::whole(100));
    comparison.first_free(|other| same(other) && is_percent(comparison, other))
}

/// The 0,2 of 0,2 % in 2 ‰, two per mille, *binde iki*.
pub(super) fn in_per_mille(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    /// Letters of the longest of these.
    const NEAR: usize = 12;
    const BEHIND: [&str; 6] = ["‰", "promil", "per mil", "por mil", "per thousand", "промил"];
    if !french.traits.percent {
        return None;
    }
    let prose = &comparison.text.prose;
    comparison.first_free(|other| {
        let after = || {
            let after = prose[other.span.end..].trim_start_matches(is_blank);
            after.char_indices().nth(NEAR).map_or(after, |(end, _)| &after[..end])
        };
        let before = || prose[..other.span.start].trim_end_matches(is_blank);
        other.value == Some(value.times(1))
            && (BEHIND.iter().any(|sign| with_lower(after(), |after| after.starts_with(sign)))
                || before().ends_with('‰')
                || ["binde", "Binde", "千分之"].iter().any(|word| before().ends_with(word)))
    })
}

/// 25 *points de base* in 0.25 percentage points, or a quarter of one: what says so many.
pub(super) fn basis_points(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    let after = comparison.source.prose[french.span.end..].trim_start_matches(is_blank);
    if !after.starts_with("points de base") {
        return None;
    }
    let points = Value::fraction(value.as_whole()?, 100)?;
    comparison.first_free(|other| match (other.value, other.parts.as_slice()) {
        (None, [above, below]) => fraction(*above, *below) == Some(points),
        // The word for a quarter holds the four.
        (Some(here), _) => {
            here == points
                || other.kind == Kind::Soft
                    && here.as_whole().is_some_and(|of| points.by(of) == Value::whole(1))
        }
        _ => false,
    })
}

/// Whether a number of the translation is one of per cent. That is not read with it where the French has none.
pub(in crate::check::numbers) fn is_percent(comparison: &Comparison<'_>, other: &Item) -> bool {
    let (text, lexicon) = (comparison.text, &comparison.target.lexicon);
    let after = text.prose[other.span.end..].trim_start_matches(is_blank);
    // The per cent of the next number is none of this one: 25 korkopisteellä 4,50 prosenttiin.
    let near = after.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let before = text.prose[..other.span.start].trim_end_matches(is_blank);
    let says = |word: Option<&str>| {
        word.is_some_and(|word| with_lower(word, |word| lexicon.percent.contains(&word)))
    };
    other.traits.percent
        || after.starts_with(['%', '٪', '％'])
        || before.ends_with(['%', '٪'])
        || before.ends_with("百分之")
        // 10 في المئة
        || near.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(2).any(|word| says(Some(word)))
        || says(before.rsplit(|c: char| !c.is_alphabetic()).next())
}

/// What is off of a price, where Chinese says what is left of it: 九折 and 9折 for 10 per cent, 八五折 for 15.
pub(super) fn is_off(comparison: &Comparison<'_>, french: &Item, value: Value) -> Option<usize> {
    let off = value.as_whole().filter(|off| french.traits.percent && (1..100).contains(off))?;
    if comparison.target.language != "zh" {
        return None;
    }
    let left = Value::whole(100 - off);
    let says = |here: Value| here == left || here.by(10) == left;
    comparison.first_free(|other| {
        comparison.text.prose[other.span.end..].starts_with('折') && other.value.is_some_and(says)
    })
}
