//! All numbers of a text: in digits, in words, in Roman numerals, in Chinese characters.

use super::super::conventions::Lexicon;
use super::super::scan::{DIGIT, FRACTION, PERCENT, Text, WIDE, Word, digits, with_lower};
use super::super::script::Script;
use super::digits::{Marks, Token, is_blank, token};
use super::han;
use super::measures::Measure;
use super::shares;
use super::value::{Value, digit, roman, vulgar};
use super::words::{self, Factor};
use crate::text::Span;

/// What a number is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Digits,
    /// A cardinal or ordinal in words, or in Chinese characters.
    Word,
    /// A word that holds a number and more (half, dozen, century): never missed.
    Soft,
    Roman,
}

/// A number of a text.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// As the locale reads it.
    pub(super) value: Option<Value>,
    /// As another locale reads it.
    pub(super) foreign: Option<Value>,
    /// Without the word for a power of ten that multiplies it.
    pub(super) base: Option<Value>,
    /// Its parts between marks (hours and minutes, days and months), where it has any.
    pub(super) parts: Vec<Value>,
    pub(super) traits: Traits,
}

impl Item {
    /// Its value, if that is a whole number of common size.
    pub(super) fn whole(&self) -> Option<u64> {
        self.value.and_then(Value::as_whole)
    }
}

impl Item {
    /// Whether it is of three parts or more with full stops between, and no date: their order counts.
    pub(super) fn is_version(&self) -> bool {
        self.value.is_none() && self.traits.dotted && self.parts.len() > 2 && !self.is_date()
    }

    /// Whether its parts may be a day, a month and a year.
    fn is_date(&self) -> bool {
        let [day, month, year] = self.parts.as_slice() else { return false };
        let (Some(day), Some(month), Some(year)) = (day.as_whole(), month.as_whole(), year.as_whole()) else {
            return false;
        };
        (1..=31).contains(&day) && (1..=12).contains(&month) && (year >= 1000 || self.span.len() == 8)
    }
}

/// What stands at a number.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Traits {
    pub(super) percent: bool,
    pub(super) negative: bool,
    /// An hour of the day, by what follows it.
    pub(super) hour: bool,
    /// Only full stops between its digits.
    pub(super) dotted: bool,
    /// Begins with a zero that is no whole number, and stands by itself (`007`).
    pub(super) zero_led: bool,
    /// Joined to the number before by nothing but this sign.
    pub(super) joined: Option<char>,
    /// A run of pairs of digits, as telephone numbers are written.
    pub(super) phone: bool,
    /// Multiplied by a word for a power of ten.
    pub(super) magnitude: bool,
    /// Such a word without a number before it (millions of people).
    pub(super) lone: bool,
    /// Part of a name or code (A380).
    pub(super) coded: bool,
}

/// The numbers of a text.
#[derive(Debug, Default)]
pub(in crate::check) struct Reading {
    /// Those in digits come first, in order; then the others.
    pub(super) items: Vec<Item>,
    /// A bit for each month that is named.
    pub(super) months: u16,
    /// A bit for each currency; read in the French only.
    pub(super) currencies: u8,
    /// Its shares and ranks in words; read in the French only.
    pub(super) in_words: shares::French,
    /// Its numbers with units; read in the French only.
    pub(super) measures: Vec<Measure>,
    /// A bit for each day of the week that is named; read in the French only.
    pub(super) weekdays: u8,
    /// Whether noon ([`day::NOON`](super::day::NOON)) and midnight are named; read in the French only.
    pub(super) noon: u8,
    /// Whether a translation may write a number of it as a fraction in one sign; read in the French only.
    pub(super) may_be_fractions: bool,
    /// How often months are named.
    pub(super) month_count: u8,
    /// How many per-cent signs and words there are.
    pub(super) percents: u8,
}

impl Reading {
    /// How many letters of the text spell numbers that figures would say in a few.
    pub(in crate::check) fn letters_in_words(&self) -> usize {
        let words = self.items.iter().filter(|item| item.kind == Kind::Word);
        words.map(|item| item.span.len().saturating_sub(4)).sum()
    }

