//! Passages that stand twice: the whole text, a line of it, or the clause with which it begins.

use super::same;
use crate::check::scan::Text;
use crate::text::Span;

/// The same sentence pasted twice, with or without a space or a line break between: where the second one is.
pub(super) fn stands_twice(text: &str) -> Option<Span> {
    // Shorter ones may be names and sayings, but for whole sentences.
    const LONG: usize = 16;
    const SENTENCE: usize = 10;
    let begin = text.len().div_ceil(2);
    if begin < SENTENCE || !text.is_char_boundary(begin) {
        return None;
    }
    let (first, second) = (text[..begin].trim_end(), text[begin..].trim_start());
    let is_sentence = || first.ends_with(['.', '!', '?', '。', '！', '？']) && first.contains(' ');
    let is_long = first.len() >= LONG || first.len() >= SENTENCE && is_sentence();
    (is_long && first == second.trim_end()).then(|| text.len() - second.len()..text.len())
}

/// Where the first two words of a text stand once more: the place of the second. The first may have lost its capital.
pub(super) fn goes_on_as_it_began<'t>(text: &'t Text<'_>) -> impl Iterator<Item = usize> + 't {
    let words = &text.words;
    let second = words.get(1).map(|word| word.hash);
    // Hardly any text goes on here.
    let again = (3..words.len()).filter(move |at| Some(words[*at].hash) == second);
    again.filter(|at| same(text.word(&words[0]), text.word(&words[at - 1])))
}

/// Where the clause with which a text begins stands once more: pasted twice, whole or without its end.
pub(super) fn clause_again(text: &Text<'_>) -> Option<Span> {
    /// Words of a clause: fewer may be said again.
    const FEWEST: usize = 5;
    /// Places that are looked at: each may be compared to the end of the text.
    const MOST: usize = 8;
    const MARKS: [char; 7] = ['.', ';', ',', ':', '!', '?', '…'];
    let words = &text.words;
    goes_on_as_it_began(text).take(MOST).find_map(|at| {
        let same = words[1..].iter().zip(&words[at..]).take_while(|(a, b)| a.hash == b.hash).count();
        let (begin, end) = (words[at - 1].span().start, words[at + same - 1].span().end);
        let (before, rest) = (&text.prose[words[at - 2].span().end..begin], &text.prose[end..]);
        let is_clause = before.contains(MARKS) && (rest.is_empty() || rest.starts_with(MARKS));
        (same + 1 >= FEWEST && is_clause).then_some(begin..end)
    })
}

/// The second of two lines of which most words are the same: what a merge leaves of two versions of a line. Further
/// lines of a translation go on, and don't begin anew.
pub(super) fn line_again(text: &str) -> Option<Span> {
    const FEWEST: usize = 3;
    let lines: Vec<(&str, Vec<&str>)> =
        text.lines().map(|line| (line, line.split_whitespace().collect())).collect();
    let pair = lines.windows(2).find(|pair| {
        let [(_, a), (_, b)] = pair else { return false };
        let mut left = a.clone();
        let mut same = 0;
        for word in b.iter().take(MOST_WORDS) {
            if let Some(at) = left.iter().take(MOST_WORDS).position(|other| other == word) {
                left.swap_remove(at);
                same += 1;
            }
        }
        a.len() >= FEWEST
            && a.len() <= MOST_WORDS
            && b.len() <= MOST_WORDS
            && same * 10 >= a.len().max(b.len()) * 6
    })?;
    let begin = pair[1].0.as_ptr() as usize - text.as_ptr() as usize;
    Some(begin..begin + pair[1].0.len())
}

/// Of a line that is compared with the next one.
const MOST_WORDS: usize = 200;
