//! How many words a sentence has.

use super::block::{Block, SIZE};

/// Words of a sentence as translators count them: runs of characters between white space that hold a
/// letter or a digit.
pub fn count_words(text: &str) -> usize {
    let (mut count, mut is_inside) = (0, false);
    for begin in (0..text.len()).step_by(SIZE) {
        let block = Block::at(text.as_bytes(), begin);
        let letters = block.ascii_letters() | block.within(b'0', b'9');
        let blanks = block.equal(b' ') | block.within(9, 13);
        let may_begin = letters | block.within(0xC0, 0xFF);
        // All white space beyond ASCII begins with one of these.
        let may_end = blanks | block.equal(0xC2) | block.within(0xE1, 0xE3);
        let character = |at: usize| text[begin + at..].chars().next().unwrap_or_default();
        let mut left = u64::MAX;
        loop {
            let next = if is_inside { may_end } else { may_begin } & left;
            let Some(at) = (next != 0).then(|| next.trailing_zeros() as usize) else { break };
            let is_it = |sure: u64, is: fn(char) -> bool| sure >> at & 1 == 1 || is(character(at));
            if is_inside {
                is_inside = !is_it(blanks, char::is_whitespace);
            } else if is_it(letters, char::is_alphanumeric) {
                is_inside = true;
                count += 1;
            }
            left = u64::MAX << at << 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plainly(text: &str) -> usize {
        text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    }

    #[test]
    fn words_are_what_white_space_parts() {
        for text in ["", "L’eau monte !", "À\u{a0}18\u{202f}h — « oui »", "a\u{85}b\u{b}c\td é", "… !"]
        {
            assert_eq!(count_words(text), plainly(text), "{text:?}");
        }
        assert_eq!(count_words("À 18 h 30 — « oui »"), 5);
    }

    #[test]
    fn each_character_parts_words_or_makes_one() {
        for c in (0..0x3100).filter_map(char::from_u32) {
            for before in [0, 1, 59, 60, 61, 62, 63] {
                let text = format!("{}a{c}b {c}, {c} c", " ".repeat(before));
                assert_eq!(count_words(&text), plainly(&text), "{c:?} behind {before} blanks");
            }
        }
    }

    proptest! {
        #[test]
        fn words_are_counted_by_their_first_bytes(text in "(a|Zz|é|ж|文|7|½|€|→| |  |\u{a0}|\u{202f}|’|—|!|\t){0,90}") {
            prop_assert_eq!(count_words(&text), plainly(&text));
        }
    }
}
