//! Where bytes of a kind stand in a text.

use crate::text::block::Places;

/// Where bytes stand that begin a digit, of ASCII or of another script; or, of others beyond ASCII, some that begin
/// another character.
pub(in crate::check) fn digits(text: &str) -> impl Iterator<Item = usize> {
    // The blocks of other scripts' digits begin with these bytes, from Arabic ones to those of full width.
    Places::new(text, |block| block.within(b'0', b'9') | block.within(0xD9, 0xEF))
}

/// Where characters beyond ASCII begin.
pub(in crate::check) fn wide_characters(text: &str) -> impl Iterator<Item = usize> {
    Places::new(text, |block| block.within(0xC0, 0xFF))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_found_wherever_they_stand() {
        for digit in ["7", "٣", "۳", "३", "３", "๓", "၃"] {
            for before in [0, 1, 30, 61, 62, 63, 64, 65, 127, 128] {
                for filling in ["x", "é", "/", ":", "ж"] {
                    let text = filling.repeat(before) + digit + filling + "8";
                    let wanted = [before * filling.len(), text.len() - 1];
                    assert_eq!(digits(&text).collect::<Vec<_>>(), wanted, "{text}");
                }
            }
        }
    }

    #[test]
    fn characters_beyond_ascii_are_found() {
        for before in [0, 1, 30, 61, 62, 63, 64, 65, 127, 128] {
            let text = "x".repeat(before) + "aé, “bœuf” — 文 x, y, z; 𝄞 ; ça";
            let wide = text.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, _)| at);
            assert!(wide_characters(&text).eq(wide), "{before}");
        }
        assert_eq!(wide_characters("").count(), 0);
    }
}
