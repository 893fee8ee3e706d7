//! Brackets and quotation marks that open and don't close, and quotations that lost their marks.
//!
//! One finding a translation: a mark without a partner makes the next one look so, too. Where the French has
//! one as well, the quotation goes over several sentences. Only where all have their partners is it asked
//! whether single marks quote ([`single`]), and whether quotations of the French are none here ([`lost`]).

mod hebrew;
mod lost;
mod marks;
mod role;
mod shown;
mod single;
mod titles;

use super::{Pair, Problem, characters, links};
pub(super) use marks::Marks;
use marks::Odd;
pub(super) use titles::is_in_title;

const RULE: &str = "brackets";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let translation = Marks::read(&pair.translation);
    if let Some(odd) = &translation.odd {
        let french = pair.source.marks();
        // A quotation over several sentences opens in one and closes in another, in French too.
        if french.odd.as_ref().is_some_and(|french| french.is_quote == odd.is_quote) {
            return;
        }
        // One slip is told once: the bracket that a link lost is told of the link.
        if odd.is_quote || !problems.iter().any(links::tells_of_brackets) {
            problems.push(alone(odd, &pair.target.quotes));
        }
        return;
    }
    let french = pair.source.marks();
    if french.odd.is_none()
        && let Some(odd) = no_item(pair, &translation)
    {
        problems.push(alone(&odd, &pair.target.quotes));
        return;
    }
    if french.odd.is_none()
        && let Some(odd) = single::in_asia(pair)
    {
        problems.push(alone(&odd, &pair.target.quotes));
        return;
    }
    // In the wrong encoding, quotation marks are other signs: that is told.
    if problems.iter().any(|problem| problem.rule == characters::RULE) {
        return;
    }
    if french.odd.is_none()
        && translation.quotes < french.quotes
        && let Some(odd) = single::half_open(pair)
    {
        problems.push(alone(&odd, &pair.target.quotes));
        return;
    }
    if french.quotes > 0 && translation.quotes == 0 && french.odd.is_none() {
        match behind_number(pair) {
            Some(odd) => problems.push(alone(&odd, &pair.target.quotes)),
            None => lost::report(pair, problems),
        }
    }
}

/// The closing bracket of a text that looks like that of an item or a smiley, as in `z, y, x)` and `;)`, where the French
/// has none of those, and one more pair of brackets.
fn no_item(pair: &Pair<'_>, marks: &Marks) -> Option<Odd> {
    let (1, at) = marks.items else { return None };
    let (text, french) = (&pair.translation.prose, &pair.source.text.prose);
    let opens = |prose: &str| prose.matches(['(', '（']).count();
    if pair.source.marks().items.0 > 0 || opens(text) >= opens(french) {
        return None;
    }
    let mark = text[at..].chars().next()?;
    let begin = text[..at].trim_end_matches(char::is_alphanumeric).len();
    let item = &text[begin..at];
    let is_lost = match item.is_empty() {
        // A sign that the French has in brackets by itself; else it may well smile.
        true => text[..at].chars().next_back().is_some_and(|sign| french.contains(&format!("({sign})"))),
        // The numbers of items may stand in brackets there: (2) la serrure.
        false => begin > 0 && !french.contains(&format!("({item})")),
    };
    is_lost.then_some(Odd { at, mark, is_quote: false, opens: false, opener: None })
}

/// The only straight mark of a text, where it stands behind a number as that of inches does, and the French closes a
/// quotation behind that number: « Titre 1 » → Heading 1".
fn behind_number(pair: &Pair<'_>) -> Option<Odd> {
    let text = &pair.translation;
    let mut marks = text.prose.match_indices('"').map(|(at, _)| at);
    let (Some(at), None) = (marks.next(), marks.next()) else { return None };
    let before = &text.prose[..at];
    let number = &before[before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
    let french: &str = &pair.source.text.prose;
    let is_quoted = |(begin, _): (usize, &str)| {
        !french[..begin].ends_with(|c: char| c.is_ascii_digit())
            && french[begin + number.len()..].trim_start().starts_with(['"', '»', '”'])
    };
    let is_one = !number.is_empty() && french.match_indices(number).any(is_quoted);
    is_one.then_some(Odd { at, mark: '"', is_quote: true, opens: false, opener: None })
}

/// What is told of a mark without a partner: which that would be, and where it belongs.
fn alone(odd: &Odd, quotes: &[char]) -> Problem {
    let Odd { at, mark, is_quote, mut opens, opener } = *odd;
    let span = at..at + mark.len_utf8();
    if let Some(opener) = opener
        && let Some(partner) = partner(opener, true, quotes)
    {
        let message = format!("the quotation opens with {opener} and closes with {mark}");
        return Problem::warning(RULE, span, message).help(format!("write {partner} for {mark}"));
    }
    // A mark that closes quotations in the language, and opens none, was not meant to open one.
    let own = |side: usize| quotes.chunks_exact(2).any(|pair| pair[side] == mark);
    if own(0) != own(1) {
        opens = own(0);
    }
    let what = if is_quote { "the quotation mark" } else { "the bracket" };
    let (message, help) = match partner(mark, opens, quotes) {
        Some(partner) => {
            let side = if opens { "after" } else { "before" };
            let help = format!("write {partner} {side} the words that belong together, or delete {mark}");
            (format!("{what} {mark} has no partner: {partner} is missing"), help)
        }
        None => (format!("{what} {mark} has no partner"), "write its partner, or delete it".to_owned()),
    };
    let problem = if is_quote { Problem::warning } else { Problem::error };
    problem(RULE, span, message).help(help)
}

/// The mark that would close or open what this one opens or closes: in the way of the language (`quotes` are
/// its pairs, one after the other), else in the way that is most common.
fn partner(mark: char, opens: bool, quotes: &[char]) -> Option<char> {
    const PAIRS: [(char, char); 19] = [
        ('(', ')'),
        ('[', ']'),
        ('（', '）'),
        ('［', '］'),
        ('【', '】'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('〈', '〉'),
        ('"', '"'),
        ('״', '״'),
        ('\'', '\''),
        ('‘', '’'),
        ('‚', '‘'),
        ('“', '”'),
        ('„', '“'),
        ('«', '»'),
        ('»', '«'),
        ('”', '”'),
    ];
    let own = quotes.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let mut all = own.chain(PAIRS);
    match opens {
        true => all.find(|(open, _)| *open == mark).map(|(_, close)| close),
        false => all.find(|(_, close)| *close == mark).map(|(open, _)| open),
    }
}
