//! Where links, images, references and tags lead: to the same targets, in any order.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::locale::{are_examples, is_in_language, is_script, may_differ};
use super::{BRACKETS, RULE};
use crate::check::labels::alone;
use crate::check::scan::{CROWD, Kind, Text};
use crate::check::script::Script;
use crate::check::{Headings, Pair, Problem, Shared, unmatched};
use crate::document::decoded;
use crate::text::{Span, common};

/// What leads somewhere, and where its target stands.
type Destination = (Kind, Span);

/// Tells the first target that is another one, is lost or is new: whether there is none.
pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    let (wanted, added) = differing(pair);
    let lost = wanted.get(added.len()..).and_then(<[_]>::first);
    match (wanted.first(), added.first()) {
        (Some(was), Some(is)) => {
            problems.push(turned(pair, was, is).unwrap_or_else(|| changed(pair, was, is)));
            let is_elsewhere = pair.source.text.raw[was.1.clone()] != pair.translation.raw[is.1.clone()];
            problems.extend(lost.filter(|_| is_elsewhere).map(|lost| missing(pair, lost)));
        }
        (Some(lost), None) => problems.push(missing(pair, lost)),
        (None, Some(added)) => problems.push(new(pair, added)),
        (None, None) => return true,
    }
    false
}

/// The targets that only the French has, and those that only the translation has.
fn differing(pair: &Pair<'_>) -> (Vec<Destination>, Vec<Destination>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let shortcuts = &pair.source.shortcuts;
    let (mut wanted, mut here) = (targets(french), targets(text));
    wanted.extend(shortcuts.iter().map(|label| (Kind::Reference, label.clone())));
    if !shortcuts.is_empty() {
        let labels: FxHashSet<String> =
            shortcuts.iter().map(|label| french.raw[label.clone()].to_lowercase()).collect();
        let own = alone(text.raw).filter(|own| labels.contains(&text.raw[own.clone()].to_lowercase()));
        here.extend(own.take(2 * CROWD).map(|label| (Kind::Reference, label)));
    }
    let is_same = |(other, wanted): &Destination, (kind, here): &Destination| {
        // A link of Markdown that became one of HTML leads where it led: `markup` tells of the tag.
        let is_link = matches!((other, kind), (Kind::Link, Kind::Tag) | (Kind::Tag, Kind::Link));
        (other == kind || is_link) && is_same(*kind, &french.raw[wanted.clone()], &text.raw[here.clone()])
    };
    let mut added = unmatched::added(&mut wanted, here, is_same);
    added.retain(|(kind, here)| *kind != Kind::Reference || may_be_new(pair, here));
    localized(pair, &mut wanted, &mut added);
    of_headings(pair, &mut wanted, &mut added);
    if let Some((_, is)) = added.first() {
        // The target that it is most like comes first: that one was changed, and others were lost.
        let likeness = |span: &Span| {
            let (head, tail) = common(&french.raw[span.clone()], &text.raw[is.clone()]);
            head + tail
        };
        wanted.sort_by_key(|(_, span)| Reverse(likeness(span)));
    }
    (wanted, added)
}

