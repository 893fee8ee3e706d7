//! Placeholders of other programs (`{nom}`, `{{ x }}`, `%s`, `${X}`): text here, that must survive as it is.

use std::borrow::Cow;

use super::lists::Words;
use super::scan::{EMPHASIS, Kind, MARK, PERCENT, Text};
use super::script::script;
use super::{Pair, Problem, Shared};
use crate::diagnostic::Severity;
use crate::text::Span;

const RULE: &str = "variables";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if french.has(EMPHASIS) && memchr::memchr(b'_', french.raw.as_bytes()).is_some() {
        constants(pair, problems);
    }
    let has_some = |text: &Text<'_>| text.spans(Kind::Placeholder).next().is_some();
    if (!has_some(french) && !has_some(text)) || french.is_crowded() || text.is_crowded() {
        return;
    }
    if text.has(PERCENT) || french.has(PERCENT) {
        single_percent(pair, problems);
    }
    // `%2$s` and `{1}` say which value they are where the other text goes by their order.
    let by_number = is_numbered(french) != is_numbered(text);
    let mut wanted = placeholders(french, by_number);
    let named: Vec<String> = wanted.iter().map(|one| one.name.clone()).collect();
    for Placeholder { span, name } in placeholders(text, by_number) {
        let written = &text.raw[span.clone()];
        match wanted.iter().position(|wanted| wanted.name == name) {
            Some(at) => {
                wanted.remove(at);
            }
            // A sentence that is turned round may name a thing twice.
            None if named.contains(&name) => {}
            None if is_in_code(french, written) || is_joined(french, written) => {}
            None if written.contains(['"', '\'']) && take_reworded(&mut wanted, french, written) => {}
            None => {
                let meant = wanted.first().map(|meant| meant.span.clone());
                let message = format!("the French has no placeholder “{written}”");
                let help = match &meant {
                    Some(meant) => {
                        let meant = &french.raw[meant.clone()];
                        format!("was “{meant}” meant? Names of placeholders are not translated")
                    }
                    None => "delete it: nothing will fill it in".to_owned(),
                };
                let problem = Problem::error(RULE, span, message).of_french(meant.unwrap_or(0..0)).help(help);
                problems.push(problem);
            }
        }
    }
    // That it became code is told of the markup.
    if !wanted.is_empty() {
        wanted.retain(|wanted| {
            let written = &french.raw[wanted.span.clone()];
            !is_in_code(text, written) && !is_joined(text, written)
        });
    }
    let told = problems.last().is_some_and(|problem| problem.rule == RULE);
    if !told {
        missing(pair, &wanted, problems);
    }
}

/// Tells of the first placeholder of the French that is left over; with doubt, if the translation has the same elsewhere: a
/// sentence that is turned round may name a thing once.
fn missing(pair: &Pair<'_>, wanted: &[Placeholder], problems: &mut Vec<Problem>) {
    let is_there = |one: &Placeholder| {
        says_which(&one.name)
            && pair.translation.written(Kind::Placeholder).any(|here| squeezed(here) == one.name)
    };
    let Some(first) = wanted.iter().find(|one| !is_there(one)).or(wanted.first()) else { return };
    let severity = if is_there(first) { Severity::Warning } else { Severity::Error };
    let message = format!("the placeholder “{}” is missing", &pair.source.text.raw[first.span.clone()]);
    problems.push(
        Problem::new(RULE, severity, 0..0, message)
            .of_french(first.span.clone())
            .help("write it where its value belongs, sign for sign as in the French"),
    );
}

/// A per-cent sign that programs of `printf` read as the beginning of a placeholder, where the French has two: `%d %%`.
fn single_percent(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let has_conversion =
        |text: &Text<'_>| text.written(Kind::Placeholder).any(|name| conversion(name).is_some());
    let doubled = |text: &Text<'_>| text.prose.matches("%%").count();
    if !has_conversion(french) || doubled(text) >= doubled(french) {
        return;
    }
    let is_single = |at: &usize| !text.prose[..*at].ends_with('%') && !text.prose[at + 1..].starts_with('%');
    let single = memchr::memchr_iter(b'%', text.prose.as_bytes()).find(is_single);
    if let Some(at) = single {
        problems.push(
            Problem::error(RULE, at..at + 1, "“%%” became “%”, with which a placeholder begins")
                .help("write “%%”: the program shows one of them"),
        );
    }
}

