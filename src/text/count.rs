//! How many words a sentence has.

/// Bytes that may begin a word that counts, and those that may end it: the first bytes of letters, digits and white
/// space, and of characters that only a table knows.
const BEGINS: u8 = 1;
const ENDS: u8 = 2;
const MAY: [u8; 256] = {
    let mut may = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        may[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => BEGINS,
            b' ' | 9..=13 => ENDS,
            0..0xC0 => 0,
            // All white space beyond ASCII begins with one of these.
            0xC2 | 0xE1..=0xE3 => BEGINS | ENDS,
            0xC0.. => BEGINS,
        };
        byte += 1;
    }
    may
};

/// Words of a sentence as translators count them: runs of characters between white space that hold a
/// letter or a digit.
pub fn count_words(text: &str) -> usize {
    let (mut count, mut at) = (0, 0);
    let mut next = |may: u8| {
        let found = text.as_bytes()[at..].iter().position(|byte| MAY[usize::from(*byte)] & may != 0)?;
        let character = text[at + found..].chars().next()?;
        at += found + character.len_utf8();
        Some(character)
    };
    while let Some(character) = next(BEGINS) {
        if !character.is_alphanumeric() {
            continue;
        }
        count += 1;
        loop {
            match next(ENDS) {
                Some(character) if character.is_whitespace() => break,
                Some(_) => {}
                None => return count,
            }
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