    /// Whether a number may be written as a fraction in one sign: ¾ itself, 3/4, 0,75, a half in words.
    pub(super) fn has_fraction(&self) -> bool {
        self.items.iter().any(|item| match item.value {
            None => item.parts.len() == 2 && !item.traits.dotted,
            Some(value) if item.kind == Kind::Soft => value > Value::whole(1) && value < Value::whole(9),
            Some(value) => item.traits.joined == Some('/') || value.as_whole().is_none(),
        })
    }

    /// How many numbers are in figures, but for those of codes.
    pub(in crate::check) fn figures(&self) -> usize {
        self.items.iter().filter(|item| item.kind == Kind::Digits && !item.traits.coded).count()
    }

    /// Whether the number that `text` begins with is among these (an ordinal of the translation, `12.`), and
    /// begins before the byte `before`.
    pub(in crate::check) fn has(&self, text: &str, before: usize) -> bool {
        let digits = text.trim_start().bytes().take_while(u8::is_ascii_digit).map(|byte| byte - b'0');
        let Some(value) = Value::decimal(digits, std::iter::empty()).filter(|value| !value.is_zero()) else {
            return false;
        };
        self.items
            .iter()
            .any(|item| item.kind != Kind::Soft && item.value == Some(value) && item.span.start < before)
    }
}

/// What to read besides digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// Numbers in words, Roman numerals, months.
    pub(super) words: bool,
    /// Which numbers are per cent.
    pub(super) percents: bool,
    /// ¾ and its sisters.
    pub(super) fractions: bool,
}

impl Wanted {
    pub(super) const ALL: Wanted = Wanted { words: true, percents: true, fractions: true };
}

pub(super) struct Reader<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) lexicon: &'t Lexicon,
    marks: Marks,
    script: Script,
    is_french: bool,
    /// Whether a sign such as ½ may stand in it, and is asked for.
    has_fractions: bool,
    out: Reading,
    /// Whether anything in the text may stand for per cent; asked at the first number.
    has_percent: Option<bool>,
    /// Ends of spans whose words are spent, by word index.
    spent: Vec<Span>,
}

/// Reads a text.
pub(super) fn read(
    text: &Text<'_>,
    lexicon: &Lexicon,
    marks: Marks,
    script: Script,
    is_french: bool,
    wanted: Wanted,
) -> Reading {
    let out = Reading::default();
    let has_percent = if wanted.percents { None } else { Some(false) };
    let has_fractions = wanted.fractions && text.has(FRACTION);
    let mut reader = Reader {
        text,
        lexicon,
        marks,
        script,
        is_french,
        has_fractions,
        out,
        has_percent,
        spent: Vec::new(),
    };
    if text.has(DIGIT) || (text.has(WIDE) && !matches!(script, Script::Latin)) {
        reader.digits();
    }
    if reader.has_fractions {
        reader.fractions();
    }
    if wanted.words {
        if matches!(script, Script::Han | Script::Kana) {
            let months = han::read(text, &reader.spent, &mut reader.out.items);
            reader.out.months |= months;
            reader.out.month_count += months.count_ones() as u8;
        }
        words::read(&mut reader);
    }
    reader.out
}

impl Reader<'_, '_> {
    fn prose(&self) -> &str {
        &self.text.prose
    }

    /// Index of the first word that begins at `at` or later.
    fn word_from(&self, at: usize) -> usize {
        self.text.words.partition_point(|word| word.span().start < at)
    }

    /// The word that begins after blanks from `at` on, and its index.
    fn word_after(&self, at: usize) -> Option<(usize, &Word)> {
        let blanks: usize =
            self.prose()[at..].chars().take(2).take_while(|c| is_blank(*c)).map(char::len_utf8).sum();
        let index = self.word_from(at);
        let word = self.text.words.get(index)?;
        (word.span().start == at + blanks).then_some((index, word))
    }

    fn digits(&mut self) {
        let text = self.text;
        let prose: &str = &text.prose;
        let mut at = 0;
        for found in digits(prose) {
            if found < at || !prose[found..].starts_with(|c| digit(c).is_some()) {
                continue;
            }
            let token = token(prose, found, self.marks.has_spaces || self.is_french);
            if let Some(end) = self.phone(&token) {
                at = end;
                continue;
            }
            at = self.number(&token);
        }
    }

