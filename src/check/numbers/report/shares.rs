//! Shares and ranks in words (a third, the first), which are no numbers that must be in the translation, but may be
//! mixed up.
//!
//! Told only where what the French says is there in no form, and another one stands in the translation that the French
//! has nowhere: both are said in many ways.

use super::ratios::{self, count};
use super::told::is_told;
use crate::check::Problem;
use crate::check::lists::Words;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, Found, in_words, says_half};
use crate::check::numbers::read::folds::{Factor, factor};
use crate::check::numbers::read::{Item, Kind, Share, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::{Word, with_lower};
use crate::text::Span;

/// Whether a form of the data says this; `x-` are beginnings, that say it, but not for sure.
fn says(form: &str, word: &str) -> bool {
    form.strip_suffix('-').map_or(form == word, |beginning| word.starts_with(beginning))
}

/// The word without what Arabic joins to it.
fn bare(word: &str) -> &str {
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let word =
        word.strip_prefix(['ب', 'ل', 'ك']).filter(|rest| rest.chars().nth(2).is_some()).unwrap_or(word);
    word.strip_prefix("ال").or_else(|| word.strip_prefix("ل").filter(|rest| rest.len() > 6)).unwrap_or(word)
}

/// Arabic months that are told apart by an ordinal: كانون الثاني is January.
const MONTHS_OF_TWO: [&str; 4] = ["كانون", "تشرين", "ربيع", "جمادى"];

/// Where the translation names shares or ranks for sure.
fn sure(comparison: &Comparison<'_>, all: &[(&'static str, u8)]) -> Vec<Share> {
    let text = comparison.text;
    let forms = || all.iter().filter(|(form, _)| !form.ends_with('-'));
    if comparison.target.script.is_unspaced() {
        let found = forms().filter_map(|(form, number)| {
            let at = text.prose.find(form)?;
            Some(Share { number: *number, span: at..at + form.len() })
        });
        return found.chain(in_signs(comparison)).collect();
    }
    let is_arabic = comparison.target.language == "ar";
    let named = text.words.iter().enumerate().filter_map(|(at, word)| {
        let before = at.checked_sub(1).map_or("", |before| text.word(&text.words[before]));
        if is_arabic && MONTHS_OF_TWO.contains(&before.trim_start_matches('و')) {
            return None;
        }
        let find = |word: &str| forms().find(|(form, _)| *form == word).map(|form| form.1);
        let number = with_lower(text.word(word), |word| {
            find(word).or_else(|| if is_arabic { find(bare(word)) } else { None })
        })?;
        Some(Share { number, span: word.span().clone() })
    });
    named.collect()
}

/// Shares that a language says as an ordinal and a word for a part: *una quinta parte*, пятая часть.
fn in_parts(comparison: &Comparison<'_>) -> impl Iterator<Item = Share> {
    static PART: Words = Words::of("part");
    let (text, ranks) = (comparison.text, &comparison.target.lexicon.ranks);
    text.words.windows(2).filter_map(move |pair| {
        PART.has(text.word(&pair[1])).then_some(())?;
        let number = with_lower(text.word(&pair[0]), |word| {
            ranks.iter().find(|(form, rank)| *form == word && *rank > 2).map(|rank| rank.1)
        })?;
        Some(Share { number, span: pair[0].span().start..pair[1].span().end })
    })
}

/// A word for a half that is no share by itself: ein halber Punkt.
fn a_half(comparison: &Comparison<'_>) -> Option<Share> {
    let text = comparison.text;
    let lexicon = &comparison.target.lexicon;
    let may_be_more = comparison.french.one_and_half.is_none();
    let is_half = |word: &&Word| {
        with_lower(text.word(word), |word| {
            lexicon.half.contains(&word) || may_be_more && lexicon.one_and_half.contains(&word)
        })
    };
    text.words.iter().find(is_half).map(|word| Share { number: 2, span: word.span() })
}

