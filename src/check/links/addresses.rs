//! Addresses that stand in the text by themselves: those without a scheme, and those between angle brackets.

use super::RULE;
use super::locale::{are_examples, is_in_language};
use crate::check::scan::{CROWD, Kind, Text, hash};
use crate::check::{Format, Pair, Problem, Shared};
use crate::diagnostic::Severity;
use crate::text::Span;

/// With this word an address without a scheme begins: `www.ville.fr`.
const WWW: &str = "www";

/// Whether a text may have one.
pub(super) fn has_www(text: &Text<'_>) -> bool {
    let www = hash(WWW.as_bytes());
    text.words.iter().any(|word| word.hash == www)
}

/// Addresses without a scheme, which no program knows for links: they stay as they are.
pub(super) fn without_scheme(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._~/?#=&%+".contains(c);
    let addresses = |text: &Text<'_>| -> Vec<Span> {
        let begun = text.prose.match_indices("www.").map(|(at, _)| at);
        let spans = begun.take(CROWD).map(|at| {
            let rest = &text.prose[at..];
            let address =
                rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())].trim_end_matches(['.', '?']);
            at..at + address.len()
        });
        spans.collect()
    };
    let (french, raw) = (pair.source.text.raw, pair.translation.raw);
    let all = addresses(&pair.source.text);
    let is_lost = |address: &&Span| !raw.contains(&french[(*address).clone()]);
    let Some(of_french) = all.iter().find(is_lost).cloned() else { return };
    let wanted = &french[of_french.clone()];
    // One that was cut is new as well.
    let is_new = |here: &Span| all.iter().all(|address| french[address.clone()] != raw[here.clone()]);
    let (severity, span, message) = match addresses(&pair.translation).into_iter().find(is_new) {
        Some(span) => {
            let here = &raw[span.clone()];
            let is_localized = is_in_language(wanted, here, pair) || are_examples(wanted, here);
            let severity = if is_localized { Severity::Warning } else { Severity::Error };
            (severity, span.clone(), format!("the address {wanted} became {here}"))
        }
        None => {
            // Readers still find the site where it is named without its www, or is that of another country.
            let host = wanted.trim_start_matches(WWW).trim_start_matches('.').split(['/', '?', '#']).next();
            let name = host.and_then(|host| Some(host.rsplit_once('.')?.0)).unwrap_or(wanted);
            let is_named = raw.match_indices(name).any(|(at, name)| raw[at + name.len()..].starts_with('.'));
            let severity = if is_named { Severity::Warning } else { Severity::Error };
            (severity, 0..0, format!("the address {wanted} is missing"))
        }
    };
    let shared = Shared::told_as(&message);
    let problem = Problem::new(RULE, severity, span, message).of_french(of_french).shared(shared);
    problems.push(problem.help(format!("write the address of the French: {wanted}")));
}

/// An address whose closing angle was lost: `<https://ville.fr`, of which readers see the first.
pub(super) fn unclosed(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let is_open = |text: &Text<'_>, span: &Span| {
        text.raw[..span.start].ends_with('<') && !text.raw[span.end..].starts_with('>')
    };
    let open = |text: &Text<'_>| text.spans(Kind::Address).find(|span| is_open(text, span)).cloned();
    let (text, None) = (&pair.translation, open(&pair.source.text)) else { return };
    let Some(span) = open(text) else { return };
    let address = &text.raw[span.clone()];
    problems.push(
        Problem::error(RULE, span.clone(), format!("the address {address} has lost its >"))
            .help(format!("write <{address}>")),
    );
}

/// An address that stands between angle brackets in the French, and without them here, or with blanks inside them: what is
/// written onto it is taken for a part of it, and many programs make no link of it at all.
pub(super) fn bare(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.source.format != Format::Markdown {
        return;
    }
    let (french, text) = (&pair.source.text, &pair.translation);
    let is_bracketed = |text: &Text<'_>, span: &Span| {
        text.raw[..span.start].ends_with('<') && text.raw[span.end..].starts_with('>')
    };
    let addresses = |text: &'_ Text<'_>, bracketed: bool| -> Vec<Span> {
        let all = text.spans(Kind::Address);
        all.filter(|span| is_bracketed(text, span) == bracketed).cloned().collect()
    };
    let bare = addresses(text, false);
    if bare.is_empty() {
        return;
    }
    let (wanted, bare_there, here) =
        (addresses(french, true), addresses(french, false), addresses(text, true));
    let count = |text: &Text<'_>, all: &[Span], address: &str| {
        all.iter().filter(|span| text.raw[(*span).clone()] == *address).count()
    };
    let lost = bare.into_iter().find(|span| {
        let address = &text.raw[span.clone()];
        count(french, &wanted, address) > count(text, &here, address)
            && count(french, &bare_there, address) == 0
    });
    let Some(span) = lost else { return };
    let address = &text.raw[span.clone()];
    let message = match text.raw[..span.start].ends_with("< ") {
        true => format!("a blank stands between < and the address {address}: readers see the signs"),
        false => format!("the address {address} has lost its < and >"),
    };
    problems.push(Problem::warning(RULE, span.clone(), message).help(format!("write <{address}>")));
}