    /// ¾ and its sisters, each with its two numbers as parts; behind a number they are a part of that.
    fn fractions(&mut self) {
        let bytes = self.text.prose.as_bytes();
        let begun = self.out.items.len();
        for at in memchr::memchr2_iter(0xC2, 0xE2, bytes) {
            // In ½ to ¾, and in ⅓ to ⅞.
            let may_be = match bytes[at] {
                0xC2 => matches!(bytes.get(at + 1), Some(0xBC..=0xBE)),
                _ => bytes.get(at + 1) == Some(&0x85),
            };
            let sign = self.text.prose[at..].chars().next().filter(|_| may_be);
            let Some((sign, (above, below))) = sign.and_then(|sign| Some((sign, vulgar(sign)?))) else {
                continue;
            };
            let end = at + sign.len_utf8();
            if !self.out.items[..begun].iter().any(|item| item.span.contains(&at)) {
                self.out.items.push(Item {
                    span: at..end,
                    kind: Kind::Digits,
                    value: None,
                    foreign: None,
                    base: None,
                    parts: vec![Value::whole(above), Value::whole(below)],
                    traits: Traits::default(),
                });
            }
        }
        if self.out.items.len() > begun {
            self.out.items.sort_by_key(|item| item.span.start);
        }
    }

    /// Adds the ½ that may stand behind a whole number, after a blank.
    fn add_fraction(&self, item: &mut Item) {
        let rest = &self.text.prose[item.span.end..];
        let bare = rest.trim_start_matches(is_blank);
        let Some(sign) = bare.chars().next() else { return };
        if let Some(fraction) = vulgar(sign).and_then(|(above, below)| Value::fraction(above, below))
            && item.parts.is_empty()
        {
            item.value = item.value.map(|value| value.plus(fraction));
            item.span.end += rest.len() - bare.len() + sign.len_utf8();
        }
    }

    /// A run of at least four pairs of digits is a telephone number; where it ends.
    fn phone(&mut self, first: &Token) -> Option<usize> {
        if !self.is_french || first.first_count() > 4 {
            return None;
        }
        let prose = self.prose();
        // 0 800 12 34 56 and +33 1 … are telephone numbers in whatever groups; others in pairs.
        let dialled = prose[first.span.start..].starts_with('0') || prose[..first.span.start].ends_with('+');
        let (mut end, mut groups, mut digits) = (first.span.start, 0, 0);
        loop {
            let run = prose[end..].bytes().take_while(u8::is_ascii_digit).count();
            if !(run == 2 || dialled && (1..=4).contains(&run)) {
                break;
            }
            groups += 1;
            digits += run;
            end += run;
            // +33 (0)4 …: the zero of calls from inside the country.
            let rest = prose[end..].trim_start_matches(is_blank);
            if let Some(after) = rest.strip_prefix("(0)").filter(|_| dialled) {
                end = prose.len() - after.trim_start_matches(is_blank).len();
                continue;
            }
            let mark = prose[end..].chars().next().unwrap_or('x');
            let next = end + mark.len_utf8();
            if !(is_blank(mark) || matches!(mark, '.' | '-'))
                || !prose[next.min(prose.len())..].starts_with(|c: char| c.is_ascii_digit())
            {
                break;
            }
            end = next;
        }
        let is_phone =
            if digits == 2 * groups { groups >= 4 } else { groups >= 2 && (9..=15).contains(&digits) };
        if !is_phone {
            return None;
        }
        let traits = Traits { phone: true, ..Traits::default() };
        self.out.items.push(Item {
            span: first.span.start..end,
            kind: Kind::Digits,
            value: None,
            foreign: None,
            base: None,
            parts: Vec::new(),
            traits,
        });
        Some(end)
    }

