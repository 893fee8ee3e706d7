//! Numbers in digits, with what belongs to each: its sign, its power of ten, its hour, its fraction.

use super::digits::{Token, is_blank, token};
use super::item::{Item, Kind, Traits};
use super::reader::Reader;
use super::{han, helplines, thai};
use crate::check::numbers::value::{Value, digit, vulgar};
use crate::check::scan::{Word, digits, with_lower};
use crate::check::script::{Script, script};

/// So many digits at most are read at a glance.
const MOST_PLAIN: usize = 4;

impl Reader<'_, '_> {
    pub(super) fn digits(&mut self) {
        let text = self.text;
        let prose: &str = &text.prose;
        let mut at = 0;
        for found in digits(prose) {
            if found < at {
                continue;
            }
            if let Some(item) = self.between_words(found) {
                at = self.with_words(item);
                continue;
            }
            if !prose[found..].starts_with(|c| digit(c).is_some()) {
                continue;
            }
            let token = token(prose, found, self.marks.has_spaces || self.is_french);
            let token = match self.is_french.then(|| first_of_list(prose, &token)).flatten() {
                Some(end) => self::token(&prose[..end], found, false),
                None => token,
            };
            if let Some(end) = self.phone(&token) {
                at = end;
                continue;
            }
            at = self.number(&token);
        }
    }

    /// The commonest number, of which nothing more need be asked: up to four digits of ASCII, with a blank and a word in
    /// small letters on either side, so that it has no marks and no sign, and no other number is joined to it.
    fn between_words(&self, start: usize) -> Option<Item> {
        let bytes = self.text.prose.as_bytes();
        let before = bytes.get(start.checked_sub(2)?..start)?;
        // 3 x 4 are joined.
        let is_behind_word = before[0].is_ascii_lowercase() & (before[0] != b'x') & (before[1] == b' ');
        if !is_behind_word || self.script.is_unspaced() {
            return None;
        }
        let count =
            bytes[start..].iter().take(MOST_PLAIN + 1).take_while(|byte| byte.is_ascii_digit()).count();
        let end = start + count;
        let after = bytes.get(end..end + 2)?;
        let is_before_word = (after[0] == b' ') & after[1].is_ascii_lowercase();
        let is_zero_led = bytes[start] == b'0' && count > 2;
        if !is_before_word || is_zero_led || !(1..=MOST_PLAIN).contains(&count) {
            return None;
        }
        let value = bytes[start..end].iter().fold(0, |value, byte| value * 10 + u64::from(byte - b'0'));
        Some(Item {
            span: start..end,
            kind: Kind::Digits,
            value: Some(Value::whole(value)),
            foreign: None,
            base: None,
            parts: Vec::new(),
            traits: Traits::default(),
        })
    }

