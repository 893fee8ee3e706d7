//! Links, images and addresses: they lead where those of the French lead.

use rustc_hash::FxHashSet;

use super::labels::alone;
use super::scan::{CROWD, Kind, PLAIN_BRACKET, SPECIAL, Text, Token, hash};
use super::script::Script;
use super::{Format, Pair, Problem, Shared, vocabulary};
use crate::diagnostic::Severity;
use crate::text::{Span, common};

const RULE: &str = "links";

const BRACKETS: &str = "check its brackets: [words](address), with nothing between";

/// Whether a finding is about the brackets of a link.
pub(super) fn tells_of_brackets(problem: &Problem) -> bool {
    problem.rule == RULE && problem.help == BRACKETS
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let www = hash(WWW.as_bytes());
    if french.words.iter().any(|word| word.hash == www) {
        without_scheme(pair, problems);
    }
    let shortcuts = &pair.source.shortcuts;
    if shortcuts.is_empty() && !french.has(SPECIAL) && !text.has(SPECIAL)
        || french.is_crowded()
        || text.is_crowded()
        || shortcuts.len() > CROWD
    {
        return;
    }
    if pair.source.format == Format::Markdown {
        titles(pair, problems);
        if french.has(PLAIN_BRACKET) {
            wiki(pair, problems);
        }
    }
    mentions(pair, problems);
    let (mut wanted, mut here) = (targets(french), targets(text));
    wanted.extend(shortcuts.iter().map(|label| (Kind::Reference, label.clone())));
    if !shortcuts.is_empty() {
        let labels: FxHashSet<String> =
            shortcuts.iter().map(|label| french.raw[label.clone()].to_lowercase()).collect();
        let own = alone(text.raw).filter(|own| labels.contains(&text.raw[own.clone()].to_lowercase()));
        here.extend(own.take(2 * CROWD).map(|label| (Kind::Reference, label)));
    }
    let mut added = Vec::new();
    for (kind, span) in here {
        let found = wanted.iter().position(|(other, wanted)| {
            same_kind(*other, kind) && is_same(kind, &french.raw[wanted.clone()], &text.raw[span.clone()])
        });
        match found {
            Some(at) => {
                wanted.remove(at);
            }
            // In a French whose page isn't at hand, any words in brackets may be a link: [the map][plan] for [plan].
            None if kind == Kind::Reference
                && alone(french.raw).any(|own| is_label(&french.raw[own], &text.raw[span.clone()])) => {}
            None => added.push((kind, span)),
        }
    }
    localized(pair, &mut wanted, &mut added);
    if let Some((_, is)) = added.first() {
        // The target that it is most like comes first: that one was changed, and others were lost.
        let likeness = |span: &Span| {
            let (head, tail) = common(&french.raw[span.clone()], &text.raw[is.clone()]);
            head + tail
        };
        wanted.sort_by_key(|(_, span)| std::cmp::Reverse(likeness(span)));
    }
    let lost = wanted.get(added.len()..).and_then(<[_]>::first);
    match (wanted.first(), added.first()) {
        (Some((was, of_french)), Some((is, added))) => {
            let (wanted, here) = (&french.raw[of_french.clone()], &text.raw[added.clone()]);
            let turned = match (was, is) {
                (Kind::Image, Kind::Link) => Some(("the image", "a link", "write ! before its brackets")),
                (Kind::Link, Kind::Image) => {
                    Some(("the link to", "an image", "delete the ! before its brackets"))
                }
                _ => None,
            };
            if let Some((what, became, help)) = turned.filter(|_| here == wanted) {
                let message = format!("{what} {wanted} became {became}");
                let problem = Problem::error(RULE, added.clone(), message).of_french(of_french.clone());
                problems.push(problem.help(help));
                return;
            }
            let message = if here.is_empty() {
                format!("the link to {wanted} leads nowhere")
            } else if here == wanted {
                format!("the link to {wanted} has lost its brackets")
            } else {
                format!("the link to {wanted} leads to {here}")
            };
            let is_localized = is_in_language(wanted, here, pair);
            let help = if here == wanted {
                BRACKETS.to_owned()
            } else if is_localized {
                format!("write {wanted}, or name what may differ in links.localize of drogman.toml")
            } else {
                format!("write the address of the French: {wanted}")
            };
            let is_elsewhere = here != wanted && !here.is_empty() && !is_script(here);
            let shared = is_elsewhere.then(|| Shared::told_as(&message));
            // Readers are sent to a page in their language: meant so, only that the project hasn't said it.
            let new = if is_localized { Problem::warning } else { Problem::error };
            let problem = new(RULE, added.clone(), message).of_french(of_french.clone()).help(help);
            problems.push(Problem { shared, ..problem });
            if let Some(lost) = lost.filter(|_| here != wanted) {
                problems.push(missing(pair, lost));
            }
        }
        (Some(lost), None) => problems.push(missing(pair, lost)),
        (None, Some((_, added))) => {
            let here = &text.raw[added.clone()];
            let message = format!("the French has no link to {here}");
            // A script address is never a translator's.
            let shared = (!is_script(here)).then(|| Shared::told_as(&message));
            let problem = Problem::error(RULE, added.clone(), message);
            problems.push(Problem { shared, ..problem.help("delete it, or add it to the French first") });
        }
        (None, None) => {
            open_angle(pair, problems);
            bare_address(pair, problems);
            swapped(pair, problems);
        }
    }
}