/// The shares that Chinese and Japanese count: 五分之一, 5分の1.
fn in_signs(comparison: &Comparison<'_>) -> impl Iterator<Item = Share> {
    let prose: &str = &comparison.text.prose;
    comparison.here.items.windows(2).filter_map(move |pair| {
        let between = prose.get(pair[0].span.end..pair[1].span.start)?;
        let number = pair[0].whole().and_then(|number| u8::try_from(number).ok())?;
        matches!(between, "分の" | "分之")
            .then(|| Share { number, span: pair[0].span.start..pair[1].span.end })
    })
}

/// Whether the translation says one in any form.
fn is_said(comparison: &Comparison<'_>, all: &[(&'static str, u8)], number: u8) -> bool {
    let text = comparison.text;
    let mut forms = all.iter().filter(|form| form.1 == number).map(|form| form.0);
    if comparison.target.script.is_unspaced() {
        return forms.any(|form| text.prose.contains(form.trim_end_matches('-')));
    }
    let is_arabic = comparison.target.language == "ar";
    let forms: Vec<&str> = forms.collect();
    text.has_word(|word| forms.iter().any(|form| says(form, word) || is_arabic && says(form, bare(word))))
}

fn has(items: &[Item], value: Value) -> bool {
    items.iter().any(|item| is_or_holds(item, value))
}

/// Whether a number has this value, or a part of it that is no decimal has.
fn is_or_holds(item: &Item, value: Value) -> bool {
    item.value == Some(value) || item.value.is_none() && item.parts.contains(&value)
}

/// Whether a number is there that may be the share, beside those that count shares: no figure that both texts have.
fn has_but(comparison: &Comparison<'_>, items: &[Item], value: Value, counts: &[&Item]) -> bool {
    let is_figure = |item: &Item| {
        let mut found = comparison.french.items.iter().zip(&comparison.found);
        found.any(|(french, found)| {
            let Some(Found::At(here)) = found else { return false };
            let here = &comparison.here.items[*here];
            french.kind == Kind::Digits
                && here.kind == Kind::Digits
                && (std::ptr::eq(french, item) || std::ptr::eq(here, item))
        })
    };
    items.iter().any(|item| {
        is_or_holds(item, value) && !counts.iter().any(|count| std::ptr::eq(*count, item)) && !is_figure(item)
    })
}

/// A quarter for a third, one of them for three, and the second for the first.
pub(super) fn report(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let begun = problems.len();
    let french = &comparison.french.in_words;
    if french.shares.is_empty() {
        quarter_for_half(comparison, problems);
        if problems.len() == begun {
            divided_into(comparison, problems);
        }
    } else {
        shares(comparison, &french.shares, problems);
    }
    if problems.len() == begun {
        ratios::turned_around(comparison, problems);
    }
    if problems.len() == begun {
        ratios::one_in(comparison, problems);
    }
    if !french.ranks.is_empty() && problems.len() == begun {
        ranks(comparison, &french.ranks, problems);
    }
}

/// A quarter for *divisé par trois*, which leaves a third.
fn divided_into(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let prose = &comparison.source.prose;
    let divides = |item: &&Item| item.kind != Kind::Soft && factor(prose, item) == Some(Factor::Divides);
    let mut said = comparison.french.items.iter().filter(divides);
    let (Some(item), None) = (said.next(), said.next()) else { return };
    let number = item.whole().and_then(|number| u8::try_from(number).ok());
    let is_left = |number: u8| is_said(comparison, &comparison.target.lexicon.shares, number);
    if let Some(number) = number.filter(|number| (3..=10).contains(number) && !is_left(*number)) {
        shares(comparison, &[Share { number, span: item.span.clone() }], problems);
    }
}

/// Bytes between a number and what is added to it: *two and a quarter*.
const ADDED: usize = 9;