/// Takes away pairs of targets that the project localises: the same number leaves as comes.
fn localized(pair: &Pair<'_>, wanted: &mut Vec<Destination>, added: &mut Vec<Destination>) {
    if pair.settings.localized_links.is_empty() {
        return;
    }
    let french = pair.source.text.raw;
    let mut at = 0;
    while at < wanted.len() {
        if may_differ(&french[wanted[at].1.clone()], pair)
            && let Some(found) = added.iter().position(|(kind, span)| {
                let here = &pair.translation.raw[span.clone()];
                *kind == wanted[at].0
                    && !span.is_empty()
                    && !is_script(here)
                    && leads_there(pair, &french[wanted[at].1.clone()], here) != Some(false)
            })
        {
            added.remove(found);
            wanted.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Takes away pairs of links to a page of which the one of the translation leads to a heading there: builders make its
/// address of the heading's words, which are others in each language.
fn of_headings(pair: &Pair<'_>, wanted: &mut Vec<Destination>, added: &mut Vec<Destination>) {
    let Some(headings) = pair.headings else { return };
    let french = pair.source.text.raw;
    wanted.retain(|(kind, span)| {
        let was = &french[span.clone()];
        let leads = |(other, here): &Destination| {
            let places = places(was, &pair.translation.raw[here.clone()]);
            other == kind && places.is_some_and(|places| leads(headings, places) == Some(true))
        };
        match added.iter().position(leads) {
            Some(found) => {
                added.remove(found);
                false
            }
            None => true,
        }
    });
}

/// The page that two addresses lead to, and the places in it that they name, if nothing else differs.
fn places<'a>(was: &'a str, here: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
    let ((page, was), (path, is)) = (was.split_once('#')?, here.split_once('#')?);
    // A shortcode has it in quotes.
    let inner = path.rsplit_once('"').map_or(path, |(_, inner)| inner.trim_start_matches('/'));
    let end = |place: &'a str| place.split('"').next().unwrap_or_default();
    let is_place = page == path && !end(is).is_empty() && !path.contains(':') && !path.starts_with('/');
    is_place.then_some((inner, end(was), end(is)))
}

/// Whether the addresses lead to the same heading, if that is known.
fn leads(headings: &dyn Headings, (path, was, is): (&str, &str, &str)) -> Option<bool> {
    headings.leads(path, &decoded(was), &decoded(is))
}

/// Whether an address from the root, which leads to the French page in the language of the translation, leads to the same
/// heading there.
fn leads_there(pair: &Pair<'_>, was: &str, here: &str) -> Option<bool> {
    let ((page, was), (path, is)) = (was.split_once('#')?, here.split_once('#')?);
    let is_place = path.starts_with('/') && !is.is_empty() && !may_be_spelled(pair, is);
    let headings = pair.headings.filter(|_| is_place && is_in_language(page, path, pair))?;
    leads(headings, (path, was, is))
}

/// Whether a builder may have written the letters of another script so: some do in Latin ones, and nobody knows how.
fn may_be_spelled(pair: &Pair<'_>, fragment: &str) -> bool {
    fragment.is_ascii() && pair.target.script != Script::Latin
}

/// Whether the words in the second brackets of `[words][label]`, which the French has not, may be a label.
fn may_be_new(pair: &Pair<'_>, here: &Span) -> bool {
    let (french, text) = (&pair.source.text, &pair.translation);
    // Where the French has none, they are brackets and no link: Chinese puts what a screen shows into them, [工具][选项].
    let has_labels = !pair.source.shortcuts.is_empty() || french.spans(Kind::Reference).next().is_some();
    // In a French whose page isn't at hand, any words in brackets may be a link: [the map][plan] for [plan].
    let is_own = |own: Span| is_label(&french.raw[own], &text.raw[here.clone()]);
    has_labels && !alone(french.raw).any(is_own)
}

/// Where the links of a text lead, in order; `href` and `src` of tags too.
fn targets(text: &Text<'_>) -> Vec<Destination> {
    let mut targets = Vec::new();
    for token in &text.tokens {
        match token.kind {
            Kind::Link | Kind::Image | Kind::Reference | Kind::Address => {
                targets.push((token.kind, token.span.clone()))
            }
            Kind::Tag => {
                for attribute in ["href", "src"] {
                    let tag = &text.raw[token.span.clone()];
                    // Blanks may stand around the sign: `href = "plan.html"`. But `hreflang` is another one.
                    let mut named = tag.match_indices(attribute);
                    let value =
                        named.find_map(|(at, name)| tag[at + name.len()..].trim_start().strip_prefix('='));
                    if let Some(value) = value {
                        let body = value.trim_start().trim_start_matches(['"', '\'']);
                        let begin = token.span.start + tag.len() - body.len();
                        let length = body.find(['"', '\'', '>', ' ']).unwrap_or(body.len());
                        targets.push((Kind::Tag, begin..begin + length));
                    }
                }
            }
            Kind::Code | Kind::Footnote | Kind::Placeholder | Kind::Entity | Kind::Math | Kind::Escape => {}
        }
    }
    targets
}

/// Whether two targets are one; labels are so whatever their capitals.
fn is_same(kind: Kind, a: &str, b: &str) -> bool {
    a == b
        || kind == Kind::Reference && is_label(a, b)
        || is_same_tag(a, b)
        // The angle brackets around an address are none of it.
        || kind == Kind::Link && a.trim_matches(['<', '>']) == b.trim_matches(['<', '>'])
}

/// Whether two tags of the page builder are one but for their blanks: `{{<ref "plan.md">}}`.
fn is_same_tag(a: &str, b: &str) -> bool {
    let bare = |tag: &str| tag.split_whitespace().collect::<String>();
    [a, b].iter().all(|tag| tag.starts_with("{{") || tag.starts_with("{%")) && bare(a) == bare(b)
}

fn is_label(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

/// An image that became a link, or a link an image.
fn turned(pair: &Pair<'_>, (was, lost): &Destination, (is, added): &Destination) -> Option<Problem> {
    let (what, became, help) = match (was, is) {
        (Kind::Image, Kind::Link) => ("the image", "a link", "write ! before its brackets"),
        (Kind::Link, Kind::Image) => ("the link to", "an image", "delete the ! before its brackets"),
        _ => return None,
    };
    let wanted = &pair.source.text.raw[lost.clone()];
    (*wanted == pair.translation.raw[added.clone()]).then(|| {
        let message = format!("{what} {wanted} became {became}");
        Problem::error(RULE, added.clone(), message).of_french(lost.clone()).help(help)
    })
}

fn changed(pair: &Pair<'_>, (_, lost): &Destination, (_, added): &Destination) -> Problem {
    let (wanted, here) = (&pair.source.text.raw[lost.clone()], &pair.translation.raw[added.clone()]);
    let message = if here.is_empty() {
        format!("the link to {wanted} leads nowhere")
    } else if here == wanted {
        format!("the link to {wanted} has lost its brackets")
    } else {
        format!("the link to {wanted} leads to {here}")
    };
    let leads_there = leads_there(pair, wanted, here);
    let is_localized = leads_there == Some(true) || is_in_language(wanted, here, pair);
    let fragment = places(wanted, here).filter(|_| pair.headings.is_some()).map(|(.., fragment)| fragment);
    let help = if here == wanted {
        BRACKETS.to_owned()
    } else if leads_there == Some(false) {
        "there the heading is translated: write the address that is made of its words".to_owned()
    } else if is_localized {
        format!("write {wanted}, or name what may differ in links.localize of drogman.toml")
    } else if fragment.is_some() {
        format!("write the address of the French: {wanted}, or that of the same heading in translation")
    } else if is_compound(wanted, here) {
        format!("set the word apart, or programs take it for a part of the address: {wanted}")
    } else {
        format!("write the address of the French: {wanted}")
    };
    let is_elsewhere = here != wanted && !here.is_empty() && !is_script(here);
    let shared = is_elsewhere.then(|| Shared::told_as(&message));
    let may_be_spelled = fragment.is_some_and(|fragment| may_be_spelled(pair, fragment));
    // Readers are sent to a page in their language: meant so, only that the project hasn't said it.
    let new = if is_localized
        || leads_there.is_some()
        || may_be_spelled
        || is_compound(wanted, here)
        || are_examples(wanted, here)
    {
        Problem::warning
    } else {
        Problem::error
    };
    let problem = new(RULE, added.clone(), message).of_french(lost.clone()).help(help);
    Problem { shared, ..problem }
}

/// Whether a word is joined to the address of the French, as German does: `liste@ville.fr-Mailingliste`.
fn is_compound(wanted: &str, here: &str) -> bool {
    let word = here.strip_prefix(wanted).and_then(|rest| rest.strip_prefix(['-', '\u{2011}']));
    word.is_some_and(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
}

/// A target of the French that no link of the translation has.
fn missing(pair: &Pair<'_>, (kind, lost): &Destination) -> Problem {
    let wanted = &pair.source.text.raw[lost.clone()];
    let what = if *kind == Kind::Image { "image" } else { "link" };
    let help = if pair.translation.raw.contains(wanted) { BRACKETS } else { "copy it from the French" };
    let problem = Problem::error(RULE, 0..0, format!("the {what} to {wanted} is missing"));
    problem.of_french(lost.clone()).help(help)
}

fn new(pair: &Pair<'_>, (_, added): &Destination) -> Problem {
    let here = &pair.translation.raw[added.clone()];
    let message = format!("the French has no link to {here}");
    // A script address is never a translator's.
    let shared = (!is_script(here)).then(|| Shared::told_as(&message));
    let problem = Problem::error(RULE, added.clone(), message);
    Problem { shared, ..problem.help("delete it, or add it to the French first") }
}
