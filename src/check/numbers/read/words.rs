//! Numbers in words, Roman numerals between them, and names of months.

use std::borrow::Cow;

use super::digits::is_blank;
use super::factor::Factor;
use super::item::{Item, Kind, Traits};
use super::joins::is_connector;
use super::noon;
use super::part::{HUNDREDS, Part, part};
use super::reader::Reader;
use super::roman::{is_of_century, may_be_roman};
use super::sum::Sum;
use super::time_words::is_time;
use super::weekdays;
use crate::check::numbers::value::Value;
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
    let count = reader.text.words.len();
    let mut walk = Walk::new(reader);
    let mut at = 0;
    while at < count {
        at += walk.word(at);
    }
    walk.close();
}

/// A walk through the words of a text, with the number that is being read.
struct Walk<'r, 't, 'a> {
    reader: &'r mut Reader<'t, 'a>,
    /// A number that may go on.
    open: Option<Sum>,
    /// Words behind that number which say nothing of one.
    since: usize,
    counts_by_twenty: bool,
    joins_words: bool,
    has_half_ends: bool,
    has_apostrophes: bool,
}

/// A word that may say something of a number.
struct Said<'t> {
    /// Which word of the text.
    at: usize,
    /// As the data write it.
    written: Cow<'t, str>,
    span: Span,
    /// Whether the lexicon may know it.
    may_count: bool,
    ends_in_half: bool,
}

impl<'r, 't, 'a> Walk<'r, 't, 'a> {
    fn new(reader: &'r mut Reader<'t, 'a>) -> Self {
        let lexicon = reader.lexicon;
        Walk {
            counts_by_twenty: lexicon.number("quatre").is_some(),
            joins_words: reader.joins_words(),
            has_half_ends: lexicon.has_half_ends(),
            has_apostrophes: lexicon.has_apostrophes(&reader.text.prose),
            reader,
            open: None,
            since: 0,
        }
    }

    /// Reads the word at `at`, and tells how many words that were: two with an apostrophe between them.
    fn word(&mut self, at: usize) -> usize {
        let word = &self.reader.text.words[at];
        let Some(said) = self.said(at, word) else { return 1 };
        if self.reader.is_spent(word) {
            self.close();
            return 1;
        }
        let words = if said.span.end > word.span().end { 2 } else { 1 };
        self.days(&said, word);
        let part = self.part(&said).filter(|_| !is_time(self.reader, at, &said.written));
        match part {
            Some(part) => self.number(said, part),
            None => self.other(said, word),
        }
        words
    }