/// What a name in capitals is called as one of a program.
static OF_PROGRAM: Words = Words::of("of-program");

/// A name in capitals that the French introduces as one of a program's (la variable `TAILLE_MAX`), and that is another one.
/// Others may stand for what the reader is to write.
fn constants(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    // The backslash that may stand before an underscore is no part of it.
    let bare = |text: &Text<'_>| text.prose.replace(MARK, "");
    let names = |bare: &str| -> Vec<Span> {
        let part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let mut found: Vec<Span> = Vec::new();
        for at in memchr::memchr_iter(b'_', bare.as_bytes()) {
            if found.last().is_some_and(|last| at < last.end) {
                continue;
            }
            let begin = bare[..at].rfind(|c| !part(c)).map_or(0, |last| bare.ceil_char_boundary(last + 1));
            let end = bare[at..].find(|c| !part(c)).map_or(bare.len(), |length| at + length);
            // Chinese and Japanese put no blank before it.
            let is_letter = |c: char| c.is_alphanumeric() && !script(c).is_unspaced();
            let is_word = !bare[..begin].ends_with(is_letter)
                && !bare[end..].starts_with(is_letter)
                && bare[begin..end].starts_with(|c: char| c.is_ascii_uppercase());
            if is_word && end - begin > 3 {
                found.push(begin..end);
            }
        }
        found
    };
    let (french, here) = (bare(&pair.source.text), bare(&pair.translation));
    let is_introduced = |name: &Span| {
        let before = french[..name.start].trim_end_matches(|c: char| !c.is_alphabetic());
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        OF_PROGRAM.has(word)
    };
    let all = names(&french);
    let lost = all.iter().find(|name| is_introduced(name) && !here.contains(&french[(*name).clone()]));
    let is_new = |name: &Span| all.iter().all(|other| french[other.clone()] != here[name.clone()]);
    let (Some(lost), Some(new)) = (lost, names(&here).into_iter().find(is_new)) else { return };
    let (was, is) = (&french[lost.clone()], &here[new]);
    let message = format!("the name {was} became {is}");
    let shared = Shared::told_as(&message);
    let first = is.split('_').next().unwrap_or_default();
    let at = pair.translation.raw.find(first).unwrap_or_default();
    problems.push(
        Problem::error(RULE, at..at + first.len(), message)
            .help("copy it: the program knows it by this name alone")
            .shared(shared),
    );
}

struct Placeholder {
    span: Span,
    /// By which it is compared.
    name: String,
}

/// The placeholders of a text. `by_number`: those of `printf` and of Python are named by the place of their value, written
/// (`%2$s`, `{1}`) or counted (the second `%s` or `{}`).
fn placeholders(text: &Text<'_>, by_number: bool) -> Vec<Placeholder> {
    let mut spans: Vec<Span> = text.spans(Kind::Placeholder).cloned().collect();
    if by_number {
        spans.extend(joined(text));
        spans.sort_unstable_by_key(|span| span.start);
    }
    let mut count = 0;
    let named = spans.into_iter().map(|span| {
        let written = &text.raw[span.clone()];
        let name = match conversion(written) {
            Some((None, conversion)) if by_number => {
                count += 1;
                format!("%{count}${conversion}")
            }
            None if by_number && written == "{}" => {
                count += 1;
                format!("{{{}}}", count - 1)
            }
            _ => squeezed(written),
        };
        Placeholder { span, name }
    });
    named.collect()
}

/// Where the prose has a placeholder of `printf` with an ending of the language behind it, which is not known for one:
/// `%sen`.
fn joined(text: &Text<'_>) -> impl Iterator<Item = Span> {
    let bytes = text.prose.as_bytes();
    let is_one = |at: &usize| {
        matches!(bytes[at + 1..], [b's' | b'd', next, ..] if next.is_ascii_lowercase())
            && !text.prose[..*at].ends_with(|c: char| c == '%' || c.is_ascii_digit())
    };
    memchr::memchr_iter(b'%', bytes).filter(is_one).map(|at| at..at + 2)
}

