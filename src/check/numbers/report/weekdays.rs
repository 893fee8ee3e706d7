//! Days of the week: Tuesday for `lundi`.
//!
//! Told only where both texts name as many days, and one of the French is named in no form: their names begin many
//! other words, and a week-end or a night may be said otherwise.

use crate::check::lexicon::Lexicon;
use crate::check::numbers::RULE;
use crate::check::numbers::read::weekdays::IN_DOUBT;
use crate::check::scan::Text;
use crate::check::script::Script;
use crate::check::{Pair, Problem, Shared};
use crate::text::Span;

/// A day of the week for another.
pub(in crate::check::numbers) fn report(pair: &Pair<'_>, french: u8, problems: &mut Vec<Problem>) {
    let lexicon = &pair.target.lexicon;
    if french == 0 || french & IN_DOUBT != 0 || lexicon.weekdays.is_empty() {
        return;
    }
    let text = &pair.translation;
    let named = match pair.target.script.is_unspaced() {
        true => signs(text, lexicon),
        false => words(text, lexicon),
    };
    let here = named.iter().fold(0_u8, |days, (day, _)| days | 1 << day);
    let added = here & !french;
    if added == 0 || here.count_ones() != french.count_ones() {
        return;
    }
    let prose = text.prose.to_lowercase();
    let lost = (1..8)
        .filter(|day| french >> day & 1 == 1 && !is_said(&prose, lexicon, *day))
        .fold(0, |days, day| days | 1 << day);
    if lost == 0 {
        return;
    }
    // La nuit de mardi is the night to Wednesday; that of two days is between them.
    let next = (lost & 0x7F) << 1 | lost >> 7 << 1;
    if french.count_ones() == 1 && added == next && pair.source.text.raw.contains("nuit") {
        return;
    }
    let Some((_, span)) = named.iter().find(|(day, _)| added >> day & 1 == 1) else { return };
    let day = |days: u8| {
        let first = days.trailing_zeros() as u8;
        Lexicon::french().weekdays.iter().find(|(_, day)| *day == first).map_or("", |(form, _)| *form)
    };
    let source = &pair.source.text;
    let wanted = day(lost);
    let place = source.raw.find(wanted).map_or(0..0, |at| at..at + wanted.len());
    problems.push(
        Problem::warning(
            RULE,
            span.clone(),
            format!("“{}” is another day: the French says {wanted}", &text.raw[span.clone()]),
        )
        .of_french(place)
        .help("write the day of the French")
        .shared(Shared::Fault(0x4000_0000 | 0x4000 | u32::from(added))),
    );
}

/// The days that whole words name.
fn words(text: &Text<'_>, lexicon: &Lexicon) -> Vec<(u8, Span)> {
    let mut found = Vec::new();
    for (at, word) in text.words.iter().enumerate() {
        let rest = &text.prose[word.span().start..];
        let before = &text.prose[..word.span().start];
        let is = |form: &&(&str, u8)| {
            let ends = |after: &str| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
            rest.strip_prefix(form.0).is_some_and(ends)
                // At the beginning of a sentence with a capital.
                || at == 0
                    && word.capital
                    && rest.get(..form.0.len()).is_some_and(|start| start.to_lowercase() == form.0)
                    && ends(&rest[form.0.len()..])
        };
        // Arabic joins small words to a day, and writes لل for ل before its article.
        let joined = word.script == Script::Arabic
            && !lexicon.weekdays.iter().any(|form| is(&form))
            && text.word(word).starts_with(['و', 'ف', 'ب', 'ل', 'ك']);
        if joined {
            let written = text.word(word);
            let rest = written.trim_start_matches(['و', 'ف', 'ب', 'ك']);
            let is_day =
                |form: &&(&str, u8)| rest == form.0 || rest.strip_prefix("لل") == form.0.strip_prefix("ال");
            if let Some((_, day)) = lexicon.weekdays.iter().find(is_day) {
                found.push((*day, word.span().clone()));
            }
            continue;
        }
        if let Some((form, day)) = lexicon.weekdays.iter().find(is)
            && !before.ends_with('-')
        {
            found.push((*day, word.span().start..word.span().start + form.len()));
        }
    }
    found
}

/// The same in scripts without spaces. 一周一次 is once a week, 三个星期六 three Saturdays, 周三次 three times a week.
fn signs(text: &Text<'_>, lexicon: &Lexicon) -> Vec<(u8, Span)> {
    let mut found: Vec<(u8, Span)> = Vec::new();
    for (form, day) in &lexicon.weekdays {
        for (at, _) in text.prose.match_indices(form) {
            let before = text.prose[..at].chars().next_back();
            let after = text.prose[at + form.len()..].chars().next();
            let counts = |c: char| c.is_numeric() || "一二两兩三四五六七八九十几幾数數个個半第".contains(c);
            let is_counted = |c: char| "次个個回年期天种種十百千万".contains(c);
            if !before.is_some_and(counts) && !after.is_some_and(is_counted) {
                found.push((*day, at..at + form.len()));
            }
        }
    }
    found
}

/// Whether a text in lower case may name a day in any form: also in a compound, with an ending, as a word that is
/// another one too.
fn is_said(prose: &str, lexicon: &Lexicon, day: u8) -> bool {
    let mut all = lexicon.all_weekdays.iter().filter(|(_, named)| *named == day).map(|(form, _)| *form);
    all.any(|form| {
        // Its names have no endings in Arabic, and their first letters are the article.
        if let Some(bare) = form.strip_prefix("ال") {
            return prose.contains(bare);
        }
        let form = form.to_lowercase();
        // Most endings change the last two letters.
        let kept = form.chars().count().saturating_sub(2).max(3);
        let stem: String = form.chars().take(kept).collect();
        prose.contains(&stem)
    })
}
