//! Tags: those of the French are in the translation, closed in order, and each with its attributes.

use super::elements::{Element, elements, names_beyond_ascii};
use super::{RULE, comments, keys, values};
use crate::check::scan::{Kind, Text};
use crate::check::{Format, Pair, Problem, unmatched};
use crate::text::Span;

/// Tags are those of the French: a new one, a new attribute or a script address is not a translator's.
pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let (mut wanted, mut here) = (elements(french), elements(text));
    if pair.source.format == Format::Markdown {
        wanted.retain(|element| !comments::is_note(element, french));
        here.retain(|element| !comments::is_note(element, text));
    }
    let is_same = |wanted: &Element<'_>, here: &Element<'_>| wanted.is_same(here, french.raw);
    let mut added = unmatched::added(&mut wanted, here, is_same);
    if !added.is_empty() || !wanted.is_empty() {
        without_names(french, &mut wanted, text, &mut added);
    }
    without_ordinals(french.raw, &mut wanted);
    match (wanted.first(), added.first()) {
        (_, Some(added)) => {
            let tag = &text.raw[added.span.clone()];
            problems.push(
                Problem::error(RULE, added.span.clone(), format!("the French has no tag {tag}")).help(
                    match wanted.first() {
                        Some(wanted) => format!("copy the French tag {}", &french.raw[wanted.span.clone()]),
                        None => "delete it: tags and their attributes are those of the French".to_owned(),
                    },
                ),
            );
        }
        (Some(wanted), None) => problems.push(
            Problem::error(RULE, 0..0, format!("the tag {} is missing", &french.raw[wanted.span.clone()]))
                .of_french(wanted.span.clone())
                .help("tags come in pairs, and are copied as they are"),
        ),
        (None, None) => {
            values::unclosed(pair, problems);
            values::typographic(pair, problems);
            crossed(pair, problems);
            keys::pressed(pair, problems);
        }
    }
}

/// Takes away the names between angle brackets that stand for something to be written, as many in both texts: they are
/// told in the language of the translation.
fn without_names(
    french: &Text<'_>,
    wanted: &mut Vec<Element<'_>>,
    text: &Text<'_>,
    added: &mut Vec<Element<'_>>,
) {
    let is_wanted = |element: &Element<'_>| {
        element.is_name(french) && element.name.starts_with(|c: char| !c.is_uppercase())
    };
    let is_written = |element: &Element<'_>| element.is_name(text);
    let theirs = wanted.iter().filter(|element| is_wanted(element)).count() + names_beyond_ascii(french);
    let ours = added.iter().filter(|element| is_written(element)).count() + names_beyond_ascii(text);
    if theirs == ours {
        wanted.retain(|element| !is_wanted(element));
        added.retain(|element| !is_written(element));
    }
}

/// French raises the endings of ordinals and titles, `XIX<sup>e</sup>` and `n<sup>o</sup>`, which other languages don't
/// have: their tags may go.
fn without_ordinals(french: &str, wanted: &mut Vec<Element<'_>>) {
    const RAISED: [&str; 18] = [
        "e", "er", "re", "ère", "ers", "res", "es", "ème", "eme", "o", "os", "d", "de", "nd", "nde", "me",
        "lle", "r",
    ];
    let is_ordinal = |element: &Element<'_>| {
        let inner = french[element.span.end..].split('<').next().unwrap_or_default();
        element.name == "sup" && RAISED.contains(&inner)
    };
    let mut gone = 0;
    wanted.retain(|element| {
        let goes = is_ordinal(element);
        gone += usize::from(goes);
        !goes
    });
    wanted.retain(|element| {
        let goes = element.name == "/sup" && gone > 0;
        gone -= usize::from(goes);
        !goes
    });
}

/// A closing tag in the place of another: `<b>words <i>more</b></i>`, `</b>words<b>`.
fn crossed(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if first_crossed(&pair.source.text).is_none()
        && let Some(span) = first_crossed(&pair.translation)
    {
        let tag = &pair.translation.raw[span.clone()];
        let message = format!("{tag} closes no tag here, or closes them in another order");
        problems.push(
            Problem::error(RULE, span, message)
                .help("close first what was opened last: <b>words <i>more</i></b>"),
        );
    }
}

fn first_crossed(text: &Text<'_>) -> Option<Span> {
    let mut open: Vec<&str> = Vec::new();
    let closing: Vec<&str> = text
        .written(Kind::Tag)
        .filter_map(|tag| tag.strip_prefix("</")?.strip_suffix('>').map(str::trim))
        .collect();
    if closing.is_empty() {
        return None;
    }
    let mut tags = text.spans(Kind::Tag);
    let crossed = tags.find(|span| {
        let tag = &text.raw[(*span).clone()];
        let inner = tag[1..tag.len() - 1].trim_start_matches('/');
        let name = &inner[..inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len())];
        if name.is_empty() || name.starts_with('!') {
            return false;
        }
        if !tag.starts_with("</") {
            // Of those that nothing closes, nothing is to be said.
            if !tag.ends_with("/>") && closing.iter().any(|other| other.eq_ignore_ascii_case(name)) {
                open.push(name);
            }
            return false;
        }
        open.pop().is_none_or(|last| !last.eq_ignore_ascii_case(name))
    });
    crossed.cloned()
}