/// Takes the placeholder of the French that is this one but for what readers see of it: `title="Der Turm"`.
fn take_reworded(wanted: &mut Vec<Placeholder>, french: &Text<'_>, written: &str) -> bool {
    let bare = without_words(written);
    let at = wanted.iter().position(|wanted| {
        let there = &french.raw[wanted.span.clone()];
        there.contains(['"', '\'']) && without_words(there) == bare
    });
    at.map(|at| wanted.remove(at)).is_some()
}

/// What a placeholder is given for readers.
const WORDS: [&str; 9] =
    ["title", "alt", "caption", "label", "text", "summary", "description", "placeholder", "lang"];

/// A placeholder without spaces, and without the values for readers.
fn without_words(placeholder: &str) -> String {
    // Either mark may stand around a value.
    let placeholder = match placeholder.contains('"') {
        true => Cow::Borrowed(placeholder),
        false => Cow::Owned(placeholder.replace('\'', "\"")),
    };
    let (mut kept, mut rest) = (String::with_capacity(placeholder.len()), placeholder.as_ref());
    while let Some((before, after)) = rest.split_once('"') {
        kept.extend(before.split_whitespace());
        let Some((value, behind)) = after.split_once('"') else { break };
        let name =
            before.trim_end_matches(['=', ':', ' ']).rsplit([' ', ',', '(']).next().unwrap_or_default();
        let is_given = before.trim_end().ends_with(['=', ':']);
        // Also `data-title`.
        let name = name.rsplit('-').next().unwrap_or_default();
        if !(is_given && WORDS.contains(&name)) || value.is_empty() {
            kept.push_str(value);
        }
        rest = behind;
    }
    kept.extend(rest.split_whitespace());
    kept
}

/// The number of a value of `printf`, if it is written, and its conversion: `2` and `s` of `%2$s`.
fn conversion(placeholder: &str) -> Option<(Option<&str>, &str)> {
    let rest =
        placeholder.strip_prefix('%').filter(|rest| !rest.ends_with(['%', '$']) && !rest.starts_with('('))?;
    Some(rest.split_once('$').map_or((None, rest), |(number, conversion)| (Some(number), conversion)))
}

/// Whether a placeholder says which value it is: `{nom}`, `%1` and `%2$s` do, `{}` and `%s` don't.
fn says_which(name: &str) -> bool {
    name != "{}"
        && !matches!(conversion(name), Some((None, conversion)) if conversion.ends_with(|c: char| !c.is_ascii_digit()))
}

/// Whether a placeholder of `printf` or of Python goes by number.
fn is_numbered(text: &Text<'_>) -> bool {
    text.written(Kind::Placeholder).any(|name| match conversion(name) {
        Some((number, _)) => number.is_some(),
        None => name.as_bytes().get(1).is_some_and(u8::is_ascii_digit) && name.starts_with('{'),
    })
}

/// Whether a placeholder stands in code.
fn is_in_code(text: &Text<'_>, name: &str) -> bool {
    text.written(Kind::Code).any(|code| code.contains(name))
}

/// Whether a placeholder of `printf` stands in a text with an ending of the language behind it, by which it is not known
/// for one: `%si`, `%ssa`.
fn is_joined(text: &Text<'_>, name: &str) -> bool {
    // `%%d` is no placeholder.
    let is_placeholder = |(at, _): &(usize, &str)| {
        let before = &text.raw[..*at];
        (before.len() - before.trim_end_matches('%').len()).is_multiple_of(2)
    };
    conversion(name).is_some()
        && text.raw.match_indices(name).filter(is_placeholder).count()
            > text.written(Kind::Placeholder).filter(|written| *written == name).count()
}

/// Without spaces: `{{x}}` is `{{ x }}`.
fn squeezed(name: &str) -> String {
    name.split_whitespace().collect()
}
