//! Shares and ranks that the French says in words: a third, the first.

use super::digits::is_blank;
use super::item::{Item, Kind};
use crate::check::lexicon::Lexicon;
use crate::check::scan::{Text, with_lower};
use crate::text::Span;

/// A share or rank that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check::numbers) struct Share {
    /// What it is a share of, or which place it is.
    pub(in crate::check::numbers) number: u8,
    pub(in crate::check::numbers) span: Span,
}

/// The shares and ranks of a French text.
#[derive(Debug, Default)]
pub(in crate::check::numbers) struct French {
    pub(in crate::check::numbers) shares: Vec<Share>,
    pub(in crate::check::numbers) ranks: Vec<Share>,
}

impl French {
    pub(super) fn read(text: &Text<'_>, items: &[Item]) -> French {
        let lexicon = Lexicon::french();
        let mut found = French::default();
        for item in items.iter().filter(|item| item.kind != Kind::Digits) {
            let written = &text.prose[item.span.clone()];
            let number = |all: &[(&str, u8)]| {
                with_lower(written, |word| all.iter().find(|(form, _)| *form == word).map(|form| form.1))
            };
            // Ier, Ve
            let is_roman = item.kind == Kind::Roman && written.ends_with(['e', 'r']);
            let roman = item.whole().and_then(|value| u8::try_from(value).ok()).filter(|value| *value < 7);
            if let Some(number) = number(&lexicon.shares) {
                found.shares.push(Share { number, span: item.span.clone() });
            } else if let Some(number) = part(text, item) {
                found.shares.push(Share { number, span: item.span.clone() });
            } else if let Some(number) = number(&lexicon.ranks)
                .or(roman.filter(|_| is_roman))
                .or_else(|| second(text, &item.span))
                .or_else(|| ordinal(text, item))
            {
                found.ranks.push(Share { number, span: item.span.clone() });
            }
        }
        found
    }

    pub(in crate::check::numbers) fn is_empty(&self) -> bool {
        self.shares.is_empty() && self.ranks.is_empty()
    }
}

/// What `un cinquième` and its sisters are a share of: no noun follows them, of which they would be the ordinal.
fn part(text: &Text<'_>, item: &Item) -> Option<u8> {
    /// What follows a share; what is shared follows `de`.
    const AFTER: [&str; 22] = [
        "de",
        "du",
        "des",
        "d",
        "seulement",
        "environ",
        "pour",
        "par",
        "en",
        "sur",
        "à",
        "au",
        "et",
        "ou",
        "dans",
        "depuis",
        "contre",
        "entre",
        "ont",
        "est",
        "sont",
        "a",
    ];
    let written = &text.prose[item.span.clone()];
    if !written.ends_with("ième") {
        return None;
    }
    let before = text.prose[..item.span.start].trim_end_matches(is_blank);
    let article = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let behind = &text.prose[item.span.end..];
    let next = behind.strip_prefix(is_blank).map_or("", |rest| rest.trim_start_matches(is_blank));
    let next = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_share = matches!(article, "un" | "Un")
        && (AFTER.contains(&next) || next.is_empty() && !behind.starts_with(['-', '\u{2011}']));
    item.whole()
        .filter(|number| is_share && (5..=20).contains(number))
        .and_then(|number| u8::try_from(number).ok())
}

/// The rank of `le douzième film`; but a class of school has the name of one: `en sixième`.
fn ordinal(text: &Text<'_>, item: &Item) -> Option<u8> {
    let before = text.prose[..item.span.start].trim_end_matches(is_blank);
    let before = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_class = matches!(before, "en" | "En" | "de");
    let rank = item.whole().and_then(|rank| u8::try_from(rank).ok())?;
    (text.prose[item.span.clone()].ends_with("ième") && !is_class && rank > 5).then_some(rank)
}

/// The rank of `la seconde place`: a second of time is counted, or something follows that is no noun.
fn second(text: &Text<'_>, span: &Span) -> Option<u8> {
    /// What stands before the rank.
    const BEFORE: [&str; 10] = ["la", "La", "une", "Une", "sa", "leur", "cette", "Cette", "ma", "notre"];
    /// What follows a second of time.
    const AFTER: [&str; 20] = [
        "de", "du", "des", "d", "près", "où", "et", "ou", "plus", "par", "qui", "que", "avant", "après", "à",
        "en", "pour", "dans", "sur", "suivante",
    ];
    if !matches!(&text.prose[span.clone()], "seconde" | "Seconde") {
        return None;
    }
    let before = text.prose[..span.start].trim_end_matches(is_blank);
    let before = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let after = text.prose[span.end..].strip_prefix(is_blank)?;
    let after =
        after.split(|c: char| !c.is_alphabetic()).next().filter(|word| word.chars().nth(2).is_some())?;
    (BEFORE.contains(&before) && !AFTER.contains(&after)).then_some(2)
}
