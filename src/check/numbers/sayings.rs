//! Things that have a number in their name: the Second World War, tens of thousands, a bicentenary, half an hour, every third
//! one.
//!
//! Told only where the French says one of a kind, and the translation says another one of that kind and not this one.

use rustc_hash::FxHashMap;

use super::super::scan::{Text, lower, with_lower};
use super::super::script::Script;
use super::super::{Pair, Problem};
use super::RULE;
use super::compare::holds;
use super::rates;
use super::read::{Item, Kind, Reading, is_blank};
use super::value::{Value, digit};
use crate::check::lexicon::Lexicon;
use crate::text::Span;

/// What a French text says so.
#[derive(Debug)]
pub(in crate::check) struct Said {
    kind: &'static str,
    pub(super) number: u64,
    span: Span,
}

/// The one in a row of so many: `un mariage sur deux`.
const EVERY: &str = "every";
/// The power of ten of what is counted by tens or hundreds: `des dizaines de milliers`.
const MASS: &str = "mass";
/// Minutes: `une demi-heure`.
const MINUTES: &str = "span";

/// What a French text says, once of each kind; nothing of a kind of which it says two.
pub(super) fn of_french(text: &Text<'_>, items: &[Item]) -> Vec<Said> {
    let french = Lexicon::french();
    let (sayings, beginnings) = french.sayings();
    let mut all: Vec<Said> = Vec::new();
    for (at, word) in text.words.iter().enumerate().filter(|(_, word)| beginnings.has(word)) {
        // Asked of the first word alone, as hardly any begins one.
        let begun = with_lower(text.word(word), |word| {
            sayings.iter().filter(|saying| is(word, saying.first)).collect::<Vec<_>>()
        });
        all.extend(begun.into_iter().filter_map(|saying| {
            let span = begins_at(text, at, saying.said)?;
            Some(Said { kind: saying.kind, number: saying.number, span })
        }));
    }
    all.extend(one_of(text, items));
    // By their kinds: the number, if there is one alone.
    let mut numbers: FxHashMap<&str, Option<u64>> = FxHashMap::default();
    for said in &all {
        let known = numbers.entry(said.kind).or_insert(Some(said.number));
        *known = known.filter(|number| *number == said.number);
    }
    all.retain(|said| numbers.remove(said.kind).flatten().is_some());
    all
}

/// `un mariage sur deux`, the one time that a text says *sur* before a number.
fn one_of(text: &Text<'_>, items: &[Item]) -> Option<Said> {
    /// Bytes between the two numbers: what is counted.
    const NEAR: usize = 40;
    let prose: &str = &text.prose;
    let mut ratios = items.iter().filter_map(|item| {
        let number = item.whole().filter(|number| (2..=20).contains(number))?;
        let before = prose[..item.span.start].trim_end_matches(is_blank).strip_suffix("sur")?;
        before.ends_with(is_blank).then_some((number, item.span.end, before))
    });
    let (Some((number, end, before)), None) = (ratios.next(), ratios.next()) else { return None };
    let begin = ["un ", "Un ", "une ", "Une "].iter().filter_map(|one| {
        let at = before.rfind(one)?;
        (!before[..at].ends_with(char::is_alphabetic)).then_some(at)
    });
    let begin = begin.max()?;
    let counted = &before[begin..];
    if counted.len() > NEAR || counted.contains([',', '.', ';', ':', '(']) {
        return None;
    }
    Some(Said { kind: EVERY, number, span: begin..end })
}

/// Whether a word in small letters is one of a saying: `x-` is what begins so.
fn is(word: &str, part: &str) -> bool {
    match part.strip_suffix('-') {
        Some(beginning) => word.starts_with(beginning),
        None => word == part,
    }
}

