//! What a figure leaves behind that is lost: *RAID-* for RAID-1, `α >` for `α > 0`, *Überschrift bis Überschrift 8* for titre 1
//! à titre 8.
//!
//! Asked of figures that the translation may say in another form, in an article above all, or once for two: what stands at
//! them in the French stands here as often, and once more without a figure.

use std::ops::Range;

use crate::check::lists::Words;
use crate::check::numbers::compare::{Comparison, Found, at_number, noun};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::{Value, digit};
use crate::check::script::script;

/// Signs that stand at figures.
const SIGNS: [char; 17] =
    ['+', '<', '>', '=', '≤', '≥', '×', '*', '^', '$', '#', '%', '€', '£', '°', '/', '&'];
/// Letters of a word that stands apart from its figure; what is shorter is often a small word.
const WORD: usize = 4;

/// What closes brackets and quotes.
const CLOSING: [char; 10] = [')', '）', ']', '»', '”', '“', '」', '’', '\'', '"'];
/// French words that stand in front of figures, and in front of other things.
static SMALL: Words = Words::of("no-figure");

/// On which side of a figure something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// Whether a French figure may be in no figure of the translation, but in a word that may be an article, or left out.
pub(super) fn may_be_torn(comparison: &Comparison<'_>, at: usize) -> bool {
    let is_own = match comparison.found[at] {
        Some(Found::At(here) | Found::Loosely(Some(here))) => comparison.here.items[here].kind != Kind::Soft,
        Some(Found::Loosely(None)) | None => false,
        Some(_) => true,
    };
    comparison.french.items[at].kind == Kind::Digits && !is_own && !may_be_english_article(comparison, at)
}

/// Whether the one of a measure may be in an English article, which is read as no number: a full minute.
fn may_be_english_article(comparison: &Comparison<'_>, at: usize) -> bool {
    comparison.target.language == "en"
        && comparison.french.items[at].value == Some(Value::whole(1))
        && at_number(&comparison.french.measures, at).is_some()
        && comparison.text.has_word(|word| matches!(word, "a" | "A" | "an" | "An"))
}

/// Whether what stands at a French figure stands in the translation without one.
pub(super) fn is_torn(comparison: &Comparison<'_>, at: usize) -> bool {
    let item = &comparison.french.items[at];
    [Side::Before, Side::Behind].into_iter().any(|side| is_bare(comparison, at, side))
        || is_in_empty_brackets(comparison, item)
        || is_end_of_open_range(comparison, item)
}

/// Whether what stands on this side of a French figure is in the translation without one.
fn is_bare(comparison: &Comparison<'_>, at: usize, side: Side) -> bool {
    let (source, text) = (comparison.source, comparison.text);
    let Some(what) = at_figure(&source.prose, &comparison.french.items[at], side) else { return false };
    let here = match text.prose.contains(what) {
        true => what,
        // The word that the translation has at another figure of that kind.
        false if !what.starts_with(SIGNS) => match sibling(comparison, at, what, side) {
            Some(here) => here,
            None => return false,
        },
        false => return false,
    };
    // Button1 is not said by the article of *a Button*.
    let item = &comparison.french.items[at];
    let value = item.value.filter(|_| !item.traits.coded);
    let was = count(&source.prose, &comparison.french.items, what, side, None);
    let is = count(&text.prose, &comparison.here.items, here, side, value);
    is.alone > was.alone && is.at_figures < was.at_figures
}

