//! French numbers that are in no form in the translation.

use super::{idioms, torn, wording, zeros};
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{
    Comparison, Found, at_number, converts, explain, is_clock, is_denominator, is_percent,
    leaves_magnitude_out, may_be_said_once, other_decade, other_unit,
};
use crate::check::numbers::read::{Item, Kind, is_blank, sayings};
use crate::check::numbers::value::{Value, digit, digits};
use crate::check::script::Script;
use crate::check::{Problem, Shared};
use crate::diagnostic::Severity;
use crate::text::{Span, same_head};

/// A French number that is not in the translation.
struct Lost {
    at: usize,
    /// The number that stands in its place.
    instead: Option<usize>,
    severity: Severity,
}

impl Comparison<'_> {
    /// French numbers that are in no form in the translation.
    pub(super) fn missing(&self, problems: &mut Vec<Problem>) {
        let mut all = self.lost();
        let torn = self.torn(&all);
        if !torn.is_empty() {
            all.extend(torn);
            all.sort_by_key(|lost| lost.at);
        }
        for (index, lost) in all.iter().enumerate() {
            let is_part_of = |first: &Lost, second: &Lost| wording::are_one(self, first.at, second.at);
            if index > 0 && is_part_of(&all[index - 1], lost) {
                continue;
            }
            let minutes = all.get(index + 1).filter(|next| is_part_of(lost, next));
            let severity = minutes.map_or(lost.severity, |minutes| minutes.severity.max(lost.severity));
            let wording::Written { what, text: written, span: french } = wording::of_french(self, lost.at);
            let (span, message) = match lost.instead {
                Some(here) => {
                    let span = wording::of_translation(self, lost.at, here);
                    let message = format!("{written} became “{}”", &self.text.raw[span.clone()]);
                    (span, message)
                }
                None => (0..0, format!("{what} {written} is missing")),
            };
            let right = lost.instead.and_then(|here| other_unit(self, lost.at, here));
            let help = match right {
                Some(right) => format!("convert it rightly: the French is about {right}"),
                None => "write the number of the French; if it is wrong there, tell the author".to_owned(),
            };
            problems.push(
                Problem::new(RULE, severity, span, message)
                    .of_french(french)
                    .help(help)
                    .shared(Shared::Fault(self.cause(lost))),
            );
        }
    }

    /// Equal where translations have the same number in place of the same one.
    fn cause(&self, lost: &Lost) -> u32 {
        let french = &self.french.items[lost.at];
        let small = french.whole().is_some_and(|value| value < 22);
        let hash = |span: Span| {
            let digits = self.text.raw[span].chars().filter_map(digit);
            digits.fold(7, |all: u64, digit| all.wrapping_mul(31).wrapping_add(u64::from(digit)))
        };
        let instead = lost.instead.map_or(0, |here| {
            let item = &self.here.items[here];
            match item.whole() {
                // What stands for one group of a telephone number is alike in many that differ elsewhere.
                _ if french.traits.phone => hash(wording::of_translation(self, lost.at, here)),
                // The 1200s are the thirteenth century.
                Some(value) if small && value >= 100 && value % 100 == 0 => value / 100 + 1,
                Some(value) => value,
                // A fraction or a version: its digits, whatever marks stand between them.
                None => hash(item.span.clone()),
            }
        });
        // Told apart well enough: they are of one sentence.
        (lost.at as u32 % 62 + 1) << 24 | (instead % 0xFF_FFFF) as u32
    }

    fn lost(&self) -> Vec<Lost> {
        if self.found.iter().all(Option::is_some) {
            return Vec::new();
        }
        let mut left = self.left();
        let mut explained = Vec::new();
        let has_lost_minutes =
            (0..self.found.len()).any(|at| self.found[at].is_none() && self.is_of_minutes(at));
        left.retain(|(at, value)| {
            let item = &self.here.items[*at];
            // The minutes of 6:00, whose hour is there, are none of the other numbers.
            if value.is_zero() && self.used[*at] != 0 && !has_lost_minutes {
                return false;
            }
            // The 30 of une demi-heure, and the 62 miles beside 100 km, stand for no other number; but the second three
            // beside un trimestre does.
            let mut is_explained = || {
                let is = value.as_whole().is_some() && !explained.contains(value) && explain(self, *value);
                if is {
                    explained.push(*value);
                }
                is
            };
            (item.kind == Kind::Digits || !self.is_french(*value) || self.is_one_more(item))
                && !is_explained()
                && !converts(self, *at)
        });
        let mut all = Vec::new();
        for (at, item) in self.french.items.iter().enumerate() {
            if self.found[at].is_some() {
                continue;
            }
            if let Some(here) = self.about_thousands(item, &left) {
                left.retain(|(at, _)| *at != here);
                all.push(Lost { at, instead: Some(here), severity: Severity::Warning });
                continue;
            }
            if self.is_about(item)
                && let Some(here) = self.about_as(item, &left)
            {
                left.retain(|(at, _)| *at != here);
                all.push(Lost { at, instead: Some(here), severity: Severity::Warning });
                continue;
            }
            if item.kind == Kind::Soft {
                continue;
            }
            let instead = self.nearest(item, &left);
            if instead.is_none()
                && let Some(here) = self.in_one_letter(item)
            {
                all.push(Lost { at, instead: Some(here), severity: Severity::Warning });
                continue;
            }
            let Some(severity) = self.weight(at, instead.map(|index| left[index])) else { continue };
            let instead = instead.map(|index| left.remove(index).0);
            all.push(Lost { at, instead, severity });
        }
        all
    }

    /// Figures that may be in another form, and whose neighbours stand in the translation without one.
    fn torn(&self, lost: &[Lost]) -> Vec<Lost> {
        /// Each of them searches the whole text.
        const MOST: usize = 8;
        let is_new = |at: &usize| lost.iter().all(|lost| lost.at != *at) && torn::may_be_torn(self, *at);
        let asked = (0..self.found.len()).filter(is_new).take(MOST);
        let torn = asked.filter(|at| torn::is_torn(self, *at));
        torn.map(|at| Lost { at, instead: None, severity: Severity::Warning }).collect()
    }

    /// A Roman numeral of one letter that stands for another one of the French: *rozdział X* for chapitre IX. It is read as
    /// one only there, as a letter is more often an initial or a word.
    fn in_one_letter(&self, item: &Item) -> Option<usize> {
        if item.kind != Kind::Roman {
            return None;
        }
        let prose = &self.text.prose;
        self.first_free(|other| {
            let before = prose[..other.span.start].strip_suffix(is_blank);
            // Bd. I, t. I.
            let before = before.map(|before| before.strip_suffix('.').unwrap_or(before));
            let is_alone = matches!(&prose[other.span.clone()], "I" | "V" | "X")
                && (self.target.language != "en" || &prose[other.span.clone()] != "I")
                // An initial has a name behind it, and the point of a numeral hasn't: Karl V. dankte ab.
                && prose[other.span.end..].strip_prefix('.').is_none_or(|rest| {
                    rest.trim().is_empty() || rest.trim_start().starts_with(char::is_lowercase)
                });
            other.kind == Kind::Soft
                && is_alone
                && before.is_some_and(|before| before.ends_with(char::is_lowercase))
                && other.value.is_some_and(|value| !self.is_french(value) || self.has_more_numerals(value))
        })
    }

    /// Whether the translation has a Roman numeral more often than the French has its number: *Bd. I … Bd. I* for t. II … t. I.
    fn has_more_numerals(&self, value: Value) -> bool {
        let count = |items: &[Item]| items.iter().filter(|item| item.value == Some(value)).count();
        let is_written = |item: &Item| matches!(&self.text.prose[item.span.clone()], "I" | "V" | "X");
        let here =
            self.here.items.iter().filter(|item| item.value == Some(value) && is_written(item)).count();
        here > count(&self.french.items)
    }

    /// Whether a number of the French is of minutes, or a time with them.
    fn is_of_minutes(&self, at: usize) -> bool {
        self.french.items[at].parts.len() > 1 || at > 0 && is_clock(self, at - 1, at)
    }

    /// How much it weighs that a French number is not there, and another one stands in its place; nothing,
    /// where that may be free translation.
    fn weight(&self, at: usize, instead: Option<(usize, Value)>) -> Option<Severity> {
        if idioms::is_of_oven(self, at) || idioms::is_figure_of_speech(self, at) {
            return None;
        }
        let item = &self.french.items[at];
        // Books in-8° are octavos, and need no eight; 14-18 is the name of a war.
        if self.is_of_format(item) || self.is_of_war(item) && self.names_war() {
            return None;
        }
        let Some((here, value)) = instead else {
            // Freezing point, a king without his number, a quarter: only figures are missed.
            // A hundredth has no 100 in figures either.
            let is_below = || match self.found.get(at + 1) {
                Some(Some(Found::At(here))) => self.here.items[*here].kind != Kind::Digits,
                _ => true,
            };
            let is_share = item.value == Some(Value::whole(1))
                && (is_denominator(&self.french.items, at + 1) && is_below() || self.took_numerator());
            // Le 14-Juillet is a name.
            let after = self.source.prose[item.span.end..].strip_prefix(['-', '\u{2011}']);
            let is_name = after.is_some_and(|after| after.starts_with(char::is_uppercase));
            let is_free_zero = item.value.is_some_and(Value::is_zero) && !zeros::is_missed(self, item);
            let told = item.kind == Kind::Digits
                && !is_free_zero
                && !is_share
                && !is_name
                && !may_be_said_once(self, at);
            let is_silent = self.may_be_in_unknown_word(item) || idioms::may_be_missing(self, at);
            return (told && !is_silent).then_some(Severity::Warning);
        };
        let other = &self.here.items[here];
        // Millions of people may well be counted.
        let is_thousand = || &self.source.prose[item.span.clone()] == "mille";
        let are_thousands = || {
            let over = value.over(Value::whole(1000)).filter(|over| (2..100).contains(over));
            over.is_some() && other.kind == Kind::Word
        };
        if item.traits.lone
            && !other.traits.lone
            && item.base.is_none()
            && !(is_thousand() && are_thousands())
        {
            return None;
        }
        // Of a number in words that are not known, a power of ten alone is read: dhá mhíle.
        if other.traits.lone && item.kind == Kind::Word && self.target.lexicon.number_forms().next().is_none()
        {
            return None;
        }
        let century = |year: u64| (1000..2100).contains(&year).then(|| Value::whole(year / 100 + 1));
        if item.whole().and_then(century) == Some(value) || self.is_its_century(item, other) {
            return None;
        }
        // Figures for figures are sure; but a power of ten may be in a word that is not known.
        let sure = item.kind != Kind::Word
            && other.kind != Kind::Word
            && !self.may_be_converted(at, here)
            && !item.traits.coded
            && item.base != Some(value)
            && !(item.traits.magnitude && item.base == other.foreign)
            && !self.has_same_digits(item, other)
            // The second Henry for the first Francis: he may be named once more.
            && !(other.kind == Kind::Roman && self.is_french(value))
            && !leaves_magnitude_out(self, item, other)
            // 66 miles for 100 km.
            && other_unit(self, at, here).is_none()
            // 1,365 may be a thousand and more in the French too.
            && item.foreign != Some(value)
            && !self.is_repeated(at)
            && other_decade(self, item) != Some(here)
            && !self.is_french_time(other)
            && !self.is_rounded(item, other)
            && !self.is_of_other_example(item)
            // For the Dutch and the Danes it was 40-45.
            && !self.is_of_war(item)
            && !self.is_rest(item, other)
            && !self.are_of_countries(item, other);
        Some(if sure { Severity::Error } else { Severity::Warning })
    }

    /// Whether two numbers of per cent are one hundred together: what is reduced to 25 % falls by 75.
    fn is_rest(&self, item: &Item, other: &Item) -> bool {
        let both = item.value.zip(other.value);
        item.traits.percent
            && is_percent(self, other)
            && both.is_some_and(|(was, is)| was.plus(is) == Value::whole(100))
            && self.source.prose[..item.span.start].trim_end_matches(is_blank).ends_with(" à")
    }

    /// Whether two numbers are those with which one telephones to a country, of which each language has its own as the example.
    fn are_of_countries(&self, item: &Item, other: &Item) -> bool {
        let is_code = |prose: &str, item: &Item| {
            prose[..item.span.start].ends_with('+') && item.whole().is_some_and(|code| code < 1000)
        };
        is_code(&self.source.prose, item)
            && is_code(&self.text.prose, other)
            && self.source.has_word(|word| word.starts_with("téléphon") || word == "indicatif")
    }

    /// Whether a number is that of a format of books: in-8°, in-12.
    fn is_of_format(&self, item: &Item) -> bool {
        let before = self.source.prose[..item.span.start].strip_suffix("in-");
        before.is_some_and(|before| !before.ends_with(char::is_alphabetic))
            && matches!(item.whole(), Some(4 | 8 | 12 | 16 | 18 | 24 | 32))
    }

    /// Whether a number is of the years by which the French names a war, and other people otherwise: 14-18, 39-45.
    fn is_of_war(&self, item: &Item) -> bool {
        const DASHES: [char; 3] = ['-', '–', '\u{2011}'];
        let prose = &self.source.prose;
        [("14", "18"), ("39", "45")].iter().any(|(first, last)| {
            let written = &prose[item.span.clone()];
            let begin = match written {
                _ if written == *first => Some(&prose[..item.span.start]),
                _ if written == *last => {
                    let before = prose[..item.span.start].strip_suffix(DASHES);
                    before.and_then(|before| before.strip_suffix(first))
                }
                _ => None,
            };
            let Some(before) = begin else { return false };
            let range = prose[before.len()..].strip_prefix(first).and_then(|rest| rest.strip_prefix(DASHES));
            let behind = range.and_then(|rest| rest.strip_prefix(last));
            let ends = behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_ascii_digit()));
            // Else they may be years of age, or days.
            let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
            ends && (matches!(word, Some("en" | "En")) || prose.contains("uerre"))
        })
    }

    fn names_war(&self) -> bool {
        let lower = self.text.prose.to_lowercase();
        let wars = self.target.lexicon.sayings().0.iter().filter(|saying| saying.kind == "war");
        wars.into_iter().any(|war| sayings::find(self.text, &lower, self.target.script, war.said).is_some())
    }

    /// Whether the one of 1/2 took another one's place, as a word says the half: *1/2 oignon, 1 gousse* in half an onion, 1
    /// clove.
    fn took_numerator(&self) -> bool {
        let items = &self.french.items;
        let is_said = |at: usize| {
            matches!(self.found[at], Some(Found::At(here)) if self.here.items[here].kind == Kind::Soft)
                || matches!(self.found[at], Some(Found::Loosely(None)))
        };
        (1..items.len()).any(|at| {
            items[at - 1].value == Some(Value::whole(1))
                && matches!(self.found[at - 1], Some(Found::At(_)))
                && is_denominator(items, at)
                && is_said(at)
        })
    }

    /// Whether a number is one that people say in a word, in a language whose words for numbers we don't know.
    fn may_be_in_unknown_word(&self, item: &Item) -> bool {
        let target = self.target;
        !matches!(target.script, Script::Han | Script::Kana)
            && (item.is_plain() || item.traits.hour)
            && item.whole().is_some_and(|value| value <= 12)
            && target.lexicon.number_forms().next().is_none()
    }

    /// Whether a number stands in the French once more, before the same sign or word, and that one is in the translation:
    /// it may be said once.
    fn is_repeated(&self, at: usize) -> bool {
        let item = &self.french.items[at];
        let behind =
            |item: &Item| self.source.prose[item.span.end..].trim_start_matches(is_blank).chars().next();
        let mut others = self.french.items.iter().zip(&self.found).enumerate();
        item.value.is_some()
            && others.any(|(other, (number, found))| {
                other != at
                    && number.kind == Kind::Digits
                    && number.value == item.value
                    && found.is_some()
                    && behind(number) == behind(item)
            })
    }

    /// Whether a decimal of the translation is that of the French with fewer digits, or with more.
    fn is_rounded(&self, item: &Item, other: &Item) -> bool {
        /// Decimals of a number that is likely none of so few: 0,618.
        const CUT: usize = 3;
        let [was, is] = [item.decimals(self.source.raw), other.decimals(self.text.raw)];
        let values = item.value.or(item.foreign).zip(other.value.or(other.foreign));
        was.min(is) > 0
            && values.is_some_and(|(first, second)| match is < was {
                true => first.rounds_to(second, is) || first.cuts_to(second, is),
                false => second.rounds_to(first, was) || was >= CUT && second.cuts_to(first, was),
            })
    }

    /// Whether a number is one in or right behind a formula of which the translation has another text as the example, and
    /// whose result may be another one, too: `=NBCAR("Bonjour")` and `=LEN("Hello")`.
    fn is_of_other_example(&self, item: &Item) -> bool {
        let raw = self.source.raw;
        let Some((text, rest)) = raw.split_once("(\"").and_then(|(_, rest)| rest.split_once('"')) else {
            return false;
        };
        let begin = raw.len() - rest.len();
        let end = begin + rest.find(')').unwrap_or(rest.len());
        let is_next = || {
            let mut behind = self.french.items.iter().filter(|other| other.span.start >= end);
            item.span.start < end || behind.next().is_some_and(|first| first.span == item.span)
        };
        text.contains(char::is_alphabetic)
            && self.text.raw.contains("(\"")
            && !self.text.raw.contains(&format!("\"{text}\""))
            && item.span.start >= begin
            && is_next()
    }

    /// Whether a number is a time of the French, of which another number took the hour: 8.25 beside another 8.
    fn is_french_time(&self, other: &Item) -> bool {
        let is_it = |pair: &[Item]| {
            pair[0].traits.hour
                && pair.iter().map(|item| item.value).eq(other.parts.iter().copied().map(Some))
        };
        other.parts.len() == 2 && self.french.items.windows(2).any(is_it)
    }

    /// Whether a Roman numeral or a number in words stands here more often than in the French.
    fn is_one_more(&self, item: &Item) -> bool {
        let count = |items: &[Item], kind: Kind| {
            items.iter().filter(|same| same.kind == kind && same.value == item.value).count()
        };
        // One that a word says here which holds more, *dreimal*, is none of them.
        let is_in_other = |found: &Option<Found>| match found {
            Some(Found::At(here)) => self.here.items[*here].kind == Kind::Soft,
            _ => false,
        };
        let same = self.french.items.iter().zip(&self.found).filter(|(same, found)| {
            same.kind == item.kind && same.value == item.value && !is_in_other(found)
        });
        // In French, too, it may be in a word that holds more.
        let french = same.count() + count(&self.french.items, Kind::Soft);
        matches!(item.kind, Kind::Roman | Kind::Word)
            && !self.target.script.is_unspaced()
            && count(&self.here.items, item.kind) > french
    }

    /// Whether a number with a unit may be in another one here, whose name is not known: 900 MW in 90万 kW. It is written
    /// with no unit that we know, and looks like no slip.
    fn may_be_converted(&self, at: usize, here: usize) -> bool {
        let (item, other) = (&self.french.items[at], &self.here.items[here]);
        let is_near = |a: f64, b: f64| (a / b).max(b / a) < 20.0;
        let values = item.value.zip(other.value).map(|(a, b)| (a.as_f64(), b.as_f64()));
        let is_alike = values.is_none_or(|(a, b)| is_near(a, b)) && self.is_slip(item, other);
        // Hours and days have names that we know.
        let unit = at_number(&self.french.measures, at).filter(|measure| !measure.unit.is_time());
        // 37⅜ in. are 95 cm, and the fraction is not read.
        let is_in_inches = || {
            let values = values.filter(|_| self.target.language == "en");
            values.is_some_and(|(was, is)| (was / is / 2.54 - 1.0).abs() < 0.03)
        };
        unit.is_some()
            && at_number(&self.measures, here).is_none()
            && (!is_alike || unit.is_some_and(|measure| measure.unit.symbol() == "cm") && is_in_inches())
    }

    /// Whether two numbers have as many digits (75 and 57), or one has a digit more than the other (1000 and 10 000).
    fn is_slip(&self, item: &Item, other: &Item) -> bool {
        let (was, is) =
            (digits(&self.source.raw[item.span.clone()]), digits(&self.text.raw[other.span.clone()]));
        let (short, long) = if was.len() < is.len() { (&was, &is) } else { (&is, &was) };
        let same = same_head(short, long);
        long.len() == short.len() || long.len() == short.len() + 1 && short[same..] == long[same + 1..]
    }

    /// Whether the digits are the same, only with other marks between them (`7,5` and `7'5`).
    fn has_same_digits(&self, item: &Item, other: &Item) -> bool {
        let written = &self.text.raw[other.span.clone()];
        !item.traits.magnitude
            && !other.traits.magnitude
            && written.contains(['.', ',', '\'', '’', ' ', '\u{A0}', '\u{202F}'])
            && digits(&self.source.raw[item.span.clone()]) == digits(written)
    }

    /// Which of the numbers that are left stands most likely for `item`.
    fn nearest(&self, item: &Item, left: &[(usize, Value)]) -> Option<usize> {
        let kind = |index: usize| self.here.items[left[index].0].kind;
        // Of a time whose hour is right only the minutes are left.
        let is_whole = |index: &usize| self.used[left[*index].0] == 0;
        let all = 0..left.len();
        if let Some(decade) = other_decade(self, item) {
            return all.clone().find(|index| left[*index].0 == decade);
        }
        let of_kind = || all.clone().filter(|index| kind(*index) == item.kind);
        of_kind().find(is_whole).or_else(|| of_kind().next()).or_else(|| all.clone().next())
    }
}