    /// What a word says, if it may have to do with a number.
    fn said(&self, at: usize, word: &Word) -> Option<Said<'t>> {
        let (text, lexicon) = (self.reader.text, self.reader.lexicon);
        let joined = if self.has_apostrophes { with_apostrophe(text, at) } else { None };
        let may_count = self.joins_words || joined.is_some() || lexicon.may_count(word);
        let ends_in_half = self.has_half_ends && lexicon.ends_in_half(text.word(word));
        // Most words end here.
        let may_say = may_count || ends_in_half || word.capital && may_be_roman(text.word(word));
        if self.open.is_none() && !may_say {
            return None;
        }
        let (written, span) = match joined {
            Some((written, span)) => (Cow::Owned(written), span),
            None => (Cow::Borrowed(text.word(word)), word.span()),
        };
        Some(Said { at, written, span, may_count, ends_in_half })
    }

    /// The month, the day of the week or the noon that a word names.
    fn days(&mut self, said: &Said<'_>, word: &Word) {
        let reader = &mut *self.reader;
        if !said.may_count {
            return;
        }
        if let Some(month) = month(reader, word, &said.written) {
            reader.month(month);
        }
        if reader.is_french {
            reader.weekdays(weekdays::of_french(reader.text, said.at));
            reader.noon(noon::of_french(reader.text, word));
        }
    }

    /// What a word says of a number.
    fn part(&self, said: &Said<'_>) -> Option<Part> {
        if !said.may_count && !said.ends_in_half {
            return None;
        }
        if self.joins_words
            && let Some(unit) = unit_of_teen(self.reader, said.at)
        {
            return Some(Part::joining(unit));
        }
        if self.is_bible(said) {
            return None;
        }
        let part = with_lower(&said.written, |lower| part(self.reader, lower))?;
        // Nege-en-negentig, with the unit first.
        let and = part.and || self.before(said) == "en" && self.reader.lexicon.is_of(&["af"]);
        Some(Part { and, ..part })
    }

    /// La Septante is a Bible, and no seventy.
    fn is_bible(&self, said: &Said<'_>) -> bool {
        self.reader.is_french
            && said.written == "Septante"
            && matches!(self.before(said), "la" | "La" | "les" | "Les" | "des")
    }

    /// The word before one; nothing at the head of the text.
    fn before(&self, said: &Said<'_>) -> &'t str {
        let text = self.reader.text;
        said.at.checked_sub(1).map(|before| text.word(&text.words[before])).unwrap_or_default()
    }

    /// A word that is no number: a Roman numeral, what may join two words of a number, or any other.
    fn other(&mut self, said: Said<'_>, word: &Word) {
        let reader = &mut *self.reader;
        if word.capital
            && let Some((value, sure)) = reader.roman(word)
        {
            let kind = if sure || is_of_century(reader, said.at) { Kind::Roman } else { Kind::Soft };
            reader.out.items.push(plain(said.span, kind, value));
        }
        self.since += 1;
        if self.since > 1 || !is_connector(&said.written, self.reader.lexicon) {
            self.close();
        }
    }

    /// A word for a number: it goes on with the one that is being read, or begins the next.
    fn number(&mut self, said: Said<'_>, part: Part) {
        let before = self.before(&said);
        if part.value == 100 && self.is_percent(&said, before) {
            self.close_percent();
            return;
        }
        if self.reader.is_french && said.written == "cent" && before == "pour" {
            self.reader.count_percent();
            self.close_percent();
            return;
        }
        let lexicon = self.reader.lexicon;
        let script = self.reader.script;
        let near = self.open.as_ref().is_some_and(|sum| self.goes_on(sum, &said, part, before));
        match &mut self.open {
            Some(sum) if near && sum.ends_before(part) => {
                let mut next = sum.split_factor();
                self.close();
                next.add(said.span, part);
                self.open = Some(next);
            }
            Some(sum) if near && self.since == 0 && sum.is_multiplied_by(part) && lexicon.is_of(&["sw"]) => {
                sum.multiply(said.span, part);
            }
            Some(sum) if near && sum.fits(part, self.counts_by_twenty, script, lexicon) => {
                sum.add(said.span, part);
            }
            _ => {
                self.close();
                if !is_nothing_alone(part, &said.written, script) {
                    self.open = Some(Sum::new(said.span, part));
                }
            }
        }
        self.since = 0;
    }

    /// Whether a word for a hundred says per cent, as in `per cento`, `por ciento`, and is no hundred.
    fn is_percent(&self, said: &Said<'_>, before: &str) -> bool {
        match before {
            "per" | "por" => true,
            // 15 на сто
            "на" => self.reader.lexicon.percent.contains(&&*said.written),
            _ => false,
        }
    }

    /// Whether a word stands so near to the number before it, and in such a way, that it may be a part of it.
    fn goes_on(&self, sum: &Sum, said: &Said<'_>, part: Part, before: &str) -> bool {
        let (text, lexicon) = (self.reader.text, self.reader.lexicon);
        is_near(&text.prose[sum.span.end..said.span.start])
            && !(part.value < 10 && is_hour_behind_minutes(self.reader, said.at, sum.words))
            && match self.since {
                0 => !(20..100).contains(&sum.last) || part.value >= 10 || lexicon.sets_units_apart(),
                _ => lexicon.joins_after(sum.last, before),
            }
    }

    /// The number that was being read, if there is one, is at its end.
    fn close(&mut self) {
        if let Some(sum) = self.open.take() {
            push(self.reader, &sum);
        }
    }

    /// The same where it is so many per cent.
    fn close_percent(&mut self) {
        let Some(sum) = self.open.take() else { return };
        let kind = if sum.soft { Kind::Soft } else { Kind::Word };
        let mut item = plain(sum.span.clone(), kind, sum.value());
        item.traits.percent = true;
        self.reader.out.items.push(item);
    }
}

/// Whether a word that goes on with no number says nothing of one: *puluhan* where there is nothing to make tens of; *and
/// seven*, with which many words of Hebrew begin; and hundreds alone, which are many.
fn is_nothing_alone(part: Part, written: &str, script: Script) -> bool {
    part.makes.is_some() || script == Script::Hebrew && (part.and || written == HUNDREDS)
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

/// Keeps a number of which all words are read, with what multiplies it from before and the half that is added to it.
fn push(reader: &mut Reader<'_, '_>, sum: &Sum) {
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

/// Nothing but a space, a hyphen, or a small word between the words of a number.
fn is_near(between: &str) -> bool {
    between.len() <= 8 && !between.contains([',', '.', ';', ':', '(', ')', '/', '–', '—'])
}
