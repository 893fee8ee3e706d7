//! Scripts in which no space parts the words.

/// Whether `c` is a kana, a letter of Japanese alone.
pub(crate) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}') && c != '・'
}

/// Whether `c` is a letter of Chinese or Japanese.
pub(crate) fn is_unspaced(c: char) -> bool {
    is_kana(c) || matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a line break between these two is no space: each is a letter of Chinese or Japanese, or a mark as wide.
pub(crate) fn is_joined_over_lines(before: char, after: char) -> bool {
    let is_wide =
        |c: char| is_unspaced(c) || matches!(c, '\u{3000}'..='\u{303F}' | '・' | '\u{FF01}'..='\u{FF60}');
    is_wide(before) && is_wide(after)
}