/// The sign or word on one side of a figure.
fn at_figure<'p>(prose: &'p str, item: &Item, side: Side) -> Option<&'p str> {
    match side {
        Side::Before => {
            let all = &prose[..item.span.start];
            let near = all.trim_end_matches(is_blank);
            let is_apart = near.len() < all.len();
            let signs = &near[near.trim_end_matches(SIGNS).len()..];
            if !signs.is_empty() {
                // The parts of a date and of a fraction change their signs.
                let is_part = signs == "/" && near[..near.len() - 1].ends_with(|c| digit(c).is_some());
                return Some(signs).filter(|_| !is_part);
            }
            // RAID-1
            let joined = near.strip_suffix('-').filter(|_| !is_apart).unwrap_or(near);
            let begin = joined.trim_end_matches(char::is_alphabetic).len();
            let word = &joined[begin..];
            let is_long = word.chars().nth(1).is_some() || joined.len() == near.len();
            (may_stand_at_figure(word, is_apart) && is_long).then_some(&near[begin..])
        }
        Side::Behind => {
            let all = &prose[item.span.end..];
            let near = all.trim_start_matches(is_blank);
            let is_apart = near.len() < all.len();
            let signs = &near[..near.len() - near.trim_start_matches(SIGNS).len()];
            if !signs.is_empty() {
                let is_part = signs == "/" && near[1..].starts_with(|c| digit(c).is_some());
                return Some(signs).filter(|_| !is_part);
            }
            let word = &near[..near.len() - near.trim_start_matches(char::is_alphabetic).len()];
            let may_be = !is_apart || noun(prose, item).is_some();
            // 2nd, 1er, 3e
            let is_ordinal = !is_apart && matches!(word, "er" | "re" | "nd" | "nde" | "ère" | "ème");
            (may_be && !is_ordinal && may_stand_at_figure(word, is_apart)).then_some(word)
        }
    }
}

/// Whether a word is long enough to be told from others without its figure.
fn may_stand_at_figure(word: &str, is_apart: bool) -> bool {
    let mut letters = word.chars();
    if is_apart && SMALL.all().iter().any(|small| small.eq_ignore_ascii_case(word)) {
        return false;
    }
    match (letters.next(), letters.next()) {
        // The D of 3D; but not the A of A4, which is a word of many languages.
        (Some(letter), None) => !is_apart && letter.is_uppercase() && !"AEIOUY".contains(letter),
        (Some(_), Some(_)) => !is_apart || word.chars().nth(WORD - 1).is_some(),
        (None, _) => false,
    }
}

/// What the translation has on that side of another figure, at which the French has the same word.
fn sibling<'c>(comparison: &Comparison<'c>, at: usize, what: &str, side: Side) -> Option<&'c str> {
    /// Letters of such a word.
    const SIBLING: usize = 3;
    let items = &comparison.french.items;
    let is_it = |other: &usize| {
        *other != at
            && items[*other].kind == Kind::Digits
            && at_figure(&comparison.source.prose, &items[*other], side) == Some(what)
    };
    let others = (0..items.len()).filter(is_it).filter_map(|other| match comparison.found[other] {
        Some(Found::At(here)) => Some(&comparison.here.items[here]),
        _ => None,
    });
    let prose: &str = &comparison.text.prose;
    let mut words = others.filter(|here| here.kind == Kind::Digits).filter_map(|here| {
        let word = at_figure_of_translation(prose, here, side);
        word.chars().nth(SIBLING - 1).is_some().then_some(word)
    });
    words.next()
}

/// The word on one side of a figure of the translation.
fn at_figure_of_translation<'p>(prose: &'p str, item: &Item, side: Side) -> &'p str {
    match side {
        Side::Before => {
            let near = prose[..item.span.start].trim_end_matches(is_blank);
            &near[near.trim_end_matches(char::is_alphabetic).len()..]
        }
        Side::Behind => {
            let near = prose[item.span.end..].trim_start_matches(is_blank);
            &near[..near.len() - near.trim_start_matches(char::is_alphabetic).len()]
        }
    }
}

/// How often something stands at a figure, and without one.
#[derive(Debug, Default)]
struct Count {
    at_figures: usize,
    alone: usize,
}

