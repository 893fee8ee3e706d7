//! The words that were removed and added inside a sentence, for people.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::normal;

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

/// A piece of a sentence: whole words with the space behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What became of it.
    pub kind: PieceKind,
    /// Its text.
    pub text: &'a str,
}

/// A word of a sentence: compared by its normal form, so that typography shows no change.
struct Word<'a> {
    text: &'a str,
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
    let (old_words, new_words) = (words(old), words(new));
    if old_words.len().saturating_mul(new_words.len()) > MOST_PAIRS {
        return vec![
            Piece { kind: PieceKind::Removed, text: old },
            Piece { kind: PieceKind::Added, text: new },
        ];
    }
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let mut push = |kind, text: &'a str, words: &[Word<'a>]| {
            if let (Some(first), Some(last)) = (words.first(), words.last()) {
                let start = offset(text, first.text);
                pieces.push(Piece { kind, text: &text[start..offset(text, last.text) + last.text.len()] });
            }
        };
        match op {
            DiffOp::Equal { .. } => push(PieceKind::Same, new, &new_words[op.new_range()]),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                push(PieceKind::Removed, old, &old_words[op.old_range()]);
                push(PieceKind::Added, new, &new_words[op.new_range()]);
            }
        }
    }
    pieces
}

fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// Words with the white space behind them; a mark before a word and one behind it stand alone.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = 0;
    let class = |c: char| match c {
        c if c.is_whitespace() => 0,
        c if c.is_alphanumeric() => 1,
        '\'' | '’' => 1,
        _ => 2,
    };
    let mut last = None;
    for (at, c) in text.char_indices() {
        let now = class(c);
        let ends = match last {
            None => false,
            Some(0) => now != 0,
            // An elision ends a word.
            Some(1) if text[..at].ends_with(['\'', '’']) => now != 0,
            Some(before) => now != 0 && (now != before || now == 2),
        };
        if ends {
            words.push(&text[from..at]);
            from = at;
        }
        last = Some(now);
    }
    if from < text.len() {
        words.push(&text[from..]);
    }
    words.into_iter().map(|text| Word { text, normal: normal::typographic(text) }).collect()
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn words_are_compared_not_letters() {
        assert_eq!(shown("Ils sont 75 ici.", "Ils sont 76 ici."), "Ils sont [-75 -][+76 +]ici.");
        assert_eq!(shown("L'eau monte !", "L’eau baisse !"), "L’eau [-monte -][+baisse +]!");
        assert_eq!(shown("Un.", "Un."), "Un.");
        assert_eq!(shown("", "Un."), "[+Un.+]");
    }
}