/// The words of a saying at a place, where they stand there: behind each other, or with small ones between.
fn begins_at(text: &Text<'_>, at: usize, said: &str) -> Option<Span> {
    /// Small words that may stand between two, and letters of one.
    const BETWEEN: usize = 2;
    const SMALL: usize = 4;
    let is = |at: usize, part: &str| {
        text.words.get(at).is_some_and(|word| with_lower(text.word(word), |word| is(word, part)))
    };
    let mut last = at;
    for (count, part) in said.split(' ').enumerate() {
        if count == 0 {
            if !is(at, part) {
                return None;
            }
            continue;
        }
        let small = text.words[last + 1..].iter().take(BETWEEN);
        let small = small.take_while(|word| text.word(word).chars().nth(SMALL).is_none()).count();
        last = (last + 1..=last + 1 + small).find(|next| is(*next, part))?;
    }
    let span = text.words[at].span().start..text.words.get(last)?.span().end;
    // II. Dünya Savaşı
    let is_roman = said.starts_with("i ") || said.starts_with("ii ");
    let within = if is_roman && text.prose[text.words[at].span().end..].starts_with('.') {
        text.words[at].span().end + 1..span.end
    } else {
        span.clone()
    };
    let is_one = !text.prose[within].contains([',', '.', ';', ':', '!', '?', '(', ')']);
    is_one.then_some(span)
}

/// Where a text says something so.
pub(super) fn find(text: &Text<'_>, lower: &str, script: Script, said: &str) -> Option<Span> {
    let is_written =
        script.is_unspaced() || script == Script::Arabic || said.contains(|c: char| c.is_ascii_digit());
    if !is_written {
        return (0..text.words.len()).find_map(|at| begins_at(text, at, said));
    }
    let at = lower.match_indices(said).map(|(at, _)| at).find(|at| {
        // 9時15分 is a time, and 130分 are no half an hour.
        let before = lower[..*at].trim_end_matches(is_blank);
        let is_number = said.starts_with(|c| digit(c).is_some() || "一二三四五六七八九十百".contains(c));
        !is_number
            || !before
                .ends_with(|c| digit(c).is_some() || "時时點点시:.,年一二三四五六七八九十百千".contains(c))
    })?;
    // Where capitals are longer than their small letters, the place is not that of the text.
    let span = at..at + said.len();
    Some(if text.raw.get(span.clone()).is_some() { span } else { 0..0 })
}

/// Another number in the name of a thing than in the French.
pub(super) fn report(pair: &Pair<'_>, french: &Reading, here: Option<&Reading>, problems: &mut Vec<Problem>) {
    if french.sayings.is_empty() {
        return;
    }
    let (text, script) = (&pair.translation, pair.target.script);
    let (known, _) = pair.target.lexicon.sayings();
    let lower = lower(&text.prose);
    for said in &french.sayings {
        let of_kind = || known.iter().filter(|saying| saying.kind == said.kind);
        let mut others = of_kind().filter(|saying| saying.number != said.number);
        let is_right = of_kind()
            .any(|saying| saying.number == said.number && find(text, &lower, script, saying.said).is_some());
        let is_known = || of_kind().any(|saying| saying.number == said.number);
        // Of two, one is a half.
        let is_share = || said.kind == EVERY && says_share(pair, said.number);
        if said.kind == rates::RATE {
            if let Some(span) = rates::other(pair, said, &lower) {
                tell(pair, said, span, problems);
            }
            continue;
        }
        if is_right || !is_known() || is_share() || may_be_said(said, &lower) {
            continue;
        }
        // What the French says by another number is no other one; a round of four matches has no four in its name.
        let is_name = matches!(said.kind, "round" | "spoon" | "term");
        let is_french = |number: u64| {
            !is_name
                && french.items.iter().any(|item| {
                    item.value == Some(Value::whole(number)) || item.parts.contains(&Value::whole(number))
                })
        };
        let other = others.find_map(|saying| {
            let span = find(text, &lower, script, saying.said)?;
            (!is_french(saying.number)).then_some(span)
        });
        let other = other.or_else(|| hours(pair, said, french, here)).or_else(|| bare_mass(said, here));
        if let Some(span) = other {
            tell(pair, said, span, problems);
        }
    }
}