/// `value` is that of the figure, if it may be in words some words before.
fn count(prose: &str, items: &[Item], what: &str, side: Side, value: Option<Value>) -> Count {
    // The D of 3D is no level.
    let may_be_counted = what.chars().nth(1).is_some();
    let is_sign = what.starts_with(SIGNS);
    let goes_on = |c: Option<char>| {
        c.is_some_and(|c| match is_sign {
            true => SIGNS.contains(&c),
            false => c.is_alphabetic() && !script(c).is_unspaced(),
        })
    };
    let is_figure = |c: Option<char>| c.is_some_and(|c| digit(c).is_some());
    let mut all = Count::default();
    for (begin, _) in prose.match_indices(what) {
        let end = begin + what.len();
        let (before, behind) = (&prose[..begin], &prose[end..]);
        if goes_on(before.chars().next_back()) || goes_on(behind.chars().next()) {
            continue;
        }
        let near = match side {
            Side::Before => behind.trim_start_matches(is_blank).chars().next(),
            Side::Behind => before.trim_end_matches(is_blank).chars().next_back(),
        };
        let is_in_words = || match is_sign {
            true => is_before_own(items, end, value),
            false => may_be_counted && is_beside_word(prose, items, begin..end, value),
        };
        if is_figure(near) {
            all.at_figures += 1;
        } else if !is_in_words() {
            all.alone += 1;
        }
    }
    all
}

/// Whether the figure's own number stands in words behind a sign: x = one.
fn is_before_own(items: &[Item], end: usize, value: Option<Value>) -> bool {
    value.is_some()
        && items.iter().any(|item| {
            item.value == value && item.span.start.checked_sub(end).is_some_and(|between| between <= 1)
        })
}

/// Whether a number in words stands beside these bytes (first level, level one), or that of the figure some words before: *a
/// dozen quick questions*.
fn is_beside_word(prose: &str, items: &[Item], what: Range<usize>, value: Option<Value>) -> bool {
    /// Bytes between them.
    const NEAR: usize = 3;
    /// Bytes of the words between the figure's own number and what it counts.
    const OWN: usize = 24;
    let is_in_words = |between: &str| between.chars().all(|c| c.is_alphabetic() || is_blank(c) || c == '-');
    items.iter().filter(|item| item.kind != Kind::Digits).any(|item| {
        let before = what.start.checked_sub(item.span.end);
        let is_own = || value.is_some() && item.value == value;
        before.is_some_and(|between| between <= NEAR)
            || item.span.start.checked_sub(what.end).is_some_and(|between| between <= NEAR)
            || before.is_some_and(|between| between <= OWN)
                && is_own()
                && is_in_words(&prose[item.span.end..what.start])
    })
}

/// Whether nothing but a figure stands between brackets or quotes of the French, and nothing at all between such of the
/// translation.
fn is_in_empty_brackets(comparison: &Comparison<'_>, item: &Item) -> bool {
    const OPENING: [char; 9] = ['(', '（', '[', '«', '“', '„', '「', '‘', '\''];
    let prose: &str = &comparison.source.prose;
    let is_inside = prose[..item.span.start].trim_end_matches(is_blank).ends_with(OPENING)
        && prose[item.span.end..].trim_start_matches(is_blank).starts_with(CLOSING);
    let empty = |prose: &str| {
        prose
            .match_indices(OPENING)
            .filter(|(at, sign)| {
                let rest = prose[at + sign.len()..].trim_start_matches(is_blank);
                rest.starts_with(CLOSING)
            })
            .count()
    };
    is_inside && empty(&comparison.text.prose) > empty(prose)
}

/// Whether a figure is the end of a range of the French, and a range of the translation has no end: *pages 5-*.
fn is_end_of_open_range(comparison: &Comparison<'_>, item: &Item) -> bool {
    let Some(sign @ ('-' | '–')) = item.traits.joined else { return false };
    let open = |prose: &str| {
        let is_open = |(at, _): &(usize, &str)| {
            prose[..*at].ends_with(|c| digit(c).is_some())
                && prose[at + sign.len_utf8()..].chars().next().is_none_or(|c| CLOSING.contains(&c))
        };
        prose.match_indices(sign).filter(is_open).count()
    };
    open(&comparison.text.prose) > open(&comparison.source.prose)
}
