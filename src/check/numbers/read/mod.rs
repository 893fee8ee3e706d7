//! All numbers of a text: in digits, in words, in Roman numerals, in Chinese characters; and what it says by a number that
//! is none by itself: noon, a day of the week, twice as much, the Second World War.

mod currency;
mod digits;
mod factor;
mod figures;
pub(super) mod folds;
mod han;
mod helplines;
mod item;
mod joins;
mod lowered;
mod measure;
pub(super) mod noon;
mod part;
mod raised;
mod reader;
mod reading;
mod roman;
pub(super) mod sayings;
mod share;
mod sum;
mod thai;
mod time_words;
pub(super) mod weekdays;
mod words;

use crate::check::Target;
use crate::check::lexicon::Lexicon;
use crate::check::scan::{DIGIT, Text, WIDE, hash};
use crate::check::script::Script;
use crate::text::Span;

pub(super) use currency::{
    KNOWN, Money, OTHER, begins_with, currencies, known_currencies, may_name, money_at, other_money,
    other_signs,
};
use digits::Marks;
pub(super) use digits::is_blank;
pub(super) use item::{Item, Kind};
pub(super) use lowered::is_lowered;
pub(super) use measure::{Measure, measures};
pub(super) use raised::raised;
use reader::{Reader, Wanted};
pub(in crate::check) use reading::Reading;
pub(super) use reading::words_between;
pub(super) use share::Share;
pub(super) use time_words::announces_time;
pub(super) use words::with_apostrophe;

/// More numbers than that in one text are a table, not a sentence, and are not compared.
const MOST: usize = 200;

/// Those of the French, with all that a translation of it may be asked for.
pub(in crate::check) fn of_french(text: &Text<'_>) -> Reading {
    let mut reading = read(text, Lexicon::french(), Marks::FRENCH, Script::Latin, true, Wanted::ALL);
    reading.fold = folds::of_french(text);
    reading.has_formulas = text.has(WIDE) && lowered::has_lowered(&text.prose);
    reading.sayings = sayings::of_french(text, &reading.items);
    if !reading.items.is_empty() {
        reading.currencies = currency::of_french(text, &reading.items);
        reading.in_words = share::French::read(text, &reading.items);
        reading.may_be_fractions = reading.has_fraction();
        reading.measures = measures(text, &reading.items, Lexicon::french());
        let eras = eras(text);
        reading.before_christ = behind(text, &eras, &["av.", "avant"]);
        reading.after_christ = behind(text, &eras, &["apr.", "après"]);
        reading.one_and_half = one_and_half(text, &reading.items);
        reading.has_powers = text.has(WIDE) && !raised(text).is_empty();
        reading.is_plain = reading.is_plain_in(text) && reading.one_and_half.is_none();
    }
    reading
}

/// `J.-C.` and its sisters, by which years are counted.
fn eras(text: &Text<'_>) -> Vec<Span> {
    const ERA: &str = "ère";
    let prose: &str = &text.prose;
    let names = memchr::memchr_iter(b'J', prose.as_bytes()).filter_map(|at| {
        ["J.-C", "J.C", "J-C", "Jésus-Christ"]
            .iter()
            .find_map(|name| prose[at..].starts_with(name).then(|| at..at + name.len()))
    });
    let era = hash(ERA.as_bytes());
    let eras =
        text.words.iter().filter(|word| word.hash == era && text.word(word) == ERA).filter_map(|word| {
            let begin = prose[..word.span().start].strip_suffix("notre ")?.len();
            Some(begin..word.span().end)
        });
    names.chain(eras).collect()
}

/// The first of these that stands behind one of these words, with it: `av. J.-C.`.
fn behind(text: &Text<'_>, eras: &[Span], words: &[&str]) -> Option<Span> {
    let prose: &str = &text.prose;
    eras.iter().find_map(|name| {
        let before = prose[..name.start].trim_end_matches(digits::is_blank);
        let begin = words.iter().find_map(|word| before.strip_suffix(word))?.len();
        Some(begin..name.end)
    })
}

/// *Un an et demi*, said once; but *à une heure et demie* is a time of the day: half past one, or half to two.
fn one_and_half(text: &Text<'_>, items: &[Item]) -> Option<Span> {
    let prose: &str = &text.prose;
    let mut halves = items.iter().filter(|item| item.kind == Kind::Soft).filter_map(|item| {
        if !prose[item.span.start..].starts_with("demi") {
            return None;
        }
        let counted = prose[..item.span.start].strip_suffix("et ")?.trim_end_matches(is_blank);
        let unit = counted.rsplit(|c: char| !c.is_alphabetic()).next().filter(|unit| !unit.is_empty())?;
        let one = counted[..counted.len() - unit.len()].trim_end_matches(is_blank);
        let article = one.rsplit(|c: char| !c.is_alphabetic()).next()?;
        let start = one.len() - article.len();
        matches!(article, "un" | "une" | "Un" | "Une").then_some((start..item.span.end, unit))
    });
    let (Some((span, unit)), None) = (halves.next(), halves.next()) else { return None };
    (unit != "heure" || !announces_time(&prose[..span.start])).then_some(span)
}

/// Those of a translation, as far as the French asks for them.
pub(super) fn of_translation(text: &Text<'_>, target: &Target, french: &Reading) -> Option<Reading> {
    let has_digits = text.has(DIGIT) || (text.has(WIDE) && target.script != Script::Latin);
    // Numbers in words matter only where the French has some that must not be lost.
    let counts = french.months != 0
        || !french.in_words.is_empty()
        || french.one_and_half.is_some()
        || !french.sayings.is_empty()
        || french.fold.is_some()
        || french.noon & noon::HALF != 0
        || french
            .items
            .iter()
            .any(|item| item.kind != Kind::Soft || item.base.is_some() || item.is_about_many());
    if !counts && !has_digits {
        return None;
    }
    // Per cent is asked of those that must be.
    let percents = french.percents > 0 || !french.in_words.is_empty();
    let wanted = Wanted { words: counts, percents, fractions: french.may_be_fractions };
    let reading = read(text, &target.lexicon, Marks::of(target), target.script, false, wanted);
    (reading.items.len() <= MOST && french.items.len() <= MOST).then_some(reading)
}

/// Reads a text.
fn read(
    text: &Text<'_>,
    lexicon: &Lexicon,
    marks: Marks,
    script: Script,
    is_french: bool,
    wanted: Wanted,
) -> Reading {
    let mut reader = Reader::new(text, lexicon, marks, script, is_french, wanted);
    if text.has(DIGIT) || (text.has(WIDE) && !matches!(script, Script::Latin)) {
        reader.digits();
    }
    if reader.has_fractions {
        reader.fractions();
    }
    if wanted.words {
        if matches!(script, Script::Han | Script::Kana) {
            let is_chinese = lexicon.is_of(&["zh", "yue"]);
            let months = han::read(text, is_chinese, &reader.spent, &mut reader.out.items);
            reader.out.months |= months;
            let count = months.count_ones() as u8;
            reader.out.month_count = reader.out.month_count.saturating_add(count);
        }
        if script == Script::Thai {
            thai::read(&text.prose, &reader.spent, &mut reader.out.items);
        }
        words::read(&mut reader);
    }
    reader.out
}
