//! What a language sets off in its own way, and may: quoted words that are bold on a screen in English, names
//! and titles that are italic in one language and quoted in the other, the two words of a French negation.

use super::{BOLD, ITALIC, Passages};
use crate::check::Pair;
use crate::check::scan::{CROWD, MARK, Text};
use crate::check::script::Script;
use crate::text::Span;

/// Whether passages of the French, set off in the way that is `lost` here, may stand without marks.
pub(super) fn may_go(pair: &Pair<'_>, lost: usize, french: &Passages, here: &Passages) -> bool {
    lost == ITALIC
        && match pair.target.script {
            script if script.is_unspaced() => are_titles(pair, french, here),
            // Russian and its neighbours quote titles.
            Script::Cyrillic => {
                quotations(&pair.translation)
                    >= quotations(&pair.source.text) + french[ITALIC].len() - here[ITALIC].len()
            }
            _ => false,
        }
}

/// Whether words that are no longer italic may be none of another language here: French sets *commits* in italics, English
/// has no reason to.
pub(super) fn may_be_at_home(pair: &Pair<'_>, lost: usize, french: &Passages, here: &Passages) -> bool {
    let count = french[lost].len() - here[lost].len();
    let text = &pair.translation;
    let is_italic =
        |words: &str| here[ITALIC].iter().take(CROWD).any(|span| inside(&text.raw[span.clone()]) == words);
    let is_at_home = |span: &&Span| {
        let words = inside(&pair.source.text.raw[(*span).clone()]);
        !words.contains(char::is_uppercase) && stands_in(&text.prose, words) && !is_italic(words)
    };
    lost == ITALIC && french[lost].iter().take(CROWD).filter(is_at_home).count() >= count
}

/// Whether passages may be set off in the way of which there is more here than in the French.
pub(super) fn may_come(pair: &Pair<'_>, added: usize, french: &Passages, here: &Passages) -> bool {
    let more = here[added].len() - french[added].len();
    are_quoted(pair, more)
        || added == ITALIC && may_be_in_italics(pair, &french[ITALIC], &here[ITALIC]) >= more
}

/// French says no in two words, `il **ne** faut **pas**`, where others have one to set off.
pub(super) fn without_first_of_negation(french: &str, bold: &mut Vec<Span>, here: usize) {
    let is_first = |span: &Span| matches!(inside(&french[span.clone()]), "ne" | "n’" | "n'");
    if bold.len() > here
        && let Some(first) = bold.iter().position(is_first)
    {
        bold.remove(first);
    }
}

/// How many passages a translation may set in italics though the French doesn't: words that it keeps as the French has them
/// (the *tribunal judiciaire*; ships and papers by their names), and what a title means, in brackets behind it.
fn may_be_in_italics(pair: &Pair<'_>, french: &[Span], here: &[Span]) -> usize {
    let (source, text) = (&pair.source.text, &pair.translation);
    let is_free = |(at, span): &(usize, &Span)| {
        let is_gloss = *at > 0 && {
            let between = text.prose.get(here[at - 1].end..span.start).unwrap_or_default();
            matches!(between.trim_matches(|c: char| c == MARK || c.is_whitespace()), "(" | "[" | "（")
        };
        let words = inside(&text.raw[(*span).clone()]);
        // What the French has in italics is no more than that.
        let is_italic = || french.iter().any(|there| source.raw[there.clone()].contains(words));
        is_gloss || stands_in(&source.prose, words) && !is_italic()
    };
    here.iter().take(CROWD).enumerate().filter(is_free).count()
}

/// A passage without the marks around it.
fn inside(passage: &str) -> &str {
    passage.trim_matches(['*', '_'])
}

/// Whether words stand in a text as they are, and not as a part of others.
fn stands_in(prose: &str, words: &str) -> bool {
    words.contains(char::is_alphabetic)
        && prose.match_indices(words).any(|(at, _)| {
            !prose[..at].ends_with(char::is_alphanumeric)
                && !prose[at + words.len()..].starts_with(char::is_alphanumeric)
        })
}

/// Whether so many passages stand between quotation marks in the French, and between none here: manuals in English
/// set what is on the screen in bold (**Save**) where French quotes it.
fn are_quoted(pair: &Pair<'_>, added: usize) -> bool {
    quotations(&pair.source.text) >= quotations(&pair.translation) + added
}

/// How many quotations a text opens.
fn quotations(text: &Text<'_>) -> usize {
    const OPENING: [char; 5] = ['«', '“', '„', '「', '『'];
    // A mark of the keyboard both opens and closes, and “ closes what „ opened.
    let closing = text.prose.matches('„').count().min(text.prose.matches('“').count());
    text.prose.matches(OPENING).count() - closing + text.prose.matches('"').count() / 2
}

/// Whether so many titles stand between title marks that the French does not explain by quotation marks of its own.
/// Japanese and Chinese set titles in these, and seldom in italics.
fn are_titles(pair: &Pair<'_>, french: &Passages, here: &Passages) -> bool {
    let raw = pair.translation.raw;
    let titles = raw.matches(['『', '《']).count();
    let quoted = pair.source.text.prose.matches(['«', '“', '"']).count();
    // What the French quotes may stand between the marks of quotations.
    let quoted = quoted.saturating_sub(raw.matches('「').count());
    // A mark that marks nothing was to make it italic.
    let is_left = raw.matches(['*', '_']).count() != here[BOLD].len() * 4 + here[ITALIC].len() * 2;
    titles + here[ITALIC].len() >= french[ITALIC].len() + quoted && !is_left
}
