//! Entities (`&lt;`) stand for signs that would be markup, or that a keyboard has not: they are copied, where the
//! translation has not the sign itself, and written as Markdown knows them.

use pulldown_cmark::{Event, Parser};

use super::RULE;
use super::tokens::Unmatched;
use crate::check::scan::{Kind, Text};
use crate::check::script::Script;
use crate::check::{Pair, Problem};
use crate::diagnostic::Severity;
use crate::text::Span;

/// Those of signs are told by `characters`; here only what stood for markup.
pub(super) fn same(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (pair.source.text.raw, pair.translation.raw);
    let mut entities = Unmatched::of(pair, Kind::Entity);
    if matches!(pair.target.script, Script::Arabic | Script::Hebrew) {
        without_mirrored(french, text, &mut entities);
    }
    entities.wanted.retain(|span| !may_go(&french[span.clone()], text));
    let help = "copy it: the bare sign would be markup";
    problems.extend(entities.lost(Severity::Error, "the entity", help));
}

/// Entities of which readers see the letters.
pub(super) fn misspelt(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    escaped_twice(pair, problems);
    unclosed(pair, problems);
    unknown(pair, problems);
}

/// Takes away the signs that point the other way here, as an entity or themselves.
fn without_mirrored(french: &str, text: &str, entities: &mut Unmatched<'_>) {
    entities.wanted.retain(|wanted| {
        let Some(sign) = sign(&french[wanted.clone()]).and_then(mirrored) else { return true };
        let is_it = |added: &Span| self::sign(&text[added.clone()]) == Some(sign);
        match entities.added.iter().position(is_it) {
            Some(at) => {
                entities.added.remove(at);
                false
            }
            None => !text.contains(sign),
        }
    });
}

/// The sign that an entity stands for.
fn sign(entity: &str) -> Option<char> {
    Parser::new(entity).find_map(|event| match event {
        Event::Text(sign) => sign.chars().next(),
        _ => None,
    })
}

/// The sign that points the other way, as it does where lines go from right to left: ← for →.
fn mirrored(sign: char) -> Option<char> {
    const PAIRS: [(char, char); 12] = [
        ('→', '←'),
        ('⇒', '⇐'),
        ('⟶', '⟵'),
        ('↦', '↤'),
        ('↪', '↩'),
        ('➡', '⬅'),
        ('»', '«'),
        ('›', '‹'),
        ('▶', '◀'),
        ('►', '◄'),
        ('▸', '◂'),
        ('❯', '❮'),
    ];
    PAIRS.into_iter().find_map(|(right, left)| match sign {
        _ if sign == right => Some(left),
        _ if sign == left => Some(right),
        _ => None,
    })
}

/// Whether an entity of the French needs none in the translation: it stands for a blank, a quotation mark, a dash or a
/// letter, or the translation has the sign itself. Those of ASCII would be markup.
fn may_go(entity: &str, text: &str) -> bool {
    Parser::new(entity).any(|event| match event {
        Event::Text(sign) => sign.chars().all(|c| {
            !c.is_ascii()
                && (c.is_whitespace()
                    || c.is_alphabetic()
                    || "«»‹›“”„‘’‚–—…\u{AD}\u{2011}".contains(c)
                    || text.contains(c))
        }),
        _ => false,
    })
}

/// `&amp;lt;` for `&lt;`: readers see the entity itself.
fn escaped_twice(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    const TWICE: &str = "&amp;";
    fn places<'t>(text: &'t Text<'_>) -> impl Iterator<Item = Span> + 't {
        let amps = text.spans(Kind::Entity).filter(|span| &text.raw[(*span).clone()] == TWICE);
        amps.filter_map(|span| {
            let rest = &text.raw[span.end..];
            let name = rest.trim_start_matches('#');
            let length = name.find(|c: char| !c.is_ascii_alphanumeric())?;
            let is_entity = length > 1 && name[length..].starts_with(';');
            is_entity.then(|| span.start..span.end + rest.len() - name.len() + length + 1)
        })
    }
    if places(&pair.source.text).next().is_some() {
        return;
    }
    if let Some(span) = places(&pair.translation).next() {
        let written = &pair.translation.raw[span.clone()];
        let right = format!("&{}", &written[TWICE.len()..]);
        problems.push(
            Problem::error(RULE, span, format!("{written} is escaped twice: readers see {right}"))
                .help(format!("write {right}, or the sign itself")),
        );
    }
}

/// `&nbsp` for `&nbsp;`: Markdown takes it for letters.
fn unclosed(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let raw = pair.translation.raw;
    let mut names = pair.source.text.written(Kind::Entity).map(|entity| entity.trim_start_matches('&'));
    if let Some((at, name)) = names.find_map(|name| Some((bare_entity(raw, name)?, name))) {
        let begin = raw[..at].trim_end().strip_suffix('&').map_or(at, str::len);
        let written = &raw[begin..at + name.len()];
        problems.push(
            Problem::error(
                RULE,
                begin..at + name.len(),
                format!("“{written}” is no code of a sign: readers see its letters"),
            )
            .help(format!("write &{name}")),
        );
        return;
    }
    let entities = pair.source.text.written(Kind::Entity);
    let ends = |rest: &str| !rest.starts_with(|c: char| c == ';' || c.is_ascii_alphanumeric());
    let mut open = entities.filter_map(|entity| {
        let name = entity.trim_end_matches(';');
        raw.match_indices(name).find(|(at, name)| ends(&raw[at + name.len()..]))
    });
    if let Some((at, name)) = open.next() {
        problems.push(
            Problem::error(
                RULE,
                at..at + name.len(),
                format!("{name} has no semicolon: readers see its letters"),
            )
            .help(format!("write {name};")),
        );
    }
}

/// `&ellip;` for `&hellip;`: nothing has that name.
fn unknown(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let is_new = |entity: &&str| !french.raw.contains(*entity);
    // Of those that are known, the sign is read.
    let is_unknown = |entity: &str| {
        Parser::new(entity).any(|event| matches!(event, Event::Text(shown) if *shown == *entity))
    };
    let lost = || french.written(Kind::Entity).find(|entity| !text.raw.contains(*entity));
    let unknown = text.spans(Kind::Entity).find(|span| {
        let entity = &text.raw[(*span).clone()];
        is_new(&entity) && is_unknown(entity)
    });
    if let Some(span) = unknown
        && let Some(lost) = lost()
    {
        let written = &text.raw[span.clone()];
        problems.push(
            Problem::error(
                RULE,
                span.clone(),
                format!("“{written}” is no code of a sign: readers see its letters"),
            )
            .help(format!("write {lost}, or the sign itself")),
        );
    }
}

/// Where the name of an entity stands with its semicolon, and without its sign: `& nbsp;`.
fn bare_entity(raw: &str, name: &str) -> Option<usize> {
    let mut places = raw.match_indices(name).map(|(at, _)| at);
    places.find(|&at| !raw[..at].ends_with(|c: char| matches!(c, '&' | '#' | ';') || c.is_alphanumeric()))
}