    /// One number in digits with what belongs to it; where it ends.
    fn number(&mut self, token: &Token) -> usize {
        let text = self.text;
        let prose: &str = &text.prose;
        let span = token.span.clone();
        let mut item = Item {
            span: span.clone(),
            kind: Kind::Digits,
            value: if token.is_clock() { None } else { token.value(prose, self.marks) },
            foreign: token.foreign(prose, self.marks),
            base: None,
            parts: if token.is_plain() { Vec::new() } else { token.parts(prose).collect() },
            traits: Traits { dotted: token.is_dotted(), ..Traits::default() },
        };
        if self.has_fractions {
            self.add_fraction(&mut item);
        }
        item.traits.joined = self.joined(span.start);
        let before = prose[..span.start].chars().next_back();
        if matches!(before, Some('-' | '−' | '–' | '－')) && item.traits.joined.is_none() {
            let earlier = prose[..span.start].chars().rev().nth(1);
            item.traits.negative = earlier.is_none_or(|c| {
                c.is_whitespace()
                    || matches!(
                        c,
                        '(' | '（'
                            | '\u{2}'
                            | '"'
                            | '\''
                            | '“'
                            | '„'
                            | '”'
                            | '«'
                            | '‘'
                            | '「'
                            | '='
                            | '…'
                            | '/'
                    )
                    // Arabic joins its and to the sign.
                    || c == 'و'
                    || c == '.' && prose[..span.start].trim_end_matches(['-', '−', '–']).ends_with("..")
            }) || (self.script.is_unspaced()
                && (before == Some('−')
                    || earlier.is_some_and(|c| super::super::script::script(c).is_unspaced())));
        }
        let first = prose[span.start..].chars().next().and_then(digit);
        let standalone = item.traits.joined.is_none()
            && !prose[span.end..].starts_with(['-', '–', '/', ':', '.'])
            && !before.is_some_and(char::is_alphanumeric);
        // Arabic joins small words to figures: و6:00 is *and six o'clock*.
        item.traits.coded = before.is_some_and(|c| {
            let script = || super::super::script::script(c);
            c.is_alphabetic() && !script().is_unspaced() && script() != Script::Arabic
        });
        item.traits.zero_led = token.is_plain()
            && token.first_count() > 1
            && first == Some(0)
            && standalone
            && !self.is_minutes(span.start);
        // 16進 is hexadecimal.
        if self.script.is_unspaced()
            && prose[item.span.end..].trim_start_matches(is_blank).starts_with(['進', '进'])
        {
            return span.end;
        }
        // 3月 is March; 3か月 and 3个月 are three months.
        if prose[span.end..].starts_with(['月', '월'])
            && let Some(month) = item.whole().filter(|month| (1..=12).contains(month))
        {
            self.month(month as u8);
            return span.end;
        }
        let span = item.span.clone();
        let mut end = self.magnitude(&mut item);
        end = self.hour(&mut item, end);
        item.traits.percent = self.percent(span.start, end);
        item.span.end = end.min(prose.len());
        // A number before a word for a power of ten ends with it; else with its digits.
        if !item.traits.magnitude {
            item.span.end = span.end;
        }
        self.out.items.push(item);
        end
    }

    /// The sign alone between this number and the one before.
    fn joined(&self, start: usize) -> Option<char> {
        let last = self.out.items.last()?;
        let between = self.prose().get(last.span.end..start)?;
        let mut chars = between.trim().chars();
        let sign = chars.next()?;
        let joins =
            matches!(sign, '-' | '–' | '—' | '−' | '/' | ':' | '×' | 'x' | '~' | '～' | '〜' | '+' | '.');
        (joins && chars.next().is_none()).then_some(sign)
    }

    /// Words for powers of ten after a number multiply it.
    fn magnitude(&mut self, item: &mut Item) -> usize {
        let mut end = item.span.end;
        if matches!(self.script, Script::Han | Script::Kana | Script::Hangul) {
            let after = han::tail(&self.text.prose, end, item.value);
            if let Some((value, stop)) = after {
                item.base = item.value;
                item.value = Some(value);
                item.traits.magnitude = true;
                self.spent.push(end..stop);
                return stop;
            }
            return end;
        }
        for _ in 0..2 {
            let Some((_, word)) = self.word_after(end) else { break };
            let span = word.span();
            let Some(power) = self.power(word, span.start == end, item.span.start) else { break };
            if item.base.is_none() {
                item.base = item.value;
            }
            item.value = item.value.map(|value| value.times(power));
            item.foreign = item.foreign.map(|value| value.times(power));
            item.traits.magnitude = true;
            self.spent.push(span.clone());
            end = span.end;
            if self.has_half(end) {
                let half = Value::half().times(power);
                item.value = item.value.map(|value| value.plus(half));
            }
        }
        end
    }

