//! Numbers in words, and names of months.

use super::digits::is_blank;
use super::item::{Item, Kind, Traits};
use super::joins::is_connector;
use super::noon;
use super::part::{HUNDREDS, Part, part};
use super::reader::Reader;
use super::sum::Sum;
use super::time_words::is_time;
use super::weekdays;
use crate::check::lists::Words;
use crate::check::numbers::value::{Value, roman};
use crate::check::scan::{Text, Word, with_lower};
use crate::check::script::Script;
use crate::text::Span;

/// The unit at `at` of a teen of Hebrew, with a small word or the article written onto it: האחד עשר. By itself, the two of
/// שנים עשר are years.
fn unit_of_teen(reader: &Reader<'_, '_>, at: usize) -> Option<u64> {
    let text = reader.text;
    let is_teen = || text.words.get(at + 1).is_some_and(|next| matches!(text.word(next), "עשר" | "עשרה"));
    let written = text.word(&text.words[at]);
    if reader.script != Script::Hebrew || !is_teen() {
        return None;
    }
    let bare = written.strip_prefix(['ה', 'ב', 'ל', 'כ', 'מ']).unwrap_or(written);
    if [written, bare].iter().any(|word| matches!(*word, "שנים" | "שתים")) {
        return Some(2);
    }
    let number = reader.lexicon.number(bare).filter(|_| bare.len() < written.len())?;
    (1..10).contains(&number.value).then_some(number.value)
}

/// Reads numbers in words, Roman numerals and months.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    let text = reader.text;
    let french = reader.is_french;
    let counts_by_twenty = reader.lexicon.number("quatre").is_some();
    let joins_words = reader.joins_words();
    let mut open: Option<Sum> = None;
    let mut since = 0;
    let lexicon = reader.lexicon;
    let has_half_ends = lexicon.has_half_ends();
    let has_apostrophes = lexicon.has_apostrophes(&text.prose);
    let mut is_read = false;
    for at in 0..text.words.len() {
        // What stands behind an apostrophe.
        if std::mem::take(&mut is_read) {
            continue;
        }
        let word = &text.words[at];
        let joined = if has_apostrophes { with_apostrophe(text, at) } else { None };
        let may_count = joins_words || joined.is_some() || lexicon.may_count(word);
        let ends_in_half = has_half_ends && lexicon.ends_in_half(text.word(word));
        // Most words end here.
        let may_say = may_count || ends_in_half || word.capital && may_be_roman(text.word(word));
        if open.is_none() && !may_say {
            continue;
        }
        if reader.is_spent(word) {
            close(reader, &mut open);
            continue;
        }
        let (written, span) = match &joined {
            Some((word, span)) => (word.as_str(), span.clone()),
            None => (text.word(word), word.span()),
        };
        is_read = joined.is_some();
        if may_count && let Some(month) = month(reader, word, written) {
            reader.month(month);
        }
        if may_count && french {
            reader.weekdays(weekdays::of_french(text, at));
            reader.noon(noon::of_french(text, word));
        }
        // La Septante is a Bible.
        let is_name = french
            && written == "Septante"
            && at > 0
            && matches!(text.word(&text.words[at - 1]), "la" | "La" | "les" | "Les" | "des");
        let part = match may_count || ends_in_half {
            true if joins_words && let Some(unit) = unit_of_teen(reader, at) => Some(Part::joining(unit)),
            true if !is_name => with_lower(written, |lower| part(reader, lower)),
            _ => None,
        };
        let Some(part) = part.filter(|_| !is_time(reader, at, written)) else {
            if word.capital
                && let Some((value, sure)) = reader.roman(word)
            {
                let kind = if sure || is_of_century(reader, at) { Kind::Roman } else { Kind::Soft };
                reader.out.items.push(plain(span, kind, value));
            }
            since += 1;
            if since > 1 || !is_connector(written, lexicon) {
                close(reader, &mut open);
            }
            continue;
        };
        // `per cento`, `por ciento` are no hundred.
        let before = if at > 0 { text.word(&text.words[at - 1]) } else { "" };
        // Nege-en-negentig, with the unit first.
        let part = Part { and: part.and || before == "en" && lexicon.is_of(&["af"]), ..part };
        let is_percent = match before {
            "per" | "por" => true,
            // 15 на сто
            "на" => lexicon.percent.contains(&written),
            _ => false,
        };
        if part.value == 100 && is_percent {
            close_percent(reader, &mut open);
            continue;
        }
        if french && written == "cent" && before == "pour" {
            reader.count_percent();
            close_percent(reader, &mut open);
            continue;
        }
        let near = open.as_ref().is_some_and(|sum| {
            is_near(&text.prose[sum.span.end..span.start])
                && !(part.value < 10 && is_hour_behind_minutes(reader, at, sum.words))
                && if since == 0 {
                    !(20..100).contains(&sum.last) || part.value >= 10 || lexicon.sets_units_apart()
                } else {
                    lexicon.joins_after(sum.last, before)
                }
        });
        match &mut open {
            // Three million and five million: two numbers, of which the second begins earlier.
            Some(sum) if near && sum.magnitude && sum.current > 0 && part.power >= sum.power => {
                let (factor, begin) = (sum.current, sum.since);
                sum.current = 0;
                sum.span.end = sum.whole_end;
                close(reader, &mut open);
                let mut next = Sum::new(begin..begin, Part::joining(factor));
                next.add(span, part);
                open = Some(next);
            }
            Some(sum) if near && since == 0 && sum.is_multiplied_by(part) && lexicon.is_of(&["sw"]) => {
                sum.multiply(span, part);
            }
            Some(sum) if near && sum.fits(part, counts_by_twenty, reader.script, lexicon) => {
                sum.add(span, part)
            }
            // Puluhan: there is nothing to make tens of.
            _ if part.makes.is_some() => {
                close(reader, &mut open);
                continue;
            }
            // *And seven* alone begins many words of Hebrew, and hundreds alone are many.
            _ if reader.script == Script::Hebrew && (part.and || written == HUNDREDS) => {
                close(reader, &mut open);
                continue;
            }
            _ => {
                close(reader, &mut open);
                open = Some(Sum::new(span, part));
            }
        }
        since = 0;
    }
    close(reader, &mut open);
}

