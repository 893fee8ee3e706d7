//! Addresses that may differ, as they lead to the same thing in the language of the translation.

use crate::check::Pair;
use crate::check::lists::Words;
use crate::text::common;

/// Whether the project localises an address of the French.
pub(super) fn may_differ(target: &str, pair: &Pair<'_>) -> bool {
    let host = target.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next());
    pair.settings.localized_links.iter().any(|rule| match rule.contains('/') {
        true => target.starts_with(rule.as_str()),
        false => host.is_some_and(|host| host.eq_ignore_ascii_case(rule)),
    })
}

/// Whether an address is that of the French in the language of the translation: `de.wikipedia.org` for
/// `fr.wikipedia.org`, with a page of its own name, `/de/plan` for `/fr/plan` or `/en-US/plan`, or, where the French pages
/// are those without a language in their address, `/de/plan` for `/plan` and `plan.de.md` for `plan.md`.
pub(super) fn is_in_language(french: &str, here: &str, pair: &Pair<'_>) -> bool {
    let is_own = |code: &str| {
        code.eq_ignore_ascii_case(&pair.target.language) || code.eq_ignore_ascii_case(&pair.target.tag)
    };
    if let (Some(("fr", site)), Some((own, other))) = (host(french), host(here)) {
        return site == other && is_own(own);
    }
    let (head, tail) = common(french, here);
    if head + tail == french.len() {
        let (before, added, behind) =
            (&here[..head], &here[head..here.len() - tail], &here[here.len() - tail..]);
        let is_sign = |c: char| c == '/' || c == '.';
        let ends = added.strip_suffix(is_sign).filter(|_| before.is_empty() || before.ends_with(is_sign));
        let begins = added.strip_prefix(is_sign).filter(|_| behind.is_empty() || behind.starts_with(is_sign));
        return ends.or(begins).is_some_and(is_own);
    }
    // A region belongs to its language (`en-US`), and the name of a page has parts (`plan-fr`).
    is_of_other_language(french, here, is_own, |c| !c.is_ascii_alphanumeric())
        || is_of_other_language(french, here, is_own, |c| !c.is_ascii_alphanumeric() && c != '-')
}

/// Whether two addresses differ in parts alone that name a language: French, or English where a site has no French, and the
/// translation's own.
fn is_of_other_language(
    french: &str,
    here: &str,
    is_own: impl Fn(&str) -> bool,
    is_sign: impl Fn(char) -> bool + Copy,
) -> bool {
    let is_known = |code: &str| {
        let language = code.split('-').next().unwrap_or_default();
        ["fr", "en"].iter().any(|known| language.eq_ignore_ascii_case(known))
    };
    let signs = |text: &'_ str| text.chars().filter(|c| is_sign(*c)).collect::<String>();
    let mut differ = french.split(is_sign).zip(here.split(is_sign)).filter(|(was, is)| was != is).peekable();
    signs(french) == signs(here)
        && differ.peek().is_some()
        && differ.all(|(was, is)| is_known(was) && is_own(is))
}

/// The host of an address, up to its first stop and behind it.
/// Whether both addresses are those of a site that is an example, and differ in how that is called: `www.example.com` for
/// `www.exemple.fr`.
pub(super) fn are_examples(french: &str, here: &str) -> bool {
    static EXAMPLES: Words = Words::of("example-sites");
    let is_example = |label: &str| EXAMPLES.all().iter().any(|example| label.eq_ignore_ascii_case(example));
    // What stands before the name of the site, and its name.
    let site = |address| {
        let address: &str = address;
        let host =
            address.split_once("://").map_or(address, |(_, rest)| rest).split(['/', '?', '#']).next()?;
        let (name, _) = host.rsplit_once('.')?;
        let (before, name) = name.rsplit_once('.').unwrap_or(("", name));
        is_example(name).then_some((before, host))
    };
    let (Some((ours, was)), Some((theirs, is))) = (site(french), site(here)) else { return false };
    ours == theirs && was != is
}

fn host(address: &str) -> Option<(&str, &str)> {
    let (_, rest) = address.split_once("://")?;
    rest.split(['/', '?', '#']).next()?.split_once('.')
}

/// An address that runs something, which no setting allows.
pub(super) fn is_script(target: &str) -> bool {
    let scheme = target.trim_start().split(':').next().unwrap_or_default();
    ["javascript", "vbscript", "data"].iter().any(|script| scheme.eq_ignore_ascii_case(script))
}
