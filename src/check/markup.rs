//! Inline markup: what is bold, code, a note, a tag in the French is so in the translation.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::scan::{EMPHASIS, Kind, Text};
use super::{Format, Pair, Problem, Shared};
use crate::text::Span;

const RULE: &str = "markup";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let has_marks = |text: &Text<'_>| !text.tokens.is_empty() || text.has(EMPHASIS);
    if !has_marks(french) && !has_marks(text) || french.is_crowded() || text.is_crowded() {
        return;
    }
    let begun = problems.len();
    same_tokens(pair, Kind::Code, "code", "code is not translated: copy it sign for sign", problems);
    same_tokens(pair, Kind::Footnote, "the note", "copy its mark to where the note belongs", problems);
    same_tokens(pair, Kind::Math, "the formula", "copy it sign for sign", problems);
    tags(pair, problems);
    if pair.source.format == Format::Plain {
        return;
    }
    same_tokens(pair, Kind::Entity, "the entity", "copy it: the bare sign would be markup", problems);
    escapes(pair, problems);
    if problems.len() == begun && (french.has(EMPHASIS) || text.has(EMPHASIS)) {
        emphasis(pair, problems);
    }
}

/// The tokens of one kind are the same in both, in any order.
fn same_tokens(pair: &Pair<'_>, kind: Kind, what: &str, help: &'static str, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let of = |text: &Text<'_>| {
        text.tokens
            .iter()
            .filter(|token| token.kind == kind)
            .map(|token| token.span.clone())
            .collect::<Vec<Span>>()
    };
    let (mut wanted, here) = (of(french), of(text));
    let mut added = Vec::new();
    for span in here {
        match wanted.iter().position(|wanted| french.raw[wanted.clone()] == text.raw[span.clone()]) {
            Some(at) => {
                wanted.remove(at);
            }
            None => added.push(span),
        }
    }
    // Entities of signs are told by `characters`; here only what stood for markup.
    match (wanted.first(), added.first()) {
        (Some(wanted), Some(added)) => {
            let message =
                format!("{what} {} became {}", &french.raw[wanted.clone()], &text.raw[added.clone()]);
            let shared = Shared::told_as(&message);
            problems.push(
                Problem::error(RULE, added.clone(), message)
                    .of_french(wanted.clone())
                    .help(help)
                    .shared(shared),
            );
        }
        (Some(wanted), None) => {
            problems.push(
                Problem::error(RULE, 0..0, format!("{what} {} is missing", &french.raw[wanted.clone()]))
                    .help(help),
            );
        }
        (None, Some(added)) if kind != Kind::Entity && kind != Kind::Math => {
            let message = format!("the French has no {} here", &text.raw[added.clone()]);
            let shared = Shared::told_as(&message);
            problems.push(
                Problem::warning(RULE, added.clone(), message)
                    .help("write plain words, or mark up the French too")
                    .shared(shared),
            );
        }
        (None, Some(_) | None) => {}
    }
}

/// A tag's name, and what it carries beside words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Element<'a> {
    name: &'a str,
    /// Names of attributes, and the values of those that no translator touches.
    attributes: Vec<(&'a str, &'a str)>,
    span: Span,
}

/// Attributes whose values are words.
const WORDS: [&str; 6] = ["title", "alt", "aria-label", "placeholder", "lang", "hreflang"];

fn elements<'a>(text: &'a Text<'_>) -> Vec<Element<'a>> {
    text.tokens
        .iter()
        .filter(|token| token.kind == Kind::Tag)
        .map(|token| element(text.raw, token.span.clone()))
        .collect()
}

fn element(raw: &str, span: Span) -> Element<'_> {
    let inner = raw[span.start + 1..span.end - 1].trim_end_matches('/').trim();
    let (name, mut rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        let key = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let body = if quote.is_some() { &after[1..] } else { after };
            let end = match quote {
                Some(quote) => body.find(quote).unwrap_or(body.len()),
                None => body.find(char::is_whitespace).unwrap_or(body.len()),
            };
            value = &body[..end];
            rest = body[end..].trim_start_matches(['"', '\'']);
        }
        let value = if WORDS.contains(&key) || key == "href" || key == "src" { "" } else { value };
        attributes.push((key, value));
    }
    attributes.sort_unstable();
    Element { name, attributes, span }
}

/// Tags are those of the French: a new one, a new attribute or a script address is not a translator's.
fn tags(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let (mut wanted, here) = (elements(french), elements(text));
    let mut added = Vec::new();
    for element in here {
        match wanted
            .iter()
            .position(|wanted| wanted.name == element.name && wanted.attributes == element.attributes)
        {
            Some(at) => {
                wanted.remove(at);
            }
            None => added.push(element),
        }
    }
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
                .help("tags come in pairs, and are copied as they are"),
        ),
        (None, None) => {}
    }
}

/// `\*` in the French is a star to be read, and would be markup without its backslash.
fn escapes(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    for mark in ['*', '_', '|', '#', '<', '[', '~', '`', '$'] {
        let count = |text: &Text<'_>| {
            text.tokens
                .iter()
                .filter(|token| token.kind == Kind::Escape && text.raw[token.span.clone()].starts_with(mark))
                .count()
        };
        let (wanted, here) = (count(french), count(text));
        if here < wanted {
            // A sign that is gone altogether is gone with its backslash.
            let bare =
                text.raw.match_indices(mark).map(|(at, _)| at).find(|at| !text.raw[..*at].ends_with('\\'));
            if let Some(at) = bare {
                problems.push(
                    Problem::error(RULE, at..at + 1, format!("“{mark}” lost the backslash before it"))
                        .help(format!("write “\\{mark}”: it is a sign to be read, not markup")),
                );
                return;
            }
        }
    }
}

#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
struct Weights {
    bold: usize,
    italic: usize,
    struck: usize,
}

/// As Markdown reads it, so that what is counted is what readers will see.
fn weights(raw: &str) -> Weights {
    let mut weights = Weights::default();
    for event in Parser::new_ext(raw.trim_start(), Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Strong) => weights.bold += 1,
            Event::Start(Tag::Emphasis) => weights.italic += 1,
            Event::Start(Tag::Strikethrough) => weights.struck += 1,
            _ => {}
        }
    }
    weights
}

fn emphasis(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, here) = (weights(pair.source.text.raw), weights(pair.translation.raw));
    for (what, mark, wanted, found) in [
        ("bold", "**", french.bold, here.bold),
        ("italic", "*", french.italic, here.italic),
        ("struck out", "~~", french.struck, here.struck),
    ] {
        if wanted == found {
            continue;
        }
        let at = pair.translation.raw.find(mark).map_or(0..0, |at| at..at + mark.len());
        let message = if found < wanted {
            format!(
                "{} in the French is not {what} in the translation",
                if wanted == 1 {
                    "what is ".to_owned() + what
                } else {
                    format!("one of {wanted} passages that are {what}")
                }
            )
        } else {
            format!("the translation makes {what} what isn't so in the French")
        };
        problems.push(
            Problem::error(RULE, at, message)
                .help(format!("put “{mark}” before and after the words, with no space inside")),
        );
        return;
    }
}