    /// Whether a word for a half follows, after a small word or two.
    pub(super) fn has_half(&self, end: usize) -> bool {
        if self.lexicon.half.is_empty() {
            return false;
        }
        let index = self.word_from(end);
        self.text.words[index..]
            .iter()
            .take(3)
            .take_while(|word| word.span().end < end + 14)
            .find(|word| word.span().len() > 3 || self.lexicon.half.contains(&self.text.word(word)))
            .is_some_and(|word| self.lexicon.half.contains(&self.text.word(word)))
    }

    /// What multiplies the word at `start` from before it: a half, or tens, hundreds and thousands of.
    pub(super) fn factor_before(&self, start: usize) -> Option<Factor> {
        let index = self.word_from(start);
        let words = self.text.words[..index].iter().rev().take(2);
        for word in words.take_while(|word| word.span().end + 8 >= start) {
            let written = self.text.word(word);
            if with_lower(written, |word| self.lexicon.half.contains(&word)) {
                return Some(Factor::Half(self.number_before_half(word.span().start)));
            }
            if let Some(more) = with_lower(written, |word| self.lexicon.before_half(word)) {
                return Some(Factor::Half(more));
            }
            let number = with_lower(written, |word| self.lexicon.number(word));
            if let Some(number) =
                number.filter(|number| number.soft && matches!(number.value, 10 | 100 | 1000))
            {
                return Some(Factor::Times(number.value));
            }
        }
        None
    }

