//! What readers see or hear of a link, an image or a tag beside its words: titles and descriptions, which are
//! translated.

use super::RULE;
use crate::check::scan::{Kind, Text, Token};
use crate::check::script::Script;
use crate::check::{Pair, Problem, vocabulary};
use crate::text::Span;

/// Attributes whose values are words, of HTML or of what builders and themes give their components
/// (`<Badge text="nouveau" />`).
pub(in crate::check) const SEEN: [&str; 9] =
    ["alt", "title", "aria-label", "placeholder", "text", "label", "caption", "subtitle", "tooltip"];

/// Tells the first of a text that is amiss.
pub(super) fn report(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let of_links = || pair.translation.tokens.iter().filter(is_link).find_map(|link| of_link(pair, link));
    problems.extend(of_tags(pair).or_else(of_links));
}

fn is_link(token: &&Token) -> bool {
    matches!(token.kind, Kind::Link | Kind::Image) && !token.span.is_empty()
}

fn of_link(pair: &Pair<'_>, link: &Token) -> Option<Problem> {
    let (french, text) = (&pair.source.text, &pair.translation);
    let title = title_behind(text.raw, link.span.end);
    between_other_marks(text, link, title).or_else(|| {
        let target = &text.raw[link.span.clone()];
        let is_same = |there: &&Token| there.kind == link.kind && french.raw[there.span.clone()] == *target;
        let mut same = french.tokens.iter().filter(is_link).filter(is_same);
        let (Some(origin), None) = (same.next(), same.next()) else { return None };
        of_title(pair, link, title, origin).or_else(|| of_description(pair, link, origin))
    })
}

/// Where a title stands behind a link.
fn place(text: &Text<'_>, link: &Token, title: &str) -> Span {
    let begin = link.span.end + text.raw[link.span.end..].find(title).unwrap_or_default();
    begin..begin + title.len()
}

/// A title between marks that Markdown doesn't know, which makes no link at all: `[mot](/page „Titel“)`.
fn between_other_marks(text: &Text<'_>, link: &Token, title: &str) -> Option<Problem> {
    let mut inner = title.chars();
    let (open, close) = inner.next().zip(inner.next_back())?;
    if !"„“”«»‚‘’「『〝".contains(open) {
        return None;
    }
    let is_mark = |c: char| "„“”«»‚‘’「」『』〝〟\"".contains(c) || c.is_whitespace();
    let (target, words) = (&text.raw[link.span.clone()], title.trim_matches(is_mark));
    let message =
        format!("the title of the link to {target} stands between {open} and {close}, so that it is no link");
    let problem = Problem::error(RULE, place(text, link, title), message);
    Some(problem.help(format!("write straight marks: \"{words}\"")))
}

/// A title that the French has, and the translation hasn't or has in French. `origin`: the only link to the
/// same target.
fn of_title(pair: &Pair<'_>, link: &Token, title: &str, origin: &Token) -> Option<Problem> {
    let text = &pair.translation;
    let (target, wanted) =
        (&text.raw[link.span.clone()], title_behind(pair.source.text.raw, origin.span.end));
    if title.is_empty() && !wanted.is_empty() {
        let message = format!("the link to {target} has lost its title");
        let problem = Problem::warning(RULE, link.span.clone(), message).of_french(origin.span.clone());
        return Some(problem.help(format!("translate it, too: {wanted} behind the address")));
    }
    is_left(pair, title, wanted).then(|| {
        let message = format!("the title of the link to {target} is still in French");
        Problem::warning(RULE, place(text, link, title), message)
            .help("translate it: readers see it when they point at the link")
    })
}

/// The same of what an image shows.
fn of_description(pair: &Pair<'_>, image: &Token, origin: &Token) -> Option<Problem> {
    if image.kind != Kind::Image {
        return None;
    }
    let text = &pair.translation;
    let target = &text.raw[image.span.clone()];
    let (here, wanted) = (&text.raw[image.text.clone()], &pair.source.text.raw[origin.text.clone()]);
    if is_left(pair, here, wanted) {
        let message = format!("the description of the image {target} is still in French");
        return Some(
            Problem::warning(RULE, image.text.clone(), message)
                .help("translate it: it is read aloud where the image can't be seen"),
        );
    }
    (here.trim().is_empty() && !wanted.trim().is_empty()).then(|| {
        let message = format!("the image {target} has lost its description");
        Problem::warning(RULE, image.span.clone(), message)
            .of_french(origin.text.clone())
            .help(format!("translate it between the brackets: {wanted}"))
    })
}

/// What stands behind a link's address, up to the bracket that closes it.
fn title_behind(raw: &str, target_end: usize) -> &str {
    let rest = &raw[target_end..];
    if !rest.starts_with([' ', '\t', '\n']) {
        return "";
    }
    let (mut depth, mut quoted) = (0_usize, false);
    for (at, c) in rest.char_indices().take(2048) {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' => depth += 1,
            ')' if depth == 0 => return rest[..at].trim(),
            ')' => depth -= 1,
            _ => {}
        }
    }
    ""
}

/// What readers see or hear of a tag, and it is still in French.
fn of_tags(pair: &Pair<'_>) -> Option<Problem> {
    let text = &pair.translation;
    let here = seen(text);
    if here.is_empty() {
        return None;
    }
    let french = seen(&pair.source.text);
    let (name, span) = here.into_iter().find(|(name, span)| {
        french.iter().any(|(other, there)| {
            name == other && is_left(pair, &text.raw[span.clone()], &pair.source.text.raw[there.clone()])
        })
    })?;
    let help = match name {
        "title" => "translate it: readers see it when they point at the words",
        "placeholder" => "translate it: readers see it in the empty field",
        "alt" | "aria-label" => "translate it: it is read aloud",
        _ => "translate it: readers see it",
    };
    let message = format!("the “{name}” of a tag is still in French");
    Some(Problem::warning(RULE, span, message).help(help))
}

/// The values of the tags of a text that readers see or hear, with the names of their attributes.
fn seen(text: &Text<'_>) -> Vec<(&'static str, Span)> {
    let of_tag = |tag| SEEN.iter().filter_map(move |name| Some((*name, value(text.raw, tag, name)?)));
    text.spans(Kind::Tag).flat_map(of_tag).collect()
}

/// The value between marks of an attribute of a tag.
fn value(raw: &str, tag: &Span, name: &str) -> Option<Span> {
    let written = &raw[tag.clone()];
    let at =
        written.match_indices(name).map(|(at, _)| at).find(|at| written[..*at].ends_with([' ', '\n']))?;
    let rest = written[at + name.len()..].strip_prefix('=')?;
    let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let begin = tag.start + written.len() - rest.len() + 1;
    let length = rest[1..].find(mark)?;
    Some(begin..begin + length)
}

/// Whether words are those of the French, letter for letter, and surely French: a small word of it is none here.
fn is_left(pair: &Pair<'_>, words: &str, french: &str) -> bool {
    let own = pair.target.vocabulary;
    if words != french || own == 0 {
        return false;
    }
    let (read, theirs) = (Text::new(words), vocabulary::bit("fr"));
    let meanings = read.words.iter().filter(|word| !word.capital).map(vocabulary::meanings);
    let (mut small, mut is_theirs) = (0, false);
    for bits in meanings {
        small += 1;
        is_theirs |= bits & theirs != 0 && bits & own == 0;
    }
    // In another alphabet, three words are no name.
    let is_strange = || pair.target.script != Script::Latin && read.words.len() >= 3;
    small >= 2 && (is_theirs || is_strange())
}
