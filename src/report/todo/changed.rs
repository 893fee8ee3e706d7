//! The words that changed between two sentences, marked in each.

use crate::align::words::{Piece, PieceKind, word_diff};
use crate::report::Style;
use crate::text::visible;

/// The words that changed from one sentence to the other: the old one with those that were removed, and the new one
/// with those that were added. Words that only a space parts are marked together.
pub fn changed_words(old: &str, new: &str, style: &Style) -> (String, String) {
    let pieces = word_diff(old, new);
    let marks = |plain: (&'static str, &'static str), colour: &'static str| match style.reset {
        "" => plain,
        reset => (colour, reset),
    };
    let was = marked(&pieces, PieceKind::Removed, marks(("[-", "-]"), style.bad));
    let now = marked(&pieces, PieceKind::Added, marks(("{+", "+}"), style.good));
    (was, now)
}

/// One of the two sentences of a diff, with its own words between marks.
fn marked(pieces: &[Piece<'_>], own: PieceKind, marks: (&str, &str)) -> String {
    let mut out = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 4).sum());
    // Words to be marked as long as it is not known where they end, and the spaces behind them.
    let (mut words, mut spaces) = (String::new(), String::new());
    for piece in pieces.iter().filter(|piece| piece.kind == own || piece.kind == PieceKind::Same) {
        if piece.kind == own {
            words.push_str(&std::mem::take(&mut spaces));
            words.push_str(piece.text);
        } else if !words.is_empty() && piece.text.chars().all(char::is_whitespace) {
            spaces.push_str(piece.text);
        } else {
            mark(&mut out, &std::mem::take(&mut words), marks);
            out.push_str(&visible(&std::mem::take(&mut spaces)));
            out.push_str(&visible(piece.text));
        }
    }
    mark(&mut out, &words, marks);
    out.push_str(&visible(&spaces));
    out
}

/// Adds words between marks; the spaces around them stand outside.
fn mark(out: &mut String, words: &str, (open, close): (&str, &str)) {
    if words.is_empty() {
        return;
    }
    // Where spaces alone came or went, they are what is to be seen.
    let inner = Some(words.trim()).filter(|inner| !inner.is_empty()).unwrap_or(words);
    let begin = if inner.len() == words.len() { 0 } else { words.len() - words.trim_start().len() };
    let end = begin + inner.len();
    out.push_str(&visible(&words[..begin]));
    out.push_str(open);
    out.push_str(&visible(inner));
    out.push_str(close);
    out.push_str(&visible(&words[end..]));
}

#[cfg(test)]
mod tests {
    use super::{Style, changed_words};

    #[test]
    fn words_that_only_a_space_parts_are_marked_together() {
        let changed = |old, new| {
            let (was, now) = changed_words(old, new, &Style::default());
            format!("{was} | {now}")
        };
        for (old, new, shown) in [
            ("Le vieux bac dort.", "Le petit car dort.", "Le [-vieux bac-] dort. | Le {+petit car+} dort."),
            ("Le bac dort.", "Le bac rouge dort.", "Le bac dort. | Le bac {+rouge+} dort."),
            ("Un bac, un car.", "Un car, un bac.", "Un [-bac-], un [-car-]. | Un {+car+}, un {+bac+}."),
            ("Non.", "Oui !", "[-Non.-] | {+Oui !+}"),
            ("Le bac.", "Le bac.", "Le bac. | Le bac."),
            ("Un bac et un car.", "Un bac.", "Un bac [-et un car-]. | Un bac."),
        ] {
            assert_eq!(changed(old, new), shown);
        }
        let (was, _) = changed_words("Le vieux bac dort.", "Le petit car dort.", &Style::COLOUR);
        assert_eq!(was, "Le \u{1b}[31mvieux bac\u{1b}[0m dort.");
    }
}
