//! The words that were removed and added inside a sentence, for people.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::{common, normal};

/// What became of a piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// In both sentences; shown as the new one has it.
    Same,
    /// Only in the old one.
    Removed,
    /// Only in the new one.
    Added,
}

/// A piece of a sentence: whole words and marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What became of it.
    pub kind: PieceKind,
    /// Its text.
    pub text: &'a str,
}

/// A word of a sentence: compared by its normal form, so that typography shows no change.
struct Word<'a> {
    normal: std::borrow::Cow<'a, str>,
}

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.normal == other.normal
    }
}

impl Eq for Word<'_> {}

impl std::hash::Hash for Word<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.normal.hash(state);
    }
}

impl PartialOrd for Word<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Word<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.normal.cmp(&other.normal)
    }
}

/// Above this many pairs of words the sentences are shown one after the other.
const MOST_PAIRS: usize = 4_000_000;

/// The pieces of both sentences in reading order. The removed and the same pieces together are the old
/// sentence but for typography, the added and the same ones are the new sentence.
pub fn word_diff<'a>(old: &'a str, new: &'a str) -> Vec<Piece<'a>> {
    diff_within(old, new, same_ends(old, new))
}

/// As [`word_diff`], without a look at so many bytes at both ends, which are whole words that both sentences have.
fn diff_within<'a>(old: &'a str, new: &'a str, (from, behind): (usize, usize)) -> Vec<Piece<'a>> {
    let (old_words, new_words) =
        (words(&old[from..old.len() - behind]), words(&new[from..new.len() - behind]));
    let head = old_words.iter().zip(&new_words).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old_words[head..], &new_words[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_middle, new_middle) = (&old_rest[..old_rest.len() - tail], &new_rest[..new_rest.len() - tail]);
    let mut pieces = Vec::new();
    let end = new_words[..head].last().map_or(from, |last| offset(new, last) + last.len());
    if end > 0 {
        pieces.push(Piece { kind: PieceKind::Same, text: &new[..end] });
    }
    let is_other = match (old_middle, new_middle) {
        ([], _) | (_, []) => true,
        ([one], [other]) => normal::typographic(one) != normal::typographic(other),
        _ => old_middle.len().saturating_mul(new_middle.len()) > MOST_PAIRS,
    };
    if is_other {
        push(&mut pieces, PieceKind::Removed, old, old_middle);
        push(&mut pieces, PieceKind::Added, new, new_middle);
    } else {
        let compared = |words: &[&'a str]| -> Vec<Word<'a>> {
            words.iter().map(|word| Word { normal: normal::typographic(word) }).collect()
        };
        for op in capture_diff_slices(Algorithm::Myers, &compared(old_middle), &compared(new_middle)) {
            match op {
                DiffOp::Equal { .. } => push(&mut pieces, PieceKind::Same, new, &new_middle[op.new_range()]),
                DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                    push(&mut pieces, PieceKind::Removed, old, &old_middle[op.old_range()]);
                    push(&mut pieces, PieceKind::Added, new, &new_middle[op.new_range()]);
                }
            }
        }
    }
    let begin =
        new_rest[new_rest.len() - tail..].first().map_or(new.len() - behind, |first| offset(new, first));
    if begin < new.len() {
        pieces.push(Piece { kind: PieceKind::Same, text: &new[begin..] });
    }
    pieces
}

/// How many bytes at the beginning and at the end are whole words that both sentences have: they end before a
/// space, and begin behind one.
fn same_ends(old: &str, new: &str) -> (usize, usize) {
    let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let (head, tail) = common(old, new);
    let (head, tail) = (&old.as_bytes()[..head], &old.as_bytes()[old.len() - tail..]);
    let parts = |bytes: &[u8], at: &usize| {
        bytes[*at] == b' '
            && is_word(at.checked_sub(1).and_then(|at| bytes.get(at)))
            && is_word(bytes.get(at + 1))
    };
    let from = (0..head.len()).rev().find(|at| parts(head, at));
    let behind = (0..tail.len()).find(|at| parts(tail, at)).map(|at| tail.len() - at - 1);
    (from.unwrap_or(0), behind.unwrap_or(0))
}

/// Adds the stretch of `text` that these words of it make.
fn push<'a>(pieces: &mut Vec<Piece<'a>>, kind: PieceKind, text: &'a str, words: &[&'a str]) {
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        pieces.push(Piece { kind, text: &text[offset(text, first)..offset(text, last) + last.len()] });
    }
}

fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// Words, marks and white space, each alone.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut from = 0;
    let class = |c: char| match c {
        c if c.is_whitespace() => 0,
        c if c.is_alphanumeric() => 1,
        '\'' | '’' => 1,
        _ => 2,
    };
    let mut last: Option<(u8, char)> = None;
    for (at, c) in text.char_indices() {
        let now = class(c);
        let ends = last.is_some_and(|(before, sign)| {
            // An elision ends a word.
            now != before || now == 2 || (now == 1 && matches!(sign, '\'' | '’'))
        });
        if ends {
            words.push(&text[from..at]);
            from = at;
        }
        last = Some((now, c));
    }
    if from < text.len() {
        words.push(&text[from..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::change::tests::edited;
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        word_diff(old, new)
            .iter()
            .map(|piece| match piece.kind {
                PieceKind::Same => piece.text.to_owned(),
                PieceKind::Removed => format!("[-{}-]", piece.text),
                PieceKind::Added => format!("[+{}+]", piece.text),
            })
            .collect()
    }

    proptest! {
        #[test]
        fn what_is_left_out_at_the_ends_is_shown_all_the_same((old, new) in edited()) {
            prop_assert_eq!(word_diff(&old, &new), diff_within(&old, &new, (0, 0)));
        }
    }

    #[test]
    fn words_are_compared_not_letters() {
        assert_eq!(shown("Ils sont 75 ici.", "Ils sont 76 ici."), "Ils sont [-75-][+76+] ici.");
        assert_eq!(shown("L'eau monte !", "L’eau baisse !"), "L’eau [-monte-][+baisse+] !");
        assert_eq!(shown("Un.", "Un."), "Un.");
        assert_eq!(shown("L’an prochain il part.", "L’an prochain, il part."), "L’an prochain[+,+] il part.");
        assert_eq!(shown("", "Un."), "[+Un.+]");
    }
}
