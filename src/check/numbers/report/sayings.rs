//! Things that have a number in their name: the Second World War, tens of thousands, a bicentenary, half an hour, every third
//! one.
//!
//! Told only where the French says one of a kind, and the translation says another one of that kind and not this one.

use super::rates;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::holds;
use crate::check::numbers::read::sayings::{EVERY, Said, find};
use crate::check::numbers::read::{Item, Kind, Reading};
use crate::check::numbers::value::Value;
use crate::check::scan::lower;
use crate::check::{Pair, Problem};
use crate::text::Span;

/// The power of ten of what is counted by tens or hundreds: `des dizaines de milliers`.
const MASS: &str = "mass";
/// Minutes: `une demi-heure`.
const MINUTES: &str = "span";

/// Another number in the name of a thing than in the French.
pub(in crate::check::numbers) fn report(
    pair: &Pair<'_>,
    french: &Reading,
    here: Option<&Reading>,
    problems: &mut Vec<Problem>,
) {
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
        if is_right || !is_known() || is_share() || may_be_said(pair, said, &lower) {
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
fn may_be_said(pair: &Pair<'_>, said: &Said, lower: &str) -> bool {
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
            // Per cent of the French are none of them: un sur cinq, soit 20 %.
            let signs = |text: &str| text.matches('%').count();
            holds(lower, &number) || signs(lower) > signs(pair.source.text.raw)
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
