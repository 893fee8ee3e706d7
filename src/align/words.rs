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
/// space, and begin behind one, which is not between two digits.
fn same_ends(old: &str, new: &str) -> (usize, usize) {
    let (head, tail) = common(old, new);
    let (head, tail) = (&old.as_bytes()[..head], &old.as_bytes()[old.len() - tail..]);
    let parts = |bytes: &[u8], at: &usize| match bytes.get(at.wrapping_sub(1)..at + 2) {
        Some([before, b' ', after]) => {
            before.is_ascii_alphanumeric()
                && after.is_ascii_alphanumeric()
                && !(before.is_ascii_digit() && after.is_ascii_digit())
        }
        _ => false,
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

/// Words, marks and white space, each alone; a number with its groups of three digits, which is read as one.
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
        // A blank between groups is a part of its number.
        let now = if last.is_some_and(|(_, sign)| sign.is_ascii_digit()) && groups(text, from, at, c) {
            1
        } else {
            class(c)
        };
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

/// Whether the blank at `at` parts groups of three digits of a number that begins at `from`.
fn groups(text: &str, from: usize, at: usize, blank: char) -> bool {
    let behind = &text.as_bytes()[at + blank.len_utf8()..];
    let is_group = |digits: &[u8]| digits.iter().take_while(|byte| byte.is_ascii_digit()).count() == 3;
    let mut before = text[from..at].split(is_blank);
    let first = before.next().unwrap_or_default();
    is_blank(blank)
        && is_group(behind)
        && (1..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && before.all(|group| group.len() == 3)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
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

    #[test]
    fn a_number_in_groups_is_one_word() {
        assert_eq!(shown("Il y a 20 707 bacs.", "Il y a 20 706 bacs."), "Il y a [-20 707-][+20 706+] bacs.");
        assert_eq!(
            shown("1\u{202f}234\u{202f}567 €", "1\u{202f}234\u{202f}568 €"),
            "[-1\u{202f}234\u{202f}567-][+1\u{202f}234\u{202f}568+] €"
        );
        // The kind of the blank is typography.
        assert_eq!(shown("20 707 bacs", "20\u{202f}707 cars"), "20\u{202f}707 [-bacs-][+cars+]");
        // A year and a count are two numbers.
        assert_eq!(shown("En 1998 200 bacs", "En 1998 300 bacs"), "En 1998 [-200-][+300+] bacs");
        assert_eq!(shown("A4 200 bacs", "A4 300 bacs"), "A4 [-200-][+300+] bacs");
    }
}