/// With this word an address without a scheme begins: `www.ville.fr`.
const WWW: &str = "www";

/// Addresses without a scheme, which no program knows for links: they stay as they are.
fn without_scheme(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
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
            let is_localized = is_in_language(wanted, here, pair);
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

/// A link of a wiki to a page that it does not name to readers: `[[Accueil|la page d'accueil]]`.
fn wiki(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
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
fn mentions(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
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

/// An address whose closing angle was lost: `<https://ville.fr`, of which readers see the first.
fn open_angle(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let is_open = |text: &Text<'_>, token: &Token| {
        token.kind == Kind::Address
            && text.raw[..token.span.start].ends_with('<')
            && !text.raw[token.span.end..].starts_with('>')
    };
    let open = |text: &Text<'_>| text.tokens.iter().position(|token| is_open(text, token));
    let (text, None) = (&pair.translation, open(&pair.source.text)) else { return };
    let Some(token) = open(text).map(|at| &text.tokens[at]) else { return };
    let address = &text.raw[token.span.clone()];
    problems.push(
        Problem::error(RULE, token.span.clone(), format!("the address {address} has lost its >"))
            .help(format!("write <{address}>")),
    );
}

/// An address that stands between angle brackets in the French, and without them here, or with blanks inside them: what is
/// written onto it is taken for a part of it, and many programs make no link of it at all.
fn bare_address(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.source.format != Format::Markdown {
        return;
    }
    let (french, text) = (&pair.source.text, &pair.translation);
    let is_bracketed = |text: &Text<'_>, token: &Token| {
        text.raw[..token.span.start].ends_with('<') && text.raw[token.span.end..].starts_with('>')
    };
    let addresses = |text: &'_ Text<'_>, bracketed: bool| -> Vec<Span> {
        let all = text.tokens.iter().filter(|token| token.kind == Kind::Address);
        all.filter(|token| is_bracketed(text, token) == bracketed).map(|token| token.span.clone()).collect()
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

/// A title between marks that Markdown doesn't know, which makes no link at all: `[mot](/page „Titel“)`. And a title that
/// the French has, and the translation doesn't.
fn titles(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    if attributes(pair, problems) {
        return;
    }
    let is_link = |token: &&Token| matches!(token.kind, Kind::Link | Kind::Image) && !token.span.is_empty();
    for link in text.tokens.iter().filter(is_link) {
        let target = &text.raw[link.span.clone()];
        let title = title(text.raw, link.span.end);
        let place = || {
            let begin = link.span.end + text.raw[link.span.end..].find(title).unwrap_or_default();
            begin..begin + title.len()
        };
        let mut inner = title.chars();
        let ends = inner.next().zip(inner.next_back());
        if let Some((open, close)) = ends
            && "„“”«»‚‘’「『〝".contains(open)
        {
            let is_mark = |c: char| "„“”«»‚‘’「」『』〝〟\"".contains(c) || c.is_whitespace();
            let words = title.trim_matches(is_mark);
            problems.push(
                Problem::error(
                    RULE,
                    place(),
                    format!("the title of the link to {target} stands between {open} and {close}, so that it is no link"),
                )
                .help(format!("write straight marks: \"{words}\"")),
            );
            return;
        }
        let there = french.tokens.iter().filter(is_link);
        let mut same =
            there.filter(|there| there.kind == link.kind && french.raw[there.span.clone()] == *target);
        let (Some(origin), None) = (same.next(), same.next()) else { continue };
        let wanted = self::title(french.raw, origin.span.end);
        if title.is_empty() && !wanted.is_empty() {
            problems.push(
                Problem::warning(RULE, link.span.clone(), format!("the link to {target} has lost its title"))
                    .of_french(origin.span.clone())
                    .help(format!("translate it, too: {wanted} behind the address")),
            );
            return;
        }
        if is_left(pair, title, wanted) {
            problems.push(
                Problem::warning(
                    RULE,
                    place(),
                    format!("the title of the link to {target} is still in French"),
                )
                .help("translate it: readers see it when they point at the link"),
            );
            return;
        }
        if link.kind == Kind::Image
            && is_left(pair, &text.raw[link.text.clone()], &french.raw[origin.text.clone()])
        {
            problems.push(
                Problem::warning(
                    RULE,
                    link.text.clone(),
                    format!("the description of the image {target} is still in French"),
                )
                .help("translate it: it is read aloud where the image can't be seen"),
            );
            return;
        }
        let alt = |text: &Text<'_>, token: &Token| text.raw[token.text.clone()].trim().is_empty();
        if link.kind == Kind::Image && alt(text, link) && !alt(french, origin) {
            problems.push(
                Problem::warning(
                    RULE,
                    link.span.clone(),
                    format!("the image {target} has lost its description"),
                )
                .of_french(origin.text.clone())
                .help(format!("translate it between the brackets: {}", &french.raw[origin.text.clone()])),
            );
            return;
        }
    }
}

/// What readers see or hear of a tag, and it is still in French: whether there is such a thing.
fn attributes(pair: &Pair<'_>, problems: &mut Vec<Problem>) -> bool {
    const SEEN: [&str; 9] =
        ["alt", "title", "aria-label", "placeholder", "text", "label", "caption", "subtitle", "tooltip"];
    let text = &pair.translation;
    let of_tags = |text: &'_ Text<'_>| {
        let tags = text.tokens.iter().filter(|token| token.kind == Kind::Tag);
        let values = tags
            .flat_map(|tag| SEEN.iter().filter_map(|name| Some((*name, value(text.raw, &tag.span, name)?))));
        values.collect::<Vec<(&str, Span)>>()
    };
    let here = of_tags(text);
    if here.is_empty() {
        return false;
    }
    let french = of_tags(&pair.source.text);
    let left = here.into_iter().find(|(name, span)| {
        french.iter().any(|(other, there)| {
            name == other && is_left(pair, &text.raw[span.clone()], &pair.source.text.raw[there.clone()])
        })
    });
    let Some((name, span)) = left else { return false };
    let help = match name {
        "title" => "translate it: readers see it when they point at the words",
        "placeholder" => "translate it: readers see it in the empty field",
        "alt" | "aria-label" => "translate it: it is read aloud",
        _ => "translate it: readers see it",
    };
    problems
        .push(Problem::warning(RULE, span, format!("the “{name}” of a tag is still in French")).help(help));
    true
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

/// What stands behind a link's address, up to the bracket that closes it.
fn title(raw: &str, target_end: usize) -> &str {
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

/// A target of the French that no link of the translation has.
fn missing(pair: &Pair<'_>, (kind, wanted): &(Kind, Span)) -> Problem {
    let of_french = wanted.clone();
    let wanted = &pair.source.text.raw[wanted.clone()];
    let what = if *kind == Kind::Image { "image" } else { "link" };
    let help = if pair.translation.raw.contains(wanted) { BRACKETS } else { "copy it from the French" };
    Problem::error(RULE, 0..0, format!("the {what} to {wanted} is missing")).of_french(of_french).help(help)
}

fn same_kind(a: Kind, b: Kind) -> bool {
    a == b
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

/// Where the links of a text lead, in order; `href` and `src` of tags too.
fn targets(text: &Text<'_>) -> Vec<(Kind, Span)> {
    let mut targets = Vec::new();
    for token in &text.tokens {
        match token.kind {
            Kind::Link | Kind::Image | Kind::Reference | Kind::Address => {
                targets.push((token.kind, token.span.clone()))
            }
            Kind::Tag => {
                for attribute in ["href=", "src="] {
                    let tag = &text.raw[token.span.clone()];
                    if let Some(at) = tag.find(attribute) {
                        let from = at + attribute.len();
                        let body = tag[from..].trim_start_matches(['"', '\'']);
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

/// Takes away pairs of targets that the project localises: the same number leaves as comes.
fn localized(pair: &Pair<'_>, wanted: &mut Vec<(Kind, Span)>, added: &mut Vec<(Kind, Span)>) {
    let rules = &pair.settings.localized_links;
    if rules.is_empty() {
        return;
    }
    let french = pair.source.text.raw;
    let may_differ = |target: &str| {
        let host = target.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next());
        rules.iter().any(|rule| match rule.contains('/') {
            true => target.starts_with(rule.as_str()),
            false => host.is_some_and(|host| host.eq_ignore_ascii_case(rule)),
        })
    };
    let mut at = 0;
    while at < wanted.len() {
        if may_differ(&french[wanted[at].1.clone()])
            && let Some(found) = added.iter().position(|(kind, span)| {
                *kind == wanted[at].0 && !span.is_empty() && !is_script(&pair.translation.raw[span.clone()])
            })
        {
            added.remove(found);
            wanted.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Whether an address is that of the French in the language of the translation: `de.wikipedia.org` for
/// `fr.wikipedia.org`, with a page of its own name, `/de/plan` for `/fr/plan`, or, where the French pages are those without a
/// language in their address, `/de/plan` for `/plan` and `plan.de.md` for `plan.md`.
fn is_in_language(french: &str, here: &str, pair: &Pair<'_>) -> bool {
    let is_own = |code: &str| {
        code.eq_ignore_ascii_case(&pair.target.language) || code.eq_ignore_ascii_case(&pair.target.tag)
    };
    if let (Some(("fr", site)), Some((own, other))) = (host(french), host(here)) {
        return site == other && is_own(own);
    }
    let (mut head, mut tail) = common(french, here);
    if head + tail == french.len() {
        let (before, added, behind) =
            (&here[..head], &here[head..here.len() - tail], &here[here.len() - tail..]);
        let is_sign = |c: char| c == '/' || c == '.';
        let ends = added.strip_suffix(is_sign).filter(|_| before.is_empty() || before.ends_with(is_sign));
        let begins = added.strip_prefix(is_sign).filter(|_| behind.is_empty() || behind.starts_with(is_sign));
        return ends.or(begins).is_some_and(is_own);
    }
    let is_part = |c: char| c.is_ascii_alphanumeric();
    head -= french[..head].chars().rev().take_while(|c| is_part(*c)).count();
    tail -= french[french.len() - tail..].chars().take_while(|c| is_part(*c)).count();
    french[head..french.len() - tail].eq_ignore_ascii_case("fr") && is_own(&here[head..here.len() - tail])
}

/// The host of an address, up to its first stop and behind it.
fn host(address: &str) -> Option<(&str, &str)> {
    let (_, rest) = address.split_once("://")?;
    rest.split(['/', '?', '#']).next()?.split_once('.')
}

/// An address that runs something, which no setting allows.
fn is_script(target: &str) -> bool {
    let scheme = target.trim_start().split(':').next().unwrap_or_default();
    ["javascript", "vbscript", "data"].iter().any(|script| scheme.eq_ignore_ascii_case(script))
}

/// Two links whose words say that their targets were exchanged.
fn swapped(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let links = |text: &Text<'_>| {
        text.tokens.iter().filter(|token| token.kind == Kind::Link).take(8).cloned().collect::<Vec<Token>>()
    };
    let (was, is) = (links(french), links(text));
    if was.len() < 2 || was.len() != is.len() {
        return;
    }
    let target = |text: &Text<'_>, token: &Token| text.raw[token.span.clone()].to_lowercase();
    let words = |text: &Text<'_>, token: &Token| text.raw[token.text.clone()].to_lowercase();
    // How much the words of a link here speak of what a link of the French is about.
    let like = |here: &Token, there: &Token| {
        similarity(&words(text, here), &words(french, there))
            + similarity(&words(text, here), &target(french, there))
    };
    let origin = |here: &Token| was.iter().find(|there| target(french, there) == target(text, here));
    for (at, x) in is.iter().enumerate() {
        for y in &is[at + 1..] {
            let (Some(a), Some(b)) = (origin(x), origin(y)) else { continue };
            if a.span == b.span {
                continue;
            }
            let (straight, crossed) = (like(x, a) + like(y, b), like(x, b) + like(y, a));
            if crossed > straight + 0.3 {
                let message =
                    format!("the links to {} and {} seem exchanged", target(french, a), target(french, b));
                problems.push(
                    Problem::warning(RULE, x.span.clone(), message)
                        .help("each linked passage leads where the same words lead in the French"),
                );
                return;
            }
        }
    }
}

/// The share of letter pairs that two texts have in common, from 0 to 1 (Dice's coefficient).
fn similarity(a: &str, b: &str) -> f32 {
    let pairs = |text: &str| {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).take(64).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (a, mut b) = (pairs(a), pairs(b));
    let whole = a.len() + b.len();
    let mut same = 0;
    for pair in &a {
        if let Some(at) = b.iter().position(|other| other == pair) {
            b.swap_remove(at);
            same += 1;
        }
    }
    if whole == 0 { 0.0 } else { 2.0 * same as f32 / whole as f32 }
}