    /// ¾ and its sisters, each with its two numbers as parts; behind a number they are a part of that.
    pub(super) fn fractions(&mut self) {
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
            end = helplines::end(prose, first.span.start)?;
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

    /// A number in digits, without the words around it.
    fn item(&self, token: &Token) -> Item {
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
        // −€2,340
        let sign = prose[..span.start].trim_end_matches(['€', '$', '£', '¥']);
        if sign.ends_with(['-', '−', '–', '－']) && item.traits.joined.is_none() {
            let before = sign.chars().next_back();
            let earlier = sign.chars().rev().nth(1);
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
                            | '»'
                            | '‘'
                            | '「'
                            | '='
                            | '<'
                            | '>'
                            | '≤'
                            | '≥'
                            | '…'
                            | '/'
                    )
                    // Without spaces: は-2, 气温为-2; but 10月-12月 are two months.
                    || "、，：；はがも約约为為是至到".contains(c)
                    // Arabic joins its and to the sign.
                    || c == 'و'
                    || c == '.' && prose[..span.start].trim_end_matches(['-', '−', '–']).ends_with("..")
            }) || (self.script.is_unspaced()
                && (before == Some('−') || earlier.is_some_and(|c| script(c).is_unspaced())));
        }
        // 1日あたり and 1人につき are *a day* and *each*.
        if self.script.is_unspaced() && item.value == Some(Value::whole(1)) && is_each(&prose[span.end..]) {
            item.kind = Kind::Soft;
        }
        let first = prose[span.start..].chars().next().and_then(digit);
        let standalone = item.traits.joined.is_none()
            && !is_joined_to_next(&prose[span.end..])
            && !before.is_some_and(char::is_alphanumeric);
        // Arabic joins small words to figures: و6:00 is *and six o'clock*.
        item.traits.coded = before.is_some_and(|c| {
            let script = || script(c);
            c.is_alphabetic() && !script().is_unspaced() && script() != Script::Arabic
        });
        item.traits.zero_led = token.is_plain()
            && token.first_count() > 2
            && first == Some(0)
            && standalone
            && !self.is_minutes(span.start);
        item
    }

    /// One number in digits with what belongs to it; where it ends.
    fn number(&mut self, token: &Token) -> usize {
        let item = self.item(token);
        let (prose, end): (&str, usize) = (&self.text.prose, token.span.end);
        // 16進 is hexadecimal.
        if self.script.is_unspaced()
            && prose[item.span.end..].trim_start_matches(is_blank).starts_with(['進', '进'])
        {
            return end;
        }
        // 3月 is March; 3か月 and 3个月 are three months.
        if prose[end..].starts_with(['月', '월'])
            && let Some(month) = item.whole().filter(|month| (1..=12).contains(month))
        {
            self.month(month as u8);
            return end;
        }
        self.with_words(item)
    }

    /// Adds a number with what the words around it say of it; where it ends.
    fn with_words(&mut self, mut item: Item) -> usize {
        let prose: &str = &self.text.prose;
        let span = item.span.clone();
        let mut end = self.magnitude(&mut item);
        end = self.hour(&mut item, end);
        item.traits.percent = self.percent(span.start, end);
        if self.script.is_unspaced() && prose[end..].starts_with(han::TENTHS) {
            item.base = item.value;
            item.value = item.value.map(|value| value.times(1));
            item.traits.percent = true;
        }
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
        let mut chars = between.trim_start().chars();
        let sign = chars.next()?;
        let joins =
            matches!(sign, '-' | '–' | '—' | '−' | '/' | ':' | '×' | 'x' | '~' | '～' | '〜' | '+' | '.');
        (joins && chars.as_str().trim_end().is_empty()).then_some(sign)
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
        if self.script == Script::Thai {
            let stop = thai::multiply(&self.text.prose, item);
            self.spent.push(end..stop);
            return stop;
        }
        for _ in 0..2 {
            // 12-tisíc
            let joins = !item.traits.magnitude && self.text.prose[end..].starts_with('-');
            let from = if joins { end + 1 } else { end };
            let Some((_, word)) = self.word_after(from).and_then(|next| self.behind_of(next)) else { break };
            let span = word.span();
            let is_apart = joins && span.start != from;
            let Some(power) = self.power(word, span.start == end, item.span.start).filter(|_| !is_apart)
            else {
                break;
            };
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
        if !item.traits.magnitude && self.lexicon.is_of(&["sw", "ha"]) {
            self.magnitude_before(item);
        }
        end
    }

    /// The word behind the one for *of*, where the language has that between a number and its power of ten: 45 de mii.
    fn behind_of<'w>(&'w self, next: (usize, &'w Word)) -> Option<(usize, &'w Word)> {
        if self.text.word(next.1) == "de" && self.lexicon.is_of(&["ro", "ca", "es"]) {
            return self.word_after(next.1.span().end);
        }
        Some(next)
    }

    /// The word for a power of ten stands before its number: milioni 3.5.
    fn magnitude_before(&mut self, item: &mut Item) {
        let before = self.word_from(item.span.start).checked_sub(1).map(|at| &self.text.words[at]);
        let near = before.filter(|word| word.span().end + 1 == item.span.start);
        let Some(word) = near.filter(|word| self.lexicon.may_count(word)) else { return };
        let Some(power) = with_lower(self.text.word(word), |word| self.lexicon.power(word)) else { return };
        self.spent.push(word.span());
        item.base = item.value;
        item.value = item.value.map(|value| value.times(power));
        item.traits.magnitude = true;
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
                // 7 अ॰, the Hindi way to write short.
                _ if self.prose()[span.end..].starts_with('॰') => self.lexicon.power(written),
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
        // Un mille marin is no thousand.
        let is_mile = || {
            let after = self.prose()[span.end..].trim_start_matches(is_blank);
            ["marin", "nautique", "carré"].iter().any(|kind| after.starts_with(kind))
        };
        if self.is_french && written == "mille" && is_mile() {
            return None;
        }
        // In Czech and Slovak, millions are abbreviated with a point, and miles are none.
        if written == "mil" && self.lexicon.is_of(&["cs", "sk"]) && !self.prose()[span.end..].starts_with('.')
        {
            return None;
        }
        // Catalan *mil·límetres*.
        if self.prose()[span.end..].starts_with('·') {
            return None;
        }
        with_lower(written, |word| self.lexicon.power(word))
    }

    /// `18 h 30`, `9 heures`: marks an hour, and gives where its minutes begin.
    fn hour(&self, item: &mut Item, end: usize) -> usize {
        if !self.is_french || item.traits.magnitude || item.whole().is_none_or(|h| h > 24) {
            return end;
        }
        if let Some((_, word)) = self.word_after(end) {
            item.traits.hour = matches!(self.text.word(word), "h" | "heure" | "heures" | "H" | "Heures");
        }
        end
    }

    /// Whether the number at `start` is the minutes of the hour before it, or what goes on so: `3 h 09` is 3:09, `1 min 05`
    /// and `27 s 097` are no codes either.
    fn is_minutes(&self, start: usize) -> bool {
        let Some(last) = self.out.items.last() else { return false };
        let Some(between) = self.prose().get(last.span.end..start) else { return false };
        match between.trim_matches(is_blank) {
            "h" | "H" | "heure" | "heures" => last.traits.hour,
            "min" | "mn" | "s" | "sec" | "m" | "'" | "’" | "′" | "\"" | "”" | "″" => {
                self.is_french && last.kind == Kind::Digits
            }
            _ => false,
        }
    }
}

