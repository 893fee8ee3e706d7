//! Moves of chess, as French and English players note them.

/// Bytes of the longest: `Cb1xd2+!?`.
const LONGEST: usize = 10;

/// Whether a text begins with a move, and then a space or a mark: `e4`, `Cf3`, `Dxb7!`, `O-O`; where `numbered`,
/// behind its number too: `15. g3`.
pub(super) fn begins(text: &str, numbered: bool) -> bool {
    let text = if numbered { behind_number(text).unwrap_or(text) } else { text };
    let bytes = text.as_bytes();
    let end = bytes.iter().take(LONGEST).position(|&byte| stops(byte)).unwrap_or(bytes.len().min(LONGEST));
    is_move(&bytes[..end])
}

/// What stands behind the number of a move and its stops.
fn behind_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.strip_prefix(['.', '…'])?.trim_start_matches('.');
    (rest.len() < text.len()).then(|| behind.trim_start())
}

/// Whether a text ends with a move.
pub(super) fn ends(text: &str) -> bool {
    let bytes = text.as_bytes();
    let length = bytes.iter().rev().take(LONGEST).take_while(|&&byte| !stops(byte)).count();
    is_move(&bytes[bytes.len() - length..])
}

fn is_move(word: &[u8]) -> bool {
    if matches!(word, b"O-O" | b"O-O-O" | b"0-0" | b"0-0-0") {
        return true;
    }
    let word = word.strip_suffix(b"+").or_else(|| word.strip_suffix(b"#")).unwrap_or(word);
    // The piece, the file or rank that it comes from, what it takes, the square.
    let Some((before, square)) = word.split_last_chunk::<2>() else { return false };
    let is_file = |byte: &u8| (b'a'..=b'h').contains(byte);
    let is_rank = |byte: &u8| (b'1'..=b'8').contains(byte);
    let is_piece = |byte: &u8| b"RDTFCKQBN".contains(byte);
    let origin = match before.strip_suffix(b"x").unwrap_or(before) {
        [] => true,
        [one] => is_piece(one) || is_file(one),
        [piece, from] => is_piece(piece) && (is_file(from) || is_rank(from)),
        _ => false,
    };
    origin && is_file(&square[0]) && is_rank(&square[1])
}

fn stops(byte: u8) -> bool {
    !byte.is_ascii_alphanumeric() && !b"-+#".contains(&byte)
}