/// A word with the one that stands behind its apostrophe, as the data write it: п’ять and дев'ять are пʼять and девʼять.
pub(in crate::check::numbers) fn with_apostrophe(text: &Text<'_>, at: usize) -> Option<(String, Span)> {
    let (word, next) = (&text.words[at], text.words.get(at + 1)?);
    let between = &text.prose[word.span().end..next.span().start];
    matches!(between, "’" | "'").then(|| {
        let joined = format!("{}ʼ{}", text.word(word), text.word(next));
        (joined, word.span().start..next.span().end)
    })
}

/// Whether a word for a century stands beside the one at `at`: V wieku, siglo V.
fn is_of_century(reader: &Reader<'_, '_>, at: usize) -> bool {
    let text = reader.text;
    let is_blank_between = |first: usize| {
        let between = &text.prose[text.words[first].span().end..text.words[first + 1].span().start];
        between.len() <= 3 && between.chars().all(is_blank)
    };
    let is_century = |at: usize| {
        with_lower(text.word(&text.words[at]), |word| {
            reader.lexicon.number(word).is_some_and(|number| number.soft && number.value == 100)
        })
    };
    !reader.is_french
        && (at + 1 < text.words.len() && is_blank_between(at) && is_century(at + 1)
            || at > 0 && is_blank_between(at - 1) && is_century(at - 1))
}

/// Whether the word at `at` names an hour, and the number of so many words before it the minutes that it lacks:
/// без двадцати пять is twenty to five, and без двадцати пяти is without twenty-five.
fn is_hour_behind_minutes(reader: &Reader<'_, '_>, at: usize, words: usize) -> bool {
    if !reader.lexicon.is_of(&["ru", "uk", "be"]) {
        return false;
    }
    let text = reader.text;
    let before = at.checked_sub(words + 1).map(|before| text.word(&text.words[before]));
    let is_genitive = |word: &str| ["ти", "ми", "х", "го", "ой"].iter().any(|end| word.ends_with(end));
    before.is_some_and(|word| matches!(word, "без" | "Без")) && !is_genitive(text.word(&text.words[at]))
}

/// The month that a word names. With a capital, a French month is the planet Mars or a name, but for 11-Septembre and the
/// head of a sentence, where other languages have a capital, too.
fn month(reader: &Reader<'_, '_>, word: &Word, written: &str) -> Option<u8> {
    let months = &reader.lexicon.months;
    let as_written = || months.get(written).copied();
    if !word.capital || !reader.is_french && as_written().is_some() {
        return as_written();
    }
    let (before, after) = (&reader.text.prose[..word.span().start], &reader.text.prose[word.span().end..]);
    let is_dated = || {
        let before = before.strip_suffix(['-', '\u{2011}', ' ', '\u{A0}']);
        before.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    };
    let may_be_name = || {
        let has_year = after.trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit());
        matches!(written, "Mars" | "Avril") && !has_year
    };
    let begins = before.is_empty() && !(reader.is_french && may_be_name());
    if begins || reader.is_french && is_dated() {
        return with_lower(written, |lower| months.get(lower).copied());
    }
    None
}