/// Whether a sign joins a number to another one behind it; else it ends a clause.
fn is_joined_to_next(after: &str) -> bool {
    after.strip_prefix(['-', '–', '/', ':', '.']).is_some_and(|rest| rest.starts_with(|c| digit(c).is_some()))
}

/// Whether Japanese words for *each* follow after what is counted.
fn is_each(after: &str) -> bool {
    const COUNTED: usize = 4;
    let end = after.char_indices().nth(COUNTED).map_or(after.len(), |(end, _)| end);
    ["あたり", "当たり", "につき", "ごと"]
        .iter()
        .any(|each| after.find(each).is_some_and(|begin| begin > 0 && begin < end))
}

/// Where the first number ends, if these are two of three in a row, without a space behind the comma: *1,2 ou 3*.
fn first_of_list(prose: &str, token: &Token) -> Option<usize> {
    let span = token.span.clone();
    let (first, second) = prose[span.clone()].split_once(',')?;
    let rest = prose[span.end..].trim_start_matches(is_blank);
    let rest = rest.strip_prefix("ou").or_else(|| rest.strip_prefix("et"))?;
    let third = rest.strip_prefix(is_blank)?.split(|c: char| !c.is_ascii_digit()).next()?;
    let [first_value, second, third] = [first, second, third].map(|part| part.parse::<u16>().ok());
    let (first_value, second, third) = (first_value?, second?, third?);
    (first_value < 100 && second == first_value + 1 && third == second + 1)
        .then_some(span.start + first.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::Target;
    use crate::check::numbers::read::{digits::Marks, reader::Wanted};
    use crate::check::scan::Text;
    use crate::text::Locale;

    proptest! {
        #[test]
        fn a_number_between_words_is_what_it_is_otherwise(
            parts in proptest::collection::vec(
                (
                        "x|[a-dx]{0,3}|h|heures|million|1er|\\+|-",
                        " |[\u{A0}-]",
                        "[0-9]{1,6}|3½|1,5|1,2 ou 3|0 800",
                        " |[\u{A0}x.-]",
                    ),
                1..5,
            ),
            which in 0..4_usize,
        ) {
            let locale = ["fr", "en", "de", "ja"][which].parse::<Locale>().expect("a locale");
            let target = Target::new(&locale);
            let text = parts.iter().map(|(word, before, number, after)| format!("{word}{before}{number}{after}"));
            let text = text.collect::<String>() + "ou 12 de";
            let text = Text::new(&text);
            let mut reader = Reader::new(&text, &target.lexicon, Marks::of(&target), target.script, which == 0, Wanted::ALL);
            let mut at = 0;
            for found in digits(&text.prose) {
                if found < at {
                    continue;
                }
                let token = token(&text.prose, found, reader.marks.has_spaces || reader.is_french);
                if let Some(item) = reader.between_words(found) {
                    prop_assert_eq!(format!("{item:?}"), format!("{:?}", reader.item(&token)));
                    prop_assert!(first_of_list(&text.prose, &token).is_none());
                    prop_assert!(reader.phone(&token).is_none());
                }
                at = reader.number(&token);
            }
        }
    }
}
