//! Names that lead somewhere: of the pages of a wiki, and of accounts.

use super::RULE;
use crate::check::scan::{CROWD, Text};
use crate::check::{Pair, Problem, Shared};
use crate::text::Span;

/// A link of a wiki to a page that it does not name to readers: `[[Accueil|la page d'accueil]]`.
pub(super) fn of_pages(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let targets = |raw: &'_ str| -> Vec<Span> {
        let begun = memchr::memmem::find_iter(raw.as_bytes(), b"[[").take(CROWD);
        let spans = begun.filter_map(|at| {
            let rest = &raw[at + 2..];
            let end = rest.find(['|', ']', '['])?;
            (end > 0 && rest[end..].starts_with('|')).then_some(at + 2..at + 2 + end)
        });
        spans.collect()
    };
    let (french, raw) = (pair.source.text.raw, pair.translation.raw);
    let wanted = targets(french);
    if wanted.is_empty() {
        return;
    }
    let lost = wanted.iter().find(|target| !raw.contains(&["[[", &french[(*target).clone()]].concat()));
    let is_new = |target: &Span| wanted.iter().all(|other| french[other.clone()] != raw[target.clone()]);
    let (Some(lost), Some(new)) = (lost, targets(raw).into_iter().find(is_new)) else { return };
    let (was, is) = (&french[lost.clone()], &raw[new.clone()]);
    let message = format!("the link to {was} leads to {is}");
    let shared = Shared::told_as(&message);
    let problem = Problem::error(RULE, new, message).of_french(lost.clone()).shared(shared);
    problems.push(problem.help(format!("write the page of the French: [[{was}|words]]")));
}

/// The name of an account, `@marie`, that is another one.
pub(super) fn of_accounts(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Letters of the shortest.
    const SHORTEST: usize = 3;
    let names = |text: &'_ Text<'_>| -> Vec<Span> {
        let prose: &str = &text.prose;
        let begun = memchr::memchr_iter(b'@', prose.as_bytes()).take(CROWD);
        let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let spans = begun.filter_map(|at| {
            let name = &prose[at + 1..];
            let name = name[..name.find(|c| !is_part(c)).unwrap_or(name.len())].trim_end_matches(['-', '_']);
            let is_free = !prose[..at].ends_with(|c: char| c.is_alphanumeric() || "/.@\u{1}".contains(c));
            let is_name = name.starts_with(char::is_alphabetic) && name.len() >= SHORTEST;
            (is_free && is_name).then_some(at..at + 1 + name.len())
        });
        spans.collect()
    };
    let (french, raw) = (pair.source.text.raw, pair.translation.raw);
    let wanted = names(&pair.source.text);
    let Some(lost) = wanted.iter().find(|name| !raw.contains(&french[(*name).clone()])) else { return };
    let is_new = |name: &Span| !french.contains(&raw[name.clone()]);
    let Some(new) = names(&pair.translation).into_iter().find(is_new) else { return };
    let (was, is) = (&french[lost.clone()], &raw[new.clone()]);
    let message = format!("the account {was} became {is}");
    let shared = Shared::told_as(&message);
    let problem = Problem::warning(RULE, new, message).of_french(lost.clone()).shared(shared);
    problems.push(problem.help(format!("copy it: {was}")));
}