fn plain(span: Span, kind: Kind, value: Value) -> Item {
    Item {
        span,
        kind,
        value: Some(value),
        foreign: None,
        base: None,
        parts: Vec::new(),
        traits: Traits::default(),
    }
}

fn close(reader: &mut Reader<'_, '_>, open: &mut Option<Sum>) {
    let Some(sum) = open.take() else { return };
    // Milliards de milliards have other names elsewhere: trillones, 垓.
    let is_huge = sum.magnitude && sum.value().as_f64() >= 1e18;
    let kind = if sum.soft || is_huge { Kind::Soft } else { Kind::Word };
    let after = sum.magnitude
        && sum.current == 0
        && (reader.has_half(sum.span.end) || sum.words > 1 && reader.has_half_before(sum.span.start));
    let mut value = sum.value();
    let lone = sum.magnitude && sum.words == 1 && value != Value::whole(2000);
    if after {
        value = value.plus(Value::half().times(sum.power));
    }
    let before = if lone { reader.factor_before(sum.span.start) } else { None };
    let mut item = plain(sum.span.clone(), kind, value);
    item.traits.magnitude = sum.magnitude;
    item.traits.lone = lone;
    if !reader.is_french {
        item.traits.percent = reader.percent(sum.span.start, sum.span.end);
    }
    match before {
        Some(Factor::Half(more)) => {
            item.value = Some(Value::whole(more).plus(Value::half()).times(sum.power));
            item.traits.lone = false;
        }
        Some(Factor::Times(factor)) => {
            item.base = item.value;
            item.value = Some(value.by(factor));
            // Une vingtaine de milliers are no twenty of anything.
            if let Some(about) = reader.out.items.pop_if(|last| reader.is_french && last.is_about_many()) {
                item.span.start = about.span.start;
            }
        }
        None if sum.magnitude && sum.current == 0 && !lone => {
            item.base = value.over(Value::whole(1).times(sum.power)).map(Value::whole);
        }
        None => {}
    }
    reader.out.items.push(item);
}

fn close_percent(reader: &mut Reader<'_, '_>, open: &mut Option<Sum>) {
    let Some(sum) = open.take() else { return };
    let kind = if sum.soft { Kind::Soft } else { Kind::Word };
    let mut item = plain(sum.span.clone(), kind, sum.value());
    item.traits.percent = true;
    reader.out.items.push(item);
}

/// What multiplies a word for a power of ten from before it.
pub(super) enum Factor {
    /// Half a million, or so many and a half.
    Half(u64),
    /// Tens of millions.
    Times(u64),
}

/// Two and a half in the languages of India, and a half that is added to the number behind it: ढाई लाख, साढ़े तीन लाख.
static TWO_AND_A_HALF: Words = Words::of("two-and-a-half");
static AND_A_HALF_BEFORE: Words = Words::of("and-a-half-before");

/// Whether a word that holds so many multiplies a power of ten behind it: tens of thousands, *une vingtaine de millions*.
fn may_multiply(number: u64) -> bool {
    matches!(number, 10 | 12 | 15 | 100 | 1000) || (20..100).contains(&number) && number.is_multiple_of(10)
}

/// Names of which there was a fifth, or a tenth, on a throne.
static RULERS: Words = Words::of("rulers");
/// What is numbered in Roman letters.
static PARTS: Words = Words::of("in-roman");

/// Whether a word may be a [Roman numeral](Reader::roman): false for most words with a capital.
fn may_be_roman(written: &str) -> bool {
    matches!(written.as_bytes(), [b'I' | b'V' | b'X', ..] | [_, b'A'..=b'Z', ..])
}

/// Nothing but a space, a hyphen, or a small word between the words of a number.
fn is_near(between: &str) -> bool {
    between.len() <= 8 && !between.contains([',', '.', ';', ':', '(', ')', '/', '–', '—'])
}

