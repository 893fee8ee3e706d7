//! Inline markup: what is bold, code, a note, a tag in the French is so in the translation.

mod comments;
mod dialect;
mod elements;
mod emphasis;
mod keys;
mod options;
mod tags;
mod values;

use pulldown_cmark::{Event, Parser};

use super::scan::{CROWD, EMPHASIS, HYPHEN, Kind, MARK, MARKS, SPECIAL, SUMS, Text};
use super::script::Script;
use super::{Format, Pair, Problem, Shared};
use crate::text::Span;
pub(super) use dialect::{begins_highlighted, code_before, has_code};

const RULE: &str = "markup";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if pair.source.format == Format::Markdown && french.has(MARKS | SUMS) {
        dialect::run(pair, problems);
    }
    if french.has(HYPHEN) {
        options::same(pair, problems);
    }
    if pair.source.format == Format::Markdown && text.has(SPECIAL) && text.has(HYPHEN) {
        comments::unclosed(pair, problems);
    }
    let has_marks = |text: &Text<'_>| !text.tokens.is_empty() || text.has(EMPHASIS);
    if !has_marks(french) && !has_marks(text) || french.is_crowded() || text.is_crowded() {
        return;
    }
    let begun = problems.len();
    same_tokens(pair, Kind::Code, "code", "code is not translated: copy it sign for sign", problems);
    same_tokens(pair, Kind::Footnote, "the note", "copy its mark to where the note belongs", problems);
    same_tokens(pair, Kind::Math, "the formula", "copy it sign for sign", problems);
    tags::same(pair, problems);
    if pair.source.format == Format::Plain {
        if text.has(EMPHASIS) && !french.has(EMPHASIS) {
            emphasis::in_plain_text(pair, problems);
        }
        return;
    }
    same_tokens(pair, Kind::Entity, "the entity", "copy it: the bare sign would be markup", problems);
    if problems.len() == begun {
        escaped_twice(pair, problems);
        open_entity(pair, problems);
        unknown_entity(pair, problems);
        backslash(pair, problems);
        lone_formulas(pair, problems);
    }
    escapes(pair, problems);
    if problems.len() == begun && (french.has(EMPHASIS) || text.has(EMPHASIS)) {
        emphasis::same(pair, problems);
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
    if kind == Kind::Code {
        wanted.retain(|wanted| {
            let of_keys =
                |added: &Span| keys::may_be_same(&french.raw[wanted.clone()], &text.raw[added.clone()]);
            added.iter().position(of_keys).map(|at| added.remove(at)).is_none()
        });
        if wanted.is_empty() {
            added.retain(|span| !is_said(french, &text.raw[span.clone()]));
        }
    }
    if kind == Kind::Math && !wanted.is_empty() && !added.is_empty() {
        let point = pair.target.decimal == '.';
        wanted.retain(|wanted| {
            let same = |added: &Span| {
                formula(&french.raw[wanted.clone()], point) == formula(&text.raw[added.clone()], point)
            };
            added.iter().position(same).map(|at| added.remove(at)).is_none()
        });
    }
    if kind == Kind::Entity {
        let is_mirrored = matches!(pair.target.script, Script::Arabic | Script::Hebrew);
        if is_mirrored && !wanted.is_empty() {
            wanted.retain(|wanted| {
                let sign = sign(&french.raw[wanted.clone()]).and_then(mirrored);
                let is_it = |added: &Span| sign.is_some() && self::sign(&text.raw[added.clone()]) == sign;
                added.iter().position(is_it).map(|at| added.remove(at)).is_none()
                    && !sign.is_some_and(|sign| text.raw.contains(sign))
            });
        }
        wanted.retain(|span| !may_go(&french.raw[span.clone()], text.raw));
    }
    // Entities of signs are told by `characters`; here only what stood for markup.
    match (wanted.first(), added.first()) {
        (Some(wanted), Some(added)) => {
            let message =
                format!("{what} {} became {}", &french.raw[wanted.clone()], &text.raw[added.clone()]);
            let shared = Shared::told_as(&message);
            let help = match kind == Kind::Code && keys::are_keys(&french.raw[wanted.clone()]) {
                true => keys::HELP,
                false => help,
            };
            let is_reworded = kind == Kind::Code && quotes(&french.raw[wanted.clone()]);
            let is_quoted =
                is_reworded && unquoted(&french.raw[wanted.clone()]) == unquoted(&text.raw[added.clone()]);
            // What a program is told to say may be told in the reader's language: `git commit -m "…"`.
            let new = if is_quoted { Problem::warning } else { Problem::error };
            problems
                .push(new(RULE, added.clone(), message).of_french(wanted.clone()).help(help).shared(shared));
        }
        (Some(wanted), None) => {
            let written = &french.raw[wanted.clone()];
            // What the French names twice, a pronoun may name here.
            let is_named = kind == Kind::Code && text.written(kind).any(|here| here == written);
            let problem = if is_named { Problem::warning } else { Problem::error };
            problems.push(
                problem(RULE, 0..0, format!("{what} {written} is missing"))
                    .of_french(wanted.clone())
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

/// A formula as it is compared: without the words in it (`\text{si}`), and where the language writes a decimal point
/// (`0.08` for `0{,}08`), with that.
fn formula(raw: &str, point: bool) -> String {
    let (mut kept, mut rest) = (String::with_capacity(raw.len()), raw);
    while let Some((before, words)) = rest.split_once("\\text{") {
        kept.push_str(before);
        rest = words.split_once('}').map_or("", |(_, behind)| behind);
    }
    kept.push_str(rest);
    if point { kept.replace("{,}", ".").replace("{.}", ".") } else { kept }
}

/// Whether code quotes words of a language: more than one, or with letters of more than ASCII.
fn quotes(code: &str) -> bool {
    let words = code.split('"').skip(1).step_by(2);
    words.take(8).any(|words| words.contains(' ') || !words.is_ascii())
}

/// Code without what stands in it between quotation marks.
fn unquoted(code: &str) -> String {
    code.split('"').step_by(2).collect::<Vec<_>>().join("\"")
}

/// Whether the French has what the translation sets in code: as code too, which a sentence that is turned round may name
/// twice, or in plain words.
fn is_said(french: &Text<'_>, code: &str) -> bool {
    let name = code.trim_matches('`');
    let is_word = |at: usize| {
        let (before, after) = (&french.prose[..at], &french.prose[at + name.len()..]);
        let is_part = |c: char| c.is_alphanumeric() || c == MARK;
        !before.ends_with(is_part) && !after.starts_with(is_part)
    };
    french.written(Kind::Code).any(|written| written == code)
        || name.len() > 1 && french.prose.match_indices(name).any(|(at, _)| is_word(at))
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
        let entities = text.tokens.iter().filter(|token| token.kind == Kind::Entity);
        let amps = entities.filter(|token| &text.raw[token.span.clone()] == TWICE);
        amps.filter_map(|token| {
            let rest = &text.raw[token.span.end..];
            let name = rest.trim_start_matches('#');
            let length = name.find(|c: char| !c.is_ascii_alphanumeric())?;
            let is_entity = length > 1 && name[length..].starts_with(';');
            is_entity.then(|| token.span.start..token.span.end + rest.len() - name.len() + length + 1)
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
fn open_entity(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
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
fn unknown_entity(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let is_new = |entity: &&str| !french.raw.contains(*entity);
    // Of those that are known, the sign is read.
    let is_unknown = |entity: &str| {
        Parser::new(entity).any(|event| matches!(event, Event::Text(shown) if *shown == *entity))
    };
    let lost = || french.written(Kind::Entity).find(|entity| !text.raw.contains(*entity));
    let entities = text.tokens.iter().filter(|token| token.kind == Kind::Entity);
    let mut spans = entities.map(|token| token.span.clone());
    let unknown = spans.find(|span| {
        let entity = &text.raw[span.clone()];
        is_new(&entity) && is_unknown(entity)
    });
    if let Some(span) = unknown
        && let Some(lost) = lost()
    {
        let written = &text.raw[span.clone()];
        problems.push(
            Problem::error(RULE, span, format!("“{written}” is no code of a sign: readers see its letters"))
                .help(format!("write {lost}, or the sign itself")),
        );
    }
}

/// A backslash that readers see, and the French has none: `rapport\final` for `rapport\_final`, `\\[` for `\[`.
fn backslash(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if memchr::memchr(b'\\', text.raw.as_bytes()).is_none() {
        return;
    }
    fn shown<'t>(text: &'t Text<'_>) -> impl Iterator<Item = usize> + 't {
        // At the end of a line it breaks it; `\n` is told by itself.
        memchr::memchr_iter(b'\\', text.prose.as_bytes())
            .filter(|at| !text.prose[at + 1..].trim_start_matches(' ').is_empty())
            .filter(|at| !text.prose[at + 1..].starts_with(['\n', 'n', 't', 'r', 'u', 'x']))
    }
    // Formulas between brackets have theirs.
    if french.raw.contains("\\\\") || shown(text).count() <= shown(french).count() {
        return;
    }
    let Some(at) = shown(text).next() else { return };
    problems.push(
        Problem::warning(RULE, at..at + 1, "readers see this backslash, and the French shows none")
            .help("write one before the sign of markup that the French has one before, or delete it"),
    );
}

/// Short formulas, `$r$` and `$t > 0$`, beside longer ones that show that dollars mean formulas here.
fn lone_formulas(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Bytes of a short one.
    const LONGEST: usize = 40;
    let (french, text) = (&pair.source.text, &pair.translation);
    if french.written(Kind::Math).next().is_none() {
        return;
    }
    let formulas = |text: &Text<'_>| -> Vec<Span> {
        let places: Vec<usize> = memchr::memchr_iter(b'$', text.prose.as_bytes()).take(CROWD).collect();
        let pairs = places.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1);
        let is_short = |span: &Span| {
            let inner = &text.raw[span.start + 1..span.end - 1];
            (1..=LONGEST).contains(&inner.len()) && inner.trim().len() == inner.len()
        };
        pairs.filter(is_short).collect()
    };
    let (mut wanted, mut added) = (formulas(french), Vec::new());
    for span in formulas(text) {
        match wanted.iter().position(|wanted| french.raw[wanted.clone()] == text.raw[span.clone()]) {
            Some(at) => {
                wanted.remove(at);
            }
            None => added.push(span),
        }
    }
    let Some(lost) = wanted.first() else { return };
    let was = &french.raw[lost.clone()];
    let (span, message) = match added.first() {
        Some(added) => (added.clone(), format!("the formula {was} became {}", &text.raw[added.clone()])),
        // What the French says twice may be said once.
        None if text.raw.contains(was) => return,
        None => (0..0, format!("the formula {was} is missing")),
    };
    problems.push(Problem::error(RULE, span, message).of_french(lost.clone()).help("copy it sign for sign"));
}

/// Where the name of an entity stands with its semicolon, and without its sign: `& nbsp;`.
fn bare_entity(raw: &str, name: &str) -> Option<usize> {
    let mut places = raw.match_indices(name).map(|(at, _)| at);
    places.find(|&at| !raw[..at].ends_with(|c: char| matches!(c, '&' | '#' | ';') || c.is_alphanumeric()))
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
            let bare = text.raw.match_indices(mark).map(|(at, _)| at).find(|at| {
                let (before, after) = (&text.raw[..*at], &text.raw[at + 1..]);
                // Within a word an underscore is none.
                let is_inside = mark == '_'
                    && before.ends_with(char::is_alphanumeric)
                    && after.starts_with(char::is_alphanumeric);
                !before.ends_with('\\') && !is_inside
            });
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