    /// The number to which the half at `start` is added: 2 in *two and a half*, 0 in *a half*.
    fn number_before_half(&self, start: usize) -> u64 {
        let mut joined = false;
        let adds = self.prose()[start..].starts_with("buçuk");
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

    /// The power of ten that a word after a number stands for.
    fn power(&self, word: &Word, attached: bool, start: usize) -> Option<u8> {
        let money = |c: char| matches!(c, '€' | '$' | '£' | '¥' | '₽' | '₺');
        let (span, written) = (word.span(), self.text.word(word));
        if written.chars().nth(1).is_none() {
            // K, M and B alone are also metres, men and sections: with money they are powers of ten.
            let before = self.prose()[..start].trim_end_matches(is_blank).ends_with(money);
            let after = self.prose()[span.end..].trim_start_matches(is_blank).starts_with(money);
            return match written {
                _ if !(after || before && attached) => None,
                "k" | "K" => Some(3),
                "m" | "M" => Some(6),
                "b" | "B" => Some(9),
                "t" | "T" if before => Some(12),
                _ => None,
            };
        }
        // $2bn is written in many languages.
        if attached && matches!(self.text.word(word), "bn" | "Bn" | "BN") {
            return Some(9);
        }
        if !self.lexicon.may_count(word) {
            return None;
        }
        with_lower(written, |word| words::power(self.lexicon, word))
    }

    /// `18 h 30`, `9 heures`: marks an hour, and gives where its minutes begin.
    fn hour(&self, item: &mut Item, end: usize) -> usize {
        if !self.is_french || item.traits.magnitude || item.whole().is_none_or(|h| h > 24) {
            return end;
        }
        if let Some((_, word)) = self.word_after(end) {
            item.traits.hour = matches!(self.text.word(word), "h" | "heure" | "heures" | "H");
        }
        end
    }

    /// Whether the number at `start` is the minutes of the hour before it: `3 h 09` is 3:09, and no code.
    fn is_minutes(&self, start: usize) -> bool {
        let between = self.out.items.last().filter(|hour| hour.traits.hour);
        let between = between.and_then(|hour| self.prose().get(hour.span.end..start));
        between
            .is_some_and(|between| matches!(between.trim_matches(is_blank), "h" | "H" | "heure" | "heures"))
    }

    /// Whether a per-cent sign or word stands at a number.
    pub(super) fn percent(&mut self, start: usize, end: usize) -> bool {
        let may_say = || {
            self.script.is_unspaced()
                || self.text.has(PERCENT)
                // The signs of others begin with these bytes.
                || self.text.has(WIDE) && memchr::memchr2(0xD9, 0xEF, self.text.prose.as_bytes()).is_some()
                || self.text.words.iter().any(|word| self.lexicon.percent_beginnings.has(word))
        };
        if !*self.has_percent.get_or_insert_with(may_say) {
            return false;
        }
        let prose = self.prose();
        let rest = prose[end..].trim_start_matches(is_blank);
        if rest.starts_with(['%', '٪', '％']) {
            self.out.percents = self.out.percents.saturating_add(1);
            return true;
        }
        if rest.starts_with('‰') {
            return false;
        }
        let before = prose[..start].trim_end_matches(is_blank);
        let sign = before.strip_suffix(['%', '٪']);
        if sign.is_some_and(|before| !before.trim_end_matches(is_blank).ends_with(|c| digit(c).is_some())) {
            self.out.percents = self.out.percents.saturating_add(1);
            return true;
        }
        let index = self.word_from(end);
        let near = |word: &&Word| word.span().start < end + 12;
        let after =
            self.text.words[index..].iter().take(2).take_while(near).any(|word| self.is_percent(word));
        let found = after
            || self
                .word_from(start)
                .checked_sub(1)
                .is_some_and(|at| self.is_before(&self.text.words[at], start))
            || self.script.is_unspaced() && (before.ends_with("百分之") || rest.starts_with("パーセント"));
        self.out.percents = self.out.percents.saturating_add(u8::from(found));
        found
    }

    fn is_before(&self, word: &Word, start: usize) -> bool {
        word.span().end + 1 >= start && self.is_percent(word)
    }

    /// Whether a word stands for per cent. The longer ones may have endings.
    pub(super) fn is_percent(&self, word: &Word) -> bool {
        if !self.lexicon.percent_beginnings.has(word) {
            return false;
        }
        with_lower(self.text.word(word), |lower| {
            self.lexicon.percent.iter().any(|form| {
                *form == lower || (form.len() >= 5 && lower.starts_with(form) && lower.len() > form.len())
            })
        })
    }

    pub(super) fn is_spent(&self, word: &Word) -> bool {
        if self.spent.is_empty() {
            return false;
        }
        let span = word.span();
        let at = self.spent.partition_point(|spent| spent.end <= span.start);
        self.spent.get(at).is_some_and(|spent| spent.start < span.end)
    }

    pub(super) fn push(&mut self, item: Item) {
        self.out.items.push(item);
    }

    pub(super) fn month(&mut self, month: u8) {
        self.out.months |= 1 << month;
        self.out.month_count = self.out.month_count.saturating_add(1);
    }

    pub(super) fn weekdays(&mut self, days: u8) {
        self.out.weekdays |= days;
    }

    pub(super) fn noon(&mut self, hours: u8) {
        self.out.noon |= hours;
    }

    pub(super) fn count_percent(&mut self) {
        self.out.percents = self.out.percents.saturating_add(1);
    }

    pub(super) fn reads_french(&self) -> bool {
        self.is_french
    }

    pub(super) fn joins_words(&self) -> bool {
        matches!(self.script, Script::Arabic)
    }

    /// A Roman numeral; single letters count where `ordinal` follows.
    pub(super) fn roman(&self, word: &Word) -> Option<(Value, bool)> {
        let written = self.text.word(word);
        let capitals = written.bytes().take_while(u8::is_ascii_uppercase).count();
        if capitals == 0 {
            return None;
        }
        let (letters, ending) = written.split_at(capitals);
        let is_ordinal = self.is_french && matches!(ending, "e" | "er" | "re" | "ère" | "ème" | "es" | "ers");
        if !(ending.is_empty() || is_ordinal) {
            return None;
        }
        // C, D, L and M are more often initials, or the first letter of a word.
        let small = letters.bytes().all(|byte| b"IVX".contains(&byte));
        if !small && letters.len() < 4 {
            return None;
        }
        let sure = is_ordinal || letters.len() > 1;
        roman(letters).map(|value| (Value::whole(value), sure))
    }
}