impl Reader<'_, '_> {
    /// What multiplies the word at `start` from before it: a half, or tens, hundreds and thousands of.
    fn factor_before(&self, start: usize) -> Option<Factor> {
        let index = self.word_from(start);
        let words = self.text.words[..index].iter().rev().take(2);
        for word in words.take_while(|word| word.span().end + 8 >= start) {
            let written = self.text.word(word);
            if TWO_AND_A_HALF.has(written) {
                return Some(Factor::Half(2));
            }
            if with_lower(written, |word| self.lexicon.half.contains(&word)) {
                return Some(Factor::Half(self.number_before_half(word.span().start)));
            }
            if let Some(more) = with_lower(written, |word| self.lexicon.before_half(word)) {
                return Some(Factor::Half(more));
            }
            let number = with_lower(written, |word| self.lexicon.number(word));
            if let Some(number) = number.filter(|number| number.soft && may_multiply(number.value)) {
                return Some(Factor::Times(number.value));
            }
        }
        None
    }

    /// Whether the word before a number adds a half to it.
    fn has_half_before(&self, start: usize) -> bool {
        let before = self.word_from(start).checked_sub(1).map(|last| self.text.word(&self.text.words[last]));
        before.is_some_and(|word| AND_A_HALF_BEFORE.has(word))
    }

    /// The number to which the half at `start` is added: 2 in *two and a half*, 0 in *a half*.
    fn number_before_half(&self, start: usize) -> u64 {
        let mut joined = false;
        let adds = ["buçuk", "setengah"].iter().any(|half| self.prose()[start..].starts_with(half));
        let index = self.word_from(start);
        for word in self.text.words[..index].iter().rev().take(3) {
            if word.span().end + 12 < start {
                break;
            }
            let written = self.text.word(word);
            let number = with_lower(written, |word| self.lexicon.number(word));
            match number {
                // The article of *a half* is no number, nor is *en* in *en halv*; but *bir buçuk* is 1½.
                Some(number) if number.value == 1 && !joined && !adds => {}
                Some(number) if number.value < 1000 => return number.value,
                _ => joined = true,
            }
        }
        let digits =
            self.out.items.iter().rev().find(|item| item.span.end <= start && item.span.end + 12 >= start);
        digits.filter(|item| item.kind == Kind::Digits).and_then(|item| item.value?.as_whole()).unwrap_or(0)
    }

    /// Whether a word with a capital and nothing but a blank stand before a word.
    fn is_behind_name(&self, word: &Word) -> bool {
        let before = self.prose()[..word.span().start].strip_suffix(is_blank);
        let index = self.word_from(word.span().start);
        before.is_some_and(|before| {
            index.checked_sub(1).is_some_and(|at| {
                let name = &self.text.words[at];
                name.capital && name.span().end == before.len()
            })
        })
    }

    /// Whether a single letter of a French text is the number of a ruler or of a part, and no initial: Charles V, acte V.
    fn is_numbered(&self, word: &Word) -> bool {
        let (before, after) = (&self.prose()[..word.span().start], &self.prose()[word.span().end..]);
        let Some(before) = before.strip_suffix(is_blank) else { return false };
        let name = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        // V. is an initial, but for the end of the sentence.
        let is_initial = after.strip_prefix('.').is_some_and(|rest| !rest.trim().is_empty());
        let begins_name = after.trim_start_matches(is_blank).starts_with(char::is_uppercase);
        let is_ruler = || name.starts_with(char::is_uppercase) && with_lower(name, |name| RULERS.has(name));
        !is_initial && !begins_name && (is_ruler() || with_lower(name, |name| PARTS.has(name)))
    }

    /// A Roman numeral; single letters count where `ordinal` follows, and in French behind what is numbered so.
    fn roman(&self, word: &Word) -> Option<(Value, bool)> {
        let written = self.text.word(word);
        // Charles Quint is the fifth of that name, as a Roman numeral says in other languages.
        if self.is_french && written == "Quint" && self.is_behind_name(word) {
            return Some((Value::whole(5), true));
        }
        let capitals = written.bytes().take_while(u8::is_ascii_uppercase).count();
        if capitals == 0 {
            return None;
        }
        let (letters, ending) = written.split_at(capitals);
        let is_ordinal = self.is_french
            && match ending {
                "e" | "ème" | "es" => true,
                // Ier, Ire; but Vers begins many sentences.
                "er" | "re" | "ère" | "ers" => letters == "I",
                _ => false,
            };
        if !(ending.is_empty() || is_ordinal) {
            return None;
        }
        // C, D, L and M are more often initials, or the first letter of a word.
        let small = letters.bytes().all(|byte| b"IVX".contains(&byte));
        if !small && letters.len() < 4 {
            return None;
        }
        let sure = is_ordinal || letters.len() > 1 || self.is_french && self.is_numbered(word);
        roman(letters).map(|value| (Value::whole(value), sure))
    }
}
