//! Numbers in Chinese characters, also mixed with digits (4万5300, 三百万, 二〇一九), and Korean powers of ten
//! after digits (4만 5300).

use super::digits::{Marks, token};
use super::item::{Item, Kind, Traits};
use crate::check::numbers::value::{Value, digit};
use crate::check::scan::Text;
use crate::text::Span;

const MARKS: Marks = Marks { decimal: '.', group: ',', has_spaces: false };

fn numeral(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '貳' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Powers of ten: those below ten thousand multiply within a section, the others close it.
fn power(c: char) -> Option<u8> {
    Some(match c {
        '十' | '십' => 1,
        '百' | '백' => 2,
        '千' | '천' => 3,
        '万' | '萬' | '만' => 4,
        '億' | '亿' | '억' => 8,
        '兆' | '조' => 12,
        _ => return None,
    })
}

/// Japanese tenths: 3割 is 30 per cent.
pub(super) const TENTHS: char = '割';

/// Whether Chinese tenths stand here (三成 is 30 per cent), and no other word that begins with their sign.
fn begins_with_tenths(after: &str) -> bool {
    const OTHERS: &str = "為为員员立功長长份分交本果就熟人品績绩名語语年";
    after.strip_prefix('成').is_some_and(|rest| !rest.starts_with(|c| OTHERS.contains(c)))
}

/// The power of ten at `at`; 千瓦 is a kilowatt, 百帕 a hectopascal, 兆瓦 a megawatt.
fn power_at(prose: &str, at: usize, c: char) -> Option<u8> {
    let power = power(c)?;
    let next = prose[at + c.len_utf8()..].chars().next();
    // 10만큼 is *as much as ten*, 29억만 *only 2.9 billion*, 3조각 are three pieces.
    if c == '만' && (next == Some('큼') || prose[..at].ends_with(['억', '조']))
        || c == '조' && !is_trillion(&prose[..at], &prose[at + c.len_utf8()..])
    {
        return None;
    }
    // 百米 is a hundred metres, and 二百米 are two hundred.
    let is_counted =
        || power == 2 && next == Some('米') && prose[..at].chars().next_back().and_then(numeral).is_some();
    let is_prefix = match power {
        2 | 3 => next.is_some_and(|c| "瓦克米公伏卡赫帕焦噸吨".contains(c)),
        // 兆瓦 is a megawatt, 兆字节 a megabyte, 3兆円 are three trillion yen.
        12 => next.is_some_and(|c| "瓦赫帕焦伏字比位".contains(c)),
        _ => false,
    };
    (!is_prefix || is_counted()).then_some(power)
}

/// Whether 조 counts trillions between these: it is an article of a law in 제12조, 12조의 and 12조 2항, and begins many words.
fn is_trillion(before: &str, after: &str) -> bool {
    /// What stands behind articles, and not behind trillions; and how words go on that begin so: 조각, 조합, 조건, 조직.
    const OTHERS: &str = "각합건직율작립명례의항제";
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let part = after.trim_start_matches([' ', '제']).trim_start_matches(|c: char| c.is_ascii_digit());
    let is_divided = || part.len() < after.len() && part.starts_with(['항', '호', '목']);
    !number.trim_end_matches(' ').ends_with('제')
        && !after.starts_with(|c| OTHERS.contains(c))
        && !is_divided()
}

/// Reads on after a number in digits: its value with the characters that follow, and where they end.
pub(super) fn tail(prose: &str, at: usize, first: Option<Value>) -> Option<(Value, usize)> {
    let begin = at + before_power(prose, at);
    let c = prose[begin..].chars().next()?;
    power_at(prose, begin, c)?;
    Some(sum(prose, at, first?))
}

/// The bytes of what may stand between a number and its power of ten from ten thousand on: *more than* (6000多万) or a
/// blank (400 萬); 0 if that doesn't follow.
fn before_power(prose: &str, at: usize) -> usize {
    /// What stands behind 万 in a word that is no number: 万一, 万圣节.
    const IN_WORDS: &str = "一圣聖物能事国國分维維科豪恶惡";
    let mut after = prose[at..].chars();
    let between = after.next().filter(|c| matches!(c, ' ' | '多' | '余' | '餘'));
    let is_power = after.next().is_some_and(|c| matches!(c, '万' | '萬' | '亿' | '億'));
    let is_word = between == Some(' ') && after.next().is_some_and(|c| IN_WORDS.contains(c));
    between.filter(|_| is_power && !is_word).map_or(0, char::len_utf8)
}

/// The value of the numerals from `at` on, of which `current` is read already, and their end.
fn sum(prose: &str, mut at: usize, current: Value) -> (Value, usize) {
    let zero = Value::whole(0);
    let (mut total, mut section, mut current) = (zero, zero, Some(current));
    let mut positional = false;
    while let Some(c) = prose[at..].chars().next() {
        if let Some(power) = power_at(prose, at, c) {
            let factor = current.take();
            if power < 4 {
                section = section.plus(factor.unwrap_or(Value::whole(1)).times(power));
            } else {
                let section_value = section.plus(factor.unwrap_or(zero));
                if section_value.is_zero() && !total.is_zero() {
                    // 3万亿: one power upon the other.
                    total = total.times(power);
                } else {
                    let section_value = if section_value.is_zero() { Value::whole(1) } else { section_value };
                    total = total.plus(section_value.times(power));
                }
                section = zero;
            }
            positional = false;
            at += c.len_utf8();
        } else if let Some(value) = numeral(c) {
            current = match current {
                // Digits in a row: 二〇一九.
                Some(before) if positional => Some(before.times(1).plus(Value::whole(value))),
                Some(_) => break,
                None => Some(Value::whole(value)),
            };
            positional = true;
            at += c.len_utf8();
        } else if digit(c).is_some() && current.is_none() {
            let token = token(prose, at, false);
            let Some(value) = token.value(prose, MARKS) else { break };
            current = Some(value);
            positional = false;
            at = token.span.end;
        } else if c == ' ' && current.is_none() && goes_on(prose, at + 1) {
            // 1억 2000만
            at += 1;
        } else if c == ' '
            && current.is_some()
            && !total.is_zero()
            && prose[at + 1..].starts_with(['千', '百'])
        {
            // 46 萬 5 千
            at += 1;
        } else {
            match before_power(prose, at) {
                0 => break,
                length if current.is_some() || !section.is_zero() => at += length,
                _ => break,
            }
        }
    }
    (total.plus(section).plus(current.unwrap_or(zero)), at)
}

/// Whether digits that belong to the Korean power of ten before them stand at `at`: with a lower power (1억 2000만), or the
/// up to four that are left of ten thousand (4만 5300). A year behind it is no rest.
fn goes_on(prose: &str, at: usize) -> bool {
    let rest = &prose[at..];
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    let digits = rest[..rest.len() - after.len()].bytes().filter(u8::is_ascii_digit).count();
    let is_rest = || {
        digits <= 4
            && !rest.starts_with('0')
            && prose[..at].trim_end_matches(' ').ends_with('만')
            && !after.starts_with(['.', '년', '월', '일', '시', '%'])
    };
    // 46 萬 5 千
    let is_lower = || {
        let mut after = after.trim_start_matches(' ').chars();
        after.next().is_some_and(|c| matches!(c, '千' | '百'))
            && after.next().is_none_or(|c| power(c).is_none())
    };
    digits > 0 && (after.starts_with(['십', '백', '천', '만', '억']) || is_rest() || is_lower())
}

/// Reads the numbers in characters alone; gives the months among them, a bit each. `is_chinese`: in Japanese 千五 is 1005.
pub(super) fn read(text: &Text<'_>, is_chinese: bool, spent: &[Span], items: &mut Vec<Item>) -> u16 {
    let mut months = 0;
    let prose: &str = &text.prose;
    let mut until = 0;
    for (at, c) in prose.char_indices() {
        if at < until || (numeral(c).is_none() && power_at(prose, at, c).is_none()) {
            continue;
        }
        if spent.iter().any(|span| span.contains(&at)) {
            continue;
        }
        // 四半期 is a quarter of a year.
        if c == '四' && prose[at..].starts_with("四半") {
            continue;
        }
        let (value, end) = match numeral(c) {
            Some(value) => {
                let begin = at + c.len_utf8();
                positional(prose, begin, Value::whole(value))
            }
            None => sum_from_power(prose, at),
        };
        let value = match last_without_power(&prose[at..end]) {
            Some(more) if is_chinese => value.plus(more),
            _ => value,
        };
        until = end;
        // 兩三年 is two or three years.
        if let Some((low, high)) = two_or_three(&prose[at..end]) {
            let middle = at + c.len_utf8();
            items.push(word(at..middle, low));
            items.push(word(middle..end, high));
            continue;
        }
        if prose[end..].starts_with('月')
            && let Some(month) = value.as_whole().filter(|month| (1..=12).contains(month))
        {
            months |= 1 << month;
            continue;
        }
        // 两三千只 are two or three thousand.
        if let Some((low, high)) = few_of_power(&prose[at..end]) {
            let middle = at + c.len_utf8();
            items.push(word(at..middle, low));
            items.push(word(middle..end, high));
            continue;
        }
        // 四、五千人 are four or five thousand.
        if let Some(low) = first_of_few(prose, at, c) {
            items.push(word(at..at + c.len_utf8(), low));
            until = at + c.len_utf8();
            continue;
        }
        // One character alone is as often a part of a word (一部, 万一, 千葉).
        let single = prose[at..end].chars().nth(1).is_none();
        let kind = if single && (c == '一' || power(c).is_some()) { Kind::Soft } else { Kind::Word };
        let is_tenths = value.as_whole().is_some_and(|value| (1..10).contains(&value))
            && (prose[end..].starts_with(TENTHS) || begins_with_tenths(&prose[end..]));
        let base = is_tenths.then_some(value);
        let value = if is_tenths { value.times(1) } else { value };
        let percent = is_tenths || prose[..at].ends_with("百分之");
        items.push(Item {
            span: at..end,
            kind,
            value: Some(value),
            foreign: None,
            base,
            parts: Vec::new(),
            traits: Traits { percent, ..Traits::default() },
        });
    }
    months
}

/// What the last numeral holds beside its own value where its power of ten is not said, as Chinese has a zero for one that
/// is not there: 一千五 is 1500, and 一千零五 is 1005.
fn last_without_power(written: &str) -> Option<Value> {
    let mut from_end = written.chars().rev();
    let last = from_end.next().and_then(numeral).filter(|last| *last > 0)?;
    let above = from_end.next().and_then(power).filter(|power| (2..=4).contains(power))?;
    // 百五 has nothing to count its hundreds.
    from_end.next().and_then(numeral)?;
    Some(Value::whole(last * (10_u64.pow(u32::from(above) - 1) - 1)))
}

fn word(span: Span, value: u64) -> Item {
    Item {
        span,
        kind: Kind::Word,
        value: Some(Value::whole(value)),
        foreign: None,
        base: None,
        parts: Vec::new(),
        traits: Traits::default(),
    }
}

/// Two numerals alone of which the second is the next one, or that are said so of a few.
fn two_or_three(written: &str) -> Option<(u64, u64)> {
    let mut chars = written.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let (low, high) = (numeral(first)?, numeral(second)?);
    let is_few = low > 0 && low + 1 == high || matches!((low, high), (3, 5)) || matches!(second, '兩' | '两');
    (is_few && chars.next().is_none()).then_some((low, high))
}

/// Two numerals in a row, the second the next one, with one power of ten for both.
fn few_of_power(written: &str) -> Option<(u64, u64)> {
    let (at, c) = written.char_indices().nth(2)?;
    let (low, high) = two_or_three(&written[..at])?;
    let factor = 10_u64.checked_pow(u32::from(power(c)?))?;
    let is_all = at + c.len_utf8() == written.len();
    is_all.then_some((low * factor, high * factor))
}

/// The value of a numeral before a mark and the next numeral with a power of ten, which is of both.
fn first_of_few(prose: &str, at: usize, c: char) -> Option<u64> {
    let low = numeral(c)?;
    let rest = prose[at + c.len_utf8()..].strip_prefix('、')?;
    let mut chars = rest.chars();
    let high = chars.next().and_then(numeral)?;
    let factor = chars.next().and_then(power)?;
    let is_more = chars.next().is_some_and(|next| numeral(next).is_some());
    (low > 0 && low + 1 == high && !is_more).then(|| low.saturating_mul(10_u64.pow(u32::from(factor))))
}

fn sum_from_power(prose: &str, at: usize) -> (Value, usize) {
    // 十四, 百万: the factor one is not written.
    let mut end = at;
    let c = prose[at..].chars().next().unwrap_or(' ');
    end += c.len_utf8();
    let first = Value::whole(1).times(power(c).unwrap_or(0));
    let rest = &prose[end..];
    match rest.chars().next() {
        Some(next) if power(next).is_some_and(|power| power >= 4) => sum(prose, end, first),
        Some(next) if numeral(next).is_some() && power(c).is_some_and(|power| power < 4) => {
            let (more, stop) =
                positional(prose, end + next.len_utf8(), Value::whole(numeral(next).unwrap_or(0)));
            (first.plus(more), stop)
        }
        // 百十二, where the ten has no factor either.
        Some(next) if power(next) < power(c) && power(next).is_some() => {
            let (more, stop) = sum_from_power(prose, end);
            (first.plus(more), stop)
        }
        _ => (first, end),
    }
}

/// `current` is a numeral just read; digits in a row make one number, powers multiply.
fn positional(prose: &str, mut at: usize, mut current: Value) -> (Value, usize) {
    while let Some(value) = prose[at..].chars().next().and_then(numeral) {
        current = current.times(1).plus(Value::whole(value));
        at += prose[at..].chars().next().map_or(0, char::len_utf8);
    }
    if prose[at..].chars().next().and_then(|c| power_at(prose, at, c)).is_some() {
        sum(prose, at, current)
    } else {
        (current, at)
    }
}