/// A quarter that is added to a number for a half: *two and a quarter* for deux et demi.
fn quarter_for_half(comparison: &Comparison<'_>, problems: &mut Vec<Problem>) {
    let prose = &comparison.source.prose;
    let is_half = |item: &&Item| item.kind == Kind::Soft && prose[item.span.start..].starts_with("demi");
    let Some(half) = comparison.french.items.iter().find(is_half) else { return };
    // A quarter is also a part of a town, or of a year.
    if !prose[..half.span.start].ends_with(" et ")
        || ["quart", "trimestr"].iter().any(|other| prose.contains(other))
        || says_half(comparison)
    {
        return;
    }
    let known = &comparison.target.lexicon.shares;
    // It is added to a number: elsewhere the word may be a room, or the fourth.
    let text = &comparison.text.prose;
    let is_added = |share: &Share| {
        let numbers = comparison.here.items.iter().filter(|item| item.value != Some(Value::whole(4)));
        numbers
            .filter_map(|item| text.get(item.span.end..share.span.start))
            .any(|between| between.len() <= ADDED)
    };
    let quarter = sure(comparison, known).into_iter().find(|share| share.number == 4 && is_added(share));
    if let Some(quarter) = quarter.filter(|_| !is_said(comparison, known, 2)) {
        let is = &comparison.text.raw[quarter.span.clone()];
        problems.push(
            Problem::warning(
                RULE,
                quarter.span.clone(),
                format!("“{is}” is another share: the French says a half"),
            )
            .of_french(half.span.clone())
            .help("write the share of the French"),
        );
    }
}

fn shares(comparison: &Comparison<'_>, french: &[Share], problems: &mut Vec<Problem>) {
    let known = &comparison.target.lexicon.shares;
    let mut here = sure(comparison, known);
    here.extend(in_parts(comparison));
    let (source, items) = (&comparison.source, &comparison.french.items);
    let mut tell = |own: &Share, span: Span| {
        let begin = count(source, items, own).map_or(own.span.start, |count| count.span.start);
        let written = &source.raw[begin..own.span.end];
        let is = &comparison.text.raw[span.clone()];
        problems.push(
            Problem::warning(RULE, span, format!("“{is}” is another share: the French says {written}"))
                .of_french(begin..own.span.end)
                .help("write the share of the French"),
        );
    };
    let counts = here.first().and_then(|other| count_here(comparison, other));
    let is_there = |own: &&Share| {
        let value = Value::whole(u64::from(own.number));
        is_said(comparison, known, own.number) || number_is_there(comparison, own, value, counts)
    };
    let times = |all: &[Share], number: u8| all.iter().filter(|share| share.number == number).count();
    let names_as_many = here.len() == french.len() && !comparison.target.script.is_unspaced();
    if let Some(own) = french.iter().find(|own| !is_there(own)) {
        let counts: Vec<&Item> = french.iter().filter_map(|share| count(source, items, share)).collect();
        // Three quarters for three fifths, beside a quarter.
        let is_more = |other: &&Share| {
            (1..times(&here, other.number)).contains(&times(french, other.number)) && names_as_many
        };
        let is_new =
            |other: &&Share| !has_but(comparison, items, Value::whole(u64::from(other.number)), &counts);
        let half = || a_half(comparison).filter(|half| is_new(&half));
        let more = || here.iter().rev().find(is_more).cloned();
        if let Some(other) = here.iter().find(is_new).cloned().or_else(half).or_else(more) {
            tell(own, other.span);
        }
        return;
    }
    // Two thirds and one third, of which one became two fifths: both texts name as many.
    if names_as_many {
        // In other forms they are said, but not counted.
        let lost =
            french.iter().find(|own| (1..times(french, own.number)).contains(&times(&here, own.number)));
        let is_new = |other: &&Share| {
            times(french, other.number) == 0 && !has(items, Value::whole(u64::from(other.number)))
        };
        if let (Some(own), Some(other)) = (lost, here.iter().find(is_new)) {
            tell(own, other.span.clone());
            return;
        }
    }
    // Three quarters, and one of them: where each text names such a share once.
    let only = |all: &[Share], number: u8| all.iter().filter(|share| share.number == number).count() == 1;
    for own in french.iter().filter(|own| own.number > 2 && only(french, own.number)) {
        let Some(other) = here.iter().find(|other| other.number == own.number) else { continue };
        // Neuf heures moins le quart is three quarters of the ninth hour.
        let before = source.prose[..own.span.start].trim_end_matches(is_blank);
        if !only(&here, own.number) || before.ends_with("moins le") || before.ends_with("moins un") {
            continue;
        }
        let was = count(source, items, own).and_then(Item::whole).unwrap_or(1);
        let is = count_here(comparison, other);
        let begin = is.map_or(other.span.start, |item| item.span.start.min(other.span.start));
        let is_now = match is {
            Some(item) => item.whole().unwrap_or(1),
            None if is_behind_article(comparison, other) => 1,
            None => continue,
        };
        let one = |count: u64| count == 1;
        if was == is_now
            || was >= u64::from(own.number)
            || is_now >= u64::from(own.number)
            || !one(was) && is_counted(&comparison.here.items, Value::whole(was))
            || !one(is_now) && is_counted(items, Value::whole(is_now))
            || !one(was) && in_words(comparison, Value::whole(was))
        {
            continue;
        }
        tell(own, begin..other.span.end);
        return;
    }
}