/// Thousands alone for tens of them.
fn bare_mass(said: &Said, here: Option<&Reading>) -> Option<Span> {
    if said.kind != MASS {
        return None;
    }
    let power = u8::try_from(said.number - said.number % 3).ok()?;
    let counted = Some(Value::whole(1).times(power));
    let is_bare = |item: &&Item| item.traits.lone && item.base.is_none() && item.value == counted;
    here?.items.iter().find(is_bare).map(|item| item.span.clone())
}

/// Whether a translation says a share of so many.
fn says_share(pair: &Pair<'_>, number: u64) -> bool {
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    let mut forms = lexicon.shares.iter().filter(|share| u64::from(share.1) == number).map(|share| share.0);
    match pair.target.script.is_unspaced() {
        true => forms.any(|form| text.prose.contains(form.trim_end_matches('-'))),
        false => {
            let forms: Vec<&str> = forms.collect();
            text.has_word(|word| {
                number == 2 && lexicon.says_half(word)
                    || forms.iter().any(|form| word.starts_with(form.trim_end_matches('-')))
            })
        }
    }
}

/// Whether figures of a translation may say it.
fn may_be_said(said: &Said, lower: &str) -> bool {
    match said.kind {
        "jubilee" | "age" => holds(lower, &said.number.to_string()),
        MINUTES => {
            holds(lower, &said.number.to_string())
                || lower.contains(['½', '¼', '¾'])
                || ["0.5", "0,5", "1.5", "1,5", "0.25", "0,25", "0.75", "0,75"]
                    .iter()
                    .any(|part| lower.contains(part))
        }
        EVERY => {
            let number = said.number.to_string();
            holds(lower, &number) || lower.contains('%')
        }
        _ => false,
    }
}

/// So many hours for half an hour or a quarter of one, where the translation has neither halves nor quarters.
fn hours(pair: &Pair<'_>, said: &Said, french: &Reading, here: Option<&Reading>) -> Option<Span> {
    if said.kind != MINUTES || said.number > 60 {
        return None;
    }
    let (text, lexicon) = (&pair.translation, &pair.target.lexicon);
    let says_part = match pair.target.script.is_unspaced() {
        true => lexicon.half.iter().chain(&lexicon.quarter).any(|sign| text.prose.contains(sign)),
        false => text.has_word(|word| lexicon.says_half(word) || lexicon.quarter.contains(&word)),
    };
    if says_part {
        return None;
    }
    let item = here?.items.iter().find(|item| {
        let unit = || lexicon.units().after(text, item.span.end).map(|(unit, _)| unit.symbol());
        let is_hours =
            |item: &Item, hours: u64| item.kind != Kind::Soft && item.value == Some(Value::whole(hours));
        let is_new = |hours: u64| !french.items.iter().any(|item| is_hours(item, hours));
        let minutes = || item.whole().is_some_and(|minutes| minutes != said.number && is_new(minutes));
        let hours = || item.whole().is_some_and(|hours| (2..=24).contains(&hours) && is_new(hours));
        match unit() {
            Some("h") => hours(),
            Some("min") => minutes(),
            _ => false,
        }
    })?;
    Some(item.span.clone())
}

fn tell(pair: &Pair<'_>, said: &Said, span: Span, problems: &mut Vec<Problem>) {
    let what = match said.kind {
        "war" => "war",
        "council" => "council",
        "round" => "round",
        "jubilee" => "anniversary",
        "age" => "age",
        rates::RATE => "rate",
        "spoon" => "measure",
        "term" => "part of a year",
        MINUTES => "length of time",
        EVERY => "share",
        _ => "number",
    };
    let (is, was) = (&pair.translation.raw[span.clone()], &pair.source.text.raw[said.span.clone()]);
    problems.push(
        Problem::warning(RULE, span, format!("“{is}” is another {what}: the French says {was}"))
            .of_french(said.span.clone())
            .help(format!("name the {what} of the French")),
    );
}