/// How many shares the translation says there are: the number before the word, or behind it in Turkish (*dörtte üç*).
fn count_here<'c>(comparison: &Comparison<'c>, share: &Share) -> Option<&'c Item> {
    let (text, items) = (comparison.text, &comparison.here.items);
    if !comparison.target.lexicon.is_of(&["tr", "az"]) {
        return count(text, items, share);
    }
    items.iter().find(|item| {
        let between = text.prose.get(share.span.end..item.span.start);
        between.is_some_and(|between| !between.is_empty() && between.chars().all(is_blank))
    })
}

/// Whether a number is there that is no share itself: a half is none of two.
fn is_counted(items: &[Item], value: Value) -> bool {
    items
        .iter()
        .any(|item| item.kind != Kind::Soft && (item.value == Some(value) || item.parts.contains(&value)))
}

/// Whether a share is one of English, with its article.
fn is_behind_article(comparison: &Comparison<'_>, share: &Share) -> bool {
    let before = comparison.text.prose[..share.span.start].trim_end();
    comparison.target.language == "en"
        && ["a", "A"].iter().any(|article| {
            before.strip_suffix(article).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
}

/// Whether a number of the translation, or a word that holds it, may say the share.
fn number_is_there(comparison: &Comparison<'_>, own: &Share, value: Value, count: Option<&Item>) -> bool {
    // 75 per cent and 0.75 say three quarters; the digits of another number of the French don't.
    let renders_digits = |here: usize| {
        let found = comparison.found.iter().zip(&comparison.french.items);
        found
            .into_iter()
            .any(|(found, french)| *found == Some(Found::At(here)) && french.kind == Kind::Digits)
    };
    // Nor do those of another fraction in signs.
    let fractions: Vec<Share> = in_signs(comparison).collect();
    let in_fraction = |item: &Item| {
        let next = fractions.partition_point(|share| share.span.end < item.span.end);
        fractions.get(next).is_some_and(|share| share.span.start <= item.span.start)
    };
    let mut items = comparison.here.items.iter().enumerate();
    let is_percent = items.any(|(here, item)| {
        (item.traits.percent || item.kind == Kind::Digits) && !renders_digits(here) && !in_fraction(item)
    });
    let is_half = own.number == 2 && says_half(comparison);
    is_percent
        || is_half
        || has_but(comparison, &comparison.here.items, value, count.as_slice())
        || in_words(comparison, value)
}

/// Ranks that begin a superlative: *die drittgrößte Stadt*, *den tredjestørste by*.
fn in_superlatives(comparison: &Comparison<'_>) -> impl Iterator<Item = Share> {
    const GERMAN: [(&str, u8); 4] = [("zweit", 2), ("dritt", 3), ("viert", 4), ("fünft", 5)];
    const NORDIC: [(&str, u8); 5] = [("næst", 2), ("nest", 2), ("tredje", 3), ("fjerde", 4), ("femte", 5)];
    const GERMAN_ENDS: [&str; 5] = ["ste", "sten", "ster", "stes", "stem"];
    const NORDIC_ENDS: [&str; 2] = ["st", "ste"];
    let (stems, ends): (&[_], &[_]) = match comparison.target.language.as_str() {
        "de" => (&GERMAN, &GERMAN_ENDS),
        "da" | "no" => (&NORDIC, &NORDIC_ENDS),
        _ => (&[], &[]),
    };
    let text = comparison.text;
    let words = if stems.is_empty() { &[] } else { text.words.as_slice() };
    words.iter().filter_map(move |word| {
        let number = with_lower(text.word(word), |word| {
            let is_superlative =
                |rest: &str| ends.iter().any(|end| rest.len() > end.len() && rest.ends_with(end));
            let mut all = stems.iter().filter_map(|(stem, rank)| Some((word.strip_prefix(*stem)?, *rank)));
            all.find(|(rest, _)| is_superlative(rest)).map(|(_, rank)| rank)
        })?;
        Some(Share { number, span: word.span() })
    })
}

fn ranks(comparison: &Comparison<'_>, french: &[Share], problems: &mut Vec<Problem>) {
    // The first floor of a French house is the second one in America.
    if comparison.source.prose.contains("étage") || french.len() > 2 {
        return;
    }
    let known = &comparison.target.lexicon.ranks;
    let is_there = |rank: &Share| {
        // Décimo primeiro is found as a whole.
        let mut found = comparison.french.items.iter().zip(&comparison.found);
        if rank.number > 10
            && found.any(|(item, found)| item.span.start == rank.span.start && found.is_some())
        {
            return true;
        }
        let rank = rank.number;
        let value = Value::whole(u64::from(rank));
        let mut items = comparison.here.items.iter();
        // Any article is a one.
        let in_items = items.any(|item| {
            item.value == Some(value) && (rank > 1 || matches!(item.kind, Kind::Digits | Kind::Roman))
        });
        in_items || is_said(comparison, known, rank) || rank > 1 && in_words(comparison, value)
    };
    let Some(lost) = french.iter().find(|rank| !is_there(rank)) else { return };
    let mut here = sure(comparison, known);
    here.extend(in_superlatives(comparison));
    // A number that is there in another one says no rank.
    let says = |rank: &Share, item: &Item, found: &Option<Found>| {
        let elsewhere =
            matches!(found, Some(Found::At(here)) if comparison.here.items[*here].span != rank.span);
        is_or_holds(item, Value::whole(u64::from(rank.number))) && !elsewhere
    };
    // 四分之一决赛 is a round, and says no rank.
    let is_round = |rank: &Share| {
        let behind = &comparison.text.prose[rank.span.end..];
        ["决赛", "決賽"].iter().any(|round| behind.starts_with(round))
    };
    let is_new = |rank: &&Share| {
        let mut items = comparison.french.items.iter().zip(&comparison.found);
        !is_round(rank)
            && !french.iter().any(|own| own.number == rank.number)
            && !items.any(|(item, found)| says(rank, item, found))
    };
    let Some(other) = here.iter().find(is_new) else { return };
    // The Second World War is told as a whole.
    if is_told(problems, &other.span) {
        return;
    }
    let (is, was) = (&comparison.text.raw[other.span.clone()], &comparison.source.raw[lost.span.clone()]);
    problems.push(
        Problem::warning(RULE, other.span.clone(), format!("“{is}” is another place: the French says {was}"))
            .of_french(lost.span.clone())
            .help("write the ordinal of the French"),
    );
}
